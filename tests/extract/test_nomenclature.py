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
        ("polysulfides, polycrystalline pellets and polymers in an organic acid", []),
    ],
)
def test_a_compound_in_words_is_read_by_the_rules_of_nomenclature(text, names):
    assert [compound.text for compound in find_compounds(text, 0, len(text))] == names


def test_the_elements_of_a_salt_are_known_from_its_name():
    (compound,) = find_compounds("with silver nitrate", 0, 19)
    assert compound.elements == ("Ag", "N", "O")
