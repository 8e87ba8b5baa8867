"""The comparison table: tests of studies in rows, quantities in columns, groups of what is tested alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from sodiokg.comparison.derived import CUMULATIVE, Derived, cumulative_capacities
from sodiokg.comparison.results import BY, FACETS, NOT_STATED, Condition, Result, obstacles
from sodiokg.errors import UsageError
from sodiokg.query.wording import did_you_mean
from sodiokg.tables import Cell, Table

__all__ = ["LOADS", "Comparison", "Group", "Test", "compared"]

LOADS: Final = ("current_density", "areal_capacity")
_CHOICES: Final = ("battery", *sorted(set(FACETS.values())))
_TOLD_BY_UNIT: Final = frozenset({"c_rate", "cycle_count", "cycling_time"})
_PHASES: Final = {"before": 0, "after": 2}
_OF_CELLS: Final = frozenset({"Cell", "FullCell"})


@dataclass(frozen=True, slots=True)
class Test:
    """What one study measured in one set-up under one load."""

    results: tuple[Result, ...]
    derived: tuple[Derived, ...]

    @property
    def refs(self) -> tuple[str, ...]:
        """Return the reference numbers of the study."""
        return self.results[0].refs

    @property
    def study(self) -> str:
        """Return what the study is called."""
        return "; ".join(self.results[0].studies) or "no study named"

    @property
    def temperature(self) -> str:
        """Return the test temperature as it is printed; "" where it is not stated."""
        told = (str(c.amount) for result in self.results for c in result.conditions if c.band)
        return "; ".join(dict.fromkeys(told))

    def facet(self, name: str) -> str:
        """Return what a facet of the test is; "" where it is not stated."""
        return next(filter(None, (result.facet(name) for result in self.results)), "")

    def of(self, quantity: str) -> tuple[Result, ...]:
        """Return the numbers of a quantity."""
        return tuple(result for result in self.results if result.quantity == quantity)


@dataclass(frozen=True, slots=True)
class Group:
    """Tests that agree in the facets that the comparison goes by; numbers of two groups are never compared."""

    facets: tuple[tuple[str, str], ...]
    tests: tuple[Test, ...]

    @property
    def label(self) -> str:
        """Return the facets in words."""
        return ", ".join(value or f"{name} {NOT_STATED}" for name, value in self.facets)

    def comparable(self, quantity: str) -> tuple[tuple[Result, Result], ...]:
        """Return the pairs of numbers of different studies that everything needed is stated for and agrees."""
        complete = [result for result in self._of(quantity) if not result.lacks]
        pairs = ((one, other) for one, other in combinations(complete, 2) if one.works != other.works)
        return tuple(pair for pair in pairs if not obstacles(*pair))

    def reasons(self, quantity: str) -> tuple[str, ...]:
        """Return why numbers of this quantity cannot be compared here; nothing where there are none of two studies, or all can."""
        results = self._of(quantity)
        return obstacles(*results) if len({result.works for result in results}) > 1 else ()

    def _of(self, quantity: str) -> list[Result]:
        return [result for test in self.tests for result in test.of(quantity)]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The groups of a comparison, the quantities that it shows (key, name), and what else its rows tell."""

    title: str
    groups: tuple[Group, ...]
    quantities: tuple[tuple[str, str], ...]
    conditions: tuple[str, ...]

    @property
    def tests(self) -> tuple[Test, ...]:
        """Return the tests of all groups, in order."""
        return tuple(test for group in self.groups for test in group.tests)

    @property
    def studies(self) -> int:
        """Return the number of distinct studies."""
        return len({work for test in self.tests for result in test.results for work in result.works})

    def table(self) -> Table:
        """Return all tests as one table, with the facets of their groups, and records, quotes and sources of their numbers."""
        names = [name for name, _ in self.groups[0].facets] if self.groups else list(BY)
        keys = [key for key, _ in self.quantities]
        columns = (
            *names,
            *("refs", "study", "on", "test_temperature"),
            *self.conditions,
            *keys,
            *(CUMULATIVE, "derived_by", "attribution", "source", "records", "quotes"),
        )
        rows = tuple(
            (*(v or NOT_STATED for _, v in group.facets), *self._row(test)) for group in self.groups for test in group.tests
        )
        return Table(tuple(columns), rows, self.title, {CUMULATIVE: "derived"})

    def _row(self, test: Test) -> tuple[Cell, ...]:
        shown = [result for key, _ in self.quantities for result in test.of(key)]
        return (
            *(test.refs, test.study, test.facet("on") or NOT_STATED, test.temperature or NOT_STATED),
            *(test.facet(name) or NOT_STATED for name in self.conditions),
            *(numbers(test.of(key), self.conditions) for key, _ in self.quantities),
            derived_numbers(test),
            tuple(f"{derived.formula}: {derived.inserted}" for derived in test.derived),
            _distinct(part for result in shown for part in result.attributions),
            _distinct(part for result in shown for part in result.sources),
            _distinct(part for result in shown for part in result.records),
            _distinct(part for result in shown for part in result.quotes),
        )


