"""Statements: causes, comparisons, rankings, properties, dependences, weights given to explanations, and open questions.

A statement is read where a relation's cue stands in a sentence: its subject is what stands before the cue in the clause, its object what
follows. Causes that a sentence lists become one statement each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from sodiokg.extract.cues import Hit
from sodiokg.extract.lexicon import Lexicon
from sodiokg.extract.studies import Frame, Frames
from sodiokg.model import Attribution, Document, Polarity, Sentence, Statement

__all__ = ["RELATIONS", "read_statements"]

# Cue key -> the relation of the record, and whether the sentence names the object first.
RELATIONS: Final = {
    "causes": ("causes", False),
    "causedBy": ("causes", True),
    "compares_higher_than": ("compares_higher_than", False),
    "compares_lower_than": ("compares_lower_than", False),
    "ranks_best": ("ranks_best", False),
    "has_property": ("has_property", False),
    "depends_on": ("depends_on", False),
    "decides": ("depends_on", True),
    "credited_more_than": ("credited_more_than", False),
    "changed_from": ("changed_from", False),
    "compatible_with": ("compatible_with", False),
}
_CITATION: Final = re.compile(r"\s*\[[\d,\s\-]+\](?:\[[\d,\s\-]+\])*")
_BOUNDARY: Final = re.compile(r"[;:—]|,\s+(?:but|whereas|while|although|and (?=\w+ (?:is|are|was|were)\b))|\.\s")
_LISTED: Final = re.compile(
    r",?\s+(?:or|and)\s+(?:to|by|from|on)\s+|;\s*(?:and|or)?\s*|,\s+(?:and|or)?\s*(?=(?:the|a|an|to)\b)|\s+(?:and|or)\s+(?=(?:the|a|an)\s)"
)
_CONNECTIVE: Final = re.compile(
    r"^(?:(?:however|unfortunately|furthermore|moreover|consequently|therefore|thus|hence|recently|as a result|in addition|also|and|or|which|that|to|of|than|with|from)\b[,\s]*)+",
    re.IGNORECASE,
)
_MIN_WORDS: Final = 1
_MAX_WORDS: Final = 45


def read_statements(document: Document, frames: Frames, lexicon: Lexicon) -> tuple[Statement, ...]:
    """Return the statements of a document by place; ids are "s001", "s002" ..."""
    drafts = [draft for sentence in document.sentences for draft in _of_sentence(document, sentence, frames, lexicon)]
    return tuple(_with_id(draft, number) for number, draft in enumerate(drafts, 1))


def _with_id(draft: Statement, number: int) -> Statement:
    return replace(draft, id=f"s{number:03d}")


def _of_sentence(document: Document, sentence: Sentence, frames: Frames, lexicon: Lexicon) -> Iterator[Statement]:
    text = document.plain.text
    hits = lexicon.hits(text, sentence.start, sentence.end)
    frame = frames.at(sentence.start)
    if any(hit.key == "open_question" for hit in hits):
        yield _statement(document, sentence, frame, _tidy(text[sentence.start : sentence.end]), "asks", "", "open_question")
        return
    polarity: Polarity = "hypothesised" if any(hit.key == "hypothesised" for hit in hits) else "asserted"
    taken: set[tuple[str, int]] = set()
    for hit in hits:
        if hit.key in RELATIONS and (hit.key, hit.start) not in taken:
            taken.add((hit.key, hit.start))
            for subject, relation, object_ in _read(text, sentence, hit):
                owner = frames.at(hit.start) or frame
                yield _statement(document, sentence, owner, subject, relation, object_, polarity)


def _read(text: str, sentence: Sentence, hit: Hit) -> Iterator[tuple[str, str, str]]:
    relation, backwards = RELATIONS[hit.key]
    left, right = _sides(text, sentence, hit)
    if relation in {"has_property", "changed_from", "ranks_best"}:
        yield _tidy(text[left : hit.start]), relation, _tidy(text[hit.start : right])
    elif relation == "causes":
        before, after = _tidy(text[left : hit.start]), text[hit.end : right]
        others = (_tidy(text[left : hit.start]), _tidy(after))
        for part in _LISTED.split(after) if backwards else [after]:
            if cause := _tidy(part):
                yield (cause, relation, before) if backwards else (others[0], relation, cause)
    elif backwards:
        yield _tidy(text[hit.end : right]), relation, _tidy(text[left : hit.start])
    else:
        yield _tidy(text[left : hit.start]), relation, _tidy(text[hit.end : right])


def _sides(text: str, sentence: Sentence, hit: Hit) -> tuple[int, int]:
    left = max((m.end() for m in _BOUNDARY.finditer(text, sentence.start, hit.start)), default=sentence.start)
    right = next((m.start() for m in _BOUNDARY.finditer(text, hit.end, sentence.end)), sentence.end)
    return left, right


def _tidy(words: str) -> str:
    """Drop citations, connectives and end marks; keep at most `_MAX_WORDS` words."""
    bare = _CONNECTIVE.sub("", _CITATION.sub("", words).strip(" ,.;:()")).strip(" ,.;:()")
    return " ".join(bare.split()[:_MAX_WORDS])


def _statement(
    document: Document, sentence: Sentence, frame: Frame | None, subject: str, relation: str, object_: str, polarity: Polarity
) -> Statement:
    start, end = document.plain.to_source(sentence.start, sentence.end)
    attribution: Attribution = "own_statement" if frame is None or not frame.refs else "reported" if frame.is_study else "listed"
    return Statement(
        id="",
        doc=document.source.name,
        start=start,
        end=end,
        span=document.source.text[start:end],
        section=sentence.section,
        subject=subject,
        relation=relation,
        object=object_,
        polarity=polarity,
        attribution=attribution,
        ref=frame.refs if frame else (),
    )
