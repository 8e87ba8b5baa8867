"""Figures, tables and equations that a text points at, and those that it has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sodiokg.audit.facts import Fact, at
from sodiokg.model import Document

__all__ = ["pointer_facts"]

_POINTER: Final = re.compile(
    r"\b(?P<kind>Fig(?:ure|\.)?s?|Tables?|Schemes?|Eq(?:uation|n?\.)s?)\s?\(?(?P<label>\d{1,2})(?![\d.,]*\d)[a-h]?\)?"
)
_FOREIGN: Final = re.compile(r"\s?(?:of|in|from)\s(?:the\s)?(?:ref|\[|[A-Z]\w+ et al|supp|SI\b|ESI\b)", re.IGNORECASE)
_BARE: Final = re.compile(r"\b(?:in|by|see|from|to|of)\s(?P<kind>Equation|Figure|Table|Scheme)(?=[.,;)]|\s*\n|\s*\Z)")
_CAPTION: Final = re.compile(
    r"^[ \t]{0,3}(?:[#>!*_\[|<]|strong>|b>|caption>|figcaption>){0,6}\s?(?P<kind>Fig(?:ure|\.)?|Table|Scheme)\s?(?P<label>\d{1,2})(?!\d)",
    re.MULTILINE,
)
_EQUATION: Final = re.compile(r"(?:\((?P<label>\d{1,2})\)|\\tag\{(?P<tag>\d{1,2})\})[\s$\\\]]{0,6}$", re.MULTILINE)
_FORMULA: Final = re.compile(r"=|→|⟶|⇌|\$\$|\\begin\{(?:equation|align)|\\rightarrow|->")
_AFTER: Final = 300  # characters in which a displayed equation has to begin
_KINDS: Final = {"f": "figure", "t": "table", "s": "scheme", "e": "equation"}


def pointer_facts(document: Document) -> Iterator[Fact]:
    """Yield what the prose points at by number, what it points at without a number and does not have, and every caption."""
    source, text = document.source.text, document.plain.text
    for caption in _CAPTION.finditer(source):
        told = (("target", _KINDS[caption["kind"][0].lower()]), ("label", caption["label"]))
        yield Fact("Caption", caption.start(), caption.end(), told)
    for equation in _EQUATION.finditer(source):
        told = (("target", "equation"), ("label", equation["label"] or equation["tag"]))
        yield Fact("Caption", equation.start(), equation.end(), told)
    for start, end in _prose(document):
        for found in _POINTER.finditer(text, start, end):
            if not _FOREIGN.match(text, found.end()) and found.start() > start:
                kind = _KINDS[found["kind"][0].lower()]
                yield at(document, "Pointer", found.start(), found.end(), target=kind, label=found["label"])
        for found in _BARE.finditer(text, start, end):
            kind = _KINDS[found["kind"][0].lower()]
            ahead = source[document.plain.to_source(found.start(), found.end())[1] :][:_AFTER]
            if kind != "equation" or not _FORMULA.search(ahead):
                yield at(document, "Pointer", found.start("kind"), found.end("kind"), target=kind, label="")


def _prose(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs of the prose in plain offsets."""
    first, last, paragraph = 0, 0, -1
    for sentence in document.sentences:
        if sentence.paragraph != paragraph:
            if last:
                yield first, last
            first, paragraph = sentence.start, sentence.paragraph
        last = sentence.end
    if last:
        yield first, last
