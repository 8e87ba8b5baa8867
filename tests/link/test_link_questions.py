"""The two questions on links, asked of the tables that ship."""

from __future__ import annotations

import pytest

from sodiokg.cli import main
from sodiokg.graph.build import substance_index
from sodiokg.graph.chemistry import chemistry_file, chemistry_quads, read_rows
from sodiokg.graph.links import link_files, link_quads, read_links
from sodiokg.graph.store import store_of
from sodiokg.link.lookups import keep
from sodiokg.link.outcomes import Database, Inquiry, Outcome, Record
from sodiokg.names import substance_iri
from sodiokg.query.engine import run_here
from sodiokg.query.shipped import find
from sodiokg.tables import table_from_results


@pytest.fixture(scope="module")
def ask():
    chemistry = list(chemistry_quads(read_rows(chemistry_file()), substance_index()))
    known = substance_index().members | {quad.subject for quad in chemistry}
    store = store_of([*chemistry, *link_quads((link for path in link_files() for link in read_links(path)), known)])
    return lambda number, **values: list(table_from_results(run_here(store, find(number).bind(values))))


def test_62_conflicts_of_sources_are_listed_and_alternatives_of_one_source_are_not(ask):
    """EMMO and `chemicals` disagree on four compounds; EMMO has one record for graphite and graphene; one file names four records of iron."""
    rows = ask(62)
    pubchem = {row["substance"] for row in rows if row["database"] == "PubChem" and row["conflict"].startswith("several")}
    assert pubchem >= {"sodium sulfide", "aluminium oxide", "copper(I) oxide", "sulfur"}
    shared = {(row["substance"], row["against"]) for row in rows if row["conflict"].startswith("one record")}
    assert {("graphite", "graphene"), ("graphene", "graphite"), ("barium", "calcium")} <= shared
    assert not any("Crystallography" in row["database"] for row in rows)
    assert {(row["identifier"], row["against"]) for row in rows if row["substance"] == "bismuth"} == {
        ("MP:mp-23152", "MP:mp-23155"),
        ("MP:mp-23155", "MP:mp-23152"),
    }


def test_63_every_source_of_an_identifier_is_a_row(ask):
    rows = ask(63, substance="na")
    assert {row["database"] for row in rows} >= {"CAS Registry", "ChEBI", "PubChem", "Wikidata", "the Materials Project"}
    assert {row["match"] for row in rows if row["identifier"] == "CHEBI:26708"} == {"related"}
    assert len([row for row in rows if row["identifier"] == "CAS:7440-23-5"]) == 2
    (structure,) = (row for row in rows if row["identifier"] == "MP:mp-127")
    assert structure["space_group"] == "Im-3m"
    assert {row["polymorph"] for row in ask(63, substance="tio2") if row["polymorph"]} == {"anatase", "rutile"}


def test_what_a_service_answered_is_listed_and_held_against_what_ships(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("SODIOKG_HOME", str(tmp_path))
    pubchem = Database("pubchem", "PubChem", "PUBCHEM", "http://rdf.ncbi.nlm.nih.gov/pubchem/compound/CID")
    inquiry = Inquiry(substance_iri("NaCl"), "NaCl", "sodium chloride", "NaCl")
    keep([Outcome(inquiry, "pubchem", "PubChem", "found", (Record("999999", pubchem, "close"),), "its name", "2026-05-31")])
    assert main(["query", "62", "-f", "csv"]) == 0
    conflicts = [row for row in capsys.readouterr().out.splitlines() if "sodium chloride" in row]
    assert [row.split(",")[3:5] for row in conflicts] == [["PUBCHEM:5234", "PUBCHEM:999999"]] * 2 + [
        ["PUBCHEM:999999", "PUBCHEM:5234"]
    ]
    assert main(["query", "63", "substance=nacl", "-f", "csv"]) == 0
    assert "PUBCHEM:999999" in capsys.readouterr().out
