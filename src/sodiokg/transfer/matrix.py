"""Strategies by classes of substrate: how many studies, described and only listed, as a table and as a picture."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sodiokg.tables import Cell, Table, cell_text

__all__ = ["MATRIX", "Entry", "Matrix", "matrix_of"]

MATRIX: Final = "51-which-strategies-are-found-on-which-substrates"
_LEFT, _TOP, _WIDE, _HIGH = 172, 92, 92, 38
_FONT: Final = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"
_CAPTION: Final = (
    "Distinct studies: those that the texts describe, and behind + those that they only list.",
    "An empty cell: not found in the studies read, which does not mean never tried.",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """The studies of one strategy on one class of substrate, by their reference numbers."""

    described: int
    listed: int
    described_refs: tuple[str, ...]
    listed_refs: tuple[str, ...]

    @property
    def count(self) -> str:
        """Return both numbers, the second only where there is one."""
        return f"{self.described} + {self.listed}" if self.listed else f"{self.described}"

    def __str__(self) -> str:
        refs = filter(None, [cell_text(self.described_refs, "refs"), cell_text(self.listed_refs, "refs")])
        return f"{self.count}: {' + '.join(refs)}"


@dataclass(frozen=True, slots=True)
class Matrix:
    """Entries by strategy and substrate; what is not there was not found."""

    strategies: tuple[str, ...]
    substrates: tuple[str, ...]
    entries: dict[tuple[str, str], Entry]
    studies: int

    def table(self) -> Table:
        """Return one row for each strategy and one column for each substrate; counts, then references."""
        return self._table(str)

    def counts(self) -> Table:
        """Return the same table with the counts alone, which fits a screen."""
        return self._table(lambda entry: entry.count)

    def _table(self, told: Callable[[Entry], str]) -> Table:
        title = f"Strategies by substrate in the {self.studies} studies read: described + only listed; an empty cell means not found in them"
        found = [[self.entries.get((strategy, on)) for on in self.substrates] for strategy in self.strategies]
        rows = tuple(
            (strategy, *(told(entry) if entry else None for entry in entries))
            for strategy, entries in zip(self.strategies, found, strict=True)
        )
        return Table(("strategy", *self.substrates), rows, title)

    def svg(self) -> str:
        """Return the picture, with title and description for those who do not see it; the same matrix gives the same bytes."""
        width = max(_LEFT + _WIDE * len(self.substrates) + 24, 640)
        height = _TOP + _HIGH * len(self.strategies) + 70
        title = f"Strategies by substrate in the {self.studies} studies read"
        words = "; ".join(f"{strategy} on {on}: {entry}" for (strategy, on), entry in self.entries.items())
        return "\n".join(
            [
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
                f' role="img" aria-labelledby="title desc" font-family="{_FONT}" font-size="13">',
                f'<title id="title">{html.escape(title)}</title>\n<desc id="desc">{html.escape(words)}.</desc>',
                f'<rect width="{width}" height="{height}" fill="#fff"/>',
                _text(24, 34, title, ' font-size="16" font-weight="600"'),
                *self._heads(),
                *self._cells(),
                *(_text(24, height - 34 + 18 * place, line, ' fill="#444"') for place, line in enumerate(_CAPTION)),
                "</svg>\n",
            ]
        )

    def _heads(self) -> Iterator[str]:
        for place, on in enumerate(self.substrates):
            yield _text(_LEFT + _WIDE * place + _WIDE // 2, _TOP - 14, on, ' text-anchor="middle" font-weight="600"')
        for place, strategy in enumerate(self.strategies):
            yield _text(_LEFT - 12, _TOP + _HIGH * place + 24, strategy, ' text-anchor="end"')

    def _cells(self) -> Iterator[str]:
        """Yield the squares: the more studies describe it the darker, a dashed frame where it is only listed."""
        most = max((entry.described for entry in self.entries.values()), default=1) or 1
        for down, strategy in enumerate(self.strategies):
            for across, on in enumerate(self.substrates):
                x, y = _LEFT + _WIDE * across, _TOP + _HIGH * down
                entry = self.entries.get((strategy, on))
                box = f'x="{x + 2}" y="{y + 2}" width="{_WIDE - 4}" height="{_HIGH - 4}" rx="4"'
                if entry is None:
                    yield f'<rect {box} fill="none" stroke="#ddd"/>'
                    continue
                strength = 0.15 + 0.85 * entry.described / most if entry.described else 0.0
                dash = "" if entry.described else ' stroke-dasharray="4 3"'
                yield f"<g><title>{html.escape(f'{strategy} on {on}: {entry}')}</title>"
                yield f'<rect {box} fill="#0072b2" fill-opacity="{strength:.2f}" stroke="#0072b2"{dash}/>'
                ink = "#fff" if strength > 0.75 else "#222"
                yield _text(x + _WIDE // 2, y + 24, entry.count, f' text-anchor="middle" fill="{ink}"') + "</g>"


def _text(x: int, y: int, words: str, more: str = "") -> str:
    return f'<text x="{x}" y="{y}"{more}>{html.escape(words)}</text>'


def matrix_of(table: Table, only: Sequence[str] = ()) -> Matrix:
    """Return what a table of question 51 says, of the substrates in `only` (as the table writes them) where there are any.

    Strategies go by the number of studies that use them, substrates by their names.
    """
    rows = [row for row in table if not only or str(row["substrate"]) in only]
    entries = {(str(row["strategy"]), str(row["substrate"])): _entry(row) for row in rows}
    strategies = sorted({key for key, _ in entries}, key=lambda name: (-_uses(entries, name), name))
    substrates = tuple(only) or tuple(sorted({on for _, on in entries}, key=str.casefold))
    studies = int(str(rows[0]["studies_in_all"])) if rows else 0
    return Matrix(tuple(strategies), substrates, entries, studies)


def _uses(entries: dict[tuple[str, str], Entry], strategy: str) -> int:
    return sum(entry.described + entry.listed for (name, _), entry in entries.items() if name == strategy)


def _entry(row: Mapping[str, Cell]) -> Entry:
    described, listed = row["described_refs"], row["listed_refs"]
    return Entry(
        int(str(row["described"])),
        int(str(row["only_listed"])),
        described if isinstance(described, tuple) else (),
        listed if isinstance(listed, tuple) else (),
    )
