"""Files that ship and are missing, empty or changed: nothing poorer is built in silence."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DIGEST = "graph/sources/sodiophilicity-digest.md"


@pytest.fixture
def checkout(tmp_path):
    """Copy what a checkout holds and a run needs."""
    for name in ("src/sodiokg", "ontology", "queries", "graph"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def sodiokg(folder, *words):
    environment = {**os.environ, "PYTHONPATH": str(folder / "src"), "SODIOKG_HOME": str(folder / "home")}
    command = [sys.executable, "-m", "sodiokg", *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False)


@pytest.mark.parametrize(
    ("missing", "code"),
    [
        (DIGEST, 3),
        ("graph/sources/sodiophilicity-digest.bib", 3),
        ("graph/sources/catalogue.ttl", 4),
        ("ontology/lexicon.ttl", 4),
        ("ontology/lexicon-quantities.ttl", 4),
        ("ontology/sodiokg.ttl", 4),
    ],
)
def test_a_missing_file_stops_the_build_by_its_name_and_leaves_the_graph_whole(checkout, missing, code):
    (checkout / missing).unlink()
    graph = (checkout / "graph/sodiokg.trig").read_bytes()
    done = sodiokg(checkout, "build")
    assert done.returncode == code, done.stderr
    assert Path(missing).name in done.stderr
    assert (checkout / "graph/sodiokg.trig").read_bytes() == graph


@pytest.mark.parametrize("name", ["ontology/sodiokg.ttl", "ontology/lexicon-quantities.ttl"])
def test_an_empty_ontology_file_stops_the_build(checkout, name):
    (checkout / name).write_text("")
    done = sodiokg(checkout, "build")
    assert done.returncode == 4
    assert f"{Path(name).name}: " in done.stderr
    assert "empty" in done.stderr


@pytest.mark.parametrize("words", [["build"], ["build", "--check"]])
def test_a_shipped_source_that_was_changed_is_named_with_both_checksums_and_the_way_to_update(checkout, words):
    (checkout / DIGEST).write_text((checkout / DIGEST).read_text().replace("72.5", "62.5"))
    done = sodiokg(checkout, *words)
    assert done.returncode == 3
    assert "sodiophilicity-digest.md" in done.stderr
    assert done.stderr.count("SHA-256") == 2
    assert "catalogue.ttl" in done.stderr


def test_a_catalogue_that_lists_no_text_is_told(checkout):
    catalogue = checkout / "graph/sources/catalogue.ttl"
    catalogue.write_text(catalogue.read_text().replace("a dcat:Distribution", "a dcat:Dataset"))
    done = sodiokg(checkout, "build")
    assert done.returncode == 4
    assert "lists no text" in done.stderr


def test_a_missing_shape_file_is_no_validation(checkout):
    (checkout / "ontology/shapes/numbers.ttl").unlink()
    done = sodiokg(checkout, "validate")
    assert done.returncode == 4
    assert "numbers.ttl" in done.stderr
