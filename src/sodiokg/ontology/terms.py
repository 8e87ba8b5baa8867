"""The terms of an ontology with their axioms in a form that people read, after OWL's Manchester syntax.

An axiom is a pair of its keyword and its expression, such as ``("SubClassOf", "sod:Layer")``. What stands on the left of an axiom whose
right-hand side is a named class belongs to that class, under ``SuperClassOf``: it is enough to be a member.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from sodiokg.names import PREFIXES

__all__ = ["Axiom", "Graph", "Term", "children", "short", "terms"]

_Node = Any  # a subject or object of a triple
Axiom = tuple[str, str]

_RDF, _RDFS, _OWL, _XSD = (PREFIXES[name] for name in ("rdf", "rdfs", "owl", "xsd"))
_TYPE: Final = _RDF + "type"
_KINDS: Final = {
    _OWL + "Class": "class",
    _OWL + "ObjectProperty": "object property",
    _OWL + "DatatypeProperty": "datatype property",
    _OWL + "AnnotationProperty": "annotation property",
    _OWL + "NamedIndividual": "individual",
}
_AXIOMS: Final = {
    _RDFS + "subClassOf": "SubClassOf",
    _OWL + "equivalentClass": "EquivalentTo",
    _OWL + "disjointWith": "DisjointWith",
    _RDFS + "subPropertyOf": "SubPropertyOf",
    _RDFS + "domain": "Domain",
    _RDFS + "range": "Range",
    _OWL + "inverseOf": "InverseOf",
    _OWL + "propertyDisjointWith": "DisjointWith",
}
_FACETS: Final = {"minInclusive": ">=", "minExclusive": ">", "maxInclusive": "<=", "maxExclusive": "<"}
_ANNOTATING: Final = tuple(PREFIXES[name] for name in ("rdfs", "skos", "dcterms"))


@dataclass(frozen=True, slots=True)
class Term:
    """A class, property or individual with what is said of it; annotations are pairs of short property name and value."""

    iri: str
    kind: str
    label: str
    annotations: frozenset[tuple[str, str]]
    axioms: frozenset[Axiom]

    def annotation(self, name: str) -> str:
        """Return the first value of an annotation by its short name, "" where there is none."""
        return min((value for told, value in self.annotations if told == name), default="")

    @property
    def deprecated(self) -> bool:
        """Tell whether the term is kept only for those who use it already."""
        return ("owl:deprecated", "true") in self.annotations


def short(node: _Node) -> str:
    """Return a node as Turtle would write it, with a known prefix where there is one."""
    if isinstance(node, Literal):
        return (
            node.value if node.datatype.value.startswith(_XSD) and node.datatype.value != _XSD + "string" else f'"{node.value}"'
        )
    iri = node.value
    fitting = [(len(space), prefix) for prefix, space in PREFIXES.items() if iri.startswith(space)]
    if not fitting:
        return f"<{iri}>"
    length, prefix = max(fitting)
    return f"{prefix}:{iri[length:]}"


class Graph:
    """Triples by subject, and the expressions that their blank nodes stand for, nodes called by `name`."""

    def __init__(self, triples: Iterable[Triple], name: Callable[[_Node], str] = short) -> None:
        self.told: dict[_Node, list[tuple[str, _Node]]] = defaultdict(list)
        for triple in triples:
            self.told[triple.subject].append((triple.predicate.value, triple.object))
        self._name = name

    def values(self, node: _Node, predicate: str) -> list[_Node]:
        """Return the objects of a subject's predicate, given in full."""
        return [value for told, value in self.told.get(node, ()) if told == predicate]

    def items(self, node: _Node) -> Iterator[_Node]:
        """Yield the members of an RDF list."""
        seen: set[_Node] = set()
        while isinstance(node, BlankNode) and node not in seen:
            seen.add(node)
            yield from self.values(node, _RDF + "first")
            node = next(iter(self.values(node, _RDF + "rest")), None)

    def expression(self, node: _Node, *, inner: bool = False) -> str:
        """Return a class or data range as an expression, in brackets where it stands within another and has several parts."""
        if not isinstance(node, BlankNode):
            return self._name(node)
        for told, value in self.told[node]:
            word = told.removeprefix(_OWL)
            if word in ("intersectionOf", "unionOf"):
                joined = (" and " if word == "intersectionOf" else " or ").join(
                    sorted(
                        (self.expression(part, inner=True) for part in self.items(value)), key=lambda text: ("(" in text, text)
                    )
                )
                return f"({joined})" if inner else joined
            if word == "oneOf":
                return "{" + ", ".join(sorted(self._name(part) for part in self.items(value))) + "}"
            if word == "complementOf":
                return f"not {self.expression(value, inner=True)}"
            if word == "inverseOf":
                return f"inverse {self._name(value)}"
        text = self._restriction(node) or self._range(node)
        return f"({text})" if inner and " " in text else text

    def _restriction(self, node: _Node) -> str:
        on = [self.expression(value, inner=True) for value in self.values(node, _OWL + "onProperty")]
        for told, value in self.told[node]:
            word = told.removeprefix(_OWL)
            if word in ("someValuesFrom", "allValuesFrom"):
                return f"{on[0]} {'some' if word[0] == 's' else 'only'} {self.expression(value, inner=True)}"
            if word == "hasValue":
                return f"{on[0]} value {self._name(value)}"
            if word.lower().endswith("cardinality"):
                kind = next((name for part, name in (("min", "min"), ("max", "max")) if word.startswith(part)), "exactly")
                of = "".join(f" {self.expression(one, inner=True)}" for one in self.values(node, _OWL + "onClass"))
                return f"{on[0]} {kind} {value.value}{of}"
        return ""

    def _range(self, node: _Node) -> str:
        """Return a restricted datatype, such as ``xsd:decimal[< 90.0]``."""
        kinds = [self._name(value) for value in self.values(node, _OWL + "onDatatype")]
        facets = [
            f"{_FACETS.get(told.removeprefix(_XSD), told.removeprefix(_XSD))} {value.value}"
            for facet in self.values(node, _OWL + "withRestrictions")
            for part in self.items(facet)
            for told, value in self.told[part]
        ]
        return f"{kinds[0] if kinds else 'data'}[{', '.join(sorted(facets))}]"


