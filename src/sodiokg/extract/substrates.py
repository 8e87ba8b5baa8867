"""What materials a sodium anode stands on or is held by, and of which class they are."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from sodiokg.extract.lexicon import Lexicon
from sodiokg.extract.materials import Mention
from sodiokg.extract.wording import is_mxene
from sodiokg.names import SOD

__all__ = ["SUBSTRATES", "carries", "holds", "is_host_class", "substrate_class"]

SUBSTRATES: Final = ("BASE", "NASICON", "MXene", "MetalHost", "CarbonMaterial", "AlloyFramework")
_HOST_CLASSES: Final = frozenset({"carbon", "MXene", "metal"})


def substrate_class(mention: Mention, lexicon: Lexicon) -> str | None:
    """Return the exchange-format key of the substrate class that a material belongs to."""
    if kind := _kind_of(lexicon.kinds.get(mention.iri, frozenset()), mention.title):
        return lexicon.key(SOD + kind)
    elements = set(mention.elements)
    return (
        None
        if not elements
        else next(
            (
                lexicon.key(iri)
                for iri, needed in lexicon.families.items()
                if needed <= elements and lexicon.is_a(iri, "SubstrateKind")
            ),
            None,
        )
    )


@lru_cache(maxsize=8192)
def _kind_of(kinds: frozenset[str], title: str) -> str | None:
    """Return the kind of substrate among the classes of a material; it is asked of every mention again and again."""
    return next((kind for kind in SUBSTRATES if SOD + kind in kinds), "MXene" if is_mxene(title) else None)


def is_host_class(mention: Mention, lexicon: Lexicon) -> bool:
    """Tell whether a material is of a class that hosts belong to."""
    return substrate_class(mention, lexicon) in _HOST_CLASSES


def holds(iri: str, lexicon: Lexicon) -> bool:
    """Tell whether a material is of a kind that hosts are made of, so that it is built into one rather than put on it."""
    return lexicon.is_a(iri, "CarbonMaterial") or lexicon.is_a(iri, "MXene")


def carries(mention: Mention, lexicon: Lexicon) -> bool:
    """Tell whether a material is a host, and no flat foil."""
    return is_host_class(mention, lexicon) and not lexicon.is_a(mention.iri, "MetalFoil")
