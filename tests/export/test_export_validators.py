"""Each export is judged by what its own community judges it with, on what ships, and a fault in it is found."""

from __future__ import annotations

import io
import json
import warnings
import zipfile
from collections import defaultdict
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from sodiokg.export import exported
from sodiokg.graph.store import shipped_graph
from sodiokg.graph.trig import read_trig

SCHEMA = Path(__file__).with_name("csl-data.schema.json")


@contextmanager
def quiet():
    """Keep what the validators themselves do in ways that are deprecated from failing the tests."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@pytest.fixture(scope="module")
def quads():
    return read_trig(shipped_graph())


def judged(triples):
    """Return what nanopub-py says of one nanopublication: "" for a valid one."""
    with quiet():
        from nanopub import Nanopub, NanopubConf
        from nanopub.utils import MalformedNanopubError
        from rdflib import Dataset

        data = ox.serialize(triples, format=ox.RdfFormat.N_QUADS)
        dataset = Dataset()
        dataset.parse(data=data, format="nquads")
        try:
            return "" if Nanopub(rdf=dataset, conf=NanopubConf()).is_valid else "not valid"
        except MalformedNanopubError as error:
            return str(error)


@pytest.fixture(scope="module")
def nanopubs(quads):
    found = defaultdict(list)
    for quad in ox.parse(exported(quads, "nanopub"), format=ox.RdfFormat.TRIG):
        found[quad.graph_name.value.rpartition("#")[0]].append(quad)
    return found


def test_nanopub_py_finds_every_claim_a_valid_nanopublication(nanopubs):
    assert len(nanopubs) > 80
    assert {name: problem for name, quads in nanopubs.items() if (problem := judged(quads))} == {}


@pytest.mark.parametrize("part", ["Head", "assertion", "provenance", "pubinfo"])
def test_nanopub_py_finds_a_nanopublication_without_one_of_its_graphs(nanopubs, part):
    quads = next(iter(nanopubs.values()))
    assert judged([quad for quad in quads if not quad.graph_name.value.endswith(f"#{part}")]) != ""


def test_pyld_reads_the_json_ld_as_the_very_statements_of_the_n_quads_and_fetches_nothing(quads):
    with quiet():
        from pyld import jsonld

        def refuse(url, _):
            raise AssertionError(f"asked for {url}")

        document = json.loads(exported(quads, "jsonld"))
        told = jsonld.to_rdf(document, {"format": "application/n-quads", "documentLoader": refuse})
    lines = exported(quads, "nquads").decode().splitlines()
    assert len(lines) > 20_000
    assert {line for line in told.splitlines() if line} == set(lines)


def test_csl_json_keeps_the_schema_of_the_citation_style_language(quads):
    import jsonschema

    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    items = json.loads(exported(quads, "csl-json"))
    assert len(items) == 79
    assert [error.message for error in validator.iter_errors(items)] == []
    assert [*validator.iter_errors([{**items[0], "issued": 2020}])] != []


def test_bibtexparser_reads_every_entry_with_its_fields(quads):
    with quiet():
        import bibtexparser

        library = bibtexparser.parse_string(exported(quads, "bibtex").decode())
        broken = bibtexparser.parse_string(exported(quads, "bibtex").decode().replace("},", ",", 1))
    assert (len(library.entries), library.failed_blocks) == (79, [])
    assert all({"author", "title", "journal", "year", "volume", "pages"} <= set(one.fields_dict) for one in library.entries)
    assert broken.failed_blocks


def tables(quads, folder):
    with zipfile.ZipFile(io.BytesIO(exported(quads, "csv"))) as archive:
        archive.extractall(folder)
    return folder / "datapackage.json"


def test_frictionless_finds_the_tables_valid_and_a_word_for_a_number_not(quads, tmp_path):
    with quiet():
        from frictionless import validate

        package = tables(quads, tmp_path)
        report = validate(package)
        assert [task.place for task in report.tasks if not task.valid] == []
        assert len(report.tasks) == 5
        studies = tmp_path / "studies.csv"
        studies.write_text(studies.read_text(encoding="utf-8").replace(",2020,", ",twenty,", 1), encoding="utf-8")
        told = json.loads(package.read_text(encoding="utf-8"))
        for one in told["resources"]:
            del one["hash"], one["bytes"]  # or these alone would show the change
        package.write_text(json.dumps(told), encoding="utf-8")
        assert {kind for (kind,) in validate(package).flatten(["type"])} == {"type-error"}


def test_the_ontology_as_rdf_xml_is_read_by_two_parsers_as_the_same_statements():
    data = exported([], "rdfxml")
    strict = list(ox.parse(data, format=ox.RdfFormat.RDF_XML))
    assert len(strict) == len(rdflib.Graph().parse(data=data, format="xml")) > 5000
    with pytest.raises(SyntaxError):
        list(ox.parse(data.replace(b"</owl:Class>", b"", 1), format=ox.RdfFormat.RDF_XML))
