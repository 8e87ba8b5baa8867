"""What a text covers: which work it tells of for which strategy on which substrate, and of which it gives a number or a mechanism."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

from sodiokg.audit.facts import Fact, Value
from sodiokg.model import Claim, Records

__all__ = ["Coverage", "Described", "coverage_facts", "coverage_of"]


@dataclass(frozen=True, slots=True)
class Described:
    """A work that a text describes alone, where it does so first, and whether it gives a number and a mechanism of it."""

    number: int
    label: str
    start: int
    end: int
    has_number: bool
    has_mechanism: bool

    @property
    def carries(self) -> str:
        """Return "both", "number", "mechanism" or "neither"."""
        return (
            "both"
            if self.has_number and self.has_mechanism
            else ("number" if self.has_number else "mechanism" if self.has_mechanism else "neither")
        )


@dataclass(frozen=True, slots=True)
class Coverage:
    """The works by strategy and substrate, the works described alone, and the open questions that the text states."""

    cells: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    works: tuple[Described, ...] = ()
    questions: tuple[str, ...] = ()


def coverage_of(records: Records) -> Coverage:
    """Return what a text covers."""
    asked = [record.quote for record in records.claims if record.polarity == "open_question"]
    asked += [record.span for record in records.statements if record.polarity == "open_question"]
    return Coverage(_cells(records), tuple(_described(records)), tuple(dict.fromkeys(" ".join(one.split()) for one in asked)))


def coverage_facts(coverage: Coverage) -> Iterator[Fact]:
    """Yield the rows of the coverage, the works that the text describes, and how many of them carry what."""
    for strategy in sorted({strategy for strategy, _ in coverage.cells}):
        cells = [(_spelled(substrate), works) for (name, substrate), works in coverage.cells.items() if name == strategy]
        told: dict[str, Value] = {"strategy": _spelled(strategy), "there": ", ".join(name for name, works in cells if works)}
        yield Fact("CoverageRow", 0, 0, (*told.items(), ("missing", ", ".join(name for name, works in cells if not works))))
    for work in coverage.works:
        values: dict[str, Value] = {"number": work.number, "label": work.label}
        values |= {"hasNumber": work.has_number, "hasMechanism": work.has_mechanism}
        yield Fact("DescribedStudy", work.start, work.end, tuple(values.items()))
    if coverage.works:
        carried = Counter(work.carries for work in coverage.works)
        counts = tuple((name, carried[name]) for name in ("both", "number", "mechanism", "neither"))
        yield Fact("Carried", 0, 0, (("works", len(coverage.works)), *counts))


def _cells(records: Records) -> dict[tuple[str, str], tuple[str, ...]]:
    works: dict[tuple[str, str], set[str]] = defaultdict(set)
    for claim in records.claims:
        for strategy in claim.strategy_class:
            if claim.substrate_class != "other":
                named = [claim.study] if claim.study else []
                works[strategy, claim.substrate_class].update([f"[{number}]" for number in claim.ref] or named)
    strategies, substrates = ({key[place] for key in works} for place in (0, 1))
    return {key: tuple(sorted(works.get(key, ()), key=_order)) for key in product(sorted(strategies), sorted(substrates))}


def _order(work: str) -> tuple[int, str]:
    return (int(work[1:-1]), "") if work[1:-1].isdecimal() else (0, work)


def _described(records: Records) -> Iterator[Described]:
    """Yield each work that the text describes alone, by its first description."""
    numbered = {number.ref[0] for number in records.measurements if len(number.ref) == 1 and number.role == "result"}
    explained = {claim.ref[0] for claim in records.claims if len(claim.ref) == 1 and claim.mechanisms}
    labels = {reference.number: reference.label for reference in records.document.references}
    first: dict[int, Claim] = {}
    for claim in records.claims:
        if len(claim.ref) == 1:
            first.setdefault(claim.ref[0], claim)
    for number, claim in sorted(first.items()):
        yield Described(number, labels.get(number, ""), claim.start, claim.end, number in numbered, number in explained)


def _spelled(key: str) -> str:
    return key.replace("_", " ") if key.islower() else key
