"""The abbreviations of a text: what each stands for, those for which two are used, and those that it never explains."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from sodiokg.audit.facts import Fact, at
from sodiokg.audit.vocabulary import words
from sodiokg.extract.formulas import find_formulas, normal_formula
from sodiokg.graph.build import substance_index
from sodiokg.model import Document

__all__ = ["abbreviation_facts"]

_LONG_FIRST: Final = re.compile(r"\((?P<short>(?=[\w-]{0,9}[A-Z][\w-]{0,9}[A-Z])[A-Za-z][A-Za-z-]{1,9})\)")
_SHORT_FIRST: Final = re.compile(
    r"\b(?P<short>[A-Za-z-]{0,8}[A-Z][A-Za-z-]{0,8}[A-Z]s?)\s?(?:\(|:\s)(?P<long>[a-z][a-z -]{5,60})\)"
)
# "(UCF, S-CF and O-CF stand for untreated, S-treated and O-treated copper foam)": all end as the last word or two of the long forms do.
_TOGETHER: Final = re.compile(
    r"\((?P<shorts>[\w@-]{2,12}(?:, (?:and )?[\w@-]{2,12}){0,4},? and [\w@-]{2,12}),? (?:respectively,? )?(?:refer(?:red|s|ring)? to|denotes?|stands? for|means?|are)"
    r" (?P<long>[^()]{8,120})\)"
)
_REACH: Final = 90
_SHORTEST_VARIANT: Final = 3
_CANDIDATE: Final = re.compile(r"(?<![\w@.·~-])[A-Z][a-z]{0,2}[A-Z]{1,5}(?P<plural>s?)(?![\w@·-])(?!\.[A-Z])")
_BRACKETS: Final = re.compile(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]")
_ROMAN: Final = re.compile(r"[IVX]+")
_ORGANISATION: Final = re.compile(
    r"\s(?:Inc|Corp|Co|Ltd|GmbH|Technolog|Instrument|University|software|package)\b|\s[A-Z]?-?\d{2}"
)


def abbreviation_facts(document: Document) -> Iterator[Fact]:
    """Yield what the prose defines as an abbreviation, another way in which it prints one, and what it uses and never defines."""
    defined = list(_definitions(document))
    for start, end, short, long in defined:
        yield at(document, "Abbreviation", start, end, short=short, long=long, longKey=_key(long))
    yield from _variants(document, {short for _, _, short, _ in defined})
    yield from _undefined(document)


def _key(long: str) -> str:
    return " ".join(word.removesuffix("s") for word in re.findall(r"[a-z]+", long.casefold().replace("fibre", "fiber")))


def _definitions(document: Document) -> Iterator[tuple[int, int, str, str]]:
    """Yield place, abbreviation and long form of each definition."""
    text = document.plain.text
    for sentence in document.sentences:
        for found in _LONG_FIRST.finditer(text, sentence.start, sentence.end):
            before = text[max(sentence.start, found.start() - _REACH) : found.start()].rstrip()
            if long := _long_form(found["short"], before):
                yield found.start(), found.end(), found["short"].removesuffix("s"), long
        for found in _SHORT_FIRST.finditer(text, sentence.start, sentence.end):
            if long := _long_form(found["short"], found["long"]):
                yield found.start(), found.end(), found["short"].removesuffix("s"), long
        for found in _TOGETHER.finditer(text, sentence.start, sentence.end):
            short = _common_end(re.split(r",? and |, ", found["shorts"]))
            if short and (long := _long_form(short, found["long"].rstrip())):
                yield found.start(), found.end(), short, long


def _common_end(names: list[str]) -> str:
    """Return the capitals in which all names end, where at least two of them carry something before it."""
    last = re.search(r"[A-Z]{2,5}$", names[-1])
    ends = [last[0][place:] for place in range(len(last[0]) - 1)] if last else []
    return next((end for end in ends if all(name.endswith(end) for name in names) and sum(name != end for name in names) > 1), "")


def _long_form(short: str, before: str) -> str:
    """Return the words at the end of a text whose first letters are those of an abbreviation, "" where they are not."""
    letters = [letter for letter in short.removesuffix("s") if letter.isalpha()]
    parts = list(re.finditer(r"[^\W\d_]+", before))
    if len(parts) < len(letters) or len(letters) < 2:
        return ""
    tail = parts[-len(letters) :]
    fits = all(part[0][0].casefold() == letter.casefold() for part, letter in zip(tail, letters, strict=True))
    return before[tail[0].start() : tail[-1].end()] if fits else ""


def _variants(document: Document, defined: set[str]) -> Iterator[Fact]:
    """Yield the first place where an abbreviation that the text defines is printed with or without a hyphen, or in other letters."""
    for short in sorted(defined):
        letters = [letter for letter in short if letter.isalpha()]
        if len(letters) < _SHORTEST_VARIANT:
            continue
        pattern = re.compile(r"(?<![A-Za-z])" + "-?".join(letters) + r"(?![A-Za-z]{2})", re.IGNORECASE)
        printed = (found for one in document.sentences for found in pattern.finditer(document.plain.text, one.start, one.end))
        other = next((found for found in printed if found[0] != short and sum(map(str.isupper, found[0])) > 1), None)
        if other is not None:
            yield at(document, "OtherName", other.start(), other.end(), name=other[0], usual=short)


def _undefined(document: Document) -> Iterator[Fact]:
    """Yield the first use of each abbreviation that the text explains nowhere and that readers of the field need not know."""
    text = document.plain.text
    first: dict[str, tuple[int, int]] = {}
    for sentence in document.sentences:
        if sentence.language != "en":
            continue
        hidden = [(one.start(), one.end()) for one in _BRACKETS.finditer(text, sentence.start, sentence.end)]
        for found in _CANDIDATE.finditer(text, sentence.start, sentence.end):
            inside = any(start < found.start() < end for start, end in hidden)
            if not inside and not _ORGANISATION.match(text, found.end()):
                short = found[0].removesuffix("s") if found["plural"] else found[0]
                first.setdefault(short, (found.start(), found.end()))
    for short, place in first.items():
        if not _is_told(short, text):
            yield at(document, "UndefinedAbbreviation", *place, short=short)


def _is_told(short: str, text: str) -> bool:
    """Tell whether an abbreviation is known, a formula, or explained somewhere in the text."""
    if short in _common() or _ROMAN.fullmatch(short) or normal_formula(short) or find_formulas(short):
        return True
    return bool(
        re.search(
            rf"[(\[“\"‘'][^()\[\]]{{0,60}}(?<!\w){re.escape(short)}(?:s|es)?\b|\b{re.escape(short)}s?\)?(?: ?\(|:| =|, (?:i\.e|that is|short for))"
            rf"|(?:as|called|named|labell?ed|denoted|dubbed|termed|abbreviated) (?:as |the |an? )?(?:[\w-]+ )?{re.escape(short)}\b",
            text,
        )
    )


@cache
def _common() -> frozenset[str]:
    names = (name for name in substance_index().names if name.isalpha() and len(name) < 8 and not name.islower())
    return words("known") | frozenset(names)
