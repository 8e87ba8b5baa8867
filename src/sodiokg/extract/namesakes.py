"""Cues of strategies that only name something else: a material, a part of a cell, what stands by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sodiokg.extract.cues import Hit
from sodiokg.extract.dopants import dopes_a_carbon, dopes_a_ceramic
from sodiokg.extract.forms import is_flat
from sodiokg.extract.lexicon import Lexicon
from sodiokg.extract.materials import Mention
from sodiokg.extract.role_words import put_on
from sodiokg.extract.substrates import substrate_class

__all__ = ["names_something_else"]

# Vacancies are no dopant, and what a solvent, salt or polymer contains is part of its molecule.
_NO_CARBON: Final = re.compile(r" (?:\w+ )?(?:vacanc|ionic liquid|electrolyte|solvent|salt|additive|polymer|anion|molecule)")
# A doped carbon that is but one part of what was made, "TiO2 and N-doped carbon".
_WITH_IT: Final = re.compile(r"(?: \w+)? (?:and|plus) (?:an? )?(?:(?:[A-Z][a-z]?|[a-z]+(?:en|ur|ne|on|us))[ -])?")
# A layer towards the other electrode, and a separator, are parts of a cell; so is what holds the ions there.
_AT_CATHODE: Final = re.compile(r"\b(?:cathodes?|positive electrodes?)\b")
_OF_CATHODE: Final = re.compile(r"\b(?:cathode|intercalation|cathode material|sulfur|polysulfide|iodine)s?\s$", re.IGNORECASE)
_FOR_CATHODE: Final = re.compile(
    r"(?: (?:hosts?|matri\w+|scaffolds?))?(?: materials?)? (?:for|of) (?:the )?(?:sulfur|polysulfide|cathode|iodine)(?! and)"
)
# What is not done: "rather than coating the ceramic".
_INSTEAD: Final = re.compile(
    r"\b(?:rather than|instead of|in place of|as opposed to|different from|unlike)\s(?:\w+\s){0,2}(?:\w+)?$"
)
# An alloy that makes up a layer is no anode: "a Na-Sn alloy interlayer", "Na-Sn alloy/Na2S interphase".
_LAYER_OF: Final = re.compile(
    r"(?:[\s-]alloy)?(?:/[\w/]+)?(?:[\s-](?:and [\w-]+|rich|based|containing|type))?[\s-](?:hybrid |protective |protection )?(?:inter)?(?:layer|phase|face|film|coating|skin)s?\b"
)
# The space between the sheets of a material, and the interphase that every electrolyte leaves, are laid on by nobody.
_SPACE: Final = re.compile(r"[\s-](?:spac|distanc|expan|channel|gap)")
_NATIVE: Final = re.compile(r"\b(?:SEI|electrolyte[\s-]interphases?(?: \(SEI\))?|passivation|passivating|oxide)\b", re.IGNORECASE)
_MADE_UP: Final = re.compile(r"artificial|interlayer|coat|protective|hybrid", re.IGNORECASE)
# What is watched in place, "in situ X-ray diffraction".
_WATCHED: Final = re.compile(
    r"in[\s-]situ[\s-](?:\w+[\s-])?(?:optical|XRD|X-ray|TEM|SEM|Raman|AFM|FTIR|microscop|observ|characteri|spectr|diffract|measure|imag|monitor)",
    re.IGNORECASE,
)
# A filler of a layer, and an alloy that forms.
_INTO_LAYER: Final = re.compile(r"(?:[\s-]\w+)?[\s-](?:inter)?(?:layer|film|coating|skin)s?\b")
_PHASE: Final = re.compile(r"\s(?:reactions?|phases?|formation|intermetallics?)\b")
# A composite that is no electrode.
_OTHER_COMPOSITE: Final = re.compile(
    r"\bcomposite[\s-](?:\w+[\s-])?(?:coating|separator|electrolyte|interphase|interlayer|layer|film|solid|polymer|membrane|cathode)",
    re.IGNORECASE,
)
# Ions and salts of a metal are not the metal.
_ION: Final = re.compile(r"[\s-](?:ions?|salts?|transport|conduct\w+)\b|\+")
# Grains of a compound are none of its metal: "aluminium oxide nanoparticles".
_COMPOUND: Final = re.compile(
    r"\b(?:oxide|fluoride|chloride|nitride|sul(?:f|ph)ide|phosphide|selenide|telluride|carbide)s?\b", re.IGNORECASE
)
# What is brought into a solid or a polymer is no additive of a liquid.
_SOLID: Final = re.compile(r"\b(?:solid|polymer|gel|ceramic|sulfide|garnet|argyrodite|PEO|PVDF)\b(?!\W+electrolyte\W+interphase)")
_NO_ADDITIVE: Final = re.compile(r"-free\b|\smanufactur")
_OTHER_ADDITIVE: Final = re.compile(r"\b(?:conductive|conducting|sintering|without|no|any|free of)\s(?:\w+\s)?$")


def names_something_else(hit: Hit, text: str, mentions: Sequence[Mention], lexicon: Lexicon) -> bool:
    """Tell whether a cue of a strategy is but the name of a material or of what is there anyway.

    Such are a metal-organic framework, the doped ceramic that a layer is put on, the alloy of a layer, the space between the sheets of a crystal.
    """
    before = text[max(0, hit.start - 30) : hit.start]
    last = text[max(hit.start, hit.end - 30) : hit.end]
    if hit.key == "bulk_doping":
        return put_on(text, hit.start) or dopes_a_carbon(text, hit) or not dopes_a_ceramic(text, hit)
    if _INSTEAD.search(before) or _INSTEAD.search(last):
        return True
    if hit.key == "heteroatom_doping":
        component = any(
            m.end < hit.start and len(m.elements) != 1 and _WITH_IT.fullmatch(text, m.end, hit.start) for m in mentions
        )
        return component or bool(_NO_CARBON.match(text, hit.end))
    if hit.key == "surface_coating":
        return _is_no_coat(text, hit)
    if hit.key in {"in_situ_interlayer", "byReaction"}:
        return bool(_WATCHED.search(text, hit.start, hit.end + 30))
    if hit.key == "electrolyte_additive":
        return bool(
            _SOLID.search(text, hit.start, hit.end) or _NO_ADDITIVE.match(text, hit.end) or _OTHER_ADDITIVE.search(before)
        )
    if hit.key == "composite_electrolyte":
        return bool(_INTO_LAYER.match(text, hit.end))
    if hit.key in {"alloy_anode", "composite_anode"}:
        other = hit.key == "composite_anode" and _OTHER_COMPOSITE.search(text, hit.start, hit.end + 20)
        return bool(other or _PHASE.match(text, hit.end) or _LAYER_OF.match(text, hit.end) or _ION.match(text, hit.end))
    if hit.key == "metal_decoration":
        return bool(_COMPOUND.search(text, hit.start, hit.end) or is_flat(text, hit.end))
    return hit.key == "structural_host" and (
        "cathode" in text[hit.start : hit.end]
        or bool(_OF_CATHODE.search(before) or _FOR_CATHODE.match(text, hit.end) or _ION.match(text, hit.end))
        or any(m.start <= hit.start and hit.end <= m.end and substrate_class(m, lexicon) is None for m in mentions)
    )


def _is_no_coat(text: str, hit: Hit) -> bool:
    """Tell whether a layer is one of the other electrode, one that the electrolyte leaves, or none at all but a space."""
    words = text[hit.start : hit.end]
    native = _NATIVE.search(words) and not _MADE_UP.search(words)
    at_cathode = _AT_CATHODE.search(text, max(0, hit.start - 20), hit.end + 20)
    return bool(native or at_cathode or _SPACE.match(text, hit.end))
