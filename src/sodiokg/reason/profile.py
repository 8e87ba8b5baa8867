"""Where OWL 2 RL lets each construct stand, as a table.

Source: OWL 2 Web Ontology Language Profiles (second edition), section 4.2. One row goes beyond OWL 2 RL: a
datatype may be narrowed by facets, which rules can judge because every literal has one value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from sodiokg.names import PREFIXES
from sodiokg.reason.axioms import DATA, OBJECT, Ontology
from sodiokg.reason.expressions import (
    Axiom,
    Both,
    Complement,
    Counted,
    DataRange,
    Either,
    Expression,
    Has,
    Members,
    Named,
    Only,
    Role,
    Some,
    Unknown,
)

__all__ = ["ALLOWED", "AXIOMS", "DATATYPES", "FACETS", "Breach", "forbidden", "halves"]

_XSD: Final = PREFIXES["xsd"]
SUB, SUPER, EQUIVALENT, RANGE = "on the left", "on the right", "in an equivalence", "as a data range"
# Rows of the grammar: subClassExpression, superClassExpression, equivClassExpression and DataRange.
ALLOWED: Final[dict[type, frozenset[str]]] = {
    Named: frozenset({SUB, SUPER, EQUIVALENT}),
    Both: frozenset({SUB, SUPER, EQUIVALENT, RANGE}),
    Either: frozenset({SUB}),
    Complement: frozenset({SUPER}),
    Some: frozenset({SUB}),
    Only: frozenset({SUPER}),
    Has: frozenset({SUB, SUPER, EQUIVALENT}),
    Members: frozenset({SUB}),
    Counted: frozenset({SUPER}),
    DataRange: frozenset({RANGE}),
    Unknown: frozenset(),
}
AXIOMS: Final = frozenset(
    {
        *("SubClassOf", "EquivalentClasses", "DisjointClasses"),
        *("SubPropertyOf", "EquivalentProperties", "InverseProperties", "DisjointProperties", "PropertyDomain", "PropertyRange"),
        *("FunctionalProperty", "InverseFunctionalProperty", "SymmetricProperty", "AsymmetricProperty"),
        *("TransitiveProperty", "IrreflexiveProperty", "DifferentIndividuals", "NegativePropertyAssertion"),
    }
)
FACETS: Final = frozenset(_XSD + name for name in ("minExclusive", "minInclusive", "maxExclusive", "maxInclusive"))
DATATYPES: Final = frozenset(
    {
        *(_XSD + name for name in ("string", "boolean", "decimal", "integer", "nonNegativeInteger", "positiveInteger", "anyURI")),
        *(PREFIXES["rdfs"] + "Literal", PREFIXES["rdf"] + "langString"),
    }
)
_BOTTOM, _TOP = PREFIXES["owl"] + "Nothing", PREFIXES["owl"] + "Thing"


@dataclass(frozen=True, slots=True)
class Breach:
    """An axiom that the rules do not cover, and what in it is the matter."""

    axiom: Axiom
    reason: str

    def __str__(self) -> str:
        return f"{self.axiom}: {self.reason}"


def halves(axiom: Axiom) -> tuple[Axiom, ...]:
    """Return an equivalence as subsumptions both ways, so that each is judged by itself where one is beyond an equivalence."""
    if axiom.kind != "EquivalentClasses":
        return (axiom,)
    pairs = [(one, other) for one in axiom.parts for other in axiom.parts if one != other]
    return tuple(Axiom("SubClassOf", pair) for pair in pairs)


def forbidden(axiom: Axiom, ontology: Ontology) -> str:
    """Return why an axiom is beyond OWL 2 RL with facets, "" where it is not."""
    if axiom.kind not in AXIOMS:
        return f"no rule for {axiom.kind}"
    for part, place in zip(axiom.parts, _places(axiom, ontology), strict=True):
        if isinstance(part, Role | tuple):
            reasons: Iterable[str] = (_undeclared(role, ontology) for role in (part if isinstance(part, tuple) else (part,)))
        else:
            reasons = _misplaced(part, place, ontology)
        if reason := next(filter(None, reasons), ""):
            return reason
    return ""


def _places(axiom: Axiom, ontology: Ontology) -> tuple[str, ...]:
    if axiom.kind == "PropertyRange":
        role = axiom.parts[0]
        data = isinstance(role, Role) and ontology.is_declared(role.iri, DATA)
        return SUPER, RANGE if data else SUPER
    special = {"SubClassOf": (SUB, SUPER), "PropertyDomain": (SUB, SUPER), "EquivalentClasses": (EQUIVALENT,) * len(axiom.parts)}
    return special.get(axiom.kind, (SUB,) * len(axiom.parts))


def _undeclared(role: Role, ontology: Ontology) -> str:
    if not role.iri:
        return "a property of no known construct"
    if not any(ontology.is_declared(role.iri, kind) for kind in (OBJECT, DATA)):
        return f"{role} is declared neither an object nor a data property"
    return ""


def _misplaced(expression: Expression, place: str, ontology: Ontology) -> Iterator[str]:
    """Yield what stands where the grammar does not let it."""
    if place not in ALLOWED[type(expression)]:
        yield f"{type(expression).__name__.lower()} {place}: {expression}"
        return
    match expression:
        case Named(iri) if iri == _TOP:
            yield f"owl:Thing {place}"
        case Both(parts) | Either(parts):
            for part in parts:
                yield from _misplaced(part, place, ontology)
        case Complement(of):
            yield from _misplaced(of, SUB, ontology)
        case Some(role, of) | Only(role, of):
            yield _undeclared(role, ontology)
            yield from _misfilled(role, of, place, ontology)
        case Counted(role, word, number, of):
            yield _undeclared(role, ontology)
            yield "" if word == "max" and number in {"0", "1"} else f"{word} {number} {place}: {expression}"
            yield from _misfilled(role, of or Named(_TOP), SUB, ontology)
        case Has(role, _):
            yield _undeclared(role, ontology)
        case DataRange(base, facets):
            yield from (f"the datatype {name}" for name in (base,) if name not in DATATYPES)
            yield from (f"the facet {facet}" for facet, _ in facets if facet not in FACETS)


def _misfilled(role: Role, of: Expression, place: str, ontology: Ontology) -> Iterator[str]:
    filler = RANGE if ontology.is_declared(role.iri, DATA) else place
    if of != Named(_TOP) or place != SUB:
        yield from _misplaced(of, filler, ontology)
