"""The conventions of this ontology as functions that name what breaks them; what holds for any ontology is in ontology/checks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rdflib import OWL, RDF, RDFS, SKOS, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

__all__ = [
    "genus_faults",
    "own_terms",
    "profile_faults",
]

SOD = Namespace("https://w3id.org/sodiokg/ontology#")
OURS = (str(SOD), "https://w3id.org/sodiokg/id/")
PROPERTIES = {OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}
# Top classes have nothing above them of ours to name as genus; they begin with a word of everyday language.
TOP_GENERA = {
    "Activity": "process",
    "Boundary": "two-dimensional part",
    "CodedValue": "named value",
    "Device": "assembled object",
    "InformationEntity": "entity",
    "Kind": "class of this ontology",
    "Matter": "stuff",
    "Observation": "relation",
    "Outcome": "particular change",
    "Role": "part",
    "Unit": "quantity",
}
# Labels that say in brackets which of two things with one name is meant.
_BRACKETS = re.compile(r" \(.*\)$")


def own_terms(graph: Graph) -> dict[Node, str]:
    """Return every term that is ours, with what it is."""
    kinds: dict[Node, str] = {}
    for kind, types in (("individual", {OWL.NamedIndividual}), ("property", PROPERTIES), ("class", {OWL.Class})):
        for type_ in types:
            kinds |= {
                term: kind for term in graph.subjects(RDF.type, type_) if isinstance(term, URIRef) and str(term).startswith(OURS)
            }
    return kinds


def genus_faults(graph: Graph) -> list[str]:
    """Return our classes whose definition does not say "A <superclass> that ..."."""
    found = []
    for term, kind in own_terms(graph).items():
        if kind != "class":
            continue
        parents = [parent for parent in graph.objects(term, RDFS.subClassOf) if parent != term]
        genera = [_BRACKETS.sub("", str(label)) for parent in parents for label in graph.objects(parent, RDFS.label)]
        genera += [TOP_GENERA[name] for name in [str(term).removeprefix(SOD)] if name in TOP_GENERA]
        definition = str(graph.value(term, SKOS.definition))
        if not any(
            re.match(
                rf"An? (kind of |portion of )?{re.escape(genus)}\b.* (that|which|where|in which) ", definition, re.IGNORECASE
            )
            for genus in genera
        ):
            found.append(f"{term}: {definition} [{', '.join(genera)}]")
    return sorted(found)


def profile_faults(graph: Graph) -> list[str]:
    """Return the axioms that OWL 2 RL forbids, facets on a left-hand data range aside (the one step we take beyond it)."""
    found = []
    for below, above in graph.subject_objects(RDFS.subClassOf):
        found += [f"left of {_name(above)}: {fault}" for fault in _left(graph, below)]
        found += [f"right of {_name(below)}: {fault}" for fault in _right(graph, above)]
    for predicate in (RDFS.domain, RDFS.range):
        for term, class_ in graph.subject_objects(predicate):
            found += [f"{_name(predicate)} of {_name(term)}: {fault}" for fault in _right(graph, class_)]
    for term in graph.subjects(OWL.equivalentClass):
        found.append(f"equivalent class of {_name(term)}")
    banned = [OWL.disjointUnionOf, OWL.hasSelf, OWL.imports]
    found += [f"{_name(term)} uses {_name(predicate)}" for predicate in banned for term in graph.subjects(predicate)]
    found += [f"{_name(term)} is reflexive" for term in graph.subjects(RDF.type, OWL.ReflexiveProperty)]
    return sorted(found)


def _left(graph: Graph, node: Node) -> Iterator[str]:
    """Yield what may not stand on the left of a subclass axiom."""
    if isinstance(node, URIRef):
        yield from ["owl:Thing"] if node == OWL.Thing else []
        return
    predicates = set(graph.predicates(node)) - {RDF.type, RDFS.subClassOf, OWL.onProperty}
    if predicates & {OWL.intersectionOf, OWL.unionOf}:
        for parts in (*graph.objects(node, OWL.intersectionOf), *graph.objects(node, OWL.unionOf)):
            for part in Collection(graph, parts):
                yield from _left(graph, part)
    elif predicates == {OWL.someValuesFrom}:
        for filler in graph.objects(node, OWL.someValuesFrom):
            if (filler, RDF.type, RDFS.Datatype) not in graph:
                yield from _left(graph, filler)
    elif not (predicates and predicates <= {OWL.hasValue, OWL.oneOf}):
        yield ", ".join(sorted(map(_name, predicates)))


def _right(graph: Graph, node: Node) -> Iterator[str]:
    """Yield what may not stand on the right of a subclass axiom, as a domain or as a range."""
    if isinstance(node, URIRef):
        yield from ["owl:Thing"] if node == OWL.Thing else []
        return
    predicates = set(graph.predicates(node)) - {RDF.type, OWL.onProperty}
    if predicates == {OWL.intersectionOf}:
        for parts in graph.objects(node, OWL.intersectionOf):
            for part in Collection(graph, parts):
                yield from _right(graph, part)
    elif not (predicates and predicates <= {OWL.hasValue, OWL.allValuesFrom}):
        yield ", ".join(sorted(map(_name, predicates)))


def _name(node: Node) -> str:
    return re.split(r"[#/]", str(node))[-1]
