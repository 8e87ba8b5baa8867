"""What has to hold of an OWL 2 DL ontology as a whole, beyond the form of each axiom.

Source: OWL 2 Structural Specification (second edition), sections 5.8 (declarations) and 11 (global restrictions).
"""

from __future__ import annotations

from collections.abc import Iterator
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
    Named,
    Only,
    Role,
    Some,
    Unknown,
)

__all__ = ["beyond_dl"]

_OWL: Final = PREFIXES["owl"]
_CLASS: Final = _OWL + "Class"
_DATATYPE: Final = PREFIXES["rdfs"] + "Datatype"
_XSD: Final = PREFIXES["xsd"]
# The datatype map of OWL 2 (section 4), and which facets its datatypes have.
_NUMERIC: Final = frozenset(
    _XSD + name
    for name in (
        *("decimal", "integer", "nonNegativeInteger", "nonPositiveInteger", "positiveInteger", "negativeInteger"),
        *("long", "int", "short", "byte", "unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte", "double", "float"),
        *("dateTime", "dateTimeStamp"),
    )
) | {_OWL + "real", _OWL + "rational"}
_STRINGS: Final = frozenset(
    _XSD + name
    for name in (
        "string",
        "normalizedString",
        "token",
        "language",
        "Name",
        "NCName",
        "NMTOKEN",
        "hexBinary",
        "base64Binary",
        "anyURI",
    )
)
_OTHERS: Final = frozenset(
    {
        _XSD + "boolean",
        PREFIXES["rdfs"] + "Literal",
        *(PREFIXES["rdf"] + name for name in ("PlainLiteral", "XMLLiteral", "langString")),
    }
)
_BOUNDS: Final = frozenset(_XSD + name for name in ("minExclusive", "minInclusive", "maxExclusive", "maxInclusive"))
_LENGTHS: Final = frozenset(_XSD + name for name in ("length", "minLength", "maxLength", "pattern"))


def beyond_dl(ontology: Ontology) -> list[str]:
    """Return what of the global restrictions of OWL 2 DL an ontology breaks, in words.

    Checked are names used as two kinds of property or as class and datatype, names used and not declared, datatypes and facets that
    OWL 2 does not know, individuals and classes of no known form, the top data property, properties that are not simple where they must
    be, and chains without a regular order.
    """
    found = [f"{iri} is declared as two kinds of property" for iri, kinds in _kinds(ontology, (OBJECT, DATA, ANNOTATION))]
    found += [f"{iri} is class and datatype" for iri, kinds in _kinds(ontology, (PREFIXES["owl"] + "Class", _DATATYPE))]
    found += [f"{axiom}: {what}" for axiom in ontology.axioms for what in dict.fromkeys(_untyped(_typed_parts(axiom), ontology))]
    above = _above(ontology)
    chained = _above(ontology, chains=True)
    composite = {iri for iri in above if any(base in _composite(ontology) for base in _below(above, iri))}
    for axiom in ontology.axioms:
        named = {role.iri for role in _simple(axiom)}
        found += [f"{axiom}: {role} is not simple" for role in sorted(named & composite)]
    found += [f"{axiom}: no regular order of the properties" for axiom in ontology.axioms if _irregular(axiom, chained)]
    return found


def _typed_parts(axiom: Axiom) -> tuple[object, ...]:
    """Return the parts of an axiom, less the top data property where it may stand: above a data property."""
    top = axiom.kind == "SubPropertyOf" and axiom.parts[1] == Role(_OWL + "topDataProperty")
    return axiom.parts[:1] if top else axiom.parts


def _untyped(parts: tuple[object, ...], ontology: Ontology) -> Iterator[str]:
    """Yield what in the parts of an axiom is not declared or of no known kind."""
    for piece in _pieces(parts):
        match piece:
            case Role(iri) if iri == _OWL + "topDataProperty":
                yield "the top data property stands elsewhere than above a data property"
            case Role(iri) if not iri.startswith(_OWL) and not any(ontology.is_declared(iri, kind) for kind in (OBJECT, DATA)):
                yield f"{piece} is declared no property"
            case Named(iri) if not iri.startswith(_OWL) and not ontology.is_declared(iri, _CLASS):
                yield f"{piece} is declared no class"
            case DataRange(base, facets):
                yield from _unknown_range(base, [facet for facet, _ in facets], ontology)
            case Unknown(words):
                yield words


def _pieces(part: object) -> Iterator[object]:
    """Yield the properties, named classes, datatypes and unknown things in a part of an axiom."""
    match part:
        case tuple():
            for one in part:
                yield from _pieces(one)
        case Both(of) | Either(of) | Complement(of):
            yield from _pieces(of)
        case Some(role, of) | Only(role, of) | Counted(role, _, _, of):
            yield from _pieces((role, of))
        case Has(role, _):
            yield role
        case _:
            yield part


def _unknown_range(base: str, facets: list[str], ontology: Ontology) -> Iterator[str]:
    known = _NUMERIC | _STRINGS | _OTHERS
    if base not in known and not ontology.is_declared(base, _DATATYPE):
        yield f"the datatype {base}"
    fitting = _BOUNDS if base in _NUMERIC else _LENGTHS if base in _STRINGS else frozenset()
    yield from (f"the facet {facet} of {base}" for facet in facets if facet not in fitting)


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
