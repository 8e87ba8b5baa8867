"""Conditions that one sentence sets for results in the next ones of its paragraph: a test that was set up, a treatment, a shared load."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from sodiokg.extract.clauses import is_aside
from sodiokg.extract.readings import Reading

__all__ = ["CYCLED", "Carried"]

CYCLED: Final = re.compile(r"\b(?:after|during|upon|over|before|within|on)\s(?:[\w,.]+\s){0,4}?cycl")
_TESTED: Final = re.compile(
    r"\b(?:was|were|are|is|been)\s(?:\w+\s){0,2}?(?:compared|tested|evaluated|measured|cycled|assembled|examined|performed|conducted|investigated|studied|assessed|probed"
    r"|carried out|operated|galvanostatically|subjected|plated|charged|discharged)\b",
)
# Words for the thing that a result is held against, and for a test that went as the one before.
_REFERENCE: Final = re.compile(
    r"\b(?:bare|unprotected|uncoated|pristine|untreated|unmodified|undoped|unpolished|reference|control|conventional|pure|alike|likewise|similarly)\b",
    re.IGNORECASE,
)
_NAMED_TREATMENT: Final = re.compile(
    r"\b(?:after|upon|by|following)\s(?:the\s|this\s)?(?P<stem>[a-z]{4,}?)(?:ing|ment|ed)\b", re.IGNORECASE
)
_LOADS: Final = frozenset({"current_density", "areal_capacity", "c_rate"})
_TREATABLE: Final = frozenset({"wetting", "transport", "cell"})
_LASTING: Final = 2  # sentences for which stated test conditions hold on


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

    def carry(self, place: tuple[int, tuple[int, ...]], text: str, readings: Sequence[Reading]) -> None:
        """Give the results of a sentence at a place (paragraph, owners) what earlier ones have set for them, and keep what it sets."""
        self._carry_test(place, text, readings)
        self._carry_load(place, text, readings)
        self._carry_treatment(place, text, readings)

    def _carry_test(self, place: tuple[int, tuple[int, ...]], text: str, readings: Sequence[Reading]) -> None:
        """Let results take the conditions that a sentence just before has set up ("cells were tested at 1 mA cm-2.")."""
        slots = {reading.slot for reading in readings} - {""}
        tests = slots - {"window"}
        if not any(reading.result for reading in readings) and tests and _TESTED.search(text):
            self.test = _Told(place, _by_slot(readings, tests), _LASTING)
        elif self.test:
            told = self.test
            if told.place != place or told.left == 0 or slots & {"current_density", "c_rate"}:
                self.test = None
                return
            told.left -= 1
            _give(told, [r for r in readings if r.result and r.group in {"cell", "life"}], slots)

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
    for result in results:
        result.conditions += [index for slot, indices in told.slots.items() if slot not in but for index in indices]
