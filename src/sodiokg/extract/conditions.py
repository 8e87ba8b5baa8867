"""Which numbers of a sentence are the test conditions of which results.

Results and conditions are told apart by their property's group. A result takes, of each kind of condition that its group admits, the
nearest run: the one that follows it ("500 h at 1 mA cm-2"), or the one that leads the clause ("at 1 mA cm-2, 500 h"). Lists of equal
length cross in order ("1 and 250 mS/cm at 25 and 300 °C").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from sodiokg.extract.quantities import Quantity

__all__ = ["Reading", "is_window", "link_conditions", "mark_phases", "slot_of"]


@dataclass(slots=True)
class Reading:
    """A typed quantity of one sentence (offsets in the sentence) while its conditions are sought; `index` is its place in the document."""

    quantity: Quantity
    key: str
    group: str
    index: int
    result: bool
    conditions: list[int] = field(default_factory=list)

    @property
    def slot(self) -> str:
        """Return the kind of condition that the quantity is, "" for a result."""
        return slot_of(self.key, self.group) if not self.result else ""


_TEST: Final = frozenset(
    {"temperature", "current_density", "current", "c_rate", "areal_capacity", "stack_pressure", "mass_loading", "np_ratio"}
)
_ADMITTED: Final[dict[str, frozenset[str]]] = {
    "wetting": frozenset({"temperature"}),
    "transport": frozenset({"temperature", "stack_pressure"}),
    "limit": frozenset({"temperature", "areal_capacity", "stack_pressure"}),
    "cell": _TEST | {"window"},
    "life": _TEST,
    "load": _TEST - {"areal_capacity"},
}
# Cell properties over which no number of cycles is a window.
_NO_WINDOW: Final = frozenset({"cell_voltage", "energy_density", "nucleation_overpotential"})
_OVER_LIFE: Final = frozenset({"coulombic_efficiency", "capacity_retention", "capacity_fade"})
_TOLD_WITH: Final = re.compile(r"\b(?:with|at|retaining|maintaining|showing|keeping|retention)\b")
_AFTER: Final = re.compile(
    r"\b(?:after|following|upon|before|prior to|at|in|until|by)\s(?:the\s|only\s|even\s|just\s|another\s|its\s|their\s|first\s|initial\s|as many as\s|undergoing\s)*$",
    re.IGNORECASE,
)
_FAILED: Final = re.compile(
    r"\b(?:fail\w*|short\w*|died?|dies|collaps\w+|broke down|breaks down|end(?:s|ed))\s(?:[\w-]+\s){0,3}?(?:after|at|within|in)\s(?:only\s|just\s)?$"
)
_FIRST: Final = re.compile(r"\b(?:the first|initial|the last|during|throughout)\s$")
_LIFE: Final = re.compile(
    r"\b(?:stabl[ey]|stability|cycl(?:ing|ed|ability)|life|lifespan|lifetime|operat\w+|sustain\w*|surviv\w*|endur\w*|run|ran|runs|last(?:s|ed|ing)?"
    r"|performance|durab\w+|cyclability)\b",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(r"[,;]\s?(?:and|while|whereas|but)\b|;")
_BREAK: Final = re.compile(
    r"[;—]|,\s(?:while|whereas|but|compared|and (?:at|under|after)|versus)\b|\b(?:while|whereas|compared (?:to|with)|in contrast)\b"
)
_LEADING: Final = re.compile(
    r"(?:^|[,;(—:]|\bthat|\bwhile|\bwhereas|\bbut|\band)\s?(?:\w+\s){0,2}?(?:at|under|when|with|after|during|over|upon|for|in)\b[^,;]*$",
    re.IGNORECASE,
)
_BESIDE: Final = re.compile(r"\s\(?(?P<word>before|prior to|after|following|upon)\b")
_BESIDE_LEFT: Final = re.compile(
    r"\b(?P<word>[Bb]efore|[Pp]rior to|[Aa]fter|[Ff]ollowing)\s(?:\w+\s){0,2}(?:\(|is |was |of )?~?\s?$"
)
_LISTED: Final = re.compile(
    r"\s?(?:,|/)?\s?(?:(?:and|or|then|subsequently)\b,?\s?)*(?:subsequently,?\s|then\s|even\s)?(?:~|about |approximately )?\s?$"
)


def slot_of(key: str, group: str) -> str:
    """Return the kind of condition that a property fills, "" for none."""
    if group == "temperature":
        return "temperature"
    return "window" if group == "life" else key if group in {"load", "setting"} and key != "stoichiometry_range" else ""


def is_window(text: str, quantities: Sequence[Quantity], groups: Sequence[str], place: int) -> bool:
    """Say whether cycles or hours are the window of another metric ("3 % over 100 cycles") rather than the life that is claimed."""
    quantity = quantities[place]
    lead = text[: quantity.start]
    if quantity.words:
        lead = lead[: max(lead.lower().rfind(quantity.words), 0)]
    if _FAILED.search(lead):
        return False
    if (
        _AFTER.search(lead)
        or _FIRST.search(lead)
        or "th cycle" in text[quantity.start : quantity.end]
        or text[quantity.start] == "c"
    ):
        return True
    if quantity.words == "over" and len(lead.strip()) == 0 and "cell" in groups:
        return True
    for other in range(place - 1, -1, -1):
        between = text[quantities[other].end : quantity.start]
        if groups[other] == "cell":
            return between.strip() != "and" and not _LIFE.search(between) and not _BREAK.search(between)
        if groups[other] == "life" and re.fullmatch(
            r"\s?[(/,]?\s?(?:and|or|i\.e\.,?|that is,?|about|~|over|more than|>)?\s?[(~>]?\s?", between
        ):
            return is_window(text, quantities, groups, other)
    return False


def mark_phases(text: str, readings: Sequence[Reading]) -> None:
    """Mark two values of one property that the text places before and after something ("128° before and 54° after")."""
    for place, first in enumerate(readings):
        second = next((other for other in readings[place + 1 :] if other.key == first.key and other.result), None)
        if not first.result or second is None or first.quantity.phase or second.quantity.phase:
            continue
        phases = [_phase_beside(text, reading.quantity) for reading in (first, second)]
        if set(phases) == {"before", "after"}:
            for reading, phase in zip((first, second), phases, strict=True):
                reading.quantity = replace(reading.quantity, phase=phase)


def _phase_beside(text: str, quantity: Quantity) -> str:
    match = _BESIDE.match(text, quantity.end) or _BESIDE_LEFT.search(text, max(0, quantity.start - 40), quantity.start)
    word = match["word"].lower() if match else ""
    return {"": "", "before": "before", "prior to": "before"}.get(word, "after")


def link_conditions(text: str, readings: Sequence[Reading]) -> None:
    """Fill in the conditions of every result of one sentence."""
    results = [reading for reading in readings if reading.result]
    for slot in sorted({reading.slot for reading in readings} - {""}):
        takers = [result for result in results if _admits(result, slot)]
        givers = [reading for reading in readings if reading.slot == slot]
        if takers and givers and not _cross(text, takers, givers):
            link = _link_windows if slot == "window" else _link_runs
            link(text, takers, givers)
    _settle_temperatures(readings, results)
    _link_treatments(text, readings, results)
    _link_lives(text, readings)


def _settle_temperatures(readings: Sequence[Reading], results: Sequence[Reading]) -> None:
    """Call a temperature what the results make it that hold at it: operating for cells, measurement for wetting and transport."""
    for reading in readings:
        groups = {result.group for result in results if reading.index in result.conditions}
        if reading.slot == "temperature" and groups:
            if groups <= {"wetting", "transport", "limit"}:
                reading.key = "measurement_temperature"
            elif groups <= {"cell", "life"}:
                reading.key = "operating_temperature"


def _admits(result: Reading, slot: str) -> bool:
    if slot == "window" and (result.key in _NO_WINDOW or result.quantity.phase == "before"):
        return False
    return slot in _ADMITTED.get(result.group, frozenset())


def _runs(text: str, readings: Iterable[Reading]) -> list[list[Reading]]:
    """Group neighbours that stand in one list."""
    runs: list[list[Reading]] = []
    for reading in readings:
        if runs and _LISTED.match(text[runs[-1][-1].quantity.end : reading.quantity.start]):
            runs[-1].append(reading)
        else:
            runs.append([reading])
    return runs


def _cross(text: str, takers: Sequence[Reading], givers: Sequence[Reading]) -> bool:
    """Pair a list of results with a list of conditions of the same length in order, and say whether that covered all of them."""
    respectively = "respectively" in text
    kinds: dict[str, list[Reading]] = {}
    for taker in takers:
        kinds.setdefault(taker.key, []).append(taker)
    covered = False
    for same in kinds.values():
        lists = [same] if respectively else _runs(text, same)
        for results in lists:
            match = next(
                (run for run in ([list(givers)] if respectively else _runs(text, givers)) if len(run) == len(results) > 1), None
            )
            if match and all(result.quantity.phase is None for result in results):
                for result, giver in zip(results, match, strict=True):
                    result.conditions.append(giver.index)
                covered = True
    return covered


def _link_runs(text: str, takers: Sequence[Reading], givers: Sequence[Reading]) -> None:
    runs = _stretches(text, takers, givers)
    trailing = takers[0].quantity.start < givers[0].quantity.start
    for taker in takers:
        run = _nearest(text, taker, takers, runs, trailing) or []
        taker.conditions.extend(giver.index for giver in run if not _of_another_test(text, taker, giver))


def _of_another_test(text: str, taker: Reading, giver: Reading) -> bool:
    """Say whether a condition belongs to another clause: one that only follows, or that of a wetting or impedance test beside a cell's."""
    if giver.quantity.start > taker.quantity.end and ";" in text[taker.quantity.end : giver.quantity.start]:
        return True
    low, high = sorted((taker.quantity.end, giver.quantity.start))
    return (
        giver.key == "measurement_temperature" and taker.group in {"cell", "life"} and _CLAUSE.search(text, low, high) is not None
    )


