"""Records become assertions, and asserted claims of one study become facts."""

from __future__ import annotations

import dataclasses

import graph_by_hand as hand
import pytest
from pyoxigraph import NamedNode, QuerySolutions, Store

from sodiokg.errors import GraphError
from sodiokg.extract.records import extract
from sodiokg.graph.assertions import SHARED, assertions, document_graphs
from sodiokg.graph.build import substance_index
from sodiokg.graph.catalogue import quads_of
from sodiokg.graph.store import ontology_quads, store_of
from sodiokg.graph.substances import Resolver
from sodiokg.graph.validation import check_quotes, validate
from sodiokg.model import Records, Source
from sodiokg.names import PREFIXES, SOD

HEAD = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())


def store(records: Records | None = None) -> Store:
    records = records or hand.records()
    return store_of([*assertions(records, substance_index()), *quads_of(records.document.source)])


def ask(graphs: Store, pattern: str, part: str = "assertions", document: str = "note") -> list[tuple[str, ...]]:
    """Return the rows of a pattern in one graph of a document, IRIs without their namespace."""
    where = f"https://w3id.org/sodiokg/graph/document/{document}/{part}"
    inner = pattern if pattern.startswith("SELECT") else f"SELECT * {{ {pattern} }}"
    rows = graphs.query(HEAD + inner, default_graph=[NamedNode(where)])
    assert isinstance(rows, QuerySolutions)
    return sorted(tuple(_short(value) for value in row) for row in rows)


def _short(value) -> str:
    return str(value.value).replace(SOD, "").rsplit("/", 1)[-1] if isinstance(value, NamedNode) else str(value.value)


def test_one_claim_splits_into_assertions_each_with_its_own_polarity():
    found = ask(
        store(),
        'SELECT ?l ?polarity { ?c sod:strategyText "tin film" . ?p sod:partOfClaim ?c ; sod:polarity ?polarity ; rdfs:label ?l }',
    )
    assert found == [("Na15Sn4", "asserted"), ("alloying", "hypothesised")]


def test_an_assertion_points_at_its_own_words():
    found = ask(store(), "SELECT ?q { ?p sod:statesMechanism sod:Alloying ; sod:evidenceSpan/oa:hasSelector/oa:exact ?q }")
    assert found == [("perhaps by alloying",)]


def test_a_run_of_citations_reports_every_study_and_is_marked_as_listed():
    found = ask(
        store(),
        'SELECT ?a (COUNT(?s) AS ?n) { ?c sod:strategyText "metal films" ; sod:attribution ?a ; sod:reportsStudy ?s } GROUP BY ?a',
    )
    assert found == [("listed", "2")]


def test_bounds_follow_from_the_comparator():
    found = ask(store(), 'SELECT ?low ?in { ?m sod:printed "400 h" ; sod:lowerBound ?low ; sod:lowerInclusive ?in }')
    assert found == [("400", "false")]
    assert ask(store(), '?m sod:printed "400 h" ; sod:upperBound ?high') == []


def test_an_approximate_number_says_so():
    assert ask(store(), "SELECT ?p { ?m sod:approximate true ; sod:printed ?p }") == [("0.15",)]


def test_conditions_in_a_row_keep_their_order():
    found = ask(
        store(), 'SELECT ?i ?p { ?m sod:printed "400 h" ; sod:underCondition ?c . ?c sod:sequenceIndex ?i ; sod:printed ?p }'
    )
    assert found == [("1", "0.15"), ("2", "0.25 mA/cm2")]


def test_a_number_belongs_to_the_claim_of_its_study():
    found = ask(store(), 'SELECT ?t { ?m sod:printed "400 h" ; sod:ofClaim/sod:strategyText ?t }')
    assert found == [("tin film",)]


def test_known_names_and_formulas_resolve_and_others_wait_for_review():
    found = ask(store(), 'SELECT ?x { ?c sod:strategyText "metal films" ; sod:hasAgent ?x }')
    assert found == [("Bi",), ("Pb",), ("mystery-paste",)]
    assert ask(store(), "SELECT ?l { ?x sod:needsReview true ; rdfs:label ?l }") == [("mystery paste",)]
    assert ask(store(), 'SELECT ?x { ?c sod:strategyText "heating" ; sod:aboutSubstrate ?x }') == [("nzsp",)]


