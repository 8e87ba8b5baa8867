"""Numbers with units in plain text: single values, ranges, before/after pairs and lists that share a unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from sodiokg.extract.amounts import SIGNED, Amount, Quantity
from sodiokg.extract.comparators import bound_after, bound_before
from sodiokg.extract.notations import find_notations
from sodiokg.extract.numbers import Numeral, find_numerals
from sodiokg.extract.units import Unit, UnitRun, read_unit

__all__ = ["COMPARISON", "Quantity", "find_quantities", "read_quantities"]


# Units of what an experimenter sets: "from A to B" in them is a sweep unless a verb of change says otherwise.
_SET: Final = frozenset(
    {"mA/cm2", "mA", "C", "mAh/cm2", "Cel", "h", "mo", "{cycles}", "MPa", "um", "nm", "mg/cm2", "mol/L", "wt%", "V"}
)
_CYCLES: Final = re.compile(
    r"(?:st|nd|rd|th|\+)?[\s-]?(?:(?:stable|full|deep|long|charge|discharge|charging|discharging|charge[/-]discharge|plating|stripping"
    r"|plating[/-]stripping|stripping[/-]plating|deposition|dissolution|plate|strip|galvanostatic|repeated|electrochemical|consecutive"
    r"|continuous|long-term|additional|further|successive|formation|and|or|Na|sodium|activation)\s){0,4}cycles?\b"
)
_LIST_GAP: Final = re.compile(
    r"(?P<comma>\s?,\s?)?\s?(?:(?:and|or|&|then|and then|versus|vs\.?|plus|instead of|rather than)(?!\w),?\s?(?:(?:then|subsequently|finally|even|later),?\s)?|/\s?)?"
    r"(?:(?P<again>at|of|under|by|for|after)\s?)?$"
)
# What stands beside a member of a list: "1.4 (25 °C) and 3.9 mA cm-2 (80 °C)".
_ASIDE: Final = re.compile(r"\s?\([^()]{1,60}\)")
_ARROW: Final = re.compile(r"\s?(?:→|⟶|⇒|->)\s?$")
_RANGE_GAP: Final = re.compile(r"\s?(?:-|–|to|through|~)\s?$")
_PARENTHESIS: Final = r"(?:\([^()]{0,60}\)\s?)?"
_TO_GAP: Final = re.compile(rf"\s?{_PARENTHESIS}(?:[A-Za-z][^,;\d]{{0,50}}?\s)?(?:down |up )?to\b[^,;\d]{{0,40}}$")
_FROM_GAP: Final = re.compile(rf"\s?{_PARENTHESIS}(?:[A-Za-z][^,;\d]{{0,30}}?\s)?from\b[^,;\d]{{0,40}}$")
_FROM: Final = re.compile(r"\bfrom\b[^,;:()]{0,90}$")
_BETWEEN: Final = re.compile(r"\bbetween\s(?:about |approximately |around |~\s?)?$")
_TO: Final = re.compile(r"\bto\b[^,;:()\d]{0,40}$")
_SWEEP: Final = re.compile(r"\b(?:rang\w*|var(?:y|ie[sd]|ying)|span\w*|interval|window|swe[ep]\w*|scan\w*)\b", re.IGNORECASE)
_CHANGE: Final = re.compile(
    r"\b(?:decreas|reduc|lower|increas|rais|improv|drop|fall|fell|ris[ei]|rose|enhanc|shr[aiu]nk|declin|cut|grow|grew|boost|chang|diminish|lift"
    r"|plung|climb|jump|lengthen|extend|prolong|shift|[gw]o?ent|goes|slash|suppress|fad|deca[ye]|degrad|elevat|bring|brought|mov|tak|took)\w*",
    re.IGNORECASE,
)
_BY: Final = re.compile(
    r"(?P<word>\bby|\b(?:in|de)creases? of|\breductions? of|\bdifferences? of|\bgains? of|\bdrops? of|\brises? of|\bfurther)\s"
    r"(?:(?:about|approximately|around|only|just|nearly|over|more than|less than|up to|as much as|as little as|another|a further)\s|~\s?)?$"
)
_FOLLOWED: Final = re.compile(r"\b(?:follow|preced|separat|creat|caus|prepar|obtain|form|made)\w*\s$")
_CHANGED_BY: Final = re.compile(
    r"\b(?:rose|rises?|risen|rising|f[ae]ll(?:s|en|ing)?|gr[eo]ws?|growing|grown|dropp?(?:s|ed|ing)?|increas(?:es|ed|ing)|decreas(?:es|ed|ing)"
    r"|shr[aiu]nk\w*|chang(?:es|ed|ing)|climb(?:s|ed|ing)?|swell(?:s|ed|ing)?|swelled|expand(?:s|ed|ing)?)\s(?:up\s)?$"
)
# Units in which "20 % higher" is no value but a comparison.
_COMPARED: Final = frozenset({"%", "Cel", "deg", "mV", "V"})
_CYCLED: Final = re.compile(r"\b(?:cycl|charg|discharg|strip|plat|repeat|bent|fold)\w*\b[^.;]{0,30}$")
_TIMES: Final = re.compile(r"\stimes\b(?!\s(?:higher|lower|more|less|larger|smaller|longer|that|the|as|greater|faster))")
COMPARISON: Final = re.compile(
    r"\s?(?:higher|lower|less|more|better|larger|smaller|greater|fewer|longer|shorter|increase|decrease|reduction|improvement|enhancement|rise|gain)\b"
)
_DATED: Final = re.compile(r"(?:\b(?:[Ii]n|since|until|of|from|al\.?|year)|[(,])\s?$")
# A test between two members of a coordination: "over 1300 h at 0.1 mA cm-2 and 350 h at 0.5 mA cm-2".
_TESTED: Final = re.compile(r"\s?(?:at|under)\s[^,;()]{1,50}?\s(?:and|or)$")
_EQUATED: Final = re.compile(r"\b[xyzn]\s?=\s?$")


def find_quantities(text: str) -> list[Quantity]:
    """Return the quantities of a plain text in order; comparators are read, properties are not.

    >>> [(q.value, q.value_max, q.comparator, q.unit) for q in find_quantities("up to 300 h at 0.1-0.3 mA cm-2")]
    [(300.0, None, 'max', 'h'), (0.1, 0.3, '=', 'mA/cm2')]
    """
    return read_quantities(text)[0]


def read_quantities(text: str) -> tuple[list[Quantity], list[Amount]]:
    """Return the quantities of a plain text in order, and the amounts with something like a unit that is none of ours."""
    special = find_notations(text)
    taken = {place for quantity in special for place in range(quantity.start, quantity.end)}
    amounts = list(_amounts(text, taken))
    plain = _bound(text, list(_join(text, _share_units(text, amounts))))
    unread = [amount for amount in amounts if amount.own and amount.unit is None]
    return sorted(plain + special, key=lambda quantity: quantity.start), unread


def _amounts(text: str, taken: set[int]) -> Iterator[Amount]:
    """Yield every numeral with its own unit if it has one; a numeral joined to a name is left out."""
    last_end = -1
    for numeral in find_numerals(text):
        joined_to_name = numeral.joined and numeral.start - 1 != last_end
        if numeral.start < last_end or joined_to_name or numeral.start in taken:
            continue
        run = _unit_after(text, numeral)
        bare_end = numeral.end + 2 * (text[numeral.end : numeral.end + 2] in {"st", "nd", "rd", "th"})
        amount = Amount(numeral, run.unit if run else None, run.end if run else bare_end, own=run is not None)
        last_end = amount.end
        yield amount


def _unit_after(text: str, numeral: Numeral) -> UnitRun | None:
    position = numeral.end
    if match := _CYCLES.match(text, position):
        return UnitRun(Unit("{cycles}"), match.end())
    if (times := _TIMES.match(text, position)) and _CYCLED.search(text, max(0, numeral.start - 40), numeral.start):
        return UnitRun(Unit("{cycles}"), times.end())
    position += text[position : position + 2] == "+ "
    spaced = text[position : position + 1] in {" ", "-"}
    run = read_unit(text, position + spaced)
    if run is None or run.unit is None:
        return run
    return _weigh(text, numeral, run, spaced)


def _weigh(text: str, numeral: Numeral, run: UnitRun, spaced: bool) -> UnitRun | None:
    """Settle letters that are units or something else: C (rate, degree or carbon), K (kelvin or potassium), s, A and h."""
    symbol = text[numeral.end + spaced : run.end]
    if symbol == "C":
        return _weigh_c(text, numeral, run)
    if symbol == "K" and numeral.value < 70:
        return None
    if symbol in {"K", "A", "s", "V", "h"} and re.match(r"-[A-Za-z]|[’']", text[run.end : run.end + 2]):
        return run if symbol == "h" else None
    return run


def _weigh_c(text: str, numeral: Numeral, run: UnitRun) -> UnitRun | None:
    after = text[run.end : run.end + 10]
    if re.match(r"[-\s]?rate", after):
        return run
    if re.match(r"-|\s?[=≡]|\s(?:atom|layer|source|fiber|fibre)", after):
        return None
    return run if numeral.value < 60 else UnitRun(Unit("Cel"), run.end)


def _share_units(text: str, amounts: list[Amount]) -> list[Amount]:
    """Give a bare number the unit of the next amount where both stand in one list or range; drop the other bare ones."""
    shared: list[Amount] = []
    following: Amount | None = None
    for index in range(len(amounts) - 1, -1, -1):
        amount = amounts[index]
        if not amount.own:
            aside = _ASIDE.match(text, amount.end)
            if aside:
                following = next((later for later in shared[:-9:-1] if later.start >= aside.end()), None)
            if following is None or following.unit is None or not _lends(text, amount, following):
                following = None
                continue
            amount = replace(amount, unit=following.unit)
        following = amount
        if amount.unit is not None:
            shared.append(amount)
    return shared[::-1]


def _lends(text: str, bare: Amount, following: Amount) -> bool:
    gap = _ASIDE.sub("", _gap(text, bare, following), count=1) if _ASIDE.match(text, bare.end) else _gap(text, bare, following)
    if _EQUATED.search(text, max(0, bare.start - 5), bare.start):
        return False
    if _is_year(text, bare) and following.unit is not None and not 1900 <= following.numeral.value < 9000:
        return False
    if (
        _RANGE_GAP.match(gap)
        or _ARROW.match(gap)
        or (_FROM.search(text, max(0, bare.start - 100), bare.start) and _TO_GAP.match(gap))
    ):
        return True
    match = _LIST_GAP.match(gap)
    if match is None or not gap.strip():
        return False
    return not match["again"] or text.endswith(f" {match['again']} ", 0, bare.start)


def _is_year(text: str, bare: Amount) -> bool:
    """Say whether a bare number can be a year; a round one after a verb ("endured 2000 and 1700 cycles") is none."""
    value = bare.numeral.value
    if value.denominator != 1 or not 1900 <= value < 2100:
        return False
    return value % 100 != 0 or _DATED.search(text, max(0, bare.start - 10), bare.start) is not None


def _gap(text: str, first: Amount, second: Amount) -> str:
    """Return what stands between two amounts, without the comparator of the second."""
    unit = second.unit.key if second.unit else ""
    bound = bound_before(text, second.start, unit)
    stop = (
        bound.start if bound and bound.start >= first.end and bound.words not in {"=", "~", "down to", "up to"} else second.start
    )
    if bound and bound.words == "~" and text[first.end : bound.start].strip():
        stop = bound.start
    return text[first.end : stop]


def _join(text: str, amounts: list[Amount]) -> Iterator[Quantity]:
    """Yield quantities, two amounts of one unit joined to a range or marked as a pair where the words between them say so."""
    skip = False
    for first, second in zip_longest(amounts, amounts[1:]):
        if skip:
            skip = False
            continue
        relation = _relation(text, first, second) if second else ""
        if second is None or not relation:
            yield _single(first)
        elif relation == "range":
            low, high = sorted((first.value, second.value))
            yield replace(_single(first), value=low, value_max=high, end=second.end)
            skip = True
        else:
            phases = ("before", "after") if relation == "pair" else ("after", "before")
            yield from (replace(_single(amount), phase=phase) for amount, phase in zip((first, second), phases, strict=True))
            skip = True


def _single(amount: Amount) -> Quantity:
    unit = amount.unit or Unit("1")
    return Quantity(amount.value, unit.key, amount.start, amount.end)


def _relation(text: str, first: Amount, second: Amount) -> str:
    """Return "range", "pair", "reversed pair" or "" for two neighbouring amounts."""
    if first.unit is None or second.unit is None or first.unit.key != second.unit.key:
        return ""
    if _BY.search(text, max(0, first.start - 40), first.start):
        return ""
    gap = _gap(text, first, second)
    lead = text[max(0, first.start - 120) : first.start]
    bound = bound_before(text, first.start, first.unit.key)
    opening = text[max(0, first.start - 120) : bound.start] if bound else lead
    origin = _FROM.search(lead)
    if origin and _TO_GAP.match(gap):
        return _sweep_or_change(lead[max(0, origin.start() - 70) :], first.unit.key)
    if (
        _FROM_GAP.match(gap)
        and (_TO.search(opening) or _CHANGE.search(opening[-60:]))
        and first.unit.key not in {"h", "{cycles}"}
    ):
        return "reversed pair"
    if _BETWEEN.search(opening) and gap.strip() == "and":
        return "range"
    if _ARROW.match(gap):
        return "pair"
    if _RANGE_GAP.match(gap):
        return "range" if first.value < second.value or first.unit.key in _SET else "pair"
    return ""


def _sweep_or_change(lead: str, unit: str) -> str:
    if _SWEEP.search(lead):
        return "range"
    return "range" if unit in _SET and not _CHANGE.search(lead) else "pair"


def _bound(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Add comparators; one that opens a coordination of like amounts ("more than 6000 h and 400 cycles") holds for all of it."""
    bounded: list[Quantity] = []
    for quantity in quantities:
        difference = _is_difference(text, quantity)
        if difference and quantity.unit == "Cel" and text[quantity.end - 1] == "K":
            quantity = replace(quantity, value=round(quantity.value + 273.15, 9))
        bounded.append(replace(_with_bound(text, quantity, [] if difference else bounded), difference=difference))
    return bounded


