"""What is brought into an electrolyte where the words for it stand far apart in a sentence."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["OF_AN_ELECTROLYTE", "presents_electrolyte", "strategy_of_electrolyte"]

# What can be done to an electrolyte; words for anything else name its parts.
OF_AN_ELECTROLYTE: Final = frozenset(
    {"composite_electrolyte", "electrolyte_additive", "bulk_doping", "in_situ_interlayer", "surface_cleaning"}
)
_KIND: Final = (
    r"(?:(?!(?:on|for|between|with|by|to|into|onto|that|which|of|in|at|from|via|coat\w*|additives?|interlayers?|layers?|films?|interphases?|is|are|was|were)\b)[\w()/+·‐–-]+,? ){0,9}?"
    r"(?:electrolytes?|[GSCQ]{1,3}PEs?|SSEs?|ionogels?|single-ion conductors?)\b(?![ -](?:interphase|interface|additive|coating|layer|wetting|uptake|side|\w+ interface))"
)
_PRESENTED: Final = r"(?:report|present|propos|design|develop|introduc|fabricat|prepar|synthesi[sz]|construct|engineer|demonstrat|formulat|creat|describ|devis|show|realiz|buil|obtain)(?:e|es|s|ed|ing|t|ts)?"
_ACTIVE: Final = re.compile(
    rf"\b(?:[Ww]e|study|work|paper|article|letter|report|approach)\b[^.;,]{{0,40}}?\b{_PRESENTED} (?:(?:an?|the|two|new|novel) ){{1,2}}{_KIND}"
)
_PASSIVE: Final = re.compile(
    rf"(?:^\W*|, |\b(?:[Hh]ere|[Hh]erein|that) )(?:[Aa]n?|[Tt]he|[Tt]wo|[Nn]ovel) {_KIND}[^.;,]{{0,90}}?\b(?:is|are|was|were|has been) (?:\w+ly )?(?:and )?{_PRESENTED}\b"
)

_POLYMER: Final = re.compile(
    r"\b(?:[Pp]oly(?!oxometal|sulf)\w*|PEO|PVDF|PAN|PMMA|SPEs?|[A-Z]*CPEs?|gel|quasi[ -‐]solid)\b[^.;]{0,200}?\b(?:electrolytes?|membranes?|SPEs?)\b|\b(?:SPEs?|[A-Z]*CPEs?)\b|@PVDF|@PEO"
)
_FILLER: Final = re.compile(
    r"\b(?:fillers?|whiskers|nano(?:tubes?|fib\w+|wires?|sheets?|particles|rods|flakes|platelets)|(?:covalent|metal)[ -‐–]organic frameworks?|[A-Z]?[CM]OFs?|ZIF|LLZT?O|LATP|LAGP|LLTO|NZSP|NASICON|garnet|zeolites?|clay|montmorillonite|ceramic (?:particles|powders?|fillers?))\b"
)
# What a polymer is held by that fills a web: "cured within an aramid mat".
_HELD: Final = re.compile(
    r"\b(?:soak|cast|infiltrat|infus|impregnat|polymeri[sz]|cur|pour|absorb|fill|hold|h[eo]ld|confin)\w* (?:\w+ly )?(?:into|in|within|inside|by) (?:an? |the )?(?:[\w-]+ ){0,2}(?:webs?|mats?|fabrics?|non-?wovens?|scaffolds?|skeletons?|frameworks?|membranes?|aerogels?|networks?|textiles?)\b"
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
    if _POLYMER.search(words) and (_FILLER.search(words) or _HELD.search(words)):
        return "composite_electrolyte"
    return "electrolyte_additive" if _INTO.search(words) else ""


def presents_electrolyte(words: str) -> bool:
    """Tell whether what the sentence of a work presents is an electrolyte.

    >>> presents_electrolyte("Herein, we propose a hierarchical gel polymer electrolyte built on a scaffold.")
    True
    >>> presents_electrolyte("Herein, we propose a carbon interlayer between the anode and a polymer electrolyte.")
    False
    """
    named = any(part in words for part in ("lectrolyte", "PE", "SSE", "ionogel", "single-ion"))
    return named and bool(_ACTIVE.search(words) or _PASSIVE.search(words))