def test_a_substance_that_the_ontology_describes_is_not_described_again():
    shared = [quad for quad in assertions(hand.records(), substance_index()) if quad.graph_name == SHARED]
    assert [quad for quad in shared if "/substance/" in str(quad.subject)] == []


def test_a_formula_that_the_ontology_lacks_is_typed_by_its_composition():
    resolver = Resolver(substance_index(), "https://w3id.org/sodiokg/id/document/note")
    names = ("Na9Sn4", "Ga2O3", "liquid Na-Ga alloy", "γ-Ga2O3", "(x)")
    kinds = [_short(one) for name in names for one in resolver.nodes(name)]
    assert kinds == ["Na9Sn4", "Ga2O3", "Na-Ga-alloy", "gamma-Ga2O3", "x"]
    told = [
        str(value).rsplit("#")[-1].strip("<>")
        for described in resolver.shared.values()
        for _, name, value in described
        if "type" in str(name)
    ]
    assert told == ["AlloyPhase", "Oxide", "AlloyPhase", "Oxide"]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Li/Na-Sn alloys", ["Li-Sn-alloy", "Na-Sn-alloy"]),
        ("Na-K/Rb/Cs", ["Na-K-alloy", "Na-Rb-alloy", "Na-Cs-alloy"]),
        ("Sn/Pb", ["Sn-Pb"]),
        ("Na-Te", ["Na-Te"]),
    ],
)
def test_a_slash_in_the_name_of_an_alloy_parts_alloys_and_joins_none(name, found):
    resolver = Resolver(substance_index(), "https://w3id.org/sodiokg/id/document/note")
    assert [_short(one) for one in resolver.nodes(name)] == found
    assert len(resolver.local) == (len(found) == 1)


def test_a_claim_of_several_alloys_has_each_as_agent_and_asserts_each_as_a_phase():
    records = hand.records()
    claim = dataclasses.replace(records.claims[1], agents=("Na-K/Rb",), phases_formed=("Li/Na-Sn alloys",), items=())
    graphs = store(dataclasses.replace(records, claims=(claim,)))
    assert ask(graphs, "SELECT ?x { ?c a sod:Claim ; sod:hasAgent ?x }") == [("Na-K-alloy",), ("Na-Rb-alloy",)]
    assert ask(graphs, "SELECT ?x { ?i sod:formsPhase ?x }", "facts") == [("Li-Sn-alloy",), ("Na-Sn-alloy",)]
    assert ask(graphs, "SELECT (COUNT(?a) AS ?n) { ?a a sod:PhaseAssertion }") == [("2",)]
    assert [one for one in validate(graphs) if one.severity == "violation"] == []


def test_a_surface_state_is_of_the_substance_of_its_claim_where_the_number_names_none():
    records = hand.records()
    numbers = tuple(dataclasses.replace(number, substrate="") for number in records.measurements)
    graphs = store(dataclasses.replace(records, measurements=numbers))
    assert ask(graphs, "SELECT DISTINCT ?s { ?x a sod:SurfaceState ; sod:ofSubstance ?s }", "facts") == [("nzsp",)]


@pytest.mark.parametrize(
    ("words", "subject", "liquid"),
    [
        ("the molten Na droplet's angle fell", "", [("Na",)]),
        ("the angle of liquid sodium fell", "plate", [("Na",)]),
        ("the angle of the Na-K alloy fell", "Na-K alloy", [("Na-K-alloy",)]),
        ("the angle of the Na-K/Cs alloys fell", "Na-K/Cs alloys", []),
        ("the angle of Na-K and of molten Na fell", "", []),
        ("the droplet's angle fell", "", []),
    ],
)
def test_an_observation_has_the_liquid_that_its_sentence_names(words, subject, liquid):
    records = hand.records(hand.TEXT.replace("the droplet's angle fell", words), near=words)
    numbers = tuple(dataclasses.replace(number, subject=subject) for number in records.measurements)
    graphs = store(dataclasses.replace(records, measurements=numbers))
    assert ask(graphs, "SELECT DISTINCT ?l { ?o sod:hasLiquid ?l }", "facts") == liquid


