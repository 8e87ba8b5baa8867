"""Run the command line as ``python -m sodiokg``."""

from __future__ import annotations

import sys

from sodiokg.cli import main

__all__: list[str] = []

if __name__ == "__main__":
    sys.exit(main())
