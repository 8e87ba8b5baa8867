"""What rules cover, and that what they do not is named: the grammar of OWL 2 RL row by row, and the restrictions of OWL 2 DL."""

from __future__ import annotations

import pytest
from pyoxigraph import RdfFormat, parse

from sodiokg.names import data_folder
from sodiokg.reason.axioms import Ontology, read_axioms
from sodiokg.reason.reasoner import axioms_of, unsupported
from sodiokg.reason.restrictions import beyond_dl

PREFIXES = """
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix : <https://example.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
:A a owl:Class . :B a owl:Class . :C a owl:Class . :p a owl:ObjectProperty . :q a owl:ObjectProperty . :d a owl:DatatypeProperty . :e a owl:DatatypeProperty .
:r a owl:ObjectProperty , owl:TransitiveProperty .
"""
SUB, SUPER, EQUIVALENT = "on the left", "on the right", "in an equivalence"
HOW = {SUB: "{0} rdfs:subClassOf :A .", SUPER: ":A rdfs:subClassOf {0} .", EQUIVALENT: ":A owl:equivalentClass {0} ."}
LEFT, RIGHT, EVERYWHERE, NOWHERE = {SUB}, {SUPER}, {SUB, SUPER, EQUIVALENT}, set[str]()


def on(role: str, what: str) -> str:
    return f"[ a owl:Restriction ; owl:onProperty {role} ; {what} ]"


def counted(word: str, number: int = 2, of: str = "", role: str = ":p") -> str:
    what = f'owl:{word} "{number}"^^xsd:nonNegativeInteger'
    return on(role, f"{what} ; {of}" if of else what)


def narrowed(datatype: str, facet: str, limit: str) -> str:
    within = f"[ a rdfs:Datatype ; owl:onDatatype {datatype} ; owl:withRestrictions ( [ {facet} {limit} ] ) ]"
    return on(":d", f"owl:someValuesFrom {within}")


