"""Run the rules over a store, each on its own, and say where in the source each finding stands."""

from __future__ import annotations

import re
import threading
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from sodiokg.audit.rules import RULE_PREFIXES, SEVERITIES, Rule
from sodiokg.names import content_hash

__all__ = ["SECONDS", "Finding", "Text", "run"]

SECONDS: Final = 20.0
_PLACEHOLDER: Final = re.compile(r"\{(\w+)\}")
_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_OFFSET: Final = re.compile(r"[0-9]{1,12}")
_LONGEST_QUOTE: Final = 300  # characters


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule objects to: the words quoted and their place, what is wrong and what would mend it.

    Offsets count code points of the source; line and column from 1; 0 where it concerns the whole text, or a graph whose text is not at hand. `key` stays the same while
    the words do, wherever they move.
    """

    code: str
    rule: str
    severity: str
    family: str
    document: str
    path: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    quote: str
    message: str
    mend: str
    key: str


class Text:
    """A source text that knows the line and column of an offset."""

    def __init__(self, name: str, path: str, text: str) -> None:
        self.name, self.path, self.text = name, path, text
        self._lines = [0, *(found.end() for found in _LINE_END.finditer(text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column, both from 1."""
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1


def run(store: Store, rules: Iterable[Rule], text: Text, *, seconds: float = SECONDS) -> tuple[list[Finding], list[str]]:
    """Return the findings by place, and what is to be said of rules that failed or took longer than `seconds`."""
    rows: list[tuple[Rule, Mapping[str, str]]] = []
    failures: list[str] = []
    for rule in rules:
        found = _attempt(store, rule, seconds)
        if not isinstance(found, str) and (odd := next((row for row in found if not _is_place(row, text)), None)):
            found = f"failed: ?start {odd.get('start')} and ?end {odd.get('end')} are no place in the text"
        if isinstance(found, str):
            failures.append(f"{rule.code} {rule.name} {found}; nothing is known of what it looks for")
        else:
            rows += [(rule, row) for row in found]
    return _findings(rows, text), failures


def _attempt(store: Store, rule: Rule, seconds: float) -> list[dict[str, str]] | str:
    """Return the rows of a rule, or what befell it; a query cannot be interrupted, so it is left behind in a thread of its own."""
    done: list[list[dict[str, str]] | str] = []

    def ask() -> None:
        try:
            done.append(list(_rows(store.query(rule.query, prefixes=RULE_PREFIXES, use_default_graph_as_union=True))))
        except (OSError, RuntimeError, ValueError, SyntaxError) as error:
            done.append(f"failed: {error}")

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(seconds)
    return done[0] if done else f"was still running after {seconds:g} s and was left"


def _rows(answer: object) -> Iterator[dict[str, str]]:
    if isinstance(answer, QuerySolutions):
        names = [variable.value for variable in answer.variables]
        for solution in answer:
            yield {name: _worded(value) for name, value in zip(names, solution, strict=True) if value is not None}


def _is_place(row: Mapping[str, str], text: Text) -> bool:
    """Tell whether a row stands somewhere in the text, or has no place; of a graph the text is not known."""
    start, end = row.get("start", "0"), row.get("end", "0")
    if not (_OFFSET.fullmatch(start) and _OFFSET.fullmatch(end)):
        return False
    return int(start) <= int(end) and (not text.text or int(end) <= len(text.text))


def _worded(value: object) -> str:
    if isinstance(value, Literal):
        number = value.datatype.value.endswith("#decimal")
        return value.value.rstrip("0").rstrip(".") if number and "." in value.value else value.value
    if isinstance(value, NamedNode):
        local = re.split(r"[#/]", value.value)[-1]
        return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", local).lower()
    return str(value)


def _findings(rows: Iterable[tuple[Rule, Mapping[str, str]]], text: Text) -> list[Finding]:
    seen: Counter[str] = Counter()
    found = []
    told = dict.fromkeys(
        (rule, int(row.get("start", 0)), int(row.get("end", 0)), _fill(rule.message, row), _fill(rule.mend, row))
        for rule, row in rows
    )
    for rule, start, end, message, mend in sorted(told, key=lambda one: (one[1], one[2], one[0].code, one[3])):
        quote = " ".join(text.text[start:end].split())[:_LONGEST_QUOTE]
        key = content_hash(rule.code, quote, message)
        seen[key] += 1
        first, last = (text.place(start), text.place(end)) if end > start and text.text else ((0, 0), (0, 0))
        again = key if seen[key] == 1 else f"{key}-{seen[key]}"
        place = (text.name, text.path, start, end, *first, *last)
        found.append(Finding(rule.code, rule.name, rule.severity, rule.family, *place, quote, message, mend, again))
    return sorted(found, key=lambda one: (SEVERITIES.index(one.severity), one.code, one.start))


def _fill(template: str, row: Mapping[str, str]) -> str:
    return " ".join(_PLACEHOLDER.sub(lambda name: row.get(name[1], ""), template).split())
