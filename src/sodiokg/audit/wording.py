"""Damaged symbols, misprinted terms and doubled words of a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Final

from sodiokg.audit.facts import Fact, at
from sodiokg.audit.vocabulary import words
from sodiokg.model import Document

__all__ = ["wording_facts"]

# UTF-8 read as Latin-1 or Windows-1252; a replacement character; a character of private use; a control character.
_BROKEN: Final = re.compile(
    r"â€[™œ\u009d\u0080-\u009f“”˜¦]|Â[°·±µ²³]|Ã[©¨¶¼¤±—]|Î[¼©±²]|â„ƒ|âˆ’|â‰[ˆ¤¥]|\ufffd|[\ue000-\uf8ff]|[\x01-\x08\x0e-\x1f]"
)
# A minus sign before what cannot be negative, after a word or bracket: "(-C/7)", "for -300 h".
_MINUS: Final = re.compile(
    r"(?:(?<=\()|(?<=[a-z] ))[-−–](?=(?:C/\d|\d+(?:\.\d+)?\s?(?:h\b|cycles\b|nm\b|[μµ]m\b|mS\b|mAh\b|hours?\b|Ω)))"
)
# A unit whose exponent lost its sign, and a temperature that lost its degree: "mA cm2", "annealed at 450 C".
_EXPONENT: Final = re.compile(r"(?<=\d )(?:(?:m?A ?h?|mg|mW|W) ?cm[12]|m?S ?cm1)\b|(?<=\d )(?:m?A ?h|W ?h|m?A) ?(?:g1|kg1)\b")
_DEGREE: Final = re.compile(
    r"\b(?:heat|anneal|sinter|calcin|dried|fired|baked|melt|temperatures? of|kept at|held at|cooled)\w*\b[^;.\d]{0,40}\b(?P<lost>\d{2,4} ?C)\b(?![-/\w])"
)
_DOUBLED: Final = re.compile(
    r"\b(the|of|to|in|and|a|an|is|was|were|are|with|for|on|by|at|from|this|which|be|as|The(?=[ \n]+the\b))[ \n]+(?:\1|(?<=The[ \n])the)\b"
)
_WORD: Final = re.compile(r"(?<![\w@/'’])[A-Za-z]{6,24}(?![\w@/'’])")
_SHORTEST_TERM: Final = 7
# Of shorter terms another letter makes another word: "plating" and "placing".
_SHORTEST_CHANGED: Final = 9
# A misprint is rare; what stands more often is another word.
_OFTEN: Final = 2


def wording_facts(document: Document) -> Iterator[Fact]:
    """Yield the facts on single words and signs."""
    yield from _damages(document)
    for sentence in document.sentences:
        if sentence.language == "en":
            for found in _DOUBLED.finditer(document.plain.text, sentence.start, sentence.end):
                yield at(document, "DoubledWord", found.start(), found.end(), word=found[1].lower())
    yield from _misprints(document)


def _damages(document: Document) -> Iterator[Fact]:
    """Yield each kind of damage to a character once, where it is first, and every sign that was lost or changed."""
    source, text = document.source.text, document.plain.text
    broken = list(_BROKEN.finditer(source))
    often = Counter(found[0] for found in broken)
    for found in {found[0]: found for found in reversed(broken)}.values():
        others = often[found[0]] - 1
        more = f" and at {others} more place{'s' if others > 1 else ''}" if others else ""
        told = (("what", "a damaged character"), ("likely", ""), ("more", more), ("isSure", True))
        yield Fact("Damage", found.start(), found.end(), told)
    for found in _MINUS.finditer(text):
        yield at(document, "Damage", found.start(), found.end(), what="a minus sign", likely="about (~)", isSure=False)
    for found in _EXPONENT.finditer(text):
        yield at(
            document, "Damage", found.start(), found.end(), what="an exponent without its sign", likely="a minus", isSure=False
        )
    for found in _DEGREE.finditer(text):
        yield at(document, "Damage", *found.span("lost"), what="a C without its degree", likely="°C", isSure=False)


def _misprints(document: Document) -> Iterator[Fact]:
    text = document.plain.text
    prose = [found for one in document.sentences if one.language == "en" for found in _WORD.finditer(text, one.start, one.end)]
    often = Counter(found[0].casefold() for found in prose)
    for found in prose:
        word = found[0].casefold()
        if often[word] <= _OFTEN and (meant := _meant(word)):
            yield at(document, "Misspelling", found.start(), found.end(), word=found[0], meant=_like(meant, found[0]))


def _like(meant: str, printed: str) -> str:
    return meant.upper() if printed.isupper() else meant.capitalize() if printed[0].isupper() else meant


@cache
def _meant(word: str) -> str:
    """Return the term that a word misses by one letter, or by two neighbours changed over, "" for none; another ending is another word."""
    terms = words("term")
    if word in terms or word in words("noMisprint") or word.removesuffix("s") in terms:
        return ""
    changed_over = {word[:place] + word[place + 1] + word[place] + word[place + 2 :] for place in range(1, len(word) - 1)}
    if over := sorted(one for one in changed_over & terms if len(one) >= _SHORTEST_TERM):
        return over[0]
    gaps = {word[:place] + word[place + 1 :] for place in range(len(word))} | {word}
    near = sorted({term for gap in gaps for term in _by_gap().get(gap, ())})
    if any(_same_stem(word, term) for term in near):
        return ""
    slips = (term for term in near if word[-2:] == term[-2:] and word[0] == term[0] and _is_slip(word, term))
    return next(slips, "")


def _same_stem(word: str, term: str) -> bool:
    return word[:-3] == term[:-3]


def _is_slip(word: str, term: str) -> bool:
    """Tell whether one letter was left out, put in, put in another's place, or changed over with its neighbour."""
    start = next((place for place, (one, other) in enumerate(zip(word, term, strict=False)) if one != other), None)
    if start is None:
        return abs(len(word) - len(term)) == 1
    rests = [(word[start + 1 :], term[start:]), (word[start:], term[start + 1 :])]
    if len(term) >= _SHORTEST_CHANGED:
        rests.append((word[start + 1 :], term[start + 1 :]))
    swapped = word[start : start + 2] == term[start : start + 2][::-1] and word[start + 2 :] == term[start + 2 :]
    return swapped or any(one == other for one, other in rests)


@cache
def _by_gap() -> dict[str, set[str]]:
    """Return the terms by what is left of them when one letter is taken out, and by themselves."""
    found: dict[str, set[str]] = {}
    for term in words("term"):
        if len(term) >= _SHORTEST_TERM:
            for rest in {term[:place] + term[place + 1 :] for place in range(len(term))} | {term}:
                found.setdefault(rest, set()).add(term)
    return found
