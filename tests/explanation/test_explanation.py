"""Why a statement holds: down to axioms and quotes, in words and as a picture; and what is missing where it does not."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store

from sodiokg import open as open_graph
from sodiokg.cli import main
from sodiokg.cli.explaining import FORMS
from sodiokg.errors import GraphError, UsageError
from sodiokg.explanation import Explainer
from sodiokg.explanation.printing import FORMATS, printed
from sodiokg.graph.store import store_of
from sodiokg.graph.trig import read_trig, to_trig
from sodiokg.knowledge import KnowledgeGraph
from sodiokg.names import GRAPH, ID, PREFIXES, SOD
from sodiokg.reason import dl
from sodiokg.reason.reasoner import INFERRED, Reasoner, axioms_of

CORE = Path(dl.__file__).parents[3] / "ontology" / "sodiokg.ttl"
# What a text says of a study that forms an alloy and does not call it a mechanism.
STUDY = f"""
@prefix dcterms: <{PREFIXES["dcterms"]}> . @prefix oa: <{PREFIXES["oa"]}> . @prefix rdfs: <{PREFIXES["rdfs"]}> .
@prefix sod: <{SOD}> . @prefix g: <{GRAPH}document/NAME/> . @prefix d: <{ID}document/NAME/> . @prefix st: <{ID}study/> .
<{GRAPH}catalogue> {{ <{ID}document/NAME> dcterms:title "A text on tin" . }}
<{GRAPH}shared> {{ st:one a sod:Study ; rdfs:label "Doe et al. 2020" . }}
g:assertions {{
  d:c1 a sod:Claim ; sod:attribution sod:reported ; sod:polarity sod:asserted ; sod:reportsStudy st:one ; sod:section "4" ;
    sod:fromDocument <{ID}document/NAME> ; sod:evidenceSpan d:span1 .
  d:part a sod:PhaseAssertion ; sod:partOfClaim d:c1 ; sod:polarity sod:asserted ; sod:evidenceSpan d:span2 ;
    sod:statesPhase <{ID}substance/Na15Sn4> .
  d:span1 oa:hasSelector d:q1 . d:q1 oa:exact "Tin was put on the disc, and after heating the phase Na15Sn4 was seen at the interface [7]." .
  d:span2 oa:hasSelector d:q2 . d:q2 oa:exact "Na15Sn4" ; oa:prefix "after heating the phase " ; oa:suffix " was seen at the interface" .
  d:r7 sod:refersTo st:one ; sod:referenceNumber 7 .
}}
g:facts {{
  d:deed a sod:Intervention ; sod:ofStudy st:one ; sod:liftedFrom d:c1 ; sod:formsPhase <{ID}substance/Na15Sn4> .
}}
"""


def store(*texts: str) -> Store:
    found = Store()
    for text in texts:
        found.load(text.encode(), format=RdfFormat.TRIG)
    return store_of(list(found))


def study(name: str = "tin", more: str = "") -> str:
    return STUDY.replace("NAME", name) + more.replace("NAME", name)


@pytest.fixture(scope="module")
def shipped() -> KnowledgeGraph:
    return open_graph()


def test_a_mechanism_that_follows_is_implied_of_the_claim_in_a_graph_of_its_own() -> None:
    stated = store(study())
    before = sorted(map(str, stated))
    inferred = Explainer(stated).reasoner.inferred()
    implied = [quad for quad in inferred if quad.predicate.value == SOD + "impliedMechanism"]
    assert [(quad.subject.value.rsplit("/")[-1], quad.object.value) for quad in implied] == [("c1", SOD + "Alloying")]
    assert {quad.graph_name for quad in inferred} == {INFERRED}
    assert sorted(map(str, stated)) == before


def test_what_the_authors_state_is_not_implied() -> None:
    told = f"<{GRAPH}document/NAME/facts> {{ <{ID}document/NAME/deed> a <{SOD}Alloying> . }}"
    assert not list(Explainer(store(study(more=told))).reasoner.implied())


def test_a_proof_goes_down_to_axioms_and_quotes_and_says_whose_words_they_are() -> None:
    (found,) = Explainer(store(study())).why("7", mechanism="alloying").found
    assert found.status == "implied"
    (proof,) = found.proofs
    steps = list(proof.all())
    assert "Intervention and (formsPhase some SodiumAlloyPhase) SubClassOf Alloying" in [
        s.words for s in steps if s.kind == "axiom"
    ]
    quotes = {step.exact: step for step in steps if step.kind == "quoted"}
    assert quotes["Na15Sn4"].source == "A text on tin, section 4, reporting Doe et al. 2020 [7]"
    assert "heating the phase «Na15Sn4» was seen" in quotes["Na15Sn4"].words
    assert {step.kind for step in steps} == {"inferred", "lifted", "stated", "axiom", "quoted"}


def test_any_link_that_follows_or_is_stated_has_a_proof_too(shipped: KnowledgeGraph, capsys: pytest.CaptureFixture[str]) -> None:
    found = shipped.why(53, relation="has participant").found
    assert {one.statement.rpartition(" ")[2]: one.status for one in found} == {
        "SnO2": "implied",
        "Na-Sn-alloy": "implied",
        "Li-Sn-alloy": "implied",
        "carbon-felt": "implied",
    }
    axioms = {step.words for one in found for proof in one.proofs for step in proof.all() if step.kind == "axiom"}
    assert "hasAgent SubPropertyOf hasParticipant" in axioms
    assert main(["why", "53", "--property", "hasAgent"]) == 0
    assert "has agent SnO2: stated" in capsys.readouterr().out
    assert main(["why", "53", "--property", "hasAgnet"]) == 2
    assert "hasAgent" in capsys.readouterr().err
    assert main(["why", "53", "--property", "hasAgent", "--mechanism", "alloying"]) == 2


def test_arithmetic_is_a_step(shipped: KnowledgeGraph) -> None:
    words = printed(shipped.why("29"), "text", 200)
    assert "72.5° read as = 72.5" in words
    assert "change = after - before" in printed(shipped.why("29", mechanism="wetting-improving change"), "text", 200)
    assert "is molten-sodiophilic observation: implied by reasoning, not stated by the authors" in words


def test_every_form_says_the_same_and_the_same_again(shipped: KnowledgeGraph) -> None:
    reasons = shipped.why("Na15Sn4", mechanism="alloying")
    assert set(FORMS) == set(FORMATS)
    for form in FORMATS:
        assert printed(reasons, form) == printed(Explainer(shipped._store).why("Na15Sn4", mechanism="alloying"), form)
    told = json.loads(printed(reasons, "json"))
    assert [one["statement"] for one in told["answers"]] == [one.statement for one in reasons.found]
    assert printed(reasons, "markdown").count("## ") == len(reasons.found)


def test_reasons_show_themselves_where_they_are_printed_and_in_a_notebook(shipped: KnowledgeGraph) -> None:
    reasons = shipped.why(53, mechanism="conversion_reaction")
    assert str(reasons) == printed(reasons, "text")
    assert reasons._repr_markdown_() == reasons.printed("markdown") == printed(reasons, "markdown")
    assert reasons.printed("svg").startswith("<svg")


def test_the_picture_is_well_formed_and_no_box_lies_on_another(shipped: KnowledgeGraph) -> None:
    root = ElementTree.fromstring(printed(shipped.why("29", mechanism="molten_sodiophilic_observation"), "svg"))
    space = "{http://www.w3.org/2000/svg}"
    assert root.find(f"{space}title").text
    boxes = [
        tuple(int(rect.get(name)) for name in ("x", "y", "width", "height"))
        for rect in root.iter(f"{space}rect")
        if rect.get("rx")
    ]
    assert len(boxes) > 3
    for place, (x, y, width, height) in enumerate(boxes):
        assert x + width <= int(root.get("width"))
        assert y + height <= int(root.get("height"))
        for x2, y2, width2, height2 in boxes[place + 1 :]:
            assert x + width <= x2 or x2 + width2 <= x or y + height <= y2 or y2 + height2 <= y


def test_a_picture_of_nothing_says_so_in_full(shipped: KnowledgeGraph) -> None:
    picture = printed(shipped.why("29", mechanism="electrolyte_passivation_removal", on="carbon"), "svg")
    assert "Nothing is known that gives an answer.</text>" in picture


def test_the_command_says_how_much_a_picture_leaves_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["why", "NZSP", "--format", "svg"]) == 0
    assert re.search(r"shows one of \d+ trees", capsys.readouterr().err)
    assert main(["why", "NZSP", "--format", "text"]) == 0
    assert "picture" not in capsys.readouterr().err


def test_an_implied_mechanism_says_in_every_form_how_it_may_be_wrong_and_a_stated_one_does_not(shipped: KnowledgeGraph) -> None:
    for form in FORMATS:
        words = " ".join(printed(shipped.why("53", mechanism="conversion_reaction"), form).replace("</text>", " ").split())
        assert re.search(r"may have reduced", re.sub(r"<text[^>]*>", "", words)), form
        assert "reduced the compound before" not in printed(shipped.why("45", mechanism="conversion_reaction"), form)


def test_a_quote_that_several_steps_rest_on_stands_once_in_the_picture(shipped: KnowledgeGraph) -> None:
    reasons = shipped.why("29", mechanism="molten_sodiophilic_observation")
    picture = printed(reasons, "svg")
    quotes = [step for step in reasons.found[0].proofs[0].all() if step.kind == "quoted"]
    assert len(quotes) == 5
    assert len(set(quotes)) == picture.count(">quote</text>") - 1 == 1
    assert picture.count("<path") == len(list(reasons.found[0].proofs[0].all())) - 1


def test_what_is_missing_is_named_with_what_is_there(shipped: KnowledgeGraph) -> None:
    (found,) = shipped.why_not("29", "alloying").found
    lines = [(step.kind, step.words) for step in found.proofs[0].all()]
    assert lines[1:] == [
        ("stated", "intervention 3c47a3 (Gao et al. 2020 [29]) is intervention"),
        ("missing", "intervention 3c47a3 (Gao et al. 2020 [29]) forms phase something that is sodium alloy phase"),
    ]
    assert found.proofs[0].grounds[-1].source == "not found in the 79 studies read"


def test_of_ways_to_a_conclusion_the_nearest_come_first_and_those_that_lack_more_to_no_end_are_left_out(
    shipped: KnowledgeGraph,
) -> None:
    (found,) = shipped.why_not("39", "conversion_reaction").found
    lacking = [
        [step.words.partition("forms phase ")[2] for step in way.grounds if step.kind == "missing"] for way in found.proofs
    ]
    assert lacking == [
        ["something that is sodium salt of a conversion reaction"],
        ["something that is sodium alloy phase and has element Sn"],
    ]
    assert not found.more
    assert shipped.why_not("39", "conversion_reaction", most=1).found[0].more


def test_what_no_table_lists_is_told_apart_from_what_no_study_says(shipped: KnowledgeGraph) -> None:
    found = shipped.why_not("Sn", "conversion_reaction", on="base").found
    told = {step.words: step.source for one in found for way in one.proofs for step in way.grounds if step.kind == "missing"}
    assert told["Sn is compound that sodium reduces"] == "not in the ontology or the tables"
    assert {source for words, source in told.items() if "forms phase" in words} == {"not found in the 79 studies read"}


def test_a_test_that_fails_is_told_apart_from_what_was_not_found(shipped: KnowledgeGraph) -> None:
    (found, *_) = shipped.why_not("29", "molten_sodiophobic_observation").found
    assert ("72.5 lies in xsd:decimal[> 90.0]", "is not so") in [(s.words, s.source) for s in found.proofs[0].grounds]


def test_a_long_quote_is_given_once_in_full_and_then_by_its_beginning(shipped: KnowledgeGraph) -> None:
    words = " ".join(printed(shipped.why("53", mechanism="conversion_reaction"), "text", 80).split())
    assert words.count("prevent dendrites from forming.”") == 1
    assert words.count("“Zhang et al. brought in SnO₂") == words.count("reporting Zhang et al. 2018 [53]") - 1 == 2
    assert "[as above]”" in words


def test_what_follows_and_the_text_does_not_state_is_proved_down_to_its_words(shipped: KnowledgeGraph) -> None:
    (found,) = shipped.why("53", mechanism="conversion_reaction").found
    assert found.status == "implied"
    steps = list(found.proofs[0].all())
    assert "Li/Na-Sn alloys" in {step.exact for step in steps if step.kind == "quoted"}
    assert any("SnO2 is compound that sodium reduces" in s.words and "CRC table" in s.source for s in steps if s.kind == "stated")
    (claim,) = {step.record for step in steps if step.exact.startswith("Zhang et al. brought in")}
    assert not any("ConversionReaction" in str(q.object) for q in shipped._store if q.subject.value.startswith(claim))
    implied = [quad for quad in shipped.explainer.inferred() if quad.predicate.value == SOD + "impliedMechanism"]
    assert (claim, SOD + "ConversionReaction") in {(quad.subject.value, quad.object.value) for quad in implied}


def test_an_inference_names_the_axioms_and_records_of_its_proof_in_the_inferred_graph(shipped: KnowledgeGraph) -> None:
    quads = shipped.explainer.inferred()
    named = {quad.subject for quad in quads if quad.object == NamedNode(SOD + "Inference")}
    implied = [quad for quad in quads if quad.predicate.value == SOD + "impliedMechanism"]
    assert len(named) == len(implied) > 3
    for one in named:
        told = {quad.predicate.value.removeprefix(SOD) for quad in quads if quad.subject == one}
        assert {"inferredOf", "infersMechanism", "restsOnAxiom", "restsOnRecord"} <= told
    assert {quad.graph_name for quad in quads} == {INFERRED}
    assert to_trig(quads) == to_trig(Explainer(shipped._store).inferred())


def test_the_question_of_what_follows_says_where_a_text_names_the_mechanism_without_asserting_it(tmp_path: Path) -> None:
    hedged = f"""
    <{GRAPH}catalogue> {{ <{GRAPH}document/NAME/assertions> a sod:AssertionGraph ; sod:ofDocument <{ID}document/NAME> . }}
    g:assertions {{ d:m a sod:MechanismAssertion ; sod:partOfClaim d:c1 ; sod:polarity sod:hypothesised ; sod:statesMechanism sod:Alloying . }}
    """
    own = tmp_path / "own.trig"
    own.write_text(study(more=hedged))
    rows = [row for row in KnowledgeGraph(own).query(32) if row["source"] == ("A text on tin, section 4",)]
    assert [(row["ref"], row["mechanism"], row["status"], row["text_says"]) for row in rows] == [
        (7, "alloying", "implied", "hypothesised")
    ]
    assert "the phase Na15Sn4 was seen" in rows[0]["quotes"]


def test_what_follows_and_its_proofs_are_the_same_bytes_under_another_hash_seed(tmp_path: Path) -> None:
    def told(seed: str) -> tuple[bytes, bytes]:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "SODIOKG_HOME": str(tmp_path)}
        run = [sys.executable, "-m", "sodiokg"]
        saved = tmp_path / f"{seed}.trig"
        subprocess.run([*run, "reason", "--save", str(saved)], env=environment, check=True, capture_output=True)
        why = subprocess.run([*run, "why", "Sn", "--most", "20"], env=environment, check=True, capture_output=True)
        return saved.read_bytes(), why.stdout

    assert told("1") == told("2")


def test_a_broader_name_of_what_is_stated_is_not_implied() -> None:
    told = f"<{GRAPH}document/NAME/facts> {{ <{ID}document/NAME/deed> a <{SOD}Alloying> , <{SOD}HydroxideRemoval> . }}"
    explainer = Explainer(store(study(more=told)))
    assert explainer.why("7", mechanism="passivation_removal").found[0].status == "implied"
    assert not list(explainer.reasoner.implied())


def test_why_not_of_what_is_known_gives_its_proof(shipped: KnowledgeGraph) -> None:
    (found,) = shipped.why_not("29", "passivation_removal").found
    assert found.status == "known"
    assert found.proofs


@pytest.mark.parametrize(
    ("words", "near"),
    [
        (["why", "nzps"], "did you mean nzsp"),
        (["why", "29", "--mechanism", "aloying"], "alloying"),
        (["why", "29", "--on", "nzps"], "did you mean nzsp"),
        (["why-not", "29", "--mechanism", "pasivation_removal"], "did you mean passivation_removal"),
    ],
)
def test_an_unknown_name_ends_with_near_ones(capsys: pytest.CaptureFixture[str], words: list[str], near: str) -> None:
    assert main(words) == 2
    assert near in capsys.readouterr().err


def test_names_are_references_studies_substances_keys_and_iris(shipped: KnowledgeGraph) -> None:
    names = ["29", "[29]", "ref:29", "Gao et al. 2020", "gao 2020", "3c47a330109a"]
    statements = [{one.statement for one in shipped.why(name, mechanism="passivation_removal").found} for name in names]
    assert statements[0]
    assert all(found == statements[0] for found in statements)
    assert shipped.why(f"{ID}substance/Na15Sn4").found
    with pytest.raises(UsageError, match="endpoint"):
        KnowledgeGraph(endpoint="http://localhost:1/query").why("29")


IMPOSSIBLE = f"""
<{GRAPH}document/NAME/facts> {{ <{ID}document/NAME/deed> a <{SOD}Element> . }}
"""


def test_what_cannot_be_true_is_named_with_its_proof_and_other_documents_stay_usable(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    both = Explainer(store(study("good"), study("bad", IMPOSSIBLE)))
    (first, *_) = both.contradictions()
    assert "axiom" in {step.kind for step in first.proofs[0].all()}
    assert both.documents_at_fault() == {"bad"}
    assert [one.status for one in both.why("7", mechanism="alloying").found] == ["implied", "implied"]
    own = tmp_path / "own.trig"
    own.write_text(study("bad", IMPOSSIBLE))
    assert main(["reason", "--graph", str(own)]) == 10
    assert "all others stay usable: bad" in capsys.readouterr().err


def test_of_many_contradictions_some_are_shown_and_the_rest_are_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own.trig"
    deeds = " ".join(f"<{ID}document/bad/intervention/{n:012x}> a <{SOD}Intervention> , <{SOD}Element> ." for n in range(23))
    own.write_text(f"<{GRAPH}document/bad/facts> {{ {deeds} }}")
    assert main(["reason", "--graph", str(own)]) == 10
    told = capsys.readouterr().err
    assert told.count("cannot all be true\n") == 40  # each said once above and once at the root of its proof
    assert "3 contradictions more are not shown" in told


def test_reason_writes_what_follows_and_counts_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    saved = tmp_path / "inferred.trig"
    assert main(["reason", "--save", str(saved), "-f", "json"]) == 0
    told = {row["what"]: row["count"] for row in json.loads(capsys.readouterr().out)}
    quads = read_trig(saved)
    assert len(quads) == told["statements that follow"]
    assert to_trig(quads) == saved.read_text()
    assert told["axioms that no rule covers"] == 0


def test_an_axiom_that_no_rule_covers_is_told_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reason", "--ontology", str(CORE), "--ontology", str(CORE.with_name("sodiokg-dl.ttl"))]) == 0
    assert "no rule covers Alloying SubClassOf formsPhase some SodiumAlloyPhase" in capsys.readouterr().err


def test_rules_that_go_on_for_too_long_are_stopped_and_it_is_said() -> None:
    with pytest.raises(GraphError, match="more than 10 statements follow"):
        Reasoner(axioms_of([CORE]), store(study()), most=10)


def test_the_command_bounds_what_follows_says_so_and_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    saved = tmp_path / "inferred.trig"
    assert main(["reason", "--most", "1000", "--save", str(saved)]) == 7
    assert "more than 1,000 statements follow" in capsys.readouterr().err
    assert not saved.exists()


def test_a_damaged_number_classifies_nothing_and_is_told() -> None:
    number = f"""<{GRAPH}document/NAME/assertions> {{
      <{ID}document/NAME/t> a <{SOD}OperatingTemperature> ; <{SOD}unit> <{PREFIXES["unit"]}DEG_C> ;
        <{SOD}lowerBound> "1O5"^^<{PREFIXES["xsd"]}decimal> . }}"""
    explainer = Explainer(store(study(more=number)))
    kinds = {quad.object.value for quad in explainer.reasoner.inferred() if quad.subject.value.endswith("/t")}
    assert SOD + "LiquidSodiumTemperature" not in kinds
    assert "lowerBound Range xsd:decimal" in {violation.axiom for violation in explainer.reasoner.violations()}


def test_a_damaged_number_is_named_by_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = tmp_path / "own.trig"
    number = f'<{ID}document/mine/t> a <{SOD}Overpotential> ; <{SOD}value> "1O5"^^<{PREFIXES["xsd"]}decimal> .'
    own.write_text(f"<{GRAPH}document/mine/assertions> {{ {number} }}")
    assert main(["reason", "--graph", str(own)]) == 10
    told = capsys.readouterr()
    assert told.err.partition("damaged: ")[2].splitlines()[0].endswith("value 1O5")
    assert "all others stay usable: mine" in told.err


def test_an_ontology_that_does_not_parse_or_is_not_there_is_refused_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.ttl"
    bad.write_text("nonsense {")
    assert main(["reason", "--ontology", str(bad)]) == 4
    assert "bad.ttl:1:1" in capsys.readouterr().err
    assert main(["reason", "--ontology", str(tmp_path / "none.ttl")]) == 4
    assert "name a Turtle file that parses" in capsys.readouterr().err


def test_a_missing_java_is_told_with_what_to_install(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def missing(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr(dl, "import_module", missing)
    assert main(["reason", "--hermit"]) == 9
    assert "pip install 'sodiokg[dl]'" in capsys.readouterr().err
