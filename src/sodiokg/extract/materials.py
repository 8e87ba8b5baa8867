"""Mentions of materials: names and abbreviations of the lexicon, formulas, and abbreviations that the text itself defines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from sodiokg.extract.formulas import Formula, find_formulas
from sodiokg.extract.lexicon import Lexicon
from sodiokg.extract.naming import Found, Name, NameIndex, find_names
from sodiokg.model import Document
from sodiokg.names import substance_iri

__all__ = ["Mention", "find_mentions", "local_names"]

_DEFINED: Final = re.compile(r"\(\s*([A-Z][\w'\-]{0,9}?)s?\s*\)")
_REACH: Final = 60


@dataclass(frozen=True, slots=True)
class Mention:
    """A material named in the plain text: how records write it, its IRI, and whether the ontology knows it."""

    start: int
    end: int
    title: str
    iri: str
    known: bool
    elements: tuple[str, ...] = ()


def local_names(document: Document, lexicon: Lexicon) -> tuple[Name, ...]:
    """Return the abbreviations that the document defines in brackets right after a name of the lexicon; the first definition holds."""
    text = document.plain.text
    local: dict[str, Name] = {}
    for match in _DEFINED.finditer(text):
        before = [
            f
            for f in find_names(text, max(0, match.start() - _REACH), match.start(), lexicon.index)
            if match.start() - f.end <= 2
        ]
        if before:
            local.setdefault(match.group(1), Name(match.group(1), True, before[-1].name.iri))
    return tuple(local.values())


def find_mentions(text: str, start: int, end: int, lexicon: Lexicon, local: NameIndex) -> list[Mention]:
    """Return the materials named in ``text[start:end]`` by place; where two overlap the longer one, then the known one, stands."""
    named = [_of_name(found, lexicon) for index in (local, lexicon.index) for found in find_names(text, start, end, index)]
    formulas = [_of_formula(formula, start, lexicon) for formula in find_formulas(text[start:end])]
    kept: list[Mention] = []
    for mention in sorted([*named, *formulas], key=lambda m: (m.start - m.end, not m.known)):
        if all(mention.end <= other.start or mention.start >= other.end for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda mention: mention.start)


def _of_name(found: Found, lexicon: Lexicon) -> Mention:
    return Mention(found.start, found.end, lexicon.title(found.name.iri), found.name.iri, True)


def _of_formula(formula: Formula, offset: int, lexicon: Lexicon) -> Mention:
    iri = substance_iri(formula.text)
    elements = tuple(element for element, _ in formula.composition)
    return Mention(formula.start + offset, formula.end + offset, formula.text, iri, iri in lexicon.kinds, elements)
