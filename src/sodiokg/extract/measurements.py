"""Measurements of a document: quantities with their property, role, conditions, owner and source span."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Final, Protocol

from sodiokg.extract.abstentions import told_why
from sodiokg.extract.carrying import Carried
from sodiokg.extract.conditions import link_conditions
from sodiokg.extract.cues import Matcher
from sodiokg.extract.echoes import TOPICS, name_topics, named_in
from sodiokg.extract.phases import mark_phases, settle_pairs, what_changed
from sodiokg.extract.properties import PropertyLexicon, load_properties
from sodiokg.extract.property_cues import type_quantities
from sodiokg.extract.quantities import Quantity, read_quantities
from sodiokg.extract.readings import Reading
from sodiokg.extract.subjects import Subjects, find_subjects
from sodiokg.extract.symbols import read_symbols
from sodiokg.extract.windows import is_window
from sodiokg.extract.wishes import is_wished
from sodiokg.model import Document, Measurement, Sentence

__all__ = ["Owners", "abstentions", "read_measurements", "read_numbers"]


class Owners(Protocol):
    """What knows which references own a stretch of plain text."""

    def owner(self, start: int, end: int) -> tuple[int, ...]:
        """Return the reference numbers that own a stretch."""


@dataclass(slots=True)
class _Reader:
    """What has been read so far, and the conditions that the last sentences set for those that follow."""

    document: Document
    owners: Owners
    lexicon: PropertyLexicon
    symbols: Matcher | None = None
    done: list[tuple[Sentence, Reading]] = field(default_factory=list)
    abstained: list[tuple[int, int, str]] = field(default_factory=list)
    echoes: dict[str, str] = field(default_factory=dict)
    last: str = ""
    ranges: set[str] = field(default_factory=set)
    carried: Carried = field(default_factory=Carried)


_RESULTS: Final = frozenset({"wetting", "onset", "transport", "limit", "cell", "material"})
_MILLIVOLTS: Final = frozenset({"overpotential", "voltage_hysteresis", "nucleation_overpotential"})
_SET_TEMPERATURES: Final = frozenset({"operating_temperature", "measurement_temperature", "treatment_temperature"})
_EVEN: Final = re.compile(r"\beven\s(?:at\s)?(?:about\s|~\s?)?$")
_ROOM: Final = re.compile(r"\b(?P<span>[Rr]oom[ -]temperature|[Aa]mbient temperature|RT)\b")
_ROOM_CONDITION: Final = re.compile(r"\b(?:[Aa]t|[Uu]nder|of|to|near|around)\s(?:an?\s|the\s)?$|\($")
_ROOM_TESTED: Final = re.compile(
    r"\s(?:(?:Na\+?|sodium|ionic|ion)[- ](?:ion\s)?conductivit|conductivit|cycling|operation|impedance|ASR|area-specific|interfacial|resistance|critical|CCD)"
)
_DELIVERED: Final = re.compile(
    r"\b(?:deliver|achiev|reach|provid|exhibit|yield|show|afford|g[ai]ve|display)\w*\s(?:an?\s|the\s)?(?:[\w-]+\s){0,3}?(?:capacity|capacities)\s"
    r"(?:of|up to|as high as|reaching|above|over)\s?(?:up to\s|about\s|over\s|as high as\s|~\s?|>\s?)?$"
    r"|\bcapacit(?:y|ies)\s(?:\w+ly\s)?(?:reach|amount|exceed|rose|rises|climb)\w*\s(?:to\s)?(?:about\s|over\s|as much as\s|~\s?)?$"
)
_CUT: Final = re.compile(r"\s(?=\d)")
_LONGEST: Final = 2000  # characters of a sentence


def read_measurements(document: Document, owners: Owners, lexicon: PropertyLexicon | None = None) -> tuple[Measurement, ...]:
    """Return the measurements of a document in text order; lexicon defaults to the one that ships.

    Raises OntologyError for a damaged lexicon.
    """
    return read_numbers(document, owners, lexicon)[0]


def abstentions(document: Document, owners: Owners, lexicon: PropertyLexicon | None = None) -> tuple[tuple[int, int, str], ...]:
    """Return source offsets and reason of each number that has a unit and became no measurement, in text order."""
    return read_numbers(document, owners, lexicon)[1]


def read_numbers(
    document: Document, owners: Owners, lexicon: PropertyLexicon | None = None
) -> tuple[tuple[Measurement, ...], tuple[tuple[int, int, str], ...]]:
    """Return measurements and abstentions of a document from one reading."""
    words = lexicon or load_properties()
    reader = _Reader(document, owners, words, read_symbols(document.plain.text, words.matcher))
    paragraph = -1
    for sentence in document.sentences:
        if paragraph != sentence.paragraph:
            paragraph, reader.echoes, reader.last = sentence.paragraph, {}, ""
        for piece in _pieces(document, sentence):
            _read_sentence(reader, piece)
    abstained = tuple((*document.plain.to_source(start, end), why) for start, end, why in sorted(reader.abstained))
    return settle_pairs(tuple(_records(reader))), abstained


def _pieces(document: Document, sentence: Sentence) -> Iterator[Sentence]:
    """Cut what is too long to be a sentence (a table, a list) before a number, which keeps the work linear in the text."""
    start = sentence.start
    while sentence.end - start > _LONGEST:
        window = document.words(start + _LONGEST - 200, start + _LONGEST)
        cuts = [match.end() for match in _CUT.finditer(window)]
        stop = start + _LONGEST - 200 + (cuts[-1] if cuts else 200)
        yield replace(sentence, start=start, end=stop)
        start = stop
    yield sentence if start == sentence.start else replace(sentence, start=start)


def _read_sentence(reader: _Reader, sentence: Sentence) -> None:
    text = reader.document.words(sentence.start, sentence.end)
    readings = list(_readings(reader, text, sentence.start))
    if not readings:
        return
    mark_phases(text, readings)
    link_conditions(text, readings)
    for reading in readings:
        if reading.key in _SET_TEMPERATURES:  # what is set has no before and after of its own
            reading.quantity = replace(reading.quantity, phase=None)
    readings += _room_temperature(reader, text, readings)
    place = (sentence.paragraph, reader.owners.owner(sentence.start, sentence.end))
    reader.carried.carry(place, text, readings)
    reader.done += [(sentence, reading) for reading in readings]


def _readings(reader: _Reader, text: str, offset: int) -> Iterator[Reading]:
    found, unread = read_quantities(text)
    if units := TOPICS.intersection(quantity.unit for quantity in found) - set(reader.echoes):
        reader.echoes |= name_topics(reader.last, reader.lexicon, units)
    keys, evidence = type_quantities(text, found, reader.lexicon, reader.echoes, reader.symbols)
    reader.echoes |= named_in(found, keys, evidence)
    reader.last = text
    reader.abstained += [(start + offset, end + offset, why) for start, end, why in told_why(text, unread, found, keys)]
    kept = [(quantity, key) for quantity, key in zip(found, keys, strict=True) if key and _is_new(reader, text, quantity, key)]
    quantities = [quantity for quantity, _ in kept]
    groups = [reader.lexicon.groups[key] for _, key in kept]
    for place, (quantity, key) in enumerate(kept):
        result = _is_result(text, quantities, groups, place, key)
        if quantity.words == "over" and groups[place] == "life" and not result:
            quantity = replace(quantity, comparator="=")
        if key == "spreading_temperature" and quantity.comparator == "=" and _EVEN.search(text, 0, quantity.start):
            quantity = replace(quantity, comparator="min")
        yield Reading(_settled(quantity, key), reader.lexicon.property_of(key), groups[place], len(reader.done) + place, result)


def _is_new(reader: _Reader, text: str, quantity: Quantity, key: str) -> bool:
    """Say whether a number is read for the first time; a range of composition that a name carries along ("LGNx (x = 1-30)") counts once."""
    if key != "stoichiometry_range":
        return True
    printed = re.sub(r"\s", "", text[quantity.start : quantity.end])
    known = printed in reader.ranges
    reader.ranges.add(printed)
    return not known


def _settled(quantity: Quantity, key: str) -> Quantity:
    """Return a quantity as its property has it: potentials of a cell's loss are in mV."""
    if key in _MILLIVOLTS and quantity.unit == "V":
        top = None if quantity.value_max is None else quantity.value_max * 1000
        return replace(quantity, value=round(quantity.value * 1000, 9), value_max=top, unit="mV")
    return quantity


