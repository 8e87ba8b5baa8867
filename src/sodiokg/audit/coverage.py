"""Which study tells what: strategies by substrates, numbers and mechanisms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

from sodiokg.audit.facts import Fact, Value
from sodiokg.model import Claim, Records

__all__ = ["Coverage", "coverage_facts", "coverage_of"]

Coverage = dict[tuple[str, str], int]


def coverage_facts(records: Records) -> Iterator[Fact]:
    """Yield the rows of the coverage and the works that the text describes."""
    coverage = coverage_of(records)
    for strategy in sorted({strategy for strategy, _ in coverage}):
        cells = [(_spelled(substrate), number) for (name, substrate), number in coverage.items() if name == strategy]
        told: dict[str, Value] = {"strategy": _spelled(strategy), "there": ", ".join(name for name, number in cells if number)}
        yield Fact("CoverageRow", 0, 0, (*told.items(), ("missing", ", ".join(name for name, number in cells if not number))))
    yield from _studies(records)


def coverage_of(records: Records) -> Coverage:
    """Return how many works a text reports for each strategy on each class of substrate that it tells of."""
    works: dict[tuple[str, str], set[str]] = defaultdict(set)
    for claim in records.claims:
        for strategy in claim.strategy_class:
            if claim.substrate_class != "other":
                named = [claim.study] if claim.study else []
                works[strategy, claim.substrate_class].update(map(str, claim.ref) if claim.ref else named)
    strategies, substrates = ({key[place] for key in works} for place in (0, 1))
    return {key: len(works.get(key, ())) for key in product(sorted(strategies), sorted(substrates))}


def _studies(records: Records) -> Iterator[Fact]:
    """Yield each work that the text describes alone, with whether it gives a number and a mechanism for it."""
    numbered = {number.ref[0] for number in records.measurements if len(number.ref) == 1}
    explained = {claim.ref[0] for claim in records.claims if len(claim.ref) == 1 and claim.mechanisms}
    first: dict[int, Claim] = {}
    for claim in records.claims:
        if len(claim.ref) == 1:
            first.setdefault(claim.ref[0], claim)
    labels = {reference.number: reference.label for reference in records.document.references}
    for number, claim in first.items():
        told: dict[str, Value] = {"number": number, "label": labels.get(number, "")}
        told |= {"hasNumber": number in numbered, "hasMechanism": number in explained}
        yield Fact("DescribedStudy", claim.start, claim.end, tuple(told.items()))


def _spelled(key: str) -> str:
    return key.replace("_", " ") if key.islower() else key
