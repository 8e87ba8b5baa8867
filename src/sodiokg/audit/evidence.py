"""On what kinds of evidence the work of a text rests, wherever it says so: in its methods, beside a claim, or by a number it gives."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import Final

from sodiokg.audit.facts import Fact, at
from sodiokg.audit.reporting import study_of
from sodiokg.audit.vocabulary import links
from sodiokg.extract.cues import Cue, Matcher, words_of
from sodiokg.extract.lexicon import load_lexicon
from sodiokg.graph.terms import node
from sodiokg.model import Claim, Document, Measurement, Records
from sodiokg.names import member

__all__ = ["evidence_facts"]

# Metal that goes into a body within a time, or into one body and not into another, shows wetting as a droplet does.
_UPTAKE: Final = re.compile(r"\b(?:absorb|fill|soak|t[ao]ke?s? up|took up|infiltrat|infus|refuse|imbib|spread)", re.IGNORECASE)
_TESTED: Final = re.compile(
    r"\b\d+(?:\.\d+)? ?(?:s|seconds?|min|minutes?)\b|\b(?:untreated|unmodified|pristine|bare|uncoated|as-received|stay(?:s|ed)? dry|not fill)\b"
)


def evidence_facts(records: Records, kind: str) -> Iterator[Fact]:
    """Yield the kinds of evidence that each work is said to have; in research a sentence that cites nobody speaks of the text's own."""
    if kind == "research":
        yield from _of_own_work(records.document)
    for claim in records.claims:
        yield from (_told(claim, kind, key) for key in claim.evidence)
    shown = links("shows")
    for number in records.measurements:
        if number.role == "result" and number.property in shown:
            yield _told(number, kind, shown[number.property])


def _told(record: Claim | Measurement, kind: str, key: str) -> Fact:
    return Fact("EvidenceTold", record.start, record.end, (("study", study_of(record, kind)), ("evidence", node(member(key)))))


def _of_own_work(document: Document) -> Iterator[Fact]:
    starts = [citation.start for citation in document.citations]
    for sentence in document.sentences:
        if bisect_left(starts, sentence.start) == bisect_left(starts, sentence.end):
            keys = [hit.key for hit in _matcher().find(words_of(document.plain.text, sentence.start, sentence.end))]
            words = document.words(sentence.start, sentence.end)
            if _UPTAKE.search(words) and _TESTED.search(words):
                keys.append("spreading_image")
            for key in keys:
                yield at(document, "EvidenceTold", sentence.start, sentence.end, study="this work", evidence=node(member(key)))


@cache
def _matcher() -> Matcher:
    """Return the matcher of the phrases that name a kind of evidence."""
    lexicon = load_lexicon()
    kinds = {iri: patterns for iri, patterns in lexicon.cues.items() if lexicon.is_a(iri, "EvidenceKind")}
    return Matcher(Cue.parse(lexicon.key(iri), pattern) for iri, patterns in kinds.items() for pattern in patterns)
