"""Read a curation file: what a person decided on the records of one text, each decision with who and why.

A text ``paper.md`` has its file beside it, ``paper.curation.toml``. A decision finds its record by content, never by offset, so that it
outlives a new extraction::

    [[reject]]
    who = "J. Park"
    why = "the scale bar of a figure, no thickness"
    match = { kind = "measurement", span = "10 µm", near = "scale bar" }

    [[amend]]
    who = "J. Park"
    why = "the current density of the symmetric cell"
    match = { kind = "measurement", span = "0.5 mA", ref = [23] }
    set = { property = "current_density", unit = "mA/cm2", conditions = ["80 °C"] }

`match` names the kind and the span of a measurement or statement, or words of a claim's quote; `near` (words of its sentence) and any field of
the exchange format narrow it. `set` gives fields their new values; "none" empties one that may be absent.
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, get_args

from sodiokg.errors import SourceError
from sodiokg.extract.lexicon import load_lexicon
from sodiokg.model import Claim, Measurement, Statement
from sodiokg.names import UNITS
from sodiokg.text.sources import read_text

__all__ = ["ABSENT", "Decision", "curation_file", "read_decisions"]

ABSENT: Final = "none"
Action = Literal["accept", "reject", "amend"]
_ACTIONS: Final[tuple[Action, ...]] = get_args(Action)
_KINDS: Final = {"measurement": Measurement, "claim": Claim, "statement": Statement}
_WORDS: Final = {"measurement": "span", "claim": "quote", "statement": "span"}
# What names a record or its place; a decision cannot change it.
_FIXED: Final = frozenset({"id", "doc", "start", "end", "span", "quote", "kind", "section", "items", "qualitative"})
_NUMBERS: Final = frozenset({"value", "value_max"})
_MAY_BE_ABSENT: Final = frozenset({"value_max", "phase", "between", "study", "battery_type"})
_LISTS: Final = frozenset({"conditions", "strategy_class", "agents", "phases_formed", "mechanisms", "effects", "evidence"})
_CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "polarity": ("asserted", "negated", "hypothesised", "open_question"),
    "attribution": ("own_result", "own_statement", "reported", "listed"),
    "comparator": ("=", "<", ">", "<=", ">=", "~", "max", "min"),
    "phase": ("before", "after"),
    "between": ("treatment", "cycling", "other"),
    "role": ("result", "condition"),
    "substrate_class": ("BASE", "NASICON", "carbon", "metal", "MXene", "alloy", "other"),
    "cell": ("symmetric", "half", "full"),
    "unit": tuple(UNITS),
}
# Fields whose values are keys of the ontology, with the class that they are of.
_CONCEPTS: Final = {
    "property": "Measurement",
    "battery_type": "BatteryType",
    "strategy_class": "Strategy",
    "mechanisms": "Mechanism",
    "effects": "Effect",
    "evidence": "EvidenceKind",
    "relation": "Relation",
}


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of a curation file; `match` holds fields of the record beside kind, words and `near`, `amended` the new values."""

    action: Action
    kind: str
    words: str
    near: str
    match: Mapping[str, Any]
    amended: Mapping[str, Any]
    who: str
    why: str


def curation_file(path: str | Path) -> Path:
    """Return where the curation file of a text lies, whether there is one or not.

    >>> curation_file("texts/paper.md").as_posix()
    'texts/paper.curation.toml'
    """
    return Path(path).with_suffix(".curation.toml")


def read_decisions(path: Path) -> list[Decision]:
    """Return the decisions of a curation file; raises SourceError with file and entry where it is not as it should be."""
    try:
        table = tomllib.loads(read_text(path))
    except tomllib.TOMLDecodeError as error:
        raise SourceError(f"this is no TOML: {error}", where=str(path)) from error
    _only(table, _ACTIONS, str(path), "an action")
    found = []
    for action in _ACTIONS:
        entries = table.get(action, [])
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            raise SourceError(f"{action!r} has to be a list of tables", where=str(path), mend=f"begin each with [[{action}]]")
        found += [_decision(action, entry, f"{path}: {action} {number}") for number, entry in enumerate(entries, 1)]
    return found


