"""What a sentence that lists works says of them all: "hosts such as A [1] and B [2] keep dendrites away"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from sodiokg.extract.cues import Hit
from sodiokg.extract.findings import Findings
from sodiokg.extract.frames import Frame
from sodiokg.extract.polarity import Judged, judge_all
from sodiokg.model import Document

__all__ = ["Topics", "common_lead", "shared_gains"]

_OPENS_LIST: Final = re.compile(r"\b(?:such as|including|include[sd]?|like|namely|for example|e\.g\.)")
_OPENS: Final = re.compile(
    _OPENS_LIST.pattern + r"|\b(?:ranging|range[sd]?|extending|reaching) from\b|:\s|\b(?:by|via|through|using)\s"
)
# The end that members are listed for, before the first: "To suppress dendrites, ...", "Among the hosts that suppress dendrites are ...".
_END: Final = re.compile(
    r"\W*(?:(?:In order to|To(?! date)|For|Towards?|Aiming (?:to|at))\s[^,\[]+,|Among\s[^,\[]+?\s(?:are|is)\b)"
)
# What follows the last member is said of all where its verb is in the plural or it tells the outcome or the purpose of them; ", which" is not.
_OF_ALL: Final = re.compile(
    r"[\s,)]*(?:(?!which|that|who|and)[a-z]+\s+){0,4}(?:all|both|each|have|were|are|can|could|do|serve|act|show|help|make|give|bind|lower|reduce|improve|suppress|enable|allow|provide|offer|lead|keep|prevent|yield|form|leave|turn|raise"
    r"|whereupon|thereby|so that|in order to|to)\b"
)
# A list in brackets, "many ways (coatings [1], hosts [2])".
_BRACKET: Final = re.compile(r"\([^()]{3,60}$")
# A member that does something of its own: "..., coating the foil", "..., strategies to ...".
_DOES: Final = re.compile(
    r"[\s,;]+(?:and |or |to |as well as )?(?:the |an? )?(?:\w+ly )?(?:(?!during|including|being|having|coating\b(?! (?:the|an?|of))|doping\b(?! (?:the|of)))[a-z]{3,}ing|use of|employment of|application of|introduction of|construction of|strateg\w+|approach\w*|methods?)\b"
)
# For so many frames after it was named, an end is still what listed works are listed for.
_TOPIC_LASTS: Final = 4


def cited_ends(document: Document, first: int, last: int) -> list[int]:
    """Return where the citations of ``text[first:last]`` end, however they are printed."""
    start = bisect_left(document.citations, first, key=lambda citation: citation.start)
    return [citation.end for citation in takewhile(lambda citation: citation.start < last, document.citations[start:])]


def common_lead(document: Document, frame: Frame, findings: Findings) -> tuple[str, ...]:
    """Return the strategies that a sentence names for all the works it lists, "coatings such as A [1] and B [2] were applied".

    They stand before the list opens, or after its last citation in what is said of all; what a member is called by is its own, and where
    each does something of its own, "coating A [1], doping B [2]", nothing is common.
    """
    number, start, end = next(findings.pieces(frame.start, frame.end))
    first, last = findings.starts[number], findings.ends[number]
    if frame.kind != "listed" or (start, end) == (first, last):
        return ()
    text, fields = document.plain.text, findings.lexicon.fields
    hits = [hit for hit in findings.cues[number] if fields.get(hit.key) == "Strategy"]
    cited = cited_ends(document, first, last) or [last]
    listed = text.startswith(",", cited[0])
    opens = _OPENS_LIST.search(text, first, cited[0]) or (_BRACKET.search(text, first, cited[0]) if listed else None)
    parallel = any(_DOES.match(text, mark) for mark in cited[:-1])
    head = opens.start() if opens else first if parallel else cited[0]
    tail = cited[-1] if _OF_ALL.match(text, cited[-1]) else last
    return tuple(dict.fromkeys(hit.key for hit in hits if hit.start < head or hit.start > tail))


def shared_gains(document: Document, frame: Frame, findings: Findings, own: list[Judged]) -> list[Judged]:
    """Return `own`, what a frame itself says, with the mechanisms and effects that its sentence states, or names as the end, of all members of a list.

    They stand before the list opens or follow its last citation; a member that states something of its own keeps to that.
    """
    number, start, end = next(findings.pieces(frame.start, frame.end))
    first, last = findings.starts[number], findings.ends[number]
    if frame.kind != "listed" or (start, end) == (first, last):
        return own
    text = document.plain.text
    marks = cited_ends(document, first, last) or [last]
    opens = _OPENS.search(text, first, marks[0])
    end_named = _END.match(text, first, marks[0])
    head = opens.start() if opens else end_named.end() if end_named else first
    tail = marks[-1] if _OF_ALL.match(text, marks[-1]) else last

    def is_gain(one: Judged) -> bool:
        return findings.lexicon.fields.get(one.hit.key) in {"Mechanism", "Effect"}

    def is_common(one: Judged) -> bool:
        return one.hit.end <= head or one.hit.start >= tail

    says = {findings.lexicon.fields[one.hit.key] for one in own if is_gain(one) and not is_common(one)}
    if "Effect" in says:
        return own
    sentence = judge_all(text, findings.cues[number])
    common = [
        Judged(one.hit, "asserted")
        for one in sentence
        if is_gain(one)
        and is_common(one)
        and one.mode in {"asserted", "purpose"}
        and findings.lexicon.fields[one.hit.key] not in says
    ]
    return [*(one for one in own if not (is_gain(one) and one.mode == "purpose")), *(one for one in common if one not in own)]


class Topics:
    """The effects for which a text lists works: those that it has lately named as an end, or wetting where it speaks of that."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._ends: tuple[str, ...] = ()
        self._since = 0

    def at(self, document: Document, frame: Frame) -> tuple[str, ...]:
        """Return the topic at the next frame of a document; the members of a list do not wear it out."""
        ends = self._ends_named(document.plain.text, frame)
        if ends is not None:
            self._ends, self._since = ends, 0
        elif frame.kind != "listed":
            self._since += 1
        return self._ends if self._since <= _TOPIC_LASTS else ()

    def _ends_named(self, text: str, frame: Frame) -> tuple[str, ...] | None:
        pieces = [self._findings.hits(number, *place) for number, *place in self._findings.pieces(frame.start, frame.end)]
        if any(hit.key == "no_wetting_improvement" for hits in pieces for hit in hits):
            return ()
        if frame.kind == "general":
            fields = self._findings.lexicon.fields
            judged = [one for hits in pieces if _names_end(hits) for one in judge_all(text, hits)]
            aims = dict.fromkeys(j.hit.key for j in judged if fields.get(j.hit.key) == "Effect" and j.mode == "purpose")
            if aims:
                return tuple(aims)
        return ("wettability_improved",) if "wett" in text[frame.start : frame.end].lower() else None


def _names_end(hits: Sequence[Hit]) -> bool:
    return any(hit.key in {"purpose", "infinitive"} for hit in hits)
