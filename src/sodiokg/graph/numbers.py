"""Measurements as triples: value, bounds, unit and printed string, with the conditions they hold under."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pyoxigraph import NamedNode

from sodiokg.graph.bibliography import Studies
from sodiokg.graph.bounds import bounds
from sodiokg.graph.labels import measurement_label
from sodiokg.graph.owners import Owned
from sodiokg.graph.places import Places
from sodiokg.graph.setups import setup_triples
from sodiokg.graph.substances import Resolver
from sodiokg.graph.terms import Term, Triple, decimal, describe, flag, integer, node, sod, text
from sodiokg.model import Attribution, Claim, Measurement
from sodiokg.names import UNITS, concept, member

__all__ = ["measurement_triples"]

_Named = tuple[Measurement, NamedNode]


def measurement_triples(
    numbers: Sequence[_Named],
    owners: Mapping[str, Owned],
    places: Places,
    studies: Studies,
    materials: Resolver,
) -> Iterator[Triple]:
    """Yield the description of all measurements of a document, with their conditions and the claims they belong to."""
    by_id = {measurement.id: (measurement, name) for measurement, name in numbers}
    conditions = {name: [by_id[key] for key in m.conditions if key in by_id] for m, name in numbers}
    for measurement, name in numbers:
        yield from _measurement(measurement, name, places, studies, materials)
        claim, claim_name = owners.get(measurement.id, (None, None))
        attribution = _attribution(measurement, claim)
        yield from describe(
            name,
            ("sod:underCondition", [condition for _, condition in conditions[name]]),
            ("sod:ofClaim", claim_name),
            ("sod:attribution", node(member(attribution))),
            ("sod:reportsStudy", studies.own() if attribution == "own_result" else None),
            *setup_triples(measurement, claim, materials),
        )
    for name, place in _sequence(conditions.values()).items():
        yield from describe(name, ("sod:sequenceIndex", integer(place)))


def _attribution(measurement: Measurement, claim: Claim | None) -> Attribution:
    """Return whose number it is; what stands for several studies is of none of them alone."""
    if len(measurement.ref) > 1:
        return "listed"
    if measurement.attribution:
        return measurement.attribution
    if claim and claim.attribution in {"listed", "own_result"}:
        return claim.attribution
    return "reported" if measurement.ref else "own_statement"


def _sequence(conditions: Iterable[Sequence[_Named]]) -> dict[NamedNode, int]:
    """Return the place of each condition that comes with others of its property (0.15, then 0.25 mA/cm2); the rest are a set."""
    indexes: dict[NamedNode, int] = {}
    for together in conditions:
        kinds = [condition.property for condition, _ in together]
        for kind in sorted({kind for kind in kinds if kinds.count(kind) > 1}):
            steps = sorted((c.start, name.value) for c, name in together if c.property == kind)
            for place, (_, name) in enumerate(steps, start=1):
                indexes.setdefault(node(name), place)
    return indexes


def _measurement(m: Measurement, name: NamedNode, places: Places, studies: Studies, materials: Resolver) -> Iterator[Triple]:
    kind = sod("OtherQuantity") if m.property == "other" else node(concept(m.property))
    yield from describe(
        name,
        ("rdf:type", [sod("Measurement"), kind]),
        ("rdfs:label", text(measurement_label(m, studies.name(m)))),
        ("sod:fromDocument", places.node),
        ("sod:reportsStudy", studies.cited(m)),
        ("sod:evidenceSpan", places.span(m.start, m.end, m.span, m.id)),
        ("sod:section", text(m.section)),
        ("sod:printed", text(m.span)),
        ("sod:comparator", text(m.comparator)),
        ("sod:unit", node(UNITS[m.unit]) if m.unit in UNITS else None),
        ("sod:phase", text(m.phase or "")),
        ("sod:between", text(m.between or "")),
        ("sod:role", text(m.role)),
        ("sod:subjectText", text(m.subject)),
        ("sod:substrateText", text(m.substrate)),
        ("sod:aboutSubstrate", materials.nodes(m.substrate)),
        ("sod:qualitative", flag(True) if m.qualitative else None),
        ("sod:approximate", flag(True) if m.comparator == "~" else None),
        ("sod:value", None if m.value is None else decimal(m.value)),
        ("sod:valueMax", None if m.value_max is None else decimal(m.value_max)),
        *_ends(m),
    )


def _ends(m: Measurement) -> Iterator[tuple[str, Term]]:
    """Yield lower and upper bound, each with whether the bound itself is allowed."""
    ends = bounds(m.value, m.value_max, m.comparator, m.property)
    if ends.lower is not None:
        yield "sod:lowerBound", decimal(ends.lower)
        yield "sod:lowerInclusive", flag(not ends.lower_open)
    if ends.upper is not None:
        yield "sod:upperBound", decimal(ends.upper)
        yield "sod:upperInclusive", flag(not ends.upper_open)
