"""The details that a result has to be reported with, as ``ontology/lexicon-audit-details.ttl`` lists them, and which of them a sentence tells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from pyoxigraph import NamedNode

from sodiokg.audit.vocabulary import entries
from sodiokg.errors import OntologyError
from sodiokg.extract.cues import Cue, Matcher, words_of
from sodiokg.names import LEX

__all__ = ["Detail", "Hearing", "details", "heard", "told_by"]

_CUES: Final = ("where", "notWhere", "toldCue", "spokenCue")


@dataclass(frozen=True, slots=True)
class Detail:
    """What a reader has to be told, the quantities whose numbers tell it, and the signs that do."""

    name: str
    told_by: frozenset[str]
    forms: tuple[re.Pattern[str], ...]
    has_where: bool
    has_not_where: bool


@dataclass(frozen=True, slots=True)
class Hearing:
    """What one sentence says of the details: those that it tells, those that it speaks of, and those that a number in it may tell."""

    told: frozenset[str]
    spoken: frozenset[str]
    open: frozenset[str]


@cache
def details() -> tuple[Detail, ...]:
    """Return the details; raises OntologyError for one whose entry is damaged."""
    return tuple(Detail(*_read(subject, told)) for subject, told in sorted(entries("detail").items()))


def _read(subject: str, told: dict[str, list[str]]) -> tuple[str, frozenset[str], tuple[re.Pattern[str], ...], bool, bool]:
    try:
        forms = tuple(re.compile(form, re.IGNORECASE) for form in told.get(LEX + "toldForm", ()))
    except re.error as error:
        raise OntologyError(
            f"a form of {subject} is no regular expression: {error}", where="ontology/lexicon-audit-details.ttl"
        ) from error
    by = frozenset(told.get(LEX + "toldBy", ()))
    return told[LEX + "detail"][0], by, forms, LEX + "where" in told, LEX + "notWhere" in told


@cache
def _matcher() -> Matcher:
    cues: list[Cue] = []
    for told in entries("detail").values():
        name = told[LEX + "detail"][0]
        cues += [Cue.parse(f"{kind} {name}", pattern) for kind in _CUES for pattern in told.get(LEX + kind, ())]
    return Matcher(cues)


def heard(text: str, start: int, end: int) -> Hearing:
    """Return what the sentence ``text[start:end]`` says of the details.

    >>> sorted(heard("All cells were cycled at room temperature.", 0, 42).told)
    ['temperature of the test']
    """
    hits: dict[str, set[str]] = defaultdict(set)
    for hit in _matcher().find(words_of(text, start, end)):
        kind, _, name = hit.key.partition(" ")
        hits[kind].add(name)
    is_open = frozenset(_open(details(), hits))
    allowed = [one for one in details() if one.name in hits["where"] or one.name not in hits["notWhere"]]
    by_form = {one.name for one in allowed if any(form.search(text, start, end) for form in one.forms)}
    told = (is_open & hits["toldCue"]) | by_form
    spoken = hits["spokenCue"] & {one.name for one in allowed}
    return Hearing(told, frozenset(spoken) - told, is_open)


def _open(known: Sequence[Detail], hits: dict[str, set[str]]) -> Iterator[str]:
    """Yield the details that a sentence can tell: it has the words that it needs, or none of those that forbid it."""
    for one in known:
        named = one.name in hits["where"]
        if named or (one.name not in hits["notWhere"] if one.has_not_where else not one.has_where):
            yield one.name


def told_by(quantity: NamedNode) -> frozenset[str]:
    """Return the details that a number of a quantity tells."""
    return frozenset(one.name for one in details() if quantity.value in one.told_by)
