"""One row for what several documents say alike of a study, with all of its sources."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from sodiokg.tables import Cell, Table

__all__ = ["joined"]

_SOURCE: Final = "source"
# What a document says in words of its own, and how it numbers the studies whose keys a table has.
_WORDING: Final = frozenset({"quote", "words", _SOURCE})
_NUMBERED: Final = frozenset({"refs", "study"})


def joined(table: Table) -> Table:
    """Return a table in which rows of different documents that agree in all but wording are one, its sources a list.

    The row keeps the wording and the place of the first. Rows of one document stay apart, whatever they say.
    """
    if _SOURCE not in table.columns:
        return table
    place = table.columns.index(_SOURCE)
    left = _WORDING | _NUMBERED if "keys" in table.columns else _WORDING
    compared = [number for number, name in enumerate(table.columns) if name not in left]
    rows: list[tuple[Cell, ...]] = []
    sources: list[list[str]] = []
    alike: dict[tuple[Cell, ...], list[int]] = {}
    for row in table.rows:
        source = str(row[place] or "")
        known = alike.setdefault(tuple(row[number] for number in compared), [])
        found = next((number for number in known if _document(source) not in map(_document, sources[number])), None)
        if found is None:
            known.append(len(rows))
            rows.append(row)
            sources.append([source])
        else:
            sources[found].append(source)
    told = ((*row[:place], tuple(filter(None, listed)), *row[place + 1 :]) for row, listed in zip(rows, sources, strict=True))
    return replace(table, rows=tuple(told))


def _document(source: str) -> str:
    return source.rpartition(", section ")[0] or source
