"""How far a test condition reaches: where a sentence turns to another cell, another clause or another predicate."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

__all__ = ["BREAK", "LEADING", "LISTED", "Tests", "cells_in", "is_aside", "read_tests"]

_CELL: Final = re.compile(
    r"(?P<kind>symmetric(?:al)?|full|half|asymmetric(?:al)?|coin|pouch|three-electrode|anode-free|anode-less)[- ](?:\w+[- ])?(?:cells?|batter(?:y|ies))\b"
    r"|(?P<couple>(?<![^\s,;()|])[^\s,;()|]+(?:\s?\|\|?\s?[^\s,;()|]+)+|(?:Na|Li|K)(?:[-–/][A-Z][A-Za-z0-9]*)+)\s(?:[\w-]+\s)?(?:cells?|batter(?:y|ies))\b"
    r"|\b(?P<bare>cells?|batter(?:y|ies))\b",
    re.IGNORECASE,
)
# Where another clause begins, what opens it, and what joins the members of a list.
BREAK: Final = re.compile(
    r"[;—]|,\s(?:while|whereas|but|compared|and (?:at|under|after)|versus)\b|\b(?:while|whereas|compared (?:to|with)|in contrast)\b"
)
LEADING: Final = re.compile(
    r"(?:^|[,;(—:]|\bthat|\bwhile|\bwhereas|\bbut|\band)\s?(?:\w+\s){0,2}?(?:at|under|when|with|after|during|over|upon|for|in)\b[^,;]*$",
    re.IGNORECASE,
)
LISTED: Final = re.compile(
    r"\s?(?:,|/)?\s?(?:(?:and|or|then|subsequently)\b,?\s?)*(?:subsequently,?\s|then\s|even\s)?(?:~|about |approximately )?\s?$"
)
_TURN: Final = re.compile(r"[,;:—]\s?(?:and|while|whereas|but|also)?\b|\b(?:and|while|whereas|but)\b")
_SAME: Final = {"symmetrical": "symmetric", "asymmetrical": "asymmetric"}


@dataclass(frozen=True, slots=True)
class Tests:
    """The places in a sentence from which on another kind of cell is spoken of."""

    turns: tuple[int, ...]

    def of(self, position: int) -> int:
        """Return the number of the test that a place belongs to."""
        return bisect_right(self.turns, position)


def read_tests(text: str) -> Tests:
    """Return where a sentence turns from one kind of cell to another.

    >>> read_tests("the symmetric cell ran 900 h at 1 mA cm-2 and the full cell kept 95 % at 5C").turns
    (42,)
    """
    turns: list[int] = []
    last, last_end = "", 0
    for mention in _cells(text):
        kind = _kind(mention)
        if last and kind and kind != last and (turn := _last_turn(text, last_end, mention.start())) is not None:
            turns.append(turn)
        last, last_end = kind or last or "cell", mention.end()
    return Tests(tuple(turns))


def _cells(text: str) -> Iterable[re.Match[str]]:
    """Return where a text names cells; most name none, which one of two words tells faster."""
    words = text.lower()
    return _CELL.finditer(text) if "cell" in words or "batter" in words else ()


def cells_in(text: str) -> list[tuple[int, str]]:
    """Return where a text names cells, and of what kind each is: "symmetric", "half", "full" ..., a couple of electrodes, "" for a bare "cell".

    >>> cells_in("a symmetric cell and a Na||Cu cell")
    [(2, 'symmetric'), (23, 'Na||Cu')]
    """
    return [(mention.start(), _kind(mention)) for mention in _cells(text)]


def _kind(mention: re.Match[str]) -> str:
    """Return what kind of cell a mention names, "" for a bare "cell"; couples of one metal with itself are symmetric cells."""
    if mention["kind"]:
        kind = mention["kind"].lower()
        return _SAME.get(kind, kind)
    if mention["couple"]:
        parts = [part.strip() for part in re.split(r"\|\|?|/", mention["couple"])]
        return "symmetric" if len(parts) > 1 and parts[0] == parts[-1] else mention["couple"]
    return ""


def _last_turn(text: str, start: int, end: int) -> int | None:
    turns = [turn.start() for turn in _TURN.finditer(text, start, end)]
    return turns[-1] if turns else None


def is_aside(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the brackets around a place, None where it stands outside any."""
    opened = text.rfind("(", max(0, start - 120), start)
    if opened < 0 or text.rfind(")", opened, start) >= 0:
        return None
    closed = text.find(")", end, end + 120)
    return (opened, closed) if closed >= 0 else None
