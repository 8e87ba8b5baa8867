"""What a version promises: terms last, breaking changes raise the number, and the change log tells of it."""

from __future__ import annotations

import json
import re

import pytest

from sodiokg.cli import main
from sodiokg.errors import UsageError
from sodiokg.names import SOD, data_folder
from sodiokg.ontology.checks import check_ontology
from sodiokg.ontology.difference import differences
from sodiokg.ontology.files import merged, ontology_files, versions
from sodiokg.ontology.terms import terms

CHANGELOG = (data_folder() / "ontology" / "CHANGELOG.md").read_text(encoding="utf-8")
HEADER = """@prefix dcterms: <http://purl.org/dc/terms/> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix x: <https://example.org/> .
"""
OLD = """
x:A a owl:Class ; rdfs:subClassOf x:B ; skos:definition "An a." ; skos:notation "a" . x:B a owl:Class . x:C a owl:Class .
x:p a owl:ObjectProperty . x:q a owl:ObjectProperty ; rdfs:domain x:A .
[] a owl:Restriction ; owl:onProperty x:p ; owl:someValuesFrom x:B ; rdfs:subClassOf x:A .
"""
# Each edit of the old text, and the changes that it makes.
EDITS = {
    "nothing": (("x:A a", "x:A a"), set()),
    "other blank nodes": (("[] a owl:Restriction ;", "_:other a owl:Restriction ;"), set()),
    "a term less": (("x:C a owl:Class .", ""), {("breaking", "term removed")}),
    "a term more": (("x:C a owl:Class .", "x:C a owl:Class . x:D a owl:Class ."), {("compatible", "term added")}),
    "another kind": (("x:C a owl:Class", "x:C a owl:ObjectProperty"), {("breaking", "kind changed")}),
    "a superclass less": (("rdfs:subClassOf x:B ;", ""), {("breaking", "axiom removed")}),
    "a superclass more": (("rdfs:subClassOf x:B ;", "rdfs:subClassOf x:B, x:C ;"), {("compatible", "axiom added")}),
    "another domain": (("rdfs:domain x:A", "rdfs:domain x:B"), {("breaking", "axiom removed"), ("breaking", "axiom added")}),
    "a sufficient condition less": (
        ("owl:someValuesFrom x:B", "owl:someValuesFrom x:C"),
        {("breaking", "axiom removed"), ("compatible", "axiom added")},
    ),
    "disjoint old terms": (("x:C a owl:Class", "x:C owl:disjointWith x:B . x:C a owl:Class"), {("breaking", "axiom added")}),
    "disjoint from a new term": (
        ("x:C a owl:Class", "x:D a owl:Class . x:C owl:disjointWith x:D . x:C a owl:Class"),
        {("compatible", "axiom added"), ("compatible", "term added")},
    ),
    "another meaning": (("An a.", "A b."), {("meaning", "skos:definition changed")}),
    "another key": (('"a"', '"b"'), {("breaking", "skos:notation changed")}),
    "a deprecation": (
        ("x:C a owl:Class", "x:C owl:deprecated true ; dcterms:isReplacedBy x:B . x:C a owl:Class"),
        {("compatible", "deprecated")},
    ),
    "a deprecation into nothing": (
        ("x:C a owl:Class", "x:C owl:deprecated true . x:C a owl:Class"),
        {("breaking", "deprecated")},
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_a_change_is_told_with_what_it_breaks(tmp_path, name):
    (before, after), expected = EDITS[name]
    sides = []
    for turtle in (OLD, OLD.replace(before, after)):
        path = tmp_path / "side.ttl"
        path.write_text(HEADER + turtle)
        sides.append(terms(merged([path])))
    assert {(one.effect, one.change) for one in differences(*sides)} == expected


def shipped(version=""):
    return terms(merged(ontology_files(version)))


def version():
    return re.search(r'versionInfo "(.+)"', ontology_files()[0].read_text()).group(1)


def lost(old, new):
    """Return the terms of an older version that the newer one no longer declares."""
    return sorted(old.keys() - new.keys())


@pytest.mark.parametrize("older", versions())
def test_no_term_of_an_older_version_is_lost(older):
    assert lost(shipped(older), shipped()) == []


def test_a_lost_term_is_found():
    old = shipped(versions()[-1])
    assert lost(old, {iri: term for iri, term in old.items() if iri != SOD + "Alloying"}) == [SOD + "Alloying"]


def rises_enough(old, new, changes):
    """Tell whether a version number moved as the policy says, before 1.0.0."""
    before, after = ([int(part) for part in one.split(".")] for one in (old, new))
    breaking = any(one.effect == "breaking" for one in changes)
    return after[:2] > before[:2] if breaking else after > before if changes else after == before


def test_the_version_number_moves_with_the_changes():
    older = versions()[-1]
    assert rises_enough(older, version(), differences(shipped(older), shipped()))


def test_a_version_number_that_stays_is_found():
    changes = differences(shipped(versions()[-1]), shipped())
    assert not rises_enough("0.2.0", "0.2.1", changes)
    assert not rises_enough("0.2.0", "0.2.0", changes)


def test_core_and_dl_module_have_one_version_and_name_the_one_before():
    for path in ontology_files():
        text = path.read_text()
        (prior,) = re.findall(r"owl:priorVersion <.*/([\d.]+)>", text)
        assert re.search(rf"owl:versionIRI <.*/{re.escape(version())}>", text)
        assert prior == versions()[-1]


def test_the_change_log_tells_of_every_version_and_of_the_policy():
    told = re.findall(r"^## ([\d.]+)$", CHANGELOG, re.MULTILINE)
    assert told == [version(), *reversed(versions())]
    assert "isReplacedBy" in CHANGELOG


def test_a_deprecated_term_without_a_replacement_is_found(tmp_path):
    path = tmp_path / "sodiokg.ttl"
    path.write_text(ontology_files()[0].read_text() + "\nsod:Alloying owl:deprecated true .\n")
    assert {one.check for one in check_ontology(path)} >= {"deprecated-without-replacement"}


def test_the_difference_is_printed_for_a_program(capsys):
    assert main(["ontology", "diff", "-f", "json"]) == 0
    said = capsys.readouterr()
    rows = json.loads(said.out)
    assert {"effect", "term", "kind", "change", "detail"} == set(rows[0])
    assert {"sod:Intercalation"} <= {row["term"] for row in rows if row["change"] == "term added"}
    assert f"from {versions()[-1]}" in said.err


def test_a_folder_and_a_file_compare_with_a_version(tmp_path, capsys):
    assert main(["ontology", "diff", "0.1.0", str(data_folder() / "ontology" / "versions" / "0.1.0"), "-f", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_an_unknown_version_names_those_that_there_are():
    with pytest.raises(UsageError, match=r"0\.1\.0"):
        ontology_files("9.9.9")
