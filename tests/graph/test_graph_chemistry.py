"""The chemistry that ships: every row is a node with its source, the arithmetic holds, and the ontology's classes follow the rows."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from pyoxigraph import Quad

import sodiokg
from sodiokg.errors import SourceError
from sodiokg.extract.formulas import ELEMENTS
from sodiokg.graph.build import substance_index
from sodiokg.graph.catalogue import CATALOGUE
from sodiokg.graph.chemistry import CHEMISTRY, chemistry_file, chemistry_quads, read_rows
from sodiokg.graph.composition import elements
from sodiokg.graph.store import ontology_quads, store_of
from sodiokg.graph.terms import node, sod
from sodiokg.graph.validation import validate
from sodiokg.names import substance_iri

ROWS = read_rows(chemistry_file())
QUADS = list(chemistry_quads(ROWS, substance_index()))
CALCULATED = [row for row in ROWS if row.kind == "ReactionEnergyDatum"]
# Lists that stand for several compounds, and elements that mix with sodium without a compound.
_GENERIC = {"PbOx"}
_TOLD_BY_THE_SYSTEM_OF_POTASSIUM = {"Rb"}


def members(kind):
    told = {quad.subject.value for quad in ontology_quads() if quad.predicate == node("rdf:type") and quad.object == sod(kind)}
    return {iri.removeprefix(substance_iri("")) for iri in told}


def known():
    return {one.value.removeprefix(substance_iri("")) for one in substance_index().members}


def reduced(rows):
    """Return the compounds whose reduction to a metal is favourable, and those for which it is not, by enthalpy."""
    told = [
        row
        for row in rows
        if row.quantity.startswith("dH") and re.search("sodium reduces (oxide|sulfide|fluoride)", row.quantity)
    ]
    return {row.subject for row in told if row.number < 0}, {row.subject for row in told if row.number > 0}


def alloying(rows):
    """Return the elements with a sound row on a sodium phase or a eutectic, and those that sound rows only call immiscible."""
    told = [row for row in rows if row.kind == "PhaseDatum" and row.standing == "sound"]
    phases = {row.subject for row in told if row.phase or row.quantity.startswith("eutectic")}
    lacking = {row.subject for row in told if row.quantity in {"no compound", "immiscible"}}
    return ({system.removeprefix("Na-") for system in some} for some in (phases, lacking - phases))


def class_faults(rows):
    """Return where the classes of the ontology and the rows say different things."""
    yes, no = reduced(rows)
    mixing, apart = alloying(rows)
    apart -= _TOLD_BY_THE_SYSTEM_OF_POTASSIUM
    mixing |= _TOLD_BY_THE_SYSTEM_OF_POTASSIUM
    pairs = {
        "SodiumReducible": (yes & known(), members("SodiumReducible") - _GENERIC),
        "SodiumStable": (no & known(), members("SodiumStable")),
        "SodiumAlloyingElement": (mixing, members("SodiumAlloyingElement")),
        "SodiumImmiscibleElement": (apart, members("SodiumImmiscibleElement")),
    }
    return {kind: expected ^ found for kind, (expected, found) in pairs.items() if expected != found}


def test_every_row_is_a_node_with_its_source_and_none_is_merged():
    told = {quad.subject: quad.object.value for quad in QUADS if quad.predicate == node("dcterms:source")}
    assert len(ROWS) == len(told) > 430
    assert {row.iri: row.source for row in ROWS} == told
    assert [quad for quad in QUADS if quad.graph_name != CHEMISTRY] == [
        Quad(CHEMISTRY, node("rdf:type"), sod("ReferenceGraph"), CATALOGUE)
    ]


def test_the_classes_of_elements_and_compounds_follow_the_rows():
    assert class_faults(ROWS) == {}


@pytest.mark.parametrize(
    ("subject", "kind"), [("ZrO2", "SodiumStable"), ("SnO2", "SodiumReducible"), ("Na-Bi", "SodiumAlloyingElement")]
)
def test_a_class_that_the_rows_no_longer_bear_is_found(subject, kind):
    assert kind in class_faults([row for row in ROWS if row.subject != subject])


def test_the_arithmetic_of_calculated_energies_gives_their_value():
    checked = 0
    for row in CALCULATED:
        sums = re.findall(r"([-+\d.()x/ ]*[\d)]) = (-?[\d.]+)", row.note.replace(" K)", ")").replace(" J/K)", ")"))
        for terms, result in sums[-1:]:
            terms = re.sub(r"(\d)\(", r"\1*(", terms.split("; ")[-1].replace("x", "*"))
            assert float(result) == pytest.approx(eval(terms), abs=0.11), row
            assert float(row.value) == pytest.approx(float(result), abs=0.06)
            checked += 1
    assert checked > 80


def test_the_share_of_sodium_in_a_phase_follows_from_its_formula():
    weights = {row.quantity: row.value for row in ROWS if row.unit == "at.% Na (from formula)" and elements(row.quantity)}
    for formula, value in weights.items():
        counts = {symbol: float(number or 1) for symbol, number in re.findall(r"([A-Z][a-z]?)([\d.]*)", formula)}
        assert set(counts) <= set(ELEMENTS)
        assert float(value) == pytest.approx(100 * counts["Na"] / sum(counts.values()), abs=0.01), formula


def test_a_calculated_energy_names_the_rows_that_it_was_made_of():
    derived = {quad.subject for quad in QUADS if quad.predicate == node("prov:wasDerivedFrom")}
    reduction = [row for row in CALCULATED if "sodium reduces" in row.quantity and "cantera" not in row.source]
    # The formation data of pymatgen for AlF3 and NaF stand in notes of other rows only.
    assert [row.subject for row in reduction if row.iri not in derived] == ["AlF3"]


def test_a_phase_that_only_weak_rows_tell_of_is_no_substance():
    phases = {quad.object.value for quad in QUADS if quad.predicate == sod("givesPhase")}
    assert substance_iri("Na15Sn4") in phases
    assert {substance_iri(weak) for weak in ("Ag2Na", "InNa3", "NaSn5")} & phases == set()


def test_the_chemistry_keeps_its_shapes_and_a_row_without_a_source_does_not():
    assert [one for one in validate(store_of(QUADS)) if one.severity == "violation"] == []
    bare = [quad for quad in QUADS if quad.predicate != node("dcterms:source")]
    assert {one.rule for one in validate(store_of(bare))} == {"datum-has-a-source"}


def test_the_same_rows_in_another_order_give_the_same_graph():
    assert set(chemistry_quads(reversed(ROWS), substance_index())) == set(QUADS)


def test_a_node_does_not_depend_on_standing_or_note():
    row = ROWS[0]
    assert replace(row, standing="weak", note="").iri == row.iri != replace(row, value="80").iri


@pytest.mark.parametrize(
    ("damage", "line"),
    [("kind\tsubject", "1"), ("MeltingPointDatum\tNa\t371", "2"), ("A\tB\tC\t1\tK\ttabulated\tgood\tD\tE", "2")],
)
def test_a_damaged_table_is_refused_with_its_line(tmp_path, damage, line):
    path = tmp_path / "chemistry.tsv"
    header = chemistry_file().read_text(encoding="utf-8").splitlines()[0]
    path.write_text(damage if line == "1" else f"{header}\n{damage}\n", encoding="utf-8")
    with pytest.raises(SourceError, match=rf"chemistry\.tsv:{line}"):
        read_rows(path)


@pytest.fixture
def ask(tmp_path, monkeypatch):
    """Ask the shipped question of the chemistry alone."""
    from sodiokg.graph.trig import to_trig

    monkeypatch.setenv("SODIOKG_HOME", str(tmp_path))
    (tmp_path / "shipped.trig").write_text(to_trig(QUADS), encoding="utf-8")
    monkeypatch.setattr("sodiokg.graph.store.shipped_graph", lambda: tmp_path / "shipped.trig")
    return lambda substance: list(sodiokg.open().query(60, substance=substance))


def test_rows_that_disagree_are_shown_side_by_side_with_their_standing_and_source(ask):
    caesium = ask("Cs")
    assert {(str(row["value"]), row["standing"]) for row in caesium} == {("0.69", "weak"), ("0.0714", "weak")}
    assert all(row["source"] and row["note"] for row in caesium)
    zinc = {row["property"] for row in ask("Na-Zn")}
    assert zinc == {"NaZn13", "immiscible"}


def test_rows_that_agree_are_not_shown(ask):
    assert ask("Sn") == []
