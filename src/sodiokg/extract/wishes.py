"""Whether a number is what a cell has to reach, by requirement or as a target, rather than what one has reached."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["is_wished"]

# What asks for the number that follows it in its clause: "must exceed", "the target of", "demands", "to reach 400 Wh kg-1, ...".
_ASKING: Final = re.compile(
    r"\b(?:must|ought to|ha(?:s|ve) to|needs?(?:\sto)?\s|need(?:s|ed) to|requires?\b|demands?\b|necessitates?\b|calls? for"
    r"|should(?!\s(?:be\s)?(?:not(?:e|ic)|mention|attribut|ascrib|stress|point|remember|due|result from|stem|explain))"
    r"|(?:target|goal|aim|objective|benchmark|threshold|requirement|milestone|specification)s?\s(?:\w+\s){0,3}?(?:of|is|are|at|for|was|set)\b"
    r"|target(?:s|ed|ing)?\s(?:an?\s|the\s)|aim(?:s|ed|ing)? (?:at|for|to)\b|(?:desired|targeted|required|necessary)\s(?:\w+\s){1,4}(?:of|is))"
)
_PURPOSE: Final = re.compile(
    r"(?:In order to|To|For)\s(?:reach|achiev|attain|obtain|meet|exceed|realiz|realis|deliver|be\b|compet)\w*\s[^,;\d]*$"
)
# What asks for the number before it: "at least 3 mA cm-2 is required".
_ASKED: Final = re.compile(
    r"[^,;:]{0,60}?\b(?:(?:is|are|be|would be|being)\s(?:\w+\s)?(?:required|needed|necessary|demanded|desired|desirable|targeted|mandatory|essential|imperative)"
    r"|(?:required|needed|necessary|desired|demanded)\s(?:for|by|to)\b)"
)
_BREAK: Final = re.compile(r"[;:—]|,\s(?:and|but|while|whereas|which|so|our|the|we|it)\b|\b(?:but|whereas|while|yet|although)\b")
# A thing done without, a need that was met, and what the need is for and not of.
_MET: Final = re.compile(
    r"\b(?:no|not|without|never|less|lowered|reduced|decreased|meet|meets|met|fulfil\w*|satisf\w+|surpass\w*|exceed(?:s|ed|ing)?)\s(?:\w+\s){0,4}$"
)
# The first number after it is what a need is of: "must be heated to 95 °C and deliver 300 mAh g-1".
_NUMBER: Final = re.compile(r"(?<![\w-])\d")
_FAR: Final = 160  # characters of a clause


def is_wished(text: str, start: int, end: int) -> bool:
    """Say whether the number at ``text[start:end]`` of a sentence is required or aimed at.

    >>> is_wished("A density of 3 mA cm-2 is required.", 13, 22), is_wished("It reached 3 mA cm-2.", 11, 20)
    (True, False)
    """
    clause = text[max(0, start - _FAR) : start]
    clause = clause[max((match.end() for match in _BREAK.finditer(clause)), default=0) :]
    asking = next(reversed([*_ASKING.finditer(clause)]), None)
    if asking and not _MET.search(clause, 0, asking.start()) and not _NUMBER.search(clause, asking.end()):
        return True
    asked = _ASKED.match(text, end)
    if asked and not _MET.search(clause) and not _BREAK.search(asked[0]):
        return True
    return _PURPOSE.search(text, max(0, start - _FAR), start) is not None
