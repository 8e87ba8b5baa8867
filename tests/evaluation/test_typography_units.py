"""A unit in any damage is read right or not at all: every product of symbols in every way of writing its powers."""

import re
from itertools import product

import pytest

from sodiokg.extract.quantities import find_quantities
from sodiokg.text import normalise

# Unit: what 5 of it are in the exchange format, None where that has no unit for it.
UNITS = {
    "mA cm-2": ("mA/cm2", 5), "μA cm-2": ("mA/cm2", 0.005), "A m-2": ("mA/cm2", 0.5), "mAh cm-2": ("mAh/cm2", 5), "mA h cm-2": ("mAh/cm2", 5),
    "mAh g-1": ("mAh/g", 5), "mS cm-1": ("mS/cm", 5), "S m-1": ("mS/cm", 50), "Ω cm2": ("Ohm.cm2", 5), "mN m-1": ("mN/m", 5), "J m-2": ("mN/m", 5000),
    "mg cm-2": ("mg/cm2", 5), "m2 g-1": ("m2/g", 5), "Wh kg-1": ("W.h/kg", 5), "mol L-1": ("mol/L", 5),
    **dict.fromkeys((
        "mA g-1", "cm2 s-1", "cm2 V-1 s-1", "g cm-3", "Wh L-1", "mV s-1", "°C min-1", "mPa s", "S cm2 mol-1", "nm s-1", "mm s-1",
        "W cm-2", "V m-1", "μm h-1", "mC cm-2", "J g-1", "J cm-3", "MPa m1/2", "Ω cm", "mAh cm-3",
    )),
}  # fmt: skip
POWERS = {
    "raised": lambda power: power.translate(str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")),
    "flat": str,
    "caret": "^{}".format,
    "braces": "^{{{}}}".format,
    "tags": "<sup>{}</sup>".format,
    "minus": lambda power: power.replace("-", "−"),
    "blank": " {}".format,
    "lost sign": lambda power: power.lstrip("-"),
    "lost sign, blank": lambda power: " " + power.lstrip("-"),
    "other sign": lambda power: power.replace("-", "À"),
    "query": lambda power: power.replace("-", "?"),
    "tilde": lambda power: power.replace("-", "~"),
}
JOINTS = (" ", "·", "", "\u2009", "\n")
AROUND = ("at 5 {} for 3 days", "(5 {})", "was 5 {}.", "5 {}, and", "at 5 {} and 25 °C", "5 {} The cell")
FACTOR = re.compile(r"([A-Za-zΩμ°]+)(-?\d(?:/2)?)?")


def written(unit, power, joint):
    return joint.join(symbol + (POWERS[power](exponent) if exponent else "") for symbol, exponent in FACTOR.findall(unit))


@pytest.mark.parametrize("power", POWERS)
@pytest.mark.parametrize("unit", UNITS)
def test_a_unit_in_any_typography_is_read_right_or_not_at_all(unit, power):
    for joint, around in product(JOINTS, AROUND):
        text = normalise(around.format(written(unit, power, joint))).text
        found = [
            (quantity.unit, pytest.approx(quantity.value)) for quantity in find_quantities(text) if quantity.value not in {25, 72}
        ]
        assert found in ([], [UNITS[unit]]), text


@pytest.mark.parametrize("unit", [unit for unit, expected in UNITS.items() if expected])
@pytest.mark.parametrize("power", [power for power in POWERS if power not in {"query", "tilde"}])
def test_a_unit_of_the_exchange_format_is_read_whatever_its_typography(unit, power):
    if unit in {"A m-2", "S m-1"} and power == "lost sign, blank":
        pytest.skip("a lone m behind a blank may begin anything")
    text = normalise(f"at 5 {written(unit, power, ' ')} for 3 days").text
    assert (find_quantities(text)[0].unit, find_quantities(text)[0].value) == (UNITS[unit][0], pytest.approx(UNITS[unit][1]))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1.0 mA cm 2/1.0 mAh cm 2", [(1, "mA/cm2"), (1, "mAh/cm2")]),
        ("layers of 90 and 10 μ m", [(90, "um"), (10, "um")]),
        ("is 10 -15 S cm -1 only", [(1e-12, "mS/cm")]),
        ("in 2000 and 1700 cycles", [(1700, "{cycles}")]),
        ("lasted 2000 and 1700 cycles", [(2000, "{cycles}"), (1700, "{cycles}")]),
        ("a range of 1 mA~5 mA and 10 mA cm-2~20 mA cm-2", [(1, "mA"), (10, "mA/cm2")]),
    ],
)  # fmt: skip
def test_numbers_keep_their_units_in_pairs_lists_and_powers(text, values):
    assert [(pytest.approx(quantity.value), quantity.unit) for quantity in find_quantities(normalise(text).text)] == values
