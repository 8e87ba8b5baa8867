"""What a person or a program gets from `sodiokg audit`: formats, exit codes, answers, baselines; hostile text stays inert."""

import csv
import html
import io
import json
import re
import subprocess
import sys

import pytest
from manuscripts import listed, manuscript

from sodiokg.audit.rules import rules
from sodiokg.cli import auditing
from sodiokg.cli.output import FORMATS

BODY = "Lund et al. coated NZSP with zinc [2]. It lay on the the pellet [1]. Copper was tried [3]."
TEXT = manuscript(BODY, listed((1, 2, 3)))
ALL = (*FORMATS, *auditing.FORMATS)


@pytest.fixture
def audit(tmp_path):
    (tmp_path / "paper.md").write_text(TEXT, encoding="utf-8")

    def run(*words, text=None):
        if text is not None:
            (tmp_path / "paper.md").write_text(text, encoding="utf-8")
        return subprocess.run(
            [sys.executable, "-m", "sodiokg", "audit", *words],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return run


def test_the_text_names_rule_place_words_and_remedy(audit):
    done = audit("paper.md")
    assert done.returncode == 10
    assert "CIT03 author-differs (error, 1)" in done.stdout
    assert "5:1  “Lund et al.” is no author" in done.stdout
    assert "→ Correct the name or the number." in done.stdout


@pytest.mark.parametrize(
    ("words", "code"), [((), 10), (("--fail-on", "never"), 0), (("--ignore", "CIT03"), 0), (("--select", "text"), 0)]
)
def test_the_exit_code_tells_whether_something_weighs_enough(audit, words, code):
    assert audit("paper.md", *words).returncode == code
    if words == ("--select", "text"):
        assert audit("paper.md", *words, "--fail-on", "warning").returncode == 10


def test_an_unknown_rule_is_refused(audit):
    done = audit("paper.md", "--select", "XYZ")
    assert done.returncode == 2
    assert "no rule is called XYZ" in done.stderr


OWN = """# Rule: silver is spoken of
# Code: OWN01
# Severity: warning
# Family: text
# Applies: research, review
# Reason: it is dear
# Source: house rule
# Example: “silver”
# Message: “{word}” stands twice, and we mind.
# Mend: Take one out.
SELECT ?start ?end ?word WHERE { [] a aud:DoubledWord ; aud:word ?word ; aud:start ?start ; aud:end ?end }
"""


def test_a_rule_of_ones_own_is_asked_with_the_others(audit, tmp_path):
    folder = tmp_path / "house"
    folder.mkdir()
    (folder / "OWN01-mine.rq").write_text(OWN, encoding="utf-8")
    done = audit("paper.md", "--rule", "house", "--select", "OWN", "--fail-on", "warning")
    assert done.returncode == 10
    assert "OWN01 mine (warning, 1)" in done.stdout
    assert "“the” stands twice, and we mind." in done.stdout
    assert "we mind" in audit("--rule", "house/OWN01-mine.rq", "--explain", "OWN01").stdout


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("CIT03-mine.rq", OWN.replace("OWN01", "CIT03"), "the code CIT03 is that of another rule"),
        ("OWN01-mine.rq", OWN.replace("aud:word ?word", "aud:word ?wrod"), "unknown variable"),
        ("OWN01-mine.rq", OWN.replace("# Reason: it is dear\n", ""), "look at Reason"),
        ("OWN01-mine.rq", None, "no such file"),
    ],
    ids=["a code that is taken", "an unknown variable", "no reason", "no file"],
)
def test_a_damaged_rule_of_ones_own_is_refused_with_its_file(audit, tmp_path, name, text, says):
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = audit("paper.md", "--rule", name)
    assert done.returncode in (2, 3, 4)
    assert says in done.stderr
    assert name in done.stderr
    assert done.stdout == ""


