"""Notices that a publisher's site prints into the pages of a PDF: who downloaded it, where, and under what licence."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["find_notices"]

_MARK: Final = "ownloaded "
_NOTICE: Final = re.compile(
    r"\b\d{7}[\dXx], \d{4}, [\w. ]{1,9}, Downloaded from https?://[^\s]{5,120}(?: by [^\n]{0,200}?)?, Wiley Online Library on \[[\d/]{6,10}\]\.(?: See the Terms and Conditions \([^()\s]{5,120}\)"
    r" on Wiley Online Library for rules of use(?:; OA articles are governed by the applicable Creative Commons License)?)?\s?"
    r"|\bDownloaded via [^\n]{3,120}? on \w+ \d{1,2}, \d{4} at [\d:]{5,8} \(UTC\)\.\s(?:See https?://\S{5,80} for options on how to legitimately share published articles\.\s?)?"
    r"|\bPublished on \d{1,2} \w+ \d{4}\. Downloaded (?:by [^\n]{3,120}? )?on \d{1,2}/\d{1,2}/\d{4} [\d:]{5,8}(?: [AP]M)?\.\s?"
    r"|\bThis content was downloaded from IP address [\d.]{7,15} on [\d/]{8,10} at [\d:]{4,8}\s?"
)


def find_notices(source: str) -> list[tuple[int, int]]:
    """Return where the notices of a source stand, with the blank after each.

    >>> text = "It wets 15213757, 2024, 1, Downloaded from https://x.org/doi/1 by A Library, Wiley Online Library on [01/02/2025]. and flows."
    >>> [text[start:end] for start, end in find_notices(text)] == [text[8:-10]]
    True
    """
    return [found.span() for found in _NOTICE.finditer(source)] if _MARK in source else []
