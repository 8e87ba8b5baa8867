"""Find citation markers in plain text: ``[9]``, ``[3,5-7]``, ``[8][9][10]``; the normal form writes every style so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sodiokg.model import Citation

__all__ = ["find_citations"]

_MARKER: Final = re.compile(r"\[\s?(\d{1,4}(?:\s?[,;-]\s?\d{1,4})*)\s?\]")
_GLUE: Final = re.compile(r"[ ,;]{0,3}")
_PART: Final = re.compile(r"(\d+)(?:\s?-\s?(\d+))?")
# Miller indices: "[100] direction", "along the [110]".
_AXIS_AFTER: Final = re.compile(r"\s?-?(?:direction|zone|axis|axes|plane|orient|projection)")
_AXIS_BEFORE: Final = re.compile(
    r"(?:\balong|\bdirections?|\baxis|\bzone|\bplanes?|\bfacets?|\boriented|\binterval|\brange)(?:\s(?:the|of|a|an))?\s$"
)
_WIDEST_RANGE: Final = 100


def find_citations(text: str, known: int = 0) -> tuple[Citation, ...]:
    """Return the citations of a plain text, adjacent markers merged into one.

    `known` is the highest number of the reference list: a marker beyond it is none. 0 stands for no list.

    >>> find_citations("wets BASE [3,5-7] [9].")
    (Citation(start=10, end=21, numbers=(3, 5, 6, 7, 9)),)
    """
    found: list[Citation] = []
    for marker in _MARKER.finditer(text):
        numbers = tuple(_numbers(marker.group(1)))
        if not numbers or min(numbers) < 1 or (known and max(numbers) > known) or _is_axis(text, marker):
            continue
        if found and _GLUE.fullmatch(text, found[-1].end, marker.start()):
            last = found.pop()
            numbers = last.numbers + tuple(number for number in numbers if number not in last.numbers)
            found.append(Citation(last.start, marker.end(), numbers))
        else:
            found.append(Citation(marker.start(), marker.end(), tuple(dict.fromkeys(numbers))))
    return tuple(found)


def _numbers(words: str) -> Iterator[int]:
    """Yield the numbers of one marker; nothing for a range that runs backwards or a number with leading zero."""
    if re.search(r"(?<!\d)0", words):
        return
    for part in _PART.finditer(words):
        first, last = int(part[1]), int(part[2] or part[1])
        if first <= last <= first + _WIDEST_RANGE:
            yield from range(first, last + 1)


def _is_axis(text: str, marker: re.Match[str]) -> bool:
    if len(marker.group(1)) == 3 and _AXIS_AFTER.match(text, marker.end()):
        return True
    return bool(_AXIS_BEFORE.search(text[max(0, marker.start() - 30) : marker.start()])) and len(marker.group(1)) >= 3
