"""Curated records in the graph: they say who decided and why; what was not applied is a warning of build, add and validate."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal

from sodiokg.cli import main
from sodiokg.graph.build import build, check
from sodiokg.graph.store import store_of
from sodiokg.graph.terms import sod
from sodiokg.graph.trig import read_trig
from sodiokg.graph.validation import validate

NOTE = """# A note on warm plates

Doe heated NZSP at 450 °C for 2 h, after which the contact angle fell from 122.5° to 72.5° [1].

## References

1. Doe, J.; Roe, R. Hot plates. *Adv. Mater.* 2021, *3*, 45–50.
"""
DECISIONS = """
[[reject]]
who = "J. Park"
why = "told of another plate"
match = { kind = "measurement", span = "2 h" }

[[amend]]
who = "K. Oh"
why = "the printed figure says so"
match = { kind = "measurement", span = "72.5°" }
set = { comparator = "<" }
"""
STALE = """
[[accept]]
who = "K. Oh"
why = "seen"
match = { kind = "measurement", span = "9 h" }
"""


@pytest.fixture
def note(tmp_path):
    path = tmp_path / "note.md"
    path.write_text(NOTE)
    (tmp_path / "note.curation.toml").write_text(DECISIONS)
    return path


def values(quads, predicate):
    return sorted(quad.object.value for quad in quads if quad.predicate == sod(predicate) and isinstance(quad.object, Literal))


def test_a_curated_record_says_who_decided_and_why(tmp_path, note):
    build([note], tmp_path / "graph.trig")
    quads = read_trig(tmp_path / "graph.trig")
    amended = next(quad.subject for quad in quads if quad.predicate == sod("comparator") and quad.object == Literal("<"))
    told = {quad.predicate: quad.object.value for quad in quads if quad.subject == amended and isinstance(quad.object, Literal)}
    assert told[sod("curatedBy")] == "K. Oh"
    assert told[sod("curationReason")] == "the printed figure says so"
    assert told[sod("amendedFrom")] == "comparator ="


def test_a_rejected_record_is_not_in_the_graph_but_its_rejection_is(tmp_path, note):
    build([note], tmp_path / "graph.trig")
    quads = read_trig(tmp_path / "graph.trig")
    assert "2 h" not in values(quads, "printed")
    assert "property treatment_time; value 2; unit h; ref 1" in values(quads, "amendedFrom")
    assert values(quads, "curationAction") == ["amend", "reject"]


def test_a_graph_of_curated_records_is_valid_and_what_its_sources_give(tmp_path, note):
    report = build([note], tmp_path / "graph.trig")
    assert report.remarks == ()
    assert check(tmp_path / "graph.trig", [note]) is None
    findings = validate(store_of(read_trig(tmp_path / "graph.trig")))
    assert [str(one) for one in findings if one.severity == "violation"] == []


def test_build_and_validate_warn_of_a_decision_that_was_not_applied(tmp_path, note, capsys):
    note.with_name("note.curation.toml").write_text(STALE)
    graph = tmp_path / "graph.trig"
    assert main(["build", str(note), "--output", str(graph)]) == 0
    assert "warning: note.curation.toml: accept “9 h” matches no record any more" in capsys.readouterr().err
    found = [one for one in validate(store_of(read_trig(graph))) if one.rule == "curation-finds-its-record"]
    assert [one.severity for one in found] == ["warning"]
    assert "accept “9 h”" in found[0].message


def test_a_wrong_curation_file_stops_the_build_and_leaves_the_old_graph(tmp_path, note, capsys):
    note.with_name("note.curation.toml").write_text("[[reject]]\nwho = 3\n")
    graph = tmp_path / "graph.trig"
    graph.write_text("old")
    assert main(["build", str(note), "--output", str(graph)]) == 3
    assert "note.curation.toml: reject 1: 'who' is missing" in capsys.readouterr().err
    assert graph.read_text() == "old"
