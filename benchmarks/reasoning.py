"""Measure reasoning: the rules against HermiT at ten thousand triples, against `reasonable` up to a million; proofs, and a document's change.

Run ``.venv/bin/python benchmarks/reasoning.py``; it prints each ratio beside what is asked of it. HermiT takes minutes, and needs ``pip install 'sodiokg[dl]'``;
`reasonable` (``pip install reasonable``) is left out where it is not there. Both engines of a row get the same file and start from its
statements in memory; each row of the second table is a process of its own with a limit of memory and of time, and what passes it is ended and said to be.
"""

from __future__ import annotations

import argparse
import math
import multiprocessing
import os
import resource
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module, util
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median
from typing import Final

from pyoxigraph import Quad, RdfFormat, parse, serialize

from measuring import Stopwatch, machine, seconds, show
from sodiokg.graph.store import ONTOLOGY, ontology_quads, open_files, shipped_graph
from sodiokg.names import data_folder
from sodiokg.reason.dl import check
from sodiokg.reason.plans import TYPE, Fact
from sodiokg.reason.proofs import Prover
from sodiokg.reason.reasoner import Reasoner, reasoner_of
from store import multiplied

__all__ = ["main"]

QUADS: Final = 1_000_000
SIZES: Final = (10_000, 30_000, 100_000, 200_000, 300_000)
TRIPLES: Final = 10_000
PROOFS: Final = 40
_CORE: Final = data_folder() / "ontology" / "sodiokg.ttl"
_GRAPHS: Final = ("/facts>", "/shared>", "/assertions>")


@dataclass(frozen=True, slots=True)
class Outcome:
    """Seconds and MB at most that a run took, or what ended it."""

    seconds: float = math.nan
    megabytes: float = math.nan
    end: str = ""

    def __str__(self) -> str:
        return self.end or f"{self.seconds:.2f}"


# ------------------------------------------------------------------------------------------------
# HermiT


def against_hermit(shipped: Iterable[Quad], folder: Path) -> float:
    """Print how long ten thousand triples of what ships take in both; return the ratio."""
    watch, facts = Stopwatch(), folder / "facts.ttl"
    triples = {quad.triple: None for end in _GRAPHS for quad in shipped if str(quad.graph_name).endswith(end)}
    some = list(islice(triples, TRIPLES))
    serialize(some, facts, RdfFormat.TURTLE)
    quads = [Quad(*triple) for triple in some]
    ours = seconds(lambda: reasoner_of(quads))
    watch.time("HermiT", check, [_CORE, facts])
    hermit = watch.laps["HermiT"]
    show(
        f"{len(some):,} triples of documents that ship, and the core ontology",
        ("", "s", "times ours"),
        [("rules", f"{ours:.3f}", 1), ("HermiT", f"{hermit:.1f}", f"{hermit / ours:,.0f}")],
    )
    return hermit / ours


# ------------------------------------------------------------------------------------------------
# reasonable


def of_rules(path: Path) -> float:
    """Return the seconds that the rules take from statements in memory to all that follows."""
    quads = [Quad(*quad.triple) for quad in parse(path=path, format=RdfFormat.N_TRIPLES)]
    return seconds(lambda: reasoner_of(quads), 1)


def of_reasonable(path: Path) -> float:
    """Return the seconds that `reasonable` takes for the same, with the same ontology."""
    engine = import_module("reasonable").PyReasoner()
    engine.load_file(str(path))
    engine.load_file(str(_CORE))
    return seconds(engine.reason, 1)


_ENGINES: Final = {"rules": of_rules, "reasonable": of_reasonable}


def _run(name: str, path: Path, gigabytes: float, answer: Connection) -> None:
    limit = int(gigabytes * 2**30)
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.environ["RUST_BACKTRACE"] = "0"
    try:
        took = _ENGINES[name](path)
    except MemoryError:
        os.abort()  # as an engine that is not Python does
    answer.send((took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))


def apart(name: str, path: Path, gigabytes: float, most: float) -> Outcome:
    """Return what an engine takes in a process of its own, or that the limit of memory or of time ended it."""
    context = multiprocessing.get_context("spawn")
    answer, end = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(name, path, gigabytes, end))
    start = time.perf_counter()
    process.start()
    end.close()
    try:
        if not answer.poll(most):
            return Outcome(end=f"ended after {most:.0f} s")
        return Outcome(*answer.recv())
    except EOFError:
        process.join()
        if (process.exitcode or 0) > 0:
            raise RuntimeError(f"{name} failed on {path}, for what stands above") from None
        return Outcome(end=f"no memory within {gigabytes:g} GB, after {time.perf_counter() - start:.0f} s")
    finally:
        process.kill()
        process.join()


