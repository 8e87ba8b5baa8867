"""What a conclusion lacks: of every rule that would give it, the way of meeting it that leaves least out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from sodiokg.reason.codes import lies_within
from sodiokg.reason.expressions import Axiom, Value, told
from sodiokg.reason.facts import Facts
from sodiokg.reason.plans import TYPE, Coded, Fact, Slot, put_together
from sodiokg.reason.reasoner import Reasoner

__all__ = ["Missing", "nearest"]

Name = Callable[[Value], str]
_FREE: Final = -1
_BRANCHES: Final = 2000  # bindings tried for one rule


@dataclass(frozen=True, slots=True)
class Missing:
    """A rule that would give the conclusion: its axiom, what of its premises holds, and what is missing in words."""

    axiom: Axiom
    there: tuple[Fact, ...]
    lacking: tuple[str, ...]


def nearest(reasoner: Reasoner, goal: Fact, name: Name = told, depth: int = 2) -> tuple[Missing, ...]:
    """Return the rules that would give a fact that is not known, in the words of `name`, those first that lack least.

    A rule that only asks for a narrower class gives way to the rules for that class, `depth` times.
    """
    found: dict[tuple[Axiom, tuple[str, ...]], Missing] = {}
    for rule in reasoner.engine.rules:
        if rule.head is None or rule.head.name != goal[0] or (rule.head.y == TYPE) != (goal[2] == TYPE):
            continue
        row = list(rule.start)
        row[rule.head.x] = goal[1]
        if goal[2] != TYPE:
            row[rule.head.y] = goal[2]
        narrower = rule.body[0] if len(rule.body) == 1 and rule.body[0].y == TYPE else None
        if narrower is not None and depth and (below := nearest(reasoner, (narrower.name, goal[1], TYPE), name, depth - 1)):
            found |= {(one.axiom, one.lacking): one for one in below}
            continue
        best = min(_ways(rule, row, reasoner, name), key=lambda way: (len(way.lacking), -len(way.there)))
        found[best.axiom, best.lacking] = best
    return tuple(sorted(found.values(), key=lambda one: (len(one.lacking), -len(one.there), str(one.axiom))))


def _ways(rule: Coded, row: list[int], reasoner: Reasoner, name: Name) -> Iterator[Missing]:
    left = [_BRANCHES]

    def walk(place: int, there: tuple[Fact, ...], lacking: tuple[str, ...]) -> Iterator[Missing]:
        left[0] -= 1
        if place == len(rule.body):
            failed = tuple(
                f"{name(reasoner.codes.terms[row[x]])} lies {'' if wanted else 'not '}in {within}"
                for x, within, wanted in rule.fits
                if row[x] != _FREE and lies_within(reasoner.codes.terms[row[x]], within) is not wanted
            )
            yield Missing(rule.rule.axiom, there, (*lacking, *failed))
            return
        slot = rule.body[place]
        free = [end for end in (slot.x, slot.y) if end != TYPE and row[end] == _FREE]
        for x, y in _meeting(slot, row, reasoner.engine.facts) if left[0] > 0 else ():
            row[slot.x] = x
            if slot.y != TYPE:
                row[slot.y] = y
            yield from walk(place + 1, (*there, put_together(slot, row)), lacking)
            for end in free:
                row[end] = _FREE
        yield from walk(place + 1, there, (*lacking, _words(slot, row, reasoner, name)))

    yield from walk(0, (), ())


def _meeting(slot: Slot, row: list[int], facts: Facts) -> list[tuple[int, int]]:
    """Return the facts that meet an atom of which something is bound; of one that nothing is bound of there is none to choose."""
    x = row[slot.x]
    if slot.y == TYPE:
        return [(x, TYPE)] if x != _FREE and x in facts.members.get(slot.name, ()) else []
    links, y = facts.links.get(slot.name), row[slot.y]
    if links is None:
        return []
    if x != _FREE and y != _FREE:
        return [(x, y)] if links.has(x, y) else []
    if x != _FREE:
        return [(x, other) for other in sorted(links.after(x))]
    return [(other, y) for other in sorted(links.before(y))[:_BRANCHES]] if y != _FREE else []


def _words(slot: Slot, row: list[int], reasoner: Reasoner, name: Name) -> str:
    """Return an atom in words, with "something" for what nothing is bound to."""
    terms = reasoner.codes.terms
    x = "something" if row[slot.x] == _FREE else name(terms[row[slot.x]])
    if slot.y == TYPE:
        return f"{x} is {name(terms[slot.name])}"
    y = "something" if row[slot.y] == _FREE else name(terms[row[slot.y]])
    return f"{x} {name(terms[slot.name])} {y}"
