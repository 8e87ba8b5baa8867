"""What a material does where it is named: substrate, agent brought in, phase formed, cathode, contaminant taken away."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sodiokg.extract.cues import Hit
from sodiokg.extract.lexicon import Lexicon
from sodiokg.extract.materials import Mention

__all__ = ["SUBSTRATES", "Roles", "assign_roles"]

SUBSTRATES: Final = ("BASE", "NASICON", "MXene", "MetalHost", "CarbonMaterial", "AlloyFramework")
_ALKALI: Final = frozenset({"Na", "Li", "K", "Rb", "Cs"})
_FORMED: Final = re.compile(
    r"(?:\bform(?:s|ed|ing|ation)?\b|\bexistence\b|\bpresence\b|\bgenerat\w+|\bcreat\w+|\bconver\w+|\bturn\w*|\bgrow\w*|\bresulting\b"
    r"|\bconsist\w* of\b|\bcontain\w*|\byield\w*|\bproduc\w*|\bgiv(?:es|ing)\b|\binto\b|\bas-formed\b|\brich\b|\balloying\b|\bevolv\w+|\bdevelop(?:s|ing)\b)",
    re.IGNORECASE,
)
_CATHODE: Final = re.compile(r"^[\s\w()'-]{0,25}?\b(?:cathode|catholyte|positive electrode)", re.IGNORECASE)
_COUPLE: Final = re.compile(r"\|\|?")
_DOPED: Final = re.compile(r"\b([A-Z][a-z]?)(?:[23]?\+)?(?:,? and ([A-Z][a-z]?))?[\s-](?:co-?)?dop(?:ed|ing)")
_DOPANT_WORDS: Final = {
    "nitrogen": "N",
    "sulfur": "S",
    "sulphur": "S",
    "oxygen": "O",
    "boron": "B",
    "phosphorus": "P",
    "fluorine": "F",
    "calcium": "Ca",
}
_DOPANT_WORD: Final = re.compile(
    r"\b(" + "|".join(_DOPANT_WORDS) + r")(?:[\s-](?:co-?)?dop\w+|-containing|-functional| functional)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Roles:
    """The materials of a stretch of text by what they do there, each list in order of first mention and without repeats."""

    substrates: tuple[Mention, ...]
    agents: tuple[str, ...]
    phases: tuple[Mention, ...]
    cathodes: tuple[str, ...]


def assign_roles(
    text: str, mentions: Sequence[Mention], removal: Sequence[Hit], lexicon: Lexicon, bounds: tuple[int, int]
) -> Roles:
    """Divide the mentions of a frame by role; `removal` are the places where something is said to be taken away."""
    substrates: list[Mention] = []
    agents: list[str] = []
    phases: list[Mention] = []
    cathodes: list[str] = []
    for mention in mentions:
        if _is_sodium(mention) or any(hit.start <= mention.start < hit.end for hit in removal):
            continue
        if _is_cathode(text, mention):
            cathodes.append(mention.title)
        elif substrate_class(mention, lexicon):
            substrates.append(mention)
        elif _in_couple(text, mention):
            continue
        elif _is_formed(text, mention, bounds[0], lexicon):
            phases.append(mention)
        else:
            agents.append(mention.title)
    dopants = _dopants(text[bounds[0] : bounds[1]])
    formed = {phase.title for phase in phases}
    kept = dict.fromkeys(name for name in [*agents, *dopants] if name not in formed)
    return Roles(tuple(substrates), tuple(kept), _unique(phases), tuple(dict.fromkeys(cathodes)))


def substrate_class(mention: Mention, lexicon: Lexicon) -> str | None:
    """Return the exchange-format key of the substrate class that a material belongs to."""
    for kind in SUBSTRATES:
        if lexicon.is_a(mention.iri, kind):
            return {"MetalHost": "metal", "CarbonMaterial": "carbon", "AlloyFramework": "alloy"}.get(kind, kind)
    return None


def _unique(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    return tuple({mention.title: mention for mention in reversed(mentions)}.values())[::-1]


def _is_sodium(mention: Mention) -> bool:
    return mention.title in {"Na", "Li", "Na+", "Li+", "sodium"} or mention.elements in {("Na",), ("Li",)}


def _is_cathode(text: str, mention: Mention) -> bool:
    after = text[mention.end : mention.end + 40].split(".")[0].split(",")[0]
    last_in_couple = bool(re.search(r"\|\|\s*$", text[max(0, mention.start - 3) : mention.start])) and not after.startswith("|")
    return last_in_couple or bool(_CATHODE.match(after))


def _in_couple(text: str, mention: Mention) -> bool:
    return bool(
        _COUPLE.search(text[max(0, mention.start - 2) : mention.start]) or _COUPLE.search(text[mention.end : mention.end + 2])
    )


def _is_formed(text: str, mention: Mention, start: int, lexicon: Lexicon) -> bool:
    """Tell whether a sodium compound or alloy is said to come into being here."""
    others = [element for element in mention.elements if element != "Na"]
    product = "Na" in mention.elements and bool(others) and not set(mention.elements) <= _ALKALI
    if not (product or lexicon.is_a(mention.iri, "AlloyPhase")) or (set(mention.elements) <= _ALKALI and mention.elements):
        return False
    around = text[max(start, mention.start - 60) : mention.start] + " " + text[mention.end : mention.end + 30].split(".")[0]
    return bool(_FORMED.search(around))


def _dopants(text: str) -> list[str]:
    symbols = [symbol for match in _DOPED.finditer(text) for symbol in match.groups() if symbol]
    return [*symbols, *(_DOPANT_WORDS[match.group(1).lower()] for match in _DOPANT_WORD.finditer(text))]
