"""Numbers as the audit sees them: named beside their unit, and with the setting in which they hold."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Final

from pyoxigraph import Literal, NamedNode

from sodiokg.audit.facts import Fact, Value, at
from sodiokg.extract.quantities import find_quantities
from sodiokg.graph.terms import node
from sodiokg.graph.trig import read_turtle
from sodiokg.model import Measurement, Records, Section
from sodiokg.names import LEX, concept, data_folder

__all__ = ["number_facts"]

_CUE: Final = node(LEX + "quantityCue")
# A phrase that names the quantity and nothing else: words, the last of them with any ending.
_NAME: Final = re.compile(r"(?!of |below |above )[a-z]+(?:[ -][a-z]+)+\*?")
_BETWEEN: Final = (
    r"(?: values?)?(?: \([^()]{1,20}\))?,?(?: (?:is|was|of|reached|reaches|reaching|equals|equal to|remained|remains)|(?= ?[=:]))"
    r"(?: (?:as (?:high|low|small|large) as|up to|about|around|approximately|only|ca\.|nearly|over|more than|less than|still|a|at))*[ =:~<>≈≤≥]*\Z"
)
_REACH: Final = 90
_COMPARED: Final = frozenset(
    {
        *("contact_angle", "spreading_temperature", "ionic_conductivity", "area_specific_resistance", "critical_current_density"),
        *("specific_capacity", "capacity_retention", "capacity_fade", "coulombic_efficiency", "cycling_time", "cycle_count"),
        *("overpotential", "voltage_hysteresis", "nucleation_overpotential", "energy_density"),
    }
)
_SUMMARY: Final = re.compile(r"\b(?:abstract|conclu\w+|summary)\b", re.IGNORECASE)
_DIGITS: Final = re.compile(r"\d+(?:\.\d+)?")
_SHOWN: Final = 4
# A number of so many is told in round figures.
_ROUND: Final = 100
# A number in a list of several has its unit after the last of them.
_UNIT: Final = re.compile(r"[^\W\d_]|[%°]")


def number_facts(records: Records, kind: str) -> Iterator[Fact]:
    """Yield the facts on numbers: quantities named right before their number, readings with their setting, and results of the summary alone."""
    yield from _named(records)
    yield from _all(records)
    yield from _readings(records, kind)
    if kind == "research":
        yield from _unbacked(records)


def _named(records: Records) -> Iterator[Fact]:
    document = records.document
    text = document.plain.text
    starts = [sentence.start for sentence in document.sentences]
    for quantity in find_quantities(text):
        if quantity.value is None or not _UNIT.search(text, quantity.start, quantity.end):
            continue
        opening = starts[max(0, bisect_right(starts, quantity.start) - 1)] if starts else 0
        begin = max(opening, quantity.start - _REACH)
        before = text[begin : quantity.start]
        if found := _pattern().search(before):
            kind = next(_kinds()[name] for name in sorted(_kinds(), key=len, reverse=True) if _names(name, found["name"]))
            number_start, _ = document.plain.to_source(quantity.start, quantity.end)
            told: dict[str, Value] = {"words": found["name"], "unit": quantity.unit, "value": float(quantity.value)}
            told |= {"printed": text[quantity.start : quantity.end], "numberStart": number_start}
            start = begin + found.start()
            yield at(document, "NamedQuantity", start, quantity.end, quantity=NamedNode(kind), **told)


def _names(name: str, words: str) -> bool:
    words = words.casefold()
    return words.startswith(name.removesuffix("*")) if name.endswith("*") else words == name


@cache
def _kinds() -> dict[str, str]:
    """Return the class of each phrase that names a quantity by itself."""
    found: dict[str, str] = {}
    for quad in read_turtle(data_folder() / "ontology" / "lexicon-quantities.ttl"):
        named = quad.predicate == _CUE and isinstance(quad.object, Literal) and _NAME.fullmatch(quad.object.value)
        if named and isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
            found.setdefault(quad.object.value, quad.subject.value)
    return found


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(re.escape(name).replace(r"\*", r"\w*") for name in sorted(_kinds(), key=len, reverse=True))
    return re.compile(rf"\b(?P<name>{names}){_BETWEEN}", re.IGNORECASE)


def _readings(records: Records, kind: str) -> Iterator[Fact]:
    """Yield each result of one study with a key that two numbers share which ought to be equal; several in one paragraph are a series."""
    by_id = {number.id: number for number in records.measurements}
    document = records.document
    starts = [document.plain.to_source(one.start, one.end)[0] for one in document.sentences]
    found: list[tuple[Measurement, str, int]] = []
    for number in records.measurements:
        told = number.role == "result" and number.value is not None and number.property != "other" and _study(number)
        # A paper has many cells of its own, and seldom a word for which of them a number is of.
        if kind == "research" and not number.ref:
            continue
        if told and (number.subject or number.conditions):
            index = bisect_right(starts, number.start) - 1
            found.append((number, _setting(number, by_id), document.sentences[index].paragraph if index >= 0 else -1))
    together = Counter((key, number.subject, number.substrate, paragraph) for number, key, paragraph in found)
    for number, key, paragraph in found:
        if together[key, number.subject, number.substrate, paragraph] == 1 and number.value is not None:
            texts: dict[str, Value] = {"settingKey": key, "printed": number.span, "study": _study(number)}
            texts |= {"subject": number.subject.casefold(), "substrate": number.substrate}
            values: dict[str, Value] = {
                "quantity": NamedNode(concept(number.property)),
                "value": number.value,
                "paragraph": paragraph,
            }
            yield Fact("Reading", number.start, number.end, tuple({**texts, **values}.items()))


def _study(number: Measurement) -> str:
    if len(number.ref) == 1:
        return f"[{number.ref[0]}]"
    return "" if number.ref else number.study or ("this work" if number.attribution == "own_result" else "")


def _setting(number: Measurement, by_id: dict[str, Measurement]) -> str:
    """Return what has to agree before two numbers are held against each other: the study, what was measured and how."""
    conditions = sorted(
        f"{one.property}={one.value}-{one.value_max}{one.unit}" for key in number.conditions if (one := by_id.get(key))
    )
    said = (number.property, _study(number), number.phase, number.unit, number.comparator)
    return "; ".join([*map(str, said), *conditions])


def _all(records: Records) -> Iterator[Fact]:
    """Yield every number with what it is of, in the unit of the exchange format."""
    for number in records.measurements:
        if number.value is not None and number.property != "other":
            told: dict[str, Value] = {"quantity": NamedNode(concept(number.property)), "unit": number.unit}
            told |= {"value": float(number.value), "printed": number.span}
            yield Fact("Number", number.start, number.end, tuple(told.items()))


def _unbacked(records: Records) -> Iterator[Fact]:
    """Yield the text's own results in its abstract or conclusion that stand nowhere else, though it has others of their quantity there."""
    document = records.document
    parts = [(document.plain.to_source(one.start, one.end), _is_summary(one)) for one in document.sections if one.end > one.start]
    summary, body = ([place for place, told in parts if told is wanted] for wanted in (True, False))
    own = [
        one
        for one in records.measurements
        if not one.ref and not one.study and one.property in _COMPARED and one.value is not None
    ]
    text = " ".join(document.source.text[start:end] for start, end in body)
    there = {float(found[0]) for found in _DIGITS.finditer(text)} if summary and body else set()
    for number in own:
        others = [one for one in own if one.property == number.property and one.unit == number.unit and _within(one, body)]
        exact = number.comparator == "=" and number.value_max is None and number.role == "result"
        if exact and others and _within(number, summary) and not _is_backed(number, there, others):
            told: dict[str, Value] = {"quantity": NamedNode(concept(number.property)), "printed": number.span}
            told["others"] = ", ".join(dict.fromkeys(one.span for one in others[:_SHOWN]))
            yield Fact("Unbacked", number.start, number.end, tuple(told.items()))


def _is_summary(section: Section) -> bool:
    return section.number == "abstract" or bool(_SUMMARY.search(section.title))


def _within(number: Measurement, places: list[tuple[int, int]]) -> bool:
    return any(start <= number.start < end for start, end in places)


def _is_backed(number: Measurement, there: set[float], others: list[Measurement]) -> bool:
    """Tell whether a number stands among others, as it is printed or rounded to its last digit, or as the same value in another unit."""
    printed = _DIGITS.search(number.span)
    if printed is None or number.value is None:
        return True
    value, places = float(printed[0]), len(printed[0].partition(".")[2])
    near = 10.0**-places if places or value < _ROUND else value * 0.05
    return any(abs(value - one) < near for one in there) or any(
        one.value is not None and abs(one.value - number.value) <= 0.01 * abs(number.value) for one in others
    )
