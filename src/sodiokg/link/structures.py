"""Judge what a database of structures answered: does the composition exist there, and if not, which others of its elements do."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final

from sodiokg.graph.stoichiometry import is_same, recorded_amounts, system, written
from sodiokg.link.outcomes import Outcome, Record, unkept

__all__ = ["Reading", "judged", "unfit"]

_MOST: Final = 12  # formulas that a remark names


@dataclass(frozen=True, slots=True)
class Reading:
    """The records that answer one question, over all pages; `broken` says why there may be more, and `kept` is False if not asked."""

    records: tuple[Record, ...] = ()
    date: str = ""
    broken: str = ""
    reached: bool = True
    kept: bool = True


def unfit(blank: Outcome) -> Outcome:
    """Return `blank` as not asked, because the thing has no fixed composition."""
    return replace(blank, status="not asked", remark="it has no fixed composition to ask by")


def judged(blank: Outcome, exact: Reading, others: Callable[[], Reading]) -> Outcome:
    """Return what came of the question for a composition; `others` asks for its elements, where the composition is not there."""
    told = replace(blank, date=exact.date)
    if not exact.kept:
        return unkept(blank)
    if not exact.reached:
        return replace(told, status="not reached", remark=exact.broken)
    formula = blank.inquiry.formula
    same = tuple(record for record in exact.records if is_same(formula, record.formula))
    if exact.broken:
        return replace(told, status="partial", records=same, remark=exact.broken)
    if same:
        return replace(told, status="found", records=same, remark=_strange(exact.records, same))
    if exact.records:
        return replace(told, status="partial", remark=_strange(exact.records, ()))
    if len(system(formula)) == 1:
        return replace(told, status="none")
    return _neighbours(told, others())


def _strange(records: tuple[Record, ...], same: tuple[Record, ...]) -> str:
    wrong = len(records) - len(same)
    return f"{wrong} of {len(records)} records have another composition than was asked for" if wrong else ""


def _neighbours(told: Outcome, reading: Reading) -> Outcome:
    """Return "differs" with the compositions of the same elements, "none" where there are none, "partial" where that is not known."""
    if not reading.kept or not reading.reached or reading.broken:
        why = "offline, and no answer is kept" if not reading.kept else reading.broken
        return replace(told, status="partial", remark=f"not of this composition; of its elements: {why}")
    found = _formulas(reading.records, set(system(told.inquiry.formula)))
    if not found:
        return replace(told, status="none")
    more = f" and {len(found) - _MOST} more" if len(found) > _MOST else ""
    return replace(told, status="differs", remark=f"of its elements there are {', '.join(found[:_MOST])}{more}")


def _formulas(records: Iterable[Record], elements: set[str]) -> list[str]:
    told = (recorded_amounts(record.formula) for record in records)
    return sorted({written(one) for one in told if set(one) == elements})
