"""What is brought into an electrolyte where the words for it stand far apart in a sentence."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["strategy_of_electrolyte"]

_POLYMER: Final = re.compile(
    r"\b(?:[Pp]oly(?!oxometal|sulf)\w*|PEO|PVDF|PAN|PMMA|SPEs?|[A-Z]*CPEs?|gel|quasi[ -‐]solid)\b[^.;]*?\b(?:electrolytes?|membranes?|SPEs?)\b|\b(?:SPEs?|[A-Z]*CPEs?)\b|@PVDF|@PEO"
)
_FILLER: Final = re.compile(
    r"\b(?:fillers?|whiskers|nano(?:tubes?|fib\w+|wires?|sheets?|particles|rods|flakes|platelets)|(?:covalent|metal)[ -‐–]organic frameworks?|[A-Z]?[CM]OFs?|ZIF|LLZT?O|LATP|LAGP|LLTO|NZSP|NASICON|garnet|zeolites?|clay|montmorillonite|ceramic (?:particles|powders?|fillers?))\b"
)
# "Introducing X as a mediator into a high-voltage ... electrolyte".
_INTO: Final = re.compile(
    r"\b(?:[Ii]ntroduc|[Aa]dd|[Ii]ncorporat|[Dd]issolv|[Ee]mploy)(?:s|es|e|ing|ed|tion of|ation of|ition of)?\b(?! up\b)[^.;]{3,120}?\b(?:in)?to\s(?:the |an? )?(?!solid|polymer|gel|ceramic)[^.;]{0,90}?\b(?<!solid )(?<!polymer )(?<!gel )electrolytes?\b(?! interphase)"
)


def strategy_of_electrolyte(words: str) -> str:
    """Return the strategy of a sentence that brings something into an electrolyte, "" where it does not.

    >>> strategy_of_electrolyte("A polyether electrolyte is cured with epoxy-functionalized clay nanotubes.")
    'composite_electrolyte'
    >>> strategy_of_electrolyte("Adding a disulfide as a mediator to a stable, high-flash-point ether electrolyte helps.")
    'electrolyte_additive'
    """
    if "lectrolyte" not in words and "PE" not in words and "PVDF" not in words:
        return ""
    if _POLYMER.search(words) and _FILLER.search(words):
        return "composite_electrolyte"
    return "electrolyte_additive" if _INTO.search(words) else ""
