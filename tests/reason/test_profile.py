"""What rules cover, and that what they do not is named: the grammar of OWL 2 RL row by row, and the restrictions of OWL 2 DL."""

from __future__ import annotations

import pytest
from pyoxigraph import RdfFormat, parse

from sodiokg.names import data_folder
from sodiokg.reason.axioms import Ontology, read_axioms
from sodiokg.reason.profile import beyond_dl
from sodiokg.reason.reasoner import axioms_of, unsupported

PREFIXES = """
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix : <https://example.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
:A a owl:Class . :B a owl:Class . :C a owl:Class . :p a owl:ObjectProperty . :q a owl:ObjectProperty . :d a owl:DatatypeProperty .
:r a owl:ObjectProperty , owl:TransitiveProperty .
"""
SOME = "[ a owl:Restriction ; owl:onProperty :p ; owl:someValuesFrom :B ]"
ONLY = "[ a owl:Restriction ; owl:onProperty :p ; owl:allValuesFrom :B ]"
UNION = "[ a owl:Class ; owl:unionOf ( :A :B ) ]"
ONE_OF = "[ a owl:Class ; owl:oneOf ( :i :j ) ]"
NOT = "[ a owl:Class ; owl:complementOf :B ]"
CARDINALITIES = ("minCardinality", "maxCardinality", "cardinality")


def counted(word: str) -> str:
    return f'[ a owl:Restriction ; owl:onProperty :p ; owl:{word} "2"^^xsd:nonNegativeInteger ]'


def narrowed(datatype: str, facet: str, limit: str) -> str:
    within = f"[ a rdfs:Datatype ; owl:onDatatype {datatype} ; owl:withRestrictions ( [ {facet} {limit} ] ) ]"
    return f"[ a owl:Restriction ; owl:onProperty :d ; owl:someValuesFrom {within} ]"


FORBIDDEN = {
    "an existential on the right": f":A rdfs:subClassOf {SOME} .",
    "an existential in an equivalence": f":A owl:equivalentClass {SOME} .",
    "a universal on the left": f"{ONLY} rdfs:subClassOf :A .",
    "a universal in an equivalence": f":A owl:equivalentClass {ONLY} .",
    "a union on the right": f":C rdfs:subClassOf {UNION} .",
    "a union in an equivalence": f":C owl:equivalentClass {UNION} .",
    "a list of individuals on the right": f":A rdfs:subClassOf {ONE_OF} .",
    "a list of individuals in an equivalence": f":A owl:equivalentClass {ONE_OF} .",
    "a complement on the left": f"{NOT} rdfs:subClassOf :A .",
    "a complement in an equivalence": f":A owl:equivalentClass {NOT} .",
    **{f"{word} on the right": f":A rdfs:subClassOf {counted(word)} ." for word in CARDINALITIES},
    **{f"{word} on the left": f"{counted(word)} rdfs:subClassOf :A ." for word in CARDINALITIES},
    "a union nested on the right": f":C rdfs:subClassOf [ a owl:Class ; owl:intersectionOf ( :A {UNION} ) ] .",
    "a universal nested on the left": f"[ a owl:Class ; owl:intersectionOf ( :A {ONLY} ) ] rdfs:subClassOf :C .",
    "everything on the left": "owl:Thing rdfs:subClassOf :A .",
    "self": ":A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :p ; owl:hasSelf true ] .",
    "a domain that exists": f":p rdfs:domain {SOME} .",
    "a range that is a union": f":p rdfs:range {UNION} .",
    "a key": ":A owl:hasKey ( :p ) .",
    "a disjoint union": ":C owl:disjointUnionOf ( :A :B ) .",
    "a reflexive property": ":p a owl:ReflexiveProperty .",
    "a datatype definition": ":D a rdfs:Datatype ; owl:equivalentClass xsd:decimal .",
    "a nameless class of an individual": f":i a {SOME} .",
    "a datatype of no rule": "[ a owl:Restriction ; owl:onProperty :d ; owl:someValuesFrom xsd:gYear ] rdfs:subClassOf :A .",
    "a facet of no rule": f"{narrowed('xsd:string', 'xsd:maxLength', '3')} rdfs:subClassOf :A .",
    "a property of no kind": "[ a owl:Restriction ; owl:onProperty :x ; owl:someValuesFrom :B ] rdfs:subClassOf :A .",
    "an annotated nothing": "[ a owl:Class ] rdfs:subClassOf :A .",
}


def ontology(turtle: str) -> Ontology:
    return read_axioms(quad.triple for quad in parse((PREFIXES + turtle).encode(), format=RdfFormat.TURTLE))


@pytest.mark.parametrize("what", FORBIDDEN)
def test_a_forbidden_construct_is_named_with_its_axiom(what: str) -> None:
    (first, *_) = found = unsupported(ontology(FORBIDDEN[what]))
    assert len(found) == 1
    assert str(first).startswith(str(first.axiom))
    assert first.reason


def test_of_an_equivalence_the_half_that_rules_cover_is_kept() -> None:
    (breach,) = unsupported(ontology(f":A owl:equivalentClass {SOME} ."))
    assert str(breach.axiom) == "<https://example.org/A> SubClassOf <https://example.org/p> some <https://example.org/B>"


def test_the_core_ontology_is_covered_whole_and_the_dl_module_is_named() -> None:
    folder = data_folder() / "ontology"
    assert unsupported() == ()
    core_with_module = axioms_of([folder / "sodiokg.ttl", folder / "sodiokg-dl.ttl"])
    assert len(unsupported(core_with_module)) > 80
    assert beyond_dl(core_with_module) == []


BROKEN = {
    "two kinds of property": ":p a owl:DatatypeProperty .",
    "class and datatype": ":A a rdfs:Datatype .",
    "functional and transitive": ":r a owl:FunctionalProperty .",
    "irreflexive over a chain": ":q a owl:IrreflexiveProperty ; owl:propertyChainAxiom ( :p :p ) .",
    "disjoint above a transitive one": ":r rdfs:subPropertyOf :p . :p owl:propertyDisjointWith :q .",
    "counted and transitive": f":A rdfs:subClassOf {counted('maxCardinality').replace(':p', ':r')} .",
    "a chain in the middle": ":q owl:propertyChainAxiom ( :p :q :p ) .",
    "chains in a circle": ":q owl:propertyChainAxiom ( :p :p ) . :p owl:propertyChainAxiom ( :q :q ) .",
}


@pytest.mark.parametrize("what", BROKEN)
def test_what_breaks_owl_2_dl_is_named(what: str) -> None:
    assert beyond_dl(ontology("")) == []
    assert beyond_dl(ontology(BROKEN[what])) != []
