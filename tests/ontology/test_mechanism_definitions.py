"""Every mechanism says what it needs, in a form that a query reads and a reasoner bears out."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from conventions import SOD
from rdflib import OWL, RDF, RDFS, SKOS, XSD, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

import sodiokg
from sodiokg.errors import UsageError
from sodiokg.graph.chemistry import chemistry_file, read_rows
from sodiokg.names import data_folder

FOLDER = data_folder() / "ontology"
ASPECTS = {"agent", "substrate", "surface", "temperature", "electrolyte"}


@pytest.fixture(scope="module")
def core() -> Graph:
    return Graph().parse(FOLDER / "sodiokg.ttl")


@pytest.fixture(scope="module")
def both(core: Graph) -> Graph:
    return core + Graph().parse(FOLDER / "sodiokg-dl.ttl")


def mechanisms(graph: Graph) -> list[Node]:
    return sorted(graph.subjects(RDF.type, SOD.MechanismKind))


def needless(graph: Graph) -> list[str]:
    """Return the mechanisms for which no precondition is named."""
    needs = (SOD.requires, SOD.presupposes)
    return [str(one) for one in mechanisms(graph) if not any((one, need, None) in graph for need in needs)]


def unborne(graph: Graph) -> list[tuple[str, str]]:
    """Return the required preconditions that no axiom on the mechanism, or on a class above it, states."""
    found = []
    for mechanism, precondition in sorted(graph.subject_objects(SOD.requires)):
        above = set(graph.transitive_objects(mechanism, RDFS.subClassOf))
        stated = {pair for term in above for pair in existentials(graph, term)}
        wanted = {(graph.value(precondition, SOD.conditionProperty), c) for c in graph.objects(precondition, SOD.conditionClass)}
        if not wanted <= stated:
            found.append((str(mechanism).removeprefix(SOD), str(precondition).removeprefix(SOD)))
    return found


def existentials(graph: Graph, node: Node) -> Iterator[tuple[Node, Node]]:
    """Yield property and class of an existential, of one part of a union of them, or of one whose class is a union."""
    for parts in graph.objects(node, OWL.unionOf):
        for part in Collection(graph, parts):
            yield from existentials(graph, part)
    filler = graph.value(node, OWL.someValuesFrom)
    if filler is not None:
        unions = list(graph.objects(filler, OWL.unionOf))
        for class_ in [part for parts in unions for part in Collection(graph, parts)] or [filler]:
            yield graph.value(node, OWL.onProperty), class_


def test_every_mechanism_says_what_it_needs(core: Graph) -> None:
    assert len(mechanisms(core)) > 30
    assert needless(core) == []


def test_what_a_mechanism_requires_is_an_axiom(both: Graph) -> None:
    assert unborne(both) == []


@pytest.mark.parametrize("named", ["SodiumStable", "Polymer"])
def test_a_requirement_that_no_axiom_bears_out_is_found(both: Graph, named: str) -> None:
    seeded = both + Graph()
    seeded.add((SOD.agentAlloysWithSodium, SOD.conditionClass, SOD[named]))
    assert unborne(seeded) == [("Alloying", "agentAlloysWithSodium")]


def test_a_mechanism_without_a_precondition_is_found(core: Graph) -> None:
    seeded = core + Graph()
    seeded.add((SOD.Bare, RDF.type, SOD.MechanismKind))
    assert needless(seeded) == [str(SOD.Bare)]


def freed(core: Graph) -> set[Node]:
    """Return the elements that alloy with sodium and that some compound which sodium reduces brings in."""
    alloying = set(core.subjects(RDF.type, SOD.SodiumAlloyingElement))
    return {
        e for compound in core.subjects(RDF.type, SOD.SodiumReducible) for e in core.objects(compound, SOD.hasElement)
    } & alloying


def seen_by_an_alloy(core: Graph) -> set[Node]:
    """Return the elements of the axioms by which an alloy shows that a compound was reduced."""
    found = set()
    for condition in core.subjects(RDFS.subClassOf, SOD.ConversionReaction):
        for parts in core.objects(condition, OWL.intersectionOf):
            fillers = [core.value(part, OWL.someValuesFrom) for part in Collection(core, parts)]
            values = [
                {core.value(part, OWL.hasValue) for part in Collection(core, inner)} - {None}
                for filler in fillers
                if filler
                for inner in core.objects(filler, OWL.intersectionOf)
            ]
            if values:
                (element,) = set.intersection(*values)
                found.add(element)
    return found


def test_every_element_that_a_reduced_compound_sets_free_is_seen_by_its_alloy(core: Graph) -> None:
    assert seen_by_an_alloy(core) == freed(core) != set()
    seeded = core + Graph()
    seeded.add((SOD.Odd, RDF.type, SOD.SodiumReducible))
    seeded.add((SOD.Odd, SOD.hasElement, URIRef("https://w3id.org/sodiokg/id/substance/Au")))
    assert freed(seeded) != seen_by_an_alloy(seeded)


def test_what_is_inferred_in_what_ships_says_why_and_how_it_may_be_wrong(core: Graph) -> None:
    inferred = {quad.object for quad in sodiokg.open().explainer.inferred() if quad.predicate.value == str(SOD.infersMechanism)}
    assert inferred
    for mechanism in inferred:
        assert core.value(URIRef(mechanism.value), SOD.inferenceBasis), mechanism
        assert core.value(URIRef(mechanism.value), SOD.inferenceCaveat), mechanism


def test_a_precondition_can_be_judged(core: Graph) -> None:
    preconditions = set(core.subjects(RDF.type, SOD.Precondition))
    used = {one for need in (SOD.requires, SOD.presupposes, SOD.alternativePrecondition) for one in core.objects(None, need)}
    assert preconditions == used
    for one in preconditions:
        assert {str(aspect) for aspect in core.objects(one, SOD.aspect)} <= ASPECTS
        classes = list(core.objects(one, SOD.conditionClass))
        assert all((class_, RDF.type, OWL.Class) in core for class_ in classes)
        assert all((p, RDF.type, OWL.ObjectProperty) in core for p in core.objects(one, SOD.conditionProperty))
        assert classes or (one, SOD.conditionProperty, SOD.carriedOutAt) in core


def test_what_mechanisms_need_covers_agent_substrate_surface_temperature_and_electrolyte(core: Graph) -> None:
    assert {str(aspect) for aspect in core.objects(None, SOD.aspect)} == ASPECTS


def test_the_temperature_of_liquid_sodium_is_the_melting_point_of_the_table(core: Graph) -> None:
    told = {row.number for row in read_rows(chemistry_file()) if (row.kind, row.subject) == ("MeltingPointDatum", "Na")}
    (celsius,) = {kelvin - Decimal("273.15") for kelvin in told if kelvin is not None}
    limits = [value for name in (SOD.minimumCelsius, SOD.maximumCelsius) for value in core.objects(None, name)]
    limits += [
        value
        for name in (XSD.minExclusive, XSD.maxExclusive)
        for value in core.objects(None, name)
        if value != Literal(Decimal("0.0"))
    ]
    assert {Decimal(str(value)) for value in limits} - {Decimal("90.0"), Decimal("0.0")} == {celsius}


@pytest.mark.parametrize(
    "key",
    [
        "dissolution",
        "intercalation",
        "physical_confinement",
        "functional_group_adsorption",
        "current_density_homogenization",
        "interphase_formation",
        "electrolyte_passivation_removal",
        "agent_oxide_removal",
        "sodium_oxide_removal",
    ],
)
def test_what_the_field_keeps_apart_from_the_keys_of_the_exchange_format_has_a_class(core: Graph, key: str) -> None:
    (term,) = core.subjects(SKOS.notation, Literal(key))
    assert URIRef(SOD.Mechanism) in core.transitive_objects(term, RDFS.subClassOf)


def test_a_question_tells_what_a_mechanism_needs_with_what_those_above_it_need(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("SODIOKG_HOME", str(tmp_path))
    needs = {row["precondition"]: row for row in sodiokg.open().query(61, mechanism="carbonate_removal")}
    assert set(needs) == {
        "carbonate present on the electrolyte",
        "contaminant on the electrolyte",
        "contaminant on the surface",
        "substrate stands the treatment",
    }
    assert needs["substrate stands the treatment"]["need"] == "presupposed"
    liquid = {row["precondition"]: row for row in sodiokg.open().query(61, mechanism="surface_tension_reduction")}[
        "sodium is liquid"
    ]
    assert (str(liquid["above_celsius"]), liquid["or_else"]) == ("97.794", "anode is a liquid alloy")


def test_an_unknown_mechanism_is_answered_with_did_you_mean(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("SODIOKG_HOME", str(tmp_path))
    with pytest.raises(UsageError, match="did you mean intercalation"):
        sodiokg.open().query(61, mechanism="intercalatoin")
