"""Proofs of what follows: the smallest sets of axioms and statements that give it, each with its derivation.

A proof ends at what is stated. Sets are found smallest first, from every premise to what it gives (Knuth's generalisation of Dijkstra's
algorithm, 1977, with several results a fact), and each is then made sure of: alone it gives the conclusion, less any one member it does not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from heapq import heappop, heappush
from itertools import count, islice, product, zip_longest
from typing import Final

from sodiokg.reason.engine import Engine
from sodiokg.reason.expressions import Axiom
from sodiokg.reason.fixpoint import Step
from sodiokg.reason.plans import Fact, Indexed
from sodiokg.reason.rules import EQUALITY

__all__ = ["Derivation", "Proof", "Proofs", "Prover"]

_FACTS: Final = 1000  # facts looked at for one conclusion
_SEEN: Final = 48  # applications of one rule that are looked at for one fact
_STEPS: Final = 12  # of these, those that are followed: the ones with most stated premises, more than there are proofs to show
_WAYS: Final = 400  # ways to put the proofs of one rule's premises together

_Set = frozenset[Fact | Axiom]
# What is proved: a fact, or the violation that a step is.
Goal = Fact | None


@dataclass(frozen=True, slots=True)
class Derivation:
    """A fact with the axiom and the premises that give it; neither where it is stated, and no fact where it is a violation."""

    fact: Goal
    axiom: Axiom | None = None
    premises: tuple[Derivation, ...] = ()


@dataclass(frozen=True)
class Proof:
    """What gives a conclusion: the derivation, its axioms and its statements; none of them can be spared."""

    derivation: Derivation
    axioms: frozenset[Axiom]
    statements: frozenset[Fact]

    @cached_property
    def size(self) -> int:
        """How many axioms and statements it rests on."""
        return len(self.axioms) + len(self.statements)


@dataclass(frozen=True, slots=True)
class Proofs:
    """Proofs of one conclusion in order of size, and whether more exist than were asked for or looked for."""

    found: tuple[Proof, ...]
    more: bool


class Prover:
    """Proofs from the facts and rules of an engine."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @cached_property
    def _rules(self) -> dict[Axiom, list[Indexed]]:
        found: dict[Axiom, list[Indexed]] = defaultdict(list)
        for one in self._engine.indexed:
            found[one.rule.rule.axiom].append(one)
        return found

    @cached_property
    def _equality(self) -> tuple[Indexed, ...]:
        return tuple(one for rule in EQUALITY for one in self._rules[rule.axiom])

    def prove(self, fact: Fact, most: int = 10) -> Proofs:
        """Return up to `most` proofs of a fact that is known, none of one that is not."""
        if not self._engine.knows(fact):
            return Proofs((), more=False)
        steps, cut = self._few(fact, most)
        return self._prove(fact, steps, most, cut=cut)

    def refute(self, step: Step, most: int = 1) -> Proofs:
        """Return up to `most` proofs that a violation follows."""
        return self._prove(None, [step], most)

    def _prove(self, goal: Goal, steps: list[Step], most: int, *, cut: bool = False) -> Proofs:
        grounds, left = self._expanded(goal, steps, most)
        cut |= left
        sets = list(islice(_smallest(goal, grounds, self._is_leaf), most + 1))
        if not sets and cut and goal is not None:
            sets = [_rests_on(_tree(self._engine, goal)[0])]
        found: dict[_Set, Proof] = {}
        for one in sets[:most]:
            proof = self._checked(goal, one)
            if proof is not None:
                found.setdefault(proof.axioms | proof.statements, proof)
        proofs = sorted(found.values(), key=lambda proof: proof.size)
        return Proofs(tuple(proofs), more=cut or len(sets) > most)

    def _is_leaf(self, fact: Goal) -> bool:
        return fact is not None and not self._engine.follows(fact)

    def _expanded(self, goal: Goal, steps: list[Step], most: int) -> tuple[dict[Goal, list[Step]], bool]:
        """Return the steps that give the goal and all that is inferred below it, and whether some were left out."""
        grounds: dict[Goal, list[Step]] = {goal: steps}
        waiting = [fact for _, body in steps for fact in body]
        cut = False
        for fact in waiting:
            if fact in grounds or self._is_leaf(fact):
                continue
            if len(grounds) >= _FACTS:
                return grounds, True
            grounds[fact], left = self._few(fact, most)
            cut |= left
            waiting += [one for _, body in grounds[fact] for one in body]
        return grounds, cut

    def _few(self, fact: Fact, most: int) -> tuple[list[Step], bool]:
        """Return so many steps of each rule, those first that rest on what is stated, and whether there are more.

        The rules take turns, so that of proofs of one size those come first that rest on different axioms.
        """
        found: list[list[Step]] = []
        kept, cut = max(_STEPS, most + 1), False
        for steps in self._engine.steps_by_rule(fact):
            seen = list(islice(steps, max(_SEEN, kept)))
            cut |= len(seen) > kept or next(steps, None) is not None
            found.append(
                sorted(seen, key=lambda step: sum(map(self._engine.follows, step[1])))[:kept] if len(seen) > kept else seen
            )
        return [step for turn in zip_longest(*found) for step in turn if step is not None], cut

    # ------------------------------------------------------------------------------------------------
    # Making sure

    def _checked(self, goal: Goal, members: _Set) -> Proof | None:
        """Return the proof from these axioms and statements, less what it can do without; None where they do not give the goal."""
        trial = self._run(members)
        if not _gives(trial, goal):
            return None
        derivation, certain = _tree(trial, goal)
        if not certain:
            for one in sorted(members, key=str):
                if _gives(less := self._run(members - {one}), goal):
                    members, trial = members - {one}, less
            derivation, _ = _tree(trial, goal)
        axioms = frozenset(one for one in members if isinstance(one, Axiom))
        return Proof(derivation, axioms, frozenset(one for one in members if not isinstance(one, Axiom)))

    def _run(self, members: Iterable[Fact | Axiom]) -> Engine:
        """Return an engine that has only these axioms, by their words so that one proof is always told alike, and statements."""
        axioms = sorted((one for one in members if isinstance(one, Axiom)), key=str)
        rules = [rule for axiom in axioms for rule in self._rules[axiom]]
        engine = Engine((*rules, *self._equality), self._engine.codes)
        engine.load(one for one in members if not isinstance(one, Axiom))
        return engine


