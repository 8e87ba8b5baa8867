"""A proof gives its conclusion from its premises alone, needs each of them, and does not turn in a circle."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from cases import Case
from pyoxigraph import Quad, RdfFormat, parse

from sodiokg.reason.axioms import read_axioms
from sodiokg.reason.engine import Engine
from sodiokg.reason.expressions import Axiom
from sodiokg.reason.plans import Fact
from sodiokg.reason.proofs import Derivation, Proof, Prover
from sodiokg.reason.reasoner import Reasoner

PREFIXES = """
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix : <https://example.org/> .
"""


def reasoner(turtle: str) -> Reasoner:
    quads = [Quad(*quad.triple) for quad in parse(turtle.encode(), format=RdfFormat.TURTLE)]
    return Reasoner(read_axioms(quad.triple for quad in quads), quads)


def alone(whole: Reasoner, premises: frozenset[Axiom | Fact]) -> Engine:
    """Run only these premises, with all rules of their axioms and of logic itself, in an engine of its own."""
    rules = [one.rule for one in whole.engine.rules if one.rule.axiom in premises or not one.rule.axiom.parts]
    engine = Engine(rules, whole.codes)
    engine.load(one for one in premises if not isinstance(one, Axiom))
    return engine


def holds(engine: Engine, goal: Fact | None) -> bool:
    return bool(engine.violations) if goal is None else engine.knows(goal)


def paths(derivation: Derivation, above: tuple[Fact | None, ...] = ()) -> Iterator[tuple[Fact | None, ...]]:
    here = (*above, derivation.fact)
    yield here
    for premise in derivation.premises:
        yield from paths(premise, here)


def leaves(derivation: Derivation) -> Iterator[Derivation]:
    if not derivation.premises and derivation.axiom is None:
        yield derivation
    for premise in derivation.premises:
        yield from leaves(premise)


def check(whole: Reasoner, goal: Fact | None, proof: Proof) -> None:
    premises = proof.axioms | proof.statements
    assert holds(alone(whole, premises), goal)
    for one in premises:
        assert not holds(alone(whole, premises - {one}), goal)
    assert all(len(path) == len(set(path)) for path in paths(proof.derivation))
    assert {leaf.fact for leaf in leaves(proof.derivation)} == proof.statements
    assert not any(whole.engine.follows(fact) for fact in proof.statements)


@pytest.mark.parametrize("seed", range(40))
def test_every_proof_of_a_random_conclusion_is_sound_minimal_and_acyclic(seed: int) -> None:
    whole = reasoner(Case(9000 + seed, clashes=seed % 3 == 0).text())
    prover = Prover(whole.engine)
    for goal in sorted(whole.engine.inferred()):
        proofs = prover.prove(goal, 6)
        assert proofs.found
        assert [proof.size for proof in proofs.found] == sorted(proof.size for proof in proofs.found)
        assert len({proof.axioms | proof.statements for proof in proofs.found}) == len(proofs.found)
        for proof in proofs.found:
            check(whole, goal, proof)
    for violation in whole.violations():
        for proof in prover.refute(violation.step).found:
            check(whole, None, proof)


def test_alternatives_come_by_size_and_that_more_exist_is_said() -> None:
    links = " ".join(f":x :p :y{n} . :y{n} a :B ." for n in range(12))
    whole = reasoner(
        PREFIXES
        + """:A a owl:Class . :B a owl:Class . :C a owl:Class . :p a owl:ObjectProperty . :C rdfs:subClassOf :A . :x a :C .
        [ a owl:Restriction ; owl:onProperty :p ; owl:someValuesFrom :B ] rdfs:subClassOf :A . """
        + links
    )
    goal = next(fact for fact in whole.engine.inferred())
    proofs = Prover(whole.engine).prove(goal)
    assert [proof.size for proof in proofs.found] == [2] + [3] * 9
    assert proofs.more
    assert not Prover(whole.engine).prove(goal, 13).more


def test_a_statement_is_its_own_first_proof_and_what_is_not_known_has_none() -> None:
    whole = reasoner(PREFIXES + ":A a owl:Class ; rdfs:subClassOf :B . :B a owl:Class . :x a :A , :B . :y a :B .")
    engine, codes = whole.engine, whole.codes
    stated = next(fact for fact in [(codes.of_iri("https://example.org/B"), codes.of_iri("https://example.org/x"), -1)])
    assert [proof.size for proof in Prover(engine).prove(stated).found] == [1, 2]
    unknown = (codes.of_iri("https://example.org/A"), codes.of_iri("https://example.org/y"), -1)
    assert Prover(engine).prove(unknown).found == ()


def test_of_something_with_very_many_reasons_the_smallest_are_still_found_and_more_are_said_to_exist() -> None:
    links = " ".join(f":y{n} :p :x . :y{n} a :B ." for n in range(500))
    whole = reasoner(
        PREFIXES
        + """:A a owl:Class . :B a owl:Class . :p a owl:ObjectProperty ; rdfs:range :A . :q a owl:ObjectProperty ; rdfs:domain :A .
        [ a owl:Restriction ; owl:onProperty [ owl:inverseOf :p ] ; owl:someValuesFrom :B ] rdfs:subClassOf :A . :x :q :z . """
        + links
    )
    codes = whole.codes
    goal = (codes.of_iri("https://example.org/A"), codes.of_iri("https://example.org/x"), -1)
    proofs = Prover(whole.engine).prove(goal)
    assert [proof.size for proof in proofs.found] == [2] * 10
    assert proofs.more
    rules = {str(axiom) for proof in proofs.found for axiom in proof.axioms}
    assert any("Domain" in axiom for axiom in rules)
    for proof in proofs.found:
        check(whole, goal, proof)


def test_a_conclusion_with_more_below_it_than_is_looked_at_still_has_a_proof() -> None:
    links = " ".join(f":n{n} :p :n{n + 1} ." for n in range(60))
    whole = reasoner(PREFIXES + ":p a owl:ObjectProperty , owl:TransitiveProperty . " + links)
    codes = whole.codes
    ends = [codes.of_iri(f"https://example.org/{name}") for name in ("p", "n0", "n60")]
    goal = (ends[0], ends[1], ends[2])
    proofs = Prover(whole.engine).prove(goal)
    assert [len(proof.statements) for proof in proofs.found] == [60]
    assert proofs.more
    check(whole, goal, proofs.found[0])
