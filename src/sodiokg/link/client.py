"""A polite client of a JSON service: one request at a time, with pauses, a deadline for each, and nothing kept of a failure.

It follows no redirect to another host, reads no more than it asked room for, and waits as long as Retry-After says, within its patience.
"""

from __future__ import annotations

import json
import queue
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import IO, Any, Final
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit, urlunsplit
from urllib.request import HTTPErrorProcessor, HTTPRedirectHandler, ProxyHandler, Request, build_opener

from sodiokg import __version__
from sodiokg.errors import EndpointError, UsageError
from sodiokg.link.cache import Answer, Cache

__all__ = ["Client", "Manners"]

_AGAIN: Final = frozenset({429, 500, 502, 503, 504})
_FAULTS: Final = (OSError, HTTPException, ValueError)
_Reply = tuple[bytes, HTTPMessage, int]


@dataclass(frozen=True, slots=True)
class Manners:
    """How a service is asked: seconds for one request, between two, and to wait in all for one answer; tries, bytes, failures in a row."""

    seconds: float = 20.0
    pause: float = 1.0
    patience: float = 60.0
    tries: int = 3
    largest: int = 4 * 2**20
    failures: int = 3


class Client:
    """A service at one address, asked by GET for JSON objects; `offline` reads only what was kept, `refresh` asks again for it.

    `is_answer` tells an answer of the service's form from an object that is none, `is_none` what it says with status 404 where it has
    nothing. `headers` go with each request and are not kept with the answer, so that a key may be among them. Clients that share `paces`
    keep their pauses together where they ask one host.
    """

    def __init__(
        self,
        service: str,
        address: str,
        cache: Cache,
        manners: Manners | None = None,
        *,
        is_answer: Callable[[Mapping[str, Any]], bool],
        is_none: Callable[[Mapping[str, Any]], bool] = lambda _: False,
        headers: Mapping[str, str] | None = None,
        paces: dict[str, float] | None = None,
        offline: bool = False,
        refresh: bool = False,
    ) -> None:
        if not _is_web_address(address):
            raise UsageError(f"a service is an http or https address, not {address!r}")
        parts = urlsplit(address)
        self.service = service
        self._address, self._cache, self._manners = address.rstrip("/"), cache, manners or Manners()
        self._is_answer, self._is_none, self._offline, self._refresh = is_answer, is_none, offline, refresh
        self._headers = {
            "User-Agent": f"sodiokg/{__version__} (https://w3id.org/sodiokg)",
            "Accept": "application/json",
            "Accept-Encoding": "identity",
            **(headers or {}),
        }
        proxies = ProxyHandler({}) if parts.hostname == "127.0.0.1" else ProxyHandler()
        self._opener = build_opener(proxies, _SameHost(), _ToldNone())
        self._host, self._paces, self._failed = parts.netloc, {} if paces is None else paces, 0
        self.asked = 0

    def get(self, path: str, parameters: Mapping[str, str]) -> Answer | None:
        """Return what `ask` does, of a path below the service's address."""
        query = f"?{urlencode(sorted(parameters.items()))}" if parameters else ""
        return self.ask(f"{self._address}/{path}{query}")

    def ask(self, url: str) -> Answer | None:
        """Return the answer, kept or new; None where it was not kept and `offline` forbids to ask.

        Raises EndpointError for whatever is no answer, without asking once the service failed several times in a row, and for an
        address on another host than the service's.
        """
        parts, own = urlsplit(url), urlsplit(self._address)
        if parts.netloc != own.netloc or parts.scheme not in {own.scheme, "http"}:
            raise self._error(f"leads to another host ({parts.netloc}), which was not asked")
        # Services behind a proxy are often unaware that they are asked over TLS.
        url = urlunsplit(parts._replace(scheme=own.scheme))
        kept = None if self._refresh else self._cache.get(url)
        if kept is not None and (self._is_answer(kept.body) or self._is_none(kept.body)):
            return kept
        if self._offline:
            return None
        if self._failed >= self._manners.failures:
            raise self._error(f"was not asked any more after {self._failed} failures in a row")
        try:
            body = self._answered(url)
        except EndpointError:
            self._failed += 1
            raise
        self._failed = 0
        return self._cache.put(url, body)

    def _answered(self, url: str) -> Mapping[str, Any]:
        """Return what the service answers in the end: a busy one is asked again, after the pause that it asks for."""
        waited = 0.0
        for attempt in range(1, self._manners.tries + 1):
            try:
                return self._read(*self._fetch(url))
            except HTTPError as error:
                error.close()
                wait = _retry_after(error.headers, self._manners.pause * 2**attempt)
                waited += wait
                if error.code not in _AGAIN or attempt == self._manners.tries or waited > self._manners.patience:
                    raise self._error(f"answered {error.code} {error.reason}") from error
                time.sleep(wait)
        raise self._error("did not answer")

    def _fetch(self, url: str) -> _Reply:
        """Return body, headers and status; a socket's timeout begins anew with every byte, so a thread is left behind at the deadline."""
        last = self._paces.get(self._host, -self._manners.pause)
        time.sleep(max(0.0, last + self._manners.pause - time.monotonic()))
        told: queue.SimpleQueue[_Reply | Exception] = queue.SimpleQueue()
        threading.Thread(target=self._exchange, args=(Request(url, headers=self._headers), told), daemon=True).start()
        self.asked += 1
        try:
            answer = told.get(timeout=self._manners.seconds)
        except queue.Empty:
            raise self._error(f"did not answer within {self._manners.seconds:g} s") from None
        finally:
            self._paces[self._host] = time.monotonic()
        if isinstance(answer, HTTPError | EndpointError):
            raise answer
        if isinstance(answer, Exception):
            reason = answer.reason if isinstance(answer, URLError) else answer
            raise self._error(f"cannot be reached or broke off ({str(reason) or type(reason).__name__})") from answer
        return answer

    def _exchange(self, request: Request, told: queue.SimpleQueue[_Reply | Exception]) -> None:
        room, deadline = self._manners.largest + 1, time.monotonic() + self._manners.seconds
        try:
            with self._opener.open(request, timeout=self._manners.seconds) as response:
                pieces = []
                while room > 0 and (piece := response.read1(min(room, 65_536))):
                    pieces.append(piece)
                    room -= len(piece)
                    if time.monotonic() > deadline:
                        raise TimeoutError
                length = response.headers.get("Content-Length", "")
                if room > 0 and length.isdecimal() and int(length) != sum(map(len, pieces)):
                    raise HTTPException("fewer bytes than announced")
                told.put((b"".join(pieces), response.headers, response.status))
        except (*_FAULTS, EndpointError) as error:
            told.put(error)

    def _read(self, body: bytes, headers: HTTPMessage, status: int) -> Mapping[str, Any]:
        if len(body) > self._manners.largest:
            raise self._error(f"sent more than {self._manners.largest // 2**20} MB")
        if status == HTTPStatus.NOT_FOUND and not headers.get_content_type().endswith("json"):
            raise self._error("answered 404 Not Found")
        if not headers.get_content_type().endswith("json") or headers.get("Content-Encoding", "identity") != "identity":
            raise self._error(f"answered with {headers.get_content_type()}, not with plain JSON")
        try:
            told = json.loads(body.decode("utf-8"))
        except (ValueError, RecursionError):
            raise self._error("broke off or answered with something that is not JSON in UTF-8") from None
        if not isinstance(told, dict):
            raise self._error("answered with JSON that is no object")
        if status == HTTPStatus.NOT_FOUND:
            if self._is_none(told):
                return told
            raise self._error("answered 404 Not Found")
        if not self._is_answer(told):
            raise self._error("answered with an object of another form than documented")
        return told

    def _error(self, what: str) -> EndpointError:
        return EndpointError(f"{self.service} {what}", where=self._address)


class _SameHost(HTTPRedirectHandler):
    """Follows a redirect on the same host, and over the same or a safer scheme, only."""

    max_redirections = 3

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        old, new = urlsplit(req.full_url), urlsplit(newurl)
        if old.netloc != new.netloc or new.scheme not in {old.scheme, "https"}:
            fp.close()
            raise EndpointError(f"the service leads to another host ({new.netloc}), which was not asked")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


class _ToldNone(HTTPErrorProcessor):
    """Lets status 404 through: some services say so that they have nothing, which is an answer."""

    def http_response(self, request: Request, response: HTTPResponse) -> HTTPResponse:
        return response if response.status == HTTPStatus.NOT_FOUND else super().http_response(request, response)

    https_response = http_response


def _is_web_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False


def _retry_after(headers: Message, usual: float) -> float:
    """Return how many seconds to wait: what Retry-After says, in seconds or as a date, else the usual pause."""
    told = (headers.get("Retry-After") or "").strip()
    if told.isdecimal():
        return float(told[:9])
    try:
        return max(0.0, (parsedate_to_datetime(told) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError):
        return usual
