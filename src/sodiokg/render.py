"""Tables as text: for a terminal, as CSV, TSV, JSON and Markdown."""

from __future__ import annotations

import csv
import io
import json
import math
import re
import shutil
import textwrap
from bisect import bisect_right
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from sodiokg.tables import Cell, Table, cell_text, field_name, heading

__all__ = ["FORMATS", "clean", "marked", "render"]

_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_NUMBER: Final = re.compile(r"[-+]?\d+(\.\d+)?([eE][-+]?\d+)?")
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_ENDLESS: Final = 1_000
_GAP: Final = "  "
_NARROWEST: Final = 28


def render(table: Table, form: str, width: int | None = None, *, narrowest: int = _NARROWEST) -> str:
    """Return `table` in one of `FORMATS`, ending in a newline; `width` (characters) is the terminal's unless given.

    Where columns would have to be narrower than `narrowest` to stand side by side, each row is a block of lines.
    """
    if form == "table":
        return _terminal(table, width or shutil.get_terminal_size((100, 24)).columns, narrowest)
    return _WRITERS[form](table)


def _terminal(table: Table, width: int, narrowest: int) -> str:
    """Return aligned columns where they fit or can be wrapped, else one block of lines for each row."""
    heads = [heading(name, table.units) for name in table.columns]
    rows = [[_safe(cell_text(cell, name)) for name, cell in row.items()] for row in table]
    title = (
        f"{textwrap.fill(_safe(table.title), max(width, 20), break_long_words=False, break_on_hyphens=False)}\n\n"
        if table.title
        else ""
    )
    if not rows:
        return f"{title}(no rows)\n"
    room = width - len(_GAP) * (len(heads) - 1)
    natural = [max(len(cell) for cell in column) for column in zip(heads, *rows, strict=True)]
    if sum(natural) > room and sum(min(size, narrowest) for size in natural) > room:
        return title + _blocks(heads, rows, width)
    return title + _grid(heads, rows, _shares(natural, room))


def _shares(natural: list[int], room: int) -> list[int]:
    """Return column widths that fit `room`, taken from the widest columns only."""
    taken = bisect_right(range(max(natural) + 1), room, key=lambda limit: sum(min(size, limit) for size in natural))
    limit = max(taken - 1, 1)
    return [min(size, limit) for size in natural]


def _grid(heads: list[str], rows: list[list[str]], sizes: list[int]) -> str:
    lines = [*_wrapped(heads, sizes), _GAP.join("─" * size for size in sizes)]
    tall = False
    for row in rows:
        block = _wrapped(row, sizes)
        if tall or (len(block) > 1 and row is not rows[0]):
            lines.append("")
        lines += block
        tall = len(block) > 1
    return "\n".join(lines) + "\n"


def _wrapped(cells: list[str], sizes: list[int]) -> list[str]:
    columns = [
        textwrap.wrap(_breakable(cell, size), size, break_on_hyphens=False) or [""]
        for cell, size in zip(cells, sizes, strict=True)
    ]
    height = max(map(len, columns))
    filled = [column + [""] * (height - len(column)) for column in columns]
    lines = zip(*filled, strict=True)
    return [_GAP.join(part.ljust(size) for part, size in zip(line, sizes, strict=True)).rstrip() for line in lines]


def _breakable(text: str, size: int) -> str:
    """Return text whose endless words are cut to `size`, which textwrap takes a time for that grows with their square."""
    return re.sub(rf"(\S{{{size}}})(?=\S)", r"\1 ", text) if re.search(rf"\S{{{_ENDLESS}}}", text) else text


def _blocks(heads: list[str], rows: list[list[str]], width: int) -> str:
    """Return one block a row, empty cells left out."""
    label = max(map(len, heads))
    wrapper = textwrap.TextWrapper(width=max(width, label + 20), subsequent_indent=" " * (label + 2), break_on_hyphens=False)
    blocks = []
    for number, row in enumerate(rows, 1):
        rule = f"── {number} of {len(rows)} "
        lines = [rule + "─" * max(width - len(rule), 0)]
        for head, cell in zip(heads, row, strict=True):
            if cell:
                lines += wrapper.wrap(f"{head:>{label}}  {_breakable(cell, wrapper.width - label - 2)}")
        blocks.append("\n".join(lines))
    return "\n".join(blocks) + "\n"


def _safe(text: str) -> str:
    """Return one line of text that cannot steer a terminal."""
    return clean(" ".join(text.split()))


def clean(text: str) -> str:
    """Return text without what would steer a terminal, its spaces kept."""
    return _CONTROL.sub("", text)


def _delimited(table: Table, delimiter: str) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow(_fields(table))
    writer.writerows([_spreadsheet(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def _spreadsheet(cell: Cell) -> str:
    """Return a cell that a spreadsheet will not run as a formula; numbers stay numbers."""
    if isinstance(cell, str | tuple):
        text = "; ".join(cell) if isinstance(cell, tuple) else str(cell)
        hostile = len(text) > 1 and text.startswith(_FORMULA) and not _NUMBER.fullmatch(text)  # "=" alone is a comparator
        return f"'{text}" if hostile else text
    if isinstance(cell, bool):
        return str(cell).lower()
    return cell_text(cell)


def _json(table: Table) -> str:
    rows = [dict(zip(_fields(table), map(_value, row), strict=True)) for row in table.rows]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _json_lines(table: Table) -> str:
    rows = (dict(zip(_fields(table), map(_value, row), strict=True)) for row in table.rows)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _fields(table: Table) -> list[str]:
    return [field_name(name, table.units) for name in table.columns]


def _value(cell: Cell) -> object:
    if isinstance(cell, Decimal):
        return int(cell) if cell == cell.to_integral_value() else float(cell)
    if isinstance(cell, float) and not math.isfinite(cell):
        return str(cell)
    return list(cell) if isinstance(cell, tuple) else cell


def _markdown(table: Table) -> str:
    lines = [[marked(heading(name, table.units)) for name in table.columns], ["---"] * len(table.columns)]
    lines += [[marked(cell_text(cell, name)) for name, cell in row.items()] for row in table]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def marked(text: str) -> str:
    """Return one line of text in which Markdown reads no markup."""
    escaped = _safe(text).replace("&", "&amp;").replace("<", "&lt;").replace("\\", "\\\\")
    return re.sub(r"([|*_`\[\]])", r"\\\1", escaped)


_WRITERS: Final[Mapping[str, Callable[[Table], str]]] = {
    "csv": lambda table: _delimited(table, ","),
    "tsv": lambda table: _delimited(table, "\t"),
    "json": _json,
    "jsonl": _json_lines,
    "markdown": _markdown,
}
FORMATS: Final = ("table", *_WRITERS)
