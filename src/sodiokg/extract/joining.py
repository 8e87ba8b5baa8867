"""One work's own claim told in pieces: what a supporting citation parts is joined again."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from sodiokg.extract.layers import LAYERS
from sodiokg.extract.own_work import TEAM
from sodiokg.model import Claim, Document

__all__ = ["go_on", "join"]

_TAKES_UP: Final = re.compile(
    r"\W*(?:These|This|Such|Those|They|Both|Consequently|As a (?:result|consequence)|Upon|Eventually|In turn|Usually|Typically|Over time|The (?:resulting|resultant|latter|former|formed))\b"
)

_APART: Final = 3  # characters between one sentence and the next


def join(document: Document, first: Claim, second: Claim) -> Claim | None:
    """Return one claim for two pieces of the own work in one paragraph, None where they tell of different strategies."""
    text = document.source.text
    strategies = {*first.strategy_class}, {*second.strategy_class}
    one = strategies[0] & strategies[1] or strategies[0] | strategies[1] <= LAYERS  # a layer may be told by its making or not
    differ = bool(strategies[0] and strategies[1]) and not one
    if (
        first.attribution != "own_result"
        or first.polarity != second.polarity
        or differ
        or TEAM.match(second.quote)
        or "\n\n" in text[first.end : second.start]
    ):
        return None
    return _one(document, first, second)


def go_on(document: Document, first: Claim, second: Claim) -> Claim | None:
    """Return one claim for a problem, or an uncited strategy, and the next sentence that takes it up, None where it says more than that."""
    news = second.effects or second.mechanisms or second.agents
    more = {*second.strategy_class} - {*first.strategy_class} or (news and not first.strategy_class)
    if (
        {first.attribution, second.attribution} != {"own_statement"}
        or {first.polarity, second.polarity} != {"asserted"}
        or more
        or second.start - first.end > _APART
        or not _TAKES_UP.match(second.quote)
    ):
        return None
    return _one(document, first, second)


def _one(document: Document, first: Claim, second: Claim) -> Claim:
    text = document.source.text
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
