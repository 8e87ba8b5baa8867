"""The option --curated, which commands that read texts share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sodiokg.model import Records

__all__ = ["as_asked"]


def as_asked(records: Records, *, curate: bool) -> tuple[Records, list[str]]:
    """Return what was read from a text, where asked as its curation file amends it, and warnings of decisions that are not applied."""
    if not curate:
        return records, []
    from sodiokg.extract.curation import curated, unused

    amended = curated(records)
    return amended, [f"warning: {remark}" for remark in unused(amended)]
