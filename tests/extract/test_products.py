"""What a text says forms, told from what it says is brought in, wished for, or missing."""

from __future__ import annotations

import pytest

from sodiokg.extract.records import extract
from sodiokg.model import Claim, Source

TROUBLE = "Sodium metal anodes suffer from dendrites. "


def last(text: str) -> Claim:
    """Return the claim on the work of a text that first tells its trouble."""
    return extract(Source("made-up", TROUBLE + text, "")).claims[-1]


@pytest.mark.parametrize(
    ("text", "agents", "phases"),
    [
        (
            "Herein, sodium foil is dipped into an InCl3 solution, which yields a hybrid layer of NaCl and metallic indium. Dendrites are suppressed.",
            ("InCl3",),
            {"NaCl", "indium"},
        ),
        (
            "Herein, gallium triiodide is used as an electrolyte additive. It forms a dense gallium layer on the anode, which suppresses dendrites.",
            ("gallium triiodide",),
            {"gallium"},
        ),
        (
            "Herein, SbCl3 treatment gives rise to a Na3Sb/NaCl interphase. Dendrites are suppressed.",
            ("SbCl3",),
            {"Na3Sb", "NaCl"},
        ),
        (
            "Herein, garnet is treated with sulfuric acid and the carbonate turns into a lithiophilic layer containing Li2SO4. Dendrites are suppressed.",
            ("sulfuric acid",),
            {"Li2SO4"},
        ),
        (
            "Herein, SnCl2 additive reacts with sodium, and a Sn/NaCl bilayer is obtained. Dendrites are suppressed.",
            ("SnCl2",),
            {"Sn", "NaCl"},
        ),
    ],
)
def test_what_an_agent_leaves_is_a_phase_and_no_agent(text, agents, phases):
    claim = last(text)
    assert claim.agents == agents
    assert {*claim.phases_formed} == phases


@pytest.mark.parametrize(
    "text",
    [
        "Herein, a sodium fluoride coating was sputtered on sodium. Dendrites are suppressed.",
        "Herein, NaF and Al2O3 are deposited on sodium by ALD. Dendrites are suppressed.",
        "Herein, we sputter Sn and a Bi layer on sodium, and dendrites are suppressed.",
    ],
)
def test_what_is_laid_on_as_it_is_is_no_phase_that_forms(text):
    assert not last(text).phases_formed


def test_an_alloy_is_one_phase_however_its_metals_are_ordered():
    text = "Herein, silver is sputtered on carbon cloth. Ag-Na alloys form, and the Na-Ag alloy guides nucleation. Dendrites are suppressed."
    assert len(last(text).phases_formed) == 1


def test_a_metal_that_is_brought_in_is_no_phase_where_its_presence_is_shown():
    text = "Herein, silver is sputtered on carbon cloth, and diffraction shows the formation of a silver phase. Dendrites are suppressed."
    claim = last(text)
    assert claim.agents == ("silver",)
    assert not claim.phases_formed


def test_a_phase_that_a_problem_calls_for_has_not_formed():
    text = "Sodium anodes suffer from dendrites, which call for a stable NaF-rich interphase. Herein, a felt hosts the sodium, and dendrites are suppressed."
    assert not extract(Source("made-up", text, "")).claims[0].phases_formed


def test_the_trouble_told_right_before_the_work_is_presented_is_not_its_result():
    text = (
        "A tough interphase is in situ formed on sodium, which suppresses dendrites for 900 h. The poor contact of NASICON with sodium leads to dendrites. "
        "Herein, we coat NASICON with SnS2 and dendrites are suppressed."
    )
    own, trouble = (claim.attribution for claim in extract(Source("made-up", text, "")).claims)
    assert {own, trouble} == {"own_result", "own_statement"}


def test_a_phase_is_written_as_the_text_writes_it():
    text = "Herein, a felt is coated with selenium; it affords an interphase with sodium fluoride. Dendrites are suppressed."
    assert last(text).phases_formed == ("sodium fluoride",)


def test_a_layer_without_a_name_is_no_phase_beside_what_it_is_made_of():
    text = "Herein, soaking in SnCl4 forms an alloy interphase, in which NaCl is generated. Dendrites are suppressed."
    assert last(text).phases_formed == ("NaCl",)
    text = "Herein, soaking in SnCl4 forms an alloy interphase. Dendrites are suppressed."
    assert last(text).phases_formed == ("alloy interphase",)


def test_alloys_that_a_bracket_tells_one_by_one_are_brought_in():
    text = "Herein, sodium alloys (Na-Zn, Na-Ca and Na-Hg) are spread on beta''-alumina, which improves the wetting. Bi was compared."
    assert {"Na-Zn", "Na-Ca", "Na-Hg"} <= {*last(text).agents}
    assert not last(text).phases_formed


@pytest.mark.parametrize(
    ("text", "phases"),
    [
        ("Herein, we paint sodium with a layer that contains NaI and silica. Dendrites are suppressed.", ()),
        ("Herein, iodine vapour reacts to a layer that contains NaI. Dendrites are suppressed.", ("NaI",)),
    ],
)
def test_what_a_layer_contains_has_formed_where_a_reaction_is_told(text, phases):
    assert last(text).phases_formed == phases


@pytest.mark.parametrize(
    ("text", "phases"),
    [
        (
            "Herein, NaFSI is reduced to a film dominated by NaF, Na2O, and Na3N. Dendrites are suppressed.",
            {"NaF", "Na2O", "Na3N"},
        ),
        (
            "Herein, felts are fluorinated and a NaF/Na2S-rich solid electrolyte interphase is seen. Dendrites are suppressed.",
            {"NaF", "Na2S"},
        ),
        ("Herein, by reacting P2Se5 with lithium, a dense Li3PS4 interphase forms. Dendrites are suppressed.", {"Li3PS4"}),
        (
            "Herein, tin on copper forms a Li-Sn alloy, and the resulting LixSn skin is tough. Dendrites are suppressed.",
            {"Li-Sn alloy", "LixSn"},
        ),
        ("Herein, a shorter ether with NaPF6 was developed. A robust interphase is formed. Dendrites are suppressed.", set()),
        ("Herein, a radical converts sulfur to lithium polysulfides. Dendrites are suppressed.", set()),
    ],
)
def test_lists_of_an_interphase_have_formed_and_salts_of_the_electrolyte_have_not(text, phases):
    assert set(last(text).phases_formed) == phases


def test_all_that_a_laid_layer_is_made_of_is_brought_in():
    found = last("Herein, an artificial layer composed of C6H5COONa and Na3Sb is rolled onto sodium. Dendrites are suppressed.")
    assert set(found.agents) == {"C6H5COONa", "Na3Sb"}
    assert not found.phases_formed
