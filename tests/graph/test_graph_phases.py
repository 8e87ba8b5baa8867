"""What is known of a phase: from reference data, structures and lookups; what was not asked is never told as not found."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, Quad

from sodiokg.graph.phases import VERDICTS, phases_of
from sodiokg.graph.store import shipped_graph
from sodiokg.graph.terms import describe, flag, in_graph, node, sod, text
from sodiokg.graph.trig import read_trig
from sodiokg.names import substance_iri

GRAPH = node("graph:lookups")


def datum(phase, *, weak=False, unit="at.% Na (from formula)"):
    told = ("rdf:type", sod("PhaseDatum")), ("sod:datumProperty", text(phase)), ("sod:datumUnit", text(unit))
    return in_graph(GRAPH, describe(node(f"id:datum/{phase}/{weak}"), *told, ("sod:weak", flag(weak))))


def structure(phase, identifier, database="a database", match="close"):
    told = ("rdf:type", sod("DatabaseLink")), ("sod:linkOf", node(substance_iri(phase))), ("sod:database", text(database))
    more = ("sod:databaseIdentifier", text(identifier)), ("sod:matchKind", text(match))
    return in_graph(GRAPH, describe(node(f"id:link/{phase}/{identifier}"), *told, *more))


def lookup(phase, status, database="one", service="optimade", remark=""):
    told = ("rdf:type", sod("DatabaseLookup")), (sod("lookupOf").value, node(substance_iri(phase)))
    words = {"Service": service, "Database": database, "Status": status}
    more = [(sod(f"lookup{name}").value, text(word)) for name, word in words.items()]
    return in_graph(GRAPH, describe(node(f"id:lookup/{phase}/{database}"), *told, *more, ("rdfs:comment", text(remark))))


def verdict(phase, *quads):
    return phases_of([quad for some in quads for quad in some]).verdict(phase)


@pytest.mark.parametrize(
    ("known", "status"),
    [
        ([datum("Na15Sn4")], "exists"),
        ([datum("Sn4Na15")], "exists"),
        ([structure("Na15Sn4", "COD:1")], "exists"),
        ([structure("Na15Sn4", "OPTIMADE_MP:mp-1")], "exists"),
        ([lookup("Na15Sn4", "found")], "exists"),
        ([lookup("Na15Sn4", "none"), lookup("Na15Sn4", "found", "two")], "exists"),
        ([datum("NaSn")], "composition differs"),
        ([datum("NaSn"), datum("Na15Sn4", weak=True)], "composition differs"),
        ([lookup("Na15Sn4", "differs", remark="of its elements there are NaSn")], "composition differs"),
        ([lookup("Na15Sn4", "none")], "nothing found"),
        ([lookup("Na15Sn4", "none"), lookup("Na15Sn4", "not reached", "two")], "nothing found"),
        ([lookup("Na15Sn4", "not reached")], "not asked"),
        ([lookup("Na15Sn4", "partial")], "not asked"),
        ([lookup("Na15Sn4", "none", service="pubchem")], "not asked"),
        ([structure("Na15Sn4", "CAS:7440-23-5")], "not asked"),
        ([structure("Na15Sn4", "COD:1", match="related")], "not asked"),
        ([datum("Na15Sn4", weak=True)], "not asked"),
        ([datum("Na15Sn4", unit="statement")], "not asked"),
        ([datum("Na15Pb4")], "not asked"),
        ([], "not asked"),
    ],
)
def test_a_verdict_says_no_more_than_is_known(known, status):
    assert verdict("Na15Sn4", *known).status == status
    assert status in VERDICTS


def test_reasons_name_who_holds_a_phase_which_others_there_are_and_who_did_not_answer():
    found = verdict("Na15Sn4", datum("Na15Sn4"), structure("Na15Sn4", "ICSD:1", "ICSD"))
    assert (found.databases, found.reason) == (("ICSD",), "1 row of data, ICSD")
    differs = verdict("Na5Sn", datum("NaSn"), datum("Na5Sn", weak=True), lookup("Na5Sn", "differs", remark="there is NaSn5"))
    assert (differs.others, differs.reason) == (("NaSn",), "there are NaSn; one: there is NaSn5; 1 weak row")
    none = verdict("NaZr", lookup("NaZr", "none"), lookup("NaZr", "not reached", "two"))
    assert none.reason == "one: none, two: not reached"


@pytest.mark.parametrize("name", ["PbOx", "Na-Sn alloy", "", "BASE", "NaxMoS2"])
def test_what_has_no_fixed_composition_cannot_be_asked_for(name):
    assert verdict(name, datum("NaSn")).reason == "no fixed composition to ask by"


def test_a_substance_is_known_by_the_formula_that_the_graph_gives_it():
    formula = Quad(node(substance_iri("nzsp")), sod("formula"), Literal("Na3Zr2Si2PO12"), GRAPH)
    assert verdict("Na3Zr2Si2PO12", structure("nzsp", "MP:mp-1"), [formula]).status == "exists"


def test_the_graph_that_ships_tells_known_phases_from_a_nominal_one():
    phases = phases_of(read_trig(shipped_graph()))
    assert {name: phases.verdict(name).status for name in ("Na15Sn4", "NaIn", "Na5Sn", "Na2S")} == {
        "Na15Sn4": "exists",
        "NaIn": "exists",
        "Na5Sn": "composition differs",
        "Na2S": "not asked",
    }
    assert len(phases.among(("Sn", "Na"))) > 6
