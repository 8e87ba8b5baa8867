"""HermiT and the rules agree on what ships, and on what is seeded to be impossible."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse, serialize

from sodiokg.graph.store import ONTOLOGY, open_files, shipped_graph
from sodiokg.names import ID, SOD, data_folder
from sodiokg.reason.dl import check
from sodiokg.reason.reasoner import Reasoner, reasoner_of

CORE = data_folder() / "ontology" / "sodiokg.ttl"
WHOLE = "SODIOKG_SWEEP" in os.environ
PREFIXES = f"@prefix sod: <{SOD}> . @prefix sub: <{ID}substance/> . @prefix x: <https://example.org/> ."
SEEDED = {
    "an element that is an intervention": "sub:Sn a sod:SurfaceCoating .",
    "stable and unstable": "sub:base sod:stableAgainst sub:Na . sub:Na sod:unstableAgainst sub:base .",
    "two polarities": "x:c a sod:Claim ; sod:polarity sod:asserted, sod:negated .",
    "two values of one": "x:m a sod:Measurement ; sod:value 1.0 , 2.0 .",
    "its own predecessor": "x:s sod:precededBy x:s .",
    "a number in letters": 'x:m a sod:Measurement ; sod:value "much" .',
    "two quantities": "x:m a sod:ContactAngle, sod:Overpotential .",
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


def test_hermit_finds_the_same_members_in_what_ships(tmp_path: Path) -> None:
    quads = [quad for quad in stated() if quad.graph_name != ONTOLOGY]
    facts = tmp_path / "facts.ttl"
    serialize(sorted({quad.triple for quad in quads}, key=str), facts, RdfFormat.TURTLE)
    verdict = check([CORE, facts])
    assert verdict.consistent
    hermit = {(one, kind) for one, kinds in verdict.types.items() for kind in kinds}
    judged = set(verdict.types)
    assert {pair for pair in members(reasoner_of(quads)) if pair[0] in judged} == hermit


@pytest.mark.parametrize("what", SEEDED)
def test_what_is_seeded_to_be_impossible_is_inconsistent_for_both(tmp_path: Path, what: str) -> None:
    path = tmp_path / "seeded.ttl"
    path.write_text(PREFIXES + SEEDED[what])
    quads = [Quad(*quad.triple, NamedNode("https://example.org/g")) for quad in parse(path.read_bytes(), format=RdfFormat.TURTLE)]
    assert reasoner_of(quads).violations()
    if WHOLE or what in {"two values of one", "a number in letters"}:  # test_dl_reasoning asks HermiT of most others
        assert not check([CORE, path]).consistent
