"""Stable names for what is read from a document, and the spans that records stand on.

A name ends in a hash of the document's name, the kind, the section, the sentence and the content; offsets stay out of it, so that
a sentence put in elsewhere changes no other name. Equal contents are told apart by their order.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from pyoxigraph import NamedNode

from sodiokg.graph.terms import Triple, describe, integer, node, text
from sodiokg.model import Document, Record
from sodiokg.names import ID, content_hash, slug

__all__ = ["Places", "document_iri", "key_of"]

# Characters of context that a quote selector keeps on each side.
CONTEXT = 48
_NO_CONTENT = frozenset({"id", "doc", "start", "end", "conditions", "items"})


def document_iri(name: str) -> str:
    """Return the IRI of a document by its name."""
    return f"{ID}document/{slug(name)}"


def key_of(name: str) -> str:
    """Return a slug that differs for names that differ in more than ASCII shows.

    >>> key_of("PbO"), key_of("\u03b2-PbO")
    ('PbO', 'PbO-c7b7')
    """
    return slug(name) if name.isascii() else f"{slug(name)}-{content_hash(name)[:4]}".strip("-")


class Places:
    """The names and spans of one document; every name is given out once per content."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.iri = document_iri(document.source.name)
        self.node = node(self.iri)
        self._seen: Counter[str] = Counter()
        self._digests: dict[tuple[int, int], str] = {}
        self._spans: dict[tuple[int, int], NamedNode] = {}
        self._triples: list[Triple] = []
        plain = document.plain
        self._sentences = [plain.to_source(sentence.start, sentence.end) for sentence in document.sentences]
        self._starts = [plain.to_source(sentence.start, sentence.start + 1)[0] for sentence in document.sentences]

    def below(self, *parts: object) -> NamedNode:
        """Return the node of a path below the document."""
        return node("/".join([self.iri, *map(str, parts)]))

    def name(self, record: Record) -> NamedNode:
        """Return a new name for a record, from what it says and not from its place or number in the document."""
        content = (f"{name}={getattr(record, name)!r}" for name in record.__slots__ if name not in _NO_CONTENT)
        return self._named(record.kind, record.start, *content)

    def _named(self, kind: str, start: int, *content: object) -> NamedNode:
        digest = content_hash(self.document.source.name, kind, self._sentence_digest(self.sentence_at(start)), *content)
        self._seen[kind + digest] += 1
        again = self._seen[kind + digest]
        return self.below(kind, digest if again == 1 else f"{digest}-{again}")

    def _sentence_digest(self, place: tuple[int, int]) -> str:
        if place not in self._digests:
            self._digests[place] = content_hash(self.document.source.text[slice(*place)])
        return self._digests[place]

    def sentence_at(self, start: int) -> tuple[int, int]:
        """Return where the sentence that holds an offset begins and ends in the source, (0, 0) outside of sentences."""
        index = bisect_right(self._starts, start) - 1
        place = self._sentences[index] if index >= 0 else (0, 0)
        return place if start < place[1] else (0, 0)

    def span(self, start: int, end: int, section: str) -> NamedNode:
        """Return the node of a stretch of the source text, the same one for the same stretch."""
        if (start, end) not in self._spans:
            exact = self.document.source.text[start:end]
            span = self._named("span", start, section, exact)
            self._spans[start, end] = span
            self._triples.extend(self._selectors(span, start, end))
        return self._spans[start, end]

    def spans(self) -> Iterator[Triple]:
        """Yield the description of every span that was asked for."""
        yield from self._triples

    def _selectors(self, span: NamedNode, start: int, end: int) -> Iterator[Triple]:
        source = self.document.source.text
        position, quote = node(f"{span.value}/position"), node(f"{span.value}/quote")
        kinds = [node("oa:SpecificResource"), node("sod:TextSpan")]
        yield from describe(span, ("rdf:type", kinds), ("oa:hasSource", self.node), ("oa:hasSelector", [position, quote]))
        yield from describe(
            position,
            ("rdf:type", node("oa:TextPositionSelector")),
            ("oa:start", integer(start)),
            ("oa:end", integer(end)),
        )
        yield from describe(
            quote,
            ("rdf:type", node("oa:TextQuoteSelector")),
            ("oa:exact", text(source[start:end])),
            ("oa:prefix", text(source[max(0, start - CONTEXT) : start])),
            ("oa:suffix", text(source[end : end + CONTEXT])),
        )
