"""What only looks like a material brought in: ions, pieces of sample names, what a work calls its layer or its electrode."""

from __future__ import annotations

import re
from typing import Final

from sodiokg.extract.materials import Mention

__all__ = ["is_label", "is_label_of_layer", "names_a_sample"]

_SWAPS: Final = re.compile(r"\b(?:replac|substitut|(?:co-?)?dop|exchang)\w*[^.;]*$", re.IGNORECASE)
# A sample or an electrode that is called by a composition is not yet a phase that forms.
_NAMED_AFTER: Final = re.compile(
    r"(?:/\w+)?[\s-](?:composite|anode|electrode|cell|host|framework|foil|sample|matrix|melt|[A-Z]{2})"
)
_BODY_OF: Final = re.compile(r"\b(?:framework|skeleton|host|scaffold|electrode|anode)s? of (?:(?:an?|the) )?(?:alloy )?$")
_ION_ON: Final = re.compile(r"(?:\d?\+)?\s?-(?:coated|decorated|modified|loaded|doped|substituted|intercalated|pillared)\b")
# "Rb+", and "Rb + cations" where the charge was raised; no sum, "A + B".
_CHARGE: Final = re.compile(r"\d?\+| \d?\+(?= ?(?:[a-z,.;)]))")
# A metal in a name that a sample or a compound has of its own: "Zr-BTEC", "ABTC-Zr".
_NAMED_BEFORE: Final = re.compile(r"(?<![A-Za-z])[A-Z]{2,}[a-z]?-$")
_NAMED_AFTER_IT: Final = re.compile(r"-[A-Z]{2,}|-[A-Z][a-z]? bonds?\b")
_SHORT_FORM: Final = re.compile(r"[A-Z][A-Za-z]?[A-Z]{1,5}[a-z]?")
_LAYER_CALLED: Final = re.compile(r" (?:inter)?(?:layer|film|coating|phase)s?\b")
_LAYERS: Final = ("coating", "layer", "film", "interlayer")
_IN_SAMPLE_NAME: Final = re.compile(r"^-\d")
_SYMBOL: Final = 2
_AROUND: Final = 70


def is_label(text: str, mention: Mention) -> bool:
    """Tell whether the symbol is an ion, or a piece of a sample's name such as "SF-Cu-3.6"."""
    ion = text[mention.start : mention.end].endswith("+") or _CHARGE.match(text, mention.end) is not None
    swapped = ion and (
        _SWAPS.search(text[max(0, mention.start - 2 * _AROUND) : mention.start]) or _ION_ON.match(text, mention.end)
    )
    if len(mention.elements) == 1 and len(mention.title) <= _SYMBOL and _is_named_after(text, mention):
        return True
    return (ion and not swapped) or bool(_IN_SAMPLE_NAME.match(text[mention.end : mention.end + 3]))


def is_label_of_layer(text: str, mention: Mention) -> bool:
    """Tell whether a short form is what a work calls its layer, "the ABC layer", and no material that anybody knows."""
    known = mention.known or mention.elements
    if known or not _SHORT_FORM.fullmatch(mention.title):
        return False
    covers = text.startswith("-coated", mention.end) and any(f"{mention.title} {layer}" in text for layer in _LAYERS)
    return covers or _LAYER_CALLED.match(text, mention.end) is not None


def _is_named_after(text: str, mention: Mention) -> bool:
    """Tell whether a symbol is a piece of a name in capitals, and no material on or with another."""
    return bool(_NAMED_AFTER_IT.match(text, mention.end) or _NAMED_BEFORE.search(text, max(0, mention.start - 12), mention.start))


def names_a_sample(text: str, mention: Mention) -> bool:
    """Tell whether a composition is but what a sample or an electrode is called by, "the Na5Sn composite"."""
    before = text[max(0, mention.start - _AROUND) : mention.start]
    return bool(_NAMED_AFTER.match(text, mention.end) or _BODY_OF.search(before))