def _decision(action: Action, entry: Mapping[str, Any], where: str) -> Decision:
    _only(entry, ("who", "why", "match", *(["set"] if action == "amend" else [])), where, "a part of this entry")
    who, why = (_text(entry, name, where) for name in ("who", "why"))
    match = _table(entry, "match", where)
    kind = _text(match, "kind", where)
    if kind not in _KINDS:
        raise SourceError(f"{kind!r} is no kind of record", where=where, mend=f"kinds: {', '.join(_KINDS)}")
    known = {field.name for field in fields(_KINDS[kind])}
    _only(
        match, sorted(known - _FIXED - {"conditions"} | {"kind", "near", "section", _WORDS[kind]}), where, f"a field of a {kind}"
    )
    rest = {name: value for name, value in match.items() if name not in ("kind", "near", _WORDS[kind])}
    amended = _table(entry, "set", where) if action == "amend" else {}
    _only(amended, sorted(known - _FIXED), where, f"a field of a {kind} that can be set")
    for name, value in {**rest, **amended}.items():
        _check(name, value, where)
    near = _text(match, "near", where) if "near" in match else ""
    return Decision(action, kind, _text(match, _WORDS[kind], where), near, rest, amended, who, why)


def _only(table: Mapping[str, Any], known: Iterable[str], where: str, what: str) -> None:
    for name in table:
        if name not in (names := list(known)):
            raise SourceError(f"{name!r} is not {what}", where=where, mend=_hint(name, names))


def _hint(name: str, known: list[str]) -> str:
    close = difflib.get_close_matches(name, known, 1)
    return f"did you mean {close[0]}?" if close else f"known: {', '.join(known)}"


def _text(table: Mapping[str, Any], name: str, where: str) -> str:
    value = table.get(name)
    if not isinstance(value, str) or not value.strip():
        raise SourceError(f"{name!r} is missing; it has to be a text", where=where, mend="each entry has who, why and match")
    return value


def _table(entry: Mapping[str, Any], name: str, where: str) -> dict[str, Any]:
    value = entry.get(name)
    if not isinstance(value, dict) or not value:
        raise SourceError(f"{name!r} is missing; it has to be a table", where=where, mend=f"such as {name} = {{ ... }}")
    return value


def _check(name: str, value: object, where: str) -> None:
    """Raise SourceError for a value that the field cannot have."""
    if value == ABSENT and name in _MAY_BE_ABSENT:
        return
    if name in _NUMBERS:
        fits, wanted = isinstance(value, int | float) and not isinstance(value, bool), "a number"
    elif name == "ref":
        fits, wanted = isinstance(value, list) and all(type(one) is int for one in value), "a list of citation numbers"
    elif name in _LISTS:
        fits, wanted = isinstance(value, list) and all(isinstance(one, str) for one in value), "a list of texts"
    else:
        fits, wanted = isinstance(value, str), "a text"
    if not fits:
        raise SourceError(f"{name!r} is {value!r}, {wanted} is wanted", where=where)
    for one in value if isinstance(value, list) else [value]:
        if (keys := _keys(name)) and one not in keys:
            raise SourceError(f"{one!r} is no {name.replace('_', ' ')}", where=where, mend=_hint(str(one), sorted(keys)))


def _keys(name: str) -> frozenset[str]:
    """Return the values that a field is limited to, none where it is free."""
    return (
        frozenset(_CHOICES[name])
        if name in _CHOICES
        else frozenset(_concepts(_CONCEPTS[name]))
        if name in _CONCEPTS
        else frozenset()
    )


@cache
def _concepts(kind: str) -> tuple[str, ...]:
    lexicon = load_lexicon()
    keys = tuple(key for iri, key in lexicon.keys.items() if lexicon.is_a(iri, kind))
    return (*keys, "other") if kind == "Measurement" else keys
