"""The house rules that a machine can check: lint, format, types, layering, documentation in step with the code."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS = ["errors", "names", "model", "text", "extract", "graph", "reason", "query", "cli"]
# Stages that stand side by side in the layer of the queries; none of them may import another's caller.
TOP = {
    "annotation": "query",
    "evaluation": "query",
    "knowledge": "query",
    "tables": "query",
    "render": "query",
    "__init__": "cli",
    "__main__": "cli",
}


@pytest.mark.parametrize(
    "command",
    [["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"]],
    ids=["lint", "format", "types"],
)
def test_the_code_is_clean(command):
    run = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def layer_of(module):
    part = module.split(".")[1] if "." in module else "__init__"
    return LAYERS.index(TOP.get(part, part))


def imports_of(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("sodiokg."):
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("sodiokg."))


def modules():
    source = ROOT / "src"
    for path in sorted(source.rglob("*.py")):
        yield ".".join(path.relative_to(source).with_suffix("").parts).removesuffix(".__init__"), path


def upward_imports(pairs):
    return [f"{name} imports {used}" for name, path in pairs for used in imports_of(path) if layer_of(used) > layer_of(name)]


def test_imports_point_one_way():
    assert upward_imports(modules()) == []


def test_an_import_that_points_up_is_found(tmp_path):
    guilty = tmp_path / "model.py"
    guilty.write_text("from sodiokg.graph import store\n")
    assert upward_imports([("sodiokg.model", guilty)]) == ["sodiokg.model imports sodiokg.graph"]


def test_the_readme_and_ci_run_the_same_test_line():
    line = (ROOT / ".ci" / "run").read_text().splitlines()[-1]
    assert line in (ROOT / "README.md").read_text()


def test_the_version_is_the_same_everywhere():
    version = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text(), re.MULTILINE).group(1)
    assert f'__version__ = "{version}"' in (ROOT / "src/sodiokg/__init__.py").read_text()
    assert f"version: {version}" in (ROOT / "CITATION.cff").read_text()
    assert f"## {version}" in (ROOT / "CHANGELOG.md").read_text()
