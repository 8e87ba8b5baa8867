"""What a work calls what it brings in, and what its words say beside that. All sentences are written for these tests."""

from __future__ import annotations

import pytest

from sodiokg.extract.records import extract
from sodiokg.model import Source


def strategies(text: str) -> set[str]:
    """Return the strategies of all claims of a text."""
    return {key for claim in extract(Source("made-up", text, "")).claims for key in claim.strategy_class}


@pytest.mark.parametrize(
    "text",
    [
        "Herein, a Sn/C interlayer is introduced between NASICON and sodium. The cells run for 900 h.",
        "Here, an ultrathin In interphase is placed between sodium and the ceramic.",
        "We propose the use of polymeric interlayers to keep contact between lithium and garnet.",
        "In this work, an artificial hybrid interphase made up of Na2Te and NaBr protects the sodium anode.",
        "Here, a soft graphite interface layer between LLZO and lithium removes the contact loss.",
        "In this contribution, we demonstrate a bifunctional protection layer of PVDF and SnF2 on sodium metal.",
        "To address this, a sodiophilic interfacial layer (SnSe2) is constructed on the surface of the electrolyte.",
        "Herein, we design an ion-conducting Na3Bi/NaF shield for sodium metal.",
        "A separator coated with boron nitride is used here, and the lithium anode stays dendrite-free for 800 h.",
        "Herein, a Zn-modified polypropylene separator is designed, and dendrites are suppressed.",
        "Here, copper foil modified with a thin Sb layer serves as the current collector.",
        "Here we report a porous sodiophobic interlayer with a carbon skeleton. The resistance falls to 5 Ω cm2.",
        "Surface coatings of polymers can suppress dendrite growth effectively [5-7].",
        "The use of artificial SEI layers is a popular way to stabilize the sodium anode [8,9].",
    ],
)
def test_a_layer_that_is_brought_in_coats_whatever_it_is_made_of(text):
    assert strategies(text) == {"surface_coating"}


