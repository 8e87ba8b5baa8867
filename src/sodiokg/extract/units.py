"""Units as the literature prints them, read whole or not at all.

A unit expression is a product of symbols with exponents, whatever the typography: ``mA cm-2``, ``mA/cm2``, ``mA·cm^-2``, ``mAcm-2``.
It is reduced to a factor and a dimension, and the dimension decides which unit of the exchange format it converts to. All arithmetic is
rational. A run of unit-like characters that is not understood to its end yields no unit: ``mA`` read from a damaged ``mA cm-2`` would be
a different quantity.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Final

from sodiokg.extract.unit_symbols import BY_SYMBOL, CALENDAR, Atom, Unit, atoms, frozen, targets

__all__ = ["Unit", "UnitRun", "read_unit"]


@dataclass(frozen=True, slots=True)
class UnitRun:
    """A stretch of text that looks like a unit and ends at `end`; `unit` is None where the exchange format has none for it."""

    unit: Unit | None
    end: int


_SHARES: Final = re.compile(
    r"(?P<mass>wt|weight|mass)(?:\.\s?|\s|-)?(?:%|per\s?cent\b)|%\s?(?:by (?:weight|mass)|\(w/w\))|(?P<other>at|mol|vol|atom)(?:\.\s?|\s|-)?%",
)
# M is molar unless it stands for a metal ("2 M ions", "M = Fe") or opens a name ("3 M-type").
_MOLAR: Final = re.compile(r"(m?)M(?![\w+-]|\s?=|\s(?:ions?|cations?|atoms?|sites?|metals?|elements?)\b)")
# A degree sign whose font a PDF has lost: "350 8C".
_LOST_DEGREE: Final = re.compile(r"[81]\s?C(?![\w-]|\srate)")
_EXPONENT: Final = re.compile(r"(?:\s?\^\s?)?(?P<open>[{(])?(?P<sign>\s?-\s?|[+?~])?(?P<digit>[1-4])(?(open)[)}])(?!\d|[.,]\d)")
# A lost superscript: "mA cm 2", "mAh g 1"; of a lone length only where no list or range of numbers goes on.
_SPACED_EXPONENT: Final = re.compile(r"\s(?P<digit>[12])(?=[\s,.;:)\]]|/\s?\d|$)")
_GOES_ON: Final = re.compile(r"\s(?:and|to|or)\s\d")
_DIVIDES: Final = frozenset({"g", "kg", "L", "m", "cm", "mol"})
_JOINT: Final = re.compile(r"\s?/\s?\(?(?=[A-Za-zΩμ])|\sper\s(?=\S)|\s?[·⋅∙•*×]\s?(?=[A-Za-zΩμ])|[.\-](?=[A-Za-zΩμ])|\s(?=\S)|")
# What misread exponents and split symbols leave behind a unit: "mA c m-2", "mA em-2", "mA crn2", "cm 2 s 1", "mV s", "S·cm 2·mol".
_TAIL: Final = r"[\s/·*.-]{0,3}(?:[cm]?m|k?g|m?L|s|h|V|K|mol|min|d)(?:\s?[\^_({~?-]{1,3}\s?|\s)?[1-3](?!\d|\.\d)"
_BROKEN: Final = re.compile(
    r"\s?[/·.]?\s?(?:[ceo]\s?r?[mn]|k?\s?g|m|L|[A-Za-z]\s[mg])[\^_{(~?]*\s?-?\d"
    rf"|(?:\s?[1-3])?(?!\s?[1-3]?\s?[cm]?m(?![a-z])){_TAIL}|\s?[1-3]?\s?[·*]\s?[A-Za-zμΩ]|\s[1-3]\s?/\s?[A-Za-zμΩ]|\s(?:s|m)(?![\w'])"
    r"|\?[1-3](?!\d|\.\d)|~[1-3](?!\d|\.\d|\s?(?:[mμnkc]?(?:Ah?|V|S|Ω|m|g|L)|h|s|min|C|K|MPa|cycles?|days?)\b|\s?[°%])"
)
# The rest of such a run, whose digits are no numbers of their own.
_REST: Final = re.compile(rf"(?:[?~][1-3](?!\d))?(?:(?:\s?[1-3])?{_TAIL}){{0,4}}(?:\s?[?~-]?\s?[1-4])?(?:/[2-4])?(?!\d|\.\d)")
# Symbols that may follow another across a mere space; others (A, V, K, C) would swallow the next word.
_FOLLOWS: Final = frozenset(
    {"cm", "m", "mm", "dm", "nm", "μm", "g", "kg", "mg", "L", "l", "mL", "mol", "h", "s", "min", "K", "V"}
)


@cache
def _symbol_pattern() -> re.Pattern[str]:
    ordered = sorted(atoms(), key=len, reverse=True)
    spelled = [re.escape(word) + r"(?![A-Za-z])" if len(word) > 3 else re.escape(word) for word in ordered]
    return re.compile("|".join(spelled))


@dataclass(frozen=True, slots=True)
class _Factor:
    atom: Atom
    power: int
    signed: bool  # whether an exponent or a solidus fixed the sign of the power
    end: int


def read_unit(text: str, position: int) -> UnitRun | None:
    """Return the unit-like run that starts at `position`, None where none does.

    >>> run = read_unit("5 mA·cm^-2 at", 2)
    >>> run.unit.key, run.end
    ('mA/cm2', 10)
    >>> read_unit("5 mA g-1", 2)
    UnitRun(unit=None, end=8)
    >>> read_unit("5 samples", 2) is None
    True
    """
    if special := _read_special(text, position):
        return special
    factors = _read_factors(text, position)
    if not factors:
        return None
    end = factors[-1].end
    if _ends_cleanly(text, end, factors) and ((unit := _resolve(factors)) or len(factors) == 1):
        return UnitRun(unit, end)
    rest = _REST.match(text, end)
    whole = rest.end() if rest and not factors[-1].signed else end
    certain = len(factors) > 1 or factors[0].signed or whole > end or not text[end : end + 1].isalpha()
    return UnitRun(None, whole) if certain else None


def _read_special(text: str, position: int) -> UnitRun | None:
    if shares := _SHARES.match(text, position):
        return UnitRun(None if shares["other"] else Unit("wt%"), shares.end())
    if molar := _MOLAR.match(text, position):
        return UnitRun(Unit("mol/L", Fraction(1, 1000) if molar[1] else Fraction(1)), molar.end())
    if degree := _LOST_DEGREE.match(text, position):
        return UnitRun(Unit("Cel"), degree.end())
    word = re.compile(r"[a-z]{3,6}\b").match(text, position)
    for key, words in CALENDAR.items():
        if word and word[0] in words:
            return UnitRun(Unit(key, Fraction(words[word[0]])), word.end())
    return None


def _read_factors(text: str, position: int) -> list[_Factor]:
    factors: list[_Factor] = []
    while factor := _read_factor(text, position, factors):
        factors.append(factor)
        position = factor.end
    return factors


def _read_factor(text: str, position: int, before: list[_Factor]) -> _Factor | None:
    joint, divides, spaced = "", False, False
    if before:
        match = _JOINT.match(text, position)
        joint = match[0].strip() if match else ""
        spaced = bool(match and match[0] and not joint)
        divides, position = joint.startswith("/") or joint == "per", match.end() if match else position
    symbol = _symbol_pattern().match(text, position)
    if symbol is None or (spaced and not _may_follow(text, symbol, before)) or (joint == "per" and _begins_word(text, symbol)):
        return None
    power, signed, end = _read_power(text, symbol.end(), symbol[0], joined=bool(before) and not divides)
    return _Factor(atoms()[symbol[0]], -power if divides else power, signed or divides, end)


def _may_follow(text: str, symbol: re.Match[str], before: list[_Factor]) -> bool:
    """Say whether a symbol after a space continues the unit rather than beginning the next word."""
    if symbol[0] not in _FOLLOWS or before[0].atom.key in {"°", "%", "C"}:
        return False
    if _begins_word(text, symbol):
        return False
    if symbol[0] == "h" and before[-1].atom.key in {"A", "mA", "μA", "W", "kW", "mW"}:
        return True
    if symbol[0] == "s" and before[-1].atom.key.endswith("Pa"):
        return True
    if symbol[0] in {"s", "h", "min", "K", "V", "m"}:
        return bool(_EXPONENT.match(text, symbol.end())) or (symbol[0] == "m" and before[-1].atom.key.endswith(("N", "J")))
    return True


def _begins_word(text: str, symbol: re.Match[str]) -> bool:
    after = text[symbol.end() : symbol.end() + 1]
    return after.isalpha() and _symbol_pattern().match(text, symbol.end()) is None


def _read_power(text: str, position: int, symbol: str, *, joined: bool) -> tuple[int, bool, int]:
    """Return power, whether a sign fixed it, and where it ends; `joined` tells that other symbols stand before this one."""
    if symbol[-1] in "%°":
        return 1, True, position
    match = _EXPONENT.match(text, position)
    if match and (joined or match["sign"] not in {"?", "~"}):
        # The exponent of a lone symbol is never 1: "cm1" has lost the minus sign of a wavenumber.
        negative = (match["sign"] or "").strip() in {"-", "?", "~"} or (match["digit"] == "1" and not joined)
        return (-int(match["digit"]) if negative else int(match["digit"])), negative, match.end()
    match = _SPACED_EXPONENT.match(text, position)
    if match and joined and symbol in _DIVIDES:
        return int(match["digit"]), False, match.end()
    if match and symbol in {"cm", "m"} and match["digit"] == "2" and not _GOES_ON.match(text, match.end()):
        return 2, False, match.end()
    return 1, False, position


def _ends_cleanly(text: str, end: int, factors: list[_Factor]) -> bool:
    following = text[end : end + 1]
    if following.isalnum() or (following and following in "^_@"):
        return False
    if following == "+" and factors[-1].atom.key in {"K", "C"}:
        return False
    if following == "-" and re.match(r"-\d", text[end : end + 2]) and factors[-1].atom.key not in {"%", "°", "°C"}:
        return re.match(r"-\d+(?:\.\d+)?\s?[A-Za-zΩμ°%]", text[end : end + 12]) is not None
    return _BROKEN.match(text, end) is None


def _resolve(factors: list[_Factor]) -> Unit | None:
    if len(factors) == 1 and factors[0].power == 1 and factors[0].atom.key in BY_SYMBOL:
        return BY_SYMBOL[factors[0].atom.key]
    return next((unit for powers in _readings(factors) if (unit := _lookup(factors, powers))), None)


def _readings(factors: list[_Factor]) -> Iterator[list[int]]:
    """Yield the powers as printed, then with the sign of the last one turned, which print and conversion often lose."""
    powers = [factor.power for factor in factors]
    yield powers
    if len(factors) > 1:
        yield [*powers[:-1], -powers[-1]]


def _lookup(factors: list[_Factor], powers: list[int]) -> Unit | None:
    scale, dimension = Fraction(1), dict[str, int]()
    for factor, power in zip(factors, powers, strict=True):
        scale *= factor.atom.factor**power
        for base, exponent in factor.atom.dimension.items():
            dimension[base] = dimension.get(base, 0) + exponent * power
    target = targets().get(frozen(dimension))
    symbols = "".join(factor.atom.key[-2:] for factor in factors)
    if len(factors) > 1 and target and target[0] in {"C", "Cel", "deg", "%"}:
        return None
    if target and ((target[0] == "MPa" and "J" in symbols) or (target[0] == "mN/m" and "Pa" in symbols)):
        return None  # an energy density is no pressure, a toughness no surface tension
    return Unit(target[0], scale / target[1]) if target else None
