"""Numbers that nothing was read from: what a person who judges a reading has to look at first."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Final

from sodiokg.extract.couples import find_couples, find_decorated
from sodiokg.extract.formulas import find_formulas
from sodiokg.extract.quantities import find_quantities
from sodiokg.model import Document, Records

__all__ = ["unread_numbers"]

_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")
# Digits inside a name: Cu-3.6, NSCA-31, 3D, H2, 18650-type; and ordinals.
_IN_NAME: Final = re.compile(r"[^\W\d_]['′″]*-?$")
_NAME_GOES_ON: Final = re.compile(r"(?:D(?=[A-Z]|\b)|-[a-z]|st\b|nd\b|rd\b|th\b|-?(?:fold|type|phase|layer)\b)")
# The 2 of "2 Na + SnF2 → 2 NaF + Sn" is stoichiometry.
_COEFFICIENT: Final = re.compile(
    r"(?:(?<=[+→=] )|(?<=[+→=]))\d{1,2} ?(?=[A-Z])|\b\d{1,2} ?(?=[A-Z][A-Za-z0-9]* ?\+ ?\d{0,2} ?[A-Z])"
)
_YEAR: Final = re.compile(r"(?:1[89]|20)\d\d")
# "(1) polishing, (2) annealing", and the face of a crystal.
_BRACKETED: Final = re.compile(r"[(\[]$"), re.compile(r"[)\]]")
# What is counted and not measured: figures, equations, sections, space groups.
_POINTER: Final = re.compile(
    r"\b(?:fig(?:ure|s|\.)*|tables?|eq(?:uation|s|n|\.)*|sections?|schemes?|ref(?:erence|s|\.)*|chapters?|steps?|samples?|no\.|group)"
    r"\s?\(?(?:\d+[a-z]?(?:,| and|-)\s?)*$",
    re.IGNORECASE,
)
_COUNT_BEFORE: Final = re.compile(r"(?:^|\n)\s*[(\[]?$")
_COUNT_AFTER: Final = re.compile(r"[.)\]]\s")
_Span = tuple[int, int]


def unread_numbers(records: Records) -> list[tuple[int, int, str]]:
    """Return source places of numbers that no record, citation, formula, year or pointer covers, each with what it looks like.

    Outside of prose (front matter, headings) only numbers with a unit count, in the reference list none.
    """
    document = records.document
    text = document.plain.text
    prose = _Cover((sentence.start, sentence.end) for sentence in document.sentences)
    quantities = _Cover((quantity.start, quantity.end) for quantity in find_quantities(text))
    known = _Cover(_explained(document))
    coefficients = _Cover(match.span() for match in _COEFFICIENT.finditer(text))
    read = _Cover((number.start, number.end) for number in records.measurements)
    found = []
    for start, end in _numbers(text):
        place = document.plain.to_source(start, end)
        if known.has(start) or read.has(place[0]):
            continue
        if quantities.has(start):
            found.append((*place, "a number with a unit that no measurement holds"))
        elif prose.has(start) and not _YEAR.fullmatch(text[start:end]) and not coefficients.has(start):
            found.append((*place, "a number that nothing was read from"))
    return found


def _numbers(text: str) -> Iterator[_Span]:
    """Yield the numbers of a plain text that are no part of a name, of a pointer or of a list's count."""
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        before = text[max(0, start - 40) : start]
        if _IN_NAME.search(before) or _NAME_GOES_ON.match(text, end) or _POINTER.search(before):
            continue
        listed = _COUNT_BEFORE.search(before) and _COUNT_AFTER.match(text, end)
        bracketed = match[0].isdecimal() and _BRACKETED[0].search(before) and _BRACKETED[1].match(text, end)
        if not (listed or bracketed):
            yield start, end


def _explained(document: Document) -> Iterator[_Span]:
    """Yield the plain places whose digits belong to references, citations, formulas and names of cells and materials."""
    yield from ((section.start, section.end) for section in document.sections if section.number == "references")
    yield from ((citation.start, citation.end) for citation in document.citations)
    text = document.plain.text
    for finder in (find_formulas, find_couples, find_decorated):
        for found in finder(text):
            yield found.start, found.end


class _Cover:
    """Stretches of text, asked whether one of them covers a place."""

    def __init__(self, spans: Iterable[_Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def has(self, place: int) -> bool:
        """Tell whether a stretch covers the place."""
        index = bisect_right(self._starts, place) - 1
        return index >= 0 and place < self._ends[index]
