"""What the numbers of a study show: a long life shows stable cycling, a small contact angle wetting, a lower resistance a better interface.

Which quantity shows which effect or mechanism, and from which size on, stands in the lexicon.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import inf
from typing import Final

from sodiokg.extract.lexicon import Lexicon
from sodiokg.model import Item, Measurement

__all__ = ["shown_items"]

_CONTRAST: Final = 1.5  # two states that differ by less may be the scatter of one
# A length of life is told as the result, or as the condition under which something else held.
_LIVES: Final = {"cycle_count", "cycling_time"}
_LONG_LIFE: Final = 100  # cycles or hours


def shown_items(numbers: Sequence[Measurement], lexicon: Lexicon) -> tuple[Item, ...]:
    """Return the effects and mechanisms that the results among `numbers` show, each with the first number that shows it."""
    found: dict[str, Item] = {}
    shown = (*_reached(numbers, lexicon), *_fallen(numbers, lexicon), *_contrasted(numbers, lexicon))
    for number, effect in shown:
        field = "mechanisms" if lexicon.fields.get(effect) == "Mechanism" else "effects"
        found.setdefault(effect, Item(field, effect, "asserted", number.start, number.end, number.span))
    return tuple(found.values())


def _reached(numbers: Sequence[Measurement], lexicon: Lexicon) -> Iterator[tuple[Measurement, str]]:
    for number in numbers:
        low, high = lexicon.bounds.get(number.property, (-inf, inf))
        if number.role == "condition" and number.property in _LIVES:
            low = max(low, _LONG_LIFE)
        elif number.role != "result":
            continue
        if number.property in lexicon.shows and _lies_between(number, low, high):
            yield number, lexicon.shows[number.property]


def _lies_between(number: Measurement, low: float, high: float) -> bool:
    """Tell whether a result is at least `low` or, where it counts by being small, below `high` and not that of the untreated state."""
    if high < inf:
        return (
            number.value is not None and number.value < high and number.comparator not in {">", ">="} and number.phase != "before"
        )
    return number.comparator not in {"<", "<="} and (number.value is None or number.value >= low)


def _fallen(numbers: Sequence[Measurement], lexicon: Lexicon) -> Iterator[tuple[Measurement, str]]:
    before: dict[str, Measurement] = {}
    for number in numbers:
        if number.property not in lexicon.shows_by_falling or number.value is None:
            continue
        if number.phase == "before":
            before[number.property] = number
        elif number.phase == "after" and (old := before.pop(number.property, None)) and (old.value or 0) > number.value:
            yield number, lexicon.shows_by_falling[number.property]


def _contrasted(numbers: Sequence[Measurement], lexicon: Lexicon) -> Iterator[tuple[Measurement, str]]:
    """Yield the smallest of several values that a study sets side by side at one temperature, or one said to be "as low as"."""
    temperatures = {number.id: number.value for number in numbers if number.unit == "Cel"}
    states: dict[tuple[str, frozenset[float | None]], list[Measurement]] = defaultdict(list)
    for number in numbers:
        if (
            number.property in lexicon.shows_by_falling
            and number.role == "result"
            and number.value is not None
            and not number.phase
        ):
            at = frozenset(temperatures[key] for key in number.conditions if key in temperatures)
            states[number.property, at].append(number)
    for (quantity, _), values in states.items():
        least = min(values, key=lambda number: number.value or 0)
        largest = max(number.value or 0 for number in values)
        if least.comparator == "min" or largest > _CONTRAST * (least.value or 0):
            yield least, lexicon.shows_by_falling[quantity]
