"""Which study tells what: results with their conditions for the rules on reporting, strategies by substrates for the coverage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

from pyoxigraph import NamedNode

from sodiokg.audit.facts import Fact, Value
from sodiokg.model import Claim, Measurement, Records
from sodiokg.names import concept

__all__ = ["Coverage", "coverage_facts", "coverage_of"]

Coverage = dict[tuple[str, str], int]


def coverage_facts(records: Records, kind: str) -> Iterator[Fact]:
    """Yield the first result of each study and quantity, every quantity that a study tells, and the cells of the coverage."""
    seen: set[tuple[str, str]] = set()
    for number in records.measurements:
        study = study_of(number, kind)
        if not study or number.property == "other":
            continue
        quantity = NamedNode(concept(number.property))
        yield _fact("Told", number, study=study, quantity=quantity)
        if number.role == "result" and number.value is not None and (study, number.property) not in seen:
            seen.add((study, number.property))
            yield _fact("Result", number, study=study, quantity=quantity, printed=number.span)
    coverage = coverage_of(records)
    for strategy in sorted({strategy for strategy, _ in coverage}):
        cells = [(_spelled(substrate), number) for (name, substrate), number in coverage.items() if name == strategy]
        told: dict[str, Value] = {"strategy": _spelled(strategy), "there": ", ".join(name for name, number in cells if number)}
        yield Fact("CoverageRow", 0, 0, (*told.items(), ("missing", ", ".join(name for name, number in cells if not number))))
    yield from _studies(records)


def _fact(kind: str, number: Measurement, **values: Value) -> Fact:
    return Fact(kind, number.start, number.end, tuple(values.items()))


def study_of(record: Measurement | Claim, kind: str) -> str:
    """Return whose result a record is, "" for several works at once; in research what cites nobody is the text's own."""
    if len(record.ref) == 1:
        return f"[{record.ref[0]}]"
    if record.ref:
        return ""
    return record.study or ("this work" if record.attribution == "own_result" or kind == "research" else "")


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
