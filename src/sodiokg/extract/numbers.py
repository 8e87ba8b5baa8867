"""Numerals that can head a quantity: digits with thousands separators and powers of ten, and spelled small numbers.

A numeral glued to a name (``NSCA-31``, ``Na15Sn4``, ``SF-Cu-3.6``), to a citation bracket or to a figure, table or section word is not one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

__all__ = ["Numeral", "find_numerals"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as printed.

    `joined` tells that a hyphen or solidus ties it to what stands before: a range or a pair where that is an amount, else a name.
    `signed` tells that a hyphen stands free before it: a minus sign, or a tilde that print has damaged.
    """

    value: Fraction
    start: int
    end: int
    joined: bool = False
    signed: bool = False


_DIGITS: Final = (
    r"(?:(?<!-)\d{1,3}(?: \d{3})+(?:\.\d+)?(?![\d,]\d|\d)|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,]\d|\d)|\d+(?:\.\d+)?|\.\d+)"
)
_SPREAD: Final = r"(?:\s?(?:±|\+/-)\s?\d+(?:\.\d+)?)?"
# "cm2,3" and "°C1,2" are scripts with what was cited after them.
_NUMERAL: Final = re.compile(
    r"(?=[\d.(])(?<![\w.^@])(?<![A-Za-z°]\d,)(?<![A-Za-z]-\d,)"
    r"(?:(?P<power>10\s?\^?\s?-\s?[1-9](?![\d.])|10\s?\^\s?-\s?[1-9]\d(?![\d.])|10 -\s?1\d(?=\s?(?:S|cm\s?2\s?s)\b))"
    rf"|(?P<open>\((?=[\d.,]{{1,12}}\s?(?:±|\+/-)))?(?P<mantissa>{_DIGITS})(?:\(\d{{1,2}}\)(?=\s?[%°×ΩμA-Za-z]))?{_SPREAD}(?(open)\))"
    rf"(?:\s?[×xX]\s?10\^?\s?(?P<exponent>-?\s?\d{{1,2}})(?!\d))?){_SPREAD}"
)
_SPELLED: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
    "eleven": 11, "fifteen": 15, "sixteen": 16, "eighteen": 18, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000,
}  # fmt: skip
_SMALL: Final = "|".join(sorted(_SPELLED, key=len, reverse=True))
_WORD: Final = re.compile(
    rf"(?<![\w/-])(?=[efhnost])(?P<words>(?:half an?|{_SMALL})(?:(?: and |[ -])(?:{_SMALL}|a half)){{0,5}})"
    rf"(?=[ -](?:to (?:{_SMALL}) )?(?:full |stable |continuous )?"
    r"(?:hours?|minutes?|days?|weeks?|months?|years?|cycles?|h|min|seconds?|volts?|degrees?|percent|per cent)\b)",
    re.IGNORECASE,
)
_VAGUE: Final = re.compile(r"\b(?:several|many|some|few)\s$", re.IGNORECASE)
_LONGEST: Final = 30  # characters of a number that anybody measured
# Words after which a number is a label, not an amount.
_LABEL: Final = re.compile(
    r"\b(?:Figs?|Figures?|Tables?|Eqs?|Equations?|Refs?|References?|Sections?|Schemes?|Chapters?|Steps?|Movies?|Videos?|Notes?"
    r"|Samples?|Vols?|Nos?|Types?|Groups?|figures?|tables?|sections?|samples?|type|group|step|strategy|route)\.?\s?\(?$"
)


def find_numerals(text: str) -> list[Numeral]:
    """Return the numerals of a text in order, those that belong to a label or a citation left out."""
    digits = [numeral for match in _NUMERAL.finditer(text) if (numeral := _judge(text, match))]
    words = [
        Numeral(_spelled_value(match["words"]), match.start(), match.end())
        for match in _WORD.finditer(text)
        if not _VAGUE.search(text, max(0, match.start() - 10), match.start())
    ]
    return sorted(digits + words, key=lambda numeral: numeral.start)


def _spelled_value(words: str) -> Fraction:
    """Return what number words come to: "two thousand five hundred" is 2500, "one and a half" 1.5."""
    total, part = Fraction(0), Fraction(0)
    for word in re.findall(r"[a-z]+", words.lower()):
        value = Fraction(_SPELLED.get(word, 0))
        if word == "half":
            part += Fraction(1, 2)
        elif value >= 100:
            part = (part or 1) * value
            total, part = (total + part, Fraction(0)) if value == 1000 else (total, part)
        else:
            part += value
    return total + part


def _judge(text: str, match: re.Match[str]) -> Numeral | None:
    start = match.start()
    if match.end() - start > _LONGEST:
        return None
    before = text[start - 1] if start else " "
    if (
        before in "[|'′″"
        or text[max(0, start - 2) : start].rstrip().endswith("±")
        or _LABEL.search(text, max(0, start - 12), start)
    ):
        return None
    free = before in "-/" and (start < 2 or text[start - 2] in " (<>=~≤≥:;,\n")
    return Numeral(_value(match), start, match.end(), joined=before in "-/" and not free, signed=before == "-" and free)


def _value(match: re.Match[str]) -> Fraction:
    if match["power"]:
        return Fraction(10) ** int(re.sub(r"[\s^]", "", match["power"])[2:])
    mantissa = Fraction(re.sub(r"[, ]", "", match["mantissa"]))
    exponent = match["exponent"]
    return mantissa * Fraction(10) ** int(exponent.replace(" ", "")) if exponent else mantissa
