"""Who reports which result in which cell, and which details of it the text tells or at least speaks of, for the rules on reporting."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Final

from pyoxigraph import NamedNode

from sodiokg.audit.details import Hearing, heard, told_by
from sodiokg.audit.facts import Fact, Value, at
from sodiokg.extract.clauses import cells_in
from sodiokg.model import Claim, Document, Measurement, Records, Sentence
from sodiokg.names import concept

__all__ = ["INTRODUCTION", "OWN", "is_whole", "reporting_facts", "study_of", "title_of"]

OWN: Final = "this work"
_SYMMETRIC: Final = frozenset({"cycling_time", "overpotential", "voltage_hysteresis"})
_WHOLE: Final = frozenset({"specific_capacity", "capacity_retention", "capacity_fade", "energy_density"})
# What sodium is plated on in a half cell.
_COLLECTORS: Final = re.compile(
    r"(?:Cu|Al|SS|Ti|Ni|C|CC|CF|Mo|stainless)\b|.*(?:foil|foam|felt|cloth|@|collector)", re.IGNORECASE
)
# A shorter time is that of a step.
_LIFE: Final = 5.0  # hours
# A faster rate is more likely a temperature that lost its sign.
_FASTEST: Final = 20.0
_FIRST_CYCLE: Final = re.compile(r"\b(?:initial|first)[- ]?(?:cycle)?\b|\bICE\b")
_PASSAGE: Final = 40  # sentences
INTRODUCTION: Final = re.compile(r"introduction|background|state of the art", re.IGNORECASE)


@dataclass(frozen=True)
class _Reading:
    """A document with its sentences by place in the source."""

    records: Records
    kind: str

    @cached_property
    def starts(self) -> list[int]:
        """Where the sentences begin, in source offsets."""
        plain = self.records.document.plain
        return [plain.to_source(one.start, one.end)[0] for one in self.records.document.sentences]

    @cached_property
    def battery(self) -> str:
        """The kind of battery that most of the text's own claims are of."""
        own = Counter(one.battery_type for one in self.records.claims if not one.ref and one.battery_type)
        return own.most_common(1)[0][0] if own else ""

    @cached_property
    def hearings(self) -> list[Hearing]:
        """What each sentence says of the details."""
        text = self.records.document.plain.text
        return [heard(text, one.start, one.end) for one in self.records.document.sentences]

    @cached_property
    def quantities(self) -> dict[int, set[str]]:
        """The quantities that the numbers of each sentence are of, by the number of the sentence."""
        found: dict[int, set[str]] = defaultdict(set)
        for number in self.records.measurements:
            found[self.index(number.start)].add(number.property)
        return found

    def index(self, start: int) -> int:
        """Return the number of the sentence that a source offset stands in, -1 before the first."""
        return bisect_right(self.starts, start) - 1

    def near(self, start: int) -> list[int]:
        """Return the numbers of the sentence at a source offset and of the one before it in its paragraph."""
        sentences, here = self.records.document.sentences, self.index(start)
        before = here - 1
        return [place for place in (before, here) if place >= 0 and sentences[place].paragraph == sentences[here].paragraph]

    def tells(self, number: Measurement) -> frozenset[str]:
        """Return the details told near a number; a sentence before it that has a number of the same quantity keeps its own to itself."""
        *before, here = self.near(number.start) or [-1]
        open_to_it = [place for place in before if number.property not in self.quantities.get(place, set())]
        return frozenset().union(*(self.hearings[place].told for place in (*open_to_it, here) if place >= 0))

    def words(self, start: int) -> str:
        """Return the sentence that a source offset stands in."""
        here = self.index(start)
        sentence = self.records.document.sentences[here] if here >= 0 else None
        return self.records.document.words(sentence.start, sentence.end) if sentence else ""


def reporting_facts(records: Records, kind: str) -> Iterator[Fact]:
    """Yield each result with its study, quantity and kind of cell, and the details that are told or spoken of; nothing of a mere passage."""
    if kind == "research" and not is_whole(records.document):
        return
    reading = _Reading(records, kind)
    yield from _results(reading)
    yield from _told_by_numbers(reading)
    if kind == "research":
        yield from _told_by_words(records.document)


def is_whole(document: Document) -> bool:
    """Tell whether a text is a whole paper; of an abstract or a passage nobody can say what it leaves out."""
    return bool(document.references) or len(document.sentences) > _PASSAGE


def study_of(record: Measurement | Claim, kind: str) -> str:
    """Return whose result a record is, "" for several works at once; in research what cites nobody is the text's own."""
    if len(record.ref) == 1:
        return f"[{record.ref[0]}]"
    if record.ref:
        return ""
    return record.study or (OWN if record.attribution == "own_result" or kind == "research" else "")


