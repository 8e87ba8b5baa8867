"""Which results a treatment is told to have led to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sodiokg.extract.clauses import BREAK, is_aside
from sodiokg.extract.readings import Reading

__all__ = ["link_treatments"]

_THEN: Final = re.compile(r"\bthen\b|\bthere(?:by|after|upon)\b|\bas a (?:result|consequence)\b")
_ONCE: Final = re.compile(r"(?:After|Upon|Once|Following)\b")


def link_treatments(text: str, readings: Sequence[Reading], results: Sequence[Reading]) -> None:
    """Give treatment conditions to the value after, and to a lone value said to follow the treatment; in brackets, to what they stand at."""
    treatments: list[Reading] = []
    for reading in readings:
        if reading.group != "treatment":
            continue
        aside = is_aside(text, reading.quantity.start, reading.quantity.end)
        before = [other for other in readings if other.quantity.end <= (aside[0] if aside else 0)]
        if aside and not (before and before[-1].group == "treatment"):
            if before and before[-1].result and not BREAK.search(text, before[-1].quantity.end, reading.quantity.start):
                before[-1].conditions.append(reading.index)
        else:
            treatments.append(reading)
    for result in results:
        given = treatments if result.quantity.phase == "after" else [one for one in treatments if _follows(text, one, result)]
        result.conditions.extend(reading.index for reading in given)


def _follows(text: str, treatment: Reading, result: Reading) -> bool:
    """Say whether a lone value is told as what a treatment led to."""
    if result.quantity.phase is not None or result.group not in {"wetting", "transport"}:
        return False
    if result.key == "contact_angle" and re.search(r"\b[Aa]fter\b|\bupon\b", text):
        return True
    between = text[treatment.quantity.end : result.quantity.start]
    return _THEN.search(between) is not None or (_ONCE.match(text) is not None and "," in between)