@pytest.mark.parametrize(
    "text",
    [
        "Herein, an in situ formed Na3P/NaBr interphase is constructed by reacting sodium with PBr3.",
        "The spontaneous reaction of AgNO3 with lithium is used here to build an interlayer of Ag and Li3N.",
        "A Na2S-rich interface layer was generated in situ through the conversion of MoS2 pressed on sodium.",
        "An in-situ polymerized interlayer keeps the contact between sodium and NZSP; the resistance is 80 Ω cm2.",
        "We present a self-formed interphase derived from the reaction of sodium with iodine vapor.",
        "Here we build an interfacial layer on sodium. Immersing the foil in SbF3 creates an interlayer of NaF and Na3Sb.",
    ],
)
def test_a_layer_that_a_reaction_makes_is_one_made_in_place(text):
    assert strategies(text) == {"in_situ_interlayer"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Herein, Al and O co-doped Li6PS5Cl was made, and dendrites are suppressed.", {"bulk_doping"}),
        ("Herein, sulfur and nitrogen co-doped carbon is used as host for sodium.", {"heteroatom_doping", "structural_host"}),
        ("Herein, LiTFSI is incorporated into a sulfide solid electrolyte against dendrites.", {"composite_electrolyte"}),
        ("Herein, LiNO3 is incorporated into an ether electrolyte against dendrites.", {"electrolyte_additive"}),
        ("Here we report PEO electrolyte membranes with LLZTO nanowires.", {"composite_electrolyte"}),
        ("Here we report a PEO electrolyte of low crystallinity.", set()),
        (
            "Here, a crosslinked poly(ether-urethane) network is cured as an electrolyte together with surface-modified LLZTO nanowires.",
            {"composite_electrolyte"},
        ),
        (
            "Herein, MOF sheets, whose metal sites trap anions, are blended with PEO to a solid electrolyte.",
            {"composite_electrolyte"},
        ),
        (
            "Here we introduce trioxane, an inexpensive cyclic acetal, as a molecule that forms films, into a commercial, non-flammable electrolyte.",
            {"electrolyte_additive"},
        ),
        ("Here, sodium is wrapped in a sheet of zinc.", {"surface_coating"}),
        ("Here we use a MgF2-modified garnet pellet that lithium wets.", {"surface_coating"}),
        ("Here, a copper electrode stores sodium in its pores.", {"structural_host"}),
        ("Here, silver-plated copper foam is the host.", {"structural_host", "metal_decoration"}),
        ("Here, cation substitution in Na3Zr2Si2PO12 is examined.", {"bulk_doping"}),
        ("Here, the surface of beta-alumina is cleaned in vacuum.", {"surface_cleaning"}),
        ("Here we study the wetting by Na-In alloys.", {"alloy_anode"}),
        ("Here we see that Na-In alloys form on a zinc interlayer.", {"surface_coating"}),
        ("Here we place a sheet of carbon paper on sodium as an interlayer.", {"surface_coating"}),
        ("Here, tin-decorated reduced graphene oxide foams hold sodium.", {"structural_host", "metal_decoration"}),
        ("Here, an Al2O3 overlayer is grown by plasma-enhanced ALD.", {"surface_coating"}),
        ("Here a porous, Al-doped LLZO host takes up lithium.", {"structural_host", "bulk_doping"}),
        ("Here, Na2Te is generated on sodium by soaking it in TeCl4, as an armour layer.", {"in_situ_interlayer"}),
        ("Here, grain boundaries of LLZO are engineered by LiAlO2.", {"composite_electrolyte"}),
        ("Here a polyether electrolyte is cured in the cell with lithium.", set()),
        ("Herein, carbon nanotube frameworks hold sodium.", {"structural_host"}),
        ("Herein, we develop a theoretical framework for the growth of sodium dendrites.", set()),
        ("Here we show that the liquid Na-K anode is stripped by the cathode host.", {"alloy_anode"}),
        ("Here, 10 at% strontium is alloyed with lithium, and the melt wets garnet.", {"alloy_anode"}),
        ("Here we report a composite anode of lithium and Li22Sn5.", {"composite_anode", "alloy_anode"}),
        ("Here we report a composite anode of lithium and graphite.", {"composite_anode"}),
        ("A layer of zinc is sputtered here; alloy formation follows.", {"surface_coating"}),
        (
            "Here, a dual agent is dissolved in the ether electrolyte. A protective layer of NaF results.",
            {"electrolyte_additive"},
        ),
        ("Here, SnF2 is introduced into a PVDF-HFP layer on copper foil.", {"surface_coating"}),
        ("Here, V2O5 nanobelts on carbon cloth serve as host.", {"structural_host", "oxide_decoration"}),
        ("Here, copper foil is covered by a film of ZnO nanoparticles.", {"surface_coating"}),
        ("Herein, a nickel mesh is laid on beta-alumina.", {"mesh_or_network"}),
        ("Here, Mg2+ was substituted in Na3Zr2Si2PO12.", {"bulk_doping"}),
        ("Here, F-substituted Li3YCl6 is made.", {"bulk_doping"}),
        ("Here, a zinc interlayer joins lithium to pellets of Al-doped LLZO.", {"surface_coating"}),
        ("Here we use a Li-Ag solid solution as the anode of a garnet cell.", {"alloy_anode"}),
        ("Here we show that 5 wt% of caesium in the sodium makes it spread.", {"alloy_anode"}),
        ("Here we report a PVDF-HFP matrix filled with clay.", {"composite_electrolyte"}),
        ("Here we report a poly(acrylic acid) overlayer for sodium.", {"surface_coating"}),
        ("Here, a graphene-capped copper collector is shown.", {"surface_coating"}),
        ("Here, copper foil implanted with ions or ion irradiated gives even deposits.", {"surface_treatment"}),
    ],
)
def test_the_same_words_name_a_strategy_by_what_it_is_done_to(text, found):
    assert strategies(f"Dendrites hamper the use of sodium metal. {text} Symmetric cells ran for 700 h at 1 mA cm-2.") == found


