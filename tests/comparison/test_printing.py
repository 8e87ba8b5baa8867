"""The forms that a comparison is handed on in: terminal, JSON with its trace, CSV, Markdown, LaTeX, a page."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
from numbers_by_hand import condition, number

from sodiokg.comparison import compared
from sodiokg.comparison.printing import printed

LOAD = (condition("current_density", "2"), condition("areal_capacity", "1"))
HOSTILE = "=cmd|'/c calc'!A0 <script>alert(1)</script> \\input{/etc/passwd} 50% & $x_1^2$ \x1b[31m |x| [a](javascript:x)"
SMALL = compared(
    [number("4", "cycling_time", "550", *LOAD, sign="max"), number("12", "cycling_time", "90", LOAD[0], sign=">", on="felt")],
    title="Studies compared",
)
GOLDEN = """\
Studies compared

■ molten, symmetric cell, electrolyte not stated, temperature not stated

refs  study            on          current density  areal capacity  cycling time  cumulative
                                                                                  capacity (derived)
────  ───────────────  ──────────  ───────────────  ──────────────  ────────────  ──────────────────
[4]   Doe et al. 204   not stated  2 mA/cm²         1 mAh/cm²       up to 550 h   up to 550 mAh cm⁻²
[12]  Doe et al. 2012  felt        2 mA/cm²         not stated      > 90 h        > 90 mAh cm⁻²

  cycling time: not to be compared: areal capacity not stated, temperature not stated

2 numbers of 2 studies in 1 group; nothing is ranked, and nothing compared across groups
derived, not stated by the studies: cumulative capacity = current density × cycling time / 2 (half
  of the time is plating), or areal capacity × cycles
"""


@pytest.fixture
def hostile():
    result = number("4", "cycling_time", "550", *LOAD, on=HOSTILE, studies=(HOSTILE,), quotes=(HOSTILE,), sources=(HOSTILE,))
    return compared([result], title="Studies compared")


def test_the_terminal_shows_what_is_missing_and_what_stands_against_comparing():
    assert printed(SMALL, "table", 100) == GOLDEN


@pytest.mark.parametrize("width", [80, 120])
def test_no_line_is_wider_than_the_terminal(comparison, width):
    wide = [line for line in printed(comparison, "table", width).splitlines() if len(line) > width]
    assert wide == []


def test_json_traces_every_number_to_its_record_and_names_what_it_lacks():
    (group,) = json.loads(printed(SMALL, "json"))["groups"]
    first, second = group["tests"]
    (value,) = first["values"]["cycling_time"]
    assert (value["text"], value["comparator"], value["value"], value["unit"]) == ("up to 550 h", "max", 550, "h")
    assert value["records"] == ["urn:record:4:cycling_time:550"]
    assert value["quotes"] == ["… it came to 550 …"]
    assert value["lacks"] == ["temperature"]
    assert value["attribution"] == ["reported"]
    assert second["areal_capacity"] == "not stated"
    (derived,) = first["cumulative_capacity"]
    assert (derived["derived"], derived["formula"], derived["high"]) == (True, "current density × cycling time / 2", 550)
    assert derived["from"] == ["urn:condition:current_density:2", "urn:record:4:cycling_time:550"]


def test_every_number_of_the_shipped_graph_is_traced(comparison):
    values = [
        value
        for group in json.loads(printed(comparison, "json"))["groups"]
        for test in group["tests"]
        for told in test["values"].values()
        if told != "not stated"
        for value in told
    ]
    assert len(values) > 30
    assert all(value["records"] and value["quotes"] and value["sources"] for value in values)


def test_a_spreadsheet_runs_nothing(hostile):
    cells = re.split(r",|\n", printed(hostile, "csv"))
    assert not [cell for cell in cells if cell.strip('"').startswith("=")]


class _Page(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.tags, self.open = set(), []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_the_page_is_well_formed_loads_nothing_and_runs_nothing(hostile, comparison):
    for text in (printed(hostile, "html"), printed(comparison, "html")):
        page = _Page(text)
        assert page.open == []
        assert not page.tags & {"script", "link", "img", "iframe", "a"}
        assert "default-src 'none'" in text


def test_a_number_on_the_page_opens_to_its_words(comparison):
    text = printed(comparison, "html")
    assert text.count("<details>") > 30
    assert "id/document/sodiophilicity-digest/measurement/" in text
    assert "Derived: current density × cycling time / 2: 2.0 mA cm⁻² × up to 550 h / 2" in text


def test_latex_has_booktabs_and_prints_hostile_words(hostile, comparison):
    text = printed(hostile, "latex")
    assert r"\textbackslash{}input\{/etc/passwd\}" in text
    body = text.partition("\n\\begin{table}")[2]
    assert not re.search(r"(?<!\\)[%&#_](?!\s|\\)", body.replace(" & ", " "))
    assert set(re.findall(r"\\([a-z]+)\{(?=[^}]*\})", body)) <= {
        "begin",
        "end",
        "caption",
        "textbackslash",
        "textasciicircum",
        "ldots",
    }
    assert "\x1b" not in text
    for line in (text, printed(comparison, "latex")):
        assert line.count(r"\toprule") == line.count(r"\begin{table}") == line.count(r"\bottomrule")
        bare = re.sub(r"\\[{}]", "", line)
        assert bare.count("{") == bare.count("}")


def test_latex_raises_the_exponents_of_units():
    from sodiokg.comparison.latex import escaped

    assert escaped("2.0 mA cm⁻² at 80 °C, H₂O, β''") == "2.0 mA cm$^{-2}$ at 80 $^\\circ$C, H$_{2}$O, $\\beta$''"


def test_markdown_has_a_heading_for_each_group_and_no_markup_of_texts(hostile, comparison):
    text = printed(hostile, "markdown")
    assert "<script>" not in text
    assert r"\[a\](javascript:x)" in text
    assert printed(comparison, "markdown").count("\n### ") == len(comparison.groups)


def test_a_table_for_pandas_has_one_row_a_test(graph):
    frame = graph.compare("cycling_time").to_pandas()
    assert list(frame.columns[:4]) == ["battery", "cell", "electrolyte", "temperature"]
    assert len(frame) == 8
