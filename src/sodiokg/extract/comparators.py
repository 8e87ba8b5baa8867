"""What stands before or after a number and bounds it: ``~``, "less than", "up to", "or more".

Comparators of the exchange format: ``=``, ``<``, ``>``, ``<=``, ``>=``, ``~``, ``max`` ("as high as") and ``min`` ("as low as").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

__all__ = ["Bound", "bound_after", "bound_before"]


@dataclass(frozen=True, slots=True)
class Bound:
    """A comparator, the words that print it in lower case, and where they begin."""

    comparator: str
    words: str
    start: int


_BEFORE: Final = {
    "<=": ("≤", "⩽", "<=", "not exceeding", "at most", "within"),
    ">=": ("≥", "⩾", ">=", "at least"),
    "<": (
        "<", "less than", "below", "under", "lower than", "smaller than", "fewer than", "shorter than", "thinner than", "beneath", "colder than",
        "cooler than", "narrower than", "weaker than",
        "inferior to", "short of",
    ),
    ">": (
        ">", "more than", "over", "above", "exceeding", "exceeds", "exceeded", "exceed", "beyond", "greater than", "higher than",
        "larger than", "longer than", "thicker than", "wider than", "hotter than", "warmer than", "stronger than", "in excess of", "surpassing", "surpasses", "surpassed", "past", "upwards of", "upward of", "topping", "outlasting",
        "outlasted", "better than", "superior to",
    ),
    "~": (
        "~", "≈", "≃", "∼", "about", "approximately", "approx.", "approx", "approaching", "nearly", "around", "near", "roughly",
        "ca.", "ca", "circa", "c.", "almost", "close to", "on the order of", "of the order of", "virtually", "practically", "some",
    ),
    "max": (
        "up to", "as high as", "as long as", "as much as", "as many as", "as large as", "as great as", "a maximum of", "at maximum",
        "a peak of", "a high of", "as thick as", "as wide as",
    ),
    "min": ("down to", "as low as", "as small as", "as little as", "as short as", "as few as", "a minimum of", "a low of", "as thin as", "as weak as", "as early as"),
    "=": ("=", "only", "just", "merely", "exactly", "precisely"),
}  # fmt: skip
_AFTER: Final = {
    "<=": re.compile(r"\s(?:or|and)\s(?:less|lower|below|fewer|shorter|smaller|under)\b|\sat (?:most|maximum)\b"),
    ">=": re.compile(r"\s(?:or|and)\s(?:more|higher|above|longer|greater|beyond|over|larger)\b|\sat (?:least|minimum)\b"),
    "~": re.compile(r"\sor so\b"),
}
# "Came down to 5 mV" tells where a change ended, "works down to 5 °C" a least value.
_MOVED: Final = re.compile(
    r"\b(?:c[ao]me\w?|fell|falls?|went|goes|drop\w*|reduc\w*|lower\w*|decreas\w*|br[io]\w*|cut|sank|shr[aiu]nk|declin\w*)\s$"
)
_FOLLOWS: Final = ("a", "an", "of")  # what may stand between a comparator and its number
_SIGNS: Final = frozenset("<>≤≥⩽⩾=~≈≃∼")
_NEGATED: Final = {">": "<=", "<": ">="}
_NEGATION: Final = re.compile(r"(?:\b(?:no|not|never|hardly|without)|n't)\s(?:even\s|ever\s)?$")
# What a thing "did not survive" bounds it from above, as what it "did not exceed" does.
_NOT_REACHED: Final = re.compile(
    r"(?:\b(?:not|never|hardly|unable to|failed to)|n't)\s(?:even\s|ever\s)?(?:surviv|withst[ao]nd|sustain|tolerat|endur|bear|support|reach|attain|achiev"
    r"|complet)\w*\s(?:even\s|a\s|an\s|the\s)?$"
)
# "0.08 eV, much lower than 0.35 eV" sets one value against another and bounds neither.
_CONTRASTED: Final = re.compile(
    r"\d\s?[A-Za-zμΩ°%][^\s,;]*(?:\s[^\s,;]{1,6}){0,2}(?:,\s(?:(?:which|that)\s(?:is|was)\s)?(?:(?:much|far|significantly|considerably|substantially|markedly|notably|clearly"
    r"|slightly|even|remarkably|[a-z]+ times)\s)?|,?\s(?:which|that)\s(?:is|was)\s(?:\w+\s)?)$"
)
# "Under 2 mA cm-2" names the load: no bound.
_LOADS: Final = frozenset({"mA/cm2", "mA", "C", "mAh/cm2", "MPa"})


@cache
def _comparators() -> dict[str, str]:
    return {words: comparator for comparator, phrases in _BEFORE.items() for words in phrases}


@lru_cache(maxsize=256)
def _pattern(endings: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of the comparators that end in one of some words, "" being that of a sign."""
    possible = (words for words in _comparators() if _ending(words) in endings)
    ordered = sorted(possible, key=len, reverse=True)
    phrases = "|".join(r"\b" + re.escape(words) if words[0].isalpha() else re.escape(words) for words in ordered)
    return re.compile(rf"(?P<words>{phrases})\s?(?:(?:a|an|of)\s)?$", re.IGNORECASE)


@cache
def _all_endings() -> frozenset[str]:
    return frozenset(map(_ending, _comparators()))


def _ending(words: str) -> str:
    """Return the last word, "" for a sign."""
    return words.rsplit(None, 1)[-1].lstrip("(").lower() if words[-1] not in _SIGNS else ""


def _endings(tail: str) -> tuple[str, ...]:
    """Say quickly with which words of a comparator a text ends, none for no comparator; an article or "of" may follow it."""
    stripped = tail.rstrip()
    if not stripped:
        return ()
    last = _ending(stripped)
    before = _endings(stripped[: -len(last)]) if last in _FOLLOWS else ()
    return (last, *before) if last in _all_endings() else before


def bound_before(text: str, position: int, unit: str) -> Bound | None:
    """Return the bound that ends at a number's start; of two in a row ("up to ~") the first rules, unless it is no bound at all."""
    opening = max(0, position - 24)
    endings = _endings(text[opening:position])
    match = _pattern(endings).search(text, opening, position) if endings else None
    if match is None or match["words"] == "CA":  # a contact angle
        missed = _NOT_REACHED.search(text, max(0, position - 40), position) if text.startswith(" ", position - 1) else None
        return Bound("<", missed[0].lower(), missed.start()) if missed else None
    words = match["words"].lower()
    if words == "down to" and _MOVED.search(text, max(0, match.start() - 14), match.start()):
        return None
    outer = bound_before(text, match.start(), unit)
    if outer and outer.comparator not in {"=", "~"}:
        return outer
    comparator = _comparators()[words]
    if words == "under" and unit in _LOADS:
        comparator = "="
    if comparator == "=" and outer:
        return outer
    negation = _NEGATION.search(text, max(0, match.start() - 12), match.start()) if comparator in _NEGATED else None
    if negation:
        return Bound(_NEGATED[comparator], f"{negation[0].lower()}{words}", negation.start())
    if words.endswith("than") and _CONTRASTED.search(text, max(0, match.start() - 60), match.start()):
        comparator = "="
    return Bound(comparator, words, match.start())


def bound_after(text: str, position: int) -> str | None:
    """Return the comparator that the words after a quantity express, such as ``>=`` for "or more"."""
    return next((comparator for comparator, pattern in _AFTER.items() if pattern.match(text, position)), None)
