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
        emit_table(_table(rows), args)
    return 0


def _table(rows: list[dict[str, Any]]) -> Table:
    from sodiokg.tables import Table

    columns = tuple(dict.fromkeys(name for row in rows for name in row if name != "items"))
    return Table(columns, tuple(tuple(_cell(row.get(name)) for name in columns) for row in rows))


def _cell(value: object) -> Cell:
    if isinstance(value, list | tuple):
        return tuple(map(str, value))
    return value if value is None or isinstance(value, str | int | float) else str(value)
