"""Lower and upper bound of a reported number, from its comparator and range.

An approximate number gets a tolerance on both sides, so that "~88°" lies neither surely below 90° nor surely above it, while
"~40°" does: a tenth of the value, at least half a unit of its last digit, as far as the quantity can reach. "Up to 550 h" (max) and
"as low as 30°" (min) name what was reached: both bounds are that number.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

__all__ = ["Bounds", "bounds"]

_TENTH: Final = Decimal("0.1")
_ANY: Final = (Decimal("-Infinity"), Decimal("Infinity"))
_NOT_NEGATIVE: Final = (Decimal(0), Decimal("Infinity"))
_CELSIUS: Final = (Decimal("-273.15"), Decimal("Infinity"))
# What a quantity can be at all, in its canonical unit. An efficiency or retention above 100 % is odd, not impossible.
_POSSIBLE: Final = {
    "contact_angle": (Decimal(0), Decimal(180)),
    "mass_fraction": (Decimal(0), Decimal(100)),
    **dict.fromkeys(
        ("spreading_temperature", "operating_temperature", "treatment_temperature", "measurement_temperature"), _CELSIUS
    ),
    **dict.fromkeys(
        (
            *("coulombic_efficiency", "capacity_retention", "cycle_count", "cycling_time", "treatment_time"),
            *("ionic_conductivity", "area_specific_resistance", "specific_surface_area", "surface_tension", "thickness"),
            *("areal_capacity", "specific_capacity", "mass_loading", "critical_current_density", "energy_density", "np_ratio"),
        ),
        _NOT_NEGATIVE,
    ),
}


@dataclass(frozen=True, slots=True)
class Bounds:
    """The ends between which a number lies; an end that is not told is None, an open end is not itself reached."""

    lower: Decimal | None = None
    upper: Decimal | None = None
    lower_open: bool = False
    upper_open: bool = False


def bounds(value: float | None, value_max: float | None = None, comparator: str = "=", quantity: str = "") -> Bounds:
    """Return the bounds of a value, or of the range from `value` to `value_max`, under a comparator of the exchange format.

    `quantity` is the key of what was measured, in its canonical unit.

    >>> bounds(3.0, comparator="<")
    Bounds(lower=None, upper=Decimal('3.0'), lower_open=False, upper_open=True)
    >>> bounds(40.0, comparator="~").upper, bounds(170.0, comparator="~", quantity="contact_angle").upper
    (Decimal('44.00'), Decimal('180'))
    """
    if value is None:
        return Bounds()
    low, high = sorted((Decimal(repr(value)), Decimal(repr(value if value_max is None else value_max))))
    match comparator:
        case "~":
            return _approximate(low, high, _POSSIBLE.get(quantity, _ANY))
        case "<" | "<=":
            return Bounds(low if value_max is not None else None, high, upper_open=comparator == "<")
        case ">" | ">=":
            return Bounds(low, high if value_max is not None else None, lower_open=comparator == ">")
    return Bounds(low, high)


def _approximate(low: Decimal, high: Decimal, possible: tuple[Decimal, Decimal]) -> Bounds:
    """Return the bounds with their tolerance; it ends where the quantity does, but never within the reported numbers."""
    least, most = possible
    return Bounds(min(low, max(low - _tolerance(low), least)), max(high, min(high + _tolerance(high), most)))


def _tolerance(value: Decimal) -> Decimal:
    """Return a tenth of the value, at least half a unit of its last digit."""
    exponent = value.normalize().as_tuple().exponent
    last_digit = Decimal(1).scaleb(min(0, exponent)) if isinstance(exponent, int) else Decimal(1)
    return max(abs(value) * _TENTH, last_digit / 2)
