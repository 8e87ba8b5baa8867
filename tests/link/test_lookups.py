"""What is kept of lookups: tables and a graph that later runs, questions and checks read; and the command that makes them."""

from __future__ import annotations

import _thread
import csv
import json
import sys
from dataclasses import replace

import pytest
from servers import optimade_server, structures
from service import reply, service

from sodiokg.cli import main
from sodiokg.cli.lookups import SERVICES as NAMED
from sodiokg.errors import SourceError, UsageError
from sodiokg.graph.links import LOOKUPS, read_links
from sodiokg.graph.store import lookups_graph, open_graph
from sodiokg.graph.validation import validate
from sodiokg.link.coverage import entries
from sodiokg.link.inquiries import cited_studies, substances
from sodiokg.link.lookups import keep, lookups_folder, read_lookups
from sodiokg.link.outcomes import STATUSES, Database, Inquiry, Outcome, Record
from sodiokg.link.services import SERVICES
from sodiokg.model import Reference

COD = Database("optimade-cod", "cod", "OPTIMADE_COD", "http://127.0.0.1:1/v1/structures/")
PHASE = Inquiry("https://w3id.org/sodiokg/id/substance/NaIn", "NaIn", "NaIn", "NaIn")
FOUND = Outcome(
    PHASE,
    "optimade",
    "cod",
    "found",
    (Record("a/1", COD, "narrow", 'a "label"\twith\nbreaks', "InNa", "P1"),),
    "a filter",
    "2026-01-02",
)


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("SODIOKG_HOME", str(tmp_path / "home"))


def statuses():
    return {(lookup.label, lookup.database): (lookup.status, lookup.date) for lookup in read_lookups()}


def test_what_is_found_is_kept_as_sssom_as_a_row_and_in_a_graph_of_its_own():
    keep([FOUND])
    (link,) = read_links(lookups_folder() / "optimade-cod.sssom.tsv")
    assert (link.object_id, link.record) == ("OPTIMADE_COD:a%2F1", "http://127.0.0.1:1/v1/structures/a%2F1")
    assert (link.match, link.mapping_date, link.space_group) == ("narrow", "2026-01-02", "P1")
    assert link.object_label == 'a "label" with breaks'
    (lookup,) = read_lookups()
    assert (lookup.status, lookup.records, lookup.asked) == ("found", link.record, "a filter")


def test_what_is_kept_is_the_same_whatever_the_order():
    other = replace(FOUND, database="aflow", records=(), status="none")
    keep([FOUND, other])
    first = {path.name: path.read_bytes() for path in [*lookups_folder().iterdir(), lookups_graph()]}
    keep([other])
    keep([FOUND])
    assert {path.name: path.read_bytes() for path in [*lookups_folder().iterdir(), lookups_graph()]} == first


@pytest.mark.parametrize("status", STATUSES)
def test_a_later_answer_takes_the_place_of_an_older_one_and_a_failure_does_not(status):
    keep([FOUND])
    keep([replace(FOUND, status=status, records=(), date="2026-02-03")])
    answered = status in {"found", "differs", "none"}
    assert statuses() == {("NaIn", "cod"): (status, "2026-02-03") if answered else ("found", "2026-01-02")}
    assert len(read_links(lookups_folder() / "optimade-cod.sssom.tsv")) == (0 if answered else 1)


def test_what_was_not_reached_says_so_until_it_is_answered():
    for status, then in (("not asked", "not asked"), ("not reached", "not reached"), ("partial", "partial"), ("none", "none")):
        keep([replace(FOUND, status=status, records=())])
        assert statuses()["NaIn", "cod"][0] == then


def test_a_looked_up_substance_counts_as_linked_and_is_asked_by_the_keys_that_were_found():
    inchikey = Database("inchikey", "InChIKey", "INCHIKEY", "http://127.0.0.1:2/")
    assert substances(open_graph(), ["NaIn"])[0].inchikeys == ()
    keep([replace(FOUND, records=(*FOUND.records, Record("A-KEY", inchikey, "close"), Record("NO-KEY", inchikey, "related")))])
    assert substances(open_graph(), ["NaIn"])[0].inchikeys == ("A-KEY",)
    (entry,) = (one for one in entries(open_graph()) if one.key == "NaIn")
    assert entry.databases == {"cod", "InChIKey"}


def test_the_question_for_links_shows_what_was_found_with_its_day(capsys):
    keep([FOUND])
    assert main(["query", "63", "substance=NaIn", "-f", "json"]) == 0
    assert "OPTIMADE_COD:a%2F1" in capsys.readouterr().out