SOME, ONLY = on(":p", "owl:someValuesFrom :B"), on(":p", "owl:allValuesFrom :B")
UNION = "[ a owl:Class ; owl:unionOf ( :A :B ) ]"
NOT = "[ a owl:Class ; owl:complementOf :B ]"
# Every class expression of OWL 2 (Structural Specification, section 8) and where the grammar of OWL 2 RL lets it stand (Profiles, 4.2.3).
CLASSES = {
    "a class": (":B", EVERYWHERE),
    "owl:Thing": ("owl:Thing", NOWHERE),
    "owl:Nothing": ("owl:Nothing", EVERYWHERE),
    "an intersection": ("[ a owl:Class ; owl:intersectionOf ( :B :C ) ]", EVERYWHERE),
    "a union": (UNION.replace(":A", ":C"), LEFT),
    "a complement": (NOT, RIGHT),
    "a list of individuals": ("[ a owl:Class ; owl:oneOf ( :i :j ) ]", LEFT),
    "some of a class": (SOME, LEFT),
    "some of all": (on(":p", "owl:someValuesFrom owl:Thing"), LEFT),
    "only of a class": (ONLY, RIGHT),
    "only of all": (on(":p", "owl:allValuesFrom owl:Thing"), NOWHERE),
    "an individual as value": (on(":p", "owl:hasValue :i"), EVERYWHERE),
    "itself as value": (on(":p", "owl:hasSelf true"), NOWHERE),
    "at least one": (counted("minCardinality", 1), NOWHERE),
    "at least two of a class": (counted("minQualifiedCardinality", 2, "owl:onClass :B"), NOWHERE),
    "at most none": (counted("maxCardinality", 0), RIGHT),
    "at most one": (counted("maxCardinality", 1), RIGHT),
    "at most two": (counted("maxCardinality", 2), NOWHERE),
    "at most one of a class": (counted("maxQualifiedCardinality", 1, "owl:onClass :B"), RIGHT),
    "at most one of all": (counted("maxQualifiedCardinality", 1, "owl:onClass owl:Thing"), RIGHT),
    "at most one of what is on the right alone": (counted("maxQualifiedCardinality", 1, f"owl:onClass {NOT}"), NOWHERE),
    "at most two of a class": (counted("maxQualifiedCardinality", 2, "owl:onClass :B"), NOWHERE),
    "exactly one": (counted("cardinality", 1), NOWHERE),
    "exactly one of a class": (counted("qualifiedCardinality", 1, "owl:onClass :B"), NOWHERE),
    "some of a datatype": (on(":d", "owl:someValuesFrom xsd:decimal"), LEFT),
    "only of a datatype": (on(":d", "owl:allValuesFrom xsd:decimal"), RIGHT),
    "a literal as value": (on(":d", "owl:hasValue 1.5"), EVERYWHERE),
    "at least one literal": (counted("minCardinality", 1, role=":d"), NOWHERE),
    "at most one literal": (counted("maxCardinality", 1, role=":d"), RIGHT),
    "at most one literal of a datatype": (
        counted("maxQualifiedCardinality", 1, "owl:onDataRange xsd:decimal", role=":d"),
        RIGHT,
    ),
    "at most two literals": (counted("maxCardinality", 2, role=":d"), NOWHERE),
    "exactly one literal": (counted("cardinality", 1, role=":d"), NOWHERE),
}
# What a class expression may stand in, with the place that it then has.
AROUND = {
    "by itself": "{0}",
    "in an intersection": "[ a owl:Class ; owl:intersectionOf ( :B {0} ) ]",
    "in a union": "[ a owl:Class ; owl:unionOf ( :B {0} ) ]",
    "in some": on(":q", "owl:someValuesFrom {0}"),
    "in only": on(":q", "owl:allValuesFrom {0}"),
    "in a complement": "[ a owl:Class ; owl:complementOf {0} ]",
    "in at most one": counted("maxQualifiedCardinality", 1, "owl:onClass {0}", role=":q"),
}
WHERE = {
    SUB: {"by itself": SUB, "in an intersection": SUB, "in a union": SUB, "in some": SUB},
    SUPER: {
        "by itself": SUPER,
        "in an intersection": SUPER,
        "in only": SUPER,
        "in a complement": SUB,
        "in at most one": SUB,
    },
    EQUIVALENT: {"by itself": EQUIVALENT, "in an intersection": EQUIVALENT},
}
# owl:Thing may stand in a few places as a filler, by rows of the grammar of their own.
FILLERS = {("owl:Thing", "in some", SUB), ("owl:Thing", "in at most one", SUPER)}
# Every axiom of OWL 2 (Structural Specification, sections 9 and 5.8) and whether OWL 2 RL has it and a rule, or facts, speak for it.
AXIOMS = {
    "a subclass": (":A rdfs:subClassOf :B .", True),
    "equivalent classes": (":A owl:equivalentClass :B .", True),
    "disjoint classes": (":A owl:disjointWith :B .", True),
    "all disjoint classes": ("[] a owl:AllDisjointClasses ; owl:members ( :A :B :C ) .", True),
    "a disjoint union": (":C owl:disjointUnionOf ( :A :B ) .", False),
    "a subproperty": (":p rdfs:subPropertyOf :q .", True),
    "a chain": (":q owl:propertyChainAxiom ( :p :r ) .", True),
    "equivalent properties": (":p owl:equivalentProperty :q .", True),
    "disjoint properties": (":p owl:propertyDisjointWith :q .", True),
    "all disjoint properties": ("[] a owl:AllDisjointProperties ; owl:members ( :p :q ) .", True),
    "inverse properties": (":p owl:inverseOf :q .", True),
    "a domain": (":p rdfs:domain :A .", True),
    "a range": (":p rdfs:range :A .", True),
    "a functional property": (":p a owl:FunctionalProperty .", True),
    "an inverse functional property": (":p a owl:InverseFunctionalProperty .", True),
    "a reflexive property": (":p a owl:ReflexiveProperty .", False),
    "an irreflexive property": (":p a owl:IrreflexiveProperty .", True),
    "a symmetric property": (":p a owl:SymmetricProperty .", True),
    "an asymmetric property": (":p a owl:AsymmetricProperty .", True),
    "a transitive property": (":p a owl:TransitiveProperty .", True),
    "a data subproperty": (":d rdfs:subPropertyOf :e .", True),
    "equivalent data properties": (":d owl:equivalentProperty :e .", True),
    "disjoint data properties": (":d owl:propertyDisjointWith :e .", True),
    "a data domain": (":d rdfs:domain :A .", True),
    "a data range": (":d rdfs:range xsd:decimal .", True),
    "a functional data property": (":d a owl:FunctionalProperty .", True),
    "different individuals": (":i owl:differentFrom :j .", True),
    "all different individuals": ("[] a owl:AllDifferent ; owl:distinctMembers ( :i :j ) .", True),
    "the same individual": (":i owl:sameAs :j .", True),
    "a member": (":i a :A .", True),
    "a link": (":i :p :j .", True),
    "a value": (":i :d 1.5 .", True),
    "no such link": (
        "[] a owl:NegativePropertyAssertion ; owl:sourceIndividual :i ; owl:assertionProperty :p ; owl:targetIndividual :j .",
        True,
    ),
    "no such value": (
        "[] a owl:NegativePropertyAssertion ; owl:sourceIndividual :i ; owl:assertionProperty :d ; owl:targetValue 1.5 .",
        True,
    ),
    "an annotation": (':A rdfs:label "a" .', True),
}
# What OWL 2 RL has and no rule covers: it is named too.
BEYOND_THE_RULES = {
    "a key": ":A owl:hasKey ( :p ) .",
    "a datatype definition": ":D a rdfs:Datatype ; owl:equivalentClass xsd:decimal .",
    "a nameless class of an individual": f":i a {ONLY} .",
    "a datatype of no rule": on(":d", "owl:someValuesFrom xsd:gYear") + " rdfs:subClassOf :A .",
}
# Data ranges (Structural Specification, section 7) where one may stand; facets on decimals are our one step beyond OWL 2 RL.
RANGES = {
    "a datatype": ("xsd:decimal", True),
    "an intersection of ranges": ("[ a rdfs:Datatype ; owl:intersectionOf ( xsd:decimal xsd:integer ) ]", True),
    "a union of ranges": ("[ a rdfs:Datatype ; owl:unionOf ( xsd:decimal xsd:string ) ]", False),
    "a complement of a range": ("[ a rdfs:Datatype ; owl:datatypeComplementOf xsd:decimal ]", False),
    "a list of literals": ("[ a rdfs:Datatype ; owl:oneOf ( 1 2 ) ]", False),
}
FORBIDDEN = {
    "a domain that exists": f":p rdfs:domain {SOME} .",
    "a range that is a union": f":p rdfs:range {UNION} .",
    "a facet of no rule": f"{narrowed('xsd:string', 'xsd:maxLength', '3')} rdfs:subClassOf :A .",
    "a property of no kind": on(":x", "owl:someValuesFrom :B") + " rdfs:subClassOf :A .",
    "an annotated nothing": "[ a owl:Class ] rdfs:subClassOf :A .",
    "a nothing on the right": ":A rdfs:subClassOf [ a owl:Class ] .",
    "a datatype as a subclass": "xsd:decimal rdfs:subClassOf :A .",
    "a datatype as a superclass": ":A rdfs:subClassOf xsd:decimal .",
    **{
        f"{name} as a data range": on(":d", f"owl:someValuesFrom {CLASSES[name][0]}") + " rdfs:subClassOf :A ."
        for name in ("a class", "a complement", "some of a class", "only of a class", "an individual as value", "at most one")
    },
    **BEYOND_THE_RULES,
    **{name: turtle for name, (turtle, allowed) in AXIOMS.items() if not allowed},
    **{
        name: f"{on(':d', f'owl:someValuesFrom {turtle}')} rdfs:subClassOf :A ."
        for name, (turtle, fine) in RANGES.items()
        if not fine
    },
}
ALLOWED = {
    "facets on decimals": f"{narrowed('xsd:decimal', 'xsd:maxExclusive', '90.0')} rdfs:subClassOf :A .",
    **{name: turtle for name, (turtle, allowed) in AXIOMS.items() if allowed},
    **{
        name: f"{on(':d', f'owl:someValuesFrom {turtle}')} rdfs:subClassOf :A ."
        for name, (turtle, fine) in RANGES.items()
        if fine
    },
}


