"""Put questions to any SPARQL 1.1 endpoint over HTTP."""

from __future__ import annotations

import json
import re
import socket
from typing import Any, Final
from urllib.error import HTTPError, URLError
from urllib.parse import unquote, urlsplit, urlunsplit

from sodiokg.errors import EndpointError, UsageError
from sodiokg.names import PREFIXES
from sodiokg.query.guard import add_prefixes, check_query

__all__ = ["Endpoint"]

_LONGEST_GET: Final = 1_500
_LARGEST: Final = 256 * 2**20
_JSON: Final = "application/sparql-results+json"


class Endpoint:
    """A SPARQL endpoint at an http or https address, which may carry ``user:password@``."""

    def __init__(self, url: str, *, seconds: float = 60.0) -> None:
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise UsageError(f"an endpoint is an http or https address, not {url!r}", mend="such as http://localhost:7878/query")
        host = parts.netloc.rpartition("@")[2]
        self.url = urlunsplit(parts._replace(netloc=host))
        self.seconds = seconds
        self._login = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None

    def run(self, sparql: str) -> dict[str, Any]:
        """Return the SPARQL JSON result of a read-only query; raise EndpointError for whatever is not one."""
        check_query(sparql)
        body, headers = self._fetch(add_prefixes(sparql, PREFIXES))
        if body.lstrip()[:1] == b"<":
            raise self._error(
                "answered with a web page or XML, not with SPARQL results", "is this the address of the query service?"
            )
        try:
            answer = json.loads(body)
        except ValueError:
            raise self._error("broke off or answered with something that is not SPARQL JSON") from None
        if not isinstance(answer, dict) or not ("boolean" in answer or "results" in answer):
            raise self._error("answered with JSON that is not a SPARQL result")
        cap = headers.get("X-SPARQL-MaxRows", "")
        if cap.isdigit() and len(answer.get("results", {}).get("bindings", ())) >= int(cap):
            answer["cut"] = True
        return answer

    def _fetch(self, sparql: str) -> tuple[bytes, Any]:
        import http.client

        from SPARQLWrapper import GET, JSON, POST, SPARQLWrapper
        from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

        client = SPARQLWrapper(self.url, returnFormat=JSON, agent="sodiokg")
        client.setQuery(sparql)
        client.setMethod(GET if len(sparql) < _LONGEST_GET else POST)
        client.setTimeout(max(1, round(self.seconds)))
        if self._login:
            client.setCredentials(*self._login)
        try:
            with client.query().response as response:
                body = response.read(_LARGEST + 1)
                headers = response.headers
        except SPARQLWrapperException as error:
            raise self._error(f"refused the query: {_reason(error)}") from error
        except HTTPError as error:
            raise self._error(f"answered {error.code} {error.reason}", _advice(error.code)) from error
        except TimeoutError:
            raise self._error(f"did not answer within {self.seconds:g} s", "allow more with --timeout") from None
        except URLError as error:
            raise self._error(
                f"cannot be reached ({_network(error.reason)})", "is it running, and is the address right?"
            ) from error
        except (OSError, http.client.HTTPException) as error:
            raise self._error(f"does not speak HTTP or broke off ({_network(error)})") from error
        if len(body) > _LARGEST:
            raise self._error(f"sent more than {_LARGEST // 2**20} MB", "add a LIMIT to the query")
        return body, headers

    def _error(self, what: str, mend: str = "") -> EndpointError:
        return EndpointError(f"the endpoint {what}", where=self.url, mend=mend)


def _network(reason: object) -> str:
    if isinstance(reason, TimeoutError):
        return "it timed out"
    if isinstance(reason, socket.gaierror):
        return "there is no such host"
    if isinstance(reason, ConnectionRefusedError):
        return "the connection was refused"
    return str(reason) or type(reason).__name__


def _reason(error: Exception) -> str:
    """Return the server's own words, markup and the library's preamble left out, at most 300 characters."""
    text = re.sub(r"<[^>]+>", " ", str(error))
    text = text.replace("\\n", " ").partition("Response:")[2] or text
    return " ".join(text.split()).strip("b'\" ")[:300]


def _advice(code: int) -> str:
    if code in {401, 403}:
        return "give a login in the address: http://user:password@host/..."
    if code in {404, 405}:
        return "is this the address of the query service? It often ends in /query or /sparql"
    return ""
