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
from sodiokg.model import Measurement, Records
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
# A number in a list of several has its unit after the last of them.
_UNIT: Final = re.compile(r"[^\W\d_]|[%°]")


def number_facts(records: Records) -> Iterator[Fact]:
    """Yield the facts on numbers: quantities named right before their number, and readings with their setting."""
    yield from _named(records)
    yield from _readings(records)


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


def _readings(records: Records) -> Iterator[Fact]:
    """Yield each result of one study with a key that two numbers share which ought to be equal; several in one paragraph are a series."""
    by_id = {number.id: number for number in records.measurements}
    document = records.document
    starts = [document.plain.to_source(one.start, one.end)[0] for one in document.sentences]
    found: list[tuple[Measurement, str, int]] = []
    for number in records.measurements:
        told = number.role == "result" and number.value is not None and number.property != "other" and _study(number)
        if told and (number.subject or number.conditions):
            index = bisect_right(starts, number.start) - 1
            found.append((number, _setting(number, by_id), document.sentences[index].paragraph if index >= 0 else -1))
    together = Counter((key, paragraph) for _, key, paragraph in found)
    for number, key, paragraph in found:
        if together[key, paragraph] == 1 and number.value is not None:
            texts: dict[str, Value] = {"settingKey": key, "printed": number.span, "study": _study(number)}
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
    """Return what has to agree before two numbers are held against each other: the study, what was measured, of what and how."""
    conditions = sorted(
        f"{one.property}={one.value}-{one.value_max}{one.unit}" for key in number.conditions if (one := by_id.get(key))
    )
    said = (number.property, _study(number), number.subject, number.substrate, number.phase, number.unit, number.comparator)
    return "; ".join([*map(str, said), *conditions])
