"""A strategy belongs to the member of a list that names it, and a word of a layer, a separator or a doped carbon alone names none."""

from __future__ import annotations

import pytest

from sodiokg.extract.records import extract
from sodiokg.model import Claim, Source


def read(text: str) -> tuple[Claim, ...]:
    return extract(Source("made-up", text, "")).claims


def strategies(text: str) -> dict[tuple[int, ...], set[str]]:
    """Return the strategies of each claim by its references."""
    return {claim.ref: {*claim.strategy_class} for claim in read(text)}


def test_members_that_each_do_something_of_their_own_do_not_share_a_strategy():
    text = (
        "Many ways were tried, such as they are: coating a film on the anode [1,2], using another type of separator [3,4], "
        "building a porous host [5,6], and electrolyte additives [7,8]."
    )
    assert strategies(text) == {
        (1, 2): {"surface_coating"},
        (3, 4): set(),
        (5, 6): {"structural_host"},
        (7, 8): {"electrolyte_additive"},
    }


def test_what_follows_the_last_member_of_a_list_is_its_own_unless_it_is_said_of_all():
    text = (
        "Efforts range from faster cycling protocols [1,2] to artificial approaches [3,4] that build protective layers on sodium."
    )
    assert strategies(text)[1, 2] == set()
    text = "Thin skins of Sn [1,2] and Bi [3,4] were applied as protective coatings on NZSP to improve wetting."
    assert strategies(text)[1, 2] >= {"surface_coating"}


def test_a_bracketed_list_with_raised_numbers_keeps_its_members_apart():
    text = "Sodium is unstable1. It is studied2. Of all ways (protective coatings3,4, stiff separators5,6, etc.), a change of solvent helps most against dendrites7,8."
    found = strategies(text)
    assert found[3, 4] == {"surface_coating"}
    assert found[5, 6] == set()


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        (
            "Sodium anodes suffer from dendrites. Herein, through a treatment of garnet with tartaric acid, the carbonate is converted into a lithiophilic layer. Dendrites are suppressed.",
            "in_situ_interlayer",
        ),
        (
            "Sodium anodes suffer from dendrites. Herein, a host containing MnO2 and N-doped carbon is made. Dendrites are suppressed.",
            "heteroatom_doping",
        ),
        (
            "Alder et al. [3] built a cell with a layer between the separator and the cathode, and dendrites were suppressed by Zn foam.",
            "surface_coating",
        ),
    ],
)
def test_a_word_of_a_strategy_alone_names_none(text, absent):
    assert absent not in read(text)[-1].strategy_class


@pytest.mark.parametrize(
    "text",
    [
        "Alder et al. [3] used a facile treatment of NZSP with boric acid, and wetting improved.",
        "Alder et al. [3] modified the copper collector surface, and sodium deposited evenly.",
        "Alder et al. [3] used a liquid electrolyte to wet the surface of the garnet pellets, and the resistance fell from 90 to 9 Ω cm2.",
    ],
)
def test_what_is_done_to_a_surface_is_a_treatment_of_it(text):
    assert "surface_treatment" in read(text)[0].strategy_class


CITED = [
    ("Tin coatings have been shown to suppress dendrites on sodium [3].", [((3,), "asserted", ("dendrite_suppressed",))]),
    (
        "Ito et al. coated sodium with tin, and symmetric cells ran for 600 h [4].",
        [((4,), "asserted", ("cycling_stability_improved",))],
    ),
    ("A tin layer did not suppress dendrites at 5 mA cm-2 [5].", [((5,), "negated", ("dendrite_suppressed",))]),
    (
        "It was reported that a tin coating lowers the interfacial resistance [6].",
        [((6,), "asserted", ("interfacial_resistance_reduced",))],
    ),
    ("Whether tin coatings survive long cycling is still unknown [7].", [((7,), "open_question", ())]),
    ("Tin may improve the wetting of NASICON by sodium [8].", [((8,), "hypothesised", ("wettability_improved",))]),
    ("Sodium dendrites pierce the separator and short the cell [9].", [((9,), "asserted", ())]),
    (
        "For example, carbon hosts enable stable cycling for 1000 h [10], while tin coatings suppress dendrites [11].",
        [((10,), "asserted", ("cycling_stability_improved",)), ((11,), "asserted", ("dendrite_suppressed",))],
    ),
    (
        "Carbon hosts [12] and tin coatings [13] both suppress dendrites.",
        [((12,), "asserted", ("dendrite_suppressed",)), ((13,), "asserted", ("dendrite_suppressed",))],
    ),
    ("The poor wetting of NASICON by sodium leads to a high interfacial resistance [14].", [((14,), "asserted", ())]),
    ("High pressures are used to improve the contact between sodium and NASICON [15].", [((15,), "asserted", ())]),
    (
        "A gold interlayer reduced the interfacial resistance of NASICON from 2000 to 100 ohm cm2 [16].",
        [((16,), "asserted", ("interfacial_resistance_reduced",))],
    ),
    (
        "Zheng et al. [17] used a tin layer to improve the wettability, which enabled 500 h of cycling.",
        [((17,), "asserted", ("cycling_stability_improved", "wettability_improved"))],
    ),
    ("To suppress dendrites, Zheng et al. used a tin layer [18].", [((18,), "asserted", ("dendrite_suppressed",))]),
    ("However, the carbon hosts reported so far suffer from dendrites at high currents [19].", [((19,), "asserted", ())]),
]


@pytest.mark.parametrize(("text", "told"), CITED)
def test_what_is_said_of_cited_works_is_theirs_with_its_polarity(text, told):
    found = extract(Source("made-up", f"Sodium is studied widely [1,2]. {text}", "")).claims
    assert [(c.ref, c.polarity, tuple(sorted(c.effects))) for c in found if c.ref != (1, 2)] == told
