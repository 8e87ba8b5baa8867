"""The command `sodiokg export`: the graph in the formats of others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sodiokg.cli.output import emit, emit_bytes, note
from sodiokg.errors import UsageError

if TYPE_CHECKING:
    import argparse

__all__ = ["FORMATS", "export"]

# Said here again so that the grammar reads no format; a test holds the two together.
FORMATS: Final = ("bibtex", "csl-json", "csv", "jsonld", "nanopub", "nquads", "ro-crate", "void")
_ARCHIVES: Final = ("csv", "ro-crate")


def export(args: argparse.Namespace) -> int:
    """Write what ships and the user's own graph in another format."""
    from sodiokg.export import exported
    from sodiokg.graph.store import graph_files
    from sodiokg.graph.trig import read_trig

    if args.to in _ARCHIVES and args.output is None:
        raise UsageError(f"{args.to} is an archive of several files", mend="name it with --output FILE.zip")
    data = exported([quad for path in graph_files(args.graph) for quad in read_trig(path)], args.to)
    if args.output is None:
        emit(data.decode())
    else:
        emit_bytes(data, args.output)
        note(args, f"written to {args.output}")
    return 0
