"""What comes with an agent: the host it is put into, what a work adds later, and alloys that make up the electrode."""

from __future__ import annotations

import pytest

from sodiokg.extract.records import extract
from sodiokg.model import Claim, Source

TROUBLE = "Sodium metal anodes suffer from dendrites. "


def last(text: str) -> Claim:
    """Return the claim on the work that a text tells after its trouble."""
    return extract(Source("made-up", TROUBLE + text, "")).claims[-1]


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        (
            "Herein, we propose a braided carbon scaffold (BCSF) for molten sodium. It is light. The incorporation of liquid GaIn alloy helps, "
            "and dendrites are suppressed.",
            {"BCSF", "GaIn"},
        ),
        (
            "Herein, we embed Mo2N dots into a porous carbon framework, and dendrites are suppressed.",
            {"Mo2N", "porous carbon framework"},
        ),
        ("Herein, we embed Mo2N dots on carbon cloth, and dendrites are suppressed.", {"Mo2N"}),
        ("Herein, a Li/Zn3Li7 composite anode is cast, and dendrites are suppressed.", {"Zn3Li7"}),
        (
            "Herein, vinylene carbonate and lithium difluoro(oxalato)borate build a film, and dendrites are suppressed.",
            {"vinylene carbonate", "lithium difluoro(oxalato)borate"},
        ),
        ("Herein, a coat of Sb2O3 on copper and aluminum foil helps, and dendrites are suppressed.", {"Sb2O3"}),
        ("Herein, we add coumarin to the electrolyte of PEO, and dendrites are suppressed.", {"coumarin"}),
    ],
)
def test_what_comes_with_an_agent_is_brought_in_too(text, agents):
    assert set(last(text).agents) == agents


def test_a_ceramic_that_fills_a_polymer_is_no_product_of_the_liquid_beside_it():
    found = last(
        "Herein, a PEO membrane with an ionic liquid of tetrabutylphosphonium 2-hydroxypyrazine (TBHQ) as well as a ceramic of "
        "Li6.5La3Zr1.5Nb0.5O12 is cast as a composite film, and dendrites are suppressed."
    )
    assert "Li6.5La3Zr1.5Nb0.5O12" in found.agents
    assert not found.phases_formed
