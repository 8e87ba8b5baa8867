"""Count the automatic numbers of a Word document: headings "2.1", list items, reference entries."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sodiokg.text.readers.trees import child, local

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["Counters", "value"]

_PLACE: Final = re.compile(r"%([1-9])")
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    first: int


class Counters:
    """The running numbers of all lists of one document."""

    def __init__(self, numbering: Element | None) -> None:
        self.levels: dict[str, dict[int, _Level]] = {}
        self.lists: dict[str, str] = {}  # a list's id -> what counts it
        self.counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        for part in numbering if numbering is not None else ():
            if local(part) == "abstractNum":
                self.levels[value(part, "abstractNumId")] = dict(_levels(part))
            elif local(part) == "num" and (abstract := child(part, "abstractNumId")) is not None:
                self.lists[value(part, "numId")] = value(abstract)

    def next(self, listed: str, depth: int) -> str:
        """Count one paragraph of a list and return what Word prints before it, "" for a bullet."""
        key = self.lists.get(listed, "")
        level = self.levels.get(key, {}).get(depth)
        if level is None or level.form in ("bullet", "none"):
            return ""
        counts = self.counts[key]
        counts[depth] = counts.get(depth, level.first - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        levels = self.levels[key]

        def number(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            return _printed(counts.get(at, 1), levels[at].form if at in levels else "decimal")

        return _PLACE.sub(number, level.text)


def _levels(abstract: Element) -> list[tuple[int, _Level]]:
    found = []
    for part in abstract:
        depth = value(part, "ilvl")
        if local(part) == "lvl" and depth.isdecimal():
            settings = {local(inner): value(inner) for inner in part}
            first = settings.get("start", "1")
            level = _Level(settings.get("numFmt", "decimal"), settings.get("lvlText", ""), int(first) if first.isdecimal() else 1)
            found.append((int(depth), level))
    return found


def _printed(number: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter") and 0 < number <= len(_LETTERS):
        letter = _LETTERS[number - 1]
        return letter.upper() if form == "upperLetter" else letter
    return str(number)


def value(element: Element, name: str = "val") -> str:
    """Return an attribute of that local name, "" where there is none."""
    return next((words for key, words in element.items() if key.rpartition("}")[2] == name), "")
