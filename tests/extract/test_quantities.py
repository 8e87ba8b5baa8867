from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sodiokg.extract.quantities import find_quantities


def told(text: str) -> list[str]:
    return [
        f"{q.comparator if q.comparator != '=' else ''}{q.value:g}{'' if q.value_max is None else f'..{q.value_max:g}'} {q.unit}"
        + (f" {q.phase}" if q.phase else "")
        for q in find_quantities(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("~ 1 and 250 mS cm-1 at 25 and 300°C , respectively", ["~1 mS/cm", "~250 mS/cm", "25 Cel", "300 Cel"]),
        ("more than 700 h (>1 month) and 90 cycles", [">700 h", ">1 mo", ">90 {cycles}"]),
        ("at 0.5, 1, 2 and 5 C", ["0.5 C", "1 C", "2 C", "5 C"]),
        ("at 0.5/1/2 mA cm-2", ["0.5 mA/cm2", "1 mA/cm2", "2 mA/cm2"]),
        ("1 mA cm-2/1 mAh cm-2", ["1 mA/cm2", "1 mAh/cm2"]),
        ("0.2 mA cm-2 and, subsequently, 0.4 mA cm-2", ["0.2 mA/cm2", "0.4 mA/cm2"]),
    ],
)
def test_numbers_in_a_list_share_unit_and_bound(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0.1 to 0.3 mA cm-2", ["0.1..0.3 mA/cm2"]),
        ("0.1-0.3 mA cm-2", ["0.1..0.3 mA/cm2"]),
        ("300 °C-350 °C", ["300..350 Cel"]),
        ("between about 80 and 120 °C", ["~80..120 Cel"]),
        ("resistances ranging from 4 to 9 Ω cm2", ["4..9 Ohm.cm2"]),
        ("in the range from 4 to 9 mV", ["4..9 mV"]),
        ("at rates from 0.1 to 5 C", ["0.1..5 C"]),
        ("0 ≤ x ≤ 1.5", ["0..1.5 1"]),
    ],
)
def test_a_range_is_one_quantity(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("an angle that fell from 131° to 58°", ["131 deg before", "58 deg after"]),
        ("(from an angle of 131° to 58°)", ["131 deg before", "58 deg after"]),
        ("cut from 560 (bare) to only 12 Ω cm2", ["560 Ohm.cm2 before", "12 Ohm.cm2 after"]),
        ("reduced to 12 Ω cm2 from 560 Ω cm2", ["12 Ohm.cm2 after", "560 Ohm.cm2 before"]),
        ("raised from 0.5 to 5 mA cm-2", ["0.5 mA/cm2 before", "5 mA/cm2 after"]),
        ("increases from ~15 mV to over 200 mV", ["~15 mV before", ">200 mV after"]),
    ],
)
def test_a_change_is_a_pair(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("up to 300 h", "max300 h"), ("as high as 520 mAh g-1", "max520 mAh/g"), ("as low as 110 °C", "min110 Cel"), ("over 300 °C", ">300 Cel"),
        ("exceeding 99.9%", ">99.9 %"), ("below 150 °C", "<150 Cel"), ("ca. 20 mV", "~20 mV"), ("nearly 0°", "~0 deg"), ("≥ 80 %", ">=80 %"),
        ("80 % or more", ">=80 %"), ("does not exceed 22 mV", "<=22 mV"), ("at least 500 cycles", ">=500 {cycles}"), ("up to ~550 h", "max550 h"),
        ("under 2 mA cm-2", "2 mA/cm2"), ("under 20 mV", "<20 mV"), ("(-C/7)", "~0.142857 C"), ("only 12 h", "12 h"),
        ("longer than the 300 h", "300 h"), ("within 12 s", "<=0.00333333 h"),
        ("failed within five cycles", "<=5 {cycles}"), ("no more than 12 h", "<=12 h"), ("after some 60 h", "~60 h"), ("~50 cycles", "~50 {cycles}"),
        ("thicker than 100 nm", ">100 nm"), ("did not survive 0.1 mA cm-2", "<0.1 mA/cm2"), ("below 12 h", "<12 h"), ("near -20 °C", "~-20 Cel"), ("a maximum of 5 mA cm-2", "max5 mA/cm2"),
    ],
)  # fmt: skip
def test_a_comparator_bounds_the_number(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3.4 × 10-4 S cm-1", ["0.34 mS/cm"]), ("10-3 S/cm", ["1 mS/cm"]), ("1,200 h", ["1200 h"]), ("1 200 h", ["1200 h"]), (".5 mV", ["0.5 mV"]),
        ("72.5 ± 2°", ["72.5 deg"]), ("72.5° ± 2.0°", ["72.5 deg"]), ("-0.45 eV", ["-0.45 eV"]), ("four months", ["4 mo"]), ("a 24-h anneal", ["24 h"]),
        ("a 500-cycle test", ["500 {cycles}"]), ("the 100th cycle", ["100 {cycles}"]), ("at cycle 50", ["50 {cycles}"]), ("500+ cycles", ["500 {cycles}"]),
        ("200 plating/stripping cycles", ["200 {cycles}"]), ("C/10", ["0.1 C"]), ("1/7 C", ["0.142857 C"]), ("0.5C", ["0.5 C"]), ("a 2 C-rate", ["2 C"]),
        ("at 400 C", ["400 Cel"]), ("at 350 8C", ["350 Cel"]), ("from 25 8C to 60 8C", ["25..60 Cel"]),
        ("5.2 Ω cm 2 to 2.8 Ω cm 2", ["5.2 Ohm.cm2 before", "2.8 Ohm.cm2 after"]), ("151 mAh g 1 at 2 C", ["151 mAh/g", "2 C"]), ("5 mA cmÀ2".replace("À", "-"), ["5 mA/cm2"]),
        ("1 M acid", ["1 mol/L"]), ("2 M ions", []), ("cycled 40 000 times", ["40000 {cycles}"]),
        ("N/P = 0", ["0 1"]), ("cycled 3 times faster", []), ("353.15 K", ["80 Cel"]), ("N/P = 1.2", ["1.2 1"]), ("an N/P ratio as low as 2.5:1", ["min2.5 1"]),
    ],
)  # fmt: skip
def test_a_number_is_read_as_it_is_printed(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "in 2014 and 2015", "[9] and [10-12]", "NSCA-31 and SF-Cu-3.6", "3D, 2D and 1T-MoS2", "Na15Sn4 and Na3Zr2Si2PO12", "Figure 3 h", "Table 2 C",
        "two strategies", "(1) cleaning and (2) coating", "2 C-O bonds", "3 C atoms", "5-fold", "12-crown-4", "pH 7",
        "5 mA c m-2", "100 mA g-1", "10 mol%", "Section 3 h", "18650 cells", "5 K+ ions", "1" * 20000,
    ],
)  # fmt: skip
def test_what_is_no_quantity_stays_unread(text: str) -> None:
    assert told(text) == []


