"""The look-up of references: what is accepted, and that a service in trouble is told as such, in time, and never kept.

The server on loopback replays the documented shape of Crossref's answers; every reference and record is invented.
"""

from __future__ import annotations

import json
import re
import time
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from matching import cases, figures, outcomes, record, works
from service import GOOD, MISBEHAVIOURS, reply, service

from sodiokg.cli import main
from sodiokg.errors import EndpointError, UsageError
from sodiokg.link.cache import Cache
from sodiokg.link.client import Client, Manners
from sodiokg.link.crossref import FIELDS, is_work_list, judged, looked_up
from sodiokg.model import Reference

SWIFT = Manners(seconds=0.7, pause=0.0, patience=0.3, tries=2, largest=2**20)


def reference(number=1, journal="Adv. Energy Mater.", name="Müller", year=2020, volume="10", pages="1901-1910"):
    title = f"Invented wetting of a ceramic by sodium, part {number}"
    return Reference(number, "", (f"{name}, A.", "Poe, E."), title, journal, year, volume, pages)


def client(address, folder, **options):
    return Client("crossref", address, Cache("crossref", folder), SWIFT, is_answer=is_work_list, **options)


def test_precision_and_recall_on_a_replayed_set_of_near_misses(record_property):
    """Every shipped reference in every way of writing its record, among records that are nearly it; `matching.py` prints the figures."""
    told = outcomes()
    precision, recall, whole = figures(told)
    record_property("precision", precision)
    record_property("recall", recall)
    assert precision >= 0.999
    assert recall >= 0.78
    assert whole >= 0.99
    assert {kind for kind, count in told.items() if count["wrong"]} == set()
    assert sum(count.total() for count in told.values()) > 2000


def test_references_are_matched_over_http_and_again_from_what_was_kept(tmp_path):
    kinds = (
        "title in capitals",
        "near miss: preprint",
        "online in the year before",
        "near miss: correction under the same number",
    )
    some = [case for case in cases() if case.kind == kinds[case.reference.number % 4]]

    def behave(request):
        words = parse_qs(urlsplit(request.path).query)["query.bibliographic"][0]
        reply(works(*next(case for case in some if case.reference.title[:40] in words).records))(request)

    asked = [case.reference for case in some]
    with service(behave) as (address, _):
        found = list(looked_up(asked, client(address, tmp_path)))
    assert list(looked_up(asked, client(address, tmp_path, offline=True))) == found
    assert [match.doi for match in found] == [case.right for case in some]


@pytest.mark.parametrize("title", ["Comment on wetting", "Corrigendum"])
def test_a_notice_that_is_cited_as_such_is_accepted(title):
    cited = replace(reference(), title=title)
    assert judged(cited, works(record(cited))).status == "accepted"


def test_a_retracted_work_is_accepted_and_said_to_be_retracted():
    match = judged(reference(), works(record(reference(), title=[f"RETRACTED: {reference().title}"])))
    assert (match.status, match.remark) == ("accepted", "retracted")


@pytest.mark.parametrize("field", FIELDS)
def test_a_record_that_differs_in_one_field_is_near_and_says_in_which(field):
    wrong = {
        "journal": {"container-title": ["Advanced Materials"]},
        "year": {"issued": {"date-parts": [[None]]}},
        "volume": {"volume": "11"},
        "page": {"page": "1902-1910"},
        "author": {"author": [{"family": "Muller-Smith"}]},
    }
    match = judged(reference(), works(record(reference(), **wrong[field])))
    assert (match.status, match.doi, match.differs, match.score) == ("near", "", (field,), 0.8)


def test_two_records_that_agree_in_all_are_ambiguous():
    both = works(record(reference()), record(reference(), DOI="10.9999/twin"))
    match = judged(reference(), both)
    assert (match.status, match.doi) == ("ambiguous", "")
    assert "10.9999/twin" in match.remark


