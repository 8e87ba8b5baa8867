"""What the README shows is what a reader gets."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

README = (Path(__file__).resolve().parent.parent / "README.md").read_text(encoding="utf-8")
SODIOKG = [sys.executable, "-m", "sodiokg"]


@pytest.fixture
def run(tmp_path):
    (tmp_path / "paper.md").write_text(
        "Novak et al. [1] coated BASE with zinc, and molten sodium wetted it better at 300 °C.\n", encoding="utf-8"
    )
    number = {
        "kind": "measurement",
        "doc": "paper",
        "id": "m1",
        "start": 74,
        "end": 80,
        "property": "operating_temperature",
        "value": 300,
        "unit": "Cel",
    }
    (tmp_path / "gold.jsonl").write_text(json.dumps(number), encoding="utf-8")
    (tmp_path / "mine.rq").write_text("SELECT * { GRAPH ?g { ?s ?p ?o } } LIMIT 3", encoding="utf-8")
    environment = {**os.environ, "SODIOKG_HOME": str(tmp_path / "home"), "COLUMNS": "96", "PYTHONIOENCODING": "utf-8"}

    def run(words):
        return subprocess.run(
            [*SODIOKG, *words], cwd=tmp_path, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
        )

    return run


def test_the_first_answer_is_the_real_one(run):
    shown = re.search(r"```text\n(What made sodium wet.*?)\n```", README, re.DOTALL).group(1)
    answer = run(["query", "0"])
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.startswith(shown)


def test_the_walk_through_of_a_conclusion_is_the_real_proof(run):
    shown = re.search(r"```text\n(Why 53.*?)\n```", README, re.DOTALL).group(1)
    answer = run(["why", "53", "--mechanism", "conversion_reaction"])
    keyless = [re.sub(r"intervention [0-9a-f]{6}", "intervention", text.strip()) for text in (shown, answer.stdout)]
    assert keyless[0] == keyless[1]


def commands():
    table = re.findall(r"^\| [^|]+ \| (.+?) \|$", README, re.MULTILINE)
    return sorted(
        {command for row in table for command in re.findall(r"`(sodiokg [^`.]+(?:\.\w+)?[^`.]*)`", row) if "http" not in command}
    )


def test_the_table_of_commands_is_found():
    assert len(commands()) >= 6


@pytest.mark.parametrize("command", commands())
def test_a_command_of_the_readme_works(run, command):
    done = run(command.split()[1:])
    assert done.returncode == 0, done.stderr


def test_the_python_example_runs(tmp_path, monkeypatch):
    monkeypatch.setenv("SODIOKG_HOME", str(tmp_path))
    example = re.search(r"```python\n(import sodiokg.*?)```", README, re.DOTALL).group(1)
    names = {}
    exec(example, names)
    assert len(names["kg"].query("contact-angle").to_pandas()) > 0


def test_the_readme_says_what_the_graph_holds():
    from sodiokg.graph.build import check
    from sodiokg.graph.store import open_graph

    assert check() is None
    said = re.search(r"The graph that ships: (\d+) studies, (\d+) claims, (\d+) numbers, (\d+) statements", README)
    kinds = ("Study", "Claim", "Measurement", "Statement")
    pattern = (
        "PREFIX sod: <https://w3id.org/sodiokg/ontology#> SELECT (COUNT(DISTINCT ?one) AS ?n) {{ GRAPH ?g {{ ?one a sod:{} }} }}"
    )
    store = open_graph()
    held = [int(next(iter(store.query(pattern.format(kind))))["n"].value) for kind in kinds]
    assert [int(number) for number in said.groups()] == held
