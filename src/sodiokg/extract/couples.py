"""Find what a plain text writes with bars and with "@": cells and contacts, "Na||S", and materials on others, "Ag@C".

Every pattern is possessive, so that no text takes more than linear time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

__all__ = ["Couple", "Decorated", "find_couples", "find_decorated"]

_PART: Final = r"[^\s|,;:()\[\]@~<>=]"
_LAYER: Final = rf"(?:{_PART}|@|\([^\s()|]{{1,30}}+\))"
_COUPLE: Final = re.compile(rf"(?<![^\s(\[,;\"'/-])(?:{_LAYER}){{1,60}}+(?:(?:\s?\|\|\s?|\|)(?:{_LAYER}){{1,60}}+)++")
_DECORATED: Final = re.compile(rf"(?<![^\s(\[,;|/\"'~=])(?:{_PART}){{1,40}}+(?:@(?:{_PART}|\([^\s()|]{{1,30}}+\)){{1,40}}+)++")
_MAIL: Final = re.compile(r"@[\w-]+\.[a-z]{2,}")
_TAIL: Final = ".'\""


@dataclass(frozen=True, slots=True)
class Couple:
    """A cell (``A||B||C``) or a contact of two or more layers (``A|B``), its parts as printed."""

    start: int
    end: int
    parts: tuple[str, ...]
    separator: str


@dataclass(frozen=True, slots=True)
class Decorated:
    """A material on, in or around another one: ``X@Y``."""

    start: int
    end: int
    parts: tuple[str, ...]


def find_couples(text: str) -> list[Couple]:
    """Return the cells and contacts of a plain text.

    >>> find_couples("the Na-Cs||S cell and the Na|BASE contact")[0].parts
    ('Na-Cs', 'S')
    """
    couples = []
    for found in _COUPLE.finditer(text):
        words = found.group().rstrip(_TAIL)
        separator = "||" if "||" in words else "|"
        parts = tuple(part.strip() for part in words.split(separator))
        if all(parts):
            couples.append(Couple(found.start(), found.start() + len(words), parts, separator))
    return couples


def find_decorated(text: str) -> list[Decorated]:
    """Return the materials written ``X@Y`` in a plain text; an electronic mail address is none.

    >>> find_decorated("after infusion the RuO2@CC host")[0].parts
    ('RuO2', 'CC')
    """
    decorated = []
    for found in _DECORATED.finditer(text):
        words = found.group().rstrip(_TAIL)
        if not _MAIL.search(words):
            decorated.append(Decorated(found.start(), found.start() + len(words), tuple(words.split("@"))))
    return decorated
