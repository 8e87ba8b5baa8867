"""Why a number that looks measured was left unread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sodiokg.extract.amounts import Amount
from sodiokg.extract.quantities import Quantity

__all__ = ["told_why"]


def told_why(
    text: str, unread: Sequence[Amount], quantities: Sequence[Quantity], keys: Sequence[str]
) -> Iterator[tuple[int, int, str]]:
    """Yield place and reason of each number of a sentence that has a unit and no record: its unit is not known, or no word names it."""
    for amount in unread:
        unit = text[amount.numeral.end : amount.end].strip()
        yield amount.start, amount.end, f"“{unit}” is damaged or no unit that records have"
    for quantity, key in zip(quantities, keys, strict=True):
        if not key:
            yield quantity.start, quantity.end, "no word says what is measured"
