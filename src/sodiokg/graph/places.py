"""Stable names for what is read from a document, and the spans that records stand on.

The name of a record ends in a hash of the document's name, the kind, the studies and the content; its words, its section and its
place stay out of it, so that a sentence or a heading put in anywhere changes no other name. Equal contents are told apart by their
order. A span is named by its words and the sentence that it begins in.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from typing import Final

from pyoxigraph import NamedNode

from sodiokg.errors import GraphError
from sodiokg.graph.terms import Triple, describe, integer, node, text
from sodiokg.model import Document, Record
from sodiokg.names import ID, content_hash, slug
from sodiokg.text.bibliography import study_key

__all__ = ["Places", "document_iri", "key_of"]

# Characters of context that a quote selector keeps on each side.
CONTEXT = 48
# What a record says, by kind; the studies that it says it of come on top.
_CONTENT: Final = {
    "measurement": ("property", "value", "value_max", "unit", "comparator", "span"),
    "claim": (
        *("polarity", "attribution", "battery_type", "substrate", "substrate_class", "strategy", "strategy_class", "agents"),
        *("phases_formed", "mechanisms", "effects", "evidence", "electrolyte", "cell", "cathode"),
    ),
    "statement": ("subject", "relation", "object", "polarity", "attribution", "context"),
}


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
        self._studies = {reference.number: study_key(reference) for reference in document.references}
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
        """Return a new name for a record, from what it says and not from its words, its place or its number in the document."""
        studies = sorted(self._studies.get(number, f"[{number}]") for number in record.ref)
        if not studies and record.study:
            studies = [record.study]
        content = (f"{name}={getattr(record, name)!r}" for name in _CONTENT[record.kind])
        return self._named(record.kind, *studies, *content)

    def _named(self, kind: str, *content: object) -> NamedNode:
        digest = content_hash(self.document.source.name, kind, *content)
        self._seen[kind + digest] += 1
        again = self._seen[kind + digest]
        return self.below(kind, digest if again == 1 else f"{digest}-{again}")

    def _sentence_digest(self, start: int) -> str:
        place = self.sentence_at(start)
        if place not in self._digests:
            self._digests[place] = content_hash(self.document.source.text[slice(*place)])
        return self._digests[place]

    def sentence_at(self, start: int) -> tuple[int, int]:
        """Return where the sentence that holds an offset begins and ends in the source, (0, 0) outside of sentences."""
        index = bisect_right(self._starts, start) - 1
        place = self._sentences[index] if index >= 0 else (0, 0)
        return place if start < place[1] else (0, 0)

    def span(self, start: int, end: int, quote: str, record: str) -> NamedNode:
        """Return the node of the stretch of the source text that a record quotes, the same one for the same stretch.

        Raises GraphError where something else stands there.
        """
        if self.document.source.text[start:end] != quote:
            raise self._misquoted(start, end, quote, record)
        if (start, end) not in self._spans:
            span = self._named("span", self._sentence_digest(start), quote)
            self._spans[start, end] = span
            self._triples.extend(self._selectors(span, start, end))
        return self._spans[start, end]

    def _misquoted(self, start: int, end: int, quote: str, record: str) -> GraphError:
        source = self.document.source
        line = source.text.count("\n", 0, start) + 1
        column = start - (source.text.rfind("\n", 0, start) if start else -1)
        what = f"record {record} quotes “{quote}”, but “{source.text[start:end]}” stands there ({start}-{end})"
        mend = "this is a fault of the reader that made the record; please report it with the text"
        return GraphError(what, where=f"{source.path or source.name}:{line}:{column}", mend=mend)

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
