from __future__ import annotations

import pytest

from sodiokg.extract.naming import Name, find_names, index_names

INDEX = index_names([Name("NZSP(TiO2)", True, "a:1"), Name("NZSP", True, "a:2"), Name("carbon cloth (CC)", False, "a:3")])


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("on NZSP(TiO2) at once", ["NZSP(TiO2)"]),
        ("on (NZSP) at once", ["NZSP"]),
        ("(on NZSP(TiO2)) and carbon cloth (CC).", ["NZSP(TiO2)", "carbon cloth (CC)"]),
        ("ends in NZSP(TiO2", ["NZSP(TiO2"]),
    ],
)
def test_a_mention_holds_the_bracket_that_closes_it(text: str, mentions: list[str]) -> None:
    assert [text[found.start : found.end] for found in find_names(text, 0, len(text), INDEX)] == mentions
