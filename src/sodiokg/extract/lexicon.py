"""The lexicon as the extractor uses it: concepts with their keys, cue phrases and the names of materials.

It is read from ``ontology/sodiokg.ttl`` (keys, kinds, labels, formulas) and ``ontology/lexicon*.ttl`` (further labels, abbreviations, cues), so
that a new mechanism or host needs no Python.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

import pyoxigraph as ox

from sodiokg.errors import OntologyError
from sodiokg.extract.cues import Cue, Hit, Matcher, words_of
from sodiokg.extract.formulas import ELEMENTS
from sodiokg.extract.naming import Name, NameIndex, index_names
from sodiokg.names import LEX, PREFIXES, SOD, data_folder

__all__ = ["Lexicon", "load_lexicon", "read_lexicon"]

_RDF_TYPE = PREFIXES["rdf"] + "type"
_SUBCLASS = PREFIXES["rdfs"] + "subClassOf"
_LABEL = PREFIXES["rdfs"] + "label"
_NOTATION = PREFIXES["skos"] + "notation"
# Classes are no materials, and a nonmetal is named in texts as a dopant, a functional group or a cathode, never as a material brought in.
_NAMELESS = {PREFIXES["owl"] + "Class", SOD + "Nonmetal"}
_EXACT = (SOD + "formula", LEX + "abbreviation")
_CLASS = re.compile(r"@\w+")
_HINT = "?"
_REASONS = frozenset({"reason", "outcome"})
_PARTED = re.compile(r"[();]")
_BRACKETED = re.compile(r"\([^()]*\)")
_REASON_REACH = 110  # characters, about fifteen words
FIELDS = ("Mechanism", "Effect", "Strategy", "BatteryType", "Cell", "EvidenceKind", "Measurement")


@dataclass(frozen=True)
class Lexicon:
    """Concepts by IRI: keys, superclasses, cues and names."""

    keys: Mapping[str, str]
    kinds: Mapping[str, frozenset[str]]
    cues: Mapping[str, tuple[str, ...]]
    names: tuple[Name, ...]
    titles: Mapping[str, str]
    shows: Mapping[str, str] = field(default_factory=dict)
    shows_by_falling: Mapping[str, str] = field(default_factory=dict)
    bounds: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    families: Mapping[str, frozenset[str]] = field(default_factory=dict)
    hints: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def key(self, iri: str) -> str:
        """Return the exchange-format key of a concept, its local name where it has none."""
        return self.keys.get(iri) or iri.rsplit("#")[-1].rsplit("/")[-1]

    def title(self, iri: str) -> str:
        """Return how records write a material: its formula, else its label."""
        return self.titles.get(iri) or self.key(iri)

    def is_a(self, iri: str, kind: str) -> bool:
        """Tell whether a concept is of the class ``sod:<kind>``, by type or subclass."""
        return SOD + kind in self.kinds.get(iri, frozenset())

    @cached_property
    def fields(self) -> Mapping[str, str]:
        """Map the key of each concept that has cues to the field it fills: Mechanism, Effect, ... or the namespace-local name."""
        return {self.key(iri): next((f for f in FIELDS if self.is_a(iri, f)), "") for iri in self.cues}

    @cached_property
    def index(self) -> NameIndex:
        """Return the names indexed for look-up."""
        return index_names(self.names)

    @cached_property
    def matcher(self) -> Matcher:
        """Return the compiled matcher of all cues.

        Raises OntologyError for a cue that cannot be read.
        """
        try:
            cues = [
                Cue.parse(self.key(iri), pattern)
                for iri, patterns in self.cues.items()
                if self.key(iri) not in _REASONS
                for pattern in patterns
            ]
            hints = [Cue.parse(self.key(iri) + _HINT, pattern) for iri, patterns in self.hints.items() for pattern in patterns]
            return Matcher([*cues, *hints])
        except ValueError as error:
            raise OntologyError(str(error), where="ontology/lexicon.ttl", mend="write cues as its header says") from error

    @cached_property
    def reasons(self) -> Matcher:
        """Return the compiled matcher of what bears out a hint, which is asked for in the few sentences that have one."""
        return Matcher(Cue.parse(key, pattern) for key in sorted(_REASONS) for pattern in self.cues.get(LEX + key, ()))

    def hits(self, text: str, start: int, end: int) -> list[Hit]:
        """Return the cues found in one sentence ``text[start:end]``; a hint is one where the sentence gives a reason beside it."""
        words = words_of(text, start, end)
        found = self.matcher.find(words)
        hints = [hit for hit in found if hit.key[-1] == _HINT]
        if not hints:
            return found
        reasons = self.reasons.find(words)
        told = {hit for hit in found if hit.key[-1] != _HINT}
        told.update(hit._replace(key=hit.key[:-1]) for hit in hints if any(_bears_out(text, reason, hit) for reason in reasons))
        return sorted(told, key=lambda hit: (hit.start, hit.end, hit.key))


def _bears_out(text: str, reason: Hit, hint: Hit) -> bool:
    """Tell whether a hint is what a reason names, or brings about an outcome, on the same side of any bracket."""
    left, right = (reason, hint) if reason.key == "reason" else (hint, reason)
    gap = _BRACKETED.sub("", text[left.end : right.start])
    return left.end <= right.start and len(gap) <= _REASON_REACH and not _PARTED.search(gap)


def _triples(path: Path) -> Iterator[tuple[str, str, str]]:
    try:
        for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
            if isinstance(quad.subject, ox.NamedNode) and not isinstance(quad.object, (ox.BlankNode, ox.Triple)):
                yield quad.subject.value, quad.predicate.value, quad.object.value
    except SyntaxError as error:
        raise OntologyError(
            f"malformed Turtle: {error.msg}", where=f"{path}:{error.lineno}:{error.offset}", mend="mend that line"
        ) from error


def _closure(parents: Mapping[str, set[str]], iri: str) -> frozenset[str]:
    seen: set[str] = set()
    todo = [iri]
    while todo:
        for parent in parents.get(todo.pop(), ()):
            if parent not in seen:
                seen.add(parent)
                todo.append(parent)
    return frozenset(seen)


def read_lexicon(files: Iterable[Path]) -> Lexicon:
    """Read ontology and lexicon files into one lexicon.

    Raises OntologyError with file, line and column for malformed Turtle.
    """
    values: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for path in files:
        for subject, predicate, value in _triples(path):
            values[predicate][subject].append(value)
    parents = {
        iri: {*values[_RDF_TYPE].get(iri, ()), *values[_SUBCLASS].get(iri, ())}
        for iri in [*values[_RDF_TYPE], *values[_SUBCLASS]]
    }
    kinds = {iri: _closure(parents, iri) | {iri} for iri in parents}
    return Lexicon(
        keys={iri: notations[0] for iri, notations in values[_NOTATION].items()},
        kinds=kinds,
        shows=_pairs(values, "shows"),
        shows_by_falling=_pairs(values, "showsByFalling"),
        bounds=_bounds(values),
        families={iri: frozenset(found[0].split()) for iri, found in values[LEX + "elements"].items()},
        cues=_cues(values, "cue"),
        hints=_cues(values, "hint"),
        names=_names(values, kinds),
        titles={
            iri: _spellings(found[0])[0]
            for predicate in (_LABEL, SOD + "formula", LEX + "title")
            for iri, found in values[predicate].items()
        },
    )


def _cues(values: Mapping[str, Mapping[str, Sequence[str]]], predicate: str) -> dict[str, tuple[str, ...]]:
    """Return the cues or hints by concept, each class of words that they name written out.

    Raises OntologyError for a class that has no words.
    """
    classes = {"@" + iri.removeprefix(LEX): found[0] for iri, found in values[LEX + "words"].items()}

    def spell(name: re.Match[str]) -> str:
        if name[0] not in classes:
            raise OntologyError(f"no words for {name[0]!r} in a cue", where="ontology/lexicon.ttl", mend="give it lex:words")
        return classes[name[0]]

    return {iri: tuple(_CLASS.sub(spell, cue) for cue in cues) for iri, cues in sorted(values[LEX + predicate].items())}


def _pairs(values: Mapping[str, Mapping[str, Sequence[str]]], predicate: str) -> dict[str, str]:
    """Return the keys of the quantity and of the effect that its results show."""
    keys = values[_NOTATION]
    return {keys[iri][0]: keys[found[0]][0] for iri, found in values[LEX + predicate].items()}


def _bounds(values: Mapping[str, Mapping[str, Sequence[str]]]) -> dict[str, tuple[float, float]]:
    """Return the keys of the quantities of which only results from the one value on, or below the other, show something."""
    lows, highs = values[LEX + "from"], values[LEX + "upTo"]
    return {
        values[_NOTATION][iri][0]: (float(lows.get(iri, ["-inf"])[0]), float(highs.get(iri, ["inf"])[0]))
        for iri in {**lows, **highs}
    }


def _names(values: Mapping[str, Mapping[str, Sequence[str]]], kinds: Mapping[str, frozenset[str]]) -> tuple[Name, ...]:
    """Return every way to write a substance, element symbols left to the formula reader; formulas and abbreviations count as spelt."""
    found = {
        Name(part, predicate in _EXACT, iri)
        for predicate in (_LABEL, LEX + "label", *_EXACT)
        for iri, texts in values[predicate].items()
        if SOD + "Substance" in kinds.get(iri, ()) and not _NAMELESS & {*values[_RDF_TYPE].get(iri, ())}
        for text in texts
        for part in _spellings(text)
        if part not in ELEMENTS
    }
    return tuple(sorted(found, key=lambda name: (name.iri, name.text, name.exact)))


def _spellings(label: str) -> tuple[str, ...]:
    """Return the spellings that a label gives: "hard carbon (HC)" is read as the words before the bracket."""
    return (label.split(" (")[0],)


@cache
def load_lexicon() -> Lexicon:
    """Return the lexicon that ships, read once."""
    folder = data_folder() / "ontology"
    return read_lexicon([folder / "sodiokg.ttl", *sorted(folder.glob("lexicon*.ttl"))])
