"""Formulas that a converter tore apart."""

from __future__ import annotations

import pytest

from sodiokg.extract.spaced import find_spaced_formulas


@pytest.mark.parametrize(
    ("text", "formulas"),
    [
        ("a Li 3 N film", ["Li3N"]),
        ("Na 3 Zr 2 Si 2 PO 12 pellets", ["Na3Zr2Si2PO12"]),
        ("the Li x Ga alloy on SnO 2 dots.", ["LixGa", "SnO2"]),
        ("with NaF 2 wt% and ZnO 5 nm, NaCl 3 h later", []),
        ("Table 2 B and Figure 3 C at 2 M", []),
    ],
)
def test_a_formula_is_whole_where_its_subscripts_stand_apart(text, formulas):
    assert [formula.text for formula in find_spaced_formulas(text)] == formulas


def test_a_torn_formula_keeps_its_place():
    text = "on a Li 2 CO 3 skin"
    (formula,) = find_spaced_formulas(text)
    assert text[formula.start : formula.end] == "Li 2 CO 3"
