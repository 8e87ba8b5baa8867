"""Read a reference list: each entry's authors, title, journal, year, volume and pages, as far as it prints them.

Seven customs are read: MDPI and ACS ("Title. Journal 2021, 14, 2280."), Nature ("Title. Journal 14, 2280 (2021)."), Elsevier
("Title, Journal 14 (2021) 2280."), RSC ("Journal, 2021, 14, 2280.") Vancouver ("Title. Journal. 2021;14:2280."), APA
("(2021). Title. Journal, 14(2), 2280.") and Harvard ("2021. Title. Journal 14, 2280."). A list without numbers counts by its order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from sodiokg.model import Reference
from sodiokg.names import slug
from sodiokg.text.authors import printed_authors, starts_with_initials
from sodiokg.text.entries import EARLY_YEAR, LONGEST_ENTRY, divided

__all__ = ["completed", "read_references", "study_key"]

_DOI: Final = re.compile(r"\b(10\.\d{4,9}/[^\s,;]+[^\s,;.)\]])")
# What publishers append to an entry: links and buttons.
_APPENDIX: Final = re.compile(r"(?:,?\s*(?:https?://\S+|doi:?\s?\S+|DOI:?\s?\S+|\[[A-Z][A-Za-z]+\](?:\([^()\s]*\))?))+\.?\s*$")
_YEAR: Final = r"(?P<year>(?:18|19|20)\d\d)[a-z]?"
_PAGES: Final = r"(?P<pages>[A-Za-z]{0,5}\d[\w.-]*?)"
_VOLUME: Final = r"(?P<volume>[\w-]+)(?:\s?\([^()]{1,20}\))?"
_TAILS: Final = (
    re.compile(rf"(?P<head>.*?),?\s{_YEAR},\s{_VOLUME},\s(?:pp?\.\s)?{_PAGES}\.?$", re.DOTALL),
    re.compile(rf"(?P<head>.*?),?\s{_VOLUME},\s(?:pp?\.\s)?{_PAGES}\s\({_YEAR}\)\.?$", re.DOTALL),
    re.compile(rf"(?P<head>.*?),?\s{_VOLUME}\s\({_YEAR}\),?\s(?:pp?\.\s)?{_PAGES}\.?$", re.DOTALL),
    re.compile(rf"(?P<head>.*?)[.,]?\s{_YEAR};\s?{_VOLUME}:\s?{_PAGES}\.?$", re.DOTALL),
    re.compile(rf"(?P<head>.*?),?\s{_YEAR},\s(?P<volume>){_PAGES}\.?$", re.DOTALL),
)
# What ends an entry whose year stands after the authors: "Journal, 5(3), 45-48.", "Journal 5:45", "Journal, vol. 5, no. 3, pp. 45-48."
_TAIL_WITHOUT_YEAR: Final = re.compile(
    rf"(?P<head>.*?),?\s(?:[Vv]ol\.\s)?(?P<volume>[A-Z]?\d[\w-]*)(?:\s?\([^()]{{1,20}}\))?(?:,\s[Nn]o\.\s\d+)?\s?[,:]\s?(?:pp?\.\s|Article\s)?{_PAGES}\.?$",
    re.DOTALL,
)
# A book or a preprint: "Title; House: City, 1994; pp 12-18", "Title (House, 1985)", "Title. Preprint at https://... (2021)".
_BOOKS: Final = (
    re.compile(rf"(?P<head>[^;]+);\s[^;:]+:\s[^;]+,\s{_YEAR}(?:;\spp?\.?\s(?P<pages>\d[\d-]*))?\.?$"),
    re.compile(rf"(?P<head>[^()]+?)\s\([^()]+,\s{_YEAR}\)\.?$"),
    re.compile(rf"(?P<head>.+?)[.?!]\sPreprint at\s\S+\s\({_YEAR}\)\.?$"),
)
_QUOTED: Final = re.compile(r"""^["'](.{2,400}?)[.,]?["'][.,]?\s""", re.DOTALL)
_ANY_YEAR: Final = re.compile(r"\b(?:18|19|20)\d\d\b")
_STOP: Final = re.compile(r"(?<=[^\s.][^\s.])[.?!]\s+(?=\S)")
_COMMA: Final = re.compile(r",\s+(?=\S)")
_SMALL_WORDS: Final = frozenset({"of", "and", "in", "the", "for", "on", "&", "-", "de", "der", "eScience", "npj", "iScience"})
_FIELDS: Final = ("authors", "title", "journal", "year", "volume", "pages", "doi")
# A journal's name is not longer than this (words).
_LONGEST_JOURNAL: Final = 9


def read_references(text: str) -> tuple[Reference, ...]:
    """Return the entries of a reference list in plain text, in order of their numbers.

    >>> read_references("1. Lu, X.; Li, G. Liquid anodes. Nat. Commun. 2014, 5, 4578.")[0].journal
    'Nat. Commun.'
    """
    return tuple(_reference(number, entry) for number, entry in divided(text, _is_whole))


def completed(printed: Iterable[Reference], bibliography: Iterable[Reference]) -> tuple[Reference, ...]:
    """Return the printed entries with what they leave out, and those that they lack, from a bibliography; sorted by number.

    An entry is filled up only from one of the same first author and year; where the two disagree, what is printed stands.
    """
    entries = {reference.number: reference for reference in printed}
    for known in bibliography:
        entry = entries.setdefault(known.number, known)
        if entry is not known and _is_same(entry, known):
            told = {name: getattr(known, name) for name in _FIELDS if not getattr(entry, name)}
            entries[known.number] = replace(entry, **told)
    return tuple(entries[number] for number in sorted(entries))


def _is_same(entry: Reference, known: Reference) -> bool:
    years = {entry.year, known.year} - {None}
    return len(years) < 2 and known.surname.casefold() in entry.text.casefold()


def study_key(reference: Reference) -> str:
    """Return a key that depends on the study alone: journal, year, volume and first page, or the title where these lack.

    A journal of several words counts by its initials, so that full and abbreviated names agree.

    >>> study_key(Reference(9, "", ("Lu, X.",), "T", "Nat. Commun.", 2014, "5", "4578"))
    'nc-2014-5-4578'
    >>> study_key(Reference(9, "", ("Lu, X.",), "T", "Nature Communications", 2014, "5", "4578-4585"))
    'nc-2014-5-4578'
    """
    first = re.split(r"[-\s]", reference.pages)[0]
    if reference.journal and reference.year and first:
        return slug(f"{_journal_key(reference.journal)} {reference.year} {reference.volume} {first}").lower()
    words = reference.title or reference.text
    return slug(re.sub(r"[.\W]+", " ", f"{words[:100]} {reference.year or ''}")).lower()


def _journal_key(journal: str) -> str:
    words = [word for word in re.findall(r"[^\W\d_]+", journal) if word.lower() not in _SMALL_WORDS | {"engl"}]
    if len(words) < 2:
        return "".join(words) or journal
    initials = "".join(word[0] for word in words).lower()
    half = len(initials) // 2
    # Some lists print the full name and the abbreviation one after the other.
    return initials[:half] if half > 1 and initials == initials[:half] * 2 else initials


def _is_whole(words: str) -> bool:
    return any(tail.match(words) for tail in (*_TAILS, _TAIL_WITHOUT_YEAR))


def _reference(number: int, entry: str) -> Reference:
    if len(entry) > LONGEST_ENTRY:
        return Reference(number, entry)
    found = _DOI.search(entry)
    doi = found[1] if found else ""
    words = _APPENDIX.sub("", entry)
    authors, at = printed_authors(words)
    rest = words[at:].lstrip(" ,;:")
    early = EARLY_YEAR.match(rest) if authors else None
    year = int(early["year"] or early["bare"]) if early else None
    if early:
        rest = _QUOTED.sub(r"\1. ", rest[early.end() :])
    tail = _TAIL_WITHOUT_YEAR.match(rest) if year else next((tail for form in _TAILS if (tail := form.match(rest))), None)
    if tail is None:
        years = _ANY_YEAR.findall(entry)
        book = next((book for form in _BOOKS if (book := form.match(rest))), None)
        title = (book["head"] if book else rest).rstrip(".") if authors else ""
        pages = book.groupdict().get("pages") or "" if book and authors else ""
        return Reference(number, entry, authors, title, "", year or (int(years[-1]) if years else None), pages=pages, doi=doi)
    title, journal = _title_and_journal(tail["head"], comma_first=starts_with_initials(entry))
    return Reference(number, entry, authors, title, journal, year or int(tail["year"]), tail["volume"], tail["pages"], doi)


def _title_and_journal(words: str, comma_first: bool) -> tuple[str, str]:
    """Divide "Title. Journal" or "Title, Journal" where what follows looks like the name of a journal."""
    if comma_first and _is_journal(words) and not _COMMA.search(words):
        return "", words
    for mark in (_COMMA, _STOP) if comma_first else (_STOP, _COMMA):
        for stop in mark.finditer(words):
            journal = words[stop.end() :]
            if _is_journal(journal):
                title = words[: stop.start() + (words[stop.start()] in "?!")]
                return title, journal.rstrip(",")
    return ("", words) if _is_journal(words) else (words, "")


def _is_journal(words: str) -> bool:
    """Return whether all words are capitalised or small words, as in no title with a verb or adjective in it."""
    names = words.split()
    if not 0 < len(names) <= _LONGEST_JOURNAL or not re.match(r"[^\W\d_]", names[0]):
        return False
    return all(name[0].isupper() or name in _SMALL_WORDS or name[0] == "(" for name in names)
