"""The values that pass through the reading of quantities: a numeral with its unit, and the quantity that comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sodiokg.extract.numbers import Numeral
from sodiokg.extract.units import Unit

__all__ = ["SIGNED", "Amount", "Quantity"]

# Units in which a hyphen before the number is a minus sign; before any other it is a tilde that print has damaged.
SIGNED: Final = frozenset({"Cel", "eV", "mV", "V", "mN/m"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value in a unit of the exchange format with the plain offsets of number and unit, comparator excluded.

    `words` is the comparator as printed, `phase` is set for the two values of a "from A to B" and `difference` tells an amount of
    change ("by 20 %") from a value. `property` is set where the notation itself names it (``N/P = 3.8``).
    """

    value: float
    unit: str
    start: int
    end: int
    value_max: float | None = None
    comparator: str = "="
    words: str = ""
    phase: str | None = None
    difference: bool = False
    property: str = ""


@dataclass(frozen=True, slots=True)
class Amount:
    """A numeral with the unit that it carries or shares; `end` is that of its own unit, or of the number where it shares one."""

    numeral: Numeral
    unit: Unit | None
    end: int
    own: bool = True

    @property
    def start(self) -> int:
        """Return where the number begins, its minus sign included."""
        return self.numeral.start - (self.negative and 1)

    @property
    def negative(self) -> bool:
        """Tell whether the hyphen before the number is a minus sign."""
        return self.numeral.signed and self.unit is not None and self.unit.key in SIGNED

    @property
    def value(self) -> float:
        """Return the value in the unit of the exchange format."""
        sign = -1 if self.negative else 1
        return (self.unit or Unit("1")).convert(sign * self.numeral.value)
