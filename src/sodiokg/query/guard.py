"""What a SPARQL text may not do: change data, call other services, nest without bound.

The text is read in SPARQL's own tokens, so that a word inside a string, comment, IRI or name is never mistaken for a keyword.
"""

from __future__ import annotations

import itertools
import re
from typing import Final

from sodiokg.errors import QueryError

__all__ = ["DEEPEST", "add_prefixes", "check_query", "query_form", "syntax_error", "without_comments"]

# The parser recurses: about 2,000 levels end the process.
DEEPEST: Final = 100
_LONGEST: Final = 1_000_000
_REFUSED: Final = {
    "SERVICE": "it would send data to another server",
    **dict.fromkeys(
        ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE"),
        "questions do not change the graph; use `sodiokg build` and `sodiokg add`",
    ),
}
_TOKEN: Final = re.compile(
    r"""(?P<comment>\#[^\r\n]*)
    |(?P<string>\"\"\"(?:[^"\\]|\\.|\"{1,2}(?!\"))*\"\"\"|'''(?:[^'\\]|\\.|'{1,2}(?!'))*'''|"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*')
    |(?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    |(?P<variable>[?$]\w+)
    |(?P<language>@[A-Za-z-]+)
    |(?P<name>[\w.\-]*:[\w\-.:%\\]*)
    |(?P<word>[A-Za-z_]\w*)
    |(?P<open>[({\[])
    |(?P<close>[)}\]])""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U(00[01][0-9A-Fa-f]{5})")
_WORD: Final = re.compile(r"[?$]?[\w:.\-]+|\S")
_PLACE: Final = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


def check_query(sparql: str) -> None:
    """Raise QueryError where a query would write, call another service or nest deeper than `DEEPEST`."""
    if len(sparql) > _LONGEST:
        raise QueryError(f"the query is longer than {_LONGEST:,} characters")
    _check_tokens(sparql)
    # Some engines read \\u0053 as S before anything else.
    if unescaped := _ESCAPE.sub(lambda match: chr(int(match[1] or match[2], 16) % 0x110000), sparql):
        _check_tokens(unescaped)


def _check_tokens(sparql: str) -> None:
    depth = 0
    for token in _TOKEN.finditer(sparql):
        word = token.group().upper()
        if token.lastgroup == "word" and word in _REFUSED:
            line = sparql.count("\n", 0, token.start()) + 1
            raise QueryError(f"{word} is refused: {_REFUSED[word]}", where=f"line {line}")
        depth += (token.lastgroup == "open") - (token.lastgroup == "close")
        if depth > DEEPEST:
            line = sparql.count("\n", 0, token.start()) + 1
            raise QueryError(f"brackets are nested deeper than {DEEPEST} levels", where=f"line {line}")


def query_form(sparql: str) -> str:
    """Return SELECT, ASK, CONSTRUCT or DESCRIBE, whichever word comes first; raise QueryError where none is there."""
    for token in _TOKEN.finditer(sparql):
        word = token.group().upper()
        if token.lastgroup == "word" and word in {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}:
            return word
    raise QueryError("the query has none of SELECT, ASK, CONSTRUCT and DESCRIBE")


def without_comments(sparql: str) -> str:
    """Return the query without its comments.

    >>> without_comments("ASK { } # {")
    'ASK { } '
    """
    return _TOKEN.sub(lambda token: "" if token.lastgroup == "comment" else token.group(), sparql)


def add_prefixes(sparql: str, prefixes: dict[str, str]) -> str:
    """Return `sparql` with a PREFIX line, before all else, for each of `prefixes` that it uses and does not declare."""
    tokens = list(_TOKEN.finditer(sparql))
    used = {token.group().split(":")[0] for token in tokens if token.lastgroup == "name"}
    pairs = itertools.pairwise(tokens)
    declared = {name.group()[:-1] for word, name in pairs if word.group().upper() == "PREFIX"}
    lines = [f"PREFIX {name}: <{iri}>" for name, iri in prefixes.items() if name in used - declared]
    return " ".join([*lines, sparql])


def syntax_error(sparql: str, message: str) -> QueryError:
    """Return the error for a query that does not parse, with the place, the line and a caret from the parser's message.

    The parser tells how far it came; what it stumbled over is the last word before that.
    """
    match = _PLACE.match(message)
    if match is None:
        return QueryError(f"the query cannot be run: {message.splitlines()[0] if message else 'no reason given'}")
    lines = sparql.split("\n")
    reached = len("\n".join([*lines[: int(match[1]) - 1], ""])) + int(match[2]) - 1
    words = [word for word in _WORD.finditer(sparql) if word.start() <= reached]
    if not words:
        return QueryError("the query is empty" if not sparql.strip() else "the query cannot be read from its start")
    start, word = words[-1].start(), words[-1].group()
    line = sparql.count("\n", 0, start) + 1
    column = start - (sparql.rfind("\n", 0, start) + 1) + 1
    caret = f"\n    {lines[line - 1].rstrip().expandtabs(1)}\n    {' ' * (column - 1)}^"
    return QueryError(_stumble(word, match[3]) + caret, where=f"line {line}, column {column}")


def _stumble(word: str, expected: str) -> str:
    if "Prefix not found" in expected and ":" in word:
        return f"the prefix of {word!r} is not declared"
    if "variable that is unbound" in expected:
        return "SELECT names a variable that the groups do not have; add it to GROUP BY"
    if "IRI parsing failed" in expected:
        return f"an IRI is not absolute or not well formed, near {word!r}"
    return f"the query cannot be read at {word!r} or right after it"
