"""One work's own claim told in pieces: what a supporting citation parts is joined again."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from sodiokg.model import Claim, Document

__all__ = ["join"]

_LONGEST: Final = 10_000  # characters; a longer stretch is no paragraph that a person wrote


def join(document: Document, first: Claim, second: Claim) -> Claim | None:
    """Return one claim for two pieces of the own work in one paragraph, None where they tell of different strategies."""
    text = document.source.text
    strategies = {*first.strategy_class}, {*second.strategy_class}
    differ = bool(strategies[0] and strategies[1]) and not strategies[0] & strategies[1]
    if (
        first.attribution != "own_result"
        or first.polarity != second.polarity
        or differ
        or "\n\n" in text[first.end : second.start]
    ):
        return None
    return replace(
        first,
        end=second.end,
        quote=text[first.start : second.end],
        substrate=first.substrate or second.substrate,
        strategy=first.strategy or second.strategy,
        strategy_class=_united(first.strategy_class, second.strategy_class),
        agents=_united(first.agents, second.agents),
        phases_formed=_united(first.phases_formed, second.phases_formed),
        mechanisms=_united(first.mechanisms, second.mechanisms),
        effects=_united(first.effects, second.effects),
        evidence=_united(first.evidence, second.evidence),
        electrolyte=first.electrolyte or second.electrolyte,
        cell=first.cell or second.cell,
        cathode=first.cathode or second.cathode,
        items=(*first.items, *(item for item in second.items if item.value not in {known.value for known in first.items})),
    )


def _united(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))
