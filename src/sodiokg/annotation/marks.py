"""Stretches of a text that are to be marked, cut so that they nest: HTML has no elements that overlap."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

__all__ = ["Mark", "Piece", "nested", "write"]

# Of two marks on the same stretch the one with the lower rank is outside.
_RANKS: Final = (
    "claim",
    "statement",
    "abstained",
    "effect",
    "mechanism",
    "phase",
    "citation",
    "remark",
    "condition",
    "result",
    "unread",
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the source text with the kind it is shown as; `key` names it on the page, `label` says it in words."""

    start: int
    end: int
    kind: str
    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a mark that lies wholly inside the marks around it; only the first piece carries the mark's name."""

    start: int
    end: int
    mark: Mark
    first: bool


def nested(marks: Iterable[Mark], start: int, end: int) -> list[Piece]:
    """Return the pieces of marks inside a stretch of text, outer before inner, none of which overlaps another without holding it."""
    heap = [
        (max(mark.start, start), -min(mark.end, end), _RANKS.index(mark.kind), number, mark)
        for number, mark in enumerate(marks)
        if mark.start < end and mark.end > start
    ]
    heapq.heapify(heap)
    pieces: list[Piece] = []
    open_ends: list[int] = []
    while heap:
        left, minus_right, rank, number, mark = heapq.heappop(heap)
        right = -minus_right
        while open_ends and open_ends[-1] <= left:
            open_ends.pop()
        if open_ends and right > open_ends[-1]:
            heapq.heappush(heap, (open_ends[-1], -right, rank, number, mark))
            right = open_ends[-1]
        open_ends.append(right)
        pieces.append(Piece(left, right, mark, left == mark.start))
    return pieces


def write(
    text: str,
    start: int,
    end: int,
    pieces: Iterable[Piece],
    opening: Callable[[Piece], str],
    closing: str,
    escape: Callable[[str], str],
) -> Iterator[str]:
    """Yield a stretch of text, escaped, with the tags of nested pieces around what they mark."""
    at = start
    open_ends: list[int] = []
    for piece in pieces:
        while open_ends and open_ends[-1] <= piece.start:
            yield escape(text[at : open_ends[-1]]) + closing
            at = open_ends.pop()
        yield escape(text[at : piece.start]) + opening(piece)
        at = piece.start
        open_ends.append(piece.end)
    while open_ends:
        yield escape(text[at : open_ends[-1]]) + closing
        at = open_ends.pop()
    yield escape(text[at:end])
