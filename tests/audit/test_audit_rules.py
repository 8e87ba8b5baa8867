"""Every rule finds what it is for and is silent on what is right; a damaged rule is refused."""

import re

import argument_cases
import chemistry_cases
import citation_cases
import pytest
from manuscripts import DRAFTS, THREE, codes, findings, manuscript, numbers, own
from slots import clean, without

from sodiokg.audit import audited, read_rule, rules
from sodiokg.errors import OntologyError
from sodiokg.link.lookups import keep
from sodiokg.link.outcomes import Inquiry, Outcome
from sodiokg.model import Source
from sodiokg.names import substance_iri


@pytest.fixture(autouse=True)
def asked(tmp_path, monkeypatch):
    """Let a database have answered that it does not have a phase."""
    monkeypatch.setenv("SODIOKG_HOME", str(tmp_path / "home"))
    phase = Inquiry(substance_iri(chemistry_cases.ASKED), chemistry_cases.ASKED, chemistry_cases.ASKED, chemistry_cases.ASKED)
    keep([Outcome(phase, "optimade", "a database", "none", date="2026-05-31")])


def peers(text):
    return numbers(f"{PEERS}{text}", works=6)


PEERS = "".join(
    f"\n\n{name} et al. cycled symmetric cells at {number} mA cm⁻² for {100 * place} h [{place}]. "
    for place, (name, number) in enumerate((("Ito", 0.3), ("Petrov", 1), ("Lund", 0.5), ("Kowalski", 2), ("Okafor", 0.8)), 2)
)