def _stretches(text: str, takers: Sequence[Reading], givers: Sequence[Reading]) -> list[list[Reading]]:
    """Group conditions between which neither a result nor a new clause stands."""
    runs: list[list[Reading]] = []
    for giver in givers:
        last = runs[-1][-1] if runs else None
        parted = last is None or any(last.quantity.start < taker.quantity.start < giver.quantity.start for taker in takers)
        if last and not parted:
            gap = text[last.quantity.end : giver.quantity.start]
            parted = bool(_CLAUSE.search(gap)) and not _LISTED.match(gap)
        if parted:
            runs.append([giver])
        else:
            runs[-1].append(giver)
    return runs


def _nearest(
    text: str, taker: Reading, takers: Sequence[Reading], runs: Sequence[list[Reading]], trailing: bool
) -> list[Reading] | None:
    right = next((run for run in runs if run[0].quantity.start > taker.quantity.start), None)
    left = next((run for run in reversed(runs) if run[0].quantity.start < taker.quantity.start), None)
    if right is None or left is None:
        return right if left is None else left
    gap = text[taker.quantity.end : right[0].quantity.start]
    broken = _BREAK.search(gap) or (_LEADING.search(gap) and _leads(right, takers, runs) and not trailing)
    adjacent = len(gap) <= 30 and "," not in gap
    return right if (adjacent or trailing) and not broken else left


