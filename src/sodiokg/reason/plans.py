"""Rules in numbers, and the joins that find what they conclude.

A plan binds the variables of a rule from one fact, a body atom that is new or the head that is asked for, and walks the other atoms in an
order in which each is reached from what is bound.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode

from sodiokg.reason.codes import Codes, lies_within
from sodiokg.reason.expressions import DataRange
from sodiokg.reason.facts import Facts
from sodiokg.reason.rules import Among, Atom, Differ, Fits, Rule

__all__ = ["TYPE", "Coded", "Fact", "Indexed", "Plan", "Slot", "indexed", "joined", "planned", "put_together"]

# (class or property, member, TYPE) for a membership, (property, from, to) for a link.
Fact = tuple[int, int, int]
TYPE: Final = -1
_FREE: Final = -1


@dataclass(frozen=True, slots=True)
class Slot:
    """An atom in numbers: the places of its arguments among a rule's variables and constants; `y` is TYPE for a membership."""

    name: int
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Coded:
    """A rule in numbers: variables and constants share one row of places, in which the constants stand from the start."""

    rule: Rule
    start: tuple[int, ...]
    body: tuple[Slot, ...]
    head: Slot | None
    differ: tuple[tuple[int, int], ...]
    among: tuple[tuple[int, frozenset[int]], ...]
    fits: tuple[tuple[int, DataRange, bool], ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What to bind first, None for nothing, and the atoms to walk then."""

    rule: Coded
    given: Slot | None
    steps: tuple[Slot, ...]


def coded(rule: Rule, codes: Codes) -> Coded:
    """Return a rule in numbers."""
    places: dict[int | NamedNode | Literal, int] = {}

    def place(argument: int | NamedNode | Literal) -> int:
        return places.setdefault(argument, len(places))

    def slot(atom: Atom) -> Slot:
        return Slot(codes.of_iri(atom.name), place(atom.x), TYPE if atom.y is None else place(atom.y))

    body = tuple(map(slot, rule.body))
    head = None if rule.head is None else slot(rule.head)
    differ = tuple((place(test.x), place(test.y)) for test in rule.tests if isinstance(test, Differ))
    among = tuple((place(t.x), frozenset(map(codes.of, t.values))) for t in rule.tests if isinstance(t, Among))
    fits = tuple((place(test.x), test.within, test.wanted) for test in rule.tests if isinstance(test, Fits))
    start = tuple(_FREE if isinstance(argument, int) else codes.of(argument) for argument in places)
    return Coded(rule, start, body, head, differ, among, fits)


def planned(rule: Coded, given: Slot | None, rest: Sequence[Slot]) -> Plan:
    """Return the plan that binds `given` and then walks the rest, always what most is bound of first."""
    bound = {place for place, value in enumerate(rule.start) if value != _FREE}
    bound |= _places(given)
    left, steps = list(rest), []
    while left:
        best = max(left, key=lambda slot: (len(_places(slot) & bound) - len(_places(slot)), len(_places(slot) & bound)))
        left.remove(best)
        steps.append(best)
        bound |= _places(best)
    return Plan(rule, given, tuple(steps))


@dataclass(frozen=True, slots=True)
class Indexed:
    """A rule with its plans: one from each atom of its body forward, and one from its head backward where it has one."""

    rule: Coded
    forward: tuple[Plan, ...]
    backward: Plan | None


def indexed(rule: Rule, codes: Codes) -> Indexed:
    """Return a rule with its plans, in numbers."""
    one = coded(rule, codes)
    forward = (planned(one, slot, one.body[:place] + one.body[place + 1 :]) for place, slot in enumerate(one.body))
    return Indexed(one, tuple(forward), None if one.head is None else planned(one, one.head, one.body))


def _places(slot: Slot | None) -> set[int]:
    return set() if slot is None else {slot.x} if slot.y == TYPE else {slot.x, slot.y}


def joined(plan: Plan, facts: Facts, codes: Codes, given: Fact | None = None) -> Iterator[list[int]]:
    """Yield what the places of a rule are where its body holds; the one list is changed between one and the next."""
    row = list(plan.rule.start)
    if given is not None and plan.given is not None and not _bind(row, plan.given, given):
        return
    if plan.steps and _is_hopeless(plan.steps[0], row, facts):
        return
    yield from _walk(plan, 0, row, facts, codes)


def _is_hopeless(slot: Slot, row: list[int], facts: Facts) -> bool:
    """Return whether an atom cannot hold for what is bound, at a glance: most joins end here."""
    x = row[slot.x]
    if slot.y == TYPE:
        return x != _FREE and x not in facts.members.get(slot.name, ())
    links = facts.links.get(slot.name)
    return links is None or (x != _FREE and x not in links.fore) or (row[slot.y] != _FREE and row[slot.y] not in links.back)


def _bind(row: list[int], slot: Slot, fact: Fact) -> bool:
    """Put a fact's values into their places; return whether they fit what stands there."""
    _, x, y = fact
    if row[slot.x] not in (_FREE, x):
        return False
    row[slot.x] = x
    if slot.y != TYPE:
        if row[slot.y] not in (_FREE, y):
            return False
        row[slot.y] = y
    return True


def _walk(plan: Plan, step: int, row: list[int], facts: Facts, codes: Codes) -> Iterator[list[int]]:
    if step == len(plan.steps):
        yield from _tested(plan.rule, row, codes)
        return
    slot = plan.steps[step]
    free_x, free_y = row[slot.x] == _FREE, slot.y != TYPE and row[slot.y] == _FREE
    for x, y in _matching(slot, row, free_x, free_y, facts):
        row[slot.x] = x
        if slot.y != TYPE:
            row[slot.y] = y
        yield from _walk(plan, step + 1, row, facts, codes)
    if free_x:
        row[slot.x] = _FREE
    if free_y:
        row[slot.y] = _FREE


def _matching(slot: Slot, row: list[int], free_x: bool, free_y: bool, facts: Facts) -> Iterable[tuple[int, int]]:
    """Return the facts that an atom can stand for, given what is bound; of the many that meet at one thing none before it is asked for."""
    x = row[slot.x]
    if slot.y == TYPE:
        members = facts.members.get(slot.name, ())
        return [(one, TYPE) for one in members] if free_x else ((x, TYPE),) if x in members else ()
    links = facts.links.get(slot.name)
    if links is None:
        return ()
    y = row[slot.y]
    if not free_x and not free_y:
        return ((x, y),) if links.has(x, y) else ()
    if not free_x:
        return ((x, other) for other in links.after(x))
    if not free_y:
        return ((other, y) for other in links.before(y))
    pairs = list(links.pairs())
    return [(one, other) for one, other in pairs if one == other] if slot.x == slot.y else pairs


def _tested(rule: Coded, row: list[int], codes: Codes) -> Iterator[list[int]]:
    """Yield the row where the tests hold; what only a list of values binds takes each of them in turn."""
    for place, values in rule.among:
        if row[place] == _FREE:
            for value in sorted(values):
                row[place] = value
                yield from _tested(rule, row, codes)
            row[place] = _FREE
            return
    if _holds(rule, row, codes):
        yield row


def _holds(rule: Coded, row: Sequence[int], codes: Codes) -> bool:
    """Return whether the tests of a rule hold of what its places are."""
    return (
        all(row[x] != row[y] for x, y in rule.differ)
        and all(row[place] in values for place, values in rule.among)
        and all(lies_within(codes.terms[row[place]], within) is wanted for place, within, wanted in rule.fits)
    )


def put_together(slot: Slot, row: Sequence[int]) -> Fact:
    """Return the fact that an atom is for what the places are."""
    return slot.name, row[slot.x], TYPE if slot.y == TYPE else row[slot.y]
