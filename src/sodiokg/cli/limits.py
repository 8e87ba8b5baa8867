"""How long a command may work."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from collections.abc import Iterator

from sodiokg.errors import QueryError

__all__ = ["within"]

# What limits itself, a query's process or an endpoint, tells more; it comes first.
_GRACE = 1.0


@contextlib.contextmanager
def within(seconds: float) -> Iterator[None]:
    """End the process with an error's exit code where the work inside takes longer; an engine's inner loop hears nothing else."""
    timer = threading.Timer(seconds + _GRACE, _end, [seconds])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _end(seconds: float) -> None:
    error = QueryError(f"the answer was not there after {seconds:g} s", mend="ask for less, or allow more with --timeout")
    sys.stderr.write(f"sodiokg: error: {error}\n")
    sys.stderr.flush()
    os._exit(error.exit_code)