def test_a_study_is_kept_without_a_link_of_a_substance_and_all_keeps_the_shapes():
    reference = Reference(7, "", ("Poe, E.",), "T", "Nano Energy", 2019, "62", "718", doi="10.9999/ABC")
    (study,) = cited_studies([reference], {})
    assert (study.doi, study.about.rsplit("/", 1)[1]) == ("10.9999/abc", "ne-2019-62-718")
    wikidata = Database("wikidata", "Wikidata", "WIKIDATA", "http://www.wikidata.org/entity/")
    keep([Outcome(study, "wikidata", "Wikidata", "found", (Record("Q1", wikidata, "exact"),), date="2026-01-02")])
    assert [path.name for path in lookups_folder().iterdir() if path.suffix == ".tsv"] == ["lookups.tsv"]
    assert read_lookups()[0].records == "http://www.wikidata.org/entity/Q1"
    # The one validation here, of substances and studies alike.
    keep([FOUND, replace(FOUND, database="aflow", status="not reached", records=(), date="")])
    store = open_graph()
    assert len(list(store.quads_for_pattern(None, None, None, LOOKUPS))) > 25
    assert [finding for finding in validate(store) if finding.severity == "violation"] == []


@pytest.mark.parametrize(("old", "new"), [("found", "perhaps"), ("\t", " "), ("about\t", "aboot\t")])
def test_a_damaged_table_of_lookups_is_named_with_its_line_and_left(old, new):
    keep([FOUND])
    path = lookups_folder() / "lookups.tsv"
    damaged = path.read_text().replace(old, new, 1)
    path.write_text(damaged)
    with pytest.raises(SourceError, match="no row of lookups") as caught:
        keep([FOUND])
    assert caught.value.where.startswith(str(path))
    assert path.read_text() == damaged


def test_a_damaged_graph_of_lookups_says_how_to_make_it_again(capsys):
    keep([FOUND])
    lookups_graph().write_text("<a> <b> .")
    assert main(["query", "63"]) == 7
    assert "sodiokg link" in capsys.readouterr().err


def test_substances_are_found_by_key_label_and_formula_and_an_unknown_one_is_told():
    quads = list(open_graph())
    assert [one.key for one in substances(quads, ["tin", "na15sn4", "Na3Zr2Si2PO12"])] == ["Na15Sn4", "Sn", "nzsp"]
    assert 60 < len(substances(quads)) < len(substances(quads, ["all"]))
    with pytest.raises(UsageError, match="no substance is called 'Na15Sn5'") as caught:
        substances(quads, ["Na15Sn5"])
    assert "na15sn4" in caught.value.mend


# The command


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    with optimade_server(structures(["Na15Sn4", "NaSn", "NaAlO2"]), tmp_path_factory.mktemp("optimade")) as address:
        yield address


def command(*words):
    return ["link", "--pause", "0.01", *words]


def test_the_grammar_and_the_clients_name_the_same_services():
    assert {"crossref", *SERVICES} == set(NAMED)


def test_the_command_asks_several_services_and_tells_how_each_was(served, capsys):
    pug = reply({"PropertyTable": {"Properties": [{"CID": 5, "MolecularFormula": "Na15Sn4", "InChIKey": "K"}]}})
    with service(pug) as (address, _):
        words = command("--to", "optimade,pubchem", "--substance", "Na15Sn4", "--substance", "NaIn", "-f", "json")
        places = ["--endpoint", f"optimade={served}", "--endpoint", f"pubchem={address}"]
        assert main([*words, *places]) == 0
        told = capsys.readouterr()
        rows = json.loads(told.out)
        assert [(row["about"], row["service"], row["status"]) for row in rows] == [
            ("Na15Sn4", "optimade", "found"),
            ("NaIn", "optimade", "none"),
            ("Na15Sn4", "pubchem", "found"),
            ("NaIn", "pubchem", "differs"),
        ]
        assert "optimade: 3 requests; 1 found, 1 none" in told.err
        assert main([*words, *places, "--offline"]) == 0
        assert json.loads(capsys.readouterr().out) == rows
    assert main([*words, *places, "--refresh"]) == 6
    assert [row["status"] for row in json.loads(capsys.readouterr().out)][2:] == ["not reached"] * 2
    # What was answered before is still what is known.
    assert {status for status, _ in statuses().values()} == {"found", "none", "differs"}


def test_the_phases_that_texts_claim_are_held_against_what_was_looked_up(served, capsys):
    def verdicts():
        assert main(["link", "--phases", "-f", "json"]) == 0
        told = {row["phase"]: row["verdict"] for row in json.loads(capsys.readouterr().out)}
        return told["beta-NaAlO2"], told["sodium sulfide"]

    assert verdicts() == ("not asked", "not asked")
    words = command("--to", "optimade", "--substance", "NaAlO2", "--substance", "Na2S", "--endpoint")
    assert main([*words, "optimade=http://127.0.0.1:9"]) == 6
    capsys.readouterr()
    assert verdicts() == ("not asked", "not asked")
    assert main([*words, f"optimade={served}"]) == 0
    capsys.readouterr()
    assert verdicts() == ("exists", "nothing found")


