"""What may be added to a user's graph: no second text of one name, no text twice, nothing to the graph that ships."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from sodiokg.errors import UsageError
from sodiokg.graph.places import document_iri
from sodiokg.graph.store import is_there, shipped_graph
from sodiokg.graph.terms import sod
from sodiokg.model import Source
from sodiokg.names import ID

__all__ = ["refuse_known_texts", "refuse_shipped_graph", "refuse_twins"]

_SHA256 = sod("sha256")
_RENAME = "rename the file: its name names the document"


def refuse_shipped_graph(target: Path) -> None:
    """Raise UsageError where a user's texts would go into the graph that ships."""
    if is_there(target) and target.samefile(shipped_graph()):
        mend = "name a file of your own, or leave --graph out for the one in your data folder"
        raise UsageError("this is the graph that ships; texts of your own go to another", where=str(target), mend=mend)


def refuse_twins(texts: Sequence[Source]) -> None:
    """Raise UsageError where two of the texts are the same."""
    for first, second in combinations(texts, 2):
        if first.sha256 == second.sha256:
            raise UsageError("two sources hold the same text", where=f"{first.path}, {second.path}", mend="leave one out")


def refuse_known_texts(texts: Sequence[Source], own: Iterable[Quad], shipped: Iterable[Quad], *, replace: bool) -> None:
    """Raise UsageError for a name that another text has already, and for a text that is there under another name.

    With `replace`, a text takes the place of the user's own one of its name.
    """
    ours, theirs = _checksums(own), _checksums(shipped)
    for source in texts:
        document = document_iri(source.name)
        if document in theirs:
            raise UsageError(f"a document that ships is called {source.name}", where=source.path, mend=_RENAME)
        for other, checksum in (ours | theirs).items():
            if checksum == source.sha256 and other != document:
                name = other.removeprefix(f"{ID}document/")
                raise UsageError(f"this text is there already, as {name}", where=source.path, mend="it need not be added again")
        if ours.get(document, source.sha256) != source.sha256 and not replace:
            mend = f"{_RENAME}; or put this one in its place with --replace"
            raise UsageError(f"the graph holds another text called {source.name}", where=source.path, mend=mend)


def _checksums(quads: Iterable[Quad]) -> dict[str, str]:
    """Return the SHA-256 of each document of a graph by the document's IRI."""
    return {
        quad.subject.value: quad.object.value
        for quad in quads
        if quad.predicate == _SHA256 and isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal)
    }
