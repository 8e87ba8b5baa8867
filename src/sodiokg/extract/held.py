"""Which metrics a number of cycles or hours is the window of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sodiokg.extract.clauses import BREAK, LEADING, LISTED
from sodiokg.extract.readings import Reading, is_subject

__all__ = ["link_lives", "link_windows"]

_OVER_LIFE: Final = frozenset({"coulombic_efficiency", "capacity_retention", "capacity_fade"})
_TOLD_WITH: Final = re.compile(r"\b(?:with|at|retaining|maintaining|showing|keeping|retention|to|until)\b")
_AVERAGED: Final = re.compile(r"\b(?:over|during|throughout|within)\s(?:the\s)?$")
_NAMED_AND: Final = re.compile(r"\s(?:[A-Za-z-]+\s){1,3}and\s(?:an?\s)?(?:\w+\s)?(?:~|>|about\s)?\s?")


def link_windows(text: str, takers: Sequence[Reading], givers: Sequence[Reading]) -> None:
    """Give a window of cycles or hours to the metric next to it and to the metrics listed with that one."""
    for giver in givers:
        left = [taker for taker in takers if taker.quantity.start < giver.quantity.start]
        gap = text[left[-1].quantity.end : giver.quantity.start] if left else ""
        leads = LISTED.fullmatch(gap) and is_subject(text, [giver], takers)
        if (
            left
            and not leads
            and not BREAK.search(gap)
            and not (LEADING.search(gap) and "," in gap and left[-1] is not takers[-1])
        ):
            whole = giver.quantity.words in {"within", "over"}
            for taker in _listed_with(text, left, averaged=_AVERAGED.search(text, 0, giver.quantity.start) is not None):
                beside = taker is left[-1] and gap.strip() == "("
                if whole or beside or taker.quantity.phase != "before":
                    taker.conditions.append(giver.index)
        else:
            for taker in takers:
                if taker.quantity.start > giver.quantity.start and taker.quantity.phase != "before":
                    taker.conditions.append(giver.index)


def _listed_with(text: str, left: Sequence[Reading], *, averaged: bool) -> list[Reading]:
    """Return the metrics that stand in one list with the last; those with a noun of their own share only a window that is gone over."""
    members = [left[-1]]
    for taker in reversed(left[:-1]):
        between = text[taker.quantity.end : members[-1].quantity.start]
        pair = taker.quantity.phase == "before" and members[-1].quantity.phase == "after"
        listed = (pair or LISTED.match(between) is not None) and taker.quantity.unit == members[-1].quantity.unit
        if not listed and between.strip() not in {"of", ","} and not (averaged and _NAMED_AND.fullmatch(between)):
            break
        members.append(taker)
    return members


def link_lives(text: str, readings: Sequence[Reading]) -> None:
    """Give a rate of loss or return the cycles or hours that it is told with ("500 cycles with an efficiency of 99.9 %") as its window."""
    windows = {reading.index for reading in readings if reading.group == "life"}
    for place, metric in enumerate(readings):
        if metric.key not in _OVER_LIFE or windows & set(metric.conditions):
            continue
        life = next((reading for reading in reversed(readings[:place]) if reading.result or reading.group == "life"), None)
        gap = text[life.quantity.end : metric.quantity.start] if life else ""
        if life and life.group == "life" and (_TOLD_WITH.search(gap) or gap.strip() in {",", "("}) and not BREAK.search(gap):
            metric.conditions.append(life.index)
