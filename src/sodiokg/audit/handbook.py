"""The page of all rules, written from the rules themselves, with recipes and how a rule of one's own is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sodiokg.audit.facts import VOCABULARY
from sodiokg.audit.rules import FAMILIES, Rule

__all__ = ["explained", "rules_page"]

_OPENING: Final = """# Rules of the audit

Written by `sodiokg audit --rules` from the rules themselves; a test holds both together, so do not edit this page.

{counts}. An error is wrong whatever the author meant; a warning is very likely wrong, or asked for by a checklist; a note is worth a look.
Each rule is a query over the graph of a text and over what only the text shows. `sodiokg audit --explain CIT03` prints one with its query.
"""
_RECIPES: Final = """
## Recipes

### A Word manuscript before submission

```bash
pip install 'sodiokg[readers]'
sodiokg audit paper.docx -f html -o audit.html
```

The page holds the text with the findings in the margin and filters by severity and family. What you have looked at and found right goes into
`paper.audit.toml` beside the manuscript, with who and why, and is not told again:

```toml
[[ignore]]
rule = "CIT03"
words = "Novak et al."
who = "J. Park"
why = "the group is named for its head, who is the last author"
```

### A check in continuous integration

Exit code 0 means that nothing weighs as much as `--fail-on` (usually errors), 10 that something does. To begin with a text that has findings already,
write a baseline once and commit it; from then on only what is new counts.

```bash
sodiokg audit paper.md --fail-on never --write-baseline audit-baseline.json
sodiokg audit paper.md --baseline audit-baseline.json --fail-on warning -f sarif -o audit.sarif
```

As a job that shows the findings at their lines:

```yaml
# .github/workflows/audit.yml
on: [push, pull_request]
jobs:
  audit:
    runs-on: ubuntu-latest
    permissions: {contents: read, security-events: write}
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with: {python-version: "3.12"}
      - run: pip install 'sodiokg[readers]'
      - run: sodiokg audit paper.md --baseline audit-baseline.json -f sarif -o audit.sarif
      - uses: github/codeql-action/upload-sarif@v3
        if: always()
        with: {sarif_file: audit.sarif}
```

### A hook before each commit

```yaml
# .pre-commit-config.yaml
repos:
  - repo: local
    hooks:
      - id: sodiokg-audit
        name: audit of manuscripts
        entry: sodiokg audit --select citations,text,chemistry --fail-on warning
        language: system
        files: \\.(md|tex|docx)$
        exclude: ^(README|CHANGELOG)
```

### Several texts, and a new one beside the literature

```bash
sodiokg audit one.md two.md
sodiokg audit paper.md --against known --select across
```

### A rule of one's own

A file `MIN01-lead.rq`, whose name begins with the code; every line of the header has to be there:

```sparql
# Rule: lead is brought in, and its toxicity is a question
# Code: MIN01
# Severity: note
# Family: arguments
# Applies: research, review
# Reason: readers ask at once what replaces it
# Source: what referees asked of our group
# Example: “coated with lead”
# Message: {words} is brought in here.
# Mend: Say what could replace it, or how little is needed.
SELECT ?start ?end ?words WHERE {
  [] a sod:Claim ; sod:agentText ?words ; sod:evidenceSpan/oa:hasSelector ?selector .
  ?selector oa:start ?start ; oa:end ?end .
  FILTER(LCASE(?words) IN ("pb", "lead"))
}
```

```bash
sodiokg audit paper.md --rule MIN01-lead.rq
```

The prefix `sod:` has every term of the ontology, `aud:` what the text alone shows, each with `aud:start` and `aud:end`. A term that neither has, or a
variable that stands once only, is refused with the file's name.

"""


def explained(rule: Rule) -> str:
    """Return everything that a rule's file says, for a person."""
    lines = [f"{rule.code} {rule.name} ({rule.severity}, {rule.family})", rule.title, ""]
    return "\n".join([*lines, *(f"{name}: {value}" for name, value in _told(rule)), "", rule.query, ""])


def _told(rule: Rule) -> tuple[tuple[str, str], ...]:
    return (
        ("what is wrong", rule.message),
        ("what would mend it", rule.mend),
        ("why it matters", rule.reason),
        ("source", rule.source),
        ("example", rule.example),
        ("applies to", ", ".join(rule.applies)),
    )


def rules_page(known: Sequence[Rule]) -> str:
    """Return the page of all rules in Markdown."""
    return "".join(_pieces(known))


def _pieces(known: Sequence[Rule]) -> Iterator[str]:
    families = [family for family in FAMILIES if any(rule.family == family for rule in known)]
    counts = ", ".join(f"{sum(rule.family == family for rule in known)} on {family}" for family in families)
    yield _OPENING.format(counts=f"{len(known)} rules: {counts}")
    for family in families:
        yield f"\n## {family.capitalize()}\n"
        for rule in known:
            if rule.family == family:
                yield f"\n### {rule.code} {rule.name} ({rule.severity})\n\n{rule.title[:1].upper()}{rule.title[1:]}.\n\n"
                yield "".join(f"- {name}: {value}\n" for name, value in _told(rule))
    yield _RECIPES
    rows = ("`aud:" + kind + "` | " + ", ".join(f"`aud:{name}`" for name in names) for kind, names in VOCABULARY.items())
    yield "| class | properties |\n| --- | --- |\n" + "".join(f"| {row} |\n" for row in rows)
