"""What `show` and `search` tell: on the graph that ships, and on two fictional documents."""

from __future__ import annotations

import re

import pytest
from stages import fictional_store, retold_files, server

import sodiokg
from sodiokg.errors import UsageError
from sodiokg.knowledge import KnowledgeGraph
from sodiokg.names import slug
from sodiokg.outline import outline
from sodiokg.query.search import KINDS
from sodiokg.query.things import things

SAFE = re.compile(r"[A-Za-z0-9._][A-Za-z0-9._-]*")


@pytest.fixture(scope="module")
def knowledge():
    return sodiokg.open()


@pytest.fixture(scope="module")
def retold(tmp_path_factory):
    path = tmp_path_factory.mktemp("retold") / "both.trig"
    path.write_text("".join(file.read_text(encoding="utf-8") for file in retold_files()), encoding="utf-8")
    return KnowledgeGraph(path)


def rows_of(table, **cells):
    return [row for row in table if all(row[name] == value for name, value in cells.items())]


def refs(rows):
    return {ref for row in rows for ref in row["refs"]}


def test_a_phase_is_shown_with_both_studies_that_found_it(knowledge):
    table = knowledge.show("Na15Sn4")
    assert table.title == "What is known of Na15Sn4"
    assert {"23", "34"} <= refs(rows_of(table, part="claims", relation="phase formed"))
    assert {"Sn", "Na"} <= {row["key"] for row in rows_of(table, relation="contains")}
    assert rows_of(table, relation="definition")[0]["source"]
    assert rows_of(table, part="what the ontology says", relation="is a")
    assert "23" in refs(rows_of(table, part="statements"))
    assert all(row["quote"] and row["source"] for row in table if row["part"] in {"claims", "numbers", "statements"})


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Na₁₅Sn₄", "Na15Sn4"),
        (r"$\text{Na}_{15}\text{Sn}_4$", "Na15Sn4"),
        ("na15sn4", "Na15Sn4"),
        ("beta''-alumina", "base"),
        ("β″-Al2O3", "base"),
        ("beta-double-prime-alumina", "base"),
        ("beta-alumina", "beta-alumina"),
        ("surface tension reduction", "surface_tension_reduction"),
        ("contact-angle", "contact_angle"),
        ("tin", "Sn"),
        ("29", "cm-2020-32-3970"),
        ("[29]", "cm-2020-32-3970"),
        ("Gao et al. 2020 [29]", "cm-2020-32-3970"),
        ("sodiophilicity-digest", "sodiophilicity-digest"),
    ],
)
def test_a_thing_goes_by_any_of_its_names_in_any_typography(knowledge, written, key):
    assert set(knowledge.show(written).column("thing")) == {key}


def test_both_meanings_of_an_ambiguous_abbreviation_are_shown(knowledge):
    assert set(knowledge.show("CF").column("thing")) == {"carbon-felt", "copper-foam"}


def test_the_meanings_of_a_name_come_from_the_graph_too(retold):
    table = retold.show("GF")
    assert list(dict.fromkeys(table.column("thing"))) == ["felt", "foil"]


def test_a_class_stands_for_its_members_and_kinds(knowledge):
    nzsp = refs(rows_of(knowledge.show("nzsp"), relation="substrate"))
    assert nzsp
    assert nzsp <= refs(rows_of(knowledge.show("NASICON"), relation="substrate"))
    wetting = rows_of(knowledge.show("WettingMechanism"), part="claims", relation="mechanism")
    assert any("by surface tension reduction" in row["told"] for row in wetting)


def test_a_study_is_shown_with_its_numbers_under_their_conditions(knowledge):
    table = knowledge.show(29)
    (after,) = [row for row in rows_of(table, part="numbers") if row["what"].startswith("contact angle 72.5°")]
    assert {"treatment temperature 450 °C", "treatment time 2 h"} <= set(after["told"])
    assert rows_of(table, relation="reference [29]")[0]["what"]


def test_a_mechanism_is_shown_with_what_it_requires_and_the_polarity_of_each_claim(knowledge, retold):
    assert rows_of(knowledge.show("alloying"), relation="requires")
    (told,) = [
        row for row in rows_of(retold.show("alloying"), part="claims") if row["source"] == ("A tale of wetting, section 1",)
    ]
    assert (told["status"], told["attribution"]) == ("hypothesised", "reported")


def test_a_quantity_is_shown_with_its_unit_and_its_values(knowledge):
    table = knowledge.show("contact_angle")
    assert rows_of(table, relation="unit")[0]["what"] == "degree"
    assert {"9", "29"} <= refs(rows_of(table, part="numbers", relation="quantity"))


def test_a_statement_that_names_a_thing_in_words_alone_is_found(knowledge):
    assert "75" in refs(rows_of(knowledge.show("75"), part="statements"))
    assert rows_of(knowledge.show("base"), part="statements", relation="object, by name")


def test_what_two_documents_tell_alike_is_one_line_of_evidence(retold):
    (study,) = rows_of(retold.show("tale-2030-1-1"), part="what it is", relation="reference [107]")
    assert study["source"] == ("The tale retold",)
    agents = rows_of(retold.show("Zn"), part="claims", relation="agent")
    assert all(len(row["keys"]) == 1 for row in agents)


