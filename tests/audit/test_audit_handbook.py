"""The page of rules says what the rules say, and its recipes run."""

import re
import shlex
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from manuscripts import listed, manuscript

from sodiokg.audit.handbook import rules_page
from sodiokg.audit.rules import rules, with_own
from sodiokg.errors import SourceError, UsageError

PAGE = Path(__file__).resolve().parents[2] / "rules" / "README.md"
BODY = "Lund et al. coated NZSP with lead [2]. It lay on the pellet [1]. Copper was tried [3]."
DOCUMENT = """<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>"""


def recipes():
    """Return the commands of the page: lines of its shell blocks, steps of its job and the entry of its hook."""
    text = PAGE.read_text(encoding="utf-8")
    blocks = re.findall(r"```(?:bash|yaml)\n(.*?)```", text, re.DOTALL)
    found = [
        re.sub(r"^\s*(?:- run: |entry: )?", "", line)
        for block in blocks
        for line in block.splitlines()
        if "sodiokg audit" in line
    ]
    return [line if re.search(r"\.(?:md|docx)\b", line) else f"{line} paper.md" for line in found]


@pytest.fixture
def desk(tmp_path):
    """Return a folder with a manuscript as Markdown and as Word, and with the page's own rule."""
    text = manuscript(BODY, listed((1, 2, 3)))
    for name in ("paper.md", "one.md", "two.md"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    paragraphs = "".join(f"<w:p><w:r><w:t>{line.lstrip('# ')}</w:t></w:r></w:p>" for line in text.splitlines())
    with zipfile.ZipFile(tmp_path / "paper.docx", "w") as archive:
        archive.writestr("word/document.xml", DOCUMENT.format(paragraphs))
    name, rule = re.search(r"A file `([^`]+)`.*?```sparql\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL).groups()
    (tmp_path / name).write_text(rule, encoding="utf-8")
    return tmp_path


def test_the_page_in_the_folder_is_the_page_of_the_rules():
    assert PAGE.read_text(encoding="utf-8") == rules_page(rules()), "write it anew: sodiokg audit --rules -o rules/README.md"


def test_the_page_tells_all_of_every_rule():
    page = rules_page(rules())
    for rule in rules():
        assert f"### {rule.code} {rule.name} ({rule.severity})" in page
        for told in (rule.message, rule.mend, rule.reason, rule.source, rule.example):
            assert told in page


def test_every_recipe_of_the_page_runs_in_its_order(desk):
    assert len(recipes()) >= 7
    for line in recipes():
        words = [sys.executable, "-m", *shlex.split(line)]
        done = subprocess.run(words, cwd=desk, capture_output=True, text=True, encoding="utf-8", check=False)
        # With the baseline nothing is new; the manuscript names a wrong author everywhere else.
        wrong = not any(word in line for word in ("--baseline", "--fail-on never", "across"))
        assert done.returncode == (10 if wrong else 0), f"{line}: {done.stdout}{done.stderr}"
    assert "CIT03" in (desk / "audit.html").read_text(encoding="utf-8")
    assert '"2.1.0"' in (desk / "audit.sarif").read_text(encoding="utf-8")


def test_a_rule_of_ones_own_finds_what_it_is_for(desk):
    words = [sys.executable, "-m", "sodiokg", "audit", "paper.md", "--rule", "MIN01-lead.rq", "--select", "MIN01"]
    done = subprocess.run(words, cwd=desk, capture_output=True, text=True, encoding="utf-8", check=False)
    assert "lead is brought in here." in done.stdout
    assert done.returncode == 0


def test_a_rule_that_is_missing_or_takes_the_code_of_another_is_refused(tmp_path):
    with pytest.raises(SourceError, match=r"none\.rq"):
        with_own([tmp_path / "none.rq"])
    twin = tmp_path / "CIT03-mine.rq"
    twin.write_text((PAGE.parent / "CIT03-author-differs.rq").read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(UsageError, match="CIT03"):
        with_own([twin])
