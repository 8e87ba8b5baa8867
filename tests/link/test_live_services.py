"""Four live services: what each finds, and that one in trouble is told as such, in time, and never kept.

OPTIMADE and SPARQL are asked of real servers; PubChem and the Materials Project of a server on loopback that replays their documented
shapes. Every record is invented but for those whose source the shipped tables name.
"""

from __future__ import annotations

import itertools
import json
import re
import time
from dataclasses import replace
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from servers import optimade_server, phases, sparql_server, structures, wikidata_store
from service import MISBEHAVIOURS, reply, service

from sodiokg.errors import EndpointError, UsageError
from sodiokg.graph.store import open_graph
from sodiokg.link.cache import Cache
from sodiokg.link.client import Client, Manners
from sodiokg.link.inquiries import substances
from sodiokg.link.outcomes import Inquiry
from sodiokg.link.services import SERVICES, Task, addresses

# Patient enough for a machine that does much else, where an answer will come; hasty where none will.
CALM = Manners(seconds=30, patience=0.3, tries=2, largest=2**20)
HASTY = replace(CALM, seconds=0.6)
KEY = "secret-of-a-person"
SALT = Inquiry("https://w3id.org/sodiokg/id/substance/X2Y", "Na2S", "sodium sulfide", "Na2S", ("1313-82-2",))


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("SODIOKG_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("MP_API_KEY", KEY)


def look_up(name, address, *things, studies=(), manners=CALM, **options):
    """Return what came of asking one service about some things, without pauses."""
    task = Task(things or [SALT], studies, [address] if address else [], manners=manners, pause=0.0, **options)
    return list(task.run(name))


def one(*told, **options):
    (outcome,) = look_up(*told, **options)
    return outcome


def kept(tmp_path):
    return list((tmp_path / "home" / "cache").rglob("*.json"))


def substance(formula, **other):
    return Inquiry(f"https://w3id.org/sodiokg/id/substance/{formula}", formula, formula, formula, **other)


def page(*entries, following=None):
    """Return a page of OPTIMADE entries: (identifier, reduced formula)."""
    data = [{"id": name, "type": "structures", "attributes": {"chemical_formula_reduced": formula}} for name, formula in entries]
    return {"data": data, "meta": {"data_available": 100}, "links": {"next": following}}


def summary(*entries, total=None):
    """Return a page of the Materials Project's summaries: (identifier, formula)."""
    data = [{"material_id": name, "formula_pretty": formula, "symmetry": {"symbol": "Fm-3m"}} for name, formula in entries]
    return {"data": data, "meta": {"total_doc": len(data) if total is None else total}}


def properties(*rows):
    """Return a table of PubChem's: (CID, formula)."""
    told = [{"CID": cid, "MolecularFormula": formula, "Title": "a title", "InChIKey": f"KEY{cid}"} for cid, formula in rows]
    return {"PropertyTable": {"Properties": told}}


NOTHING = reply({"Fault": {"Code": "PUGREST.NotFound", "Message": "No CID found"}}, 404)
# What each service answers where all is well.
GOOD = {
    "optimade": page(("1", "Na2S")),
    "materials-project": summary(("mp-1", "Na2S")),
    "pubchem": properties((1, "Na2S")),
    "wikidata": {
        "head": {"vars": ["item"]},
        "results": {"bindings": [{"item": {"type": "uri", "value": "http://www.wikidata.org/entity/Q1"}}]},
    },
}


def test_every_service_has_a_good_answer_here():
    assert set(GOOD) == set(SERVICES)


@pytest.mark.parametrize("name", GOOD)
def test_a_good_answer_is_found_kept_with_its_day_and_not_asked_for_twice(tmp_path, name):
    with service(reply(GOOD[name])) as (address, came):
        first, again = one(name, address), one(name, address)
        assert len(came) == 1
        one(name, address, refresh=True)
        assert len(came) == 2
    assert first == again
    assert (first.status, len(kept(tmp_path))) == ("found", 1)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", first.date)
    assert one(name, address, offline=True) == first
    assert one(name, address, substance("Na3P", registry_numbers=("12058-85-4",)), offline=True).status == "not asked"


@pytest.mark.parametrize("name", GOOD)
@pytest.mark.parametrize("fault", MISBEHAVIOURS)
def test_a_service_that_misbehaves_is_not_reached_in_time_and_nothing_is_kept(tmp_path, name, fault):
    with service(MISBEHAVIOURS[fault]) as (address, _):
        begin = time.monotonic()
        outcome = one(name, address, manners=HASTY)
        assert time.monotonic() - begin < 8
    assert (outcome.status, outcome.records, outcome.date) == ("not reached", (), "")
    assert outcome.remark
    assert kept(tmp_path) == []


@pytest.mark.parametrize("name", GOOD)
@pytest.mark.parametrize("address", ["http://127.0.0.1:9", "https://127.0.0.1:{port}"], ids=["nobody", "no TLS"])
def test_a_port_without_a_service_and_one_without_tls_are_not_reached(name, address):
    with service(reply(GOOD[name])) as (there, _):
        outcome = one(name, address.format(port=there.rpartition(":")[2]))
    assert outcome.status == "not reached"


@pytest.mark.parametrize("name", GOOD)
def test_a_busy_service_is_asked_again_and_names_its_asker(name):
    replies = iter([reply({}, 503, Retry_After="0"), reply(GOOD[name])])
    with service(lambda request: next(replies)(request)) as (address, came):
        assert one(name, address).status == "found"
    assert [request.headers["User-Agent"].partition("/")[0] for request in came] == ["sodiokg"] * 2


@pytest.mark.parametrize("name", GOOD)
def test_a_service_is_left_alone_after_three_failures_and_the_run_resumed_later(name):
    # None of one element: a database of structures is asked for the neighbours of a composition as well.
    many = [substance(f"Na{number}S", registry_numbers=(f"{number}-00-0",)) for number in range(2, 10)]
    with service(reply({}, 500)) as (address, came):
        found = look_up(name, address, *many)
        assert [outcome.status for outcome in found] == ["not reached"] * 8
        assert "was not asked any more" in found[-1].remark
        assert len(came) == 3 * CALM.tries


FORMS = {
    "optimade": [
        {**page(("1", "Na2S")), "data": {"id": "1"}},
        {**page(), "data": [{"type": "structures"}]},
        {**page(), "data": [{"id": ["1"]}]},
        {**page(), "errors": [{"detail": "no"}]},
        {**page(), "links": None},
        {**page(), "meta": None},
    ],
    "materials-project": [
        {"data": []},
        {"data": [{"id": "mp-1"}], "meta": {"total_doc": 1}},
        summary(total=3),
        {"data": "no", "meta": {"total_doc": 0}},
    ],
    "pubchem": [
        {"PropertyTable": []},
        {"PropertyTable": {"Properties": [{"cid": 1}]}},
        {"PropertyTable": {"Properties": [{"CID": {"id": 1}}]}},
        {"Fault": {"Code": "PUGREST.ServerBusy"}},
        {"Fault": {"Code": "PUGREST.NotFound"}},
    ],
    "wikidata": [
        {"head": {}, "boolean": True},
        {"results": {"bindings": [{"item": {"value": "https://www.wikidata.org/wiki/Q1"}}]}},
        {"results": {"bindings": [{"item": {"value": "http://www.wikidata.org/entity/statement/Q1"}}]}},
        {"results": {"bindings": [{"thing": {"value": "http://www.wikidata.org/entity/Q1"}}]}},
        {"results": {"bindings": ["Q1"]}},
    ],
}


@pytest.mark.parametrize(("name", "body"), [(name, body) for name, bodies in FORMS.items() for body in bodies])
def test_an_answer_of_a_changed_form_is_no_answer(tmp_path, name, body):
    with service(reply(body)) as (address, _):
        outcome = one(name, address)
    assert (outcome.status, kept(tmp_path)) == ("not reached", [])
    assert "another form than documented" in outcome.remark


@pytest.mark.parametrize(
    ("name", "body", "written"),
    [
        ("materials-project", summary(("mp-1/r2scan:2", "Na2S")), "MP:mp-1%2Fr2scan%3A2"),
        ("materials-project", summary(("agm00123", "Na2S")), "MP:agm00123"),
        ("pubchem", properties(("CID-7", "Na2S")), "PUBCHEM:CID-7"),
    ],
)
def test_an_identifier_of_a_new_form_is_kept_as_it_is(name, body, written):
    with service(reply(body)) as (address, _):
        record = one(name, address).records[0]
    assert record.curie == written
    assert unquote(record.iri.removeprefix(record.database.namespace)) == record.identifier


# Databases of structures


def paged(pages, endless=None):
    """Answer with pages of OPTIMADE, each naming the next; with `endless`, give that page for ever."""

    def behave(request):
        number = int(parse_qs(urlsplit(request.path).query).get("page", ["0"])[0])
        told = endless if endless is not None else pages[number]
        if callable(told):
            told(request)
            return
        more = endless is not None or number + 1 < len(pages)
        host = f"http://{request.headers['Host']}"
        reply({**told, "links": {"next": f"{host}/v1/structures?page={number + 1}" if more else None}})(request)

    return behave


def test_pages_that_break_off_are_told_as_partial_and_resumed(tmp_path):
    pages = [page(("a", "Na2S")), reply({}, 500)]
    with service(paged(pages)) as (address, came):
        broken = one("optimade", address)
        assert (broken.status, [record.identifier for record in broken.records]) == ("partial", ["a"])
        assert "answered 500" in broken.remark
        assert len(kept(tmp_path)) == 1
        pages[1], before = page(("b", "Na2S"), ("c", "Na2S")), len(came)
        whole = one("optimade", address)
        assert len(came) == before + 1
    assert (whole.status, [record.identifier for record in whole.records]) == ("found", ["a", "b", "c"])


def test_a_partial_answer_without_the_composition_is_not_none():
    with service(paged([page(("a", "NaS")), reply(b"<html>", kind="text/html")])) as (address, _):
        assert one("optimade", address).status == "partial"


@pytest.mark.parametrize("name", ["optimade", "materials-project"])
def test_where_only_the_question_for_the_elements_fails_the_phase_is_not_told_as_missing(name):
    """The composition is not there; what else of its elements there is, nobody said."""
    empty = {"optimade": page(), "materials-project": summary()}[name]
    exact = ("filter=chemical_formula_reduced", "&formula=")

    def behave(request):
        (reply(empty) if any(word in unquote(request.path) for word in exact) else reply({}, 500))(request)

    with service(behave) as (address, _):
        outcome = one(name, address)
        assert (outcome.status, outcome.records) == ("partial", ())
        assert "not of this composition; of its elements:" in outcome.remark
        assert "answered 500" in outcome.remark
        assert one(name, address, substance("Na")).status == "none"
    assert one(name, address, offline=True).status == "partial"


def test_pages_without_end_are_left():
    with service(paged([], endless=page(("a", "Na2S")))) as (address, came):
        outcome = one("optimade", address)
    assert (outcome.status, len(came)) == ("partial", 40)
    assert "more than 40 pages" in outcome.remark


@pytest.mark.parametrize(("following", "says"), [("{here}", "circle"), ("http://localhost:9/v1/structures", "another host")])
def test_a_next_page_that_leads_astray_is_not_followed(following, says):
    def behave(request):
        here = f"http://{request.headers['Host']}{request.path}"
        reply(page(("a", "Na2S"), following=following.format(here=here)))(request)

    with service(behave) as (address, came):
        outcome = one("optimade", address)
    assert (outcome.status, len(came)) == ("partial", 1)
    assert says in outcome.remark


def test_a_next_page_that_forgot_about_tls_is_asked_over_tls(tmp_path):
    client = Client("x", "https://127.0.0.1:9", Cache("x", tmp_path), HASTY, is_answer=bool)
    with pytest.raises(EndpointError, match="cannot be reached"):
        client.ask("http://127.0.0.1:9/v1/structures?page=2")
    plain = Client("x", "http://127.0.0.1:9", Cache("x", tmp_path), HASTY, is_answer=bool)
    for elsewhere in ("https://127.0.0.1:9/", "http://127.0.0.1:8/", "file:///etc/passwd"):
        with pytest.raises(EndpointError, match="another host"):
            plain.ask(elsewhere)


def test_records_of_another_composition_than_was_asked_for_are_not_taken():
    for name, body in (("optimade", page(("a", "NaS"))), ("materials-project", summary(("mp-2", "NaS")))):
        with service(reply(body)) as (address, _):
            outcome = one(name, address)
        assert (outcome.status, outcome.records) == ("partial", ())
        assert "1 of 1 records have another composition" in outcome.remark


def test_the_materials_project_is_read_page_by_page():
    names = [f"mp-{number}" for number in range(150)]

    def behave(request):
        told = parse_qs(urlsplit(request.path).query)
        skip, limit = int(told["_skip"][0]), int(told["_limit"][0])
        reply(summary(*((name, "Na2S") for name in names[skip : skip + limit]), total=150))(request)

    with service(behave) as (address, came):
        outcome = one("materials-project", address)
    assert [record.identifier for record in outcome.records] == names
    assert {record.space_group for record in outcome.records} == {"Fm-3m"}
    assert len(came) == 2


def test_the_materials_project_breaks_off_where_pages_have_no_end():
    with service(reply(summary(("mp-1", "Na2S"), total=10**9))) as (address, came):
        outcome = one("materials-project", address)
    assert (outcome.status, len(came)) == ("partial", 10)


def test_the_key_goes_in_a_header_and_is_kept_nowhere(tmp_path):
    with service(reply(GOOD["materials-project"])) as (address, came):
        one("materials-project", address)
    assert came[0].headers["X-API-KEY"] == KEY
    assert KEY not in came[0].path
    assert all(KEY not in path.read_text() for path in kept(tmp_path))


@pytest.mark.parametrize("key", [None, " ", "ä", "a\nb"])
def test_without_a_key_the_materials_project_is_not_asked(monkeypatch, key):
    monkeypatch.delenv("MP_API_KEY")
    if key is not None:
        monkeypatch.setenv("MP_API_KEY", key)
    with pytest.raises(UsageError, match="MP_API_KEY") as caught:
        look_up("materials-project", "http://127.0.0.1:9")
    assert "materialsproject.org" in caught.value.mend
    assert look_up("materials-project", "http://127.0.0.1:9", offline=True)[0].status == "not asked"


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    with optimade_server(structures(phases()), tmp_path_factory.mktemp("optimade"), page=2) as address:
        yield address


def test_the_reference_server_finds_every_phase_that_it_holds_and_no_other(served):
    held = phases()
    assert len(held) > 8
    assert {"Na15Sn4", "Na3Bi", "NaIn"} <= set(held)
    found = look_up("optimade", served, *map(substance, held))
    assert {outcome.status for outcome in found} == {"found"}
    assert [record.formula for outcome in found for record in outcome.records] == [
        outcome.asked.split('"')[1] for outcome in found
    ]


def test_the_reference_server_tells_what_else_of_the_elements_there_is(served):
    differs, nothing, unfit, element = look_up(
        "optimade", served, *(substance(formula) for formula in ("Na5Sn", "Na3Sb", "PbOx", "Na"))
    )
    assert differs.status == "differs"
    assert {"Na15Sn4", "NaSn"} <= set(re.findall(r"\w*Sn\w*", differs.remark))
    assert "Bi" not in differs.remark
    assert (nothing.status, element.status) == ("none", "none")
    assert (unfit.status, unfit.remark) == ("not asked", "it has no fixed composition to ask by")


def test_an_address_may_name_the_version_and_a_server_that_ends_is_not_reached(served, tmp_path):
    assert one("optimade", f"{served}/v1/", substance("NaIn")).status == "found"
    with optimade_server(structures(["NaIn"]), tmp_path) as address:
        assert one("optimade", address, substance("NaIn")).status == "found"
    assert one("optimade", address, substance("NaIn"), refresh=True).status == "not reached"
    assert one("optimade", address, substance("NaIn")).status == "found"


def test_databases_of_one_host_share_their_pauses():
    times = []

    def behave(request):
        times.append(time.monotonic())
        reply(page(("a", "Na2S")))(request)

    with service(behave) as (address, _):
        task = Task([SALT], (), [f"{address}/one", f"{address}/two", f"{address}/three"], manners=CALM, pause=0.2)
        assert [outcome.status for outcome in task.run("optimade")] == ["found"] * 3
    assert min(later - earlier for earlier, later in itertools.pairwise(times)) > 0.19


def test_providers_come_from_the_list_of_the_package_and_each_tells_how_it_was(served, monkeypatch):
    def behave(request):
        usual = {"name": "a", "description": "a", "homepage": None}
        links = [
            {"id": name, "type": "links", "attributes": {**usual, "base_url": where, "link_type": kind}}
            for name, where, kind in (("main", served, "child"), ("up", "http://127.0.0.1:9", "root"))
        ]
        told = {"data": links, "meta": {"data_available": 2}, "links": {}}
        reply(told)(request) if "good" in request.path else reply({}, 500)(request)

    with service(behave) as (address, _):
        listed = {"ours": f"{address}/good", "theirs": f"{address}/bad"}
        monkeypatch.setattr("sodiokg.link.optimade.providers", lambda: listed)
        told = {outcome.database: outcome.status for outcome in look_up("optimade", "", substance("NaIn"))}
        assert told == {"ours": "found", "theirs": "not reached"}
        only = look_up("optimade", "", substance("NaIn"), providers=["ours"])
        assert [outcome.database for outcome in only] == ["ours"]
        both = look_up("optimade", served, substance("NaIn"), providers=["ours"])
        assert [outcome.status for outcome in both] == ["found", "found"]
        with pytest.raises(UsageError, match="no OPTIMADE provider is called 'nobody'"):
            look_up("optimade", "", providers=["nobody"])
        offline = look_up("optimade", "", substance("Na3Bi"), offline=True)
        assert {outcome.status for outcome in offline} == {"not asked"}


def test_the_package_lists_the_providers_that_the_field_uses():
    from sodiokg.link.optimade import providers

    assert {"mp", "cod", "oqmd", "aflow", "nmd", "alexandria"} <= set(providers())
    assert "exmpl" not in providers()
    assert all(address.startswith("https://") for address in providers().values())


# PubChem


def pug(answers):
    """Answer like PUG REST: by the path between "compound" and "property"."""

    def behave(request):
        asked = unquote(request.path.split("/compound/")[1].split("/property/")[0])
        answers.get(asked, NOTHING)(request)

    return behave


def test_pubchem_is_asked_by_inchikey_then_registry_number_then_name():
    thing = substance("Na2S", registry_numbers=("1313-82-2",), inchikeys=("OURKEY",))
    with service(pug({"name/Na2S": reply(properties((7, "Na2S")))})) as (address, came):
        outcome = one("pubchem", address, thing)
    asked = [request.path.split("/compound/")[1].split("/property/")[0] for request in came]
    assert asked == ["inchikey/OURKEY", "xref/RN/1313-82-2", "name/Na2S"]
    assert (outcome.status, outcome.asked) == ("found", "name Na2S")
    assert [record.curie for record in outcome.records] == ["PUBCHEM:7", "INCHIKEY:KEY7"]


def test_pubchem_has_nothing_only_where_it_says_so():
    with service(pug({})) as (address, _):
        outcome = one("pubchem", address)
        assert (outcome.status, outcome.asked) == ("none", "CAS 1313-82-2, name sodium sulfide")
        assert one("pubchem", address, offline=True).status == "none"
    broken = {"xref/RN/1313-82-2": NOTHING, "name/sodium sulfide": reply({}, 500)}
    with service(pug(broken)) as (address, _):
        assert one("pubchem", address, refresh=True).status == "not reached"


def test_a_record_of_another_composition_is_only_related():
    with service(reply(properties((7, "H2S"), (8, "Na2S")))) as (address, _):
        mixed = one("pubchem", address)
    assert {record.curie: record.match for record in mixed.records if record.database.key == "pubchem"} == {
        "PUBCHEM:7": "related",
        "PUBCHEM:8": "close",
    }
    with service(reply(properties((7, "H2S")))) as (address, _):
        wrong = one("pubchem", address, refresh=True)
    assert (wrong.status, wrong.remark) == ("differs", "other compositions: H2S")
    assert [record.match for record in wrong.records] == ["related"]


def test_a_name_that_leads_to_another_composition_makes_no_relation():
    with service(reply(properties((7, "H2S")))) as (address, _):
        outcome = one("pubchem", address, substance("Na2S"))
    assert (outcome.status, outcome.records, outcome.remark) == ("differs", (), "other compositions: H2S")


def test_a_name_without_a_composition_to_hold_against_is_not_asked_for():
    with service(reply(properties((7, "C")))) as (address, came):
        outcome = one("pubchem", address, Inquiry("x", "carbon-felt", "carbon felt"))
    assert (outcome.status, came) == ("not asked", [])


# Wikidata

ITEMS = {
    "Q663": {"label": "aluminium", "P231": "7429-90-5", "P235": "XAGFODPZIPBFFR-UHFFFAOYSA-N"},
    "Q9001": {"label": "an invented twin", "P231": "7429-90-5", "P235": "ANOTHER-KEY"},
    "Q9002": {"label": "an invented study", "P356": "10.9999/INVENTED.7"},
}


@pytest.fixture(scope="module")
def wikidata(tmp_path_factory):
    with sparql_server(wikidata_store(ITEMS), tmp_path_factory.mktemp("wikidata")) as address:
        yield address


def test_wikidata_finds_a_registry_number_that_the_shipped_table_has(wikidata):
    (aluminium,) = substances(open_graph(), ["Al"])
    assert (aluminium.registry_numbers, aluminium.inchikeys) == (("7429-90-5",), ("XAGFODPZIPBFFR-UHFFFAOYSA-N",))
    outcome = one("wikidata", wikidata, aluminium)
    assert (outcome.status, outcome.asked) == ("found", "CAS 7429-90-5, InChIKey XAGFODPZIPBFFR-UHFFFAOYSA-N")
    assert ("WIKIDATA:Q663", "close", "aluminium") in {(one.curie, one.match, one.label) for one in outcome.records}


def test_an_item_with_another_inchikey_is_only_related_and_says_so(wikidata):
    thing = substance("Al", registry_numbers=("7429-90-5",), inchikeys=("XAGFODPZIPBFFR-UHFFFAOYSA-N",))
    outcome = one("wikidata", wikidata, thing)
    assert {record.identifier: record.match for record in outcome.records} == {"Q663": "close", "Q9001": "related"}
    assert outcome.remark == "Q9001: its InChIKey differs"
    alone = one("wikidata", wikidata, substance("Al", registry_numbers=("7429-90-5",), inchikeys=("NOBODYS",)))
    assert alone.status == "differs"


def test_wikidata_finds_a_study_by_its_doi_in_any_case(wikidata):
    study = Inquiry("https://w3id.org/sodiokg/id/study/x", "x", "Poe 2020", doi="10.9999/invented.7")
    (outcome,) = list(Task([], [study], [wikidata], manners=CALM, pause=0.0).run("wikidata"))
    assert (outcome.status, outcome.asked) == ("found", "DOI 10.9999/INVENTED.7")
    assert [(record.curie, record.match) for record in outcome.records] == [("WIKIDATA:Q9002", "exact")]


def test_wikidata_has_nothing_of_what_it_lacks_and_is_not_asked_without_a_number(wikidata):
    lacking, nameless = look_up("wikidata", wikidata, substance("Na", registry_numbers=("7440-23-5",)), substance("K"))
    assert (lacking.status, lacking.records) == ("none", ())
    assert (nameless.status, nameless.asked) == ("not asked", "")


def test_what_sparql_could_misread_is_never_sent(wikidata):
    sly = Inquiry("x", "x", "x", doi='10.1/x" } ; DROP ALL #')
    assert look_up("wikidata", wikidata, sly)[0].status == "not asked"


def test_the_answer_of_wikidata_is_read_as_the_server_wrote_it(wikidata, tmp_path):
    one("wikidata", wikidata, substance("Al", registry_numbers=("7429-90-5",)))
    (path,) = kept(tmp_path)
    told = json.loads(path.read_text())
    assert parse_qs(urlsplit(told["url"]).query)["query"][0].count("P231") == 2


# Where services are


def test_an_address_comes_from_the_option_else_from_the_environment(monkeypatch):
    assert addresses("pubchem", []) == []
    monkeypatch.setenv("SODIOKG_PUBCHEM_URL", "http://127.0.0.1:1/pug")
    monkeypatch.setenv("SODIOKG_MATERIALS_PROJECT_URL", "http://127.0.0.1:2")
    assert addresses("pubchem", []) == ["http://127.0.0.1:1/pug"]
    assert addresses("materials-project", ["pubchem=http://127.0.0.1:3"]) == ["http://127.0.0.1:2"]
    assert addresses("pubchem", ["pubchem=http://127.0.0.1:3"]) == ["http://127.0.0.1:3"]
    assert addresses("optimade", ["optimade=http://a", "optimade=http://b"]) == ["http://a", "http://b"]
    with pytest.raises(UsageError, match="one address, not 2"):
        addresses("pubchem", ["pubchem=http://a", "pubchem=http://b"])
    for wrong in ("http://a", "pubchem", "pubchem=", "pubmed=http://a"):
        with pytest.raises(UsageError, match="SERVICE=URL"):
            addresses("pubchem", [wrong])


def test_the_usual_addresses_are_web_addresses_of_the_services_themselves():
    for name, host in (
        ("wikidata", "query.wikidata.org"),
        ("pubchem", "pubchem.ncbi.nlm.nih.gov"),
        ("materials-project", "api.materialsproject.org"),
    ):
        assert urlsplit(SERVICES[name].address)[:2] == ("https", host)