# For each rule a manuscript that it objects to, and one of the same kind that is right.
CASES = {
    "TXT01": (
        numbers("The cell is shown in Figure 4.\n\nFigure 1. The cell.\n\nFigure 2. The pellet."),
        numbers("The cell is shown in Figure 2.\n\nFigure 1. The cell.\n\nFigure 2. The pellet."),
    ),
    "TXT02": (
        numbers("The metal reduces the oxide, as shown in Equation.\n\nThen the cell was opened."),
        numbers("The metal reduces the oxide, as shown in Equation.\n\n2 Na + SnO → Na2O + Sn\n\nThen the cell was opened."),
    ),
    "TXT03": (numbers("It was heated to 300 Â°C."), numbers("It was heated to 300 °C.")),
    "TXT04": (numbers("It ran at a low current (-C/10)."), numbers("It ran at a low current (~C/10), and froze at -20 °C.")),
    "TXT05": (numbers("The felt became sodiphilic."), numbers("The felt became sodiophilic.")),
    "TXT06": (numbers("It lay on the the pellet."), numbers("It lay on the pellet.")),
    "QTY01": (
        numbers("On NZSP the contact angle of molten sodium was 212°."),
        numbers("On NZSP the contact angle of molten sodium was 112°."),
    ),
    "QTY02": (
        numbers("The half cell had a coulombic efficiency of 996 %."),
        numbers("The half cell had a coulombic efficiency of 99.6 %."),
    ),
    "QTY03": (numbers("The lead content was 160 wt%."), numbers("The lead content was 16 wt%.")),
    "QTY04": (numbers("The pellet was annealed at -300 °C."), numbers("The pellet was annealed at 300 °C.")),
    "QTY05": (
        numbers("The full cell had a capacity retention of 876 %."),
        numbers("The full cell had a capacity retention of 87.6 %."),
    ),
    "QTY06": (
        numbers("The full cell had a capacity retention of 103 mAh/g."),
        numbers("The full cell had a capacity retention of 93 % over 500 cycles at 103 mAh/g."),
    ),
    "QTY07": (
        numbers(
            "\n\nIto et al. ran a symmetric cell for 500 h at 0.5 mA cm⁻² [2].\n\nPetrov et al. heated it [3].\n\n"
            "Ito et al. ran a symmetric cell for 900 h at 0.5 mA cm⁻² [2]."
        ),
        numbers(
            "\n\nIto et al. ran a symmetric cell for 500 h at 0.5 mA cm⁻² [2].\n\nPetrov et al. heated it [3].\n\n"
            "Ito et al. ran a symmetric cell for 900 h at 0.1 mA cm⁻² [2]."
        ),
    ),
    "QTY08": (
        peers("Berger et al. cycled theirs at 900 mA cm⁻² [1]."),
        peers("Berger et al. cycled theirs at 0.9 mA cm⁻² [1]."),
    ),
    "QTY09": (clean(DRAFTS["foam"]).replace("94.1 %", "97.1 %", 1), clean(DRAFTS["foam"])),
    "QTY10": (
        numbers("On NZSP the ionic conductivity was 11 S cm⁻¹."),
        numbers("On NZSP the ionic conductivity was 11 mS cm⁻¹."),
    ),
    "RPT05": (
        own("The full cell had a capacity retention of 91 %."),
        own("The full cell had a capacity retention of 91 % after 300 cycles."),
    ),
    "RPT21": (
        own("\n\n## 2. Results\n\nThe coated felt shows a smaller overpotential."),
        own("\n\n## 2. Results\n\nThe coated felt shows a smaller overpotential than the bare one."),
    ),
    "RPT22": (
        own("The symmetric cell ran for 640 h. The temperature of all cells was controlled."),
        own("The symmetric cell ran for 640 h. The temperature of all cells was 25 °C."),
    ),
    "RPT23": (
        numbers("The zinc film of Ito et al. gave a smaller overpotential [2]."),
        numbers("The zinc film of Ito et al. gave an overpotential of 9 mV [2]."),
    ),
    "RPT24": (
        numbers("Ito et al. found a contact angle of 71° on it [2]."),
        numbers("Ito et al. found a contact angle of 71° at 300 °C on it [2]."),
    ),
    "COV01": (
        manuscript("Ito et al. coated BASE with a tin layer [2]. Lund et al. doped NZSP with Ca [1].", THREE),
        manuscript("Ito et al. coated BASE with a tin layer [2]. Lund et al. coated BASE with a zinc layer [1].", THREE),
    ),
    "COV02": (numbers("Whether the layer survives is not known."), numbers("The layer survives.")),
    "COV04": (
        manuscript("Ito et al. coated BASE with a tin layer [2].", THREE),
        manuscript("Tin and zinc were tried [1-3].", THREE),
    ),
    "COV03": (
        manuscript("Ito et al. coated NZSP with tin [1].", THREE),
        manuscript("Ito et al. coated NZSP with tin, and the contact angle of sodium was 70° [1].", THREE),
    ),
    # A manuscript from which one detail was taken wherever it is told, and the whole one.
    **{
        code: (without(DRAFTS[name], detail), clean(DRAFTS[name]))
        for code, name, detail in (
            ("RPT01", "foam", "temperature of wetting"),
            ("RPT02", "pellet", "current density"),
            ("RPT03", "additive", "areal capacity"),
            ("RPT04", "pellet", "temperature of the test"),
            ("RPT06", "additive", "temperature of the test"),
            ("RPT07", "foam", "electrolyte"),
            ("RPT08", "foam", "rate"),
            ("RPT09", "pellet", "what 1 C is"),
            ("RPT10", "additive", "loading"),
            ("RPT11", "foam", "temperature of the test"),
            ("RPT12", "foam", "N/P ratio"),
            ("RPT13", "pellet", "stack pressure"),
            ("RPT14", "pellet", "step of the current"),
            ("RPT15", "pellet", "time of a step"),
            ("RPT16", "foam", "number of interfaces"),
            ("RPT17", "additive", "cell of the efficiency"),
            ("RPT18", "foam", "method of the efficiency"),
            ("RPT19", "pellet", "liquid"),
            ("RPT20", "tube", "treatment of the surface"),
        )
    },
}

CASES |= citation_cases.CASES | chemistry_cases.CASES | argument_cases.CASES


def test_every_rule_has_a_manuscript_that_fails_and_one_that_passes():
    assert set(CASES) == {rule.code for rule in rules() if rule.family != "across"}


@pytest.mark.parametrize("code", CASES)
def test_a_rule_objects_to_what_it_is_for(code):
    kind = next(rule for rule in rules() if rule.code == code).applies[0]
    assert code in codes(CASES[code][0], kind=kind)


@pytest.mark.parametrize("code", CASES)
def test_a_rule_is_silent_on_what_is_right(code):
    kind = next(rule for rule in rules() if rule.code == code).applies[0]
    assert code not in codes(CASES[code][1], kind=kind)


@pytest.mark.parametrize("code", CASES)
def test_what_is_quoted_stands_at_its_place(code):
    text = CASES[code][0]
    for one in findings(text):
        assert " ".join(text[one.start : one.end].split()) == one.quote
        if one.line:
            assert text.splitlines()[one.line - 1][one.column - 1 :].startswith(text[one.start : one.end].split("\n")[0])


def written(tmp_path, query, message="There is {word}."):
    header = {
        "Rule": "r",
        "Code": "TXT99",
        "Severity": "error",
        "Family": "text",
        "Applies": "review",
        "Reason": "r",
        "Source": "s",
        "Example": "e",
        "Message": message,
        "Mend": "m",
    }
    path = tmp_path / "TXT99-mine.rq"
    path.write_text("".join(f"# {name}: {value}\n" for name, value in header.items()) + query, encoding="utf-8")
    return path


