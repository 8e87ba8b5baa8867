"""Put the lines of all pages into paragraphs: headings, captions and references known, running heads dropped."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from statistics import median
from typing import TYPE_CHECKING, Final

from sodiokg.text.blocks import keeps_hyphen
from sodiokg.text.readers.manuscript import Manuscript

if TYPE_CHECKING:
    from sodiokg.text.readers.columns import Line

__all__ = ["manuscript_of"]

_NUMBERED: Final = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+[A-Z][^.!?]{1,110}$")
_NAMED: Final = re.compile(
    r"(?:\d{1,2}\.?\s+)?(abstract|summary|introduction|conclusions?|references(?: and notes)?|bibliography|methods|"
    r"experimental(?: section)?|results(?: and discussion)?|discussion|acknowledge?ments?|supporting information|"
    r"author contributions|data availability|outlook|literature cited|conflicts? of interest)\W?",
    re.IGNORECASE,
)
_CAPTION: Final = re.compile(r"(?:Figure|Fig\.|Table|Scheme)\s?\d{1,3}\s?[.:|]")
_ENTRY: Final = re.compile(r"(?:\[(\d{1,4})\]|\((\d{1,4})\)|\^\{(\d{1,4})\}|(\d{1,4})\.?(?=\s))\s*(?=\S)")
_ORNAMENT: Final = re.compile(r"^[■●▪□•\s]+")
_PAGE_NUMBER: Final = re.compile(r"\W*(?:page\s*)?[A-Z]?\d{1,6}(?:\s*(?:of|/)\s*\d{1,5})?\W*", re.IGNORECASE)
_DIGITS: Final = re.compile(r"\d+")
_ENDED: Final = re.compile(r"""[.!?:]["'”’)\]]*(?:\s?\[[\d\s,;–-]+\]|\^\{[\d\s,;–-]+\})*$""")
# Raised numbers after punctuation are citations, whatever stands before it.
_MARKER: Final = re.compile(r"(?<=[^\W\d_][.,;:]|[)}\]%°][.,;:])\^\{(\d{1,3}(?:\s?[,–-]\s?\d{1,3})*)\}")
# What says something has a word in it.
_SAID: Final = re.compile(r"[^\W\d_]{3}")
_HYPHENS: Final = "-\u2010\u00ad"
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# Running heads and feet stand among so many lines of a page, counted from its top and from its bottom.
_OUTER: Final = 3
# All in parts of the usual leading or type size.
_WIDE: Final = 1.35
_INDENT: Final = 0.6
_LARGER: Final = 1.08


def manuscript_of(pages: list[list[Line]]) -> Manuscript:
    """Return the manuscript that the lines of the pages, each in reading order, stand for."""
    pages = _without_running_heads(pages)
    words = frozenset(word.lower() for page in pages for line in page for word in _WORD.findall(line.text))
    return _Pages(pages, words).written()


def _without_running_heads(pages: list[list[Line]]) -> list[list[Line]]:
    """Drop page numbers, and lines at the edge of a page that other pages print at the same height."""
    edges = [_outer(page) for page in pages]
    repeated = Counter(chain.from_iterable({_likeness(line) for line in lines} for lines in edges))
    kept: list[list[Line]] = []
    for page, outer in zip(pages, edges, strict=True):
        gone = {id(line) for line in outer if (len(pages) > 1 and repeated[_likeness(line)] > 1) or _is_page_number(line, page)}
        kept.append([line for line in page if id(line) not in gone])
    return kept


def _outer(page: list[Line]) -> list[Line]:
    by_height = sorted(page, key=lambda line: line.baseline)
    return by_height[:_OUTER] + by_height[_OUTER:][-_OUTER:]


