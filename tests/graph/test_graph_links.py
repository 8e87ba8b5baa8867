"""The links with databases that ship: each has its source, round-trips by CURIE, and says how close the two are."""

from __future__ import annotations

import re

import pytest

from sodiokg.errors import SourceError
from sodiokg.graph.build import substance_index
from sodiokg.graph.chemistry import chemistry_file, chemistry_quads, read_rows
from sodiokg.graph.links import LINKS, link_files, link_quads, read_links
from sodiokg.graph.store import store_of
from sodiokg.graph.terms import node
from sodiokg.graph.validation import validate
from sodiokg.names import substance_iri

TABLES = {path.name.removesuffix(".sssom.tsv"): read_links(path) for path in link_files()}
ROWS = [link for links in TABLES.values() for link in links]
CHEMISTRY = list(chemistry_quads(read_rows(chemistry_file()), substance_index()))
KNOWN = substance_index().members | {quad.subject for quad in CHEMISTRY}
QUADS = list(link_quads(ROWS, KNOWN))


def of(key, database):
    return {(link.object_id, link.match) for link in TABLES[database] if link.subject_id == f"sub:{key}"}


def damaged(tmp_path, old, new, name="cas"):
    (path,) = (path for path in link_files() if path.name.startswith(f"{name}."))
    text = path.read_text(encoding="utf-8")
    assert old in text
    copy = tmp_path / path.name
    copy.write_text(text.replace(old, new, 1), encoding="utf-8")
    return copy


def test_there_is_a_table_for_each_database():
    assert set(TABLES) == {
        "cas",
        "chebi",
        "cod",
        "emmo-chemical-substance",
        "icsd",
        "inchikey",
        "materials-project",
        "oqmd",
        "pubchem",
        "wikidata",
    }


def test_sodium_is_the_metal_and_its_atom_is_only_related():
    assert of("Na", "chebi") == {("CHEBI:37246", "close"), ("CHEBI:26708", "related")}


def test_what_is_called_an_atom_is_never_more_than_related():
    atoms = [link for link in ROWS if "atom" in link.object_label.split() or link.comment == "atom, not bulk metal"]
    assert {link.match for link in atoms} == {"related"}
    assert len(atoms) > 30


def test_an_exact_match_is_a_registry_number_that_two_packages_give():
    exact = {(link.subject_id, link.object_id) for link in ROWS if link.match == "exact"}
    for subject, number in exact:
        rows = [link for link in ROWS if (link.subject_id, link.object_id) == (subject, number)]
        assert number.startswith("CAS:")
        assert len({link.seen_in.split("==")[0] for link in rows}) > 1
    assert ("sub:Na", "CAS:7440-23-5") in exact


def test_an_inchikey_is_of_a_molecule_or_an_element_and_found_by_the_registry_number_that_the_substance_has():
    numbers = {(link.subject_id, link.object_id.removeprefix("CAS:")) for link in TABLES["cas"]}
    for link in TABLES["inchikey"]:
        assert re.fullmatch(r"INCHIKEY:[A-Z]{14}-[A-Z]{10}-[A-Z]", link.object_id)
        found = re.match(r"found by CAS (\d+-\d\d-\d)", link.comment)
        assert (link.subject_id, found[1]) in numbers
        assert f"'{found[1]}'" in link.seen_in
    assert of("Na2CO3", "inchikey") == {("INCHIKEY:CDBYLPFSWZWCQE-UHFFFAOYSA-L", "close")}
    assert of("Fe3O4", "inchikey").pop()[1] == "related"
    assert of("lignin", "inchikey") == of("chitosan", "inchikey") == set()


def test_a_record_of_one_polymorph_is_narrower_than_a_substance_that_leaves_it_open():
    structures = [link for link in TABLES["cod"] + TABLES["materials-project"] if link.polymorph]
    assert {link.match for link in structures} == {"narrow"}
    assert {link.polymorph for link in structures if link.subject_id == "sub:TiO2"} == {"anatase", "rutile"}
    assert {link.space_group for link in TABLES["materials-project"] if link.subject_id == "sub:Na"} == {"Im-3m"}


def test_every_link_is_round_tripped_by_its_curie():
    for path in link_files():
        prefixes = dict(re.findall(r'^#  (\w+): "(\S+)"$', path.read_text(encoding="utf-8"), re.MULTILINE))
        for link in read_links(path):
            (prefix,) = (name for name, iri in prefixes.items() if link.record.startswith(iri))
            assert f"{prefix}:{link.record.removeprefix(prefixes[prefix])}" == link.object_id
    assert len({link.record for link in ROWS}) == len({link.object_id for link in ROWS})


def test_a_label_is_the_one_that_the_substance_has():
    label = node("rdfs:label")
    store = store_of(CHEMISTRY)
    for link in ROWS:
        names = {quad.object.value for quad in store.quads_for_pattern(link.substance, label, None, None)}
        assert names == {link.subject_label}


def test_no_row_stands_twice():
    assert len({(link.subject_id, link.object_id, link.seen_in) for link in ROWS}) == len(ROWS)


def test_no_substance_that_was_looked_for_in_vain_has_a_link():
    lines = (link_files()[0].parent / "none-seen.tsv").read_text(encoding="utf-8").splitlines()[1:]
    vain = {line.split("\t")[0] for line in lines}
    assert not vain & {link.subject_id.removeprefix("sub:") for link in ROWS}
    assert {node(substance_iri(key)) for key in vain} <= KNOWN


def test_the_graph_of_links_keeps_the_shapes():
    assert validate(store_of(QUADS + CHEMISTRY)) == []


def test_the_graph_holds_the_match_and_who_saw_it():
    triples = {
        (quad.subject.value, quad.predicate.value, getattr(quad.object, "value", ""))
        for quad in QUADS
        if quad.graph_name == LINKS
    }
    match = (substance_iri("Na"), node("skos:closeMatch").value, "http://purl.obolibrary.org/obo/CHEBI_37246")
    assert match in triples
    assert sum(predicate.endswith("/source") for _, predicate, _ in triples) == len(ROWS)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("CAS:7440-23-5", "CAS:7440-32-5", "check digit"),
        ("CAS:7440-23-5", "XYZ:7440-23-5", "no prefix"),
        ("skos:exactMatch", "owl:sameAs", "matches of SKOS"),
        ("PyPI mendeleev==1.3.0 element('Al').cas", "", "lacks its source"),
        ("\tsemapv:ManualMappingCuration", "", "9 cells"),
        ("seen_in\tpolymorph", "seen\tpolymorph", "columns"),
        ("mapping_set_title", "mapping_set_titel", "title"),
    ],
)
def test_a_damaged_row_is_named_with_its_line(tmp_path, old, new, words):
    with pytest.raises(SourceError, match=words) as told:
        read_links(damaged(tmp_path, old, new))
    assert re.search(r"cas\.sssom\.tsv:\d+", str(told.value))


def test_a_link_of_an_unknown_substance_is_refused(tmp_path):
    links = read_links(damaged(tmp_path, "sub:Al\t", "sub:Kryptonite\t"))
    with pytest.raises(SourceError, match="sub:Kryptonite is no substance of ours"):
        list(link_quads(links, KNOWN))


def test_a_missing_table_is_reported(tmp_path):
    with pytest.raises(SourceError, match="cannot be read"):
        read_links(tmp_path / "none.sssom.tsv")
