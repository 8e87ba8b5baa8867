"""What a text cites and what its reference list holds, as facts for the rules on citations."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from sodiokg.audit.facts import Fact, at
from sodiokg.audit.vocabulary import appeals
from sodiokg.extract.cues import words_of
from sodiokg.model import Citation, Document, Records, Reference
from sodiokg.text.author_year import NAME
from sodiokg.text.authors import author_key
from sodiokg.text.bibliography import study_key
from sodiokg.text.citations import find_citations

__all__ = ["citing_facts"]

_NAMED: Final = re.compile(rf"(?P<name>{NAME})(?: and {NAME})?,? (?:et al\b\.?|and (?:co-?workers|colleagues)\b)")
# Words after which a name is surely one; a noun may open a sentence as a name does.
_PEOPLE: Final = re.compile(r"\bet\s+al\b|co-?workers|colleagues|collaborators|group|team|\blab|\d{4}")
_AND_OTHERS: Final = re.compile(r"\bet\.? al\b|\band others\b|…|\.\.\.")
_NUMBERED: Final = re.compile(r"\[\s?\d")
# Directions and planes of crystals, which a list of so many works does not reach.
_MILLER: Final = re.compile(r"[012]{3}")
_OWN: Final = re.compile(r"\b(?:we|our|ours|this (?:work|study|paper|review)|here)\b", re.IGNORECASE)
# A marker may go beyond the end of its list by so many numbers and still be one.
_BEYOND: Final = 30
_SHORTEST_TITLE: Final = 25  # characters
_SHORTEST_ENTRY: Final = 25  # characters
# What is no article, or not out yet, or has a place of its own.
_FOUND_OTHERWISE: Final = re.compile(
    r"https?:|www\.|doi|arxiv|chemrxiv|preprint|in press|submitted|accepted|thesis|dissertation|patent|isbn|report|standard|proceedings"
    r"|conference|\beds?\.|press\b|springer|wiley|elsevier|publish|university|book|handbook|database|software",
    re.IGNORECASE,
)
_KEPT: Final = 30  # characters of an entry by which its place is found
_LONGEST_KEY: Final = 120


def citing_facts(records: Records) -> Iterator[Fact]:
    """Yield the facts on citations, the reference list and what is said without a citation."""
    document = records.document
    numbers = {reference.number for reference in document.references}
    cited = list(_cited(document))
    used = {number for citation in cited for number in citation.numbers}
    yield at_text(document, "Text", listed=len(numbers), cited=len(used & numbers))
    yield from _cited_numbers(document, cited, numbers)
    for remark in records.remarks:
        sure = remark.kind != "name_differs" or bool(_PEOPLE.search(document.source.text[remark.start : remark.end]))
        told: tuple[tuple[str, str | bool], ...] = (("remarkKind", remark.kind), ("what", remark.what), ("isSure", sure))
        yield Fact("CitationRemark", remark.start, remark.end, told)
    yield from _misnamed(document, {remark.start for remark in records.remarks})
    yield from _references(document)
    if document.citations:
        yield from _uncited(document)
        yield from _appeals(document)


def at_text(document: Document, kind: str, **values: str | int) -> Fact:
    """Return a fact on the whole text."""
    return Fact(kind, 0, 0, tuple(values.items()))


def _cited(document: Document) -> Iterator[Citation]:
    """Yield the citations of the prose; in a numbered text with those beyond the end of its list."""
    numbered = sum(bool(_NUMBERED.match(document.words(one.start, one.end))) for one in document.citations)
    if not document.references or 2 * numbered < len(document.citations) or not numbered:
        yield from document.citations
        return
    skipped = [(one.start, one.end) for one in document.sections if one.number in ("front", "references")]
    last = max(reference.number for reference in document.references)
    for citation in find_citations(document.plain.text):
        inside = any(start <= citation.start < end for start, end in skipped)
        if not inside and all(_is_number(number, last) for number in citation.numbers):
            yield citation


def _is_number(number: int, last: int) -> bool:
    return number <= last or (number <= last + _BEYOND and not _MILLER.fullmatch(str(number)))


def _cited_numbers(document: Document, cited: Sequence[Citation], listed: set[int]) -> Iterator[Fact]:
    for citation in cited:
        for number in citation.numbers:
            values: dict[str, int | bool] = {"number": number, "run": len(citation.works), "isListed": number in listed}
            yield at(document, "CitedNumber", citation.start, citation.end, last=max(listed, default=0), **values)


def _references(document: Document) -> Iterator[Fact]:
    """Yield the entries of the list, each where it stands, or on the whole text where a file beside it lists them."""
    place = min((one.start for one in document.sections if one.number == "references"), default=None)
    for reference in document.references:
        start = document.plain.text.find(reference.text[:_KEPT], place) if place is not None and reference.text else -1
        if start >= 0:
            place = start + len(reference.text[:_KEPT])
        where = document.plain.to_source(start, start + len(reference.text[:_KEPT])) if start >= 0 else (0, 0)
        yield Fact("Reference", *where, tuple(_told(reference, is_printed=start >= 0).items()))


def _told(reference: Reference, *, is_printed: bool) -> dict[str, str | int]:
    title = " ".join(re.findall(r"\w+", reference.title.casefold()))[:_LONGEST_KEY]
    told: dict[str, str | int] = {"number": reference.number, "label": reference.label, "author": author_key(reference.surname)}
    told["titleKey"] = title if len(title) >= _SHORTEST_TITLE else ""
    told["studyKey"] = study_key(reference) if reference.journal and reference.year and reference.pages else ""
    told["year"] = reference.year or 0
    if is_printed and (problem := _problem(reference)):
        told["problem"] = problem
    return told


def _problem(reference: Reference) -> str:
    """Return what an entry lacks that every reference has, "" for nothing."""
    if len(reference.text) < _SHORTEST_ENTRY:
        return "is too short to find the work by"
    if reference.year is None and not re.search(r"in press|submitted|accepted|n\.d\.|arxiv", reference.text, re.IGNORECASE):
        return "has no year"
    if not (reference.volume or reference.pages or reference.doi) and not _FOUND_OTHERWISE.search(reference.text):
        return "has neither volume nor page nor DOI"
    return ""


def _uncited(document: Document) -> Iterator[Fact]:
    """Yield the names of authors whose work no citation follows, neither here nor at another mention of the only work they may have."""
    works = Counter(author_key(reference.surname) for reference in document.references if reference.surname)
    mentions = list(_mentions(document))
    supported = {author_key(found["name"]) for found, is_cited in mentions if is_cited}
    for found, is_cited in mentions:
        key = author_key(found["name"])
        if not is_cited and not (key in supported and works[key] < 2):
            yield at(document, "UncitedNaming", found.start(), found.end(), name=found["name"])


def _misnamed(document: Document, remarked: set[int]) -> Iterator[Fact]:
    """Yield the authors named right before a citation whom nobody in the list is called, where each author of what is cited is known."""
    entries = {reference.number: reference for reference in document.references}
    listed = {author_key(author.split(",")[0]) for entry in entries.values() for author in entry.authors}
    for sentence in document.sentences:
        found = list(_NAMED.finditer(document.plain.text, sentence.start, sentence.end)) if entries else []
        for one, after in zip(found, [*found[1:], None], strict=False):
            stop = after.start() if after else sentence.end
            cited = next((run for run in document.citations if one.end() <= run.start < stop), None)
            works = [entries[number] for number in cited.numbers if number in entries] if cited else []
            known = bool(works) and all(work.authors and not _AND_OTHERS.search(work.text) for work in works)
            place = document.plain.to_source(one.start(), one.end())
            if known and author_key(one["name"]) not in listed and place[0] not in remarked:
                written = ", ".join(f"[{work.number}] {work.label}" for work in works)
                what = f"“{one[0].strip(' ,')}” is no author of what is cited: {written}"
                yield Fact("CitationRemark", *place, (("remarkKind", "name_differs"), ("what", what), ("isSure", True)))


def _mentions(document: Document) -> Iterator[tuple[re.Match[str], bool]]:
    """Yield each "Name et al." of the prose, and whether a citation follows before another name or stands in its sentence."""
    text, starts = document.plain.text, [citation.start for citation in document.citations]
    for _, group in groupby(document.sentences, key=lambda sentence: sentence.paragraph):
        sentences = list(group)
        first, last = sentences[0].start, sentences[-1].end
        found = list(_NAMED.finditer(text, first, last))
        opening = [sentence.start for sentence in sentences]
        seen: dict[str, bool] = defaultdict(bool)
        for one, after in zip(found, [*found[1:], None], strict=False):
            begin = opening[bisect_right(opening, one.start()) - 1]
            stop = after.start() if after and after["name"] != one["name"] else last
            earlier = max((other.end() for other in found if other.end() <= one.start()), default=begin)
            is_inside = any(run.start <= one.start() < run.end for run in document.citations)
            is_cited = is_inside or any(max(begin, earlier) <= start < stop for start in starts)
            seen[one["name"]] |= is_cited
            yield one, seen[one["name"]]


def _appeals(document: Document) -> Iterator[Fact]:
    """Yield the phrases that appeal to others' work where neither the sentence cites any nor the one after it, unless that names its own authors."""
    matcher, starts = appeals(), sorted(citation.start for citation in document.citations)
    for sentence, after in zip(document.sentences, [*document.sentences[1:], None], strict=False):
        goes_on = after and after.paragraph == sentence.paragraph and not _NAMED.search(document.words(after.start, after.end))
        reach = after.end if after and goes_on else sentence.end
        words = document.words(sentence.start, sentence.end)
        if sentence.section in ("abstract", "front") or sentence.language != "en" or _OWN.search(words) or _NAMED.search(words):
            continue
        if bisect_right(starts, reach) > bisect_right(starts, sentence.start - 1):
            continue
        for hit in matcher.find(words_of(document.plain.text, sentence.start, sentence.end))[:1]:
            yield at(document, "Appeal", hit.start, hit.end, words=document.words(hit.start, hit.end))
