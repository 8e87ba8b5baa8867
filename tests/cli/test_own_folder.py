"""A data folder that cannot be read or written, and a graph of one's own that is damaged."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(sys.executable).parent / "sodiokg"
COMMANDS = [["query", "0"], ["query", "--file", "-"], ["validate"], ["add", "paper.md"]]
PAPER = "# Tin\n\nMiller et al. coated NZSP with Sn; the contact angle of molten Na fell from 120.5° to 65.5° [1].\n\n## References\n\n[1] Miller, A. Tin. J. Kilns 2021, 3, 45.\n"
_DROP, _OVERRIDE, _SEARCH = 24, 1, 2  # PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
needs_permissions = pytest.mark.skipif(ROOT and sys.platform != "linux", reason="nothing is closed to root here")


def heed_permissions():
    """Give up root's right to open what is closed."""
    library = ctypes.CDLL(None)
    for capability in (_OVERRIDE, _SEARCH):
        library.prctl(_DROP, capability, 0, 0, 0)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "paper.md").write_text(PAPER)
    yield tmp_path
    if (tmp_path / "home").exists():
        (tmp_path / "home").chmod(0o700)


def sodiokg(folder, *words, home):
    return subprocess.run(
        [PROGRAM, *words],
        cwd=folder,
        env={**os.environ, "SODIOKG_HOME": str(home)},
        input="ASK {}",
        capture_output=True,
        text=True,
        preexec_fn=heed_permissions if ROOT else None,
        check=False,
    )


@needs_permissions
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_data_folder_without_permission_is_told_with_advice(folder, words):
    home = folder / "home"
    home.mkdir()
    home.chmod(0)
    done = sodiokg(folder, *words, home=home)
    assert done.returncode in {7, 8}, done.stderr
    assert "ermission denied" in done.stderr
    assert "SODIOKG_HOME" in done.stderr


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_data_folder_that_is_no_folder_is_told_with_advice(folder, words):
    done = sodiokg(folder, *words, home="/dev/null")
    assert done.returncode in {7, 8}, done.stderr
    assert "not a folder" in done.stderr
    assert "SODIOKG_HOME" in done.stderr


@pytest.mark.parametrize("content", ["", "<a> <b>"], ids=["empty", "cut off"])
def test_a_damaged_graph_of_ones_own_is_told_and_how_to_make_it_anew(folder, content):
    home = folder / "home"
    home.mkdir()
    (home / "graph.trig").write_text(content)
    for words in COMMANDS:
        done = sodiokg(folder, *words, home=home)
        assert done.returncode == 7, done.stderr
        assert "sodiokg add" in done.stderr
        assert "sodiokg build" not in done.stderr
    assert (home / "graph.trig").read_text() == content


@needs_permissions
def test_an_output_in_a_folder_without_permission_is_a_write_error(folder):
    home = folder / "home"
    home.mkdir()
    home.chmod(0)
    done = sodiokg(folder, "query", "--output", str(home / "list.txt"), home=folder / "other")
    assert done.returncode == 8, done.stderr
