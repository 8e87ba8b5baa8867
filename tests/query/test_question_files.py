"""The shipped questions and their headers: listing, finding, parameters, and what their SPARQL may and may not use."""

from __future__ import annotations

import re

import pytest

from sodiokg.errors import OntologyError, UsageError
from sodiokg.query.guard import check_query
from sodiokg.query.shipped import find, questions, read_question

SHIPPED = questions()
FILE = """# Question: What about {thing}?
# Parameter: thing (substance key, default nzsp): a
#   material
# Parameter: most (number, default 150): a limit
# Row: a thing
# Reads: stated
# Column: angle (°): how round
SELECT ?angle (GROUP_CONCAT(DISTINCT STR(?x); SEPARATOR = "; ") AS ?xs) { VALUES ?thing { "nzsp" } VALUES ?most { 150 } ?thing ?most ?x }
"""


@pytest.fixture
def question(tmp_path):
    path = tmp_path / "07-what-about-it.rq"
    path.write_text(FILE)
    return read_question(path)


def test_a_header_tells_question_parameters_row_and_units(question):
    assert (question.number, question.row, question.reads) == (7, "a thing", "stated")
    assert [parameter.name for parameter in question.parameters] == ["thing", "most"]
    assert question.parameters[0].meaning == "a material"
    assert dict(question.units) == {"angle": "°"}
    assert question.lists == {"xs"}


def test_the_title_says_the_value_that_was_set(question):
    assert question.title({}) == "What about nzsp?"
    assert question.title({"thing": "base"}) == "What about base?"


def test_a_parameter_is_bound_as_a_term_and_never_as_syntax(question):
    bound = question.bind({"thing": 'x" } SELECT * { "\\', "most": "-1.50"})
    assert 'VALUES ?thing { "x\\" } SELECT * { \\"\\\\" }' in bound
    assert "VALUES ?most { -1.50 }" in bound


@pytest.mark.parametrize("value", ["", "two", "1e400", "1 } SELECT", "nan", "1" * 40])
def test_a_number_that_is_none_is_refused(question, value):
    with pytest.raises(UsageError, match="most has to be a number"):
        question.bind({"most": value})


@pytest.mark.parametrize("value", ["", " ", "a\nb", "x" * 201, "\x1b[2J"])
def test_a_key_of_nothing_or_of_control_characters_is_refused(question, value):
    with pytest.raises(UsageError, match="thing has to be"):
        question.bind({"thing": value})


def test_an_unknown_parameter_names_the_known_ones(question):
    with pytest.raises(UsageError, match=r"has no parameter 'colour'(.|\n)*it takes thing, most"):
        question.bind({"colour": "red"})
    with pytest.raises(UsageError, match="did you mean thing"):
        question.bind({"thin": "red"})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# Question: What about {thing}?\n", ""),
        ("substance key", "colour key"),
        ('VALUES ?thing { "nzsp" }', ""),
        ("(number, default 150)", "number"),
    ],
)
def test_a_damaged_header_is_named_with_its_file(tmp_path, old, new):
    path = tmp_path / "07-damaged.rq"
    path.write_text(FILE.replace(old, new))
    with pytest.raises(OntologyError, match="07-damaged"):
        read_question(path)


def test_a_question_is_found_by_number_name_and_part():
    first = SHIPPED[0]
    assert find(0) == find("0") == find("00") == find(first.name) == find(f"{first.name}.rq") == first
    assert find("what made sodium wet") == first


def test_a_misspelt_question_is_answered_with_did_you_mean():
    with pytest.raises(UsageError, match="did you mean 00-what-made-sodium-wet"):
        find("what-made-sodum-wet")
    with pytest.raises(UsageError, match="there is no question '999'"):
        find(999)


def test_an_ambiguous_part_names_what_it_fits():
    with pytest.raises(UsageError, match=r"fits \d+ questions"):
        find("w")


def test_numbers_are_unique():
    numbers = [question.number for question in SHIPPED]
    assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize("question", SHIPPED, ids=lambda question: question.name)
def test_a_shipped_question_keeps_the_rules(question):
    body = re.sub(r"#[^\n]*", "", re.sub(r"<[^>]*>", "", question.sparql))
    assert question.text.rstrip().endswith(("?", "."))
    assert question.row
    assert question.reads in {"stated", "inferred"}
    assert ("graph:inferred" in body) == (question.reads == "inferred"), "inferred data is read where it is asked for, and named"
    assert question.reads == "stated" or '("implied" AS ?status)' in body, "what is inferred is told as such in a column"
    assert "NOT EXISTS" not in body, "OPTIONAL with !BOUND takes milliseconds where NOT EXISTS takes seconds"
    assert "ORDER BY" in body
    check_query(question.sparql)


@pytest.mark.parametrize("question", SHIPPED, ids=lambda question: question.name)
def test_a_shipped_question_reads_named_graphs_only(question):
    """Every triple pattern stands inside GRAPH: cut those blocks out and no pattern is left."""
    body = re.sub(r"#[^\n]*", "", re.sub(r"<[^>]*>", "", question.sparql))
    body = body[body.index("{") :]
    bare = re.sub(r"GRAPH\s+\S+\s*\{[^{}]*(?:\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}[^{}]*)*\}", "", body)
    assert not re.search(r"[?\w]\s+(?:a|\w+:\w+)\s", re.sub(r"VALUES[^}]*\}", "", bare)), bare
