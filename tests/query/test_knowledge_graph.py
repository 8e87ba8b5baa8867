"""What `sodiokg.open()` returns, on the graph that ships."""

from __future__ import annotations

import time

import pytest

import sodiokg
from sodiokg.errors import GraphError, QueryError, UsageError
from sodiokg.query.engine import run_apart


@pytest.fixture(autouse=True)
def no_graph_of_ones_own(monkeypatch, tmp_path):
    monkeypatch.setenv("SODIOKG_HOME", str(tmp_path))


@pytest.fixture(scope="module")
def knowledge():
    return sodiokg.open()


def test_a_question_asked_by_number_name_or_part_has_one_answer(knowledge):
    first = knowledge.query(0)
    assert first.rows
    assert knowledge.query("what-made-sodium-wet") == knowledge.query("00") == first


def test_a_parameter_changes_answer_and_title(knowledge):
    base = knowledge.query(0, substrate="base")
    assert base.title.startswith("What made sodium wet BASE")
    assert base.rows != knowledge.query(0).rows


def test_the_answer_goes_to_pandas(knowledge):
    frame = knowledge.query("contact-angle").to_pandas()
    assert frame["change"].tolist() == [-50.0]
    assert frame.attrs["units"]["change"] == "°"


def test_a_key_that_the_graph_does_not_know_is_told_with_near_ones(knowledge):
    with pytest.raises(UsageError, match=r"knows no substance 'nzps'(.|\n)*did you mean nzsp"):
        knowledge.query(0, substrate="nzps")


def test_a_key_that_the_graph_knows_may_have_no_answer(knowledge):
    assert knowledge.query(0, substrate="Na2O").rows == ()


def test_the_questions_are_listed(knowledge):
    assert knowledge.queries()[0].number == 0


def test_own_sparql_reads_all_graphs_and_needs_no_prefixes(knowledge):
    assert knowledge.query("SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a sod:Study }").rows[0][0] >= 79


def test_parameters_with_own_sparql_are_refused(knowledge):
    with pytest.raises(UsageError, match="parameters belong to shipped questions"):
        knowledge.query("SELECT * { ?s ?p ?o }", substrate="nzsp")


@pytest.mark.parametrize(
    ("sparql", "says"),
    [
        ("SELECT * { ?s ?p }", "cannot be read"),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE is refused"),
        ("INSERT DATA { <a:a> <a:b> 1 }", "INSERT is refused"),
        ("SELECT * { " + "{" * 3000 + "}" * 3000 + " }", "nested deeper"),
        ("SELECT * { ?s ?p ?o FILTER(" + "!" * 400_000 + "?o) }", "brought its engine down"),
    ],
)
def test_hostile_sparql_is_refused_and_this_process_lives_on(knowledge, sparql, says):
    with pytest.raises(QueryError, match=says):
        knowledge.query(sparql)


def test_an_endless_query_is_ended_at_its_time():
    began = time.monotonic()
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    with pytest.raises(QueryError, match="still running after 1 s"):
        run_apart(None, endless, seconds=1)
    assert time.monotonic() - began < 5


def test_rows_beyond_the_cap_are_told(knowledge):
    results = run_apart(None, "SELECT * { ?s ?p ?o }", most_rows=5)
    assert results["cut"]


def test_a_missing_graph_file_is_told_by_both_ways_of_asking(tmp_path):
    asked = sodiokg.open(tmp_path / "none.trig")
    with pytest.raises(GraphError, match=r"none\.trig"):
        asked.query(0)
    with pytest.raises(GraphError, match=r"none\.trig"):
        asked.run("ASK { ?s ?p ?o }")


def test_the_title_names_a_substance_as_a_person_writes_it(knowledge):
    assert knowledge.query(0).title.startswith("What made sodium wet NZSP")
    assert knowledge.query(0, substrate="base").title.startswith("What made sodium wet BASE")
    assert knowledge.query(0, substrate="mxene").title.startswith("What made sodium wet MXene")
    assert knowledge.query(0, substrate="carbon").title.startswith("What made sodium wet carbon")


def test_a_parameter_without_a_value_is_told(knowledge):
    with pytest.raises(UsageError, match=r"substrate has no value(.|\n)*nzsp"):
        knowledge.query(0, substrate=None)


@pytest.mark.parametrize("sparql", ["SELECT ?s WHERE", "ask", "PREFIX x: <a:b>", "# why\nCONSTRUCT nothing", " select *"])
def test_what_begins_as_sparql_is_malformed_sparql_and_no_unknown_question(knowledge, sparql):
    with pytest.raises(QueryError):
        knowledge.query(sparql)
