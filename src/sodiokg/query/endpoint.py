"""Put questions to any SPARQL 1.1 endpoint over HTTP."""

from __future__ import annotations

import json
import queue
import re
import socket
import threading
import time
from collections.abc import Collection
from http.client import HTTPException
from typing import Any, Final
from urllib.error import HTTPError, URLError
from urllib.parse import SplitResult, unquote, urlsplit, urlunsplit

from SPARQLWrapper import GET, JSON, POST, TURTLE, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

from sodiokg.errors import EndpointError, UsageError
from sodiokg.names import PREFIXES
from sodiokg.query.engine import rows_of_triples
from sodiokg.query.guard import add_prefixes, check_query, query_form, without_comments
from sodiokg.tables import table_from_results

__all__ = ["Endpoint"]

_LONGEST_GET: Final = 1_500
_LARGEST: Final = 256 * 2**20
_FAULTS: Final = (OSError, HTTPException, SPARQLWrapperException, ValueError)


class Endpoint:
    """A SPARQL endpoint at an http or https address, which may carry ``user:password@``."""

    def __init__(self, url: str, *, seconds: float = 60.0, services: Collection[str] = ()) -> None:
        parts = _parts(url)
        host = parts.netloc.rpartition("@")[2]
        self.url = urlunsplit(parts._replace(netloc=host))
        self.seconds = seconds
        self._services = services
        self._login = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None

    def run(self, sparql: str) -> dict[str, Any]:
        """Return the SPARQL JSON result of a read-only query, as `sodiokg.query.engine.run_here` gives it.

        Raises QueryError for what may not be asked, EndpointError for whatever is no result.
        """
        check_query(sparql, self._services)
        form = query_form(sparql)
        body, headers = self._fetch(without_comments(add_prefixes(sparql, PREFIXES)), form)
        if form in {"CONSTRUCT", "DESCRIBE"}:
            return self._graph(body)
        answer = self._results(body, form)
        cap = headers.get("X-SPARQL-MaxRows", "")
        if cap.isdigit() and len(answer.get("results", {}).get("bindings", ())) >= int(cap):
            answer["cut"] = True
        return answer

    def _results(self, body: bytes, form: str) -> dict[str, Any]:
        if body.lstrip()[:1] == b"<":
            raise self._error(
                "answered with a web page or XML, not with SPARQL results", "is this the address of the query service?"
            )
        try:
            answer = json.loads(body)
        except (ValueError, RecursionError):
            raise self._error("broke off or answered with something that is not SPARQL JSON") from None
        try:
            table_from_results(answer)
        except (AttributeError, KeyError, TypeError, ValueError):
            raise self._error("answered with JSON that is not a SPARQL result") from None
        if isinstance(answer.get("boolean"), bool) != (form == "ASK"):
            raise self._error(f"answered a {form} query with {'yes or no' if form == 'SELECT' else 'rows'}")
        return dict(answer)

    def _graph(self, body: bytes) -> dict[str, Any]:
        import pyoxigraph as ox

        try:
            return rows_of_triples(ox.parse(body, format=ox.RdfFormat.TURTLE))
        except SyntaxError as error:
            raise self._error(f"answered with something that is not Turtle ({error.msg})") from None

    def _fetch(self, sparql: str, form: str) -> tuple[bytes, Any]:
        """Return body and headers of the answer; every way of not answering becomes an EndpointError.

        A socket's timeout begins anew with every byte, so the exchange runs in a thread that is left behind at the deadline.
        """
        client, deadline = self._client(sparql, form), time.monotonic() + self.seconds
        told: queue.SimpleQueue[tuple[bytes, Any] | Exception] = queue.SimpleQueue()
        threading.Thread(target=_exchange, args=(client, deadline, told), daemon=True).start()
        try:
            answer = told.get(timeout=self.seconds)
        except queue.Empty:
            answer = TimeoutError()
        if isinstance(answer, Exception):
            raise self._failure(answer) from answer
        if len(answer[0]) > _LARGEST:
            raise self._error(f"sent more than {_LARGEST // 2**20} MB", "add a LIMIT to the query")
        return answer

    def _client(self, sparql: str, form: str) -> SPARQLWrapper:
        client = SPARQLWrapper(self.url, returnFormat=JSON if form in {"SELECT", "ASK"} else TURTLE, agent="sodiokg")
        client.setQuery(sparql)
        client.queryType = form
        client.setMethod(GET if len(sparql) < _LONGEST_GET else POST)
        client.setTimeout(max(1, round(self.seconds)))
        if self._login:
            client.setCredentials(*self._login)
        return client

    def _failure(self, error: Exception) -> EndpointError:
        answered = error if isinstance(error, HTTPError) else error.__context__
        if isinstance(answered, HTTPError):
            answered.close()
            words = _words(error) if isinstance(error, SPARQLWrapperException) else str(answered.reason)
            if answered.code in {400, 500}:
                return self._error(f"refused the query ({answered.code}): {words}")
            return self._error(f"answered {answered.code} {words}".rstrip(), _ADVICE.get(answered.code, ""))
        reason = error.reason if isinstance(error, URLError) else error
        if isinstance(reason, TimeoutError):
            return self._error(f"did not answer within {self.seconds:g} s", "allow more with --timeout")
        if isinstance(error, URLError):
            return self._error(f"cannot be reached ({_network(reason)})", "is it running, and is the address right?")
        return self._error(f"does not speak HTTP or broke off ({_network(reason)})")

    def _error(self, what: str, mend: str = "") -> EndpointError:
        return EndpointError(f"the endpoint {what}", where=self.url, mend=mend)


def _parts(url: str) -> SplitResult:
    """Return the parts of a web address; raise UsageError for anything else."""
    try:
        parts = urlsplit(url)
        known = parts.scheme in {"http", "https"} and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        known = False
    if not known:
        raise UsageError(f"an endpoint is an http or https address, not {url!r}", mend="such as http://localhost:7878/query")
    if re.search(r"[^!-~]", url):
        raise UsageError(
            f"an address has neither spaces nor letters beyond ASCII: {url!r}", mend="write them with %, such as %20"
        )
    return parts


def _exchange(client: SPARQLWrapper, deadline: float, told: queue.SimpleQueue[tuple[bytes, Any] | Exception]) -> None:
    """Put body and headers of the answer, or what went wrong, into `told`."""
    try:
        with client.query().response as response:
            pieces = []
            room = _LARGEST + 1
            while room > 0 and (piece := response.read1(min(room, 65_536))):
                pieces.append(piece)
                room -= len(piece)
                if time.monotonic() > deadline:
                    raise TimeoutError
            told.put((b"".join(pieces), response.headers))
    except _FAULTS as error:
        told.put(error)


_ADVICE: Final = {
    401: "give a login in the address: http://user:password@host/...",
    403: "give a login in the address: http://user:password@host/...",
    404: "is this the address of the query service? It often ends in /query or /sparql",
    405: "is this the address of the query service? It often ends in /query or /sparql",
}


def _network(reason: object) -> str:
    if isinstance(reason, socket.gaierror):
        return "there is no such host"
    if isinstance(reason, ConnectionRefusedError):
        return "the connection was refused"
    return str(reason) or type(reason).__name__


def _words(error: SPARQLWrapperException) -> str:
    """Return the server's own words, markup and the library's preamble left out, at most 300 characters."""
    text = re.sub(r"<[^>]+>", " ", str(error)).partition("Response:")[2]
    return " ".join(text.replace("\\n", " ").strip().removeprefix("b").strip("'\" ").split())[:300]