def _is_difference(text: str, quantity: Quantity) -> bool:
    """Say whether a number is an amount of change: "by 20 %", "60 °C lower", "rose less than 6 %"."""
    if quantity.unit in _COMPARED and COMPARISON.match(text, quantity.end):
        return True
    bound = bound_before(text, quantity.start, quantity.unit)
    start = bound.start if bound and bound.comparator not in {"=", "max"} else quantity.start
    by = _BY.search(text, max(0, quantity.start - 40), quantity.start)
    if by is None:
        return quantity.unit == "%" and _CHANGED_BY.search(text, max(0, start - 16), start) is not None
    if by["word"] == "further":
        return quantity.unit in _COMPARED
    before = max(0, by.start() - 60)
    if _FOLLOWED.search(text, before, by.start()):
        return False
    if quantity.unit == "wt%":  # an amount brought in: "by 10 wt% Bi"
        return False
    return by["word"] != "by" or quantity.unit in _COMPARED or _CHANGE.search(text, before, by.start()) is not None


def _with_bound(text: str, quantity: Quantity, before: list[Quantity]) -> Quantity:
    bound = bound_before(text, quantity.start, quantity.unit)
    if bound and bound.comparator != "=" and not (quantity.phase and bound.words in {"down to", "up to"}):
        return replace(quantity, comparator=bound.comparator, words=bound.words)
    if after := bound_after(text, quantity.end):
        return replace(quantity, comparator=after)
    if quantity.unit not in SIGNED and re.search(r"(?:^|[\s(])-$", text[max(0, quantity.start - 2) : quantity.start]):
        return replace(quantity, comparator="~", words="-")
    if bound is None and (source := _inherited(text, quantity, before)):
        return replace(quantity, comparator=source.comparator, words=source.words)
    return quantity


def _inherited(text: str, quantity: Quantity, before: list[Quantity]) -> Quantity | None:
    for source in reversed(before[-2:]):
        alike = source.unit == quantity.unit or {source.unit, quantity.unit} <= {"h", "mo", "{cycles}"}
        gap = re.sub(r"\([^()]{0,40}\)", "", text[source.end : quantity.start]).strip()
        listed = gap in {"and", "or", "/", ","} or (
            source.unit == quantity.unit and source.comparator != "~" and _TESTED.fullmatch(gap) is not None
        )
        if source.comparator != "=" and source.phase is None and alike and listed:
            return source
    return None
