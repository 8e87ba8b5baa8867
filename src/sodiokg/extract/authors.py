"""Authors that a sentence names as those who did or say something: "Ito et al.", "Petrov's group", "Kowalski and Stein", "Fischer reported".

A family name alone is one only as the subject of a verb or before a citation. Laws, methods and materials bear names too: the lexicon lists the
former (`lex:eponym`, `lex:nobody`), and a name alone that no reference list and no surer mention has needs a verb that only people are the subject of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sodiokg.extract.findings import Findings
from sodiokg.extract.lexicon import Lexicon
from sodiokg.model import Citation, Document, Reference
from sodiokg.names import LEX
from sodiokg.text.author_year import NAME, Listing
from sodiokg.text.authors import author_key

__all__ = ["Author", "Known", "find_authors"]

_OTHERS: Final = r"et al\b\.?|(?:and|&) (?:(?:his|her|their) )?(?:co-?workers?|colleagues|collaborators|coauthors|co-authors|associates|team|group)\b"
_TEAM: Final = r"(?:research )?(?:group|team|lab\b|laboratory)"
_SURE: Final = re.compile(
    rf"(?P<many>{NAME})(?: and {NAME})?,? (?:{_OTHERS})|(?P<owner>{NAME})['’]s? {_TEAM}|{_TEAM} (?:of|led by|around) (?:(?:Prof|Dr|Professor)\.? )?(?:[A-Z]\.[ -]?)*(?P<head>{NAME})"
)
# Some word of these is in each of them, and found faster than a name.
_COMPANY: Final = re.compile(r"\b(?:et al|co-?workers?|colleagues|collaborators|co-?authors|associates|team|group|lab)")
_LEADS: Final = re.compile(
    r"([^\W\d_a-z](?<!\w.)[\w'’-]{1,40})(?: et al\b| and (?:co-?workers|colleagues)\b|['’]s (?:group|team|lab)\b)"
)
# What has a group and is no person: "the amino group of TFMA".
_SYMBOL: Final = re.compile(r"[A-Z]{2}(?![a-z]+$)|\d")
_YEAR: Final = re.compile(r"['’]?s?\s?\(?((?:18|19|20)\d\d[a-z]?)\b")
_ADVERB: Final = r"(?:\s(?:also|first|then|later|earlier|have|has|had|too|\w{2,}ly))"
_NAMES: Final = rf"(?P<first>{NAME})(?:\s(?:and|&)\s(?P<last>{NAME}))?"
_CITED: Final = re.compile(rf"{_NAMES}\s?\Z")
_VERB: Final = (
    r"(?:[a-z]{3,}ed|found|saw|made|built|grew|gave|took|shows?|held|put|laid|ran|drew|got|kept|let|led|wrote|chose|told|reports?|argues?|finds?|claims?|"
    r"proposes?|notes?)"
)
_SUBJECT: Final = re.compile(rf"{_NAMES}(?:\s?[\[(][^\[\]()]{{1,60}}[\])])?{_ADVERB}{{0,2}}\s(?P<verb>{_VERB})\b")
# What may stand before the subject: nothing, a mark, a conjunction, a full name's first part or initial.
_BEFORE_SUBJECT: Final = re.compile(
    r"(?:\A|[,;:(—]|\b(?:and|but|while|whereas|that|as|when|where|whom|since|because|although|though|which|what|once|after|before)|\b[A-Z]\.|"
    r"\b[A-Z][a-z]+(?:ly)?)\s?\Z"
)
# An object or clause after the verb: a verb with one is finite, "Cells reported so far" has none.
_OBJECT: Final = re.compile(
    r",?\s(?:that|how|why|a|an|the|this|these|no|its|their|only|similar|even|about|full|near|over|below|above|up|such|both|two|three|one|some|any|little|much|"
    r"[~<>≈]?\s?\d[\w.,]*|[A-Z][\w-]*|(?:[a-z-]{3,}(?:al|ic|ed|ive|ous|er|ble|ent|ant|less|ful|ing|y)\s))\b"
)
_AGENT: Final = re.compile(r",\s(?:(?:first|originally|initially|previously)\s)?\w{3,}(?:ed|en|wn) by\s\Z")
_REACH: Final = 80
# A citation so near to a name is its own (characters).
_BESIDE: Final = 2


@dataclass(frozen=True, slots=True)
class Author:
    """An author named in a sentence, in plain offsets: the family name, how a record writes the work, and whether a group bears the name."""

    start: int
    end: int
    name: str
    told: str
    year: int | None = None
    is_group: bool = False

    def wrote(self, entry: Reference) -> bool:
        """Tell whether an entry of the reference list may be meant: one of its authors has the name."""
        return author_key(self.name) in {author_key(author.split(",")[0]) for author in entry.authors}

    def leads(self, entry: Reference) -> bool:
        """Tell whether the first author of an entry has the name; a group may bear that of any."""
        return self.wrote(entry) if self.is_group else author_key(self.name) == author_key(entry.surname)


class Known:
    """The family names that a document surely uses as such: in its list, in its citations, before "et al."."""

    def __init__(self, document: Document, listing: Listing, lexicon: Lexicon) -> None:
        text = document.plain.text
        self.listing = listing
        self._eponyms = frozenset(map(author_key, lexicon.cues.get(LEX + "eponym", ())))
        self._nobody = frozenset(lexicon.cues.get(LEX + "nobody", ()))
        self._sure = {author_key(found[1]) for found in _LEADS.finditer(text)}
        self._sure |= {author_key(re.split(r" et al| and | \d", work)[0]) for one in document.citations for work in one.unlisted}

    def __contains__(self, name: str) -> bool:
        """Tell whether a name is that of an author."""
        return bool(self.listing.by(name)) or author_key(name) in self._sure

    def is_eponym(self, name: str) -> bool:
        """Tell whether a name is rather that of a law, a method or an instrument."""
        return author_key(name) in self._eponyms

    def is_nobody(self, name: str) -> bool:
        """Tell whether a capitalised word is that of a sentence's beginning."""
        return name.lower() in self._nobody


