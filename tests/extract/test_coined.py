"""What is brought in under a name of its own, in plain words, or named in no words that tell what it does."""

from __future__ import annotations

import pytest

from sodiokg.extract.coined import find_coined
from sodiokg.extract.records import extract
from sodiokg.model import Source

TROUBLE = "Sodium metal anodes suffer from dendrites. "


def agents(text: str) -> set[str]:
    """Return the agents of the work that a text tells after its trouble."""
    return set(extract(Source("made-up", TROUBLE + text, "")).claims[-1].agents)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We design a braided cellulose scaffold (BCS) for sodium.", ["BCS"]),
        ("Here, a (ZQRx) protective layer is cast.", ["ZQRx"]),
        ("Here, a supramolecular hydrogel (SHG) is cast.", ["SHG"]),
        ("A stiff (PQRT) composite film is rolled onto sodium.", ["PQRT"]),
        ("By introducing a weakly solvating ether, flux is even.", ["weakly solvating ether"]),
        ("Using a novel fluorinated diluent, the SEI is stable.", ["fluorinated diluent"]),
        ("We use a gel polymer electrolyte (GPE) in sodium metal batteries (SMBs).", []),
        ("The solid electrolyte interphase (SEI) layer lasts for 500 h (CCD).", []),
        ("We use this new electrolyte design strategy.", []),
        ("We combine a bulky anion and a weakly coordinating cosolvent.", ["bulky anion", "weakly coordinating cosolvent"]),
        ("We develop a stable layer with the same salts and a cathode coating.", []),
        ("We employ both layers by using different solvents or commercial polymers.", []),
    ],
)
def test_a_name_of_its_own_or_plain_words_tell_what_a_work_brings_in(text, names):
    assert list(find_coined(text, 0, len(text))) == names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Herein, we engineer a foam-like InN host, and dendrites are suppressed.", {"InN"}),
        (
            "Herein, an alloy with equal shares of cadmium iodide and zinc iodide is shown, and dendrites are suppressed.",
            {"cadmium iodide", "zinc iodide"},
        ),
        ("Herein, we embed UiO-67, a metal-organic framework, in PEO with NaTFSI, and dendrites are suppressed.", {"UiO-67"}),
        ("Herein, we add TiO2 to PVDF-HFP, and dendrites are suppressed.", {"TiO2"}),
        ("Herein, we press a membrane of PEO, and dendrites are suppressed.", {"PEO"}),
        (
            "Herein, an artificial interphase comprising Na3P and Na2Se is laid on sodium, and dendrites are suppressed.",
            {"Na3P", "Na2Se"},
        ),
        ("Herein, a NZSP-CaF2 electrolyte is sintered, and dendrites are suppressed.", {"CaF2"}),
        ("Herein, by reacting P4Se3 with sodium in dimethoxyethane, a film is made, and dendrites are suppressed.", {"P4Se3"}),
        ("Herein, KNO3 is dissolved in the carbonate electrolyte with SnF2, and dendrites are suppressed.", {"KNO3", "SnF2"}),
        ("Herein, Mn and Al are put on copper foil as the QZX layer, and dendrites are suppressed.", {"Mn", "Al"}),
        ("Herein, the QZX layer is rolled onto sodium, and dendrites are suppressed.", {"QZX"}),
        ("Herein, a GaIn alloy of Ga and In is spread on zinc, and dendrites are suppressed.", {"GaIn"}),
        ("Herein, we use an Al current collector, and dendrites are suppressed.", set()),
        ("Herein, by polymerization of 1,3-dioxolane with SnF2, a film grows, and dendrites are suppressed.", {"SnF2"}),
        ("Herein, an interlayer of graphite in a carbon-only anode is laid on NZSP, and dendrites are suppressed.", {"graphite"}),
        ("Herein, adding CsF to the electrolyte forms an SEI enriched with Na3N and NaF, and dendrites are suppressed.", {"CsF"}),
        ("Herein, we use a highly concentrated electrolyte, and dendrites are suppressed.", {"highly concentrated electrolyte"}),
        (
            "Herein, an electrolyte consisting of 4 M NaFSI in 1,2-diethoxyethane is used, and dendrites are suppressed.",
            {"NaFSI", "1,2-diethoxyethane"},
        ),
        (
            "Herein, AgF is put into a film and heat forms a layer containing metallic Ag and YF3, and dendrites are suppressed.",
            {"AgF"},
        ),
        (
            "Herein, a trace of locally high-concentration electrolyte (LHE) is added to the electrolyte of PVDF-HFP, and dendrites are suppressed.",
            {"LHE"},
        ),
        (
            "Herein, an alloy with equal shares of zinc, cadmium, and indium is cast, and dendrites are suppressed.",
            {"zinc", "cadmium", "indium"},
        ),
        ("Herein, a trace of KPF6 is added to 1 M NaPF6 in diglyme, and dendrites are suppressed.", {"KPF6"}),
        ("Herein, a QZX coating of graphite lies on foil, QZX-coated copper lasts, and dendrites are suppressed.", {"graphite"}),
        ("Herein, BaS spurs the decomposition of KNO3, and dendrites are suppressed.", {"BaS"}),
        ("Herein, Na3Hf2Si2PO12 is doped with Sc, and dendrites are suppressed.", {"Sc"}),
        ("Herein, a tin-rich skin grows on sodium in a SnF2 solution, and dendrites are suppressed.", {"SnF2"}),
        ("Herein, 50 ppm of H2O are added to the electrolyte, and dendrites are suppressed.", {"H2O"}),
        ("Herein, the carbonate solvent is replaced with sulfolane additive, and dendrites are suppressed.", {"sulfolane"}),
        ("Herein, we tune the pressure, and dendrites are suppressed.", set()),
        ("Herein, we decorate graphene with silver nanowires (AgNWs), and dendrites are suppressed.", {"AgNWs"}),
        ("Herein, we decorate carbon cloth with nanosized tin (nSn), and dendrites are suppressed.", {"Sn"}),
        ("Herein, a V-N co-doped carbon host is made by copper rollers, and dendrites are suppressed.", {"V", "N"}),
    ],
)
def test_a_work_brings_in_what_it_presents_and_not_what_everybody_uses(text, found):
    assert agents(text) == found


def test_a_member_of_a_list_may_be_a_kind_of_material():
    text = "Various coatings were laid on garnet, such as Al2O3 [1], Ge [2], and soft polymers [3], to improve the wetting."
    assert [claim.agents for claim in extract(Source("made-up", text, "")).claims] == [("Al2O3",), ("Ge",), ("soft polymers",)]
