"""How a text may say what was done: several ways for each strategy, in sentences written for this test."""

from __future__ import annotations

import pytest

from sodiokg.extract.records import extract
from sodiokg.model import Source

SAID = {
    "alloy_anode": ["Adding 5 wt% of caesium to sodium gave a melt that wets the ceramic better.", "Sodium amalgam was employed as negative electrode and gave stable cycling."],
    "bulk_doping": ["Aliovalent doping of the ceramic with zinc improved densification.", "Introducing Ca2+ into the NASICON lattice reduced the interfacial resistance."],
    "composite_anode": ["Sodium was kneaded with 20 wt% silica into a dough, which adhered to NZSP.", "By repeated folding, SnS2 was worked into sodium foil, and dendrites were suppressed."],
    "composite_electrolyte": ["Ceramic nanofibres were dispersed in a polymer electrolyte, and cells ran for 800 h.", "NZSP with 5 wt% of TiO2 as second phase resisted dendrites."],
    "electrolyte_additive": ["With 50 mM SnCl2 in the electrolyte, dendrites were suppressed.", "Adding 2 vol% of FEC to the electrolyte stabilized the SEI."],
    "heteroatom_doping": ["Carbon felt rich in pyridinic nitrogen took up sodium at once.", "We doped graphene with sulfur, and the nucleation overpotential fell to 10 mV."],
    "in_situ_interlayer": ["On contact with molten sodium, AlF3 converted to a NaF-rich interlayer in situ.", "An interphase created in situ by polymerization of dioxolane reduced the interfacial resistance."],
    "mesh_or_network": ["A platinum mesh on beta''-alumina improved wetting."],
    "metal_decoration": ["Silver nanoparticles anchored on carbon fibres lowered the nucleation overpotential.", "Carbon cloth modified with Sb clusters ran for 900 h."],
    "oxide_decoration": ["Carbon fibres were decorated with ZnO, and lithium infused within 10 s.", "MnO2 nanosheets on graphene foam let molten lithium spread."],
    "structural_host": ["A porous copper current collector lowered the local current density.", "We used nickel foam as matrix for sodium, and the voltage stayed stable for 600 h."],
    "surface_cleaning": ["Vacuum baking of beta''-alumina desorbed water, and the contact angle fell from 120° to 70°.", "Dry polishing gave a surface free of carbonate, and the interfacial resistance fell."],
    "surface_coating": ["A PVDF membrane was cast over copper and suppressed dendrites.", "We laminated a Sn foil between NZSP and sodium, which reduced the interfacial resistance."],
    "surface_treatment": ["Acid etching of copper foil roughened it, and the nucleation overpotential fell.", "Ozone treatment of carbon cloth improved wetting."],
}  # fmt: skip


@pytest.mark.parametrize(("strategy", "sentence"), [(key, sentence) for key, said in SAID.items() for sentence in said])
def test_a_strategy_is_read_however_it_is_said(strategy, sentence):
    assert strategy in {key for claim in extract(Source("made-up", sentence, "")).claims for key in claim.strategy_class}
