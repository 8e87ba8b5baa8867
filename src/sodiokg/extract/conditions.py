"""Which numbers of a sentence are the test conditions of which results.

Results and conditions are told apart by their property's group. A result takes, of each kind of condition that its group admits, the
nearest run: the one that follows it ("500 h at 1 mA cm-2"), or the one that leads the clause ("at 1 mA cm-2, 500 h"). Lists of equal
length cross in order ("1 and 250 mS/cm at 25 and 300 °C").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from sodiokg.extract.clauses import BREAK, LEADING, LISTED, is_aside, read_tests
from sodiokg.extract.held import link_lives, link_windows
from sodiokg.extract.readings import ADMITTED, Reading, is_subject
from sodiokg.extract.treatments import link_treatments

__all__ = ["link_conditions"]

# Cell properties over which no number of cycles is a window.
_NO_WINDOW: Final = frozenset({"cell_voltage", "energy_density", "nucleation_overpotential"})
_CLAUSE: Final = re.compile(r"[,;]\s?(?:and|while|whereas|but)\b|;")


_COORDINATED: Final = re.compile(r",?\sand\s[^,;]{0,40}")
_SET_OFF: Final = re.compile(r"\b(?:and|but),\s(?:at|under|with|after|over)\b[^,;]*$")

# The capacity that a share is of: "89 % of 104 mAh g-1".
_BASE: Final = re.compile(r"%\s(?:of|from)\s(?:an?\s|the\s|its\s|their\s)?(?:initial\s|original\s|first\s)?(?:about\s|~\s?)?$")
_OF_CAPACITY: Final = re.compile(
    r"%\s(?:of|as much as)\s(?:the|its|their)\s(?:\w+\s)?(?:capacity|value|that)\s(?:\w+\s)?at\s(?:about\s|~\s?)?$"
)
_COMPARED_WITH: Final = re.compile(
    r"\b(?:up|down)\sfrom\b|\b(?:compared|contrast|opposed)\s(?:with|to)\b|\bversus\b|\bvs\b|\bagainst\b|\b(?:below|above|exceeding)\sthat\sof\b"
    r"|\b(?:better|worse|higher|lower|more|less|larger|smaller|longer|shorter|greater|fewer)\sthan\b"
)
_NEEDED: Final = re.compile(r"\b(?:need|requir|necessary|suffic|enough|demand)\w*\b")
_LED: Final = re.compile(
    r"(?:^|[,;:—]\s?|\b(?:and|while|whereas|but)\s)(?:at|under|with)\s(?:an?\s)?(?:[a-z]+\s){0,3}$", re.IGNORECASE
)
# Results that take no condition from beyond their own predicate.
_AT_ROOM: Final = re.compile(r"\s(?:at|under)\s(?:RT|room temperature|ambient)\b")
_OWN_CLAUSE: Final = frozenset({"critical_current_density", "energy_density"})
_PREDICATE: Final = re.compile(
    r"\b(?:and|but|while)\s(?:(?:it|they|then|also|even|still|the\s\w+|\w+ly)\s){0,2}?"
    r"(?:\w{3,}ed|ran|runs?|lost|loses?|held|holds?|kept|keeps?|lasts?|lives?|had|has|have|was|were|is|are|gave|gives?|shows?|delivers?|retains?)\b"
)
_AFTER_PLATING: Final = re.compile(
    r"\b(?:after|upon|on)\s(?:plating|depositing|stripping|deposition of|plating of|stripping of)\s(?:about\s|~\s?)?$"
)
_DENIED: Final = re.compile(r"\band\s(?:could|can|did|does|do|was|were|is|are|would|will)\b")


def link_conditions(text: str, readings: Sequence[Reading]) -> None:
    """Fill in the conditions of every result of one sentence."""
    tests = read_tests(text)
    for test in sorted({tests.of(reading.quantity.start) for reading in readings}):
        _link_test(text, [reading for reading in readings if tests.of(reading.quantity.start) == test])
    results = [reading for reading in readings if reading.result]
    _share_comparisons(text, results, readings)
    _settle_temperatures(readings, results)
    link_treatments(text, readings, results)
    link_lives(text, readings)
    _link_needs(text, readings)


def _link_test(text: str, readings: Sequence[Reading]) -> None:
    """Link the results that are told of one kind of cell with the conditions that are."""
    results = [reading for reading in readings if reading.result]
    for slot in sorted({reading.slot for reading in readings} - {""}):
        takers = [result for result in results if _admits(text, result, slot)]
        givers = [reading for reading in readings if reading.slot == slot and not _is_attribute(text, reading, readings)]
        if not takers or not givers:
            continue
        left = _cross(text, takers, givers)
        if left:
            link = link_windows if slot == "window" else _link_runs
            link(text, left, givers)


def _is_attribute(text: str, giver: Reading, readings: Sequence[Reading]) -> bool:
    """Say whether a condition belongs to no result: a loading in brackets without a load beside it, or the test of a capacity compared with."""
    if _OF_CAPACITY.search(text, max(0, giver.quantity.start - 60), giver.quantity.start):
        return True
    if giver.group != "setting":
        return False
    aside = is_aside(text, giver.quantity.start, giver.quantity.end)
    return aside is not None and not any(
        aside[0] < reading.quantity.start < aside[1] and reading.group in {"load", "life"} for reading in readings
    )


def _share_comparisons(text: str, results: Sequence[Reading], readings: Sequence[Reading]) -> None:
    """Let a value that another is compared with ("76 % after 150 cycles, up from 41 %") share the test of the first."""
    slots = {reading.index: reading.slot for reading in readings}
    for first, second in pairwise(results):
        if first.key != second.key or not _COMPARED_WITH.search(text, first.quantity.end, second.quantity.start):
            continue
        own = {slots.get(index, "") for index in second.conditions}
        second.conditions += [index for index in first.conditions if slots.get(index, "") not in own and slots.get(index)]


def _link_needs(text: str, readings: Sequence[Reading]) -> None:
    """Give a pressure that is said to be needed the load that it is needed for."""
    for pressure in readings:
        if pressure.key != "stack_pressure":
            continue
        loads = [reading for reading in readings if reading.key == "current_density"]
        if len(loads) == 1 and _NEEDED.search(text):
            between = text[slice(*sorted((loads[0].quantity.start, pressure.quantity.start)))]
            pressure.conditions += [] if BREAK.search(between) else [loads[0].index]


def _settle_temperatures(readings: Sequence[Reading], results: Sequence[Reading]) -> None:
    """Call a temperature what the results make it that hold at it: operating for cells, measurement for wetting and transport."""
    for reading in readings:
        groups = {result.group for result in results if reading.index in result.conditions}
        if reading.slot == "temperature" and groups:
            if groups <= {"wetting", "transport"}:
                reading.key = "measurement_temperature"
            elif groups <= {"cell", "life", "limit"}:
                reading.key = "operating_temperature"


def _admits(text: str, result: Reading, slot: str) -> bool:
    """Say whether a kind of condition can be one of a result; the range of a cycling voltage is itself a setting and has none."""
    quantity = result.quantity
    if slot == "window" and (result.key in _NO_WINDOW or _BASE.search(text, max(0, quantity.start - 40), quantity.start)):
        return False
    return slot in ADMITTED.get(result.group, frozenset())


def _runs(text: str, readings: Iterable[Reading]) -> list[list[Reading]]:
    """Group neighbours that stand in one list."""
    runs: list[list[Reading]] = []
    for reading in readings:
        if runs and LISTED.match(text[runs[-1][-1].quantity.end : reading.quantity.start]):
            runs[-1].append(reading)
        else:
            runs.append([reading])
    return runs


def _cross(text: str, takers: Sequence[Reading], givers: Sequence[Reading]) -> list[Reading]:
    """Pair a list of results with a list of conditions of the same length in order, and return the results that are left."""
    respectively = "respectively" in text
    kinds: dict[str, list[Reading]] = {}
    for taker in takers:
        kinds.setdefault(taker.key, []).append(taker)
    covered: set[int] = set()
    for same in kinds.values():
        if _changed(same) and _changed(givers):
            for result, giver in zip(same, givers, strict=True):
                result.conditions.append(giver.index)
            covered |= {result.index for result in same}
            continue
        lists = [same] if respectively and len(same) == len(givers) else _runs(text, same)
        for results in lists:
            match = next(
                (run for run in ([list(givers)] if respectively else _runs(text, givers)) if len(run) == len(results) > 1), None
            )
            if match and all(result.quantity.phase is None for result in results):
                for result, giver in zip(results, match, strict=True):
                    result.conditions.append(giver.index)
                covered |= {result.index for result in results}
    return [taker for taker in takers if taker.index not in covered]


def _changed(pair: Sequence[Reading]) -> bool:
    """Say whether readings are the two of a change: "from 12 to 35 mV as the current rises from 1 to 5 mA cm-2"."""
    return [reading.quantity.phase for reading in pair] == ["before", "after"]


def _link_runs(text: str, takers: Sequence[Reading], givers: Sequence[Reading]) -> None:
    runs = _stretches(text, takers, givers)
    trailing = takers[0].quantity.start < givers[0].quantity.start
    for taker in takers:
        run = _nearest(text, taker, takers, runs, trailing) or []
        taker.conditions.extend(giver.index for giver in run if not _of_another_test(text, taker, giver, takers))


def _of_another_test(text: str, taker: Reading, giver: Reading, takers: Sequence[Reading]) -> bool:
    """Say whether a condition belongs to another clause: one that only follows, or that of a wetting or impedance test beside a cell's."""
    follows = giver.quantity.start > taker.quantity.end
    between = text[taker.quantity.end : giver.quantity.start] if follows else text[giver.quantity.end : taker.quantity.start]
    if follows and giver.slot == "temperature" and _AT_ROOM.match(between):
        return True
    aside = is_aside(text, giver.quantity.start, giver.quantity.end) if follows else None
    reached = text[taker.quantity.end : aside[0]] if aside and aside[0] >= taker.quantity.end else between
    if ";" in reached and (follows or _other_topic(text, taker, giver, takers)):
        return True
    if giver.key == "current_density" and taker.group == "transport":
        return (
            (len(between) > 25 or "and" in between)
            if follows
            else not _LED.search(text, max(0, giver.quantity.start - 60), giver.quantity.start)
        )
    if taker.key in _OWN_CLAUSE and giver.slot != "temperature" and _PREDICATE.search(between):
        return True
    if taker.key in _OWN_CLAUSE and follows and _PREDICATE.search(between):
        return True
    if _AFTER_PLATING.search(text, max(0, giver.quantity.start - 40), giver.quantity.start):
        nearest = max((other.quantity.start for other in takers if other.quantity.end <= giver.quantity.start), default=-1)
        return taker.quantity.start != nearest
    low, high = sorted((taker.quantity.end, giver.quantity.start))
    return (
        giver.key == "measurement_temperature" and taker.group in {"cell", "life"} and _CLAUSE.search(text, low, high) is not None
    )


