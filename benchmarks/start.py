"""Measure how long a person waits for a fresh process: help, a first answer, a build; and whether help leaves rdflib alone.

Run ``.venv/bin/python benchmarks/start.py``. The bare interpreter and ``import rdflib`` stand beside as measures of the machine.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from measuring import machine, seconds, show

__all__ = ["main"]

_HELP_LOADS: Final = """
import sys
from sodiokg.cli import main
try:
    main(["--help"])
except SystemExit:
    pass
print("rdflib" in sys.modules, "pyoxigraph" in sys.modules, file=sys.stderr)
"""


def commands(folder: Path) -> dict[str, list[str]]:
    """Return what is started, by the name in the table; what a build writes goes to `folder`."""
    python = sys.executable
    sodiokg = str(Path(python).with_name("sodiokg"))
    return {
        "python -c pass": [python, "-c", "pass"],
        "python -c 'import sodiokg'": [python, "-c", "import sodiokg"],
        "sodiokg --help": [sodiokg, "--help"],
        "sodiokg query 0": [sodiokg, "query", "0"],
        "sodiokg build --output FILE": [sodiokg, "build", "--output", str(folder / "built.trig")],
        "python -c 'import rdflib'": [python, "-c", "import rdflib"],
    }


def run(command: Sequence[str], folder: Path) -> None:
    """Run a command to its end without a user's own graph; raises CalledProcessError where it fails."""
    environment = {**os.environ, "SODIOKG_HOME": str(folder / "home")}
    subprocess.run(command, check=True, capture_output=True, env=environment)


def measured(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Yield a row for each command: milliseconds and the ratio to the bare interpreter."""
    bare = 0.0
    for name, command in commands(folder).items():
        run(command, folder)  # the first start reads files from disk and writes byte code
        each = seconds(partial(run, command, folder))
        bare = bare or each
        yield name, f"{1000 * each:.0f}", f"{each / bare:.1f}"


def help_loads() -> str:
    """Return in words which of the two RDF libraries `sodiokg --help` imports."""
    done = subprocess.run([sys.executable, "-c", _HELP_LOADS], check=True, capture_output=True, text=True)
    rdflib, pyoxigraph = done.stderr.split()[-2:]
    return f"sodiokg --help imports rdflib: {rdflib}; pyoxigraph: {pyoxigraph}"


def main() -> None:
    """Print the table."""
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        header = ("command", "ms, median of 5", "times bare python")
        show("A fresh process", header, measured(Path(folder)))
    print(f"\n{help_loads()}")


if __name__ == "__main__":
    main()
