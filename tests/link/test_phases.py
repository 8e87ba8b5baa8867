"""Phases that texts claim beside those that are known, and the tables of `sodiokg link` on a narrow terminal."""

from __future__ import annotations

import csv
import io

import pytest

from sodiokg.cli import main

TEXT = """# A note

Novak et al. [1] coated BASE with tin, which alloyed with molten sodium to NaSn7. Abel et al. [2] coated BASE with indium, which alloyed to NaIn.

## References

1. Novak, A. Skins. J. Invented Res. 2021, 14, 2280.
2. Abel, Z. Other skins. J. Invented Res. 2022, 15, 17-19.
"""


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("SODIOKG_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "80")

    def run(*words):
        assert main(list(words)) == 0
        return capsys.readouterr()

    return run


def test_claimed_phases_stand_beside_those_that_are_known(run):
    told = run("link", "--phases", "-f", "csv")
    rows = {(row["system"], row["phase"]): row for row in csv.DictReader(io.StringIO(told.out))}
    assert (rows["Na-Sn", "Na15Sn4"]["claimed_by"], rows["Na-Sn", "Na15Sn4"]["verdict"]) == ("[23]; [34]", "exists")
    assert rows["Na-Sn", "Na5Sn (nominal)"]["verdict"] == "composition differs"
    assert "Na15Sn4" in rows["Na-Sn", "Na5Sn (nominal)"]["reason"]
    assert rows["Na-Sn", "Na-Sn alloy"]["verdict"] == "not asked"
    assert (rows["Na-Sn", "NaSn"]["claimed_by"], rows["Na-Sn", "NaSn"]["verdict"]) == ("", "exists")
    assert {system for system, _ in rows} >= {"Na-Bi", "Na-In", "Na-Pb", "Na-Sb", "Na-Zn"}
    assert "claimed phases: " in told.err


def test_a_phase_that_an_added_text_makes_up_is_found_out(run, tmp_path):
    (tmp_path / "note.md").write_text(TEXT, encoding="utf-8")
    run("add", str(tmp_path / "note.md"))
    rows = {row["phase"]: row for row in csv.DictReader(io.StringIO(run("link", "--phases", "-f", "csv").out))}
    assert rows["NaSn7"]["verdict"] == "composition differs"
    assert rows["NaIn"]["verdict"] == "exists"
    assert "[2]" in rows["NaIn"]["claimed_by"]


def test_question_64_lists_known_phases_of_a_system_with_who_claims_them(run):
    rows = list(csv.DictReader(io.StringIO(run("query", "64", "metal=sn", "-f", "csv").out)))
    assert {row["system"] for row in rows} == {"Na-Sn"}
    by_phase = {row["phase"]: row for row in rows}
    assert set(by_phase["Na15Sn4"]["claimed_by"].split("; ")) == {"[23]", "[34]"}
    assert "Inorganic Crystal Structure" in by_phase["Na15Sn4"]["structures"]
    assert (by_phase["Na5Sn"]["sound"], by_phase["Na5Sn"]["claimed_by"]) == ("0", "[34]")
    assert (by_phase["NaSn5"]["sound"], by_phase["NaSn5"]["weak"]) == ("0", "1")


@pytest.mark.parametrize("option", ["--report", "--unlinked", "--phases"])
def test_the_tables_keep_their_form_on_a_terminal_of_80_columns(run, option):
    lines = run("link", option).out.splitlines()
    assert set(lines[1]) == {"─", " "}
    assert max(map(len, lines)) <= 80
