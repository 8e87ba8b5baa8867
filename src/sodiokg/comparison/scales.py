"""Scales of a plot: linear or logarithmic, with ticks at round numbers."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

__all__ = ["Scale", "scale_for"]

# Numbers that span more than this are drawn on a logarithmic scale.
_WIDE: Final = 20
_STEPS: Final = (1, 2, 5, 10)
_MOST_TICKS: Final = 8


@dataclass(frozen=True, slots=True)
class Scale:
    """The ends of an axis in the unit of its numbers, and where its ticks stand."""

    low: float
    high: float
    logarithmic: bool
    ticks: tuple[float, ...]

    def share(self, value: float) -> float:
        """Return how far along the axis a value lies, from 0 to 1.

        >>> Scale(1, 100, True, ()).share(10), Scale(0, 50, False, ()).share(10)
        (0.5, 0.2)
        """
        if self.logarithmic:
            return (math.log10(value) - math.log10(self.low)) / (math.log10(self.high) - math.log10(self.low))
        return (value - self.low) / (self.high - self.low)


def scale_for(values: Sequence[float]) -> Scale:
    """Return the scale on which these values, at least one, can be told apart.

    >>> scale_for([0.1, 5]).logarithmic, scale_for([8, 50]).ticks
    (True, (0.0, 10.0, 20.0, 30.0, 40.0, 50.0))
    """
    low, high = min(values), max(values)
    if low > 0 and high / low > _WIDE:
        return _logarithmic(low, high)
    if low == high:
        low, high = (0.0, 2 * high) if high > 0 else (2 * low, 0.0) if high < 0 else (0.0, 1.0)
    elif 0 < low < (high - low):
        low = 0.0
    return _linear(low, high)


def _linear(low: float, high: float) -> Scale:
    rough = 10.0 ** math.floor(math.log10((high - low) / _MOST_TICKS))
    step = next(rough * factor for factor in _STEPS if (high - low) / (rough * factor) <= _MOST_TICKS)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    ticks = tuple(round(place * step, 12) for place in range(first, last + 1))
    return Scale(float(ticks[0]), float(ticks[-1]), False, ticks)


def _logarithmic(low: float, high: float) -> Scale:
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    steps = (1,) if last - first > 3 else (1, 2, 5)
    places = [factor * 10.0**power for power in range(first, last + 1) for factor in steps]
    start = max(place for place in places if place <= low * (1 + 1e-9))
    end = min(place for place in places if place >= high * (1 - 1e-9))
    return Scale(start, end, True, tuple(round(place, 12) for place in places if start <= place <= end))
