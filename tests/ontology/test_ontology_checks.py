"""Every check finds the fault that it is for, none objects to what ships, and bad files are told with their line."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from sodiokg.cli import main
from sodiokg.cli.ontology import FORMATS
from sodiokg.errors import OntologyError
from sodiokg.names import data_folder
from sodiokg.ontology import files
from sodiokg.ontology.checks import check_ontology, checks, read_check
from sodiokg.ontology.files import ontology_files

HEADER = """@prefix dcterms: <http://purl.org/dc/terms/> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix sod: <https://w3id.org/sodiokg/ontology#> . @prefix x: <https://example.org/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
ONTOLOGY = """<https://example.org> a owl:Ontology ; owl:versionIRI <https://example.org/1.0.0> ; owl:versionInfo "1.0.0" ;
    dcterms:license <https://creativecommons.org/licenses/by/4.0/> .
"""


def term(name: str, kind: str, more: str = "", label: str = "") -> str:
    said = f'rdfs:label "{label or name}"@en ; skos:definition "A thing."@en ; skos:example "{name}"@en ; dcterms:source "us"'
    return f"x:{name} a owl:{kind} ; {said} {more} .\n"


LAYER = term("Layer", "Class", "; rdfs:subClassOf sod:Layer")
SOUND = LAYER + term("onLayer", "ObjectProperty", "; rdfs:domain x:Layer ; rdfs:range sod:Matter")
# Per check a fault, and the term that the check has to name.
FAULTS = {
    "deprecated-in-use": (
        LAYER
        + "x:Layer owl:deprecated true ; dcterms:isReplacedBy sod:Layer ."
        + term("Film", "Class", "; rdfs:subClassOf x:Layer"),
        "Layer",
    ),
    "deprecated-without-replacement": (LAYER + "x:Layer owl:deprecated true .", "Layer"),
    "disjoint-with-ancestor": (LAYER + "x:Layer owl:disjointWith sod:Matter .", "Layer"),
    "inverse-of-itself": (SOUND + "x:onLayer owl:inverseOf x:onLayer .", "onLayer"),
    "missing-disjointness": (term("Top", "Class") + term("Below", "Class", "; rdfs:subClassOf x:Top"), "Top"),
    "missing-inverse": (
        SOUND
        + term("hasFilm", "ObjectProperty", "; rdfs:domain x:Layer")
        + term("filmOf", "ObjectProperty", "; rdfs:range x:Layer"),
        "hasFilm",
    ),
    "no-domain-or-range": (term("near", "ObjectProperty"), "near"),
    "no-licence": ('<https://example.org/other> a owl:Ontology ; owl:versionIRI x:v ; owl:versionInfo "2" .', "other"),
    "no-ontology": ("", "file"),
    "no-version": ("<https://example.org/other> a owl:Ontology ; dcterms:license x:any .", "other"),
    "several-domains": (SOUND + "x:onLayer rdfs:domain sod:Activity .", "onLayer"),
    "several-labels": (LAYER + 'x:Layer rdfs:label "film"@en .', "Layer"),
    "shared-label": (LAYER + term("Film", "Class", "; rdfs:subClassOf x:Layer", label="layer"), "Layer"),
    "subclass-cycle": (LAYER + term("Film", "Class", "; rdfs:subClassOf x:Layer") + "x:Layer rdfs:subClassOf x:Film .", "Film"),
    "subproperty-cycle": (SOUND + "x:onLayer rdfs:subPropertyOf x:onLayer .", "onLayer"),
    "unconnected": (term("Lonely", "Class"), "Lonely"),
    "undefined-term": (LAYER + "x:Layer rdfs:subClassOf sod:Leyer .", "Leyer"),
    "undescribed": ('x:Bare a owl:Class ; rdfs:subClassOf sod:Layer ; rdfs:label "bare"@en .', "Bare"),
    "unlabelled": ("x:Bare a owl:Class ; rdfs:subClassOf sod:Layer .", "Bare"),
    "untagged-label": ('x:Bare a owl:Class ; rdfs:subClassOf sod:Layer ; rdfs:label "bare" .', "Bare"),
    "untyped-individual": (term("thing", "NamedIndividual"), "thing"),
    "unusual-name": (term("layer_of_oxide", "Class", "; rdfs:subClassOf sod:Layer"), "layer_of_oxide"),
    "wrong-domain": (SOUND + term("on", "ObjectProperty", "; rdfs:domain x:onLayer"), "on"),
    "wrong-inverse": (
        SOUND + term("layerOn", "ObjectProperty", "; rdfs:domain sod:Activity ; owl:inverseOf x:onLayer"),
        "layerOn",
    ),
    "wrong-range": (term("at", "ObjectProperty", "; rdfs:domain sod:Layer ; rdfs:range xsd:decimal"), "at"),
}


