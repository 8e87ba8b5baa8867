"""The records of one text as they are printed: of each format what stands before the first text, between two and after the last."""

from __future__ import annotations

import json
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sodiokg.model import Records
    from sodiokg.tables import Cell, Table

__all__ = ["printed", "surrounding"]

_NARROW: Final = 100  # characters, of what goes to a file


def surrounding(form: str) -> tuple[str, str, str]:
    """Return what is printed before the records of the first text, between those of two texts, and after the last."""
    if form == "json":
        return "[\n", ",\n", "\n]\n"
    if form in {"csv", "tsv"}:
        from sodiokg.render import render
        from sodiokg.tables import Table

        return render(Table(_columns(), ()), form), "", ""
    return "", "" if form == "jsonl" else "\n", ""


def printed(records: Records, form: str, title: str = "", *, to_file: bool = False) -> str:
    """Return the records of a text in one of the FORMATS; a table for a person has the title above it."""
    rows = list(records.rows())
    if form in {"json", "jsonl"}:
        lines = [json.dumps(row, ensure_ascii=False) for row in rows]
        return ",\n".join(lines) if form == "json" else "".join(f"{line}\n" for line in lines)
    from sodiokg.render import render

    if form in {"csv", "tsv"}:
        return render(_table(rows), form).split("\n", 1)[1]
    above = f"## {title}\n\n" if title and form == "markdown" else ""
    return above + render(_overview(rows, title), form, width=_NARROW if to_file else None)


def _overview(rows: Sequence[dict[str, Any]], title: str) -> Table:
    """Return what a person wants to see of each record: whose it is, what it says, and the words it was read from."""
    from sodiokg.tables import Table

    words = {row["id"]: " ".join(str(row.get("span") or row.get("quote", "")).split()) for row in rows}
    cells = []
    for row in rows:
        refs = "".join(f"[{number}]" for number in row.get("ref", ())) or row.get("study") or row.get("attribution", "")
        under = "; ".join(words.get(one, one) for one in row.get("conditions", ()))
        cells.append((row["id"], refs, row["section"], _says(row), under, _shortened(words[row["id"]])))
    return Table(("id", "ref", "section", "says", "under", "words"), tuple(cells), title)


def _says(row: dict[str, Any]) -> str:
    """Return the content of a record in a line: a quantity, or what a claim or a statement holds."""
    if row["kind"] == "measurement":
        top = f" to {row['value_max']:g}" if row.get("value_max") is not None else ""
        value = "" if row["value"] is None else f" {row.get('comparator', '=')} {row['value']:g}{top} {row['unit']}"
        return f"{row['property']}{value}"
    if row["kind"] == "statement":
        return f"{_shortened(row['subject'])} / {row['relation']} / {_shortened(row['object'])}"
    lists = ("strategy_class", "agents", "phases_formed", "mechanisms", "effects")
    said = [", ".join(row[name]) for name in lists if row.get(name)]
    return f"{row['polarity']}: " + ("; ".join(said) or "no strategy, mechanism or effect")


def _shortened(words: str, most: int = 60) -> str:
    return words if len(words) <= most else words[: most - 1] + "…"


@cache
def _columns() -> tuple[str, ...]:
    """Return the columns that records of every kind fit in, the same for every text."""
    from sodiokg.model import Claim, Measurement, Statement

    names = [field.name for kind in (Measurement, Claim, Statement) for field in fields(kind)]
    return tuple(name for name in dict.fromkeys(names) if name != "items")


def _table(rows: Sequence[dict[str, Any]]) -> Table:
    from sodiokg.tables import Table

    return Table(_columns(), tuple(tuple(_cell(row.get(name)) for name in _columns()) for row in rows))


def _cell(value: object) -> Cell:
    if isinstance(value, list | tuple):
        return tuple(map(str, value))
    return value if value is None or isinstance(value, str | int | float) else str(value)