def ontology(turtle: str) -> Ontology:
    return read_axioms(quad.triple for quad in parse((PREFIXES + turtle).encode(), format=RdfFormat.TURTLE))


@pytest.mark.parametrize("what", FORBIDDEN)
def test_a_forbidden_construct_is_named_with_its_axiom(what: str) -> None:
    (first, *_) = found = unsupported(ontology(FORBIDDEN[what]))
    assert len(found) == 1
    assert str(first).startswith(str(first.axiom))
    assert first.reason


@pytest.mark.parametrize("what", ALLOWED)
def test_what_the_profile_allows_is_covered(what: str) -> None:
    assert unsupported(ontology(ALLOWED[what])) == ()


def is_allowed(name: str, around: str, place: str) -> bool:
    """Return whether the grammar lets a class expression stand within another on one side of an axiom."""
    inner = WHERE[place].get(around)
    return inner is not None and (inner in CLASSES[name][1] or (name, around, place) in FILLERS)


@pytest.mark.parametrize("place", HOW)
@pytest.mark.parametrize("around", AROUND)
def test_every_class_expression_is_covered_where_the_grammar_lets_it_stand_and_named_where_not(around: str, place: str) -> None:
    for name, (turtle, _) in CLASSES.items():
        found = unsupported(ontology(HOW[place].format(AROUND[around].format(turtle))))
        assert (found == ()) == is_allowed(name, around, place), (name, around, place, list(map(str, found)))


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
    "a property that is not declared": ":A rdfs:subClassOf " + on(":x", "owl:allValuesFrom :B") + " .",
    "a property of an axiom that is not declared": ":p rdfs:subPropertyOf :x .",
    "a class that is not declared": ":A rdfs:subClassOf :X .",
    "a class within that is not declared": f":A rdfs:subClassOf {on(':p', 'owl:someValuesFrom :X')} .",
    "a datatype that OWL does not know": ":d rdfs:range xsd:gYear .",
    "a facet that a datatype does not have": f":A rdfs:subClassOf {narrowed('xsd:decimal', 'xsd:maxLength', '3')} .",
    "an individual without a name": ":A rdfs:subClassOf [ a owl:Class ] .",
    "the top data property below another": "owl:topDataProperty rdfs:subPropertyOf :d .",
    "itself over a transitive property": f":A rdfs:subClassOf {on(':r', 'owl:hasSelf true')} .",
    "inverse functional and transitive": ":r a owl:InverseFunctionalProperty .",
    "asymmetric and transitive": ":r a owl:AsymmetricProperty .",
    "at least one of a transitive property": f":A rdfs:subClassOf {counted('minCardinality', 1, role=':r')} .",
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