def against_reasonable(shipped: Sequence[Quad], number: int, gigabytes: float, most: float, folder: Path) -> str:
    """Print how both grow up to a number of quads; return the ratio at that number in words."""
    there = util.find_spec("reasonable") is not None
    rows, done = [], list[tuple[int, float]]()
    ended, ours, theirs = "" if there else "reasonable is not installed", Outcome(), Outcome(end="not tried")
    for size in (*(size for size in SIZES if size < number), number):
        path = folder / f"{size}.ttl"  # N-Triples are Turtle
        triples = {quad.triple: None for quad in islice(multiplied(shipped, size), size) if quad.graph_name != ONTOLOGY}
        serialize(triples, path, RdfFormat.N_TRIPLES)
        ours = apart("rules", path, gigabytes, most)
        theirs = apart("reasonable", path, gigabytes, most) if not ended else Outcome(end="not tried")
        if not theirs.end:
            done.append((len(triples), theirs.seconds))
        elif not ended:
            ended = f"{theirs.end} at {len(triples):,} triples"
        ratio = f"{theirs.seconds / ours.seconds:.1f}" if not theirs.end and not ours.end else ""
        rows.append((f"{len(triples):,}", ours, _rounded(ours.megabytes), theirs, _rounded(theirs.megabytes), ratio))
    show(
        f"The same triples for the rules and for reasonable, each within {gigabytes:g} GB and {most:.0f} s",
        ("triples", "rules, s", "MB", "reasonable, s", "MB", "times ours"),
        rows,
    )
    return f"{theirs.seconds / ours.seconds:.1f}" if not theirs.end else _extrapolated(done, len(triples), ours.seconds, ended)


def _extrapolated(done: Sequence[tuple[int, float]], number: int, ours: float, ended: str) -> str:
    """Return what the last two sizes that came to an end would give by a power law, said to be that."""
    if len(done) < 2:
        return ended
    (small, quick), (large, slow) = done[-2:]
    power = math.log(slow / quick) / math.log(large / small)
    guessed = slow * (number / large) ** power
    return f"{ended}; about {guessed / ours:,.0f}, extrapolated from {large:,} by the power {power:.2f}"


def _rounded(number: float) -> str:
    return "" if math.isnan(number) else f"{number:,.0f}"


# ------------------------------------------------------------------------------------------------
# A change and proofs


def at_scale(quads: Sequence[Quad]) -> tuple[float, float]:
    """Print a full run, the change of one document and proofs; return the share that the change takes and the slowest proof."""
    watch = Stopwatch()
    reasoner = watch.time("full run", reasoner_of, quads)
    one = [quad for quad in quads if "/document/sodiophilicity-digest-1/" in str(quad.graph_name)]
    watch.time(f"a document of {len(one):,} quads goes", reasoner.remove, one)
    watch.time("it comes", reasoner.add, one)
    full = watch.laps["full run"]
    rows = [(name, f"{lap:.3f}", f"{lap / full:.3f}") for name, lap in watch.laps.items()]
    taken = sorted(_proofs(reasoner))
    rows.append((f"up to ten proofs of one of {len(taken):,} conclusions, median", f"{median(taken):.4f}", ""))
    rows.append(("the same, slowest", f"{taken[-1]:.4f}", ""))
    show(f"Documents many times over, {len(quads):,} quads", ("", "s", "of a full run"), rows)
    return max(lap for name, lap in watch.laps.items() if name != "full run") / full, taken[-1]


def _proofs(reasoner: Reasoner) -> list[float]:
    """Return the seconds of the processor that up to ten proofs took, of conclusions of every class and property and of what most is said of."""
    engine, prover = reasoner.engine, Prover(reasoner.engine)
    found: dict[tuple[int, bool], list[Fact]] = {}
    for fact in engine.inferred():
        found.setdefault((fact[0], fact[2] == TYPE), []).append(fact)
    chosen = [fact for facts in found.values() for fact in facts[:: max(1, len(facts) // PROOFS)][:PROOFS]]
    busy = {
        y for links in engine.facts.links.values() for y, ends in links.back.items() if isinstance(ends, set) and len(ends) > 1000
    }
    chosen += [fact for facts in found.values() for fact in facts if fact[1] in busy]
    return [seconds(lambda fact=fact: prover.prove(fact), 1, time.thread_time) for fact in chosen]  # type: ignore[misc]


def main() -> None:
    """Print the tables, and a last one with what is asked."""
    parser = argparse.ArgumentParser(description="Measure reasoning.")
    parser.add_argument("quads", nargs="?", type=int, default=QUADS, help="usually a million")
    parser.add_argument("--memory", type=float, default=8, metavar="GB", help="for one run (usually 8)")
    parser.add_argument("--seconds", type=float, default=600, help="for one run (usually 600)")
    parser.add_argument("--without-hermit", action="store_true")
    args = parser.parse_args()
    print(machine())
    shipped = [quad for quad in open_files([shipped_graph()]) if quad.graph_name != ONTOLOGY]
    with tempfile.TemporaryDirectory() as name:
        ratio = against_reasonable(shipped, args.quads, args.memory, args.seconds, Path(name))
        change, proof = at_scale(list(multiplied([*shipped, *ontology_quads()], args.quads)))
        hermit = "" if args.without_hermit else f"{against_hermit(shipped, Path(name)):,.0f}"
    rows = [
        (f"times as fast as HermiT at {TRIPLES:,} triples", "100", hermit),
        (f"times as fast as reasonable at {args.quads:,}", "1", ratio),
        ("a document's change, of a full run", "0.05", f"{change:.3f}"),
        ("slowest proof, ms", "50", f"{proof * 1000:.0f}"),
    ]
    show("What is asked", ("", "asked", "measured"), rows)


if __name__ == "__main__":
    main()
