"""The table of units: symbols with their factors and dimensions, and the units of the exchange format that they convert to."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Final

__all__ = ["BY_SYMBOL", "CALENDAR", "Atom", "Dimension", "Unit", "atoms", "frozen", "targets"]

Dimension = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that converts to the unit `key` of the exchange format as ``value * factor + offset``."""

    key: str
    factor: Fraction = Fraction(1)
    offset: Fraction = Fraction(0)

    def convert(self, value: Fraction) -> float:
        """Return the value in the unit `key`."""
        return float(value * self.factor + self.offset)


@dataclass(frozen=True, slots=True)
class Atom:
    """A symbol's factor to the base symbols and its dimension in them; `key` is the symbol as printed in the table."""

    factor: Fraction
    dimension: dict[str, int]
    key: str = ""


_PREFIXES: Final = {
    "n": Fraction(1, 10**9),
    "μ": Fraction(1, 10**6),
    "u": Fraction(1, 10**6),
    "m": Fraction(1, 10**3),
    "c": Fraction(1, 100),
    "d": Fraction(1, 10),
    "": Fraction(1),
    "k": Fraction(10**3),
    "M": Fraction(10**6),
    "G": Fraction(10**9),
}
# Symbol: its factor to the base symbols, the base symbols, the prefixes it takes. Ω, V, W and eV are bases of their own so that
# an energy per volume is never taken for a pressure.
_SYMBOLS: Final[dict[str, tuple[Fraction, dict[str, int], str]]] = {
    "A": (Fraction(1), {"A": 1}, "nμumk"),
    "Ah": (Fraction(3600), {"A": 1, "s": 1}, "μumk"),
    "V": (Fraction(1), {"V": 1}, "μumk"),
    "Ω": (Fraction(1), {"Ω": 1}, "mkM"),
    "ohm": (Fraction(1), {"Ω": 1}, "mkM"),
    "Ohm": (Fraction(1), {"Ω": 1}, "mkM"),
    "S": (Fraction(1), {"Ω": -1}, "μum"),
    "W": (Fraction(1), {"W": 1}, "mk"),
    "Wh": (Fraction(3600), {"W": 1, "s": 1}, "mk"),
    "N": (Fraction(1), {"N": 1}, "μumk"),
    "dyn": (Fraction(1, 10**5), {"N": 1}, ""),
    "J": (Fraction(1), {"N": 1, "m": 1}, "μumk"),
    "Pa": (Fraction(1), {"N": 1, "m": -2}, "mkMG"),
    "bar": (Fraction(10**5), {"N": 1, "m": -2}, "m"),
    "atm": (Fraction(101325), {"N": 1, "m": -2}, ""),
    "eV": (Fraction(1), {"eV": 1}, "mk"),
    "g": (Fraction(1), {"g": 1}, "μumk"),
    "m": (Fraction(1), {"m": 1}, "nμumcdk"),
    "Å": (Fraction(1, 10**10), {"m": 1}, ""),
    "L": (Fraction(1, 1000), {"m": 3}, "μum"),
    "l": (Fraction(1, 1000), {"m": 3}, "m"),
    "mol": (Fraction(1), {"mol": 1}, "μum"),
    "s": (Fraction(1), {"s": 1}, "m"),
    "h": (Fraction(3600), {"s": 1}, ""),
    "min": (Fraction(60), {"s": 1}, ""),
    "K": (Fraction(1), {"K": 1}, ""),
    "°C": (Fraction(1), {"°C": 1}, ""),
    "C": (Fraction(1), {"C": 1}, ""),
    "°": (Fraction(1), {"°": 1}, ""),
    "%": (Fraction(1), {"%": 1}, ""),
}
_WORDS: Final = {
    "h": ("hours", "hour", "hrs", "hr"),
    "min": ("minutes", "minute", "mins"),
    "s": ("seconds", "second", "sec"),
    "°C": ("° C", "oC", "degC", "deg C", "deg. C", "degrees Celsius", "degree Celsius", "degrees C", "degrees centigrade"),
    "°": ("degrees", "degree", "deg"),
    "%": ("percent", "per cent"),
    "V": ("volts", "volt"),
    "mV": ("millivolts",),
    "Ω": ("ohms", "Ohms"),
    "μm": ("microns", "micron", "micrometers", "micrometres"),
    "nm": ("nanometers", "nanometres"),
    "mA": ("milliamperes", "milliamps"),
}
CALENDAR: Final = {
    "h": {"day": 24, "days": 24, "week": 168, "weeks": 168},
    "mo": {"month": 1, "months": 1, "year": 12, "years": 12},
}
_AVOGADRO_EV: Final = Fraction(602214076 * 10**15) * Fraction(1602176634, 10**28)  # J/mol in one eV per particle (SI 2019, exact)
# Dimension, exchange key, factor of that unit to the base symbols.
_TARGETS: Final[tuple[tuple[dict[str, int], str, Fraction], ...]] = (
    ({"Ω": -1, "m": -1}, "mS/cm", Fraction(1, 10)),
    ({"Ω": 1, "m": 2}, "Ohm.cm2", Fraction(1, 10**4)),
    ({"A": 1, "m": -2}, "mA/cm2", Fraction(10)),
    ({"A": 1}, "mA", Fraction(1, 1000)),
    ({"A": 1, "s": 1, "m": -2}, "mAh/cm2", Fraction(36000)),
    ({"A": 1, "s": 1, "g": -1}, "mAh/g", Fraction(18, 5)),
    ({"m": 2, "g": -1}, "m2/g", Fraction(1)),
    ({"N": 1, "m": -2}, "MPa", Fraction(10**6)),
    ({"N": 1, "m": -1}, "mN/m", Fraction(1, 1000)),
    ({"g": 1, "m": -2}, "mg/cm2", Fraction(10)),
    ({"mol": 1, "m": -3}, "mol/L", Fraction(1000)),
    ({"W": 1, "s": 1, "g": -1}, "W.h/kg", Fraction(18, 5)),
    ({"eV": 1}, "eV", Fraction(1)),
    ({"N": 1, "m": 1, "mol": -1}, "eV", _AVOGADRO_EV),
    ({"s": 1}, "h", Fraction(3600)),
    ({"V": 1}, "V", Fraction(1)),
    ({"°": 1}, "deg", Fraction(1)),
    ({"%": 1}, "%", Fraction(1)),
    ({"C": 1}, "C", Fraction(1)),
    ({"°C": 1}, "Cel", Fraction(1)),
)
# Units of one dimension between which the printed symbol decides.
BY_SYMBOL: Final = {
    "mV": Unit("mV"),
    "μV": Unit("mV", Fraction(1, 1000)),
    "nm": Unit("nm"),
    "Å": Unit("nm", Fraction(1, 10)),
    "μm": Unit("um"),
    "um": Unit("um"),
    "mm": Unit("um", Fraction(1000)),
    "cm": Unit("um", Fraction(10000)),
    "K": Unit("Cel", Fraction(1), Fraction(-27315, 100)),
}


@cache
def atoms() -> dict[str, Atom]:
    """Return every symbol and word that a unit is made of, prefixes included."""
    table: dict[str, Atom] = {}
    for symbol, (factor, dimension, prefixes) in _SYMBOLS.items():
        for prefix in ("", *prefixes):
            table[prefix + symbol] = Atom(_PREFIXES[prefix] * factor, dimension, prefix + symbol)
    for symbol, words in _WORDS.items():
        table.update(dict.fromkeys(words, table[symbol]))
    return table


@cache
def targets() -> dict[Dimension, tuple[str, Fraction]]:
    """Return the key and factor of the exchange format's unit for each dimension that has one."""
    return {frozen(dimension): (key, factor) for dimension, key, factor in _TARGETS}


def frozen(dimension: dict[str, int]) -> Dimension:
    """Return a dimension in a form that can be looked up."""
    return tuple(sorted((base, power) for base, power in dimension.items() if power))
