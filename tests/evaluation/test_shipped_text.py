"""The graph's source, held to what the review is known to say: nothing here reads the review itself."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from sodiokg.extract.records import extract
from sodiokg.names import data_folder
from sodiokg.text import read_source

HERE = Path(__file__).parent


def table(name):
    with (HERE / name).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def refs(text):
    return tuple(int(number) for number in text.split())


@pytest.fixture(scope="module")
def records():
    return extract(read_source(data_folder() / "graph" / "sources" / "sodiophilicity-digest.md"))


def key_of(row):
    top = float(row["value_max"]) if row["value_max"] else None
    return (row["property"], round(float(row["value"]), 6), top, row["unit"], refs(row["refs"]))


def missed_measurements(rows, records):
    found = Counter(
        (m.property, round(m.value, 6), m.value_max, m.unit, m.ref) for m in records.measurements if m.value is not None
    )
    return list((Counter(map(key_of, rows)) - found).elements())


@pytest.mark.parametrize("sections", [("abstract", "1", "2"), ("3.1", "3.2", "3.3")], ids=["sections 1 and 2", "section 3"])
def test_at_least_97_in_100_measurements_are_found(records, sections):
    rows = [row for row in table("measurements.tsv") if row["section"] in sections]
    missed = missed_measurements(rows, records)
    assert len(missed) <= 0.03 * len(rows), missed


def test_no_number_is_read_twice_or_from_nowhere(records):
    read = [m for m in records.measurements if m.value is not None]
    assert len(read) == len(table("measurements.tsv"))


@pytest.mark.parametrize("sections", [("abstract", "1", "2"), ("3.1", "3.2", "3.3")], ids=["sections 1 and 2", "section 3"])
def test_at_least_88_in_100_claims_are_found(records, sections):
    wanted = Counter((refs(row["refs"]), row["polarity"]) for row in table("claims.tsv") if row["section"] in sections)
    found = Counter((claim.ref, claim.polarity) for claim in records.claims if claim.section in sections)
    missed = list((wanted - found).elements())
    assert len(missed) <= 0.12 * wanted.total(), missed


@pytest.mark.parametrize(
    ("field", "column", "precision", "recall"),
    [
        ("mechanisms", "mechanisms", 0.85, 0.9),
        ("effects", "effects", 0.85, 0.85),
        ("strategy_class", "strategies", 0.7, 0.8),
        ("phases_formed", "phases", 0.6, 0.8),
    ],
)
def test_what_the_claims_of_described_studies_hold_is_found(records, field, column, precision, recall):
    wanted = {(refs(row["refs"]), item) for row in table("claims.tsv") if row["refs"] for item in row[column].split()}
    found = {(c.ref, item) for c in records.claims if c.ref for item in getattr(c, field) if " " not in item}
    assert len(wanted & found) >= recall * len(wanted), sorted(wanted - found)
    assert len(wanted & found) >= precision * len(found), sorted(found - wanted)


def test_every_study_that_the_text_describes_has_a_claim_of_its_own(records):
    described = {refs(row["refs"]) for row in table("claims.tsv") if len(refs(row["refs"])) == 1}
    assert described <= {claim.ref for claim in records.claims}


def test_all_79_references_are_read_and_only_uncited_background_has_no_claim(records):
    assert [reference.number for reference in records.document.references] == list(range(1, 80))
    claimed = {number for claim in records.claims for number in claim.ref}
    assert set(range(1, 80)) - claimed <= {1, 2, 5, 6, 20, 71}