@pytest.mark.parametrize(
    "text",
    [
        "Here we use a low-concentration electrolyte. An anion-derived interphase develops, and an SEI layer rich in NaF is observed.",
        "Here, a layered oxide with large interlayer spacing is examined. In situ X-ray diffraction of the interlayer space shows sodium.",
        "Here, the conductive additive-free cathode is examined.",
        "The passivation layer on sodium was reported to grow with time [3].",
        "Little emphasis has been placed on developing sodium interphases that are stiff.",
        "Here we show by XPS that the inorganic layer of the SEI grows. Sputtering for 5 min reaches its inner part.",
        "Here, a computational mesh of the sodium anode is refined.",
        "Here, Mg-doped Na0.67MnO2 cathodes deliver 150 mAh g-1, and an alumina coating on the cathode protects it.",
        "Liquid electrolytes react with sodium, forming a solid electrolyte interphase [5,6].",
        "Here, a thin layer of solid electrolyte is needed to raise the energy density.",
        "Here, the nucleation barrier of sodium is calculated.",
        "Composite cathodes with a catholyte show a capacity of 100 mAh g-1.",
        "Copper foam and carbon paper are not wetted by molten lithium.",
    ],
)
def test_what_is_there_anyway_is_no_strategy(text):
    assert strategies(text) == set()


def test_a_general_statement_is_about_what_it_names_before_it_says_something_of_it():
    text = "Composite electrolytes are an effective way to tame dendrites, as their coatings and hosts are soft."
    assert strategies(text) == {"composite_electrolyte"}
    assert strategies("Cleaning of surfaces and interlayers are effective strategies against dendrites.") == {
        "surface_cleaning",
        "surface_coating",
    }


def test_a_later_sentence_of_a_work_adds_no_part_of_what_the_first_names():
    text = "Here a protective layer of LiF is laid on copper. Its framework and silver nanoparticles guide lithium."
    assert strategies(f"{text} Cells ran for 700 h.") == {"surface_coating"}


def test_a_general_statement_names_a_strategy_for_a_good_without_a_name():
    assert strategies(
        "Mixing two conductors to composite solid electrolytes leads to better performance of sodium cells [3]."
    ) == {"composite_electrolyte"}


@pytest.mark.parametrize(
    "text",
    [
        "Herein, we propose a gel polymer electrolyte with a framework of crosslinked acrylates. Dendrites are suppressed for 900 h.",
        "Here, a solid-state electrolyte on a backbone of layered molecules is synthesized. Dendrites are suppressed for 900 h.",
    ],
)
def test_the_frame_of_a_new_electrolyte_is_no_host(text):
    assert [
        claim.strategy_class for claim in extract(Source("made-up", text, "")).claims if claim.attribution == "own_result"
    ] == [()]


def test_a_layer_beside_an_electrolyte_that_is_not_the_work_still_coats():
    text = "Herein, we put a carbon interlayer between lithium and a gel polymer electrolyte. Dendrites are suppressed for 900 h."
    assert [claim.strategy_class for claim in extract(Source("made-up", text, "")).claims] == [("surface_coating",)]


def test_a_layer_that_only_a_late_sentence_of_a_work_speaks_of_has_grown_by_itself():
    text = "Here we report sodium anodes that last. They stay flat. A hybrid layer covers them. Cells ran for 700 h."
    assert strategies(text) == set()
    assert strategies(text.replace("A hybrid layer covers", "We introduced a hybrid layer on")) == {"surface_coating"}


def test_a_strategy_that_is_called_a_way_out_is_one_whatever_is_wrong_with_it():
    text = "Alloy anodes are considered an effective strategy to solve these problems, yet in long use all of them suffer."
    assert strategies(text) == {"alloy_anode"}
    assert strategies("Alloy anodes are brittle, and in long use all of them suffer from severe degradation.") == set()
