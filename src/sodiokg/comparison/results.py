"""Numbers with their conditions, facets and sources, as the comparison's query gives them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby
from typing import Any, Final

from sodiokg.graph.labels import SIGNS
from sodiokg.tables import Table

__all__ = ["BY", "FACETS", "NOT_STATED", "QUESTION", "Amount", "Condition", "Result", "obstacles", "read_results"]

QUESTION: Final = "50-which-numbers-can-be-compared"
NOT_STATED: Final = "not stated"
BY: Final = ("battery", "cell", "electrolyte", "temperature")
# What the ontology's comparableUnder names, with the facet of a number that answers it.
FACETS: Final = {
    "ArealCapacity": "areal_capacity",
    "CRate": "c_rate",
    "Cell": "cell",
    "CurrentDensity": "current_density",
    "CycleCount": "cycle_count",
    "ElectrolyteMaterial": "electrolyte",
    "FullCell": "cell",
    "Interface": "interface",
    "LiquidRole": "liquid",
    "PositiveElectrodeRole": "cathode",
    "SubstrateRole": "on",
    "TestTemperature": "temperature",
}
_TEMPERATURES: Final = frozenset({"operating_temperature", "measurement_temperature"})
_SIGNED: Final = re.compile(r"\s*[~<>≤≥≈]")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as it was read: the printed words, how it is bounded, and its value or range in `unit`."""

    printed: str
    comparator: str = "="
    value: Decimal | None = None
    to: Decimal | None = None
    unit: str = ""

    def __str__(self) -> str:
        """Return the printed words after the sign of the comparator.

        >>> str(Amount("550 h", "max")), str(Amount("50 mV", "<")), str(Amount("~50 mV", "~"))
        ('up to 550 h', '< 50 mV', '~50 mV')
        """
        sign = "" if _SIGNED.match(self.printed) else SIGNS.get(self.comparator, "")
        return sign + " ".join(self.printed.split())

    @property
    def ends(self) -> tuple[Decimal, Decimal] | None:
        """Return the lowest and highest of the printed values, None where no number is printed."""
        if self.value is None:
            return None
        low, high = sorted((self.value, self.value if self.to is None else self.to))
        return low, high


@dataclass(frozen=True, slots=True)
class Condition:
    """What a number holds under; `band` is that of a test temperature."""

    kind: str
    amount: Amount
    record: str
    band: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """One number of one study, or of several that share it, with every record that says it."""

    quantity: str
    name: str
    under: frozenset[str]
    amount: Amount
    phase: str
    refs: tuple[str, ...]
    studies: tuple[str, ...]
    works: tuple[str, ...]
    facets: Mapping[str, str]
    conditions: tuple[Condition, ...]
    attributions: tuple[str, ...]
    records: tuple[str, ...]
    quotes: tuple[str, ...]
    sources: tuple[str, ...]

    def told(self, kind: str) -> tuple[Condition, ...]:
        """Return the conditions of a kind, a sequence in its order."""
        return tuple(condition for condition in self.conditions if condition.kind == kind)

    def facet(self, name: str) -> str:
        """Return what a facet is, as it is printed; "" where it is not stated."""
        if name == "temperature":
            return next((c.band for c in self.conditions if c.band), "")
        return self.facets.get(name, "") or ", then ".join(str(condition.amount) for condition in self.told(name))

    @property
    def lacks(self) -> tuple[str, ...]:
        """Return the facets that have to be stated to compare this number and are not."""
        return tuple(sorted({FACETS[part] for part in self.under if part in FACETS and not self.facet(FACETS[part])}))


def obstacles(*results: Result) -> tuple[str, ...]:
    """Return why numbers of one quantity cannot all be compared; nothing where they can."""
    found = set()
    for part in sorted(results[0].under & FACETS.keys()):
        name = FACETS[part]
        stated = [result for result in results if result.facet(name)]
        if len(stated) < len(results):
            found.add(f"{_words(name)} {NOT_STATED}")
        if not _agree(stated, name) or (part == "FullCell" and any(result.facet(name) != "full cell" for result in stated)):
            found.add(f"{_words(name)} differs")
    return tuple(sorted(found))