def _leads(run: Sequence[Reading], takers: Sequence[Reading], runs: Sequence[list[Reading]]) -> bool:
    """Say whether a result follows a run before the next run comes."""
    following = next((other[0].quantity.start for other in runs if other[0].quantity.start > run[-1].quantity.start), None)
    return any(
        taker.quantity.start > run[-1].quantity.start and (following is None or taker.quantity.start < following)
        for taker in takers
    )


def _link_windows(text: str, takers: Sequence[Reading], givers: Sequence[Reading]) -> None:
    """Give a window of cycles or hours to the metric next to it and to the metrics listed with that one."""
    for giver in givers:
        left = [taker for taker in takers if taker.quantity.start < giver.quantity.start]
        gap = text[left[-1].quantity.end : giver.quantity.start] if left else ""
        if left and not _BREAK.search(gap) and not (_LEADING.search(gap) and "," in gap and left[-1] is not takers[-1]):
            for taker in _listed_with(text, left):
                taker.conditions.append(giver.index)
        else:
            for taker in takers:
                if taker.quantity.start > giver.quantity.start:
                    taker.conditions.append(giver.index)


def _listed_with(text: str, left: Sequence[Reading]) -> list[Reading]:
    members = [left[-1]]
    for taker in reversed(left[:-1]):
        between = text[taker.quantity.end : members[-1].quantity.start]
        listed = _LISTED.match(between) is not None and taker.quantity.unit == members[-1].quantity.unit
        if not listed and between.strip() not in {"of", ","}:
            break
        members.append(taker)
    return members


def _link_lives(text: str, readings: Sequence[Reading]) -> None:
    """Give a rate of loss or return the cycles or hours that it is told with ("500 cycles with an efficiency of 99.9 %") as its window."""
    windows = {reading.index for reading in readings if reading.group == "life"}
    for place, metric in enumerate(readings):
        if metric.key not in _OVER_LIFE or windows & set(metric.conditions):
            continue
        life = next((reading for reading in reversed(readings[:place]) if reading.result or reading.group == "life"), None)
        gap = text[life.quantity.end : metric.quantity.start] if life else ""
        if life and life.group == "life" and (_TOLD_WITH.search(gap) or gap.strip() == ",") and not _BREAK.search(gap):
            metric.conditions.append(life.index)


def _link_treatments(text: str, readings: Sequence[Reading], results: Sequence[Reading]) -> None:
    """Give treatment conditions to the value after, and to a lone wetting value said to follow the treatment."""
    treatments = [reading.index for reading in readings if reading.group == "treatment"]
    for result in results:
        lone = result.key == "contact_angle" and result.quantity.phase is None and re.search(r"\b[Aa]fter\b|\bupon\b", text)
        if treatments and (result.quantity.phase == "after" or lone):
            result.conditions.extend(treatments)
