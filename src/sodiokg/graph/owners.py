"""The claim that a measurement belongs to: the frame of the same studies that it stands in or stands nearest to."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from pyoxigraph import NamedNode

from sodiokg.model import Claim, Measurement

__all__ = ["Owned", "owning_claims"]

Owned = tuple[Claim, NamedNode]
# What two records have in common that report the same: their studies, and the section where they report any.
_Frame = tuple[frozenset[int | str], str]


def owning_claims(measurements: Iterable[Measurement], claims: Sequence[Owned]) -> dict[str, Owned]:
    """Return the owning claim with its node by the id of each measurement that has one."""
    frames: dict[_Frame, list[Owned]] = defaultdict(list)
    for owned in sorted(claims, key=lambda owned: owned[0].start):
        frames[_frame(owned[0])].append(owned)
    rows = {frame: _Row(told) for frame, told in frames.items()}
    owners = ((number, rows[_frame(number)].owner(number)) for number in measurements if _frame(number) in rows)
    return {number.id: owner for number, owner in owners if owner is not None}


def _frame(record: Measurement | Claim) -> _Frame:
    studies = record.ref or ((record.study,) if record.study else ())
    return frozenset(studies), record.section if studies else ""


class _Row:
    """The claims of one frame by place; for each start, the claim that reaches furthest from there or before."""

    def __init__(self, claims: Sequence[Owned]) -> None:
        self.claims = claims
        self.starts = [claim.start for claim, _ in claims]
        self.reaching: list[Owned] = []
        for owned in claims:
            last = self.reaching[-1] if self.reaching else owned
            self.reaching.append(owned if owned[0].end > last[0].end else last)

    def owner(self, number: Measurement) -> Owned | None:
        """Return the claim around a number, else the nearest before it, else the nearest after it.

        A number of no study has to stand inside the claim.
        """
        after = bisect_right(self.starts, number.start)
        nearest = self.reaching[after - 1] if after else self.claims[0]
        inside = nearest[0].start <= number.start < nearest[0].end
        return nearest if inside or number.ref or number.study else None
