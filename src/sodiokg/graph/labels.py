"""What a person would call a measurement or a claim; answers print these labels."""

from __future__ import annotations

import textwrap
from typing import Final

from sodiokg.model import Claim, Measurement, Statement

__all__ = ["SIGNS", "claim_label", "measurement_label", "statement_label"]

SIGNS: Final = {"=": "", "~": "about ", "max": "up to ", "min": "down to ", "<": "< ", ">": "> ", "<=": "≤ ", ">=": "≥ "}
# Units as people write them, with the space before them where they have one; a unit that is missing here is written as its key.
_UNITS: Final = {
    "deg": "°",
    "Cel": " °C",
    "%": " %",
    "1": "",
    "": "",
    "Ohm.cm2": " Ω cm2",
    "um": " μm",
    "{cycles}": " cycles",
    "mo": " months",
    "W.h/kg": " Wh/kg",
}


def measurement_label(m: Measurement, study: str) -> str:
    """Return the quantity with its number, unit and phase, a comma, and the study that it is reported of.

    >>> m = Measurement("m1", "d", 0, 6, "122.5°", "2", "contact_angle", 122.5, "deg", phase="before", between="treatment")
    >>> measurement_label(m, "Yang et al. 2021 [29]")
    'contact angle 122.5° before treatment, Yang et al. 2021 [29]'
    """
    between = m.between if m.between and m.between != "other" else ""
    phrase = " ".join(filter(None, [m.property.replace("_", " "), _number(m), m.phase, between]))
    return ", ".join(filter(None, [phrase, study]))


def _number(m: Measurement) -> str:
    if m.value is None:
        return " ".join(m.span.split())
    top = "" if m.value_max is None else f" to {_plain(m.value_max)}"
    return f"{SIGNS.get(m.comparator, '')}{_plain(m.value)}{top}{_UNITS.get(m.unit, f' {m.unit}')}"


def _plain(value: float) -> str:
    """Return a number with up to 12 digits and no exponent at any size that is measured."""
    return f"{value:.12g}" if abs(value) < 1e12 else str(value)


def claim_label(claim: Claim, study: str) -> str:
    """Return the strategy with its agents and substrate, a comma, and the study that it is reported of."""
    what = ", ".join(key.replace("_", " ") for key in claim.strategy_class) or claim.strategy
    agents = f" with {', '.join(claim.agents)}" if claim.agents else ""
    place = f" on {claim.substrate}" if claim.substrate else ""
    return ", ".join(filter(None, [f"{what}{agents}{place}".strip(), study]))


def statement_label(statement: Statement) -> str:
    """Return subject, relation and object in one line; long ones are cut at a word."""
    subject, target = (textwrap.shorten(words, 80, placeholder=" ...") for words in (statement.subject, statement.object))
    return f"{subject} {statement.relation.replace('_', ' ')} {target}".strip()
