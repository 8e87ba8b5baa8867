"""SERVICE: refused everywhere unless the whole address is allowed by name; then a query joins what ships with a real endpoint."""

from __future__ import annotations

import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

import pyoxigraph as ox
import pytest
from stages import server

from sodiokg.cli import main
from sodiokg.errors import QueryError
from sodiokg.knowledge import KnowledgeGraph
from sodiokg.query.endpoint import Endpoint
from sodiokg.query.guard import check_query

HERE = "http://127.0.0.1:7/query"
JOIN = """PREFIX sod: <https://w3id.org/sodiokg/ontology#> PREFIX sub: <https://w3id.org/sodiokg/id/substance/>
SELECT ?label ?told {{ VALUES ?s {{ sub:Sn }} GRAPH ?g {{ ?s <http://www.w3.org/2000/01/rdf-schema#label> ?label }}
  SERVICE <{}> {{ ?s <https://example.org/meltsAt> ?told }} }}"""


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory):
    store = ox.Store()
    subject = ox.NamedNode("https://w3id.org/sodiokg/id/substance/Sn")
    store.add(ox.Quad(subject, ox.NamedNode("https://example.org/meltsAt"), ox.Literal("232")))
    with server(store, tmp_path_factory.mktemp("elsewhere")) as address:
        yield address


def test_an_allowed_service_is_joined_with_what_ships(elsewhere, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("SODIOKG_HOME", str(tmp_path))
    file = tmp_path / "join.rq"
    file.write_text(JOIN.format(elsewhere))
    assert main(["query", "--file", str(file), "-f", "csv"]) == 5
    assert "--allow-service" in capsys.readouterr().err
    assert main(["query", "--file", str(file), "--allow-service", elsewhere, "-f", "csv"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "tin,232"
    assert main(["query", "--file", str(file), "--allow-service", elsewhere + "2"]) == 5
    assert main(["query", "0", "--allow-service", elsewhere]) == 2


def test_a_service_that_is_not_there_is_an_error_and_no_empty_answer(tmp_path, monkeypatch):
    monkeypatch.setenv("SODIOKG_HOME", str(tmp_path))
    with pytest.raises(QueryError, match="does not run"):
        KnowledgeGraph(services=["http://127.0.0.1:9/query"], seconds=20).run(JOIN.format("http://127.0.0.1:9/query"))


def test_an_allowed_service_may_not_lead_to_another_one(elsewhere, tmp_path, monkeypatch):
    monkeypatch.setenv("SODIOKG_HOME", str(tmp_path))

    class Elsewhere(BaseHTTPRequestHandler):
        def do_POST(self):
            self.send_response(307)
            self.send_header("Location", elsewhere)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_):
            """Say nothing."""

    here = HTTPServer(("127.0.0.1", 0), Elsewhere)
    threading.Thread(target=here.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{here.server_address[1]}/query"
    with pytest.raises(QueryError, match="does not run"):
        KnowledgeGraph(services=[address], seconds=20).run(JOIN.format(address))
    here.shutdown()
    here.server_close()


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * {{ SERVICE <{}> {{ ?s ?p ?o }} }}",
        "SELECT * {{ SERVICE SILENT <{}> {{ ?s ?p ?o }} }}",
        "SELECT * {{ service\n  silent\t<{}> {{ ?s ?p ?o }} }}",
    ],
)
def test_an_address_that_is_written_out_is_allowed(sparql):
    check_query(sparql.format(HERE), [HERE])
    with pytest.raises(QueryError, match="SERVICE is refused"):
        check_query(sparql.format(HERE))


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * { SERVICE ?s { ?s ?p ?o } }",
        "SELECT * { BIND (<http://127.0.0.1:7/query> AS ?s) SERVICE ?s { ?s ?p ?o } }",
        "PREFIX x: <http://127.0.0.1:7/> SELECT * { SERVICE x:query { ?s ?p ?o } }",
        "BASE <http://127.0.0.1:7/> SELECT * { SERVICE <query> { ?s ?p ?o } }",
        "SELECT * { SERVICE <http://127.0.0.1:7/query?x> { ?s ?p ?o } }",
        "SELECT * { SERVICE <http://127.0.0.1:7/query/../other> { ?s ?p ?o } }",
        "SELECT * { SERVICE <http://user@127.0.0.1:7/query> { ?s ?p ?o } }",
        "SELECT * { SERVICE <HTTP://127.0.0.1:7/query> { ?s ?p ?o } }",
        "SELECT * { SERVICE # <http://127.0.0.1:7/query>\n <http://evil.example/> { ?s ?p ?o } }",
        "SELECT * { SERVICE <http://evil.example/\\u003E> { ?s ?p ?o } SERVICE <http://127.0.0.1:7/query> { ?s ?p ?o } }",
        "SELECT * { SERVICE <http://127.0.0.1:7/query> { SERVICE <http://evil.example/> { ?s ?p ?o } } }",
    ],
)
def test_no_other_way_to_say_it_gets_through(sparql):
    with pytest.raises(QueryError, match="SERVICE is refused"):
        check_query(sparql, [HERE])


def test_a_hostile_text_takes_no_longer_than_its_length():
    begin = time.monotonic()
    with pytest.raises(QueryError):
        check_query("SELECT * { SERVICE" + " " * 400_000 + "?x { } }", [HERE])
    assert time.monotonic() - begin < 5


def test_an_endpoint_is_sent_no_service_that_was_not_allowed():
    with pytest.raises(QueryError, match="SERVICE is refused"):
        Endpoint(HERE, services=["http://127.0.0.1:8/"]).run(JOIN.format("http://evil.example/"))
