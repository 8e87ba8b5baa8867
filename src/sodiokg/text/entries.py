"""Divide a reference list into its entries: by their numbers or, where it has none, by the authors that each begins with.

The entries of an alphabetical list are numbered by their order, so that author-year citations have numbers too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final

from sodiokg.text.authors import printed_authors

__all__ = ["EARLY_YEAR", "LONGEST_ENTRY", "divided"]

# "[1]", "1.", "1)", "(1)"; a bare "1" where an entry may begin, before a capital.
_MARKER: Final = re.compile(
    r"(?:(?<=\n\n)|(?<=\s)|\A)(?:\[(\d{1,4})\]|\(?(\d{1,4})[.)]|(?:(?<=\n)|\A)(\d{1,4})(?=\s[^\W\d_a-z])|(?<=\.\s)(\d{1,4})(?=\s[^\W\d_a-z]\.))\s+(?=\S)"
)
# The year right after the authors: "(2014).", "2014.", "(2014a, May)".
EARLY_YEAR: Final = re.compile(
    r"[\s,.;]{0,3}(?:\((?P<year>(?:18|19|20)\d\d)[a-z]?(?:,\s[A-Z][a-z]+(?:\s\d+)?)?\)|(?P<bare>(?:18|19|20)\d\d)[a-z]?(?=[.,:]\s))[.,:;]?\s*"
)
# Where an entry without number may begin: a paragraph, or after what ends one (a page, an address, a full stop).
_OPENING: Final = re.compile(
    r"(?:\A|\n\n|(?P<ended>\d\.?|https?://\S{1,200}|10\.\d{4,9}/\S{1,200}|\])\s|(?P<stop>[.)])\s)(?=[^\W\d_])"
)
_ANY_YEAR: Final = re.compile(r"\b(?:18|19|20)\d\d[a-z]?\b")
_BODY: Final = re.compile(r"[^\W\d_][^()\n]{1,120}\((?:18|19|20)\d\d[a-z]?\)")
_HEADING: Final = re.compile(r"\A[^\n]{1,60}\n\n")
# How far an unnumbered hole in the list may reach.
_WIDEST_HOLE: Final = 5
# The first entry begins within so many characters, after the heading.
_HEAD: Final = 40
# A longer entry is no entry but text that follows a number (characters).
LONGEST_ENTRY: Final = 2000


def divided(text: str, is_whole: Callable[[str], bool]) -> Iterator[tuple[int, str]]:
    """Yield number and text of each entry; `is_whole` says whether words are an entry that lacks nothing.

    A list is read as numbered unless reading it as unnumbered finds more than twice as many entries.
    """
    numbered = list(_numbered(text))
    named = list(_named(text))
    chosen = numbered if 2 * len(numbered) >= len(named) else list(enumerate(named, 1))
    for (number, (_, start)), (_, (end, _)) in pairwise([*chosen, (0, (len(text), 0))]):
        yield number, _whole(text[start:end], is_whole)


def _numbered(text: str) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield number and place of each numbered entry; numbers count up, and one at the start of a line goes before one inside.

    The first marker tells whether the numbers of the list stand bare.
    """
    all_markers = list(_MARKER.finditer(text))
    bare = bool(all_markers) and _is_bare(all_markers[0])
    markers = [(int(found[found.lastindex or 1]), found) for found in all_markers if _is_bare(found) == bare]
    at_line = {number for number, found in markers if _starts_line(text, found)}
    last = 0
    for number, found in markers:
        follows = last < number <= last + _WIDEST_HOLE and _starts_line(text, found)
        inside = number == last + 1 and number not in at_line and text[found.end()].isupper() and (last or found.start() < _HEAD)
        if follows or inside:
            last = number
            yield number, (found.start(), found.end())


def _is_bare(found: re.Match[str]) -> bool:
    return bool(found[3] or found[4])


def _starts_line(text: str, found: re.Match[str]) -> bool:
    return found.start() == 0 or text[found.start() - 1] == "\n"


def _named(text: str) -> Iterator[tuple[int, int]]:
    """Yield the place of each entry that begins with its authors: at a paragraph, or inside one after the end of another entry."""
    heading = _HEADING.match(text)
    listing, passed = False, 0
    for found in _OPENING.finditer(text, heading.end() - 2 if heading else 0):
        start = found.end()
        if start < passed:
            continue
        inside = found["ended"] is not None or found["stop"] is not None
        if inside and not listing:
            continue
        authors, passed = printed_authors(text, start)
        early = EARLY_YEAR.match(text, passed) if authors else None
        begins = bool(early) if found["stop"] else bool(authors) and bool(_ANY_YEAR.search(text, passed, passed + LONGEST_ENTRY))
        if not inside:
            listing = begins = begins or _BODY.match(text, start) is not None
        if begins:
            yield start, start


def _whole(entry: str, is_whole: Callable[[str], bool]) -> str:
    """Join the pieces of an entry that a page breaks; what follows its end in a paragraph of its own is not of it."""
    pieces = entry.strip().split("\n\n")
    words = pieces[0]
    for piece in pieces[1:]:
        if len(words) > LONGEST_ENTRY or is_whole(words):
            break
        words += ("" if re.search(r"\w-$", words) else " ") + piece
    return words
