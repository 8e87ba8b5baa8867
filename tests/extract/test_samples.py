"""Samples by codes of their own, teams of a report, and what own results are taken after. All passages are written for these tests."""

from __future__ import annotations

import pytest

from sodiokg.extract.records import extract
from sodiokg.model import Claim, Source


def read(text: str) -> tuple[Claim, ...]:
    return extract(Source("made-up", text, "")).claims


COMPARED = (
    "Both QLM1 and 3D-FQLM15 were tested (Figure 2). The QLM1|glass|QLM1 cell ran stably for 90 h and dendrites were suppressed (Figure 2a). "
    "The interfacial resistance of the 3DFQLM15|glass|3D-FQLM15 cell was reduced further, and it ran stably for 400 h (Figure 2b)."
)


def test_each_sample_that_results_compare_by_a_code_has_a_claim_and_is_its_agent():
    assert [claim.agents for claim in read(COMPARED)][-2:] == [("QLM1",), ("3D-FQLM15",)]


def test_layers_that_are_told_apart_by_letters_have_a_claim_each():
    text = (
        "We coat the glass with XQTM and with XRGM. The XQTM coating is rough and dendrites pierce it (Figure 2a). "
        "The XRGM coating suppresses dendrites and is stable for 90 h (Figure 2b)."
    )
    assert [claim.agents for claim in read(text)][-1] == ("XRGM",)


def test_a_bar_that_a_font_lost_still_makes_a_cell_of_its_parts():
    assert [claim.agents for claim in read(COMPARED.replace("|", " j "))][-2:] == [("QLM1",), ("3D-FQLM15",)]


@pytest.mark.parametrize("code", ["NCM811", "CR2032", "SS316", "LP30"])
def test_codes_that_everybody_has_are_no_samples(code):
    text = (
        f"The {code} cell was tested (Figure 2). The {code} cell ran stably for 90 h, and dendrites were suppressed (Figure 3)."
    )
    assert all(code not in claim.agents for claim in read(text))


def test_the_one_sample_of_a_text_is_its_agent_where_nothing_else_is_brought_in():
    text = "Here, XYQ3 current collectors gave a dendrite-free anode. The XYQ3 cells ran stably for 193 cycles."
    assert read(text)[0].agents == ("XYQ3",)


def test_each_team_of_a_report_has_a_claim_of_its_own():
    text = (
        "- The Oslo Ridge team identified Bi2O3 as an effective additive of the electrolyte that suppresses dendrites.\n"
        "- The Delft team found that a porous copper host lowers the overpotential and suppresses dendrites.\n"
        "- The Kyoto team measured the density of salts."
    )
    first, second = read(text)
    assert first.strategy_class == ("electrolyte_additive",)
    assert (first.agents, "structural_host" in second.strategy_class) == (("Bi2O3",), True)


def test_what_the_team_of_a_report_also_made_is_own_work():
    text = "Furthermore, the team has also prepared a tin interlayer on the ceramic. With it, dendrites are suppressed."
    claim = read(text)[0]
    assert (claim.attribution, claim.strategy_class) == ("own_result", ("surface_coating",))


@pytest.mark.parametrize(
    "text", ["The soccer team is large.", "The team will look at sodium dendrites.", "A team can suffer from dendrites."]
)
def test_a_team_that_did_nothing_yet_has_no_work(text):
    assert all(claim.attribution != "own_result" for claim in read(text))


def test_own_results_are_told_from_the_work_after_which_they_are_taken():
    text = (
        "We press cells of glass. Tin (Sn) was applied as an interlayer on the glass and suppressed dendrites (Figure 3), "
        "which is inspired by the protective bismuth coating of earlier cells [7]."
    )
    own, taken = read(text)
    assert (own.ref, own.attribution, taken.ref) == ((), "own_result", (7,))


def test_a_conclusion_from_own_results_stays_own_with_the_citation_that_bears_it_out():
    begins = "We made a porous tin host. It held sodium for 90 h (Figure 2). "
    text = "More importantly, a large surface lowers the local current density and suppresses dendrites. [7]"
    assert [claim.ref for claim in read(begins + text)] == [()]
    assert (7,) in [claim.ref for claim in read(begins + text.replace("lowers", "is known to lower"))]
