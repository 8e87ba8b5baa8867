"""Read a reference list: each entry's authors, title, journal, year, volume and pages, as far as it prints them.

Five customs are read: MDPI and ACS ("Title. Journal 2021, 14, 2280."), Nature ("Title. Journal 14, 2280 (2021)."), Elsevier
("Title, Journal 14 (2021) 2280."), RSC ("Journal, 2021, 14, 2280.") and Vancouver ("Title. Journal. 2021;14:2280.").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from sodiokg.model import Reference
from sodiokg.names import slug

__all__ = ["completed", "read_references", "study_key"]

_MARKER: Final = re.compile(r"(?:(?<=\n\n)|(?<=\s)|\A)(?:\[(\d{1,4})\]|(\d{1,4})[.)])\s+(?=\S)")
_DOI: Final = re.compile(r"\b(10\.\d{4,9}/[^\s,;]+[^\s,;.)\]])")
# What publishers append to an entry: links and buttons.
_APPENDIX: Final = re.compile(r"(?:,?\s*(?:https?://\S+|doi:?\s?\S+|DOI:?\s?\S+|\[[A-Z][A-Za-z]+\](?:\([^()\s]*\))?))+\.?\s*$")
# How far an unnumbered hole in the list may reach.
_WIDEST_HOLE: Final = 5

_CAPITAL: Final = r"[^\W\d_a-z]"
_INITIALS: Final = rf"{_CAPITAL}\.(?:[\s-]?{_CAPITAL}\.)*"
_PARTICLE: Final = r"(?:(?:van|von|de|der|den|del|di|da|dos|la|le|el|al)[\s-])*"
_NEXT: Final = r"(?:;\s|,?\s(?:and|&)\s|,\s)"
_SURNAME_FIRST: Final = re.compile(rf"({_PARTICLE}{_CAPITAL}[^,;.:()\d]{{0,40}}),\s({_INITIALS})")
_INITIALS_FIRST: Final = re.compile(
    rf"({_INITIALS})\s?({_PARTICLE}{_CAPITAL}[\w'-]+(?:\s{_CAPITAL}[\w'-]+)?)(?=,|\s(?:and|&)\s|\s\(|:)"
)
_BARE_INITIALS: Final = re.compile(rf"({_PARTICLE}{_CAPITAL}[\w'-]+)\s({_CAPITAL}{{1,3}})(?=[,.:;])")
_JOINT: Final = re.compile(rf"{_NEXT}(?!et al)")
_OTHERS: Final = re.compile(r"[;,]?\s?et al\.?[,;:]?\s|[.,:;]?\s")

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
_ANY_YEAR: Final = re.compile(r"\b(?:18|19|20)\d\d\b")
_STOP: Final = re.compile(r"(?<=[^\s.][^\s.])[.?!]\s+(?=\S)")
_COMMA: Final = re.compile(r",\s+(?=\S)")
_SMALL_WORDS: Final = frozenset({"of", "and", "in", "the", "for", "on", "&", "-", "de", "der", "eScience", "npj", "iScience"})
_FIELDS: Final = ("authors", "title", "journal", "year", "volume", "pages", "doi")
# The first entry begins within so many characters, after the heading.
_HEAD: Final = 40
# A longer entry is no entry but text that follows a number (characters).
_LONGEST_ENTRY: Final = 2000
# A journal's name is not longer than this (words).
_LONGEST_JOURNAL: Final = 9


def read_references(text: str) -> tuple[Reference, ...]:
    """Return the entries of a reference list in plain text, in order of their numbers.

    >>> read_references("1. Lu, X.; Li, G. Liquid anodes. Nat. Commun. 2014, 5, 4578.")[0].journal
    'Nat. Commun.'
    """
    return tuple(_reference(number, entry) for number, entry in _entries(text))


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


def _entries(text: str) -> Iterator[tuple[int, str]]:
    """Yield number and text of each entry; numbers count up, and one at the start of a line goes before one inside."""
    markers = [(int(found[1] or found[2]), found) for found in _MARKER.finditer(text)]
    at_line = {number for number, found in markers if _starts_line(text, found)}
    chosen: list[tuple[int, re.Match[str]]] = []
    for number, found in markers:
        last = chosen[-1][0] if chosen else 0
        follows = last < number <= last + _WIDEST_HOLE and _starts_line(text, found)
        inside = (
            number == last + 1 and number not in at_line and text[found.end()].isupper() and (chosen or found.start() < _HEAD)
        )
        if follows or inside:
            chosen.append((number, found))
    for index, (number, found) in enumerate(chosen):
        end = chosen[index + 1][1].start() if index + 1 < len(chosen) else len(text)
        yield number, _whole(text[found.end() : end])


def _starts_line(text: str, found: re.Match[str]) -> bool:
    return found.start() == 0 or text[found.start() - 1] == "\n"


def _whole(entry: str) -> str:
    """Join the pieces of an entry that a page breaks; what follows its end in a paragraph of its own is not of it."""
    pieces = entry.strip().split("\n\n")
    words = pieces[0]
    for piece in pieces[1:]:
        if len(words) > _LONGEST_ENTRY or any(tail.match(words) for tail in _TAILS):
            break
        words += ("" if re.search(r"\w-$", words) else " ") + piece
    return words


def _reference(number: int, entry: str) -> Reference:
    if len(entry) > _LONGEST_ENTRY:
        return Reference(number, entry)
    found = _DOI.search(entry)
    doi = found[1] if found else ""
    authors, rest = _authors(_APPENDIX.sub("", entry))
    tail = next((tail for form in _TAILS if (tail := form.match(rest))), None)
    if tail is None:
        years = _ANY_YEAR.findall(entry)
        return Reference(
            number, entry, authors, rest.rstrip(".") if authors else "", "", int(years[-1]) if years else None, doi=doi
        )
    title, journal = _title_and_journal(tail["head"], comma_first=_INITIALS_FIRST.match(entry) is not None)
    return Reference(number, entry, authors, title, journal, int(tail["year"]), tail["volume"], tail["pages"], doi)


def _authors(entry: str) -> tuple[tuple[str, ...], str]:
    """Return the authors as "Surname, I." and what follows them; the custom of the first author holds for all."""
    for form, surname, initials in ((_SURNAME_FIRST, 1, 2), (_INITIALS_FIRST, 2, 1), (_BARE_INITIALS, 1, 2)):
        authors: list[str] = []
        at = 0
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
            return tuple(authors), entry[others.end() if others else at :].lstrip(" ,;:")
    return (), entry


def _author(found: re.Match[str], surname: int, initials: int) -> str:
    letters = found[initials] if "." in found[initials] else ".".join(found[initials]) + "."
    return f"{found[surname]}, {letters}"


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
