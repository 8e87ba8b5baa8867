"""What the query tests stand on: a store with the fictional graph, and a real SPARQL server that holds the same."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

FICTIONAL = Path(__file__).parent / "fictional.trig"
RETELLING = Path(__file__).parent / "retelling.trig"


def retold_files() -> tuple[Path, ...]:
    """Return the files of the fictional document and of a second one that tells of its studies partly otherwise."""
    return FICTIONAL, RETELLING


def fictional_store() -> ox.Store:
    store = ox.Store()
    store.bulk_load(path=str(FICTIONAL), format=ox.RdfFormat.TRIG)
    return store


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def server(store: ox.Store, folder: Path, *, union: bool = False) -> Iterator[str]:
    """Serve the store's quads with the real `oxigraph` server on loopback; yield the address of its query service."""
    program = Path(sys.executable).parent / "oxigraph"
    dump = folder / "graph.nq"
    store.dump(str(dump), ox.RdfFormat.N_QUADS)
    data = folder / f"data-{'union' if union else 'plain'}"
    subprocess.run([program, "load", "--location", data, "--file", dump], check=True, capture_output=True)
    port = free_port()
    options = ["--union-default-graph"] if union else []
    command = [program, "serve-read-only", "--location", data, "--bind", f"127.0.0.1:{port}", *options]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _await(f"http://127.0.0.1:{port}/", process)
        yield f"http://127.0.0.1:{port}/query"
    finally:
        process.terminate()
        process.wait(10)


def _await(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(200):
        if process.poll() is not None:
            raise AssertionError("the server ended at once")
        try:
            with urllib.request.urlopen(address, timeout=1):
                return
        except OSError:
            time.sleep(0.05)
    raise AssertionError("the server did not answer within 10 s")
