"""Records of one document as triples: what the document asserts, each record with its span, polarity and attribution."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from sodiokg.graph.bibliography import Studies
from sodiokg.graph.curations import curation_triples
from sodiokg.graph.frames import claim_triples, statement_triples
from sodiokg.graph.lifting import lifted
from sodiokg.graph.liquids import wetting_liquids
from sodiokg.graph.mentions import Mentions, titles
from sodiokg.graph.numbers import measurement_triples
from sodiokg.graph.owners import owning_claims
from sodiokg.graph.places import Places
from sodiokg.graph.substances import Index, Resolver
from sodiokg.graph.terms import Triple, in_graph, node
from sodiokg.model import Records
from sodiokg.names import graph_iri, slug

__all__ = ["SHARED", "DocumentGraphs", "assertions", "document_graphs", "graph_of"]

SHARED = node(graph_iri("shared"))


@dataclass(frozen=True, slots=True)
class DocumentGraphs:
    """What one document gives: its assertions, the facts lifted from them, the studies and substances it names, and its languages."""

    name: str
    asserted: tuple[Triple, ...]
    lifted: tuple[Triple, ...]
    studies: tuple[Triple, ...]
    substances: tuple[Triple, ...]
    languages: tuple[str, ...] = ()

    def quads(self) -> Iterator[Quad]:
        """Yield everything in its named graphs."""
        yield from in_graph(graph_of(self.name, "assertions"), self.asserted)
        yield from in_graph(graph_of(self.name, "facts"), self.lifted)
        yield from in_graph(SHARED, (*self.studies, *self.substances))


def graph_of(document: str, part: str) -> NamedNode:
    """Return the named graph of a document's "assertions" or "facts"."""
    return node(graph_iri(f"document/{slug(document)}/{part}"))


def assertions(records: Records, index: Index) -> Iterator[Quad]:
    """Yield the quads that the records of one document give."""
    yield from document_graphs(records, index).quads()


def document_graphs(records: Records, index: Index) -> DocumentGraphs:
    """Return the graphs of one document; names are resolved with the index of the ontology's substances."""
    places = Places(records.document)
    studies, materials = Studies(places), Resolver(index, places.iri, titles(records.document))
    claims = [(claim, places.name(claim)) for claim in records.claims]
    numbers = [(measurement, places.name(measurement)) for measurement in records.measurements]
    owners = owning_claims(records.measurements, claims)
    asserted: list[Triple] = []
    for claim, name in claims:
        asserted += claim_triples(claim, name, places, studies, materials)
    asserted += measurement_triples(numbers, owners, places, studies, materials)
    words = Mentions(records.document, materials)
    said = [(statement, places.name(statement)) for statement in records.statements]
    for statement, name in said:
        asserted += statement_triples(statement, name, places, studies, materials, words)
    names = {claim.id: name for claim, name in claims}
    names |= {number.id: name for number, name in numbers}
    names |= {statement.id: name for statement, name in said}
    asserted += curation_triples(records.curations, names, places)
    asserted += [*places.spans(), *materials.triples(), *studies.references(), *studies.unlisted()]
    facts = tuple(lifted(asserted, places.iri, dict(wetting_liquids(numbers, places, materials))))
    shared = tuple(triple for described in materials.shared.values() for triple in described)
    document = records.document
    return DocumentGraphs(document.source.name, tuple(asserted), facts, tuple(studies.studies()), shared, document.languages)
