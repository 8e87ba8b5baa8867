"""The same questions on a real SPARQL server, and every way in which a server can fail to answer."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from stages import fictional_store, free_port, server

from sodiokg.errors import EndpointError, QueryError, UsageError
from sodiokg.explanation import Explainer
from sodiokg.graph.store import open_graph
from sodiokg.knowledge import KnowledgeGraph
from sodiokg.query import questions
from sodiokg.query.endpoint import Endpoint
from sodiokg.query.engine import run_here
from sodiokg.tables import table_from_results

# What documents disagree on: one ships.
_OF_SEVERAL_DOCUMENTS = 71


@pytest.fixture(scope="module", params=[False, True], ids=["plain", "union-default-graph"])
def served(request, tmp_path_factory):
    """Serve the graph that ships together with what follows from it, which stated questions must not notice."""
    store = open_graph()
    whole = open_graph()
    whole.bulk_extend(Explainer(store).inferred())
    with server(whole, tmp_path_factory.mktemp("served"), union=request.param) as address:
        yield {"stated": store, "inferred": whole}, address


@pytest.mark.parametrize("question", questions(), ids=lambda question: question.name)
def test_a_shipped_question_has_the_same_answer_on_a_server(served, question):
    stores, address = served
    here = table_from_results(run_here(stores[question.reads], question.sparql), lists=question.lists)
    there = table_from_results(Endpoint(address).run(question.sparql), lists=question.lists)
    assert here.rows or question.number == _OF_SEVERAL_DOCUMENTS
    assert there.columns == here.columns
    assert sorted(map(repr, there.rows)) == sorted(map(repr, here.rows))


def test_a_server_without_what_follows_is_told_to_be_so(tmp_path):
    store = fictional_store()
    with server(store, tmp_path) as address, pytest.raises(EndpointError, match=r"no inferred graph(.|\n)*sodiokg reason --save"):
        KnowledgeGraph(endpoint=address).query(32)


def test_the_fictional_graph_gives_the_same_answers_too(tmp_path):
    store = fictional_store()
    with server(store, tmp_path) as address:
        for question in questions():
            here = table_from_results(run_here(store, question.sparql), lists=question.lists)
            there = table_from_results(Endpoint(address).run(question.sparql), lists=question.lists)
            assert sorted(map(repr, there.rows)) == sorted(map(repr, here.rows)), question.name


def test_a_knowledge_graph_behind_an_endpoint_answers_with_titles_and_lists(served):
    _, address = served
    table = KnowledgeGraph(endpoint=address).query("what-made-sodium-wet", substrate="base")
    assert table.title.startswith("What made sodium wet BASE")
    assert all(isinstance(refs, tuple) for refs in table.column("refs"))


def test_own_sparql_and_a_long_one_reach_the_server(served):
    _, address = served
    asked = KnowledgeGraph(endpoint=address)
    assert asked.run("ASK { GRAPH ?g { ?s a sod:Claim } }").rows == ((True,),)
    long = "SELECT ?one { VALUES ?one { " + "1 " * 2000 + "} } LIMIT 1"
    assert asked.run(long).rows == ((1,),)


def test_a_constructed_graph_comes_from_a_server_as_rows(served):
    stores, address = served
    sparql = "CONSTRUCT { ?s a sod:Odd } WHERE { GRAPH ?g { ?s a sod:Claim } }"
    there = KnowledgeGraph(endpoint=address).run(sparql)
    assert there.columns == ("subject", "predicate", "object")
    assert sorted(map(repr, there.rows)) == sorted(map(repr, table_from_results(run_here(stores["stated"], sparql)).rows))


def test_what_a_server_may_not_be_asked_is_refused_before_it_is_sent():
    nowhere = Endpoint(f"http://127.0.0.1:{free_port()}/query")
    with pytest.raises(QueryError, match="SERVICE is refused"):
        nowhere.run("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }")
    with pytest.raises(QueryError, match="DROP is refused"):
        nowhere.run("DROP ALL")


def test_a_server_that_is_down_is_told_with_its_address():
    address = f"http://127.0.0.1:{free_port()}/query"
    with pytest.raises(EndpointError, match="cannot be reached") as caught:
        Endpoint(address).run("ASK {}")
    assert caught.value.where == address
    assert "is it running" in str(caught.value)


def test_a_host_that_does_not_exist_is_told():
    with pytest.raises(EndpointError, match="cannot be reached"):
        Endpoint("http://nowhere.invalid/query").run("ASK {}")


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/hostname",
        "localhost:7878",
        "ftp://example.org/",
        "http://",
        "",
        "http://[::1/q",
        "http://a:b/q",
        "http://a:99999/q",
    ],
)
def test_an_address_that_is_no_web_address_is_refused(address):
    with pytest.raises(UsageError, match="http or https"):
        Endpoint(address)


@pytest.mark.parametrize(
    "address", ["http://example.org/ä", "http://bücher.example/q", "http://example.org/a b", "http://a.org/\n"]
)
def test_an_address_with_characters_that_no_address_has_is_refused(address):
    with pytest.raises(UsageError, match="neither spaces nor letters beyond ASCII"):
        Endpoint(address)


def test_a_query_that_the_server_refuses_comes_with_the_servers_words(served):
    _, address = served
    with pytest.raises(EndpointError, match=r"refused the query \(400\): .*expected"):
        Endpoint(address).run("SELECT * {")


def test_a_wrong_path_on_a_server_asks_whether_the_address_is_right(served):
    _, address = served
    with pytest.raises(EndpointError, match="is this the address of the query service"):
        Endpoint(address.replace("/query", "/nothing-here")).run("ASK {}")


@contextlib.contextmanager
def answering(status: int, kind: str, body: bytes, *, seen: list[str] | None = None) -> Iterator[str]:
    """Serve one fixed answer to everything; note the Authorization headers that come."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # the base class names it
            if seen is not None:
                seen.append(self.headers.get("Authorization", ""))
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Handler) as http:
        thread = threading.Thread(target=http.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{http.server_port}/query"
        http.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("status", "kind", "body", "says"),
    [
        (200, "text/html", b"<html>Welcome</html>", "web page or XML"),
        (200, "application/sparql-results+json", b'{"head": {"vars": ["s"]}, "results": {"bindings": [', "broke off"),
        (200, "application/json", b'{"error": "no"}', "not a SPARQL result"),
        (200, "application/json", b"[]", "not a SPARQL result"),
        (200, "application/json", b"\xff\xfe", "not SPARQL JSON"),
        (200, "application/json", b'{"head": {}, "results": {"bindings": []}}', "not a SPARQL result"),
        (200, "application/json", b'{"head": {}, "boolean": true}', "answered a SELECT query with yes or no"),
        (200, "application/json", b"[" * 100_000, "not SPARQL JSON"),
        (500, "text/plain", b"out of memory", "out of memory"),
        (503, "text/plain", b"busy", "answered 503"),
        (401, "text/plain", b"", "user:password@host"),
        (404, "text/plain", b"", "address of the query service"),
    ],
)
def test_an_answer_that_is_no_result_is_told(status, kind, body, says):
    with answering(status, kind, body) as address, pytest.raises(EndpointError, match=says):
        KnowledgeGraph(endpoint=address).run("SELECT ?s { ?s ?p ?o }")


