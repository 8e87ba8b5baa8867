"""Build the graph from source texts, check that it is what they give, and add a user's own texts.

The shipped texts and the shipped tables of chemistry and of links give the shipped graph, byte for byte the same on every machine. A user's texts go
to a graph of their own; a study that either graph knows already is joined by its key and described once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from sodiokg.errors import SodiokgError, SourceError, UsageError
from sodiokg.extract.curation import curated
from sodiokg.extract.records import extract
from sodiokg.graph.aliases import Alias, Joins, alias_files, joins_of, read_aliases
from sodiokg.graph.arrivals import refuse_known_texts, refuse_shipped_graph, refuse_twins
from sodiokg.graph.assertions import SHARED, DocumentGraphs, document_graphs, graph_of
from sodiokg.graph.catalogue import CATALOGUE, described, documents, quads_of, shipped_folder, shipped_sources
from sodiokg.graph.chemistry import chemistry_file, chemistry_quads, read_rows
from sodiokg.graph.curations import unused_curations
from sodiokg.graph.difference import Difference, difference
from sodiokg.graph.links import link_files, link_quads, read_links
from sodiokg.graph.lock import locked
from sodiokg.graph.places import document_iri
from sodiokg.graph.store import built_graph, lexicon_files, ontology_quads, read_own, shipped_graph, user_graph
from sodiokg.graph.substances import Index, index_of
from sodiokg.graph.terms import node, sod
from sodiokg.graph.trig import read_trig, read_turtle, to_trig, write_file
from sodiokg.model import Source
from sodiokg.names import slug
from sodiokg.pool import cores, in_order
from sodiokg.text import read_source

__all__ = ["Difference", "Report", "add", "build", "check"]

# From this many documents on a process pool pays for its start.
POOL_FROM = 8


@dataclass(frozen=True, slots=True)
class Report:
    """What a graph holds after a build or an addition.

    `known` counts studies that the graph had before, `remarks` tell of decisions in curation files and rows of alias tables that were
    not applied.
    """

    target: Path
    documents: tuple[str, ...]
    counts: dict[str, int]
    known: int = 0
    remarks: tuple[str, ...] = ()

    def __str__(self) -> str:
        told = ", ".join(f"{number} {name.removesuffix('s') if number == 1 else name}" for name, number in self.counts.items())
        again = f"; {self.known} of the studies were known already" if self.known else ""
        return f"{self.target}: {told}, from {', '.join(self.documents)}{again}"


def build(sources: Sequence[Path] | None = None, target: Path | None = None, *, jobs: int | None = None) -> Report:
    """Build a graph from source texts (default: those that ship) and write it to `target` (default: `built_graph`).

    Raises SourceError for a text that cannot be read, WriteError where the graph cannot be written; the old one is whole then.
    """
    target = target or built_graph()
    quads, remarks = _built(sources, jobs)
    write_file(target, to_trig(quads))
    return Report(target, tuple(sorted(documents(quads))), _counts(quads), remarks=remarks)


def check(target: Path | None = None, sources: Sequence[Path] | None = None, *, jobs: int | None = None) -> Difference | None:
    """Return how a graph file differs from what its sources give, None where it does not.

    Raises GraphError for a graph file that is missing or damaged.
    """
    target = target or shipped_graph()
    there = read_trig(target)
    quads, _ = _built(sources, jobs)
    return difference(target, there, quads)


def add(sources: Sequence[Path], graph_file: Path | None = None, *, replace: bool = False, jobs: int | None = None) -> Report:
    """Put texts into a user's graph (default: in the user's data folder); with `replace`, also in place of other texts of their names.

    Raises UsageError for a name that another text has and for a text that is there under another name, SourceError, GraphError and
    WriteError as `build` does.
    """
    target = graph_file or user_graph()
    refuse_shipped_graph(target)
    shipped = read_trig(shipped_graph())
    each = _jobs(sources, jobs)
    texts, aliases = _read(sources, each), _aliases(sources)
    refuse_twins(texts)
    new = list(_quads(texts, described(), each))
    with locked(target):
        own = read_own(target)
        refuse_known_texts(texts, own, shipped, replace=replace)
        kept = list(_without(own, {source.name for source in texts}))
        joins = joins_of([*kept, *new], aliases, shipped)
        arriving = {joins.stands_for.get(study, study) for study in _studies(new)}
        kept, new = list(joins.applied(kept)), list(joins.applied(new))
        joined = arriving & (_studies(shipped) | _studies(kept))
        fresh = [quad for quad in new if not (quad.graph_name == SHARED and quad.subject in joined)]
        told = set(joins.quads) - set(shipped)
        quads = list(_used([*kept, *fresh, *told]))
        write_file(target, to_trig(quads))
    remarks = (*unused_curations(new), *_of_own(joins))
    return Report(target, tuple(sorted(documents(quads))), _counts(quads), len(joined), remarks)


def _built(sources: Sequence[Path] | None, jobs: int | None) -> tuple[list[Quad], tuple[str, ...]]:
    """Return the graph of texts, and what to tell of decisions and aliases that were not applied."""
    paths = shipped_sources() if sources is None else sources
    each = _jobs(paths, jobs)
    aliases = _aliases(paths)
    read = list(_quads(_read(paths, each), described(), each))
    joins = joins_of(read, aliases)
    quads = [*joins.applied(read), *joins.quads]
    remarks = (*unused_curations(read), *(joins.remarks if sources is None else _of_own(joins)))
    return (quads if sources is not None else [*quads, *_reference_data()]), remarks


def _aliases(sources: Sequence[Path]) -> list[Alias]:
    """Return the rows of the alias tables that ship and that lie beside the sources."""
    return [row for path in alias_files([shipped_folder(), *(source.parent for source in sources)]) for row in read_aliases(path)]


def _reference_data() -> Iterator[Quad]:
    """Yield what ships beside the texts: the table of chemistry, and the links of substances with records of databases."""
    chemistry = list(chemistry_quads(read_rows(chemistry_file()), substance_index()))
    yield from chemistry
    known = substance_index().members | {quad.subject for quad in chemistry}
    yield from link_quads((link for path in link_files() for link in read_links(path)), known)


def _of_own(joins: Joins) -> Iterator[str]:
    """Yield what to tell of rows of a user's own tables; one that ships may well be of no study of the user's."""
    shipped = tuple(f"{path}:" for path in alias_files([shipped_folder()]))
    return (remark for remark in joins.remarks if not remark.startswith(shipped))


def _jobs(paths: Sequence[Path], jobs: int | None) -> int:
    """Return on how many processes to read: by default one for each core where there are many texts."""
    return min(jobs or (cores() if len(paths) >= POOL_FROM else 1), len(paths))


def _read(paths: Sequence[Path], jobs: int) -> list[Source]:
    """Return the sources, sorted by name; raises SourceError that tells of every one that cannot be read, UsageError where two have one name."""
    found = list(in_order(_attempt, paths, jobs))
    failures = [one for one in found if isinstance(one, SodiokgError)]
    if len(failures) > 1:
        told = "".join(f"\n  {failure}" for failure in failures)
        raise SourceError(f"{len(failures)} of {len(paths)} texts cannot be read, so nothing is written:{told}")
    if failures:
        raise failures[0]
    texts = sorted((one for one in found if isinstance(one, Source)), key=lambda source: source.name)
    for first, second in pairwise(texts):
        if slug(first.name) == slug(second.name):
            where = f"{first.path}, {second.path}"
            raise UsageError(f"two sources are called {first.name}", where=where, mend="rename one: the name names the document")
    return texts


def _attempt(path: Path) -> Source | SodiokgError:
    try:
        return read_source(path)
    except SodiokgError as error:
        return error


def _quads(texts: list[Source], listed: list[Quad], jobs: int) -> Iterator[Quad]:
    """Yield the graphs of all documents and the catalogue's statements on them."""
    substance_index()  # read before any text, so that a missing or damaged ontology is reported once and by name
    for source, graphs in zip(texts, in_order(_graphs_of, texts, jobs), strict=True):
        yield from graphs.quads()
        yield from quads_of(source, listed, graphs.languages)


