"""What is compared with what: groups, derived numbers, and the answers of the graph that ships."""

from __future__ import annotations

import pytest
from numbers_by_hand import condition, number

from sodiokg.comparison import compared
from sodiokg.comparison.derived import BY_CYCLES, BY_TIME
from sodiokg.errors import QueryError, UsageError
from sodiokg.query.engine import run_here

LOAD = (condition("current_density", "2"), condition("areal_capacity", "1"))
WARM = condition("operating_temperature", "80", band="40 to 98 °C")
HOT = condition("operating_temperature", "300", band="270 °C or above")


def row(table, ref):
    (found,) = (row for row in table if row["refs"] == (ref,))
    return found


def test_the_lives_of_the_shipped_graph_stand_with_their_loads(graph):
    table = graph.compare("cycling_time")
    told = {
        row["refs"][0]: (row["cycling_time"], row["current_density"], row["areal_capacity"], row["cumulative_capacity"])
        for row in table
    }
    assert told == {
        "21": ("> 6000 h; > 8 months", "not stated", "not stated", "not stated"),
        "30": ("up to 550 h", "0.15 mA cm⁻², then 0.25 mA cm⁻²", "not stated", "41.3 to 68.8 mAh cm⁻²"),
        "39": ("600 h", "0.1 and 0.3 mA cm⁻²", "not stated", "30 to 90 mAh cm⁻²"),
        "45": ("> 250 h", "1 mA cm⁻²", "1 mAh cm⁻²", "> 125 mAh cm⁻²"),
        "62": ("> 1000 h", "5 mA cm⁻²", "5 mAh cm⁻²", "> 2500 mAh cm⁻²"),
        "72": ("up to 550 h", "2.0 mA cm⁻²", "1.0 mAh cm⁻²", "up to 550 mAh cm⁻²"),
        "75": ("> 400 h", "0.5 mA cm⁻²", "1 mAh cm⁻²", "> 100 mAh cm⁻²"),
        "78": ("800 h", "1 mA cm⁻²", "1 mAh cm⁻²", "400 mAh cm⁻²"),
    }


def test_the_set_up_of_a_number_is_its_own_and_not_that_of_its_claim(graph):
    table = graph.compare("cycling_time", "specific_capacity")
    assert row(table, "62")["cell"] == "symmetric cell"
    assert row(table, "44")["cell"] == "full cell"
    assert row(table, "21")["cell"] == "not stated"
    assert (row(table, "39")["electrolyte"], row(table, "39")["temperature"]) == (
        "NASICON-type solid electrolyte",
        "15 to 40 °C or room temperature",
    )
    assert row(table, "69")["electrolyte"] == "ester-based electrolyte"


def test_the_two_cells_at_80_degrees_never_stand_in_one_group(graph):
    groups = [group for group in graph.comparison("specific_capacity").groups if {"24", "26"} & {t.refs[0] for t in group.tests}]
    assert len(groups) == 2
    assert all(group.tests[0].temperature == "80 °C" for group in groups)


def test_a_contact_angle_is_shown_before_and_after_with_its_liquid_and_no_cell(graph):
    table = graph.compare("contact angle")
    assert "cell" not in table.columns
    annealed = row(table, "29")
    assert annealed["contact_angle"].startswith("122.5° before treatment; 72.5° after treatment (")
    assert annealed["liquid"] == "sodium"


def test_every_shown_number_has_its_record_its_quote_and_its_source(graph):
    table = graph.compare()
    assert len(table) > 20
    for told in table:
        assert told["records"]
        assert told["quotes"]
        assert told["source"]
        assert told["attribution"]


def test_numbers_on_one_class_of_substrates_are_of_no_other(graph):
    assert {told["on"] for told in graph.compare(on="nasicon")} == {"NZSP"}
    assert {told["on"] for told in graph.compare(on="base")} == {"BASE"}


