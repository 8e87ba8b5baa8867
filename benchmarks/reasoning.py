"""Measure reasoning: the rules against HermiT at what ships and against `reasonable` at a million triples; a proof, and a document's change.

Run ``.venv/bin/python benchmarks/reasoning.py [QUADS]``, usually with a million, with 0 only the first of both. HermiT takes minutes. `reasonable` is left out where it is not
installed (``pip install reasonable``). Each engine starts from parsed statements or a file of them and ends when what follows is known.
"""

from __future__ import annotations

import multiprocessing
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from importlib import import_module, util
from pathlib import Path
from typing import Final

from pyoxigraph import Quad, RdfFormat, serialize

from measuring import Stopwatch, machine, seconds, show
from sodiokg.graph.store import ONTOLOGY, open_files, shipped_graph
from sodiokg.names import data_folder
from sodiokg.reason.dl import check
from sodiokg.reason.plans import Fact
from sodiokg.reason.proofs import Prover
from sodiokg.reason.reasoner import Reasoner, reasoner_of
from store import multiplied

__all__ = ["main"]

QUADS: Final = 1_000_000
PROOFS: Final = 20
_CORE: Final = data_folder() / "ontology" / "sodiokg.ttl"


def against_hermit(shipped: Sequence[Quad], folder: Path) -> None:
    """Print how long what ships takes, in both."""
    watch, facts = Stopwatch(), folder / "facts.ttl"
    triples = {quad.triple for quad in shipped if quad.graph_name != ONTOLOGY and not _is_catalogue(quad)}
    serialize(sorted(triples, key=str), facts, RdfFormat.TURTLE)
    ours = seconds(lambda: reasoner_of(shipped))
    watch.time("HermiT", check, [_CORE, facts])
    hermit = watch.laps["HermiT"]
    show(
        f"What ships, {len(shipped):,} quads",
        ("", "s", "times ours"),
        [("rules", f"{ours:.2f}", 1), ("HermiT", f"{hermit:.1f}", f"{hermit / ours:,.0f}")],
    )


def _is_catalogue(quad: Quad) -> bool:
    return str(quad.graph_name).endswith("catalogue>")


def at_scale(quads: Sequence[Quad], other: float | None = None) -> None:
    """Print a full run, the change of one document and proofs, beside the seconds that `reasonable` took."""
    watch = Stopwatch()
    reasoner = watch.time("full run", reasoner_of, quads)
    one = [quad for quad in quads if "/document/sodiophilicity-digest-1/" in str(quad.graph_name)]
    print(f"one document: {len(one):,} quads")
    watch.time("a document goes", reasoner.remove, one)
    watch.time("a document comes", reasoner.add, one)
    full = watch.laps["full run"]
    rows = [(name, f"{lap:.2f}", f"{lap / full:.3f}") for name, lap in watch.laps.items()]
    slowest = max(_proofs(reasoner))
    rows.append((f"slowest of {PROOFS} conclusions proved", f"{slowest:.4f}", f"{slowest / full:.6f}"))
    if other is not None:
        rows.append(("reasonable, full run", f"{other:.1f}", f"{other / full:.2f}"))
    show(f"Its documents many times over, {len(quads):,} quads", ("", "s", "of a full run"), rows)


def _proofs(reasoner: Reasoner) -> list[float]:
    """Return the seconds that up to ten proofs of some conclusions took each, those with the most premises among them."""
    engine, prover = reasoner.engine, Prover(reasoner.engine)
    names = ("WettingImprovingChange", "MoltenSodiophilicObservation", "MaterialIntroduction", "SodiumAlloyingAgent", "Alloying")
    kinds = {reasoner.codes.of_iri(f"https://w3id.org/sodiokg/ontology#{name}") for name in names}
    found: list[Fact] = [fact for fact in engine.inferred() if fact[0] in kinds]
    return [seconds(lambda fact=fact: prover.prove(fact), 1) for fact in found[:: max(1, len(found) // PROOFS)][:PROOFS]]  # type: ignore[misc]


def of_reasonable(number: int) -> float:
    """Return the seconds that `reasonable` takes from loaded triples to all that follows."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "all.ttl"  # N-Triples are Turtle
        quads = multiplied(list(open_files([shipped_graph()])), number)
        serialize((quad.triple for quad in quads), path, RdfFormat.N_TRIPLES)
        watch, engine = Stopwatch(), import_module("reasonable").PyReasoner()
        engine.load_file(str(path))
        watch.time("run", engine.reason)
    return watch.laps["run"]


def _apart(number: int) -> float | None:
    """Return what `reasonable` takes in a process of its own, None where it is not there or does not survive."""
    if util.find_spec("reasonable") is None:
        return None
    try:
        with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
            return pool.submit(of_reasonable, number).result()
    except BrokenProcessPool:
        print("reasonable was killed, most likely for the memory that it takes")
        return None


def main() -> None:
    """Print both tables."""
    print(machine())
    number = int(sys.argv[1]) if len(sys.argv) > 1 else QUADS
    shipped = list(open_files([shipped_graph()]))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if number:
            other = _apart(number)
            at_scale(list(multiplied(shipped, number)), other)
        against_hermit(shipped, folder)


if __name__ == "__main__":
    main()
