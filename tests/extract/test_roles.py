"""What the materials of a claim do: brought in, formed, compared with, or carrying the rest."""

from __future__ import annotations

import pytest

from sodiokg.extract.records import extract
from sodiokg.model import Claim, Source


def claim(text: str) -> Claim:
    """Return the one claim of a text."""
    (found,) = extract(Source("made-up", text, "")).claims
    return found


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("Alder et al. [3] coated garnet pellets with indium nitride, and sodium wetted them well.", ("indium nitride",)),
        ("Alder et al. [3] sputtered Zn onto copper foil, and dendrites were suppressed better than with bare Al.", ("Zn",)),
        ("Alder et al. [3] coated NZSP with tin, which leads to improved wetting.", ("tin",)),
        ("Alder et al. [3] dipped NZSP in 1 M phosphoric acid, and wetting improved.", ("phosphoric acid",)),
        ("Alder et al. [3] grew graphene carrying N, O, or P, and dendrites were suppressed.", ("N", "O", "P")),
        ("Alder et al. [3] mixed 5 wt% of Sb into sodium, and the melt wetted NZSP better.", ("Sb",)),
    ],
)
def test_an_agent_is_what_is_brought_in_in_the_words_of_the_text(text, agents):
    assert claim(text).agents == agents


def test_a_metal_that_a_compound_turns_into_is_a_phase_that_forms():
    assert claim(
        "Alder et al. [3] coated NZSP with PbO, which is reduced to metallic Pb, and wetting improved."
    ).phases_formed == ("Pb",)


def test_a_sample_called_by_a_composition_is_no_phase():
    assert not claim("Alder et al. [3] improved the wetting of NZSP, for the Na5Sn composite spread well.").phases_formed


def test_an_abbreviation_that_a_text_gives_to_a_formula_means_that_formula():
    text = "Alder et al. [3] coated NZSP with Na2.5Y0.5Zr0.5Cl6 (NYZX), and wetting improved. A thin NYZX film was enough."
    assert claim(text).agents == ("Na2.5Y0.5Zr0.5Cl6",)


def test_an_additive_is_brought_in_though_it_is_part_of_the_electrolyte():
    assert claim("Alder et al. [3] used FEC as an additive, and dendrites were suppressed.").agents == ("FEC",)
