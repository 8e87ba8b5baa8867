"""The cell and the electrolyte family that a number is put under."""

from __future__ import annotations

import pytest

from sodiokg.graph.setups import setup_triples
from sodiokg.graph.store import lexicon_files, ontology_quads
from sodiokg.graph.substances import Resolver, index_of
from sodiokg.graph.trig import read_turtle
from sodiokg.model import Claim, Measurement


@pytest.fixture(scope="module")
def setup():
    materials = Resolver(
        index_of([*ontology_quads(), *(quad for path in lexicon_files() for quad in read_turtle(path))]),
        "https://example.org/document",
    )

    def setup(kind="cycling_time", subject="", substrate="", **claimed):
        number = Measurement("m1", "d", 0, 5, "550 h", "2", kind, 550.0, "h", subject=subject, substrate=substrate)
        claim = Claim("c1", "d", 0, 9, "some text", "2", "asserted", "reported", **claimed) if claimed else None
        return {name: value.value.partition("#")[2] for name, value in setup_triples(number, claim, materials)}

    return setup


@pytest.mark.parametrize(
    ("subject", "told", "cell"),
    [
        ("symmetric cells", "", "SymmetricCell"),
        ("Symmetrical Na cells", "full", "SymmetricCell"),
        ("Na||plain NZSP||Na", "", "SymmetricCell"),
        ("the half cell", "symmetric", "HalfCell"),
        ("Na||BASE||NVP", "full", "FullCell"),
        ("Na||BASE||NVP", "symmetric", None),
        ("molten Na-NaI battery", "symmetric", None),
        ("Na@host electrodes", "symmetric", "SymmetricCell"),
        ("", "", None),
    ],
)
def test_the_subject_of_a_number_tells_its_cell_before_its_claim_does(setup, subject, told, cell):
    assert setup(subject=subject, cell=told, battery_type="all-solid-state").get("sod:usesCell") == cell


def test_a_contact_angle_has_no_cell_and_a_resistance_not_the_full_cell_of_its_claim(setup):
    assert "sod:usesCell" not in setup("contact_angle", subject="symmetric cells", cell="symmetric")
    assert "sod:usesCell" not in setup("area_specific_resistance", cell="full")
    assert setup("area_specific_resistance", cell="symmetric")["sod:usesCell"] == "SymmetricCell"


@pytest.mark.parametrize(
    ("claimed", "family"),
    [
        ({"battery_type": "molten", "substrate_class": "BASE"}, "BASE"),
        ({"battery_type": "all-solid-state", "substrate_class": "NASICON"}, "NASICON"),
        ({"battery_type": "conventional-liquid", "substrate_class": "NASICON"}, None),
        ({"battery_type": "conventional-liquid", "substrate_class": "carbon"}, None),
        ({"battery_type": "conventional-liquid", "electrolyte": "carbonate-based electrolyte"}, "CarbonateElectrolyte"),
        ({"battery_type": "conventional-liquid", "electrolyte": "ether electrolytes"}, "EtherElectrolyte"),
        ({"battery_type": "conventional-liquid", "electrolyte": "ester electrolyte"}, "EsterElectrolyte"),
        ({"battery_type": "conventional-liquid", "electrolyte": "1 M NaPF6 in diglyme"}, "EtherElectrolyte"),
        ({"battery_type": "conventional-liquid", "electrolyte": "1 M NaClO4 in DEC"}, "CarbonateElectrolyte"),
        ({"battery_type": "conventional-liquid", "electrolyte": "1 M NaClO4 in DEC:diglyme"}, None),
        ({"battery_type": "conventional-liquid", "electrolyte": "1 M NaClO4 in DEC:goo"}, None),
    ],
)
def test_the_electrolyte_family_is_that_of_the_named_liquid_or_of_the_solid(setup, claimed, family):
    assert setup(**claimed).get("sod:electrolyteFamily") == family


def test_a_number_of_no_claim_has_the_family_of_the_electrolyte_that_it_is_of(setup):
    assert setup("ionic_conductivity", substrate="BASE") == {"sod:electrolyteFamily": "BASE"}
    assert setup("ionic_conductivity", substrate="NZSP") == {"sod:electrolyteFamily": "NASICON"}
    assert setup("ionic_conductivity", substrate="carbon cloth") == {}
