"""What may carry over from one substrate to another: verdicts with their evidence, and the matrix as words and picture."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

import sodiokg
from sodiokg.errors import UsageError
from sodiokg.graph.build import build
from sodiokg.transfer.printing import printed

# Made up: a coating that reacts and one that cannot alloy, on BASE alone; and what was seen of NASICON.
TEXT = """# Films for ceramics

Roe et al. put a mesh of Fe on BASE, and wetting by molten sodium improved by alloying of Fe with Na [1].
Poe et al. decorated BASE with Sn particles, and wetting by molten sodium improved because Sn alloys with Na [2].
Doe et al. annealed NZSP at 450 °C for 2 h, which removes the contamination layer; the contact angle of molten Na on NZSP fell from 120° to 70° [3].

## References

1. Roe, R. Iron films. J. Kilns 2020, 1, 1.
2. Poe, E. Tin films. J. Kilns 2021, 2, 2.
3. Doe, J. Hot plates. J. Kilns 2022, 3, 3.
"""


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SODIOKG_HOME", str(tmp_path_factory.mktemp("home")))
        knowledge = sodiokg.open()
        assert knowledge.query(31).rows
        yield knowledge


@pytest.fixture(scope="module")
def judged(tmp_path_factory):
    """Return the verdicts of a made-up graph beside what ships, by the agents that were brought in and the precondition."""
    folder = tmp_path_factory.mktemp("own")
    (folder / "films.md").write_text(TEXT)
    build([folder / "films.md"], folder / "films.trig")
    rows = sodiokg.open(graph=folder / "films.trig").transfer("base", "nasicon")
    return list(rows)


def strategies(transfer):
    return {strategy.name: strategy.carried for strategy in transfer.strategies}


def test_what_was_shown_on_base_alone_carries_its_mechanism_and_preconditions(shipped):
    found = strategies(shipped.transferred("base", "nasicon"))
    assert found.keys() >= {"alloy anode", "mesh or network", "metal decoration", "surface treatment"}
    assert not found.keys() & {"surface coating", "composite electrolyte"}
    decorated = {one.refs: one for one in found["metal decoration"]}
    assert decorated.keys() == {("4",), ("10",)}
    lead = decorated[("10",)]
    assert lead.mechanism == "alloying"
    verdicts = {one.aspect: one for one in lead.preconditions}
    assert verdicts["agent"].verdict == "holds"
    assert any("Na15Pb4" in told for told in verdicts["agent"].speaks_for)
    assert verdicts["electrolyte"].verdict == "unknown"
    assert {one.attribution: one.refs for one in found["alloy anode"]} == {
        "reported": ("9",),
        "listed": ("8", "9", "10", "11", "12", "13"),
    }


def test_what_was_shown_on_nasicon_alone_is_judged_on_base(shipped):
    found = strategies(shipped.transferred("nasicon", "base"))
    cleaning = next(one for one in found["surface cleaning"] if one.attribution == "reported")
    contaminant = next(one for one in cleaning.preconditions if one.name == "contaminant on the surface")
    assert contaminant.verdict == "holds"
    assert {told.split(" (")[0] for told in contaminant.speaks_for} == {
        "BASE carries Ca",
        "BASE carries H2O",
        "BASE carries Na2O",
    }
    # 450 °C was used on NZSP; BASE is told to have stood 400 °C, which neither bears out nor denies it.
    assert next(one for one in cleaning.preconditions if one.aspect == "temperature").verdict == "unknown"


def test_the_angle_of_an_alloy_says_nothing_of_sodium(shipped):
    found = strategies(shipped.transferred("nasicon", "base"))
    angle = next(one for part in found["composite anode"] for one in part.preconditions if "angle" in one.name)
    assert (angle.verdict, angle.speaks_for, angle.speaks_against) == ("unknown", (), ())
    assert "0°" in angle.seen[0]


def test_a_member_of_a_disjoint_class_fails_and_one_that_alloys_holds(judged):
    verdicts = {row["strategy"]: row for row in judged if row["precondition"] == "agent alloys with sodium"}
    iron, tin = verdicts["mesh or network"], verdicts["metal decoration"]
    assert (iron["verdict"], iron["evidence_for"]) == ("fails", ())
    assert any("iron is of the class" in told and "excludes" in told for told in iron["evidence_against"])
    assert tin["verdict"] == "holds"
    assert any("tin is of the class: agent that alloys" in told for told in tin["evidence_for"])
    assert any(study.startswith("Poe") for study in tin["study"])


def test_a_screen_says_not_found_and_never_never(shipped):
    words = printed(shipped.transferred("base", "nasicon"), 80)
    said = " ".join(words.split())
    assert "not found on NASICON in the 73 studies read" in said
    assert "never" not in said
    assert "NASICON is said to carry NaOH" in said
    assert "HOLDS agent with sodium" in said
    assert "UNKNOWN agent with electrolyte" in said
    assert max(map(len, words.splitlines())) <= 80


@pytest.mark.parametrize(
    ("ends", "told"),
    [
        (("bas", "nasicon"), "did you mean base"),
        (("base", "nzps"), "did you mean nzsp"),
        (("base", " BASE "), "to itself"),
        (("Sn", "base"), "no study read is on a substrate 'Sn'"),
        (("", "base"), "no study read"),
        (("base", 'x" } #'), "no study read"),
    ],
)
def test_an_end_that_no_study_is_on_is_refused(shipped, ends, told):
    with pytest.raises(UsageError, match=told):
        shipped.transfer(*ends)


def test_a_substrate_that_used_everything_leaves_nothing_to_carry_over(shipped):
    transfer = shipped.transferred("hard-carbon", "carbon")
    assert transfer.strategies == ()
    assert "was found on" in printed(transfer, 80)


def test_the_matrix_has_counts_and_references_and_leaves_what_was_not_found_empty(shipped):
    table = shipped.matrix("base", "nasicon")
    assert table.columns == ("strategy", "BASE", "NASICON")
    rows = {row["strategy"]: row for row in table}
    assert rows["alloy anode"]["BASE"] == "1 + 5: [9] + [8][10][11][12][13]"
    assert rows["alloy anode"]["NASICON"] is None
    assert rows["surface cleaning"]["NASICON"] == "1 + 1: [29] + [30]"
    with pytest.raises(UsageError, match="did you mean NASICON"):
        shipped.matrix("nascon")


def test_the_picture_is_the_same_bytes_and_tells_every_cell(shipped):
    matrix = shipped.strategies()
    assert matrix.svg() == shipped.strategies().svg()
    root = ElementTree.fromstring(matrix.svg())
    texts = [node.text for node in root.iter() if node.tag.endswith("title")]
    assert len(texts) == len(matrix.entries) + 1
    assert "surface cleaning on NASICON: 1 + 1: [29] + [30]" in texts
