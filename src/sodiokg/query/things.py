"""The things that a graph knows by name, and which of them a person means.

A name is a key, a label, a formula, an abbreviation, a title or a DOI, in any typography; a study goes by its reference number as well.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final

from sodiokg.errors import UsageError
from sodiokg.names import ID, LEX, PREFIXES, SOD, slug
from sodiokg.query.guard import add_prefixes
from sodiokg.query.wording import did_you_mean
from sodiokg.text.normal import normalise

__all__ = ["Thing", "folded", "meant", "plain", "things"]

Ask = Callable[[str], dict[str, Any]]
# What a thing is called, told and titled. An individual stands for itself, a class for its kinds and members too.
_TEXTS: Final = """SELECT DISTINCT ?thing ?as ?text {
  VALUES (?property ?as) {
    (skos:notation "key") (rdfs:label "label") (sod:formula "formula") (skos:definition "definition") (skos:scopeNote "note")
    (dcterms:title "title") (sod:doi "DOI") (sod:author "author")
  }
  { VALUES ?g { graph:ontology graph:shared graph:catalogue } } UNION { GRAPH graph:catalogue { ?g a sod:AssertionGraph } }
  GRAPH ?g { ?thing ?property ?text }
}"""
_KINDS: Final = """SELECT DISTINCT ?thing ?top {
  {
    VALUES ?top {
      sod:AlloyPhase sod:BatteryType sod:Cell sod:Effect sod:EvidenceKind sod:Matter sod:Measurement sod:Mechanism sod:Outcome sod:Precondition
      sod:SourceDocument sod:Strategy sod:Study sod:Unit sod:UnresolvedMaterial
    }
    { GRAPH graph:ontology { ?thing rdfs:subClassOf* ?top } } UNION {
      VALUES ?g { graph:ontology graph:shared }
      GRAPH ?g { ?thing a ?class }
      GRAPH graph:ontology { ?class rdfs:subClassOf* ?top }
    }
  } UNION {
    GRAPH graph:ontology { ?thing rdfs:subClassOf ?any }
    BIND ("concept" AS ?top)
  } UNION {
    GRAPH graph:shared { ?thing a ?any }
    BIND ("material" AS ?top)
  } UNION {
    VALUES ?top { sod:Study sod:SourceDocument sod:UnresolvedMaterial }
    { VALUES ?g { graph:shared graph:catalogue } } UNION { GRAPH graph:catalogue { ?g a sod:AssertionGraph } }
    GRAPH ?g { ?thing a ?top }
  }
  FILTER (isIRI(?thing))
}"""
_REFERENCES: Final = """SELECT DISTINCT ?study ?label ?document {
  GRAPH graph:catalogue { ?g a sod:AssertionGraph ; sod:ofDocument ?document }
  GRAPH ?g { ?reference sod:refersTo ?study ; sod:referenceNumber ?number }
  FILTER (?number = %d)
  OPTIONAL { GRAPH graph:shared { ?study rdfs:label ?label } }
}"""
# The first that fits is what a thing is called by kind; a unit is no thing.
_CALLED: Final = {
    "Unit": "",
    "Study": "study",
    "SourceDocument": "document",
    "Measurement": "quantity",
    "Mechanism": "mechanism",
    "Effect": "effect",
    "Outcome": "effect",
    "Strategy": "strategy",
    "AlloyPhase": "phase",
    "Matter": "material",
    "UnresolvedMaterial": "material",
    "material": "material",
    "BatteryType": "battery type",
    "Cell": "cell",
    "EvidenceKind": "evidence",
    "Precondition": "precondition",
    "concept": "concept",
}
_INDIVIDUAL: Final = frozenset({"Study", "SourceDocument", "UnresolvedMaterial"})
_NAMES: Final = frozenset({"key", "label", "name", "formula", "title", "DOI"})
_REFERENCE: Final = re.compile(r"(?:ref:|\[)?(\d{1,6})\]?")
_LABELLED: Final = re.compile(r"(.{1,150}\S) ?\[\d{1,6}\]")
_MARKED: Final = re.compile(r"[^ -~]|[\\$^{}<&*`\[]|_\d")
_GREEK: Final = {"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "″": "''", "′": "'"}
_MOST: Final = 3


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that can be shown: its IRI, kind, key, label and all its texts by what they are."""

    iri: str
    kind: str
    key: str
    label: str
    texts: tuple[tuple[str, str], ...]

    @property
    def names(self) -> Iterator[str]:
        """Yield every name; a label such as "hard carbon (HC)" gives three."""
        yield slug(self.key)
        for what, text in self.texts:
            if what in _NAMES:
                yield text
                if match := re.fullmatch(r"(.+) \(([^()]+)\)", text):
                    yield from match.groups()


@lru_cache(maxsize=16_384)
def plain(text: str) -> str:
    """Return a text in one typography.

    >>> plain("Na₁₅Sn₄"), plain("β″-alumina")
    ('Na15Sn4', "beta''-alumina")
    """
    written = normalise(text).text if _MARKED.search(text) else text
    return " ".join(re.sub("[αβγδ″′]", lambda sign: _GREEK[sign[0]], written).split())


