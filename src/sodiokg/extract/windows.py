"""Whether a number of cycles or hours is the window over which another metric holds, or a life that is claimed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sodiokg.extract.clauses import BREAK
from sodiokg.extract.quantities import Quantity

__all__ = ["is_window"]

_AFTER: Final = re.compile(
    r"\b(?:after|following|upon|before|prior to|at|in|until|by)\s(?:the\s|only\s|even\s|just\s|another\s|its\s|their\s|first\s|initial\s|as many as\s|undergoing\s)*$",
    re.IGNORECASE,
)
_FAILED: Final = re.compile(
    r"\b(?:fail\w*|short\w*|died?|dies|collaps\w+|broke down|breaks down|end(?:s|ed))\s(?:[\w-]+\s){0,3}?(?:after|at|within|in)\s(?:only\s|just\s)?$"
)
_UNFAILED: Final = re.compile(
    r"\b(?:no|not|without|never)\s(?:[\w-]+\s){0,4}?(?:occur\w*|observ\w*|short\w*|fail\w*|dendrites?|appear\w*|found|seen|visible)\s(?:even\s)?(?:after|within|for|over|until)\s$"
)
_FIRST: Final = re.compile(r"\b(?:the first|initial|the last|during|throughout)\s$")
_LIFE: Final = re.compile(
    r"\b(?:stabl[ey]|stability|cycl(?:ing|ed|ability)|life|lifespan|lifetime|operat\w+|sustain\w*|surviv\w*|endur\w*|run|ran|runs|last(?:s|ed|ing)?"
    r"|performance|durab\w+|cyclability)\b",
    re.IGNORECASE,
)
# Groups that are said to hold over cycles or hours, and those that a sentence needs for any window.
_HELD: Final = frozenset({"cell", "transport"})
_MEASURED: Final = frozenset({"cell", "transport", "wetting", "limit", "material"})
# An adverbial that opens a clause and sets its test: "at 1 C over 500 cycles, ...", "Using ten cycles at 1 mA cm-2, ...".
_FAR: Final = 300  # characters before a number in which its clause begins
_OPENING: Final = re.compile(
    r"(?:^|[:;—]|,\s(?:and|but|while|whereas))\s?(?:at|under|with|using|over|during|in|for|through|across|upon|within|applying|following)\b[^:;—]*$",
    re.IGNORECASE,
)

_SAID: Final = re.compile(
    r"\b(?:the|an?|its|their)\s(?:\w+\s){0,5}(?:was|were|is|are|rose|fell|stayed|remained|kept|gave|grew)\b"
)


def is_window(text: str, quantities: Sequence[Quantity], groups: Sequence[str], place: int) -> bool:
    """Say whether cycles or hours are the window of another metric ("3 % over 100 cycles") rather than the life that is claimed."""
    quantity = quantities[place]
    lead = text[max(0, quantity.start - _FAR) : quantity.start]
    if quantity.words:
        lead = lead[: max(lead.lower().rfind(quantity.words), 0)]
    if _FAILED.search(lead) or _UNFAILED.search(lead) or _MEASURED.isdisjoint(groups):
        return False
    if (
        _AFTER.search(lead)
        or _FIRST.search(lead)
        or "th cycle" in text[quantity.start : quantity.end]
        or text.endswith("cycles ", 0, quantity.start)
        or text[quantity.start] == "c"
    ):
        return True
    if _opens_a_clause(text, lead, quantities, groups, place):
        return True
    for other in range(place - 1, -1, -1):
        if quantities[other].end < quantity.start - _FAR:
            return False
        between = text[quantities[other].end : quantity.start]
        if groups[other] in _HELD:
            return between.strip() != "and" and not _LIFE.search(between) and not BREAK.search(between)
        if groups[other] == "life" and re.fullmatch(
            r"\s?[(/,]?\s?(?:and|or|i\.e\.,?|that is,?|about|~|over|more than|>)?\s?[(~>]?\s?", between
        ):
            return is_window(text, quantities, groups, other)
    return False


def _opens_a_clause(text: str, lead: str, quantities: Sequence[Quantity], groups: Sequence[str], place: int) -> bool:
    """Say whether a number stands in an adverbial before the metric that it is the window of ("over 500 cycles, little fade and 99.8 %")."""
    words = f"{lead}{quantities[place].words}"
    opening = _OPENING.search(words)
    if opening is None or _LIFE.search(lead, opening.start()):
        return False
    rest = zip(quantities[place + 1 :], groups[place + 1 :], strict=True)
    metric = next((quantity for quantity, group in rest if group == "cell"), None)
    if metric is None:
        return False
    between = text[quantities[place].end : metric.start]
    return not re.search(r"[;—]", between) and ("," in between or _SAID.search(between) is not None)
