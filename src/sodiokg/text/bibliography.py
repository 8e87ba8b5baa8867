"""Read a reference list: each entry's authors, title, journal, year, volume and pages, as far as it prints them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sodiokg.model import Reference
from sodiokg.names import slug

__all__ = ["read_references", "study_key"]

_MARKER: Final = re.compile(r"(?:(?<=\n\n)|(?<=\s))(?:\[(\d{1,4})\]|(\d{1,4})[.)])\s+(?=\S)")
_DOI: Final = re.compile(r"\b(10\.\d{4,9}/[^\s,;]+[^\s,;.)])")
_INITIALS: Final = r"[^\W\d_a-z]\.(?:\s?-?[^\W\d_a-z]\.)*"
_AUTHOR: Final = re.compile(rf"([^\W\d_][^,;.]{{0,40}}),\s({_INITIALS})(?:;\s|,\s(?:and\s|&\s)?|\s(?:and|&)\s|\s)?")
_OTHERS: Final = re.compile(r"(?:;\s|,\s)?et al\.?,?\s")
_TAIL: Final = re.compile(
    r"(?P<journal>.*?),?\s(?P<year>(?:19|20)\d\d),\s(?P<volume>[\w()\s-]+),\s(?P<pages>[\w.-]+?)\.?$", re.DOTALL
)


def read_references(text: str) -> tuple[Reference, ...]:
    """Return the entries of a reference list in plain text, in order of their numbers."""
    return tuple(_reference(number, entry) for number, entry in _entries(text))


def _entries(text: str) -> Iterator[tuple[int, str]]:
    """Yield number and text of each entry; numbers count up, and one at the start of a line goes before one inside."""
    markers = [(int(found[1] or found[2]), found) for found in _MARKER.finditer(text)]
    at_line = {number for number, found in markers if text[found.start() - 1] == "\n"}
    chosen: list[tuple[int, re.Match[str]]] = []
    for number, found in markers:
        line = text[found.start() - 1] == "\n"
        last = chosen[-1][0] if chosen else 0
        if (line and last < number <= last + 5) or (number == last + 1 and number not in at_line):
            chosen.append((number, found))
    ends = [found.start() for _, found in chosen[1:]] + [len(text)]
    for (number, found), end in zip(chosen, ends, strict=True):
        yield number, _whole(text[found.end() : end])


def _whole(entry: str) -> str:
    """Join the pieces of an entry that a page breaks; what follows its end in a paragraph of its own is not of it."""
    pieces = entry.strip().split("\n\n")
    words = pieces[0]
    for piece in pieces[1:]:
        if _TAIL.search(words):
            break
        words += ("" if re.search(r"\w-$", words) else " ") + piece
    return words


def _reference(number: int, entry: str) -> Reference:
    authors, rest = _authors(entry)
    doi = _DOI.search(entry)
    tail = _TAIL.match(rest)
    if not tail:
        year = re.search(r"\b((?:19|20)\d\d)\b", entry)
        return Reference(number, entry, authors, year=int(year[1]) if year else None, doi=doi[1] if doi else "")
    title, journal = _title_and_journal(tail["journal"])
    return Reference(
        number, entry, authors, title, journal, int(tail["year"]), tail["volume"], tail["pages"], doi[1] if doi else ""
    )


def _authors(entry: str) -> tuple[tuple[str, ...], str]:
    authors: list[str] = []
    at = 0
    while found := _AUTHOR.match(entry, at):
        authors.append(f"{found[1]}, {found[2]}")
        at = found.end()
        if entry[at - 2 : at - 1] not in ";,&d":
            break
    if others := _OTHERS.match(entry, at):
        at = others.end()
    return tuple(authors), entry[at:].strip()


def _title_and_journal(words: str) -> tuple[str, str]:
    """Divide "Title. Journal" where what follows looks like the name of a journal: capitalised words throughout."""
    for stop in re.finditer(r"[.?!]\s+(?=\S)", words):
        journal = words[stop.end() :]
        if all(word[0].isupper() or word in {"of", "and", "in", "the", "for", "eScience"} for word in journal.split()):
            return words[: stop.start() + (words[stop.start()] != ".")], journal
    return words, ""


def study_key(reference: Reference) -> str:
    """Return a key that depends on the study alone: journal, year, volume and first page, or the title where these lack.

    >>> study_key(Reference(9, "", ("Lu, X.",), "T", "Nat. Commun.", 2014, "5", "4578"))
    'nat-commun-2014-5-4578'
    """
    first = re.split(r"[-\s]", reference.pages)[0]
    if reference.journal and reference.year and first:
        return slug(f"{re.sub(r'[.]', ' ', reference.journal)} {reference.year} {reference.volume} {first}").lower()
    words = reference.title or reference.text
    return slug(f"{words} {reference.year or ''}".replace(".", " ")).lower()[:120]
