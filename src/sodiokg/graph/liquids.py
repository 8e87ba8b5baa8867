"""The liquid of a wetting number, where its sentence names one: sodium, or an alloy that the number is said of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from pyoxigraph import NamedNode

from sodiokg.graph.composition import alloy_elements
from sodiokg.graph.places import Places
from sodiokg.graph.substances import Resolver
from sodiokg.model import Measurement
from sodiokg.text.normal import normalise

__all__ = ["wetting_liquids"]

_WETTING: Final = frozenset({"contact_angle", "spreading_temperature"})
_SODIUM: Final = re.compile(
    r"\b(?:molten|liquid) (?:Na|sodium)\b(?![-/]\w| alloy)|\b(?<![-/])(?:Na|sodium) droplets?\b", re.IGNORECASE
)
_ALLOY: Final = re.compile(r"\bNa-[A-Z][a-z]?\b(?:/[A-Z][a-z]?\b)*")


def wetting_liquids(
    numbers: Iterable[tuple[Measurement, NamedNode]], places: Places, materials: Resolver
) -> Iterator[tuple[NamedNode, NamedNode]]:
    """Yield each contact angle and spreading temperature with its liquid; where the sentence leaves that open, yield nothing."""
    for measurement, name in numbers:
        if measurement.property in _WETTING:
            liquid = _liquid(measurement, normalise(places.sentence(measurement.start)).text, materials)
            if liquid is not None:
                yield name, liquid


def _liquid(measurement: Measurement, sentence: str, materials: Resolver) -> NamedNode | None:
    if "Na" in alloy_elements(measurement.subject):
        return materials.concept(measurement.subject)
    if _SODIUM.search(sentence) and not any(alloy_elements(found[0]) for found in _ALLOY.finditer(sentence)):
        return materials.concept("Na")
    return None
