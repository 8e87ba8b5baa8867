"""One writer at a time: a lock file beside a graph, held while the graph is read, changed and written."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from sodiokg.errors import WriteError

__all__ = ["locked"]

_PAUSE = 0.02
_PATIENCE = 120.0


@contextlib.contextmanager
def locked(path: Path, *, seconds: float = _PATIENCE) -> Iterator[None]:
    """Hold the lock of a graph file, waiting up to `seconds` for it.

    Raises WriteError where its folder cannot be written or another process keeps the lock.
    """
    lock = path.with_name(f".{path.name}.lock")
    handle = _taken(path, lock, time.monotonic() + seconds)
    try:
        yield
    finally:
        # Removed while it is held: whoever waits for it finds another file, or none, under its name and begins again.
        with contextlib.suppress(OSError):
            lock.unlink()
        os.close(handle)


def _taken(path: Path, lock: Path, deadline: float) -> int:
    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
        while (handle := _try(lock)) is None:
            if time.monotonic() > deadline:
                mend = f"wait for it to end; where none is running, remove {lock}"
                raise WriteError("another process is writing this graph", where=str(path), mend=mend)
            time.sleep(_PAUSE)
    except OSError as fault:
        reason = "its folder is not a folder" if isinstance(fault, FileExistsError | NotADirectoryError) else fault.strerror
        mend = "choose another place with --graph or SODIOKG_HOME, or mend the permissions"
        raise WriteError(f"cannot be written: {reason or fault}", where=str(path), mend=mend) from fault
    return handle


if sys.platform == "win32":

    def _try(lock: Path) -> int | None:
        """Return an open lock file that no one else has, None where someone has it."""
        try:
            return os.open(lock, os.O_CREAT | os.O_EXCL | os.O_RDWR | os.O_TEMPORARY)
        except (FileExistsError, PermissionError):
            return None
else:
    import fcntl

    def _try(lock: Path) -> int | None:
        """Return an open lock file that no one else has, None where someone has it."""
        handle = os.open(lock, os.O_CREAT | os.O_RDWR, 0o644)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.fstat(handle).st_ino == lock.stat().st_ino:
                return handle
        except (BlockingIOError, FileNotFoundError):
            pass
        except OSError:
            os.close(handle)
            raise
        os.close(handle)
        return None
