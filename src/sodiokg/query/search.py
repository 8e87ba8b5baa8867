"""Find things, claims, numbers and statements by words: in names first, then in definitions, then in quotes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from sodiokg.errors import UsageError
from sodiokg.names import PREFIXES, slug
from sodiokg.query.guard import add_prefixes
from sodiokg.query.things import Thing, folded, plain
from sodiokg.query.wording import did_you_mean
from sodiokg.tables import Table

__all__ = ["KINDS", "hits"]

Ask = Callable[[str], dict[str, Any]]
KINDS: Final = (
    "battery type",
    "cell",
    "claim",
    "concept",
    "document",
    "effect",
    "evidence",
    "material",
    "mechanism",
    "number",
    "phase",
    "precondition",
    "quantity",
    "statement",
    "strategy",
    "study",
)
_COLUMNS: Final = ("kind", "key", "name", "found_in", "text", "source")
# A record is shown through its study, through its document where it has none.
_QUOTES: Final = """SELECT DISTINCT ?kind ?label ?quote ?title ?section (MIN(?shown) AS ?key) {
  GRAPH graph:catalogue { ?g a sod:AssertionGraph ; sod:ofDocument ?document . ?document dcterms:title ?title }
  VALUES (?class ?kind) { (sod:Claim "claim") (sod:Measurement "number") (sod:Statement "statement") }
  GRAPH ?g { ?record a ?class ; sod:section ?section ; sod:evidenceSpan/oa:hasSelector ?selector . ?selector oa:exact ?exact }
  OPTIONAL { GRAPH ?g { ?record rdfs:label ?label } }
  OPTIONAL { GRAPH ?g { ?selector oa:prefix ?before ; oa:suffix ?after } }
  OPTIONAL { GRAPH ?g { ?record sod:reportsStudy ?study } }
  BIND (IF(?kind = "number", CONCAT("…", COALESCE(?before, ""), ?exact, COALESCE(?after, ""), "…"), ?exact) AS ?quote)
  BIND (REPLACE(STR(COALESCE(?study, ?document)), "^.*/", "") AS ?shown)
} GROUP BY ?kind ?label ?quote ?title ?section"""
# In this order; within one, what is called so and no more, then the shorter name.
_PLACES: Final = ("name", "title or authors", "definition", "quote")
_TITLING: Final = frozenset({"title", "author"})
_TELLING: Final = frozenset({"definition", "note"})


def hits(words: str, known: tuple[Thing, ...], kind: str, ask: Ask) -> Table:
    """Return what has all of the words, in any typography and as parts of words, the best first.

    Raises UsageError for no words and for a kind that there is not.
    """
    if kind and kind not in KINDS:
        raise UsageError(f"there is no kind {kind!r}", mend=did_you_mean(kind, KINDS) or f"kinds are {', '.join(KINDS)}")
    wanted = [folded(word) for word in plain(words).split() if any(map(str.isalnum, word))]
    if not wanted:
        raise UsageError("there is no word to look for", mend="such as: sodiokg search sodiophilic layer")
    found = [*_of_things(wanted, known), *_of_records(wanted, known, ask)]
    kept = sorted((rank, row) for rank, row in found if kind in {"", row[0]})
    title = f"What has {' '.join(words.split())} in its names, definition or quote"
    return Table(_COLUMNS, tuple(row for _, row in kept), title)


Rank = tuple[int, int, int, str]
Row = tuple[str, str, str, str, str, str]


def _of_things(wanted: list[str], known: tuple[Thing, ...]) -> Iterator[tuple[Rank, Row]]:
    for thing in known:
        texts = dict(thing.texts)
        place = _place(wanted, thing)
        if place is not None:
            exact = 0 if any(folded(name) == "".join(wanted) for name in thing.names) else 1
            rank = (place, exact, len(thing.label), thing.key)
            text = texts.get("definition") or texts.get("title") or ""
            yield rank, (thing.kind, slug(thing.key), thing.label, _PLACES[place], text, "")


def _place(wanted: list[str], thing: Thing) -> int | None:
    """Return the first place by which all words are found, earlier places counted in; None where one is nowhere."""
    heaps = (
        [text for what, text in thing.texts if what not in _TITLING | _TELLING],
        [text for what, text in thing.texts if what not in _TELLING],
        [text for _, text in thing.texts],
    )
    return next((place for place, heap in enumerate(heaps) if _has(heap, wanted)), None)


def _has(texts: list[str], wanted: list[str]) -> bool:
    """Tell whether each word begins some word of the texts."""
    heap = " " + " ".join(_words(text) for text in texts)
    return all(f" {word}" in heap for word in wanted)


def _words(text: str) -> str:
    """Return the folded words of a text, and those that hyphens and the like join as one and apart."""
    written = plain(text)
    apart = re.sub(r"[^\w.+']|_", " ", written)
    return " ".join(filter(None, (folded(word) for word in f"{written} {apart}".split())))


def _of_records(wanted: list[str], known: tuple[Thing, ...], ask: Ask) -> Iterator[tuple[Rank, Row]]:
    """Yield the claims, numbers and statements whose label and quote have all the words."""
    names = {thing.key: thing.label for thing in known}
    for row in ask(add_prefixes(_QUOTES, PREFIXES))["results"]["bindings"]:
        kind, quote, title, section, key = (row[name]["value"] for name in ("kind", "quote", "title", "section", "key"))
        label = row["label"]["value"] if "label" in row else names.get(key, key)
        if _has([label, quote], wanted):
            rank = (len(_PLACES) - 1, 0 if kind == "claim" else 1, len(quote), key)
            yield rank, (kind, slug(key), label, "quote", quote, f"{title}, section {section}")
