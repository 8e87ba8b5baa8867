"""Axioms as rules: what has to be so, which tests hold of it, and what follows; nothing follows from a violation.

One axiom gives one rule for each way in which its left-hand side can be met and each thing that its right-hand side says. Variables are
numbers, whatever else stands in an atom is a constant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, count
from typing import Final

from pyoxigraph import Literal, NamedNode

from sodiokg.names import PREFIXES
from sodiokg.reason.axioms import DATA, Ontology
from sodiokg.reason.expressions import (
    Axiom,
    Both,
    Complement,
    Counted,
    DataRange,
    Either,
    Has,
    Members,
    Named,
    Only,
    Role,
    Some,
    Value,
)
from sodiokg.reason.profile import Breach, forbidden, halves

__all__ = ["DIFFERENT", "EQUALITY", "NOTHING", "SAME", "Among", "Atom", "Differ", "Fits", "Rule", "Test", "compiled"]

Argument = int | NamedNode | Literal
SAME: Final = PREFIXES["owl"] + "sameAs"
DIFFERENT: Final = PREFIXES["owl"] + "differentFrom"
_THING: Final = PREFIXES["owl"] + "Thing"
NOTHING: Final = PREFIXES["owl"] + "Nothing"
_ANY: Final = PREFIXES["rdfs"] + "Literal"


@dataclass(frozen=True, slots=True)
class Atom:
    """Membership of a class (`y` is None), or a property between two arguments."""

    name: str
    x: Argument
    y: Argument | None = None


@dataclass(frozen=True, slots=True)
class Fits:
    """A test: the literal lies in a data range, or with `wanted` false does not."""

    x: int
    within: DataRange
    wanted: bool = True


@dataclass(frozen=True, slots=True)
class Differ:
    """A test: the two values are not one."""

    x: Argument
    y: Argument


@dataclass(frozen=True, slots=True)
class Among:
    """A test: the value is one of these."""

    x: Argument
    values: tuple[Value, ...]


Test = Fits | Differ | Among


@dataclass(frozen=True, slots=True)
class Rule:
    """What follows from an axiom where atoms and tests hold; without a head the graph cannot be true."""

    axiom: Axiom
    body: tuple[Atom, ...]
    tests: tuple[Test, ...] = ()
    head: Atom | None = None


_Body = tuple[tuple[Atom, ...], tuple[Test, ...]]

# What equality and difference mean by themselves; the engine replaces equals by equals.
EQUALITY: Final = (
    Rule(Axiom("equality runs both ways", ()), (Atom(SAME, 0, 1),), (), Atom(SAME, 1, 0)),
    Rule(Axiom("equality is transitive", ()), (Atom(SAME, 0, 1), Atom(SAME, 1, 2)), (Differ(0, 2),), Atom(SAME, 0, 2)),
    Rule(Axiom("what is different is not the same", ()), (Atom(SAME, 0, 1), Atom(DIFFERENT, 0, 1))),
    Rule(Axiom("nothing is different from itself", ()), (Atom(DIFFERENT, 0, 0),)),
    Rule(Axiom("owl:Nothing has no member", ()), (Atom(NOTHING, 0),)),
)


def compiled(ontology: Ontology) -> tuple[tuple[Rule, ...], tuple[Breach, ...]]:
    """Return the rules of an ontology, and the axioms that no rule covers, each with the reason.

    Of an equivalence that is beyond the profile the half that is within is compiled and the other is told.
    """
    rules: dict[Rule, None] = {}
    breaches: list[Breach] = []
    for axiom in ontology.axioms:
        whole = not forbidden(axiom, ontology)
        for half in halves(axiom):
            reason = "" if whole else forbidden(half, ontology)
            if reason:
                breaches.append(Breach(half, reason))
            else:
                rules.update(dict.fromkeys(_Compiler(axiom if whole else half, ontology).rules(half)))
    return (*rules, *EQUALITY), tuple(breaches)


class _Compiler:
    def __init__(self, axiom: Axiom, ontology: Ontology) -> None:
        self._axiom = axiom
        self._ontology = ontology
        self._fresh = count(2)

    def rules(self, axiom: Axiom) -> Iterator[Rule]:
        """Yield the rules of an axiom that the profile allows."""
        match axiom.kind, axiom.parts:
            case "SubClassOf", (sub, sup):
                for body in self._bodies(sub, 0):
                    yield from self._heads(sup, 0, body)
            case "DisjointClasses", parts:
                for one, other in combinations(parts, 2):
                    for atoms, tests in self._joined((one, other), 0):
                        yield Rule(self._axiom, atoms, tests)
            case "PropertyDomain", (Role() as role, class_):
                yield from self._heads(class_, 0, ((self._link(role, 0, 1),), ()))
            case "PropertyRange", (Role() as role, class_):
                yield from self._heads(class_, 1, ((self._link(role, 0, 1),), ()))
            case "DifferentIndividuals", parts:
                values = tuple(value for part in parts if isinstance(part, Members) for value in part.values)
                yield Rule(self._axiom, (Atom(SAME, 0, 1),), (Among(0, values), Among(1, values), Differ(0, 1)))
            case "NegativePropertyAssertion", (Role() as role, Members((x,)), Members((y,))):
                yield Rule(self._axiom, (self._link(role, x, y),))
            case _:
                yield from self._of_properties(axiom)

    def _of_properties(self, axiom: Axiom) -> Iterator[Rule]:
        match axiom.kind, axiom.parts:
            case "SubPropertyOf", (tuple() as chain, Role() as role):
                ends = [0, *(next(self._fresh) for _ in chain)]
                body = tuple(self._link(step, *ends[place : place + 2]) for place, step in enumerate(chain))
                yield Rule(self._axiom, body, (), self._link(role, 0, ends[-1]))
            case "SubPropertyOf", (Role() as sub, Role() as sup):
                yield self._along(sub, sup)
            case "EquivalentProperties", (Role() as one, Role() as other):
                yield from (self._along(one, other), self._along(other, one))
            case "InverseProperties", (Role() as one, Role() as other):
                turned = Role(other.iri, not other.inverse)
                yield from (self._along(one, turned), self._along(turned, one))
            case "SymmetricProperty", (Role() as role,):
                yield self._along(role, Role(role.iri, not role.inverse))
            case "TransitiveProperty", (Role() as role,):
                yield Rule(self._axiom, (self._link(role, 0, 1), self._link(role, 1, 2)), (), self._link(role, 0, 2))
            case "DisjointProperties", roles:
                for one, other in combinations([role for role in roles if isinstance(role, Role)], 2):
                    yield Rule(self._axiom, (self._link(one, 0, 1), self._link(other, 0, 1)))
            case _, (Role() as role,):
                yield self._of_one(axiom.kind, role)

    def _of_one(self, kind: str, role: Role) -> Rule:
        link = self._link
        if kind == "IrreflexiveProperty":
            return Rule(self._axiom, (link(role, 0, 0),))
        if kind == "AsymmetricProperty":
            return Rule(self._axiom, (link(role, 0, 1), link(role, 1, 0)))
        body = (link(role, 0, 1), link(role, 0, 2)) if kind == "FunctionalProperty" else (link(role, 1, 0), link(role, 2, 0))
        data = self._ontology.is_declared(role.iri, DATA)
        return Rule(self._axiom, body, (Differ(1, 2),), None if data else Atom(SAME, 1, 2))

    def _along(self, sub: Role, sup: Role) -> Rule:
        return Rule(self._axiom, (self._link(sub, 0, 1),), (), self._link(sup, 0, 1))

    def _link(self, role: Role, x: Argument, y: Argument) -> Atom:
        return Atom(role.iri, y, x) if role.inverse else Atom(role.iri, x, y)

    def _joined(self, parts: tuple[object, ...], x: Argument) -> Iterator[_Body]:
        """Yield every way to be a member of all of the classes."""
        if not parts:
            yield (), ()
            return
        for atoms, tests in self._bodies(parts[0], x):
            for more, further in self._joined(parts[1:], x):
                yield (*atoms, *more), (*tests, *further)

    def _bodies(self, expression: object, x: Argument) -> Iterator[_Body]:
        """Yield every way in which `x` can be seen to be a member of a class."""
        match expression:
            case Named(iri):
                yield ((Atom(iri, x),) if iri != _THING else ()), ()
            case Both(parts):
                yield from self._joined(parts, x)
            case Either(parts):
                for part in parts:
                    yield from self._bodies(part, x)
            case Some(role, of):
                y = next(self._fresh)
                for atoms, tests in self._bodies(of, y):
                    yield (self._link(role, x, y), *atoms), tests
            case Has(role, value):
                yield (self._link(role, x, value),), ()
            case Members(values):
                yield (), (Among(x, values),)
            case DataRange() as within if isinstance(x, int):
                yield (), () if within == DataRange(_ANY) else (Fits(x, within),)

    def _heads(self, expression: object, x: Argument, body: _Body) -> Iterator[Rule]:
        """Yield the rules that make `x` a member of a class."""
        atoms, tests = body
        match expression:
            case Named(iri):
                if iri != _THING:
                    yield Rule(self._axiom, atoms, tests, None if iri == NOTHING else Atom(iri, x))
            case Both(parts):
                for part in parts:
                    yield from self._heads(part, x, body)
            case Complement(of):
                for more, further in self._bodies(of, x):
                    yield Rule(self._axiom, (*atoms, *more), (*tests, *further))
            case Has(role, value):
                yield Rule(self._axiom, atoms, tests, self._link(role, x, value))
            case Only() | Counted() as restriction:
                yield from self._restricted(restriction, x, body)
            case DataRange() as within if isinstance(x, int) and within != DataRange(_ANY):
                yield Rule(self._axiom, atoms, (*tests, Fits(x, within, wanted=False)))

    def _restricted(self, restriction: Only | Counted, x: Argument, body: _Body) -> Iterator[Rule]:
        """Yield the rules of a restriction of what a property may lead to."""
        atoms, tests = body
        if isinstance(restriction, Counted):
            yield from self._at_most(restriction.role, int(restriction.number), restriction.of, x, body)
        else:
            y = next(self._fresh)
            yield from self._heads(restriction.of, y, ((*atoms, self._link(restriction.role, x, y)), tests))

    def _at_most(self, role: Role, number: int, of: object, x: Argument, body: _Body) -> Iterator[Rule]:
        """Yield the rules of "at most none", which no such value may meet, and of "at most one", of which two values are the same."""
        atoms, tests = body
        ends = [next(self._fresh) for _ in range(number + 1)]
        links = tuple(self._link(role, x, end) for end in ends)
        head = Atom(SAME, *ends) if number == 1 and not self._ontology.is_declared(role.iri, DATA) else None
        differ = (Differ(*ends),) if number == 1 else ()
        for more, further in self._joined_of(of, ends):
            yield Rule(self._axiom, (*atoms, *links, *more), (*tests, *further, *differ), head)

    def _joined_of(self, of: object, ends: list[int]) -> Iterator[_Body]:
        """Yield every way in which all of the ends are members of a class or range, of none where there is none to be of."""
        if not ends or of is None:
            yield (), ()
            return
        for atoms, tests in self._bodies(of, ends[0]):
            for more, further in self._joined_of(of, ends[1:]):
                yield (*atoms, *more), (*tests, *further)
