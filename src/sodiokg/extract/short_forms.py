"""Materials that a text calls by a short form of its own: "epoxy-functionalised halloysite nanotubes (e-HNTs)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

__all__ = ["ShortForm", "find_short_forms"]

# A short form in brackets has two capitals, or one with a digit.
_SHORT: Final = re.compile(r" ?\((?P<short>(?=[^()]{0,12}[A-Z][^()]{0,12}[A-Z0-9])[A-Za-z][\w·‐‑–-]{1,13}?)(?:@(?:Li|Na|K))?\)")
# What a name of a material ends with: the form that it comes in, or a kind of matter.
_HEAD: Final = re.compile(
    r"(?:nano|micro|meso)?(?:frameworks?|tubes?|fib(?:er|re)s?|wires?|rods?|sheets?|ribbons?|flakes?|spheres?|balls?|particles?|dots?|crystals?|droplets?|plates?|cages?|arrays?|belts?|needles?|cubes?|flowers?|beads?|clusters?|mesh(?:es)?|fabrics?|mats?|monoliths?|powders?"
    r"|scaffolds?|skeletons?|hosts?|foams?|sponges?|aerogels?|felts?|cloths?|papers?|graphene|graphite|carbons?|cellulose|mxenes?|zeolites?|clays?|polymers?|copolymers?|oligomers?"
    r"|monomers?|ligands?|molecules?|complexes|metals?|glass(?:es)?|liquids?|solvents?|diluents?|additives?|fillers?|salts?|surfactants?|ceramics?|composites?)$",
    re.IGNORECASE,
)
# Metals that a cell is of, and matter that belongs to it however it is called.
_OF_A_CELL: Final = re.compile(
    r"(?:\b(?:lithium|sodium|potassium|zinc|Li|Na|K|Zn|alkali|aluminum|aluminium|copper|Cu|Al)[ -](?:metals?|salts?)|\b(?:active|cathode|anode|electrode|electrolyte)[ -]\w+)$",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[^\s,;:()\[\]]+")
_ENDS: Final = re.compile(
    r"(?:an?|the|of|with|by|via|and|or|from|in|on|onto|to|into|for|as|is|are|was|were|between|among|through|that|which|its|their|our|this|these|both|such|combined|based|\w{3,}ing|\w+ly)$",
    re.IGNORECASE,
)
_WORDS: Final = 6  # of a name, at most
_REACH: Final = 90


class ShortForm(NamedTuple):
    """A name with the short form that follows it in brackets."""

    start: int
    end: int
    short: str


def find_short_forms(text: str, start: int, end: int) -> Iterator[ShortForm]:
    """Yield the materials that ``text[start:end]`` gives a short form, name and brackets included.

    >>> text = "a scaffold of tin-coated carbon nanofibers (TCNF) was cast"
    >>> [(text[one.start:one.end], one.short) for one in find_short_forms(text, 0, len(text))]
    [('tin-coated carbon nanofibers (TCNF)', 'TCNF')]
    """
    if text.find("(", start, end) < 0:
        return
    for found in _SHORT.finditer(text, start, end):
        words = [*_WORD.finditer(text, max(start, found.start() - _REACH), found.start())][-_WORDS:]
        named = words and words[-1].end() == found.start() and _HEAD.search(words[-1].group())
        if not named or _OF_A_CELL.search(text, words[0].start(), found.start()):
            continue
        last = next((place for place in range(len(words) - 1, -1, -1) if _ENDS.match(words[place].group())), -1)
        broken = [place for place in range(1, len(words)) if text[words[place - 1].end() : words[place].start()] != " "]
        first = max([last + 1, *broken])
        if first < len(words):
            yield ShortForm(words[first].start(), found.end(), found["short"])
