"""A person's decisions on records as triples, so that nobody takes a corrected record for what the reader read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad

from sodiokg.graph.places import Places
from sodiokg.graph.terms import Triple, describe, node, sod, text
from sodiokg.model import Curation
from sodiokg.names import ID, content_hash

__all__ = ["curation_triples", "unused_curations"]


def curation_triples(curations: Iterable[Curation], names: Mapping[str, NamedNode], places: Places) -> Iterator[Triple]:
    """Yield each decision, and on the record that stands by it who decided and why; `names` gives the nodes of records by id."""
    for one in curations:
        record = names.get(one.record)
        decision = places.below("curation", content_hash(one.action, one.words, one.who, one.why, one.read, record))
        yield from describe(
            decision,
            ("rdf:type", sod("Curation")),
            ("rdfs:label", text(f"{one.action} “{one.words}”")),
            ("sod:fromDocument", places.node),
            ("sod:curationAction", text(one.action)),
            ("sod:curates", record),
            ("sod:unusedBecause", text(one.unused)),
            *_told(one),
        )
        if record is not None:
            yield from describe(record, *_told(one))


def _told(one: Curation) -> Iterator[tuple[str, Literal | None]]:
    yield "sod:curatedBy", text(one.who)
    yield "sod:curationReason", text(one.why)
    yield "sod:amendedFrom", text(one.read)


def unused_curations(quads: Iterable[Quad]) -> list[str]:
    """Return a warning for every decision in a graph that was not applied, by document."""
    told = [quad for quad in quads if quad.predicate in _OF_UNUSED]
    reasons = {quad.subject: quad.object for quad in told if quad.predicate == _UNUSED}
    labels = {quad.subject: quad.object for quad in told if quad.predicate == _LABEL}
    return sorted(
        f"{_file(one)}: {getattr(labels.get(one), 'value', '')} {getattr(why, 'value', '')}" for one, why in reasons.items()
    )


_UNUSED, _LABEL = sod("unusedBecause"), node("rdfs:label")
_OF_UNUSED = frozenset({_UNUSED, _LABEL})


def _file(decision: object) -> str:
    """Return the name of the file that a decision stands in."""
    path = decision.value.removeprefix(f"{ID}document/") if isinstance(decision, NamedNode) else ""
    return f"{path.split('/')[0]}.curation.toml"
