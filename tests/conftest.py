"""Every test runs without the user's own graph."""

import pytest


@pytest.fixture(autouse=True)
def _no_user_graph(tmp_path_factory, monkeypatch):
    monkeypatch.setenv("SODIOKG_HOME", str(tmp_path_factory.getbasetemp() / "no-user-graph"))
