"""Every term is described, every key of the exchange format is one class, and the core stays within its profile."""

from __future__ import annotations

import json
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from conventions import SOD, genus_faults, own_terms, profile_faults
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef

from sodiokg.names import UNITS, concept, data_folder, member, substance_iri

Rule = Callable[[Graph], list[str]]
FOLDER = data_folder() / "ontology"
# The keys as the exchange format lists them.
KEYS = {
    "BatteryType": "molten all-solid-state conventional-liquid",
    "Substance": "BASE NASICON carbon metal MXene alloy other",
    "Strategy": """surface_coating alloy_anode composite_anode surface_cleaning bulk_doping heteroatom_doping oxide_decoration
        metal_decoration structural_host electrolyte_additive in_situ_interlayer composite_electrolyte surface_treatment mesh_or_network""",
    "Mechanism": """surface_tension_reduction passivation_removal alloying conversion_reaction capillary_infiltration
        adsorption_enhancement nucleation_barrier_reduction local_current_density_reduction ion_flux_homogenization sei_stabilization
        roughness_reduction interlayer_formation mixed_conduction self_healing mechanical_support interface_energy_reduction
        grain_boundary_filling vacancy_diffusion_enhancement volume_change_accommodation oxidation_layer_thinning
        side_reaction_prevention defect_sites""",
    "Effect": """wettability_improved dendrite_suppressed interfacial_resistance_reduced cycling_stability_improved
        rate_performance_improved densification_improved volume_change_reduced adhesion_improved no_wetting_improvement""",
    "Measurement": """contact_angle spreading_temperature operating_temperature treatment_temperature treatment_time
        measurement_temperature ionic_conductivity area_specific_resistance critical_current_density current_density current c_rate
        areal_capacity specific_capacity capacity_retention capacity_fade coulombic_efficiency cycle_count cycling_time overpotential
        voltage_hysteresis mass_fraction adsorption_energy specific_surface_area np_ratio stoichiometry_range nucleation_overpotential
        surface_tension work_of_adhesion diffusion_barrier stack_pressure thickness mass_loading cell_voltage energy_density""",
}
MEMBERS = {
    "Polarity": "asserted negated hypothesised open_question",
    "Attribution": "own_result own_statement reported listed",
    "EvidenceKind": """contact_angle spreading_image microscopy diffraction spectroscopy impedance voltage_curve dft molecular_dynamics
        in_situ_imaging""",
    "Relation": "causes compares_higher_than has_property depends_on credited_more_than changed_from",
}
# Keys of cells are one word each, their classes two.
CELLS = {"symmetric": "SymmetricCell", "half": "HalfCell", "full": "FullCell"}
# `other` names a substrate class and a property; the property's class is called by a key of its own.
OTHER_QUANTITY = ("other_quantity", SOD.OtherQuantity)


@pytest.fixture(scope="module")
def core() -> Graph:
    return Graph().parse(FOLDER / "sodiokg.ttl")


def seeded(core: Graph, turtle: str) -> Graph:
    prefixes = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in core.namespaces())
    return core + Graph().parse(data=prefixes + turtle, format="turtle")


FAULTS: list[tuple[Rule, str]] = [
    (genus_faults, 'sod:Bare a owl:Class ; rdfs:subClassOf sod:Layer ; skos:definition "Something thin."@en .'),
    (
        profile_faults,
        "sod:Layer rdfs:subClassOf [ a owl:Restriction ; owl:onProperty sod:madeOf ; owl:someValuesFrom sod:Substance ] .",
    ),
    (
        profile_faults,
        "[] a owl:Restriction ; owl:onProperty sod:madeOf ; owl:allValuesFrom sod:Oxide ; rdfs:subClassOf sod:OxideLayer .",
    ),
    (profile_faults, "sod:madeOf rdfs:domain owl:Thing ."),
]
RULES: list[Rule] = [genus_faults, profile_faults]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_ontology_keeps_the_convention(core: Graph, rule: Rule) -> None:
    assert rule(core) == []


@pytest.mark.parametrize(("rule", "turtle"), FAULTS, ids=[f"{rule.__name__}-{i}" for i, (rule, _) in enumerate(FAULTS)])
def test_a_seeded_fault_is_found(core: Graph, rule: Rule, turtle: str) -> None:
    assert rule(seeded(core, turtle))


def expected_keys() -> Iterator[tuple[str, URIRef, URIRef]]:
    for top, keys in KEYS.items():
        yield from ((key, URIRef(concept(key)), SOD[top]) for key in keys.split())
    yield from ((key, SOD[name], SOD.Cell) for key, name in CELLS.items())
    yield (*OTHER_QUANTITY, SOD.Measurement)


@pytest.mark.parametrize(("key", "iri", "top"), list(expected_keys()))
def test_a_key_of_the_exchange_format_is_the_notation_of_one_class_below_its_field(
    core: Graph, key: str, iri: URIRef, top: URIRef
) -> None:
    notated = [term for term in core.subjects(SKOS.notation, Literal(key)) if (term, RDF.type, OWL.Class) in core]
    assert notated == [iri]
    assert top in core.transitive_objects(iri, RDFS.subClassOf)


