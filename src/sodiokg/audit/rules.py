"""The rules of the audit: one query a file in ``rules/``, with a header that says everything a person has to know.

A rule selects ``?start`` and ``?end``, where in the source the words stand that it objects to, and whatever its message names. It is refused,
with its file, where it asks for a term that neither the ontology nor the audit's vocabulary has, or uses a variable once only: such a rule
would find nothing and nobody would know.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode, QuerySolutions, Store

from sodiokg.audit.facts import AUDIT, VOCABULARY
from sodiokg.errors import OntologyError, QueryError, UsageError
from sodiokg.graph.store import ontology_quads
from sodiokg.names import PREFIXES, SOD, data_folder
from sodiokg.query.guard import check_query
from sodiokg.text.sources import read_text

__all__ = ["FAMILIES", "RULE_PREFIXES", "SEVERITIES", "Rule", "chosen", "read_rule", "rules", "with_own"]

SEVERITIES: Final = ("error", "warning", "note")
FAMILIES: Final = ("citations", "text", "quantities", "reporting", "chemistry", "arguments", "coverage", "across")
RULE_PREFIXES: Final = {**PREFIXES, "aud": AUDIT}
# Kinds of text, or what a text is read beside: other texts, a graph.
_KINDS: Final = frozenset({"research", "review", "several", "against"})
_HEADER: Final = ("Rule", "Code", "Severity", "Family", "Applies", "Reason", "Source", "Example", "Message", "Mend")
_LINE: Final = re.compile(r"^# (?:(?P<name>[A-Z][a-z]+): )?\s*(?P<value>.*)$")
_CODE: Final = re.compile(r"[A-Z]{3}\d\d")
_VARIABLE: Final = re.compile(r"[?$](\w+)")
# What a query computes and selects is bound and used at once.
_GIVEN: Final = re.compile(r"\bAS \?(\w+)")
_PLACEHOLDER: Final = re.compile(r"\{(\w+)\}")
_TERM: Final = re.compile(r"\b(aud|sod):(\w+)")
_QUIET: Final = re.compile(r"#[^\n]*|\"[^\"\n]*\"|<[^<>\s]*>")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code and name, how much it weighs, why it is, and the query that finds what it objects to."""

    code: str
    name: str
    title: str
    severity: str
    family: str
    applies: tuple[str, ...]
    reason: str
    source: str
    example: str
    message: str
    mend: str
    query: str


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules that ship, by code; raises OntologyError with the file of a damaged one."""
    found = tuple(read_rule(path) for path in sorted((data_folder() / "rules").glob("*.rq")))
    twice = [code for code, number in Counter(rule.code for rule in found).items() if number > 1]
    if twice or not found:
        what = f"two rules have the code {twice[0]}" if twice else "the rules of the audit are missing"
        raise OntologyError(what, where=str(data_folder() / "rules"), mend="install sodiokg again")
    return found


def with_own(paths: Sequence[Path]) -> tuple[Rule, ...]:
    """Return the rules that ship and those in files or folders of a user's; raises UsageError for a code that another rule has."""
    files = [file for path in paths for file in (sorted(path.glob("*.rq")) if path.is_dir() else [path])]
    own = tuple(read_rule(path) for path in files)
    taken = {rule.code for rule in rules()}
    for rule, path in zip(own, files, strict=True):
        if rule.code in taken:
            raise UsageError(
                f"the code {rule.code} is that of another rule", where=str(path), mend="give yours another one, such as MIN01"
            )
        taken.add(rule.code)
    return (*rules(), *own)


def read_rule(path: Path) -> Rule:
    """Return the rule in a file; raises OntologyError for one that is not as it has to be, SourceError for a file that cannot be read."""
    text = read_text(path)
    told = _header(text)
    query = "\n".join(line for line in text.splitlines() if not line.startswith("#")).strip()
    problem = _header_problem(told, path) or _query_problem(query, told["Message"] + told["Mend"])
    if problem:
        raise OntologyError(problem, where=str(path), mend="see `sodiokg audit --explain` of another rule for how one is written")
    return Rule(
        code=told["Code"],
        name=path.stem.partition("-")[2],
        title=told["Rule"],
        severity=told["Severity"],
        family=told["Family"],
        applies=tuple(part.strip() for part in told["Applies"].split(",")),
        reason=told["Reason"],
        source=told["Source"],
        example=told["Example"],
        message=told["Message"],
        mend=told["Mend"],
        query=query,
    )