@pytest.mark.parametrize(
    ("ask", "mend"),
    [
        ({"quantities": ["cycling_tme"]}, "did you mean cycling_time?"),
        ({"quantities": ["impact"]}, "there are numbers of"),
        ({"by": ["cel"]}, "did you mean cell?"),
        ({"on": "nzps"}, "did you mean nzsp?"),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest(graph, ask, mend):
    with pytest.raises(UsageError) as caught:
        graph.compare(*ask.pop("quantities", ()), **ask)
    assert mend in caught.value.mend


def test_a_quantity_that_is_known_but_has_no_number_here_is_no_mistake(graph):
    assert graph.compare("overpotential", on="nasicon").rows == ()
    assert len(graph.compare("overpotential", "cycling_time", on="nasicon")) == 3


def test_numbers_are_compared_where_all_that_is_needed_is_stated_and_agrees():
    one, other = number("1", "cycling_time", "500", *LOAD, WARM), number("2", "cycling_time", "900", *LOAD, WARM)
    (group,) = compared([one, other]).groups
    assert group.comparable("cycling_time") == ((one, other),)
    assert group.reasons("cycling_time") == ()


@pytest.mark.parametrize(
    ("conditions", "reason"),
    [
        ((*LOAD,), "temperature not stated"),
        ((LOAD[0], WARM), "areal capacity not stated"),
        ((condition("current_density", "5"), LOAD[1], WARM), "current density differs"),
    ],
)
def test_what_stands_against_a_comparison_is_named(conditions, reason):
    results = [number("1", "cycling_time", "500", *LOAD, WARM), number("2", "cycling_time", "900", *conditions)]
    (group,) = compared(results, by=["cell"]).groups
    assert not group.comparable("cycling_time")
    assert group.reasons("cycling_time") == (reason,)


def test_ranges_that_overlap_can_be_compared():
    ranged = condition("current_density", "1", "3")
    results = [number("1", "cycling_time", "500", *LOAD, WARM), number("2", "cycling_time", "900", ranged, LOAD[1], WARM)]
    assert compared(results).groups[0].comparable("cycling_time")


def test_cells_other_than_full_ones_do_not_compare_by_their_specific_capacity():
    results = [number(ref, "specific_capacity", "90", cathode="NVP") for ref in "12"]
    assert compared(results).groups[0].reasons("specific_capacity") == ("cell differs",)


def test_many_numbers_are_compared_in_little_time():
    results = [number(str(ref), "cycling_time", str(ref), LOAD[0]) for ref in range(1, 3000)]
    (group,) = compared(results).groups
    assert group.reasons("cycling_time") == ("areal capacity not stated", "temperature not stated")
    assert not group.comparable("cycling_time")


def test_an_answer_that_was_cut_is_not_compared(graph, monkeypatch):
    monkeypatch.setattr("sodiokg.knowledge.run_here", lambda store, sparql: run_here(store, sparql, most_rows=5))
    with pytest.raises(QueryError, match="more than"):
        graph.comparison()


def test_numbers_of_one_study_are_not_compared_with_each_other():
    results = [number("1", "cycling_time", "500", *LOAD, WARM), number("1", "cycling_time", "900", *LOAD, WARM)]
    assert not compared(results).groups[0].comparable("cycling_time")


@pytest.mark.parametrize("name", ["battery", "cell", "electrolyte"])
def test_groups_are_never_mixed(name):
    results = [
        number("1", "cycling_time", "500", WARM, **{name: "this"}),
        number("2", "cycling_time", "900", WARM, **{name: "that"}),
    ]
    assert [len(group.tests) for group in compared(results).groups] == [1, 1]


def test_temperatures_of_two_bands_are_two_groups_and_the_unstated_one_comes_last():
    results = [number("1", "cycling_time", "1"), number("2", "cycling_time", "2", HOT), number("3", "cycling_time", "3", WARM)]
    assert [group.label.rpartition(", ")[2] for group in compared(results).groups] == [
        "270 °C or above",
        "40 to 98 °C",
        "temperature not stated",
    ]


def test_rows_follow_the_list_of_references_and_not_the_numbers(graph):
    refs = [[int(test.refs[0]) for test in group.tests if test.refs] for group in graph.comparison().groups]
    assert refs == [sorted(told) for told in refs]


def derived(*results):
    ((test,),) = [group.tests for group in compared(results).groups]
    return [(str(one), one.formula) for one in test.derived]


def test_half_of_the_cycling_time_is_plating():
    assert derived(number("1", "cycling_time", "550", *LOAD, sign="max")) == [("up to 550 mAh cm⁻²", BY_TIME)]


def test_each_cycle_plates_the_areal_capacity_once():
    assert derived(number("1", "cycle_count", "300", *LOAD, sign=">")) == [("> 300 mAh cm⁻²", BY_CYCLES)]


def test_both_formulas_stand_side_by_side():
    both = derived(number("1", "cycling_time", "100", *LOAD), number("1", "cycle_count", "90", *LOAD))
    assert both == [("100 mAh cm⁻²", BY_TIME), ("90 mAh cm⁻²", BY_CYCLES)]


def test_a_sequence_of_loads_gives_the_ends_of_a_range():
    steps = (condition("current_density", "0.2"), condition("current_density", "0.5"))
    assert derived(number("1", "cycling_time", "100", *steps)) == [("10 to 25 mAh cm⁻²", BY_TIME)]


def test_bounds_from_both_sides_give_no_product():
    assert derived(number("1", "cycling_time", "100", condition("current_density", "2", sign="<"), sign=">")) == []


def test_a_life_in_months_and_a_load_that_is_not_stated_give_no_product():
    assert derived(number("1", "cycling_time", "100")) == []


def test_what_two_documents_restate_counts_once(graph):
    from dataclasses import replace

    from sodiokg.comparison.results import _joined

    one = number("1", "cycling_time", "500", *LOAD)
    again = replace(one, records=("urn:record:again",), quotes=("… said anew …",), sources=("Another tale, section 1",))
    (joined,) = _joined([one, again])
    assert joined.records == (*one.records, "urn:record:again")
    assert joined.sources == ("A tale, section 2", "Another tale, section 1")
    assert compared([joined]).studies == 1
