"""Who owns a place in the text: the study under discussion, the members of a citation run, or the text itself.

A study is opened by an author's name ("Gao et al.") or by a sentence with one citation, and goes on through the sentences that
resume it until the subject changes. In a sentence with several citation groups every group owns the stretch that leads to it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from sodiokg.extract.attributing import Naming
from sodiokg.extract.authors import Author, Known, find_authors
from sodiokg.extract.findings import Findings
from sodiokg.model import Attribution, Citation, Document, Remark, Sentence
from sodiokg.text.author_year import Listing

__all__ = ["Frame", "Frames", "read_frames"]

Kind = Literal["described", "own", "listed", "general"]

_NUMBER_WITH_UNIT: Final = re.compile(r"\d\s?(?:°|%|[mµμ]?[AVSΩ]h?\b|mAh|h\b|cycles|C\b)")
# A name that a text coins for its own sample or cell: it has a digit, an inner capital, "@" or "||".
_COINED: Final = re.compile(r"[\w'’\-/]*(?:@|\|\|)[\w'’\-/@|]+|\b(?=[\w\-]*[A-Z][\w\-]*[A-Z0-9])[\w\-]{3,}\b")
_EXAMPLE: Final = re.compile(r"(?:\b(?:such as|like|e\.g\.|for example|see)|\]\S* (?:or|and))\s+(?:[^,;()\[\]\s]+\s*){1,4}$")
# A sentence that goes on telling: it takes up something known and has a verb of the past that is neither passive nor conditional.
_NARRATES: Final = re.compile(
    r"(?:The|These|This|Those|Its|Their|Such|Here)\b(?!.*\b(?:can|could|may|might|should|would)\b).*(?<!is )(?<!are )(?<!be )(?<!been )\b\w{3,}ed\b",
    re.DOTALL,
)
# A sentence that opens with a noun without article, and one that tells in the past.
_BARE: Final = re.compile(
    r"(?!This|Thus|Besides|Perhaps|Its|Always|Cells|Symmetric)([A-Z][a-z]{3,}(?:s|ene))\s+(?:\w+\s+){0,3}?(?:is|are|has|have|can|could|may|was|were|use|\w{3,}ed)\b"
)
_TOLD: Final = re.compile(
    r"\b(?:was|were|had|could|\w{3,}ed|gave|led|fell|rose|ran|kept|showed|made|took|held|became|grew|let)\b"
)
_DONE: Final = re.compile(r"\b(?:was|were)\s+(?:\w+ly\s+)?\w{3,}(?:ed|en|wn|ung|ound|ade|ilt)\b")
# What a text that cites nobody says of its own work in the present: "X is prepared by ...".
_MADE: Final = re.compile(
    r"\b(?:is|are)\s(?:\w+\s)?(?:fabricat|prepar|synthesi|develop|design|construct|propos|introduc|report|demonstrat|present|achiev|investigat|realiz|realis)\w*ed\b"
)
# How a work presents itself: "Here", "In this study", "we report".
_PRESENTS: Final = re.compile(
    r"^\W*(?:Here(?:in)?\b|(?:In (?:summary|conclusion)|To (?:summari[sz]e|conclude))\b|In (?:this|the present|our) (?:\w+ )?(?:work|study|paper|contribution|article|letter|approach)\b|This (?:work|study|paper|article)\b)"
    r"|^We (?:\w+ly )?\w{3,}ed\b|\bwe (?:\w+ly )?(?:report|present|propos|develop|design|introduc|construct|fabricat|describ|demonstrat|show|stud|investigat|prepar|follow|examin|compar)"
)
_FIGURE: Final = re.compile(r"\b(?:Fig(?:ure|s)?\.?|Table|Scheme)\s?S?\d")
_EARLIER: Final = re.compile(r"\b(?:our|we)\s(?:\w+\s)?(?:previous|earlier|recent|prior|last|group|team)", re.IGNORECASE)
_TAKES_UP: Final = re.compile(
    r"(?:This|These|That|The (?:improvement|effect|gain|change|increase|decrease|result|reason|behaviou?r))\b"
)
_DEFINITE: Final = re.compile(r"The(?: [\w\-@/]+){1,3}")
# A formula or an element symbol of two letters that is no English word.
_SYMBOL: Final = re.compile(
    r"(?<![\w-])(?!(?:In|As|No|He|At|Be|An|It|Is|If|On|Of|To|By|We|So|Or|Up|Na|Li)\b)(?:[A-Z][a-z]|[A-Z][A-Za-z]*\d[\w]*)(?![\w-])"
)
_ANAPHOR: Final = re.compile(r"\b(?:this|these)(?: [\w\-@/]+){1,2}")
_EVERYWHERE: Final = frozenset({"BASE", "NZSP", "NASICON", "SMB", "SMBs", "DFT", "SEM", "SEI", "MXene", "MXenes", "Na-S"})
# Cues of text that sets the scene for a work, or asks what it leaves open.
_SCENE: Final = frozenset(
    {"problem", "praise", "importance", "need", "purpose", "infinitive", "negated", "hypothesised", "open_question"}
)
_LOOK_AHEAD: Final = 3


@dataclass(frozen=True, slots=True)
class Frame:
    """A stretch of plain text that one study (or a run of studies, or nobody but the text) owns.

    `works` are reference numbers, or names where no reference list has them; `told` is how the text calls the study.
    """

    start: int
    end: int
    works: tuple[int | str, ...]
    kind: Kind
    strong: bool = False
    told: str = ""

    @property
    def refs(self) -> tuple[int, ...]:
        """Return the works that have numbers in the reference list."""
        return tuple(work for work in self.works if isinstance(work, int))

    def study(self, document: Document) -> str | None:
        """Return the name of the one work that a frame is of, from the reference list, else as the text calls it.

        Works without a number are known by their names alone: all of them, joined by semicolons.
        """
        if not self.refs:
            return self.unlisted
        if len(self.works) != 1:
            return None
        return next((entry.label for entry in document.references if entry.number == self.works[0]), None) or self.told or None

    @property
    def unlisted(self) -> str | None:
        """Return the names of works none of which has a number."""
        return None if self.refs else "; ".join(map(str, self.works)) or None

    @property
    def attribution(self) -> Attribution:
        """Return whose words or results stand here; what a run of citations shares is nobody's alone."""
        if not self.works:
            return "own_result" if self.kind == "own" else "own_statement"
        return "listed" if len(self.works) > 1 or self.kind == "listed" else "reported"

    @property
    def is_study(self) -> bool:
        """Tell whether the text describes this work (a cited one, or its own) rather than listing or generalising."""
        return self.kind in {"described", "own"}


