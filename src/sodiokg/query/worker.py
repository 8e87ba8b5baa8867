"""The process that runs one untrusted query: order on stdin, SPARQL JSON on stdout, nothing written."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, Final

from sodiokg.errors import SodiokgError
from sodiokg.query.engine import run_here

__all__ = ["main"]

_MEMORY: Final = 4 * 2**30


def main() -> int:
    """Run the order on stdin; an expected failure is an answer too."""
    order: dict[str, Any] = json.load(sys.stdin)
    _limit(order["seconds"])
    try:
        answer = _answer(order)
    except SodiokgError as error:
        answer = {"error": {"kind": type(error).__name__, "what": error.what, "where": error.where, "mend": error.mend}}
    except MemoryError:
        answer = {"error": {"kind": "QueryError", "what": "the query needs too much memory", "where": "", "mend": "ask for less"}}
    json.dump(answer, sys.stdout)
    return 0


def _answer(order: dict[str, Any]) -> dict[str, Any]:
    from sodiokg.graph.store import open_graph

    store = open_graph(Path(order["graph"]) if order["graph"] else None)
    return run_here(store, order["sparql"], most_rows=order["most_rows"], union=True)


def _limit(seconds: float) -> None:
    """Bound memory and processor time where the platform can."""
    try:
        import resource
    except ImportError:
        return
    for kind, amount in ((resource.RLIMIT_AS, _MEMORY), (resource.RLIMIT_CPU, int(seconds) + 5), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(kind, (amount, amount))
        except (OSError, ValueError):
            continue


if __name__ == "__main__":
    sys.exit(main())
