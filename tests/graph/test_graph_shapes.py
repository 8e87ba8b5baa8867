"""Every rule has a graph that passes it and one that fails; SPARQL rules run over all targets find what pySHACL finds."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad

from sodiokg.errors import OntologyError
from sodiokg.graph.core_shapes import core_rows, rdflib_graph, report_rows
from sodiokg.graph.shapes import SH, Row, default_graph, read_shapes, rows, shape_files
from sodiokg.graph.store import ontology_quads
from sodiokg.graph.terms import node, sod
from sodiokg.graph.trig import read_turtle
from sodiokg.graph.validation import shipped_shapes, stated
from sodiokg.names import UNITS

FIXTURES = Path(__file__).parent / "fixtures" / "shapes"


@cache
def _rules() -> tuple[str, ...]:
    """Name every shape that can object, which is every shape with a message."""
    said = NamedNode(SH + "message")
    core = {
        quad.subject.value for quad in shipped_shapes().core if quad.predicate == said and isinstance(quad.subject, NamedNode)
    }
    return tuple(sorted(iri.rsplit("#")[-1] for iri in core | {one.shape for one in shipped_shapes().constraints}))


@cache
def _found(kind: str) -> frozenset[tuple[str, str]]:
    """Return which rules object to which fixture, all fixtures of a kind read into one graph."""
    quads = stated([*ontology_quads(), *(quad for path in FIXTURES.glob(f"*.{kind}.ttl") for quad in read_turtle(path))])
    flat = default_graph(quads)
    found = core_rows(quads, shipped_shapes()) + [row for one in shipped_shapes().constraints for row in rows(one, flat)]
    return frozenset((row.shape.rsplit("#")[-1], fixture) for row in found for fixture in _fixtures(row))


def _fixtures(row: Row) -> set[str]:
    places = {match[1] for text in (row.focus, row.value, row.message) if (match := re.search(r"example\.org/([^/]+)/", text))}
    return places or {"elsewhere"}


def test_every_rule_has_both_fixtures_and_no_fixture_is_left_over():
    there = sorted(path.name for path in FIXTURES.glob("*.ttl"))
    assert there == sorted(f"{rule}.{kind}.ttl" for rule in _rules() for kind in ("fail", "pass"))


@pytest.mark.parametrize("rule", _rules())
def test_a_rule_objects_to_its_failing_graph(rule):
    assert (rule, rule) in _found("fail")


def test_no_rule_objects_to_any_passing_graph_or_to_the_ontology():
    assert sorted(_found("pass")) == []


@pytest.mark.parametrize(
    ("kind", "unit", "fits"),
    [
        ("Thickness", "nm", True),
        ("Thickness", "um", True),
        ("CyclingTime", "mo", True),
        ("Overpotential", "V", True),
        ("CapacityRetention", "1", True),
        ("Thickness", "mg/cm2", False),
        ("Thickness", "deg", False),
        ("CycleCount", "%", False),
        ("CRate", "mA", False),
    ],
)
def test_a_number_is_held_to_the_dimension_of_its_quantity_not_to_one_unit(kind, unit, fits):
    thing = NamedNode("https://example.org/thing")
    told = [
        Quad(thing, node("rdf:type"), sod("Measurement")),
        Quad(thing, node("rdf:type"), sod(kind)),
        Quad(thing, sod("unit"), NamedNode(UNITS[unit])),
    ]
    (constraint,) = (one for one in shipped_shapes().constraints if one.shape.endswith("#unit-fits-quantity"))
    found = rows(constraint, default_graph([*ontology_quads(), *told]))
    assert not found if fits else all("expected" in row.message for row in found)
    assert bool(found) != fits


def test_every_unit_but_the_counted_and_the_c_rate_has_a_dimension():
    known = {quad.subject for quad in ontology_quads() if quad.predicate == sod("siUnit")}
    assert {key for key, iri in UNITS.items() if NamedNode(iri) not in known} == {"C", "{cycles}"}


def test_a_wrong_typed_subject_fails():
    assert ("subject-fits-property", "subject-fits-property") in _found("fail")


@pytest.mark.parametrize("constraint", shipped_shapes().constraints, ids=lambda one: one.shape.rsplit("#")[-1])
def test_a_constraint_run_over_all_targets_finds_what_pyshacl_finds(constraint):
    rule = constraint.shape.rsplit("#")[-1]
    for kind in ("pass", "fail"):
        quads = stated(_with_its_terms(read_turtle(FIXTURES / f"{rule}.{kind}.ttl")))
        ours = set(map(_plain, rows(constraint, default_graph(quads))))
        theirs = report_rows(rdflib_graph(quads), rdflib_graph(_shape_alone(constraint.shape)), shipped_shapes())
        assert ours == set(map(_plain, theirs))
        assert bool(ours) == (kind == "fail")


def _plain(row: Row) -> tuple[str, ...]:
    """Return a row with 50.0 written as 50, as Oxigraph does and rdflib does not."""
    texts = (row.value, row.message)
    return row.shape, row.severity, row.focus, *(re.sub(r"(\d)\.0\b", r"\1", text) for text in texts)


def _with_its_terms(quads: list[Quad]) -> list[Quad]:
    """Return the statements with what the ontology says of the terms they use; pySHACL would take minutes for all of it."""
    told: dict[object, None] = {quad.subject: None for quad in quads}
    used = {term for quad in quads for term in (quad.predicate, quad.object)}
    chosen = list(quads)
    while fresh := used - told.keys():
        told |= dict.fromkeys(fresh)
        more = [quad for quad in ontology_quads() if quad.subject in fresh]
        chosen += more
        used = {quad.object for quad in more if quad.predicate.value.rsplit("#")[-1] in {"subClassOf", "range", "domain", "type"}}
    lists = ("members", "first", "rest")
    chosen += [q for q in ontology_quads() if q.predicate.value.rsplit("#")[-1] in lists or "AllDisjointClasses" in str(q.object)]
    return list(dict.fromkeys(chosen))


def _shape_alone(shape: str) -> list[Quad]:
    """Return one shape with all that hangs below it."""
    quads = [quad for path in shape_files() for quad in read_turtle(path)]
    wanted, chosen = {shape}, []
    for _ in range(5):
        chosen = [quad for quad in quads if getattr(quad.subject, "value", "") in wanted]
        wanted |= {getattr(quad.object, "value", "") for quad in chosen}
    return chosen


def test_malformed_turtle_in_a_shape_is_reported_with_file_and_line(tmp_path):
    broken = tmp_path / "broken.ttl"
    broken.write_text("@prefix sh: <http://www.w3.org/ns/shacl#> .\nsh:a sh:b [ .\n")
    with pytest.raises(OntologyError, match=r"broken\.ttl:2"):
        read_shapes([broken])


def test_a_shape_that_is_not_shacl_is_reported_with_file_and_line(tmp_path):
    broken = tmp_path / "broken.ttl"
    broken.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> .\n@prefix shape: <https://w3id.org/sodiokg/shape#> .\n\n"
        "shape:crooked a sh:NodeShape ;\n  sh:targetNode shape:x ; sh:property shape:bent .\n"
        "shape:bent a sh:PropertyShape ; sh:path ( shape:one ) ; sh:minCount 1 .\n"
    )
    with pytest.raises(OntologyError, match=r"broken\.ttl:4: a shape that is not SHACL"):
        core_rows([], read_shapes([broken]))


@pytest.mark.parametrize(("query", "what"), [("SELECT $this WHERE { $this ?p }", "does not parse"), ("ASK {}", "does not parse")])
def test_a_constraint_with_a_damaged_query_is_reported_with_file_and_line(tmp_path, query, what):
    broken = tmp_path / "broken.ttl"
    broken.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> .\n@prefix shape: <https://w3id.org/sodiokg/shape#> .\n"
        f'shape:odd a sh:NodeShape ; sh:targetClass shape:X ;\n  sh:sparql [ sh:message "odd" ; sh:select "{query}" ] .\n'
    )
    (constraint,) = read_shapes([broken]).constraints
    with pytest.raises(OntologyError, match=what) as caught:
        rows(constraint, default_graph([]))
    assert caught.value.where.endswith("broken.ttl:3")


@pytest.mark.parametrize("gap", ["sh:message", "sh:select", "sh:targetClass"])
def test_a_constraint_without_query_message_or_target_is_named(tmp_path, gap):
    broken = tmp_path / "broken.ttl"
    whole = (
        "@prefix sh: <http://www.w3.org/ns/shacl#> .\n@prefix shape: <https://w3id.org/sodiokg/shape#> .\n"
        'shape:odd a sh:NodeShape ; sh:targetClass shape:X ;\n  sh:sparql [ sh:message "odd" ; sh:select "SELECT $this {}" ] .\n'
    )
    broken.write_text(whole.replace(gap, "shape:something"))
    with pytest.raises(OntologyError, match=gap):
        read_shapes([broken])