def _words(name: str) -> str:
    return {"on": "substrate", "c_rate": "C-rate"}.get(name, name.replace("_", " "))


def _agree(results: Sequence[Result], name: str) -> bool:
    """Tell whether a facet of all numbers overlaps: ranges by their ends, all else by its words."""
    spans = [[c.amount.ends for c in result.told(name) if c.amount.ends] for result in results]
    if not all(spans):
        return len({result.facet(name) for result in results}) <= 1
    lows, highs = ([pick(end[place] for end in ends) for ends in spans] for place, pick in ((0, min), (1, max)))
    return not spans or max(lows) <= min(highs)


def read_results(table: Table) -> tuple[Result, ...]:
    """Return the numbers of an answer to the comparison's question; what several documents say alike is one number."""
    rows = sorted(table, key=lambda row: str(row["record"]))
    results = [_result(list(told)) for _, told in groupby(rows, key=lambda row: str(row["record"]))]
    return _joined(sorted(results, key=lambda result: (_first(result.refs), result.records)))


def _first(refs: tuple[str, ...]) -> tuple[int, str]:
    """Return the place of a study in the list of references; a number of no reference comes last.

    >>> _first(("29",)) < _first(("101",)) < _first(())
    True
    """
    return (int(refs[0]), "") if refs and refs[0].isdigit() else (10**9, "".join(refs))


def _joined(results: Iterable[Result]) -> tuple[Result, ...]:
    found: dict[object, Result] = {}
    for result in results:
        conditions = frozenset((c.kind, c.amount.value, c.amount.to, c.amount.comparator) for c in result.conditions)
        number = (result.amount.value, result.amount.to, result.amount.comparator, result.phase)
        tested = tuple(result.facets[name] for name in ("battery", "cell", "electrolyte"))
        key: object = (result.works, result.quantity, number, conditions, tested) if result.works else result.records
        found[key] = _merged(found[key], result) if key in found else result
    return tuple(found.values())


def _merged(one: Result, other: Result) -> Result:
    """Return a number with the records of both; it is called as the first calls it."""
    return replace(
        one,
        attributions=tuple(dict.fromkeys(one.attributions + other.attributions)),
        records=one.records + other.records,
        quotes=one.quotes + other.quotes,
        sources=one.sources + other.sources,
    )


def _result(rows: list[dict[str, Any]]) -> Result:
    row = rows[0]
    facets = {name: str(row[name] or "") for name in ("battery", "cell", "electrolyte", "on", "cathode")}
    if not facets["cell"] and "PositiveElectrodeRole" not in row["under"]:
        facets["cathode"] = ""  # a claim goes on from a contact to a cell that the number is not of
    facets |= {"interface": str(row["about"] or ""), "liquid": ", ".join(row["liquid"])}
    between = row["between"] if row["between"] not in {None, "other"} else ""
    return Result(
        quantity=row["quantity"],
        name=row["name"],
        under=frozenset(row["under"]),
        amount=_amount(row, "printed", "comparator", "value", "to", "unit"),
        phase=" ".join(filter(None, [row["phase"], between])),
        refs=tuple(row["refs"]),
        studies=tuple(row["study"]),
        works=tuple(row["works"]),
        facets=facets,
        conditions=tuple(_conditions(rows)),
        attributions=(str(row["attribution"]),),
        records=(str(row["record"]),),
        quotes=(str(row["quote"]),),
        sources=("; ".join(row["source"]),),
    )


def _conditions(rows: list[dict[str, Any]]) -> Iterable[Condition]:
    known = {str(row["condition"]): row for row in rows if row["condition"]}
    for iri, row in sorted(known.items(), key=lambda item: (item[1]["conditionKind"], item[1]["conditionOrder"] or 0, item[0])):
        amount = _amount(row, "conditionPrinted", "conditionComparator", "conditionValue", "conditionTo", "conditionUnit")
        yield Condition(row["conditionKind"], amount, iri, (row["band"] or "") if row["conditionKind"] in _TEMPERATURES else "")


def _amount(row: Mapping[str, Any], *names: str) -> Amount:
    printed, comparator, value, to, unit = (row[name] for name in names)
    return Amount(str(printed), str(comparator), value, to, str(unit or ""))