def test_spans_hold_number_and_unit_without_comparator() -> None:
    text = "about 1 and 250 mS cm-1, then from 5 to 7 mV"
    assert [text[q.start : q.end] for q in find_quantities(text)] == ["1", "250 mS cm-1", "5", "7 mV"]


@pytest.mark.parametrize(
    "text",
    [
        "reduced by 20 %",
        "20 % higher",
        "60 °C lower",
        "rose by less than 6 %",
        "swelled 9 % on plating",
        "an increase of 340 %",
        "cut by 5 Ω cm2",
    ],
)
def test_an_amount_of_change_is_marked(text: str) -> None:
    (quantity,) = find_quantities(text)
    assert quantity.difference


@pytest.mark.parametrize("text", ["followed by 2 h in air", "made by 5 h of milling", "coated by 20 nm of tin", "grew to 9 %"])
def test_what_by_leads_to_is_no_change_where_nothing_changes(text: str) -> None:
    (quantity,) = find_quantities(text)
    assert not quantity.difference


@given(
    st.lists(
        st.sampled_from(
            ["5", "0.1", " mA cm-2", " to ", "-", "from ", "~", "C/7", ", ", " and ", "%", "°C", "x", "(", " h", "over ", "Na"]
        ),
        max_size=40,
    )
)
def test_quantities_are_ordered_and_apart_whatever_the_text(parts: list[str]) -> None:
    text = "".join(parts)
    found = find_quantities(text)
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert [q.start for q in found] == sorted(q.start for q in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("an angle of (42 ± 3)° and 125(4)°", ["42 deg", "125 deg"]),
        ("a CE of 99.92(3)% and (93.1 +/- 0.4)%", ["99.92 %", "93.1 %"]),
        ("(1.2 ± 0.1) × 10-3 S cm-1", ["1.2 mS/cm"]),
        ("1.2 ± 0.1 × 10-3 S cm-1", ["1.2 mS/cm"]),
        ("3.4(2) × 10-4 S cm-1", ["0.34 mS/cm"]),
    ],
)
def test_an_uncertainty_in_brackets_belongs_to_its_number(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 vs. 130 Ω cm2", ["12 Ohm.cm2", "130 Ohm.cm2"]),
        (
            "1.4 (25 °C), 2.2 (60 °C) and 3.9 mA cm-2 (80 °C)",
            ["1.4 mA/cm2", "25 Cel", "2.2 mA/cm2", "60 Cel", "3.9 mA/cm2", "80 Cel"],
        ),
        ("300 (Cu), 450 (Ni) and 900 h (Sn@Cu)", ["300 h", "450 h", "900 h"]),
        ("3 (Cu) cells ran for 900 h", ["900 h"]),
        ("one to two hours of annealing", ["1..2 h"]),
    ],
)
def test_a_number_shares_the_unit_of_its_list_across_what_stands_beside_it(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_a_change_and_what_it_leads_to_are_no_pair() -> None:
    assert told("decreased by 60° to 45°") == ["60 deg", "45 deg"]
    assert [quantity.difference for quantity in find_quantities("decreased by 60° to 45°")] == [True, False]


@pytest.mark.parametrize("text", ["250 °C1,2 and cycles ran", "4.5 Ω cm2,3 and 12 mV", "0.5 mA cm-2,3 and 12 mV"])
def test_a_number_cited_after_a_unit_counts_nothing(text: str) -> None:
    assert not {"2 {cycles}", "3 mV"} & set(told(text))
