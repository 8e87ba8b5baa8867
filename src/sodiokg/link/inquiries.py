"""What of the graph can be looked up, and what each thing can be asked for by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from sodiokg.errors import UsageError
from sodiokg.graph.links import LINKS, LOOKUPS
from sodiokg.graph.terms import node, sod
from sodiokg.link.outcomes import Inquiry
from sodiokg.model import Reference
from sodiokg.names import GRAPH, ID, substance_iri
from sodiokg.text.bibliography import study_key

__all__ = ["ALL", "cited_studies", "studies", "substances"]

ALL: Final = "all"
_SUBSTANCE: Final = substance_iri("")
_STUDY: Final = f"{ID}study/"
_DOCUMENT: Final = f"{GRAPH}document/"
_LABEL, _FORMULA, _DOI = node("rdfs:label"), sod("formula"), sod("doi")
_OF, _IDENTIFIER, _MATCH = sod("linkOf"), sod("databaseIdentifier"), sod("matchKind")


def substances(quads: Iterable[Quad], names: Sequence[str] = ()) -> list[Inquiry]:
    """Return what to ask about the substances called so, by key, label or formula; those that texts name, without any, sorted by key.

    Raises UsageError for a name that no substance has.
    """
    told = list(quads)
    labels, formulas = _texts(told, _LABEL), _texts(told, _FORMULA)
    ours = {iri for iri in labels if iri.startswith(_SUBSTANCE)}
    wanted = _named(names, ours, labels, formulas) if names else ours & _in_texts(told)
    links = _identifiers(told)
    return [_inquiry(iri, labels, formulas, links.get(iri, ())) for iri in sorted(wanted)]


def studies(quads: Iterable[Quad]) -> list[Inquiry]:
    """Return what to ask about the studies whose DOI the graph has, sorted by key."""
    told = list(quads)
    labels, dois = _texts(told, _LABEL), _texts(told, _DOI)
    return [
        Inquiry(iri, iri.removeprefix(_STUDY), min(labels.get(iri, {iri})), doi=min(found))
        for iri, found in sorted(dois.items())
        if iri.startswith(_STUDY)
    ]


def cited_studies(references: Iterable[Reference], accepted: Mapping[int, str]) -> Iterator[Inquiry]:
    """Yield what to ask about the studies of references that print a DOI, or for which one was accepted (by number)."""
    for reference in references:
        if doi := reference.doi or accepted.get(reference.number, ""):
            key = study_key(reference)
            yield Inquiry(_STUDY + key, key, reference.label, doi=doi.lower())


def _inquiry(iri: str, labels: Mapping[str, set[str]], formulas: Mapping[str, set[str]], links: Iterable[str]) -> Inquiry:
    known = sorted(links)
    return Inquiry(
        iri,
        iri.removeprefix(_SUBSTANCE),
        min(labels[iri]),
        min(formulas.get(iri, {""})),
        tuple(link.removeprefix("CAS:") for link in known if link.startswith("CAS:")),
        tuple(link.removeprefix("INCHIKEY:") for link in known if link.startswith("INCHIKEY:")),
    )


def _texts(quads: Iterable[Quad], predicate: NamedNode) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for quad in quads:
        if quad.predicate == predicate and isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
            found[quad.subject.value].add(quad.object.value)
    return found


def _in_texts(quads: Iterable[Quad]) -> set[str]:
    return {
        quad.object.value
        for quad in quads
        if isinstance(quad.object, NamedNode) and str(getattr(quad.graph_name, "value", "")).startswith(_DOCUMENT)
    }


def _named(
    names: Sequence[str], ours: set[str], labels: Mapping[str, set[str]], formulas: Mapping[str, set[str]]
) -> Iterator[str]:
    """Yield the substances of each name; all of them where one name is "all"."""
    if ALL in names:
        yield from ours
        return
    called: dict[str, set[str]] = defaultdict(set)
    for iri in ours:
        for name in {iri.removeprefix(_SUBSTANCE), *labels[iri], *formulas.get(iri, ())}:
            called[name.casefold()].add(iri)
    for name in names:
        if name.casefold() not in called:
            near = get_close_matches(name.casefold(), called, 3)
            mend = f"did you mean {', '.join(near)}?" if near else "sodiokg search finds its key"
            raise UsageError(f"no substance is called {name!r}", mend=mend)
        yield from called[name.casefold()]


def _identifiers(quads: Iterable[Quad]) -> dict[str, set[str]]:
    """Return the identifiers that each substance is linked with, but for those that are only related."""
    told: dict[object, dict[NamedNode, object]] = defaultdict(dict)
    for quad in quads:
        if quad.graph_name in (LINKS, LOOKUPS):
            told[quad.subject][quad.predicate] = quad.object
    found: dict[str, set[str]] = defaultdict(set)
    for link in told.values():
        about, identifier, match = (link.get(name) for name in (_OF, _IDENTIFIER, _MATCH))
        if isinstance(about, NamedNode) and isinstance(identifier, Literal) and match != Literal("related"):
            found[about.value].add(identifier.value)
    return found
