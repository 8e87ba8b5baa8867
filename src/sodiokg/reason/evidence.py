"""What a proof rests on, down to the words that were read: lifting and arithmetic as steps, quotes with whose words they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad, Store, Triple

from sodiokg.graph.terms import node, sod
from sodiokg.reason.expressions import short, told
from sodiokg.reason.proofs import Derivation
from sodiokg.reason.reasoner import Reasoner

__all__ = ["Evidence", "Ground"]

_TYPE: Final = node("rdf:type")
_LABEL: Final = node("rdfs:label")
# What is lifted, by property, and the assertion that states it; `None` is the claim itself.
_STATED: Final = {_TYPE: sod("statesMechanism"), sod("formsPhase"): sod("statesPhase"), sod("hasEffect"): sod("statesEffect")}
_BOUNDS: Final = frozenset(sod(name) for name in ("lowerBound", "upperBound", "lowerInclusive", "upperInclusive"))
_LONG: Final = 60  # characters
_KEY: Final = 6  # characters of a record's key, as many as a subject can be asked by
_WHOSE: Final = {
    "reported": "reporting",
    "ownResult": "own result,",
    "ownStatement": "own statement",
    "listed": "listing",
}


@dataclass(frozen=True, slots=True)
class Ground:
    """One step of an explanation.

    `kind` is inferred, lifted, computed, quoted, stated, axiom or missing; `source` says whose words, or how; `exact` are the words of a
    quote, which `words` shows in their surroundings, and `record` is the IRI of what was read from them.
    """

    kind: str
    words: str
    source: str = ""
    grounds: tuple[Ground, ...] = ()
    exact: str = ""
    record: str = ""

    def all(self) -> Iterator[Ground]:
        """Yield this step and all below it."""
        yield self
        for ground in self.grounds:
            yield from ground.all()


class Evidence:
    """The statements of a store, told to a person with the words that they were read from."""

    def __init__(self, store: Store, reasoner: Reasoner) -> None:
        self._store = store
        self._reasoner = reasoner

    def ground(self, derivation: Derivation) -> Ground:
        """Return a derivation as steps in words; the axiom stands among what a step rests on."""
        fact, axiom = derivation.fact, derivation.axiom
        triple = None if fact is None else self._reasoner.triple(fact)
        if axiom is None:
            assert triple is not None
            return self.stated(triple)
        words = "this cannot all be true" if triple is None else self.sentence(triple)
        named = (Ground("axiom", str(axiom) if axiom.parts else axiom.kind, "ontology" if axiom.parts else "logic"),)
        return Ground("inferred", words, "", (*map(self.ground, derivation.premises), *named))

    # ------------------------------------------------------------------------------------------------
    # What is stated

    def stated(self, triple: Triple) -> Ground:
        """Return a statement with what it was lifted or computed from, or the words it was read from."""
        graphs = sorted(
            q.graph_name.value
            for q in self._quads(triple.subject, triple.predicate, triple.object)
            if isinstance(q.graph_name, NamedNode)
        )
        words = self.sentence(triple)
        if any(graph.endswith("/facts") for graph in graphs):
            return self._lifted(triple, words)
        if any(graph.endswith("/assertions") for graph in graphs):
            return self._read(triple, words)
        return Ground("stated", words, self._told_in(triple, graphs))

    def _told_in(self, triple: Triple, graphs: list[str]) -> str:
        """Return the graph that states something of no study, and what the listing of a thing in a class goes back to, or the thing."""
        name = graphs[0].rsplit("/", 1)[-1] if graphs else "no graph"
        listed = self._texts(triple.object, node("dcterms:source")) if triple.predicate == _TYPE else []
        sources = sorted(listed or self._texts(triple.subject, node("dcterms:source")))
        return f"{name}: {'; '.join(sources)}" if sources else name

    def _lifted(self, triple: Triple, words: str) -> Ground:
        if triple.predicate == sod("change"):
            return Ground("computed", words, "change = after - before", self._ends(triple.subject))
        records = self._named(triple.subject, sod("liftedFrom"))
        grounds = tuple(self._quote(self._asserting(record, triple)) for record in records)
        if not grounds and triple.predicate in (sod("after"), sod("before")):
            grounds = tuple(self._quote(end) for end in (triple.object,) if isinstance(end, NamedNode))
        grounds = grounds or self._ends(triple.subject)
        return Ground("lifted", words, "from what is asserted of one study", grounds)

    def _asserting(self, record: NamedNode, triple: Triple) -> NamedNode:
        """Return the assertion of a claim that states just this, else the claim."""
        states = _STATED.get(triple.predicate)
        thing = self._one(triple.object, _TYPE) if triple.predicate == sod("hasEffect") else triple.object
        for quad in self._store.quads_for_pattern(None, sod("partOfClaim"), record, None):
            if states is not None and isinstance(quad.subject, NamedNode) and any(self._quads(quad.subject, states, thing)):
                return quad.subject
        return record

    def _read(self, triple: Triple, words: str) -> Ground:
        assert isinstance(triple.subject, NamedNode)
        if triple.predicate in _BOUNDS:
            compared = self.text(triple.subject, sod("comparator")) or "="
            printed = self.text(triple.subject, sod("printed"))
            how = f"{printed} read as {compared} {self._value(triple.subject)}" if printed else ""
            return Ground("computed", words, how, (self._quote(triple.subject),))
        return Ground("stated", words, "", (self._quote(triple.subject),))

    def _value(self, record: NamedNode) -> str:
        ends = [self.text(record, sod(name)) for name in ("value", "valueMax")]
        return " to ".join(filter(None, ends))

    def _ends(self, change: object) -> tuple[Ground, ...]:
        ends = [end for name in ("after", "before") for end in self._named(change, sod(name))]
        return tuple(Ground("stated", f"{self.name(end)} {self._value(end)}", "", (self._quote(end),)) for end in ends)

    def _quote(self, record: NamedNode) -> Ground:
        """Return the words that a record was read from, and whose they are."""
        for span in self._named(record, sod("evidenceSpan")):
            for selector in self._named(span, node("oa:hasSelector")):
                if exact := self.text(selector, node("oa:exact")):
                    return Ground("quoted", self._surrounded(selector, exact), self._whose(record), (), exact, record.value)
        return Ground("quoted", self.name(record), self._whose(record), record=record.value)

    def _surrounded(self, selector: NamedNode, exact: str) -> str:
        """Return a long quote as it is, a short one marked in what stands around it."""
        if len(exact) >= _LONG:
            return " ".join(exact.split())
        before, after = (self.text(selector, node(name)) for name in ("oa:prefix", "oa:suffix"))
        return " ".join(f"… {before.partition(' ')[2]}«{exact}»{after.rpartition(' ')[0]} …".split())

    def _whose(self, record: NamedNode) -> str:
        """Return document, section and study of a record: ``A digest, section 2, reporting Gao et al. 2020 [29]``."""
        claims = self._named(record, sod("partOfClaim")) or [record]
        documents = [
            self.text(one, node("dcterms:title")) or short(one.value) for one in self._named(claims[0], sod("fromDocument"))
        ]
        section = self.text(claims[0], sod("section"))
        attribution = [short(one.value) for one in self._named(claims[0], sod("attribution"))]
        studies = sorted(self.name(study) for study in self._named(claims[0], sod("reportsStudy")))
        whose = " ".join(filter(None, [*(_WHOSE.get(one, one) for one in attribution), "; ".join(studies)]))
        return ", ".join(filter(None, [*documents, section and f"section {section}", whose]))

    # ------------------------------------------------------------------------------------------------
    # Words

    def sentence(self, triple: Triple) -> str:
        """Return a triple in words: ``intervention 03653f (Lu et al. 2019 [39]) is alloying``."""
        verb = "is" if triple.predicate == _TYPE else self.name(triple.predicate)
        return f"{self.name(triple.subject)} {verb} {self.name(triple.object)}"

    def name(self, term: object) -> str:
        """Return what a person calls a term: a study with its [ref], a particular of a study by its kind and study."""
        if not isinstance(term, NamedNode):
            return term.value if isinstance(term, Literal) else str(term)
        kind, _, key = term.value.partition("/document/")[2].partition("/")[2].partition("/")
        if kind and key:
            return f"{kind.replace('-', ' ')} {key[:_KEY]}{self._of_study(term)}"
        if "/study/" in term.value:
            return self._label(term) + "".join(f" [{number}]" for number in self._references(term))
        label = self._label(term)
        keys = sorted(self._texts(term, node("skos:notation")), key=len)
        return keys[0] if "/substance/" in term.value and keys else label

    def _of_study(self, term: NamedNode) -> str:
        studies = self._named(term, sod("ofStudy")) or self._named(term, sod("reportsStudy"))
        return f" ({'; '.join(sorted(map(self.name, studies)))})" if studies else ""

    def _references(self, study: NamedNode) -> list[str]:
        references = (quad.subject for quad in self._store.quads_for_pattern(None, sod("refersTo"), study, None))
        return sorted(
            {number for one in references for number in self._texts(one, sod("referenceNumber"))}, key=lambda n: (len(n), n)
        )

    def _label(self, term: NamedNode) -> str:
        return min(self._texts(term, _LABEL), default=told(term))

    def _quads(self, subject: object, predicate: object, thing: object) -> list[Quad]:
        return list(self._store.quads_for_pattern(subject, predicate, thing, None))  # type: ignore[arg-type]

    def _objects(self, subject: object, predicate: NamedNode) -> Iterable[object]:
        if not isinstance(subject, NamedNode):
            return []
        return sorted({quad.object for quad in self._store.quads_for_pattern(subject, predicate, None, None)}, key=str)

    def _named(self, subject: object, predicate: NamedNode) -> list[NamedNode]:
        return [thing for thing in self._objects(subject, predicate) if isinstance(thing, NamedNode)]

    def _one(self, subject: object, predicate: NamedNode) -> object | None:
        return next(iter(self._objects(subject, predicate)), None)

    def _texts(self, subject: object, predicate: NamedNode) -> list[str]:
        return [thing.value for thing in self._objects(subject, predicate) if isinstance(thing, Literal)]

    def text(self, subject: object, predicate: NamedNode) -> str:
        """Return the first by its words of the texts that a property gives of something, "" where there is none."""
        return next(iter(self._texts(subject, predicate)), "")