def _header(text: str) -> dict[str, str]:
    told: dict[str, str] = {}
    name = ""
    for line in text.splitlines():
        found = _LINE.match(line)
        if not found:
            break
        name = found["name"] or name
        told[name] = f"{told[name]} {found['value']}" if name in told else found["value"]
    return told


def _header_problem(told: dict[str, str], path: Path) -> str:
    if set(told) != set(_HEADER):
        odd = sorted(set(told) ^ set(_HEADER))
        return f"the header of a rule has the lines {', '.join(_HEADER)}; look at {', '.join(odd)}"
    if not _CODE.fullmatch(told["Code"]) or not path.name.startswith(f"{told['Code']}-"):
        return f"the code {told['Code']!r} is three capitals and two digits, and the file's name begins with it"
    if told["Severity"] not in SEVERITIES or told["Family"] not in FAMILIES:
        return f"the severity is one of {', '.join(SEVERITIES)}, the family one of {', '.join(FAMILIES)}"
    if not {part.strip() for part in told["Applies"].split(",")} <= _KINDS:
        return "a rule applies to research, review, several (texts together) or against (a text beside a graph)"
    return ""


def _query_problem(query: str, template: str) -> str:
    """Return what is wrong with a query: it does not parse, lacks a place, or names what nothing gives."""
    try:
        check_query(query)
    except QueryError as error:
        return error.what
    try:
        answer = Store().query(query, prefixes=RULE_PREFIXES)
    except SyntaxError as error:
        return f"SPARQL that does not parse: {error.msg}"
    names = {variable.value for variable in answer.variables} if isinstance(answer, QuerySolutions) else set()
    if not {"start", "end"} <= names:
        return "a rule selects ?start and ?end, the place in the source"
    if missing := sorted(set(_PLACEHOLDER.findall(template)) - names):
        return f"the message names {{{missing[0]}}}, which the query does not select"
    bare = _QUIET.sub(" ", query)
    uses = Counter([*_VARIABLE.findall(bare), *_GIVEN.findall(bare)])
    if once := sorted(name for name, number in uses.items() if number < 2):
        return f"?{once[0]} is an unknown variable: it stands once only, so that nothing binds it or nothing uses it"
    if unknown := sorted(f"{prefix}:{name}" for prefix, name in _TERM.findall(bare) if name not in _known()[prefix]):
        return f"{unknown[0]} is no term of the ontology or of the audit's vocabulary"
    return ""


@cache
def _known() -> dict[str, frozenset[str]]:
    properties = {name for names in VOCABULARY.values() for name in names} | {"start", "end"}
    subjects = {quad.subject.value for quad in ontology_quads() if isinstance(quad.subject, NamedNode)}
    terms = {iri.removeprefix(SOD) for iri in subjects if iri.startswith(SOD)}
    return {"aud": frozenset({*VOCABULARY, *properties}), "sod": frozenset(terms)}


def chosen(known: tuple[Rule, ...], select: tuple[str, ...], ignore: tuple[str, ...]) -> tuple[Rule, ...]:
    """Return the rules whose code, name or family begins as `select` says (all where it is empty) and not as `ignore` says.

    Raises UsageError for a word that fits no rule.
    """
    for word in (*select, *ignore):
        if not any(_fits(rule, word) for rule in known):
            raise UsageError(f"no rule is called {word}", mend=f"families: {', '.join(FAMILIES)}; codes: sodiokg audit --rules")
    wanted = [rule for rule in known if not select or any(_fits(rule, word) for word in select)]
    return tuple(rule for rule in wanted if not any(_fits(rule, word) for word in ignore))


def _fits(rule: Rule, word: str) -> bool:
    return rule.code.startswith(word.upper()) or word.lower() in (rule.family, rule.name)
