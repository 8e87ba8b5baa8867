"""Claims and statements as triples: each frame with one assertion per mechanism, effect and phase that it makes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from sodiokg.graph.bibliography import Studies
from sodiokg.graph.labels import claim_label, statement_label
from sodiokg.graph.mentions import Mentions, concepts_in
from sodiokg.graph.places import Places, key_of
from sodiokg.graph.setups import CELLS
from sodiokg.graph.substances import Resolver
from sodiokg.graph.terms import Triple, describe, node, sod, text
from sodiokg.model import Claim, Item, Statement
from sodiokg.names import concept, member, slug

__all__ = ["claim_triples", "statement_triples"]


@dataclass(frozen=True, slots=True)
class _Part:
    """What the items of one field of a claim become."""

    kind: str
    predicate: str
    path: str


_PARTS = {
    "mechanisms": _Part("MechanismAssertion", "sod:statesMechanism", "mechanism"),
    "effects": _Part("EffectAssertion", "sod:statesEffect", "effect"),
    "phases_formed": _Part("PhaseAssertion", "sod:statesPhase", "phase"),
}


def claim_triples(claim: Claim, name: NamedNode, places: Places, studies: Studies, materials: Resolver) -> Iterator[Triple]:
    """Yield a claim and the assertions it splits into."""
    yield from describe(
        name,
        ("rdf:type", sod("Claim")),
        ("rdfs:label", text(claim_label(claim, studies.name(claim)))),
        ("sod:fromDocument", places.node),
        ("sod:reportsStudy", [studies.own()] if claim.attribution == "own_result" else studies.cited(claim)),
        ("sod:attribution", node(member(claim.attribution))),
        ("sod:polarity", node(member(claim.polarity))),
        ("sod:evidenceSpan", places.span(claim.start, claim.end, claim.quote, claim.id)),
        ("sod:section", text(claim.section)),
        ("sod:batteryType", node(concept(claim.battery_type)) if claim.battery_type else None),
        ("sod:aboutSubstrate", materials.nodes(claim.substrate)),
        ("sod:substrateText", text(claim.substrate)),
        ("sod:substrateClass", node(concept(claim.substrate_class))),
        ("sod:strategyText", text(claim.strategy)),
        ("sod:usesStrategy", [node(concept(key)) for key in claim.strategy_class]),
        ("sod:hasAgent", [agent for words in claim.agents for agent in materials.nodes(words)]),
        ("sod:agentText", [text(agent) for agent in claim.agents]),
        ("sod:restsOn", [node(member(key)) for key in claim.evidence]),
        ("sod:electrolyteText", text(claim.electrolyte)),
        ("sod:cathodeText", text(claim.cathode)),
        ("sod:cellText", text(claim.cell)),
        ("sod:usesCell", sod(CELLS[claim.cell]) if claim.cell in CELLS else None),
        ("sod:mentions", concepts_in(claim.quote)),
    )
    for item in _items(claim):
        yield from _assertions(item, name, claim, places, materials)


def _items(claim: Claim) -> Iterator[Item]:
    """Yield the items of a claim; what it lists without an item of its own has the polarity and the span of the frame."""
    told = {(item.field, item.value) for item in claim.items}
    yield from claim.items
    for field in _PARTS:
        for value in getattr(claim, field):
            if (field, value) not in told:
                yield Item(field, value, claim.polarity, claim.start, claim.end, claim.quote)


def _assertions(item: Item, name: NamedNode, claim: Claim, places: Places, materials: Resolver) -> Iterator[Triple]:
    """Yield the assertion that an item makes, or one for each phase that its value names."""
    part = _PARTS[item.field]
    values = materials.nodes(item.value) if item.field == "phases_formed" else [node(concept(item.value))]
    for value in values:
        one = f"/{slug(value.value.rsplit('/', 1)[-1])}" if len(values) > 1 else ""
        yield from describe(
            node(f"{name.value}/{part.path}/{key_of(item.value)}{one}"),
            ("rdf:type", sod(part.kind)),
            ("rdfs:label", text(item.value.replace("_", " "))),
            ("sod:partOfClaim", name),
            (part.predicate, value),
            ("sod:polarity", node(member(item.polarity))),
            ("sod:evidenceSpan", places.span(item.start, item.end, item.span, f"{claim.id} ({item.value})")),
        )


def statement_triples(
    statement: Statement, name: NamedNode, places: Places, studies: Studies, materials: Resolver, words: Mentions
) -> Iterator[Triple]:
    """Yield a statement; subject and object point at what they name where that is known."""
    own = statement.attribution == "own_result"
    yield from describe(
        name,
        ("rdf:type", sod("Statement")),
        ("rdfs:label", text(statement_label(statement))),
        ("sod:fromDocument", places.node),
        ("sod:reportsStudy", [studies.own()] if own else studies.cited(statement)),
        ("sod:attribution", node(member(statement.attribution))),
        ("sod:polarity", node(member(statement.polarity))),
        ("sod:evidenceSpan", places.span(statement.start, statement.end, statement.span, statement.id)),
        ("sod:section", text(statement.section)),
        ("sod:relation", node(member(statement.relation))),
        ("sod:statementSubject", materials.concepts(statement.subject)),
        ("sod:subjectMentions", words.of(statement.subject)),
        ("sod:subjectText", text(statement.subject)),
        ("sod:statementObject", materials.concepts(statement.object)),
        ("sod:objectMentions", words.of(statement.object)),
        ("sod:objectText", text(statement.object)),
        ("sod:contextText", text(statement.context)),
        ("sod:mentions", words.of(statement.context)),
    )
