"""The claim that a measurement belongs to: the frame of the same studies that it stands in or stands nearest to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pyoxigraph import NamedNode

from sodiokg.model import Claim, Measurement

__all__ = ["Owned", "owning_claims"]

Owned = tuple[Claim, NamedNode]


def owning_claims(measurements: Iterable[Measurement], claims: Sequence[Owned]) -> dict[str, Owned]:
    """Return the owning claim with its node by the id of each measurement that has one."""
    owners = ((measurement.id, _owner(measurement, claims)) for measurement in measurements)
    return {key: owner for key, owner in owners if owner is not None}


def _owner(measurement: Measurement, claims: Sequence[Owned]) -> Owned | None:
    candidates = [pair for pair in claims if _same_study(measurement, pair[0])]
    ranked = sorted(candidates, key=lambda pair: _distance(measurement, pair[0]))
    return ranked[0] if ranked else None


def _same_study(measurement: Measurement, claim: Claim) -> bool:
    """Tell whether both report the same studies; without any, the number has to stand inside the claim."""
    if measurement.ref:
        return set(measurement.ref) == set(claim.ref) and measurement.section == claim.section
    return not claim.ref and claim.start <= measurement.start < claim.end


def _distance(measurement: Measurement, claim: Claim) -> tuple[bool, int]:
    """Order claims: around the number, then before it, then after it, the nearer the better."""
    if claim.start <= measurement.start < claim.end:
        return False, 0
    if claim.end <= measurement.start:
        return False, measurement.start - claim.end + 1
    return True, claim.start - measurement.start
