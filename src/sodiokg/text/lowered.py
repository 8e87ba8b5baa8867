"""Write citation numbers in brackets that were raised once and stand on the line now: "as shown before12,13", "wets BASE.4 Then".

They are taken for citations only as a whole: the text has a numbered reference list and no markers in brackets, every number is in that list,
and new numbers come in their order, as they do where a list is numbered by first citation.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from typing import Final

from sodiokg.model import Plain

__all__ = ["with_brackets"]

_NUMBERS: Final = r"(?P<numbers>\d{1,3}(?:[,-]\d{1,3}){0,12})"
_LOWERED: Final = re.compile(
    rf"(?:(?<=[a-z]{{4}}){_NUMBERS}(?=[.,;:)]*(?:\s|$))|(?<=[a-z]{{3}}[.,;:])(?P<after>\d{{1,3}}(?:[,-]\d{{1,3}}){{0,12}})(?=\s|$))"
)
# What has a number of its own: "sample12", "cell3.", and units with an exponent.
_LABEL: Final = re.compile(
    r"\b(?:fig|figs|figure|figures|table|tables|scheme|section|equation|step|sample|samples|cell|cells|type|phase|group|layer|note|batch|series|level|"
    r"electrode|electrolyte|meter|metre|metres|meters|atom|atoms|version|line|page|part|class|type|method|route|stage|state|film|anode|cathode)[.,;:]?$",
    re.IGNORECASE,
)
_BRACKETED: Final = re.compile(r"\[\d{1,3}(?:[,\s-]+\d{1,3})*\]")
_FEWEST: Final = 2


def with_brackets(plain: Plain, listed: int, end: int) -> Plain:
    """Return a plain text with the lowered citation numbers before `end` in brackets; `listed` is how many entries its list has."""
    text = plain.text
    if listed < _FEWEST or _BRACKETED.search(text, 0, end):
        return plain
    found = [one for one in _LOWERED.finditer(text, 0, end) if not _LABEL.search(text, max(0, one.start() - 14), one.start())]
    spans = [one.span("numbers") if one["numbers"] else one.span("after") for one in found]
    if not _count_up([text[start:stop] for start, stop in spans], listed):
        return plain
    return _bracketed(plain, spans)


def _count_up(markers: list[str], listed: int) -> bool:
    highest = 0
    for number in (int(number) for marker in markers for number in re.split(r"[,-]", marker)):
        if not 0 < number <= listed or (number > highest + 1 and not _is_range_end(number, highest, markers)):
            return False
        highest = max(highest, number)
    return len(markers) >= _FEWEST


def _is_range_end(number: int, highest: int, markers: list[str]) -> bool:
    return any(marker.endswith(f"-{number}") and int(re.split(r"[,-]", marker)[-2]) <= highest for marker in markers)


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