def _distinct(parts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(parts))


def derived_numbers(test: Test) -> str:
    """Return the derived capacities of a test in one cell."""
    return "; ".join(dict.fromkeys(map(str, test.derived))) or NOT_STATED


def numbers(results: Sequence[Result], shown: Sequence[str]) -> str:
    """Return the numbers of one cell as they were read, with their phase and the conditions that no column tells."""
    told = []
    for result in sorted(results, key=lambda result: _PHASES.get(result.phase.partition(" ")[0], 1)):
        others = [c for c in result.conditions if c.kind not in (*LOADS, *shown) and not c.band]
        conditions = ", ".join(dict.fromkeys(map(_condition, others)))
        told.append(" ".join(filter(None, [str(result.amount), result.phase, f"({conditions})" if conditions else ""])))
    return "; ".join(dict.fromkeys(told)) or NOT_STATED


def _condition(told: Condition) -> str:
    """Return a condition in words; where the unit says what it is, as its number alone."""
    return str(told.amount) if told.kind in _TOLD_BY_UNIT else f"{told.kind.replace('_', ' ')} {told.amount}"


def compared(
    results: Sequence[Result],
    wanted: Sequence[str] = (),
    by: Sequence[str] = (),
    title: str = "",
    known: Iterable[str] = (),
) -> Comparison:
    """Return the comparison of the `wanted` quantities, or of all that are measured in cells, grouped by the facets `by`.

    Usually groups go by `BY`, without the cell where no quantity is measured in one. A `known` quantity may have no number here.
    Raises UsageError for an unknown quantity or facet.
    """
    unknown = next((name for name in by if name not in _CHOICES), None)
    if unknown is not None:
        raise UsageError(
            f"numbers have no facet {unknown!r}", mend=did_you_mean(unknown, _CHOICES) or f"take {', '.join(_CHOICES)}"
        )
    quantities = _quantities(results, wanted, known)
    keys = {key for key, _ in quantities}
    chosen = [result for result in results if result.quantity in keys]
    needed = {FACETS[part] for result in chosen for part in result.under if part in FACETS}
    by = tuple(dict.fromkeys(by)) or tuple(name for name in BY if name != "cell" or name in needed)
    loads = tuple(name for name in LOADS if name in needed and name not in by)
    others = ("cathode", "liquid", "cell", "electrolyte", "temperature")
    conditions = loads + tuple(name for name in others if name in needed and name not in by)
    return Comparison(title, tuple(_groups(chosen, by)), quantities, conditions)


def _quantities(results: Sequence[Result], wanted: Sequence[str], known: Iterable[str]) -> tuple[tuple[str, str], ...]:
    names = {key: key.replace("_", " ") for key in known} | {result.quantity: result.name for result in results}
    if not wanted:
        return tuple(sorted({(r.quantity, r.name) for r in results if r.under & _OF_CELLS}, key=lambda pair: _place(pair[0])))
    called = {_plain(word): key for key, name in names.items() for word in (key, name)}
    found = []
    for word in wanted:
        key = called.get(_plain(word))
        if key is None:
            mend = did_you_mean(_plain(word), names) or f"there are numbers of {', '.join(sorted({r.quantity for r in results}))}"
            raise UsageError(f"the graph knows no quantity {word!r}", mend=mend)
        found.append((key, names[key]))
    return tuple(dict.fromkeys(found))


def _plain(word: str) -> str:
    """Return a quantity's name in the spelling of its key.

    >>> _plain("Cycling time"), _plain("cycling-time")
    ('cycling_time', 'cycling_time')
    """
    return "_".join(word.lower().replace("-", " ").replace("_", " ").split())


def _place(quantity: str) -> tuple[int, str]:
    """Return the place of a quantity's column: life first, then what is lost, then the rest by name."""
    usual = ("cycling_time", "cycle_count", "overpotential", "voltage_hysteresis", "coulombic_efficiency")
    return (usual.index(quantity), "") if quantity in usual else (len(usual), quantity)


def _groups(results: Sequence[Result], by: tuple[str, ...]) -> Iterable[Group]:
    """Yield the groups, those that tell their facets first; rows keep the order of the references, never one of numbers."""
    groups: dict[tuple[str, ...], dict[object, list[Result]]] = {}
    for result in results:
        tests = groups.setdefault(tuple(result.facet(name) for name in by), {})
        load = tuple(result.facet(name) for name in ("on", *LOADS, "cell", "electrolyte", "temperature", "battery", "liquid"))
        tests.setdefault((result.works or result.records, load), []).append(result)
    for facets, tests in sorted(groups.items(), key=lambda item: [(not value, value) for value in item[0]]):
        rows = (Test(tuple(told), cumulative_capacities(tuple(told))) for told in tests.values())
        yield Group(tuple(zip(by, facets, strict=True)), tuple(rows))
