"""A study that several documents tell of is one row, with all sources, and is counted once."""

from __future__ import annotations

import pytest

import sodiokg
from sodiokg.graph.build import add
from sodiokg.graph.catalogue import shipped_sources
from sodiokg.query.restatements import joined
from sodiokg.tables import Table

COLUMNS = ("ref", "angle", "quote", "source")


def test_rows_of_two_documents_that_agree_are_one_with_both_sources():
    table = Table(COLUMNS, ((29, 72.5, "so it fell", "Digest, section 2"), (29, 72.5, "fell then", "Review, section 2.1")))
    assert joined(table).rows == ((29, 72.5, "so it fell", ("Digest, section 2", "Review, section 2.1")),)


def test_rows_that_differ_in_a_value_or_stem_from_one_document_stay_apart():
    table = Table(
        COLUMNS,
        ((29, 72.5, "a", "Digest, section 2"), (29, 62.5, "b", "Review, section 2"), (29, 72.5, "c", "Digest, section 3")),
    )
    assert [row[2] for row in joined(table).rows] == ["a", "b", "c"]


def test_a_table_without_sources_is_left_alone():
    table = Table(("answer",), ((True,),))
    assert joined(table) is table


@pytest.fixture
def retold(tmp_path, monkeypatch):
    """Return the knowledge before and after a text is added that tells of one study of the digest in other words."""
    monkeypatch.setenv("SODIOKG_HOME", str(tmp_path / "home"))
    (digest,) = shipped_sources()
    entries = digest.read_text(encoding="utf-8").partition("## References")[2]
    before = sodiokg.open()
    assert before.query(15).rows
    text = tmp_path / "retold.md"
    text.write_text(
        "# Retold\n\n## 1. Plates\n\nGao et al. annealed NZSP at 450 °C for 2 h, which removes the contamination layer; the contact angle "
        f"of molten Na on NZSP fell from 122.5° to 72.5° [29].\n\n## References{entries}",
        encoding="utf-8",
    )
    report = add([text])
    assert report.known >= 1
    return before, sodiokg.open()


def test_a_retold_change_is_no_second_change(retold):
    before, after = retold
    (row,) = after.query(15)
    assert sorted(source.partition(",")[0].partition(":")[0] for source in row["source"]) == [
        "Retold",
        "Sodiophilicity regulation in metallic Na anodes",
    ]
    assert before.query(15).column("change") == after.query(15).column("change")


def test_no_study_is_counted_twice_in_an_aggregate(retold):
    before, after = retold

    def counts(knowledge):
        return {(row["ref"], row["strategy"]): (row["numbers"], row["mechanisms"]) for row in knowledge.query(30)}

    assert counts(before) == counts(after)
