"""Build, check and add, from source texts to graph files."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from pyoxigraph import NamedNode

from sodiokg.errors import GraphError, SourceError, UsageError, WriteError
from sodiokg.graph import build as building
from sodiokg.graph.assertions import SHARED
from sodiokg.graph.build import add, build, check
from sodiokg.graph.catalogue import documents, shipped_sources
from sodiokg.graph.store import open_graph, shipped_graph, user_graph
from sodiokg.graph.trig import read_trig, to_trig
from sodiokg.graph.validation import check_quotes, validate
from sodiokg.text import read_source

NOTE = """# A note on warm plates

## 1. Plates

Poe coated BASE with Sn, and the contact angle of molten Na fell to 60° at 250 °C [1]. The coating reacts to Na15Sn4 [1].
Doe heated NZSP at 450 °C for 2 h, after which the contact angle fell from 122.5° to 72.5° [2].

## References

1. Poe, E. Tin skins. *J. Power Sources* 2020, *2*, 7–9.
2. Doe, J.; Roe, R. Hot plates. *Adv. Mater.* 2021, *3*, 45–50.
"""
MORE = NOTE.replace("A note on warm plates", "A second note").replace("Poe coated", "It is told that Poe coated")


@pytest.fixture
def note(tmp_path):
    path = tmp_path / "note.md"
    path.write_text(NOTE, encoding="utf-8")
    return path


@pytest.fixture
def shipped(tmp_path, monkeypatch, note):
    """Stand a small graph in for the shipped one."""
    path = tmp_path / "shipped.trig"
    build([note], path)
    for module in ("build", "store", "arrivals"):
        monkeypatch.setattr(f"sodiokg.graph.{module}.shipped_graph", lambda: path)
    return path


def _studies() -> int:
    study = NamedNode("https://w3id.org/sodiokg/ontology#Study")
    return len({quad.subject for quad in open_graph() if quad.object == study and quad.graph_name == SHARED})


LISTED = """# A note on skins

## 1. Skins

Several works lowered the contact angle of molten Na on BASE: with Sn [1] (to 60° at 250 °C), Pb [2] or Bi [3].

## References