@dataclass(frozen=True, slots=True)
class Frames:
    """The frames of a document, sorted and without overlap."""

    all: tuple[Frame, ...]
    remarks: tuple[Remark, ...] = ()

    def index(self, position: int) -> int | None:
        """Return the number of the frame that covers a plain offset."""
        index = bisect_right(self.all, position, key=lambda frame: frame.start) - 1
        return index if index >= 0 and position < self.all[index].end else None

    def at(self, position: int) -> Frame | None:
        """Return the frame that covers a plain offset."""
        index = self.index(position)
        return None if index is None else self.all[index]

    def owner(self, start: int, end: int) -> tuple[int, ...]:
        """Return the reference numbers that own a stretch of plain text; () where the text speaks for itself."""
        frame = self.at(start) or self.at(max(start, end - 1))
        return frame.refs if frame else ()


@dataclass(frozen=True, slots=True)
class _Seen:
    """A sentence with what decides its ownership."""

    sentence: Sentence
    citations: tuple[Citation, ...]
    authors: tuple[Author, ...]
    resumes: bool
    shifts: bool
    refers: bool
    ours: bool
    evidence: bool
    free: bool
    gains: bool
    asks: bool


def read_frames(document: Document, findings: Findings) -> Frames:
    """Divide the sentences of a document among the studies that own them."""
    # An abstract cites nobody, even where the text below it does.
    cited = any(document.section_at(citation.start) == "abstract" for citation in document.citations)
    known = Known(document, Listing(document.references), findings.lexicon)
    seen = [_look(document, findings, number, known, cited) for number in range(len(document.sentences))]
    naming = Naming(document, known.listing)
    opens = _opening(document, seen)
    current: Frame | None = None
    place: tuple[str, int] | None = None
    frames: list[Frame] = []
    for index, one in enumerate(seen):
        here = (one.sentence.section, one.sentence.paragraph)
        if here != place:
            current, place = (current if current and current.kind == "own" and place and here[0] == place[0] else None), here
        pieces = list(_pieces(document, seen, index, current, opens, naming))
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
    """Tell whether two neighbouring frames are one: the same described work, under one heading, in one language."""
    if not (left.is_study and right.is_study and left.works == right.works):
        return False
    if document.language_at(left.start) != document.language_at(right.start):
        return False
    following = bisect_left(document.sections, left.end, key=lambda section: section.start)
    return not (following < len(document.sections) and document.sections[following].start <= right.start)


