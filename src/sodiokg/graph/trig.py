"""TriG that is the same for the same statements, and readers that say where a damaged file is damaged.

Prefixes, graphs, subjects, predicates (rdf:type first) and objects are sorted by code point; literals keep their form.
A file is written under a temporary name, flushed to the disk and renamed, so that what stood there stays whole until then.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad

from sodiokg.errors import GraphError, OntologyError, SodiokgError, WriteError
from sodiokg.graph.terms import Term, node
from sodiokg.names import PREFIXES

__all__ = ["read_trig", "read_turtle", "to_trig", "write_file"]

_BASE = "https://w3id.org/sodiokg/"
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_SHORT = {
    PREFIXES["xsd"] + "decimal": re.compile(r"[+-]?\d+\.\d+"),
    PREFIXES["xsd"] + "integer": re.compile(r"[+-]?\d+"),
    PREFIXES["xsd"] + "boolean": re.compile("true|false"),
}
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_ESCAPED = re.compile(r'["\\\x00-\x1f\x7f]')
_TYPE = node("rdf:type").value


def to_trig(quads: Iterable[Quad]) -> str:
    """Return the statements as TriG; raises GraphError for a blank node, since it has no stable name."""
    graphs: dict[str, dict[str, dict[str, set[str]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(set)))
    for quad in quads:
        if not isinstance(quad.subject, NamedNode) or not isinstance(quad.object, NamedNode | Literal):
            raise GraphError(f"a statement has a node without a name: {quad}", mend="give it an IRI")
        name = quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else ""
        graphs[name][quad.subject.value][quad.predicate.value].add(_written(quad.object))
    return "".join(_document(graphs))


def _document(graphs: dict[str, dict[str, dict[str, set[str]]]]) -> Iterator[str]:
    yield f"@base <{_BASE}> .\n"
    for prefix, namespace in sorted(PREFIXES.items()):
        if not namespace.startswith(_BASE + "id/") and not namespace.startswith(_BASE + "graph/"):
            yield f"@prefix {prefix}: <{namespace}> .\n"
    for name, subjects in sorted(graphs.items()):
        yield f"\n{_name(name)} {{\n" if name else "\n{\n"
        for subject, told in sorted(subjects.items()):
            properties = " ;\n    ".join(_properties(told))
            yield f"\n{_name(subject)}\n    {properties} .\n"
        yield "}\n"


def _properties(told: dict[str, set[str]]) -> Iterator[str]:
    for predicate in sorted(told, key=lambda name: (name != _TYPE, name)):
        verb = "a" if predicate == _TYPE else _name(predicate)
        yield f"{verb} {', '.join(sorted(told[predicate]))}"


def _written(term: Term) -> str:
    if isinstance(term, NamedNode):
        return _name(term.value)
    kind = term.datatype.value
    if kind in _SHORT and _SHORT[kind].fullmatch(term.value):
        return term.value
    quoted = '"' + _ESCAPED.sub(lambda found: _ESCAPES.get(found[0], f"\\u{ord(found[0]):04X}"), term.value) + '"'
    if term.language:
        return f"{quoted}@{term.language}"
    return quoted if kind == PREFIXES["xsd"] + "string" else f"{quoted}^^{_name(kind)}"


@lru_cache(maxsize=65536)
def _name(iri: str) -> str:
    """Return an IRI as a prefixed name, below the base as a relative one, else in full."""
    for prefix, namespace in PREFIXES.items():
        if (
            iri.startswith(namespace)
            and _LOCAL.fullmatch(iri[len(namespace) :])
            and not namespace.startswith((_BASE + "id/", _BASE + "graph/"))
        ):
            return f"{prefix}:{iri[len(namespace) :]}"
    return f"<{iri.removeprefix(_BASE)}>"


def read_trig(path: Path, *, mend: str = "restore it, or make it anew with: sodiokg build") -> list[Quad]:
    """Return the statements of a graph file, literals as they are written; `mend` is the advice where that fails.

    Raises GraphError with line and column for a damaged file, GraphError for a missing one.
    """
    return _read(path, ox.RdfFormat.TRIG, GraphError, "the graph", mend)


def read_turtle(path: Path, mend: str = "mend that line, or install sodiokg again") -> list[Quad]:
    """Return the statements of a Turtle file.

    Raises OntologyError with line and column for a damaged file, OntologyError for a missing one.
    """
    return _read(path, ox.RdfFormat.TURTLE, OntologyError, "the file", mend)


def _read(path: Path, form: ox.RdfFormat, error: type[SodiokgError], what: str, mend: str) -> list[Quad]:
    try:
        quads = list(ox.parse(path.read_bytes(), format=form, rename_blank_nodes=True))
    except FileNotFoundError:
        raise error(f"{what} is missing", where=str(path), mend=mend) from None
    except OSError as fault:
        raise error(f"{what} cannot be read: {fault.strerror}", where=str(path), mend="check the file's permissions") from fault
    except SyntaxError as fault:
        place = f"{path}:{fault.lineno}:{fault.offset}"
        raise error(f"{form.name} that does not parse: {fault.msg}", where=place, mend=mend) from fault
    if not quads:
        raise error(f"{what} is empty", where=str(path), mend=mend)
    return quads


def write_file(path: Path, content: str | Iterable[str | bytes]) -> None:
    """Write a file, text in UTF-8, whole or in pieces, as a whole or not at all.

    Raises WriteError where that fails, and what the making of a piece raises; what stood there before is left.
    """
    temporary = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as stream:
            for piece in [content] if isinstance(content, str) else content:
                stream.write(piece.encode() if isinstance(piece, str) else piece)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
        temporary = ""
    except OSError as fault:
        mend = "what stood there before is whole; choose another place or mend the permissions"
        raise WriteError(f"cannot be written: {fault.strerror or fault}", where=str(path), mend=mend) from fault
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
