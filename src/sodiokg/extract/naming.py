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


NameIndex = Mapping[str, Sequence[tuple[tuple[str, ...], Name]]]


def index_names(names: Iterable[Name]) -> NameIndex:
    """Index names by their first word, the longest first."""
    index: dict[str, list[tuple[tuple[str, ...], Name]]] = defaultdict(list)
    for name in names:
        words = tuple(m.group() if name.exact else m.group().lower() for m in _TOKEN.finditer(name.text))
        if words:
            index[words[0].lower()].append((words, name))
    for rows in index.values():
        rows.sort(key=lambda row: (-len(row[0]), row[1].text, row[1].iri))
    return dict(index)


def find_names(text: str, start: int, end: int, index: NameIndex) -> Iterator[Found]:
    """Yield the names in ``text[start:end]`` from left to right, the longest at each place; a plural "s" or "es" is allowed."""
    tokens = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]
    position = 0
    while position < len(tokens):
        found = _name_at(tokens, position, index)
        if found is None:
            position += 1
            continue
        length, name = found
        start = tokens[position][1]
        if not (name.exact and _PREFIXED.search(text, max(0, start - 2), start)):
            yield Found(start, tokens[position + length - 1][2], name)
        position += length


def _name_at(tokens: Sequence[tuple[str, int, int]], position: int, index: NameIndex) -> tuple[int, Name] | None:
    first = tokens[position][0].lower()
    for words, name in (*index.get(first, ()), *index.get(first.removesuffix("s"), ())):
        window = [token for token, _, _ in tokens[position : position + len(words)]]
        if len(window) == len(words) and all(_same(word, token, name.exact) for word, token in zip(words, window, strict=True)):
            return len(words), name
    return None


def _same(word: str, token: str, exact: bool) -> bool:
    folded = token if exact else token.lower()
    return folded in {word, word + "s", word + "es"}