@pytest.mark.parametrize(
    "item",
    [
        {"DOI": 7},
        {"DOI": "10.9999/x<script>"},
        {"DOI": "10.9999/x", "author": "Müller", "issued": [], "container-title": "A", "page": 5, "title": None, "volume": []},
        {"DOI": "10.9999/x", "author": [{"family": ["Müller"]}], "issued": {"date-parts": [[]]}},
        "10.9999/x",
        None,
    ],
)
def test_a_record_of_a_changed_form_is_no_match(item):
    assert judged(reference(), works(item)).status == "none"


def test_an_entry_that_prints_too_little_is_not_asked_for(tmp_path):
    with service(reply(GOOD)) as (address, came):
        (match,) = looked_up([reference(volume="")], client(address, tmp_path))
    assert (match.status, match.differs, came) == ("incomplete", ("volume",), [])


def test_an_empty_answer_is_none_and_is_kept_with_its_day(tmp_path):
    with service(reply(GOOD)) as (address, came):
        (first,) = looked_up([reference()], client(address, tmp_path))
        (again,) = looked_up([reference()], client(address, tmp_path))
        (fresh,) = looked_up([reference()], client(address, tmp_path, refresh=True))
    assert [one.status for one in (first, again, fresh)] == ["none"] * 3
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", again.date)
    assert len(came) == 2
    (offline,) = looked_up([reference()], client(address, tmp_path, offline=True))
    (unknown,) = looked_up([reference(2)], client(address, tmp_path, offline=True))
    assert (offline.status, unknown.status) == ("none", "not asked")


def test_a_service_is_asked_with_a_name_and_with_pauses(tmp_path):
    manners = Manners(seconds=5, pause=0.2)
    with service(reply(GOOD)) as (address, came):
        slow = Client("crossref", address, Cache("crossref", tmp_path), manners, is_answer=is_work_list)
        begin = time.monotonic()
        list(looked_up([reference(1), reference(2), reference(3)], slow))
        assert time.monotonic() - begin > 0.35
    assert all(request.headers["User-Agent"].startswith("sodiokg/") for request in came)
    assert parse_qs(urlsplit(came[0].path).query)["rows"] == ["5"]


def test_a_busy_service_is_asked_again_after_the_pause_that_it_wants(tmp_path):
    replies = iter([reply({}, 429, Retry_After="1"), reply(works(record(reference())))])
    manners = Manners(seconds=5, pause=0.0)
    with service(lambda request: next(replies)(request)) as (address, came):
        begin = time.monotonic()
        patient = Client("crossref", address, Cache("crossref", tmp_path), manners, is_answer=is_work_list)
        (match,) = looked_up([reference()], patient)
        assert time.monotonic() - begin > 0.9
    assert (match.status, match.doi, len(came)) == ("accepted", "10.9999/right.1", 2)


def test_there_are_misbehaviours_enough():
    assert len(MISBEHAVIOURS) >= 25


@pytest.mark.parametrize("name", MISBEHAVIOURS)
def test_a_service_that_misbehaves_is_not_reached_in_time_and_nothing_is_kept(tmp_path, name):
    with service(MISBEHAVIOURS[name]) as (address, _):
        begin = time.monotonic()
        (match,) = looked_up([reference()], client(address, tmp_path))
        assert time.monotonic() - begin < 4
    assert match.status == "not reached"
    assert match.remark.startswith(("crossref ", "the service leads to another host"))
    assert list(tmp_path.rglob("*.json")) == []


@pytest.mark.parametrize("address", ["http://127.0.0.1:9", "https://127.0.0.1:{port}"])
def test_a_port_without_a_service_and_one_without_tls_are_not_reached(tmp_path, address):
    with service(reply(GOOD)) as (there, _):
        (match,) = looked_up([reference()], client(address.format(port=there.rpartition(":")[2]), tmp_path))
    assert match.status == "not reached"


