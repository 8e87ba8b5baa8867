"""What the page tells of each record: its kind, its fields in words, and the records and citations that it is linked with."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import Final

from pyoxigraph import NamedNode

from sodiokg.annotation.marks import Mark
from sodiokg.annotation.unread import unread_numbers
from sodiokg.graph.labels import claim_label, measurement_label, statement_label
from sodiokg.graph.owners import owning_claims
from sodiokg.model import Claim, Curation, Item, Measurement, Record, Records, Reference, Statement

__all__ = ["Told", "tell", "words_of"]

_FIELD_KINDS: Final = {"mechanisms": "mechanism", "effects": "effect", "phases_formed": "phase"}
_NOT_SHOWN: Final = frozenset({"id", "doc", "kind", "start", "end", "span", "quote", "items", "conditions", "ref", "qualitative"})


@dataclass(frozen=True, slots=True)
class Told:
    """One marked thing: its mark, title, fields to show, and its links by key, each with the word for it."""

    mark: Mark
    title: str
    fields: tuple[tuple[str, str], ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    property: str = ""


def tell(records: Records) -> list[Told]:
    """Return everything that the page of a reading marks, each with its fields and links."""
    cited = _Cited(records)
    owners = _owners(records)
    told = [
        *_citations(records, cited),
        *(_claim(claim, cited) for claim in records.claims),
        *(_item(item, claim, place) for claim in records.claims for place, item in enumerate(claim.items)),
        *(_measurement(number, cited, owners) for number in records.measurements),
        *(_statement(statement, cited) for statement in records.statements),
        *_unsure(records),
    ]
    decided = {one.record: one for one in records.curations if one.record}
    return [_signed(one, decided[one.mark.key]) if one.mark.key in decided else one for one in told]


def _signed(told: Told, curation: Curation) -> Told:
    """Return what is told of a record with the person's decision on it."""
    named = {f"{curation.action}ed by": curation.who, "since": curation.why, "had been read as": curation.read}
    return replace(told, fields=(*told.fields, *((name, value) for name, value in named.items() if value)))


class _Cited:
    """The citations of a document by place, and the references they lead to."""

    def __init__(self, records: Records) -> None:
        document = records.document
        self.references = {reference.number: reference for reference in document.references}
        self.places = [document.plain.to_source(citation.start, citation.end) for citation in document.citations]
        self.numbers = [citation.numbers for citation in document.citations]
        self._by_number: dict[int, list[int]] = {}
        for index, numbers in enumerate(self.numbers):
            for number in dict.fromkeys(numbers):
                self._by_number.setdefault(number, []).append(index)

    def study(self, ref: tuple[int, ...]) -> str:
        """Return the names of the works behind citation numbers."""
        return ", ".join(self._name(number) for number in ref)

    def _name(self, number: int) -> str:
        reference = self.references.get(number)
        return f"{reference.label} [{number}]".strip() if reference else f"[{number}]"

    def nearest(self, record: Record) -> str | None:
        """Return the key of the citation that a record has its references from: the nearest one, best one that holds them all."""
        if not record.ref:
            return None
        holding = self._by_number.get(record.ref[0], [])
        at = bisect_left(holding, record.end, key=lambda index: self.places[index][0])
        near = holding[max(0, at - 2) : at + 2]
        wanted = set(record.ref)
        ranked = sorted(near, key=lambda index: (not wanted <= set(self.numbers[index]), abs(self.places[index][0] - record.end)))
        return f"r{ranked[0] + 1}" if ranked else None


def _owners(records: Records) -> dict[str, str]:
    claims = [(claim, NamedNode(f"urn:{claim.id}")) for claim in records.claims]
    return {key: claim.id for key, (claim, _) in owning_claims(records.measurements, claims).items()}


def _measurement(number: Measurement, cited: _Cited, owners: dict[str, str]) -> Told:
    label = measurement_label(number, cited.study(number.ref) or number.study or "")
    mark = Mark(number.start, number.end, number.role, number.id, label)
    links = [(key, "condition") for key in number.conditions]
    links += [(owners[number.id], "belongs to claim")] if number.id in owners else []
    return Told(mark, label, tuple(_fields(number)), (*links, *_study_link(number, cited)), number.property)


def _claim(claim: Claim, cited: _Cited) -> Told:
    label = claim_label(claim, cited.study(claim.ref) or claim.study or "") or "claim"
    mark = Mark(claim.start, claim.end, "claim", claim.id, f"claim: {label}")
    links = [(f"{claim.id}i{place + 1}", _FIELD_KINDS[item.field]) for place, item in enumerate(claim.items)]
    return Told(mark, label, tuple(_fields(claim)), (*links, *_study_link(claim, cited)))


def _item(item: Item, claim: Claim, place: int) -> Told:
    kind = _FIELD_KINDS[item.field]
    label = f"{kind}: {words_of(item.value)}" + (f" ({words_of(item.polarity)})" if item.polarity != "asserted" else "")
    mark = Mark(item.start, item.end, kind, f"{claim.id}i{place + 1}", label)
    fields = ((kind, words_of(item.value)), ("polarity", words_of(item.polarity)))
    return Told(mark, words_of(item.value), fields, ((claim.id, "of claim"),))


def _statement(statement: Statement, cited: _Cited) -> Told:
    label = f"statement: {statement_label(statement)}"
    mark = Mark(statement.start, statement.end, "statement", statement.id, label)
    return Told(mark, label, tuple(_fields(statement)), tuple(_study_link(statement, cited)))


def _study_link(record: Record, cited: _Cited) -> Iterator[tuple[str, str]]:
    key = cited.nearest(record)
    if key:
        yield key, "study"


def _citations(records: Records, cited: _Cited) -> Iterator[Told]:
    for place, ((start, end), numbers) in enumerate(zip(cited.places, cited.numbers, strict=True), 1):
        entries = tuple((f"[{number}]", _entry(cited.references.get(number))) for number in numbers)
        label = "; ".join(f"{name} {entry}" for name, entry in entries)
        yield Told(Mark(start, end, "citation", f"r{place}", label), cited.study(numbers), entries)


def _entry(reference: Reference | None) -> str:
    return " ".join(reference.text.split()) if reference else "not in the reference list"


def _unsure(records: Records) -> Iterator[Told]:
    for place, (start, end, why) in enumerate(records.abstained, 1):
        yield Told(Mark(start, end, "abstained", f"a{place}", f"abstained: {why}"), "abstained", (("why", why),))
    for place, remark in enumerate(records.remarks, 1):
        mark = Mark(remark.start, remark.end, "remark", f"n{place}", f"{words_of(remark.kind)}: {remark.what}")
        yield Told(mark, words_of(remark.kind), (("what", remark.what),))
    for place, (start, end, what) in enumerate(unread_numbers(records), 1):
        yield Told(Mark(start, end, "unread", f"u{place}", what), "unread number", (("what", what),))


def _fields(record: Record) -> Iterator[tuple[str, str]]:
    for name, value in asdict(record).items():
        if name not in _NOT_SHOWN and value not in (None, "", (), "="):
            yield words_of(name), _shown(value)


def _shown(value: object) -> str:
    if isinstance(value, tuple | list):
        return ", ".join(words_of(str(one)) for one in value)
    return f"{value:.12g}" if isinstance(value, float) else words_of(str(value))


def words_of(key: str) -> str:
    """Return a key of the exchange format as words, and any other text as it is."""
    return key.replace("_", " ") if key.islower() and key.isascii() and " " not in key else key
