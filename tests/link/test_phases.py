"""Phases that texts claim beside those that are known, and the tables of `sodiokg link` on a narrow terminal."""

from __future__ import annotations

import csv
import io

import pytest

from sodiokg.cli import main
from sodiokg.link.lookups import keep
from sodiokg.link.outcomes import Database, Inquiry, Outcome, Record
from sodiokg.names import substance_iri

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
    assert rows["NaIn"]["claimed_by"] == "note [2]; sodiophilicity-digest [44]"


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


def asked(phase, status, database="a database", remark=""):
    inquiry = Inquiry(substance_iri(phase), phase, phase, phase)
    record = Record(
        "x-1", Database("optimade-a", database, "OPTIMADE_A", "http://127.0.0.1/v1/structures/"), "narrow", formula=phase
    )
    records = (record,) if status == "found" else ()
    return Outcome(inquiry, "optimade", database, status, records, f"asked for {phase}", "2026-05-31", remark)


def test_what_services_answered_decides_on_claimed_phases_and_silence_does_not(run, tmp_path):
    (tmp_path / "note.md").write_text(TEXT, encoding="utf-8")
    run("add", str(tmp_path / "note.md"))
    some = [asked("NaAlO2", "not reached"), asked("NaSn7", "differs", remark="there is NaSn6"), asked("Na2S", "found")]
    keep([*some, asked("NaSn7", "not reached", "another database")])
    rows = {row["phase"]: row for row in csv.DictReader(io.StringIO(run("link", "--phases", "-f", "csv").out))}
    assert (rows["sodium sulfide"]["verdict"], rows["sodium sulfide"]["reason"]) == ("exists", "a database")
    assert rows["NaSn7"]["verdict"] == "composition differs"
    assert "a database: there is NaSn6" in rows["NaSn7"]["reason"]
    assert (rows["beta-NaAlO2"]["verdict"], rows["beta-NaAlO2"]["reason"]) == ("not asked", "a database: not reached")


def test_an_audit_objects_to_a_phase_that_databases_that_answered_do_not_have(tmp_path, run, capsys):
    (tmp_path / "note.md").write_text(TEXT, encoding="utf-8")
    before = run("audit", str(tmp_path / "note.md"), "--select", "CHE09", "-f", "csv").out
    keep([asked("NaSn7", "none"), asked("NaSn7", "not reached", "another database"), asked("NaIn", "none")])
    after = run("audit", str(tmp_path / "note.md"), "--select", "CHE09", "-f", "csv").out
    assert "CHE09" not in before
    assert "no structure of NaSn7 is held by any database that answered (a database)" in after
    assert "another database" not in after
    assert "structure of NaIn" not in after
