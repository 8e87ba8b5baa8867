"""How much of each element a formula holds, in lowest terms, so that formulas in different notations can be held together."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from sodiokg.extract.formulas import ELEMENTS, find_formulas

__all__ = ["amounts", "is_same", "recorded_amounts", "reduced_formula", "system", "written"]

_LARGEST: Final = 10_000  # of one element; more is no formula of a compound
_WATER: Final = re.compile(r"\.(?=\d*H2O$)")
_RECORDED_ATOM: Final = re.compile(r"([A-Z][a-z]?)(\d{0,6})")
_RECORDED: Final = re.compile(r"(?:[A-Z][a-z]?\d{0,6})+")
_CHARGE: Final = re.compile(r"[+-]\d*$")


def amounts(formula: str) -> dict[str, int]:
    """Return the whole numbers of atoms in lowest terms, sorted by symbol; nothing for what is no fixed composition.

    >>> amounts("Na15Sn4"), amounts("O2"), amounts("Na3V2(PO4)3")
    ({'Na': 15, 'Sn': 4}, {'O': 1}, {'Na': 3, 'O': 12, 'P': 3, 'V': 2})
    >>> amounts("Pb(CH3COO)2.3H2O")
    {'C': 4, 'H': 12, 'O': 7, 'Pb': 1}
    >>> amounts("PbOx"), amounts("BASE"), amounts("Na0.5Sn0.25")
    ({}, {}, {'Na': 2, 'Sn': 1})
    """
    if formula in ELEMENTS:
        return {formula: 1}
    formula = _WATER.sub("·", formula)
    found = find_formulas(formula)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(formula)) or found[0].prefix:
        return {}
    try:
        told = {symbol: Fraction(amount) for symbol, amount in found[0].composition}
    except (ValueError, ZeroDivisionError):
        return {}
    if not told or min(told.values()) <= 0:
        return {}
    whole = {symbol: int(amount * math.lcm(*(one.denominator for one in told.values()))) for symbol, amount in told.items()}
    divisor = math.gcd(*whole.values())
    lowest = {symbol: number // divisor for symbol, number in sorted(whole.items())}
    return lowest if max(lowest.values()) <= _LARGEST else {}


def reduced_formula(formula: str) -> str:
    """Return the formula as OPTIMADE reduces one: symbols in alphabetical order, amounts in lowest terms, no 1; "" for none.

    The rule is that of ``chemical_formula_reduced`` in the OPTIMADE specification 1.2.

    >>> reduced_formula("NaIn"), reduced_formula("Na3Zr2Si2PO12"), reduced_formula("Na2O2")
    ('InNa', 'Na3O12PSi2Zr2', 'NaO')
    """
    return written(amounts(formula))


def written(amounts_of: Mapping[str, int]) -> str:
    """Return amounts as a formula, in the order that they have.

    >>> written({"In": 1, "Na": 2})
    'InNa2'
    """
    return "".join(f"{symbol}{number if number > 1 else ''}" for symbol, number in amounts_of.items())


def system(formula: str) -> tuple[str, ...]:
    """Return the elements of a fixed composition, sorted.

    >>> system("Na15Sn4"), system("NaxMoS2")
    (('Na', 'Sn'), ())
    """
    return tuple(amounts(formula))


def recorded_amounts(formula: str) -> dict[str, int]:
    """Return what `amounts` does, of a formula that a database prints: it is never a word, and may end in a charge.

    >>> recorded_amounts("HKO"), amounts("HKO"), recorded_amounts("O4P-3")
    ({'H': 1, 'K': 1, 'O': 1}, {}, {'O': 4, 'P': 1})
    """
    bare = _CHARGE.sub("", formula)
    pairs = [(found[1], int(found[2] or 1)) for found in _RECORDED_ATOM.finditer(bare)]
    symbols = {symbol for symbol, _ in pairs}
    if (
        not _RECORDED.fullmatch(bare)
        or len(symbols) != len(pairs)
        or not symbols.issubset(ELEMENTS)
        or not all(dict(pairs).values())
    ):
        return amounts(bare)
    divisor = math.gcd(*dict(pairs).values())
    return {symbol: number // divisor for symbol, number in sorted(pairs)}


def is_same(one: str, other: str) -> bool:
    """Return whether a formula of ours and one that a database prints, in any order of symbols, are of one fixed composition.

    >>> is_same("Na2CO3", "CNa2O3"), is_same("NaSn", "Na15Sn4"), is_same("PbOx", "PbOx")
    (True, False, False)
    """
    ours = amounts(one)
    return bool(ours) and ours == recorded_amounts(other)