def _explains(document: Document, one: _Seen, left: Frame, right: Frame) -> bool:
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
    named = set(_SYMBOL.findall(text[left.start : left.end])) - _EVERYWHERE
    return left.kind == "general" and bool(named & set(_SYMBOL.findall(text[right.start : right.end])))


def _look(document: Document, findings: Findings, number: int, known: Known, cited: bool) -> _Seen:
    sentence, hits, fields = document.sentences[number], findings.cues[number], findings.lexicon.fields
    citations = tuple(_within(document.citations, sentence))
    opening = sentence.start + 2
    return _Seen(
        sentence,
        citations,
        find_authors(document, findings, number, citations, known),
        any(hit.key == "continuation" and hit.start <= opening for hit in hits),
        any(hit.key == "topicShift" and hit.start <= opening for hit in hits),
        any(hit.key == "studyReference" for hit in hits),
        any(hit.key == "ownWork" for hit in hits),
        any(fields.get(hit.key) == "EvidenceKind" for hit in hits),
        not document.citations or (sentence.section == "abstract" and not cited),
        any(fields.get(hit.key) in {"Effect", "Mechanism"} for hit in hits) and not any(hit.key in _SCENE for hit in hits),
        any(hit.key == "open_question" for hit in hits),
    )


def _within(citations: Sequence[Citation], sentence: Sentence) -> Iterator[Citation]:
    first = bisect_right(citations, sentence.start - 1, key=lambda citation: citation.start)
    for citation in citations[first:]:
        if citation.start >= sentence.end:
            break
        yield citation


