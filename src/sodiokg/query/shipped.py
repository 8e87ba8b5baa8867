"""The questions that ship: one SPARQL file each, whose header says in words what is asked and what may be set.

A header line is ``# Question:``, ``# Row:``, ``# Reads:``, ``# Parameter: name (kind, default value): meaning`` or
``# Column: name (unit): meaning``; a comment line that begins with spaces continues the one before. Each parameter stands in the
query once, as ``VALUES ?name { default }``: a file runs as it is in any SPARQL tool, and setting a parameter exchanges that term.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final

from sodiokg.errors import OntologyError, UsageError
from sodiokg.names import data_folder
from sodiokg.query.wording import did_you_mean

__all__ = ["KINDS", "Parameter", "Question", "find", "questions", "read_question"]

KINDS: Final = frozenset(
    {
        "battery type key",
        "effect key",
        "mechanism key",
        "number",
        "quantity key",
        "reference number",
        "strategy key",
        "substance key",
        "text",
        "thing key",
    }
)
_FIELD: Final = re.compile(r"#\s?(Question|Parameter|Row|Reads|Column):\s*(.*)")
_PARAMETER: Final = re.compile(r"(\w+) \(([\w ]+), default ([^)]*)\): (.+)")
_COLUMN: Final = re.compile(r"(\w+) \(([^)]+)\): .+")
_LIST: Final = re.compile(r"GROUP_CONCAT\s*\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)\s*AS\s*\?(\w+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value of a question that the asker may set."""

    name: str
    kind: str
    default: str
    meaning: str

    def term(self, value: object) -> str:
        """Return `value` as one SPARQL literal; UsageError where it is not of this parameter's kind."""
        if value is None:
            raise UsageError(f"{self.name} has no value", mend=f"leave it out for {self.default}, or give a {self.kind}")
        text = str(value).strip()
        if self.kind == "number":
            if not re.fullmatch(r"[-+]?\d{1,15}(\.\d{1,12})?", text):
                raise UsageError(f"{self.name} has to be a number, not {text!r}")
            return format(Decimal(text), "f")
        if self.kind == "reference number":
            number = re.fullmatch(r"(?:ref:|\[)?(\d{1,6})\]?", text)
            if number is None:
                raise UsageError(f"{self.name} has to be a reference number such as 29, not {text!r}")
            return str(int(number[1]))
        if not text or len(text) > 200 or not text.isprintable():
            raise UsageError(f"{self.name} has to be between 1 and 200 printable characters")
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


@dataclass(frozen=True, slots=True)
class Question:
    """A shipped query with what its header says."""

    name: str
    text: str
    sparql: str
    row: str = ""
    reads: str = "stated"
    parameters: tuple[Parameter, ...] = ()
    units: tuple[tuple[str, str], ...] = ()

    @property
    def number(self) -> int:
        """Return the number that the file's name begins with."""
        return int(self.name.split("-")[0])

    @property
    def lists(self) -> frozenset[str]:
        """Return the columns that hold several values."""
        return frozenset(_LIST.findall(self.sparql))

    def title(self, given: Mapping[str, object]) -> str:
        """Return the question in words with its parameters filled in."""
        values = {parameter.name: parameter.default for parameter in self.parameters} | dict(given)
        return re.sub(r"\{(\w+)\}", lambda match: str(values.get(match[1], match[0])), self.text)

    def bind(self, given: Mapping[str, object]) -> str:
        """Return the SPARQL text with the `given` parameters set; UsageError names the known ones where one is unknown."""
        known = {parameter.name: parameter for parameter in self.parameters}
        sparql = self.sparql
        for name, value in given.items():
            if name not in known:
                takes = f"it takes {', '.join(known)}" if known else "it takes no parameter"
                raise UsageError(f"question {self.name} has no parameter {name!r}", mend=did_you_mean(name, known) or takes)
            term = known[name].term(value)
            sparql = _values(name).sub(lambda match, term=term: f"{match[1]}{term}{match[3]}", sparql)  # type: ignore[misc]
        return sparql


def _values(name: str) -> re.Pattern[str]:
    return re.compile(rf'(VALUES\s+\?{name}\s*\{{\s*)("(?:[^"\\]|\\.)*"|[-+\d.]+)(\s*\}})')


def read_question(path: Path) -> Question:
    """Return the question in a file; OntologyError where its header or a parameter's VALUES line is wrong."""
    sparql = path.read_text(encoding="utf-8")
    fields = _header(sparql)
    if not re.match(r"\d+-", path.name) or len(fields.get("Question", [])) != 1:
        raise OntologyError("a question's file is named NN-in-words.rq and has one '# Question:' line", where=str(path))
    question = Question(
        name=path.stem,
        text=fields["Question"][0],
        sparql=sparql,
        row=" ".join(fields.get("Row", [])),
        reads=" ".join(fields.get("Reads", ["stated"])),
        parameters=tuple(_parameter(line, path) for line in fields.get("Parameter", [])),
        units=tuple((match[1], match[2]) for line in fields.get("Column", []) if (match := _COLUMN.fullmatch(line))),
    )
    for parameter in question.parameters:
        if len(_values(parameter.name).findall(sparql)) != 1:
            raise OntologyError(
                f"parameter {parameter.name} needs exactly one VALUES ?{parameter.name} {{ ... }}", where=str(path)
            )
    return question


def _header(sparql: str) -> dict[str, list[str]]:
    fields: dict[str, list[str]] = {}
    latest: list[str] | None = None
    for line in sparql.splitlines():
        if not line.startswith("#"):
            break
        if match := _FIELD.fullmatch(line):
            latest = fields.setdefault(match[1], [])
            latest.append(match[2].strip())
        elif latest is not None and line.startswith("#  "):
            latest[-1] += " " + line.lstrip("# ").strip()
    return fields


def _parameter(line: str, path: Path) -> Parameter:
    match = _PARAMETER.fullmatch(line)
    if match is None or match[2] not in KINDS:
        raise OntologyError(f"unreadable parameter line: {line}", where=str(path), mend=f"kinds are {', '.join(sorted(KINDS))}")
    return Parameter(match[1], match[2], match[3].strip(), match[4])


@cache
def questions(folder: Path | None = None) -> tuple[Question, ...]:
    """Return the questions of a folder by number, those that ship unless one is named."""
    paths = (folder or data_folder() / "queries").glob("*.rq")
    return tuple(sorted(map(read_question, paths), key=lambda question: (question.number, question.name)))


def find(wanted: str | int, among: tuple[Question, ...] | None = None) -> Question:
    """Return the question with this number, name or unambiguous part of a name.

    Raises UsageError that names the near or the matching ones.
    """
    known = questions() if among is None else among
    key = re.sub(r"[^a-z0-9]+", "-", str(wanted).lower().removesuffix(".rq")).strip("-")
    if re.fullmatch(r"\s*-\s*\d+\s*", str(wanted)):
        raise UsageError(f"there is no question {str(wanted)!r}", mend="run `sodiokg query` to list them")
    if key.isdigit():
        matching = [question for question in known if question.number == int(key)]
    else:
        exact = [question for question in known if key and question.name.lower() == key]
        matching = exact or [question for question in known if key and key in question.name.lower()]
    if len(matching) == 1:
        return matching[0]
    if matching:
        names = ", ".join(question.name for question in matching)
        raise UsageError(f"{str(wanted)!r} fits {len(matching)} questions", mend=f"say which: {names}")
    near = did_you_mean(key, {question.name for question in known})
    raise UsageError(f"there is no question {str(wanted)!r}", mend=near or "run `sodiokg query` to list them")
