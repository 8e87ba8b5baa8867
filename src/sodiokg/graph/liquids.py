"""The liquid of a wetting number, where its sentence names one: sodium, or an alloy that the number is said of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from pyoxigraph import NamedNode

from sodiokg.graph.composition import alloys
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
    sodium: dict[tuple[int, int], bool] = {}
    for measurement, name in numbers:
        if measurement.property in _WETTING:
            place = places.sentence_at(measurement.start)
            if place not in sodium:
                sodium[place] = _is_of_sodium(normalise(places.document.source.text[slice(*place)]).text)
            for liquid in _liquids(measurement.subject, sodium[place], materials):
                yield name, liquid


def _liquids(subject: str, sodium: bool, materials: Resolver) -> list[NamedNode]:
    """Return the one liquid that a number is of; a subject of several alloys leaves open which one it is of."""
    named = alloys(subject)
    if any("Na" in metals for metals in named):
        return materials.concepts(subject) if len(named) == 1 else []
    return materials.concepts("Na") if sodium else []


def _is_of_sodium(sentence: str) -> bool:
    """Tell whether a sentence speaks of liquid sodium, and of no alloy of it."""
    return bool(_SODIUM.search(sentence)) and not any(alloys(found[0]) for found in _ALLOY.finditer(sentence))
