"""Read HTML: the article of a page without its scripts, styles and navigation; nothing is fetched."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from sodiokg.errors import SourceError
from sodiokg.text.readers.manuscript import NUMBERS, Manuscript, cited, lowered, raised, squeezed
from sodiokg.text.readers.mathml import formula
from sodiokg.text.readers.trees import local, words_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["read"]

_CHARSET: Final = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{1,40})|encoding=[\"']([\w.:-]{1,40})", re.IGNORECASE
)
# fmt: off
_DROPPED: Final = frozenset({
    "script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button", "svg", "iframe", "object",
    "select", "input", "head", "audio", "video", "canvas", "dialog", "annotation", "textarea", "map",
})
# fmt: on
_ROLES: Final = frozenset({"navigation", "banner", "complementary", "contentinfo", "search", "dialog"})
# fmt: off
_BLOCKS: Final = frozenset({
    "address", "article", "blockquote", "body", "caption", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "header", "hr", "html", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot",
    "th", "thead", "ul", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "center",
})
# fmt: on
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# What publishers put behind the entries of a reference list.
_BUTTONS: Final = frozenset({
    "ads", "article", "cas", "chemport", "crossref", "doi", "full text", "google scholar", "green version", "math", "open url", "pmc",
    "pubmed", "pubmed central", "scopus", "view", "view article", "view in scopus", "web of science", "web of science®",
})  # fmt: skip
# An element is the page's article where it holds at least this part of the page's text.
_MOST: Final = 0.5
_PIECES: Final = 20


def read(data: bytes, where: str) -> str:
    """Return the text of a page; raises SourceError for one that nests deeper than the parser allows."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    root: Element | None = etree.fromstring(_decoded(data).encode(), parser) if data.strip() else None
    if any("xcessive depth" in entry.message for entry in parser.error_log):
        raise SourceError("the HTML nests too deep", where=where, mend="save the article's text from the browser instead")
    if root is None:
        return ""
    page = _Page()
    page.visit(_main(root))
    page.flush()
    return page.manuscript.text()


def _decoded(data: bytes) -> str:
    """Return the page's text: by its byte order mark, its own word, as UTF-8, or as browsers read what is none of these."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    declared = _CHARSET.search(data[:4096])
    for name in (*((declared[1] or declared[2]).decode("ascii") for _ in "1" if declared), "utf-8-sig"):
        try:
            return data.decode("utf-8-sig" if name.lower() in ("utf-8", "utf8") else name)
        except (LookupError, UnicodeDecodeError):
            continue
    return data.decode("cp1252", "replace")


def _main(root: Element) -> Element:
    """Return the element that holds the article."""
    whole = _size(root)
    named = (part for part in root.iter() if local(part) in ("article", "main") or part.get("role") == "main")
    best = max(named, key=_size, default=root)
    return best if _size(best) >= _MOST * whole else root


def _size(element: Element) -> int:
    return sum(len(words.strip()) for words in element.itertext())


class _Page:
    """One page in the making: inline text gathers until a block begins or ends."""

    def __init__(self) -> None:
        self.manuscript = Manuscript()
        self.words: list[str] = []

    def flush(self) -> None:
        """End the paragraph that gathers."""
        self.manuscript.paragraph("".join(self.words))
        self.words.clear()

    def visit(self, element: Element) -> None:
        """Write a block and what it holds."""
        name = local(element)
        self.flush()
        if name in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.manuscript.heading(int(name[1]), self._inline(element))
        elif name == "tr":
            self.manuscript.row(self._inline(cell) for cell in element if local(cell) in ("td", "th"))
        elif name in ("ol", "ul"):
            self._list(element)
        else:
            self._children(element)
        self.flush()

    def _children(self, element: Element) -> None:
        self.words.append(element.text or "")
        for part in element:
            if _is_hidden(part):
                self.words.append(_script_math(part))
            elif local(part) in _BLOCKS or _holds_blocks(part):
                self.visit(part)
            else:
                # A bracket that is open begins a few pieces back: [<a>3</a>, <a>4</a>].
                self.words.append(self._written(part, "".join(self.words[-_PIECES:])))
            self.words.append(part.tail or "")

    def _list(self, element: Element) -> None:
        """Write a list; the reference list gets its numbers printed."""
        number = _whole(element.get("start"), 1)
        for part in element:
            number = _whole(part.get("value"), number)
            if self.manuscript.listing and local(part) == "li":
                self.manuscript.entry(number, self._inline(part))
            elif not _is_hidden(part):
                self.visit(part)
            number += 1

    def _inline(self, element: Element) -> str:
        return words_of(element, self._written)

    def _written(self, element: Element, before: str) -> str:
        name = local(element)
        if _is_hidden(element):
            return _script_math(element)
        match name:
            case "sub":
                return lowered(self._inline(element))
            case "sup":
                return self._raised(element, before)
            case "math":
                return formula(element)
            case "br" | "hr" | "wbr":
                return "" if name == "wbr" else " "
            case "a":
                words = self._inline(element)
                if self.manuscript.listing and words.strip(" []().").lower() in _BUTTONS:
                    return ""
                return cited(words, before) if NUMBERS.fullmatch(words) and _is_inner(element) else words
        words = self._inline(element)
        return f" {words} " if name in _BLOCKS else words

    def _raised(self, element: Element, before: str) -> str:
        words = self._inline(element)
        bare = words.replace("[", "").replace("]", "")
        if NUMBERS.fullmatch(bare) and any(local(part) == "a" and _is_inner(part) for part in element.iter()):
            return cited(bare, before)
        return raised(words)


def _is_hidden(element: Element) -> bool:
    if local(element) in _DROPPED or element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    return element.get("role") in _ROLES or _HIDDEN.search(element.get("style") or "") is not None


def _script_math(element: Element) -> str:
    """Return the formula that MathJax keeps in a script."""
    if local(element) == "script" and (element.get("type") or "").startswith("math/tex"):
        return f"${squeezed(element.text or '')}$"
    return ""


def _holds_blocks(element: Element) -> bool:
    return local(element) not in ("math", "a", "sup", "sub") and any(local(part) in _BLOCKS for part in element.iter())


def _is_inner(link: Element) -> bool:
    """Return whether a link leads to a place of a page, as a citation's does."""
    return "#" in (link.get("href") or "") or (link.get("role") or "") == "doc-biblioref"


def _whole(words: str | None, otherwise: int) -> int:
    return int(words) if words and words.isdecimal() and len(words) < 5 else otherwise
