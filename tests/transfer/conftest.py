"""No test reads or writes the graph of the person who runs it."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("SODIOKG_HOME", str(tmp_path / "home"))