def test_json_csv_and_sarif_hold_the_same_findings(audit):
    told = json.loads(audit("paper.md", "-f", "json").stdout)["texts"][0]["findings"]
    rows = list(csv.DictReader(io.StringIO(audit("paper.md", "-f", "csv").stdout)))
    run = json.loads(audit("paper.md", "-f", "sarif").stdout)["runs"][0]
    keys = [one["key"] for one in told]
    assert keys
    assert keys == [row["key"] for row in rows]
    assert keys == [one["partialFingerprints"]["sodiokgAudit/v1"] for one in run["results"]]
    for one in run["results"]:
        assert run["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] == one["ruleId"]
        # What concerns the whole text has no region.
        region = one["locations"][0]["physicalLocation"].get(
            "region", {"charOffset": 0, "charLength": 0, "snippet": {"text": ""}}
        )
        assert TEXT[region["charOffset"] : region["charOffset"] + region["charLength"]] == region["snippet"]["text"]


def test_an_answer_with_a_reason_takes_a_finding_away(audit, tmp_path):
    answer = '[[ignore]]\nrule = "CIT03"\nwords = "Lund et al."\nwho = "J. Park"\nwhy = "he leads the group"\n'
    (tmp_path / "paper.audit.toml").write_text(answer, encoding="utf-8")
    done = audit("paper.md")
    assert done.returncode == 0
    assert "1 answered before" in done.stdout
    (tmp_path / "paper.audit.toml").write_text(answer.replace('why = "he leads the group"\n', ""), encoding="utf-8")
    done = audit("paper.md")
    assert done.returncode == 3
    assert "paper.audit.toml: ignore 1" in done.stderr


def test_an_answer_that_nothing_needs_is_told(audit, tmp_path):
    (tmp_path / "paper.audit.toml").write_text('[[ignore]]\nrule = "QTY01"\nwho = "J. Park"\nwhy = "x"\n', encoding="utf-8")
    assert "nothing is left that “QTY01" in audit("paper.md").stderr


def test_a_baseline_leaves_only_what_is_new(audit):
    assert audit("paper.md", "--write-baseline", "old.json").returncode == 10
    assert audit("paper.md", "--baseline", "old.json").returncode == 0
    changed = "A new line.\n\n" + TEXT.replace("Copper", "The pellet was annealed at -300 °C. Copper")
    done = audit("paper.md", "--baseline", "old.json", "--ignore", "coverage", "-f", "json", text=changed)
    assert [one["code"] for one in json.loads(done.stdout)["texts"][0]["findings"]] == ["QTY04"]


def test_a_rule_is_explained_and_all_are_listed(audit):
    assert "why it matters" in audit("--explain", "CIT03").stdout
    page = audit("--rules").stdout
    assert all(f"### {rule.code} {rule.name} ({rule.severity})\n" in page for rule in rules())


HOSTILE = (
    '=HYPERLINK("http://x") <script>alert(1)</script> \x1b[31m\u202e Lund et al. coated it [2]. It has the the \x07 <b onclick=x>'
)


@pytest.mark.parametrize("form", ALL)
def test_hostile_text_comes_out_inert(audit, form):
    done = audit("paper.md", "-f", form, text=manuscript(f"{HOSTILE} [1]. {BODY}", listed((1, 2, 3))))
    assert done.returncode == 10, done.stderr
    assert not set("\x1b\x07\u202e") & set(done.stdout)
    if form == "html":
        assert "<script>alert" not in done.stdout
        assert "<b onclick" not in done.stdout
    if form == "csv":
        assert all(not cell.startswith(("=", "@", "+")) for row in csv.reader(io.StringIO(done.stdout)) for cell in row)


def test_the_page_of_a_review_shows_what_it_covers(audit):
    told = (
        "Ito et al. coated BASE with a tin layer, and the contact angle of sodium was 71° [2]. Lund et al. doped NZSP with Ca [1]. "
        "Others tried copper [3]. Whether the layer survives is not known."
    )
    page = audit("paper.md", "-f", "html", "--kind", "review", text=manuscript(told, listed((1, 2, 3)))).stdout
    assert re.search(r'<td class="c1" title="\[2\]">1</td>', page)
    assert re.search(r'<td class="c0" title="none read">–</td>', page)
    assert "with a number only (1):</b> [2] Ito et al. 2002" in page
    assert "<li>Whether the layer survives is not known.</li>" in page
    covered = json.loads(audit("paper.md", "-f", "json", "--kind", "review").stdout)["texts"][0]["coverage"]
    assert {"strategy": "surface_coating", "substrate": "NASICON", "works": []} in covered["cells"]
    assert [work["carries"] for work in covered["works"] if work["number"] == 2] == ["number"]


def test_the_page_leads_to_every_error_and_warning(audit):
    page = audit("paper.md", "-f", "html").stdout
    told = [
        one for one in json.loads(audit("paper.md", "-f", "json").stdout)["texts"][0]["findings"] if one["severity"] != "note"
    ]
    leads = re.findall(r'<a href="#([^"]+)">', page)
    assert len(leads) == len(told) > 1
    assert all(f'<article id="{lead}"' in page for lead in leads)


def test_a_graph_is_audited_by_its_records(audit, tmp_path):
    (tmp_path / "other.md").write_text("Novak et al. [1] wetted NZSP; the contact angle of sodium was 212°.\n", encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "sodiokg", "build", "other.md", "-o", "g.trig"], cwd=tmp_path, check=True, capture_output=True
    )
    done = audit("g.trig")
    assert "QTY01" in done.stdout
    assert "62-66  A contact angle" in done.stdout
    assert done.returncode == 10


def test_the_page_is_self_contained_and_holds_every_finding_beside_its_words(audit):
    page = audit("paper.md", "-f", "html").stdout
    told = json.loads(audit("paper.md", "-f", "json").stdout)["texts"][0]["findings"]
    assert not re.search(r"src=|href=(?!\"#)|url\(|@import|fetch\(", page)
    assert "default-src 'none'" in page
    assert len(re.findall(r"<article ", page)) == len(told)
    for one in told:
        assert html.escape(one["message"]) in page
    words = re.search(r'<mark class="error" data-of="f0-0[^"]*">([^<]+)</mark>', page)
    assert words
    assert words[1] == told[0]["quote"]
