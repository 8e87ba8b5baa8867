"""Figures, tables and equations that a text points at, and those that it has."""

from __future__ import annotations

import re
from collections import Counter
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
# A caption that a reader glued to the text before it: it follows a full stop, and a stop and a capital or a part follow its number.
_GLUED: Final = re.compile(
    r"(?<=[.!?)\]] )(?P<kind>Fig(?:ure|\.)?|FIG(?:URE|\.)|Table|TABLE|Scheme)\s?(?P<label>\d{1,2})\s?[.:|]\s{1,3}(?=[A-Z(]|[a-z]\))"
)
_EQUATION: Final = re.compile(r"(?:\((?P<label>\d{1,2})\)|\\tag\{(?P<tag>\d{1,2})\})[\s$\\\]]{0,6}$", re.MULTILINE)
_FORMULA: Final = re.compile(r"=|→|⟶|⇌|\$\$|\\begin\{(?:equation|align)|\\rightarrow|->")
_AFTER: Final = 300  # characters in which a displayed equation has to begin
_KINDS: Final = {"f": "figure", "t": "table", "s": "scheme", "e": "equation"}


def pointer_facts(document: Document) -> Iterator[Fact]:
    """Yield what the prose points at by number, what it points at without a number and does not have, and every caption."""
    captions = list(_captions(document))
    for target, label, start, end in captions:
        yield Fact("Caption", start, end, (("target", target), ("label", label)))
    yield from _pointers(document, {(target, label) for target, label, _, _ in captions})
    source, text = document.source.text, document.plain.text
    for start, end in _prose(document):
        for found in _BARE.finditer(text, start, end):
            kind = _KINDS[found["kind"][0].lower()]
            ahead = source[document.plain.to_source(found.start(), found.end())[1] :][:_AFTER]
            if kind != "equation" or not _FORMULA.search(ahead):
                yield at(document, "Pointer", found.start("kind"), found.end("kind"), target=kind, label="", times=1, isLone=True)


def _captions(document: Document) -> Iterator[tuple[str, str, int, int]]:
    source = document.source.text
    for pattern in (_CAPTION, _GLUED):
        for caption in pattern.finditer(source):
            yield _KINDS[caption["kind"][0].lower()], caption["label"], caption.start(), caption.end()
    for equation in _EQUATION.finditer(source):
        yield "equation", equation["label"] or equation["tag"], equation.start(), equation.end()


def _pointers(document: Document, captions: set[tuple[str, str]]) -> Iterator[Fact]:
    """Yield what is pointed at once, where it is first, with how often; where a third of a kind lacks its caption they were not read."""
    text = document.plain.text
    found = [
        (_KINDS[one["kind"][0].lower()], one["label"], one.start(), one.end())
        for start, end in _prose(document)
        for one in _POINTER.finditer(text, start, end)
        if not _FOREIGN.match(text, one.end()) and one.start() > start
    ]
    times = Counter((target, label) for target, label, _, _ in found)
    for target, label in times:
        start, end = next((first, last) for *what, first, last in found if what == [target, label])
        asked = {key for key in times if key[0] == target}
        lone = len(asked - captions) == 1 or 3 * len(asked - captions) <= len(asked)
        yield at(document, "Pointer", start, end, target=target, label=label, times=times[target, label], isLone=lone)


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
