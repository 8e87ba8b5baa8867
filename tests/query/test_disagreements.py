"""Documents that tell of one study differently: found, shown, and no hindrance to any other answer."""

from __future__ import annotations

import pytest
from stages import retold_files

from sodiokg.knowledge import KnowledgeGraph


@pytest.fixture(scope="module")
def retold(tmp_path_factory):
    path = tmp_path_factory.mktemp("retold") / "both.trig"
    path.write_text("".join(file.read_text(encoding="utf-8") for file in retold_files()), encoding="utf-8")
    return KnowledgeGraph(path)


def test_differing_numbers_of_one_study_are_found_and_those_that_agree_are_not(retold):
    (row,) = [row for row in retold.query(71) if row["about"].startswith("contact angle")]
    assert (row["study"], row["about"]) == ("Doe et al. 2030", "contact angle after")
    assert {row["one_says"], row["other_says"]} == {"contact angle 61.5° after treatment", "contact angle 16.5° after treatment"}
    assert {row["one_source"], row["other_source"]} == {"A tale of wetting, section 1", "The tale retold, section 4"}


def test_a_number_at_a_temperature_that_differs_is_no_disagreement(retold):
    assert not any("12°" in str(row) for row in retold.query(71).rows)


def test_what_one_document_asserts_and_the_other_negates_is_found(retold):
    (row,) = [row for row in retold.query(71) if "negated" in (row["one_says"], row["other_says"])]
    assert row["about"] == "surface tension reduction"
    assert {row["one_says"], row["other_says"]} == {"asserted", "negated"}


def test_every_column_of_the_question_is_filled(retold):
    assert all(cell is not None for row in retold.query(71).rows for cell in row)


def test_show_tells_of_the_disagreements_and_of_everything_else(retold):
    rows = list(retold.show("Doe et al. 2030"))
    disputed = [row for row in rows if row["part"] == "documents disagree"]
    assert {row["relation"] for row in disputed} == {"differing numbers", "asserted and negated"}
    assert all(len(row["source"]) == 2 for row in disputed)
    assert any(row["part"] == "claims" for row in rows)
    assert any(row["part"] == "documents disagree" for row in retold.show("surface tension reduction"))


def test_the_graph_answers_all_other_questions(retold):
    for question in retold.queries():
        assert retold.query(question.number).columns


def test_the_graph_that_ships_has_one_document_and_no_disagreement():
    assert KnowledgeGraph().query(71).rows == ()