@lru_cache(maxsize=16_384)
def folded(name: str) -> str:
    """Return what a name has in common with its other spellings: its letters and digits, primes as words.

    >>> folded("β″-Alumina") == folded("beta-double-prime-alumina"), folded("Na-K alloy") == folded("Na-K-alloy")
    (True, True)
    """
    spelt = plain(name).casefold().replace("''", "doubleprime").replace("'", "prime")
    return re.sub(r"[^\w.+]|_", "", spelt)


def things(ask: Ask) -> tuple[Thing, ...]:
    """Return all that the graph behind `ask` knows by a name, sorted by key; what the lexicon calls it is among its texts."""
    texts = defaultdict[str, list[tuple[str, str]]](list)
    for row in _rows(ask, _TEXTS):
        texts[row["thing"]].append((row["as"], row["text"]))
    kinds = defaultdict[str, set[str]](set)
    for row in _rows(ask, _KINDS):
        kinds[row["thing"]].add(re.split("[#/]", row["top"])[-1])
    written = _written()
    found = (_thing(iri, tops, [*texts[iri], *written.get(iri, ())]) for iri, tops in kinds.items() if texts.get(iri))
    return tuple(sorted((thing for thing in found if thing.kind), key=lambda thing: (thing.key.casefold(), thing.key, thing.iri)))


def _rows(ask: Ask, sparql: str) -> Iterator[dict[str, str]]:
    for row in ask(add_prefixes(sparql, PREFIXES))["results"]["bindings"]:
        yield {name: value["value"] for name, value in row.items()}


def _thing(iri: str, tops: set[str], texts: list[tuple[str, str]]) -> Thing:
    local = re.split("[#/]", iri)[-1]
    first = dict(sorted(texts, reverse=True))
    kind = next(called for top, called in _CALLED.items() if top in tops and not (top in _INDIVIDUAL and iri.startswith(SOD)))
    label = first.get("title" if kind == "document" else "label", local)
    return Thing(iri, kind, first.get("key", local), label, tuple(sorted(set(texts))))


@cache
def _written() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return by IRI what the lexicon that ships calls things beside their labels, abbreviations of several things among it."""
    from pyoxigraph import Literal, NamedNode

    from sodiokg.graph.store import lexicon_files
    from sodiokg.graph.trig import read_turtle

    names = defaultdict[str, list[tuple[str, str]]](list)
    for path in lexicon_files():
        for quad in read_turtle(path):
            if (
                isinstance(quad.subject, NamedNode)
                and isinstance(quad.object, Literal)
                and quad.predicate.value in {LEX + "label", LEX + "abbreviation", LEX + "title", LEX + "ambiguous"}
            ):
                names[quad.subject.value].append(("name", quad.object.value))
    return {iri: tuple(found) for iri, found in names.items()}


def meant(name: str, known: Iterable[Thing], ask: Ask) -> dict[str, Thing]:
    """Return by key the things that a person means by a name, several where it has several meanings.

    Raises UsageError with near names where there is none, with all keys where there are more than three, and for a reference number
    that stands for different studies in different documents.
    """
    everything = tuple(known)
    if number := _REFERENCE.fullmatch(name.strip()):
        return _cited(int(number[1]), everything, ask)
    label = _LABELLED.fullmatch(name.strip())
    wanted = label[1] if label else name.strip()
    found = _called(wanted, everything)
    if not found:
        raise UsageError(f"nothing is called {name!r}", mend=_near(wanted, everything))
    keys = {thing.key.casefold(): thing for thing in reversed(found)}
    meanings = {thing.key: thing for thing in found if keys[thing.key.casefold()] is thing}
    if len(meanings) > _MOST:
        said = "\n  ".join(f"{slug(thing.key)}  {_title(thing)}" for thing in meanings.values())
        raise UsageError(f"{name!r} fits {len(meanings)}", mend=f"say which by its key:\n  {said}")
    return meanings


def _called(name: str, known: tuple[Thing, ...]) -> list[Thing]:
    """Return what bears a name as it is spelt, else in any spelling."""
    for form in (plain, folded):
        wanted = form(name)
        if wanted and (found := [thing for thing in known if any(form(one) == wanted for one in thing.names)]):
            return found
    return []


def _title(thing: Thing) -> str:
    titles = [text for what, text in thing.texts if what == "title"]
    return ", ".join([thing.label, *titles]) if thing.kind == "study" else f"{thing.label} ({thing.kind})"


def _near(name: str, known: tuple[Thing, ...]) -> str:
    names = {slug(text) for thing in known for text in (thing.key, thing.label.split(" (")[0])}
    return did_you_mean(slug(plain(name)), names - {""}) or f"look for it with: sodiokg search {slug(name) or 'WORDS'}"


def _cited(number: int, known: tuple[Thing, ...], ask: Ask) -> dict[str, Thing]:
    """Return the study of a reference number."""
    places = defaultdict[str, set[str]](set)
    for row in _rows(ask, _REFERENCES % number):
        places[row["study"]].add(row["document"].removeprefix(f"{ID}document/"))
    studies = {thing.key: thing for thing in known if thing.iri in places}
    if not studies:
        raise UsageError(f"no document has a reference [{number}]", mend="look for a study with: sodiokg search AUTHOR")
    if len(studies) > 1:
        said = "\n  ".join(
            f"{slug(study.key)}  {_title(study)} (in {', '.join(sorted(places[study.iri]))})" for study in studies.values()
        )
        raise UsageError(f"[{number}] is another study in another document", mend=f"say which by its key:\n  {said}")
    return studies
