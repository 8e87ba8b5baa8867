"""Findings as text for a person, as a table, and as JSON and SARIF for programs; whatever a text holds comes out inert."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from typing import Any, Final
from urllib.parse import quote as percent

from sodiokg import __version__
from sodiokg.audit.auditing import Audit
from sodiokg.audit.coverage import Coverage
from sodiokg.audit.findings import Finding
from sodiokg.audit.rules import SEVERITIES, Rule
from sodiokg.tables import Table

__all__ = ["as_json", "as_sarif", "as_table", "as_text", "counted"]

_COLUMNS: Final = (
    *("code", "severity", "document", "line", "column", "end_line", "end_column", "start", "end"),
    *("quote", "message", "mend", "rule", "family", "path", "key"),
)
_STEERING: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_FIRST: Final = 3
_SHOWN: Final = 90  # characters of a quote
_SARIF: Final = "https://json.schemastore.org/sarif-2.1.0.json"


def counted(findings: Sequence[Finding]) -> str:
    """Return how many findings there are of each severity, in words."""
    counts = Counter(one.severity for one in findings)
    return ", ".join(f"{counts[name]} {name}{'' if counts[name] == 1 else 's'}" for name in SEVERITIES)


def as_text(audits: Sequence[Audit], first: int = _FIRST) -> str:
    """Return the findings for a person: of each text the first few of every rule, then counts."""
    return "".join(line + "\n" for audit in audits for line in _lines(audit, first))


def _lines(audit: Audit, first: int) -> Iterator[str]:
    more = f", {len(audit.suppressed)} answered before" if audit.suppressed else ""
    yield _inert(f"{audit.source.path or audit.source.name} ({audit.kind}): {counted(audit.findings)}{more}")
    for _, group in groupby(audit.findings, key=lambda one: one.code):
        found = list(group)
        head, mends = found[0], {one.mend for one in found}
        yield f"\n{head.code} {head.rule} ({head.severity}, {len(found)})"
        for one in found[:first]:
            place = f"{one.line}:{one.column}  " if one.line else f"{one.start}-{one.end}  " if one.end else ""
            yield _inert(f"  {place}{one.message}")
            if one.quote:
                yield _inert(f"      “{one.quote[:_SHOWN]}{'…' if len(one.quote) > _SHOWN else ''}”")
            if len(mends) > 1:
                yield _inert(f"      → {one.mend}")
        if len(found) > first:
            yield f"  and {len(found) - first} more"
        if len(mends) == 1:
            yield _inert(f"  → {head.mend}")
    yield ""


def _inert(text: str) -> str:
    return _STEERING.sub("", text)


def as_table(audits: Sequence[Audit]) -> Table:
    """Return one row a finding."""
    rows = tuple(tuple(_cell(getattr(one, name)) for name in _COLUMNS) for audit in audits for one in audit.findings)
    return Table(_COLUMNS, rows)


def _cell(value: str | int) -> str | int:
    return _inert(value) if isinstance(value, str) else value


def as_json(audits: Sequence[Audit]) -> str:
    """Return everything as one JSON object: a list of texts, each with its findings and the rules that failed."""
    texts = [
        {
            "document": audit.source.name,
            "path": audit.source.path,
            "sha256": audit.source.sha256,
            "kind": audit.kind,
            "findings": [asdict(one) for one in audit.findings],
            "suppressed": [asdict(one) for one in audit.suppressed],
            "failures": list(audit.failures),
            "coverage": _covered(audit.coverage),
        }
        for audit in audits
    ]
    return json.dumps({"sodiokg": __version__, "texts": texts}, ensure_ascii=True, indent=2) + "\n"


def _covered(coverage: Coverage) -> dict[str, Any]:
    cells = [{"strategy": key[0], "substrate": key[1], "works": list(works)} for key, works in coverage.cells.items()]
    works = [{"number": work.number, "label": work.label, "carries": work.carries} for work in coverage.works]
    return {"cells": cells, "works": works, "questions": list(coverage.questions)}


def as_sarif(audits: Sequence[Audit], rules: Sequence[Rule]) -> str:
    """Return the findings as SARIF 2.1.0."""
    places = {rule.code: number for number, rule in enumerate(rules)}
    results = [_result(one, places, answered=False) for audit in audits for one in audit.findings]
    results += [_result(one, places, answered=True) for audit in audits for one in audit.suppressed]
    failures = [{"level": "error", "message": {"text": _inert(told)}} for audit in audits for told in audit.failures]
    driver = {
        "name": "sodiokg",
        "version": __version__,
        "informationUri": "https://w3id.org/sodiokg",
        "rules": list(map(_described, rules)),
    }
    invocation = {"executionSuccessful": not failures, "toolExecutionNotifications": failures}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "invocations": [invocation], "results": results}
    return json.dumps({"$schema": _SARIF, "version": "2.1.0", "runs": [run]}, ensure_ascii=True, indent=2) + "\n"


def _described(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": f"{rule.reason} ({rule.source})"},
        "help": {"text": rule.mend},
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"family": rule.family, "applies": list(rule.applies), "example": rule.example},
    }


def _result(one: Finding, places: dict[str, int], *, answered: bool) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": percent(one.path or one.document)}}
    if one.line:
        location["region"] = {
            "startLine": one.line,
            "startColumn": one.column,
            "endLine": one.end_line,
            "endColumn": one.end_column,
            "charOffset": one.start,
            "charLength": one.end - one.start,
            "snippet": {"text": _inert(one.quote)},
        }
    result: dict[str, Any] = {
        "ruleId": one.code,
        "level": one.severity,
        "message": {"text": _inert(f"{one.message} {one.mend}")},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"sodiokgAudit/v1": one.key},
    }
    if one.code in places:
        result["ruleIndex"] = places[one.code]
    if answered:
        result["suppressions"] = [{"kind": "external"}]
    return result
