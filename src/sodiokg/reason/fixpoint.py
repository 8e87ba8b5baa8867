"""The fixpoint: what follows from facts by rules, kept up to date as facts come.

Every new fact is joined once with all that is known. A fact keeps the round in which it was found; what it was found from was known before.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, Final

from sodiokg.errors import GraphError
from sodiokg.reason.codes import Codes
from sodiokg.reason.expressions import Axiom
from sodiokg.reason.facts import Facts, Links
from sodiokg.reason.plans import TYPE, Coded, Fact, Indexed, Plan, Slot, indexed, joined, planned, put_together
from sodiokg.reason.rules import SAME, Atom, Rule

__all__ = ["MOST", "Fixpoint", "Step"]

MOST: Final = 30_000_000  # statements that may follow; a graph of a million gives some hundred thousand

# A rule in numbers and the facts of its body, which give a fact; of a violation they give none.
Step = tuple[Coded, tuple[Fact, ...]]
_Name = tuple[int, bool]  # class or property, and whether it is a class
_One = Any  # a member of a class, or the pair of a link
# Equals stand for each other; x = 0, its equal = 1, the class or property comes from the fact.
_REPLACED: Final = Axiom("what is the same has the same properties", ())


class Fixpoint:
    """Facts and all that follows from them by some rules."""

    def __init__(self, rules: Iterable[Rule | Indexed], codes: Codes | None = None, *, most: int = MOST) -> None:
        self.codes = codes or Codes()
        self.facts = Facts()
        self.violations: dict[Step, None] = {}
        self._most = self._left = most
        self._same = self.codes.of_iri(SAME)
        self._round = 0
        self._ranks: dict[_Name, dict[_One, int]] = defaultdict(dict)
        self._more: Counter[Fact] = Counter()
        self._waiting: dict[_Name, set[_One]] = {}
        self.indexed = tuple(rule if isinstance(rule, Indexed) else indexed(rule, self.codes) for rule in rules)
        self.rules = tuple(one.rule for one in self.indexed)
        self._forward: dict[_Name, list[Plan]] = defaultdict(list)
        self._backward: dict[_Name, list[Plan]] = defaultdict(list)
        for one in self.indexed:
            for slot, plan in zip(one.rule.body, one.forward, strict=True):
                self._forward[_named(slot)].append(plan)
            if one.rule.head is not None and one.backward is not None:
                self._backward[_named(one.rule.head)].append(one.backward)

    # ------------------------------------------------------------------------------------------------
    # Asking

    def knows(self, fact: Fact) -> bool:
        """Return whether a fact is stated or follows."""
        name, x, y = fact
        if y == TYPE:
            return x in self.facts.members.get(name, ())
        links = self.facts.links.get(name)
        return links is not None and links.has(x, y)

    def follows(self, fact: Fact) -> bool:
        """Return whether a fact is known, and only because it follows."""
        name, x, y = fact
        return (x if y == TYPE else (x, y)) in self._ranks.get((name, y == TYPE), ())

    def inferred(self) -> Iterator[Fact]:
        """Yield what follows and nobody stated."""
        for (name, is_class), found in self._ranks.items():
            for one in found:
                yield (name, one, TYPE) if is_class else (name, *one)

    def steps(self, fact: Fact) -> Iterator[Step]:
        """Yield every application of a rule that gives a fact from what is known."""
        return chain.from_iterable(self.steps_by_rule(fact))

    def steps_by_rule(self, fact: Fact) -> Iterator[Iterator[Step]]:
        """Yield, for each rule that may give a fact, its applications that do."""
        name, _, y = fact
        for plan in self._backward.get((name, y == TYPE), ()):
            yield self._applied(plan, fact)
        if self._same in self.facts.links and name != self._same:
            yield self._replacements(fact)

    def _applied(self, plan: Plan, fact: Fact) -> Iterator[Step]:
        for row in joined(plan, self.facts, self.codes, fact):
            yield plan.rule, tuple(put_together(slot, row) for slot in plan.rule.body)

    def _replacements(self, fact: Fact) -> Iterator[Step]:
        name, x, y = fact
        same = self.facts.links[self._same]
        for end, value in enumerate((x, y)):
            for other in same.before(value) if value != TYPE else ():
                twin = (name, other, y) if end == 0 else (name, x, other)
                if self.knows(twin):
                    yield _REPLACEMENT, (twin, (self._same, other, value))

    # ------------------------------------------------------------------------------------------------
    # Coming

    def load(self, facts: Iterable[Fact]) -> None:
        """Take the first facts in and run every rule once over all of them, then to the end."""
        for fact in facts:
            self._state(fact)
        for one in self.indexed:
            self._fire_whole(one)
        if self._same in self.facts.links:
            self._replace(list(self.facts.links[self._same].pairs()))
        self._run()

    def add(self, facts: Iterable[Fact]) -> None:
        """Take further facts in, with all that follows."""
        new: dict[_Name, list[_One]] = defaultdict(list)
        for fact in facts:
            if self._state(fact):
                name, x, y = fact
                new[name, y == TYPE].append(x if y == TYPE else (x, y))
        self._round += 1
        for named, found in new.items():
            self._fire(named, found)
        self._run()

    def _state(self, fact: Fact) -> bool:
        """Take a stated fact in; return whether it was not known."""
        name, x, y = fact
        if self.knows(fact):
            if self._ranks[name, y == TYPE].pop(x if y == TYPE else (x, y), None) is None:
                self._more[fact] += 1
            return False
        self._insert(fact)
        return True

    def _insert(self, fact: Fact) -> None:
        name, x, y = fact
        if y == TYPE:
            self.facts.members[name].add(x)
        else:
            self.facts.links[name].add(x, y)

    # ------------------------------------------------------------------------------------------------
    # The fixpoint

    def _run(self) -> None:
        """Merge what waits and join it with all that is known, until nothing waits."""
        while self._waiting:
            self._round += 1
            named = next(iter(self._waiting))
            found = self._waiting.pop(named)
            name, is_class = named
            self._ranks[named].update(dict.fromkeys(found, self._round))
            if is_class:
                self.facts.members[name] |= found
            else:
                links = self.facts.links[name]
                for x, y in found:
                    links.add(x, y)
            self._left -= len(found)
            if self._left < 0:
                what = f"more than {self._most:,} statements follow: the rules do not come to an end, and were stopped"
                raise GraphError(
                    what, mend="look for a chain or a transitive property that feeds itself, or allow more with --most"
                )
            self._fire(named, found)

    def _found(self, fact: Fact) -> None:
        """Let a fact wait that follows, unless it is known."""
        if not self.knows(fact):
            name, x, y = fact
            one = x if y == TYPE else (x, y)
            self._waiting.setdefault((name, y == TYPE), set()).add(one)

    def _found_members(self, name: int, members: set[int]) -> None:
        new = members - self.facts.members[name]
        if new:
            self._waiting.setdefault((name, True), set()).update(new)

    def _fire_whole(self, one: Indexed) -> None:
        """Apply a rule to all facts at once: from its smallest atom."""
        if not one.rule.body:
            self._fire_plan(planned(one.rule, None, ()), [None])
            return
        place, slot = min(enumerate(one.rule.body), key=lambda pair: self._size(pair[1]))
        if self._size(slot):
            self._fire_quickly(one.forward[place], self._all(slot))

    def _size(self, slot: Slot) -> int:
        if slot.y == TYPE:
            return len(self.facts.members.get(slot.name, ()))
        links = self.facts.links.get(slot.name)
        return links.size if links is not None else 0

    def _all(self, slot: Slot) -> Iterable[_One]:
        return set(self.facts.members[slot.name]) if slot.y == TYPE else list(self.facts.links[slot.name].pairs())

    def _fire(self, named: _Name, found: Iterable[_One]) -> None:
        """Join new facts of one class or property with all that is known."""
        name, is_class = named
        for plan in self._forward.get(named, ()):
            self._fire_quickly(plan, found)
        if self._same in self.facts.links:
            if name == self._same and not is_class:
                self._replace(found)
            else:
                self._copy(named, found)

    def _fire_quickly(self, plan: Plan, found: Iterable[_One]) -> None:
        """Apply a plan to facts; the commonest shapes of rules as operations on whole sets."""
        rule, given = plan.rule, plan.given
        assert given is not None
        if plan.steps or rule.differ or rule.among or rule.fits or max(rule.start) >= 0 or given.x == given.y:
            shape = _shape(plan)
            if shape == "disjoint":
                both = self.facts.members.get(plan.steps[0].name, set()).intersection(found)
                found = sorted(both)
            elif shape == "functional":
                fore = self.facts.links[given.name].fore
                found = [pair for pair in found if fore[pair[0]].__class__ is set]
            self._fire_plan(plan, (_whole(given, one) for one in found))
        elif rule.head is not None and rule.head.y == TYPE:
            self._found_members(rule.head.name, _column(given, rule.head, found))
        elif rule.head is not None:
            turned = rule.head.x != given.x
            for x, y in found:
                self._found((rule.head.name, y, x) if turned else (rule.head.name, x, y))
        else:
            self._fire_plan(plan, (_whole(given, one) for one in found))

    def _fire_plan(self, plan: Plan, given: Iterable[Fact | None]) -> None:
        rule = plan.rule
        for fact in given:
            for row in joined(plan, self.facts, self.codes, fact):
                if rule.head is None:
                    self.violations[rule, tuple(put_together(slot, row) for slot in rule.body)] = None
                else:
                    self._found(put_together(rule.head, row))

    # ------------------------------------------------------------------------------------------------
    # Equality

    def _twins(self, x: int, y: int) -> Iterator[tuple[Fact, Fact]]:
        """Yield what is known of `x`, each with the same of `y`."""
        for name, members in list(self.facts.members.items()):
            if x in members:
                yield (name, x, TYPE), (name, y, TYPE)
        for name, links in list(self.facts.links.items()):
            if name != self._same:
                yield from (((name, x, z), (name, y, z)) for z in list(links.after(x)))
                yield from (((name, z, x), (name, z, y)) for z in list(links.before(x)))

    def _replace(self, pairs: Iterable[tuple[int, int]]) -> None:
        for x, y in pairs:
            for _, twin in self._twins(x, y):
                self._found(twin)

    def _copy(self, named: _Name, found: Iterable[_One]) -> None:
        name, is_class = named
        same: Links = self.facts.links[self._same]
        if is_class:
            for x in found:
                self._found_members(name, set(same.after(x)))
            return
        for x, y in found:
            for other in same.after(x):
                self._found((name, other, y))
            for other in same.after(y):
                self._found((name, x, other))


_REPLACEMENT: Final = Coded(Rule(_REPLACED, (), (), Atom("", 0)), (), (), None, (), (), ())


def _named(slot: Slot) -> _Name:
    return slot.name, slot.y == TYPE


def _whole(slot: Slot, one: _One) -> Fact:
    return (slot.name, *one) if isinstance(one, tuple) else (slot.name, one, TYPE)


def _column(given: Slot, head: Slot, found: Iterable[_One]) -> set[int]:
    if given.y == TYPE:
        return set(found)
    place = 0 if head.x == given.x else 1
    return {pair[place] for pair in found}


def _shape(plan: Plan) -> str:
    """Return "disjoint" for two classes of one member, "functional" for two values of one thing, "" for any other shape."""
    given, steps = plan.given, plan.steps
    if given is None or len(steps) != 1:
        return ""
    if given.y == TYPE and steps[0].y == TYPE and given.x == steps[0].x and plan.rule.head is None:
        return "disjoint"
    same = given.y != TYPE and steps[0].name == given.name and steps[0].x == given.x and bool(plan.rule.differ)
    return "functional" if same else ""
