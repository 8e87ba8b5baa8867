"""Read the axioms of an ontology from its triples, whole: what is not recognised comes out as an axiom that says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from sodiokg.names import PREFIXES
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
    Value,
)

__all__ = ["ANNOTATION", "DATA", "OBJECT", "Ontology", "read_axioms"]

_Node = Any  # pyoxigraph gives subjects and objects different unions
_OWL: Final = PREFIXES["owl"]
_RDF: Final = PREFIXES["rdf"]
_RDFS: Final = PREFIXES["rdfs"]
_TYPE: Final = _RDF + "type"
OBJECT: Final = _OWL + "ObjectProperty"
DATA: Final = _OWL + "DatatypeProperty"
ANNOTATION: Final = _OWL + "AnnotationProperty"
_DECLARED: Final = frozenset({OBJECT, DATA, ANNOTATION, _OWL + "Class", _RDFS + "Datatype"})

# Axioms that are one triple between classes, and between properties.
_OF_CLASSES: Final = {
    _RDFS + "subClassOf": "SubClassOf",
    _OWL + "equivalentClass": "EquivalentClasses",
    _OWL + "disjointWith": "DisjointClasses",
}
_OF_PROPERTIES: Final = {
    _RDFS + "subPropertyOf": "SubPropertyOf",
    _OWL + "equivalentProperty": "EquivalentProperties",
    _OWL + "inverseOf": "InverseProperties",
    _OWL + "propertyDisjointWith": "DisjointProperties",
}
_OF_ENDS: Final = {_RDFS + "domain": "PropertyDomain", _RDFS + "range": "PropertyRange"}
_KINDS: Final = {
    _OWL + name: name
    for name in (
        "FunctionalProperty",
        "InverseFunctionalProperty",
        "SymmetricProperty",
        "AsymmetricProperty",
        "TransitiveProperty",
        "ReflexiveProperty",
        "IrreflexiveProperty",
    )
}
# Nodes that list what an axiom is about.
_LISTS: Final = {
    _OWL + "AllDisjointClasses": "DisjointClasses",
    _OWL + "AllDisjointProperties": "DisjointProperties",
    _OWL + "AllDifferent": "DifferentIndividuals",
}
_UNREAD: Final = {_OWL + "hasKey": "HasKey", _OWL + "disjointUnionOf": "DisjointUnion"}
_SILENT: Final = frozenset(
    _OWL + name
    for name in (
        *("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty", "NamedIndividual", "Ontology", "Restriction"),
        *("Thing", "Axiom", "Annotation", "DeprecatedClass", "DeprecatedProperty", "DataRange", "Nothing"),
    )
)
_SETS: Final[dict[str, type[Both] | type[Either]]] = {_OWL + "intersectionOf": Both, _OWL + "unionOf": Either}


class Ontology:
    """The axioms of an ontology in the order of their words, and what its properties were declared as."""

    def __init__(self, axioms: Iterable[Axiom], declared: dict[str, frozenset[str]]) -> None:
        self.axioms = tuple(sorted(dict.fromkeys(axioms), key=lambda axiom: (str(axiom), axiom.kind)))
        self.declared = declared

    def is_declared(self, iri: str, kind: str) -> bool:
        """Return whether a name was declared as a kind: `OBJECT`, `DATA`, `ANNOTATION` or any other type's IRI."""
        return kind in self.declared.get(iri, ())


def read_axioms(triples: Iterable[Triple]) -> Ontology:
    """Return the axioms that the triples of one or more files write; annotations are none."""
    told: dict[_Node, dict[str, list[_Node]]] = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        told[triple.subject][triple.predicate.value].append(triple.object)
    declared = {
        subject.value: frozenset(kind.value for kind in said[_TYPE] if isinstance(kind, NamedNode)) & _DECLARED
        for subject, said in told.items()
        if isinstance(subject, NamedNode) and _TYPE in said
    }
    reader = _Reader(told, declared)
    return Ontology((axiom for subject in told for axiom in reader.axioms(subject)), declared)


