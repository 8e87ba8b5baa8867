"""The house rules that a machine can check: lint, format, types, layering, documentation in step with the code."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS = ["errors", "names", "model", "text", "extract", "graph", "ontology", "reason", "query", "link", "cli"]
# Stages that stand side by side in the layer of the queries; none of them may import another's caller.
TOP = {
    "annotation": "query",
    "audit": "query",
    "comparison": "query",
    "evaluation": "query",
    "explanation": "query",
    "export": "query",
    "knowledge": "query",
    "pool": "names",
    "outline": "query",
    "tables": "query",
    "render": "query",
    "transfer": "query",
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


def imports_of(name, path):
    """Yield the modules of sodiokg that a module imports, however it writes it; `__version__` is a constant and of no layer."""
    package = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "sodiokg")
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) + 1 - node.level] if node.level else []
            origin = ".".join([*above, *(node.module or "").split(".")]).strip(".")
            if origin == "sodiokg":
                yield from (submodule(alias.name) for alias in node.names if alias.name != "__version__")
            elif origin.startswith("sodiokg."):
                yield origin


def submodule(name):
    """Return what `from sodiokg import name` reads: a module of that name, or the package itself."""
    folder = ROOT / "src" / "sodiokg" / name
    return f"sodiokg.{name}" if folder.is_dir() or folder.with_suffix(".py").is_file() else "sodiokg"


def modules():
    source = ROOT / "src"
    for path in sorted(source.rglob("*.py")):
        yield ".".join(path.relative_to(source).with_suffix("").parts).removesuffix(".__init__"), path


def upward_imports(pairs):
    return [
        f"{name} imports {used}" for name, path in pairs for used in imports_of(name, path) if layer_of(used) > layer_of(name)
    ]


def test_imports_point_one_way():
    assert upward_imports(modules()) == []


@pytest.mark.parametrize(
    ("name", "line", "used"),
    [
        ("sodiokg.model", "from sodiokg.graph import store", "sodiokg.graph"),
        ("sodiokg.model", "from sodiokg import graph", "sodiokg.graph"),
        ("sodiokg.model", "from sodiokg import names, query", "sodiokg.query"),
        ("sodiokg.model", "from sodiokg import open", "sodiokg"),
        ("sodiokg.model", "import sodiokg", "sodiokg"),
        ("sodiokg.model", "import sodiokg.graph.store as store", "sodiokg.graph.store"),
        ("sodiokg.model", "from . import graph", "sodiokg.graph"),
        ("sodiokg.model", "from .graph import store", "sodiokg.graph"),
        ("sodiokg.text.marks", "from ..graph import store", "sodiokg.graph"),
        ("sodiokg.text.marks", "from .. import cli", "sodiokg.cli"),
    ],
)
def test_an_import_that_points_up_is_found(tmp_path, name, line, used):
    guilty = tmp_path / f"{name.split('.')[-1]}.py"
    guilty.write_text(line + "\n")
    assert upward_imports([(name, guilty)]) == [f"{name} imports {used}"]


@pytest.mark.parametrize("line", ["from sodiokg import __version__", "from .symbols import folded", "from ..model import Plain"])
def test_an_import_that_points_down_is_allowed(tmp_path, line):
    fine = tmp_path / "marks.py"
    fine.write_text(line + "\n")
    assert upward_imports([("sodiokg.text.marks", fine)]) == []


def test_the_readme_and_ci_run_the_same_test_line():
    line = (ROOT / ".ci" / "run").read_text().splitlines()[-1]
    assert line in (ROOT / "README.md").read_text()


def test_the_version_is_the_same_everywhere():
    version = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text(), re.MULTILINE).group(1)
    assert f'__version__ = "{version}"' in (ROOT / "src/sodiokg/__init__.py").read_text()
    assert f"version: {version}" in (ROOT / "CITATION.cff").read_text()
    assert f"## {version}" in (ROOT / "CHANGELOG.md").read_text()
