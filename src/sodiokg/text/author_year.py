"""Find author-year citations, "(Lu et al., 2014; Kim, 2019a)", "Lu et al. (2014)", "Smith & Jones 2019", and look them up in a reference list.

A work is cited by the number of its entry, which in an alphabetical list is its place. What no entry or more than one fits is cited by its
name alone; where there is a list, a remark says why.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from sodiokg.model import Citation, Reference, Remark, RemarkKind
from sodiokg.text.authors import PARTICLE, author_key

__all__ = ["NAME", "Listing", "find_author_years"]

# A family name, most of which a capital begins: it has a small letter, as no abbreviation has ("MATLAB 2019").
NAME: Final = rf"\b(?=[^\W\d_a-zß-ÿ]|(?:v[ao]n|d[aeio][lnrs]?|l[ae]|[ea]l|te[nr])[\s-]){PARTICLE}(?=['’\w-]{{0,3}}[a-zß-ÿ])(?:[DO]['’])?[^\W\d_a-zß-ÿ][^\W\d_]{{1,30}}(?:[-'’](?!s\b)[^\W\d_]{{1,30}}){{0,2}}\b"
_AUTHORS: Final = rf"(?P<first>{NAME})(?:,?\s(?P<others>et al\b\.?|and (?:co-?workers|colleagues))|(?P<more>(?:,\s{NAME}){{0,4}}),?\s(?:and|&)\s(?P<last>{NAME}))?"
_ONE_YEAR: Final = r"(?:18|19|20)\d\d[a-z]?|in press|n\.d\."
_YEARS: Final = rf"(?P<years>(?:{_ONE_YEAR})(?:\s?[,;]?\s?(?:(?:and|&)\s)?(?:(?:{_ONE_YEAR})|[a-h](?!\.))\b)*)(?!\d)"
_YEAR: Final = re.compile(r"(?P<number>(?:18|19|20)\d\d)(?P<letter>[a-z]?)\b|\b(?P<again>[a-h])\b|in press|n\.d\.")
_BRACKET: Final = re.compile(r"[(\[]([^()\[\]\n]{4,500})[)\]]")
_BRACKETED_YEARS: Final = re.compile(rf"{_YEARS}(?:[,;:]\s[^()\[\]]{{1,40}})?\Z")
_WITHIN: Final = re.compile(rf"(?P<lead>(?:\A|[;,]\s|\b[a-z.]+,?\s)){_AUTHORS},?\s{_YEARS}")
_BEFORE: Final = re.compile(rf"{_AUTHORS}(?:['’]s?)?\s\Z")
_BARE: Final = re.compile(rf"{_AUTHORS},?\s(?P<years>(?:18|19|20)\d\d[a-z]?)(?![\w)\]])")
_ANY_YEAR: Final = re.compile(r"(?:18|19|20)\d\d")  # found fast, where a name is not
# Words that stand where a name may stand, before a year or a comma.
_NO_NAME: Final = re.compile(
    r"January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn|Winter|Since|Until|In|By|Tables?|"
    r"Figures?|Figs?|Section|Copyright|Version|However|Moreover|Furthermore|Then|Thus|Here|Also|First|Second|Meanwhile|Earlier|Later|Following|"
    r"After|Before|Unlike|Like|As|See|Both|And|But|While|Whereas|Although|From|With|For|When|Where|To|Of|On|The|\w{2,}ly"
)
_REACH: Final = 120


@dataclass(frozen=True, slots=True)
class _Cited:
    """What a text prints of a cited work: family names, whether there are others, year and letter."""

    names: tuple[str, ...]
    others: bool
    year: int | None
    letter: str
    printed: str

    @property
    def label(self) -> str:
        """Return the customary short name of the work."""
        names = f"{self.names[0]} et al." if self.others or len(self.names) > 2 else " and ".join(self.names)
        return f"{names} {self.printed}".strip()


class Listing:
    """The entries of a reference list by the family name of their first author."""

    def __init__(self, references: Iterable[Reference]) -> None:
        self._by_name: dict[str, list[Reference]] = defaultdict(list)
        for reference in references:
            if reference.surname:
                self._by_name[author_key(reference.surname)].append(reference)

    def __bool__(self) -> bool:
        """Return whether the list names any author."""
        return bool(self._by_name)

    def by(self, name: str) -> list[Reference]:
        """Return the works whose first author has a family name."""
        return self._by_name.get(author_key(name), [])

    def find(self, cited: _Cited) -> tuple[int | None, RemarkKind | None, str]:
        """Return the number of the one entry that fits, None where there is none, with what is wrong and in words."""
        known = self.by(cited.names[0])
        if not known:
            return None, "unlisted", f"“{cited.label}” is not in the reference list"
        fitting = [one for one in known if one.year == cited.year] if cited.year else known
        if not fitting:
            years = ", ".join(f"{one.year} [{one.number}]" for one in known)
            return None, "unlisted", f"“{cited.label}” is not in the reference list, which has {cited.names[0]} {years}"
        for holds in (_same_letter, _same_authors):
            fitting = [one for one in fitting if holds(one, cited)] or fitting
        if len(fitting) > 1:
            return None, "ambiguous", f"“{cited.label}” may be any of {', '.join(f'[{one.number}]' for one in fitting)}"
        [entry] = fitting
        if _same_authors(entry, cited) or (len(cited.names) == 1 and not cited.others):
            return entry.number, None, ""
        return entry.number, "name_differs", f"“{cited.label}” has other authors than [{entry.number}] {entry.label}"


def _same_letter(entry: Reference, cited: _Cited) -> bool:
    printed = re.search(rf"\b{entry.year}([a-z])\b", entry.text)
    return bool(printed and printed[1] == cited.letter)


def _same_authors(entry: Reference, cited: _Cited) -> bool:
    if cited.others:
        return len(entry.authors) > 1
    last = [author_key(author.split(",")[0]) for author in entry.authors]
    return last == [author_key(name) for name in cited.names]


def find_author_years(text: str, references: Iterable[Reference] = ()) -> tuple[tuple[Citation, ...], tuple[Remark, ...]]:
    """Return the author-year citations of a plain text with what is wrong with them; a name before brackets is not of the citation.

    >>> [(one.unlisted, text[one.start:one.end]) for text in ["Lu et al. (2014) wet it"] for one in find_author_years(text)[0]]
    [(('Lu et al. 2014',), '(2014)')]
    """
    listing = Listing(references)
    citations: list[Citation] = []
    remarks: list[Remark] = []
    for start, end, works in _cited(text, listing):
        numbers, unlisted = [], []
        for work in works:
            number, kind, what = listing.find(work) if listing else (None, None, "")
            if number is None:
                unlisted.append(work.label)
            else:
                numbers.append(number)
            if kind:
                remarks.append(Remark(start, end, kind, what))
        citations.append(Citation(start, end, tuple(dict.fromkeys(numbers)), tuple(dict.fromkeys(unlisted))))
    return tuple(citations), tuple(remarks)


def _cited(text: str, listing: Listing) -> Iterator[tuple[int, int, list[_Cited]]]:
    """Yield place and works of each citation: in brackets, with the year alone in brackets, or without brackets."""
    found: list[tuple[int, int, list[_Cited]]] = []
    at = 0
    for bracket in _BRACKET.finditer(text):
        found += _bare(text, at, bracket.start(), listing)
        at = bracket.end()
        if years := _BRACKETED_YEARS.match(bracket[1]):
            named = _BEFORE.search(text, max(0, bracket.start() - _REACH), bracket.start())
            works = _works(named, years["years"], listing) if named else []
        else:
            works = [work for one in _WITHIN.finditer(bracket[1]) for work in _works(one, one["years"], listing)]
        if works:
            found.append((bracket.start(), bracket.end(), works))
    found += _bare(text, at, len(text), listing)
    yield from found


def _bare(text: str, start: int, end: int, listing: Listing) -> Iterator[tuple[int, int, list[_Cited]]]:
    """Yield the citations without brackets: of several authors, or of one that the list has with that year."""
    if not _ANY_YEAR.search(text, start, end):
        return
    for found in _BARE.finditer(text, start, end):
        works = _works(found, found["years"], listing)
        if works and (found["others"] or found["last"] or listing.find(works[0])[0]):
            yield found.start("years"), found.end(), works


def _works(found: re.Match[str], years: str, listing: Listing) -> list[_Cited]:
    more = re.findall(NAME, found["more"] or "")
    names = [found["first"], *more, *([found["last"]] if found["last"] else [])]
    while len(names) > 1 and _NO_NAME.fullmatch(names[0]) and not listing.by(names[0]):
        names.pop(0)
    if _NO_NAME.fullmatch(names[0]):
        return []
    works = []
    number = ""
    for year in _YEAR.finditer(years):
        number = year["number"] or number
        letter = year["letter"] or year["again"] or ""
        printed = f"{number}{letter}" if year["number"] or year["again"] else year.group()
        works.append(_Cited(tuple(names), bool(found["others"]), int(number) if number else None, letter, printed))
    return works
