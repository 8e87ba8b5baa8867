"""One page to judge a reading by: the text with everything marked that was read from it."""

from __future__ import annotations

from sodiokg.annotation.page import annotated
from sodiokg.annotation.unread import unread_numbers

__all__ = ["annotated", "unread_numbers"]
