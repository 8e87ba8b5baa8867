"""What a SPARQL text may not do: change data, call other services, nest without bound.

The text is read in SPARQL's own tokens, so that a word inside a string, comment, IRI or name is never mistaken for a keyword.
"""

from __future__ import annotations

import itertools
import re
from typing import Final

from sodiokg.errors import QueryError

__all__ = ["DEEPEST", "add_prefixes", "check_query", "query_form", "without_comments"]

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
# A name is looked for at the start of a run only and no further than any prefix goes: no text takes longer than its length.
_TOKEN: Final = re.compile(
    r"""(?P<comment>\#[^\r\n]*)
    |(?P<string>\"\"\"(?:[^"\\]|\\.|\"{1,2}(?!\"))*\"\"\"|'''(?:[^'\\]|\\.|'{1,2}(?!'))*'''|"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*')
    |(?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    |(?P<variable>[?$]\w+)
    |(?P<language>@[A-Za-z-]+)
    |(?P<name>(?<![\w.\-])(?:_|[^\W\d_][\w.\-]{0,100})?:[\w\-.:%\\]*)
    |(?P<word>[A-Za-z_]\w*)
    |(?P<open>[({\[])
    |(?P<close>[)}\]])""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U(00[01][0-9A-Fa-f]{5})")


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