def _is_result(text: str, quantities: Sequence[Quantity], groups: Sequence[str], place: int, key: str) -> bool:
    if groups[place] == "life":
        return not is_window(text, quantities, groups, place)
    if key == "cell_voltage" and quantities[place].value_max is not None:
        return False
    return groups[place] in _RESULTS or (
        key == "areal_capacity" and _DELIVERED.search(text, 0, quantities[place].start) is not None
    )


def _room_temperature(reader: _Reader, text: str, readings: Sequence[Reading]) -> list[Reading]:
    """Return "room temperature" as a qualitative condition where results of the sentence have no numeric temperature."""
    match = next(
        (m for m in _ROOM.finditer(text) if _ROOM_CONDITION.search(text[: m.start()]) or _ROOM_TESTED.match(text, m.end())), None
    )
    slots = {reading.index for reading in readings if reading.slot == "temperature"}
    takers = [
        r
        for r in readings
        if r.result and r.group in {"wetting", "transport", "limit", "cell", "life"} and not slots & set(r.conditions)
    ]
    if match is None or not takers:
        return []
    key = (
        "operating_temperature"
        if any(taker.group in {"cell", "life", "limit"} for taker in takers)
        else "measurement_temperature"
    )
    index = len(reader.done) + len(readings)
    for taker in takers:
        taker.conditions.append(index)
    return [Reading(Quantity(0.0, "Cel", *match.span("span"), property="qualitative"), key, "temperature", index, result=False)]