def test_a_server_that_never_answers_is_given_up():
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        with pytest.raises(EndpointError, match="did not answer within 1 s"):
            Endpoint(f"http://127.0.0.1:{silent.getsockname()[1]}/query", seconds=1).run("ASK {}")


def test_rows_in_answer_to_a_yes_or_no_question_are_told():
    body = b'{"head": {"vars": ["s"]}, "results": {"bindings": []}}'
    with answering(200, "application/json", body) as address, pytest.raises(EndpointError, match="ASK query with rows"):
        Endpoint(address).run("ASK {}")


@pytest.mark.parametrize("head", [b"", b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"], ids=["header", "body"])
def test_a_server_that_drips_is_given_up_at_the_deadline(head):
    with socket.create_server(("127.0.0.1", 0)) as listening:
        ended = threading.Event()

        def drip():
            connection, _ = listening.accept()
            with connection, contextlib.suppress(OSError):
                connection.sendall(head)
                while not ended.wait(0.1):
                    connection.sendall(b"H" if not head else b" ")

        thread = threading.Thread(target=drip, daemon=True)
        thread.start()
        start = time.monotonic()
        with pytest.raises(EndpointError, match="did not answer within 1 s"):
            Endpoint(f"http://127.0.0.1:{listening.getsockname()[1]}/query", seconds=1).run("ASK {}")
        assert time.monotonic() - start < 3
        ended.set()
        thread.join()


def test_a_login_is_sent_and_never_printed():
    seen: list[str] = []
    with answering(503, "text/plain", b"", seen=seen) as address, pytest.raises(EndpointError) as caught:
        Endpoint(address.replace("http://", "http://me:secret@")).run("ASK {}")
    assert seen[0].startswith("Basic ")
    assert "secret" not in str(caught.value)


def test_a_graph_and_an_endpoint_together_are_refused(tmp_path):
    with pytest.raises(UsageError, match="not both"):
        KnowledgeGraph(tmp_path / "graph.trig", "http://127.0.0.1:1/query")
