"""Where results and remarks go: data to stdout or a file, talk to stderr."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final

from sodiokg.errors import WriteError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable
    from pathlib import Path

    from sodiokg.tables import Table

__all__ = [
    "FORMATS",
    "bar",
    "discard_output",
    "emit",
    "emit_bytes",
    "emit_rendered",
    "emit_table",
    "note",
    "progress",
    "rendered",
    "tell",
]

_PIECE: Final = 16_384
_BAR: Final = 24  # characters
# Said here again so that the grammar needs no renderer; a test holds the two together.
FORMATS: Final = ("table", "csv", "tsv", "json", "jsonl", "markdown")


def emit_table(table: Table, args: argparse.Namespace, **how: int) -> None:
    """Print `table` as the options ask; a file is never wrapped to a screen. `how` may say `narrowest`, as `render` does."""
    emit_rendered(rendered(table, args, **how), table, args)


def rendered(table: Table, args: argparse.Namespace, **how: int) -> str:
    """Return `table` as the options ask."""
    from sodiokg.render import render

    return render(table, args.format, width=100 if args.output else None, **how)


def emit_rendered(text: str, table: Table, args: argparse.Namespace) -> None:
    """Print a table that is text already."""
    emit(text, args.output)
    if not table.complete:
        note(args, f"only the first {len(table):,} rows; the answer has more")


def emit(text: str | Iterable[str], path: Path | None = None) -> None:
    """Write data, whole or in pieces, to stdout, or to a file that is replaced as a whole; WriteError where that fails."""
    pieces = [text] if isinstance(text, str) else text
    if path is not None:
        _write(path, pieces)
        return
    if sys.stdout is None:
        raise WriteError("the output cannot be written: stdout is closed", mend="name a file with --output")
    for piece in pieces:
        _print(piece)


def emit_bytes(data: bytes, path: Path) -> None:
    """Write a picture to a file that is replaced as a whole, or to a device as it is; WriteError where that fails."""
    _write(path, [data])


def _print(text: str) -> None:
    try:
        # In pieces: an unbuffered stream drops, without a word, what a reader that went away did not take of one write.
        for start in range(0, len(text), _PIECE):
            sys.stdout.write(text[start : start + _PIECE])
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        discard_output()
        raise WriteError(f"the output cannot be written: {error.strerror}") from error


def discard_output() -> None:
    """Send what is left in the buffer nowhere; without this the interpreter complains of it when it closes."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write(path: Path, pieces: Iterable[str | bytes]) -> None:
    """Replace a file as a whole; write to a pipe or device as it is."""
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as device:
                device.writelines(piece.encode() if isinstance(piece, str) else piece for piece in pieces)
            return
    except OSError as error:
        raise WriteError(f"cannot be written: {error.strerror}", where=str(path)) from error
    from sodiokg.graph.trig import write_file

    write_file(path, pieces)


def note(args: argparse.Namespace, text: str) -> None:
    """Say something to the person, unless they asked for quiet."""
    if not args.quiet:
        tell(text, args)


def tell(text: str, args: argparse.Namespace) -> None:
    """Say what a person has to know, quiet or not."""
    if sys.stderr is not None:
        progress(args, "")
        print(text, file=sys.stderr)  # noqa: T201  # talk is this function's product


def progress(args: argparse.Namespace, text: str) -> None:
    """Show what is being done, on one line that the next overwrites, only where a person watches."""
    if not args.quiet and sys.stderr is not None and sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{text}" if text else "\r\x1b[K")
        sys.stderr.flush()


def bar(done: int, total: int, seconds: float) -> str:
    """Return how far a work of `total` texts is after some seconds, and how long it may last yet.

    >>> bar(10, 40, 30)
    '[######..................] 10 of 40 texts, about 90 s to go'
    """
    full = _BAR * done // total
    left = round(seconds * (total - done) / done) if done else 0
    told = f", about {left} s to go" if 0 < left < 120 else f", about {left // 60} min to go" if left else ""
    return f"[{'#' * full}{'.' * (_BAR - full)}] {done} of {total} texts{told}"