def _likeness(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("0", line.text), round(line.baseline / 4)


def _is_page_number(line: Line, page: list[Line]) -> bool:
    heights = [other.baseline for other in page if other is not line]
    alone = not heights or line.baseline < min(heights) - 0.5 * line.size or line.baseline > max(heights) + 0.5 * line.size
    return alone and _PAGE_NUMBER.fullmatch(line.text) is not None


def _number(entry: re.Match[str]) -> int:
    return int(entry[entry.lastindex or 1])


class _Pages:
    """The manuscript in the making: lines gather until a paragraph ends."""

    def __init__(self, pages: list[list[Line]], words: frozenset[str]) -> None:
        self.lines = list(chain.from_iterable(pages))
        self.words = words
        self.manuscript = Manuscript()
        sizes = Counter[float]()
        for line in self.lines:
            sizes[round(line.size, 1)] += len(line.text)
        self.body = max(sizes, key=lambda size: (sizes[size], size), default=10.0)
        self.leading = self._leading()
        self.title = max((line.size for page in pages[:1] for line in page), default=0.0)
        self.numbered = sum(self._stands_out(line) and _NUMBERED.match(line.text) is not None for line in self.lines) > 1
        self.gathered: list[Line] = []
        self.held: list[str] = []  # captions and notes that stand inside an unfinished paragraph
        self.open = ""

    def _leading(self) -> float:
        steps = [
            above.baseline - below.baseline
            for above, below in zip(self.lines, self.lines[1:], strict=False)
            if above.band == below.band and 0 < above.baseline - below.baseline < 3 * above.size
        ]
        return median(steps) if steps else 1.2 * self.body

    def written(self) -> Manuscript:
        """Write all paragraphs and return the manuscript."""
        for line in self.lines:
            if self.gathered and self._begins(line):
                self._end()
            self.gathered.append(line)
        self._end()
        self._finish()
        return self.manuscript

    def _begins(self, line: Line) -> bool:
        """Return whether a line begins a paragraph."""
        above = self.gathered[-1]
        if self.manuscript.listing and not self._heads(line):
            return self._begins_entry(line)
        if self._heads(line) and _NUMBERED.match(line.text):
            return True
        if line.band != above.band or line.baseline > above.baseline:
            return True
        if "\t" in line.text or "\t" in above.text:
            return True
        if abs(line.size - above.size) > 0.07 * self.body or self._heads(line) != self._heads(above) or _CAPTION.match(line.text):
            return True
        if above.baseline - line.baseline > _WIDE * max(self.leading, 1.15 * line.size):
            return True
        indent = line.left - line.column[0]
        usual = above.left - above.column[0]
        # A full line without a full stop goes on, where the next line hangs too.
        done = above.right < above.column[1] - line.size or _ENDED.search(above.text)
        return bool(done) and indent - usual > _INDENT * line.size and indent < 5 * line.size and not self._heads(line)

    def _begins_entry(self, line: Line) -> bool:
        found = _ENTRY.match(line.text)
        if not found:
            return not self._last_entry() and self._hangs_no_more(line)
        number, last = _number(found), self._last_entry()
        return number == last + 1 or (bool(found[1]) and 0 < number - last < 6)

    def _hangs_no_more(self, line: Line) -> bool:
        """Return whether a line goes back to the margin: so begin the entries of a list without numbers."""
        above = self.gathered[-1]
        gap = above.band == line.band and above.baseline - line.baseline > 1.25 * self.leading
        back = line.left - line.column[0] < 0.3 * line.size and above.left - above.column[0] > _INDENT * line.size
        return gap or back

    def _last_entry(self) -> int:
        found = _ENTRY.match(self.gathered[0].text)
        return _number(found) if found else 0

    def _heads(self, line: Line) -> bool:
        """Return whether a line looks like a heading: by its name, or by number or type."""
        text = _ORNAMENT.sub("", line.text)
        if _NAMED.fullmatch(text) and (self._stands_out(line) or (text[0].isupper() and text[-1] != ".")):
            return True
        if not self._stands_out(line) or "\t" in text or not any(sign.isalpha() for sign in text):
            return False
        if _NUMBERED.match(text) or line.size >= 0.99 * self.title > 1.2 * self.body:
            return True
        # Where headings are numbered, other bold words are labels of figures.
        return not self.numbered and len(text) < 120 and not _ENDED.search(text) and not _CAPTION.match(text)

    def _stands_out(self, line: Line) -> bool:
        return line.bold or line.size > _LARGER * self.body

    def _end(self) -> None:
        lines, self.gathered = self.gathered, []
        if not lines:
            return
        text = self._joined(lines)
        if all(map(self._heads, lines)) and len(text) < 250:
            self._heading(lines[0], _ORNAMENT.sub("", text))
        elif self.manuscript.listing:
            self._entry(text)
        elif "\t" in text:
            self._row(text)
        elif not _SAID.search(text) and not (self.open and _ENDED.search(text)):
            return  # ticks and labels of a figure
        elif lines[0].size < 0.95 * self.body or _CAPTION.match(text):
            self._aside(text)
        else:
            self._prose(text)

    def _heading(self, line: Line, text: str) -> None:
        self._finish()
        title = line.size > 1.2 * self.body and line.size >= 0.99 * self.title and not self.manuscript.blocks
        self.manuscript.heading(1 if title else 2, text)

    def _entry(self, text: str) -> None:
        found = _ENTRY.match(text)
        if found:
            self.manuscript.entry(_number(found), text[found.end() :])
        else:
            self.manuscript.paragraph(text)

    def _row(self, text: str) -> None:
        if _SAID.search(text):
            self._aside(f"| {' | '.join(text.split(chr(9)))} |")

    def _aside(self, text: str) -> None:
        if self.open:
            self.held.append(text)
        else:
            self.manuscript.paragraph(text)

    def _prose(self, text: str) -> None:
        """Write a paragraph, or wait for its rest, which stands in the next column or on the next page."""
        if self.open and (text[0].islower() or text[0].isdigit() or self.open[-1] in _HYPHENS or self.open[-1] == ","):
            text = self._glued(self.open, text)
            self.open = ""
        else:
            self._finish()
        if _ENDED.search(text):
            self.open = ""
            self.manuscript.paragraph(_MARKER.sub(r"[\1]", text))
            self._release()
        else:
            self.open = text

    def _finish(self) -> None:
        self.manuscript.paragraph(_MARKER.sub(r"[\1]", self.open))
        self.open = ""
        self._release()

    def _release(self) -> None:
        for text in self.held:
            self.manuscript.paragraph(_MARKER.sub(r"[\1]", text))
        self.held.clear()

    def _joined(self, lines: list[Line]) -> str:
        text = lines[0].text
        for line in lines[1:]:
            text = self._glued(text, line.text)
        return text

    def _glued(self, above: str, below: str) -> str:
        """Join two lines; a hyphen that only breaks a word goes."""
        if above[-1] not in _HYPHENS or len(above) < 2 or not above[-2].isalnum() or not below[0].isalnum():
            return f"{above} {below}"
        both = f"{above}\n{below}"
        return above + below if keeps_hyphen(self.words, both, len(above), len(above) + 1) else above[:-1] + below
