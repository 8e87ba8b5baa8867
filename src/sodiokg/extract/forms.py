"""In which form a material comes, a layer, particles, a shell, and what that tells of the strategy."""

from __future__ import annotations

import re
from typing import Final

from sodiokg.extract.formulas import NONMETALS
from sodiokg.extract.lexicon import Lexicon
from sodiokg.extract.materials import Mention

__all__ = ["is_flat", "is_layer", "strategies_of"]

_BRACKETED: Final = r"[\s-]*+(?:\([^)]{1,20}\)\s*+)?"
_LAYER: Final = re.compile(
    _BRACKETED
    + r"(?:MXene )?(?:as (?:an? |the ))?(?:(?:based|thin|protective|nano|buffer|surface|wetting|seed|sub|ultrathin|conformal|polymer|hybrid|artificial|metallic|functional|porous)[\s-]?)*(?:inter)?(?:layer|film|coating|skin)s?\b(?! (?:on|of|for|at) (?:the )?(?:\w+ )?cathodes?\b)"
)
_PARTICLES: Final = re.compile(
    _BRACKETED
    + r"(?:nano(?:particle|dot|cluster|crystal|seed|sphere|rod|wire|sheet|needle|flake|array|tube)|quantum dot|cluster|island|seed|(?:single )?atom|microparticle)s?\b"
)
_DECORATED_WITH: Final = re.compile(
    r"\b(?:decorat\w+|loaded|modified|anchored|functionali[sz]ed|seeded|studded|impregnated|filled|grafted) (?:with|by) (?:[\w-]+ ){0,2}$"
)
_DECORATES: Final = re.compile(
    r"(?:\d?\+|\([IV]+\))?(?:" + _BRACKETED + r"\s?-?(?:decorated|modified|loaded|functionali[sz]ed|seeded)\b|@(?!Na|Li))"
)
# What has a face and no inside: a metal on it coats it.
_FLAT: Final = re.compile(
    r"(?:[\s-](?!fib|foam|felt|cloth|host|scaffold)\w+){0,2}?[\s-](?:separators?|foils?|substrates?|ceramics?|pellets?|garnets?|current[\s-]collectors?)\b"
)


def is_flat(text: str, position: int) -> bool:
    """Tell whether the noun phrase that goes on at a position is about a foil or a separator: "-modified copper foil".

    >>> is_flat("tin-modified copper foil", 12), is_flat("tin-modified copper foam", 12)
    (True, False)
    """
    return _FLAT.match(text, position) is not None


def is_layer(text: str, mention: Mention) -> bool:
    """Tell whether a material comes as a layer: "a tin film", "MXene as the protective layer"."""
    return _LAYER.match(text, mention.end) is not None


def strategies_of(text: str, mention: Mention, lexicon: Lexicon, *, solid: bool) -> list[str]:
    """Return what the form in which a material comes tells of the strategy: layers on anything, particles in a host."""
    if is_layer(text, mention):
        return ["surface_coating"]
    before = text[max(0, mention.start - 50) : mention.start]
    if solid or not (
        _PARTICLES.match(text, mention.end) or _DECORATES.match(text, mention.end) or _DECORATED_WITH.search(before)
    ):
        return []
    decorates = _DECORATES.match(text, mention.end)
    if decorates and is_flat(text, decorates.end()):
        return ["surface_coating"]
    if len(mention.elements) == 1 and not set(mention.elements) & NONMETALS:
        return ["metal_decoration"]
    return ["oxide_decoration"] if "O" in mention.elements and not lexicon.is_a(mention.iri, "CarbonMaterial") else []
