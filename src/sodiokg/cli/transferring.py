"""The command that asks what may carry over: `sodiokg transfer`."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

from sodiokg.cli.limits import within
from sodiokg.cli.output import emit, emit_bytes, emit_rendered, note, rendered
from sodiokg.errors import UsageError

if TYPE_CHECKING:
    import argparse

    from sodiokg.knowledge import KnowledgeGraph

__all__ = ["transfer"]


def transfer(args: argparse.Namespace) -> int:
    """Print what was shown on one substrate alone, or the matrix of all; draw the matrix where a file for it is named."""
    from sodiokg.knowledge import KnowledgeGraph

    _check(args)
    with within(args.timeout):
        graph = KnowledgeGraph(args.graph, args.endpoint, seconds=args.timeout)
        if args.plot is not None:
            _draw(args, graph)
        if args.matrix:
            _print_matrix(args, graph)
        else:
            _print_transfer(args, graph)
    return 0


def _check(args: argparse.Namespace) -> None:
    if not args.matrix and not (args.shown and args.target):
        raise UsageError("a transfer has two ends", mend="such as: sodiokg transfer --from base --to nasicon")
    if args.plot is not None and args.plot.suffix.lower() not in {".svg", ".png"}:
        raise UsageError("a plot's file ends in .svg or .png", where=str(args.plot))


def _print_transfer(args: argparse.Namespace, graph: KnowledgeGraph) -> None:
    from sodiokg.transfer.printing import printed

    if args.format == "table":
        width = 100 if args.output else shutil.get_terminal_size((100, 24)).columns
        emit(printed(graph.transferred(args.shown, args.target), width), args.output)
    else:
        table = graph.transfer(args.shown, args.target)
        emit_rendered(rendered(table, args), table, args)


def _print_matrix(args: argparse.Namespace, graph: KnowledgeGraph) -> None:
    matrix = graph.strategies(*filter(None, [args.shown, args.target]))
    table = matrix.table()
    # A screen holds the counts side by side; the references follow strategy by strategy.
    counts = rendered(matrix.counts(), args) if args.format == "table" else ""
    emit_rendered(
        f"{counts}\n{rendered(replace(table, title='References'), args)}" if counts else rendered(table, args), table, args
    )


def _draw(args: argparse.Namespace, graph: KnowledgeGraph) -> None:
    from sodiokg.comparison.picture import png

    svg = graph.strategies(*filter(None, [args.shown, args.target])).svg()
    emit_bytes(png(svg) if args.plot.suffix.lower() == ".png" else svg.encode(), args.plot)
    note(args, f"plot written to {args.plot}")
