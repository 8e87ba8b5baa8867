"""The command that reads texts: `sodiokg extract`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sodiokg.cli.curating import as_asked
from sodiokg.cli.inputs import poor_yield, read_input
from sodiokg.cli.output import emit, emit_table, note, progress
from sodiokg.errors import UsageError

if TYPE_CHECKING:
    import argparse

    from sodiokg.tables import Cell, Table

__all__ = ["extract"]


def extract(args: argparse.Namespace) -> int:
    """Print the records of texts; of one text, save what was read of its file where the options ask for it."""
    from sodiokg.extract.records import extract as records_of

    if args.save_text is not None and len(args.sources) > 1:
        raise UsageError("--save-text takes the text of one source", mend="run extract once for each source")
    rows: list[dict[str, Any]] = []
    remarks: list[str] = []
    for number, path in enumerate(args.sources, 1):
        progress(args, f"reading {path.name} ({number} of {len(args.sources)})")
        source = read_input(path)
        if args.save_text is not None:
            emit(source.text, args.save_text)
        records = as_asked(records_of(source), args)
        remarks += poor_yield(records)
        rows.extend(records.rows())
    progress(args, "")
    for remark in remarks:
        note(args, remark)
    if args.format == "jsonl":
        emit("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), args.output)
    else:
        emit_table(_overview(rows) if args.format in {"table", "markdown"} else _table(rows), args)
    return 0


def _overview(rows: list[dict[str, Any]]) -> Table:
    """Return what a person wants to see of each record: whose it is, what it says, and the words it was read from."""
    from sodiokg.tables import Table

    words = {(row["doc"], row["id"]): " ".join(str(row.get("span") or row.get("quote", "")).split()) for row in rows}
    cells = []
    for row in rows:
        refs = "".join(f"[{number}]" for number in row.get("ref", ())) or row.get("attribution", "")
        under = "; ".join(words.get((row["doc"], one), one) for one in row.get("conditions", ()))
        cells.append((row["id"], refs, row["section"], _says(row), under, _shortened(words[row["doc"], row["id"]])))
    return Table(("id", "ref", "section", "says", "under", "words"), tuple(cells))


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


def _table(rows: list[dict[str, Any]]) -> Table:
    from sodiokg.tables import Table

    columns = tuple(dict.fromkeys(name for row in rows for name in row if name != "items"))
    return Table(columns, tuple(tuple(_cell(row.get(name)) for name in columns) for row in rows))


def _cell(value: object) -> Cell:
    if isinstance(value, list | tuple):
        return tuple(map(str, value))
    return value if value is None or isinstance(value, str | int | float) else str(value)
