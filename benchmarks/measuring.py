"""What the benchmarks share: a clock, a table, and a line that says where they ran.

Times are of one run on one machine and serve as orders of magnitude; ratios between rows of one table are what to read.
"""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Final, ParamSpec, TypeVar

__all__ = ["DIGEST", "ROOT", "Stopwatch", "kilobytes", "machine", "seconds", "show"]

ROOT: Final = Path(__file__).resolve().parent.parent
DIGEST: Final = ROOT / "graph" / "sources" / "sodiophilicity-digest.md"

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(slots=True)
class Stopwatch:
    """The seconds that named steps took, in the order in which they ran."""

    laps: dict[str, float] = field(default_factory=dict)
    clock: Callable[[], float] = time.perf_counter

    def time(self, name: str, run: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run one step, note its seconds under `name` and return what it gives."""
        start = self.clock()
        result = run(*args, **kwargs)
        self.laps[name] = self.clock() - start
        return result


def seconds(run: Callable[[], object], repeats: int = 5, clock: Callable[[], float] = time.perf_counter) -> float:
    """Return the median time of `repeats` runs by a clock, the one on the wall unless another is given."""
    found = []
    for _ in range(repeats):
        start = clock()
        run()
        found.append(clock() - start)
    return median(found)


def kilobytes(text: str) -> float:
    """Return the size of a text in UTF-8, in kB of 1,000 bytes."""
    return len(text.encode()) / 1000


def machine() -> str:
    """Return the kind of machine in words."""
    return f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"


def show(title: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a Markdown table, the first column to the left and all others to the right."""
    cells = [[str(cell) for cell in row] for row in (header, *rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(header))]
    lines = [
        "| "
        + " | ".join(c.rjust(w) if place else c.ljust(w) for place, (c, w) in enumerate(zip(row, widths, strict=True)))
        + " |"
        for row in cells
    ]
    rule = "|" + "|".join("-" * (width + 1) + (":" if place else "-") for place, width in enumerate(widths)) + "|"
    print(f"\n{title}\n", lines[0], rule, *lines[1:], sep="\n", flush=True)
