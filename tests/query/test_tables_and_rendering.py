"""Answers as tables: typed cells, terminal, CSV, TSV, JSON, Markdown, pandas, notebooks."""

from __future__ import annotations

import csv
import io
import json
import sys
import time
from decimal import Decimal

import pytest

from sodiokg.errors import MissingExtraError
from sodiokg.render import FORMATS, render
from sodiokg.tables import Iri, Table, table_from_results

XSD = "http://www.w3.org/2001/XMLSchema#"
SOD = "https://w3id.org/sodiokg/ontology#"


def bound(value, datatype="string"):
    return {"type": "literal", "value": value, "datatype": XSD + datatype}


RESULTS = {
    "head": {"vars": ["refs", "study", "before", "quote", "kind", "extra"]},
    "results": {
        "bindings": [
            {
                "refs": bound("29; 9; 29"),
                "study": bound("Doe et al. 2030"),
                "before": bound("122.50", "decimal"),
                "quote": bound("=it <b>wets</b> | well"),
                "kind": {"type": "uri", "value": SOD + "Alloying"},
            },
            {
                "study": bound("-"),
                "before": bound("-5E1", "double"),
                "quote": bound("\x1b[31mred\nline"),
                "extra": bound("7", "integer"),
            },
        ]
    },
}
TABLE = table_from_results(RESULTS, lists=["refs"], title="What wets?", units={"before": "°"})


def test_cells_have_the_types_of_their_terms():
    first, second = TABLE.rows
    assert first == (("9", "29"), "Doe et al. 2030", Decimal("122.50"), "=it <b>wets</b> | well", SOD + "Alloying", None)
    assert isinstance(first[4], Iri)
    assert second == ((), "-", -50.0, "\x1b[31mred\nline", None, 7)


def test_a_literal_that_lies_about_its_type_is_kept_as_text():
    results = {"head": {"vars": ["n"]}, "results": {"bindings": [{"n": bound("many", "integer")}]}}
    assert table_from_results(results).rows == (("many",),)


def test_a_narrow_terminal_gets_one_block_a_row_within_its_width():
    text = render(TABLE, "table", width=48)
    assert text.startswith("What wets?\n\n── 1 of 2 ─")
    assert max(map(len, text.splitlines())) <= 48
    assert "refs  [9][29]\n" in text
    assert "before (°)  122.5" in text


def test_a_wide_terminal_gets_aligned_columns():
    lines = render(TABLE, "table", width=120).splitlines()
    assert lines[2].split() == ["refs", "study", "before", "(°)", "quote", "kind", "extra"]
    assert "sod:Alloying" in lines[4]


@pytest.mark.parametrize("width", [20, 33, 60, 80, 200])
def test_no_width_loses_a_word(width):
    words = set(render(TABLE, "table", width=width).split())
    assert {"Doe", "et", "al.", "2030", "[9][29]"} <= words


def test_text_from_a_document_cannot_steer_the_terminal():
    assert "\x1b" not in render(TABLE, "table")
    assert "\x1b" not in render(TABLE, "markdown")


def test_csv_is_read_back_whole_with_formulas_made_inert_and_numbers_left_alone():
    rows = list(csv.reader(io.StringIO(render(TABLE, "csv"))))
    assert rows[0] == ["refs", "study", "before_deg", "quote", "kind", "extra"]
    assert rows[1][:4] == ["9; 29", "Doe et al. 2030", "122.50", "'=it <b>wets</b> | well"]
    assert rows[2][1:3] == ["-", "-50.0"]  # a sign alone computes nothing
    assert rows[2][5] == "7"


def test_tsv_differs_from_csv_in_the_separator_only():
    rows = list(csv.reader(io.StringIO(render(TABLE, "tsv")), delimiter="\t"))
    assert rows == list(csv.reader(io.StringIO(render(TABLE, "csv"))))


def test_json_keeps_types_full_iris_and_several_values():
    rows = json.loads(render(TABLE, "json"))
    assert rows[0] == {
        "refs": ["9", "29"],
        "study": "Doe et al. 2030",
        "before_deg": 122.5,
        "quote": "=it <b>wets</b> | well",
        "kind": SOD + "Alloying",
        "extra": None,
    }
    assert [json.loads(line) for line in render(TABLE, "jsonl").splitlines()] == rows


def test_markdown_escapes_what_would_break_its_table():
    lines = render(TABLE, "markdown").splitlines()
    assert len(lines) == 4
    assert "=it &lt;b>wets&lt;/b> \\| well" in lines[2]


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_table_renders_in_every_form(form):
    text = render(Table(("a", "b"), ()), form)
    assert text == "" or text.endswith("\n")


def test_pandas_gets_numbers_as_numbers_and_the_units_beside_them():
    frame = TABLE.to_pandas()
    assert frame["before"].tolist() == [122.5, -50.0]
    assert frame["refs"].tolist() == ["9; 29", ""]
    assert frame.attrs == {"question": "What wets?", "units": {"before": "°"}}


def test_without_pandas_the_error_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtraError, match=r"sodiokg\[pandas\]"):
        TABLE.to_pandas()


def test_a_notebook_shows_units_and_references_and_escapes_markup():
    page = TABLE._repr_html_()
    assert "<th>before (°)</th>" in page
    assert "<td>[9][29]</td>" in page
    assert "=it &lt;b&gt;wets&lt;/b&gt; | well" in page


def test_a_column_is_taken_by_name_and_an_unknown_one_names_the_rest():
    assert TABLE.column("study") == ["Doe et al. 2030", "-"]
    with pytest.raises(KeyError, match="no column 'angle'; there are refs, study"):
        TABLE.column("angle")


def test_a_cell_of_millions_of_characters_is_rendered_in_seconds():
    table = Table(("short", "long"), (("a", "x" * 3_000_000),))
    for width in (40, 100):
        start = time.process_time()
        text = render(table, "table", width=width)
        assert time.process_time() - start < 10
        assert text.count("x") == 3_000_000


def test_a_question_above_its_answer_is_no_wider_than_the_screen():
    table = Table(("a",), (("x",),), title="Which claims of improved wetting rest on a measured quantity, and which on none?")
    lines = render(table, "table", width=40).splitlines()
    assert max(map(len, lines)) <= 40
    assert " ".join(lines[: lines.index("")]) == table.title