def _graphs_of(source: Source) -> DocumentGraphs:
    return document_graphs(curated(extract(source)), substance_index())


@cache
def substance_index() -> Index:
    """Return the substances that ontology and lexicon name."""
    return index_of([*ontology_quads(), *(quad for path in lexicon_files() for quad in read_turtle(path))])


def _without(quads: list[Quad], names: set[str]) -> Iterator[Quad]:
    """Yield the statements of a graph that do not stem from the named documents."""
    graphs = {graph_of(name, part) for name in names for part in ("assertions", "facts")}
    gone = {node(document_iri(name)) for name in names} | graphs
    for quad in quads:
        if quad.graph_name not in graphs and not (quad.graph_name == CATALOGUE and quad.subject in gone):
            yield quad


def _used(quads: list[Quad]) -> Iterator[Quad]:
    """Yield the statements without shared things and activities that nothing else speaks of any more."""
    named = {quad.object for quad in quads if isinstance(quad.object, NamedNode)}
    activity = node("prov:Activity")
    activities = {quad.subject for quad in quads if quad.predicate == node("rdf:type") and quad.object == activity}
    for quad in quads:
        loose = quad.graph_name == SHARED or quad.subject in activities
        if not loose or quad.subject in named:
            yield quad


def _studies(quads: list[Quad]) -> set[NamedNode]:
    found = (quad.subject for quad in quads if quad.graph_name == SHARED and quad.object == sod("Study"))
    return {one for one in found if isinstance(one, NamedNode)}


_COUNTED = {
    "SourceDocument": "documents",
    "Study": "studies",
    "Claim": "claims",
    "MechanismAssertion": "mechanisms",
    "EffectAssertion": "effects",
    "PhaseAssertion": "phases",
    "Measurement": "measurements",
    "Statement": "statements",
    "Intervention": "interventions",
    "Change": "changes",
    "UnresolvedMaterial": "unresolved names",
}


def _counts(quads: list[Quad]) -> dict[str, int]:
    types = {(quad.subject, quad.object) for quad in quads if quad.predicate == node("rdf:type")}
    kinds = Counter(kind for _, kind in types)
    told = {name: kinds[sod(kind)] for kind, name in _COUNTED.items()}
    return {**told, "documents": len(documents(quads)), "statements in all": len(set(quads))}
