"""Figures of agreement: precision, recall and accuracy, and the disagreements that they count."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sodiokg.evaluation.gold import Entry

__all__ = ["Accuracy", "Disagreement", "Ratio", "Scores", "overlap", "pair"]


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many of the things read, and of those in the gold, are right; figures are rounded to four digits."""

    right: int
    read: int
    gold: int

    @property
    def precision(self) -> float:
        """Return the share of what was read that is right, 0 where nothing was read."""
        return round(self._precision, 4)

    @property
    def recall(self) -> float:
        """Return the share of the gold that was read right, 0 where there is no gold."""
        return round(self._recall, 4)

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        total = self._precision + self._recall
        return round(2 * self._precision * self._recall / total, 4) if total else 0.0

    @property
    def _precision(self) -> float:
        return self.right / self.read if self.read else 0.0

    @property
    def _recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Of how many matched pairs a field of one value is the same in both."""

    right: int
    of: int

    @property
    def share(self) -> float:
        """Return the share, 0 where nothing was matched."""
        return round(self.right / self.of, 4) if self.of else 0.0


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Where gold and reading differ: `what` is "missed", "spurious", or the level or field that is not the same."""

    what: str
    gold: Entry | None
    read: Entry | None

    @property
    def entry(self) -> Entry:
        """Return the record that shows the place: that of the gold, where there is one."""
        entry = self.gold or self.read
        assert entry is not None
        return entry


@dataclass(frozen=True, slots=True)
class Scores:
    """All figures of one kind of record over a number of documents; `levels` are followed by links and fields of several values."""

    kind: str
    documents: int
    levels: dict[str, Ratio]
    properties: dict[str, Ratio]
    accuracies: dict[str, Accuracy]
    disagreements: tuple[Disagreement, ...]


def overlap(one: Entry, other: Entry) -> int:
    """Return how many characters two records share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def pair(weights: Iterable[tuple[float, int, int]], gold: Sequence[Entry], read: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
    """Match one to one, the heaviest pair first; equal weights go by the order of the gold, then of the reading.

    `weights` yields (weight, index in `gold`, index in `read`) for every pair that may be matched.
    """
    free_gold, free_read = set(range(len(gold))), set(range(len(read)))
    matched = []
    for _, left, right in sorted(weights, key=lambda edge: (-edge[0], edge[1], edge[2])):
        if left in free_gold and right in free_read:
            free_gold.discard(left)
            free_read.discard(right)
            matched.append((gold[left], read[right]))
    return matched