def written(folder: Path, turtle: str, name: str = "mine.ttl") -> Path:
    path = folder / name
    path.write_text(HEADER + turtle, encoding="utf-8")
    return path


def found(path: Path) -> dict[str, set[str]]:
    """Return the local names of the terms that each check objects to."""
    told: dict[str, set[str]] = {}
    for one in check_ontology(path):
        told.setdefault(one.check, set()).add(re.split(r"[:#/]", one.term.strip("<>"))[-1])
    return told


@pytest.mark.parametrize("module", ontology_files(), ids=lambda path: path.name)
def test_what_ships_keeps_every_check(module):
    assert check_ontology(module) == []


def test_every_check_has_a_seeded_fault():
    assert {check.name for check in checks()} == set(FAULTS)


def test_a_sound_file_of_somebody_else_keeps_every_check(tmp_path):
    assert found(written(tmp_path, ONTOLOGY + SOUND)) == {}


@pytest.mark.parametrize("name", sorted(FAULTS))
def test_a_check_finds_its_fault_and_names_the_term(tmp_path, name):
    turtle, guilty = FAULTS[name]
    head = "" if name in {"no-ontology", "no-licence", "no-version"} else ONTOLOGY
    path = written(tmp_path, head + turtle)
    told = found(path)
    assert guilty in told[name] or name == "no-ontology"
    (finding,) = [
        one for one in check_ontology(path) if one.check == name and guilty in f"{one.term}{guilty * (name == 'no-ontology')}"
    ][:1]
    assert finding.place.startswith(str(path))
    assert "{" not in finding.message


def test_a_finding_names_the_line_of_the_term(tmp_path):
    path = written(tmp_path, ONTOLOGY + "x:Bare a owl:Class ; rdfs:subClassOf sod:Layer .\n")
    (finding,) = [one for one in check_ontology(path) if one.check == "unlabelled"]
    line = int(finding.place.rpartition(":")[2])
    assert path.read_text().splitlines()[line - 1].startswith("x:Bare")


def test_a_stub_of_another_ontology_is_not_judged(tmp_path):
    stub = ONTOLOGY + SOUND + "<https://example.net/Thing> a owl:Class ; rdfs:isDefinedBy <https://example.net/> ."
    assert found(written(tmp_path, stub)) == {}


def test_an_ontology_in_rdf_xml_is_checked_too(tmp_path):
    path = tmp_path / "mine.owl"
    path.write_bytes(files.written(files.read_ontology(written(tmp_path, ONTOLOGY + SOUND)), "rdfxml"))
    assert check_ontology(path) == []


@pytest.mark.parametrize("damage", ["# no header\nSELECT * { ?s ?p ?o }", "# Check: a\n# Severity: violation\nSELECT * {"])
def test_a_damaged_check_is_refused_by_name(tmp_path, damage):
    path = tmp_path / "broken.rq"
    path.write_text(damage)
    with pytest.raises(OntologyError, match=r"broken\.rq"):
        read_check(path)


