"""The answer on what may carry over, as strategies with their mechanisms and the preconditions of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from sodiokg.tables import Cell, Table

__all__ = ["CONTAMINANTS", "TRANSFER", "Carried", "Precondition", "Strategy", "Transfer", "transfer_of"]

TRANSFER: Final = "31-which-strategies-were-shown-on-one-substrate-alone"
CONTAMINANTS: Final = "48-which-contaminants-sit-on-what-and-what-removes-them"


@dataclass(frozen=True, slots=True)
class Precondition:
    """Something that a mechanism needs, and whether it holds on the target; what was seen there decides nothing."""

    name: str
    aspect: str
    need: str
    verdict: str
    speaks_for: tuple[str, ...]
    speaks_against: tuple[str, ...]
    seen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Carried:
    """A mechanism, "" where the studies state none, with who states it and how, what they brought in, and what it needs."""

    mechanism: str
    attribution: str
    refs: tuple[str, ...]
    agents: tuple[str, ...]
    preconditions: tuple[Precondition, ...]


@dataclass(frozen=True, slots=True)
class Strategy:
    """A strategy that was shown on the one substrate and not found on the other."""

    name: str
    carried: tuple[Carried, ...]


@dataclass(frozen=True, slots=True)
class Transfer:
    """Strategies of one substrate that were not found on the other, out of so many studies read."""

    shown: str
    target: str
    strategies: tuple[Strategy, ...]
    studies_in_all: int
    studies_there: int
    contaminants: tuple[str, ...] = ()

    @property
    def found(self) -> str:
        """Say what "not found" means, and that it does not mean "never"."""
        return (
            f"not found on {self.target} in the {self.studies_in_all} studies read, {self.studies_there} of them on it; "
            "whether anybody has tried is another question"
        )


def transfer_of(table: Table, contaminants: Table, shown: str, target: str) -> Transfer:
    """Return what a table of question 31 says, strategies and mechanisms in its order, with the target's rows of question 48."""
    rows = list(table)
    strategies = tuple(
        Strategy(name, tuple(_carried(*key, list(told)) for key, told in groupby(of_one, key=_stated)))
        for name, of_one in groupby(rows, key=lambda row: str(row["strategy"]))
    )
    counts = rows[0] if rows else {"studies_in_all": 0, "studies_there": 0}
    there = [row for row in contaminants if str(row["carrier"]).casefold() == target.casefold()]
    on_it = tuple(dict.fromkeys(f"{row['contaminant']} ({row['known_from']})" for row in there))
    return Transfer(shown, target, strategies, int(str(counts["studies_in_all"])), int(str(counts["studies_there"])), on_it)


def _stated(row: Mapping[str, Cell]) -> tuple[str, str]:
    return str(row["mechanism"] or ""), str(row["attribution"])


def _carried(mechanism: str, attribution: str, rows: Sequence[Mapping[str, Cell]]) -> Carried:
    needs = tuple(_precondition(row) for row in rows if row["precondition"])
    return Carried(mechanism, attribution, _several(rows[0]["refs"]), _several(rows[0]["agents"]), needs)


def _precondition(row: Mapping[str, Cell]) -> Precondition:
    return Precondition(
        str(row["precondition"]),
        str(row["aspect"]),
        str(row["need"]),
        str(row["verdict"]),
        _several(row["evidence_for"]),
        _several(row["evidence_against"]),
        _several(row["seen_there"]),
    )


def _several(cell: Cell) -> tuple[str, ...]:
    return cell if isinstance(cell, tuple) else ()
