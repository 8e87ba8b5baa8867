"""Where a graph file differs from what its sources give, told in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from sodiokg.graph.terms import node
from sodiokg.graph.trig import to_trig

__all__ = ["Difference", "difference"]

_LABEL = node("rdfs:label")


@dataclass(frozen=True, slots=True)
class Difference:
    """The first line that differs, how many statements are missing or should not be there, and the first of each in words."""

    path: Path
    line: int
    found: str
    expected: str
    missing: int
    surplus: int
    first_missing: str = ""
    first_surplus: str = ""

    def __str__(self) -> str:
        if not self.missing and not self.surplus:
            return f"{self.path}:{self.line}: the graph holds the right statements but is not written as build writes it"
        lines = [f"{self.path}:{self.line}: the graph is not what the sources give"]
        if self.missing:
            lines.append(f"  {self.missing} missing, such as: {self.first_missing}")
        if self.surplus:
            lines.append(f"  {self.surplus} that should not be there, such as: {self.first_surplus}")
        return "\n".join(lines)


def difference(path: Path, there: Iterable[Quad], expected: Iterable[Quad]) -> Difference | None:
    """Compare the bytes of a graph file, which holds the statements `there`, with those of the expected statements."""
    found, wanted = path.read_bytes().decode(errors="replace"), to_trig(expected)
    if found == wanted:
        return None
    lines = enumerate(zip_longest(found.splitlines(), wanted.splitlines(), fillvalue=""), start=1)
    line, pair = next(((number, pair) for number, pair in lines if pair[0] != pair[1]), (1, ("", "")))
    have, want = set(there), set(expected)
    missing, surplus = sorted(want - have, key=str), sorted(have - want, key=str)
    words = [_in_words(some[0], have | want) if some else "" for some in (missing, surplus)]
    return Difference(path, line, pair[0].strip(), pair[1].strip(), len(missing), len(surplus), *words)


def _in_words(quad: Quad, known: set[Quad]) -> str:
    """Return a statement with labels in place of IRIs."""
    names = {
        one.subject: one.object.value
        for one in sorted(known, key=str)
        if one.predicate == _LABEL and isinstance(one.object, Literal)
    }
    parts = []
    for term in (quad.subject, quad.predicate, quad.object):
        short = term.value.rsplit("#", 1)[-1].rsplit("/", 1)[-1] if isinstance(term, NamedNode) else str(term)
        parts.append(f"“{names[term]}”" if isinstance(term, NamedNode) and term in names else short)
    return " ".join(parts)
