"""A real HTTP server on loopback that behaves as it is told: well, or in one of the ways in which services fail."""

from __future__ import annotations

import contextlib
import json
import threading
import time
from collections.abc import Callable, Iterator
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Behaviour = Callable[[BaseHTTPRequestHandler], None]
GOOD = {"status": "ok", "message-type": "work-list", "message": {"total-results": 0, "items": []}}


@contextlib.contextmanager
def service(behaviour: Behaviour) -> Iterator[tuple[str, list[BaseHTTPRequestHandler]]]:
    """Serve on loopback; yield the address and the requests that came."""
    came: list[BaseHTTPRequestHandler] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            came.append(self)
            with contextlib.suppress(OSError):
                behaviour(self)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.block_on_close = False
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", came
    finally:
        server.shutdown()
        server.server_close()


def reply(
    body: bytes | dict, status: int = 200, kind: str = "application/json", length: int | None = None, **headers: str
) -> Behaviour:
    data = json.dumps(body).encode() if isinstance(body, dict) else body

    def behave(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        told = {"Content-Type": kind, "Content-Length": str(len(data) if length is None else length), **headers}
        for name, value in told.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(data)

    return behave


def raw(data: bytes) -> Behaviour:
    return lambda request: (request.wfile.write(data), request.wfile.flush(), request.connection.close())[0]


def trickle(request: BaseHTTPRequestHandler) -> None:
    reply(b"", length=100_000)(request)
    for _ in range(100):
        request.wfile.write(b" ")
        request.wfile.flush()
        time.sleep(0.1)


def trickle_of_headers(request: BaseHTTPRequestHandler) -> None:
    request.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(100):
        request.wfile.write(f"X-{number}: y\r\n".encode())
        request.wfile.flush()
        time.sleep(0.1)


def silence(request: BaseHTTPRequestHandler) -> None:
    time.sleep(5)


def endless(request: BaseHTTPRequestHandler) -> None:
    reply(b'{"status": "ok", "message": {"items": [', length=10**9)(request)
    for _ in range(10_000):
        request.wfile.write(b"{}," * 10_000)


def later(request: BaseHTTPRequestHandler) -> None:
    """Ask to come again at a date far from now."""
    reply({}, 429, Retry_After=formatdate(time.time() + 3600, usegmt=True))(request)


MISBEHAVIOURS: dict[str, Behaviour] = {
    "429 with Retry-After 0 for ever": reply({}, 429, Retry_After="0"),
    "429 with an hour to wait": reply({}, 429, Retry_After="3600"),
    "429 with a date to wait for": later,
    "429 with nonsense in Retry-After": reply({}, 429, Retry_After="soon"),
    "500": reply({}, 500),
    "502 with HTML": reply(b"<html>bad gateway</html>", 502, "text/html"),
    "503": reply({}, 503, Retry_After="0"),
    "404": reply({}, 404),
    "403": reply({}, 403),
    "HTML with 200": reply(b"<html>please log in</html>", kind="text/html"),
    "HTML that says it is JSON": reply(b"<html>please log in</html>"),
    "truncated JSON": reply(json.dumps(GOOD).encode()[:-9]),
    "fewer bytes than announced": reply(json.dumps(GOOD).encode(), length=5000),
    "an empty body": reply(b""),
    "no body and 204": reply(b"", 204),
    "a list in place of an object": reply(b"[]"),
    "an object that says it failed": reply({"status": "failed", "message": [{"type": "parameter-not-allowed"}]}),
    "an object of another form": reply({"status": "ok", "message": {"items": {"a": 1}}}),
    "a page of 10 MB": reply(b'{"status": "ok", "message": {"items": ["' + b"x" * 10_000_000 + b'"]}}'),
    "an endless page": endless,
    "a trickle of bytes": trickle,
    "a trickle of headers": trickle_of_headers,
    "silence": silence,
    "Latin-1 in place of UTF-8": reply('{"status": "ok", "message": {"items": ["é"]}}'.encode("latin-1")),
    "UTF-16": reply(json.dumps(GOOD).encode("utf-16")),
    "gzip that nobody asked for": reply(b"\x1f\x8b\x08\x00", Content_Encoding="gzip"),
    "a redirect to another host": reply(b"", 302, Location="http://localhost:9/works"),
    "a redirect to a file": reply(b"", 302, Location="file:///etc/passwd"),
    "a redirect in a circle": reply(b"", 302, Location="/works?again"),
    "nesting without end": reply(b"[" * 100_000),
    "a closed connection": raw(b""),
    "what is not HTTP": raw(b"SSH-2.0-OpenSSH_9.6\r\n"),
    "a status line of nonsense": raw(b"HTTP/1.1 two hundred\r\n\r\n"),
    "a thousand headers": raw(b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 1000 + b"\r\n{}"),
}
