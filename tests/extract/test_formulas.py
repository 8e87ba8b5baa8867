"""Formulas, alloy systems, cells and decorated materials: what is one, what only looks like one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sodiokg.extract.couples import Couple, Decorated, find_couples, find_decorated
from sodiokg.extract.formulas import (
    ELEMENTS,
    Formula,
    System,
    find_formulas,
    find_systems,
    normal_formula,
)

FINDERS: list[Callable[[str], Sequence[Formula | System | Couple | Decorated]]] = [
    find_formulas,
    find_systems,
    find_couples,
    find_decorated,
]


def texts(words: str) -> list[str]:
    return [formula.text for formula in find_formulas(words)]


@pytest.mark.parametrize(
    ("formula", "composition"),
    [
        ("Na15Sn4", "Na 15, Sn 4"),
        ("NaNi0.35Cu0.15Mn0.3Ti0.2O2", "Na 1, Ni 0.35, Cu 0.15, Mn 0.3, Ti 0.2, O 2"),
        ("Na3V2O2(PO4)2F", "Na 3, V 2, O 10, P 2, F 1"),
        ("Na3Zr2Si2PO12", "Na 3, Zr 2, Si 2, P 1, O 12"),
        ("Na3/4Ni1/4Mn3/4O2", "Na 0.75, Ni 0.25, Mn 0.75, O 2"),
        ("Na2/3MnO2", "Na 2/3, Mn 1, O 2"),
        ("Ti3C2Tx", "Ti 3, C 2, T x"),
        ("PbOx", "Pb 1, O x"),
        ("NaxMoS2", "Na x, Mo 1, S 2"),
        ("Na1+xZr2SixP3-xO12", "Na 1+x, Zr 2, Si x, P 3-x, O 12"),
        ("Na5xCe2/3-xTiO3", "Na 5x, Ce 2/3-x, Ti 1, O 3"),
        ("NaNi1-x-yFexMnyO2", "Na 1, Ni 1-x-y, Fe x, Mn y, O 2"),
        ("(NH4)2SO4", "N 2, H 8, S 1, O 4"),
        ("CuSO4·5H2O", "Cu 1, S 1, O 9, H 10"),
        ("CH3COOH", "C 2, H 4, O 2"),
        ("NaOH", "Na 1, O 1, H 1"),
        ("FeOOH", "Fe 1, O 2, H 1"),
        ("KOH", "K 1, O 1, H 1"),
        ("NaK", "Na 1, K 1"),
        ("NaIn", "Na 1, In 1"),
        ("O2", "O 2"),
        ("C60", "C 60"),
        ("Sn", "Sn 1"),
    ],
)
def test_a_formula_gives_its_composition(formula, composition):
    [found] = find_formulas(f"Then {formula}, they say, forms.")
    assert found.text == formula
    assert ", ".join(" ".join(pair) for pair in found.composition) == composition


def test_a_polymorph_prefix_belongs_to_the_formula():
    for written in ("β''-Al2O3", "β'' -Al2O3", "beta''-Al2O3", 'beta"-Al2O3'):
        [found] = find_formulas(f"on {written} pellets")
        assert (found.text, found.prefix.replace("beta", "β").replace('"', "''")) == ("β''-Al2O3", "β''")
    assert texts("the β-NaAlO2-rich layer and γ-Fe2O3") == ["β-NaAlO2", "γ-Fe2O3"]


def test_an_ion_carries_its_charge():
    found = find_formulas("Ca2+ doped, K+ and Na+-ion; vs. Na/Na+")
    assert [(one.text, one.composition, one.charge) for one in found] == [
        ("Ca2+", (("Ca", "1"),), "2+"),
        ("K+", (("K", "1"),), "+"),
        ("Na+", (("Na", "1"),), "+"),
        ("Na", (("Na", "1"),), ""),
        ("Na+", (("Na", "1"),), "+"),
    ]


@pytest.mark.parametrize(
    "word",
    [
        "BASE", "NASICON", "PNNL", "SEM", "CC", "CCs", "CF", "CP", "CS", "DFT", "SEI", "NVP", "PC", "EC", "NCNTs", "UCF", "NHC", "HI", "POSS",
        "NaFSI", "NaTFSI", "NaVPOF", "LiPON", "PhD", "Carbon", "Nitrogen", "Tin", "Cobalt", "Nickel", "S1", "P2", "B12", "V", "C", "K", "N", "I",
        "H-NASICON", "S-CF", "MPa", "mAh", "pH", "U.S.", "Na2x3y", "Tax", "Six", "NiCoX", "XYZ", "MXene", "YSZ", "NZSP", "O-CCF", "3D", "2H",
    ],
)  # fmt: skip
def test_a_word_that_only_looks_like_a_formula_is_none(word):
    assert texts(f"The {word} is there.") == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("In this work", []),
        ("As a result, In a cell", []),
        ("No wetting was seen. Be careful. At last He came. I am.", []),
        ("metals (Sn, Bi, In, Pb)", ["Sn", "Bi", "In", "Pb"]),
        ("(Be, Mg, and Ba)", ["Be", "Mg", "Ba"]),
        ("a thin In layer and the Na/In/C electrode", ["In", "Na", "In", "C"]),
        ("Sn and As were added", ["Sn", "As"]),
        ("N-doped carbon and N and O co-doping, S doping", ["N", "N", "O", "S"]),
        ("carbon doped with N and O, foam treated with S, lone O atoms", ["N", "O", "S", "O"]),
        ("at 25 C and 5 V for 3 K", []),
        ("Li et al. and Lu and co-workers used Li", ["Li"]),
        ("Ho, Y. said", []),
        ("5 Pa of argon", []),
        ("TiO2 (TiO2) [TiO2] TiO2-coated NZSP(TiO2)", ["TiO2"] * 5),
        ("Na||NZSP||Na", ["Na", "Na"]),
        ("RuO2@CC", ["RuO2"]),
        ("x in SnOx/Sn film", ["SnOx", "Sn"]),
    ],
)
def test_context_decides_on_symbols_that_are_words_units_or_names(words, found):
    assert texts(words) == found


def test_the_place_of_a_formula_is_exact():
    words = "on the (TiO2) and the β''-Al2O3."
    assert [words[one.start : one.end] for one in find_formulas(words)] == ["TiO2", "β''-Al2O3"]


@pytest.mark.parametrize(
    ("written", "formula"),
    [
        ("Na₁₅Sn₄", "Na15Sn4"),
        (r"$\text{Na}_{15}\text{Sn}_4$", "Na15Sn4"),
        ("Na<sub>15</sub>Sn<sub>4</sub>", "Na15Sn4"),
        ("Li₁₊ₓScₓTi₂₋ₓ(PO₄)₃", "Li1+xScxTi2-x(PO4)3"),
        ("β″-Al₂O₃", "β''-Al2O3"),
        ("Ca²⁺", "Ca2+"),
        ("Na", "Na"),
        ("In", "In"),
        ("BASE", None),
        ("Sn coating", None),
        ("CC", None),
        ("", None),
    ],
)
def test_a_name_in_any_notation_is_a_formula_or_not(written, formula):
    assert normal_formula(written) == formula


def test_all_elements_are_known():
    assert len(ELEMENTS) == len(set(ELEMENTS)) == 118


def test_alloy_systems_are_metals_joined_by_hyphens():
    [found] = find_systems("the Na-K/Rb/Cs alloys")
    assert found.elements == ("Na", "K", "Rb", "Cs")
    assert found.alternatives == (("Na", "K"), ("Na", "Rb"), ("Na", "Cs"))
    assert [one.text for one in find_systems("Li/Na-Sn, Na-Sn-based, Na-Pb, liquid Na-K-Al||x")] == [
        "Li/Na-Sn",
        "Na-Sn",
        "Na-Pb",
        "Na-K-Al",
    ]


@pytest.mark.parametrize(
    "words", ["Na-S cells", "C-O groups", "Na-O2", "Na-Ru@CC", "Na-Na", "Li/Na-Co-CS cells", "a Na-Al battery", "SF-Cu-3.6"]
)
def test_couples_bonds_and_sample_names_are_no_alloy_systems(words):
    assert find_systems(words) == []


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("a Na||NZSP||Na cell", ("Na", "NZSP", "Na")),
        ("the Na-Cs||S cells", ("Na-Cs", "S")),
        ("the Na3V2(PO4)3||NZSP(TiO2) ||Na cell", ("Na3V2(PO4)3", "NZSP(TiO2)", "Na")),
        ("Na||YSZ@BASE|| NaNi0.5Mn0.5O2 full", ("Na", "YSZ@BASE", "NaNi0.5Mn0.5O2")),
        ("the Na|BASE contact", ("Na", "BASE")),
        ("of Na|H-NASICON, the", ("Na", "H-NASICON")),
        ("(Na||NZSP).", ("Na", "NZSP")),
    ],
)
def test_cells_and_contacts_give_their_parts(words, parts):
    [found] = find_couples(words)
    assert found.parts == parts
    assert words[found.start : found.end].replace(" ", "") == found.separator.join(parts)


def test_table_rules_and_lone_bars_are_no_cells():
    assert find_couples("| a | b | and |x| or a | b") == []


def test_decorated_materials_give_their_parts_and_mail_addresses_none():
    assert [one.parts for one in find_decorated("RuO2@CC, Na-Ru@CC and SnO2@NZSP. Na||YSZ@BASE||S")] == [
        ("RuO2", "CC"), ("Na-Ru", "CC"), ("SnO2", "NZSP"), ("YSZ", "BASE"),
    ]  # fmt: skip
    assert find_decorated("write to a.miller@tin.example or me @ home") == []


@given(st.text(alphabet="NaSnCoOxT23()./+-|@ ,βIn", max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_places_in_order_that_do_not_overlap(words):
    for finder in FINDERS:
        places = [(one.start, one.end) for one in finder(words)]
        assert all(0 <= start < end <= len(words) for start, end in places)
        assert all(end <= start for (_, end), (start, _) in pairwise(places))


def test_hostile_repetitions_take_linear_time():
    for unit in (
        "Co",
        "CoC",
        "Na2",
        "(Na",
        "(Na)",
        "1/2",
        "A@",
        "A||",
        "|",
        "Na-",
        "Na/",
        "Na-K",
        "N, ",
        "N and ",
        "In ",
        "Nax+",
    ):
        words = unit * (60_000 // len(unit))
        for finder in FINDERS:
            assert len(finder(words)) <= len(words)
