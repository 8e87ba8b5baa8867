from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sodiokg.extract.phases import what_changed
from sodiokg.extract.subjects import find_subjects, name_subject


@pytest.mark.parametrize(
    ("text", "value", "subject"),
    [
        ("The Sn-coated cell ran for 300 h.", "300", "Sn-coated cell"),
        ("Na@CC||NVP full cells kept 95 % of it.", "95", "Na@CC||NVP full cells"),
        ("The Na@NOCC symmetric cells lasted 900 h.", "900", "Na@NOCC symmetric cells"),
        ("The coated disc had 18°, far below that of bare NZSP (131°).", "131", "bare NZSP"),
        ("The coated disc had 18°, far below that of bare NZSP (131°).", "18", "coated disc"),
        ("Most of them concern electrolytes of 5 mS/cm.", "5", ""),
        ("This enabled all-solid-state Na-S batteries for 300 h.", "300", "all-solid-state Na-S batteries"),
        ("It shorted, whereas coated cells ran for 900 h.", "900", "coated cells"),
        ("A life of 300 h was had by the tin-coated anode.", "300", "tin-coated anode"),
        ("The value is 5 mV.", "5", ""),
        ("About one hundred cycles and 5 mV.", "5", ""),
    ],
)
def test_a_number_is_said_of_a_noun_phrase(text: str, value: str, subject: str) -> None:
    assert name_subject(text, text.index(value)) == subject


@given(st.text(alphabet="NaCS|@() -,;acdeltoscells", max_size=80))
def test_subjects_are_in_order_apart_and_words_of_the_text(text: str) -> None:
    found = find_subjects(text)
    assert all(text[one.start : one.end] == one.text for one in found.named)
    assert all(left.end <= right.start for left, right in zip(found.named, found.named[1:], strict=False))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Annealing lowers the angle from 120° to 70°.", "treatment"),
        ("After polishing, the angle fell from 120° to 70°.", "treatment"),
        ("The resistance was reduced from 600 to 11 Ω cm2 by a thin tin layer.", "treatment"),
        ("A tin interlayer brought the resistance from 600 to 11 Ω cm2.", "treatment"),
        ("The conductivity of the film rises from 1 to 5 mS/cm.", "other"),
        ("In the layered cathode the voltage rose from 2 to 3 V.", "other"),
        ("The resistance of the coated cell grew from 20 to 90 Ω cm2 after 50 cycles.", "cycling"),
        ("We added a film; the capacity rose from 90 to 100 mAh/g with temperature.", "other"),
    ],
)
def test_a_treatment_lies_between_two_values_only_where_it_governs_the_change(text: str, what: str) -> None:
    assert what_changed(text, text.index("from")) == what
