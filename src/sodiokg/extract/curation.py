"""Apply a person's decisions to the records of a text: accepted ones stand, rejected ones go, amended ones change.

What a decision says about a record is found by content, in the same normal form as the text; one that finds no record, or more than one, is
kept as unused with the reason, and changes nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Final

from sodiokg.extract.decisions import ABSENT, Decision, curation_file, read_decisions
from sodiokg.model import Claim, Curation, Measurement, Record, Records, Statement
from sodiokg.text.normal import normalise

__all__ = ["curate", "curated", "unused"]

# Parts of a quote shorter than this (characters) could be anybody's.
_SHORTEST_PART: Final = 20


def curated(records: Records) -> Records:
    """Return the records with the curation file beside their source applied, the same where there is none.

    Raises SourceError with file and entry for a curation file that is not as it should be.
    """
    path = records.document.source.path
    file = curation_file(path) if path else None
    return curate(records, read_decisions(file)) if file and file.is_file() else records


def unused(records: Records) -> list[str]:
    """Return a warning for every decision that was not applied."""
    file = curation_file(records.document.source.name).name
    return [f"{file}: {one.action} “{one.words}” {one.unused}" for one in records.curations if one.unused]


def curate(records: Records, decisions: Iterable[Decision]) -> Records:
    """Return the records with the decisions applied, rejections first, so that none amends what another one drops."""
    work = _Work(records)
    for decision in sorted(decisions, key=lambda one: ("reject", "amend", "accept").index(one.action)):
        work.apply(decision)
    return work.result()


@dataclass(slots=True)
class _Work:
    """Records on their way through the decisions."""

    source: Records
    records: dict[str, Record]
    curations: list[Curation]
    decided: set[str]

    def __init__(self, source: Records) -> None:
        self.source = source
        self.records = {record.id: record for record in source}
        self.curations = []
        self.decided = set()

    def apply(self, decision: Decision) -> None:
        """Apply one decision, or keep it as unused with the reason."""
        found = [record for record in self.source if _matches(record, decision, self.source)]
        whole = [record for record in found if _plain(decision.words) in _forms(record, self.source)]
        found = whole if len(whole) == 1 else found
        problem = self._problem(found)
        changed: Record | None = None
        if not problem and decision.action == "amend":
            changed, problem = self._amended(found[0], decision)
        if problem:
            self.curations.append(_curation(decision, unused=problem))
            return
        record = found[0]
        self.decided.add(record.id)
        if decision.action == "reject":
            del self.records[record.id]
            self.curations.append(_curation(decision, read=self._said(record, _KEY_FIELDS[record.kind])))
            return
        self.records[record.id] = changed or record
        read = self._said(record, decision.amended) if changed else ""
        self.curations.append(_curation(decision, record=record.id, read=read))

    def _problem(self, found: Sequence[Record]) -> str:
        if not found:
            return "matches no record any more; remove it, or match what is read now"
        if len(found) > 1:
            places = ", ".join(record.id for record in found[:4])
            return f"matches {len(found)} records ({places}), so none was touched; add near or another field"
        return "another entry decides on this record already" if found[0].id in self.decided else ""

    def _amended(self, record: Record, decision: Decision) -> tuple[Record | None, str]:
        new: dict[str, Any] = {name: _value(value) for name, value in decision.amended.items()}
        if "conditions" in new:
            ids = [self._condition(record, words) for words in decision.amended["conditions"]]
            if None in ids:
                missing = decision.amended["conditions"][ids.index(None)]
                return None, f"cannot be applied: its condition “{missing}” is the span of no measurement that was read"
            new["conditions"] = tuple(ids)
        if all(getattr(record, name) == value for name, value in new.items()):
            return None, "changes nothing any more, since the record is read so now; accept it instead"
        if isinstance(record, Claim) and "ref" in new and "study" not in new:
            new["study"] = self._study(new["ref"])
        return _kept_items(replace(record, **new)), ""

    def _study(self, ref: tuple[int, ...]) -> str | None:
        """Return the name of the one study behind citation numbers."""
        labels = [reference.label for reference in self.source.document.references if (reference.number,) == ref]
        return labels[0] if labels else None

    def _condition(self, record: Record, words: str) -> str | None:
        """Return the id of the nearest measurement with a span."""
        wanted = _plain(words)
        numbers = [
            m for m in self.source.measurements if m.id in self.records and m.id != record.id and wanted in _forms(m, self.source)
        ]
        return min(numbers, key=lambda m: abs(m.start - record.start)).id if numbers else None

    def _said(self, record: Record, names: Iterable[str]) -> str:
        """Return in words what a record holds in some fields; a condition is told by its span, since its id means nothing elsewhere."""
        told = {name: getattr(record, name) for name in names}
        if "conditions" in told:
            spans = {number.id: number.span for number in self.source.measurements}
            told["conditions"] = tuple(spans.get(key, key) for key in told["conditions"])
        return "; ".join(f"{name.replace('_', ' ')} {_shown(value)}" for name, value in told.items())

    def result(self) -> Records:
        """Return the records that are left; no condition leads to one that was dropped."""
        left = list(self.records.values())
        numbers = [
            replace(one, conditions=tuple(key for key in one.conditions if key in self.records))
            for one in left
            if isinstance(one, Measurement)
        ]
        return replace(
            self.source,
            measurements=tuple(numbers),
            claims=tuple(one for one in left if isinstance(one, Claim)),
            statements=tuple(one for one in left if isinstance(one, Statement)),
            curations=tuple(self.curations),
        )


_KEY_FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "measurement": ("property", "value", "unit", "ref"),
    "claim": ("strategy_class", "agents", "mechanisms", "effects", "polarity", "ref"),
    "statement": ("subject", "relation", "object", "polarity", "ref"),
}


def _curation(decision: Decision, **more: str) -> Curation:
    return Curation(decision.action, decision.who, decision.why, " ".join(decision.words.split()), **more)


def _matches(record: Record, decision: Decision, records: Records) -> bool:
    """Tell whether a record is of the kind, words and fields that a decision names."""
    if record.kind != decision.kind or not _same_words(record, decision.words, records):
        return False
    if any(not _equal(getattr(record, name), value) for name, value in decision.match.items()):
        return False
    return not decision.near or _plain(decision.near) in _plain(_sentences(record, records))


def _forms(record: Record, records: Records) -> tuple[str, str]:
    """Return the words of a record in normal form: as the document reads them, and as its span alone is read, which may cut a formula short."""
    plain = records.document.plain
    start, end = bisect_left(plain.starts, record.start), bisect_left(plain.starts, record.end)
    return " ".join(plain.text[start:end].split()), _plain(record.quote if isinstance(record, Claim) else record.span)


def _same_words(record: Record, words: str, records: Records) -> bool:
    """Tell whether words are those of a record; of a claim or statement, whose ends move with every better reading, a long part will do."""
    ours, theirs = _forms(record, records), _plain(words)
    if theirs in ours or isinstance(record, Measurement):
        return theirs in ours
    shorter, longer = sorted((ours[0], theirs), key=len)
    return len(shorter) >= _SHORTEST_PART and shorter in longer


@lru_cache(maxsize=8192)
def _plain(words: str) -> str:
    """Return words in the normal form of the text, on one line."""
    return re.sub(r"\s+", " ", normalise(words).text).strip()


def _sentences(record: Record, records: Records) -> str:
    """Return the sentence that a record begins in."""
    document = records.document
    starts = [document.plain.starts[sentence.start] for sentence in document.sentences]
    index = bisect_right(starts, record.start) - 1
    return document.words(document.sentences[index].start, document.sentences[index].end) if index >= 0 else ""


def _equal(ours: object, wanted: object) -> bool:
    if wanted == ABSENT:
        return ours is None
    if isinstance(wanted, list) and isinstance(ours, tuple):
        return {_comparable(one) for one in ours} == {_comparable(one) for one in wanted}
    return _comparable(ours) == _comparable(wanted)


def _comparable(value: object) -> object:
    return _plain(value) if isinstance(value, str) else round(value, 9) if isinstance(value, float) else value


def _value(value: object) -> object:
    """Return a value of the file as a record holds it."""
    if isinstance(value, list):
        return tuple(value)
    return None if value == ABSENT else float(value) if isinstance(value, int) else value


def _kept_items(record: Record) -> Record:
    """Return a claim without the items of mechanisms, effects and phases that it no longer lists."""
    if not isinstance(record, Claim):
        return record
    return replace(record, items=tuple(item for item in record.items if item.value in getattr(record, item.field)))


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or ABSENT
    return ABSENT if value in (None, "") else f"{value:.12g}" if isinstance(value, float) else str(value)
