"""Which property each number of a sentence is of: its unit names the candidates, the cues around it decide between them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from sodiokg.extract.cues import Hit, Matcher, words_of
from sodiokg.extract.echoes import is_echo
from sodiokg.extract.properties import PropertyLexicon
from sodiokg.extract.quantities import COMPARISON, Quantity

__all__ = ["Evidence", "type_quantities"]

# What names a property: a cue "before" the number, one "after" it, or its unit alone ("").
Evidence = Literal["before", "after", ""]

# How far (in characters, with penalties) a cue reaches over a unit's default, and where the unit has none.
_REACH: Final = 90
_FAR: Final = 220
_WINDOW: Final = 360  # characters beyond which no cue is looked at: none is so near by its penalties
_SHORTEST_CYCLING: Final = 1 / 6  # hours; a time up to it is that of a treatment
_LONGEST_TREATMENT: Final = 100.0  # hours; a longer time beside a temperature is that of a test
_HOTTEST_TEST: Final = 400.0  # °C; where no word says other, nothing but a treatment is hotter
_HIGHEST_STACK: Final = 100.0  # MPa; sodium yields far below, so that only a powder is pressed harder
_AT: Final = re.compile(r"\s?(?:in \w+ )?at (?:about |~\s?|roughly |around |approximately )?")
_VAGUE: Final = frozenset(
    {"", "other_length", "other_energy", "thickness", "operating_temperature", "cycling_time", "current_density"}
)  # mere defaults
_OWN: Final = 45  # a cue after a number that is this near says more than the number's neighbour does
_CLAUSE_BREAK: Final = re.compile(
    r"[;:—]|,\s(?:while|whereas|but|which|and the|although|though)\b|\bwhile\b|\bwhereas\b|\balong with\b|\bthan\b"
)
# "higher than 250 mV": this "than" bounds the number and opens no clause.
_BOUNDED: Final = re.compile(r"\s(?:more|less|higher|lower|larger|smaller|greater|longer|shorter|fewer|better)\sthan\s$")
_CONJUNCT: Final = re.compile(r"\band\b|,")
_NEXT_CONJUNCT: Final = re.compile(r"\s?(?:,|and\b|or\b)")
_LOAD: Final = re.compile(r"\b(?:at|under|with|by)\s(?:an?\s|the\s)?$")
# "Puts the critical current density at 0.8 mA cm-2" gives its value.
_PUT: Final = re.compile(r"\sat\s(?:about |only |~\s?)?")
_TREATMENT_LINK: Final = re.compile(
    r"\s?(?:for|and|,|/|\(|over|during|within|in (?:air|Ar|argon|vacuum|N2) for|under [\w ]{2,20} for)\s?(?:at least |about |~\s?)?$"
)
# "as-sintered pellets" names a state, no treatment that the number is of.
_STATE: Final = re.compile(r"\b(?:as|freshly|un|non)-?$")
# "0.8 mm thick", "80 nm in diameter", "46 h of cycling": what the number is of follows at once.
_AT_ONCE: Final = re.compile(r"-?\s?(?:in\s|of\s|mean\s|average\s|total\s)?$")
_OF: Final = re.compile(r"\sof\s(?:(?:the|these|this|those|an?|its|their|our)\s)?(?:[\w-]+\s)?$")
_AMOUNT_OF: Final = re.compile(r"(?:-thick)?\s(?:thin\s|thick\s)?(?:of|layers?|films?|coatings?)\b(?!\s(?:diameter|size|length))")
_ENDURED: Final = re.compile(
    r"\b(?:surviv\w*|withst[ao]+nd\w*|withstood|endur\w*|tolerat\w*|sustain\w*|bears?|bore|(?:fail|short|short-circuit|collaps|break|broke)\w*"
    r"(?:\sdown)?(?:\s(?:already|only|even|as early as))?\s(?:at|above|beyond)|dendrite-free up to|(?:no|without)\s(?:\w+\s)?(?:short|dendrit)[\w-]*\s(?:\w+\s){0,3}?(?:until|up to|below))\s"
    r"(?:(?:about|over|up to|more than|at least|only|as much as|as high as|even|currents?(?:\sdensit\w+)?(?:\sof)?|a maximum of)\s|~\s?){0,2}$"
)
_OPERATED: Final = re.compile(r"\b(?:operat|cycl|work|plat|strip|function)\w*\s(?:\w+\s)?at\s(?:\w+\s)?up to\s$")
_LASTED: Final = re.compile(r"\s?(?:[,(]\s?[\d.]+ mAh cm-2\)?\s?)?(?:for|over|during)\s(?:\w+\s){0,2}[~>]?\s?\d")
_SHORTED: Final = re.compile(
    r"\s(?:before|until|without)\s(?:it\s|they\s|a\s|the\s|any\s)?(?:\w+\s)?(?:short|fail|dendrite|collaps)"
)
_SHARE_OF_CAPACITY: Final = re.compile(
    r"\s(?:of|thereof)\s(?:the |its |their |an? |about |initial |~\s?)*(?:[\d.,]+ mAh g|capacity|it\b)|\sthereof\b|\s(?:is|was|were|are)\s(?:still\s)?left\b"
)
# "380 h at 2 mA cm-2": hours under a load are those of a test.
_TESTED_AT: Final = re.compile(
    r"\s(?:at|under|with)\s(?:an?\s)?(?:\w+\s){0,2}?(?:(?:current )?densit(?:y|ies)\sof\s|rate\sof\s)?[\d.]+\s?(?:mA\s?(?:/\s?cm|h?\s?cm)|C\b)"
)
_ADHERING: Final = re.compile(r"\badhesi|\badherence\b", re.IGNORECASE)
_LOST: Final = re.compile(
    r"\b(?:los[et]s?|losing|loss of|sacrific\w+|forfeit\w*)\s(?:(?:only|about|nearly|over|more than|less than|up to|almost)\s|~\s?)*$"
)
_CYCLES_TO: Final = re.compile(r"\bcycles?\s(?:down )?(?:to|until|till|before reaching)\s(?:about |~\s?)?$")


def type_quantities(
    text: str,
    quantities: Sequence[Quantity],
    lexicon: PropertyLexicon,
    echoes: Mapping[str, str] | None = None,
    symbols: Matcher | None = None,
) -> tuple[list[str], list[Evidence]]:
    """Return the lexicon entry of each quantity of one sentence, "" for a number that is no measurement, and what names it.

    `echoes` holds by unit the entries that the sentence before has named: "the other still gave 99.7 %" repeats its property.
    `symbols` finds the abbreviations that the document gives to quantities.
    """
    if not quantities:
        return [], []
    told = echoes or {}
    cues = _Cues(text, quantities, _governing(text, lexicon, symbols))
    keys: list[str] = []
    evidence: list[Evidence] = []
    for place, quantity in enumerate(quantities):
        key, named = _choose(cues, place, keys, lexicon)
        if is_echo(text, quantity, key, named, told):
            key, named = told[quantity.unit], "before"
        keys.append(key)
        evidence.append(named)
    _unite_pairs(quantities, keys)
    if "respectively" in text:
        _cross_cues(text, quantities, keys, cues.hits, lexicon)
    _unite_lists(text, quantities, keys)
    _time_treatments(text, quantities, keys, evidence)
    _settle_spreading(text, quantities, keys)
    return keys, evidence


def _governing(text: str, lexicon: PropertyLexicon, symbols: Matcher | None) -> list[Hit]:
    """Return the cues of a sentence in order, those left out that only name the state of a thing."""
    words = words_of(text)
    hits = lexicon.matcher.find(words)
    if symbols:
        hits = sorted({*hits, *symbols.find(words)}, key=lambda hit: (hit.start, hit.end, hit.key))
    return [hit for hit in hits if not _STATE.search(text, max(0, hit.start - 8), hit.start)]


@dataclass(slots=True)
class _Cues:
    """A sentence with its quantities and cues, indexed so that a number looks only at what is near it."""

    text: str
    quantities: Sequence[Quantity]
    hits: Sequence[Hit]
    starts: list[int] = field(default_factory=list)
    places: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    last: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.starts = [hit.start for hit in self.hits]
        for quantity in self.quantities:
            self.places[quantity.unit].append(quantity.start)

    def near(self, quantity: Quantity, candidates: frozenset[str]) -> list[Hit]:
        """Return the cues of the candidates within the window around a quantity; of "the roughness of the film" only the head."""
        low = bisect_left(self.starts, quantity.start - _WINDOW)
        high = bisect_right(self.starts, quantity.end + _WINDOW)
        hits = [hit for hit in self.hits[low:high] if hit.key in candidates]
        ends = {hit.end for hit in hits}
        heads = (_OF.search(self.text, max(0, hit.start - 30), hit.start) for hit in hits)
        return [hit for hit, head in zip(hits, heads, strict=True) if head is None or head.start() not in ends]

    def alike(self, unit: str, low: int, high: int) -> int:
        """Return how many quantities of a unit begin in ``[low:high]``."""
        return bisect_left(self.places[unit], high) - bisect_left(self.places[unit], low)


def _choose(cues: _Cues, place: int, keys: Sequence[str], lexicon: PropertyLexicon) -> tuple[str, Evidence]:
    """Return the entry for a quantity and where the word that names it stands, "" where its unit alone does."""
    text, quantity = cues.text, cues.quantities[place]
    if quantity.property:
        return quantity.property, "before"
    candidates = lexicon.candidates.get(quantity.unit, frozenset())
    default = lexicon.defaults.get(quantity.unit, "")
    near = cues.near(quantity, candidates)
    cost, key, follows = _nearest_cue(cues, quantity, near)
    if quantity.difference:
        faded = key == "capacity_fade" and cost < _REACH and not COMPARISON.match(text, quantity.end)
        return key if faded else lexicon.change(quantity.unit), "before"
    special = "" if key == "capacity_fade" and not follows else _by_construction(text, quantity, candidates)
    if special:
        return _remember(cues, place, special), "before"
    last = cues.last.get(quantity.unit)
    told_anew = (
        last is None or any(cues.quantities[last].end <= hit.start < quantity.start for hit in near) or (follows and cost < _OWN)
    )
    if last is not None and not told_anew:
        key, cost, follows = keys[last], 0.0, False
    cues.last[quantity.unit] = place
    loaded = key == "critical_current_density" and _LOAD.search(text, max(0, quantity.start - 20), quantity.start)
    if loaded and not any(hit.key == key and _PUT.fullmatch(text, hit.end, quantity.start) for hit in near):
        return default, "before"
    if cost >= (_REACH if default and quantity.unit != "mN/m" else _FAR):
        hot = quantity.unit == "Cel" and quantity.value >= _HOTTEST_TEST and "treatment_temperature" in candidates
        return "treatment_temperature" if hot else default, ""
    return key, "after" if follows else "before"


def _remember(cues: _Cues, place: int, key: str) -> str:
    cues.last[cues.quantities[place].unit] = place
    return key


# A life that was passed at a current is the result, and the current its condition: "ran 300 cycles without failure at".
_LIFE: Final = re.compile(r"\d\s(?:[\w-]+\s){0,3}(?:cycles|h|hours|days|weeks|months)\b[^.;]*$")


def _by_construction(text: str, quantity: Quantity, candidates: frozenset[str]) -> str:
    """Return the entry that the words right around a number make it, "" where they leave it to the cues."""
    before = (text, max(0, quantity.start - 60), quantity.start)
    if quantity.unit == "mA/cm2" and (
        _ENDURED.search(*before) or _OPERATED.search(*before) or _SHORTED.match(text, quantity.end)
    ):
        lasted = _LASTED.match(text, quantity.end) or _LIFE.search(*before)
        return "" if lasted else "critical_current_density"
    if quantity.unit == "%" and _LOST.search(*before):
        return "capacity_fade" if _SHARE_OF_CAPACITY.match(text, quantity.end) else ""
    if quantity.unit == "%" and (_SHARE_OF_CAPACITY.match(text, quantity.end) or _CYCLES_TO.search(*before)):
        return "capacity_retention"
    if quantity.unit == "h" and _TESTED_AT.match(text, quantity.end):
        return "cycling_time"
    if quantity.unit == "mN/m" and quantity.value < 0 and not _ADHERING.search(text):
        return "other_interface_energy"
    if quantity.unit == "MPa" and quantity.value > _HIGHEST_STACK:
        return "other_stress"
    if quantity.unit in {"nm", "um"} and "thickness" in candidates and _AMOUNT_OF.match(text, quantity.end):
        return "thickness"
    return ""


def _nearest_cue(cues: _Cues, quantity: Quantity, near: Sequence[Hit]) -> tuple[float, str, bool]:
    """Return cost and key of the cheapest cue and whether it follows; a cue that is farther than the cheapest costs is not weighed."""
    best = (float("inf"), "", False)
    for hit in near:
        distance = max(hit.start - quantity.end, quantity.start - hit.end) - 6 * (hit.end - hit.start)
        if distance <= best[0]:
            best = min(best, (_cost(cues, quantity, hit), hit.key, hit.start >= quantity.end))
    return best


def _cost(cues: _Cues, quantity: Quantity, hit: Hit) -> float:
    """Return how far a cue is from a number: characters between, more for what stands between and for a cue that follows."""
    text, follows = cues.text, hit.start >= quantity.end
    if not follows and hit.end > quantity.start:
        return float("inf")
    low, high = (quantity.end, hit.start) if follows else (hit.end, quantity.start)
    between = text[low:high] if follows else _BOUNDED.sub(" ", text[low:high].removeprefix(":"))
    length = text.count(" ", hit.start, hit.end) + text.count("-", hit.start, hit.end)
    if follows and _AT_ONCE.fullmatch(between):
        return -12.0 - 6 * length
    cost = 14.0 * follows + len(between) - 6 * length
    if _NEXT_CONJUNCT.match(between):
        cost += 25
    cost += 70 * len(_CLAUSE_BREAK.findall(between)) + 12 * between.count(",") + 10 * between.count("(")
    if follows:
        cost += 25 * len(_CONJUNCT.findall(between))
    own = low <= quantity.start < high
    return cost + 40 * (cues.alike(quantity.unit, low, high) - own)


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


def _time_treatments(text: str, quantities: Sequence[Quantity], keys: list[str], evidence: Sequence[Evidence]) -> None:
    """Type a time that stands beside a treatment temperature ("at 450 °C for 2 h", "2 h at 450 °C"), and both where no word says other."""
    for index, quantity in enumerate(quantities):
        if keys[index] == "cycling_time" and 0 < quantity.value <= _SHORTEST_CYCLING:
            keys[index] = "treatment_time"
        if quantity.unit != "h":
            continue
        beside = _beside(text, quantities, index)
        if beside is None:
            continue
        unsaid = not evidence[index] and evidence[beside] != "before" and quantity.value <= _LONGEST_TREATMENT
        if keys[beside] == "treatment_temperature" or unsaid:
            keys[index], keys[beside] = "treatment_time", "treatment_temperature"


def _settle_spreading(text: str, quantities: Sequence[Quantity], keys: list[str]) -> None:
    """Call the temperature at which a spread melt had a stated angle a measurement's: it is not where spreading begins."""
    for index, quantity in enumerate(quantities):
        if keys[index] != "spreading_temperature" or "temperature" in text[max(0, quantity.start - 40) : quantity.start]:
            continue
        following = next((other for other in range(index + 1, len(keys)) if keys[other] == "contact_angle"), None)
        if following is not None and not _CLAUSE_BREAK.search(text, quantity.end, quantities[following].start):
            keys[index] = "measurement_temperature"


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
