"""Formulas that cannot be right: with a character in another's place, or with charges that do not cancel."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import product
from typing import Final

from sodiokg.audit.facts import Fact, at
from sodiokg.audit.vocabulary import pairs
from sodiokg.extract.formulas import Formula, find_formulas, normal_formula
from sodiokg.graph.build import substance_index
from sodiokg.graph.chemistry import chemistry_file, read_rows
from sodiokg.model import Document

__all__ = ["amounts_of", "composition_facts"]

_TOKEN: Final = re.compile(
    r"(?<![\w@/|-])(?=[^\W\d_]*[\d(])[A-Za-z][A-Za-z0-9]{1,30}(?:\([A-Za-z0-9]{1,12}\)?[0-9O]{0,3}[A-Z]?)?(?![\w@/)-])"
)
# Characters that a typist or a scanner puts in the place of another.
_LOOK_ALIKE: Final = {"0": "O", "O": "0", "1": "l", "I": "l", "l": "I"}
_MOST_DOUBTFUL: Final = 5
_OPEN: Final = ("", "2", "3", "4")
# A formula with so small an excess of charge is rounded.
_ROUNDED: Final = Fraction(25, 1000)
_FEWEST: Final = 3


def composition_facts(document: Document) -> Iterator[Fact]:
    """Yield the garbled formulas of the prose, and those whose charges do not cancel."""
    known = _known() | _printed(document)
    for sentence in document.sentences:
        words = document.words(sentence.start, sentence.end)
        for found in _TOKEN.finditer(words):
            if found[0] not in known and (meant := _meant(found[0], known)):
                place = sentence.start + found.start(), sentence.start + found.end()
                yield at(document, "GarbledFormula", *place, printed=found[0], meant=meant)
        for formula in find_formulas(words):
            if excess := _excess(formula):
                place = sentence.start + formula.start, sentence.start + formula.end
                yield at(document, "ChargedFormula", *place, formula=formula.text, excess=excess)


def _printed(document: Document) -> set[str]:
    """Return the formulas that the prose prints more than once, none of which is a slip of the pen."""
    once: set[str] = set()
    often: set[str] = set()
    for sentence in document.sentences:
        for formula in find_formulas(document.words(sentence.start, sentence.end)):
            (often if formula.text in once else once).add(formula.text)
    return often


@cache
def _known() -> frozenset[str]:
    """Return the compounds that ontology and table name, in normal form."""
    names = {*substance_index().names, *(part for row in read_rows(chemistry_file()) for part in (row.subject, row.quantity))}
    formulas = {text for name in names if (text := normal_formula(name))}
    return frozenset(text for text in formulas if any(sign.isdigit() for sign in text) and "-" not in text)


def _meant(token: str, known: set[str] | frozenset[str]) -> str:
    """Return the known compound that a token misses by look-alike characters, by case or by its last bracket, "" for none.

    >>> _meant("Al203", frozenset({"Al2O3"})), _meant("NaCl", frozenset({"NaClO4"}))
    ('Al2O3', '')
    """
    if token.count("(") > token.count(")"):
        return next(
            (
                whole
                for end in _OPEN
                if (whole := f"{token.rstrip('234')})" + (end or token[len(token.rstrip("234")) :])) in known
            ),
            "",
        )
    doubtful = [place for place, sign in enumerate(token) if place and sign in _LOOK_ALIKE]
    if 0 < len(doubtful) <= _MOST_DOUBTFUL:
        for signs in product(*((token[place], _LOOK_ALIKE[token[place]]) for place in doubtful)):
            letters = list(token)
            for place, sign in zip(doubtful, signs, strict=True):
                letters[place] = sign
            if (whole := "".join(letters)) != token and whole in known:
                return whole
    return _cased(token, known) if any(sign.isupper() for sign in token) and not _is_element_run(token) else ""


def _cased(token: str, known: set[str] | frozenset[str]) -> str:
    folded = token.casefold()
    return next((name for name in sorted(known) if name.casefold() == folded), "")


def _is_element_run(token: str) -> bool:
    """Tell whether a token is a formula of two elements itself, as CO2 is beside Co2."""
    formulas = find_formulas(token)
    return len(formulas) == 1 and formulas[0].text == token and len(formulas[0].composition) < _FEWEST


def amounts_of(formula: Formula) -> dict[str, Fraction] | None:
    """Return how much of which element a formula has, None where an amount is no number."""
    total: dict[str, Fraction] = {}
    try:
        for name, amount in formula.composition:
            total[name] = total.get(name, Fraction(0)) + Fraction(amount or "1")
    except (ValueError, ZeroDivisionError):
        return None
    return total


def _excess(formula: Formula) -> str:
    """Return by how much the charges of a compound fail to cancel, with its sign; "" where they do, or where one is not fixed."""
    amounts = amounts_of(formula)
    if amounts is None or len(amounts) < _FEWEST or formula.charge or not formula.text.isascii():
        return ""
    charges = pairs("charge")
    halides = {"Cl", "Br", "I"} & set(amounts)
    if set(amounts) - set(charges) or ("O" in amounts and halides) or not ({"O", "F"} & set(amounts) or halides):
        return ""
    total = sum((number * charges[name] for name, number in amounts.items()), Fraction(0))
    negative = -sum((number * charges[name] for name, number in amounts.items() if charges[name] < 0), Fraction(0))
    return f"{float(total):+g}" if abs(total) > _ROUNDED * negative else ""
