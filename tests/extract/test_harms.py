"""What goes wrong tells of no strategy and no mechanism, nor does what a thing is only held against. All passages are written for these tests."""

from __future__ import annotations

import pytest

from sodiokg.extract.records import extract
from sodiokg.model import Claim, Source


def first(text: str) -> Claim:
    return extract(Source("made-up", text, "")).claims[0]


@pytest.mark.parametrize(
    "text",
    [
        "In tin phosphate glass, a mixed-conducting interlayer of Na-Sn alloy forms, resulting in the continual growth of the film. [4]",
        "The sulfide reacts with sodium to form an interphase, which leads to severe capacity fade. [4]",
        "Interlayers form at the contact of sodium and glass due to chemical instabilities. [4]",
        "A native film forms on sodium, which triggers corrosion. [4]",
    ],
)
def test_what_forms_and_does_harm_is_no_strategy_and_no_mechanism(text):
    claim = first(text)
    assert (claim.ref, claim.strategy_class, claim.mechanisms) == ((4,), (), ())


@pytest.mark.parametrize(
    "text",
    [
        "A tin interlayer was laid on the glass, which prevents capacity fade and forms a Na-Sn alloy. [4]",
        "A tin interlayer on the glass stops the continual growth of the film, leading to dendrite-free cycling. [4]",
    ],
)
def test_what_keeps_harm_away_is_a_strategy(text):
    assert first(text).strategy_class == ("surface_coating",)


@pytest.mark.parametrize(
    "text",
    [
        "The rust of sodium is much softer than a porous and crystalline coating [4].",
        "Sodium creeps faster over garnet, compared to garnet with a protective tin coating [4].",
    ],
)
def test_a_coat_that_something_is_held_against_is_no_strategy(text):
    assert first(text).strategy_class == ()
