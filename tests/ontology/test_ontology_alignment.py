"""The mappings to other ontologies: what SSSOM asks for, what our terms are, and that no reasoner ever sees them."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, Graph, URIRef

from sodiokg.names import data_folder
from sodiokg.ontology.files import merged, ontology_files

FOLDER = data_folder() / "ontology" / "alignment"
FILES = sorted(FOLDER.glob("*.sssom.tsv"))
# The slots of SSSOM that a mapping set and a mapping here have; each is one of the schema's.
SET_SLOTS = {
    "curie_map",
    "mapping_set_id",
    "mapping_set_version",
    "mapping_set_description",
    "license",
    "subject_source",
    "object_source",
}
SLOTS = [
    "subject_id",
    "subject_label",
    "predicate_id",
    "object_id",
    "object_label",
    "mapping_justification",
    "confidence",
    "comment",
]
PREDICATES = {f"skos:{name}Match" for name in ("exact", "close", "broad", "narrow", "related")}
SURE = {"skos:closeMatch": 0.6, "skos:broadMatch": 0.6, "skos:narrowMatch": 0.6, "skos:relatedMatch": 0.0}
# Terms that look right and are not: their object, and the subject that may not be mapped to it.
TRAPS = [
    ("electrochemistry", "sod:CapacityRetention", "ChargeRetention"),
    ("electrochemistry", "sod:NegativeElectrodeRole", "Electrode"),
    ("electrochemistry", "sod:SolidElectrolyteInterphase", "SolidElectrolyteInterphase"),
    ("chebi", "sub:Na", "sodium atom"),
]


@pytest.fixture(scope="module")
def core() -> Graph:
    return Graph().parse(ontology_files()[0])


def read(path: Path) -> tuple[dict[str, str], dict[str, str], list[dict[str, str]]]:
    """Return the prefixes, the other slots of the set, and the mappings of a file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    head = [line[1:] for line in lines if line.startswith("#")]
    prefixes = dict(re.findall(r'^  (\S+): "(\S+)"$', "\n".join(head), re.MULTILINE))
    slots = dict(re.findall(r'^(\w+):(?: "(.*)")?$', "\n".join(head), re.MULTILINE))
    table = csv.DictReader(lines[len(head) :], delimiter="\t", quoting=csv.QUOTE_NONE)
    assert table.fieldnames == SLOTS
    return prefixes, slots, list(table)


def faults(path: Path, core: Graph) -> list[str]:
    """Return what is wrong with a file of mappings."""
    prefixes, slots, mappings = read(path)
    found = [f"slot {name}" for name in SET_SLOTS ^ set(slots)]
    stub = Graph().parse(path.with_name(path.name.replace(".sssom.tsv", ".stub.ttl")))
    known = {str(term): str(stub.value(term, RDFS.label)) for term in stub.subjects(RDFS.isDefinedBy)}
    for one in mappings:
        names = {
            key: expanded(one[key], prefixes) for key in ("subject_id", "predicate_id", "object_id", "mapping_justification")
        }
        ours = URIRef(names["subject_id"])
        if (ours, RDFS.label, None) not in core or str(core.value(ours, RDFS.label)) != one["subject_label"]:
            found.append(f"{one['subject_id']} is no term of ours with that label")
        if known.get(names["object_id"]) != one["object_label"]:
            found.append(f"{one['object_id']} is not in the stub with that label")
        if one["predicate_id"] not in PREDICATES or one["mapping_justification"] != "semapv:ManualMappingCuration":
            found.append(f"{one['subject_id']} lacks predicate or justification")
        if not SURE.get(one["predicate_id"], 0.9) <= float(one["confidence"]) <= 1:
            found.append(f"{one['subject_id']} is mapped with too little confidence for {one['predicate_id']}")
        if one["predicate_id"] == "skos:relatedMatch" and not one["comment"] and float(one["confidence"]) < 0.5:
            found.append(f"{one['subject_id']} does not say how the two differ")
    mapped = {expanded(one["object_id"], prefixes) for one in mappings}
    found += [f"{term} is in the stub for no mapping" for term in known.keys() - mapped]
    pairs = [(one["subject_id"], one["object_id"]) for one in mappings]
    return [*found, *(f"{pair} twice" for pair in set(pairs) if pairs.count(pair) > 1)]


def expanded(curie: str, prefixes: dict[str, str]) -> str:
    prefix, _, local = curie.partition(":")
    return prefixes.get(prefix, f"unknown:{prefix}:") + local


def test_every_target_has_its_file() -> None:
    names = {path.name.removesuffix(".sssom.tsv") for path in FILES}
    assert names >= {"emmo", "electrochemistry", "battery", "chemical-substance", "chebi", "qudt", "pmdco", "prov"}
    assert {path.name.split(".")[0] for path in FOLDER.glob("*.stub.ttl")} == names


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_mapping_names_its_terms_its_justification_and_its_confidence(path: Path, core: Graph) -> None:
    assert faults(path, core) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("sod:AlloyPhase", "sod:AlloyPhases"),
        ("PMD_0025004", "PMD_9999999"),
        ("semapv:ManualMappingCuration", "semapv:Guess"),
        ("skos:closeMatch", "owl:sameAs"),
        ("\t0.7\t", "\t7\t"),
        ("#license:", "#licence:"),
    ],
)
def test_a_seeded_fault_in_a_mapping_is_found(tmp_path: Path, core: Graph, old: str, new: str) -> None:
    for name in ("pmdco.sssom.tsv", "pmdco.stub.ttl"):
        (tmp_path / name).write_text((FOLDER / name).read_text(encoding="utf-8"), encoding="utf-8")
    path = tmp_path / "pmdco.sssom.tsv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    assert faults(path, core)


@pytest.mark.parametrize(("target", "subject", "object_"), TRAPS)
def test_a_trap_is_not_stepped_into(target: str, subject: str, object_: str) -> None:
    _, _, mappings = read(FOLDER / f"{target}.sssom.tsv")
    sure = [one for one in mappings if one["predicate_id"] != "skos:relatedMatch"]
    assert [one for one in sure if (one["subject_id"], one["object_label"]) == (subject, object_)] == []


def test_no_mapping_reaches_a_reasoner() -> None:
    stubs = {
        term
        for path in FOLDER.glob("*.stub.ttl")
        if not path.name.startswith("prov")
        for term in Graph().parse(path).subjects(RDF.type, OWL.Class)
    }
    reasoned = {
        str(getattr(node, "value", "")) for triple in merged(ontology_files()) for node in (triple.subject, triple.object)
    }
    assert {str(term) for term in stubs} & reasoned == set()
