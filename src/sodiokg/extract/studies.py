"""Who owns a place in the text: the study under discussion, the members of a citation run, or the text itself.

A study is opened by an author's name ("Gao et al.") or by a sentence with one citation, and goes on through the sentences that
resume it until the subject changes. In a sentence with several citation groups every group owns the stretch that leads to it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from sodiokg.extract.attributing import Naming, Works
from sodiokg.extract.authors import Known
from sodiokg.extract.continuing import EVERYWHERE, LOOK_AHEAD, echoes, goes_on
from sodiokg.extract.findings import Findings
from sodiokg.extract.frames import Frame, Frames, Kind
from sodiokg.extract.members import listed_members
from sodiokg.extract.own_work import (
    TEAM,
    Seen,
    look,
    opening,
    own_clause,
    shows,
    supports,
    taken_after,
    tells,
    upholds,
)
from sodiokg.model import Document
from sodiokg.text.author_year import Listing

__all__ = ["read_frames"]

_EXAMPLE: Final = re.compile(r"(?:\b(?:such as|like|e\.g\.|for example|see)|\]\S* (?:or|and))\s+(?:[^,;()\[\]\s]+\s*){1,4}$")
_TAKES_UP: Final = re.compile(
    r"(?:This|These|That|The (?:improvement|effect|gain|change|increase|decrease|result|reason|behaviou?r))\b"
)
# A formula or an element symbol of two letters that is no English word.
_SYMBOL: Final = re.compile(
    r"(?<![\w-])(?!(?:In|As|No|He|At|Be|An|It|Is|If|On|Of|To|By|We|So|Or|Up|Na|Li)\b)(?:[A-Z][a-z]|[A-Z][A-Za-z]*\d[\w]*)(?![\w-])"
)
_JOINED: Final = re.compile(r"\)?(?:,\s?(?:and\s|as well as\s)?|\s(?:and|&|as well as)\s(?:\w+\sby\s)?)")
_BESIDE: Final = 2  # characters between an author and the citation of the work


def read_frames(document: Document, findings: Findings) -> Frames:
    """Divide the sentences of a document among the studies that own them."""
    # An abstract cites nobody, even where the text below it does.
    cited = any(document.section_at(citation.start) == "abstract" for citation in document.citations)
    known = Known(document, Listing(document.references), findings.lexicon)
    seen = [look(document, findings, number, known, cited) for number in range(len(document.sentences))]
    naming = Naming(document, known.listing)
    opens = opening(document, seen)
    current: Frame | None = None
    place: tuple[str, int] | None = None
    frames: list[Frame] = []
    for index, one in enumerate(seen):
        here = (one.sentence.section, one.sentence.paragraph)
        if here != place:
            current, place = (current if current and current.kind == "own" and place and here[0] == place[0] else None), here
        first = taken_after(document, one)
        told = [Frame(one.sentence.start, first, (), "own", strong=True)] if first else []
        if first:
            one = seen[index] = replace(one, sentence=replace(one.sentence, start=first))
        ours = own_clause(document, one)
        if ours:
            seen[index] = replace(one, sentence=replace(one.sentence, end=ours), ours=False)
        pieces = [*told, *_pieces(document, seen, index, current, opens, naming)]
        if ours:
            pieces.append(Frame(ours, one.sentence.end, (), "own", strong=True))
        for piece in pieces:
            if frames and (_explains(document, one, frames[-1], piece) or _introduced(document, frames[-1], piece)):
                frames[-1] = replace(piece, start=frames[-1].start)
            elif frames and _same_study(document, frames[-1], piece):
                frames[-1] = replace(frames[-1], end=piece.end, strong=frames[-1].strong or piece.strong)
            else:
                frames.append(piece)
        supports = current is not None and current.kind == "own" and one.citations and not one.authors
        if not supports:
            current = frames[-1] if pieces and pieces[-1].is_study else None
    return Frames(tuple(frames), tuple(naming.remarks))


def _same_study(document: Document, left: Frame, right: Frame) -> bool:
    """Tell whether two neighbouring frames are one: the same described work of one group, under one heading, in one language."""
    if not (left.is_study and right.is_study and left.works == right.works):
        return False
    if TEAM.match(document.plain.text, right.start, right.end):
        return False
    if document.language_at(left.start) != document.language_at(right.start):
        return False
    following = bisect_left(document.sections, left.end, key=lambda section: section.start)
    return not (following < len(document.sections) and document.sections[following].start <= right.start)


def _explains(document: Document, one: Seen, left: Frame, right: Frame) -> bool:
    """Tell whether a sentence with the first citation takes up the one before it, so that both speak of the work cited."""
    words = document.words(right.start, right.end)
    taken_up = not one.authors and right.start == one.sentence.start and bool(_TAKES_UP.match(words))
    return (
        taken_up
        and right.kind == "described"
        and left.kind == "general"
        and "\n\n" not in document.plain.text[left.start : right.start]
    )


def _introduced(document: Document, left: Frame, right: Frame) -> bool:
    """Tell whether a sentence without citation names the substance of the study that follows at once: "Zinc has been tried too. Li et al. ..."."""
    text = document.plain.text
    if (
        left.works
        or right.kind == "own"
        or not right.strong
        or "\n" in text[left.start : right.start]
        or right.start - left.end > 1
    ):
        return False
    named = set(_SYMBOL.findall(text[left.start : left.end])) - EVERYWHERE
    return left.kind == "general" and bool(named & set(_SYMBOL.findall(text[right.start : right.end])))


def _pieces(
    document: Document, seen: Sequence[Seen], index: int, current: Frame | None, opens: int, naming: Naming
) -> Iterator[Frame]:
    one = seen[index]
    start, end = one.sentence.start, one.sentence.end
    if one.authors and _opens(document, one):
        yield from _authored(document, seen, index, naming)
    elif (
        current
        and current.kind == "own"
        and one.citations
        and upholds(document, one, echoes=echoes(document, one.sentence, current))
    ):
        yield replace(current, start=start, end=end)
    elif not one.citations or _only_examples(document, one) or supports(document, one):
        settled = current is not None and current.strong
        own = one.ours or (one.free and tells(document, one, index - opens, unannounced=opens < 0))
        if own or (not settled and shows(document, one, alone=current is None)):
            yield Frame(start, end, (), "own", strong=True)
        elif current and goes_on(document, seen, index, current):
            yield replace(current, start=start, end=end)
        else:
            yield Frame(start, end, (), "general")
    elif len({c.works for c in one.citations}) == 1:
        works = one.citations[0].works
        same = current if current and current.works == works else None
        kind: Kind = "described" if len(works) == 1 or same else "listed"
        yield Frame(start, end, works, kind, (same is not None and same.strong) or one.refers, same.told if same else "")
    else:
        yield from listed_members(document, one, current)


def _opens(document: Document, one: Seen) -> bool:
    """Tell whether the names in a sentence present works; a name beside a run of citations must be that of one of their first authors."""
    cited = {work for citation in one.citations for work in citation.works}
    entries = [entry for entry in document.references if entry.number in cited and entry.surname]
    return len(cited) <= 1 or not entries or any(author.leads(entry) for author in one.authors for entry in entries)


def _only_examples(document: Document, one: Seen) -> bool:
    """Tell whether all citations of a sentence are to examples given in passing, "such as X [5] or Y [6]"."""
    text = document.plain.text
    start = one.sentence.start
    if one.citations and not text[one.citations[-1].end : one.sentence.end].strip(" .)"):
        return False
    for citation in one.citations:
        if not _EXAMPLE.search(text, start, citation.start):
            return False
        start = citation.start - 5  # the next one may be an example by "or X [6]"
    return True


def _authored(document: Document, seen: Sequence[Seen], index: int, naming: Naming) -> Iterator[Frame]:
    one = seen[index]
    if len({c.works for c in one.citations}) == 1:
        works = one.citations[0].works
        author = naming.meant(one.authors, works)
        naming.check(author, works)
        yield Frame(one.sentence.start, one.sentence.end, works, "described", strong=True, told=author.told)
        return
    first = one.authors[0].start
    before = [c for c in one.citations if c.end <= first]
    start = one.sentence.start
    for citation in before:
        yield Frame(start, citation.end, citation.works, "listed")
        start = citation.end
    joint: Works = ()
    for author, following in zip(one.authors, (*one.authors[1:], None), strict=True):
        stop = following.start if following else one.sentence.end
        near = [c.works for c in one.citations if author.end <= c.start < stop]
        works = naming.works(author, near, () if near else _soon(seen, index))
        beside = (c.end for c in one.citations if author.end <= c.start <= author.end + _BESIDE)
        cited_to = max((author.end, *beside))
        if following and _JOINED.fullmatch(document.plain.text, cited_to, stop):
            joint += works  # "Miller (2019) and Smith (2020) found": what follows is of both
            continue
        yield Frame(
            start, stop, joint + works, "listed" if joint else "described", strong=True, told="" if joint else author.told
        )
        start, joint = stop, ()


def _soon(seen: Sequence[Seen], index: int) -> tuple[int | str, ...]:
    """Return what is cited next, in the sentences that follow and name no other author."""
    here = seen[index].sentence
    for later in seen[index + 1 : index + 1 + LOOK_AHEAD]:
        if later.authors or later.sentence.section != here.section:
            break
        if later.citations:
            return later.citations[0].works
    return ()
