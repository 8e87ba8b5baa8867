"""Run SPARQL on the embedded store: in this process for shipped queries, in a bounded one of its own for anybody's."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sodiokg import errors
from sodiokg.errors import QueryError
from sodiokg.names import PREFIXES
from sodiokg.query.guard import check_query
from sodiokg.query.syntax import syntax_error

if TYPE_CHECKING:
    import pyoxigraph as ox

__all__ = ["MOST_ROWS", "SECONDS", "rows_of_triples", "run_apart", "run_here"]

MOST_ROWS: Final = 100_000
SECONDS: Final = 60.0


def run_here(store: ox.Store, sparql: str, *, most_rows: int = MOST_ROWS, union: bool = False) -> dict[str, Any]:
    """Return the SPARQL JSON result of a query; graphs that it constructs come as rows of subject, predicate, object.

    Key ``cut`` says whether rows beyond `most_rows` were left out; with `union`, patterns outside of GRAPH read all graphs.
    Raises QueryError where the query does not parse or run.
    """
    import pyoxigraph as ox

    try:
        answer = store.query(sparql, prefixes=PREFIXES, use_default_graph_as_union=union)
        if isinstance(answer, ox.QueryBoolean):
            return {"head": {}, "boolean": bool(answer)}
        if isinstance(answer, ox.QueryTriples):
            return rows_of_triples(answer, most_rows)
        columns = [variable.value for variable in answer.variables]
        return _results(columns, ([solution[name] for name in columns] for solution in answer), most_rows)
    except SyntaxError as error:
        raise syntax_error(sparql, str(error), _message) from None
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the query does not run: {error}") from error


def _message(sparql: str) -> str:
    """Return what the parser objects to, "" where it does not."""
    import pyoxigraph as ox

    try:
        ox.Store().query(sparql, prefixes=PREFIXES)
    except SyntaxError as error:
        return str(error)
    return ""


def rows_of_triples(triples: Iterable[Any], most_rows: int = MOST_ROWS) -> dict[str, Any]:
    """Return triples as a SPARQL JSON result with the columns subject, predicate and object."""
    found = ((triple.subject, triple.predicate, triple.object) for triple in triples)
    return _results(["subject", "predicate", "object"], found, most_rows)


def _results(columns: list[str], found: Iterable[Sequence[object]], most_rows: int) -> dict[str, Any]:
    bindings: list[dict[str, Any]] = []
    cut = False
    for terms in found:
        if cut := len(bindings) == most_rows:
            break
        bindings.append({name: _binding(term) for name, term in zip(columns, terms, strict=True) if term is not None})
    return {"head": {"vars": columns}, "results": {"bindings": bindings}, "cut": cut}


def _binding(term: object) -> dict[str, str]:
    import pyoxigraph as ox

    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": f"_:{term.value}"}
    if isinstance(term, ox.Literal):
        return {"type": "literal", "value": term.value, "datatype": term.datatype.value}
    return {"type": "literal", "value": str(term)}


def run_apart(
    graph: Path | None, sparql: str, *, seconds: float = SECONDS, most_rows: int = MOST_ROWS, services: Collection[str] = ()
) -> dict[str, Any]:
    """Return the result as `run_here` does, from a process of its own with a limit of time and memory; it opens `graph` anew.

    The query may call those `services` alone, by their addresses.

    The engine can neither be interrupted nor survives a query nested deep enough; a process can be ended.
    """
    check_query(sparql, services)
    order = {"graph": str(graph) if graph else None, "sparql": sparql, "most_rows": most_rows, "seconds": seconds}
    package = Path(__file__).resolve().parents[2]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [str(package), os.environ.get("PYTHONPATH")]))}
    command = [sys.executable, "-P", "-m", "sodiokg.query.worker"]
    try:
        done = subprocess.run(
            command, input=json.dumps(order).encode(), capture_output=True, timeout=seconds, check=False, env=environment
        )
    except subprocess.TimeoutExpired:
        raise QueryError(
            f"the query was still running after {seconds:g} s and was ended", mend="ask for less, or allow more with --timeout"
        ) from None
    if done.returncode < 0:
        raise QueryError("the query brought its engine down", mend="it is too large or too deeply nested; split it")
    if done.returncode > 0:
        raise RuntimeError(f"the query's process failed: {done.stderr.decode(errors='replace')[-2000:]}")
    answer: dict[str, Any] = json.loads(done.stdout)
    if "error" in answer:
        raise _error(**answer["error"])
    return answer


def _error(kind: str, what: str, where: str, mend: str) -> errors.SodiokgError:
    """Return the error that the other process met."""
    made: type[errors.SodiokgError] = getattr(errors, kind)
    return made(what, where=where, mend=mend)
