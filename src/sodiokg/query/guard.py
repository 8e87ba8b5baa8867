"""What a SPARQL text may not do: change data, call other services, nest without bound.

The text is read in SPARQL's own tokens, so that a word inside a string, comment, IRI or name is never mistaken for a keyword.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection
from typing import Final

from sodiokg.errors import QueryError

__all__ = ["DEEPEST", "add_prefixes", "check_query", "query_form", "without_comments"]

# The parser recurses: about 2,000 levels end the process.
DEEPEST: Final = 100
_LONGEST: Final = 1_000_000
_REFUSED: Final = {
    "SERVICE": "it would send data to another server; name one that it may ask with --allow-service URL",
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
_ADDRESS: Final = re.compile(r"(?:\s+[Ss][Ii][Ll][Ee][Nn][Tt]\b)?\s*<(https?://[^<>\"{}|^`\\\x00-\x20]+)>")
_ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U(00[01][0-9A-Fa-f]{5})")


def check_query(sparql: str, services: Collection[str] = ()) -> None:
    """Raise QueryError where a query would write, nest deeper than `DEEPEST` or call a service that is not one of `services`.

    A service is allowed by its whole address, and only where the query writes that out: no variable, prefix or base stands for it.
    """
    if len(sparql) > _LONGEST:
        raise QueryError(f"the query is longer than {_LONGEST:,} characters")
    _check_tokens(sparql, services)
    # Some engines read \\u0053 as S before anything else.
    if unescaped := _ESCAPE.sub(lambda match: chr(int(match[1] or match[2], 16) % 0x110000), sparql):
        _check_tokens(unescaped, services)


def _check_tokens(sparql: str, services: Collection[str]) -> None:
    depth = 0
    for token in _TOKEN.finditer(sparql):
        word = token.group().upper()
        if token.lastgroup == "word" and word in _REFUSED and not (word == "SERVICE" and _called(sparql, token) in services):
            line = sparql.count("\n", 0, token.start()) + 1
            raise QueryError(f"{word} is refused: {_REFUSED[word]}", where=f"line {line}")
        depth += (token.lastgroup == "open") - (token.lastgroup == "close")
        if depth > DEEPEST:
            line = sparql.count("\n", 0, token.start()) + 1
            raise QueryError(f"brackets are nested deeper than {DEEPEST} levels", where=f"line {line}")


def _called(sparql: str, service: re.Match[str]) -> str:
    """Return the address that is written out after the word SERVICE, "" where none is."""
    after = _ADDRESS.match(sparql, service.end())
    return after[1] if after else ""


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
