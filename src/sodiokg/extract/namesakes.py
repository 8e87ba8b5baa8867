"""Cues of strategies that only name something else: a material, a part of a cell, what stands by."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sodiokg.extract.cues import Hit
from sodiokg.extract.dopants import dopes_a_carbon, dopes_a_ceramic
from sodiokg.extract.forms import is_flat
from sodiokg.extract.lexicon import Lexicon
from sodiokg.extract.materials import Mention
from sodiokg.extract.role_words import put_on
from sodiokg.extract.substrates import substrate_class

__all__ = ["names_something_else"]

_BESIDE: Final = 30  # characters before or after a cue that are looked at
_NEVER: Final = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class _Company:
    """The words by which a cue is known to name something else: right `before` it, `inside` it, right `after` it, or near it."""

    before: re.Pattern[str] = _NEVER
    inside: re.Pattern[str] = _NEVER
    after: re.Pattern[str] = _NEVER
    near: re.Pattern[str] = _NEVER

    def found(self, text: str, hit: Hit) -> bool:
        """Tell whether any of the words stands where it has to."""
        return bool(
            self.after.match(text, hit.end)
            or self.inside.search(text, hit.start, hit.end)
            or self.before.search(text[max(0, hit.start - _BESIDE) : hit.start])
            or (self.near is not _NEVER and self.near.search(text, max(0, hit.start - 20), hit.end + 20))
        )


# Ions and salts of a metal are not the metal.
_IONS: Final = r"[\s-](?:ions?|salts?|transport|conduct\w+)\b|\+"
_SALTS: Final = re.compile(
    r"\b(?:oxide|fluoride|chloride|nitride|sul(?:f|ph)ide|phosphide|selenide|telluride|carbide)s?\b", re.IGNORECASE
)
# An alloy or a composite that makes up a layer is no anode, "a Na-Sn alloy interlayer", "Na-Sn alloy/Na2S interphase"; nor is an alloy that forms.
_ANODES: Final = re.compile(
    r"(?:[\s-]alloy)?(?:/[\w/]+)?(?:[\s-](?:and [\w-]+|rich|based|containing|type))?[\s-](?:hybrid |protective |protection )?(?:inter)?(?:layer|phase|face|film|coating|skin)s?\b"
    rf"|\s(?:reactions?|phases?|formation|intermetallics?|(?:is |are |were |was )?form\w*)\b|{_IONS}"
)
# A layer towards the other electrode is a part of the cell.
_AT_CATHODE: Final = re.compile(r"\b(?:cathodes?|positive electrodes?)\b")
_COMPANY: Final[Mapping[str, _Company]] = {
    # The space between the sheets of a crystal, a layer of the cell's own parts or of the SEI, and what removes layers to look below them.
    "surface_coating": _Company(
        after=re.compile(
            r"[\s-](?:spac|distanc|expan|channel|gap)|\s(?:of|in) (?:the |an? )?(?:\w+ )?(?:SEI|interphase)\b"
            r"|\s+(?:of\s+)?(?:the )?(?:SEs?|(?:solid |ceramic )?electrolytes?)\b(?!-)"
            r"|(?:(?<=\bof)|\s+of)\s(?:the )?(?:sodium|lithium|Na|Li)\b(?: metal\b)?(?=\s(?:is|was|on|with|and|forms?)\b|[.,;])"
        ),
        near=re.compile(
            rf"{_AT_CATHODE.pattern}|\b(?:depth|profil\w+|etching time|[Ss]putter(?:ing|ed) (?:time|rate|for))\b",
        ),
    ),
    # What a solvent, salt or polymer contains is part of its molecule.
    "heteroatom_doping": _Company(
        after=re.compile(r" (?:\w+ )?(?:vacanc|ionic liquid|electrolyte|solvent|salt|additive|polymer|anion|molecule)")
    ),
    "bulk_doping": _Company(near=_AT_CATHODE),
    "oxide_decoration": _Company(near=_AT_CATHODE, inside=re.compile(r"graphene[\s-]oxide", re.IGNORECASE)),
    "surface_treatment": _Company(after=re.compile(r"[\s-](?:enhanced|assisted)\b")),
    # Grains of a compound are none of its metal: "aluminium oxide nanoparticles".
    "metal_decoration": _Company(inside=_SALTS),
    "mesh_or_network": _Company(
        before=re.compile(r"\b(?:computational|simulation|numerical|element|tetrahedral|triangular|the fine)\s$")
    ),
    # What is brought into a solid or a polymer is no additive of a liquid.
    "electrolyte_additive": _Company(
        before=re.compile(r"\b(?:conductive|conducting|sintering|without|no|any|free of)\s(?:\w+\s)?$"),
        inside=re.compile(r"\b(?:solid|polymer|gel|ceramic|sulfide|garnet|argyrodite|PEO|PVDF)\b(?!\W+electrolyte\W+interphase)"),
        after=re.compile(r"-free\b|\smanufactur"),
    ),
    # What is brought into the polymer of a layer is a part of that.
    "composite_electrolyte": _Company(after=re.compile(r"(?:[\s-]\w+)?[\s-](?:inter)?(?:layer|film|coating|skin)s?\b")),
    "alloy_anode": _Company(after=_ANODES, inside=_SALTS),
    "composite_anode": _Company(
        after=_ANODES,
        near=re.compile(
            r"\bcomposite[\s-](?:\w+[\s-])?(?:coating|separator|electrolyte|interphase|interlayer|layer|film|solid|polymer|membrane|cathode)",
            re.IGNORECASE,
        ),
    ),
    # The host of the other electrode.
    "structural_host": _Company(
        # What a reaction leaves houses nothing, nor do the salts that grains of an alloy lie in.
        before=re.compile(
            r"\b(?:cathode|intercalation|cathode material|sulfur|polysulfide|iodine)s?\s$|\b(?:reduced|converted|converts|transform\w+|turns?|turned|solidif\w+|decompos\w+|reacts?) (?:in)?(?:to|as) (?:an? |the )?(?:\w+ )?$",
            re.IGNORECASE,
        ),
        inside=re.compile(
            r"cathode|\b(?:insulating|inorganic|fluoride|oxide|salt|NaF|LiF|Li2O|Na2O|polymer\w*) (?:matrix|network)"
        ),
        after=re.compile(
            rf"(?: (?:hosts?|matri\w+|scaffolds?))?(?: materials?)? (?:for|of) (?:the )?(?:sulfur|polysulfide|cathode|iodine)(?! and)|{_IONS}"
        ),
    ),
}
# What is watched in place, "in situ X-ray diffraction".
_WATCHED: Final = re.compile(
    r"in[\s-]situ[\s-](?:\w+[\s-])?(?:optical|XRD|X-ray|TEM|SEM|Raman|AFM|FTIR|microscop|observ|characteri|spectr|diffract|measure|imag|monitor)",
    re.IGNORECASE,
)
# What is not done: "rather than coating the ceramic".
_INSTEAD: Final = re.compile(
    r"\b(?:rather than|instead of|in place of|as opposed to|different from|unlike)\s(?:\w+\s){0,2}(?:\w+)?$"
)
# A doped carbon that is but one part of what was made, "TiO2 and N-doped carbon".
_WITH_IT: Final = re.compile(r"(?: \w+)? (?:and|plus) (?:an? )?(?:(?:[A-Z][a-z]?|[a-z]+(?:en|ur|ne|on|us))[ -])?")
# The layers that every electrolyte leaves on a metal, and by what a work says that it made one itself.
_NATIVE: Final = re.compile(r"\b(?:SEI|electrolyte[\s-]interphases?(?: \(SEI\))?|passivation|passivating|oxide)\b", re.IGNORECASE)
_MADE: Final = {
    "surface_coating": re.compile(r"artificial|interlayer|coat|protective|hybrid", re.IGNORECASE),
    "in_situ_interlayer": re.compile(
        r"artificial|in[\s-]situ|construct|buil[dt]|design|engineer|tailor|interlayer|fabricat|prepar", re.IGNORECASE
    ),
}


def names_something_else(hit: Hit, text: str, mentions: Sequence[Mention], lexicon: Lexicon) -> bool:
    """Tell whether a cue of a strategy is but the name of a material or of what is there anyway.

    Such are a metal-organic framework, the doped ceramic that a layer is put on, the alloy of a layer, the space between the sheets of a crystal.
    """
    company = _COMPANY.get(hit.key)
    if (company and company.found(text, hit)) or _is_native(text, hit) or _is_not_done(text, hit):
        return True
    match hit.key:
        case "bulk_doping":
            return put_on(text, hit.start) or dopes_a_carbon(text, hit) or not dopes_a_ceramic(text, hit)
        case "heteroatom_doping":
            parts = [m for m in mentions if m.end < hit.start and len(m.elements) != 1]
            return any(_WITH_IT.fullmatch(text, part.end, hit.start) for part in parts)
        case "metal_decoration":
            return is_flat(text, hit.end)
        case "structural_host":
            names = [m for m in mentions if m.start <= hit.start and hit.end <= m.end]
            return any(substrate_class(name, lexicon) is None for name in names)
        case "in_situ_interlayer" | "byReaction":
            return _WATCHED.search(text, hit.start, hit.end + _BESIDE) is not None
    return False


def _is_native(text: str, hit: Hit) -> bool:
    """Tell whether a layer is one that grows on any metal."""
    made = _MADE.get(hit.key)
    return bool(made and _NATIVE.search(text, hit.start, hit.end) and not made.search(text, hit.start, hit.end))


def _is_not_done(text: str, hit: Hit) -> bool:
    """Tell whether a strategy is only what something else is done in place of."""
    if hit.key == "bulk_doping":
        return False
    before, last = text[max(0, hit.start - _BESIDE) : hit.start], text[max(hit.start, hit.end - _BESIDE) : hit.end]
    return bool(_INSTEAD.search(before) or _INSTEAD.search(last))
