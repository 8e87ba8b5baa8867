"""The text that a reader makes: blocks in reading order, in the Markdown that `sodiokg.text.normalise` understands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

__all__ = ["NUMBERS", "Manuscript", "cited", "is_list_heading", "lowered", "raised", "squeezed"]

NUMBERS: Final = re.compile(r"\s*\d{1,4}(?:\s*[,;\u2010-\u2015\u2212-]\s*\d{1,4})*\s*")
# A citation marker is shorter than this (characters).
_LONGEST_MARKER: Final = 80
_LIST_HEADING: Final = re.compile(
    r"(?:\d{1,2}\.?\s+)?(?:references(?: and notes)?|bibliography|literature(?: cited)?)[.:]?", re.IGNORECASE
)
_BLANK_BEFORE_SCRIPT: Final = re.compile(r"(?<=\S) +(?=[_^]\{)")
# A number that stands at the start of an entry already.
_OWN_NUMBER: Final = re.compile(r"(?:\[(\d{1,4})\]|\((\d{1,4})\)|\^\{(\d{1,4})\}|(\d{1,4})[.)](?=\s))\s*")


class Manuscript:
    """Collect the blocks of a document; a blank block is left out."""

    def __init__(self) -> None:
        self.blocks: list[str] = []
        self.listing = False  # inside the reference list

    def heading(self, level: int, words: str) -> None:
        """Add a heading; level 1 is the document's title."""
        words = squeezed(words)
        if words:
            self.listing = is_list_heading(words)
            self.blocks.append(f"{'#' * min(level, 6)} {words}")

    def paragraph(self, words: str) -> None:
        """Add a paragraph; white space in it counts as one blank."""
        words = squeezed(words)
        if words:
            self.blocks.append(words)

    def entry(self, number: int, words: str) -> None:
        """Add an entry of the reference list, under the number that it prints itself where it prints one."""
        words = squeezed(words)
        own = _OWN_NUMBER.match(words)
        if own:
            number = int(own[own.lastindex or 1])
            words = words[own.end() :]
        elif words.startswith(f"{number} "):
            words = words.partition(" ")[2]
        self.paragraph(f"[{number}] {words}" if words else "")

    def row(self, cells: Iterable[str]) -> None:
        """Add a row of a table."""
        words = [squeezed(cell) for cell in cells]
        if any(words):
            self.blocks.append(f"| {' | '.join(words)} |")

    def text(self) -> str:
        """Return the whole text, a blank line between blocks, a line end at its end."""
        return "\n\n".join(self.blocks) + "\n" if self.blocks else ""


def squeezed(words: str) -> str:
    """Return words with every run of white space as one blank, and no blank before a script."""
    return _BLANK_BEFORE_SCRIPT.sub("", " ".join(words.split()))


def raised(words: str) -> str:
    """Return words as a superscript; a marker in brackets needs no mark.

    >>> raised("-2"), raised("[3]"), raised(" ")
    ('^{-2}', '[3]', ' ')
    """
    return _script("^", words)


def lowered(words: str) -> str:
    """Return words as a subscript."""
    return _script("_", words)


def _script(sign: str, words: str) -> str:
    inner = words.strip()
    if not inner:
        return words[:1]
    if inner[0] == "[" and inner[-1] == "]":
        return inner
    return f"{sign}{{{inner}}}" if not set(inner) & set("{}") else inner


def cited(words: str, before: str) -> str:
    """Return numbers that link to the reference list in brackets, unless a bracket stands open already before them.

    >>> cited("3–5", "wets NZSP "), cited("4", "wets NZSP [3,")
    ('[3–5]', '4')
    """
    words = words.strip()
    opened = before[-_LONGEST_MARKER:].rpartition("[")
    inside = bool(opened[1]) and not opened[2].strip("0123456789 ,;-\u2010\u2011\u2012\u2013\u2014\u2212")
    return words if inside or words.startswith("[") else f"[{words}]"


def is_list_heading(words: str) -> bool:
    """Return whether a heading begins the reference list."""
    return _LIST_HEADING.fullmatch(words.strip()) is not None
