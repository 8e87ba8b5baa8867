"""What is known of a thing as a person reads it at a terminal: what it is, then claims, numbers and statements with their quotes."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from sodiokg.render import clean
from sodiokg.tables import Cell, Table

__all__ = ["outline"]

_FEW: Final = 5
_NAMES: Final = 12
_QUOTED: Final = 300  # characters
_LABEL: Final = 14
_COMPACT: Final = frozenset({"what it is", "what the ontology says"})

Row = dict[str, Cell]


def outline(table: Table, width: int, *, everything: bool = False) -> str:
    """Return the table of `KnowledgeGraph.show` as text of at most `width` characters a line, long lists and quotes cut unless `everything`."""
    writer = _Writer(max(width, 40), everything)
    blocks = []
    for _, rows in groupby(table, key=lambda row: row["thing"]):
        found = list(rows)
        head = [*writer.head(found), *writer.facts([row for row in found if row["part"] in _COMPACT])]
        rest = groupby((row for row in found if row["part"] not in _COMPACT), key=lambda row: row["part"])
        sections = [head, *(writer.section(str(part), list(group)) for part, group in rest)]
        blocks.append("\n\n".join("\n".join(lines) for lines in sections))
    return "\n\n\n".join(blocks) + "\n"


class _Writer:
    """Writes the parts of an outline at one width."""

    def __init__(self, width: int, everything: bool) -> None:
        self.width = width
        self.everything = everything

    def head(self, rows: list[Row]) -> Iterator[str]:
        """Yield the name with its kind and key, then the definitions."""
        told = {str(row["relation"]): _text(row["what"]) for row in reversed(rows) if row["part"] == "what it is"}
        key = _text(rows[0]["thing"])
        name = told.get("name") or told.get("title") or key
        yield from self._wrap("", ", ".join([name, told["kind"], *([] if key == name else [f"key {key}"])]))
        for row in rows:
            if row["relation"] == "definition":
                yield from self._wrap("  ", f"{_text(row['what'])} [{'; '.join(_all(row['source']))}]")

    def facts(self, rows: list[Row]) -> Iterator[str]:
        """Yield one line for each relation, its values in a row."""
        shown = [row for row in rows if row["relation"] not in {"kind", "name", "definition"}]
        for relation, group in groupby(shown, key=lambda row: _text(row["relation"])):
            values = list(dict.fromkeys(_named(row) for row in group))
            if len(values) > _NAMES and not self.everything:
                values = [*values[:_NAMES], f"{len(values) - _NAMES} more, --all"]
            yield from self._wrap(f"  {relation:<{_LABEL}}  ", "; ".join(values), hang=_LABEL + 4)

    def section(self, part: str, rows: list[Row]) -> Iterator[str]:
        """Yield the heading with its counts, then the entries, the first few unless everything is asked for."""
        studies = {key for row in rows for key in _all(row["keys"])}
        of = f" of {len(studies)} {'study' if len(studies) == 1 else 'studies'}" if studies else ""
        yield f"{part[:1].upper()}{part[1:]} ({len(rows)}{of})"
        shown = rows if self.everything else rows[:_FEW]
        for row in shown:
            yield from self._entry(row)
        if len(shown) < len(rows):
            yield f"  {len(rows) - len(shown)} more, --all"

    def _entry(self, row: Row) -> Iterator[str]:
        said = ", ".join(filter(None, (_text(row["status"]), _text(row["attribution"]))))
        study = "; ".join(_all(row["study"]))
        yield from self._wrap("  ", " · ".join(filter(None, (study, _text(row["relation"]), said))))
        yield from self._wrap("    ", ": ".join(filter(None, (_text(row["what"]), "; ".join(_all(row["told"]))))))
        if quote := _text(row["quote"]):
            cut = quote if self.everything else textwrap.shorten(quote, _QUOTED, placeholder=" …")
            yield from self._wrap("    ", f"“{cut}”")
        place = "; ".join(_all(row["source"]))
        show = f"sodiokg show {', '.join(_all(row['keys']))}" if len(_all(row["keys"])) == 1 else ""
        yield from self._wrap("    ", " · ".join(filter(None, (place, show))))

    def _wrap(self, lead: str, text: str, hang: int | None = None) -> list[str]:
        indent = " " * (len(lead) if hang is None else hang)
        return textwrap.wrap(text, self.width, initial_indent=lead, subsequent_indent=indent, break_on_hyphens=False)


def _text(cell: Cell) -> str:
    return "; ".join(_all(cell))


def _all(cell: Cell) -> list[str]:
    """Return the values of a cell, each on one line; of one that is no list its only one."""
    values = cell if isinstance(cell, tuple) else () if cell is None else (str(cell),)
    return [line for value in values if (line := clean(" ".join(value.split())))]


def _named(row: Row) -> str:
    """Return what a row names, with the key to show it by where that is another word."""
    what, key = _text(row["what"]), _text(row["key"])
    sources = f" [{'; '.join(_all(row['source']))}]" if row["source"] else ""
    return f"{what} ({key})" if key and key != what else what + sources
