"""Measure the store: load, memory and shipped questions in Oxigraph as sodiokg uses it, against rdflib's in-memory dataset.

Run ``.venv/bin/python benchmarks/store.py``. Both read the same file, each in a process of its own: first what ships with its ontology, then a
multiple of it whose documents are renamed (studies, substances and the ontology stay shared). Both get the same query texts.
"""

from __future__ import annotations

import multiprocessing
import re
import resource
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse, serialize

from measuring import Stopwatch, machine, seconds, show
from sodiokg.graph.build import build
from sodiokg.graph.store import open_files, shipped_graph
from sodiokg.names import PREFIXES
from sodiokg.query import find
from sodiokg.query.engine import run_here

__all__ = ["main"]

QUADS: Final = 200_000
# Numbers with their studies, numbers below a bound, statements in words: all three run on both engines.
QUESTIONS: Final = (14, 16, 27)
REPEATS: Final = 3
_DOCUMENT: Final = re.compile(r"(?<=/document/)[^/>]+")
_TITLE: Final = NamedNode(PREFIXES["dcterms"] + "title")

Ask = Callable[[str], int]
Load = Callable[[Path], Ask]


@dataclass(frozen=True, slots=True)
class Taken:
    """What an engine took: seconds to load, MB more that it holds then, and of each question rows and seconds."""

    load: float
    memory: float
    rows: tuple[int, ...]
    answers: tuple[float, ...]


def in_oxigraph(path: Path) -> Ask:
    """Load a file into the store that sodiokg uses and return what counts a query's rows."""
    store = Store()
    store.bulk_extend(list(parse(path=path)))
    return lambda sparql: len(run_here(store, sparql)["results"]["bindings"])


def in_rdflib(path: Path) -> Ask:
    """Load a file into rdflib's dataset and return what counts a query's rows."""
    from rdflib import Dataset

    dataset = Dataset()
    dataset.parse(path, format={".nq": "nquads", ".trig": "trig"}[path.suffix])
    return lambda sparql: len(list(dataset.query(sparql, initNs=PREFIXES)))


def take(load: Load, path: Path, numbers: Sequence[int]) -> Taken:
    """Load a file, put the questions with these numbers, and return what that took."""
    watch = Stopwatch()
    before = resident()
    ask = watch.time("load", load, path)
    memory = resident() - before
    asked = [partial(ask, find(number).bind({})) for number in numbers]
    rows = tuple(question() for question in asked)
    return Taken(watch.laps["load"], memory, rows, tuple(seconds(question, REPEATS) for question in asked))


def resident() -> float:
    """Return the memory that this process holds, in MB; not a number where the system does not tell in /proc."""
    pages = Path("/proc/self/statm")
    return int(pages.read_text().split()[1]) * resource.getpagesize() / 1e6 if pages.exists() else float("nan")


def apart(load: Load, path: Path, numbers: Sequence[int] = ()) -> Taken:
    """Return what `take` returns, from a fresh process."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(take, load, path, numbers).result()


def multiplied(quads: Sequence[Quad], number: int) -> Iterator[Quad]:
    """Yield the statements and as many renamed and retitled copies of all that belongs to a document as fit in `number`."""
    yield from quads
    own = [quad for quad in quads if _DOCUMENT.search(f"{quad.subject} {quad.graph_name}")]
    for copy in range((number - len(quads)) // len(own)):
        for quad in own:
            subject, thing, graph = (_renamed(term, copy) for term in (quad.subject, quad.object, quad.graph_name))
            yield Quad(subject, quad.predicate, _retitled(thing, copy) if quad.predicate == _TITLE else thing, graph)


def _renamed(term: Any, copy: int) -> Any:  # noqa: ANN401  # whatever kind of term comes in goes out
    if not isinstance(term, NamedNode):
        return term
    return NamedNode(_DOCUMENT.sub(lambda name: f"{name[0]}-{copy}", term.value))


def _retitled(title: Any, copy: int) -> Literal:  # noqa: ANN401  # a title is a literal
    """Return a title of its own, so that rows of different documents differ in their source."""
    return Literal(f"{title.value} ({copy})", language=title.language)


def show_graph(title: str, quads: Iterable[Quad], folder: Path) -> None:
    """Print the table for one graph, which is written to `folder` first."""
    trig, lines = folder / "graph.trig", folder / "graph.nq"
    every = list(quads)
    serialize(every, trig, RdfFormat.TRIG)
    serialize(every, lines, RdfFormat.N_QUADS)
    ours, theirs = (apart(load, trig, QUESTIONS) for load in (in_oxigraph, in_rdflib))
    quick = [apart(load, lines).load for load in (in_oxigraph, in_rdflib)]
    rows = [_compared("load TriG, ms", 1000 * ours.load, 1000 * theirs.load)]
    rows.append(_compared("load N-Quads, ms", 1000 * quick[0], 1000 * quick[1]))
    rows.append(_compared("memory after TriG, MB", ours.memory, theirs.memory))
    for place, number in enumerate(QUESTIONS):
        name = f"question {number}, ms ({_row_counts(ours.rows[place], theirs.rows[place])})"
        rows.append(_compared(name, 1000 * ours.answers[place], 1000 * theirs.answers[place]))
    show(f"{title}, {len(every):,} quads", ("", "sodiokg (Oxigraph)", "rdflib", "times ours"), rows)


def _compared(name: str, ours: float, theirs: float) -> tuple[str, str, str, str]:
    return name, _round(ours), _round(theirs), _round(theirs / ours) if ours else ""


def _round(number: float) -> str:
    return f"{number:.1f}" if number < 10 else f"{number:,.0f}"


def _row_counts(ours: int, theirs: int) -> str:
    return f"{ours} rows each" if ours == theirs else f"ROWS DIFFER: {ours} and {theirs}"


def main() -> None:
    """Print a table for what ships and one for its multiple."""
    print(machine())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        graph = shipped_graph() if shipped_graph().exists() else build(target=folder / "built.trig").target
        shipped = list(open_files([graph]))
        show_graph("What ships, with its ontology", shipped, folder)
        show_graph("Its documents many times over", multiplied(shipped, QUADS), folder)


if __name__ == "__main__":
    main()
