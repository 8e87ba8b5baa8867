"""TriG is the same for the same statements, and files are written as a whole or not at all."""

from __future__ import annotations

import errno
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

from sodiokg.errors import GraphError, OntologyError, WriteError
from sodiokg.graph.trig import read_trig, read_turtle, to_trig, write_file

IRIS = st.sampled_from(
    [
        "https://w3id.org/sodiokg/id/document/a/claim/12",
        "https://w3id.org/sodiokg/id/study/j-2020-1-2",
        "https://w3id.org/sodiokg/ontology#Claim",
        "https://w3id.org/sodiokg/ontology#1.",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
        "https://example.org/β?x=1&y=(2)",
        "http://qudt.org/vocab/unit/DEG_C",
    ]
).map(NamedNode)
XSD = "http://www.w3.org/2001/XMLSchema#"
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"))
LITERALS = st.one_of(
    TEXTS.map(Literal),
    TEXTS.map(lambda text: Literal(text, language="en")),
    st.sampled_from(["1.50", "-0.0", "12", "+3.1", ".5", "1e3", "x"]).map(
        lambda n: Literal(n, datatype=NamedNode(XSD + "decimal"))
    ),
    st.sampled_from(["12", "-3", "007", "1.5"]).map(lambda n: Literal(n, datatype=NamedNode(XSD + "integer"))),
    st.sampled_from(["true", "false", "1"]).map(lambda n: Literal(n, datatype=NamedNode(XSD + "boolean"))),
)
QUADS = st.lists(st.builds(Quad, IRIS, IRIS, st.one_of(IRIS, LITERALS), IRIS), max_size=20)
ONE = Quad(NamedNode("https://w3id.org/sodiokg/id/x"), NamedNode("http://www.w3.org/2000/01/rdf-schema#label"), Literal("one"))


@given(QUADS)
def test_what_is_written_reads_back_with_every_literal_as_it_was(quads):
    assert set(parse(to_trig(quads).encode(), format=RdfFormat.TRIG)) == set(quads)


@given(QUADS)
def test_the_order_of_the_statements_changes_no_byte(quads):
    assert to_trig(quads) == to_trig([*reversed(quads), *quads])


def test_the_type_comes_first_and_ids_are_written_relative_to_the_base():
    lines = to_trig(
        [ONE, Quad(ONE.subject, NamedNode(XSD.replace("2001/XMLSchema#", "1999/02/22-rdf-syntax-ns#type")), ONE.predicate)]
    )
    assert '<id/x>\n    a rdfs:label ;\n    rdfs:label "one" .\n' in lines


def test_a_blank_node_is_refused():
    with pytest.raises(GraphError, match="without a name"):
        to_trig([Quad(BlankNode(), ONE.predicate, ONE.object)])


def test_damaged_trig_is_reported_with_line_and_column(tmp_path):
    path = tmp_path / "graph.trig"
    path.write_text("@prefix a: <http://a/> .\na:b a:c [ .\n")
    with pytest.raises(GraphError, match=r"graph\.trig:2:\d+: .*does not parse"):
        read_trig(path)


def test_a_missing_graph_says_how_to_make_it(tmp_path):
    with pytest.raises(GraphError, match="sodiokg build"):
        read_trig(tmp_path / "graph.trig")


def test_damaged_turtle_of_the_ontology_is_another_error(tmp_path):
    path = tmp_path / "terms.ttl"
    path.write_text("@prefix a: <http://a/> .\n\na:b a:c .\n")
    with pytest.raises(OntologyError, match=r"terms\.ttl:3:\d+"):
        read_turtle(path)


def test_a_full_disk_leaves_the_old_file_whole_and_nothing_beside_it(tmp_path, monkeypatch):
    path = tmp_path / "graph.trig"
    path.write_text("old")

    def full(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteError, match="No space left"):
        write_file(path, "new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_is_no_folder_is_a_write_error(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(WriteError, match="cannot be written"):
        write_file(tmp_path / "file" / "graph.trig", "new")


def test_a_file_is_replaced_and_its_folder_made(tmp_path):
    path = tmp_path / "new" / "graph.trig"
    write_file(path, "one")
    write_file(path, "β two")
    assert path.read_text(encoding="utf-8") == "β two"
    assert [one.name for one in path.parent.iterdir()] == ["graph.trig"]
