"""Names found in running text by the longest match; a look-up costs the same for any number of names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

__all__ = ["Found", "Name", "NameIndex", "find_names", "index_names"]

_TOKEN: Final = re.compile(r"[^\W_]+(?:'')?")
# A capital and a hyphen before an abbreviation make a sample's name of it: "O-CF" is not CF.
_PREFIXED: Final = re.compile(r"[A-Z]-$")

# "leads to", "can lead": the verb, not the metal.
_LEADS: Final = re.compile(r"(?i:leads)\b|(?i:lead)\s+(?:to|the|us)\b")
_PLURALS: Final = ("s", "es")
_BRACKETS: Final = {")": "(", "]": "["}


@dataclass(frozen=True, slots=True)
class Name:
    """A way to write a material: the surface form, whether its case counts, and the material's IRI."""

    text: str
    exact: bool
    iri: str


class Found(NamedTuple):
    """A name found in the text."""

    start: int
    end: int
    name: Name


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Names by their words: as spelt where case counts, else folded; and for each first word the lengths to try, longest first."""

    spelt: Mapping[tuple[str, ...], Name]
    folded: Mapping[tuple[str, ...], Name]
    lengths: Mapping[str, Sequence[int]]


def index_names(names: Iterable[Name]) -> NameIndex:
    """Index names; where two names are the same the one with the first IRI stands."""
    spelt: dict[tuple[str, ...], Name] = {}
    folded: dict[tuple[str, ...], Name] = {}
    lengths: dict[str, set[int]] = defaultdict(set)
    for name in sorted(names, key=lambda name: (name.iri, name.text)):
        words = tuple(m.group() for m in _TOKEN.finditer(name.text))
        if words:
            index, key = (spelt, words) if name.exact else (folded, tuple(word.lower() for word in words))
            index.setdefault(key, name)
            lengths[words[0].lower()].add(len(words))
            if len(words) == 1:
                for ending in _PLURALS:
                    lengths[words[0].lower() + ending].add(1)
    return NameIndex(spelt, folded, {word: sorted(found, reverse=True) for word, found in lengths.items()})


def find_names(text: str, start: int, end: int, *indexes: NameIndex) -> Iterator[Found]:
    """Yield the names in ``text[start:end]`` of each index from left to right, the longest at each place; a plural "s" or "es" is allowed."""
    tokens = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]
    folded = [word.lower() for word, _, _ in tokens]
    for index in indexes:
        yield from _names_among(text, end, tokens, folded, index) if index.lengths else ()


def _names_among(
    text: str, end: int, tokens: Sequence[tuple[str, int, int]], folded: Sequence[str], index: NameIndex
) -> Iterator[Found]:
    free, lengths = 0, index.lengths
    for position in [place for place, word in enumerate(folded) if word in lengths]:
        found = _name_at(tokens, position, index) if position >= free else None
        if found is None:
            continue
        length, name = found
        free, start = position + length, tokens[position][1]
        if not (name.exact and _PREFIXED.search(text, max(0, start - 2), start)) and not _LEADS.match(text, start):
            yield Found(start, _closed(text, start, tokens[free - 1][2], end), name)


def _closed(text: str, start: int, end: int, limit: int) -> int:
    """Return where a mention ends: a closing bracket whose partner it holds belongs to it, as in "NZSP(TiO2)"."""
    while (
        end < limit
        and text[end] in _BRACKETS
        and text.count(_BRACKETS[text[end]], start, end) > text.count(text[end], start, end)
    ):
        end += 1
    return end


def _name_at(tokens: Sequence[tuple[str, int, int]], position: int, index: NameIndex) -> tuple[int, Name] | None:
    first = tokens[position][0].lower()
    for length in index.lengths.get(first, ()):
        window = tuple(token for token, _, _ in tokens[position : position + length])
        if len(window) == length and (name := _look_up(window, index)):
            return length, name
    return None


def _look_up(window: tuple[str, ...], index: NameIndex) -> Name | None:
    """Return the name that the words spell, in the singular or with a plural last word."""
    folded = tuple([word.lower() for word in window])
    name = index.spelt.get(window) or index.folded.get(folded)
    if name or folded[-1][-1] != "s":
        return name
    for last in _singulars(window[-1]):
        if name := index.spelt.get((*window[:-1], last)) or index.folded.get((*folded[:-1], last.lower())):
            return name
    return None


def _singulars(word: str) -> tuple[str, ...]:
    return tuple(word.removesuffix(ending) for ending in _PLURALS if word.lower().endswith(ending) and len(word) > len(ending))
