"""Gold records: JSON lines in the exchange format, checked on the way in, and the sources that they name."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sodiokg.errors import SourceError, UsageError
from sodiokg.text.sources import ENDINGS, read_text

__all__ = ["KINDS", "Entry", "entry_of", "find_sources", "read_gold"]

KINDS: Final = ("measurement", "claim")
_NUMBER: Final = (int, float, type(None))
_LIST: Final = (list, type(None))
_TEXT: Final = (str, type(None))
# What the scoring reads of a record, with the types that it may have; the first group has to be there.
_NEEDED: Final[Mapping[str, Mapping[str, tuple[type, ...]]]] = {
    "measurement": {"id": (str, int), "start": (int,), "end": (int,), "property": (str,), "value": _NUMBER, "unit": _TEXT},
    "claim": {"id": (str, int), "start": (int,), "end": (int,), "polarity": (str,)},
}
_OPTIONAL: Final[Mapping[str, Mapping[str, tuple[type, ...]]]] = {
    "measurement": {
        "value_max": _NUMBER,
        "comparator": _TEXT,
        "phase": _TEXT,
        "ref": _LIST,
        "conditions": _LIST,
        "span": _TEXT,
    },
    "claim": {
        "battery_type": _TEXT,
        "substrate_class": _TEXT,
        "quote": _TEXT,
        **dict.fromkeys(("ref", "strategy_class", "agents", "phases_formed", "mechanisms", "effects"), _LIST),
    },
}


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One record of the gold or of a reading; `where` is the file and line that a gold record stands in."""

    kind: str
    doc: str
    id: str
    start: int
    end: int
    fields: Mapping[str, Any]
    where: str = ""

    @property
    def words(self) -> str:
        """Return the words that the record was read from."""
        return str(self.fields.get("span") or self.fields.get("quote") or "")

    def several(self, field: str) -> list[Any]:
        """Return a field of several values, [] where the record has none."""
        return list(self.fields.get(field) or [])


def entry_of(row: Mapping[str, Any], where: str = "") -> Entry:
    """Return the record that a row of the exchange format holds."""
    return Entry(row["kind"], str(row["doc"]), str(row["id"]), row["start"], row["end"], row, where)


def read_gold(paths: Iterable[Path], documents: Sequence[str]) -> list[Entry]:
    """Return the gold records of some files, of any kinds and documents; one without `doc` is of the only document there is.

    Raises SourceError, with file and line, for a line that is no JSON object, lacks a field or has one of the wrong type, repeats an
    id, or names a document that is not among `documents`, and for a file that cannot be read.
    """
    entries: list[Entry] = []
    seen: dict[tuple[str, str, str], str] = {}
    for path in paths:
        for number, line in enumerate(read_text(path).split("\n"), 1):
            if line.strip():
                entry = _entry(line, f"{path}:{number}", documents)
                if other := seen.setdefault((entry.kind, entry.doc, entry.id), entry.where):
                    _refuse_twin(entry, other)
                entries.append(entry)
    return entries


def _refuse_twin(entry: Entry, first: str) -> None:
    if first != entry.where:
        what = f"the {entry.kind} {entry.id!r} of {entry.doc} stands at {first} already"
        raise SourceError(what, where=entry.where, mend="give every record of a document an id of its own")


def _entry(line: str, where: str, documents: Sequence[str]) -> Entry:
    row = _row(line, where)
    kind = _kind(row, where)
    _check(row, kind, where)
    if row.get("doc") in (None, ""):
        if len(documents) != 1:
            raise SourceError(
                "the record does not say which document it is of", where=where, mend='add: "doc": "the source\'s name"'
            )
        row["doc"] = documents[0]
    if str(row["doc"]) not in documents:
        mend = f"the sources given are: {_some(documents)}"
        raise SourceError(f"no source is called {row['doc']!r}", where=where, mend=mend)
    return entry_of({**row, "kind": kind}, where)


def _row(line: str, where: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        column = f":{error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        reason = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
        raise SourceError(f"this is no JSON: {reason}", where=where + column, mend="one JSON object a line") from error
    except RecursionError as error:
        raise SourceError("this is nested too deep to be a record", where=where) from error
    if not isinstance(row, dict):
        raise SourceError(
            "a gold record is a JSON object", where=where, mend='such as {"kind": "measurement", "doc": "paper", ...}'
        )
    return row


def _kind(row: Mapping[str, Any], where: str) -> str:
    kind = row.get("kind") or ("measurement" if "property" in row else "claim" if "polarity" in row else None)
    if kind not in KINDS:
        what = (
            f"{kind!r} is not a kind that is scored"
            if kind
            else "neither a measurement nor a claim: no kind, property or polarity"
        )
        raise SourceError(what, where=where, mend=f"kinds: {', '.join(KINDS)}")
    return str(kind)


def _check(row: Mapping[str, Any], kind: str, where: str) -> None:
    for field in _NEEDED[kind]:
        if field not in row:
            raise SourceError(f"the {kind} has no {field!r}", where=where, mend=f"it needs: {', '.join(_NEEDED[kind])}")
    for field, kinds in {**_NEEDED[kind], **_OPTIONAL[kind]}.items():
        value = row.get(field)
        if field in row and (not isinstance(value, kinds) or isinstance(value, bool)):
            raise SourceError(
                f"{field!r} is {json.dumps(value, ensure_ascii=False)[:60]}, {_wanted(kinds)} is wanted", where=where
            )
    if not 0 <= row["start"] < row["end"]:
        raise SourceError(f"the record has no length: start {row['start']}, end {row['end']}", where=where)


def _wanted(kinds: tuple[type, ...]) -> str:
    if list in kinds:
        return "a list"
    if float in kinds:
        return "a number or null"
    return "a whole number" if kinds == (int,) else "a text"


def find_sources(places: Sequence[Path]) -> dict[str, Path]:
    """Return the source files by the name of their document; a folder stands for the texts in it.

    Raises UsageError where two files have one name, SourceError for a folder without texts.
    """
    found: dict[str, Path] = {}
    for place in places:
        for path in _texts(place) if place.is_dir() else [place]:
            other = found.setdefault(path.stem, path)
            if other != path:
                mend = "name the one that the gold was made from"
                raise UsageError(f"two sources are called {path.stem}", where=f"{other}, {path}", mend=mend)
    return found


def _texts(folder: Path) -> list[Path]:
    texts = [path for path in sorted(folder.iterdir()) if path.suffix.lower() in ENDINGS and path.is_file()]
    if not texts:
        raise SourceError(f"no {' or '.join(ENDINGS)} file is in this folder", where=str(folder))
    return texts


def _some(names: Sequence[str], most: int = 6) -> str:
    return ", ".join(names[:most]) + (" ..." if len(names) > most else "")
