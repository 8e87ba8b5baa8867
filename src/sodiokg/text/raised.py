"""Tell raised citation numbers from exponents, charges and isotopes: ``wets BASE.²`` cites, ``cm²``, ``Ca²⁺`` and ``²³Na`` do not."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import Final

__all__ = ["RAISED", "is_citation", "listed_numbers"]

_DIGIT: Final = r"[\d⁰¹²³⁴-⁹]"
RAISED: Final = re.compile(
    rf"(?P<open>\^\{{|<sup>|(?=[⁰¹²³⁴-⁹]))(?P<numbers>{_DIGIT}{{1,3}}(?:\s?[,–⁻˒‐-]\s?{_DIGIT}{{1,3}}){{0,20}})"
    r"(?P<shut>\}|</sup>|(?<=[⁰¹²³⁴-⁹])(?![⁺⁻]))"
)
_CLOSED: Final = re.compile(r"""[^\s(\[,;:.][)\]"']{0,2}[.,;:!?][)\]"']{0,2}$""")
_WORD: Final = re.compile(r"""(?:[a-z]{3}[a-z)\]]|[a-z]{2}["'][)\]]?)$""")
_UNIT: Final = re.compile(r"(?:met(?:er|re)s?|atoms?|ohms?|inch|cm|mm|nm|km)$")
_ABBREVIATION: Final = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Za-z0-9-]*[A-Z][A-Za-z0-9-]*[A-Z][A-Z0-9]*s?\)?$")
# What a superscript number can only cite where a reference list has it: "SnO2" (a charge has its sign), "CC".
_SHORT: Final = re.compile(r"(?<![A-Za-z0-9])(?:[A-Z]{2}|(?:[A-Z][a-z]?\d*){1,6}[A-Z][a-z]?\d+)\)?$")
# The symbol of an element alone; several numbers raised beside it ("Na¹²,¹³") are neither its charge nor its mass.
_SYMBOL: Final = re.compile(r"(?<![A-Za-z0-9.])[A-Z][a-z]?\)?$")
_SEVERAL: Final = re.compile(r"[,˒]")
# Units that have no exponent, and those that have theirs already: "60 °C", "12 mV", "mA cm-2".
_SPENT: Final = re.compile(r"(?:°|[°˚º]\s?[CFK]|℃|\d\s?(?:%|h|min|s|m?V|m?eV|m?Ah|[kMG]Pa|K)|[a-zA-Z]-[1-3])$")
# A letter may follow a citation whose blank was lost, but "²³Na,²³Na" are isotopes.
_LOWER: Final = re.compile(r"[a-z]{3}[.,;:]$")
_GOES_ON: Final = re.compile(r"\$?[^\W_]")
_LIST: Final = re.compile(
    r"^[#*\s]{0,8}(?:References?(?: and Notes)?|Bibliography|Literature(?: Cited)?)\W{0,6}$", re.IGNORECASE | re.MULTILINE
)
_ENTRY: Final = re.compile(r"^\s{0,4}(?:[\[(]?(\d{1,4})[\]).]|(\d{1,4})(?=\s[^\W\d_a-z]))", re.MULTILINE)


def listed_numbers(source: str) -> int:
    r"""Return the highest number of the longest reference list of a source, 0 where there is none.

    >>> listed_numbers("It wets.^{2}\n\n## References\n1. A. Bee\n2. C. Dee\n")
    2
    """
    heads = [head.end() for head in _LIST.finditer(source)]
    return max((_counted(source, start, end) for start, end in pairwise([*heads, len(source)])), default=0)


def _counted(source: str, start: int, end: int) -> int:
    highest = 0
    for entry in _ENTRY.finditer(source, start, end):
        if int(entry[1] or entry[2]) == highest + 1:
            highest += 1
    return highest


def is_citation(before: str, source: str, raised: re.Match[str], listed: int) -> bool:
    """Say whether a raised number is a citation, by the plain text `before` it and the number of entries that are `listed`.

    After closing punctuation it is one, after a word or a long abbreviation too; after a short one or a formula where several numbers stand there
    or the reference list has the number, after a unit that takes no exponent only where the list has it.
    """
    numbers = [int(number) for number in re.findall(r"\d+", unicodedata.normalize("NFKC", raised["numbers"]))]
    if (listed and max(numbers) > listed) or min(numbers) == 0:
        return False
    if _CLOSED.search(before):
        return _GOES_ON.match(source, raised.end()) is None or _LOWER.search(before) is not None
    if _UNIT.search(before):
        return False
    if _WORD.search(before) or _ABBREVIATION.search(before):
        return True
    if _SEVERAL.search(raised["numbers"]) and numbers == sorted({*numbers}) and source[raised.end() : raised.end() + 1] != "+":
        return bool(_SYMBOL.search(before) or _SHORT.search(before))
    return bool(listed and (_SHORT.search(before) or _SPENT.search(before)))
