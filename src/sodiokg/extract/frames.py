"""The stretches of a text and who owns each: one study, a run of citations, or nobody but the text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from sodiokg.model import Attribution, Document, Remark

__all__ = ["Frame", "Frames", "Kind"]

Kind = Literal["described", "own", "listed", "general"]


@dataclass(frozen=True, slots=True)
class Frame:
    """A stretch of plain text that one study (or a run of studies, or nobody but the text) owns.

    `works` are reference numbers, or names where no reference list has them; `told` is how the text calls the study.
    """

    start: int
    end: int
    works: tuple[int | str, ...]
    kind: Kind
    strong: bool = False
    told: str = ""

    @property
    def refs(self) -> tuple[int, ...]:
        """Return the works that have numbers in the reference list."""
        return tuple(work for work in self.works if isinstance(work, int))

    def study(self, document: Document) -> str | None:
        """Return the name of the one work that a frame is of, from the reference list, else as the text calls it.

        Works without a number are known by their names alone: all of them, joined by semicolons.
        """
        if not self.refs:
            return self.unlisted
        if len(self.works) != 1:
            return None
        return next((entry.label for entry in document.references if entry.number == self.works[0]), None) or self.told or None

    @property
    def unlisted(self) -> str | None:
        """Return the names of works none of which has a number."""
        return None if self.refs else "; ".join(map(str, self.works)) or None

    @property
    def attribution(self) -> Attribution:
        """Return whose words or results stand here; what a run of citations shares is nobody's alone."""
        if not self.works:
            return "own_result" if self.kind == "own" else "own_statement"
        return "listed" if len(self.works) > 1 or self.kind == "listed" else "reported"

    @property
    def is_study(self) -> bool:
        """Tell whether the text describes this work (a cited one, or its own) rather than listing or generalising."""
        return self.kind in {"described", "own"}


@dataclass(frozen=True, slots=True)
class Frames:
    """The frames of a document, sorted and without overlap."""

    all: tuple[Frame, ...]
    remarks: tuple[Remark, ...] = ()

    def index(self, position: int) -> int | None:
        """Return the number of the frame that covers a plain offset."""
        index = bisect_right(self.all, position, key=lambda frame: frame.start) - 1
        return index if index >= 0 and position < self.all[index].end else None

    def at(self, position: int) -> Frame | None:
        """Return the frame that covers a plain offset."""
        index = self.index(position)
        return None if index is None else self.all[index]

    def owner(self, start: int, end: int) -> tuple[int, ...]:
        """Return the reference numbers that own a stretch of plain text; () where the text speaks for itself."""
        frame = self.at(start) or self.at(max(start, end - 1))
        return frame.refs if frame else ()
