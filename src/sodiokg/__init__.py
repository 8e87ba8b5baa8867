"""Ask what the literature says about making sodium wet."""

from __future__ import annotations

__version__ = "0.1.0"
