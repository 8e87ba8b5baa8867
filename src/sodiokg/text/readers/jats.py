"""Read JATS XML, the form in which PubMed Central and many publishers give articles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sodiokg.errors import SourceError
from sodiokg.text.readers.manuscript import NUMBERS, Manuscript, cited, lowered, raised, squeezed
from sodiokg.text.readers.mathml import formula
from sodiokg.text.readers.trees import child, local, parse_xml, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

__all__ = ["read"]

# fmt: off
_BLOCKS: Final = frozenset({
    "abstract", "ack", "app", "app-group", "back", "body", "boxed-text", "caption", "def-item", "def-list", "disp-formula", "disp-formula-group", "disp-quote", "fig", "fig-group", "fn", "fn-group", "glossary", "list", "list-item",
    "notes", "p", "ref-list", "sec", "statement", "supplementary-material", "table-wrap", "table-wrap-group", "verse-group",
})
_SKIPPED: Final = frozenset({
    "alternatives-label", "front-stub", "graphic", "inline-graphic", "media", "object-id", "permissions", "related-article", "sub-article", "response", "tex-math", "history", "custom-meta-group", "kwd-group", "author-notes",
    "contrib-group", "index-term",
})
# fmt: on
_TEX_BODY: Final = re.compile(r"\\begin\{document\}(.*)\\end\{document\}", re.DOTALL)


def read(data: bytes, where: str) -> str:
    """Return the text of an article; raises SourceError for XML that is malformed or holds none."""
    root = parse_xml(data, where)
    article = root if local(root) == "article" else next((part for part in root.iter() if local(part) == "article"), None)
    if article is None:
        mend = "give JATS XML (PubMed Central's or a publisher's), or the article as PDF or HTML"
        raise SourceError(f"this XML is a <{local(root)}>, not a JATS <article>", where=where, mend=mend)
    return _Article(article).written()


class _Article:
    """One article in the making."""

    def __init__(self, article: Element) -> None:
        self.article = article
        self.manuscript = Manuscript()
        references = (ref for ref in article.iter() if local(ref) == "ref")
        self.numbers = {ref.get("id", ""): _number(ref, order) for order, ref in enumerate(references, 1)}

    def written(self) -> str:
        """Write title, abstracts, body and back matter and return the text."""
        front = next((part for part in self.article.iter() if local(part) in ("article-meta", "front-stub")), None)
        if front is not None:
            title = next((part for part in front.iter() if local(part) == "article-title"), None)
            if title is not None:
                self.manuscript.heading(1, self._inline(title))
            for abstract in (part for part in front if local(part) == "abstract"):
                self._section(abstract, 2, "Abstract")
        for name in ("body", "back"):
            if (part := child(self.article, name)) is not None:
                self._blocks(part, 2)
        return self.manuscript.text()

    def _section(self, section: Element, level: int, name: str = "") -> None:
        label, title = child(section, "label"), child(section, "title")
        number = squeezed(self._inline(label)).rstrip(".") if label is not None else ""
        words = squeezed(self._inline(title)) if title is not None else name
        self.manuscript.heading(level, f"{number}. {words}" if number else words)
        self._blocks(section, level + 1)

    def _blocks(self, parent: Element, level: int) -> None:
        for part in parent:
            match local(part):
                case "sec" | "ack" | "app" | "notes" | "glossary":
                    self._section(part, level, "Acknowledgments" if local(part) == "ack" else "")
                case "ref-list":
                    self._references(part, level)
                case "title" | "label":
                    continue
                case "fig" | "table-wrap" | "fn" | "supplementary-material":
                    self._float(part)
                case name if name in _BLOCKS - {"p", "disp-formula"}:
                    self._blocks(part, level)
                case _:
                    self._paragraph(part, level)

    def _paragraph(self, part: Element, level: int) -> None:
        """Write a paragraph; floats and lists inside it follow it."""
        inner = [block for block in part if local(block) in _BLOCKS - {"disp-formula", "p"}]
        self.manuscript.paragraph(self._inline(part))
        for block in inner:
            if local(block) in ("fig", "table-wrap"):
                self._float(block)
            else:
                self._blocks(block, level)

    def _float(self, part: Element) -> None:
        label, caption = child(part, "label"), child(part, "caption")
        words = [squeezed(self._inline(label)).rstrip(".") + "."] if label is not None else []
        blocks = caption if caption is not None else [inner for inner in part if local(inner) == "p"]
        words += [squeezed(self._inline(block)) for block in blocks]
        self.manuscript.paragraph(" ".join(words))
        for row in (inner for inner in part.iter() if local(inner) == "tr"):
            self.manuscript.row(self._inline(cell) for cell in row)

    def _references(self, listed: Element, level: int) -> None:
        title = child(listed, "title")
        self.manuscript.heading(level, self._inline(title) if title is not None else "References")
        for part in listed:
            if local(part) == "ref-list":
                self._references(part, level + 1)
            elif local(part) == "ref":
                self.manuscript.entry(self.numbers[part.get("id", "")], self._entry(part))

    def _entry(self, ref: Element) -> str:
        kinds = ("mixed-citation", "element-citation", "citation", "nlm-citation")
        citation = next((part for part in ref.iter() if local(part) in kinds), None)
        if citation is None:
            return self._inline(ref)
        if local(citation) == "element-citation" or not (citation.text or "".join(part.tail or "" for part in citation)).strip():
            return _structured({name: self._inline(part) for name, part in _fields(citation)}, citation)
        return self._inline(citation)

    def _inline(self, element: Element) -> str:
        return words_of(element, self._written)

    def _written(self, element: Element, before: str) -> str:
        name = local(element)
        match name:
            case "xref" if element.get("ref-type") == "bibr":
                return self._marker(element, before)
            case "sub":
                return lowered(self._inline(element))
            case "sup":
                return self._raised(element, before)
            case "math":
                return formula(element)
            case "alternatives":
                return self._alternative(element)
            case "tex-math":
                return _tex(element)
            case "break":
                return " "
            case "label":
                return ""
        if name in _SKIPPED or name in _BLOCKS - {"disp-formula", "p"}:
            return " "
        words = self._inline(element)
        return f" {words} " if name in ("disp-formula", "p") else words

    def _raised(self, element: Element, before: str) -> str:
        words = self._inline(element)
        if any(local(inner) == "xref" and inner.get("ref-type") == "bibr" for inner in element.iter()):
            bare = words.replace("[", "").replace("]", "")
            return cited(bare, before) if NUMBERS.fullmatch(bare) else words
        return raised(words)

    def _marker(self, xref: Element, before: str) -> str:
        """Return a citation with the number that the list gives it; an author and year stay before it."""
        words = squeezed("".join(xref.itertext())).strip("[]()")
        numbers = [str(self.numbers[rid]) for rid in (xref.get("rid") or "").split() if rid in self.numbers]
        if NUMBERS.fullmatch(words):
            return cited(words, before)
        return f"{words} [{','.join(numbers)}]" if numbers else words

    def _alternative(self, element: Element) -> str:
        math = child(element, "math")
        if math is not None:
            return formula(math)
        tex = child(element, "tex-math")
        return _tex(tex) if tex is not None else self._inline(element)


def _tex(element: Element) -> str:
    source = "".join(element.itertext())
    body = _TEX_BODY.search(source)
    words = squeezed(body[1] if body else source).strip("$ ")
    return f"${words}$" if words else ""


def _number(ref: Element, order: int) -> int:
    label = child(ref, "label")
    digits = re.sub(r"\D", "", "".join(label.itertext())) if label is not None else ""
    return int(digits) if digits and len(digits) < 5 else order


def _fields(citation: Element) -> Iterator[tuple[str, Element]]:
    for part in citation.iter():
        if local(part) in (
            "article-title",
            "source",
            "year",
            "volume",
            "issue",
            "fpage",
            "lpage",
            "elocation-id",
            "chapter-title",
        ):
            yield local(part), part
        elif local(part) == "pub-id" and part.get("pub-id-type") == "doi":
            yield "doi", part


def _structured(fields: dict[str, str], citation: Element) -> str:
    """Return the entry that a citation of fields alone stands for: "Lu, X.; Li, G. Title. Journal 2014, 5, 45-58."."""
    authors = "; ".join(_authors(citation))
    title = fields.get("article-title", fields.get("chapter-title", "")).rstrip(". ")
    pages = "-".join(filter(None, (fields.get("fpage") or fields.get("elocation-id"), fields.get("lpage"))))
    tail = ", ".join(filter(None, (fields.get("year"), fields.get("volume"), pages)))
    head = " ".join(f"{words.rstrip('.')}." for words in (authors, title) if words)
    doi = f" doi:{fields['doi']}" if "doi" in fields else ""
    return f"{head} {fields.get('source', '')} {tail}.{doi}"


def _authors(citation: Element) -> Iterator[str]:
    for name in (part for part in citation.iter() if local(part) in ("name", "string-name")):
        surname, given = child(name, "surname"), child(name, "given-names")
        if surname is not None:
            letters = re.findall(r"[^\W\d_a-z]", "".join(given.itertext())) if given is not None else []
            initials = "".join(f"{letter}." for letter in letters)
            yield f"{''.join(surname.itertext()).strip()}, {initials}".rstrip(", ")
