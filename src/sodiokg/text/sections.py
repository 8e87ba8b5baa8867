"""Divide a plain text into sections and paragraphs, and tell headings and front matter from prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from sodiokg.model import Plain, Section, Source

__all__ = ["Paragraph", "find_sections", "prose"]

_NUMBERED: Final = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?\s+(\S.*)", re.DOTALL)
# A passage cut from a longer text begins at any number: "3. Results", "2.1 Materials".
_PASSAGE: Final = re.compile(r"\d{1,2}\.[\s\d]")
_NAMED: Final = re.compile(
    r"(abstract|summary|(?:(?:supplementary|supporting|additional) )?references(?: (?:and|&) notes| cited)?|bibliography|literature(?: cited)?|"
    r"works cited|introduction|conclusions?|outlook|"
    r"conclusions? and (?:outlook|perspectives?)|acknowledge?ments?|methods|experimental(?: section)?|"
    r"results(?: and discussion)?|discussion|supporting information|supplementary materials?|author contributions|funding|"
    r"data availability(?: statement)?|conflicts? of interest)[.:]?",
    re.IGNORECASE,
)
_LIST_NAME: Final = re.compile(r"(?:\w+ )?references(?: .*)?|bibliography|literature(?: cited)?|works cited")
# An entry of a reference list, by what nearly every one has.
_ENTRY: Final = re.compile(r"\b(?:18|19|20)\d\d[a-z]?\b|\b10\.\d{4,9}/")
_LABELLED: Final = re.compile(
    r"(?:Subjects?|Keywords?|Contributors?|Authors?|Academic Editor|Received|Accepted|Published|Copyright|"
    r"Retrieved|Correspondence|DOI)\b[^.]{0,12}?:"
    r"|Retrieved from|https?://",
    re.IGNORECASE,
)
_HEADING_MARK: Final = re.compile(r"(?:^|[\r\n])(#{1,6})[ \t]+[*_]{0,3}$")
_UNDERLINED: Final = re.compile(r"[ \t*_]{0,8}(?:\r\n|\r|\n)(?=([=-]))(?:={3,}|-{3,})[ \t]*(?:[\r\n]|$)")
# Heading marks with the line end before, a blank and emphasis (characters).
_LONGEST_MARK: Final = 14
_LETTER: Final = re.compile(r"[^\W\d_]")
_ENDED: Final = re.compile(r"""[.!?:;]["')\]]*(?:\s?\[[\d,;\s-]+\])*$""")
# A heading is not longer than this, a title or line of names in the front matter neither (characters).
_LONGEST_HEADING: Final = 130
_LONGEST_FRONT: Final = 300


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of plain text between blank lines; `level` counts its Markdown heading marks."""

    start: int
    end: int
    text: str
    level: int = 0


def find_sections(source: Source, plain: Plain) -> tuple[Section, ...]:
    """Return the sections in order; together they cover the text.

    The text before the first heading is the section "abstract", or "front" where an abstract with a heading follows; the
    reference list is "references"; a text without headings is one section "".
    """
    paragraphs = tuple(_paragraphs(source, plain))
    headings = list(_headings(paragraphs))
    size = len(plain.text)
    if not headings:
        return (Section("", "", 0, size),) if size else ()
    sections = []
    if headings[0][0].start > 0:
        name = "front" if any(number == "abstract" for _, number, _ in headings) else "abstract"
        sections.append(Section(name, "", 0, headings[0][0].start))
    ends = [heading.start for heading, _, _ in headings[1:]] + [size]
    for (heading, number, title), end in zip(headings, ends, strict=True):
        sections.append(Section(number, title, heading.start, end))
    return tuple(sections)


def prose(source: Source, plain: Plain, sections: tuple[Section, ...]) -> Iterator[tuple[Section, Paragraph]]:
    """Yield the paragraphs that hold sentences: no heading, title, line of names or keywords, nothing of the reference list."""
    queue = list(sections)
    for paragraph in _paragraphs(source, plain):
        while queue and queue[0].end <= paragraph.start:
            queue.pop(0)
        section = queue[0]
        heading = paragraph.level or (paragraph.start == section.start and section.title)
        if section.number in ("front", "references") or heading or not _LETTER.search(paragraph.text):
            continue
        if section.number == "abstract" and _LABELLED.match(paragraph.text):
            continue
        if section.number == "abstract" and len(paragraph.text) < _LONGEST_FRONT and not _ENDED.search(paragraph.text):
            continue
        yield section, paragraph


def _paragraphs(source: Source, plain: Plain) -> Iterator[Paragraph]:
    at = 0
    for words in plain.text.split("\n\n"):
        if words:
            line = _HEADING_MARK.search(source.text, max(0, plain.starts[at] - _LONGEST_MARK), plain.starts[at])
            below = _UNDERLINED.match(source.text, plain.ends[at + len(words) - 1])
            level = len(line[1]) if line else 0
            yield Paragraph(at, at + len(words), words, level or (1 + (below[1] == "-") if below else 0))
        at += len(words) + 2


def _headings(paragraphs: tuple[Paragraph, ...]) -> Iterator[tuple[Paragraph, str, str]]:
    """Yield each heading with the number and the title of its section."""
    last: tuple[int, ...] = ()
    listing = False
    titled = any(paragraph.level for paragraph in paragraphs[1:])
    lists = _lists(paragraphs)
    for index, paragraph in enumerate(paragraphs):
        words = paragraph.text
        if len(words) > _LONGEST_HEADING or (index == 0 and paragraph.level == 1 and titled and not _NUMBERED.fullmatch(words)):
            continue
        named = _NAMED.fullmatch(words)
        if listing and not (paragraph.level or named):
            continue
        numbered = _NUMBERED.fullmatch(words)
        number = tuple(map(int, numbered[1].split("."))) if numbered else ()
        counted = numbered and (_follows(number, last) or (index == 0 and _PASSAGE.match(words)))
        if numbered and (paragraph.level or (counted and _is_title(numbered[2]))):
            last = number
            listing = index in lists
            yield paragraph, "references" if listing else numbered[1], numbered[2]
        elif (named and (index in lists or not _LIST_NAME.fullmatch(named[1].lower()))) or paragraph.level:
            key = named[1].lower() if named else words
            listing = index in lists
            yield paragraph, "references" if listing else key, words


def _lists(paragraphs: tuple[Paragraph, ...]) -> frozenset[int]:
    """Return which paragraphs are the headings of reference lists: of several that bear such a name those that entries follow, else the last.

    So the line of a table of contents is none, and a list of its own after a supplement is one.
    """
    named = [index for index, paragraph in enumerate(paragraphs) if _names_a_list(paragraph.text)]
    if len(named) < 2:
        return frozenset(named)
    full = [at for at, end in pairwise([*named, len(paragraphs)]) if any(map(_is_entry, paragraphs[at + 1 : min(end, at + 4)]))]
    return frozenset(full or named[-1:])


def _names_a_list(words: str) -> bool:
    if len(words) > _LONGEST_HEADING:
        return False
    numbered = _NUMBERED.fullmatch(words)
    named = _NAMED.fullmatch(numbered[2] if numbered else words)
    return bool(named and _LIST_NAME.fullmatch(named[1].lower()))


def _is_entry(paragraph: Paragraph) -> bool:
    return bool(_ENTRY.search(paragraph.text, 0, 600))


def _follows(number: tuple[int, ...], last: tuple[int, ...]) -> bool:
    """Return whether a heading number continues the count, so that "2. " of a list inside section 3 is no heading."""
    if not last:
        return number in ((1,), (0,))
    *parent, count = number
    depth = len(parent)
    if depth > len(last):
        return tuple(parent) == last and count == 1
    before = last[depth] if depth < len(last) else 0
    return tuple(parent) == last[:depth] and (count == before + 1 or (depth > 0 and count == before + 2))


def _is_title(words: str) -> bool:
    return not _ENDED.search(words) and (words[0].isupper() or not words[0].isascii() or words[0].isdigit())
