"""Phases and reactions that a text names, held against the sourced list of phases and against the conservation of atoms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import Final

from sodiokg.audit.facts import Fact, Value, at
from sodiokg.extract.formulas import ELEMENTS, NONMETALS, Formula, find_formulas
from sodiokg.graph.chemistry import chemistry_file, read_rows
from sodiokg.model import Document

__all__ = ["chemistry_facts"]

_PHASE: Final = "PhaseDatum"
_SPECIES: Final = r"(?:\d{1,2} ?)?[A-Z][A-Za-z0-9()]{0,30}"
_REACTION: Final = re.compile(
    rf"(?<![\w+-])(?P<left>{_SPECIES}(?: ?\+ ?{_SPECIES}){{0,5}}) ?(?:→|⟶|⇌|->|=) ?(?P<right>{_SPECIES}(?: ?\+ ?{_SPECIES}){{0,5}})(?![\w+-])"
)
_COUNTED: Final = re.compile(r"(?P<times>\d{1,2})? ?(?P<formula>[A-Z].*)")
_ALLOYING: Final = 2
_Amounts = frozenset[tuple[str, Fraction]]


def chemistry_facts(document: Document) -> Iterator[Fact]:
    """Yield the binary phases of sodium with a metal that the prose names, and its reactions that do not balance."""
    known = _known()
    pairs = {frozenset(name for name, _ in phase) for phase in known}
    for sentence in document.sentences:
        words = document.words(sentence.start, sentence.end)
        for formula in find_formulas(words):
            amounts = _amounts(formula)
            if amounts is not None and len(amounts) == _ALLOYING and (names := frozenset(name for name, _ in amounts)) in pairs:
                place = sentence.start + formula.start, sentence.start + formula.end
                is_known = _scaled(amounts) in known
                # Without indices it is a system: NaK.
                if is_known or not formula.text.isalpha():
                    told: dict[str, Value] = {"formula": formula.text, "elements": "-".join(sorted(names)), "known": is_known}
                    yield at(document, "Phase", place[0], place[1], **told)
    for found in _REACTION.finditer(document.plain.text):
        if problem := _unbalanced(found):
            yield at(document, "Reaction", found.start(), found.end(), problem=problem)


def _amounts(formula: Formula) -> _Amounts | None:
    """Return how much of which element a formula has, None where an amount is no number."""
    total: Counter[str] = Counter()
    try:
        for name, amount in formula.composition:
            total[name] += Fraction(amount or "1")  # type: ignore[assignment]  # a counter of fractions
    except (ValueError, ZeroDivisionError):
        return None
    return frozenset((name, Fraction(number)) for name, number in total.items())


def _scaled(amounts: _Amounts) -> _Amounts:
    """Return amounts so that the first element by name has 1: NaAu2 and Na0.5Au are one phase."""
    first = min(amounts)[1]
    return frozenset((name, number / first) for name, number in amounts)


@cache
def _known() -> frozenset[_Amounts]:
    """Return the phases of sodium with a metal in the table that ships."""
    names = {row.quantity for row in read_rows(chemistry_file()) if row.kind == _PHASE}
    formulas = [formula for name in sorted(names) for formula in find_formulas(name) if formula.text == name]
    found = (amounts for formula in formulas if (amounts := _amounts(formula)) is not None)
    metals = frozenset(ELEMENTS) - NONMETALS
    return frozenset(_scaled(one) for one in found if len(one) == _ALLOYING and {name for name, _ in one} <= metals)


def _unbalanced(found: re.Match[str]) -> str:
    """Return which elements a reaction makes or loses, "" where it balances or cannot be read."""
    sides = [_side(found[name]) for name in ("left", "right")]
    if sides[0] is None or sides[1] is None or set(sides[0]) != set(sides[1]):
        return ""
    odd = [name for name in sides[0] if sides[0][name] != sides[1][name]]
    return ", ".join(f"{sides[0][name]} {name} on the left and {sides[1][name]} on the right" for name in sorted(odd))


def _side(words: str) -> dict[str, Fraction] | None:
    total: dict[str, Fraction] = {}
    for part in re.split(r" ?\+ ?", words):
        counted = _COUNTED.fullmatch(part.strip())
        formulas = find_formulas(counted["formula"]) if counted else []
        amounts = _amounts(formulas[0]) if counted and len(formulas) == 1 and formulas[0].text == counted["formula"] else None
        if counted is None or amounts is None:
            return None
        for name, number in amounts:
            total[name] = total.get(name, Fraction(0)) + number * int(counted["times"] or 1)
    return total if len(total) > 1 else None
