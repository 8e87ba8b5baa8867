"""Score what is read from texts against records made by hand."""

from __future__ import annotations

from sodiokg.evaluation.claims import score_claims
from sodiokg.evaluation.gold import Entry, entry_of, find_sources, read_gold
from sodiokg.evaluation.measurements import score_measurements
from sodiokg.evaluation.reading import Evaluation, evaluate
from sodiokg.evaluation.report import as_object, as_table, as_text
from sodiokg.evaluation.scores import Accuracy, Disagreement, Ratio, Scores

__all__ = [
    "Accuracy",
    "Disagreement",
    "Entry",
    "Evaluation",
    "Ratio",
    "Scores",
    "as_object",
    "as_table",
    "as_text",
    "entry_of",
    "evaluate",
    "find_sources",
    "read_gold",
    "score_claims",
    "score_measurements",
]
