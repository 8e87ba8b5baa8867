"""Names of authors: as a reference list prints them, and what two spellings of one name have in common."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

__all__ = ["PARTICLE", "author_key", "printed_authors", "starts_with_initials"]

PARTICLE: Final = (
    r"(?:(?:[Vv]an|[Vv]on|[Dd]e|[Dd]er|[Dd]en|[Dd]el|[Dd]i|[Dd]a|[Dd]os|[Ll]a|[Ll]e|[Ee]l|[Aa]l|[Tt]er|[Tt]en)[\s-]){0,3}"
)
_CAPITAL: Final = r"[^\W\d_a-z]"
_INITIALS: Final = rf"{_CAPITAL}\.(?:[\s-]?{_CAPITAL}\.)*"
_JUNIOR: Final = r"(?:,?\s(?:Jr\.?|Sr\.?|III?)(?=[;,.\s]))?"
_NEXT: Final = r"(?:;\s(?:&\s)?|,?\s(?:and|&|…|\.\s?\.\s?\.)\s|,\s)"
_SURNAME_FIRST: Final = re.compile(rf"({PARTICLE}{_CAPITAL}[^,;.:()\d]{{0,40}}),\s({_INITIALS}{_JUNIOR})")
_INITIALS_FIRST: Final = re.compile(
    rf"({_INITIALS})\s?({PARTICLE}{_CAPITAL}[\w'-]+(?:\s{_CAPITAL}[\w'-]+)?)(?=,|\s(?:and|&|et\sal\.?,?)\s|\s\(|:)"
)
_BARE_INITIALS: Final = re.compile(rf"({PARTICLE}{_CAPITAL}[\w'-]+)\s({_CAPITAL}{{1,3}})(?=[,.:;]|\s(?:\(|and\b|&|et al))")
_JOINT: Final = re.compile(rf"{_NEXT}(?!et al)")
_OTHERS: Final = re.compile(r"[;,]?\s?et al\.?[,;:]?\s|[.,:;]?\s")
# "Lu, Xiaochuan, Guosheng Li, and Jin Kim. 2014."
_FULL: Final = rf"{_CAPITAL}[\w'-]+(?:\s(?:{_CAPITAL}\.|{_CAPITAL}[\w'-]+)){{0,2}}"
_FULL_NAMES: Final = re.compile(
    rf"({PARTICLE}{_CAPITAL}[\w'-]+), ({_FULL})((?:,? and {_FULL}|, {_FULL}){{0,40}}(?:,? et al)?)\.? (?=\(?(?:18|19|20)\d\d)"
)
_FULL_NEXT: Final = re.compile(r",? and |, ")


@lru_cache(maxsize=4096)
def author_key(name: str) -> str:
    """Return what the spellings of a family name have in common: no accents, case, marks or particles.

    >>> author_key("van der Töpke-Li") == author_key("Topke‐Li")
    True
    """
    letters = unicodedata.normalize("NFKD", re.sub(rf"^{PARTICLE}", "", name)).casefold()
    return "".join(letter for letter in letters if letter.isalpha())


def printed_authors(entry: str, at: int = 0) -> tuple[tuple[str, ...], int]:
    """Return the authors that stand at a place as "Surname, I.", and where what follows them begins.

    The custom of the first author holds for all.
    """
    start = at
    for form, surname, initials in ((_SURNAME_FIRST, 1, 2), (_INITIALS_FIRST, 2, 1), (_BARE_INITIALS, 1, 2)):
        authors: list[str] = []
        at = start
        while found := form.match(entry, at):
            authors.append(_author(found, surname, initials))
            at = found.end()
            joint = _JOINT.match(entry, at)
            if not joint or not form.match(entry, joint.end()):
                break
            last, at = "and" in joint.group() or "&" in joint.group(), joint.end()
            if last and (found := form.match(entry, at)):
                authors.append(_author(found, surname, initials))
                at = found.end()
                break
        if authors:
            others = _OTHERS.match(entry, at)
            return tuple(authors), others.end() if others else at
    return _full_names(entry, start)


def starts_with_initials(entry: str) -> bool:
    """Return whether the first author is printed as "X. Lu"."""
    return _INITIALS_FIRST.match(entry) is not None


def _author(found: re.Match[str], surname: int, initials: int) -> str:
    letters = found[initials] if "." in found[initials] else ".".join(found[initials]) + "."
    return f"{found[surname]}, {letters}"


def _full_names(entry: str, at: int) -> tuple[tuple[str, ...], int]:
    found = _FULL_NAMES.match(entry, at)
    if not found:
        return (), at
    authors = [f"{found[1]}, {found[2]}"]
    for name in filter(None, _FULL_NEXT.split(found[3].removesuffix(" et al").rstrip(","))):
        first, _, last = name.rpartition(" ")
        authors.append(f"{last}, {first}" if first else last)
    return tuple(authors), found.end()
