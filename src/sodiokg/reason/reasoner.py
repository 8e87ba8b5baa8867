"""The reasoner of record: what follows from the stated graphs by the axioms of the ontology, in a graph of its own.

Read are what documents assert and what was lifted from it, studies and substances, the chemistry tables and the individuals of the ontology;
never what was inferred before. Stated graphs stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad, Triple

from sodiokg.errors import GraphError
from sodiokg.graph.store import ONTOLOGY, ontology_quads
from sodiokg.graph.trig import read_turtle
from sodiokg.names import PREFIXES, graph_iri
from sodiokg.reason.axioms import DATA, OBJECT, Ontology, read_axioms
from sodiokg.reason.codes import Codes, is_damaged
from sodiokg.reason.engine import Engine, Step
from sodiokg.reason.expressions import Named, Value, told
from sodiokg.reason.fixpoint import MOST
from sodiokg.reason.plans import TYPE, Fact
from sodiokg.reason.profile import Breach
from sodiokg.reason.rules import DIFFERENT, NOTHING, SAME, Rule, compiled

__all__ = ["INFERRED", "Reasoner", "Violation", "axioms_of", "reasoner_of", "sentence", "unsupported"]

INFERRED: Final = NamedNode(graph_iri("inferred"))
_CATALOGUE: Final = graph_iri("catalogue")
_TYPE: Final = PREFIXES["rdf"] + "type"
_IS: Final = NamedNode(_TYPE)
_SOD: Final = PREFIXES["sod"]
_IMPLIED: Final = NamedNode(_SOD + "impliedMechanism")


@dataclass(frozen=True, slots=True)
class Violation:
    """What cannot all be true: the axiom in words, the statements, and the step that a proof starts from."""

    axiom: str
    statements: tuple[str, ...]
    step: Step

    def __str__(self) -> str:
        return f"{'; '.join(self.statements)}: against {self.axiom}"


class Reasoner:
    """The axioms of an ontology at work on stated graphs."""

    def __init__(self, ontology: Ontology, quads: Iterable[Quad] = (), *, most: int = MOST) -> None:
        self._most = most
        self.edit(ontology, quads)

    def edit(self, ontology: Ontology, quads: Iterable[Quad]) -> None:
        """Take an ontology, in place of any before, over all that is stated; documents come and go as before.

        This is a full run: an axiom more or less may concern any statement, a property declared anew those that were not read before.
        """
        rules, self.breaches = _compiled(ontology)
        self.ontology = ontology
        self.codes = Codes()
        self.engine = Engine(rules, self.codes, most=self._most)
        self._read = {iri: self.codes.of_iri(iri) for iri in _properties(ontology)}
        self.damaged: dict[Fact, None] = {}
        self.__dict__.pop("above", None)
        self.engine.load(self.facts(quads))

    def add(self, quads: Iterable[Quad]) -> None:
        """Take in the statements of a document that was not there."""
        self.engine.add(self.facts(quads))

    def remove(self, quads: Iterable[Quad]) -> None:
        """Take back the statements of a document."""
        facts = list(self.facts(quads))
        self.engine.remove(facts)
        for fact in facts:
            if not self.engine.knows(fact):
                self.damaged.pop(fact, None)

    def facts(self, quads: Iterable[Quad]) -> Iterator[Fact]:
        """Yield what statements say, in numbers; annotations and what was inferred say nothing here."""
        of, read = self.codes.of, self._read
        for quad in quads:
            predicate, thing = quad.predicate.value, quad.object
            if predicate == _TYPE:
                if isinstance(thing, NamedNode) and _is_class(thing.value) and _is_read(quad):
                    yield of(thing), of(quad.subject), TYPE  # type: ignore[arg-type]
            elif (code := read.get(predicate)) is not None and _is_read(quad):
                fact = code, of(quad.subject), of(thing)  # type: ignore[arg-type]
                if isinstance(thing, Literal) and is_damaged(thing):
                    self.damaged[fact] = None
                yield fact

    def fact(self, subject: NamedNode, predicate: str, thing: Value) -> Fact:
        """Return a statement in numbers."""
        if predicate == _TYPE:
            return self.codes.of(thing), self.codes.of(subject), TYPE
        return self.codes.of_iri(predicate), self.codes.of(subject), self.codes.of(thing)

    def triple(self, fact: Fact) -> Triple:
        """Return a fact as a triple."""
        name, x, y = fact
        terms = self.codes.terms
        if y == TYPE:
            return Triple(terms[x], _IS, terms[name])  # type: ignore[arg-type]
        return Triple(terms[x], terms[name], terms[y])  # type: ignore[arg-type]

    def inferred(self) -> list[Quad]:
        """Return what follows and nobody stated, in its own graph, with the mechanisms that it implies of claims."""
        terms = self.codes.terms
        found = [
            Quad(terms[x], _IS, terms[name], INFERRED) if y == TYPE else Quad(terms[x], terms[name], terms[y], INFERRED)  # type: ignore[arg-type]
            for name, x, y in self.engine.inferred()
            if isinstance(terms[x], NamedNode)
        ]
        return found + [Quad(claim, _IMPLIED, mechanism, INFERRED) for claim, mechanism, _ in self.implied()]

    def implied(self) -> Iterator[tuple[NamedNode, NamedNode, Fact]]:
        """Yield claims with mechanisms that follow for what they describe, and the fact that says so.

        Left out is what a claim states, and what is only a broader name of that.
        """
        facts, terms = self.engine.facts, self.codes.terms
        lifted = facts.links.get(self.codes.of_iri(_SOD + "liftedFrom"))
        claims = facts.members.get(self.codes.of_iri(_SOD + "Claim"), set())
        kinds = sorted(facts.members.get(self.codes.of_iri(_SOD + "MechanismKind"), ()))
        for kind in kinds:
            narrower = [low for low in kinds if kind in self.above.get(low, ())]
            for one in facts.members.get(kind, ()):
                said = not self.engine.follows((kind, one, TYPE)) or any(self._is_stated((low, one, TYPE)) for low in narrower)
                for claim in claims.intersection(lifted.after(one)) if lifted is not None and not said else ():
                    yield terms[claim], terms[kind], (kind, one, TYPE)  # type: ignore[misc]

    def _is_stated(self, fact: Fact) -> bool:
        return self.engine.knows(fact) and not self.engine.follows(fact)

    @cached_property
    def above(self) -> dict[int, set[int]]:
        """The classes above each class, by the subsumptions between names."""
        of = self.codes.of_iri
        direct: dict[int, set[int]] = {}
        for axiom in self.ontology.axioms:
            match axiom.kind, axiom.parts:
                case "SubClassOf", (Named(low), Named(high)):
                    direct.setdefault(of(low), set()).add(of(high))
        return {name: _reached(name, direct) for name in direct}

    def violations(self) -> tuple[Violation, ...]:
        """Return what makes the graph inconsistent, each once, in the order of its words."""
        found: dict[tuple[object, ...], Violation] = {}
        for step in self.engine.violations:
            rule, body = step
            words = tuple(sorted(sentence(self.triple(fact)) for fact in dict.fromkeys(body)))
            one = Violation(str(rule.rule.axiom), words, step)
            found.setdefault((one.axiom, words), one)
        return tuple(found[key] for key in sorted(found, key=str))


def _reached(name: int, direct: dict[int, set[int]]) -> set[int]:
    found: set[int] = set()
    waiting = [name]
    while waiting:
        for high in direct.get(waiting.pop(), ()):
            if high not in found:
                found.add(high)
                waiting.append(high)
    return found


_VOCABULARIES: Final = tuple(PREFIXES[prefix] for prefix in ("owl", "rdf", "rdfs"))
_UNREAD: Final = frozenset({_CATALOGUE, INFERRED.value})


def _is_class(iri: str) -> bool:
    """Tell whether membership of this says anything: of the vocabularies' own classes only that of owl:Nothing does."""
    return iri == NOTHING or not iri.startswith(_VOCABULARIES)


