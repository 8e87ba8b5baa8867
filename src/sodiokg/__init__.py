"""Ask what the literature says about making sodium wet.

>>> import sodiokg
>>> kg = sodiokg.open()  # doctest: +SKIP
>>> kg.query("what-made-sodium-wet", substrate="nzsp").to_pandas()  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from sodiokg.knowledge import KnowledgeGraph

__all__ = ["__version__", "open"]

__version__ = "0.1.0"


def open(graph: Path | str | None = None, endpoint: str | None = None) -> KnowledgeGraph:  # noqa: A001  # sodiokg.open, as gzip.open
    """Return the graph that ships together with your own, or the one in a file, or the one behind a SPARQL endpoint."""
    from sodiokg.knowledge import KnowledgeGraph

    return KnowledgeGraph(graph, endpoint)
