"""The command `sodiokg export`: the graph in the formats of others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sodiokg.cli.output import emit, emit_bytes, note
from sodiokg.errors import UsageError

if TYPE_CHECKING:
    import argparse

__all__ = ["FORMATS", "export"]

# Said here again so that the grammar reads no format; a test holds the two together.
FORMATS: Final = ("bibtex", "csl-json", "csv", "jsonld", "nanopub", "nquads", "rdfxml", "ro-crate", "void")
_DATED: Final = "ro-crate"
_ARCHIVES: Final = ("csv", _DATED)


def export(args: argparse.Namespace) -> int:
    """Write what ships and the user's own graph in another format."""
    from datetime import UTC, datetime

    from sodiokg.export import exported
    from sodiokg.graph.store import graph_files, read_graph

    if args.to in _ARCHIVES and args.output is None:
        raise UsageError(f"{args.to} is an archive of several files", mend="name it with --output FILE.zip")
    if args.date and args.to != _DATED:
        raise UsageError(f"--date is the day on which an RO-Crate is published; {args.to} has none", mend="leave it out")
    date = args.date or datetime.now(UTC).date().isoformat()
    data = exported([quad for path in graph_files(args.graph) for quad in read_graph(path)], args.to, date)
    if args.output is None:
        emit(data.decode())
    else:
        emit_bytes(data, args.output)
        note(args, f"written to {args.output}" + (f", published {date}" if args.to == _DATED else ""))
    return 0
