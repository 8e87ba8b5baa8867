"""What commands read: files or stdin, never the file that they write, and what to say of a text that gave little."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sodiokg.errors import SourceError, UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from sodiokg.model import Records, Source

__all__ = ["NO_CITATION", "NO_LIST", "poor_yield", "read_input", "refuse_overwriting"]

NO_CITATION: Final = "cites no work: everything in it is read as its own"
NO_LIST: Final = "has no reference list: the studies that it cites have the names alone that the text gives them"
_STDIN: Final = "-"
_READ: Final = ("sources", "source", "paths", "file", "graph", "baseline", "ontology")
_WRITTEN: Final = ("output", "plot", "save", "save_text", "write_baseline")


def refuse_overwriting(args: argparse.Namespace) -> None:
    """Raise UsageError where a command would write over a file that it reads."""
    for written in filter(None, (getattr(args, name, None) for name in _WRITTEN)):
        for path in _paths(args):
            if _is_one_file(path, written):
                mend = "name another file for the output"
                raise UsageError("this file is read; it is not written over", where=str(written), mend=mend)


def _paths(args: argparse.Namespace) -> Iterator[Path]:
    for name in _READ:
        value = getattr(args, name, None)
        yield from value if isinstance(value, list) else [value] if value else []


def _is_one_file(path: Path, other: Path) -> bool:
    try:
        return path.is_file() and path.samefile(other)
    except OSError:
        return False


def read_input(path: Path) -> Source:
    """Return the source in a file, or on stdin for "-", which is called stdin.

    Raises SourceError as `sodiokg.text.read_source` does.
    """
    from sodiokg.text.sources import LARGEST_TEXT, read_source

    if str(path) != _STDIN:
        return read_source(path)
    import tempfile
    from dataclasses import replace

    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "stdin.md"
        copy.write_bytes(sys.stdin.buffer.read(LARGEST_TEXT + 1))
        try:
            return replace(read_source(copy), path="stdin")
        except SourceError as error:
            raise SourceError(error.what, where="stdin", mend=error.mend.replace(copy.name, "-")) from error


def poor_yield(records: Records) -> Iterator[str]:
    """Yield what a person should know of a text that is not in English, gave no record, cites nothing, has no list or cites what it lacks."""
    from sodiokg.text.language import unread

    where = records.document.source.path
    if remark := unread(records.document.languages):
        yield f"{where} is {remark}"
    if not any(True for _ in records):
        yield f"nothing was read from {where}: no number, claim or statement that sodiokg knows"
    document = records.document
    if not document.citations and all(claim.study is None for claim in records.claims):
        yield f"{where} {NO_CITATION}"
    elif not document.references:
        yield f"{where} {NO_LIST}"
    if records.remarks:
        more = f" (and {len(records.remarks) - 1:,} more; sodiokg annotate shows them)" if len(records.remarks) > 1 else ""
        yield f"{where}: {records.remarks[0].what}{more}"
