"""A passage in another typography gives the same records: metamorphic tests over generated variants.

The passages are the invented ones that were never held out and the paragraphs of the digest; the reference is their reading in Unicode.
A test reads a quarter of them, drawn by the typography's name; all of them, with the table of agreements, by

    python tests/evaluation/test_typography.py
"""

import re
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from random import Random

import pytest
from typography import TYPOGRAPHIES, Typography, canonical, combined

from sodiokg.extract import units
from sodiokg.extract.records import extract
from sodiokg.model import Claim, Measurement, Source
from sodiokg.text import blocks

HERE = Path(__file__).parent
DIGEST = HERE.parents[1] / "graph" / "sources" / "sodiophilicity-digest.md"
LEAST = 0.98  # of the records of a typography and of its reference that are the same
FIELDS = {
    "measurement": "property value value_max unit comparator phase between ref subject substrate role attribution",
    "claim": "ref study battery_type substrate substrate_class strategy_class agents phases_formed mechanisms effects evidence"
    " electrolyte cell cathode polarity attribution",
    "statement": "relation polarity attribution ref",
}


@cache
def passages():
    texts = [path for path in sorted((HERE / "passages").iterdir()) if path.name[1:3].isdigit() and int(path.name[1:3]) < 32]
    digest = canonical(DIGEST.read_text(encoding="utf-8").split("## References")[0]).split("\n\n")
    return [canonical(path.read_text(encoding="utf-8")) for path in texts] + [part for part in digest if len(part) > 100]


def read(text):
    records = extract(Source("passage", text, ""))
    for record in records:
        assert text[record.start : record.end] == (record.quote if isinstance(record, Claim) else record.span)
    return records


@cache
def reference(passage):
    return contents(read(Typography("Unicode").write(passage)))


def contents(records):
    measured = {number.id: (number.property, number.value, number.value_max) for number in records.measurements}
    return Counter(content(record, measured) for record in records)


def content(record, measured):
    """Return what a record says, places and ids left out; wordings count up to their first number, since units print in many ways."""
    fields = [getattr(record, name) for name in FIELDS[record.kind].split()]
    said = [frozenset(field) if isinstance(field, tuple) else field for field in fields]
    if isinstance(record, Measurement):
        said.append(frozenset(measured[condition] for condition in record.conditions))
    elif not isinstance(record, Claim):
        said += [re.sub(r"\W", "", re.split(r"\d", words)[0]) for words in (record.subject, record.object, record.context)]
    return (record.kind, *said)


def quantities(found):
    return {said[2:5] for said in found if said[0] == "measurement"}


def compare(typography, texts):
    """Return the share of equal records, the share of equal passages, and the quantities that the reference has not."""
    same = total = alike = 0
    wrong = []
    for passage in texts:
        expected, found = reference(passage), contents(read(typography.write(passage)))
        same += 2 * (expected & found).total()
        total += expected.total() + found.total()
        alike += expected == found
        wrong += quantities(found) - quantities(expected)
    return same / total, alike / len(texts), wrong


def drawn(typography):
    return Random(typography.name).sample(passages(), len(passages()) // 4)


def mixtures(count):
    """Yield typographies that take one part each from how units, text and citations are written, at random."""
    by_kind = {
        kind: [one for one in TYPOGRAPHIES if kind in one.things and not one.whole] for kind in ("quantity", "primes", "citation")
    }
    lines = [one for one in TYPOGRAPHIES if one.whole and not one.things]
    for number in range(count):
        random = Random(number)
        parts = [random.choice(of_kind) for of_kind in by_kind.values()]
        # LaTeX and HTML marks are no text that a typesetter would ligate or break.
        marked = any(sign in parts[0].write("5 mA cm-2 at 5 °C") for sign in "\\<&")
        yield combined(" + ".join(one.name for one in parts) + f" {number}", *parts, *([] if marked else random.sample(lines, 1)))


@pytest.mark.parametrize("typography", [*TYPOGRAPHIES, *mixtures(12)], ids=lambda typography: typography.name)
def test_another_typography_gives_the_same_records(typography):
    share, _, wrong = compare(typography, drawn(typography))
    assert wrong == []
    assert share >= LEAST


def test_a_reader_that_knows_no_lost_superscripts_is_caught(monkeypatch):
    [lost] = [one for one in TYPOGRAPHIES if one.name == "lost: mA cm 2"]
    monkeypatch.setattr(units, "_SPACED_EXPONENT", re.compile(r"(?!)"))
    assert compare(lost, drawn(lost))[0] < LEAST


def test_a_reader_that_breaks_a_unit_off_is_caught(monkeypatch):
    [lost] = [one for one in TYPOGRAPHIES if one.name == "lost: mA cm 2"]
    monkeypatch.setattr(units, "_SPACED_EXPONENT", re.compile(r"(?!)"))
    monkeypatch.setattr(units, "_may_follow", lambda *_: False)
    monkeypatch.setattr(units, "_BROKEN", re.compile(r"(?!)"))
    assert {unit for *_, unit in compare(lost, drawn(lost))[2]} >= {"mA"}


def test_a_reader_that_takes_a_running_head_for_text_is_caught(monkeypatch):
    [headed] = [one for one in TYPOGRAPHIES if one.name == "running head"]
    monkeypatch.setattr(blocks, "_PAGE", re.compile(r"(?!)"))
    monkeypatch.setattr(blocks, "_ASIDE", re.compile(r"(?!)"))
    assert compare(headed, drawn(headed))[0] < LEAST


if __name__ == "__main__":
    for each in [*TYPOGRAPHIES, *mixtures(12)]:
        agreement, equal, strange = compare(each, passages())
        sys.stdout.write(f"{agreement:.4f} of records, {equal:.3f} of passages  {len(strange)} wrong  {each.name}\n")
