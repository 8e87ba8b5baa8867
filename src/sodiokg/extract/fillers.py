"""What is brought into a solid electrolyte: ceramics that fill a polymer, salts and oxides mixed with a ceramic."""

from __future__ import annotations

import re
from typing import Final

from sodiokg.extract.composites import Group
from sodiokg.extract.lexicon import Lexicon
from sodiokg.extract.materials import Mention
from sodiokg.extract.role_words import is_alkali, is_solid_electrolyte

__all__ = ["is_filler", "joins_a_ceramic"]

_FILLER: Final = re.compile(
    r"[\s-](?:nano\w+ |ceramic |active )?(?:fillers?|particles|nanoparticles|nanofib\w+|nanowires|powders?)\b"
)
_IN_POLYMER: Final = re.compile(r"\b(?:[Pp]oly\w*|[SCG]PEs?|PEO|PVDF|PAN|gel|membranes?)\b")
_ON: Final = re.compile(r"\b(?:on|onto|over|against|between|surfaces? of)\s(?:(?:an?|the)\s)?$")
_NEAR: Final = 220  # characters in which the polymer is named that a ceramic fills
_COMPOSED: Final = re.compile(
    r"\b(?:composites?|hybrid|CPEs?|CSEs?|fillers?|in(?:to|side)? (?:an? |the )?(?:polymer|poly\(|PEO|PVDF)|as well as)\b"
)


def is_filler(text: str, start: int, mention: Mention, wide: Mention, lexicon: Lexicon) -> bool:
    """Tell whether a ceramic fills a polymer: by its form, or by what is said to be a composite of both.

    `wide` is the mention as wide as what it is written as one with.
    """
    fills = _FILLER.match(text, wide.end) is not None
    if not (fills or (_is_ceramic(mention, lexicon) and not _ON.search(text, max(start, mention.start - 20), mention.start))):
        return False
    around = max(start, mention.start - _NEAR), mention.end + _NEAR
    return bool(_IN_POLYMER.search(text, *around) and (fills or _COMPOSED.search(text, *around)))


def _is_ceramic(mention: Mention, lexicon: Lexicon) -> bool:
    elements = {*mention.elements}
    return bool(elements) and "S" not in elements and is_solid_electrolyte(mention, lexicon)


def joins_a_ceramic(mention: Mention, group: Group | None, lexicon: Lexicon) -> bool:
    """Tell whether a hyphen joins a material to a solid electrolyte that it is brought into, "NZSP-CaF2"."""
    others = [part for part in group.hyphenated if part is not mention] if group else []
    joined = any(is_solid_electrolyte(part, lexicon) for part in others) and not any(is_alkali(part) for part in others)
    return joined and len(mention.elements) > 1 and not is_solid_electrolyte(mention, lexicon)
