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
    """A rule that would give the conclusion: its axiom, and of its premises what holds, what is missing and which tests fail, in words.

    `lacking` is what no study was found to say, `unlisted` what tables and ontology do not say of something that is no study's own; `size` is
    how many premises and tests are not met.
    """

    axiom: Axiom
    there: tuple[Fact, ...]
    lacking: tuple[str, ...]
    unlisted: tuple[str, ...]
    failed: tuple[str, ...]
    size: int


def nearest(reasoner: Reasoner, goal: Fact, name: Name = told, depth: int = 2) -> tuple[Missing, ...]:
    """Return the rules that would give a fact that is not known, in the words of `name`, those first that lack least.

    A rule that only asks for a narrower class gives way to the rules for that class, `depth` times. One of which no more holds and more
    is missing than of another is left out.
    """
    found: dict[tuple[object, ...], Missing] = {}
    for rule in reasoner.engine.rules:
        if rule.head is None or rule.head.name != goal[0] or (rule.head.y == TYPE) != (goal[2] == TYPE):
            continue
        row = list(rule.start)
        row[rule.head.x] = goal[1]
        if goal[2] != TYPE:
            row[rule.head.y] = goal[2]
        narrower = rule.body[0] if len(rule.body) == 1 and rule.body[0].y == TYPE else None
        if narrower is not None and depth and (below := nearest(reasoner, (narrower.name, goal[1], TYPE), name, depth - 1)):
            found |= {_key(one): one for one in below}
            continue
        best = min(_ways(rule, row, reasoner, name), key=_order)
        found[_key(best)] = best
    kept = [one for one in found.values() if not any(_is_nearer(other, one) for other in found.values())]
    return tuple(sorted(kept, key=lambda one: (*_order(one), str(one.axiom))))


def _key(one: Missing) -> tuple[object, ...]:
    return one.axiom, one.lacking, one.unlisted, one.failed


def _is_nearer(one: Missing, other: Missing) -> bool:
    return one.size < other.size and set(one.there) >= set(other.there)


def _order(one: Missing) -> tuple[int, int]:
    return one.size, -len(one.there)


def _ways(rule: Coded, row: list[int], reasoner: Reasoner, name: Name) -> Iterator[Missing]:
    """Yield ways to meet the premises of a rule; what hangs on a missing premise is missing with it."""
    left = [_BRANCHES]

    def walk(place: int, there: tuple[Fact, ...], lacking: tuple[Slot, ...]) -> Iterator[Missing]:
        left[0] -= 1
        if place == len(rule.body):
            failed = tuple(words for x, words in _unfit(rule, row, reasoner, name) if row[x] != _FREE)
            words = _Words(rule, row, reasoner, name, lacking)
            unlisted, told = words.unlisted(), words.all()
            yield Missing(rule.rule.axiom, tuple(dict.fromkeys(there)), told, unlisted, failed, len(lacking) + len(failed))
            return
        slot = rule.body[place]
        free = [end for end in (slot.x, slot.y) if end != TYPE and row[end] == _FREE]
        hangs = any(end in (other.x, other.y) for end in free for other in lacking)
        for x, y in _meeting(slot, row, reasoner.engine.facts) if left[0] > 0 and not hangs else ():
            row[slot.x] = x
            if slot.y != TYPE:
                row[slot.y] = y
            yield from walk(place + 1, (*there, put_together(slot, row)), lacking)
            for end in free:
                row[end] = _FREE
        yield from walk(place + 1, there, (*lacking, slot))

    yield from walk(0, (), ())


def _unfit(rule: Coded, row: list[int], reasoner: Reasoner, name: Name) -> Iterator[tuple[int, str]]:
    """Yield the places that are in no range that is asked for, or are not known, with the range in words."""
    terms = reasoner.codes.terms
    for x, within, wanted in rule.fits:
        if row[x] == _FREE or lies_within(terms[row[x]], within) is not wanted:
            subject = "" if row[x] == _FREE else f"{name(terms[row[x]])} "
            yield x, f"{subject}lies {'' if wanted else 'not '}in {within}"


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


class _Words:
    """What is missing in words: ``X forms phase something that is sodium alloy phase and has element Sn``."""

    def __init__(self, rule: Coded, row: list[int], reasoner: Reasoner, name: Name, lacking: tuple[Slot, ...]) -> None:
        self._left = dict.fromkeys(lacking)
        self._row = row
        self._name = name
        self._terms = reasoner.codes.terms
        self._ranges = {x: words for x, words in _unfit(rule, row, reasoner, name) if row[x] == _FREE}

    def unlisted(self) -> tuple[str, ...]:
        """Return the phrases on things that are no study's own."""
        return tuple(self._said(slot) for slot in list(self._left) if self._is_common(slot))

    def _is_common(self, slot: Slot) -> bool:
        known = self._row[slot.x]
        return known != _FREE and "/document/" not in str(self._terms[known])

    def all(self) -> tuple[str, ...]:
        """Return one phrase for each thing that is known, with what is asked of unknown things within it, then what is left."""
        known = [slot for slot in self._left if self._row[slot.x] != _FREE]
        return (*map(self._said, known), *self._others())

    def _said(self, slot: Slot) -> str:
        del self._left[slot]
        return f"{self._thing(slot.x)} {self._verb(slot)}"

    def _others(self) -> Iterator[str]:
        while self._left:
            yield self._thing(next(iter(self._left)).x)

    def _verb(self, slot: Slot) -> str:
        return f"is {self._tell(slot.name)}" if slot.y == TYPE else f"{self._tell(slot.name)} {self._thing(slot.y)}"

    def _tell(self, code: int) -> str:
        return self._name(self._terms[code])

    def _thing(self, place: int) -> str:
        if self._row[place] != _FREE:
            return self._tell(self._row[place])
        asked = []
        for slot in [slot for slot in self._left if slot.x == place]:
            if slot in self._left:
                del self._left[slot]
                asked.append(self._verb(slot))
        if place in self._ranges:
            asked.append(self._ranges.pop(place))
        return f"something that {' and '.join(asked)}" if asked else "something"
