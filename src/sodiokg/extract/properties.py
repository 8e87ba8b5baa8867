"""The lexicon of quantities: which properties a unit can be of, and the cues that decide between them.

Candidates, defaults and cues are read from ``ontology/lexicon-quantities.ttl``, so that a further property or phrase needs no Python.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from sodiokg.errors import OntologyError
from sodiokg.extract.cues import Cue, Matcher
from sodiokg.names import LEX, data_folder

__all__ = ["PropertyLexicon", "load_properties", "read_properties"]


@dataclass(frozen=True, slots=True)
class PropertyLexicon:
    """Candidate entries and the default of each unit, the group of each entry, the property it is read as, and the matcher of all cues."""

    candidates: Mapping[str, frozenset[str]]
    defaults: Mapping[str, str]
    groups: Mapping[str, str]
    properties: Mapping[str, str]
    matcher: Matcher

    def change(self, unit: str) -> str:
        """Return the entry of an amount of change in a unit ("by 20 %"), "" where the lexicon has none."""
        entry = "relative_change" if unit == "%" else "difference"
        return entry if entry in self.groups else ""

    def property_of(self, entry: str) -> str:
        """Return the exchange-format key that an entry is read as."""
        return self.properties.get(entry, entry)


def property_key(iri: str) -> str:
    """Return the exchange-format key of a quantity class.

    >>> property_key("https://w3id.org/sodiokg/ontology#CRate"), property_key("https://w3id.org/sodiokg/ontology#OtherQuantity")
    ('c_rate', 'other')
    """
    local = iri.rsplit("#")[-1].removesuffix("Quantity")
    return re.sub(r"(?<!^)(?=[A-Z])", "_", local).lower()


def read_properties(path: Path) -> PropertyLexicon:
    """Read the lexicon of quantities; raises OntologyError for malformed Turtle or a malformed cue."""
    candidates: dict[str, set[str]] = defaultdict(set)
    single: dict[str, dict[str, str]] = {"defaultFor": {}, "group": {}, "readAs": {}}
    cues: list[Cue] = []
    for entry, predicate, value in _entries(path):
        if predicate == "unit":
            candidates[value].add(entry)
        elif predicate == "quantityCue":
            cues.append(_cue(path, entry, value))
        elif predicate == "defaultFor":
            single[predicate][value] = entry
        elif predicate in single:
            single[predicate][entry] = value
    keys = {entry: property_key(iri) for entry, iri in single["readAs"].items()}
    frozen = {unit: frozenset(entries) for unit, entries in candidates.items()}
    return PropertyLexicon(frozen, single["defaultFor"], single["group"], keys, Matcher(cues))


def _entries(path: Path) -> Iterator[tuple[str, str, str]]:
    try:
        for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal | ox.NamedNode):
                yield property_key(quad.subject.value), quad.predicate.value.removeprefix(LEX), quad.object.value
    except SyntaxError as error:
        raise OntologyError(
            f"malformed Turtle: {error.msg}", where=f"{path}:{error.lineno}:{error.offset}", mend="mend that line"
        ) from error


def _cue(path: Path, entry: str, pattern: str) -> Cue:
    try:
        return Cue.parse(entry, pattern)
    except ValueError as error:
        raise OntologyError(str(error), where=str(path), mend="write cues as the header of lexicon.ttl says") from error


@cache
def load_properties() -> PropertyLexicon:
    """Return the lexicon of quantities that ships, read once."""
    return read_properties(data_folder() / "ontology" / "lexicon-quantities.ttl")