def _results(reading: _Reading) -> Iterator[Fact]:
    """Yield each result once for its study, cell and value, with the details told near it wherever it stands.

    A paper of its own is not asked for the conditions of others.
    """
    first: dict[tuple[str, str, str, float | None], Measurement] = {}
    near: dict[tuple[str, str, str, float | None], set[str]] = defaultdict(set)
    for number in reading.records.measurements:
        study = study_of(number, reading.kind)
        if study and _is_result(number) and (study == OWN) == (reading.kind == "research"):
            key = (study, number.property, _cell(number, reading), number.value)
            first.setdefault(key, number)
            near[key] |= reading.tells(number)
    for key, number in first.items():
        study, quantity, cell, _ = key
        told: list[tuple[str, Value]] = [("study", study), ("quantity", NamedNode(concept(quantity))), ("printed", number.span)]
        told += [("cell", cell), ("battery", reading.battery if study == OWN else "")]
        told += [("tells", detail) for detail in sorted(near[key])]
        yield Fact("Result", number.start, number.end, tuple(told))


def _is_result(number: Measurement) -> bool:
    if number.property == "c_rate":
        return number.value is not None and 0 < number.value <= _FASTEST
    if number.role != "result" or number.value is None or number.property == "other":
        return False
    return number.property != "cycling_time" or number.unit != "h" or number.value >= _LIFE


def _cell(number: Measurement, reading: _Reading) -> str:
    """Return the kind of cell that a result is of: as its subject says, else its sentence, else as is usual for its quantity."""
    named = (kind for text in (f"{number.subject} cell", reading.words(number.start)) for _, kind in cells_in(text))
    if kind := next((kind for kind in map(_kind, named) if kind), ""):
        return kind
    if number.property == "nucleation_overpotential":
        return "half"
    if number.property == "coulombic_efficiency":
        together = set().union(*(reading.quantities.get(place, set()) for place in reading.near(number.start)))
        return "full" if together & _WHOLE or _FIRST_CYCLE.search(reading.words(number.start)) else ""
    return "symmetric" if number.property in _SYMMETRIC else "full" if number.property in _WHOLE else ""


def _kind(named: str) -> str:
    """Return symmetric, half or full for how a cell is named, "" for what tells none of them."""
    if named in ("symmetric", "half", "full"):
        return named
    if named in ("asymmetric", "anode-free", "anode-less"):
        return "half" if named == "asymmetric" else "full"
    parts = [part for part in re.split(r"\|\|?|/", named) if part.strip()]
    if len(parts) < 2:
        return ""
    return "half" if any(_COLLECTORS.match(part.strip()) for part in (parts[0], parts[-1])) else "full"


def _told_by_numbers(reading: _Reading) -> Iterator[Fact]:
    """Yield the details that numbers tell, each of the study whose number it is; in a paper of its own one of others' speaks of it."""
    for number in reading.records.measurements:
        study, here = study_of(number, reading.kind), reading.index(number.start)
        if here < 0:
            continue
        for name in sorted(told_by(NamedNode(concept(number.property))) & reading.hearings[here].open):
            if study == OWN or reading.kind == "review":
                for cell in _cells(reading.words(number.start)):
                    yield Fact("Told", number.start, number.end, (("study", study), ("detail", name), ("cell", cell)))
            elif not INTRODUCTION.search(title_of(reading.records.document, reading.records.document.sentences[here])):
                yield Fact("Spoken", number.start, number.end, (("study", OWN), ("detail", name)))


def _told_by_words(document: Document) -> Iterator[Fact]:
    """Yield the details that a paper's own sentences, captions and tables tell or speak of; sentences that cite others speak of them."""
    text = document.plain.text
    citing = [citation.start for citation in document.citations]
    told: set[tuple[str, str]] = set()
    spoken: dict[str, tuple[int, int]] = {}
    for start, end, title in _stretches(document):
        hearing = heard(text, start, end)
        cites = bisect_right(citing, end) > bisect_right(citing, start)
        if cites and INTRODUCTION.search(title):
            continue
        if not cites and hearing.told:
            told |= set(product(hearing.told, _cells(text[start:end])))
        for name in hearing.spoken | (hearing.told if cites else frozenset()):
            spoken.setdefault(name, (start, end))
    for name, cell in sorted(told):
        yield Fact("Told", 0, 0, (("study", OWN), ("detail", name), ("cell", cell)))
    for name, (start, end) in sorted(spoken.items()):
        yield at(document, "Spoken", start, end, study=OWN, detail=name)


def _cells(words: str) -> set[str]:
    """Return the kinds of cell that a sentence speaks of, "" for none in particular."""
    return {kind for _, named in cells_in(words) if (kind := _kind(named))} or {""}


def _stretches(document: Document) -> Iterator[tuple[int, int, str]]:
    """Yield the sentences with the title of their section, and what stands between them, such as tables, up to the reference list."""
    text, last = document.plain.text, 0
    listed = min((one.start for one in document.sections if one.number == "references"), default=len(text))
    for sentence in document.sentences:
        if last < listed and "|" in text[last : sentence.start]:
            yield last, min(sentence.start, listed), ""
        yield sentence.start, sentence.end, title_of(document, sentence)
        last = sentence.end
    if last < listed and "|" in text[last:listed]:
        yield last, listed, ""


def title_of(document: Document, sentence: Sentence) -> str:
    """Return the title of the section that a sentence stands in, "" before the first."""
    index = bisect_right(document.sections, sentence.start, key=lambda section: section.start) - 1
    return document.sections[index].title if index >= 0 else ""
