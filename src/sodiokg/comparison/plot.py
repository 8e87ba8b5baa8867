"""What a plot of a comparison shows: one point for each test that states both quantities, in the series of its group."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sodiokg.comparison.derived import BY_CYCLES, BY_TIME, CUMULATIVE
from sodiokg.comparison.drawing import Axis, Picture, Point, Series, drawn
from sodiokg.comparison.grid import Comparison, Group, Test
from sodiokg.comparison.printing import counted
from sodiokg.comparison.results import NOT_STATED, Amount
from sodiokg.errors import UsageError
from sodiokg.query.wording import did_you_mean

__all__ = ["plotted"]

_TEMPERATURE = "temperature"
_Span = tuple[Decimal, Decimal, str]


@dataclass(frozen=True, slots=True)
class _Axis:
    key: str
    name: str
    unit: str


def plotted(comparison: Comparison, x: str = "", y: str = "") -> str:
    """Return the plot of quantity `y` against `x` as SVG; usually of the first quantity against the current density.

    Raises UsageError for an unknown quantity, and where no test states both in one unit each.
    """
    names = _names(comparison)
    across = _axis(comparison, names, x or ("current_density" if "current_density" in names else CUMULATIVE))
    up = _axis(comparison, names, y or comparison.quantities[0][0])
    series = [Series(group.label, tuple(_points(group, across, up))) for group in comparison.groups]
    shown = [one for one in series if one.points]
    if not shown:
        mend = f"take others: {', '.join(names)}"
        raise UsageError(f"no test states both {across.name} and {up.name} as a number", mend=mend)
    return drawn(
        Picture(_title(comparison, across, up), _caption(comparison, across, up), _drawn(across), _drawn(up), tuple(shown))
    )


def _title(comparison: Comparison, x: _Axis, y: _Axis) -> str:
    where = comparison.title.partition(" on ")[2]
    return f"{y.name[:1].upper()}{y.name[1:]} against {x.name}{f', on {where}' if where else ''}"


def _drawn(axis: _Axis) -> Axis:
    derived = " (derived)" if axis.key == CUMULATIVE else ""
    return Axis(f"{axis.name}{derived}", axis.unit)


def _names(comparison: Comparison) -> dict[str, str]:
    """Return what can be an axis, by its key."""
    loads = {c.kind for test in comparison.tests for r in test.results for c in r.conditions if c.amount.ends and not c.band}
    names = {key: key.replace("_", " ") for key in sorted(loads)} | {
        _TEMPERATURE: "test temperature",
        CUMULATIVE: "cumulative capacity",
    }
    return names | dict(comparison.quantities)


def _axis(comparison: Comparison, names: dict[str, str], wanted: str) -> _Axis:
    key = wanted.strip().lower().replace("-", "_").replace(" ", "_")
    if key not in names:
        raise UsageError(f"nothing can be drawn against {wanted!r}", mend=did_you_mean(key, names) or f"take {', '.join(names)}")
    units = sorted({unit for test in comparison.tests for *_, unit in _spans(test, key)})
    return _Axis(key, names[key], _usual(units, comparison, key))


def _usual(units: Sequence[str], comparison: Comparison, key: str) -> str:
    """Return the unit that most numbers have; those in another are not drawn."""
    told = [unit for test in comparison.tests for *_, unit in _spans(test, key)]
    return max(units, key=lambda unit: (told.count(unit), unit), default="")


def _points(group: Group, x: _Axis, y: _Axis) -> Iterable[Point]:
    for test in group.tests:
        across = [span for span in _spans(test, x.key) if span[2] == x.unit]
        up = [span for span in _spans(test, y.key) if span[2] == y.unit]
        for one in up[:1]:
            for other in across[:1]:
                label = "".join(f"[{ref}]" for ref in test.refs) or test.study
                told = f"{label} {test.study}: {_words(test, y.key)} at {_words(test, x.key)}"
                yield Point((float(other[0]), float(other[1])), (float(one[0]), float(one[1])), _sign(test, y.key), label, told)


def _amounts(test: Test, key: str) -> list[Amount]:
    conditions = [c for r in test.results for c in r.conditions]
    if key == _TEMPERATURE:
        return [c.amount for c in conditions if c.band]
    return [result.amount for result in test.of(key)] or [c.amount for c in conditions if c.kind == key]


def _spans(test: Test, key: str) -> list[_Span]:
    """Return the ends and the unit of what a test states of a key, a sequence as one range."""
    if key == CUMULATIVE:
        return [(derived.low, derived.high, "mAh/cm²") for derived in test.derived]
    told: dict[str, list[Decimal]] = {}
    for amount in _amounts(test, key):
        told.setdefault(amount.unit, []).extend(amount.ends or ())
    return [(min(ends), max(ends), unit) for unit, ends in told.items() if ends]


def _words(test: Test, key: str) -> str:
    told = [str(derived) for derived in test.derived] if key == CUMULATIVE else [str(amount) for amount in _amounts(test, key)]
    return ", then ".join(dict.fromkeys(told))


def _sign(test: Test, key: str) -> str:
    """Return "<" or ">" for a number that bounds the true one, else ""."""
    signs = [d.comparator for d in test.derived] if key == CUMULATIVE else [a.comparator for a in _amounts(test, key)]
    return signs[0][:1] if signs and signs[0][:1] in {"<", ">"} else ""


def _caption(comparison: Comparison, x: _Axis, y: _Axis) -> str:
    """Return how many studies are drawn, and how many that state the one leave out the other."""
    stated = {axis.key: _works(comparison, axis) for axis in (x, y)}
    both = {work for test in comparison.tests if all(_spans(test, axis.key) for axis in (x, y)) for work in _keys(test)}
    lacking = [
        f"{one.name} {NOT_STATED} in {count} of {len(stated[other.key])} studies with {other.name}"
        for one, other in ((x, y), (y, x))
        if (count := len(stated[other.key] - both))
    ]
    formulas = f"Derived: {BY_TIME}, or {BY_CYCLES}." if CUMULATIVE in {x.key, y.key} else ""
    shown = f"{counted(len(both), 'study', 'studies')} drawn; {'; '.join(lacking)}".rstrip("; ")
    return " ".join(
        filter(
            None,
            [
                f"{shown}. Groups are not compared with each other; bars are ranges, arrows bounds; points that coincide stand side by side.",
                formulas,
            ],
        )
    )


def _works(comparison: Comparison, axis: _Axis) -> set[str]:
    return {work for test in comparison.tests if _spans(test, axis.key) for work in _keys(test)}


def _keys(test: Test) -> tuple[str, ...]:
    return test.results[0].works or test.results[0].records
