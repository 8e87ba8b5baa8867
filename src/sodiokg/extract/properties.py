"""Which property a number with a unit is of: the unit names the candidates, the words around the number decide between them.

Candidates, defaults and cues are read from ``ontology/lexicon-quantities.ttl``, so that a further property or phrase needs no Python.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from sodiokg.errors import OntologyError
from sodiokg.extract.cues import Cue, Hit, Matcher, words_of
from sodiokg.extract.quantities import Quantity
from sodiokg.names import LEX, data_folder

__all__ = ["PropertyLexicon", "load_properties", "read_properties", "type_quantities"]


@dataclass(frozen=True, slots=True)
class PropertyLexicon:
    """Candidate entries and the default of each unit, the group of each entry, the property it is read as, and the matcher of all cues."""

    candidates: Mapping[str, frozenset[str]]
    defaults: Mapping[str, str]
    groups: Mapping[str, str]
    properties: Mapping[str, str]
    matcher: Matcher

    def property_of(self, entry: str) -> str:
        """Return the exchange-format key that an entry is read as."""
        return self.properties.get(entry, entry)


def property_key(iri: str) -> str:
    """Return the exchange-format key of a quantity class.

    >>> property_key("https://w3id.org/sodiokg/ontology#CRate"), property_key("https://w3id.org/sodiokg/ontology#OtherQuantity")
    ('c_rate', 'other')
    """
    local = iri.rsplit("#")[-1].removesuffix("Quantity")
    return re.sub(r"(?<!^)(?=[A-Z])", "_", local).lower()


def read_properties(path: Path) -> PropertyLexicon:
    """Read the lexicon of quantities; raises OntologyError for malformed Turtle or a malformed cue."""
    candidates: dict[str, set[str]] = defaultdict(set)
    single: dict[str, dict[str, str]] = {"defaultFor": {}, "group": {}, "readAs": {}}
    cues: list[Cue] = []
    for entry, predicate, value in _entries(path):
        if predicate == "unit":
            candidates[value].add(entry)
        elif predicate == "quantityCue":
            cues.append(_cue(path, entry, value))
        elif predicate == "defaultFor":
            single[predicate][value] = entry
        elif predicate in single:
            single[predicate][entry] = value
    keys = {entry: property_key(iri) for entry, iri in single["readAs"].items()}
    frozen = {unit: frozenset(entries) for unit, entries in candidates.items()}
    return PropertyLexicon(frozen, single["defaultFor"], single["group"], keys, Matcher(cues))


def _entries(path: Path) -> Iterator[tuple[str, str, str]]:
    try:
        for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal | ox.NamedNode):
                yield property_key(quad.subject.value), quad.predicate.value.removeprefix(LEX), quad.object.value
    except SyntaxError as error:
        raise OntologyError(
            f"malformed Turtle: {error.msg}", where=f"{path}:{error.lineno}:{error.offset}", mend="mend that line"
        ) from error


def _cue(path: Path, entry: str, pattern: str) -> Cue:
    try:
        return Cue.parse(entry, pattern)
    except ValueError as error:
        raise OntologyError(str(error), where=str(path), mend="write cues as the header of lexicon.ttl says") from error


@cache
def load_properties() -> PropertyLexicon:
    """Return the lexicon of quantities that ships, read once."""
    return read_properties(data_folder() / "ontology" / "lexicon-quantities.ttl")


# How far (in characters, with penalties) a cue reaches over a unit's default, and where the unit has none.
_REACH: Final = 90
_FAR: Final = 220
_SHORTEST_CYCLING: Final = 1 / 6  # hours; a shorter time is that of a treatment
_AT: Final = re.compile(r"\s?(?:in \w+ )?at (?:about |~\s?)?")
_VAGUE: Final = frozenset(
    {"", "other_length", "other_energy", "thickness", "operating_temperature", "cycling_time", "current_density"}
)  # mere defaults
_OWN: Final = 45  # a cue after a number that is this near says more than the number's neighbour does
_CLAUSE_BREAK: Final = re.compile(
    r"[;:—]|,\s(?:while|whereas|but|which|and the|although|though)\b|\bwhile\b|\bwhereas\b|\balong with\b"
)
_CONJUNCT: Final = re.compile(r"\band\b|,")
_NEXT_CONJUNCT: Final = re.compile(r"\s?(?:,|and\b|or\b)")
_LOAD: Final = re.compile(r"\b(?:at|under|with|by)\s(?:an?\s|the\s)?$")
_TREATMENT_LINK: Final = re.compile(
    r"\s?(?:for|and|,|/|\(|over|during|in (?:air|Ar|argon|vacuum|N2) for|under [\w ]{2,20} for)\s?(?:at least |about |~\s?)?$"
)


def type_quantities(text: str, quantities: Sequence[Quantity], lexicon: PropertyLexicon) -> list[str]:
    """Return the lexicon entry of each quantity of one sentence, "" for a number that is no measurement."""
    if not quantities:
        return []
    hits = lexicon.matcher.find(words_of(text))
    keys: list[str] = []
    cued: list[bool] = []
    for quantity in quantities:
        key, sure = (
            (quantity.property, True)
            if quantity.property
            else _choose(text, quantity, quantities[: len(keys)], keys, hits, lexicon)
        )
        keys.append(key)
        cued.append(sure)
    _unite_pairs(quantities, keys)
    if "respectively" in text:
        _cross_cues(text, quantities, keys, hits, lexicon)
    _unite_lists(text, quantities, keys)
    _time_treatments(text, quantities, keys, cued)
    return keys


def _choose(
    text: str, quantity: Quantity, before: Sequence[Quantity], keys: Sequence[str], hits: Sequence[Hit], lexicon: PropertyLexicon
) -> tuple[str, bool]:
    """Return the entry for a quantity and whether a word says so, rather than its unit alone."""
    candidates = lexicon.candidates.get(quantity.unit, frozenset())
    default = lexicon.defaults.get(quantity.unit, "")
    near = [hit for hit in hits if hit.key in candidates]
    ranked = [(_cost(text, quantity, before, hit), hit.key, hit.start >= quantity.end) for hit in near]
    cost, key, follows = min(ranked, default=(float("inf"), "", False))
    if quantity.difference:
        return (key, True) if key == "capacity_fade" and cost < _REACH else ("", True)
    last = _neighbour(quantity, before)
    told_anew = last is None or any(before[last].end <= hit.start < quantity.start for hit in near) or (follows and cost < _OWN)
    if last is not None and not told_anew:
        key, cost = keys[last], 0.0
    if key == "critical_current_density" and _LOAD.search(text, max(0, quantity.start - 20), quantity.start):
        return default, True
    sure = cost < (_REACH if default else _FAR)
    return (key, True) if sure else (default, False)


def _neighbour(quantity: Quantity, before: Sequence[Quantity]) -> int | None:
    """Return the place of the last value in the same unit."""
    places = (
        place for place in range(len(before) - 1, -1, -1) if before[place].unit == quantity.unit and not before[place].difference
    )
    return next(places, None)


def _cost(text: str, quantity: Quantity, quantities: Sequence[Quantity], hit: Hit) -> float:
    """Return how far a cue is from a number: characters between, more for what stands between and for a cue that follows."""
    if hit.end <= quantity.start:
        between, cost = text[hit.end : quantity.start], 0.0
    elif hit.start >= quantity.end:
        between, cost = text[quantity.end : hit.start], 14.0
    else:
        return float("inf")
    cost += len(between) - 6 * (text.count(" ", hit.start, hit.end) + text.count("-", hit.start, hit.end))
    if _NEXT_CONJUNCT.match(between):
        cost += 25
    cost += 70 * len(_CLAUSE_BREAK.findall(between)) + 12 * between.count(",") + 10 * between.count("(")
    if hit.start >= quantity.end:
        cost += 25 * len(_CONJUNCT.findall(between))
    low, high = sorted((hit.end, quantity.start)) if hit.end <= quantity.start else (quantity.end, hit.start)
    return cost + 40 * sum(
        other.unit == quantity.unit and low <= other.start < high for other in quantities if other is not quantity
    )


def _unite_pairs(quantities: Sequence[Quantity], keys: list[str]) -> None:
    """Give both values of a "from A to B" the property of the first."""
    for index in range(len(quantities) - 1):
        first, second = quantities[index], quantities[index + 1]
        if first.phase and second.phase and first.phase != second.phase and first.unit == second.unit:
            keys[index + 1] = keys[index]


def _unite_lists(text: str, quantities: Sequence[Quantity], keys: list[str]) -> None:
    """Give a bare number of a list ("5, 10 and 20 nm") the property of the number that carries the unit."""
    for index in range(len(quantities) - 2, -1, -1):
        quantity, following = quantities[index], quantities[index + 1]
        bare = text[quantity.start : quantity.end].replace(".", "").isdigit()
        if bare and quantity.unit == following.unit and not quantity.property and not quantity.phase and keys[index] in _VAGUE:
            keys[index] = keys[index + 1]


def _cross_cues(
    text: str, quantities: Sequence[Quantity], keys: list[str], hits: Sequence[Hit], lexicon: PropertyLexicon
) -> None:
    """Give a list of numbers in one unit the properties named before it in order ("retention and efficiency of 92 % and 99.9 %")."""
    start = 0
    while start < len(quantities):
        stop = start + 1
        while stop < len(quantities) and quantities[stop].unit == quantities[start].unit:
            stop += 1
        last_end = quantities[start - 1].end if start else 0
        candidates = lexicon.candidates.get(quantities[start].unit, frozenset())
        named = [hit for hit in hits if last_end <= hit.start and hit.end <= quantities[start].start and hit.key in candidates]
        distinct = list(dict.fromkeys(hit.key for hit in named if not any(_inside(hit, other) for other in named)))
        if len(distinct) == stop - start > 1:
            keys[start:stop] = distinct
        start = stop


def _inside(hit: Hit, other: Hit) -> bool:
    return (
        hit != other and other.start <= hit.start and hit.end <= other.end and (other.end - other.start) > (hit.end - hit.start)
    )


def _time_treatments(text: str, quantities: Sequence[Quantity], keys: list[str], cued: Sequence[bool]) -> None:
    """Type a time that stands beside a treatment temperature ("at 450 °C for 2 h", "2 h at 450 °C"), and both where no word says other."""
    for index, quantity in enumerate(quantities):
        if keys[index] == "cycling_time" and quantity.value < _SHORTEST_CYCLING:
            keys[index] = "treatment_time"
        if quantity.unit != "h":
            continue
        beside = _beside(text, quantities, index)
        if beside is not None and (keys[beside] == "treatment_temperature" or not (cued[index] or cued[beside])):
            keys[index], keys[beside] = "treatment_time", "treatment_temperature"


def _beside(text: str, quantities: Sequence[Quantity], index: int) -> int | None:
    """Return the place of the temperature that a time is told with, None where there is none."""
    before, after = index - 1, index + 1
    if (
        before >= 0
        and quantities[before].unit == "Cel"
        and _TREATMENT_LINK.match(text[quantities[before].end : quantities[index].start])
    ):
        return before
    if (
        after < len(quantities)
        and quantities[after].unit == "Cel"
        and _AT.fullmatch(text[quantities[index].end : quantities[after].start])
    ):
        return after
    return None
