"""Gains that a text tells without a number and without a baseline: "a smaller overpotential", and neither how large it is nor than what."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import Final

from pyoxigraph import NamedNode

from sodiokg.audit.facts import Fact, at
from sodiokg.audit.reporting import INTRODUCTION, OWN, is_whole, study_of, title_of
from sodiokg.audit.vocabulary import entries
from sodiokg.model import Document, Records, Sentence
from sodiokg.names import LEX, concept

__all__ = ["gain_facts"]

# A number of any kind that is no citation and no part of a name; what it says is more than nothing.
_NUMBER: Final = re.compile(r"(?<![\w\[,–-])\d+(?:[.,]\d+)?\s?(?:%|°|[A-Za-zμΩ]|×|-fold)")


def gain_facts(records: Records, kind: str) -> Iterator[Fact]:
    """Yield each gain in a quantity of which its study gives no number, where the sentence has neither number nor baseline."""
    document = records.document
    if kind == "research" and not is_whole(document):
        return
    told = {(study_of(number, kind), concept(number.property)) for number in records.measurements if number.value is not None}
    for sentence in document.sentences:
        words = document.words(sentence.start, sentence.end)
        study = _study(document, sentence, kind)
        if not study or sentence.language != "en" or _NUMBER.search(words) or _baseline().search(words):
            continue
        for quantity, pattern in _patterns():
            found = pattern.search(words)
            if found and (study, quantity) not in told:
                told.add((study, quantity))
                place = sentence.start + found.start(), sentence.start + found.end()
                yield at(document, "Gain", *place, study=study, quantity=NamedNode(quantity), words=found[0])


def _study(document: Document, sentence: Sentence, kind: str) -> str:
    """Return whose gain a sentence tells: in research its own, where it cites nobody; in a review that of the only work it cites."""
    first = bisect_right(document.citations, sentence.start - 1, key=lambda one: one.start)
    cited = [one for one in document.citations[first:] if one.start < sentence.end]
    if kind == "research":
        return "" if cited or INTRODUCTION.search(title_of(document, sentence)) else OWN
    works = {number for one in cited for number in one.numbers}
    return f"[{works.pop()}]" if len(works) == 1 else ""


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    gain = entries("gain")[LEX + "gains"][LEX + "gain"][0]
    found = []
    for quantity, told in sorted(entries("measure").items()):
        name = rf"(?:{told[LEX + 'measure'][0]})"
        before = rf"\b(?:{gain})\b(?: (?!and\b)[\w-]+){{0,1}} {name}\b"
        verb = r"(?: (?:is|was|are|were|has|have|been|became|becomes))+"
        after = rf"\b{name}(?: of [\w -]{{2,40}}?)?{verb}(?: \w+ly| much| far)? (?:{gain})\b"
        found.append((quantity, re.compile(f"{before}|{after}", re.IGNORECASE)))
    return tuple(found)


@cache
def _baseline() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{entries('gain')[LEX + 'gains'][LEX + 'baseline'][0]})\b", re.IGNORECASE)
