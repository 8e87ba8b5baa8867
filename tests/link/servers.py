"""Real servers on loopback: OPTIMADE's reference server with sodium phases, and a SPARQL server with data in the shape of Wikidata's."""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from sodiokg.graph.chemistry import chemistry_file, read_rows
from sodiokg.graph.stoichiometry import amounts, reduced_formula

__all__ = ["SYSTEMS", "optimade_server", "phases", "sparql_server", "structures", "wikidata_store"]

SYSTEMS = ("Na-Sn", "Na-Bi", "Na-In", "Na-Pb")
_STAGES = Path(__file__).resolve().parent.parent / "query" / "stages.py"
_ENTITY, _DIRECT = "http://www.wikidata.org/entity/", "http://www.wikidata.org/prop/direct/"
_LABEL = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")


def phases() -> list[str]:
    """Return the formulas of the sodium phases that the chemistry table has, with its sources, of four systems."""
    return sorted({row.phase for row in read_rows(chemistry_file()) if row.subject in SYSTEMS and row.phase})


def structures(formulas: Iterable[str], prefix: str = "own") -> list[dict]:
    """Return entries with compositions alone: no source gives positions of atoms, so there are none."""
    return [
        {
            "id": f"{prefix}/{number}",
            "type": "structures",
            "attributes": {
                "last_modified": "2026-01-01T00:00:00Z",
                "elements": list(amounts(formula)),
                "nelements": len(amounts(formula)),
                "chemical_formula_reduced": reduced_formula(formula),
                "structure_features": [],
            },
        }
        for number, formula in enumerate(formulas, 1)
    ]


@contextlib.contextmanager
def optimade_server(entries: Iterable[dict], folder: Path, page: int = 20) -> Iterator[str]:
    """Serve entries with the reference server of optimade-python-tools; yield its base address."""
    lines = [{"x-optimade": {"meta": {"api_version": "1.1.0"}}}, *entries]
    data = folder / "structures.jsonl"
    data.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    port = _stages().free_port()
    config = {"insert_test_data": False, "insert_from_jsonl": str(data), "page_limit": page, "log_dir": str(folder)}
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    environment = {**os.environ, "OPTIMADE_CONFIG_FILE": str(folder / "config.json")}
    command = [sys.executable, "-m", "uvicorn", "optimade.server.main:app", "--port", str(port), "--log-level", "error"]
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
        try:
            _await(f"http://127.0.0.1:{port}/v1/info", process)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(10)


def wikidata_store(items: dict[str, dict[str, str]]) -> ox.Store:
    """Return items with their direct properties, as Wikidata's query service has them: {"Q1": {"P231": "..", "label": ".."}}."""
    store = ox.Store()
    for item, told in items.items():
        for name, value in told.items():
            words = ox.Literal(value, language="en") if name == "label" else ox.Literal(value)
            predicate = _LABEL if name == "label" else ox.NamedNode(_DIRECT + name)
            store.add(ox.Quad(ox.NamedNode(_ENTITY + item), predicate, words))
    return store


def sparql_server(store: ox.Store, folder: Path) -> contextlib.AbstractContextManager[str]:
    """Serve a store with the real `oxigraph` server; its value is the address of the query service."""
    return _stages().server(store, folder)


def _stages():
    spec = importlib.util.spec_from_file_location("query_stages", _STAGES)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _await(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(400):
        if process.poll() is not None:
            raise AssertionError("the server ended at once")
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=1):
            return
        time.sleep(0.05)
    raise AssertionError("the server did not answer within 20 s")
