"""Conditions that one sentence sets for results in the next ones of its paragraph: a test that was set up, a treatment, a shared load."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from sodiokg.extract.clauses import is_aside
from sodiokg.extract.readings import ADMITTED, Reading

__all__ = ["CYCLED", "Carried"]

CYCLED: Final = re.compile(r"\b(?:after|during|upon|over|before|within|on)\s(?:[\w,.]+\s){0,4}?cycl")
_TESTED: Final = re.compile(
    r"\b(?:was|were|are|is|been)\s(?:\w+\s){0,2}?(?:compared|tested|evaluated|measured|cycled|assembled|examined|performed|conducted|investigated|studied|assessed|probed"
    r"|carried out|operated|set|fixed|limited|held|adjusted|galvanostatically|subjected|plated|charged|discharged)\b",
)
_RAISED: Final = re.compile(
    r"(?:When|As|Once|Upon|On|After)\s(?:\w+ing\s|further\s)?(?:the\s)?(?:applied\s)?(?:current|rate|areal|capacity|load)",
    re.IGNORECASE,
)
# Words for the thing that a result is held against, and for a test that went as the one before.
_REFERENCE: Final = re.compile(
    r"\b(?:bare|unprotected|uncoated|pristine|untreated|unmodified|undoped|unpolished|reference|control|conventional|pure|alike|likewise|similarly)\b",
    re.IGNORECASE,
)
_SAME: Final = re.compile(
    r"\b(?:under|at|in|with|using)\s(?:the\s|exactly\s)*(?:same|identical|similar|these|those|such)\s(?:\w+\s){0,2}"
    r"(?:conditions?|rates?|current(?:s|\sdensit\w+)?|densit\w+|protocols?|test|tests|parameters?|settings?|capacit\w+)\b"
)
_NAMED_TREATMENT: Final = re.compile(
    r"\b(?:after|upon|by|following)\s(?:the\s|this\s)?(?P<stem>[a-z]{4,}?)(?:ing|ment|ed)\b", re.IGNORECASE
)
_LOADS: Final = frozenset({"current_density", "areal_capacity", "c_rate"})
_RATES: Final = frozenset({"current_density", "c_rate"})
_BUILT: Final = frozenset({"mass_loading", "np_ratio"})
_TREATABLE: Final = frozenset({"wetting", "transport", "cell"})
_LASTING: Final = 4  # sentences for which stated test conditions hold on


@dataclass(slots=True)
class _Told:
    """Conditions of a sentence by kind, with its paragraph, owners and words, and for how many sentences more they hold."""

    place: tuple[int, tuple[int, ...]]
    slots: dict[str, list[int]]
    left: int
    text: str = ""


@dataclass(slots=True)
class Carried:
    """What the sentences of a paragraph have set so far."""

    test: _Told | None = field(default=None)
    load: _Told | None = field(default=None)
    treatment: _Told | None = field(default=None)
    setting: _Told | None = field(default=None)
    last: list[Reading] = field(default_factory=list)

    def carry(self, place: tuple[int, tuple[int, ...]], text: str, readings: Sequence[Reading]) -> None:
        """Give the results of a sentence at a place (paragraph, owners) what earlier ones have set for them, and keep what it sets."""
        self._carry_test(place, text, readings)
        self._carry_load(place, text, readings)
        self._carry_treatment(place, text, readings)
        self._carry_setting(place, readings)
        self._repeat(text, readings)

    def _carry_setting(self, place: tuple[int, tuple[int, ...]], readings: Sequence[Reading]) -> None:
        """Let the cell that a sentence has described by what it was built with keep it in the next ones."""
        slots = {reading.slot for reading in readings} & _BUILT
        if slots:
            taken = {index for reading in readings for index in reading.conditions}
            own = _by_slot([reading for reading in readings if reading.index in taken], slots)
            self.setting = _Told(place, own, 1) if own else None
        elif self.setting and self.setting.place == place and self.setting.left:
            _give(self.setting, [r for r in readings if r.result and r.group == "cell"], set())
            self.setting.left -= any(reading.result for reading in readings)

    def _repeat(self, text: str, readings: Sequence[Reading]) -> None:
        """Give a result that was got "under the same conditions" those of the last result of its kind before the sentence."""
        if _SAME.search(text):
            for reading in readings:
                before = next((one for one in reversed(self.last) if one.group == reading.group and one.conditions), None)
                if reading.result and before:
                    reading.conditions += [index for index in before.conditions if index not in reading.conditions]
        self.last = [reading for reading in readings if reading.result] or self.last

    def _carry_test(self, place: tuple[int, tuple[int, ...]], text: str, readings: Sequence[Reading]) -> None:
        """Let results take the conditions that a sentence just before has set up ("cells were tested at 1 mA cm-2.")."""
        slots = {reading.slot for reading in readings} - {""}
        tests = slots - {"window"}
        results = [reading for reading in readings if reading.result]
        if not results and tests and (_TESTED.search(text) or _RAISED.match(text)):
            self.test = _Told(place, _by_slot(readings, tests), _LASTING)
        elif self.test:
            told = self.test
            if told.place != place or told.left == 0:
                self.test = None
                return
            _give(told, results, slots | (_LOADS if slots & _RATES else set()))
            told.left -= 1

    def _carry_load(self, place: tuple[int, tuple[int, ...]], text: str, readings: Sequence[Reading]) -> None:
        """Let a reference ("the bare metal failed after 90 h") take the load of the cell that it is held against."""
        slots = {reading.slot for reading in readings} - {""}
        taken = {index for reading in readings for index in reading.conditions}
        own = _by_slot([reading for reading in readings if reading.index in taken], slots & _LOADS)
        if slots & _LOADS:
            self.load = _Told(place, own, _LASTING) if own else None
        elif self.load and self.load.place == place and self.load.left and _REFERENCE.search(text):
            results = [r for r in readings if r.result and r.group in {"cell", "life"}]
            _give(self.load, [r for r in results if not r.conditions or r.group == "cell"], set())
        if self.load:
            self.load.left -= not slots & _LOADS

    def _carry_treatment(self, place: tuple[int, tuple[int, ...]], text: str, readings: Sequence[Reading]) -> None:
        """Let the value after a change take the one treatment that the paragraph has told of."""
        own = [r for r in readings if r.group == "treatment" and not is_aside(text, r.quantity.start, r.quantity.end)]
        if own:
            single = len({r.key for r in own}) == len(own)
            self.treatment = _Told(place, {"treatment": [r.index for r in own]}, _LASTING, text.lower()) if single else None
            return
        told = self.treatment
        if told is None or told.place != place or CYCLED.search(text):
            return
        for reading in readings:
            if reading.quantity.phase == "after" and reading.result and reading.group in _TREATABLE:
                named = [match["stem"].lower() for match in _NAMED_TREATMENT.finditer(text, 0, reading.quantity.start)]
                if not named or named[-1] in told.text:
                    reading.conditions += told.slots["treatment"]


def _by_slot(readings: Sequence[Reading], slots: set[str]) -> dict[str, list[int]]:
    found = {slot: [reading.index for reading in readings if reading.slot == slot] for slot in sorted(slots)}
    return {slot: indices for slot, indices in found.items() if indices}


def _give(told: _Told, results: Sequence[Reading], but: set[str]) -> None:
    """Give results what they admit of the conditions told, lists of one length in order ("at these rates")."""
    for slot, indices in told.slots.items():
        takers = [result for result in results if slot in ADMITTED.get(result.group, ()) and not _is_change(result)]
        if slot in but or not takers:
            continue
        crossed = len(indices) == len(takers) > 1 and len({taker.key for taker in takers}) == 1
        for place, taker in enumerate(takers):
            taker.conditions += [indices[place]] if crossed else indices


def _is_change(result: Reading) -> bool:
    """Say whether a number is an amount of change that has no property of its own."""
    return result.quantity.difference and result.key == "other"