def test_a_service_that_fails_in_a_row_is_left_alone_and_the_run_resumed_later(tmp_path):
    many = [reference(number) for number in range(1, 9)]
    replies = iter([reply(GOOD), *[reply({}, 404)] * 3])
    with service(lambda request: next(replies)(request)) as (address, came):
        found = list(looked_up(many, client(address, tmp_path)))
        assert len(came) == 4
        assert [match.status for match in found] == ["none"] + ["not reached"] * 7
        replies = iter([reply(works(record(one))) for one in many[1:]])
        found = list(looked_up(many, client(address, tmp_path)))
    assert [match.status for match in found] == ["none"] + ["accepted"] * 7
    assert len(came) == 11


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"url": 1}', '{"url": "x", "date": "", "body": {}}'])
def test_a_damaged_file_of_the_cache_is_asked_for_again(tmp_path, damage):
    with service(reply(works(record(reference())))) as (address, came):
        list(looked_up([reference()], client(address, tmp_path)))
        (kept,) = tmp_path.rglob("*.json")
        kept.write_text(damage)
        (match,) = looked_up([reference()], client(address, tmp_path))
    assert (match.status, len(came)) == ("accepted", 2)
    assert json.loads(kept.read_text())["body"]["status"] == "ok"


@pytest.mark.parametrize("address", ["file:///etc/passwd", "crossref", "ftp://127.0.0.1/"])
def test_an_address_that_is_no_web_address_is_refused(tmp_path, address):
    with pytest.raises(UsageError, match="http or https"):
        client(address, tmp_path)


def test_the_client_raises_where_it_is_used_alone(tmp_path):
    with service(reply({}, 500)) as (address, _), pytest.raises(EndpointError, match="answered 500"):
        client(address, tmp_path).get("works", {})


def test_the_command_tells_what_was_found_and_how_the_service_was(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("SODIOKG_HOME", str(tmp_path / "home"))
    paper = tmp_path / "paper.md"
    entry = "1. Müller, A.; Poe, E. Invented wetting of a ceramic by sodium. Adv. Energy Mater. 2020, 10, 1901-1910.\n"
    paper.write_text(f"# A\n\nTin helps [1].\n\n## References\n\n{entry}", encoding="utf-8")
    with service(reply(works(record(reference())))) as (address, _):
        words = ["link", "--to", "crossref", str(paper), "--endpoint", f"crossref={address}", "--pause", "0.01", "-f", "csv"]
        assert main(words) == 0
    told = capsys.readouterr()
    assert "1,Müller et al. 2020,accepted,10.9999/right.1,1.0,0.9" in told.out
    assert "crossref: 1 requests; 1 accepted" in told.err
    assert main([*words, "--offline"]) == 0
    assert "accepted" in capsys.readouterr().out
    assert main([*words, "--refresh"]) == 6
    assert "not reached" in capsys.readouterr().out
    assert main([*words, "--refresh", "--offline"]) == 2


def test_accepted_dois_are_proposed_as_rows_that_join_studies_once_a_person_has_reviewed_them(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("SODIOKG_HOME", str(tmp_path / "home"))
    entry = "1. Müller, A.; Poe, E. Invented wetting of a ceramic by sodium. Adv. Energy Mater. {}, 10, 1901-1910."
    one, two = tmp_path / "one.md", tmp_path / "two.md"
    one.write_text(f"# A\n\nTin helps [1].\n\n## References\n\n{entry.format(2020)}\n", encoding="utf-8")
    other = f"{entry.format(2021)} https://doi.org/10.9999/RIGHT.1"
    two.write_text(f"# B\n\nTin helped Müller et al. [1].\n\n## References\n\n{other}\n", encoding="utf-8")
    table = tmp_path / "aliases.tsv"
    with service(reply(works(record(reference())))) as (address, _):
        asked = [
            "link",
            "--to",
            "crossref",
            str(one),
            "--endpoint",
            f"crossref={address}",
            "--propose",
            "-f",
            "tsv",
            "-o",
            str(table),
        ]
        assert main(asked) == 0
    assert "put in who reviewed it" in capsys.readouterr().err
    built = ["build", str(one), str(two), "-o", str(tmp_path / "g.trig"), "-f", "csv"]
    assert main(built) == 3
    assert "nobody has reviewed the row" in capsys.readouterr().err
    table.write_text(table.read_text(encoding="utf-8").replace("\t\tCrossref", "\tJ. Park\tCrossref"), encoding="utf-8")
    assert main(built) == 0
    assert "studies,1" in capsys.readouterr().out
    assert main(["link", "--propose"]) == 2