def _is_read(quad: Quad) -> bool:
    graph = quad.graph_name
    return isinstance(quad.subject, NamedNode) and (not isinstance(graph, NamedNode) or graph.value not in _UNREAD)


def _properties(ontology: Ontology) -> set[str]:
    """Return the properties that statements are made with; equality hands on those that no other axiom names."""
    declared = {iri for iri in ontology.declared if ontology.is_declared(iri, OBJECT) or ontology.is_declared(iri, DATA)}
    return declared | {SAME, DIFFERENT}


@cache
def _compiled(ontology: Ontology) -> tuple[tuple[Rule, ...], tuple[Breach, ...]]:
    return compiled(ontology)


@cache
def _shipped() -> Ontology:
    return read_axioms(quad.triple for quad in ontology_quads())


def axioms_of(files: Iterable[Path]) -> Ontology:
    """Return the axioms of Turtle files taken together; raises OntologyError for a damaged one."""
    return read_axioms(quad.triple for path in files for quad in read_turtle(path, mend="name a Turtle file that parses"))


def unsupported(ontology: Ontology | None = None) -> tuple[Breach, ...]:
    """Return the axioms that no rule covers, of the core ontology or of another, each with what is the matter."""
    return _compiled(ontology or _shipped())[1]


def reasoner_of(quads: Iterable[Quad], ontology: Ontology | None = None, most: int = MOST) -> Reasoner:
    """Return a reasoner with the core ontology, or the axioms of another, and the core's individuals over the quads of a store or file.

    Raises GraphError where more than `most` statements follow.
    """
    stated = (quad for quad in quads if quad.graph_name != ONTOLOGY)
    return Reasoner(ontology or _shipped(), _chained(ontology_quads(), stated), most=most)


def _chained(*parts: Iterable[Quad]) -> Iterator[Quad]:
    for part in parts:
        yield from part


def sentence(triple: Triple) -> str:
    """Return a triple as a person reads it, with the ends of long names.

    >>> from sodiokg.graph.terms import node, sod
    >>> sentence(Triple(node("https://w3id.org/sodiokg/id/substance/Sn"), node("rdf:type"), sod("Metal")))
    'Sn is Metal'
    """
    verb = "is" if triple.predicate.value == _TYPE else told(triple.predicate)
    if isinstance(triple.subject, Literal):
        raise GraphError("a value is the subject of a statement")
    return f"{told(triple.subject)} {verb} {told(triple.object)}"  # type: ignore[arg-type]
