"""What the numbers of a study show: a long life shows stable cycling, a falling contact angle better wetting, an adsorption energy adsorption.

Which quantity shows which effect or mechanism stands in the lexicon.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sodiokg.extract.lexicon import Lexicon
from sodiokg.model import Item, Measurement

__all__ = ["shown_items"]


def shown_items(numbers: Sequence[Measurement], lexicon: Lexicon) -> tuple[Item, ...]:
    """Return the effects and mechanisms that the results among `numbers` show, each with the first number that shows it."""
    found: dict[str, Item] = {}
    for number, effect in (*_reached(numbers, lexicon), *_fallen(numbers, lexicon)):
        field = "mechanisms" if lexicon.fields.get(effect) == "Mechanism" else "effects"
        found.setdefault(effect, Item(field, effect, "asserted", number.start, number.end, number.span))
    return tuple(found.values())


def _reached(numbers: Sequence[Measurement], lexicon: Lexicon) -> Iterator[tuple[Measurement, str]]:
    for number in numbers:
        if number.property in lexicon.shows and number.role == "result" and number.comparator not in {"<", "<="}:
            yield number, lexicon.shows[number.property]


def _fallen(numbers: Sequence[Measurement], lexicon: Lexicon) -> Iterator[tuple[Measurement, str]]:
    before: dict[str, Measurement] = {}
    for number in numbers:
        if number.property not in lexicon.shows_by_falling or number.value is None:
            continue
        if number.phase == "before":
            before[number.property] = number
        elif number.phase == "after" and (old := before.pop(number.property, None)) and (old.value or 0) > number.value:
            yield number, lexicon.shows_by_falling[number.property]
