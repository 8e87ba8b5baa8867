"""What is brought in is told from what stands by, and means without a formula are agents where nothing else is."""

from __future__ import annotations

import pytest

from sodiokg.extract.records import extract
from sodiokg.model import Claim, Source

TROUBLE = "Sodium metal anodes suffer from dendrites. "


def last(text: str) -> Claim:
    """Return the claim on the work of a text that first tells its trouble."""
    return extract(Source("made-up", TROUBLE + text, "")).claims[-1]


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("Herein, slurries of bismuth were cast on a current collector (copper), and dendrites were suppressed.", ("bismuth",)),
        (
            "Herein, Zn is sputtered on carbon, which suppresses dendrites. This also works for other metals such as Mg and Ca.",
            ("Zn",),
        ),
        (
            "Herein, Nb-doped Li7La3Zr2O12 (LLZNO) pellets are dipped in tartaric acid, and dendrites are suppressed.",
            ("tartaric acid",),
        ),
        ("Herein, through a treatment of Ga-doped garnet with citric acid, dendrites are suppressed.", ("citric acid",)),
    ],
)
def test_collectors_further_examples_and_dopants_of_what_is_treated_are_no_agents(text, agents):
    assert last(text).agents == agents


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        (
            "Herein, we apply ester and glyme-based electrolytes, and dendrites are suppressed.",
            ("ester-based electrolytes", "glyme-based electrolytes"),
        ),
        ("Herein, we construct an artificial SEI layer, and dendrites are suppressed.", ("artificial SEI layer",)),
        (
            "Herein, the electrolyte contains ethylene carbonate as co-solvent, concentrated potassium salt, and gallium tribromide as an additive. Dendrites are suppressed.",
            ("ethylene carbonate", "gallium tribromide", "potassium salt"),
        ),
        ("Herein, we sputter Zn on copper foil, and dendrites are suppressed in ether-based electrolytes.", ("Zn",)),
    ],
)
def test_a_means_without_a_formula_is_an_agent_among_others_or_alone(text, agents):
    assert last(text).agents == agents


def test_an_additive_may_be_known_by_the_electrolyte_that_contains_it():
    text = (
        "Herein, an additive strategy is proposed to enrich the interphase. The nitrile group in 3-cyanopyridine (3-CPY) binds to sodium. "
        "In the 3-CPY-containing electrolyte, dendrites are suppressed."
    )
    assert last(text).agents == ("3-CPY",)


def test_several_additives_share_the_word_that_names_them():
    text = "Herein, vinylene carbonate (VC) and phenyl isocyanate (PIC) are used as co-additives, and dendrites are suppressed."
    assert last(text).agents == ("VC", "PIC")


def test_decorated_particles_are_written_as_the_text_goes_on_with_them():
    text = "The team made carbon-coated tin particles (Sn@C) and spread them on carbon cloth. Dendrites are suppressed."
    assert last(text).agents == ("Sn@C",)


def test_each_of_several_electrolytes_that_are_compared_is_the_agent_of_its_claim():
    text = (
        "Three cells were built (with NXC, NYS, or NZH). The cell with NXC faded to 20 % after 15 cycles. "
        "The cell with NYS kept 60 % after 15 cycles. The cell with NZH kept 97 % after 15 cycles."
    )
    assert {claim.agents for claim in extract(Source("made-up", text, "")).claims} >= {("NXC",), ("NYS",), ("NZH",)}
