"""The command that compares: `sodiokg compare`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sodiokg.cli.limits import within
from sodiokg.cli.output import emit, emit_bytes, note
from sodiokg.errors import UsageError

if TYPE_CHECKING:
    import argparse

    from sodiokg.comparison import Comparison

__all__ = ["compare"]


def compare(args: argparse.Namespace) -> int:
    """Print studies by quantities, and draw them where a file for the plot is named."""
    from sodiokg.comparison.printing import printed
    from sodiokg.knowledge import KnowledgeGraph

    _check_plot(args)
    by = [name.strip() for names in args.by for name in names.split(",") if name.strip()]
    with within(args.timeout):
        graph = KnowledgeGraph(args.graph, args.endpoint, seconds=args.timeout)
        comparison = graph.comparison(*args.quantities, by=by, on=args.on)
        if args.plot is not None:
            _draw(args, comparison)
        emit(printed(comparison, args.format, 100 if args.output else None), args.output)
    if not comparison.groups:
        note(args, "the graph that was asked holds no number for this")
    return 0


def _check_plot(args: argparse.Namespace) -> None:
    if args.plot is None:
        if args.x or args.y:
            raise UsageError("--x and --y are the axes of a plot", mend="name its file: --plot life.svg")
    elif args.plot.suffix.lower() not in {".svg", ".png"}:
        raise UsageError("a plot's file ends in .svg or .png", where=str(args.plot))


def _draw(args: argparse.Namespace, comparison: Comparison) -> None:
    from sodiokg.comparison.picture import png
    from sodiokg.comparison.plot import plotted

    svg = plotted(comparison, args.x, args.y)
    emit_bytes(png(svg) if args.plot.suffix.lower() == ".png" else svg.encode(), args.plot)
    note(args, f"plot written to {args.plot}")