GOOD = "SELECT ?start ?end ?word WHERE { [] a aud:DoubledWord ; aud:word ?word ; aud:start ?start ; aud:end ?end }"


def test_a_rule_of_ones_own_is_read(tmp_path):
    rule = read_rule(written(tmp_path, GOOD))
    assert [one.code for one in findings(CASES["TXT06"][0], these=[rule])] == ["TXT99"]


@pytest.mark.parametrize(
    ("query", "message"),
    [
        (GOOD.replace("?word ;", "?wrod ;"), "There is {word}."),
        (GOOD, "There is {wrod}."),
        (GOOD.replace("aud:word", "aud:wrod"), "There is {word}."),
        (GOOD.replace("?end ?word", "?word"), "There is {word}."),
        (GOOD + "}", "There is {word}."),
        (GOOD.replace("[] a", "SERVICE <http://localhost:9/sparql> { ?start ?end ?word } [] a"), "There is {word}."),
        (GOOD.replace("DoubledWord", "DoubledWord ; sod:noSuchTerm true"), "There is {word}."),
    ],
    ids=[
        "unknown variable",
        "unknown placeholder",
        "unknown term",
        "no place",
        "no SPARQL",
        "a service",
        "unknown term of the ontology",
    ],
)
def test_a_rule_with_something_unknown_is_refused_with_its_file(tmp_path, query, message):
    with pytest.raises(OntologyError, match=r"TXT99-mine\.rq"):
        read_rule(written(tmp_path, query, message))


def test_what_was_perhaps_not_read_is_a_note_and_what_is_absent_a_warning():
    spoken, absent = (
        codes(own(f"The symmetric cell ran for 640 h.{more}"), kind="research")
        for more in (" The temperature of all cells was controlled.", "")
    )
    assert ("RPT22" in spoken, "RPT06" in spoken) == (True, False)
    assert ("RPT22" in absent, "RPT06" in absent) == (False, True)


def test_what_may_not_have_been_read_is_asked_wherever_its_absence_is_a_warning():
    asked = next(rule for rule in rules() if rule.code == "RPT22").query
    details = {
        re.search(r'aud:detail "([^"]+)"', rule.query)
        for rule in rules()
        if rule.family == "reporting" and rule.severity == "warning"
    }
    assert {detail[1] for detail in details if detail} == set(re.findall(r'"([^"]+)"\)', asked))


def test_of_a_passage_nothing_is_said_to_be_absent():
    told = own("The symmetric cell ran for 640 h. The contact angle was 41°.").split("## References")[0]
    assert not [code for code in codes(told, kind="research") if code.startswith("RPT")]


def test_a_condition_told_in_a_caption_counts():
    told = "The contact angle of molten sodium was 41° on the polished felt."
    assert "RPT01" in codes(own(told), kind="research")
    assert "RPT01" not in codes(own(f"{told}\n\nFigure 1. Drops of sodium on the felt at 300 °C."), kind="research")


def test_a_rule_that_takes_too_long_is_named_and_hides_no_other(tmp_path):
    slow = GOOD.replace(
        "[] a",
        "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(STRLEN(STR(?c)) + STRLEN(STR(?f)) > 99999 && ?a != ?d && ?b != ?e && ?g != ?h && ?i != ?c) [] a",
    )
    known = next(rule for rule in rules() if rule.code == "TXT06")
    audit = audited(
        Source("paper", CASES["TXT06"][0], "0" * 64), [read_rule(written(tmp_path, slow)), known], kind="review", seconds=0.5
    )
    assert [one.code for one in audit.findings] == ["TXT06"]
    assert len(audit.failures) == 1
    assert "TXT99 mine" in audit.failures[0]


@pytest.mark.parametrize(("start", "end"), [("-5", "9"), ("9", "5"), ("5", "99999999"), ('"a"', "9"), ("5", "1e3")])
def test_a_rule_that_points_at_no_place_is_named_and_hides_no_other(tmp_path, start, end):
    query = f"SELECT ?start ?end ?word WHERE {{ [] a aud:DoubledWord ; aud:word ?word . BIND({start} AS ?start) BIND({end} AS ?end) }}"
    told = next(rule for rule in rules() if rule.code == "TXT06")
    audit = audited(Source("paper", CASES["TXT06"][0], "0" * 64), [read_rule(written(tmp_path, query)), told], kind="review")
    assert [one.code for one in audit.findings] == ["TXT06"]
    assert audit.failures[0].startswith("TXT99 mine failed: ?start")
