"""Several processes that write one graph."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from sodiokg.errors import WriteError
from sodiokg.graph.catalogue import documents
from sodiokg.graph.lock import locked
from sodiokg.graph.trig import read_trig

TEXT = "# Plates\n\nPoe coated BASE with Sn, and the contact angle of molten Na fell to 6{}° [1].\n\n## References\n\n1. Poe, E. J. Power Sources 2020, 2, 7.\n"


def test_texts_added_at_the_same_moment_are_all_kept(tmp_path):
    target = tmp_path / "mine.trig"
    processes = []
    for number in range(6):
        (tmp_path / f"text{number}.md").write_text(TEXT.format(number))
        command = [sys.executable, "-m", "sodiokg", "add", tmp_path / f"text{number}.md", "--graph", target]
        processes.append(subprocess.Popen(command, stdout=subprocess.DEVNULL, env=dict(os.environ)))
    assert [process.wait(120) for process in processes] == [0] * 6
    assert documents(read_trig(target)) == {f"text{number}" for number in range(6)}
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == []


def test_a_lock_that_another_keeps_is_waited_for_and_then_told(tmp_path):
    target = tmp_path / "graph.trig"
    refused = pytest.raises(WriteError, match="another process is writing")
    with locked(target), refused, locked(target, seconds=0.1):
        pytest.fail("two held one lock")
    with locked(tmp_path / "graph.trig", seconds=0.1):
        assert (tmp_path / ".graph.trig.lock").exists()
    assert not (tmp_path / ".graph.trig.lock").exists()


def test_a_place_that_is_no_folder_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(WriteError, match="its folder is not a folder"), locked(tmp_path / "file" / "graph.trig"):
        pytest.fail("a lock in a file")
