"""A guess amid own results has the strategy and the good that it names, and the results have not. All passages are written for these tests."""

from __future__ import annotations

from sodiokg.extract.records import extract
from sodiokg.model import Claim, Source

RESULT = "We dope sodium with tin. The cells ran stably for 90 h (Figure 2), and the overpotential fell. "


def read(text: str) -> tuple[Claim, ...]:
    return extract(Source("made-up", text, "")).claims


def test_a_guess_that_names_a_strategy_has_it_with_its_effect_and_the_results_do_not():
    found, guess = read(RESULT + "Presumably a protective coating on the glass will also suppress dendrites.")
    assert guess.polarity == "hypothesised"
    assert (guess.strategy_class, guess.effects) == (("surface_coating",), ("dendrite_suppressed",))
    assert "surface_coating" not in found.strategy_class
    assert "dendrite_suppressed" not in found.effects


def test_what_results_name_too_stays_theirs_beside_a_guess():
    text = "The protective coating on the glass suppresses dendrites (Figure 3). Presumably a thicker protective coating will also suppress dendrites."
    found, guess = read(RESULT + text)
    assert "dendrite_suppressed" in found.effects
    assert guess.polarity == "hypothesised"


def test_a_variant_told_by_a_code_is_the_agent_whatever_else_its_sentences_name():
    text = (
        "Both QLM1 and 3D-FQLM15 were tested (Figure 2). The QLM1 cell ran stably for 90 h with carbon on its wall (Figure 2a). "
        "The 3D-FQLM15 cell with carbon nanotubes suppresses dendrites (Figure 2b)."
    )
    assert read(text)[-1].agents == ("3D-FQLM15",)


def test_two_works_may_bear_out_one_own_result():
    text = "We coated glass with tin (Figure 1). Our spectra show NaF [5,6], and dendrites were suppressed."
    assert [claim.ref for claim in read(text)] == [()]
    text = "We coated glass with tin (Figure 1). In our view, many works saw dendrites [5-9]."
    assert (5, 6, 7, 8, 9) in [claim.ref for claim in read(text)]