def _records(reader: _Reader) -> Iterator[Measurement]:
    order = sorted(reader.done, key=lambda entry: entry[0].start + entry[1].quantity.start)
    ids = {reading.index: f"m{number:03d}" for number, (_, reading) in enumerate(order, start=1)}
    for sentence, entries in groupby(order, key=lambda entry: entry[0]):
        text = reader.document.words(sentence.start, sentence.end)
        subjects = find_subjects(text)
        for _, reading in entries:
            yield _record(reader, sentence, reading, ids, (text, subjects))


def _record(
    reader: _Reader, sentence: Sentence, reading: Reading, ids: dict[int, str], told: tuple[str, Subjects]
) -> Measurement:
    document, quantity = reader.document, reading.quantity
    start, end = sentence.start + quantity.start, sentence.start + quantity.end
    source_start, source_end = document.plain.to_source(start, end)
    text, subjects = told
    qualitative = quantity.property == "qualitative"
    return Measurement(
        id=ids[reading.index],
        doc=document.source.name,
        start=source_start,
        end=source_end,
        span=document.source.text[source_start:source_end],
        section=sentence.section,
        property=reading.key,
        value=None if qualitative else quantity.value,
        unit=quantity.unit,
        value_max=quantity.value_max,
        comparator=quantity.comparator,
        phase=quantity.phase,
        between=what_changed(text, quantity.start) if quantity.phase else None,
        ref=reader.owners.owner(start, end),
        subject=subjects.at(quantity.start, quantity.end),
        conditions=tuple(sorted({ids[index] for index in reading.conditions})),
        role="result" if reading.result and not is_wished(text, quantity.start, quantity.end) else "condition",
        qualitative=qualitative,
    )
