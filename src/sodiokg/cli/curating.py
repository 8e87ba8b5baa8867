"""The option --curated, which commands that read texts share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sodiokg.cli.output import note

if TYPE_CHECKING:
    import argparse

    from sodiokg.model import Records

__all__ = ["as_asked"]


def as_asked(records: Records, args: argparse.Namespace) -> Records:
    """Return what was read from a text, with --curated as its curation file amends it; say which decisions are not applied."""
    if not args.curated:
        return records
    from sodiokg.extract.curation import curated, unused

    amended = curated(records)
    for warning in unused(amended):
        note(args, f"warning: {warning}")
    return amended
