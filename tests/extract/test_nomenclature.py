"""Compounds that a text names in words."""

from __future__ import annotations

import pytest

from sodiokg.extract.findings import find
from sodiokg.extract.lexicon import load_lexicon
from sodiokg.extract.nomenclature import find_compounds
from sodiokg.model import Source
from sodiokg.text import read_document


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("rinsed in phosphoric acid, then in hydrofluoric acid", ["phosphoric acid", "hydrofluoric acid"]),
        ("an acidic slurry of tin(IV) oxide and zinc fluorides", ["tin(iv) oxide", "zinc fluoride"]),
        ("a film of poly(vinyl alcohol) or of polydopamine", ["poly(vinyl alcohol)", "polydopamine"]),
        ("a skin of montmorillonite, of Prussian blue or of silk fibroin", ["montmorillonite", "Prussian blue", "silk fibroin"]),
        ("with lithium difluoro(oxalato)borate", ["lithium difluoro(oxalato)borate"]),
        ("trimethyl phosphate and trimethylsilyl chloride", ["trimethyl phosphate", "trimethylsilyl chloride"]),
        ("methylimidazolium (MPS) on a membrane (ACM) at this rate (XQR)", ["MPS"]),
        ("TMPX is used as an additive, and XPSX is used often", ["TMPX"]),
        ("polysulfides, polycrystalline pellets and polymers in an organic acid", []),
    ],
)
def test_a_compound_in_words_is_read_by_the_rules_of_nomenclature(text, names):
    assert [compound.text for compound in find_compounds(text, 0, len(text))] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("in a weakly coordinating solvent with a sulfonated polymer", ["weakly coordinating solvent", "sulfonated polymer"]),
        ("metal fluorides in a plastic crystal", ["metal fluorides", "plastic crystal"]),
        ("a polymer, a plastic bag, polar crystals and a fluorinated polymer electrolyte", []),
        ("alkali metal salts and Na metal nitrides", []),
    ],
)
def test_a_kind_of_matter_is_a_material_where_the_text_tells_which(text, names):
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


@pytest.mark.parametrize(
    "name",
    [
        "4-ethyl-1H-tetrazole",
        "N,N-diethylformamide",
        "γ-caprolactone",
        "1,2-dibutoxyethane",
        "propyl tert-butyl ether",
        "triethylene glycol butyl ethyl ether",
        "erythritol tetraacrylate",
        "tris(triethylsilyl) phosphite",
        "butyl 3-fluorobutyrate",
        "difluoroethylene carbonate",
        "12-crown-4",
        "coumarin",
        "dipropyl disulfide",
        "polyamide 11",
        "hydroxyethyl cellulose",
        "potassium polyacrylate",
        "poly(ethylene glycol) methyl ether acrylate",
        "zinc acetate dihydrate",
    ],
)
def test_an_organic_compound_is_read_with_its_groups_polyols_and_locants(name):
    text = f"dissolved with {name} in it"
    assert [compound.text for compound in find_compounds(text, 0, len(text))] == [name.lower()]


@pytest.mark.parametrize("text", ["an ether or ester", "the crown of a peak", "we examine a carbonate", "propane cylinders"])
def test_a_class_of_organic_compounds_alone_is_no_compound(text):
    assert find_compounds(text, 0, len(text)) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("fillers of NH2-MIL-53(Al), IL@ZIF-9 and DUT-4", ["NH2-MIL-53(Al)", "IL@ZIF-9", "DUT-4"]),
        ("in [HMIM][BF4], [C6mim]Cl or Pyr15TFSI", ["[HMIM][BF4]", "[C6mim]Cl", "Pyr15TFSI"]),
        ("a NiCo-MOF-derived carbon and a PB-COF:Br", ["NiCo-MOF", "PB-COF:Br"]),
        ("of In(OTf)3, Ca(TFSI)2 and CuTFSI, TFSI anions", ["In(OTf)3", "Ca(TFSI)2", "CuTFSI"]),
        ("of ZSM-11, ZnAl-LDH and h-BN", ["ZSM-11", "ZnAl-LDH", "h-BN"]),
        ("with Ni-N4-CF sites", ["Ni-N4-CF"]),
        ("a citation [12][13], a Ni-N bond and a Ni-NMC cell", []),
    ],
)
def test_a_code_is_the_name_of_one_material(text, names):
    codes = [c.text for c in find_compounds(text, 0, len(text)) if not c.text.islower()]
    assert codes == names


@pytest.mark.parametrize(
    ("text", "agents"), [("catechol", ["catechol"]), ("catechol groups", []), ("catechol moieties", []), ("CFx species", [])]
)
def test_a_part_of_a_molecule_is_no_material(text, agents):
    document = read_document(Source("made-up", f"Sodium wets {text} well.", ""))
    found = [m.title for sentence in find(document, load_lexicon()).materials for m in sentence]
    assert [name for name in found if name != "sodium"] == agents
