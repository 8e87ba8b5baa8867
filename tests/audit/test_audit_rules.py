"""Every rule finds what it is for and is silent on what is right; a damaged rule is refused."""

import argument_cases
import chemistry_cases
import citation_cases
import pytest
from manuscripts import THREE, codes, findings, manuscript, numbers, own

from sodiokg.audit import read_rule, rules
from sodiokg.errors import OntologyError

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
    "RPT01": (own("The contact angle of sodium was 41° on it."), own("The contact angle of sodium was 41° at 300 °C on it.")),
    "RPT02": (own("The symmetric cell cycled for 640 h at 25 °C."), own("The symmetric cell cycled for 640 h at 0.5 mA cm⁻².")),
    "RPT03": (
        own("The symmetric cell cycled for 640 h at 0.5 mA cm⁻²."),
        own("The symmetric cell cycled for 640 h at 0.5 mA cm⁻² with 1 mAh cm⁻²."),
    ),
    "RPT04": (own("The interfacial resistance was 5 Ω cm²."), own("The interfacial resistance was 5 Ω cm² at 25 °C.")),
    "RPT05": (
        own("The full cell had a capacity retention of 91 %."),
        own("The full cell had a capacity retention of 91 % after 300 cycles."),
    ),
    "COV01": (
        manuscript("Ito et al. coated BASE with a tin layer [2]. Lund et al. doped NZSP with Ca [1].", THREE),
        manuscript("Ito et al. coated BASE with a tin layer [2]. Lund et al. coated BASE with a zinc layer [1].", THREE),
    ),
    "COV02": (numbers("Whether the layer survives is not known."), numbers("The layer survives.")),
    "COV03": (
        manuscript("Ito et al. coated NZSP with tin [1].", THREE),
        manuscript("Ito et al. coated NZSP with tin, and the contact angle of sodium was 70° [1].", THREE),
    ),
}

CASES |= citation_cases.CASES | chemistry_cases.CASES | argument_cases.CASES


def test_every_rule_has_a_manuscript_that_fails_and_one_that_passes():
    assert set(CASES) == {rule.code for rule in rules()}


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
        (GOOD.replace("DoubledWord", "DoubledWord ; sod:noSuchTerm true"), "There is {word}."),
    ],
    ids=["unknown variable", "unknown placeholder", "unknown term", "no place", "no SPARQL", "unknown term of the ontology"],
)
def test_a_rule_with_something_unknown_is_refused_with_its_file(tmp_path, query, message):
    with pytest.raises(OntologyError, match=r"TXT99-mine\.rq"):
        read_rule(written(tmp_path, query, message))


def test_a_rule_that_takes_too_long_is_named_and_hides_no_other(tmp_path):
    slow = GOOD.replace(
        "[] a",
        "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(STRLEN(STR(?c)) + STRLEN(STR(?f)) > 99999 && ?a != ?d && ?b != ?e && ?g != ?h && ?i != ?c) [] a",
    )
    known = next(rule for rule in rules() if rule.code == "TXT06")
    from sodiokg.audit import audited
    from sodiokg.model import Source

    audit = audited(
        Source("paper", CASES["TXT06"][0], "0" * 64), [read_rule(written(tmp_path, slow)), known], kind="review", seconds=0.5
    )
    assert [one.code for one in audit.findings] == ["TXT06"]
    assert len(audit.failures) == 1
    assert "TXT99 mine" in audit.failures[0]
