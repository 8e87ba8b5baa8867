"""Mentions of materials: names of the lexicon, formulas, compounds in words, and abbreviations that the text itself defines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from sodiokg.extract.formulas import ELEMENTS, Formula, System, find_formulas, find_systems
from sodiokg.extract.lexicon import Lexicon
from sodiokg.extract.naming import Found, Name, NameIndex, find_names
from sodiokg.extract.nomenclature import Compound, find_compounds
from sodiokg.model import Document
from sodiokg.names import substance_iri

__all__ = ["Mention", "find_mentions", "local_names"]

_DEFINED: Final = re.compile(r"\(\s*((?:\d-)?[A-Z][\w'\-]{0,9}?)s?\s*\)")
_ALLOY: Final = re.compile(r"(?: liquid)? (alloys?|intermetallics?)\b")
# What is but a part of a molecule or of a surface: "catechol groups", "amide moieties".
_PART: Final = re.compile(
    r"[\s-](?:(?:functional|coordination|coordinating|polar|terminal|side) )?(?:groups?|moiet\w+|bonds?|bonding|pockets?|linkages?|species)\b"
)
# The group of a formula in an IRI, where brackets are hyphens: "LiTi2-PO4-3".
_GROUP: Final = re.compile(r"(?<=[\da-z])-([A-Z][A-Za-z\d]*)-(\d+)$")
_REACH: Final = 60
# So many abbreviations may a document define anew.
_MOST_ANEW: Final = 30


@dataclass(frozen=True, slots=True)
class Mention:
    """A material named in the plain text: how records write it, its IRI, and whether the ontology knows it."""

    start: int
    end: int
    title: str
    iri: str
    known: bool
    elements: tuple[str, ...] = ()


def local_names(document: Document, lexicon: Lexicon) -> list[tuple[int, tuple[Name, ...]]]:
    """Return the abbreviations that the document defines in brackets right after the name or the formula of a material.

    An abbreviation begins with the letter that its name begins with. The first definition holds from the start of the text until
    another one gives the abbreviation another meaning: each entry is a place and all that holds from there on.
    """
    text = document.plain.text
    local: dict[str, Name] = {}
    anew: list[tuple[int, Name]] = []
    for match in _DEFINED.finditer(text):
        start = max(0, match.start() - _REACH)
        named = [(f.start, f.end, f.name.iri) for f in find_names(text, start, match.start(), lexicon.index)]
        named += [
            (formula.start + start, formula.end + start, substance_iri(formula.text))
            for formula in find_formulas(text[start : match.start()])
            if len(formula.composition) > 2
        ]
        named += [(c.start, c.end, substance_iri(c.text)) for c in find_compounds(text, start, match.start())]
        before = max((one for one in named if match.start() - one[1] <= 2), default=None, key=lambda one: (one[1], -one[0]))
        if before and text[before[0]].lower() == match.group(1)[0].lower() and not find_formulas(match.group(1)):
            name = Name(match.group(1), True, before[2])
            latest = next((one for _, one in reversed(anew) if one.text == name.text), local.setdefault(name.text, name))
            if latest.iri != name.iri and len(anew) < _MOST_ANEW:
                anew.append((before[0], name))
    held = [(0, tuple(local.values()))]
    for place, name in anew:
        local[name.text] = name
        held.append((place, tuple(local.values())))
    return held


def find_mentions(text: str, start: int, end: int, lexicon: Lexicon, local: NameIndex) -> list[Mention]:
    """Return the materials named in ``text[start:end]`` by place; where two overlap the longer one, then the known one, stands."""
    named = [_of_name(found, lexicon) for found in find_names(text, start, end, local, lexicon.index)]
    formulas = [_of_formula(formula, start, lexicon) for formula in find_formulas(text[start:end])]
    systems = [_of_system(text, system, start) for system in find_systems(text[start:end])]
    worded = [_of_compound(compound) for compound in find_compounds(text, start, end)]
    kept: list[Mention] = []
    taken = bytearray(end - start)
    for mention in sorted([*named, *formulas, *systems, *worded], key=lambda m: (m.start - m.end, not m.known, m.start)):
        if not any(taken[mention.start - start : mention.end - start]):
            taken[mention.start - start : mention.end - start] = b"\1" * (mention.end - mention.start)
            if (mention.known and len(mention.elements) < 2) or not _PART.match(text, mention.end):
                kept.append(mention)
    return sorted(kept, key=lambda mention: mention.start)


def _of_name(found: Found, lexicon: Lexicon) -> Mention:
    # An element is written as the text writes it, "gold" or "Au"; any other known material by its title.
    element = not found.name.exact and lexicon.is_a(found.name.iri, "Element")
    known_as = lexicon.title(found.name.iri)
    known_as = _GROUP.sub(r"(\1)\2", known_as) if known_as[-1:].isdigit() else known_as
    return Mention(found.start, found.end, found.name.text if element else known_as, found.name.iri, True, _elements(known_as))


@lru_cache(maxsize=4096)
def _elements(title: str) -> tuple[str, ...]:
    """Return the elements that a material's title spells out, none for "carbon felt"; "In" is no word here."""
    if title in ELEMENTS:
        return (title,)
    whole = [(found.elements, found.text) for found in find_systems(title)]
    whole += [(tuple(element for element, _ in found.composition), found.text) for found in find_formulas(title)]
    return next((elements for elements, text in whole if title.startswith(text)), ())


def _of_formula(formula: Formula, offset: int, lexicon: Lexicon) -> Mention:
    iri = substance_iri(formula.text)
    elements = tuple(element for element, _ in formula.composition)
    return Mention(formula.start + offset, formula.end + offset, formula.text, iri, iri in lexicon.kinds, elements)


def _of_compound(compound: Compound) -> Mention:
    """Read a compound in words as a material; a metal is the same whether its name or its symbol is written."""
    alloy = "-".join(compound.elements) + " alloy" if compound.text.endswith(" alloy") else ""
    known_by = alloy or (compound.elements[0] if len(compound.elements) == 1 else compound.text)
    return Mention(compound.start, compound.end, compound.text, substance_iri(known_by), False, compound.elements)


def _of_system(text: str, system: System, offset: int) -> Mention:
    """Read an alloy system as a material, the word "alloy" after it included."""
    end = system.end + offset
    word = _ALLOY.match(text, end)
    title = system.text + (f" {word[1]}" if word else "")
    return Mention(
        system.start + offset, word.end() if word else end, title, substance_iri(f"{system.text} alloy"), False, system.elements
    )