def test_a_name_that_nothing_has_is_answered_with_near_ones(knowledge):
    with pytest.raises(UsageError, match=r"nothing is called 'nzps'(.|\n)*did you mean nzsp"):
        knowledge.show("nzps")


@pytest.mark.parametrize("name", ["", " ", "~", "\x1b[2J", "x" * 10_000, "'; DROP ALL", "][", "₁₅"])
def test_a_name_of_nothing_or_of_noise_is_refused(knowledge, name):
    with pytest.raises(UsageError, match="nothing is called"):
        knowledge.show(name)


def test_a_name_of_many_studies_is_answered_with_their_keys(knowledge):
    with pytest.raises(UsageError, match=r"fits 6(.|\n)*nl-2021-14-23"):
        knowledge.show("Wang et al. 2021")


def test_a_reference_number_of_several_documents_is_answered_with_their_studies(retold):
    with pytest.raises(UsageError, match=r"\[1\] is another study(.|\n)*tale-2030-1-1(.|\n)*tale-2032-3-3"):
        retold.show("[1]")
    assert set(retold.show("[107]").column("thing")) == {"tale-2030-1-1"}
    with pytest.raises(UsageError, match=r"no document has a reference \[99\]"):
        retold.show(99)


def test_a_study_goes_by_doi_and_title(retold):
    assert set(retold.show("10.9999/tale.3").column("thing")) == {"tale-2032-3-3"}
    assert set(retold.show("Drops that stay").column("thing")) == {"tale-2032-3-3"}


def test_an_endpoint_shows_and_finds_the_same(tmp_path):
    path = tmp_path / "tale.trig"
    path.write_bytes(retold_files()[0].read_bytes())
    with server(fictional_store(), tmp_path) as address:
        there = KnowledgeGraph(endpoint=address)
        assert there.show("Doe et al. 2030").rows
        assert set(there.search("zinc calms").column("key")) == {"tale-2030-1-1"}


def test_every_key_needs_no_quoting_and_leads_back_to_its_thing(knowledge):
    known = [thing for thing in things(knowledge._results) if thing.kind != "concept"]
    assert len(known) > 400
    for thing in known:
        assert SAFE.fullmatch(slug(thing.key)), thing
    for thing in known[::25]:
        assert slug(thing.key).casefold() in {key.casefold() for key in knowledge.show(slug(thing.key)).column("thing")}


def test_every_key_that_an_answer_prints_needs_no_quoting(knowledge):
    for name in ("Sn", "base", "alloying", "contact_angle", "sodiophilicity-digest"):
        for row in knowledge.show(name):
            assert all(SAFE.fullmatch(key) for key in [row["thing"], *row["keys"], *filter(None, [row["key"]])]), row


def test_a_parameter_takes_the_shell_safe_form_of_its_key(knowledge):
    assert knowledge.query(0, substrate="carbon_cloth").rows == knowledge.query(0, substrate="carbon-cloth").rows
    assert knowledge.query(70, thing="contact-angle").rows == knowledge.query(70, thing="contact_angle").rows
    with pytest.raises(UsageError, match="the graph knows no thing 'Na15-Sn44'"):
        knowledge.query(70, thing="Na15-Sn44")


def test_names_are_found_before_definitions_and_those_before_quotes(knowledge):
    places = [row["found_in"] for row in knowledge.search("Na₁₅Sn₄")]
    assert places == sorted(places, key=["name", "title or authors", "definition", "quote"].index)
    first = next(iter(knowledge.search("Na₁₅Sn₄")))
    assert (first["kind"], first["key"]) == ("phase", "Na15Sn4")
    assert {"definition", "quote"} <= set(places)


def test_all_words_have_to_be_found_and_a_kind_narrows(knowledge):
    assert knowledge.search("carbon felt").rows
    assert knowledge.search("carbon felt unicorn").rows == ()
    studies = knowledge.search("Gao", kind="study")
    assert set(studies.column("kind")) == {"study"}
    assert [row["name"] for row in studies][:1] == ["Gao et al. 2022"]


def test_every_hit_can_be_shown_by_its_key(knowledge):
    for row in list(knowledge.search("alloy"))[::12]:
        assert knowledge.show(row["key"]).rows
        assert row["kind"] in KINDS


@pytest.mark.parametrize("words", ["", " ", "_ -", "''"])
def test_a_search_for_nothing_is_refused(knowledge, words):
    with pytest.raises(UsageError, match="no word to look for"):
        knowledge.search(words)


def test_a_kind_that_there_is_not_is_answered_with_a_near_one(knowledge):
    with pytest.raises(UsageError, match=r"no kind 'materail'(.|\n)*did you mean material"):
        knowledge.search("tin", kind="materail")


@pytest.mark.parametrize("width", [80, 120])
def test_the_outline_fits_its_width_and_says_what_it_cut(knowledge, width):
    table = knowledge.show("base")
    short, whole = outline(table, width), outline(table, width, everything=True)
    assert max(map(len, whole.splitlines())) <= width
    assert re.search(r"^  \d+ more, --all$", short, re.MULTILINE)
    assert "more, --all" not in whole
    assert len(short) < len(whole)
    assert short.index("Claims (") < short.index("Numbers (") < short.index("Statements (")


def test_an_outline_cannot_steer_a_terminal(retold):
    assert "\x1b" not in outline(retold.show("NZSP"), 80)
