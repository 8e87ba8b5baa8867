"""Lower and upper bound of a reported number, from its comparator and range.

An approximate number gets a tolerance on both sides, so that "~88°" lies neither surely below 90° nor surely above it, while
"~40°" does: a tenth of the value, at least half a unit of its last digit. "Up to 7" (max) has 7 as the upper bound, which is reached;
"as low as 110" (min) has 110 as the lower one.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

__all__ = ["Bounds", "bounds"]

_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Bounds:
    """The ends between which a number lies; an end that is not told is None, an open end is not itself reached."""

    lower: Decimal | None = None
    upper: Decimal | None = None
    lower_open: bool = False
    upper_open: bool = False


def bounds(value: float | None, value_max: float | None = None, comparator: str = "=") -> Bounds:
    """Return the bounds of a value, or of the range from `value` to `value_max`, under a comparator of the exchange format.

    >>> bounds(3.0, comparator="<")
    Bounds(lower=None, upper=Decimal('3.0'), lower_open=False, upper_open=True)
    >>> bounds(40.0, comparator="~").upper
    Decimal('44.00')
    """
    if value is None:
        return Bounds()
    low, high = sorted((Decimal(repr(value)), Decimal(repr(value if value_max is None else value_max))))
    match comparator:
        case "~":
            return Bounds(low - _tolerance(low), high + _tolerance(high))
        case "<" | "<=" | "max":
            return Bounds(low if value_max is not None else None, high, upper_open=comparator == "<")
        case ">" | ">=" | "min":
            return Bounds(low, high if value_max is not None else None, lower_open=comparator == ">")
    return Bounds(low, high)


def _tolerance(value: Decimal) -> Decimal:
    """Return a tenth of the value, at least half a unit of its last digit."""
    exponent = value.normalize().as_tuple().exponent
    last_digit = Decimal(1).scaleb(min(0, exponent)) if isinstance(exponent, int) else Decimal(1)
    return max(abs(value) * _TENTH, last_digit / 2)