1. Poe, E. Tin skins. *J. Power Sources* 2020, *2*, 7–9.
2. Doe, J.; Roe, R. Hot plates. *Adv. Mater.* 2021, *3*, 45–50.
3. Roe, R. Bismuth skins. *Adv. Mater.* 2021, *3*, 55–60.
"""


def test_a_number_in_a_list_of_studies_is_not_lifted(tmp_path):
    path = tmp_path / "skins.md"
    path.write_text(LISTED, encoding="utf-8")
    build([path], tmp_path / "graph.trig")
    told = (tmp_path / "graph.trig").read_text(encoding="utf-8")
    assert "sod:value 60.0" in told
    assert "a sod:WettingObservation" not in told


def test_a_build_reports_what_the_graph_holds(tmp_path, note):
    report = build([note], tmp_path / "graph.trig")
    assert report.documents == ("note",)
    assert report.counts["studies"] == 2
    assert report.counts["measurements"] >= 3
    assert "2 studies" in str(report)


def test_two_builds_under_other_hash_seed_locale_zone_and_folder_are_the_same_bytes(tmp_path, note):
    code = "import sys; from pathlib import Path; from sodiokg.graph.build import build; build([Path(sys.argv[1])], Path(sys.argv[2]))"
    settings = [
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC"},
        {"PYTHONHASHSEED": "77", "LC_ALL": "C.UTF-8", "TZ": "Pacific/Auckland", "PYTHONUTF8": "0"},
    ]
    found = []
    for number, setting in enumerate(settings):
        folder = tmp_path / str(number)
        folder.mkdir()
        target = folder / "graph.trig"
        subprocess.run([sys.executable, "-c", code, note, target], env={**os.environ, **setting}, cwd=folder, check=True)
        found.append(target.read_bytes())
    assert found[0] == found[1]


def test_a_graph_that_is_what_its_sources_give_shows_no_difference(tmp_path, note):
    build([note], tmp_path / "graph.trig")
    assert check(tmp_path / "graph.trig", [note]) is None


def test_a_changed_graph_shows_the_first_line_that_differs(tmp_path, note):
    target = tmp_path / "graph.trig"
    build([note], target)
    target.write_text(target.read_text(encoding="utf-8").replace("sod:value 60.0", "sod:value 61.0"), encoding="utf-8")
    difference = check(target, [note])
    assert difference is not None
    assert (difference.found, difference.expected) == ("sod:value 61.0 .", "sod:value 60.0 .")
    assert (difference.missing, difference.surplus) == (1, 1)
    assert f"{target}:{difference.line}: " in str(difference)
    assert "1 missing, such as: “contact angle 60°" in str(difference)


def test_a_graph_in_another_order_is_told_from_one_with_other_statements(tmp_path, note):
    target = tmp_path / "graph.trig"
    build([note], target)
    target.write_text(target.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert "right statements" in str(check(target, [note]))


def test_checking_a_missing_graph_says_how_to_make_it(tmp_path, note):
    with pytest.raises(GraphError, match="sodiokg build"):
        check(tmp_path / "graph.trig", [note])


def test_many_texts_on_a_process_pool_give_the_same_graph(tmp_path, note, monkeypatch):
    other = tmp_path / "other.md"
    other.write_text(MORE, encoding="utf-8")
    build([note, other], tmp_path / "one.trig")
    monkeypatch.setattr(building, "POOL_FROM", 1)
    build([other, note], tmp_path / "two.trig")
    assert (tmp_path / "one.trig").read_bytes() == (tmp_path / "two.trig").read_bytes()


def test_two_sources_of_one_name_are_refused(tmp_path, note):
    (tmp_path / "deep").mkdir()
    twin = tmp_path / "deep" / "note.md"
    twin.write_text(NOTE, encoding="utf-8")
    with pytest.raises(UsageError, match="two sources are called note"):
        build([note, twin], tmp_path / "graph.trig")


def test_a_missing_source_leaves_the_old_graph_whole(tmp_path):
    target = tmp_path / "graph.trig"
    target.write_text("old")
    with pytest.raises(SourceError):
        build([tmp_path / "nothing.md"], target)
    assert target.read_text() == "old"


def test_a_place_that_cannot_be_written_is_a_write_error(tmp_path, note):
    with pytest.raises(WriteError):
        build([note], note / "graph.trig")


def test_a_text_that_restates_studies_adds_none_of_them_twice(tmp_path, shipped):
    mine = tmp_path / "mine.md"
    mine.write_text(MORE, encoding="utf-8")
    report = add([mine])
    assert report.target == user_graph()
    assert report.known == 2
    assert report.counts["studies"] == 0
    assert _studies() == 2
    assert documents(list(open_graph())) == {"note", "mine"}


def test_replacing_a_text_takes_its_statements_out_and_leaves_the_others(tmp_path, shipped):
    mine, yours = tmp_path / "mine.md", tmp_path / "yours.md"
    mine.write_text(MORE, encoding="utf-8")
    yours.write_text(MORE.replace("A second", "A third"), encoding="utf-8")
    add([mine, yours])
    first = user_graph().read_bytes()
    mine.write_text(MORE.replace("60°", "50°"), encoding="utf-8")
    add([mine], replace=True)
    assert b"50.0" in user_graph().read_bytes()
    mine.write_text(MORE, encoding="utf-8")
    add([mine], replace=True)
    assert user_graph().read_bytes() == first


def test_a_study_only_told_of_by_a_replaced_text_goes_with_it(tmp_path, shipped):
    mine = tmp_path / "mine.md"
    mine.write_text(MORE.replace("Adv. Mater.", "J. Alloys Compd."), encoding="utf-8")
    add([mine])
    assert _studies() == 3
    mine.write_text(MORE, encoding="utf-8")
    add([mine], replace=True)
    assert _studies() == 2


def test_a_text_with_the_name_of_a_shipped_document_is_refused(tmp_path, shipped, note):
    with pytest.raises(UsageError, match="ships"):
        add([note])


def test_another_text_of_a_known_name_is_refused_unless_it_shall_replace_it(tmp_path, shipped):
    for folder, words in (("a", MORE), ("b", MORE.replace("60°", "50°"))):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.md").write_text(words, encoding="utf-8")
    add([tmp_path / "a" / "x.md"])
    first = user_graph().read_bytes()
    with pytest.raises(UsageError, match=r"holds another text called x(.|\n)*--replace"):
        add([tmp_path / "b" / "x.md"])
    assert user_graph().read_bytes() == first
    add([tmp_path / "a" / "x.md"])
    assert user_graph().read_bytes() == first
    add([tmp_path / "b" / "x.md"], replace=True)
    assert b"50.0" in user_graph().read_bytes()


def test_a_text_that_is_there_under_another_name_is_refused(tmp_path, shipped, note):
    mine, copy, shipped_copy = tmp_path / "mine.md", tmp_path / "copy.md", tmp_path / "shipped-copy.md"
    mine.write_text(MORE, encoding="utf-8")
    copy.write_text(MORE, encoding="utf-8")
    shipped_copy.write_text(NOTE, encoding="utf-8")
    with pytest.raises(UsageError, match="two sources hold the same text"):
        add([mine, copy])
    add([mine])
    with pytest.raises(UsageError, match="there already, as mine"):
        add([copy])
    with pytest.raises(UsageError, match="there already, as note"):
        add([shipped_copy])


def test_a_text_is_not_added_to_the_graph_that_ships(tmp_path, shipped):
    mine = tmp_path / "mine.md"
    mine.write_text(MORE, encoding="utf-8")
    before = shipped.read_bytes()
    (tmp_path / "link.trig").symlink_to(shipped)
    for target in (shipped, tmp_path / "link.trig"):
        with pytest.raises(UsageError, match="the graph that ships"):
            add([mine], target)
    assert shipped.read_bytes() == before


def test_a_graph_of_ones_own_is_opened_in_place_of_the_users(tmp_path, shipped):
    mine = tmp_path / "mine.md"
    mine.write_text(MORE, encoding="utf-8")
    add([mine], tmp_path / "own.trig")
    assert not user_graph().exists()
    assert "mine" in documents(list(open_graph(tmp_path / "own.trig")))
    assert "mine" not in documents(list(open_graph()))


def test_a_damaged_own_graph_is_reported_and_kept(tmp_path, shipped):
    mine = tmp_path / "mine.md"
    mine.write_text(MORE, encoding="utf-8")
    user_graph().parent.mkdir(parents=True)
    user_graph().write_text("<a> <b>")
    with pytest.raises(GraphError, match=r"graph\.trig:1"):
        add([mine])
    assert user_graph().read_text() == "<a> <b>"


def test_the_committed_graph_is_what_the_sources_give():
    assert str(check() or "") == ""


def test_the_committed_graph_is_written_in_the_order_of_the_writer():
    assert to_trig(read_trig(shipped_graph())) == shipped_graph().read_text(encoding="utf-8")


def test_the_shipped_graph_is_valid_and_quotes_its_sources_exactly():
    store = open_graph()
    assert [str(one) for one in validate(store) if one.severity == "violation"] == []
    assert check_quotes(store, map(read_source, shipped_sources())) == []
