"""Score claims: which are found, the items of their fields of several values, and the accuracy of those of one value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sodiokg.evaluation.gold import Entry
from sodiokg.evaluation.scores import Accuracy, Disagreement, Ratio, Scores, overlap, pair

__all__ = ["normal_name", "score_claims"]

_SEVERAL: Final = ("ref", "strategy_class", "agents", "phases_formed", "mechanisms", "effects")
_SINGLE: Final = ("battery_type", "substrate_class", "polarity")
_SUBSCRIPTS: Final = str.maketrans("₀₁₂₃₄₅₆₇₈₉ₓ", "0123456789x")
# LaTeX's marks, hyphens and blanks say nothing about which material is meant.
_INDIFFERENT: Final = re.compile(r"[\s\-–_$\\{}()]|text")
# A reference in common outweighs an agent, that the polarity, that any length of text.
_REFERENCE, _AGENT, _POLARITY, _LONGEST = 1000, 200, 50, 400


def score_claims(gold: Sequence[Entry], read: Sequence[Entry]) -> Scores:
    """Score the claims read in the documents that the gold speaks of."""
    documents = {entry.doc for entry in gold}
    counted = [entry for entry in read if entry.doc in documents and not entry.fields.get("qualitative")]
    matched = [both for document in sorted(documents) for both in _matched(document, gold, counted)]
    mates = {id(one): other for one, other in matched}
    taken = {id(other) for _, other in matched}
    spare = [entry for entry in counted if id(entry) not in taken]
    wrong = [Disagreement("missed", entry, None) for entry in gold if id(entry) not in mates]
    wrong += [Disagreement("spurious", None, entry) for entry in spare]
    fields: dict[str, Ratio] = {}
    for field in _SEVERAL:
        pairs = [(entry, mates.get(id(entry))) for entry in gold]
        fields[field] = _score_items(field, pairs, spare)
        wrong += _unequal(field, matched)
    ratios = {"claim": Ratio(len(matched), len(counted), len(gold)), **fields}
    accuracies = {field: Accuracy(sum(_same(field, *both) for both in matched), len(matched)) for field in _SINGLE}
    wrong += [Disagreement(field, *both) for field in _SINGLE for both in matched if not _same(field, *both)]
    return Scores("claim", len(documents), ratios, {}, accuracies, tuple(wrong))


def _matched(document: str, gold: Sequence[Entry], read: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
    ours = [entry for entry in gold if entry.doc == document]
    theirs = [entry for entry in read if entry.doc == document]
    weights = ((_weight(one, other), left, right) for left, one in enumerate(ours) for right, other in enumerate(theirs))
    return pair((edge for edge in weights if edge[0] > 0), ours, theirs)


def _weight(gold: Entry, read: Entry) -> int:
    """Return how well two claims go together, 0 where they share neither a reference nor a character.

    Claims that both have references have to share one.
    """
    ours, theirs = set(gold.several("ref")), set(read.several("ref"))
    characters, shared = overlap(gold, read), len(ours & theirs)
    if not shared and (not characters or (ours and theirs)):
        return 0
    agents = len(_items(gold, "agents") & _items(read, "agents"))
    same = gold.fields.get("polarity") == read.fields.get("polarity")
    return _REFERENCE * shared + _AGENT * agents + _POLARITY * same + min(characters, _LONGEST)


def _items(entry: Entry | None, field: str) -> set[str]:
    """Return the values of a field in a form in which spelling variants are one."""
    return {normal_name(value) for value in (entry.several(field) if entry else [])}


def normal_name(value: object) -> str:
    """Return a name in a form that its spellings have in common.

    >>> normal_name("PbO_x"), normal_name("$Na_{15}Sn_4$"), normal_name("Na₁₅Sn₄")
    ('pbox', 'na15sn4', 'na15sn4')
    """
    return _INDIFFERENT.sub("", str(value).translate(_SUBSCRIPTS).lower())


def _score_items(field: str, pairs: Iterable[tuple[Entry, Entry | None]], spare: Iterable[Entry]) -> Ratio:
    right = read = gold = 0
    for one, other in pairs:
        wanted, found = _items(one, field), _items(other, field)
        right, read, gold = right + len(wanted & found), read + len(found), gold + len(wanted)
    return Ratio(right, read + sum(len(entry.several(field)) for entry in spare), gold)


def _unequal(field: str, matched: Iterable[tuple[Entry, Entry]]) -> Iterator[Disagreement]:
    for one, other in matched:
        if _items(one, field) != _items(other, field):
            yield Disagreement(field, one, other)


def _same(field: str, gold: Entry, read: Entry) -> bool:
    return bool(gold.fields.get(field) == read.fields.get(field))
