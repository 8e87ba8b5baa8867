"""`sodiokg evaluate`: known figures on gold made by hand, the reference scorer's figures on any, and gold that is wrong."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from sodiokg.cli import main
from sodiokg.errors import SourceError, UsageError
from sodiokg.evaluation import as_object, entry_of, evaluate, read_gold, score_claims, score_measurements
from sodiokg.extract.records import extract
from sodiokg.text import read_source

HERE = Path(__file__).parent
SCORER = HERE.parents[2] / "shared" / "tools" / "score.py"
NOTE = """Miller et al. coated NZSP with Sn; the contact angle of molten Na on NZSP fell from 120.5° to 65.5° at 250 °C [1].

References

[1] Miller, A.; Smith, B. Tin on pellets. J. Kilns 2021, 3, 45-50.
"""


def number(key, start, value, unit="deg", kind="contact_angle", **more):
    row = {"kind": "measurement", "doc": "d", "id": key, "start": start, "end": start + 4, "property": kind}
    return entry_of({**row, "value": value, "unit": unit, **more})


def claim(key, start, refs=(), **more):
    row = {"kind": "claim", "doc": "d", "id": key, "start": start, "end": start + 50, "ref": list(refs), "polarity": "asserted"}
    return entry_of({**row, **more})


def ratio(one):
    return (one.right, one.read, one.gold)


def test_the_levels_of_measurements_include_one_another():
    gold = [
        number("a", 0, 10),
        number("b", 10, 20, ref=[1]),
        number("c", 20, 30, comparator="<"),
        number("d", 30, 40),
        number("e", 40, 50),
    ]
    read = [
        number("1", 0, 10, comparator="="),
        number("2", 10, 20, ref=[2]),
        number("3", 20, 30, comparator="~"),
        number("4", 30, 40, kind="thickness"),
        number("5", 60, 70),
    ]
    scores = score_measurements(gold, read)
    figures = {name: ratio(one) for name, one in scores.levels.items()}
    assert figures == {
        "quantity": (4, 5, 5),
        "typed": (3, 5, 5),
        "attributed": (2, 5, 5),
        "compared": (1, 5, 5),
        "conditions": (0, 0, 0),
    }
    assert scores.levels["quantity"].f1 == 0.8
    assert sorted(one.what for one in scores.disagreements) == ["attributed", "compared", "missed", "spurious", "typed"]


def test_each_property_has_precision_as_well_as_recall():
    gold = [number("a", 0, 10), number("b", 10, 20), number("c", 20, 30, kind="thickness")]
    read = [number("1", 0, 10), number("2", 20, 30), number("3", 40, 50)]
    properties = score_measurements(gold, read).properties
    assert ratio(properties["contact_angle"]) == (1, 3, 2)
    assert (properties["contact_angle"].precision, properties["contact_angle"].recall) == (0.3333, 0.5)
    assert ratio(properties["thickness"]) == (0, 0, 1)


def test_a_condition_link_counts_where_both_its_ends_are_matched():
    gold = [number("a", 0, 10, conditions=["b", "c"]), number("b", 10, 20, unit="Cel"), number("c", 20, 30)]
    read = [number("1", 0, 10, conditions=["2", "4"]), number("2", 10, 20, unit="h"), number("4", 40, 50)]
    scores = score_measurements(gold, read)
    assert ratio(scores.levels["conditions"]) == (1, 2, 2)
    links = [one for one in scores.disagreements if one.what.startswith("link")]
    assert [(one.what, one.gold.id, one.read.id) for one in links] == [("link missed", "a", "c"), ("link read", "1", "4")]


def test_a_reading_without_a_number_does_not_count():
    scores = score_measurements([number("a", 0, 10)], [number("1", 0, 10), number("2", 10, None, qualitative=True)])
    assert ratio(scores.levels["quantity"]) == (1, 1, 1)


def test_claims_are_matched_by_references_before_place():
    gold = [claim("a", 0, [1], agents=["Sn"]), claim("b", 0, [2], agents=["Bi"])]
    read = [claim("1", 0, [2], agents=["Bi", "Pb"]), claim("2", 500, [1], agents=["sn"])]
    scores = score_claims(gold, read)
    assert ratio(scores.levels["claim"]) == (2, 2, 2)
    assert ratio(scores.levels["agents"]) == (2, 3, 2)
    assert scores.accuracies["polarity"].share == 1


def test_claims_of_different_references_are_never_one():
    scores = score_claims([claim("a", 0, [1])], [claim("1", 0, [2])])
    assert ratio(scores.levels["claim"]) == (0, 1, 1)


def test_the_spelling_of_a_phase_does_not_matter():
    gold = [claim("a", 0, [1], phases_formed=["Na_{15}Sn_4", "PbO_x"])]
    scores = score_claims(gold, [claim("1", 0, [1], phases_formed=["Na₁₅Sn₄", "PbOx"])])
    assert ratio(scores.levels["phases_formed"]) == (2, 2, 2)


# Against the reference scorer -----------------------------------------------------------------------------------------------------------


def reference(gold, predicted, kind):
    run = [sys.executable, SCORER, gold, predicted, "--kind", kind, "--json"]
    return json.loads(subprocess.run(run, capture_output=True, text=True, check=True).stdout)


def lines(rows):
    return "".join(json.dumps(row) + "\n" for row in rows)


def ours(scores):
    told = {
        name: {
            "precision": one.precision,
            "recall": one.recall,
            "f1": one.f1,
            "tp": one.right,
            "predicted": one.read,
            "gold": one.gold,
        }
        for name, one in scores.levels.items()
    }
    told |= {name: {"accuracy": one.share, "of": one.of} for name, one in scores.accuracies.items()}
    if scores.kind == "measurement":
        told["typed_recall_by_property"] = {
            name: f"{one.right}/{one.gold}" for name, one in scores.properties.items() if one.gold
        }
    return told


def some_rows(kind, seed):
    """Make rows that overlap, repeat and contradict one another in every way that scoring distinguishes."""
    chance = random.Random(seed)
    for place in range(120):
        start = chance.randrange(0, 300)
        row = {
            "kind": kind,
            "doc": f"d{chance.randrange(3)}",
            "id": f"r{place}",
            "start": start,
            "end": start + chance.randrange(1, 60),
        }
        row["ref"] = chance.sample(range(1, 5), chance.randrange(3))
        if kind == "measurement":
            row |= {"property": chance.choice("abc"), "value": chance.choice([1, 2.5, None]), "unit": chance.choice(["h", "mA"])}
            row |= {"comparator": chance.choice([None, "=", "<"]), "phase": chance.choice([None, "after"])}
            row |= {
                "value_max": chance.choice([None, None, 3]),
                "conditions": [f"r{chance.randrange(130)}" for _ in range(chance.randrange(3))],
            }
            row |= {"qualitative": True} if seed % 2 and chance.random() < 0.1 else {}
        else:
            row |= {"polarity": chance.choice(["asserted", "negated"]), "battery_type": chance.choice([None, "molten"])}
            row |= {"agents": chance.sample(["Sn", "Na₁₅Sn₄", "Na15Sn4", "PbO_x"], 2), "mechanisms": chance.sample("abcd", 2)}
        yield row


@pytest.mark.skipif(not SCORER.exists(), reason="the reference scorer is not beside this checkout")
@pytest.mark.parametrize("kind", ["measurement", "claim"])
@pytest.mark.parametrize("seed", [2, 4, 6])
def test_the_figures_are_those_of_the_reference_scorer_on_any_rows(tmp_path, kind, seed):
    gold, read = list(some_rows(kind, seed)), list(some_rows(kind, seed + 1))
    (tmp_path / "gold.jsonl").write_text(lines(gold))
    (tmp_path / "read.jsonl").write_text(lines(read))
    scorer = {"measurement": score_measurements, "claim": score_claims}[kind]
    scores = scorer([entry_of(row) for row in gold], [entry_of(row) for row in read])
    assert ours(scores) == reference(tmp_path / "gold.jsonl", tmp_path / "read.jsonl", kind)


@pytest.mark.skipif(not SCORER.exists(), reason="the reference scorer is not beside this checkout")
@pytest.mark.parametrize("kind", ["measurement", "claim"])
def test_the_figures_are_those_of_the_reference_scorer_on_the_passages(tmp_path, kind):
    gold = HERE / f"passages.{kind}s.jsonl"
    named = {json.loads(line)["doc"] for line in gold.read_text().splitlines() if line}
    texts = [path for path in sorted((HERE / "passages").iterdir()) if path.stem in named]
    (tmp_path / "read.jsonl").write_text(lines(row for path in texts for row in extract(read_source(path)).rows()))
    (scores,) = evaluate([gold], [HERE / "passages"]).scores
    assert ours(scores) == reference(gold, tmp_path / "read.jsonl", kind)


# The command -----------------------------------------------------------------------------------------------------------------------------

ANGLES = [
    {
        "doc": "note",
        "id": "m1",
        "start": 84,
        "end": 90,
        "span": "120.5°",
        "property": "contact_angle",
        "value": 120.5,
        "unit": "deg",
    },
    {"doc": "note", "id": "m2", "start": 94, "end": 99, "span": "65.5°", "property": "thickness", "value": 65.5, "unit": "deg"},
]


@pytest.fixture
def note(tmp_path):
    path = tmp_path / "note.md"
    path.write_text(NOTE)
    return path


@pytest.fixture
def gold(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text(lines(ANGLES))
    return path


def test_the_command_prints_figures_and_disagreements_with_words_and_place(gold, note, capsys):
    assert main(["evaluate", str(gold), str(note)]) == 0
    out = capsys.readouterr().out
    assert "measurements in 1 document" in out
    assert f"{note}:1:95  typed  “65.5°”" in out
    assert "gold thickness, read contact_angle" in out


def test_the_command_gives_all_of_it_to_programs(gold, note, capsys):
    assert main(["evaluate", str(gold), str(note.parent), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)["measurement"]
    assert told["quantity"] == {"precision": 0.6667, "recall": 1.0, "f1": 0.8, "tp": 2, "predicted": 3, "gold": 2}
    assert [one["what"] for one in told["disagreements"] if one["what"] in {"typed", "spurious"}] == ["typed", "spurious"]
    assert main(["evaluate", str(gold), str(note), "--format", "csv"]) == 0
    assert "measurement,quantity,0.6667,1.0000,0.8000,2,3,2," in capsys.readouterr().out


def test_gold_without_a_document_is_of_the_only_source_there_is(tmp_path, note):
    rows = [{key: value for key, value in row.items() if key != "doc"} for row in ANGLES]
    (tmp_path / "gold.jsonl").write_text(lines(rows))
    assert as_object(evaluate([tmp_path / "gold.jsonl"], [note]))["measurement"]["quantity"]["tp"] == 2


def test_sections_that_the_gold_leaves_out_are_told_and_can_be_left_out(tmp_path):
    text = "# Paper\n\n## 1. One\n\nThe angle was 45° on NZSP.\n\n## 2. Two\n\nThe angle was 55° on NZSP.\n"
    (tmp_path / "paper.md").write_text(text)
    row = {"id": "m1", "start": text.index("45°"), "end": text.index("45°") + 3, "section": "1"}
    (tmp_path / "gold.jsonl").write_text(lines([{**row, "property": "contact_angle", "value": 45, "unit": "deg"}]))
    whole = evaluate([tmp_path / "gold.jsonl"], [tmp_path / "paper.md"])
    assert "--section" in whole.remarks[0]
    part = evaluate([tmp_path / "gold.jsonl"], [tmp_path / "paper.md"], sections=["1"])
    assert (part.scores[0].levels["quantity"].read, part.remarks) == (1, ())


def test_gold_that_does_not_stand_where_it_says_is_remarked(gold, note):
    note.write_text(NOTE.replace("Miller", "Millers"))
    assert "2 of 2 gold records do not stand" in evaluate([gold], [note]).remarks[0]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('{"doc": "note", "id": ', r"gold\.jsonl:1:23: this is no JSON"),
        ("[1, 2]", "a gold record is a JSON object"),
        ('{"doc": "note", "id": "m1"}', "neither a measurement nor a claim"),
        ('{"kind": "statement", "doc": "note"}', "'statement' is not a kind that is scored"),
        (lines([{**ANGLES[0], "doc": "other"}]), "no source is called 'other'"),
        (lines([{key: value for key, value in ANGLES[0].items() if key != "unit"}]), "the measurement has no 'unit'"),
        (lines([{**ANGLES[0], "value": "120"}]), "'value' is \"120\", a number or null is wanted"),
        (lines([{**ANGLES[0], "start": 5.5}]), "a whole number is wanted"),
        (lines([{**ANGLES[0], "ref": 3}]), "a list is wanted"),
        (lines([{**ANGLES[0], "end": 84}]), "has no length"),
    ],
)
def test_wrong_gold_is_one_error_with_file_and_line(tmp_path, note, line, says):
    path = tmp_path / "gold.jsonl"
    path.write_text(line)
    with pytest.raises(SourceError, match=says) as caught:
        read_gold([path], ["note"])
    assert str(caught.value).startswith(f"{path}:1")


def test_an_id_that_two_gold_records_have_is_an_error_that_names_both(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text(lines([ANGLES[0], ANGLES[0]]))
    with pytest.raises(SourceError, match=r"gold\.jsonl:2: .*'m1' of note stands at .*gold\.jsonl:1"):
        read_gold([path], ["note"])


def test_two_sources_of_one_name_are_refused(tmp_path, gold, note):
    (tmp_path / "note.txt").write_text(NOTE)
    with pytest.raises(UsageError, match="two sources are called note"):
        evaluate([gold], [tmp_path])


@pytest.mark.parametrize("words", [["gold.jsonl"], ["note.md"], ["gold.jsonl", "note.md", "--kind", "claim"]])
def test_the_command_says_what_is_missing(gold, note, words, capsys, monkeypatch):
    monkeypatch.chdir(note.parent)
    assert main(["evaluate", *words]) == 2
    assert "sodiokg: error: " in capsys.readouterr().err
