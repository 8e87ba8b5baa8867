"""Where OWL 2 RL lets each construct stand, as a table, and what else has to hold of an OWL 2 DL ontology.

Source: OWL 2 Web Ontology Language Profiles (second edition), section 4.2, and Structural Specification, section 11. One row goes beyond
OWL 2 RL: a datatype may be narrowed by facets, which rules can judge because every literal has one value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from sodiokg.names import PREFIXES
from sodiokg.reason.axioms import ANNOTATION, DATA, OBJECT, Ontology
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

__all__ = ["ALLOWED", "AXIOMS", "DATATYPES", "FACETS", "Breach", "beyond_dl", "forbidden", "halves"]

_XSD: Final = PREFIXES["xsd"]
SUB, SUPER, EQUIVALENT, RANGE = "on the left", "on the right", "in an equivalence", "as a data range"
# Rows of the grammar: subClassExpression, superClassExpression, equivClassExpression and DataRange.
ALLOWED: Final[dict[type, frozenset[str]]] = {
    Named: frozenset({SUB, SUPER, EQUIVALENT}),
    Both: frozenset({SUB, SUPER, EQUIVALENT}),
    Either: frozenset({SUB}),
    Complement: frozenset({SUPER}),
    Some: frozenset({SUB}),
    Only: frozenset({SUPER}),
    Has: frozenset({SUB, SUPER, EQUIVALENT}),
    Members: frozenset({SUB}),
    Counted: frozenset(),
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
    if isinstance(expression, Members) and place == RANGE:
        yield "a list of literals as a data range"
        return
    if place not in ALLOWED[type(expression)]:
        yield f"{type(expression).__name__.lower()} {place}: {expression}"
        return
    match expression:
        case Named(iri) if iri == _TOP and place != SUPER:
            yield f"owl:Thing {place}"
        case Both(parts) | Either(parts):
            for part in parts:
                yield from _misplaced(part, place, ontology)
        case Complement(of):
            yield from _misplaced(of, SUB, ontology)
        case Some(role, of) | Only(role, of):
            yield _undeclared(role, ontology)
            yield from _misfilled(role, of, place, ontology)
        case Has(role, _):
            yield _undeclared(role, ontology)
        case DataRange(base, facets):
            yield from (f"the datatype {name}" for name in (base,) if name not in DATATYPES)
            yield from (f"the facet {facet}" for facet, _ in facets if facet not in FACETS)


def _misfilled(role: Role, of: Expression, place: str, ontology: Ontology) -> Iterator[str]:
    filler = RANGE if ontology.is_declared(role.iri, DATA) else place
    if of != Named(_TOP):
        yield from _misplaced(of, filler, ontology)


def beyond_dl(ontology: Ontology) -> list[str]:
    """Return what of the global restrictions of OWL 2 DL an ontology breaks, in words.

    Checked are names used as two kinds of property or as class and datatype, properties that are not simple where they must be, and
    chains without a regular order.
    """
    found = [f"{iri} is declared as two kinds of property" for iri, kinds in _kinds(ontology, (OBJECT, DATA, ANNOTATION))]
    found += [f"{iri} is class and datatype" for iri, kinds in _kinds(ontology, (PREFIXES["owl"] + "Class", _DATATYPE))]
    above = _above(ontology)
    chained = _above(ontology, chains=True)
    composite = {iri for iri in above if any(base in _composite(ontology) for base in _below(above, iri))}
    for axiom in ontology.axioms:
        named = {role.iri for role in _simple(axiom)}
        found += [f"{axiom}: {role} is not simple" for role in sorted(named & composite)]
    found += [f"{axiom}: no regular order of the properties" for axiom in ontology.axioms if _irregular(axiom, chained)]
    return found


_DATATYPE: Final = PREFIXES["rdfs"] + "Datatype"


def _kinds(ontology: Ontology, kinds: tuple[str, ...]) -> list[tuple[str, set[str]]]:
    both = ((iri, told & set(kinds)) for iri, told in sorted(ontology.declared.items()))
    return [(iri, set(found)) for iri, found in both if len(found) > 1]


def _composite(ontology: Ontology) -> set[str]:
    """Return the properties that a transitivity or a chain makes composite by itself."""
    found = {part.iri for a in ontology.axioms if a.kind == "TransitiveProperty" for part in a.parts if isinstance(part, Role)}
    return found | {a.parts[1].iri for a in ontology.axioms if _is_chain(a) and isinstance(a.parts[1], Role)}


def _is_chain(axiom: Axiom) -> bool:
    return axiom.kind == "SubPropertyOf" and isinstance(axiom.parts[0], tuple)


def _above(ontology: Ontology, *, chains: bool = False) -> dict[str, set[str]]:
    """Return, by property, those that it is a direct part of: above it, equivalent or inverse to it, or given by a chain through it."""
    found: dict[str, set[str]] = {iri: set() for iri, kinds in ontology.declared.items() if OBJECT in kinds}
    for axiom in ontology.axioms:
        if chains and _is_chain(axiom):
            high = axiom.parts[1].iri  # type: ignore[union-attr]
            for role in axiom.parts[0]:  # type: ignore[union-attr]
                found.setdefault(role.iri, set()).update({high} - {role.iri})
        if axiom.kind in {"SubPropertyOf", "EquivalentProperties", "InverseProperties"} and not _is_chain(axiom):
            low, high = (part.iri for part in axiom.parts if isinstance(part, Role))
            found.setdefault(low, set()).add(high)
            if axiom.kind != "SubPropertyOf":
                found.setdefault(high, set()).add(low)
    return found


def _below(above: dict[str, set[str]], iri: str) -> set[str]:
    """Return the property and all that are below it."""
    found = {iri}
    while more := {low for low, highs in above.items() if highs & found} - found:
        found |= more
    return found


def _simple(axiom: Axiom) -> Iterator[Role]:
    """Yield the properties that have to be simple in an axiom."""
    if axiom.kind in {"FunctionalProperty", "InverseFunctionalProperty", "IrreflexiveProperty", "AsymmetricProperty"} or (
        axiom.kind == "DisjointProperties"
    ):
        yield from (part for part in axiom.parts if isinstance(part, Role))
    for part in axiom.parts:
        if not isinstance(part, Role | tuple):
            yield from _counted(part)


def _counted(expression: Expression) -> Iterator[Role]:
    match expression:
        case Counted(role, _, _, _):
            yield role
        case Both(parts) | Either(parts):
            for part in parts:
                yield from _counted(part)
        case Complement(of) | Some(_, of) | Only(_, of):
            yield from _counted(of)
        case _:
            return


def _irregular(axiom: Axiom, above: dict[str, set[str]]) -> bool:
    """Return whether a chain runs, other than by one of its ends, through what the chain itself gives or is part of."""
    match axiom.kind, axiom.parts:
        case "SubPropertyOf", (tuple() as chain, Role() as target):
            names = [role.iri for role in chain]
            inner = names[1:-1] if target.iri in (names[0], names[-1]) and len(names) > 2 else names
            both = names[0] == names[-1] == target.iri and len(names) > 2
            others = [name for name in names if name != target.iri]
            return both or (target.iri in inner and len(names) > 2) or any(target.iri in _below(above, name) for name in others)
        case _:
            return False
