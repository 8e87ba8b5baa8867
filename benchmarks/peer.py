"""quantulum3, the peer that reads quantities from text, and what counts as a quantity found.

A quantity counts as found when one emitted quantity has its value (a range: one of its bounds) and its unit; each emitted quantity
serves once. The looser count takes any unit, but a bare number only for a quantity without a unit: otherwise every citation
number would find one. Property, study and place do not count, since the peer reads none of them.
"""

from __future__ import annotations

import csv
import warnings
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from measuring import ROOT
from sodiokg.errors import MissingExtraError
from sodiokg.model import Measurement

__all__ = ["KEYS", "Read", "count_found", "from_peer", "from_records", "load_parser", "wanted"]

FACTS: Final = ROOT / "tests" / "evaluation" / "measurements.tsv"
# The peer's unit names in the keys of the exchange format. It has no C-rate ("2 C" is two coulomb to it) and calls a cycle a turn.
KEYS: Final = {
    "degree angle": "deg",
    "degree Celsius": "Cel",
    "dimensionless": "1",
    "electronvolt": "eV",
    "hour": "h",
    "milliampere": "mA",
    "milliampere per square centimetre": "mA/cm2",
    "milliampere-hour per gram": "mAh/g",
    "milliampere-hour per square centimetre": "mAh/cm2",
    "millisiemens per centimetre": "mS/cm",
    "milligram per square centimetre": "mg/cm2",
    "millivolt": "mV",
    "megapascal": "MPa",
    "micrometre": "um",
    "month": "mo",
    "nanometre": "nm",
    "ohm square centimetre": "Ohm.cm2",
    "percentage": "%",
    "square metre per gram": "m2/g",
    "turn": "{cycles}",
    "volt": "V",
}


@dataclass(frozen=True, slots=True)
class Read:
    """A quantity that somebody reads: the values it may stand for and its unit's key, "?" for a unit that no row has."""

    values: frozenset[float]
    unit: str

    def fits(self, row: Read, *, any_unit: bool) -> bool:
        """Tell whether this finds the quantity of a row."""
        same_unit = self.unit == row.unit or (any_unit and self.unit != "1")
        return same_unit and bool(self.values & row.values)


def _read(values: Iterable[float | None], unit: str) -> Read:
    """Return a quantity; percent by weight counts as percent."""
    known = frozenset(round(value, 6) for value in values if value is not None)
    return Read(known, "%" if unit == "wt%" else unit)


def wanted() -> list[Read]:
    """Return the quantities that the digest is known to state."""
    with FACTS.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    return [_read([float(row[key]) for key in ("value", "value_max") if row[key]], row["unit"]) for row in rows]


def from_records(measurements: Iterable[Measurement]) -> list[Read]:
    """Return what sodiokg reads, measurements in words left out."""
    return [_read((m.value, m.value_max), m.unit) for m in measurements if m.value is not None]


def from_peer(quantities: Iterable[Any]) -> list[Read]:
    """Return what quantulum3 reads; its "a to b" is a middle and an uncertainty, which give the bounds back."""
    return [
        _read((q.value, q.value - (q.uncertainty or 0), q.value + (q.uncertainty or 0)), KEYS.get(q.unit.name, "?"))
        for q in quantities
    ]


def count_found(rows: Sequence[Read], emitted: Iterable[Read], *, any_unit: bool = False) -> int:
    """Return how many rows are found."""
    left = list(emitted)
    found = 0
    for row in rows:
        match = next((read for read in left if read.fits(row, any_unit=any_unit)), None)
        if match is not None:
            left.remove(match)
            found += 1
    return found


def load_parser() -> Any:  # noqa: ANN401  # the package publishes no types
    """Return quantulum3's parser, its unit tables read; its optional classifier is not used.

    Raises MissingExtraError where it is not installed.
    """
    warnings.filterwarnings("ignore", message="Classifier dependencies not installed")
    try:
        from quantulum3 import parser
    except ImportError:
        raise MissingExtraError("quantulum3 is not installed", mend="pip install 'sodiokg[benchmark]'") from None
    parser.parse("It took 2 h at 450 °C.")
    return parser
