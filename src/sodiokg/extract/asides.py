"""Claims beside a study's main one: what it is said not to do, a version with another agent, a sentence that only denies or asks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from sodiokg.extract.polarity import Judged
from sodiokg.extract.roles import substrate_class
from sodiokg.extract.stretches import Stretch
from sodiokg.model import Claim, Document, Polarity

__all__ = ["denied_wetting", "other_agent", "other_polarity"]

_REPLACED: Final = re.compile(
    r"\b(?:replac|substitut|exchang|swap)\w*\b.{0,60}?\b(?:with|by|for)\b|\bin place of\b|\btakes? the place\b", re.IGNORECASE
)
_IN_ITS_PLACE: Final = re.compile(
    r"\b(?:putting|using|with|by|taking)\b[^.;,]{0,50}\bin (?:its|their) (?:place|stead)\b", re.IGNORECASE
)


def denied_wetting(main: Claim) -> Iterator[Claim]:
    """Set apart what the study is said not to do for wetting: an effect of its own beside what it achieves."""
    item = next((item for item in main.items if item.value == "no_wetting_improvement"), None)
    if item is not None:
        bare = replace(main, start=item.start, end=item.end, quote=item.span, effects=(item.value,), items=(item,))
        yield replace(bare, mechanisms=(), phases_formed=(), evidence=(), cell="", cathode="")


def other_agent(document: Document, stretch: Stretch, main: Claim) -> Iterator[Claim]:
    """Set apart a second version of the strategy in which one agent takes another's place; nothing else is lent to it."""
    text, frame = document.plain.text, stretch.frame
    if match := _REPLACED.search(text, frame.start, frame.end):
        start, stop = match.end(), min(match.end() + 40, frame.end)
    elif match := _IN_ITS_PLACE.search(text, frame.start, frame.end):
        start, stop = match.span()
    else:
        return
    new = [m for m in stretch.findings.mentions(start, stop) if not substrate_class(m, stretch.findings.lexicon)]
    if new:
        first, last = document.plain.to_source(match.start(), max(match.end(), new[0].end))
        strategies = tuple(key for key in main.strategy_class if not key.endswith("_decoration"))[:1]
        bare = replace(
            main, start=first, end=last, quote=document.source.text[first:last], strategy_class=strategies, agents=(new[0].title,)
        )
        yield replace(bare, mechanisms=(), phases_formed=(), effects=(), items=(), evidence=(), cell="", cathode="")


def other_polarity(document: Document, stretch: Stretch, main: Claim) -> Iterator[Claim]:
    """Set apart a sentence of a work's own text that only asks, supposes or denies."""
    fields = stretch.findings.lexicon.fields
    for _, start, end in stretch.findings.pieces(stretch.frame.start, stretch.frame.end):
        here = [j for j in stretch.judged if start <= j.hit.start < end]
        said = [j for j in here if fields.get(j.hit.key) in {"Mechanism", "Effect"}]
        polarity = _sentence_polarity(here, said)
        if polarity is not None:
            first, last = document.plain.to_source(start, end)
            mechanisms = tuple(
                dict.fromkeys(j.hit.key for j in said if fields[j.hit.key] == "Mechanism" and polarity != "open_question")
            )
            bare = replace(
                main, start=first, end=last, quote=document.source.text[first:last], polarity=polarity, mechanisms=mechanisms
            )
            yield replace(
                bare, strategy_class=(), agents=(), phases_formed=(), effects=(), items=(), evidence=(), cell="", cathode=""
            )


def _sentence_polarity(here: list[Judged], said: list[Judged]) -> Polarity | None:
    if any(j.hit.key == "open_question" for j in here):
        return "open_question"
    modes = {j.mode for j in said}
    if modes == {"negated"}:
        return "negated"
    return "hypothesised" if modes == {"hypothesised"} else None
