"""What may carry over, for a terminal: each strategy with its mechanisms, and below them what they need, aspect by aspect."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final

from sodiokg.render import clean
from sodiokg.tables import cell_text
from sodiokg.transfer.outcome import Carried, Precondition, Transfer

__all__ = ["printed"]

_ASPECTS: Final = {
    "agent": "agent with sodium",
    "surface": "surface contaminant and state",
    "temperature": "temperature window",
    "electrolyte": "agent with electrolyte",
    "substrate": "substrate",
}
_MARKS: Final = (("for", "speaks_for"), ("against", "speaks_against"), ("seen there", "seen"))


def printed(transfer: Transfer, width: int) -> str:
    """Return the whole answer in lines of at most `width` characters where words allow it, ending in a newline."""
    title = f"Strategies shown on {transfer.shown} and {transfer.found}"
    lines = textwrap.wrap(title, width)
    for contaminant in transfer.contaminants:
        lines += textwrap.wrap(f"{transfer.target} is said to carry {contaminant}", width, subsequent_indent="  ")
    for strategy in transfer.strategies:
        lines += ["", f"── {strategy.name}"]
        for carried in strategy.carried:
            lines += _carried(carried, width)
    if not transfer.strategies:
        lines += ["", f"every strategy shown on {transfer.shown} was found on {transfer.target} too"]
    return "".join(f"{clean(line)}\n" for line in lines)


def _carried(carried: Carried, width: int) -> Iterator[str]:
    """Yield the lines of one mechanism."""
    refs = cell_text(carried.refs, "refs")
    who = f"only listed {refs}" if carried.attribution == "listed" else refs
    agents = f" with {', '.join(carried.agents)}" if carried.agents else ""
    how = f"by {carried.mechanism}" if carried.mechanism else "no mechanism stated"
    yield from textwrap.wrap(f"{how}{agents}: {who}", width, initial_indent="  ", subsequent_indent="      ")
    for aspect, heading in _ASPECTS.items():
        for precondition in carried.preconditions:
            if precondition.aspect == aspect:
                yield from _precondition(precondition, heading, width)


def _precondition(precondition: Precondition, heading: str, width: int) -> Iterator[str]:
    need = "" if precondition.need == "required" else f" ({precondition.need})"
    said = f"{precondition.verdict.upper():8}{heading}: {precondition.name}{need}"
    yield from textwrap.wrap(said, width, initial_indent="    ", subsequent_indent=" " * 12)
    for mark, field in _MARKS:
        for evidence in getattr(precondition, field):
            yield from textwrap.wrap(f"{mark}: {evidence}", width, initial_indent=" " * 12, subsequent_indent=" " * 14)
