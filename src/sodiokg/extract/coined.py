"""What a work brings in under a name of its own, "a carbon scaffold (HPCS)", or in plain words, "a weakly solvating ether"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sodiokg.extract.nomenclature import NO_MATERIAL

__all__ = ["find_coined", "listed_kind"]

_BODY: Final = (
    r"(?:(?:inter)?layers?|coatings?|films?|hosts?|scaffolds?|skeletons?|frameworks?|carbons?|(?:co)?polymers?|composites?|separators?|membranes?|molecules?"
    r"|salts?|additives?|(?:co-?)?solvents?|diluents?|electrolytes?|alloys?|networks?|complex(?:es)?|ligands?|(?:nano)?(?:sheets?|fib(?:er|re)s?|particles?|spheres?|tubes?|wires?)"
    r"|(?:hydro|aero|iono)?gels?|ethers?|esters?|liquids?|metals?|cages?|resins?)"
)
# The name in brackets after a thing that can be brought in, or before one: "an ABC coating", "a hydrogel (ABC)".
_NAMED: Final = re.compile(
    rf"\b{_BODY}\s\((?:denoted (?:as|by) |termed |named |abbreviated as |i\.e\., )?(?P<name>[A-Za-z0-9][\w-]{{1,11}}?)(?:@(?:Li|Na|K))?\)"
    rf"|\((?P<before>[A-Za-z0-9][\w-]{{1,11}}?)\)\s(?:[a-z-]+\s){{0,2}}{_BODY}\b"
)
# A member of a list that is but a kind of material, with its citation: "and polymers [9]".
_MEMBER: Final = re.compile(
    r"[\s,;]*(?:and |or )?(?P<kind>(?:[a-z-]{3,}\s){0,2}(?:polymers|metals|alloys|oxides|fluorides|nitrides|sulfides|ceramics|carbons|liquids|salts|gels|composites))\s?[\[(.,;]?[\d,\s\]).;-]*"
    r"(?=$|\[)"
)
_SHORT: Final = 60  # characters of such a member
_NO_NAME: Final = re.compile(
    r"(?:[A-Z]?S?[CPGI]?[EP]E|ASEI|A?[SC]EI|[NALKM]\w?MBs?|[NALKS]IBs?|AAFM?Bs?|ASSL?M?Bs?|SSBs?|CCs?|CCD|CE|LHCE|HCE|[A-Z]?SSE|OCV|RT|EDL)$"
)
# What a work takes up, in its own words; what only praises it is left away.
_PRAISE: Final = (
    r"(?:novel|new|stable|facile|simple|robust|effective|efficient|unique|multifunctional|functional|smart|advanced|promising|suitable|certain|different|various|rational|optimal"
    r"|thin|ultrathin|uniform|tailored|proper|low-cost|scalable|first|second|stronger|dense|conformal|highly|kind|type|class|series)"
)
_PHRASE: Final = (
    r"(?:(?!(?:of|on|in|for|to|with|by|and|or|that|which|as|from|at|via|is|are|was|were|electrolyte|strategy|cell|battery)\b)[a-z0-9-]{3,}\s){1,3}"
    r"(?:(?:inter)?layers?|coatings?|(?:co-?)?solvents?|diluents?|anions?|salts?|binders?|(?:co)?polymers?|scaffolds?|skeletons?|hosts?|fluorides?|nitrides?|oxides?|sulfides?"
    r"|ethers?|esters?|liquids?|crystals?|fib(?:er|re)s?|molecules?|ligands?|surfactants?)\b"
    r"(?!\s(?:strategy|design|engineering|method|approach|chemistry|battery|electrolyte|structure))"
)
_NO_KIND: Final = re.compile(
    rf"^(?:(?:{_PRAISE}|same|other|both|such|these|those|this|commercial|standard|common|usual|conventional|cathode|sulfur|all|many|several|some|most|more|bare|cross-linked)\s)+"
)
_WORDED: Final = re.compile(
    r"\b(?:(?i:design|develop|report|construct|fabricat|synthesi[sz]|propos|engineer|introduc|us|utili[sz]|employ|adopt|apply|appli|incorporat|combin|add)(?:e[ds]?|ing|s|d)?|reactions? of|effects? between|composed of)\s"
    rf"(?:an?\s|the\s|two\s)?(?:{_PRAISE},?\s(?:and\s)?){{0,3}}(?P<words>{_PHRASE})"
)
# The next of several, "a strong anion and a weak solvent".
_NEXT: Final = re.compile(rf"(?:,| and|, and)\s(?:an?\s|the\s)?(?:{_PRAISE}\s){{0,2}}(?P<words>{_PHRASE})")


def find_coined(text: str, start: int, end: int) -> Iterator[str]:
    """Yield the names that a work gives to what it brings in, in ``text[start:end]``; where it gives none, its words for it.

    >>> list(find_coined("We design a porous carbon scaffold (HPCS).", 0, 42)), list(find_coined("Using a fluorinated ether.", 0, 26))
    (['HPCS'], ['fluorinated ether'])
    """
    names = dict.fromkeys(
        name for match in _NAMED.finditer(text, start, end) if _is_name(name := match["name"] or match["before"])
    )
    if names:
        yield from names
        return
    for match in _WORDED.finditer(text, start, end):
        found: re.Match[str] | None = match
        while found:
            yield from _told(found["words"])
            found = _NEXT.match(text, found.end(), end)


def listed_kind(text: str, start: int, end: int) -> Iterator[str]:
    """Yield the kind of material that a member of a list is, "and polymers"; a member that tells more is a statement.

    >>> list(listed_kind("and soft polymers", 0, 17))
    ['soft polymers']
    """
    member = _MEMBER.match(text, start, end) if end - start <= _SHORT else None
    if member:
        yield from _told(member["kind"]) if " " in member["kind"] else (member["kind"],)


def _told(words: str) -> Iterator[str]:
    """Yield the words for a kind of thing, unless nothing but praise or reference tells of what kind it is."""
    kind = _NO_KIND.sub("", words)
    if " " in kind:
        yield kind


def _is_name(name: str) -> bool:
    """Tell whether a short form can be that of a material: capitals, and none of a kind of cell, electrolyte or method."""
    return sum(map(str.isupper, name)) > 1 and name.rstrip("s") not in NO_MATERIAL and not _NO_NAME.match(name)
