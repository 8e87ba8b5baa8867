"""A comparison as text: for a terminal, as JSON with the trace of every number, and group by group in Markdown."""

from __future__ import annotations

import json
import shutil
import textwrap
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from sodiokg.comparison.derived import BY_CYCLES, BY_TIME, CUMULATIVE, Derived
from sodiokg.comparison.grid import Comparison, Group, Test, derived_numbers, numbers
from sodiokg.comparison.results import NOT_STATED, Condition, Result, obstacles
from sodiokg.render import marked, render
from sodiokg.tables import Cell, Table

__all__ = ["FORMULAS", "closing", "counted", "group_table", "printed", "remarks"]

_NARROWEST: Final = 13
FORMULAS: Final = (
    f"derived, not stated by the studies: cumulative capacity = {BY_TIME} (half of the time is plating), or {BY_CYCLES}"
)


def printed(comparison: Comparison, form: str, width: int | None = None) -> str:
    """Return the comparison in a format, ending in a newline; `width` (characters) is the terminal's unless given."""
    from sodiokg.comparison.latex import latex
    from sodiokg.comparison.page import page

    writers: Mapping[str, Callable[[], str]] = {
        "table": lambda: _terminal(comparison, width or shutil.get_terminal_size((100, 24)).columns),
        "json": lambda: json.dumps(_document(comparison), ensure_ascii=False, indent=2) + "\n",
        "markdown": lambda: _markdown(comparison),
        "latex": lambda: latex(comparison),
        "html": lambda: page(comparison),
    }
    return writers[form]() if form in writers else render(comparison.table(), form)


def group_table(comparison: Comparison, group: Group) -> Table:
    """Return the tests of one group with the columns that any of them fills, and the loads that all quantities need."""
    shown = [(key, name) for key, name in comparison.quantities if any(test.of(key) for test in group.tests)]
    needed = {name for key, _ in shown for test in group.tests for r in test.of(key) for name in r.lacks}
    conditions = [c for c in comparison.conditions if c in needed or any(test.facet(c) for test in group.tests)]
    columns: list[tuple[str, Callable[[Test], Cell]]] = [("refs", lambda t: t.refs), ("study", lambda t: t.study)]
    if any(test.facet("on") for test in group.tests):
        columns.append(("on", lambda t: t.facet("on") or NOT_STATED))
    if any(test.temperature for test in group.tests):
        columns.append(("temperature", lambda t: t.temperature or NOT_STATED))
    columns += [(name, lambda t, name=name: t.facet(name) or NOT_STATED) for name in conditions]  # type: ignore[misc]
    columns += [(name, lambda t, key=key: numbers(t.of(key), comparison.conditions)) for key, name in shown]  # type: ignore[misc]
    if any(test.derived for test in group.tests):
        columns.append((CUMULATIVE, derived_numbers))
    rows = tuple(tuple(told(test) for _, told in columns) for test in group.tests)
    return Table(tuple(name for name, _ in columns), rows, units={CUMULATIVE: "derived"})


def remarks(comparison: Comparison, group: Group) -> Iterator[str]:
    """Yield for each quantity of two studies or more which of its numbers can be compared, or what stands against it."""
    for key, name in comparison.quantities:
        if pairs := group.comparable(key):
            yield f"{name}: can be compared: {', '.join(f'{_refs(one)} with {_refs(other)}' for one, other in pairs)}"
        elif reasons := group.reasons(key):
            yield f"{name}: not to be compared: {', '.join(reasons)}"


def closing(comparison: Comparison) -> tuple[str, ...]:
    """Return what holds for all groups: how many studies, that nothing is ranked, and what is derived and how."""
    count = sum(len(test.results) for test in comparison.tests)
    size = f"{counted(count, 'number', 'numbers')} of {counted(comparison.studies, 'study', 'studies')} in {counted(len(comparison.groups), 'group', 'groups')}"
    derived = any(test.derived for test in comparison.tests)
    return (f"{size}; nothing is ranked, and nothing compared across groups", *([FORMULAS] if derived else []))


