"""SPARQL that is malformed, hostile or endless."""

from __future__ import annotations

import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stages import fictional_store

from sodiokg.errors import QueryError
from sodiokg.query.engine import run_here
from sodiokg.query.guard import add_prefixes, check_query

STORE = fictional_store()


@pytest.mark.parametrize(
    ("sparql", "word"),
    [
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE"),
        ("SELECT * {\n service silent ?x { ?s ?p ?o } }", "SERVICE"),
        ("SELECT * { SERV\\u0049CE <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE"),
        ("INSERT DATA { <a:a> <a:b> 1 }", "INSERT"),
        ("DELETE WHERE { ?s ?p ?o }", "DELETE"),
        ("LOAD <file:///etc/hostname>", "LOAD"),
        ("PREFIX a: <a:b> # SELECT\nCLEAR ALL", "CLEAR"),
        ("DROP GRAPH <a:b>", "DROP"),
    ],
)
def test_updates_and_calls_to_other_services_are_refused_by_name(sparql, word):
    with pytest.raises(QueryError, match=f"{word} is refused"):
        check_query(sparql)


@pytest.mark.parametrize(
    "sparql",
    [
        'SELECT * { ?s ?p "SERVICE and INSERT" }',
        "SELECT * { ?s ?p 'x' } # DELETE nothing",
        "SELECT ?service { ?service ?load $drop }",
        "SELECT * { ?s <http://x.org/SERVICE> ?o ; ex:INSERT 'a'@load }",
        'SELECT * { ?s ?p """a "quoted" SERVICE""" }',
    ],
)
def test_a_word_in_a_string_comment_variable_or_name_is_no_keyword(sparql):
    check_query(sparql)


def test_deep_nesting_is_refused_before_the_parser_sees_it():
    with pytest.raises(QueryError, match="nested deeper than 100"):
        check_query("SELECT * " + "{" * 5000 + "}" * 5000)


@given(st.text(alphabet="{}()[]<>\"'\\#?:@ \nSELECTWHERVIu0x", max_size=60))
def test_any_text_is_checked_without_crashing(text):
    with contextlib.suppress(QueryError):
        check_query(text)
        run_here(STORE, text)


@pytest.mark.parametrize("unit", ["-", "a-", "a.", "_:-", "'\"", '"""a', "<a", "?a-", "@-", "\\\\", "\\u0053"])
def test_checking_a_text_takes_time_in_proportion_to_its_length(unit):
    def seconds(size):
        text = "SELECT * { " + unit * (size // len(unit))
        start = time.process_time()
        with contextlib.suppress(QueryError):
            check_query(text)
        return time.process_time() - start

    assert seconds(160_000) < 40 * seconds(10_000) + 0.5


@pytest.mark.parametrize(
    ("sparql", "line", "column", "says"),
    [
        ("SELECT * {\n ?s ?p fo:o }", 2, 8, "the prefix of 'fo:o' is not declared"),
        ("SELECT * WHERE {\n  ?s ?p ?o\n}\nFOO\n", 4, 1, "'FOO'"),
        ("SELECT * {?s ?p }\n", 1, 17, "'}'"),
        ("SELECT ?s WHERE ?s ?p ?o", 1, 17, "'?s'"),
        ("SELECT * { ?s <not iri> ?o }", 1, None, "IRI"),
        ("SELECT ?x (COUNT(*) AS ?n) {?x ?p ?y}", 1, None, "GROUP BY"),
        ("SELECT * {\n ?s ?p ?o\n FILTER(?o > )\n}", 3, 14, "')'"),
        ("SELECT * {\n ?s ?p ?o .\n FILTER(CONTAIN(?o, 'a'))\n}", 3, 9, "'CONTAIN'"),
        ("# why\nSELEC * { ?s ?p ?o }", 2, 1, "'SELEC'"),
        ("SELECT * { ?s ?p ?o }\nLIMIT ten", 2, 7, "'ten'"),
        ("SELECT * {\n ?s ?p ?o ;;;\n\n\n", 2, 13, "';'"),
    ],
)
def test_malformed_sparql_is_told_with_line_column_and_caret(sparql, line, column, says):
    with pytest.raises(QueryError) as caught:
        run_here(STORE, sparql)
    assert caught.value.where.startswith(f"line {line}, column {column or ''}")
    assert says in str(caught.value)
    assert sparql.split("\n")[line - 1] in str(caught.value)
    if column:
        assert f"\n    {' ' * (column - 1)}^" in str(caught.value)


def test_at_most_sixty_characters_of_a_line_are_quoted_around_the_place():
    with pytest.raises(QueryError) as caught:
        run_here(STORE, 'SELECT * { ?s ?p "' + "x" * 5000 + '" FILTER() ' + "} " * 3000)
    _, quoted, caret = str(caught.value).split("\n")
    assert len(quoted) <= 64
    assert quoted[caret.index("^")] == ")"
    with pytest.raises(QueryError) as caught:
        run_here(STORE, "SELECT * { } " + "x" * 5000)
    assert len(str(caught.value)) < 300


def test_an_empty_query_is_told_as_empty():
    with pytest.raises(QueryError, match="the query is empty"):
        run_here(STORE, " \n")


def test_the_projects_prefixes_need_no_declaration_and_own_ones_win():
    assert run_here(STORE, "ASK { GRAPH ?g { ?s a sod:Claim } }")["boolean"]
    sent = add_prefixes(
        "PREFIX sod: <a:b#> SELECT * { ?s a sod:Claim, skos:Concept }", {"sod": "x:y", "skos": "s:k#", "oa": "o:a"}
    )
    assert sent == "PREFIX skos: <s:k#> PREFIX sod: <a:b#> SELECT * { ?s a sod:Claim, skos:Concept }"


def test_rows_beyond_the_cap_are_left_out_and_it_is_told():
    results = run_here(STORE, "SELECT * { GRAPH ?g { ?s ?p ?o } }", most_rows=3)
    assert len(results["results"]["bindings"]) == 3
    assert results["cut"]
    assert not run_here(STORE, "SELECT * { GRAPH ?g { ?s sod:value ?o } }", most_rows=3)["cut"]


def test_a_constructed_graph_comes_as_rows():
    results = run_here(STORE, "CONSTRUCT { ?s a sod:Odd } WHERE { GRAPH ?g { ?s a sod:Claim } }")
    assert results["head"]["vars"] == ["subject", "predicate", "object"]
    assert len(results["results"]["bindings"]) == 2
