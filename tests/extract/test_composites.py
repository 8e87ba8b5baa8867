"""Materials that a text writes as one: with a slash each is brought in, with a hyphen all of them as one, a short form is no second one."""

from __future__ import annotations

import pytest

from sodiokg.extract.formulas import find_formulas
from sodiokg.extract.records import extract
from sodiokg.model import Source
from sodiokg.text.normal import normalise


def agents(text: str) -> tuple[str, ...]:
    """Return the agents of the one claim of a text about others' work."""
    (claim,) = extract(Source("made-up", f"Alder et al. [3] {text}", "")).claims
    return claim.agents


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("laid a Sb/C interlayer on NZSP, and wetting improved.", ("Sb/C",)),
        ("report a Zn/In/C composite anode, and dendrites were suppressed.", ("Zn", "In", "C")),
        ("laid a Sb-C interlayer on NZSP, and wetting improved.", ("Sb-C",)),
        ("laid a MgF2-graphene layer on garnet, and wetting improved.", ("MgF2-graphene",)),
        ("added GeCl4 to the common DMC/EC electrolyte, and dendrites were suppressed.", ("GeCl4",)),
    ],
)
def test_members_of_a_composite_are_brought_in_by_the_words_around_all_of_it(text, found):
    assert set(agents(text)) == set(found)


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("a Ge/C film, C/Ge dots and a Ge-C layer", ["Ge", "C", "C", "Ge", "Ge", "C"]),
        ("cycled at C/10, at 2 C-rate, at 0.5 C/h, with Ge-C bonds", ["Ge"]),
        ("(Figure S8) and (Figures S6 and S8)", []),
        ("Li1.4Al0.4Ti1.6(PO4)3ceramic", []),
        ("a KTaO3(KT) filler beside SnO2(B) and Mg2Cl(OH)", ["KTaO3", "SnO2(B)", "Mg2Cl(OH)"]),
        ("NaNi 1/3 Fe 1/3 Mn 1/3 O 2 cells", ["NaNi1/3Fe1/3Mn1/3O2"]),
    ],
)
def test_a_lone_letter_is_carbon_only_where_it_is_part_of_a_composite(text, symbols):
    assert [formula.text for formula in find_formulas(normalise(text).text)] == symbols


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("used a sodium-potassium alloy (Na-K) as the anode, and dendrites were suppressed.", ("Na-K alloy",)),
        ("coated aluminum with tungsten, and dendrites were suppressed.", ("tungsten",)),
        ("used a Mg coated Zn foil, and dendrites were suppressed.", ("Mg",)),
        ("added 1,4-dibromobutane (1,4-DBB) as an additive, and dendrites were suppressed.", ("1,4-DBB",)),
        ("laid coatings of graphene, WS2, Fe2O3, and BN on NZSP, and wetting improved.", ("graphene", "WS2", "Fe2O3", "BN")),
        ("grew a carbon nanotube/reduced graphene oxide (CNT/rGO) film on zinc, and dendrites were suppressed.", ("CNT", "rGO")),
        ("coated lithium with a Zr-BTEC layer, and dendrites were suppressed.", ("Zr-BTEC",)),
        ("used nitrogen and boron co-doped graphene with N- and B-containing groups, and dendrites were suppressed.", ("N", "B")),
    ],
)
def test_an_agent_is_called_as_the_text_goes_on_to_call_it(text, found):
    assert set(agents(text)) == set(found)