def find_authors(
    document: Document, findings: Findings, number: int, citations: Sequence[Citation], known: Known
) -> tuple[Author, ...]:
    """Return the authors that a sentence names outside of citations, by place."""
    start, end = findings.starts[number], findings.ends[number]
    text = document.plain.text
    told = _COMPANY.search(text, start, end)
    found = [_sure(text, one) for one in _SURE.finditer(text, start, end) if not _SYMBOL.search(_name(one))] if told else []
    found += _subjects(document, findings, number, citations, known)
    kept: list[Author] = []
    for author in sorted(found, key=lambda one: (one.start, -one.end)):
        cited = any(citation.start <= author.start < citation.end for citation in citations)
        if not cited and not _in_passing(text, author, citations) and (not kept or author.start >= kept[-1].end):
            kept.append(author)
    return tuple(kept)


def _in_passing(text: str, author: Author, citations: Sequence[Citation]) -> bool:
    """Tell whether an author is told in passing, ", first made by Hu et al. long ago,", with no citation of the work."""
    told = _AGENT.search(text, max(0, author.start - 40), author.start)
    return told is not None and not any(0 <= citation.start - author.end <= _BESIDE for citation in citations)


def _name(found: re.Match[str]) -> str:
    return found["many"] or found["owner"] or found["head"] or ""


def _sure(text: str, found: re.Match[str]) -> Author:
    year = _YEAR.match(text, found.end())
    told = f"{_name(found)} et al." + (f" {year[1]}" if year else "")
    return Author(found.start(), found.end(), _name(found), told, int(year[1][:4]) if year else None, is_group=not found["many"])


def _subjects(
    document: Document, findings: Findings, number: int, citations: Sequence[Citation], known: Known
) -> Iterator[Author]:
    """Yield one or two names that stand before the citation of their work or before a verb that they are the subject of."""
    text = document.plain.text
    start, end = findings.starts[number], findings.ends[number]
    for citation in citations:
        found = _CITED.search(text, max(start, citation.start - _REACH), citation.start)
        if found and not known.is_nobody(found["first"]) and _is_cited(document, found, citation):
            yield _author(text, found)
    reporting = {hit.start for hit in findings.cues[number] if hit.key == "reporting"}
    for found in _SUBJECT.finditer(text, start, end):
        if known.is_nobody(found["first"]) or not _BEFORE_SUBJECT.search(text[max(start, found.start() - 20) : found.start()]):
            continue
        reports = found.start("verb") in reporting
        finite = (found["last"] and (reports or citations)) or (reports and _OBJECT.match(text, found.end()))
        if _is_author(findings, number, found, known) or (finite and not _is_thing(findings, number, found, known)):
            yield _author(text, found)


def _is_cited(document: Document, found: re.Match[str], citation: Citation) -> bool:
    """Tell whether a citation is of the work of a name before it: it says the year alone, or its only entry has the name."""
    if re.match(r"[(\[]?(?:18|19|20)\d\d", document.words(citation.start, citation.end)):
        return True
    author = _author(document.plain.text, found)
    return len(citation.works) == 1 and any(author.wrote(one) for one in document.references if one.number == citation.works[0])


def _is_author(findings: Findings, number: int, found: re.Match[str], known: Known) -> bool:
    """Tell whether a name is known as an author's; one that is a material's or a law's too needs the list."""
    if not _is_thing(findings, number, found, known):
        return found["first"] in known
    entries, last = known.listing.by(found["first"]), found["last"]
    together = not last or any(author_key(last) == author_key(author.split(",")[0]) for one in entries for author in one.authors)
    return bool(entries) and together


def _is_thing(findings: Findings, number: int, found: re.Match[str], known: Known) -> bool:
    """Tell whether a name may be that of a material or a method."""
    names = [name for name in (found["first"], found["last"]) if name]
    material = any(m.start < found.end("first") and found.start("first") < m.end for m in findings.materials[number])
    return material or any(map(known.is_eponym, names))


def _author(text: str, found: re.Match[str]) -> Author:
    end = found.end("last") if found["last"] else found.end("first")
    year = _YEAR.match(text, end)
    told = found["first"] + (f" and {found['last']}" if found["last"] else "") + (f" {year[1]}" if year else "")
    return Author(found.start("first"), end, found["first"], told, int(year[1][:4]) if year else None)
