"""Plots: what they draw, what they say of what they leave out, and that the same numbers give the same bytes."""

from __future__ import annotations

import builtins
import re
import xml.etree.ElementTree as ET
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from numbers_by_hand import condition, number

from sodiokg.comparison import compared
from sodiokg.comparison.picture import png
from sodiokg.comparison.plot import plotted
from sodiokg.comparison.results import Amount
from sodiokg.comparison.scales import scale_for
from sodiokg.errors import MissingExtraError, UsageError

SVG = "{http://www.w3.org/2000/svg}"


def texts(svg):
    return [node.text for node in ET.fromstring(svg).iter(f"{SVG}text")]


def test_life_is_drawn_against_current_density_with_units_labels_and_legend(comparison):
    said = texts(plotted(comparison))
    assert "cycling time (h)" in said
    assert "current density (mA/cm²), logarithmic" in said
    assert {"[30]", "[39]", "[45]", "[62]", "[72]", "[75]", "[78]"} <= set(said)
    assert "[21]" not in said
    assert "conventional-liquid, symmetric cell, electrolyte not stated, temperature not stated" in said
    assert "7 studies drawn; current density not stated in 1 of 8 studies with cycling time" in " ".join(said)


def test_a_plot_can_be_read_without_being_seen(comparison):
    root = ET.fromstring(plotted(comparison))
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "title desc"
    assert "[72] Zheng et al. 2020: up to 550 h at 2.0 mA cm⁻²" in root.find(f"{SVG}desc").text


def test_each_group_has_a_colour_and_a_shape_of_its_own(comparison):
    marks = set(re.findall(r'<path d="(M[^"]+)" transform="[^"]+" fill="(#\w+)"/>', plotted(comparison)))
    assert len(marks) == len({shape for shape, _ in marks}) == len({colour for _, colour in marks}) == 4


def test_a_derived_axis_says_that_it_is_derived_and_how(comparison):
    svg = plotted(comparison, "areal_capacity", "cumulative capacity")
    assert any(said.startswith("cumulative capacity (derived)") for said in texts(svg))
    assert "Derived: current density × cycling time / 2, or areal capacity × cycles." in " ".join(texts(svg))


def test_the_same_numbers_give_the_same_bytes(graph, comparison):
    assert plotted(graph.comparison()) == plotted(comparison)


def test_hostile_words_stay_words():
    load = condition("current_density", "2")
    svg = plotted(
        compared([number("1", "cycling_time", "5", load, battery='</text><script>"&\x07', studies=("<b>",))], title="t")
    )
    root = ET.fromstring(svg)
    assert {node.tag.removeprefix(SVG) for node in root.iter()} <= {"svg", "title", "desc", "rect", "text", "path", "g"}


def test_points_and_labels_that_coincide_stand_side_by_side():
    load = condition("current_density", "2")
    svg = plotted(compared([number(str(ref), "cycling_time", "5", load) for ref in range(1, 6)], title="t"))
    marks = re.findall(r'transform="translate\(([\d. ]+)\)" stroke="#fff"', svg)
    assert len(set(marks)) == 5
    labels = re.findall(r'<text x="([\d.]+)" y="([\d.]+)" font-size="12">', svg)
    assert len(set(labels)) == 5


@pytest.mark.parametrize(("x", "mend"), [("curent_density", "did you mean current_density"), ("zzz", "take ")])
def test_an_unknown_axis_is_answered_with_the_nearest(comparison, x, mend):
    with pytest.raises(UsageError) as caught:
        plotted(comparison, x)
    assert mend in caught.value.mend


def test_a_plot_of_no_point_is_refused(graph):
    with pytest.raises(UsageError, match="no test states both"):
        plotted(graph.comparison("contact_angle"), "cumulative_capacity")


def test_a_png_is_drawn_from_the_svg(comparison):
    picture = png(plotted(comparison))
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert int.from_bytes(picture[16:20]) == 2 * 760


def test_without_resvg_a_png_says_what_to_install(monkeypatch):
    original = builtins.__import__

    def without(name, *args, **kwargs):
        if name == "resvg_py":
            raise ImportError(name)
        return original(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtraError, match="PNG") as caught:
        png("<svg/>")
    assert "sodiokg[plots]" in caught.value.mend


@given(st.lists(st.floats(min_value=-1e9, max_value=1e9).filter(lambda v: v == 0 or abs(v) > 1e-6), min_size=1, max_size=6))
def test_every_value_lies_on_its_scale_between_few_round_ticks(values):
    scale = scale_for(values)
    assert 2 <= len(scale.ticks) <= 30
    assert all(-1e-6 <= scale.share(value) <= 1 + 1e-6 for value in values)


def test_a_number_in_another_unit_is_not_drawn_on_the_axis():
    load = condition("current_density", "2")
    months = number("3", "cycling_time", "8", load, amount=Amount("8 months", "=", Decimal(8), None, "months"))
    said = texts(plotted(compared([number("1", "cycling_time", "5", load), number("2", "cycling_time", "6", load), months])))
    assert "cycling time (h)" in said
    assert {"[1]", "[2]"} <= set(said)
    assert "[3]" not in said
