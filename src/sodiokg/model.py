"""The plain values that pass between the stages: source, document, records.

Offsets of a `Source` count code points of its decoded text; offsets of everything that a `Document` holds count characters of its
plain text, and `Plain.to_source` leads back. Records carry source offsets: `source.text[record.start:record.end]` is their span.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

__all__ = [
    "Citation",
    "Claim",
    "Curation",
    "Document",
    "Item",
    "Measurement",
    "Plain",
    "Record",
    "Records",
    "Reference",
    "Remark",
    "RemarkKind",
    "Section",
    "Sentence",
    "Source",
    "Statement",
]

Polarity = Literal["asserted", "negated", "hypothesised", "open_question"]
Attribution = Literal["own_result", "own_statement", "reported", "listed"]
RemarkKind = Literal["unlisted", "ambiguous", "name_differs", "year_differs"]


@dataclass(frozen=True, slots=True)
class Source:
    """A document as it was read: its name (the file's name without ending), decoded text and the SHA-256 of its bytes.

    `bibliography` are the references that a file beside the source lists by number.
    """

    name: str
    text: str
    sha256: str
    path: str = ""
    bibliography: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Plain:
    """Normalised text whose every character knows the source characters it stands for."""

    text: str
    starts: array[int]
    ends: array[int]

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Return the source offsets of the plain slice ``[start:end]``; the slice is not empty."""
        return self.starts[start], self.ends[end - 1]


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of plain text under one heading; `number` is "abstract", "1", "3.1" ... or, where there is none, the heading."""

    number: str
    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in plain offsets, with section, paragraph (counted from 0 over the document) and language (BCP 47 tag) of where it stands."""

    start: int
    end: int
    section: str
    paragraph: int
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Citation:
    """A run of adjacent citation markers in plain offsets, ranges expanded: ``[3][5-7]`` gives ``(3, 5, 6, 7)``.

    `unlisted` are works cited by author and year that no entry of a reference list was found for, such as "Lu et al. 2014".
    """

    start: int
    end: int
    numbers: tuple[int, ...]
    unlisted: tuple[str, ...] = ()

    @property
    def works(self) -> tuple[int | str, ...]:
        """Return what is cited, by number or by name."""
        return (*self.numbers, *self.unlisted)


@dataclass(frozen=True, slots=True)
class Remark:
    """What is wrong with a citation, for an audit: a work that the list lacks or has twice, a name or year that differs from the entry's.

    A remark of a `Document` has plain offsets, one of `Records` those of the source.
    """

    start: int
    end: int
    kind: RemarkKind
    what: str


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry of the reference list; fields that the entry does not print are empty."""

    number: int
    text: str
    authors: tuple[str, ...] = ()
    title: str = ""
    journal: str = ""
    year: int | None = None
    volume: str = ""
    pages: str = ""
    doi: str = ""

    @property
    def surname(self) -> str:
        """Return the first author's family name, "" where no author is printed."""
        return self.authors[0].split(",")[0].strip() if self.authors else ""

    @property
    def label(self) -> str:
        """Return the customary short name, such as "Gao et al. 2020"."""
        others = " et al." if len(self.authors) > 1 else ""
        return f"{self.surname}{others} {self.year or ''}".strip()


@dataclass(frozen=True, slots=True)
class Document:
    """A source with its plain text and what the text reader found in it, everything sorted by offset."""

    source: Source
    plain: Plain
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    citations: tuple[Citation, ...]
    references: tuple[Reference, ...]
    remarks: tuple[Remark, ...] = ()

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the languages of the prose, that of most of it first; "und" is one that is not known, and not English."""
        sizes: Counter[str] = Counter()
        for sentence in self.sentences:
            sizes[sentence.language] += sentence.end - sentence.start
        return tuple(language for language, _ in sizes.most_common()) or ("en",)

    @property
    def language(self) -> str:
        """Return the language of most of the prose."""
        return self.languages[0]

    def language_at(self, position: int) -> str:
        """Return the language of the sentence at a plain offset, or of the one before it."""
        index = bisect_right(self.sentences, position, key=lambda sentence: sentence.start) - 1
        return self.sentences[max(index, 0)].language if self.sentences else "en"

    def words(self, start: int, end: int) -> str:
        """Return the plain text of a slice."""
        return self.plain.text[start:end]

    def section_at(self, position: int) -> str:
        """Return the number of the section that a plain offset stands in, "" before the first."""
        index = bisect_right(self.sections, position, key=lambda section: section.start) - 1
        return self.sections[index].number if index >= 0 else ""


@dataclass(frozen=True, slots=True)
class Measurement:
    """A number with its unit as read from the text; fields as in the exchange format, offsets in the source.

    `role` is "condition" for what a test is set to and for what a cell has to reach (a requirement, a target), which nobody has
    measured. Where `attribution` is None it is that of the claim that the number belongs to. `study` names the owner where it has no
    number in `ref`.
    """

    id: str
    doc: str
    start: int
    end: int
    span: str
    section: str
    property: str
    value: float | None
    unit: str
    value_max: float | None = None
    comparator: str = "="
    phase: str | None = None
    between: str | None = None
    ref: tuple[int, ...] = ()
    subject: str = ""
    substrate: str = ""
    conditions: tuple[str, ...] = ()
    role: str = "result"
    qualitative: bool = False
    attribution: Attribution | None = None
    study: str | None = None
    kind: str = "measurement"


@dataclass(frozen=True, slots=True)
class Item:
    """One mechanism, effect or phase of a claim (`field` says which) with its own polarity and source span."""

    field: str
    value: str
    polarity: Polarity
    start: int
    end: int
    span: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What one study (or the text itself) says of one strategy; fields as in the exchange format, offsets in the source."""

    id: str
    doc: str
    start: int
    end: int
    quote: str
    section: str
    polarity: Polarity
    attribution: Attribution
    ref: tuple[int, ...] = ()
    study: str | None = None
    battery_type: str | None = None
    substrate: str = ""
    substrate_class: str = "other"
    strategy: str = ""
    strategy_class: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    phases_formed: tuple[str, ...] = ()
    mechanisms: tuple[str, ...] = ()
    effects: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    electrolyte: str = ""
    cell: str = ""
    cathode: str = ""
    items: tuple[Item, ...] = ()
    kind: str = "claim"


@dataclass(frozen=True, slots=True)
class Statement:
    """What is neither number nor intervention: a cause, comparison, property, ranking or open question, offsets in the source.

    `study` names the owner where it has no number in `ref`.
    """

    id: str
    doc: str
    start: int
    end: int
    span: str
    section: str
    subject: str
    relation: str
    object: str
    polarity: Polarity
    attribution: Attribution
    ref: tuple[int, ...] = ()
    context: str = ""
    study: str | None = None
    kind: str = "statement"


Record = Measurement | Claim | Statement


@dataclass(frozen=True, slots=True)
class Curation:
    """A person's decision on the record with some words: `record` is its id where it stands, "" where it was rejected or not found.

    `read` says in words what the reader had read, `unused` why the decision could not be applied.
    """

    action: Literal["accept", "reject", "amend"]
    who: str
    why: str
    words: str
    record: str = ""
    read: str = ""
    unused: str = ""


@dataclass(frozen=True, slots=True)
class Records:
    """Everything read from one document."""

    document: Document
    measurements: tuple[Measurement, ...] = ()
    claims: tuple[Claim, ...] = ()
    statements: tuple[Statement, ...] = ()
    abstained: tuple[tuple[int, int, str], ...] = field(default=())
    curations: tuple[Curation, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def __iter__(self) -> Iterator[Record]:
        """Yield all records by place in the source, measurements before claims before statements at one place."""
        everything: list[Record] = [*self.measurements, *self.claims, *self.statements]
        return iter(sorted(everything, key=lambda record: record.start))

    def rows(self) -> Iterator[dict[str, Any]]:
        """Yield the records as dictionaries of the exchange format, empty optional fields left out."""
        for record in self:
            row = asdict(record)
            kept = {"study", "battery_type"} if record.kind == "claim" else {"value"}
            yield {key: value for key, value in row.items() if value is not None or key in kept}
