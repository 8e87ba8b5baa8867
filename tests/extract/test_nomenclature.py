"""Compounds that a text names in words."""

from __future__ import annotations

import pytest

from sodiokg.extract.nomenclature import find_compounds


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("rinsed in phosphoric acid, then in hydrofluoric acid", ["phosphoric acid", "hydrofluoric acid"]),
        ("an acidic slurry of tin(IV) oxide and zinc fluorides", ["tin(iv) oxide", "zinc fluoride"]),
        ("a film of poly(vinyl alcohol) or of polydopamine", ["poly(vinyl alcohol)", "polydopamine"]),
        ("a skin of montmorillonite, of Prussian blue or of silk fibroin", ["montmorillonite", "Prussian blue", "silk fibroin"]),
        ("trimethyl phosphate and trimethylsilyl chloride", ["trimethyl phosphate", "trimethylsilyl chloride"]),
        ("methylimidazolium (MPS) on a membrane (ACM) at this rate (XQR)", ["MPS"]),
        ("TMPX is used as an additive, and XPSX is used often", ["TMPX"]),
        ("polysulfides, polycrystalline pellets and polymers in an organic acid", []),
    ],
)
def test_a_compound_in_words_is_read_by_the_rules_of_nomenclature(text, names):
    assert [compound.text for compound in find_compounds(text, 0, len(text))] == names


def test_the_elements_of_a_salt_are_known_from_its_name():
    (compound,) = find_compounds("with silver nitrate", 0, 19)
    assert compound.elements == ("Ag", "N", "O")


@pytest.mark.parametrize("name", ["3-ethylpyridine", "2-methyl oxolane", "benzamide"])
def test_an_organic_compound_is_known_by_the_ending_of_its_class(name):
    text = f"with {name} as additive"
    assert [compound.text for compound in find_compounds(text, 0, len(text))] == [name]


def test_the_name_of_a_salt_is_not_longer_than_its_two_words():
    assert [c.text for c in find_compounds("then treated with zinc(II) chloride", 0, 35)] == ["zinc(ii) chloride"]
