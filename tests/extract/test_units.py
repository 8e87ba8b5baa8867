from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sodiokg.extract.units import read_unit


def converted(text: str, value: int = 1) -> tuple[str, float] | None:
    run = read_unit(text, 0)
    return (run.unit.key, run.unit.convert(run.unit.factor * 0 + value)) if run and run.unit else None


@pytest.mark.parametrize(
    "text",
    [
        "mA cm-2", "mA/cm2", "mA·cm-2", "mA cm^-2", "mA cm^{-2}", "mA cm2", "mAcm-2", "mA cm -2", "mA cm- 2", "mA cm 2", "mA per cm2",
        "mA/(cm2)", "mA*cm-2", "mA cm-2[12]", "mA cm-2.", "mA cm-2/1 mAh cm-2", "mA cm-2 per cycle",
    ],
)  # fmt: skip
def test_a_current_density_is_read_in_every_typography(text: str) -> None:
    assert converted(text) == ("mA/cm2", 1.0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("S/cm", ("mS/cm", 1000.0)), ("S cm-1", ("mS/cm", 1000.0)), ("mS cm", ("mS/cm", 1.0)), ("Ω-1 cm-1", ("mS/cm", 1000.0)),
        ("A/cm2", ("mA/cm2", 1000.0)), ("μA cm-2", ("mA/cm2", 0.001)), ("Ah/g", ("mAh/g", 1000.0)), ("mA h g-1", ("mAh/g", 1.0)),
        ("Ah kg-1", ("mAh/g", 1.0)), ("Wh kg-1", ("W.h/kg", 1.0)), ("W h/kg", ("W.h/kg", 1.0)), ("kohm cm2", ("Ohm.cm2", 1000.0)),
        ("Ω·cm2", ("Ohm.cm2", 1.0)), ("Ω cm-2", ("Ohm.cm2", 1.0)), ("min", ("h", 1 / 60)), ("days", ("h", 24.0)), ("weeks", ("h", 168.0)),
        ("years", ("mo", 12.0)), ("month", ("mo", 1.0)), ("K", ("Cel", -272.15)), ("degrees Celsius", ("Cel", 1.0)), ("oC", ("Cel", 1.0)),
        ("° C", ("Cel", 1.0)), ("degrees", ("deg", 1.0)), ("°", ("deg", 1.0)), ("kPa", ("MPa", 0.001)), ("GPa", ("MPa", 1000.0)),
        ("N/m", ("mN/m", 1000.0)), ("J m-2", ("mN/m", 1000.0)), ("mJ/m2", ("mN/m", 1.0)), ("dyn cm-1", ("mN/m", 1.0)), ("mm", ("um", 1000.0)),
        ("Å", ("nm", 0.1)), ("meV", ("eV", 0.001)), ("mol dm-3", ("mol/L", 1.0)), ("M NaPF6", ("mol/L", 1.0)), ("wt. %", ("wt%", 1.0)),
        ("% by weight", ("wt%", 1.0)), ("per cent", ("%", 1.0)), ("m2 g-1", ("m2/g", 1.0)), ("mg cm-2", ("mg/cm2", 1.0)), ("mV.", ("mV", 1.0)),
    ],
)  # fmt: skip
def test_a_unit_is_converted_exactly(text: str, expected: tuple[str, float]) -> None:
    assert converted(text) == expected


def test_an_energy_per_mole_becomes_electronvolts_per_particle() -> None:
    key, value = converted("kJ mol-1", 96485) or ("", 0.0)
    assert key == "eV"
    assert value == pytest.approx(1000.0, rel=1e-5)


@pytest.mark.parametrize(
    "text",
    [
        "mA g-1",
        "mPa s",
        "mPa·s",
        "mV s-1",
        "mA c m-2",
        "mA em-2",
        "mA cm@2",
        "°C min-1",
        "K/min",
        "Wh/L",
        "at.%",
        "mol%",
        "mA cm-2-1",
        "mAh",
        "mg",
    ],
)
def test_a_unit_that_is_not_understood_to_its_end_yields_none(text: str) -> None:
    run = read_unit(text, 0)
    assert run is not None
    assert run.unit is None


@pytest.mark.parametrize("text", ["D framework", "samples", "groups", "H2O", "T-MoS2", "alloys", "strategies"])
def test_a_word_is_no_unit(text: str) -> None:
    assert read_unit(text, 0) is None


@pytest.mark.parametrize(
    ("text", "end"), [("h at 2", 1), ("mV at 1 mA", 2), ("V vs Na+/Na", 1), ("°C are 110", 2), ("μm-thick", 2)]
)
def test_a_unit_ends_before_the_next_word(text: str, end: int) -> None:
    run = read_unit(text, 0)
    assert run is not None
    assert run.end == end


@given(st.text(alphabet="mAcVΩ-2/·^{} h°C%", max_size=30))
def test_reading_a_unit_never_fails_and_stays_inside_the_text(text: str) -> None:
    run = read_unit(text, 0)
    assert run is None or 0 < run.end <= len(text)
