"""What a person has answered: findings suppressed with a reason beside the source, and the baseline of an earlier run.

A text ``paper.md`` has its file beside it, ``paper.audit.toml``. An entry names a rule and, unless it answers all findings of the rule, words
that the finding quotes, so that it outlives changes elsewhere::

    [[ignore]]
    rule = "CIT03"
    words = "Novak et al."
    who = "J. Park"
    why = "the group is named for its head, who is the last author"
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from sodiokg.audit.auditing import Audit
from sodiokg.audit.findings import Finding
from sodiokg.errors import SourceError
from sodiokg.text.sources import read_text

__all__ = ["Answer", "answered", "answers_file", "baseline_text", "known_before", "read_answers"]

_PARTS: Final = ("rule", "words", "who", "why")


@dataclass(frozen=True, slots=True)
class Answer:
    """One entry of an answers file: the findings that it takes away, and who says why."""

    rule: str
    words: str
    who: str
    why: str

    def fits(self, finding: Finding) -> bool:
        """Tell whether it answers a finding."""
        words = " ".join(self.words.split())
        return self.rule in (finding.code, finding.rule) and (words in finding.quote or words in finding.message)


def answers_file(path: str | Path) -> Path:
    """Return where the answers to the audit of a text lie, whether there are any or not.

    >>> answers_file("texts/paper.md").as_posix()
    'texts/paper.audit.toml'
    """
    return Path(path).with_suffix(".audit.toml")


def read_answers(path: Path) -> tuple[Answer, ...]:
    """Return the answers in a file; raises SourceError with file and entry where one lacks rule, who or why."""
    try:
        table = tomllib.loads(read_text(path))
    except tomllib.TOMLDecodeError as error:
        raise SourceError(f"this is no TOML: {error}", where=str(path)) from error
    entries = table.get("ignore", [])
    if set(table) - {"ignore"} or not isinstance(entries, list):
        raise SourceError("an answers file holds entries that begin with [[ignore]] and nothing else", where=str(path))
    return tuple(_answer(entry, f"{path}: ignore {number}") for number, entry in enumerate(entries, 1))


def _answer(entry: object, where: str) -> Answer:
    told = entry if isinstance(entry, dict) else {}
    whole = all(isinstance(told.get(name), str) and told[name].strip() for name in ("rule", "who", "why"))
    if not whole or set(told) - set(_PARTS) or not isinstance(told.get("words", ""), str):
        mend = f"each entry has rule, who and why, and may have words; known: {', '.join(_PARTS)}"
        raise SourceError("this entry is not as it has to be", where=where, mend=mend)
    return Answer(told["rule"], told.get("words", ""), told["who"], told["why"])


def answered(audit: Audit, answers: Sequence[Answer]) -> tuple[Audit, list[str]]:
    """Return the audit without the findings that a person has answered, and a warning for every answer that none needed."""
    gone = [one for one in audit.findings if any(answer.fits(one) for answer in answers)]
    unused = [answer for answer in answers if not any(answer.fits(one) for one in audit.findings)]
    kept = tuple(one for one in audit.findings if one not in gone)
    told = [
        f"{answers_file(audit.source.path).name}: nothing is left that “{answer.rule}: {answer.words}” answers"
        for answer in unused
    ]
    return replace(audit, findings=kept, suppressed=(*audit.suppressed, *gone)), told


def baseline_text(audits: Sequence[Audit]) -> str:
    """Return a baseline: the keys of all findings, by document."""
    keys = {audit.source.name: sorted(one.key for one in audit.findings) for audit in audits}
    return json.dumps({"sodiokg-audit-baseline": 1, "findings": keys}, indent=1, sort_keys=True) + "\n"


def known_before(audit: Audit, path: Path) -> Audit:
    """Return the audit without the findings that a baseline has; raises SourceError for a file that is none."""
    try:
        table = json.loads(read_text(path))
        keys = set(table["findings"].get(audit.source.name, ()))
    except (json.JSONDecodeError, KeyError, TypeError, AttributeError) as error:
        raise SourceError("this is no baseline", where=str(path), mend="write one with --write-baseline FILE") from error
    gone = tuple(one for one in audit.findings if one.key in keys)
    kept = tuple(one for one in audit.findings if one.key not in keys)
    return replace(audit, findings=kept, suppressed=(*audit.suppressed, *gone))