def terms(triples: Iterable[Triple], name: Callable[[_Node], str] = short) -> dict[str, Term]:
    """Return the named terms that the triples declare, by IRI; `name` writes a node within an axiom."""
    graph = Graph(triples, name)
    kinds = {node: kind for node in graph.told if isinstance(node, NamedNode) and (kind := _kind(graph, node))}
    shared = _shared(graph)
    noted = {node.value for node, kind in kinds.items() if kind == "annotation property"}
    found = {}
    for node, kind in kinds.items():
        annotations, axioms = _told(graph, node, noted)
        label = min((value.value for value in graph.values(node, _RDFS + "label")), default=short(node))
        found[node.value] = Term(node.value, kind, label, frozenset(annotations), frozenset([*axioms, *shared[node]]))
    return found


def _kind(graph: Graph, node: NamedNode) -> str:
    types = [value.value for value in graph.values(node, _TYPE) if isinstance(value, NamedNode)]
    return next((kind for type_, kind in _KINDS.items() if type_ in types), "")


def _told(graph: Graph, node: NamedNode, noted: set[str]) -> tuple[list[tuple[str, str]], list[Axiom]]:
    """Return annotations and axioms that a term's own triples state."""
    annotations, axioms = [], []
    for told, value in graph.told[node]:
        if told in _AXIOMS:
            axioms.append((_AXIOMS[told], graph.expression(value)))
        elif told == _OWL + "propertyChainAxiom":
            axioms.append(("SubPropertyChain", " o ".join(graph.expression(part) for part in graph.items(value))))
        elif told == _TYPE:
            if value.value not in _KINDS:
                plain = value.value.startswith(_OWL)
                axioms.append(("Characteristic", value.value.removeprefix(_OWL)) if plain else ("Type", graph.expression(value)))
        elif told in noted or told.startswith(_ANNOTATING) or told == _OWL + "deprecated":
            annotations.append((short(NamedNode(told)), value.value if isinstance(value, Literal) else short(value)))
        else:
            axioms.append(("Fact", f"{short(NamedNode(told))} {graph.expression(value)}"))
    return annotations, axioms


def _shared(graph: Graph) -> dict[_Node, list[Axiom]]:
    """Return the axioms that stand apart from the term they are about: disjointness of several, and what is enough for a class."""
    found: dict[_Node, list[Axiom]] = defaultdict(list)
    for node in [node for node in graph.told if isinstance(node, BlankNode)]:
        for above in graph.values(node, _RDFS + "subClassOf"):
            found[above].append(("SuperClassOf", graph.expression(node)))
        if any(value.value == _OWL + "AllDisjointClasses" for value in graph.values(node, _TYPE)):
            members = [one for held in graph.values(node, _OWL + "members") for one in graph.items(held)]
            for one in members:
                found[one] += [("DisjointWith", graph.expression(other)) for other in members if other != one]
    return found


def children(held: Mapping[str, Term]) -> dict[str, list[Term]]:
    """Return what is directly below each class or property, and the members of each class, by IRI, in the order of labels."""
    names = {short(NamedNode(iri)): iri for iri in held}
    found: dict[str, list[Term]] = defaultdict(list)
    for term in sorted(held.values(), key=lambda one: (one.label.lower(), one.iri)):
        for keyword, expression in sorted(term.axioms):
            if keyword in ("SubClassOf", "SubPropertyOf", "Type") and expression in names:
                found[names[expression]].append(term)
    return found
