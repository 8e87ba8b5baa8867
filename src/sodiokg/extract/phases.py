"""Which of two values of one property stands before and which after what has changed it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sodiokg.extract.carrying import CYCLED
from sodiokg.extract.quantities import Quantity
from sodiokg.extract.readings import Reading
from sodiokg.model import Measurement

__all__ = ["mark_phases", "settle_pairs", "what_changed"]

_CHANGES: Final = r"(?:decreas|reduc|lower|increas|rais|improv|drop|fall|fell|ris[ei]|rose|enhanc|shr[aiu]nk|cut|bring|brought|boost|lift|diminish|suppress|chang|mov|tak|took)\w*"
_CHANGE: Final = re.compile(rf"\b{_CHANGES}")
_BESIDE: Final = re.compile(
    r"\s\(?(?P<word>before|prior to|after|following|upon|at the (?:beginning|start|outset)|initially|at first|at the end|eventually|in the end)\b"
)
_UP_FROM: Final = re.compile(r"\b(?:up|down)\sfrom\s(?:an?\s\w+\s)?(?:about\s|only\s|~\s?)?$")
# What goes on from one value to the next of the same thing: "141°; after polishing it dropped to 102°, and after heating to 71°".
_THEN_TO: Final = re.compile(
    r"(?:\b(?:it|which|this|that|value|angle|resistance|overpotential|conductivity|then|and|but)|[,;])\s(?:\w+ly\s|then\s|was\s|were\s|is\s)?"
    r"(?:dropp|fell|fall|decreas|declin|lower|reduc|sank|shr[au]nk|rose|ris|increas|climb|improv|grew|rais|cut)\w*\s(?:again\s|further\s)?(?:down\s|up\s)?to\s"
    r"(?:about\s|only\s|just\s|merely\s|~\s?)?$"
)
_ON_TO: Final = re.compile(
    r"\s?(?:,|,?\s(?:and|or))\s(?:about\s|~\s?)?|,?\s(?:and|then|and then)\s(?:(?:after|upon|finally|further)\s[^,;\d]{0,40})?\s?to\s(?:about\s|only\s|~\s?)?$"
)
_FROM: Final = re.compile(r"\bfrom\s(?:an?\s|the\s)?(?:about\s|over\s|initial\s|~\s?)*$")
_TO: Final = re.compile(r"\bto\s(?:an?\s|only\s|just\s|merely\s|about\s|over\s|as (?:low|high) as\s|~\s?)*$")
_BROKEN: Final = re.compile(r"[;:]|\bfrom\b|\bwhereas\b|\bwhile\b")
_EARLY: Final = frozenset({"before", "prior to", "at the beginning", "at the start", "at the outset", "initially", "at first"})
_BESIDE_LEFT: Final = re.compile(
    r"\b(?P<word>[Bb]efore|[Pp]rior to|[Aa]fter|[Ff]ollowing)\s(?:\w+\s){0,2}(?:\(|is |was |of )?~?\s?$"
)

_STEM: Final = (
    r"(?:anneal|treat|heat|coat|modif|polish|deposit|sputter|evaporat|clean|wash|rins|etch|dop|co-dop|sinter|introduc|incorporat|decorat|insert|alloy|addition|adding"
    r"|hot-press|fluorinat|oxidi[sz]|oxidation|activat|infus|insertion|buffer|interlayer|engineer|dipp|immers|calcin)\w*"
)
_LAYER: Final = r"(?:[\w-]*layer|film|skin|coating|additive|filler|buffer)s?"
# A treatment governs a change where it is what the change comes by or after, or the subject of the verb of change.
_TREATED: Final = re.compile(
    rf"\b(?:after|before|upon|by|with|through|via|following|due to|owing to|thanks to|once|when)\s(?:[\w'+-]+\s){{0,4}}?{_STEM}"
    r"|\bon\s(?:adding|addition|annealing|heating|coating|polishing|insertion|introduction|introducing)\b"
    rf"|\b(?:with|without|through|by)\s(?:[\w'+-]+\s){{0,4}}?{_LAYER}\b"
    rf"|(?:^|[,;:—]\s?|\b(?:and|that|which|while)\s)(?:the\s|this\s|an?\s|such\s|our\s)?(?:(?!of\b|in\b|on\b)[\w'+.-]+\s){{0,4}}?(?:{_STEM}|{_LAYER})\b[^,;:—]{{0,80}}?\b{_CHANGES}",
    re.IGNORECASE,
)


def settle_pairs(numbers: Sequence[Measurement]) -> tuple[Measurement, ...]:
    """Return the numbers with "treatment" between the two of a pair whose later one has a treatment among its conditions."""
    by_id = {number.id: number for number in numbers}
    settled = dict(by_id)
    before: dict[str, str] = {}
    for number in numbers:
        if number.phase == "before":
            before[number.property] = number.id
        elif number.phase == "after" and any(by_id[one].property.startswith("treatment") for one in number.conditions):
            for one in (number.id, before.get(number.property, number.id)):
                settled[one] = replace(by_id[one], between="treatment")
    return tuple(settled.values())


def what_changed(text: str, position: int) -> str:
    """Return what lies between the two values of a pair: "treatment", "cycling" or "other", by the clause around a place."""
    start = max(text.rfind(";", 0, position) + 1, position - 240)
    stop = text.find(";", position)
    clause = text[start : min(position + 200, stop if stop >= 0 else len(text))].lstrip()
    if CYCLED.search(clause):
        return "cycling"
    return "treatment" if _TREATED.search(clause) else "other"


def mark_phases(text: str, readings: Sequence[Reading]) -> None:
    """Mark two values of one property that the text places before and after something ("128° before and 54° after")."""
    for place, first in enumerate(readings):
        second = next((other for other in readings[place + 1 :] if other.key == first.key and other.result), None)
        if not first.result or second is None:
            continue
        if first.quantity.phase or second.quantity.phase:
            _go_on(text, second, readings)
            continue
        phases = _phases(text, first, second, _set_between(first, second, readings))
        if set(phases) == {"before", "after"}:
            for reading, phase in zip((first, second), phases, strict=True):
                reading.quantity = replace(reading.quantity, phase=phase)
            _go_on(text, second, readings)


def _phases(text: str, one: Reading, other: Reading, swept: bool) -> list[str]:
    """Return what the words between and beside two values make them; a sweep is no change, nor an efficiency that rises in one test."""
    first, second = one.quantity, other.quantity
    between = text[first.end : second.start]
    if _UP_FROM.search(between) and ";" not in between:
        return ["after", "before"]
    change = text[max(0, first.start - 90) : first.start]
    if not swept and _FROM.search(change) and _CHANGE.search(change) and _TO.search(between) and not _BROKEN.search(between):
        return ["before", "after"]
    if one.key != "coulombic_efficiency" and _THEN_TO.search(between):
        return ["before", "after"]
    return [_phase_beside(text, quantity) for quantity in (first, second)]


def _set_between(first: Reading, second: Reading, readings: Sequence[Reading]) -> bool:
    """Say whether a condition stands between two values: "from 0.4 mS/cm at 25 °C to 5 mS/cm at 100 °C" is a sweep."""
    return any(
        reading.group in {"temperature", "load"} and first.quantity.start < reading.quantity.start < second.quantity.start
        for reading in readings
    )


def _go_on(text: str, second: Reading, readings: Sequence[Reading]) -> None:
    """Mark the values that follow the second of a pair in the same change as after it too."""
    last = second
    for reading in readings:
        if reading.quantity.start > last.quantity.start and reading.key == last.key and last.quantity.phase == "after":
            if not _ON_TO.fullmatch(text[last.quantity.end : reading.quantity.start]):
                return
            reading.quantity = replace(reading.quantity, phase="after")
            last = reading


def _phase_beside(text: str, quantity: Quantity) -> str:
    match = _BESIDE.match(text, quantity.end) or _BESIDE_LEFT.search(text, max(0, quantity.start - 40), quantity.start)
    word = match["word"].lower() if match else ""
    return "before" if word in _EARLY else "after" if word else ""
