"""How an agent is written: with the form of a host, with its carbon shell, and without the spaces of lost lowered digits."""

from __future__ import annotations

import pytest

from sodiokg.extract.formulas import find_formulas
from sodiokg.extract.records import extract
from sodiokg.model import Source


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("Alder et al. [3] infused sodium into a carbon skeleton, and dendrites were suppressed.", ("carbon skeleton",)),
        ("Alder et al. [3] spread Ge@C on copper foil, and dendrites were suppressed.", ("Ge@C",)),
        ("Alder et al. [3] loaded Ge@CC with molten sodium, and dendrites were suppressed.", ("Ge",)),
        ("Alder et al. [3] coated garnet pellets with Sb2 O3, and lithium wetted them well.", ("Sb2O3",)),
    ],
)
def test_an_agent_is_written_with_its_form_and_without_lost_digits(text, agents):
    (claim,) = extract(Source("made-up", text, "")).claims
    assert claim.agents == agents


@pytest.mark.parametrize(
    ("words", "agent"),
    [
        ("glassy ZIFs", "glassy ZIFs"),
        ("activated carbon", "activated carbon"),
        ("carbon nanocages", "carbon nanocages"),
        ("silica nanoballs", "silica nanoballs"),
        ("zinc ions", "zinc ions"),
        ("3-ethyl-1H-pyrazole (EPZ)", "EPZ"),
        ("stable zinc particles", "zinc"),
        ("yttrium nitrate (Y(NO3)3)", "Y(NO3)3"),
        ("cerium nitrate, Ce(NO3)3·6H2O,", "Ce(NO3)3·6H2O"),
        ("graphene oxide aerogel (GO)", "GO"),
        ("uniform silica", "silica"),
    ],
)
def test_what_tells_a_material_from_others_of_its_class_is_part_of_its_name(words, agent):
    (claim,) = extract(
        Source("made-up", f"Alder et al. [3] coated copper with {words}, and dendrites were suppressed.", "")
    ).claims
    assert claim.agents == (agent,)


@pytest.mark.parametrize(
    ("text", "formulas"),
    [
        ("Ga2 O3 on Nb2 C Tx", ["Ga2O3", "Nb2C"]),
        ("Li6.5 La3 Zr1.5 Nb0.5 O12 pellets", ["Li6.5La3Zr1.5Nb0.5O12"]),
        ("Na3 V2 (PO4 )3 cells", ["Na3V2(PO4)3"]),
        ("with Sn2 In the cell and Fe2 Nature", []),
        ("Na5.4 PS4.4 Br1.6 and Li6.6Ge0.6Sb0.4 S5 with", ["Na5.4PS4.4Br1.6", "Li6.6Ge0.6Sb0.4S5"]),
        ("Mg2 Si, K2 CO3 and Bi2 Te3", ["Mg2Si", "K2CO3", "Bi2Te3"]),
    ],
)
def test_a_formula_whose_lowered_digits_became_spaces_is_one_formula(text, formulas):
    assert [formula.text for formula in find_formulas(text)] == formulas