def test_what_came_before_an_interruption_is_kept_and_the_next_run_goes_on_there(capsys):
    came = []

    def behave(request):
        came.append(request.path)
        if len(came) == 2:
            _thread.interrupt_main()
        reply({"Fault": {"Code": "PUGREST.NotFound"}}, 404)(request)

    with service(behave) as (address, _):
        words = command("--to", "pubchem", "--substance", "NaSn", "--substance", "NaSn2", "--endpoint", f"pubchem={address}")
        assert main(words) == 130
        assert list(statuses()) == [("NaSn", "PubChem")]
        assert main(words) == 0
    assert list(statuses()) == [("NaSn", "PubChem"), ("NaSn2", "PubChem")]
    assert came.count(came[0]) == 1


def test_the_summary_fits_eighty_columns_and_tells_silence_from_nothing(served, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("MP_API_KEY", "key")
    places = ["--endpoint", f"optimade={served}", *("--endpoint", "materials-project=http://127.0.0.1:9")]
    things = [word for name in ("Na15Sn4", "Na5Sn", "NaIn", "PbOx") for word in ("--substance", name)]
    assert main(command("--to", "optimade,materials-project", "--summary", *places, *things)) == 6
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["service", "found", "differs", "none", "partial", "unreached", "unasked"]
    assert max(map(len, lines)) <= 80
    counted = {cells[0]: list(map(int, cells[1:])) for line in lines[2:] if len(cells := line.split()) == 7}
    assert counted["materials-project"] == [0, 0, 0, 0, 3, 1]
    assert main([*command("--to", "optimade", "--summary", *places, *things), "-f", "csv"]) == 0
    (first, *_) = csv.DictReader(capsys.readouterr().out.splitlines())
    assert first["service"].startswith("optimade")


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["--to", "pubmed"], 2, "no service is called 'pubmed'"),
        (["--to", "pubchem", "--endpoint", "http://a"], 2, "SERVICE=URL"),
        (["--to", "pubchem", "--endpoint", "pubchem=ftp://a", "--substance", "Na"], 2, "http or https"),
        (["--to", "materials-project"], 2, "set MP_API_KEY"),
        (["--to", "pubchem", "--substance", "kryptonite"], 2, "no substance is called"),
        (["--to", "pubchem", "--offline", "--refresh"], 2, "leave one of them out"),
        (["--to", "optimade", "--provider", "nobody"], 2, "no OPTIMADE provider is called 'nobody'"),
        (["--to", "pubchem", "--propose"], 2, "--to crossref alone"),
    ],
)
def test_what_cannot_be_asked_is_told_with_what_to_do_and_nothing_is_written(monkeypatch, capsys, words, code, says):
    monkeypatch.delenv("MP_API_KEY", raising=False)
    try:
        told = main(command(*words))
    except SystemExit as left:
        told = left.code
    assert (told, says in capsys.readouterr().err) == (code, True)
    assert not lookups_graph().exists()


def test_without_the_package_optimade_says_what_to_install(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "optimade.client", None)
    assert main(command("--to", "optimade", "--substance", "Na")) == 9
    assert "pip install 'sodiokg[link]'" in capsys.readouterr().err


def test_crossref_beside_other_services_lends_its_dois_to_wikidata(tmp_path, capsys):
    paper = tmp_path / "paper.md"
    entry = "1. Poe, E.; Roe, A. Invented wetting of a ceramic by sodium. Nano Energy 2019, 62, 718-725.\n"
    paper.write_text(f"# A\n\nTin helps [1].\n\n## References\n\n{entry}", encoding="utf-8")
    item = {
        "DOI": "10.9999/Invented",
        "title": ["Invented wetting of a ceramic by sodium"],
        "author": [{"family": "Poe", "sequence": "first"}],
        "container-title": ["Nano Energy"],
        "volume": "62",
        "page": "718-725",
        "issued": {"date-parts": [[2019]]},
    }
    works = reply({"status": "ok", "message": {"items": [item]}})
    rows = reply({"results": {"bindings": [{"item": {"value": "http://www.wikidata.org/entity/Q5"}}]}})
    with service(works) as (crossref, _), service(rows) as (wikidata, _):
        places = ["--endpoint", f"crossref={crossref}", "--endpoint", f"wikidata={wikidata}"]
        assert main(command("--to", "crossref,wikidata", str(paper), "--substance", "Na15Sn4", "-f", "csv", *places)) == 0
    told = capsys.readouterr().out
    assert "doi:10.9999%2Finvented" in told
    assert "DOI 10.9999/INVENTED" in told
    assert "Na15Sn4,wikidata,Wikidata,not asked" in told