def _other_topic(text: str, taker: Reading, giver: Reading, takers: Sequence[Reading]) -> bool:
    """Say whether no result of the taker's property stands in the condition's own clause."""
    return giver.key == "measurement_temperature" and not any(
        other.key == taker.key and ";" not in text[slice(*sorted((other.quantity.start, giver.quantity.start)))]
        for other in takers
    )


def _stretches(text: str, takers: Sequence[Reading], givers: Sequence[Reading]) -> list[list[Reading]]:
    """Group conditions between which neither a result nor a new clause stands."""
    runs: list[list[Reading]] = []
    for giver in givers:
        last = runs[-1][-1] if runs else None
        parted = last is None or any(last.quantity.start < taker.quantity.start < giver.quantity.start for taker in takers)
        if last and not parted:
            gap = text[last.quantity.end : giver.quantity.start]
            parted = bool(_CLAUSE.search(gap) or _DENIED.search(gap)) and not LISTED.match(gap)
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
    if right is not None and _opens_next(text, taker, right, takers):
        return left
    if right is None or left is None:
        if left is None and right is not None and _leads(right, takers, runs):
            gap = text[taker.quantity.end : right[0].quantity.start]
            return (
                None
                if BREAK.search(gap) and taker.key in {one.key for one in takers if one.quantity.start > right[-1].quantity.start}
                else right
            )
        return right if left is None else left
    gap = text[taker.quantity.end : right[0].quantity.start]
    broken = BREAK.search(gap) or (LEADING.search(gap) and _leads(right, takers, runs) and not trailing)
    adjacent = len(gap) <= 30 and "," not in gap
    return right if (adjacent or trailing) and not broken else left


def _opens_next(text: str, taker: Reading, run: Sequence[Reading], takers: Sequence[Reading]) -> bool:
    """Say whether a run after a result opens the predicate of the next: "95 mAh g-1 and, at 1 C, 91 %", "99.5 %, and 1 C gave 91 %"."""
    gap = text[taker.quantity.end : run[0].quantity.start]
    if _SET_OFF.search(gap) and text[run[-1].quantity.end :].lstrip().startswith(","):
        return True
    return _COORDINATED.fullmatch(gap) is not None and is_subject(text, run, takers)


def _leads(run: Sequence[Reading], takers: Sequence[Reading], runs: Sequence[list[Reading]]) -> bool:
    """Say whether a result follows a run before the next run comes."""
    following = next((other[0].quantity.start for other in runs if other[0].quantity.start > run[-1].quantity.start), None)
    return any(
        taker.quantity.start > run[-1].quantity.start and (following is None or taker.quantity.start < following)
        for taker in takers
    )
