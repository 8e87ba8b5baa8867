"""Numbers that no study states and that follow from those it does: the cumulative capacity of a cycling test."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from sodiokg.comparison.results import Amount, Condition, Result
from sodiokg.graph.labels import SIGNS

__all__ = ["BY_CYCLES", "BY_TIME", "CUMULATIVE", "Derived", "cumulative_capacities"]

CUMULATIVE: Final = "cumulative_capacity"
BY_TIME: Final = "current density × cycling time / 2"
BY_CYCLES: Final = "areal capacity × cycles"
_UNIT: Final = "mAh cm⁻²"
_EXACT: Final = frozenset({"="})
_BOUNDS: Final = frozenset({"<", "<=", ">", ">="})


@dataclass(frozen=True, slots=True)
class Derived:
    """A capacity in mAh cm⁻² with the formula, the numbers that went in and their records."""

    low: Decimal
    high: Decimal
    comparator: str
    formula: str
    inserted: str
    records: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.number} {_UNIT}"

    @property
    def number(self) -> str:
        """Return the number without its unit; a bound is that of the end that it bounds.

        >>> Derived(Decimal("41.25"), Decimal("68.75"), "max", "", "", ()).number
        '41.3 to 68.8'
        >>> Derived(Decimal("41.25"), Decimal("68.75"), ">", "", "", ()).number
        '> 41.3'
        """
        if self.low == self.high or self.comparator in _BOUNDS:
            end = self.high if self.comparator in {"<", "<="} else self.low
            return SIGNS.get(self.comparator, "") + _rounded(end)
        about = SIGNS["~"] if self.comparator == "~" else ""
        return f"{about}{_rounded(self.low)} to {_rounded(self.high)}"


def cumulative_capacities(results: tuple[Result, ...]) -> tuple[Derived, ...]:
    """Return the capacity plated in a test, by each of the two formulas that its numbers allow; each counts once.

    Half of the cycling time is plating. Where current densities follow each other, they give the ends of a range.
    """
    found: dict[tuple[str, str], Derived] = {}
    for derived in [*_by_time(results), *_by_cycles(results)]:
        found.setdefault((derived.formula, derived.inserted), derived)
    return tuple(found.values())


def _by_time(results: tuple[Result, ...]) -> Iterator[Derived]:
    for time, record, result in _numbers(results, "cycling_time", "h"):
        if steps := _conditions(result, "current_density", "mA/cm²"):
            yield from _product(steps, time, record, BY_TIME, Decimal("0.5"), " / 2")


def _by_cycles(results: tuple[Result, ...]) -> Iterator[Derived]:
    for cycles, record, result in _numbers(results, "cycle_count", "cycles"):
        if loads := _conditions(result, "areal_capacity", "mAh/cm²"):
            yield from _product(loads, cycles, record, BY_CYCLES, Decimal(1), "")


def _numbers(results: tuple[Result, ...], kind: str, unit: str) -> Iterator[tuple[Amount, str, Result]]:
    """Yield the numbers of a kind, whether they are results or what another result of the test was read after."""
    for result in results:
        if result.quantity == kind and result.amount.unit == unit:
            yield result.amount, result.records[0], result
        for condition in _conditions(result, kind, unit):
            yield condition.amount, condition.record, result


def _conditions(result: Result, kind: str, unit: str) -> tuple[Condition, ...]:
    return tuple(c for c in result.told(kind) if c.amount.unit == unit and c.amount.ends)


def _product(
    steps: tuple[Condition, ...], length: Amount, record: str, formula: str, factor: Decimal, ending: str
) -> Iterator[Derived]:
    """Yield the product; nothing where one number is bounded from above and the other from below."""
    signs = {step.amount.comparator for step in steps} | {length.comparator}
    comparator = _combined(signs - _EXACT)
    if comparator is None or length.ends is None:
        return
    ends = [end for step in steps for end in step.amount.ends or ()]
    inserted = f"{', then '.join(str(step.amount) for step in steps)} × {length}{ending}"
    records = (*(step.record for step in steps), record)
    low, high = min(ends) * length.ends[0] * factor, max(ends) * length.ends[1] * factor
    yield Derived(low, high, comparator, formula, inserted, records)


def _combined(signs: set[str]) -> str | None:
    """Return the comparator of a product of numbers with these, None where they say nothing together.

    >>> _combined(set()), _combined({"max", "~"}), _combined({"<", ">"})
    ('=', 'max', None)
    """
    firm = signs - {"~"}
    if len(firm) > 1:
        return None
    return next(iter(firm or signs), "=")


def _rounded(value: Decimal) -> str:
    """Return a number with at most three digits that mean something, and no exponent.

    >>> _rounded(Decimal("41.25")), _rounded(Decimal("550.0")), _rounded(Decimal("10000"))
    ('41.3', '550', '10000')
    """
    if not value:
        return "0"
    text = format(value.quantize(Decimal(1).scaleb(value.adjusted() - 2), ROUND_HALF_UP), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
