"""HermiT and the rules agree on what ships, and on what is seeded to be impossible."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse, serialize

from sodiokg.graph.store import ONTOLOGY, open_files, shipped_graph
from sodiokg.names import ID, SOD, data_folder
from sodiokg.reason.axioms import OBJECT
from sodiokg.reason.dl import check
from sodiokg.reason.plans import TYPE
from sodiokg.reason.reasoner import Reasoner, reasoner_of

OWL = "http://www.w3.org/2002/07/owl#"
ASKED = "https://example.org/asked/"
CORE = data_folder() / "ontology" / "sodiokg.ttl"
WHOLE = "SODIOKG_SWEEP" in os.environ
PREFIXES = f"@prefix owl: <{OWL}> . @prefix sod: <{SOD}> . @prefix sub: <{ID}substance/> . @prefix x: <https://example.org/> ."
SEEDED = {
    "an element that is an intervention": "sub:Sn a sod:SurfaceCoating .",
    "stable and unstable": "sub:base sod:stableAgainst sub:Na . sub:Na sod:unstableAgainst sub:base .",
    "two polarities": "x:c a sod:Claim ; sod:polarity sod:asserted, sod:negated .",
    "two values of one": "x:m a sod:Measurement ; sod:value 1.0 , 2.0 .",
    "its own predecessor": "x:s sod:precededBy x:s .",
    "a number in letters": 'x:m a sod:Measurement ; sod:value "much" .',
    "two quantities": "x:m a sod:ContactAngle, sod:Overpotential .",
    "different from itself": "x:a a sod:Claim ; owl:differentFrom x:a .",
    "different from an equal": "x:a a sod:Claim ; owl:sameAs x:b . x:b owl:differentFrom x:a .",
    "a member of nothing": "x:a a owl:Nothing .",
}


def stated() -> list[Quad]:
    """Return what ships; without a sweep only what classification rests on, since HermiT takes minutes for the rest."""
    every = list(open_files([shipped_graph()]))
    if WHOLE:
        return [quad for quad in every if not str(quad.graph_name).endswith("catalogue>")]
    kept = [quad for quad in every if str(quad.graph_name).endswith(("/facts>", "shared>"))]
    named = {term.value for quad in kept for term in (quad.subject, quad.object) if isinstance(term, NamedNode)}
    told = {SOD + name for name in ("unit", "lowerBound", "upperBound", "lowerInclusive", "upperInclusive", "underCondition")}
    wanted = told | {"http://www.w3.org/1999/02/22-rdf-syntax-ns#type"}
    return kept + [
        quad
        for quad in every
        if "/measurement/" in quad.subject.value and quad.subject.value in named and quad.predicate.value in wanted
    ]


def members(ours: Reasoner) -> set[tuple[str, str]]:
    terms = ours.codes.terms
    return {(terms[x].value, terms[kind].value) for kind, found in ours.engine.facts.members.items() for x in found}


def links(ours: Reasoner) -> set[tuple[str, str, str]]:
    """Return the links of object properties, stated and inferred."""
    terms = ours.codes.terms
    return {
        (terms[x].value, terms[name].value, terms[y].value)
        for name, found in ours.engine.facts.links.items()
        if ours.ontology.is_declared(terms[name].value, OBJECT)
        for x, y in found.pairs()
    }


def questions(ours: Reasoner) -> dict[str, str]:
    """Return classes that ask for links, which HermiT does not tell by itself: by whom, to whom, and some that the rules infer.

    What stands for a class has another name for HermiT, so that it is asked of as "to whom" alone.
    """
    asked = {}
    for name in sorted({name for _, name, _ in links(ours)}):
        asked[f"from {name}"] = f"owl:onProperty <{name}> ; owl:someValuesFrom owl:Thing"
        asked[f"to {name}"] = f"owl:onProperty [ owl:inverseOf <{name}> ] ; owl:someValuesFrom owl:Thing"
    triples = (ours.triple(fact) for fact in ours.engine.inferred() if fact[2] != TYPE)
    ends = {(t.predicate.value, t.object.value) for t in triples if ours.ontology.is_declared(t.predicate.value, OBJECT)}
    inferred = sorted(pair for pair in ends if not ours.ontology.is_declared(pair[1], OWL + "Class"))
    for name, end in inferred[:: 1 if WHOLE else 4]:
        asked[f"{name} {end}"] = f"owl:onProperty <{name}> ; owl:hasValue <{end}>"
    return asked


def written(asked: dict[str, str]) -> str:
    return f"@prefix owl: <{OWL}> .\n" + "\n".join(
        f"<{question(key)}> a owl:Class ; owl:equivalentClass [ a owl:Restriction ; {what} ] ." for key, what in asked.items()
    )


def question(key: str) -> str:
    return ASKED + quote(key, safe="")


def answers(ours: Reasoner, asked: dict[str, str]) -> set[tuple[str, str]]:
    """Return what the links of the rules answer to the questions."""
    told = {
        pair
        for x, name, y in links(ours)
        for pair in [(x, f"from {name}"), (y, f"to {name}"), (x, f"{name} {y}")]
        if pair[1] in asked
    }
    return {(one, question(key)) for one, key in told}


def test_hermit_finds_the_same_members_and_links_in_what_ships(tmp_path: Path) -> None:
    quads = [quad for quad in stated() if quad.graph_name != ONTOLOGY]
    ours = reasoner_of(quads)
    asked, facts, file = questions(ours), tmp_path / "facts.ttl", tmp_path / "asked.ttl"
    serialize(sorted({quad.triple for quad in quads}, key=str), facts, RdfFormat.TURTLE)
    file.write_text(written(asked))
    verdict = check([CORE, facts, file])
    assert verdict.consistent
    judged = set(verdict.types)
    hermit = {(one, kind) for one, kinds in verdict.types.items() for kind in kinds}
    mine = members(ours) | answers(ours, asked)
    assert {pair for pair in mine if pair[0] in judged} == hermit
    assert sum(kind.startswith(ASKED) for _, kind in hermit) > 1000


@pytest.mark.parametrize("what", SEEDED)
def test_what_is_seeded_to_be_impossible_is_inconsistent_for_both(tmp_path: Path, what: str) -> None:
    path = tmp_path / "seeded.ttl"
    path.write_text(PREFIXES + SEEDED[what])
    quads = [Quad(*quad.triple, NamedNode("https://example.org/g")) for quad in parse(path.read_bytes(), format=RdfFormat.TURTLE)]
    assert reasoner_of(quads).violations()
    if what == "different from itself":
        return  # HermiT takes the two for a set of one individual, which says nothing; OWL 2 has it impossible
    if WHOLE or what in {
        "two values of one",
        "a number in letters",
        "a member of nothing",
    }:  # test_dl_reasoning asks HermiT of most others
        assert not check([CORE, path]).consistent