@pytest.mark.parametrize(("kind", "key"), [(kind, key) for kind, keys in MEMBERS.items() for key in keys.split()])
def test_a_coded_value_is_an_individual_that_is_called_by_its_key(core: Graph, kind: str, key: str) -> None:
    assert (URIRef(member(key)), RDF.type, SOD[kind]) in core
    assert (URIRef(member(key)), SKOS.notation, Literal(key)) in core


def test_no_two_classes_share_a_key(core: Graph) -> None:
    counts = Counter(key for term in core.subjects(RDF.type, OWL.Class) for key in core.objects(term, SKOS.notation))
    assert [key for key, count in counts.items() if count > 1] == []


@pytest.mark.parametrize(("key", "iri"), list(UNITS.items()))
def test_a_unit_of_the_exchange_format_is_declared_under_its_iri(core: Graph, key: str, iri: str) -> None:
    assert (URIRef(iri), RDF.type, SOD.Unit) in core
    assert (URIRef(iri), SKOS.notation, Literal(key)) in core


@pytest.mark.parametrize(
    ("key", "factor"),
    [
        ("Ohm.cm2", "1e-4"),
        ("mA/cm2", "10"),
        ("mAh/cm2", "36000"),
        ("mo", "2629800"),
        ("mg/cm2", "0.01"),
        ("mol/L", "1000"),
        ("W.h/kg", "3600"),
    ],
)
def test_a_unit_of_ours_converts_to_si_exactly(core: Graph, key: str, factor: str) -> None:
    assert Decimal(str(core.value(URIRef(UNITS[key]), SOD.conversionFactor))) == Decimal(factor)


def test_units_without_a_ucum_code_have_none(core: Graph) -> None:
    coded = {str(core.value(unit, SKOS.notation)) for unit in core.subjects(SOD.ucumCode)}
    assert set(UNITS) - coded == {"C", "wt%"}


def test_every_quantity_has_a_unit_and_compares_only_under_what_is_defined(core: Graph) -> None:
    kinds = [term for term in core.subjects(RDF.type, SOD.QuantityKind) if term != SOD.OtherQuantity]
    assert [term for term in kinds if core.value(term, SOD.canonicalUnit) is None] == []
    assert {value for value in core.objects(None, SOD.comparableUnder) if (value, RDF.type, OWL.Class) not in core} == set()
    assert set(map(str, core.objects(None, SOD.betterDirection))) == {"lower", "higher"}


def test_substances_are_called_by_shell_safe_keys_that_make_their_iri(core: Graph) -> None:
    substances = [term for term in own_terms(core) if "/substance/" in str(term)]
    keys = {str(term): str(core.value(term, SKOS.notation)) for term in substances}
    assert {iri: key for iri, key in keys.items() if iri != substance_iri(key)} == {}
    assert [key for key in keys.values() if not all(c.isalnum() or c in "-." for c in key)] == []


@pytest.mark.parametrize("name", ["sodiokg.ttl", "sodiokg-dl.ttl"])
def test_the_ontology_names_its_version_and_licence(name: str) -> None:
    graph = Graph().parse(FOLDER / name)
    (header,) = graph.subjects(RDF.type, OWL.Ontology)
    licence, title = (URIRef(f"http://purl.org/dc/terms/{term}") for term in ("license", "title"))
    assert all((header, needed, None) in graph for needed in (OWL.versionIRI, OWL.versionInfo, licence, title))


def test_the_context_covers_every_property_and_every_value(core: Graph) -> None:
    context = json.loads((FOLDER / "context.jsonld").read_text())["@context"]
    kinds = own_terms(core)
    values = {term for term in kinds if (term, RDF.type, SOD.Unit) not in core and "/substance/" not in str(term)}
    named = {str(term).removeprefix(SOD) for term in values if (term, RDF.type, OWL.AnnotationProperty) not in core}
    assert named - set(context) == set()


def test_the_context_reads_a_record_into_the_terms_of_the_ontology(core: Graph) -> None:
    context = json.loads(Path(FOLDER / "context.jsonld").read_text())
    record = {
        "iri": "id:claim/1",
        "type": "Claim",
        "polarity": "asserted",
        "usesStrategy": "SurfaceCoating",
        "hasAgent": "id:substance/Sn",
    }
    with warnings.catch_warnings():
        # rdflib's own JSON-LD parser still uses a class that rdflib deprecates.
        warnings.simplefilter("ignore", DeprecationWarning)
        graph = Graph().parse(data=json.dumps({"@context": context, **record}), format="json-ld")
    used = {node for triple in graph for node in triple if str(node).startswith(str(SOD))}
    assert len(graph) == 4
    assert used <= set(own_terms(core))
