"""Score measurements at four levels, their conditions as links, and each property by itself.

The levels include one another: `quantity` (value, end of a range, unit), `typed` (and the property), `attributed` (and the citation
numbers), `compared` (and comparator and phase). A link is a pair of a result and one of its conditions.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from sodiokg.evaluation.gold import Entry
from sodiokg.evaluation.scores import Disagreement, Ratio, Scores, overlap, pair

__all__ = ["LEVELS", "score_measurements"]

LEVELS: Final = ("quantity", "typed", "attributed", "compared")
_SAME_QUANTITY, _SAME_PROPERTY = 100, 10
_Matched = Sequence[tuple[Entry, Entry]]


def score_measurements(gold: Sequence[Entry], read: Sequence[Entry]) -> Scores:
    """Score the measurements read in the documents that the gold speaks of; one read without a number does not count."""
    documents = {entry.doc for entry in gold}
    counted = [entry for entry in read if entry.doc in documents and not entry.fields.get("qualitative")]
    matched = list(_matched(gold, counted))
    failures = [(one, other, _first_difference(one, other)) for one, other in matched]
    reached = Counter(level for _, _, failed in failures for level in LEVELS[: LEVELS.index(failed) if failed else None])
    levels = {level: Ratio(reached[level], len(counted), len(gold)) for level in LEVELS}
    links, missing = _score_links(gold, counted, matched)
    wrong = [Disagreement(failed, one, other) for one, other, failed in failures if failed]
    wrong += _unmatched(gold, counted, matched)
    properties = _by_property(gold, counted, matched)
    return Scores("measurement", len(documents), {**levels, "conditions": links}, properties, {}, (*wrong, *missing))


def _matched(gold: Sequence[Entry], read: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    for document in sorted({entry.doc for entry in gold}):
        ours = [entry for entry in gold if entry.doc == document]
        theirs = [entry for entry in read if entry.doc == document]
        yield from pair(_weights(ours, theirs), ours, theirs)


def _weights(gold: Sequence[Entry], read: Sequence[Entry]) -> Iterator[tuple[float, int, int]]:
    """Yield the pairs that share characters, heavier where they agree in quantity and in property."""
    for left, one in enumerate(gold):
        for right, other in enumerate(read):
            if shared := overlap(one, other):
                alike = _SAME_QUANTITY * _same_quantity(one, other) + _SAME_PROPERTY * _same(one, other, "property")
                yield shared + alike, left, right


def _first_difference(gold: Entry, read: Entry) -> str:
    """Return the first level that a matched pair does not reach, "" where it reaches all."""
    compared = (gold.fields.get("comparator") or "=") == (read.fields.get("comparator") or "=")
    holds = (
        _same_quantity(gold, read),
        _same(gold, read, "property"),
        sorted(gold.several("ref")) == sorted(read.several("ref")),
        compared and _same(gold, read, "phase"),
    )
    return next((level for level, reached in zip(LEVELS, holds, strict=True) if not reached), "")


def _same(gold: Entry, read: Entry, field: str) -> bool:
    return bool(gold.fields.get(field) == read.fields.get(field))


def _same_quantity(gold: Entry, read: Entry) -> bool:
    return _same_number(gold, read, "value") and _same_number(gold, read, "value_max") and _same(gold, read, "unit")


def _same_number(gold: Entry, read: Entry, field: str) -> bool:
    return _close(gold.fields.get(field), read.fields.get(field))


def _close(one: Any, other: Any) -> bool:  # noqa: ANN401  # numbers or null, as JSON gives them
    """Tell whether two numbers are the same but for rounding (one part in a million; below 1, a millionth)."""
    if one is None or other is None:
        return one is other
    return abs(float(one) - float(other)) <= 1e-6 * max(1.0, abs(float(one)), abs(float(other)))


def _by_property(gold: Sequence[Entry], read: Sequence[Entry], matched: _Matched) -> dict[str, Ratio]:
    """Return for each property how many have value, unit and property right; the end of a range is the quantity level's matter."""
    right = Counter(
        one.fields["property"]
        for one, other in matched
        if _same_number(one, other, "value") and _same(one, other, "unit") and _same(one, other, "property")
    )
    in_gold, in_read = _properties(gold), _properties(read)
    return {name: Ratio(right[name], in_read[name], in_gold[name]) for name in sorted(in_gold | in_read)}


def _properties(entries: Iterable[Entry]) -> Counter[str]:
    return Counter(str(entry.fields.get("property")) for entry in entries)


def _unmatched(gold: Sequence[Entry], read: Sequence[Entry], matched: _Matched) -> Iterator[Disagreement]:
    taken = {id(entry) for both in matched for entry in both}
    yield from (Disagreement("missed", entry, None) for entry in gold if id(entry) not in taken)
    yield from (Disagreement("spurious", None, entry) for entry in read if id(entry) not in taken)


def _score_links(gold: Sequence[Entry], read: Sequence[Entry], matched: _Matched) -> tuple[Ratio, list[Disagreement]]:
    """Score (result, condition) links; a link that was read counts for the gold records that its two ends are matched with."""
    in_gold = {(entry.doc, entry.id): entry for entry in gold}
    in_read = {(entry.doc, entry.id): entry for entry in read}
    mates = {id(other): one for one, other in matched}
    wanted = {(one.doc, one.id, str(key)) for one in gold for key in one.several("conditions") if (one.doc, str(key)) in in_gold}
    found: set[tuple[str, str, str]] = set()
    drawn: dict[str, list[Disagreement]] = defaultdict(list)
    for other in read:
        for key in other.several("conditions"):
            condition = in_read.get((other.doc, str(key)))
            ends = mates.get(id(other)), mates.get(id(condition))
            link = (other.doc, ends[0].id, ends[1].id) if ends[0] and ends[1] else None
            if link:
                found.add(link)
            if link not in wanted:
                drawn["link read"].append(Disagreement("link read", other, condition))
    lost = sorted(wanted - found, key=lambda link: (link[0], in_gold[link[:2]].start, in_gold[link[0], link[2]].start))
    missing = [Disagreement("link missed", in_gold[doc, result], in_gold[doc, condition]) for doc, result, condition in lost]
    number = sum(len(entry.several("conditions")) for entry in read)
    return Ratio(len(wanted & found), number, len(wanted)), [*missing, *drawn["link read"]]
