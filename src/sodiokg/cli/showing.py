"""The commands that look things up: `sodiokg show` and `sodiokg search`."""

from __future__ import annotations

import shutil
import textwrap
from typing import TYPE_CHECKING, Final

from sodiokg.cli.limits import within
from sodiokg.cli.output import emit_rendered, note, rendered

if TYPE_CHECKING:
    import argparse

    from sodiokg.tables import Table

__all__ = ["search", "show"]

_FILE_WIDTH: Final = 100
_BRIEF: Final = 150  # characters


def show(args: argparse.Namespace) -> int:
    """Print all that is known of a thing."""
    from sodiokg.knowledge import KnowledgeGraph
    from sodiokg.outline import outline

    with within(args.timeout):
        table = KnowledgeGraph(args.graph, args.endpoint, seconds=args.timeout).show(" ".join(args.thing))
        if args.format == "table":
            width = _FILE_WIDTH if args.output else shutil.get_terminal_size((_FILE_WIDTH, 24)).columns
            text = outline(table, width, everything=args.all)
        else:
            text = rendered(table, args)
    emit_rendered(text, table, args)
    return 0


def _brief(table: Table) -> Table:
    """Return what a person needs to choose: kind and key, the beginnings of name and text."""
    from sodiokg.tables import Table

    wanted = ("kind", "key", "name", "text")
    rows = tuple(tuple(textwrap.shorten(str(row[name]), _BRIEF, placeholder=" …") for name in wanted) for row in table)
    return Table(wanted, rows, table.title, complete=table.complete)


def search(args: argparse.Namespace) -> int:
    """Print what has all of the words."""
    from sodiokg.knowledge import KnowledgeGraph

    with within(args.timeout):
        table = KnowledgeGraph(args.graph, args.endpoint, seconds=args.timeout).search(" ".join(args.words), args.kind)
        text = rendered(_brief(table) if args.format == "table" else table, args)
    emit_rendered(text, table, args)
    if table.rows:
        note(args, "\nsee all that is known of one by its key: sodiokg show KEY")
    else:
        note(args, "nothing has all of these words")
    return 0
