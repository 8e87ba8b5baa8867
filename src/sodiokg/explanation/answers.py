"""Answers to why and why not, with what they rest on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from pyoxigraph import NamedNode, Quad, Store

from sodiokg.errors import UsageError
from sodiokg.explanation.inferences import inference_quads
from sodiokg.explanation.subjects import Subjects
from sodiokg.graph.terms import node, sod
from sodiokg.names import SOD
from sodiokg.reason.axioms import Ontology
from sodiokg.reason.evidence import Evidence, Ground
from sodiokg.reason.fixpoint import MOST
from sodiokg.reason.missing import Missing, nearest
from sodiokg.reason.plans import TYPE, Fact
from sodiokg.reason.proofs import Prover
from sodiokg.reason.reasoner import Reasoner, reasoner_of

__all__ = ["Explainer", "Explanation", "Reasons"]

_MECHANISM: Final = SOD + "Mechanism"


@dataclass(frozen=True, slots=True)
class Explanation:
    """A statement, whether it is stated or implied, and its proofs by size; `more` where further ones exist.

    `caveat` says how an implied one may be wrong, where the ontology does.
    """

    statement: str
    status: str
    proofs: tuple[Ground, ...]
    more: bool = False
    caveat: str = ""


@dataclass(frozen=True, slots=True)
class Reasons:
    """What was asked, and an explanation for every statement that fits it."""

    question: str
    found: tuple[Explanation, ...]

    def printed(self, form: str = "text", width: int = 100) -> str:
        """Return them as "text", "markdown", "json" or "svg"."""
        from sodiokg.explanation.printing import printed

        return printed(self, form, width)

    def __str__(self) -> str:
        return self.printed()

    def _repr_markdown_(self) -> str:
        return self.printed("markdown")


class Explainer:
    """The graph of a store as the reasoner sees it, to be asked why."""

    def __init__(self, store: Store, ontology: Ontology | None = None, *, most: int = MOST) -> None:
        self._store = store
        self._ontology = ontology
        self._most = most

    @cached_property
    def reasoner(self) -> Reasoner:
        """The reasoner over the store's stated graphs; GraphError where more follows than is allowed."""
        return reasoner_of(self._store, self._ontology, self._most)

    @cached_property
    def _evidence(self) -> Evidence:
        return Evidence(self._store, self.reasoner)

    @cached_property
    def _subjects(self) -> Subjects:
        return Subjects(self._store, self.reasoner)

    @cached_property
    def _prover(self) -> Prover:
        return Prover(self.reasoner.engine)

    def why(self, subject: str, *, mechanism: str = "", relation: str = "", on: str = "", most: int = 10) -> Reasons:
        """Return why something is so of a study, substance or record: every mechanism, or the one that is named, on any substrate or one.

        With a `relation`, a property's name, it is told why that leads to what it leads to. Raises UsageError for a name that the graph
        does not know, and where both a mechanism and a relation are asked for.
        """
        if mechanism and relation:
            raise UsageError("ask why of a mechanism or of a property, not of both")
        found = self._subjects.named(subject)
        found = self._subjects.on(found, on) if on else found
        if relation:
            name = self._subjects.property_of(relation)
            goals = [goal for one in found for goal in self._links(one, name)]
        else:
            kind = self._subjects.class_of(mechanism) if mechanism else None
            goals = [goal for one in found for goal in self._goals(one, kind)]
        question = _question("Why", subject, mechanism or relation, on)
        return Reasons(question, tuple(self._explained(goal, most) for goal in goals))

    def _links(self, subject: NamedNode, name: NamedNode) -> Iterator[Fact]:
        codes = self.reasoner.codes
        links = self.reasoner.engine.facts.links.get(codes.of(name))
        x = codes.of(subject)
        yield from sorted((codes.of(name), x, y) for y in (links.after(x) if links is not None else ()))

    def why_not(self, subject: str, mechanism: str, *, on: str = "", most: int = 3) -> Reasons:
        """Return what is missing before a mechanism would follow for a study, substance or record: up to `most` ways, the nearest first."""
        kind, of = self._subjects.class_of(mechanism), self.reasoner.codes.of_iri
        deed = of(_MECHANISM) in self.reasoner.above.get(of(kind.value), ())
        found = self._subjects.particulars(subject) if deed else self._subjects.named(subject)
        found = self._subjects.on(found, on) if on else found
        told = [self._unfounded(self.reasoner.fact(one, node("rdf:type").value, kind), most) for one in found]
        near = [one for one in told if any(step.kind == "stated" for proof in one.proofs for step in proof.all())]
        return Reasons(_question("Why not", subject, mechanism, on), tuple(near or told))

    def contradictions(self, most: int = 20) -> tuple[Explanation, ...]:
        """Return what in the graph cannot all be true, each with the proof; at most so many."""
        found = []
        for violation in self.reasoner.violations()[:most]:
            proofs = self._prover.refute(violation.step)
            grounds = tuple(self._evidence.ground(proof.derivation) for proof in proofs.found)
            words = "; ".join(self._evidence.sentence(self.reasoner.triple(fact)) for fact in dict.fromkeys(violation.step[1]))
            found.append(Explanation(words, "impossible", grounds, proofs.more))
        return tuple(found)

    def inferred(self) -> list[Quad]:
        """Return what follows and nobody stated, in a graph of its own, each mechanism with the axioms and records that its proof rests on."""
        told = (self._inference(*one) for one in self.reasoner.implied())
        return [*self.reasoner.inferred(), *(quad for quads in told for quad in quads)]

    def _inference(self, claim: NamedNode, mechanism: NamedNode, fact: Fact) -> Iterator[Quad]:
        proofs = [self._evidence.ground(proof.derivation) for proof in self._prover.prove(fact).found]
        return inference_quads(claim, mechanism, proofs)

    def damaged(self) -> list[str]:
        """Return the statements whose value is none of its datatype, in words; no limit classifies one."""
        return sorted(self._evidence.sentence(self.reasoner.triple(fact)) for fact in self.reasoner.damaged)

    def documents_at_fault(self) -> set[str]:
        """Return the documents whose statements are among those that cannot all be true."""
        proofs = [proof for one in self.reasoner.violations() for proof in self._prover.refute(one.step).found]
        triples = [self.reasoner.triple(fact) for proof in proofs for fact in proof.statements]
        quads = (q for t in triples for q in self._store.quads_for_pattern(t.subject, t.predicate, t.object, None))
        graphs = {str(quad.graph_name).partition("/document/")[2].partition("/")[0] for quad in quads}
        return graphs - {""}

    def _goals(self, subject: NamedNode, kind: NamedNode | None) -> Iterator[Fact]:
        codes, engine = self.reasoner.codes, self.reasoner.engine
        x = codes.of(subject)
        if kind is not None:
            if engine.knows(fact := (codes.of(kind), x, TYPE)):
                yield fact
            return
        kinds = {name for name, members in engine.facts.members.items() if x in members}
        above = self.reasoner.above
        over = {name for low in kinds for name in above.get(low, ())}
        mechanisms = {name for name in kinds if codes.of_iri(_MECHANISM) in above.get(name, ())} - over
        plain = {name for low in kinds if not engine.follows((low, x, TYPE)) for name in above.get(low, ())}
        inferred = {name for name in kinds if engine.follows((name, x, TYPE))} - plain
        upper = {name for low in inferred for name in above.get(low, ())}
        yield from sorted((name, x, TYPE) for name in mechanisms | (inferred - upper))

    def _explained(self, fact: Fact, most: int) -> Explanation:
        proofs = self._prover.prove(fact, most)
        status = "implied" if self.reasoner.engine.follows(fact) else "stated"
        grounds = tuple(self._evidence.ground(proof.derivation) for proof in proofs.found)
        triple = self.reasoner.triple(fact)
        caveat = self._evidence.text(triple.object, sod("inferenceCaveat")) if status == "implied" else ""
        return Explanation(self._evidence.sentence(triple), status, grounds, proofs.more, caveat)

    def _unfounded(self, fact: Fact, most: int) -> Explanation:
        statement = self._evidence.sentence(self.reasoner.triple(fact))
        if self.reasoner.engine.knows(fact):
            return Explanation(statement, "known", (self._explained(fact, 1).proofs))
        ways = nearest(self.reasoner, fact, self._evidence.name)
        return Explanation(statement, "missing", tuple(map(self._told, ways[:most])), more=len(ways) > most)

    def _told(self, missing: Missing) -> Ground:
        """Return a rule that would do with what holds and what does not."""
        there = tuple(Ground("stated", self._evidence.sentence(self.reasoner.triple(fact)), "known") for fact in missing.there)
        codes, members = self.reasoner.codes, self.reasoner.engine.facts.members
        studies = len(members.get(codes.of_iri(SOD + "Study"), ()))
        lacking = tuple(Ground("missing", words, f"not found in the {studies} studies read") for words in missing.lacking)
        unlisted = tuple(Ground("missing", words, "not in the ontology or the tables") for words in missing.unlisted)
        failed = tuple(Ground("missing", words, "is not so") for words in missing.failed)
        return Ground("axiom", str(missing.axiom), "would give it", (*there, *unlisted, *lacking, *failed))


def _question(word: str, subject: str, mechanism: str, on: str) -> str:
    return f"{word} {subject}" + (f": {mechanism}" if mechanism else "") + (f" on {on}" if on else "") + "?"