def _opening(document: Document, seen: Sequence[_Seen]) -> int:
    """Return the number of the first sentence that presents the text's own work: what stands before is background.

    It is -1 where none does so, or only one so late that it looks back.
    """
    free = [number for number, one in enumerate(seen) if one.free]
    presents = (n for n in free if _PRESENTS.search(document.words(seen[n].sentence.start, seen[n].sentence.end)))
    first = next(presents, -1)
    return first if first in free[: 1 + 2 * len(free) // 3] else -1


def _pieces(
    document: Document, seen: Sequence[_Seen], index: int, current: Frame | None, opens: int, naming: Naming
) -> Iterator[Frame]:
    one = seen[index]
    start, end = one.sentence.start, one.sentence.end
    if one.authors and _opens(document, one):
        yield from _authored(seen, index, naming)
    elif not one.citations or _only_examples(document, one) or _supports(document, one):
        if one.ours or (one.free and _tells(document, one, index - opens, opens < 0)) or _shows(document, one, current):
            yield Frame(start, end, (), "own", strong=True)
        elif current and _goes_on(document, seen, index, current):
            yield replace(current, start=start, end=end)
        else:
            yield Frame(start, end, (), "general")
    elif len({c.works for c in one.citations}) == 1:
        works = one.citations[0].works
        same = current if current and current.works == works else None
        kind: Kind = "described" if len(works) == 1 or same else "listed"
        yield Frame(start, end, works, kind, (same is not None and same.strong) or one.refers, same.told if same else "")
    else:
        yield from _listed(one, current)


def _tells(document: Document, one: _Seen, after: int, unannounced: bool) -> bool:
    """Tell whether a sentence of an abstract is about its own work, `after` so many sentences from the one that presents it.

    Where no sentence presents the work, one that tells of a gain does.
    """
    presents = after == 0 and not unannounced
    return presents or (after > 0 and _reports(document, one)) or (unannounced and one.gains)


def _supports(document: Document, one: _Seen) -> bool:
    """Tell whether the citation of a sentence on the text's own work only supports it, "Our spectra show NaF, as expected [5]"."""
    words = document.words(one.sentence.start, one.sentence.end)
    return one.ours and len(one.citations) == 1 and len(one.citations[0].works) == 1 and not _EARLIER.search(words)


def _shows(document: Document, one: _Seen, current: Frame | None = None) -> bool:
    """Tell whether a sentence without citation gives results of its own: it points at a figure or table, or tells how a number came about."""
    if one.shifts or (current and current.strong):
        return False
    words = document.words(one.sentence.start, one.sentence.end)
    return bool(_FIGURE.search(words)) or (not current and _has_number(document, one.sentence) and bool(_DONE.search(words)))


def _reports(document: Document, one: _Seen) -> bool:
    """Tell whether a sentence of a text that cites nobody gives a result, tells what was done, or speaks of "this work": the work is its own."""
    words = document.words(one.sentence.start, one.sentence.end)
    told = _has_number(document, one.sentence) or bool(_DONE.search(words) or _MADE.search(words))
    return one.refers or (not one.shifts and (told or one.evidence))


def _opens(document: Document, one: _Seen) -> bool:
    """Tell whether the names in a sentence present works; a name beside a run of citations must be that of one of their first authors."""
    cited = {work for citation in one.citations for work in citation.works}
    entries = [entry for entry in document.references if entry.number in cited and entry.surname]
    return len(cited) <= 1 or not entries or any(author.leads(entry) for author in one.authors for entry in entries)


def _only_examples(document: Document, one: _Seen) -> bool:
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


def _listed(one: _Seen, current: Frame | None) -> Iterator[Frame]:
    start = one.sentence.start
    last = one.citations[-1]
    for citation in one.citations:
        end = one.sentence.end if citation is last else citation.end
        ours = current is not None and citation.works == current.works
        yield Frame(start, end, citation.works, "described" if ours else "listed")
        start = citation.end


def _authored(seen: Sequence[_Seen], index: int, naming: Naming) -> Iterator[Frame]:
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
    for author, following in zip(one.authors, (*one.authors[1:], None), strict=True):
        stop = following.start if following else one.sentence.end
        near = [c.works for c in one.citations if author.end <= c.start < stop]
        works = naming.works(author, near, () if near else _soon(seen, index))
        yield Frame(start, stop, works, "described", strong=True, told=author.told)
        start = stop


def _soon(seen: Sequence[_Seen], index: int) -> tuple[int | str, ...]:
    """Return what is cited next, in the sentences that follow and name no other author."""
    here = seen[index].sentence
    for later in seen[index + 1 : index + 1 + _LOOK_AHEAD]:
        if later.authors or later.sentence.section != here.section:
            break
        if later.citations:
            return later.citations[0].works
    return ()


def _goes_on(document: Document, seen: Sequence[_Seen], index: int, current: Frame) -> bool:
    """Tell whether a sentence without citation or author still speaks of the current study."""
    one = seen[index]
    if current.kind == "own" and (one.free or one.evidence or _shows(document, one)):
        return True
    echoes = _echoes(document, one.sentence, current)
    if one.refers or (echoes and (one.resumes or not one.shifts)) or _returns(seen, index, current):
        return True
    if one.shifts or (one.asks and not one.resumes) or _begins_anew(document, one, current):
        return echoes and _has_number(document, one.sentence)
    if one.resumes or not current.strong:
        return one.resumes
    introduces = index + 1 < len(seen) and bool(seen[index + 1].authors)
    words = document.words(one.sentence.start, one.sentence.end)
    return _has_number(document, one.sentence) or bool(_NARRATES.match(words)) or (not introduces and bool(_TOLD.search(words)))


def _returns(seen: Sequence[_Seen], index: int, current: Frame) -> bool:
    """Tell whether the text soon cites the current study again: what stands between is about it too."""
    here = seen[index].sentence
    for later in seen[index + 1 : index + 1 + _LOOK_AHEAD]:
        if later.authors or later.sentence.paragraph != here.paragraph:
            return False
        if later.citations:
            return {c.works for c in later.citations} == {current.works}
    return False


def _begins_anew(document: Document, one: _Seen, current: Frame) -> bool:
    """Tell whether a sentence opens with a bare plural or substance that the study has not spoken of, "Prices ...", "Graphene ..."."""
    first = _BARE.match(document.plain.text, one.sentence.start)
    return first is not None and first.group(1).lower() not in document.words(current.start, current.end).lower()


def _has_number(document: Document, sentence: Sentence) -> bool:
    return bool(_NUMBER_WITH_UNIT.search(document.plain.text, sentence.start, sentence.end))


def _echoes(document: Document, sentence: Sentence, current: Frame) -> bool:
    """Tell whether a sentence takes up a name that the study's own text coined, or speaks of "the host" where the text has a host."""
    words = document.words(sentence.start, sentence.end)
    before = document.words(current.start, current.end)
    coined = set(_COINED.findall(words)) - _EVERYWHERE
    if coined & set(_COINED.findall(before)):
        return True
    known = [m.group() for m in (_DEFINITE.match(words), *_ANAPHOR.finditer(words)) if m]
    return any(word in before for phrase in known for word in re.findall(r"[a-z]{4,}", phrase) if word not in {"this", "these"})