def test_a_statement_points_at_what_it_is_about_where_that_is_known():
    assert ask(store(), "SELECT ?o { ?s a sod:Statement ; sod:statementObject ?o }") == [("Na",)]
    assert ask(store(), "?s sod:statementSubject ?o") == []


def test_only_asserted_parts_of_asserted_claims_of_one_study_are_lifted():
    kinds = {row[0] for row in ask(store(), "SELECT ?k { ?i a sod:Intervention, ?k }", "facts")}
    assert kinds == {"Intervention", "SurfaceCleaning", "PassivationRemoval", "SurfaceCoating"}
    assert ask(store(), "SELECT ?p { ?i sod:formsPhase ?p }", "facts") == [("Na15Sn4",)]


def test_before_and_after_give_a_change_and_two_surface_states_with_the_treatment_between():
    assert ask(store(), "SELECT ?c ?q { ?x sod:change ?c ; sod:ofQuantity ?q }", "facts") == [("-50", "ContactAngle")]
    found = ask(store(), "SELECT ?m { ?later sod:precededBy ?earlier ; sod:resultsFrom/sod:hasParameter ?m }", "facts")
    assert len(found) == 1


@pytest.mark.parametrize("change", [{"attribution": "own_statement", "ref": ()}, {"polarity": "hypothesised"}, {"ref": (1, 2)}])
def test_nothing_is_lifted_from_a_claim_without_one_study_or_without_assertion(change):
    records = hand.records()
    claims = tuple(dataclasses.replace(claim, **change) for claim in records.claims)
    graphs = store(dataclasses.replace(records, claims=claims))
    assert ask(graphs, "?i a sod:Intervention", "facts") == []


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, "reported"),
        ({"attribution": "listed"}, "listed"),
        ({"ref": (1, 2)}, "listed"),
        ({"ref": (1, 2), "attribution": "reported"}, "listed"),
        ({"ref": ()}, "ownStatement"),
    ],
)
def test_a_number_says_whose_it_is_and_only_one_of_one_study_is_lifted(change, found):
    records = hand.records()
    numbers = tuple(dataclasses.replace(number, **change) for number in records.measurements)
    graphs = store(dataclasses.replace(records, measurements=numbers))
    assert ask(graphs, "SELECT DISTINCT ?a { ?m a sod:Measurement ; sod:attribution ?a }") == [(found,)]
    lifted = ask(graphs, "?o a sod:WettingObservation", "facts") + ask(graphs, "?c a sod:Change", "facts")
    assert len(lifted) == (3 if found == "reported" else 0)
    assert [one for one in validate(graphs) if one.severity == "violation"] == []


def test_a_number_without_word_of_its_own_is_listed_where_its_claim_is():
    records = hand.records()
    claims = tuple(dataclasses.replace(claim, attribution="listed") for claim in records.claims)
    graphs = store(dataclasses.replace(records, claims=claims))
    assert ask(graphs, 'SELECT ?a { ?m sod:printed "400 h" ; sod:attribution ?a }') == [("listed",)]
    assert ask(graphs, "?o a sod:WettingObservation", "facts") == []


def test_a_documents_own_result_is_of_the_study_that_the_document_reports():
    records = hand.records()
    claims = (dataclasses.replace(records.claims[0], attribution="own_result", ref=()),)
    graphs = store(dataclasses.replace(records, claims=claims))
    assert ask(graphs, "SELECT ?s { ?c a sod:Claim ; sod:reportsStudy ?s }") == [("study",)]
    assert ask(graphs, "SELECT ?s { ?i a sod:Intervention ; sod:ofStudy ?s }", "facts") == [("study",)]


def test_a_sentence_put_in_elsewhere_changes_no_other_name():
    added = hand.TEXT.replace("Grease from", "Nothing was done about it. Grease from").replace("# A note", "# A longer note")
    names = {str(quad.subject) for quad in assertions(hand.records(), substance_index())}
    assert names == {str(quad.subject) for quad in assertions(hand.records(added), substance_index())}


def test_equal_records_in_one_sentence_are_told_apart():
    records = hand.records()
    twice = dataclasses.replace(records, claims=records.claims[:1] * 2)
    assert len(ask(store(twice), "?c a sod:Claim")) == 2


