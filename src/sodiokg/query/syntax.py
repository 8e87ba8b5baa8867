"""Where and at what a query stumbles that does not parse.

The parser tells how far it looked, which is past its stumbling-block by the longest keyword that it tried there. So the query is parsed
once more with its words set wide apart: no keyword reaches the next word then, and the place lies at the word that is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from sodiokg.errors import QueryError

__all__ = ["syntax_error"]

_PLACE: Final = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_WORD: Final = re.compile(r"[?$]?[\w:.\-]+|\S")
# What a gap may not be made in, then the places where one may.
_PIECE: Final = re.compile(
    r"""(?P<string>\"\"\"(?:[^"\\]|\\.|\"{1,2}(?!\"))*\"\"\"|'''(?:[^'\\]|\\.|'{1,2}(?!'))*'''|"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*')
    |(?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    |(?P<comment>\#[^\r\n]*)
    |(?P<space>\s+)
    |(?P<bracket>[{}()\[\]])
    |(?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
# Longer than any keyword and function name of SPARQL.
_GAP: Final = " " * 40
_LONGEST: Final = 50_000
_QUOTED: Final = 60


def syntax_error(sparql: str, message: str, parse: Callable[[str], str]) -> QueryError:
    """Return the error for a query that does not parse, with line, column and the words there.

    `message` is the parser's; `parse` returns its message for another text, "" where that parses.
    """
    match = _PLACE.match(message)
    if match is None:
        return QueryError(f"the query cannot be run: {message.splitlines()[0][:300] if message else 'no reason given'}")
    if not sparql.strip():
        return QueryError("the query is empty")
    reached, expected = _reached(sparql, match, parse)
    words = [word for word in _WORD.finditer(sparql) if word.start() <= reached]
    if not words:
        return QueryError("the query cannot be read from its start")
    start, word = words[-1].start(), words[-1].group()
    begin = sparql.rfind("\n", 0, start) + 1
    line, column = sparql.count("\n", 0, start) + 1, start - begin + 1
    return QueryError(
        _stumble(word, expected) + _pointed(sparql[begin:].split("\n")[0], column - 1), where=f"line {line}, column {column}"
    )


def _reached(sparql: str, match: re.Match[str], parse: Callable[[str], str]) -> tuple[int, str]:
    """Return how far the parser came, as an offset, and what it expected there."""
    if len(sparql) <= _LONGEST:
        wide, origins = _spread(sparql)
        if again := _PLACE.match(parse(wide)):
            return origins[min(_offset(wide, again), len(wide) - 1)], again[3]
    return _offset(sparql, match), match[3]


def _offset(text: str, match: re.Match[str]) -> int:
    lines = text.split("\n")
    return len("\n".join([*lines[: int(match[1]) - 1], ""])) + int(match[2]) - 1


def _spread(sparql: str) -> tuple[str, list[int]]:
    """Return the query with wide gaps between its words, and for each of its characters the offset that it stems from."""
    pieces, origins = [], list[int]()
    for text, start in _pieces(sparql):
        pieces.append(text)
        origins += [start] * len(text) if text.endswith(_GAP) else range(start, start + len(text))
    return "".join(pieces), origins


def _pieces(sparql: str) -> Iterator[tuple[str, int]]:
    for piece in _PIECE.finditer(sparql):
        # A gap belongs to the word before it.
        before = max(piece.start() - 1, 0)
        if piece.lastgroup in {"space", "comment"}:
            yield ("\n" if "\n" in piece[0] else "") + _GAP, before
            continue
        if piece.lastgroup == "bracket":
            yield _GAP, before
        yield piece[0], piece.start()
        if piece.lastgroup == "bracket":
            yield _GAP, piece.start()


def _pointed(line: str, column: int) -> str:
    """Return at most 60 characters of a line, the caret on a line of its own below them."""
    first = max(0, min(column - _QUOTED // 2, len(line) - _QUOTED))
    quoted = re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", line[first : first + _QUOTED])
    return f"\n    {quoted.rstrip()}\n    {' ' * (column - first)}^"


def _stumble(word: str, expected: str) -> str:
    word = word if len(word) <= _QUOTED else f"{word[:_QUOTED]}…"
    if "Prefix not found" in expected and ":" in word:
        return f"the prefix of {word!r} is not declared"
    if "variable that is unbound" in expected:
        return "SELECT names a variable that the groups do not have; add it to GROUP BY"
    if "IRI parsing failed" in expected:
        return f"an IRI is not absolute or not well formed, near {word!r}"
    return f"the query cannot be read at {word!r} or right after it"
