"""The reference page."""

from __future__ import annotations

__all__ = ["reference_page"]


def reference_page() -> str:
    """Return the page."""
    return ""
