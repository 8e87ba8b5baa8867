"""The embedded store: what ships, the user's own graph and the ontology, each in its named graphs.

The default graph stays empty. Reading never writes; a graph file is read again for every store.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from pyoxigraph import NamedNode, Quad, Store

from sodiokg.errors import GraphError
from sodiokg.graph.terms import node
from sodiokg.graph.trig import read_trig, read_turtle
from sodiokg.names import data_folder, graph_iri, user_folder

__all__ = [
    "ONTOLOGY",
    "built_graph",
    "graph_files",
    "is_there",
    "lexicon_files",
    "lookups_graph",
    "ontology_quads",
    "open_files",
    "open_graph",
    "read_graph",
    "read_own",
    "shipped_graph",
    "store_of",
    "user_graph",
]

ONTOLOGY = node(graph_iri("ontology"))
_ELSEWHERE = "mend its permissions, or let SODIOKG_HOME name another folder"
# Without one of these a graph would be poorer and nobody told.
_LEXICONS = ("lexicon.ttl", "lexicon-quantities.ttl")


def shipped_graph() -> Path:
    """Return where the graph that ships lies."""
    return data_folder() / "graph" / "sodiokg.trig"


def user_graph() -> Path:
    """Return where the user's own graph lies, whether it exists or not."""
    return user_folder() / "graph.trig"


def lookups_graph() -> Path:
    """Return where the graph of what services answered to the user lies, whether it exists or not."""
    return user_folder() / "lookups.trig"


def built_graph() -> Path:
    """Return where a build of what ships goes: a checkout's own graph; for an installed package, which is never written, a file of the user."""
    checkout = (data_folder() / "pyproject.toml").is_file()
    return shipped_graph() if checkout else user_folder() / "built.trig"


def graph_files(extra: Path | None = None) -> list[Path]:
    """Return the graph files that are read together: what ships, and `extra`, or the user's own graph and lookups where there are any."""
    own = [extra] if extra else [path for path in (user_graph(), lookups_graph()) if is_there(path)]
    return [shipped_graph(), *own]


def open_graph(extra: Path | None = None) -> Store:
    """Return a store that holds the shipped graph, the ontology and the user's own graph and lookups, or `extra` instead of these.

    Raises GraphError for a missing or damaged graph file, OntologyError for a damaged ontology.
    """
    return open_files(graph_files(extra))


def open_files(files: Iterable[Path]) -> Store:
    """Return a store that holds these graph files and the ontology that ships, and reads no other file."""
    return store_of([quad for path in files for quad in read_graph(path)])


def read_graph(path: Path) -> list[Quad]:
    """Return the statements of a graph file that ships or is the user's own; raises GraphError, with what mends it."""
    if path == shipped_graph():
        return read_trig(path)
    if is_there(path) and path.is_dir():
        raise GraphError("this is a folder, not a graph file", where=str(path), mend="name a file that ends in .trig")
    again = "look things up again with: sodiokg link" if path == lookups_graph() else "put your texts in again with: sodiokg add"
    return read_trig(path, mend=f"restore it, or move it away and {again}")


def is_there(path: Path) -> bool:
    """Return whether a user's graph file exists; raises GraphError where its folder cannot be looked into."""
    try:
        path.stat()
    except FileNotFoundError:
        return False
    except NotADirectoryError as fault:
        raise GraphError("the folder of this graph is not a folder", where=str(path), mend=_ELSEWHERE) from fault
    except OSError as fault:
        what = f"the folder of this graph cannot be read: {(fault.strerror or str(fault)).lower()}"
        raise GraphError(what, where=str(path), mend=_ELSEWHERE) from fault
    return True


def store_of(quads: list[Quad]) -> Store:
    """Return a store that holds these statements and the ontology."""
    store = Store()
    store.bulk_extend(quads)
    store.bulk_extend(ontology_quads())
    return store


def lexicon_files() -> list[Path]:
    """Return the lexicons that ship and any beside them, sorted by name; reading one that is missing is an OntologyError."""
    folder = data_folder() / "ontology"
    return sorted({*folder.glob("lexicon*.ttl"), *(folder / name for name in _LEXICONS)})


@cache
def ontology_quads() -> tuple[Quad, ...]:
    """Return the core ontology that ships, in the graph of the ontology.

    Raises OntologyError with line and column for a damaged file.
    """
    return tuple(_placed(data_folder() / "ontology" / "sodiokg.ttl", ONTOLOGY))


def _placed(path: Path, graph: NamedNode) -> Iterator[Quad]:
    for quad in read_turtle(path):
        yield Quad(quad.subject, quad.predicate, quad.object, graph)


def read_own(path: Path) -> list[Quad]:
    """Return the statements of a user's graph file, none where there is no such file yet.

    Raises GraphError for a damaged file.
    """
    return read_graph(path) if is_there(path) else []
