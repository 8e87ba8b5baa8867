"""Polarity: does the text assert what a cue says, deny it, suppose it, ask it, or only aim at it.

The cues of negation, hedging, questions and purposes stand in the lexicon; here is their scope: they act on what follows them in the
same clause, and a question acts on the whole sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from sodiokg.extract.cues import Hit

__all__ = ["Judged", "Mode", "judge", "judge_all"]

Mode = Literal["asserted", "negated", "hypothesised", "open_question", "purpose"]

# A clause ends where another begins with its own verb: after a semicolon, or after a comma before a conjunction of contrast or result.
_CLAUSE: Final = re.compile(
    r"[;:—]|,\s+(?:but|yet|however|whereas|while|although|though|since|because|so that|which|leading|resulting|enabling|giving|and (?:thus|hence|so|the|it|(?:\w+ )?(?:cells?|batter(?:y|ies))))\b"
)
# A clause that hangs on the one after its comma: what it denies is not denied there.
_SUBORDINATE: Final = re.compile(
    r"\b(?:since|because|as|if|when|once|although|though|where|unless|while|after)\b[^,;:.]*$", re.IGNORECASE
)
# The keys of the cues that say how something is said; few hits have one.
_TELLING: Final = frozenset({"open_question", "negated", "hypothesised", "purpose", "infinitive", "ideal"})
_WISHES: Final = frozenset({"purpose", "infinitive", "ideal"})
_NEGATION_REACH: Final = 45  # characters, about six words
_PURPOSE_REACH: Final = 90
# "Able to suppress", "shown to improve", "a way to prevent": the infinitive says what happens, not what is wished.
_ABLE: Final = re.compile(
    r"\b(?:abil\w+|able|shown|found|known|proven?|demonstrated|reported|help\w*|serv\w+|contribut\w+|capable|effective|likely|allow\w*|afford\w*|enabl\w+|used|employed|suffic\w+|appear\w*|seem\w*|tend\w*|manag\w+|ways?|approach(?:es)?|strateg(?:y|ies)|methods?|routes?|solutions?|means|remed(?:y|ies)|techniques?)(?: in the literature| before| so far)?\s*$",
    re.IGNORECASE,
)
# What a thing is without is not what it does: "cells without excess sodium retained 80 %".
_LACK: Final = re.compile(r"without\b", re.IGNORECASE)
_FINITE: Final = re.compile(
    r"(?:\w+ed|kept|held|ran|runs?|gave|lasts?|delivers?|shows?|exhibits?|sustains?|survives?)\b", re.IGNORECASE
)
_WORDS_OF_DEGREE: Final = re.compile(
    r"not (?:only|just|merely|solely|simply)|no longer than|no more than|no less than", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A cue with the mode in which the text says it."""

    hit: Hit
    mode: Mode


def judge_all(text: str, hits: Sequence[Hit]) -> list[Judged]:
    """Judge every hit of one sentence among all of them."""
    telling = [hit for hit in hits if hit.key in _TELLING]
    return [Judged(hit, judge(text, hit, telling)) for hit in hits]


def judge(text: str, hit: Hit, hits: Sequence[Hit]) -> Mode:
    """Return the mode of one hit among all hits of its sentence."""
    if not hits:
        return "asserted"
    if any(other.key == "open_question" for other in hits):
        return "open_question"
    if hit.key != "no_wetting_improvement" and any(_negates(text, other, hit) for other in hits if other.key == "negated"):
        return "negated"
    if any(_reaches(text, other, hit, _PURPOSE_REACH) for other in hits if other.key == "hypothesised"):
        return "hypothesised"
    if any(_aims(text, other, hit) for other in hits if other.key in _WISHES):
        return "purpose"
    return "asserted"


def _negates(text: str, negation: Hit, hit: Hit) -> bool:
    if _WORDS_OF_DEGREE.match(text, negation.start):
        return False
    if hit.start <= negation.start < hit.end:
        # At the edge it belongs to the cue ("no dendrites"), as what a thing is without does; inside it turns the cue round ("dendrites were not suppressed").
        return hit.start < negation.start and negation.end < hit.end and not _LACK.match(text, negation.start)
    gap = text[negation.end : hit.start]
    if _LACK.match(text, negation.start) and gap.strip() and _FINITE.match(text, hit.start):
        return False
    if " but " in gap:  # "not an insulator but a mixed conductor"
        return False
    hangs = "," in gap and _SUBORDINATE.search(text, max(0, negation.start - 80), negation.start)
    return not hangs and _reaches(text, negation, hit, _NEGATION_REACH)


def _aims(text: str, purpose: Hit, hit: Hit) -> bool:
    if hit.start <= purpose.start < hit.end or not _reaches(text, purpose, hit, _PURPOSE_REACH):
        return False
    return _ABLE.search(text, max(0, purpose.start - 30), purpose.start) is None


def _reaches(text: str, operator: Hit, hit: Hit, reach: int) -> bool:
    """Tell whether an operator stands before the hit (or overlaps its beginning) in the same clause."""
    if operator.start >= hit.end:
        return False
    gap = text[operator.end : hit.start]
    return len(gap) <= reach and not _CLAUSE.search(gap)