def counted(number: int, one: str, many: str) -> str:
    """Return a number with its noun.

    >>> counted(1, "study", "studies"), counted(0, "study", "studies")
    ('1 study', '0 studies')
    """
    return f"{number} {one if number == 1 else many}"


def _refs(result: Result) -> str:
    return "".join(f"[{ref}]" for ref in result.refs) or "; ".join(result.studies)


def _terminal(comparison: Comparison, width: int) -> str:
    parts = [comparison.title]
    for group in comparison.groups:
        lines = [textwrap.fill(f"■ {group.label}", width, subsequent_indent="  "), ""]
        lines.append(render(group_table(comparison, group), "table", width, narrowest=_NARROWEST).rstrip("\n"))
        told = [
            textwrap.fill(remark, width, initial_indent="  ", subsequent_indent="    ") for remark in remarks(comparison, group)
        ]
        parts.append("\n".join([*lines, *([""] if told else []), *told]))
    parts += ["\n".join(textwrap.fill(line, width, subsequent_indent="  ") for line in closing(comparison))]
    return "\n\n".join(parts) + "\n"


def _markdown(comparison: Comparison) -> str:
    parts = [f"## {comparison.title}"]
    for group in comparison.groups:
        table = group_table(comparison, group)
        parts.append(f"### {marked(group.label)}\n\n{render(table, 'markdown')}".rstrip("\n"))
        parts += [marked(remark) for remark in remarks(comparison, group)]
    return "\n\n".join([*parts, *map(marked, closing(comparison))]) + "\n"


def _document(comparison: Comparison) -> dict[str, Any]:
    return {
        "title": comparison.title,
        "studies": comparison.studies,
        "quantities": [{"key": key, "name": name} for key, name in comparison.quantities],
        "groups": [_group(comparison, group) for group in comparison.groups],
        "notes": list(closing(comparison)),
    }


def _group(comparison: Comparison, group: Group) -> dict[str, Any]:
    peers = {key: [r for test in group.tests for r in test.of(key) if not r.lacks] for key, _ in comparison.quantities}
    return {
        "facets": {name: value or NOT_STATED for name, value in group.facets},
        "tests": [
            {
                "refs": list(test.refs),
                "study": test.study,
                "works": list(test.results[0].works),
                "on": test.facet("on") or NOT_STATED,
                "test_temperature": test.temperature or NOT_STATED,
                **{name: test.facet(name) or NOT_STATED for name in comparison.conditions},
                "values": {key: [_value(r, peers[key]) for r in test.of(key)] or NOT_STATED for key, _ in comparison.quantities},
                CUMULATIVE: [_derived(derived) for derived in test.derived],
            }
            for test in group.tests
        ],
        "remarks": list(remarks(comparison, group)),
    }


def _value(result: Result, peers: list[Result]) -> dict[str, Any]:
    others = [other for other in peers if not result.lacks and other.works != result.works and not obstacles(result, other)]
    return {
        **_amount(result),
        "phase": result.phase or None,
        "conditions": [{"kind": c.kind, **_amount(c), "record": c.record} for c in result.conditions],
        "lacks": list(result.lacks),
        "comparable_with": [ref for other in others for ref in other.refs],
        "attribution": list(result.attributions),
        "records": list(result.records),
        "quotes": list(result.quotes),
        "sources": list(result.sources),
    }


def _amount(told: Result | Condition) -> dict[str, Any]:
    amount = told.amount
    number = [None if end is None else float(end) for end in (amount.value, amount.to)]
    return {
        "text": str(amount),
        "comparator": amount.comparator,
        "value": number[0],
        "value_max": number[1],
        "unit": amount.unit or None,
    }


def _derived(derived: Derived) -> dict[str, Any]:
    return {
        "text": str(derived),
        "derived": True,
        "formula": derived.formula,
        "inserted": derived.inserted,
        "comparator": derived.comparator,
        "low": float(derived.low),
        "high": float(derived.high),
        "unit": "mAh/cm²",
        "from": list(derived.records),
    }
