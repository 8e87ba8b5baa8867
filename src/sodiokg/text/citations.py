"""Find citation markers in plain text: ``[9]``, ``[3,5-7]``, ``[8][9][10]``, and works named by number: ``refs 7, 10``.

The normal form writes every style of markers in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sodiokg.model import Citation

__all__ = ["MENTIONED", "find_citations", "numbers_of"]

# Works printed together under one number have letters: "[2a,b]", "[1a-3]".
_MARKER: Final = re.compile(r"\[\s?(\d{1,4}[a-h]?(?:\s?[,;—-]\s?(?:\d{1,4}[a-h]?|[a-h]))*)\s?\]")
_LETTER: Final = re.compile(r"(?<=\d)[a-h]")
# Works named in running text: "(refs 7, 10 and 11)", "see ref. 12".
MENTIONED: Final = re.compile(r"\b[Rr]efs?\.?\s?(\d{1,3}(?:(?:\s?[,;-]\s?|,?\sand\s)\d{1,3})*)(?![\d.]*\d|\w)")
_GLUE: Final = re.compile(r"[ ,;]{0,3}")
_DASH: Final = re.compile(r"\s?-\s?")
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

    >>> [(one.start, one.end, one.numbers) for one in find_citations("wets BASE [3,5-7] [9].")]
    [(10, 21, (3, 5, 6, 7, 9))]
    >>> find_citations("wets BASE [3]-[6].")[0].numbers
    (3, 4, 5, 6)
    """
    found: list[Citation] = []
    for marker in _markers(text):
        numbers = numbers_of(_LETTER.sub("", marker.group(1)).replace("—", "-"))
        if not numbers or min(numbers) < 1 or (known and max(numbers) > known) or _is_axis(text, marker):
            continue
        between = text[found[-1].end : marker.start()] if found else None
        if between is not None and (_GLUE.fullmatch(between) or _DASH.fullmatch(between)):
            last = found.pop()
            # "[1]-[4]" is a range, as IEEE prints it.
            through = tuple(_range(last.numbers[-1] + 1, numbers[0] - 1)) if _DASH.fullmatch(between) else ()
            numbers = last.numbers + tuple(number for number in (*through, *numbers) if number not in last.numbers)
            found.append(Citation(last.start, marker.end(), numbers))
        else:
            found.append(Citation(marker.start(), marker.end(), numbers))
    return tuple(found)


def _markers(text: str) -> list[re.Match[str]]:
    """Return the markers in brackets and the works named by number, by place."""
    named = [*MENTIONED.finditer(text)] if "ef" in text else []
    return sorted([*_MARKER.finditer(text), *named], key=re.Match.start)


def numbers_of(words: str) -> tuple[int, ...]:
    """Return the numbers of one marker, each once; none for a range that runs backwards or a number with leading zero.

    >>> numbers_of("3, 5-7 and 9")
    (3, 5, 6, 7, 9)
    """
    if re.search(r"(?<!\d)0", words):
        return ()
    ranges = ((int(part[1]), int(part[2] or part[1])) for part in _PART.finditer(words))
    return tuple(dict.fromkeys(number for first, last in ranges for number in _range(first, last)))


def _range(first: int, last: int) -> Iterator[int]:
    yield from range(first, last + 1) if first <= last <= first + _WIDEST_RANGE else ()


def _is_axis(text: str, marker: re.Match[str]) -> bool:
    if len(marker.group(1)) == 3 and _AXIS_AFTER.match(text, marker.end()):
        return True
    return bool(_AXIS_BEFORE.search(text[max(0, marker.start() - 30) : marker.start()])) and len(marker.group(1)) >= 3
