"""Write citation numbers in brackets that were raised once and stand on the line now: "as shown before12,13", "wets BASE.4 Then".

They are taken for citations only as a whole, in a text without markers in brackets. Where it has a numbered reference list, every number is in
that list and new numbers come in their order. Where it has none, as an excerpt, several markers have to count up one by one, or one marker has
three numbers; what stands after a bracket, a short form or a symbol ("lithium (SEI)8", "reactive Li4.") is read where it is the very one that
comes next.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sodiokg.model import Plain
from sodiokg.text.citations import MENTIONED, numbers_of
from sodiokg.text.indices import is_symbols
from sodiokg.text.spaced import spaced_markers

__all__ = ["with_brackets"]

_NUMBERS: Final = r"\d{1,3}(?:[,-]\d{1,3}){0,12}"
# Sure is what follows a plain word; a name, a short form in brackets or a symbol may have a number of its own.
_LOWERED: Final = re.compile(
    rf"(?:(?<=[a-z]{{4}})(?P<word>{_NUMBERS})(?=[.,;:)]*(?:\s|$))|(?<=[a-z]{{3}}[.,;:])(?P<after>{_NUMBERS})(?=\s|$))"
)
_DOUBTFUL: Final = re.compile(
    rf"(?:(?<=[A-Za-z]\)){_NUMBERS}|(?<=\d\))\d{{1,3}}(?:[,-]\d{{1,3}}){{1,12}}|(?<=[A-Za-z%]){_NUMBERS})(?=[.,;:)]*(?:\s|$))"
)
# What has a number of its own: "sample12", "cell3.", and units with an exponent.
_LABEL: Final = re.compile(
    r"\b(?:fig|figs|figure|figures|table|tables|scheme|section|equation|step|sample|samples|cell|cells|type|phase|group|layer|note|batch|series|level|"
    r"electrode|electrolyte|meter|metre|metres|meters|atom|atoms|version|line|page|part|class|type|method|route|stage|state|film|anode|cathode)[.,;:]?$",
    re.IGNORECASE,
)
# What has a number of its own and is cited by nobody.
_PLACE: Final = re.compile(
    r"\b(?:figs?|figures?|tables?|schemes?|sections?|equations?|eqs?|steps?|samples?|notes?|batch|version|line|page|part|[mckn]?m|[mckn]?m-|h|g|s|V|K|W|C)$",
    re.IGNORECASE,
)
_POWERED: Final = re.compile(r"\b[mckn]?m-?$")
_PLAIN_WORD: Final = re.compile(r"(?<![\w-])[a-z][a-z-]{3,}[.,;:]?$")
_SHORT_FORM: Final = re.compile(r"(?:(?<=\s)\((?P<form>[A-Za-z-]{2,8})\)|(?<![\w.])(?P<symbol>[A-Z][a-z]?)|[A-Za-z]{3}|\d\s?%)$")
_BRACKETED: Final = re.compile(r"\[\d{1,3}(?:[,\s-]+\d{1,3})*\]")
_GOES_ON: Final = re.compile(r"\s+[A-Z\"'(]|\s*$|\n")
_FEWEST: Final = 2
_FEWEST_COUNTED: Final = 3  # numbers that count up, where no list bears them out; so many in one marker need no other
_WIDEST_GAP: Final = 2  # numbers that may be lost between two markers
_BEFORE: Final = 24  # characters that tell what a number stands after


@dataclass(frozen=True, slots=True)
class _Marker:
    """A number or a list of them that may be a citation; `told` is one that the text names as such ("refs 7, 10")."""

    start: int
    end: int
    numbers: tuple[int, ...]
    sure: bool
    told: bool = False


def with_brackets(plain: Plain, listed: int, end: int) -> Plain:
    """Return a plain text with the lowered citation numbers before `end` in brackets; `listed` is how many entries its list has, 0 for no list."""
    text = plain.text
    if listed and _BRACKETED.search(text, 0, end):
        return plain
    spans = _by_list(text, listed, end) if listed >= _FEWEST else [] if listed else _in_an_excerpt(text, end)
    return _bracketed(plain, spans) if spans else plain


def _in_an_excerpt(text: str, end: int) -> list[tuple[int, int]]:
    """Return the markers of a text without list: those glued to words, else those that stand apart, which markers in brackets may join."""
    glued = [] if _BRACKETED.search(text, 0, end) else _by_count(text, end)
    return glued or spaced_markers(text, end)


def _by_list(text: str, listed: int, end: int) -> list[tuple[int, int]]:
    found = [one for one in _LOWERED.finditer(text, 0, end) if not _LABEL.search(text, max(0, one.start() - 14), one.start())]
    spans = [one.span("word") if one["word"] else one.span("after") for one in found]
    return spans if _count_up([text[start:stop] for start, stop in spans], listed) else []


def _count_up(markers: list[str], listed: int) -> bool:
    highest = 0
    for number in (int(number) for marker in markers for number in re.split(r"[,-]", marker)):
        if not 0 < number <= listed or (number > highest + 1 and not _is_range_end(number, highest, markers)):
            return False
        highest = max(highest, number)
    return len(markers) >= _FEWEST


def _is_range_end(number: int, highest: int, markers: list[str]) -> bool:
    return any(marker.endswith(f"-{number}") and int(re.split(r"[,-]", marker)[-2]) <= highest for marker in markers)


def _by_count(text: str, end: int) -> list[tuple[int, int]]:
    """Return the markers of a text without list: none unless the sure ones count up, and of the others those that are due."""
    sure = [_Marker(*span, numbers, sure=True) for span in _after_words(text, end) if (numbers := _ascending(text[slice(*span)]))]
    if not sure:
        return []
    told = [_Marker(*one.span(), numbers_of(one[1]), sure=True, told=True) for one in MENTIONED.finditer(text, 0, end)]
    known = {one.start for one in sure}
    doubtful = [
        _Marker(*one.span(), numbers, sure=False)
        for one in _DOUBTFUL.finditer(text, 0, end)
        if one.start() > sure[0].start
        and one.start() not in known
        and (numbers := _ascending(one.group()))
        and _may_be_cited(text, one.start(), several=len(numbers) > 1)
    ]
    taken: list[_Marker] = []
    highest = sure[0].numbers[0] - 1
    for marker in sorted([*sure, *told, *doubtful], key=lambda one: one.start):
        if marker.sure and not marker.told and min(marker.numbers) > highest + 1 + _WIDEST_GAP and not _counts(taken):
            return []
        new = [number for number in marker.numbers if number > highest]
        follows = highest + 1 if len(new) < 2 else min(new[0], highest + 1 + _WIDEST_GAP)
        due = new == [*range(follows, follows + len(new))]
        if marker.sure or (due and (new or (text[marker.start - 1] == ")" and len(marker.numbers) > 1))):
            highest = max(highest, *marker.numbers)
            taken += [] if marker.told else [marker]
    return [(marker.start, marker.end) for marker in taken] if _counts(taken) else []


def _after_words(text: str, end: int) -> Iterator[tuple[int, int]]:
    for one in _LOWERED.finditer(text, 0, end):
        start, stop = one.span("word") if one["word"] else one.span("after")
        before = text[max(0, start - _BEFORE) : start]
        if not _PLAIN_WORD.search(before) or _LABEL.search(before):
            continue
        if one["word"] or before[-1] != "." or _GOES_ON.match(text, stop):
            yield start, stop


def _ascending(marker: str) -> tuple[int, ...]:
    """Return the numbers of a marker that counts up, () for any other: "12,000", "7-3"."""
    if re.search(r"(?<!\d)0", marker):
        return ()
    numbers = numbers_of(marker)
    return (
        numbers
        if numbers and list(numbers) == sorted({*numbers}) and marker.count(",") + marker.count("-") < len(numbers)
        else ()
    )


def _counts(markers: list[_Marker]) -> bool:
    """Tell whether markers count up: new numbers follow one another, at most a few of them lost between two; one of three numbers does alone."""
    numbers = [number for marker in markers for number in marker.numbers]
    if len(markers) < _FEWEST and len(numbers) < _FEWEST_COUNTED:
        return False
    highest, counted = numbers[0] - 1, 0
    for number in numbers:
        counted += number == highest + 1
        highest = max(highest, number)
    lost = highest - numbers[0] + 1 - len({*numbers})
    return counted >= _FEWEST_COUNTED and counted > lost


def _may_be_cited(text: str, start: int, *, several: bool) -> bool:
    """Tell whether what stands before a number can be cited: no unit, no label, no formula in brackets; of `several` only the first can be an exponent."""
    before = text[max(0, start - _BEFORE) : start]
    if several:
        return not _POWERED.search(before)
    found = _SHORT_FORM.search(before)
    if not found or _PLACE.search(before):
        return False
    return not (found["form"] and is_symbols(found["form"]))


def _bracketed(plain: Plain, spans: list[tuple[int, int]]) -> Plain:
    """Insert brackets; each stands for the character of the source that it is beside."""
    pieces: list[str] = []
    starts, ends = array(plain.starts.typecode), array(plain.ends.typecode)
    for start, stop, mark in _cuts(spans, len(plain.text)):
        pieces.append(plain.text[start:stop] + mark)
        starts.extend(plain.starts[start:stop])
        ends.extend(plain.ends[start:stop])
        if mark:
            beside = stop if mark == "[" else stop - 1
            starts.append(plain.starts[beside])
            ends.append(plain.ends[beside])
    return Plain("".join(pieces), starts, ends)


def _cuts(spans: list[tuple[int, int]], size: int) -> Iterator[tuple[int, int, str]]:
    at = 0
    for start, stop in spans:
        yield at, start, "["
        yield start, stop, "]"
        at = stop
    yield at, size, ""
