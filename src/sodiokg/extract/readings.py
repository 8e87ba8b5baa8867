"""A typed quantity of one sentence while its conditions are sought."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from sodiokg.extract.quantities import Quantity

__all__ = ["ADMITTED", "Reading", "is_subject", "slot_of"]


_TEST: Final = frozenset(
    {
        "temperature",
        "current_density",
        "current",
        "c_rate",
        "areal_capacity",
        "stack_pressure",
        "mass_loading",
        "np_ratio",
        "cell_voltage",
    }
)
# The kinds of condition that the results of a group can have.
ADMITTED: Final[dict[str, frozenset[str]]] = {
    "wetting": frozenset({"temperature"}),
    "transport": frozenset({"temperature", "stack_pressure", "current_density", "window"}),
    "limit": frozenset({"temperature", "areal_capacity", "stack_pressure"}),
    "cell": _TEST | {"window"},
    "life": _TEST - {"cell_voltage"},
    "load": _TEST - {"areal_capacity", "cell_voltage"},
}
_GAVE: Final = re.compile(r"[^,;]{0,40}?\s(?:gave|gives?|yield\w*|le[ad]d? to|result\w*|brought|afford\w*|produced?)\b")


@dataclass(slots=True)
class Reading:
    """A typed quantity of one sentence (offsets in the sentence) while its conditions are sought; `index` is its place in the document."""

    quantity: Quantity
    key: str
    group: str
    index: int
    result: bool
    conditions: list[int] = field(default_factory=list)

    @property
    def slot(self) -> str:
        """Return the kind of condition that the quantity is, "" for a result."""
        return slot_of(self.key, self.group) if not self.result else ""


def slot_of(key: str, group: str) -> str:
    """Return the kind of condition that a property fills, "" for none."""
    if group == "temperature":
        return "temperature"
    if key == "cell_voltage":
        return key
    return "window" if group == "life" else key if group in {"load", "setting"} and key != "stoichiometry_range" else ""


def is_subject(text: str, run: Sequence[Reading], takers: Sequence[Reading]) -> bool:
    """Say whether a verb goes from a run of conditions to the result that follows it: "and 750 cycles at 2 mA cm-2 gave 99.6 %"."""
    following = next((taker.quantity.start for taker in takers if taker.quantity.start > run[-1].quantity.end), None)
    return following is not None and _GAVE.match(text, run[-1].quantity.end, following) is not None
