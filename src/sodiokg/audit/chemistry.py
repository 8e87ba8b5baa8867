"""Phases and reactions that a text names, held against the sourced list of phases and against the conservation of atoms and of charge."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import Final

from sodiokg.audit.compositions import amounts_of
from sodiokg.audit.facts import Fact, Value, at
from sodiokg.extract.formulas import ELEMENTS, NONMETALS, find_formulas
from sodiokg.graph.chemistry import chemistry_file, read_rows
from sodiokg.graph.phases import asked_phases
from sodiokg.model import Document

__all__ = ["chemistry_facts"]

_PHASE: Final = "PhaseDatum"
_SPECIES: Final = r"(?:\d{1,2}(?:[./]\d)? ?)?(?:[A-Z][A-Za-z0-9()]{0,30}?(?:\d?[+-](?![A-Za-z0-9])|(?![A-Za-z0-9()]))|e-)(?: ?\((?:s|l|g|aq)\))?"
_REACTION: Final = re.compile(
    rf"(?<![\w+./-])(?P<left>{_SPECIES}(?: ?\+ ?{_SPECIES}){{0,5}}) ?(?:→|⟶|⇌|↔|->|=) ?(?P<right>{_SPECIES}(?: ?\+ ?{_SPECIES}){{0,5}})(?![\w+])"
)
_PART: Final = re.compile(
    r"(?:(?P<times>\d{1,2}(?:[./]\d)?) ?)?(?P<formula>[A-Z][A-Za-z0-9()]*?|e)(?P<charge>\d?[+-])?(?: ?\((?:s|l|g|aq)\))?"
)
_ALLOYING: Final = 2
# Words beside a formula that tells what was put together, not which phase came of it.
_NOMINAL: Final = re.compile(r"nominal|ratio|stoichiometr|overall composition|mixtures?\b|molar", re.IGNORECASE)
_NEAR: Final = 40
_Amounts = frozenset[tuple[str, Fraction]]


def chemistry_facts(document: Document) -> Iterator[Fact]:
    """Yield the binary phases of sodium with a metal that the prose names, those that no asked database has, and unbalanced reactions."""
    yield from _phases(document)
    yield from _asked(document)
    for found in _REACTION.finditer(document.plain.text):
        if problem := _unbalanced(found):
            yield at(document, "Reaction", found.start(), found.end(), problem=problem)


def _phases(document: Document) -> Iterator[Fact]:
    known = _known()
    pairs = {frozenset(name for name, _ in phase) for phase in known}
    for sentence in document.sentences:
        words = document.words(sentence.start, sentence.end)
        for formula in find_formulas(words):
            amounts = amounts_of(formula) or {}
            if len(amounts) != _ALLOYING or frozenset(amounts) not in pairs:
                continue
            is_known = _scaled(frozenset(amounts.items())) in known
            # Without indices it is a system: NaK.
            if is_known or not formula.text.isalpha():
                near = words[max(0, formula.start - _NEAR) : formula.end + _NEAR]
                told: dict[str, Value] = {"formula": formula.text, "elements": "-".join(sorted(amounts)), "known": is_known}
                told["isNominal"] = bool(_NOMINAL.search(near))
                yield at(document, "Phase", sentence.start + formula.start, sentence.start + formula.end, **told)


def _asked(document: Document) -> Iterator[Fact]:
    """Yield the formulas of the prose that services were asked for, which answered that they have no structure of them."""
    phases = asked_phases()
    for sentence in document.sentences if phases else ():
        words = document.words(sentence.start, sentence.end)
        for formula in find_formulas(words):
            known = phases.of(formula.text) if phases else None
            near = words[max(0, formula.start - _NEAR) : formula.end + _NEAR]
            if phases and known and known.denied_by and not known.exists and not _NOMINAL.search(near):
                others = phases.verdict(formula.text).others
                told: dict[str, Value] = {"formula": formula.text, "deniedBy": ", ".join(known.denied_by)}
                told["instead"] = (
                    f"its elements have {', '.join(others)}" if others else "none of another phase of its elements is known"
                )
                yield at(document, "AskedPhase", sentence.start + formula.start, sentence.start + formula.end, **told)


def _scaled(amounts: _Amounts) -> _Amounts:
    """Return amounts so that the first element by name has 1: NaAu2 and Na0.5Au are one phase."""
    first = min(amounts)[1]
    return frozenset((name, number / first) for name, number in amounts)


@cache
def _known() -> frozenset[_Amounts]:
    """Return the phases of sodium with a metal in the table that ships."""
    names = {row.quantity for row in read_rows(chemistry_file()) if row.kind == _PHASE}
    formulas = [formula for name in sorted(names) for formula in find_formulas(name) if formula.text == name]
    found = [amounts for formula in formulas if (amounts := amounts_of(formula)) is not None]
    metals = frozenset(ELEMENTS) - NONMETALS
    return frozenset(_scaled(frozenset(one.items())) for one in found if len(one) == _ALLOYING and set(one) <= metals)


def _unbalanced(found: re.Match[str]) -> str:
    """Return what a reaction makes or loses, "" where it balances or cannot be read."""
    left, right = (_side(found[name]) for name in ("left", "right"))
    if left is None or right is None or set(left[0]) != set(right[0]) or len(left[0]) + ("e-" in found[0]) < _ALLOYING:
        return ""
    atoms = [
        f"{float(left[0][name]):g} {name} on the left and {float(right[0][name]):g} on the right"
        for name in sorted(left[0])
        if left[0][name] != right[0][name]
    ]
    if not atoms and left[1] != right[1]:
        atoms = [f"a charge of {float(left[1]):+g} on the left and of {float(right[1]):+g} on the right"]
    return ", ".join(atoms)


def _side(words: str) -> tuple[dict[str, Fraction], Fraction] | None:
    """Return the atoms and the charge of one side, None where a part of it is no species with numbers alone."""
    total: dict[str, Fraction] = {}
    charge = Fraction(0)
    for part in re.split(r" \+ ?|(?<![+-]) ?\+ ?(?=[\dA-Z])", words):
        counted = _PART.fullmatch(part.strip())
        atoms = _atoms(counted["formula"]) if counted else None
        if counted is None or atoms is None:
            return None
        times = Fraction(counted["times"] or "1")
        for name, number in atoms.items():
            total[name] = total.get(name, Fraction(0)) + number * times
        charge += times * _charge(counted["charge"] or "", is_electron=counted["formula"] == "e")
    return total, charge


def _atoms(formula: str) -> dict[str, Fraction] | None:
    if formula == "e":
        return {}
    formulas = find_formulas(formula)
    if formula in ELEMENTS:
        return {formula: Fraction(1)}
    return amounts_of(formulas[0]) if len(formulas) == 1 and formulas[0].text == formula else None


def _charge(sign: str, *, is_electron: bool) -> int:
    if is_electron:
        return -1
    return (-1 if sign.endswith("-") else 1) * int(sign[:-1] or 1) if sign else 0
