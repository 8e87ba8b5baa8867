"""Facts and all that follows from them, kept up to date as facts come and go.

A fact keeps the round in which it was found, and its grounds are older; so a removal only takes what has no older ground left, and looks
afterwards whether a newer one bears it (Delete and Rederive of Gupta, Mumick and Subrahmanian, 1993, with rounds as a well-founded order).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sodiokg.reason.fixpoint import Fixpoint, Step
from sodiokg.reason.plans import TYPE, Fact, joined, put_together

__all__ = ["Engine", "Step"]


class Engine(Fixpoint):
    """A fixpoint that facts can be taken back from."""

    def remove(self, facts: Iterable[Fact]) -> None:
        """Take back facts that were stated, with all that followed from nothing else; one stated elsewhere too stays."""
        gone: dict[Fact, None] = {}
        for fact in facts:
            if self._more[fact] > 0:
                self._more[fact] -= 1
            elif self.knows(fact) and not self.follows(fact):
                gone[fact] = None
        self._spread(gone)
        for fact in gone:
            self._drop(fact)
        self.violations = {step: None for step in self.violations if all(map(self.knows, step[1]))}
        self._round += 1
        for fact in gone:
            if next(self.steps(fact), None) is not None:
                self._found(fact)
        self._run()

    def _drop(self, fact: Fact) -> None:
        name, x, y = fact
        if y == TYPE:
            self.facts.members[name].discard(x)
        else:
            self.facts.links[name].drop(x, y)
            if not self.facts.links[name].size:
                del self.facts.links[name]
        if self._ranks[name, y == TYPE].pop(x if y == TYPE else (x, y), None) is not None:
            self._left += 1

    def _spread(self, gone: dict[Fact, None]) -> None:
        """Add to what goes all that followed from it and has no older ground that stays."""
        waiting = list(gone)
        while waiting:
            for fact in self._consequences(waiting.pop()):
                if fact not in gone and self.follows(fact) and not self._stands(fact, gone):
                    gone[fact] = None
                    waiting.append(fact)

    def is_older(self, step: Step, fact: Fact) -> bool:
        """Return whether all that a step rests on was known before a fact was found."""
        rank = self._rank(fact)
        return all(self._rank(one) < rank for one in step[1])

    def _stands(self, fact: Fact, gone: dict[Fact, None]) -> bool:
        return any(self.is_older(step, fact) and gone.keys().isdisjoint(step[1]) for step in self.steps(fact))

    def _rank(self, fact: Fact) -> int:
        name, x, y = fact
        return self._ranks.get((name, y == TYPE), {}).get(x if y == TYPE else (x, y), 0)

    def _consequences(self, fact: Fact) -> Iterator[Fact]:
        name, x, y = fact
        for plan in self._forward.get((name, y == TYPE), ()):
            if plan.rule.head is not None:
                for row in joined(plan, self.facts, self.codes, fact):
                    yield put_together(plan.rule.head, row)
        if self._same in self.facts.links:
            if name == self._same:
                yield from (twin for _, twin in self._twins(x, y))
            else:
                same = self.facts.links[self._same]
                yield from ((name, other, y) for other in same.after(x))
                yield from ((name, x, other) for other in (same.after(y) if y != TYPE else ()))