@pytest.fixture
def run(capsys):
    def run(*words):
        code = main(["ontology", *map(str, words)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def test_a_file_that_is_sound_ends_in_0_and_one_that_is_not_in_10(tmp_path, run):
    sound = written(tmp_path, ONTOLOGY + SOUND, "sound.ttl")
    faulty = written(tmp_path, ONTOLOGY + FAULTS["subclass-cycle"][0])
    assert run("check", sound, "--without-reasoner")[0] == 0
    code, out, err = run("check", faulty, "--without-reasoner", "-f", "json")
    assert code == 10
    assert {row["check"] for row in json.loads(out)} == {"subclass-cycle"}
    assert "2 violations" in err


def test_a_syntax_error_is_told_with_its_line(tmp_path, run):
    code, out, err = run("check", written(tmp_path, "x:a a owl:Class\nx:b a owl:Class ."))
    assert (code, out) == (4, "")
    assert re.search(r"mine\.ttl:[45]: not Turtle", err)


def test_broken_xml_is_told_with_its_line(tmp_path, run):
    path = tmp_path / "mine.owl"
    path.write_text('<?xml version="1.0"?>\n<a>\n<b></a>\n')
    assert re.search(r"mine\.owl:3: not RDF/XML", run("check", path)[2])


def test_a_missing_file_and_a_missing_import_are_told(tmp_path, run):
    assert "absent.ttl" in run("check", tmp_path / "absent.ttl")[2]
    path = written(tmp_path, ONTOLOGY + "<https://example.org> owl:imports <https://example.org/far> .")
    code, _, err = run("check", path)
    assert code == 4
    assert "imports https://example.org/far" in err


def test_an_inconsistency_is_a_violation(tmp_path, run):
    path = written(tmp_path, ONTOLOGY + LAYER + "x:a a owl:NamedIndividual, x:Layer, sod:Activity .")
    text = path.read_text().replace("dcterms:license", "owl:imports <https://w3id.org/sodiokg/ontology> ; dcterms:license", 1)
    path.write_text(text)
    code, out, _ = run("check", path, "-f", "json")
    assert code == 10
    assert "consistent" in {row["check"] for row in json.loads(out)}


@pytest.mark.parametrize(
    "odd",
    [
        term("both", "ObjectProperty", "; a owl:Class ; rdfs:domain x:both"),
        "x:p a <http://www.w3.org/1999/02/22-rdf-syntax-ns#Property>, owl:FunctionalProperty . x:a x:p x:b .",
    ],
    ids=["a property that is a class", "a property of no kind"],
)
def test_what_the_reasoner_cannot_take_in_hides_no_other_finding(tmp_path, run, odd):
    path = written(tmp_path, ONTOLOGY + odd + "x:Bare a owl:Class ; rdfs:subClassOf sod:Layer .")
    code, out, err = run("check", path, "-f", "json")
    assert code == 10
    assert "unlabelled" in {row["check"] for row in json.loads(out)}
    assert "bug" not in err


def test_without_the_reasoner_the_rest_is_checked_and_a_remark_made(tmp_path, run, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "owlready2", None)
    code, _, err = run("check", written(tmp_path, ONTOLOGY + SOUND))
    assert code == 0
    assert "consistency was not judged" in err


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_says_the_same(tmp_path, run, form):
    target = tmp_path / f"core.{'rdf' if form == 'rdfxml' else form}"
    assert run("export", "--module", "core", "-f", form, "-o", target)[0] == 0
    core = files.read_ontology(ontology_files()[0])
    assert len(set(files.read_ontology(target))) == len(set(core))


def test_the_formats_of_the_grammar_are_those_that_can_be_written():
    assert files.FORMATS == FORMATS


def test_the_ontology_alone_says_what_it_holds(run):
    code, out, _ = run()
    assert code == 0
    version = re.search(r'versionInfo "(.+)"', ontology_files()[0].read_text()).group(1)
    assert version in out


def test_the_folder_of_checks_holds_nothing_else():
    assert {path.suffix for path in (data_folder() / "ontology" / "checks").iterdir()} == {".rq"}
