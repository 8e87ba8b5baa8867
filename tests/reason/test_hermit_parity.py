"""The rules give what HermiT gives: on what ships, on random ontologies, and on what cannot be true.

Random cases have vocabularies of their own, so that HermiT judges many consistent ones in one run, and an inconsistent one by itself.
SODIOKG_SWEEP=300 runs so many of each kind instead of 30.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from cases import INDIVIDUALS, OBJECTS, PREFIXES, Case
from pyoxigraph import Quad, RdfFormat, parse

from sodiokg.reason.axioms import OBJECT, read_axioms
from sodiokg.reason.dl import Verdict, check
from sodiokg.reason.reasoner import Reasoner

CASES = int(os.environ.get("SODIOKG_SWEEP", "30"))
ALONE = max(4, CASES // 15)
BATCH = 10


def reasoner(text: str) -> Reasoner:
    quads = list(parse(text.encode(), format=RdfFormat.TURTLE))
    found = Reasoner(read_axioms(quad.triple for quad in quads), (Quad(*quad.triple) for quad in quads))
    assert found.breaches == ()
    return found


def judged(folder: Path, text: str) -> Verdict:
    path = folder / "case.ttl"
    path.write_text(text)
    return check([path])


def questions(case: Case) -> str:
    """Return a class for every link that may follow: HermiT tells members surely, but not the links of properties."""
    pairs = [(f"p{p}", f"i{i}") for p in range(OBJECTS) for i in range(INDIVIDUALS)]
    return "\n".join(
        f"<{case.space}{p}={i}> a owl:Class ; owl:equivalentClass "
        f"[ a owl:Restriction ; owl:onProperty <{case.space}{p}> ; owl:hasValue <{case.space}{i}> ] ."
        for p, i in pairs
    )


def together(cases: Sequence[Case], *, asked: bool = False) -> str:
    return PREFIXES + "\n".join(case.text().removeprefix(PREFIXES) + (questions(case) if asked else "") for case in cases)


def memberships(ours: Reasoner) -> set[tuple[str, str]]:
    terms = ours.codes.terms
    return {(terms[x].value, terms[c].value) for c, members in ours.engine.facts.members.items() for x in members}


def links(ours: Reasoner, text: str) -> set[tuple[str, str]]:
    """Return the links between individuals, stated and inferred, as members of the classes that ask for them."""
    stated = [quad.triple for quad in parse(text.encode(), format=RdfFormat.TURTLE)]
    triples = [*stated, *(quad.triple for quad in ours.inferred())]
    return {
        (t.subject.value, f"{t.predicate.value}={t.object.value.rsplit('/')[-1]}")
        for t in triples
        if ours.ontology.is_declared(t.predicate.value, OBJECT)
    }


def differences(text: str, verdict: Verdict) -> set[tuple[str, str, str]]:
    ours = reasoner(text)
    hermit = {(one, kind) for one, kinds in verdict.types.items() for kind in kinds}
    mine = memberships(ours) | links(ours, text)
    return {("only the rules", *x) for x in mine - hermit} | {("only HermiT", *x) for x in hermit - mine}


def test_random_consistent_ontologies_give_the_same_members_and_links(tmp_path: Path) -> None:
    for start in range(0, CASES, BATCH):
        cases = [Case(seed) for seed in range(start, min(start + BATCH, CASES))]
        ours = reasoner(together(cases))
        assert ours.violations() == ()
        verdict = judged(tmp_path, together(cases, asked=True))
        assert verdict.consistent
        assert differences(together(cases), verdict) == set()
        assert any(ours.engine.inferred())


def test_random_ontologies_that_may_clash_get_the_same_verdict(tmp_path: Path) -> None:
    cases = [Case(1000 + seed, clashes=True) for seed in range(CASES)]
    broken = [case for case in cases if reasoner(case.text()).violations()]
    whole = [case for case in cases if case not in broken]
    assert broken
    assert whole
    for case in broken[:ALONE]:
        assert not judged(tmp_path, case.text()).consistent, case.seed
    for start in range(0, len(whole), BATCH):
        some = whole[start : start + BATCH]
        verdict = judged(tmp_path, together(some, asked=True))
        assert verdict.consistent
        assert differences(together(some), verdict) == set()
