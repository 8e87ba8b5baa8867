"""Which share of substances is linked: every one is told, and each without a link has its reason."""

from __future__ import annotations

import pytest
from pyoxigraph import Quad

from sodiokg.cli import main
from sodiokg.graph.build import substance_index
from sodiokg.graph.links import LINKS, link_files, link_quads, read_links
from sodiokg.graph.store import ontology_quads
from sodiokg.graph.terms import node, sod
from sodiokg.link.coverage import entries, shares
from sodiokg.names import substance_iri

LINKED = [link for path in link_files() for link in read_links(path) if link.substance in substance_index().members]
DOCUMENT = node("https://w3id.org/sodiokg/graph/document/tale/assertions")
NAMED = Quad(node("id:claim"), sod("hasAgent"), node(substance_iri("Sn")), DOCUMENT)
FOUND = {one.key: one for one in entries([*ontology_quads(), *link_quads(LINKED, substance_index().members), NAMED])}


def test_a_substance_has_one_kind():
    kinds = {key: FOUND[key].kind for key in ("Sn", "Na15Sn4", "nzsp", "carbon-felt", "SnO2", "PAN")}
    assert list(kinds.values()) == ["element", "phase", "electrolyte", "host", "compound", "other"]


def test_every_substance_without_a_link_has_a_reason_and_no_other():
    assert {bool(one.databases) for one in FOUND.values() if one.reason} == {False}
    assert [one.key for one in FOUND.values() if not one.reason and not one.databases] == []
    assert "looked for" in FOUND["NaIn"].reason
    assert "composition of its own" in FOUND["carbon-felt"].reason
    assert "composition varies" in FOUND["NaxMoS2"].reason
    assert "live lookup" in FOUND["MgO"].reason or FOUND["MgO"].databases


def test_an_atom_is_no_link():
    related = [link for link in LINKED if link.match == "related"]
    only = {one.key: one for one in entries([*ontology_quads(), *link_quads(related, substance_index().members)])}
    assert related
    assert not only["Sn"].databases


def test_shares_count_what_texts_name_apart():
    rows = {(kind, database): counts for kind, database, *counts in shares(FOUND.values())}
    linked_named, named, linked, every = rows["element", "any"]
    assert (linked_named, named) == (1, 1)
    assert linked < every
    assert {quad.graph_name for quad in link_quads([], set())} != {LINKS}


@pytest.mark.parametrize("option", ["--report", "--unlinked"])
def test_the_command_prints_the_shares_and_what_is_missing(option, capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("SODIOKG_HOME", str(tmp_path))
    assert main(["link", option, "--format", "csv"]) == 0
    told = capsys.readouterr()
    assert "kind," in told.out
    assert "substances that texts name are linked" in told.err