class _Reader:
    def __init__(self, told: dict[_Node, dict[str, list[_Node]]], declared: dict[str, frozenset[str]]) -> None:
        self._told = told
        self._declared = declared

    def axioms(self, subject: _Node) -> Iterator[Axiom]:
        """Yield the axioms that stand at a subject."""
        said = self._told[subject]
        annotation = isinstance(subject, NamedNode) and ANNOTATION in self._declared.get(subject.value, ())
        for predicate, objects in list(said.items()):
            for thing in objects:
                if predicate == _TYPE:
                    yield from self._typed(subject, thing)
                elif not annotation:
                    yield from self._told_by(subject, predicate, thing)

    def _told_by(self, subject: _Node, predicate: str, thing: _Node) -> Iterator[Axiom]:
        if predicate in _OF_CLASSES:
            if _RDFS + "Datatype" in self._declared.get(getattr(subject, "value", ""), ()):
                yield Axiom("DatatypeDefinition", (self.expression(subject), self.expression(thing)))
            else:
                yield Axiom(_OF_CLASSES[predicate], (self.expression(subject), self.expression(thing)))
        elif predicate in _OF_PROPERTIES and isinstance(subject, NamedNode):
            yield Axiom(_OF_PROPERTIES[predicate], (self.role(subject), self.role(thing)))
        elif predicate in _OF_ENDS:
            yield Axiom(_OF_ENDS[predicate], (self.role(subject), self.expression(thing)))
        elif predicate == _OWL + "propertyChainAxiom":
            yield Axiom("SubPropertyOf", (tuple(map(self.role, self._list(thing))), self.role(subject)))
        elif predicate in _UNREAD:
            yield Axiom(_UNREAD[predicate], (self.expression(subject), *map(self.expression, self._list(thing))))
        elif predicate in (*_SETS, _OWL + "complementOf", _OWL + "oneOf") and isinstance(subject, NamedNode):
            yield Axiom("EquivalentClasses", (Named(subject.value), self._built(subject)))

    def _typed(self, subject: _Node, kind: _Node) -> Iterator[Axiom]:
        if isinstance(kind, BlankNode):
            yield Axiom("ClassAssertion", (self.expression(kind), self._value(subject)))
        elif kind.value in _KINDS:
            yield Axiom(_KINDS[kind.value], (self.role(subject),))
        elif kind.value in _LISTS:
            yield self._listed(subject, _LISTS[kind.value])
        elif kind.value == _OWL + "NegativePropertyAssertion":
            said = self._told[subject]
            ends = [said[_OWL + name][0] for name in ("sourceIndividual", "assertionProperty")]
            target = (said[_OWL + "targetIndividual"] or said[_OWL + "targetValue"])[0]
            yield Axiom("NegativePropertyAssertion", (self.role(ends[1]), self._value(ends[0]), self._value(target)))
        elif kind.value.startswith(_OWL) and kind.value not in _SILENT:
            yield Axiom(kind.value.removeprefix(_OWL), (self.expression(subject),))

    def _listed(self, subject: _Node, kind: str) -> Axiom:
        said = self._told[subject]
        found = [
            node for name in ("members", "distinctMembers") for head in said.get(_OWL + name, ()) for node in self._list(head)
        ]
        read: Callable[[_Node], Any] = {
            "DisjointClasses": self.expression,
            "DisjointProperties": self.role,
            "DifferentIndividuals": self._value,
        }[kind]
        return Axiom(kind, tuple(sorted(map(read, found), key=str)))

    def _value(self, node: _Node) -> Expression:
        return Members((node,)) if isinstance(node, NamedNode | Literal) else Unknown("an individual without a name")

    def role(self, node: _Node) -> Role:
        """Return a property, or the inverse that a nameless node stands for."""
        if isinstance(node, NamedNode):
            return Role(node.value)
        inverses = self._told.get(node, {}).get(_OWL + "inverseOf", [])
        return Role(inverses[0].value, inverse=True) if len(inverses) == 1 and isinstance(inverses[0], NamedNode) else Role("")

    def expression(self, node: _Node) -> Expression:
        """Return the class or data range that a node stands for."""
        if isinstance(node, NamedNode):
            datatype = node.value.startswith(PREFIXES["xsd"]) or node.value in _LITERALS
            declared = _RDFS + "Datatype" in self._declared.get(node.value, ())
            return DataRange(node.value) if datatype or declared else Named(node.value)
        return self._built(node) if isinstance(node, BlankNode) else Unknown("a literal in the place of a class")

    def _built(self, node: _Node) -> Expression:
        said = self._told.get(node, {})
        for name, build in _SETS.items():
            if name in said:
                return build(tuple(map(self.expression, self._list(said[name][0]))))
        if _OWL + "complementOf" in said:
            return Complement(self.expression(said[_OWL + "complementOf"][0]))
        if _OWL + "oneOf" in said:
            return Members(tuple(self._list(said[_OWL + "oneOf"][0])))
        if _OWL + "onDatatype" in said:
            return self._narrowed(said)
        if _OWL + "onProperty" in said:
            return self._restriction(said)
        return Unknown("a nameless class of no known construct")

    def _narrowed(self, said: dict[str, list[_Node]]) -> DataRange:
        nodes = [node for head in said.get(_OWL + "withRestrictions", ()) for node in self._list(head)]
        pairs = ((facet, limit) for node in nodes for facet, limits in self._told[node].items() for limit in limits)
        return DataRange(said[_OWL + "onDatatype"][0].value, tuple(sorted(pairs, key=str)))

    def _restriction(self, said: dict[str, list[_Node]]) -> Expression:
        role = self.role(said[_OWL + "onProperty"][0])
        if _OWL + "someValuesFrom" in said:
            return Some(role, self.expression(said[_OWL + "someValuesFrom"][0]))
        if _OWL + "allValuesFrom" in said:
            return Only(role, self.expression(said[_OWL + "allValuesFrom"][0]))
        if _OWL + "hasValue" in said:
            value: Value = said[_OWL + "hasValue"][0]
            return Has(role, value)
        for local, word in _COUNTS.items():
            if _OWL + local in said:
                fillers = [*said.get(_OWL + "onClass", ()), *said.get(_OWL + "onDataRange", ())]
                return Counted(role, word, said[_OWL + local][0].value, self.expression(fillers[0]) if fillers else None)
        return Unknown(f"{role} with a restriction of no known kind")

    def _list(self, head: _Node) -> list[_Node]:
        """Return the members of an RDF list; of a damaged or endless one those up to the damage."""
        found: list[_Node] = []
        seen: set[_Node] = set()
        while head in self._told and head not in seen and self._told[head].get(_RDF + "first"):
            seen.add(head)
            found.append(self._told[head][_RDF + "first"][0])
            head = next(iter(self._told[head].get(_RDF + "rest", ())), None)
        return found


_LITERALS: Final = frozenset({_RDFS + "Literal", _RDF + "langString", _RDF + "PlainLiteral", _OWL + "real", _OWL + "rational"})
_COUNTS: Final = {
    "minCardinality": "min",
    "maxCardinality": "max",
    "cardinality": "exactly",
    "minQualifiedCardinality": "min",
    "maxQualifiedCardinality": "max",
    "qualifiedCardinality": "exactly",
    "hasSelf": "Self",
}
