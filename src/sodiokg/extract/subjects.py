"""What a number is said of, in the words of its sentence."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["name_subject"]

_COUPLE: Final = re.compile(
    r"[^\s,;()\[\]]+\|{1,2}[^\s,;()\[\]]+(?:\s(?:full|half|symmetric(?:al)?|cells?|batter(?:y|ies)|interface))*"
)
_HEADED: Final = re.compile(
    r"(?<!\S)(?:(?!(?:[Tt]he|[Aa]n?|of|with|by|for|[Ii]n|[Oo]n|and|[Tt]his|[Tt]hat|[Tt]hese|[Tt]heir|[Ii]ts|[Aa]s|to|at|using|from|[Ww]hen|[Ww]here|is|was|were|are|et|al\.)\s)[^\s,;()\[\]]+\s){1,4}"
    r"(?:cells?|batter(?:y|ies)|anodes?|cathodes?|electrodes?|electrolytes?|composites?|hosts?|interfaces?|alloys?|pellets?|foams?|films?)\b"
)


def name_subject(text: str, position: int) -> str:
    """Return the cell couple, electrode or material named last before a number, else first after it, "" where none is.

    >>> name_subject("The Sn-coated cell ran for 300 h.", 25)
    'Sn-coated cell'
    """
    for pattern in (_COUPLE, _HEADED):
        before = [match[0] for match in pattern.finditer(text, 0, position)]
        if before:
            return before[-1]
    after = _COUPLE.search(text, position) or _HEADED.search(text, position)
    return after[0] if after else ""
