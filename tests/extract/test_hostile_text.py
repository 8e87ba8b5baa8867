"""Texts made to trip the patterns of the extractor: each would run for hours if a pattern could split it in many ways."""

import pytest

from sodiokg.extract.records import extract
from sodiokg.model import Source


@pytest.mark.parametrize(
    "text",
    [
        "coated (" + "A" * 60 + "! Sn wetting. ",
        "doping with " + "N" * 60 + "!",
        "because of " + "a, " * 5000,
        "formed " * 3000 + "Na2O",
        "is, however, " * 3000 + "sodiophobic",
        "The " + "x" * 30000,
        "Novak " * 5000,
        "Na" * 20000,
        "Na@" * 5000,
        "Na||" * 5000,
        "Na, " * 5000,
        "[1] " * 5000,
        "sodium " * 5000,
        "such as X [1] or " * 2000,
    ],
    ids=lambda text: text[:14],
)
def test_a_hostile_text_is_read_to_its_end(text):
    records = extract(Source("hostile", text, ""))
    assert all(text[record.start : record.end] for record in records)
