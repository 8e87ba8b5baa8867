"""Studies by quantities, grouped by what makes numbers comparable: the table that is made by hand for a review, and its plots."""

from __future__ import annotations

from sodiokg.comparison.grid import Comparison, compared
from sodiokg.comparison.results import BY, QUESTION, read_results

__all__ = ["BY", "QUESTION", "Comparison", "compared", "read_results"]
