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


def test_what_a_thing_that_nobody_brought_in_cannot_do_is_a_trouble():
    claim = first("Unfortunately, their native film cannot stop the growth of sodium dendrites. [4]")
    assert (claim.polarity, claim.mechanisms, claim.effects) == ("asserted", (), ())
    denied = first("The tin interlayer on the glass cannot suppress sodium dendrites. [4]")
    assert denied.polarity == "negated"


def test_a_further_trouble_is_not_the_finding_of_the_work_cited_before():
    text = (
        "Sodium anodes suffer from dendrites [4]. Furthermore, organic solvents are unstable against sodium, which leads to severe corrosion. "
        "Recently, cells burn as illustrated in Figure 1."
    )
    assert [(claim.ref, claim.attribution) for claim in extract(Source("made-up", text, "")).claims][:2] == [
        ((4,), "reported"),
        ((), "own_statement"),
    ]


def test_a_trouble_that_a_scheme_only_draws_is_no_result():
    text = "Sodium is cheap [4]. Dendrites lead to short circuits and fire, as summarized in Figure 1.2."
    assert {claim.attribution for claim in extract(Source("made-up", text, "")).claims} <= {"own_statement", "reported"}
    found = "The cell with the tin interlayer ran stably for 90 h, as shown in Figure 2."
    assert "own_result" in {claim.attribution for claim in extract(Source("made-up", found + " Sodium is cheap [4].", "")).claims}


def test_what_a_method_may_have_left_is_no_finding():
    begins = "We coated glass with tin (Figure 1), and dendrites were suppressed. "
    text = "The oxide on the tin may come from impurities during the measurement."
    assert len(extract(Source("made-up", begins + text, "")).claims) == 1
    text = "The oxide on the tin may lower the nucleation barrier."
    assert len(extract(Source("made-up", begins + text, "")).claims) == 2
