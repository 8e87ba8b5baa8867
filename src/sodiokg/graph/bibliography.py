"""The studies that a document's reference list names.

A study is the same study in every document: its key comes from journal, year, volume and first page. A reference that prints too
little for a key, or a cited number that the list lacks, gives a study of the document alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pyoxigraph import NamedNode

from sodiokg.graph.places import Places, key_of
from sodiokg.graph.terms import Triple, describe, flag, integer, node, sod, text
from sodiokg.model import Record, Reference
from sodiokg.names import ID
from sodiokg.text.bibliography import study_key

__all__ = ["Studies"]


class Studies:
    """The studies of one document by reference number; `cited` names what a record reports."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._references = {reference.number: reference for reference in places.document.references}
        self._nodes = {number: _study(reference) for number, reference in self._references.items()}
        self._missing: set[int] = set()
        self._named: dict[str, NamedNode] = {}
        self._has_own = False

    def cited(self, record: Record) -> list[NamedNode]:
        """Return the studies that a record reports: those of its citation numbers, else those that it names."""
        if record.ref:
            return [self._node(number) for number in record.ref]
        names = record.study.split("; ") if record.study else []
        self._named |= {name: self._places.below("study", key_of(name)) for name in names}
        return [self._named[name] for name in names]

    def own(self) -> NamedNode:
        """Return the study that the document itself reports."""
        self._has_own = True
        return self._places.below("study")

    def name(self, record: Record) -> str:
        """Return how a person would call the studies of a record, such as "Gao et al. 2020 [29]"."""
        numbers = record.ref
        if not numbers:
            return record.study or ""
        labels = [self._references[n].label if n in self._references else "" for n in numbers]
        return "; ".join(f"{label} [{n}]".strip() for label, n in zip(labels, numbers, strict=True))

    def references(self) -> Iterator[Triple]:
        """Yield the entries of the reference list, each with the study it refers to."""
        for number in sorted({*self._references, *self._missing}):
            entry = self._references.get(number)
            yield from describe(
                self._places.below("reference", number),
                ("rdf:type", sod("Reference")),
                ("rdfs:label", text(f"[{number}]")),
                ("sod:inDocument", self._places.node),
                ("sod:referenceNumber", integer(number)),
                ("sod:refersTo", self._node(number)),
                ("sod:referenceText", text(entry.text if entry else "")),
            )

    def unlisted(self) -> Iterator[Triple]:
        """Yield the studies that no reference list describes: the document's own, and numbers and names that its list lacks."""
        if self._has_own:
            title = f"this study ({self._places.document.source.name})"
            yield from describe(self.own(), ("rdf:type", sod("Study")), ("rdfs:label", text(title)))
        for number in sorted(self._missing):
            yield from describe(
                self._node(number),
                ("rdf:type", sod("Study")),
                ("rdfs:label", text(f"reference {number} of {self._places.document.source.name}")),
                ("sod:needsReview", flag(True)),
            )

        for name, study in sorted(self._named.items()):
            yield from describe(study, ("rdf:type", sod("Study")), ("rdfs:label", text(name)), ("sod:needsReview", flag(True)))

    def studies(self) -> Iterator[Triple]:
        """Yield what the reference list prints of every study."""
        for number, reference in self._references.items():
            yield from _described(self._nodes[number], reference)

    def _node(self, number: int) -> NamedNode:
        if number not in self._nodes:
            self._missing.add(number)
            return self._places.below("study", number)
        return self._nodes[number]


def _study(reference: Reference) -> NamedNode:
    return node(f"{ID}study/{study_key(reference)}")


def _described(study: NamedNode, reference: Reference) -> Iterator[Triple]:
    first = re.match(r"[^-–,\s]+", reference.pages)
    yield from describe(
        study,
        ("rdf:type", sod("Study")),
        ("rdfs:label", text(reference.label)),
        ("dcterms:title", text(reference.title)),
        ("sod:author", [text(author) for author in reference.authors]),
        ("sod:firstAuthor", text(reference.surname)),
        ("sod:journal", text(reference.journal)),
        ("sod:year", integer(reference.year) if reference.year else None),
        ("sod:volume", text(reference.volume)),
        ("sod:pages", text(reference.pages)),
        ("sod:firstPage", text(first[0] if first else "")),
        ("sod:doi", text(reference.doi)),
        ("sod:studyKey", text(study_key(reference))),
    )
