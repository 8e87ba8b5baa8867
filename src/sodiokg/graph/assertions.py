"""Records of one document as triples: what the document asserts, each record with its span, polarity and attribution."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from pyoxigraph import NamedNode, Quad

from sodiokg.graph.bibliography import Studies
from sodiokg.graph.bounds import bounds
from sodiokg.graph.frames import claim_triples, statement_triples
from sodiokg.graph.lifting import lifted
from sodiokg.graph.owners import Owned, owning_claims
from sodiokg.graph.places import Places
from sodiokg.graph.substances import Index, Resolver
from sodiokg.graph.terms import Term, Triple, decimal, describe, flag, in_graph, node, sod, text
from sodiokg.model import Measurement, Records
from sodiokg.names import UNITS, concept, graph_iri, slug

__all__ = ["SHARED", "DocumentGraphs", "assertions", "document_graphs", "graph_of"]

SHARED = node(graph_iri("shared"))


@dataclass(frozen=True, slots=True)
class DocumentGraphs:
    """What one document gives: its assertions, the facts lifted from them, and the studies and substances it names."""

    name: str
    asserted: tuple[Triple, ...]
    lifted: tuple[Triple, ...]
    studies: tuple[Triple, ...]
    substances: tuple[Triple, ...]

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
    studies, materials = Studies(places), Resolver(index, places.iri)
    claims = [(claim, places.record("claim", claim.start, *_content(claim))) for claim in records.claims]
    asserted: list[Triple] = []
    for claim, name in claims:
        asserted += claim_triples(claim, name, places, studies, materials)
    owners = owning_claims(records.measurements, claims)
    asserted += _measurements(records.measurements, owners, places, studies, materials)
    for statement in records.statements:
        name = places.record("statement", statement.start, *_content(statement))
        asserted += statement_triples(statement, name, places, studies, materials)
    asserted += [*places.spans(), *materials.triples(), *studies.references(), *studies.unlisted()]
    shared = tuple(triple for described in materials.shared.values() for triple in described)
    facts = tuple(lifted(asserted, places.iri))
    return DocumentGraphs(records.document.source.name, tuple(asserted), facts, tuple(studies.studies()), shared)


def _content(record: object) -> Iterator[object]:
    """Yield the fields of a record that say what it says: neither its place nor its number in the document."""
    fields: Iterable[str] = getattr(record, "__slots__", ())
    for name in fields:
        if name not in {"id", "doc", "start", "end", "conditions", "items"}:
            yield f"{name}={getattr(record, name)!r}"


def _measurements(
    measurements: Iterable[Measurement],
    owners: dict[str, Owned],
    places: Places,
    studies: Studies,
    materials: Resolver,
) -> Iterator[Triple]:
    """Yield the description of all measurements; conditions point from one to the other."""
    named = {m.id: (m, places.record("measurement", m.start, *_content(m))) for m in measurements}
    for measurement, name in named.values():
        yield from _measurement(measurement, name, places, studies, materials)
        claim, claim_name = owners.get(measurement.id, (None, None))
        own = claim is not None and claim.attribution == "own_result" and not measurement.ref
        conditions = [named[key] for key in measurement.conditions if key in named]
        yield from describe(
            name,
            ("sod:underCondition", [condition for _, condition in conditions]),
            ("sod:ofClaim", claim_name),
            ("sod:reportsStudy", studies.own() if own else None),
        )
        yield from _sequence(name, conditions)


def _sequence(name: NamedNode, conditions: list[tuple[Measurement, NamedNode]]) -> Iterator[Triple]:
    """Yield the order of conditions of one property (0.15, then 0.25 mA/cm2); single conditions are a set and need none."""
    kinds = [condition.property for condition, _ in conditions]
    repeated = sorted(((c.start, n) for c, n in conditions if kinds.count(c.property) > 1), key=lambda pair: pair[0])
    for earlier, later in pairwise(repeated):
        step = node(f"{name.value}/step/{earlier[1].value.rsplit('/')[-1]}")
        yield from describe(
            step,
            ("rdf:type", sod("ConditionStep")),
            ("sod:stepOf", name),
            ("sod:stepFrom", earlier[1]),
            ("sod:stepTo", later[1]),
        )


def _measurement(
    measurement: Measurement,
    name: NamedNode,
    places: Places,
    studies: Studies,
    materials: Resolver,
) -> Iterator[Triple]:
    m = measurement
    kind = sod("OtherQuantity") if m.property == "other" else node(concept(m.property))
    yield from describe(
        name,
        ("rdf:type", [sod("Measurement"), kind]),
        ("rdfs:label", text(_label(m, studies))),
        ("sod:fromDocument", places.node),
        ("sod:reportsStudy", studies.cited(m.ref)),
        ("sod:evidenceSpan", places.span(m.start, m.end, m.section)),
        ("sod:section", text(m.section)),
        ("sod:printed", text(m.span)),
        ("sod:comparator", text(m.comparator)),
        ("sod:unit", node(UNITS[m.unit]) if m.unit in UNITS else None),
        ("sod:phase", text(m.phase or "")),
        ("sod:between", text(m.between or "")),
        ("sod:role", text(m.role)),
        ("sod:subjectText", text(m.subject)),
        ("sod:substrateText", text(m.substrate)),
        ("sod:aboutSubstrate", materials.node(m.substrate)),
        ("sod:qualitative", flag(True) if m.qualitative else None),
        ("sod:approximate", flag(True) if m.comparator == "~" else None),
        ("sod:value", None if m.value is None else decimal(m.value)),
        ("sod:valueMax", None if m.value_max is None else decimal(m.value_max)),
        *_ends(m),
    )


def _ends(m: Measurement) -> list[tuple[str, Term | None]]:
    """Return lower and upper bound, each with whether it is open."""
    ends = bounds(m.value, m.value_max, m.comparator)
    told: list[tuple[str, Term | None]] = []
    if ends.lower is not None:
        told += [("sod:lowerBound", decimal(ends.lower)), ("sod:lowerBoundOpen", flag(ends.lower_open))]
    if ends.upper is not None:
        told += [("sod:upperBound", decimal(ends.upper)), ("sod:upperBoundOpen", flag(ends.upper_open))]
    return told


def _label(m: Measurement, studies: Studies) -> str:
    """Return how a person would call the measurement, such as "contact angle 72.5 deg, Yang et al. 2021 [29]"."""
    number = " ".join(m.span.split()) if m.value is None else f"{_SIGNS.get(m.comparator, m.comparator + ' ')}{m.value:g}"
    number += "" if m.value_max is None else f" to {m.value_max:g}"
    unit = "" if m.unit in {"1", ""} or m.value is None else f" {m.unit.strip('{}')}"
    return ", ".join(filter(None, [f"{m.property.replace('_', ' ')} {number}{unit}", studies.name(m.ref)]))


_SIGNS = {"=": "", "~": "about ", "max": "up to ", "min": "down to "}
