"""How a frame as a whole is said: asserted, denied, supposed or asked."""

from __future__ import annotations

import re
from collections.abc import Set
from typing import Final

from sodiokg.extract.asides import denies, supposes
from sodiokg.extract.polarity import Mode
from sodiokg.extract.stretches import Stretch
from sodiokg.model import Document, Polarity

__all__ = ["stance"]

# What follows hangs on the statement and does not carry it.
_HANGS: Final = re.compile(r";|\b(?:which|who|because|since)\b")
# A question that is only added to what is said, or given as its cause: "..., though the mechanism is unknown".
_ADDED: Final = re.compile(r",\s(?:while|though|although|whereas)\s|,\sand\s(?=[^,]*$)|\b(?:due to|because|owing to|since)\b")


def stance(document: Document, stretch: Stretch) -> Polarity:
    """Judge a frame as a whole: a study's claim is asserted unless all of it is hedged, other text is what its words say."""
    fields = stretch.findings.lexicon.fields
    modes = {one.mode for one in stretch.judged if fields.get(one.hit.key) in {"Mechanism", "Effect"}}
    if stretch.frame.is_study:
        return _of_a_study(document, stretch, modes)
    if modes == {"negated"} and not stretch.says("problem") and (document.citations or stretch.frame.kind != "general"):
        return "negated"
    if _asks(document, stretch):
        return "open_question"
    hedges = (one.hit.start for one in stretch.judged if one.hit.key == "hypothesised")
    aside = (_HANGS.search(document.plain.text, stretch.frame.start, start) for start in hedges)
    return "asserted" if all(aside) else "hypothesised"


def _of_a_study(document: Document, stretch: Stretch, modes: Set[Mode]) -> Polarity:
    words = document.words(stretch.frame.start, stretch.frame.end)
    alone = len(list(stretch.findings.pieces(stretch.frame.start, stretch.frame.end))) == 1
    if (modes <= {"hypothesised", "purpose"} and "hypothesised" in modes) or (alone and supposes(words)):
        return "hypothesised"
    if not alone or not stretch.frame.works:
        return "asserted"
    if _asks(document, stretch):
        return "open_question"
    return "negated" if modes == {"negated"} or denies(words) else "asserted"


def _asks(document: Document, stretch: Stretch) -> bool:
    """Tell whether a frame leaves something open, and does not only add that to what it says."""
    text, opening = document.plain.text, stretch.frame.start
    asked = [one.hit.start for one in stretch.judged if one.hit.key == "open_question"]
    return not all(_ADDED.search(text, max(opening, text.rfind(";", opening, start)), start) for start in asked)