def test_a_cited_number_that_the_list_lacks_gives_a_study_of_the_document_alone():
    records = hand.records()
    lost = dataclasses.replace(
        records, document=dataclasses.replace(records.document, references=records.document.references[:1])
    )
    assert ask(store(lost), "SELECT ?s { ?s a sod:Study ; sod:needsReview true }") == [("2",)]


def test_no_node_is_blank_and_every_quote_is_exact():
    records = hand.records()
    assert not any(
        "_:" in str(quad.subject) or str(quad.object).startswith("_:") for quad in assertions(records, substance_index())
    )
    assert check_quotes(store(records), [records.document.source]) == []


def test_a_moved_quote_and_a_changed_source_are_found():
    source = hand.records().document.source
    shifted = dataclasses.replace(source, text=" " + source.text, sha256="1" * 64)
    rules = {finding.rule for finding in check_quotes(store(), [shifted])}
    assert rules == {"quote-is-exact", "source-is-unchanged"}


@pytest.mark.parametrize("kind", ["measurements", "claims", "statements"])
def test_a_quote_that_is_not_what_stands_there_names_the_record_and_its_line(kind):
    records = hand.records()
    first, *others = getattr(records, kind)
    wrong = dataclasses.replace(first, start=first.start + 1)
    with pytest.raises(GraphError, match=rf"note:\d+:\d+: record {first.id} quotes “.+”, but “.+” stands there"):
        store(dataclasses.replace(records, **{kind: (wrong, *others)}))


def test_an_item_of_a_claim_that_is_misquoted_is_named():
    records = hand.records()
    item = dataclasses.replace(records.claims[1].items[0], span="surely by alloying")
    claim = dataclasses.replace(records.claims[1], items=(item,))
    with pytest.raises(GraphError, match=r"c2 \(alloying\) quotes “surely by alloying”, but “perhaps by alloying” stands there"):
        store(dataclasses.replace(records, claims=(claim,)))


def test_validation_finds_a_quote_that_its_source_does_not_have():
    source = hand.records().document.source
    moved = dataclasses.replace(source, text=" " + source.text)
    assert [one for one in validate(store(), sources=[source]) if one.severity == "violation"] == []
    assert {one.rule for one in validate(store(), sources=[moved])} >= {"quote-is-exact"}


def test_the_graph_of_handmade_records_is_valid_but_for_the_unresolved_name():
    (finding,) = validate(store())
    assert (finding.rule, finding.severity, finding.refs) == ("material-is-resolved", "warning", (1, 2))
    assert finding.message.startswith("“mystery paste”: ")
    assert finding.quote.startswith("Films of lead")


def test_a_finding_shows_the_sentence_and_its_references():
    records = hand.records()
    bad = dataclasses.replace(records.measurements[1], value=222.5)
    graphs = store(dataclasses.replace(records, measurements=(bad,)))
    (finding,) = [one for one in validate(graphs) if one.severity == "violation"]
    assert (finding.rule, finding.quote, finding.document, finding.refs) == ("contact-angle-is-possible", "122.5°", "note", (1,))
    assert "[1]: “122.5°”" in str(finding)


def test_every_term_that_the_graph_uses_is_declared_in_the_ontology():
    records = hand.records()
    quads = [*document_graphs(records, substance_index()).quads(), *quads_of(records.document.source)]
    declared = {quad.subject for quad in ontology_quads()}
    used = {term for quad in quads for term in (quad.predicate, quad.object) if str(getattr(term, "value", "")).startswith(SOD)}
    assert sorted(map(str, used - declared)) == []


def test_a_study_that_only_the_text_names_is_a_study_of_the_document_to_be_reviewed():
    text = "Seeds help (Lu et al., 2014). Kim (2019) coated NZSP with tin, which wet at 75°."
    graphs = store(extract(Source("note", text, "")))
    pattern = "SELECT DISTINCT ?label { ?study a sod:Study ; sod:needsReview true ; rdfs:label ?label . ?record sod:reportsStudy ?study }"
    assert ask(graphs, pattern) == [("Kim 2019",), ("Lu et al. 2014",)]
    assert not [finding for finding in validate(graphs) if finding.severity == "violation"]
