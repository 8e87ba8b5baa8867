"""Materials that only stand by: collectors, what a finding holds for too, the doped ceramic to which something is done."""

from __future__ import annotations

import re
from typing import Final

from sodiokg.extract.formulas import NONMETALS
from sodiokg.extract.materials import Mention

__all__ = ["is_bystander", "is_patient"]

_COLLECTOR: Final = re.compile(r"(?:\s\([^)]{1,12}\))?(?:[\s-]foils?)?\s(?:current )?(?:collectors?|substrates?)\b")
# "Sb coated Ni foil": the foil is what the antimony is put on.
_CARRIES: Final = re.compile(r"\s(?:foil|mesh|foam|current collector|collector|substrate|grid|sheet|wafer|separator)s?\b")
_COATED: Final = re.compile(r"[\s-](?:coated|modified|decorated|protected|plated|treated|covered|supported)\s(?:[a-z-]+\s){0,2}$")
_DOES_TO: Final = re.compile(
    r"\b(?:coat|cover|decorat|modif|treat|plat|protect|paint|load|impregnat|infiltrat|fill|wrap|seed|dop)(?:e[ds]?|ing|s|y|ied|ies|ted|ting)?\s(?:(?:an?|the)\s)?(?:\w+\s)?$"
)
_WITH: Final = re.compile(r"(?:\s[a-z]+){0,2}\swith\b")
# The skeleton of a molecule between its bonds, "HS-C6H4-X", and what may stand for a letter in it, "X = NH2, OCH3".
_BONDED: Final = re.compile(r"(?<=[A-Za-z\d][-–=])(?=C\d*[HF]\d*[-–=][A-Z])")
_STANDS_FOR: Final = re.compile(r"\b[XRYZ]\d? ?= ?(?:[\w-]+(?:, and |, or |, | and | or ))*$")
_MOLECULAR: Final = frozenset("CHNOFS")
# What a polymer is made from is not brought into it.
# "X is doped with Y": X is what something is done to.
_IS_DONE_TO: Final = re.compile(
    r"(?:\s\([\w-]+\))?(?:\s[a-z]+){0,2}\s(?:is|are|was|were)\s(?:\w+\s)?(?:dop|coat|cover|modif|treat|decorat|impregnat|infiltrat|infus|load|fill)\w*\s(?:with|by molten)\b"
)
_MONOMER: Final = re.compile(
    r"\b[Pp]olymeri[sz](?:ation|ing|ed)(?: \w+)? (?:of|between|from) (?:an? |the )?$|\bopolymeri[sz]ation between $"
)
# What is wished away, "the reduction of X", and tools.
_LOST: Final = re.compile(
    r"\s(?:reduction|oxidation|dissolution|leaching|migration|corrosion|contaminat\w+|impurit\w+|depletion|rollers?|wheels?|mou?lds?|crucibles?|autoclaves?|boats?|plungers?|dies?)\b"
)
# What only breaks up or comes apart.
_BROKEN_UP: Final = re.compile(r"\b(?:decomposition|dissociation|breakdown|consumption|depletion) of (?:the )?$")
_COLLECTOR_METALS: Final = (("Cu",), ("Al",), ("Ti",))
_COLLECTS: Final = re.compile(
    r"\b(?:collectors?|substrates?|foils?|cathodes?|positive electrodes?)\s\((?:e\.g\.,?\s|i\.e\.,?\s|such as\s|for example,?\s)?(?:[\w-]+\s(?:and|or)\s|[\w-]+,\s){0,3}$"
)
_KIND_OF: Final = re.compile(r"-based (?:\w+ )?electrolytes?\b")
_ON_IT: Final = re.compile(
    r"\b(?:on|onto|over|of|from|in|against|between|to|across|using|with)\s(?:(?:an?|the|its|bare|planar|plain|commercial|thin)\s){0,3}$",
    re.IGNORECASE,
)
# "This also holds for other materials such as X": X shows how far a finding goes.
_HOLDS_FOR: Final = re.compile(
    r"\b(?:suitable|applicable|valid|transferable|extended|extends?|holds?|applies|works|observed|found)\s(?:\w+\s){0,2}?(?:for|to|on|with|in)\s(?:\w+\s)?other\b[^.;]*$"
)
_DOPED: Final = re.compile(r"[\s-](?:doped|substituted)\s(?!carbon|graphene|graphit|host)[\w.()]+(?:\s\([\w-]+\))?")
_DONE_TO: Final = re.compile(
    r"(?:\s[a-z]+){0,2}?\s(?:is|are|was|were|be|been)\s(?:\w+\s){0,2}?(?:treat|coat|modif|immers|dipp|polish|cover|heat|clean|wash|expos|etch|protect|sputter|rins|anneal|soak)\w*"
)
_SET_IN: Final = re.compile(
    r"\b(?:on|onto|into|over|against|between|(?:treatment|coating|surface|modification|cleaning|polishing|interface|dipping|immersion|treating|modifying)s? of|treating|modifying)\s(?:(?:an?|the)\s)?$",
    re.IGNORECASE,
)
_AROUND: Final = 90


def is_bystander(text: str, mention: Mention) -> bool:
    """Tell whether a material is a bare collector, the kind of an electrolyte, an example of how far a finding goes, or the dopant of what is treated."""
    before = text[max(0, mention.start - _AROUND) : mention.start].rpartition(". ")[2]
    if ("(" in before and _COLLECTS.search(before)) or _KIND_OF.match(text, mention.end):
        return True
    if mention.elements and _MOLECULAR.issuperset(mention.elements) and _is_group(text, mention, before):
        return True
    named = text[mention.start : mention.end].endswith(("collector", "collectors"))
    if (named or _COLLECTOR.match(text, mention.end)) and _ON_IT.search(before):
        return True
    if "olymeri" in before and _MONOMER.search(before):
        return True
    if mention.elements in _COLLECTOR_METALS and (_COLLECTOR.match(text, mention.end) or _COATED.search(before)):
        return True
    if (before.endswith(("of ", "of the ")) and _BROKEN_UP.search(before)) or _IS_DONE_TO.match(text, mention.end):
        return True
    if _LOST.match(text, mention.end) or (_CARRIES.match(text, mention.end) and _COATED.search(before)):
        return True
    if _WITH.match(text, mention.end) and _DOES_TO.search(before):
        return True
    dopes = len(mention.elements) == 1 and text[mention.end : mention.end + 1] in {"-", " "}
    return (" other " in before and _HOLDS_FOR.search(before) is not None) or (
        dopes and is_patient(text, mention.start, mention.end, mention.elements[0])
    )


def _is_group(text: str, mention: Mention, before: str) -> bool:
    """Tell whether a formula is that of a part of a molecule."""
    return bool(_BONDED.match(text, mention.start) or ("=" in before and _STANDS_FOR.search(before)))


def is_patient(text: str, start: int, end: int, dopant: str) -> bool:
    """Tell whether the ceramic that a metal at ``text[start:end]`` dopes is only what something is done to, "a film on Ta-doped garnet"."""
    doped = _DOPED.match(text, end)
    if doped is None or dopant in NONMETALS:
        return False
    return bool(_SET_IN.search(text, max(0, start - 30), start) or _DONE_TO.match(text, doped.end()))
