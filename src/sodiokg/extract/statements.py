"""Statements: causes, comparisons, rankings, properties, dependences, weights given to explanations, and open questions.

A statement is read where a relation's cue stands in a sentence: its subject is what stands before the cue in the clause, its object what
follows. Causes that a sentence lists become one statement each.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from sodiokg.extract.cues import Hit
from sodiokg.extract.findings import Findings
from sodiokg.extract.frames import Frame, Frames
from sodiokg.model import Document, Polarity, Sentence, Statement

__all__ = ["read_statements"]

_CITATION: Final = re.compile(r"\s*\[[\d,\s\-]+\](?:\[[\d,\s\-]+\])*")
_BOUNDARY: Final = re.compile(r"[;:—]|,\s+(?:but|whereas|while|although|which|who|and (?=\w+ (?:is|are|was|were)\b))|\.\s")
_LISTED: Final = re.compile(
    r",?\s+(?:or|and)(?: else| also| partly)?\s+(?:to|by|from|on)\s+|,\s+(?:and|or)\s+(?:more importantly,?\s+)?|,\s+(?=(?:the|a|an|to)\b)"
    r"|\s+(?:and|or)\s+(?=(?:the|a|an)\s)"
)
_CONNECTIVE: Final = re.compile(
    r"^(?:(?:however|unfortunately|furthermore|moreover|consequently|therefore|thus|hence|recently|similarly|clearly|obviously|as a result|in addition"
    r"|it was obvious|also|and|or|but|though|yet|which|that|to|of|than|with|from|for|by|as|more importantly)\b[,\s]*)+",
    re.IGNORECASE,
)
# Auxiliaries and adverbs left over at the end of a subject once its verb has been taken as the cue.
_TRAILING: Final = re.compile(
    r"(?:[\s,]+(?:has|have|had|is|are|was|were|been|be|being|often|frequently|mostly|largely|mainly|usually|generally|that|which|also|probably|most"
    r"|likely|much|far|significantly|said|to|can|could|may|might|and|proved|exhibits?|exhibited|showed|shows?|delivered|obviously|clearly|the|of|a|an|more|but))+$",
    re.IGNORECASE,
)
# A part that opens with a verb goes on with the sentence; it is no cause.
_VERB_FIRST: Final = re.compile(
    r"(?:is|are|was|were|has|have|had|can|could|made|makes|form(?:ed|s)|gave|gives|led|leads|show(?:ed|s)|\w{3,}ed)\b"
)
# What may stand between "is" and the property: adverbs and asides, no second verb.
_ADVERBS: Final = re.compile(
    r"(?:is|are|was|were)(?:[,\s]+(?:\w+ly|however|thus|therefore|often|very|more|most|rather|in turn|by nature|not))*[,\s]*$"
)
_PASSIVE: Final = re.compile(r"\b(?:is|are|was|were|be|been)(?:\s+\w+ly)?\s*$")
_PUT: Final = re.compile(r"\w+\s+([^;:]*?)\s+in\s+\w+\s+\w+", re.IGNORECASE)
_NUMBER_NEXT: Final = re.compile(r"\s*(?:about |~|≈)?\d")
_COMPATIBLE: Final = re.compile(
    r"(?P<yes>.*?),?\s+(?:but|though|yet|and)\s+(?:it is\s+|they are\s+)?not\s+(?:with\s+)?(?P<no>.*)", re.DOTALL
)
_NOT_BUT: Final = re.compile(r"\bnot\s+(?P<less>[^,;.]{3,80}),(?:[^;.]{0,60},)?\s*but\s+(?P<more>[^;.]+)")
_MAX_WORDS: Final = 40
_SHORTEST: Final = 3  # characters; what is shorter is a left-over article or verb
_EXPLAINS: Final = frozenset({"Mechanism", "Effect"})


@dataclass(frozen=True, slots=True)
class _Reading:
    subject: str
    relation: str
    object: str
    context: str = ""


_Reader = Callable[[str, Sentence, Hit], Iterator[_Reading]]


def read_statements(document: Document, frames: Frames, findings: Findings) -> tuple[Statement, ...]:
    """Return the statements of a document by place; ids are "s001", "s002" ..."""
    drafts = [draft for number in range(len(document.sentences)) for draft in _of_sentence(document, number, frames, findings)]
    return tuple(replace(draft, id=f"s{number:03d}") for number, draft in enumerate(dict.fromkeys(drafts), 1))


def _of_sentence(document: Document, number: int, frames: Frames, findings: Findings) -> Iterator[Statement]:
    text, sentence = document.plain.text, document.sentences[number]
    hits = list(findings.cues[number])
    frame = frames.at(sentence.start)
    asked = [_clause(text, sentence, hit) for hit in hits if hit.key == "open_question"]
    if asked:
        yield _statement(document, sentence, frame, _question(text, sentence, asked[0], hits), "open_question")
        hits = [hit for hit in hits if not any(start <= hit.start < end for start, end in asked)]
    polarity: Polarity = "hypothesised" if any(hit.key == "hypothesised" for hit in hits) else "asserted"
    explains = any(findings.lexicon.fields.get(hit.key) in _EXPLAINS for hit in hits)
    for hit in hits:
        if hit.key in _READERS and (explains or hit.key not in _WEIGHTS):
            owner = frames.at(hit.start) or frame
            for reading in _READERS[hit.key](text, sentence, hit):
                if _says_enough(reading):
                    yield _statement(document, sentence, owner, reading, polarity)
    if explains and (contrast := _NOT_BUT.search(text, sentence.start, sentence.end)):
        reading = _Reading(_tidy(contrast["more"]), "credited_more_than", _tidy(contrast["less"]))
        yield _statement(document, sentence, frame, reading, polarity)


def _says_enough(reading: _Reading) -> bool:
    """Tell whether both sides are more than a left-over word; what replaces another may be named by a symbol."""
    shortest = 1 if reading.relation == "replaces" else _SHORTEST
    return len(reading.subject) > shortest and len(reading.object) > shortest


def _sides(text: str, sentence: Sentence, hit: Hit) -> tuple[str, str]:
    """Return the words of the clause before and after a cue."""
    left = max((m.end() for m in _BOUNDARY.finditer(text, sentence.start, hit.start)), default=sentence.start)
    right = next((m.start() for m in _BOUNDARY.finditer(text, hit.end, sentence.end)), sentence.end)
    return text[left : hit.start], text[hit.end : right]


def _clause(text: str, sentence: Sentence, hit: Hit) -> tuple[int, int]:
    """Return the stretch between semicolons that a cue stands in."""
    start = text.rfind(";", sentence.start, hit.start) + 1
    end = text.find(";", hit.end, sentence.end)
    return max(start, sentence.start), end if end > 0 else sentence.end


def _question(text: str, sentence: Sentence, clause: tuple[int, int], hits: list[Hit]) -> _Reading:
    transfer = next((hit for hit in hits if hit.key == "transfer"), None)
    if transfer is None:
        return _Reading(_tidy(text[slice(*clause)]), "asks", "")
    before, after = _sides(text, sentence, transfer)
    return _Reading(_tidy(re.split(r"\b(?:whether|if)\b", before)[-1]), "transfers_to", _tidy(after))


def _forward(relation: str) -> _Reader:
    def read(text: str, sentence: Sentence, hit: Hit) -> Iterator[_Reading]:
        before, after = _sides(text, sentence, hit)
        if not _NUMBER_NEXT.match(after):
            compared = text[hit.start : hit.end] if relation.startswith("compares") else ""
            yield _Reading(_tidy(before), relation, _tidy(after), compared)

    return read


def _backward(relation: str) -> _Reader:
    def read(text: str, sentence: Sentence, hit: Hit) -> Iterator[_Reading]:
        before, after = _sides(text, sentence, hit)
        yield _Reading(_tidy(after), relation, _tidy(before))

    return read


def _said_of(relation: str) -> _Reader:
    """Read a cue that is itself what is said of the subject: "is sodiophobic", "the smallest overpotential"."""

    def read(text: str, sentence: Sentence, hit: Hit) -> Iterator[_Reading]:
        before, after = _sides(text, sentence, hit)
        said = _tidy(text[hit.start : hit.end] + after)
        if "been" not in said.split()[:2] and not _misplaced(text[hit.start : hit.end], relation):
            yield _Reading(_tidy(before), relation, said)

    return read


def _misplaced(cue: str, relation: str) -> bool:
    """Tell whether something other than adverbs stands between "is" and the property it is said to have."""
    lead, _, last = cue.rpartition(" ")
    return relation == "has_property" and last.endswith(("philic", "phobic")) and not _ADVERBS.match(lead)


def _caused_by(text: str, sentence: Sentence, hit: Hit) -> Iterator[_Reading]:
    """Read "E is ascribed to A and to B" and "Owing to A, E": one statement for each cause."""
    effect = _tidy(_sides(text, sentence, hit)[0])
    after = re.split(r";|, but\b", text[hit.end : sentence.end])[0]
    if not effect and not _tidy(text[sentence.start : hit.start]):
        after, _, rest = text[hit.end : sentence.end].partition(", ")
        effect = _tidy(rest)
    effect = effect if len(effect.split()) > 1 else _tidy(text[sentence.start : hit.start])
    for part in _LISTED.split(after):
        if not _VERB_FIRST.match(part.strip()):
            yield _Reading(_bare(part), "causes", effect)


def _prevents(text: str, sentence: Sentence, hit: Hit) -> Iterator[_Reading]:
    """Read "A keeps B from C": A prevents "B C"."""
    before, after = _sides(text, sentence, hit)
    if _PASSIVE.search(before):
        return
    kept = text[hit.start : hit.end].split(maxsplit=1)[1].removesuffix("from")
    yield _Reading(_tidy(before), "prevents", _tidy(kept + after))


def _factor(text: str, sentence: Sentence, hit: Hit) -> Iterator[_Reading]:
    """Read "the deciding factor for X is Y": X depends on Y."""
    _, after = _sides(text, sentence, hit)
    what, _, factor = after.rpartition(" is ")
    yield _Reading(_tidy(what), "depends_on", _tidy(factor))


def _importantly(text: str, sentence: Sentence, hit: Hit) -> Iterator[_Reading]:
    """Read "A and B, but more importantly C": C is credited more than the rest."""
    _, after = _sides(text, sentence, hit)
    yield _Reading(_tidy(after), "credited_more_than", _tidy(text[sentence.start : hit.start]))


def _compatible(text: str, sentence: Sentence, hit: Hit) -> Iterator[_Reading]:
    left = max((m.end() for m in _BOUNDARY.finditer(text, sentence.start, hit.start)), default=sentence.start)
    subject = _tidy(text[left : hit.start])
    after = re.split(r"[;.]|, and ", text[hit.end : sentence.end])[0]
    both = _COMPATIBLE.match(after)
    denied = text[hit.start : hit.end].lower().startswith("in")
    yield _Reading(subject, "incompatible_with" if denied else "compatible_with", _tidy(both["yes"] if both else after))
    if both:
        yield _Reading(subject, "incompatible_with", _tidy(both["no"]))


def _in_its_place(text: str, sentence: Sentence, hit: Hit) -> Iterator[_Reading]:
    """Read "A was given up by putting B in its place": B replaces A."""
    before, _ = _sides(text, sentence, hit)
    instead = _PUT.fullmatch(text[hit.start : hit.end])
    if instead:
        yield _Reading(_tidy(instead[1]), "replaces", _tidy(re.sub(r"^.*\bthat\b|\bby$", "", before.rstrip())))


def _bare(words: str) -> str:
    """Drop citations, connectives at the beginning and marks at the ends; keep at most `_MAX_WORDS` words."""
    bare = _CONNECTIVE.sub("", _CITATION.sub("", words).strip(" ,.;:")).strip(" ,.;:")
    if bare.count("(") != bare.count(")"):
        bare = bare.replace("(", "").replace(")", "")
    return " ".join(bare.split()[:_MAX_WORDS])


def _tidy(words: str) -> str:
    """Drop, beside what `_bare` drops, auxiliaries left over where the verb was taken as the cue."""
    return _TRAILING.sub("", _bare(words)).strip(" ,.;:")


def _statement(document: Document, sentence: Sentence, frame: Frame | None, reading: _Reading, polarity: Polarity) -> Statement:
    start, end = document.plain.to_source(sentence.start, sentence.end)
    return Statement(
        id="",
        doc=document.source.name,
        start=start,
        end=end,
        span=document.source.text[start:end],
        section=sentence.section,
        subject=reading.subject,
        relation=reading.relation,
        object=reading.object,
        context=reading.context,
        polarity=polarity,
        attribution=frame.attribution if frame else "own_statement",
        ref=frame.refs if frame else (),
        study=frame.unlisted if frame else None,
    )


_READERS: Final = {
    "causes": _forward("causes"),
    "causedBy": _caused_by,
    "compares_higher_than": _forward("compares_higher_than"),
    "compares_lower_than": _forward("compares_lower_than"),
    "ranks_best": _said_of("ranks_best"),
    "has_property": _said_of("has_property"),
    "depends_on": _forward("depends_on"),
    "factor": _factor,
    "prevents": _prevents,
    "decides": _backward("depends_on"),
    "credited_more_than": _forward("credited_more_than"),
    "importantly": _importantly,
    "changed_from": _said_of("changed_from"),
    "compatible_with": _compatible,
    "replaces": _forward("replaces"),
    "replacedBy": _backward("replaces"),
    "inItsPlace": _in_its_place,
}
_WEIGHTS: Final = frozenset({"credited_more_than", "importantly"})
