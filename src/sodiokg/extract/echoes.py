"""What the sentences before have named and a number leaves unsaid: "the other still gave 99.7 %"."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from sodiokg.extract.cues import words_of
from sodiokg.extract.properties import PropertyLexicon
from sodiokg.extract.quantities import Quantity

__all__ = ["TOPICS", "is_echo", "name_topics", "named_in"]

# Units whose numbers have no property without a word for it.
_ECHOED: Final = frozenset({"%", "deg", "eV", "V", "mV", "mN/m"})
TOPICS: Final = frozenset({"eV", "deg", "mN/m"})
_FOUND: Final = re.compile(
    r"\s(?:is|was|are|were)\s(?:\w+\s)?(?:found|obtained|reached|achieved|recorded|measured|observed|seen|delivered|attained)\b"
)
_TOLD: Final = re.compile(
    r"\b(?:gave|gives?|giving|reach\w*|show\w*|deliver\w*|attain\w*|achiev\w*|exhibit\w*|yield\w*|had|has|was|were|is|are|managed|dropped to|fell to|rose to)\s"
    r"(?:(?:still|only|just|even|about|up to|over|more than|below|a mere)\s|~\s?)*$"
)


def is_echo(text: str, quantity: Quantity, key: str, named: str, told: Mapping[str, str]) -> bool:
    """Say whether a number goes on with what the sentences before have named: no word of its own names it, or one that names less."""
    if quantity.unit not in told:
        return False
    if key == "cell_voltage" and quantity.unit == "mV":
        return True
    if named:
        return False
    return bool(_TOLD.search(text, max(0, quantity.start - 40), quantity.start) or _FOUND.match(text, quantity.end))


def name_topics(text: str, lexicon: PropertyLexicon, units: Collection[str]) -> dict[str, str]:
    """Return by unit the last property that a sentence names, which the next one may leave unsaid ("The energies are ...")."""
    hits = lexicon.matcher.find(words_of(text))
    named = {unit: [hit for hit in hits if hit.key in lexicon.candidates.get(unit, ())] for unit in units}
    return {unit: found[-1].key for unit, found in named.items() if found}


def named_in(quantities: Sequence[Quantity], keys: Sequence[str], evidence: Sequence[str]) -> dict[str, str]:
    """Return by unit the property that the last number of a sentence had by name, which the next sentence may leave unsaid."""
    return {
        quantity.unit: key
        for quantity, key, named in zip(quantities, keys, evidence, strict=True)
        if named and key and quantity.unit in _ECHOED and not quantity.difference
    }
