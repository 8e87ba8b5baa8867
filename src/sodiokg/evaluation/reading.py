"""Read the sources that gold names, score the reading, and say where the two differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sodiokg.evaluation.claims import score_claims
from sodiokg.evaluation.gold import Entry, entry_of, find_sources, read_gold
from sodiokg.evaluation.measurements import score_measurements
from sodiokg.evaluation.scores import Disagreement, Scores
from sodiokg.extract.curation import curated as apply_curation
from sodiokg.extract.records import extract
from sodiokg.model import Records, Source
from sodiokg.text import read_source

__all__ = ["Evaluation", "evaluate"]

_SCORERS: Final = {"measurement": score_measurements, "claim": score_claims}


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores of each kind of record that the gold holds, over the documents that it names."""

    scores: tuple[Scores, ...]
    sources: Mapping[str, Source]
    remarks: tuple[str, ...] = ()

    def place(self, entry: Entry) -> str:
        """Return where a record stands, as file:line:column, both counted from 1 in characters."""
        source = self.sources[entry.doc]
        before = source.text[: entry.start]
        return f"{source.path}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"

    def ordered(self, scores: Scores) -> list[Disagreement]:
        """Return the disagreements by document and place."""
        return sorted(scores.disagreements, key=lambda one: (one.entry.doc, one.entry.start, one.entry.end, one.what))


def evaluate(
    gold: Sequence[Path], sources: Sequence[Path], kind: str | None = None, *, sections: Sequence[str] = (), curated: bool = False
) -> Evaluation:
    """Score the reading of the sources that the gold files name, each read once.

    Only records of one kind or of some sections (and those below them: "3" has "3.1") count where these are given.
    With `curated` the curation file beside each source is applied first; figures of quality are those without.
    Raises SourceError for gold that is wrong, with file and line, or a source that cannot be read; UsageError for sources of one name.
    """
    found = find_sources(sources)
    entries = [one for one in read_gold(gold, sorted(found)) if one.kind == (kind or one.kind) and _is_in(one, sections)]
    texts = {name: read_source(found[name]) for name in sorted({entry.doc for entry in entries})}
    read = _curated if curated else extract
    rows = [entry_of(row) for source in texts.values() for row in read(source).rows()]
    rows = [row for row in rows if _is_in(row, sections)]
    scores = tuple(
        scorer([one for one in entries if one.kind == name], [one for one in rows if one.kind == name])
        for name, scorer in _SCORERS.items()
        if any(one.kind == name for one in entries)
    )
    return Evaluation(scores, texts, (*_misplaced(entries, texts), *_beyond(entries, rows)))


def _curated(source: Source) -> Records:
    return apply_curation(extract(source))


def _is_in(entry: Entry, sections: Sequence[str]) -> bool:
    here = str(entry.fields.get("section") or "")
    return not sections or any(here == section or here.startswith(f"{section}.") for section in sections)


def _misplaced(entries: Sequence[Entry], texts: Mapping[str, Source]) -> tuple[str, ...]:
    """Return a remark where gold does not stand where it says, since its figures then mean little."""
    wrong = [entry for entry in entries if entry.words and texts[entry.doc].text[entry.start : entry.end] != entry.words]
    if not wrong:
        return ()
    number = f"{len(wrong)} of {len(entries)} gold records do" if len(wrong) > 1 else "a gold record does"
    return (f"{number} not stand in the source where it says, the first at {wrong[0].where}: has the text changed since?",)


def _beyond(entries: Sequence[Entry], rows: Sequence[Entry]) -> tuple[str, ...]:
    """Return a remark where the gold has whole sections of a document only, since all that is read elsewhere counts as spurious."""
    named = {entry.doc: {_section(one) for one in entries if one.doc == entry.doc} for entry in entries}
    partial = {doc: sections for doc, sections in named.items() if "" not in sections}
    outside = [row for row in rows if row.kind != "statement" and row.doc in partial and _section(row) not in partial[row.doc]]
    if not outside:
        return ()
    where = ", ".join(dict.fromkeys(_section(row) or "none" for row in outside))
    return (
        f"{len(outside)} records stand in sections that the gold says nothing of ({where}) and count as spurious; "
        "leave them out with --section NAME, once for each section of the gold",
    )


def _section(entry: Entry) -> str:
    return str(entry.fields.get("section") or "")
