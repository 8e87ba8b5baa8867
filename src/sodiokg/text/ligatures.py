"""Signs that a converter printed by the name or the place of their glyph: "signi /uniFB01 cant", "cm GLYPH<0> 2", "Na j S" for Na|S."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["ends_before", "ends_word", "is_bar", "letters_of"]

# Unicode, Alphabetic Presentation Forms.
_LETTERS: Final = ("ff", "fi", "fl", "ffi", "ffl", "st", "st")
# What words that begin with "fi" or "fl" go on with; any other piece belongs to the word before it.
_BEGINS: Final = re.compile(
    r"/uniFB0(?:1 ?(?:rst|eld|lm|ber|bre|lament|nd|ll|lter|nal|gure|ve\b|ne\b|ner\b|t\b|ts\b|tt|re\b|x|le\b|les\b|nger|nite|s[hs]|ght)"
    r"|2 ?(?:ux|uct|ow|uor|at|ex|ank|am|ash|uid|ak|aw|oat|oor|y|ip|ood|ush))"
)
# Pieces that are no words: with them "/uniFB01 le" makes "profile".
_PIECE: Final = re.compile(r"(?<![A-Za-z])(?:[Pp]ro|[Rr]e|[Cc]on|[Dd]e|[Uu]n|[Pp]re|[Mm]is)$")
# What stands before a bar: a material, a sample, a ceramic by its short form.
_PART: Final = re.compile(r"(?:^|[\s(,;])[\w.()@+-]*[A-Z][\w.()@+-]*$")
_LONGEST_PART: Final = 24
_GOES_ON: Final = re.compile(r" (?=[a-z])")


def letters_of(source: str, start: int) -> str:
    """Return the letters of the ligature whose glyph is named at `start`."""
    return _LETTERS[int(source[start + len("/uniFB0")])]


def ends_word(source: str, start: int, end: int) -> bool:
    """Tell whether the blank ``source[start:end]`` before a glyph parts two words, as in "the /uniFB01 rst".

    >>> ends_word("the /uniFB01 rst", 3, 4), ends_word("signi /uniFB01 cant", 5, 6)
    (True, False)
    """
    if not source[start - 1 : start].islower():
        return True
    return _BEGINS.match(source, end) is not None and not _PIECE.search(source, max(0, start - 5), start)


def ends_before(source: str, end: int) -> int:
    """Return where a ligature that is named up to `end` ends, the blank that parts it from the rest of its word included."""
    blank = _GOES_ON.match(source, end)
    return blank.end() if blank else end


def is_bar(source: str, start: int) -> bool:
    """Tell whether the " j " at `start` is the bar between two parts of a cell, "Na j S", and not the sign of a current density.

    >>> is_bar("the Na j S cell", 6), is_bar("a density j Na", 9)
    (True, False)
    """
    return _PART.search(source, max(0, start - _LONGEST_PART), start) is not None
