"""The look-up of references: what is accepted, and that a service in trouble is told as such, in time, and never kept.

The server on loopback replays the documented shape of Crossref's answers; every reference and record is invented.
"""

from __future__ import annotations

import json
import random
import re
import time
from urllib.parse import parse_qs, urlsplit

import pytest
from service import GOOD, MISBEHAVIOURS, reply, service

from sodiokg.cli import main
from sodiokg.errors import EndpointError, UsageError
from sodiokg.link.cache import Cache
from sodiokg.link.client import Client, Manners
from sodiokg.link.crossref import FIELDS, is_work_list, judged, looked_up
from sodiokg.model import Reference

SWIFT = Manners(seconds=0.7, pause=0.0, patience=0.3, tries=2, largest=2**20)
JOURNALS = {
    "Adv. Energy Mater.": "Advanced Energy Materials",
    "ACS Appl. Mater. Interfaces": "ACS Applied Materials &amp; Interfaces",
    "J. Mater. Chem. A": "Journal of Materials Chemistry A",
    "Angew. Chem. Int. Ed.": "Angewandte Chemie International Edition",
    "Nat. Commun.": "Nature Communications",
    "Energy Storage Mater.": "Energy Storage Materials",
    "Nano Energy": "Nano Energy",
}
OTHERS = {"Adv. Energy Mater.": "Advanced Materials", "J. Mater. Chem. A": "Journal of Materials Chemistry B"}
NAMES = ("Müller", "O'Neil", "García", "Novák", "van Dorn", "Li", "Ødegård")


def reference(number=1, journal="Adv. Energy Mater.", name="Müller", year=2020, volume="10", pages="1901-1910"):
    title = f"Invented wetting of a ceramic by sodium, part {number}"
    return Reference(number, "", (f"{name}, A.", "Poe, E."), title, journal, year, volume, pages)


def record(one, **other):
    """Return what Crossref would have of a reference, with some fields another way."""
    told = {
        "DOI": f"10.9999/invented.{one.number}",
        "title": [one.title],
        "author": [
            {"given": "A.", "family": one.surname, "sequence": "first"},
            {"given": "E.", "family": "Poe", "sequence": "additional"},
        ],
        "container-title": [JOURNALS[one.journal]],
        "volume": one.volume,
        "page": one.pages,
        "issued": {"date-parts": [[one.year, 4]]},
    }
    return {name: value for name, value in {**told, **other}.items() if value is not None}


def works(*records):
    return {**GOOD, "message": {"total-results": len(records), "items": list(records)}}


def client(address, folder, **options):
    return Client("crossref", address, Cache("crossref", folder), SWIFT, is_answer=is_work_list, **options)


def near_misses(one, chance):
    """Yield records that differ from a reference in one thing that matters: another paper of the group, the next volume, a reprint."""
    yield record(one, DOI="10.9999/near.year", issued={"date-parts": [[one.year + 1]]})
    yield record(one, DOI="10.9999/near.volume", volume=str(int(one.volume) + 1))
    yield record(one, DOI="10.9999/near.page", page=str(int(one.pages.split("-")[0]) + chance.randint(1, 9)))
    yield record(one, DOI="10.9999/near.author", author=[{"family": "Smith", "sequence": "first"}, {"family": one.surname}])
    yield record(one, DOI="10.9999/near.journal", **{"container-title": [OTHERS.get(one.journal, "Journal of Something Else")]})
    yield record(one, DOI="10.9999/near.lacking", volume=None)
    yield record(one, DOI="not a doi")


def in_other_words(one, chance):
    """Return the right record as services write it: with accents lost, an article number, a short title, an online year."""
    return chance.choice(
        [
            record(one),
            record(one, page=None, **{"article-number": one.pages.split("-")[0]}),
            record(one, **{"container-title": [], "short-container-title": [one.journal]}),
            record(one, issued={"date-parts": [[one.year - 1, 12]]}, **{"published-print": {"date-parts": [[one.year, 1]]}}),
            record(one, DOI=f"10.9999/INVENTED.{one.number}"),
            record(one, title=[one.title.upper()]),
        ]
    )


def test_precision_and_recall_on_replayed_answers_with_near_misses(tmp_path, record_property):
    """140 references, 70 of them with their record among near misses, 70 with near misses alone; asked over HTTP as in earnest."""
    chance = random.Random(7)
    journals = list(JOURNALS)
    asked = [
        reference(n, journals[n % 7], NAMES[n % 6], 2010 + n % 12, str(5 + n % 40), f"{1000 + n}-{1009 + n}") for n in range(140)
    ]
    answers = {}
    for one in asked:
        records = list(near_misses(one, chance))
        if one.number % 2:
            records[chance.randrange(len(records))] = in_other_words(one, chance)
        chance.shuffle(records)
        # The service gives five records a page; the right one is among them, where it stands at all.
        records.sort(key=lambda item: "invented" not in item["DOI"].lower())
        page = records[:5]
        chance.shuffle(page)
        answers[str(one.number)] = works(*page)

    def behave(request):
        words = parse_qs(urlsplit(request.path).query)["query.bibliographic"][0]
        reply(answers[re.search(r"part (\d+)", words)[1]])(request)

    with service(behave) as (address, _):
        found = list(looked_up(asked, client(address, tmp_path)))
    accepted = {match.number: match.doi for match in found if match.status == "accepted"}
    right = {number for number, doi in accepted.items() if doi == f"10.9999/invented.{number}" and number % 2}
    precision, recall = len(right) / len(accepted), len(right) / 70
    record_property("precision", precision)
    record_property("recall", recall)
    assert (precision, recall) == (1.0, 1.0)
    assert {match.status for match in found if match.number % 2 == 0} == {"near"}


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
    assert (match.status, match.doi, len(came)) == ("accepted", "10.9999/invented.1", 2)


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
        words = ["link", "--to", "crossref", str(paper), "--service", address, "--pause", "0.01", "-f", "csv"]
        assert main(words) == 0
    told = capsys.readouterr()
    assert "1,Müller et al. 2020,accepted,10.9999/invented.1,1.0,0.9" in told.out
    assert "crossref: 1 requests; 1 accepted" in told.err
    assert main([*words, "--offline"]) == 0
    assert "accepted" in capsys.readouterr().out
    assert main([*words, "--refresh"]) == 6
    assert "not reached" in capsys.readouterr().out
    assert main([*words, "--refresh", "--offline"]) == 2
