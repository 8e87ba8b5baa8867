"""Layers that a work brings in: how they are called, whether they are laid on, and whether a reaction makes them where they lie."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sodiokg.extract.cues import Hit
from sodiokg.extract.polarity import Judged

__all__ = ["LAYERS", "Layer", "is_made_in_place", "read_layer"]

LAYERS: Final = frozenset({"surface_coating", "in_situ_interlayer"})
# The deeds by which a layer is laid on.
_LAID: Final = re.compile(
    r"coat|sputter|evaporat|deposited|deposition of|\bcast|spin|spun|spray|spread|grown|film of|magnetron|plated|capped|covered|wrapped|laminat|paint|\blaid\b|insert|place",
    re.IGNORECASE,
)
# By what a layer is called that is brought in as such.
_CALLED: Final = re.compile(
    r"artificial|interlayer|interphase|(?:protect|interfac|modif|buffer|isolat|cushion|hybrid|gradient|multifunctional)\w* (?:\w+ )?(?:layer|film|skin|interface)",
    re.IGNORECASE,
)
_BROUGHT: Final = re.compile(r"artificial|interlayer|introduc|insert|appl|employ|\bas (?:an? |the )", re.IGNORECASE)
_FAR: Final = 600  # characters; what stands farther off is told of something else
# "Carbon paper as an interlayer".
_SERVES: Final = re.compile(r"\bas (?:an? |the )(?:[\w-]+ ){0,2}$")


@dataclass(frozen=True, slots=True)
class Layer:
    """What the words for the layers of a stretch say of them.

    They are `laid` on as such and not only left by a reaction, `called` by a name of their own, `brought` in, and what something else
    `serves` as.
    """

    laid: bool = False
    called: bool = False
    brought: bool = False
    serves: bool = False


def read_layer(text: str, judged: Sequence[Judged]) -> Layer:
    """Return what the cues of layers say, all of them together."""
    hits = [one.hit for one in judged if one.hit.key in LAYERS]
    laid = any(hit.key == "surface_coating" and _LAID.search(text, hit.start, hit.end) for hit in hits)
    called, brought = (any(words.search(text, hit.start, hit.end) for hit in hits) for words in (_CALLED, _BROUGHT))
    serves = any(_SERVES.search(text[max(0, hit.start - 30) : hit.start]) for hit in hits)
    return Layer(laid, called, laid or brought or serves, serves)


def is_made_in_place(text: str, hit: Hit, ways: Sequence[Hit]) -> bool:
    """Tell whether one of the `ways`, by place, in which a reaction makes something stands in the sentence of a layer that is not laid on."""
    if _LAID.search(text, hit.start, hit.end):
        return False
    first, last = (bisect_left(ways, hit.start + reach, key=lambda way: way.start) for reach in (-_FAR, _FAR))
    return any(". " not in text[min(way.start, hit.start) : max(way.start, hit.start)] for way in ways[first:last])