def _rests_on(derivation: Derivation) -> _Set:
    """Return the axioms and statements of a derivation."""
    if derivation.axiom is None:
        return frozenset() if derivation.fact is None else frozenset({derivation.fact})
    axiom: _Set = frozenset({derivation.axiom}) if derivation.axiom.parts else frozenset()
    return axiom.union(*map(_rests_on, derivation.premises))


def _smallest(goal: Goal, grounds: dict[Goal, list[Step]], is_leaf: Callable[[Goal], bool]) -> Iterator[_Set]:
    """Yield the sets of axioms and statements that give the goal, smaller ones first, none of which holds another."""
    uses = _uses(grounds)
    found: dict[Goal, list[_Set]] = defaultdict(list)
    ticket = count()
    heap = [(1, next(ticket), fact, members) for fact, members in _first(goal, grounds, is_leaf)]
    while heap:
        _, _, fact, members = heappop(heap)
        if any(known <= members for known in found[fact]):
            continue
        found[fact].append(members)
        if fact == goal:
            yield members
        for head, step in uses[fact]:
            for union in _unions(step, fact, members, found):
                heappush(heap, (len(union), next(ticket), head, union))


def _uses(grounds: dict[Goal, list[Step]]) -> dict[Goal, list[tuple[Goal, Step]]]:
    """Return, by fact, the steps that rest on it and what they give."""
    uses: dict[Goal, list[tuple[Goal, Step]]] = defaultdict(list)
    for head, steps in grounds.items():
        for step in steps:
            for fact in dict.fromkeys(step[1]):
                uses[fact].append((head, step))
    return uses


def _first(goal: Goal, grounds: dict[Goal, list[Step]], is_leaf: Callable[[Goal], bool]) -> Iterator[tuple[Goal, _Set]]:
    """Yield what stands by itself: what is stated, and what an axiom gives of nothing else."""
    facts: Iterable[Goal] = dict.fromkeys(fact for steps in grounds.values() for _, body in steps for fact in body)
    for fact in dict.fromkeys((*facts, goal)):
        if fact is not None and is_leaf(fact):
            yield fact, frozenset({fact})
    for head, steps in grounds.items():
        yield from ((head, frozenset({rule.rule.axiom})) for rule, body in steps if not body)


def _unions(step: Step, fact: Goal, members: _Set, found: dict[Goal, list[_Set]]) -> Iterator[_Set]:
    """Yield what a step rests on, with these members for one of its premises."""
    rule, body = step
    axiom: _Set = frozenset({rule.rule.axiom}) if rule.rule.axiom.parts else frozenset()
    others = [found[one][:_STEPS] for one in dict.fromkeys(body) if one != fact]
    for ways in islice(product(*others), _WAYS):
        yield members.union(axiom, *ways)


def _gives(engine: Engine, goal: Goal) -> bool:
    return bool(engine.violations) if goal is None else engine.knows(goal)


def _tree(engine: Engine, goal: Goal) -> tuple[Derivation, bool]:
    """Return a derivation in an engine, each step from what was known before it, and whether it is the only one there is."""
    done: dict[Fact, Derivation] = {}
    certain = True

    def derived(fact: Fact) -> Derivation:
        nonlocal certain
        if fact not in done:
            steps = list(engine.steps(fact))
            stated = not engine.follows(fact)
            certain &= not steps if stated else len(steps) == 1
            done[fact] = Derivation(fact) if stated else spelt(fact, next(step for step in steps if engine.is_older(step, fact)))
        return done[fact]

    def spelt(fact: Goal, step: Step) -> Derivation:
        rule, body = step
        return Derivation(fact, rule.rule.axiom, tuple(map(derived, dict.fromkeys(body))))

    if goal is not None:
        return derived(goal), certain
    violations = list(engine.violations)
    return spelt(None, violations[0]), certain and len(violations) == 1
