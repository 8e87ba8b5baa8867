"""Bounds, decimals and labels of measurements."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sodiokg.graph.bounds import Bounds, bounds
from sodiokg.graph.labels import measurement_label
from sodiokg.graph.terms import decimal
from sodiokg.model import Measurement


@pytest.mark.parametrize(
    ("comparator", "expected"),
    [
        ("=", Bounds(Decimal("7.0"), Decimal("7.0"))),
        ("<", Bounds(None, Decimal("7.0"), upper_open=True)),
        ("<=", Bounds(None, Decimal("7.0"))),
        (">", Bounds(Decimal("7.0"), None, lower_open=True)),
        (">=", Bounds(Decimal("7.0"), None)),
        ("max", Bounds(Decimal("7.0"), Decimal("7.0"))),
        ("min", Bounds(Decimal("7.0"), Decimal("7.0"))),
    ],
)
def test_a_comparator_decides_which_ends_a_number_has_and_whether_they_are_reached(comparator, expected):
    assert bounds(7.0, comparator=comparator) == expected


def test_a_range_has_both_ends_whichever_is_printed_first():
    assert bounds(3.0, 1.0) == bounds(1.0, 3.0) == Bounds(Decimal("1.0"), Decimal("3.0"))


def test_about_ninety_degrees_is_surely_neither_below_nor_above_ninety():
    about = bounds(88.0, comparator="~")
    assert about.lower is not None
    assert about.upper is not None
    assert about.lower < 90 < about.upper


def test_about_forty_degrees_is_surely_below_ninety():
    upper = bounds(40.0, comparator="~").upper
    assert upper is not None
    assert upper < 90


def test_about_zero_has_half_a_degree_on_both_sides():
    assert bounds(0.0, comparator="~") == Bounds(Decimal("-0.5"), Decimal("0.5"))


def test_as_low_as_thirty_degrees_is_surely_below_ninety_and_up_to_550_hours_were_surely_reached():
    assert bounds(30.0, comparator="min", quantity="contact_angle").upper == 30
    assert bounds(550.0, comparator="max", quantity="cycling_time").lower == 550


@pytest.mark.parametrize(
    ("value", "quantity", "lower", "upper"),
    [
        (175.0, "contact_angle", "157.5", "180"),
        (0.0, "contact_angle", "0", "0.5"),
        (0.0, "coulombic_efficiency", "0", "0.5"),
        (99.9, "coulombic_efficiency", "89.91", "109.89"),
        (0.0, "nucleation_overpotential", "-0.5", "0.5"),
        (-270.0, "measurement_temperature", "-273.15", "-243"),
        (200.0, "contact_angle", "180", "200"),
    ],
)
def test_the_tolerance_of_an_approximate_number_ends_where_its_quantity_does(value, quantity, lower, upper):
    assert bounds(value, comparator="~", quantity=quantity) == Bounds(Decimal(lower), Decimal(upper))


def test_a_qualitative_condition_has_no_bounds():
    assert bounds(None) == Bounds()


@given(st.floats(-1e9, 1e9, allow_nan=False), st.sampled_from(["=", "~", "<", "<=", ">", ">=", "max", "min"]))
def test_the_reported_value_lies_within_its_bounds(value, comparator):
    ends = bounds(value, comparator=comparator)
    exact = Decimal(repr(value))
    assert ends.lower is None or ends.lower <= exact
    assert ends.upper is None or exact <= ends.upper


@given(st.floats(-1e12, 1e12, allow_nan=False))
def test_a_decimal_has_a_point_no_exponent_and_twelve_digits(value):
    written = decimal(value).value
    assert "." in written
    assert "e" not in written.lower()
    assert Decimal(written) == pytest.approx(Decimal(repr(value)), rel=Decimal("1e-11"), abs=Decimal("1e-300"))


@pytest.mark.parametrize(
    ("value", "written"), [(-50.0, "-50.0"), (0.1 + 0.2, "0.3"), (0.0, "0.0"), (-0.0, "0.0"), (1 / 7, "0.142857142857")]
)
def test_decimals_are_written_as_people_write_them(value, written):
    assert decimal(value).value == written


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (
            {"property": "ionic_conductivity", "value": 1.0, "unit": "mS/cm", "comparator": "~"},
            "ionic conductivity about 1 mS/cm",
        ),
        ({"property": "area_specific_resistance", "value": 3.6, "unit": "Ohm.cm2"}, "area specific resistance 3.6 Ω cm2"),
        ({"property": "cycle_count", "value": 1000.0, "unit": "{cycles}", "comparator": ">"}, "cycle count > 1000 cycles"),
        ({"property": "c_rate", "value": 0.1, "unit": "C", "value_max": 0.3}, "c rate 0.1 to 0.3 C"),
        (
            {"property": "operating_temperature", "value": None, "unit": "Cel", "qualitative": True},
            "operating temperature room temperature",
        ),
    ],
)
def test_a_label_reads_as_a_person_would_write_it(more, words):
    measurement = Measurement(
        **{"id": "m1", "doc": "d", "start": 0, "end": 1, "span": "room temperature", "section": "1", **more}
    )
    assert measurement_label(measurement, "Poe 2020 [2]") == f"{words}, Poe 2020 [2]"
