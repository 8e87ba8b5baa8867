"""Ligatures that a converter printed by the name of their glyph."""

from __future__ import annotations

import pytest

from sodiokg.text.normal import normalise


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("a signi /uniFB01 cant e /uniFB00 ect", "a significant effect"),
        ("e/uniFB00ects of sul/uniFB01des", "effects of sulfides"),
        ("the /uniFB01 rst thin /uniFB01 lm", "the first thin film"),
        ("pro /uniFB01 les, con /uniFB01 guration, re /uniFB01 ned", "profiles, configuration, refined"),
        ("a Li+ /uniFB02 ux in /uniFB02 uences", "a Li+ flux influences"),
        ("coe /uniFB03 cient", "coefficient"),
        ("and/or Na/unit cells", "and/or Na/unit cells"),
    ],
)
def test_a_ligature_joins_its_word_and_no_other(printed, read):
    plain = normalise(printed)
    assert plain.text == read
    starts = [plain.to_source(at, at + 1)[0] for at in range(len(read))]
    assert starts == sorted(starts)
    assert all(printed[start] in (sign, "/") for start, sign in zip(starts, read, strict=True))
