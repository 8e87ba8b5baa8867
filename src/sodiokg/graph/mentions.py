"""What the words of a record speak of: the substances named in a phrase, and the concepts that its cues tell.

A statement's subject and object are clauses. That they name a concept says no more than that the words stand there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import cache

from pyoxigraph import Literal, NamedNode

from sodiokg.errors import OntologyError
from sodiokg.extract.cues import Cue, Matcher, words_of
from sodiokg.extract.lexicon import Lexicon, load_lexicon
from sodiokg.extract.materials import find_mentions, local_names
from sodiokg.extract.naming import NameIndex, index_names
from sodiokg.graph.store import lexicon_files
from sodiokg.graph.substances import Resolver
from sodiokg.graph.terms import node
from sodiokg.graph.trig import read_turtle
from sodiokg.model import Document
from sodiokg.names import LEX, concept
from sodiokg.text.normal import normalise

__all__ = ["Mentions", "concepts_in", "titles"]

_MENTION = node(LEX + "mention")
_FIELDS = ("Mechanism", "Effect")


def concepts_in(words: str) -> list[NamedNode]:
    """Return the treatments, surface states and quantities, and poor wetting, that words speak of, sorted.

    >>> [one.value.rsplit("#")[-1] for one in concepts_in("the surface tension falls when it is annealed")]
    ['Annealing', 'SurfaceTension']
    """
    plain = normalise(words).text
    return sorted({node(hit.key) for hit in _matcher().find(words_of(plain))}, key=str)


def titles(document: Document) -> Callable[[str], str]:
    """Return a function that gives the title of the known material that a name as a whole is, the name itself where it is none."""
    lexicon = load_lexicon()
    local = _sure_names(document, lexicon)

    def title(name: str) -> str:
        plain = normalise(name).text
        whole = (one for one in find_mentions(plain, 0, len(plain), lexicon, local) if (one.start, one.end) == (0, len(plain)))
        return next((one.title for one in whole if one.known), name)

    return title


def _sure_names(document: Document, lexicon: Lexicon) -> NameIndex:
    """Return the abbreviations of a document that have one meaning all through, since a phrase does not say where it stands."""
    (_, first), *anew = local_names(document, lexicon)
    return index_names(name for name in first if all(name in names for _, names in anew))


class Mentions:
    """Finds what the phrases of one document name, by the lexicon's names and by the abbreviations that the document defines."""

    def __init__(self, document: Document, materials: Resolver) -> None:
        self._lexicon = load_lexicon()
        self._local = _sure_names(document, self._lexicon)
        self._materials = materials

    def of(self, phrase: str) -> list[NamedNode]:
        """Return what a phrase names, sorted: substances, concepts, and the mechanisms and effects that its cues tell."""
        plain = normalise(phrase).text
        told = {hit.key for hit in self._lexicon.hits(plain, 0, len(plain))}
        kinds = {node(concept(key)) for key in told if self._lexicon.fields.get(key) in _FIELDS}
        found = find_mentions(plain, 0, len(plain), self._lexicon, self._local)
        named = {one for mention in found for one in self._materials.concepts(mention.title)}
        return sorted({*kinds, *named, *concepts_in(phrase)}, key=str)


@cache
def _matcher() -> Matcher:
    """Return the matcher of all mentions, each under the IRI of its concept; raises OntologyError for a damaged pattern."""
    patterns: dict[str, list[str]] = defaultdict(list)
    for path in lexicon_files():
        for quad in read_turtle(path):
            if quad.predicate == _MENTION and isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                patterns[quad.subject.value].append(quad.object.value)
    try:
        return Matcher(Cue.parse(iri, pattern) for iri, told in sorted(patterns.items()) for pattern in sorted(told))
    except ValueError as error:
        raise OntologyError(
            str(error), where="ontology/lexicon-mentions.ttl", mend="write mentions as its header says"
        ) from error
