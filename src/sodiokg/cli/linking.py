"""The command `sodiokg link`: what is linked with databases, and lookups in services."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sodiokg.cli.output import emit_table, note

if TYPE_CHECKING:
    import argparse

__all__ = ["link"]


def link(args: argparse.Namespace) -> int:
    """Print how many substances are linked with which database, or which are not and why."""
    from sodiokg.graph.store import open_graph
    from sodiokg.link.coverage import entries, shares
    from sodiokg.tables import Table

    found = entries(open_graph(args.graph))
    if args.unlinked:
        rows = tuple((one.kind, one.label, one.key, one.in_texts, one.reason) for one in found if not one.databases)
        table = Table(("kind", "substance", "key", "in_texts", "reason"), rows)
    else:
        columns = ("kind", "database", "linked_in_texts", "of_in_texts", "linked", "of")
        table = Table(columns, tuple(shares(found)))
    emit_table(table, args)
    named = [one for one in found if one.in_texts]
    note(args, f"{sum(bool(one.databases) for one in named)} of {len(named)} substances that texts name are linked")
    return 0
