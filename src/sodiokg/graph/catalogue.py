"""The catalogue graph: one resource per document and per named graph, with the activity that made it.

Nothing in it depends on the clock or the machine: an activity is named by what went into it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from sodiokg import __version__
from sodiokg.errors import OntologyError, SourceError
from sodiokg.graph.assertions import graph_of
from sodiokg.graph.places import document_iri
from sodiokg.graph.store import ontology_quads
from sodiokg.graph.terms import Triple, describe, in_graph, node, sod, text
from sodiokg.graph.trig import read_turtle
from sodiokg.model import Source
from sodiokg.names import ID, content_hash, data_folder, graph_iri
from sodiokg.text.language import ENGLISH

__all__ = ["CATALOGUE", "described", "documents", "quads_of", "shipped_folder", "shipped_sources"]

CATALOGUE = node(graph_iri("catalogue"))
_RESTATES, _TITLE, _OF = sod("restates"), node("dcterms:title"), sod("ofDocument")
_DISTRIBUTION = NamedNode("http://www.w3.org/ns/dcat#Distribution")
_CHECKSUM = NamedNode("http://spdx.org/rdf/terms#checksumValue")


def shipped_folder() -> Path:
    """Return the folder of the sources that ship."""
    return data_folder() / "graph" / "sources"


def shipped_sources() -> list[Path]:
    """Return the texts that the shipped catalogue lists, sorted by name; each of its files is there and as it was catalogued.

    Raises SourceError for a listed file that is missing or whose SHA-256 is another, OntologyError for a catalogue without texts.
    """
    quads = described()
    sums = {quad.subject: quad.object.value for quad in quads if quad.predicate == _CHECKSUM and isinstance(quad.object, Literal)}
    files = [quad.subject for quad in quads if quad.object == _DISTRIBUTION and isinstance(quad.subject, NamedNode)]
    paths = [_as_catalogued(iri.value, sums.get(NamedNode(f"{iri.value}#sha256"), "")) for iri in files]
    texts = sorted(path for path in paths if path.suffix in {".md", ".txt"})
    if not texts:
        raise OntologyError("the catalogue of sources lists no text", where=str(shipped_folder() / "catalogue.ttl"))
    return texts


def _as_catalogued(iri: str, expected: str) -> Path:
    path = shipped_folder() / iri.removeprefix(f"{ID}document/")
    try:
        found = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        what = f"a source that the catalogue lists cannot be read: {(error.strerror or str(error)).lower()}"
        raise SourceError(what, where=str(path), mend="restore the file, or install sodiokg again") from error
    if found != expected.lower():
        what = f"the source is not the one that was catalogued: its SHA-256 is {found}, the catalogue has {expected or 'none'}"
        mend = "restore it; where the change is meant, write its new SHA-256 and size into catalogue.ttl beside it"
        raise SourceError(what, where=str(path), mend=mend)
    return path


def described() -> list[Quad]:
    """Return what the shipped catalogue says of documents; raises OntologyError with line and column where it is damaged."""
    return read_turtle(shipped_folder() / "catalogue.ttl")


def document_triples(source: Source, listed: Iterable[Quad] = (), languages: Sequence[str] = ()) -> Iterator[Triple]:
    """Yield a document, its two graphs and the activity that made them; title and what it restates come from a catalogue.

    The languages of a text are told where it is not all in English.
    """
    document = node(document_iri(source.name))
    told = list(listed)
    titles = [quad.object for quad in told if quad.subject == document and quad.predicate == _TITLE]
    restated = [quad.object for quad in told if quad.subject == document and quad.predicate == _RESTATES]
    title = titles[0] if titles and isinstance(titles[0], Literal) else text(_heading(source))
    ontology = _ontology_version()
    activity = node(f"{ID}activity/{content_hash(source.sha256, __version__, ontology, *source.bibliography)}")
    yield from describe(
        document,
        ("rdf:type", sod("SourceDocument")),
        ("rdfs:label", text(source.name)),
        ("dcterms:title", title),
        ("sod:sha256", text(source.sha256)),
        ("dcterms:language", [text(tag) for tag in languages if set(languages) != {ENGLISH}]),
        ("sod:restates", [value for value in restated if isinstance(value, NamedNode)]),
    )
    yield from describe(
        activity,
        ("rdf:type", [node("prov:Activity"), sod("Extraction")]),
        ("prov:used", document),
        ("sod:softwareVersion", text(__version__)),
        ("sod:ontologyVersion", text(ontology)),
    )
    for part, kind in (("assertions", "AssertionGraph"), ("facts", "FactGraph")):
        yield from describe(
            graph_of(source.name, part),
            ("rdf:type", sod(kind)),
            ("sod:ofDocument", document),
            ("prov:wasGeneratedBy", activity),
        )
    for value in restated:
        yield from _restated(value, told)


def _restated(document: object, told: list[Quad]) -> Iterator[Triple]:
    """Yield what the catalogue says of a document that is restated and not shipped itself."""
    if isinstance(document, NamedNode):
        titles = [quad.object for quad in told if quad.subject == document and quad.predicate == _TITLE]
        yield from describe(
            document,
            ("rdf:type", sod("SourceDocument")),
            ("rdfs:label", text(document.value.rsplit("/", 1)[-1])),
            ("dcterms:title", [title for title in titles if isinstance(title, Literal)]),
        )


def _heading(source: Source) -> str:
    """Return the first line of a source that says something."""
    lines = (line.strip(" #*\t") for line in source.text.splitlines())
    return next(filter(None, lines), source.name)[:200]


def _ontology_version() -> str:
    versions = [
        quad.object.value
        for quad in ontology_quads()
        if quad.predicate == node("owl:versionInfo") and isinstance(quad.object, Literal)
    ]
    return min(versions, default="")


def documents(quads: Iterable[Quad]) -> set[str]:
    """Return the names of the documents that a graph holds."""
    prefix = f"{ID}document/"
    return {
        quad.object.value.removeprefix(prefix) for quad in quads if quad.predicate == _OF and isinstance(quad.object, NamedNode)
    }


def quads_of(source: Source, listed: Iterable[Quad] = (), languages: Sequence[str] = ()) -> Iterator[Quad]:
    """Yield the catalogue's statements on one document."""
    yield from in_graph(CATALOGUE, document_triples(source, listed, languages))
