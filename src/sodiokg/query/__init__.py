"""Questions and how they are put: shipped query files, hostile-query guard, embedded engine, endpoint."""

from __future__ import annotations

from sodiokg.query.shipped import Parameter, Question, find, questions

__all__ = ["Parameter", "Question", "find", "questions"]
