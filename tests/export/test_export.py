"""Every export says what the graph says, keeps to its format, is the same bytes each time, and stays text where a text is hostile."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from collections import defaultdict

import pyoxigraph as ox
import pytest
from pyoxigraph import Literal, NamedNode, Quad

from sodiokg.cli import main
from sodiokg.cli.exporting import FORMATS as NAMED
from sodiokg.errors import UsageError
from sodiokg.export import FORMATS, exported
from sodiokg.graph.build import build
from sodiokg.graph.terms import node, sod
from sodiokg.graph.trig import read_trig
from sodiokg.link.lookups import keep
from sodiokg.link.outcomes import Database, Inquiry, Outcome, Record
from sodiokg.names import substance_iri
from sodiokg.text.bibtex import parse_bibtex

DAY = "2026-05-31"
NP = "http://www.nanopub.org/nschema#"
VOID = "http://rdfs.org/ns/void#"
HOSTILE = '=cmd|" /C calc"!A0'
TEXT = f"""# A note

Novak et al. [1] coated BASE with tin, and molten sodium wetted it better at 300 °C. Tin might not alloy with sodium on BASE [2].
The contact angle fell from 120° to 40° after coating [1].

## References

1. Novak, A.; Abel, Z. <script>alert(1)</script> 100 % & \\input{{x}} of_tin. J. Invented Res. 2021, 14, 2280.
2. Poe, E. {HOSTILE}. J. Invented Res. 2022, 15, 17-19.
"""


@pytest.fixture(scope="module")
def quads(tmp_path_factory):
    folder = tmp_path_factory.mktemp("texts")
    (folder / "note.md").write_text(TEXT, encoding="utf-8")
    return read_trig(build([folder / "note.md"], folder / "note.trig").target)


def files_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_grammar_names_every_format():
    assert set(NAMED) == set(FORMATS)


@pytest.mark.parametrize(("form", "reader"), [("nquads", ox.RdfFormat.N_QUADS), ("jsonld", ox.RdfFormat.JSON_LD)])
def test_rdf_comes_back_as_it_went(quads, form, reader):
    assert set(ox.parse(exported(quads, form), format=reader)) == set(quads)


def test_json_ld_brings_its_context_and_fetches_nothing(quads):
    told = json.loads(exported(quads, "jsonld"))
    assert isinstance(told["@context"], dict)
    assert {"polarity", "aboutSubstrate"} <= {key for graph in told["@graph"] for one in graph["@graph"] for key in one}


def test_bibtex_is_read_back_with_nothing_run_or_lost(quads):
    data = exported(quads, "bibtex").decode()
    entries = parse_bibtex(data, "x.bib")
    assert [entry.year for entry in entries] == [2021, 2022]
    assert entries[0].authors == ("Novak, A.", "Abel, Z.")
    assert (entries[0].volume, entries[0].pages, entries[0].journal) == ("14", "2280", "J. Invented Res.")
    assert r"\input" not in data
    assert r"100 \% \&" in data


def test_csl_items_have_the_fields_and_types_of_the_schema(quads):
    items = json.loads(exported(quads, "csl-json"))
    assert [item["issued"]["date-parts"] for item in items] == [[[2021]], [[2022]]]
    assert items[0]["author"][0] == {"family": "Novak", "given": "A."}
    for item in items:
        assert (
            {"id", "type"} <= set(item) <= {"id", "type", "author", "title", "container-title", "volume", "page", "DOI", "issued"}
        )
        assert all(isinstance(item[key], str) for key in set(item) - {"author", "issued"})


def test_tables_are_described_as_frictionless_asks(quads):
    files = files_of(exported(quads, "csv"))
    package = json.loads(files["datapackage.json"])
    assert package["profile"] == "tabular-data-package"
    assert {one["path"] for one in package["resources"]} == set(files) - {"datapackage.json"}
    for one in package["resources"]:
        data = files[one["path"]]
        rows = list(csv.reader(io.StringIO(data.decode())))
        assert one["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert one["bytes"] == len(data)
        assert re.fullmatch(r"[a-z0-9._-]+", one["name"])
        assert [field["name"] for field in one["schema"]["fields"]] == rows[0]
        for row in rows[1:]:
            for cell, field in zip(row, one["schema"]["fields"], strict=True):
                assert not cell or field["type"] == "string" or float(cell) is not None
    assert len(list(csv.reader(io.StringIO(files["claims.csv"].decode())))) > 1
    assert len(list(csv.reader(io.StringIO(files["measurements.csv"].decode())))) > 2


def test_no_cell_of_a_table_runs_as_a_formula(quads):
    study = next(quad.subject for quad in quads if quad.object == sod("Study"))
    more = Quad(study, sod("doi"), Literal(HOSTILE), node("graph:shared"))
    files = files_of(exported([*quads, more], "csv"))
    cells = [
        cell
        for name, data in files.items()
        if name.endswith(".csv")
        for row in csv.reader(io.StringIO(data.decode()))
        for cell in row
    ]
    assert any(HOSTILE in cell for cell in cells)
    assert [cell for cell in cells if re.match(r"[=+@\t\r]", cell) and len(cell) > 1] == []


def test_a_crate_lists_what_it_holds_and_says_what_it_keeps_to(quads):
    files = files_of(exported(quads, "ro-crate", DAY))
    told = {one["@id"]: one for one in json.loads(files["ro-crate-metadata.json"])["@graph"]}
    assert told["ro-crate-metadata.json"]["conformsTo"] == {"@id": "https://w3id.org/ro/crate/1.1"}
    assert told["ro-crate-metadata.json"]["about"] == {"@id": "./"}
    parts = {part["@id"] for part in told["./"]["hasPart"]}
    assert parts == set(files) - {"ro-crate-metadata.json"} == {name for name, one in told.items() if one["@type"] == "File"}
    assert all(told[name]["sha256"] == hashlib.sha256(files[name]).hexdigest() for name in parts)
    assert {"name", "description", "license", "version"} <= set(told["./"])
    assert {told["./"][name]["@id"] for name in ("license", "author", "publisher")} <= set(told)
    assert told["./"]["datePublished"] == DAY


def test_a_crate_uses_no_term_that_its_context_does_not_have(quads):
    """The terms are those of RO-Crate 1.1 that are used here, as its context lists them; sha256 came with 1.2."""
    known = {
        "conformsTo",
        "about",
        "name",
        "description",
        "author",
        "publisher",
        "datePublished",
        "license",
        "version",
        "hasPart",
    }
    known |= {"@id", "@type", "encodingFormat", "contentSize", "url"}
    whole = json.loads(files_of(exported(quads, "ro-crate", DAY))["ro-crate-metadata.json"])
    base, *more = whole["@context"]
    assert base == "https://w3id.org/ro/crate/1.1/context"
    assert {key for one in whole["@graph"] for key in one} <= known | set(more[0])


@pytest.mark.parametrize("day", ["", "2026-13-01", "today", "31.5.2026"])
def test_a_crate_without_a_day_of_publication_is_refused(quads, day):
    with pytest.raises(UsageError, match="published on a day"):
        exported(quads, "ro-crate", day)


def test_the_description_counts_right(quads):
    triples = list(ox.parse(exported(quads, "void"), format=ox.RdfFormat.TURTLE))
    counted = {quad.subject.value: int(quad.object.value) for quad in triples if quad.predicate.value == VOID + "triples"}
    assert counted["https://w3id.org/sodiokg/dataset"] == len(set(quads))
    subsets = [quad.object.value for quad in triples if quad.predicate.value == VOID + "subset"]
    assert sum(counted[one] for one in subsets) == len(set(quads))


def publications(data):
    graphs = defaultdict(set)
    for quad in ox.parse(data, format=ox.RdfFormat.TRIG):
        graphs[quad.graph_name.value].add((quad.subject, quad.predicate, quad.object))
    names = sorted({name.rpartition("#")[0] for name in graphs})
    return {name: {part: graphs[f"{name}#{part}"] for part in ("Head", "assertion", "provenance", "pubinfo")} for name in names}


def test_every_claim_is_one_nanopublication_of_four_graphs(quads):
    """The structure that the guidelines of nanopublications ask for: head with the three others, each filled and about the right thing."""
    found = publications(exported(quads, "nanopub"))
    claims = {quad.subject for quad in quads if quad.object == sod("Claim")}
    assert len(found) == len(claims) > 1
    for name, graphs in found.items():
        links = {
            predicate.value.removeprefix(NP): value.value
            for _, predicate, value in graphs["Head"]
            if predicate.value.startswith(NP)
        }
        assert links == {
            "hasAssertion": f"{name}#assertion",
            "hasProvenance": f"{name}#provenance",
            "hasPublicationInfo": f"{name}#pubinfo",
        }
        assert (NamedNode(name), node("rdf:type"), NamedNode(NP + "Nanopublication")) in graphs["Head"]
        assert all(graphs.values())
        assert NamedNode(f"{name}#assertion") in {subject for subject, _, _ in graphs["provenance"]}
        assert {subject for subject, _, _ in graphs["pubinfo"]} == {NamedNode(name)}
        assert any(predicate == node("oa:exact") for _, predicate, _ in graphs["provenance"])


def test_what_is_not_asserted_is_published_with_its_polarity_and_never_as_a_fact(quads):
    found = publications(exported(quads, "nanopub")).values()
    facts = {quad.subject for quad in quads if quad.predicate == sod("liftedFrom")}
    for graphs in found:
        subjects = {subject for subject, _, _ in graphs["assertion"]}
        assert subjects <= facts or any(predicate == sod("polarity") for _, predicate, _ in graphs["assertion"])
    assert any(not {subject for subject, _, _ in graphs["assertion"]} & facts for graphs in found)


def test_an_unknown_format_names_the_known_ones(quads):
    with pytest.raises(UsageError, match="there are bibtex"):
        exported(quads, "docx")


def test_exports_are_the_same_bytes_under_another_hash_seed_locale_and_zone(quads, tmp_path):
    code = (
        "import hashlib, sys; from sodiokg.export import FORMATS, exported; from sodiokg.graph.trig import read_trig; from pathlib import Path;"
        "q = read_trig(Path(sys.argv[1])); print([hashlib.sha256(exported(q, f, '2026-05-31')).hexdigest() for f in sorted(FORMATS)])"
    )
    from sodiokg.graph.trig import to_trig

    (tmp_path / "g.trig").write_text(to_trig(quads), encoding="utf-8")
    told = set()
    for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
        command = [sys.executable, "-c", code, str(tmp_path / "g.trig")]
        told.add(subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout)
    assert len(told) == 1


def test_the_command_writes_a_file_or_stdout_and_refuses_an_archive_on_stdout(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("SODIOKG_HOME", str(tmp_path))
    assert main(["export", "--to", "bibtex"]) == 0
    assert capsys.readouterr().out.startswith("@article{")
    assert main(["export", "--to", "csv", "-o", str(tmp_path / "t.zip")]) == 0
    assert "datapackage.json" in files_of((tmp_path / "t.zip").read_bytes())
    assert main(["export", "--to", "ro-crate"]) == 2
    assert main(["export", "--to", "ro-crate", "-o", str(tmp_path / "c.zip"), "--date", "2026-05-31"]) == 0
    assert "published 2026-05-31" in capsys.readouterr().err
    assert main(["export", "--to", "ro-crate", "-o", str(tmp_path / "d.zip"), "--date", "never"]) == 2
    assert not (tmp_path / "d.zip").exists()
    assert main(["export", "--to", "bibtex", "--date", "2026-05-31"]) == 2


def test_what_services_answered_is_exported_with_its_day(tmp_path, monkeypatch):
    monkeypatch.setenv("SODIOKG_HOME", str(tmp_path))
    database = Database("pubchem", "PubChem", "PUBCHEM", "http://rdf.ncbi.nlm.nih.gov/pubchem/compound/CID")
    inquiry = Inquiry(substance_iri("NaCl"), "NaCl", "sodium chloride", "NaCl")
    record = Record('9 "x"<y>,é', database, "close")
    keep([Outcome(inquiry, "pubchem", "PubChem", "found", (record,), "its name", "2026-05-31")])
    assert main(["export", "--to", "csv", "-o", str(tmp_path / "t.zip")]) == 0
    rows = list(csv.DictReader(io.StringIO(files_of((tmp_path / "t.zip").read_bytes())["links.csv"].decode())))
    (row,) = (row for row in rows if row["date"])
    assert (row["date"], row["substance"], row["match"]) == ("2026-05-31", substance_iri("NaCl"), "close")
    assert main(["export", "--to", "nquads", "-o", str(tmp_path / "g.nq")]) == 0
    assert any(row["record"] in line for line in (tmp_path / "g.nq").read_text(encoding="utf-8").splitlines())
