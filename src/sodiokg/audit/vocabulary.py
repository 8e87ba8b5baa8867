"""The words that the audit looks for, as ``ontology/lexicon-audit*.ttl`` list them."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from pyoxigraph import Literal, NamedNode

from sodiokg.errors import OntologyError
from sodiokg.extract.cues import Cue, Matcher
from sodiokg.graph.trig import read_turtle
from sodiokg.names import LEX, data_folder

__all__ = ["appeals", "entries", "links", "pairs", "words"]

_FILES = "lexicon-audit*.ttl"


@cache
def words(name: str) -> frozenset[str]:
    """Return the words listed under ``lex:<name>``; raises OntologyError where none are."""
    found = frozenset(word for value in _values()[LEX + name, LEX + "auditWords"] for word in value.split())
    if not found:
        raise OntologyError(f"no words are listed under lex:{name}", where=f"ontology/{_FILES}", mend="install sodiokg again")
    return found


@cache
def links(name: str) -> dict[str, str]:
    """Return what ``lex:<name>`` gives to words as ``word=other``; raises OntologyError for none."""
    return {word: other for word, _, other in (pair.partition("=") for pair in words(name))}


@cache
def pairs(name: str) -> dict[str, int]:
    """Return the numbers that ``lex:<name>`` gives to words as ``word=number``; raises OntologyError for none or a damaged one."""
    try:
        return {word: int(number) for word, number in links(name).items()}
    except ValueError as error:
        raise OntologyError(str(error), where=f"ontology/{_FILES}", mend=f"write lex:{name} as word=number") from error


@cache
def appeals() -> Matcher:
    """Return the matcher of phrases that appeal to the work of others; raises OntologyError for a damaged pattern."""
    try:
        return Matcher(Cue.parse("appeal", pattern) for pattern in _values()[LEX + "appeal", LEX + "auditCue"])
    except ValueError as error:
        raise OntologyError(
            str(error), where=f"ontology/{_FILES}", mend="write cues as the header of lexicon.ttl says"
        ) from error


@cache
def entries(name: str) -> dict[str, dict[str, list[str]]]:
    """Return what the file says of each thing that has ``lex:<name>``: its values by predicate, IRIs in full."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for (subject, predicate), values in _values().items():
        found[subject][predicate] += values
    return {subject: dict(told) for subject, told in found.items() if LEX + name in told}


@cache
def _values() -> dict[tuple[str, str], list[str]]:
    values: dict[tuple[str, str], list[str]] = defaultdict(list)
    quads = (quad for path in sorted((data_folder() / "ontology").glob(_FILES)) for quad in read_turtle(path))
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal | NamedNode):
            values[quad.subject.value, quad.predicate.value].append(quad.object.value)
    return values
