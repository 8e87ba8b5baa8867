"""What comes and goes leaves the graph that a run from nothing gives."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from cases import PREFIXES, Case
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from sodiokg.graph.trig import to_trig
from sodiokg.reason.axioms import Ontology, read_axioms
from sodiokg.reason.reasoner import Reasoner

CYCLES = """
<{0}p1> <http://www.w3.org/2002/07/owl#inverseOf> <{0}p2> . <{0}p2> a <http://www.w3.org/2002/07/owl#SymmetricProperty> .
<{0}p4> a <http://www.w3.org/2002/07/owl#TransitiveProperty> , <http://www.w3.org/2002/07/owl#SymmetricProperty> .
"""


def quads(text: str) -> list[Quad]:
    return [Quad(*quad.triple) for quad in parse(text.encode(), format=RdfFormat.TURTLE)]


def documents(case: Case, dice: random.Random) -> dict[str, list[Quad]]:
    """Deal the facts out to documents, some to several of them."""
    facts = [quad for quad in quads(case.text()) if quad.subject.value.rsplit("/")[-1].startswith("i")]
    dealt = {name: [fact for fact in facts if dice.random() < 0.4] for name in "abcd"}
    return {
        name: [Quad(q.subject, q.predicate, q.object, NamedNode(f"https://example.org/{name}")) for q in told]
        for name, told in dealt.items()
    }


def state(reasoner: Reasoner) -> tuple[str, tuple[str, ...]]:
    return to_trig(reasoner.inferred()), tuple(map(str, reasoner.violations()))


def fresh(ontology: Ontology, held: dict[str, list[Quad]], present: set[str]) -> tuple[str, tuple[str, ...]]:
    return state(Reasoner(ontology, [quad for name in sorted(present) for quad in held[name]]))


@pytest.mark.parametrize("seed", range(60))
def test_any_order_of_coming_and_going_gives_the_graph_of_a_full_run(seed: int) -> None:
    dice = random.Random(seed)
    case = Case(5000 + seed, clashes=seed % 2 == 1)
    text = case.text() + CYCLES.format(case.space)
    ontology = read_axioms(quad.triple for quad in quads(text))
    held = documents(case, dice)
    reasoner, present = Reasoner(ontology), set[str]()
    for _ in range(12):
        name = dice.choice(sorted(held))
        if name in present:
            reasoner.remove(held[name])
        else:
            reasoner.add(held[name])
        present ^= {name}
        assert state(reasoner) == fresh(ontology, held, present)


def edited(lines: list[str], off: set[int]) -> Ontology:
    """Return the ontology without some of its lines, be they axioms or declarations."""
    text = PREFIXES + "\n".join(line for place, line in enumerate(lines) if place not in off)
    return read_axioms(quad.triple for quad in quads(text))


@pytest.mark.parametrize("seed", range(40))
def test_any_order_of_documents_and_edits_of_the_ontology_gives_the_graph_of_a_full_run(seed: int) -> None:
    dice = random.Random(seed)
    case = Case(7000 + seed, clashes=seed % 2 == 1)
    declared = case.text().removeprefix(PREFIXES).splitlines()[: -len(case.axioms) - len(case.facts)]
    lines = [*declared, *case.axioms, *CYCLES.format(case.space).strip().splitlines()]
    held, off = documents(case, dice), set[int]()
    reasoner, present = Reasoner(edited(lines, off)), set[str]()
    for _ in range(14):
        name = dice.choice(sorted(held))
        if dice.random() < 0.4:
            off ^= {dice.randrange(len(declared), len(lines)) if dice.random() < 0.8 else dice.randrange(len(declared))}
            reasoner.edit(edited(lines, off), (quad for name in sorted(present) for quad in held[name]))
        elif name in present:
            reasoner.remove(held[name])
            present.discard(name)
        else:
            reasoner.add(held[name])
            present.add(name)
        assert state(reasoner) == fresh(edited(lines, off), held, present)


def test_a_document_that_goes_after_an_edit_takes_what_the_new_axiom_gave() -> None:
    space = "https://example.org/"
    terms = f"@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix : <{space}> . :A a owl:Class . :B a owl:Class . "
    axiom = ":A <http://www.w3.org/2000/01/rdf-schema#subClassOf> :B ."
    ontologies = [read_axioms(quad.triple for quad in quads(text)) for text in (terms, terms + axiom)]
    said = quads(f"<{space}i> a <{space}A> .")
    reasoner = Reasoner(ontologies[0], said)
    counts = [len(reasoner.inferred())]
    reasoner.edit(ontologies[1], said)
    counts.append(len(reasoner.inferred()))
    reasoner.remove(said)
    counts.append(len(reasoner.inferred()))
    assert counts == [0, 1, 0]


def test_what_is_stated_in_one_document_and_follows_from_another_turns_from_stated_to_inferred_and_back() -> None:
    space = "https://example.org/"
    text = f"""
    @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix : <{space}> .
    :A a owl:Class ; rdfs:subClassOf :B . :B a owl:Class . :i a owl:NamedIndividual .
    """
    ontology = read_axioms(quad.triple for quad in quads(text))
    said = quads(f"<{space}i> a <{space}B> .")
    source = quads(f"<{space}i> a <{space}A> .")
    reasoner = Reasoner(ontology)
    graphs = []
    for change, what in [("add", said), ("add", source), ("remove", said), ("add", said), ("remove", source), ("remove", said)]:
        getattr(reasoner, change)(what)
        graphs.append(len(reasoner.inferred()))
    assert graphs == [0, 0, 1, 0, 0, 0]


def test_what_goes_and_comes_again_does_not_use_up_what_may_follow() -> None:
    space = "https://example.org/"
    text = f"""
    @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix : <{space}> .
    :p a owl:ObjectProperty , owl:SymmetricProperty .
    """
    ontology = read_axioms(quad.triple for quad in quads(text))
    reasoner = Reasoner(ontology, most=3)
    for _ in range(10):
        reasoner.add(quads(f"<{space}a> <{space}p> <{space}b> ."))
        assert len(reasoner.inferred()) == 1
        reasoner.remove(quads(f"<{space}a> <{space}p> <{space}b> ."))


def test_a_cycle_does_not_bear_itself() -> None:
    space = "https://example.org/"
    text = f"""
    @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix : <{space}> .
    :p a owl:ObjectProperty , owl:TransitiveProperty , owl:SymmetricProperty ; owl:inverseOf :q . :q a owl:ObjectProperty .
    """
    ontology = read_axioms(quad.triple for quad in quads(text))
    links = [quads(f"<{space}{one}> <{space}p> <{space}{other}> .") for one, other in pairwise("abcda")]
    reasoner = Reasoner(ontology, [quad for link in links for quad in link])
    for link in links:
        reasoner.remove(link)
    assert reasoner.inferred() == []
