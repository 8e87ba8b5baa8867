"""The graph that the shipped sources give, to be compared."""

import pytest

import sodiokg
from sodiokg.graph.build import build
from sodiokg.graph.store import open_files


@pytest.fixture(scope="session")
def graph(tmp_path_factory):
    path = tmp_path_factory.mktemp("comparison") / "built.trig"
    build(target=path)
    knowledge = sodiokg.open()
    knowledge.__dict__["_store"] = open_files([path])
    return knowledge


@pytest.fixture(scope="session")
def comparison(graph):
    return graph.comparison()
