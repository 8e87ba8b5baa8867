"""Quantities with a notation of their own: ``C/7``, ``0 ≤ x ≤ 2``, ``N/P = 3.8``, "cycle 50", "cycles 5 to 250", "half of its capacity"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from sodiokg.extract.amounts import Quantity
from sodiokg.extract.comparators import bound_before

__all__ = ["find_notations"]

_NUMBERED_CYCLE: Final = re.compile(
    r"\b(?:at|after|in|of|until|from|by|the|between|and|to)\s(?P<span>cycle\s(?:no\.\s|number\s)?(?P<number>\d{1,5}))(?!\d|\.\d|\s?(?:[mkμ]?A|[mk]?V|[mk]?h|Ω|mS|MPa|C|nm|μm|mg)\b|\s?[%°])"
)
_CYCLE_RANGE: Final = re.compile(
    r"\bcycles\s(?P<span>(?P<first>\d{1,5})\s?(?:-|to|through|and)\s?(?P<last>\d{1,5}))(?!\d|\.\d|\s?[A-Za-zμΩ°%])"
)
_PARTS: Final = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_PART_OF_CAPACITY: Final = re.compile(
    r"\b(?P<span>(?:(?P<times>an?|one|two|three|four|nine)[\s-])?(?P<part>half|third|quarter|fifth|tenth)s?)\s(?:of\s)?(?:its|their|the)\s(?:\w+\s)?capacity\b"
)
_TIMES: Final = {"two": 2, "three": 3, "four": 4, "nine": 9}
_FRACTIONAL_RATE: Final = re.compile(
    r"(?<![\w@/+.])(?P<sign>-)?(?P<span>(?:(?P<times>\d{1,3})\s?)?C\s?/\s?(?P<hours>\d{1,4})(?!\w|\.\d)|1/(?P<parts>\d{1,4})\s?C(?![\w-]))"
)
_VARIABLE_RANGE: Final = re.compile(
    r"(?<![\d.])(?P<low>\d{1,2}(?:\.\d{1,4})?)\s?(?:≤|<=?|⩽)\s?[xyznδ]\s?(?:≤|<=?|⩽)\s?(?P<high>\d{1,2}(?:\.\d{1,4})?)(?![\d.]\d|\d)"
    r"|\b[xyzδ]\s?(?:=|from|between)\s?(?P<from>\d{1,2}(?:\.\d{1,4})?)\s?(?:-|to|and)\s?(?P<to>\d{1,2}(?:\.\d{1,4})?)(?!\s?[A-Za-zμΩ°%\d])"
)
_BETWEEN: Final = ("≤", "<", "⩽", "=", "from", "between")
_NP_RATIO: Final = re.compile(
    r"\b(?:[Nn]\s?/\s?[Pp]\b|negative[-\s](?:to[-\s])?positive|anode[-\s]to[-\s]cathode)[^\d.;]{0,60}?(?P<number>\d{1,2}(?:\.\d{1,3})?)"
    r"(?:\s?:\s?1(?![\d.]))?(?![\d.]*\d|\s?(?:%|mA|m?V\b|°|h\b|C\b|cycles))"
)


def find_notations(text: str) -> list[Quantity]:
    """Return the quantities of a plain text that are not printed as a number before its unit."""
    slashed, cycles = "/" in text, "cycle" in text
    varied = any(sign in text for sign in _BETWEEN)
    return [
        *(_fractional_rates(text) if slashed else ()),
        *(_variable_ranges(text) if varied else ()),
        *(_np_ratios(text) if slashed or "positive" in text or "cathode" in text else ()),
        *(_numbered_cycles(text) if cycles else ()),
        *(_cycle_ranges(text) if cycles else ()),
        *(_parts_of_capacity(text) if "capacity" in text else ()),
    ]


def _fractional_rates(text: str) -> Iterator[Quantity]:
    """Yield C-rates printed as a fraction (``C/7``, ``1/7 C``); a hyphen in front is a tilde that print has damaged."""
    for match in _FRACTIONAL_RATE.finditer(text):
        hours = int(match["hours"] or match["parts"])
        if hours:
            start = match.start("span")
            bound = bound_before(text, start, "C")
            comparator = "~" if match["sign"] else bound.comparator if bound else "="
            yield Quantity(float(Fraction(match["times"] or 1) / hours), "C", start, match.end(), comparator=comparator)


def _variable_ranges(text: str) -> Iterator[Quantity]:
    for match in _VARIABLE_RANGE.finditer(text):
        low, high = float(match["low"] or match["from"]), float(match["high"] or match["to"])
        yield Quantity(low, "1", match.start(), match.end(), value_max=high, property="stoichiometry_range")


def _np_ratios(text: str) -> Iterator[Quantity]:
    for match in _NP_RATIO.finditer(text):
        start = match.start("number")
        bound = bound_before(text, start, "1")
        comparator = bound.comparator if bound else "="
        yield Quantity(float(match["number"]), "1", start, match.end("number"), comparator=comparator, property="np_ratio")


def _numbered_cycles(text: str) -> Iterator[Quantity]:
    for match in _NUMBERED_CYCLE.finditer(text):
        yield Quantity(float(match["number"]), "{cycles}", *match.span("span"))


def _cycle_ranges(text: str) -> Iterator[Quantity]:
    for match in _CYCLE_RANGE.finditer(text):
        low, high = float(match["first"]), float(match["last"])
        if low < high:
            yield Quantity(low, "{cycles}", *match.span("span"), value_max=high)


def _parts_of_capacity(text: str) -> Iterator[Quantity]:
    """Yield the shares of a capacity that are printed as a fraction in words ("lost one fifth of its capacity")."""
    for match in _PART_OF_CAPACITY.finditer(text):
        share = Fraction(100 * _TIMES.get(match["times"] or "", 1), _PARTS[match["part"]])
        yield Quantity(round(float(share), 6), "%", *match.span("span"))
