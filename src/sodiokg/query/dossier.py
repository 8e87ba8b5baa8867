"""All that is known of one thing, or of each meaning of a name, as one table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sodiokg.names import slug
from sodiokg.query.things import Thing
from sodiokg.tables import Cell, Table

__all__ = ["DISAGREEMENT", "dossier"]

DISAGREEMENT = "documents disagree"
_FIRST = "what it is"


def dossier(meanings: Mapping[str, Thing], answers: Mapping[str, Table], disputes: Table) -> Table:
    """Return what is known of each meaning, its key in the first column, and what documents dispute of the studies it rests on."""
    rows: list[tuple[Cell, ...]] = []
    columns: tuple[str, ...] = ()
    for key, table in answers.items():
        columns = table.columns
        found = list(table)
        kind = _row(columns, part=_FIRST, relation="kind", what=meanings[key].kind, key=slug(key))
        disputed = [_row(columns, **dispute) for dispute in _disputes(found, key, disputes)]
        about = [row for row in table.rows if row[0] == _FIRST]
        rest = [row for row in table.rows if row[0] != _FIRST]
        rows += [(slug(key), *row) for row in (kind, *about, *disputed, *rest)]
    title = "What is known of " + " and of ".join(thing.label for thing in meanings.values())
    return Table(("thing", *columns), tuple(rows), title)


def _row(columns: tuple[str, ...], **cells: Cell) -> tuple[Cell, ...]:
    several = {"told", "refs", "study", "keys", "source"}
    return tuple(cells.get(name, () if name in several else None) for name in columns)


def _disputes(found: list[dict[str, Cell]], key: str, disputes: Table) -> Iterator[dict[str, Cell]]:
    """Yield the cells of a row for each dispute on a study that the thing is, or that tells of it."""
    studies = {key, *(one for row in found if row["source"] and isinstance(row["keys"], tuple) for one in row["keys"])}
    for row in disputes:
        if row["key"] in studies:
            says = f"{row['about']}: {row['one_says']} against {row['other_says']}"
            quotes = f"{row['one_quote']} / {row['other_quote']}"
            sources = (str(row["one_source"]), str(row["other_source"]))
            study = (str(row["study"]),)
            yield {
                "part": DISAGREEMENT,
                "relation": "differing numbers" if "negated" not in says else "asserted and negated",
                "what": says,
                "study": study,
                "keys": (str(row["key"]),),
                "quote": quotes,
                "source": sources,
            }
