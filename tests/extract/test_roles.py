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


def test_a_formula_is_called_by_the_abbreviation_that_the_text_gives_it():
    text = "Alder et al. [3] coated NZSP with Na2.5Y0.5Zr0.5Cl6 (NYZX), and wetting improved. A thin NYZX film was enough."
    assert claim(text).agents == ("NYZX",)


def test_an_additive_is_brought_in_though_it_is_part_of_the_electrolyte():
    assert claim("Alder et al. [3] used FEC as an additive, and dendrites were suppressed.").agents == ("FEC",)


@pytest.mark.parametrize(
    ("text", "strategies"),
    [
        ("Alder et al. [3] used carbon cloth with a MoS2 film, and dendrites were suppressed.", "surface_coating"),
        ("Alder et al. [3] loaded carbon cloth with Ge nanocrystals, and dendrites were suppressed.", "metal_decoration"),
        ("Alder et al. [3] introduced NiCo2O4 nanoneedles into carbon cloth, and dendrites were suppressed.", "oxide_decoration"),
    ],
)
def test_the_form_of_an_agent_tells_the_strategy(text, strategies):
    assert strategies in claim(text).strategy_class


def test_what_follows_an_additive_is_no_coating():
    text = "Alder et al. [3] added the additive thiourea to the electrolyte, which constructs a stable SEI layer."
    assert claim(text).strategy_class == ("electrolyte_additive",)


def test_members_of_a_list_take_the_strategy_that_their_sentence_names_for_all():
    text = "Coatings such as Sn [1], N-doped graphene [2], and Bi [3] improve wetting of NZSP."
    first, second, third = extract(Source("made-up", text, "")).claims
    assert first.strategy_class == third.strategy_class == ("surface_coating",)
    assert second.strategy_class == ("heteroatom_doping",)


def test_a_short_form_in_brackets_is_what_an_agent_is_called():
    text = (
        "Alder et al. [3] added dodecylammonium bromide (DAB) to the electrolyte as an additive, and dendrites were suppressed."
    )
    assert claim(text).agents == ("DAB",)


def test_a_name_that_a_text_coins_for_its_coating_is_an_agent():
    assert claim("Alder et al. [3] covered lithium with a QZX layer, and dendrites were suppressed.").agents == ("QZX",)
    assert not claim("Alder et al. [3] obtained a stable SEI layer, and dendrites were suppressed.").agents


def test_a_general_statement_names_a_strategy_only_where_it_says_its_good():
    (good,) = extract(Source("made-up", "Alloy anodes are an effective way to suppress dendrites of sodium.", "")).claims
    (bad,) = extract(Source("made-up", "Hosts for sodium suffer from poor wetting.", "")).claims
    assert good.strategy_class == ("alloy_anode",)
    assert not bad.strategy_class


def test_what_something_is_dipped_into_is_no_product_of_it():
    found = claim("Alder et al. [3] dipped garnet pellets into oxalic acid, and lithium wetted them better.")
    assert found.agents == ("oxalic acid",)
    assert not found.phases_formed


def test_examples_of_what_alloys_with_sodium_are_brought_in():
    text = "Coating NZSP with a metal that alloys with sodium, such as Sn, Bi, or Pb, was shown to improve wetting [1-3]."
    assert claim(text).agents == ("Sn", "Bi", "Pb")


def test_a_label_of_a_number_is_of_another_sample():
    text = "Alder et al. [3] seeded carbon cloth with silver, and the overpotential fell to 2 mV (gold: 1 mV)."
    assert claim(text).agents == ("silver",)


def test_a_carbide_in_sheets_is_an_mxene_and_a_host_where_nothing_else_is_brought_in():
    found = claim("Alder et al. [3] cycled V2C for 700 h, and dendrites were suppressed.")
    assert (found.substrate_class, found.agents, found.strategy_class) == ("MXene", ("V2C",), ("structural_host",))


def test_an_oxide_that_coats_a_ceramic_does_not_decorate_it():
    assert claim("Alder et al. [3] coated NZSP with a ZnO film, and wetting improved.").strategy_class == ("surface_coating",)


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("Alder et al. [3] added a trace of SnI2 dissolved in diglyme, and dendrites were suppressed.", ("SnI2",)),
        ("Alder et al. [3] doped graphene with sulfur and nitrogen, and dendrites were suppressed.", ("S", "N")),
        ("Alder et al. [3] found that germanium islands on NZSP improved wetting by sodium.", ("germanium",)),
    ],
)
def test_traces_dopants_and_islands_are_brought_in_and_solvents_are_not(text, agents):
    assert claim(text).agents == agents
