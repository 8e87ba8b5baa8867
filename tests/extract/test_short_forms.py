"""Materials by the short form that a text gives them."""

from __future__ import annotations

import pytest

from sodiokg.extract.records import extract
from sodiokg.model import Source


def agents(text: str) -> list[str]:
    return [agent for claim in extract(Source("made-up", text, "")).claims for agent in claim.agents]


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("Here, a film of aminated basalt fibres (ABF) is coated on copper. Dendrites are suppressed for 900 h.", "ABF"),
        ("Here, erect graphene arrays (EGAs) are coated on copper. Dendrites are suppressed.", "EGAs"),
        ("Here we coat sodium with a layer of fluorinated graphene nanosheets (FGN), which suppresses dendrites.", "FGN"),
        ("In this work, 3 wt% of a crown-like ligand (CLL) is added to the electrolyte and suppresses dendrites.", "CLL"),
    ],
)
def test_a_material_is_called_by_the_short_form_that_its_text_gives_it(text, agent):
    assert agents(text) == [agent]


@pytest.mark.parametrize(
    "text",
    [
        "Here, tin is coated on copper for lithium metal batteries (LMBs). Dendrites are suppressed for 900 h.",
        "Here, tin is coated on a sodium metal (SM). Dendrites are suppressed at a low current density (LCD).",
        "Here, tin is coated on copper, as scanning electron microscopy (SEM) shows. Dendrites are suppressed.",
    ],
)
def test_short_forms_of_cells_metals_and_methods_are_no_materials(text):
    assert agents(text) == ["tin"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Here, a metal-organic framework (MOF), MIL-88, fills PEO with NaTFSI. Dendrites are suppressed.", ["MIL-88"]),
        ("Here, ZIF-9 soaked with a liquid (IL@ZIF-9) is added to PEO. Dendrites are suppressed.", ["IL@ZIF-9"]),
        ("Here, a host of carbon with Cr-N4-C sites of Cr is built. Dendrites are suppressed.", ["Cr-N4-C"]),
        ("Here, we coat copper with a thin GeOx /C layer. Dendrites are suppressed.", ["GeOx/C"]),
    ],
)
def test_a_code_leaves_no_agent_to_its_kind_and_its_parts(text, names):
    assert agents(text) == names
