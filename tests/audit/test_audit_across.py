"""Several texts read together, and one read beside a graph: contradictions, gaps, and what is confirmed, extended or new."""

import csv
import io
import json
import subprocess
import sys

import across_cases
import pytest

from sodiokg.audit import across, audited, rules
from sodiokg.audit.across import SEVERAL
from sodiokg.cli import auditing
from sodiokg.cli.output import FORMATS
from sodiokg.graph.build import build
from sodiokg.model import Source

ALL = (*FORMATS, *auditing.FORMATS)


def texts(*bodies):
    return [
        audited(Source(name, body, str(n) * 64, f"{name}.md"), [])
        for n, (name, body) in enumerate(zip("abc", bodies, strict=False))
    ]


def together(*bodies):
    """Return the codes of what is found in the first of several texts, beyond what it shows alone."""
    return {one.code for one in across(texts(*bodies))[0].findings}


@pytest.fixture
def beside(tmp_path):
    def read(new, known):
        (tmp_path / "known.md").write_text(known, encoding="utf-8")
        build([tmp_path / "known.md"], tmp_path / "known.trig")
        return across(texts(new), against=[tmp_path / "known.trig"])[0].findings

    return read


def test_every_rule_on_several_texts_has_texts_that_fail_and_texts_that_pass():
    assert {*across_cases.SEVERAL, *across_cases.AGAINST} == {rule.code for rule in rules() if rule.family == "across"}
    assert set(across_cases.SEVERAL) == {rule.code for rule in rules() if SEVERAL in rule.applies}


@pytest.mark.parametrize("code", across_cases.SEVERAL)
def test_texts_read_together_show_what_none_shows_alone(code):
    wrong, right = across_cases.SEVERAL[code]
    assert code in together(*wrong)
    assert code not in together(*right)
    assert code not in together(wrong[0])


@pytest.mark.parametrize("code", across_cases.AGAINST)
def test_a_text_is_placed_among_the_studies_of_a_graph(beside, code):
    wrong, right = across_cases.AGAINST[code]
    assert code in {one.code for one in beside(*wrong)}
    assert code not in {one.code for one in beside(*right)}


def test_a_study_does_not_bear_itself_out(beside):
    told = across_cases.review("coated NZSP with tin, which improved the wettability")
    again = across_cases.review("put tin on NZSP, which improved the wettability")
    assert {one.code for one in beside(told, again)} == set()


def test_what_is_quoted_stands_in_the_text_that_the_finding_is_of():
    for audit in across(texts(across_cases.WETS, across_cases.FAILS)):
        found = audit.findings[0]
        assert audit.source.text[found.start : found.end] == found.quote
        assert found.document == audit.source.name


def test_a_contradiction_is_counted_over_studies_and_names_them(beside):
    denied = [f"coated NZSP with tin, but the wettability was not improved{more}" for more in ("", " at all")]
    found = beside(across_cases.WETS, across_cases.review(*denied))
    assert "Ito et al. 2002; Novak et al. 2001 (2 in all)" in next(one.message for one in found if one.code == "ACR02")


@pytest.mark.parametrize("form", ALL)
def test_every_format_has_what_two_texts_show_together(tmp_path, form):
    for name, body in (("one", across_cases.WETS), ("two", across_cases.FAILS)):
        (tmp_path / f"{name}.md").write_text(body, encoding="utf-8")
    words = [sys.executable, "-m", "sodiokg", "audit", "one.md", "two.md", "--fail-on", "warning", "-f", form]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 10, done.stderr
    assert done.stdout.count("ACR02") >= 2
    if form == "csv":
        assert {row["document"] for row in csv.DictReader(io.StringIO(done.stdout)) if row["code"] == "ACR02"} == {"one", "two"}
    if form == "sarif":
        places = [one["locations"][0]["physicalLocation"] for one in json.loads(done.stdout)["runs"][0]["results"]]
        assert {one["artifactLocation"]["uri"] for one in places} == {"one.md", "two.md"}


def test_a_graph_that_is_missing_is_named(tmp_path):
    (tmp_path / "one.md").write_text(across_cases.WETS, encoding="utf-8")
    words = [sys.executable, "-m", "sodiokg", "audit", "one.md", "--against", "none.trig"]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 7
    assert "none.trig" in done.stderr
