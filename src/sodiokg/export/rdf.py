"""The graph as N-Quads and as JSON-LD with the context that ships, and the ontology as RDF/XML."""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cache
from typing import Any, Final

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad

from sodiokg.graph.terms import node
from sodiokg.names import PREFIXES, SOD, data_folder
from sodiokg.ontology.files import merged, ontology_files, written

__all__ = ["jsonld", "nquads", "rdfxml"]

_STRING: Final = PREFIXES["xsd"] + "string"
_TYPE: Final = node("rdf:type")


def nquads(quads: list[Quad]) -> bytes:
    """Return the statements as N-Quads, one a line, sorted."""
    written = ox.serialize(sorted(set(quads), key=str), format=ox.RdfFormat.N_QUADS) or b""
    return b"".join(sorted(written.splitlines(keepends=True)))


def rdfxml(_: list[Quad]) -> bytes:
    """Return the ontology that ships, core and DL module, as RDF/XML, which has no named graphs for the rest."""
    return written(merged(ontology_files()), "rdfxml")


def jsonld(quads: list[Quad]) -> bytes:
    """Return the statements as JSON-LD: a list of named graphs, the context inside, so that reading it fetches nothing."""
    graphs: dict[str, dict[str, dict[str, list[Any]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for quad in sorted(set(quads), key=str):
        subject, graph = (getattr(term, "value", "") for term in (quad.subject, quad.graph_name))
        key = "@type" if quad.predicate == _TYPE else _keys().get(quad.predicate.value, quad.predicate.value)
        graphs[graph][subject][key].append(_iri(quad.object) if key == "@type" else _value(quad.object))
    told = [
        {"@id": name, "@graph": [_subject(one, graphs[name][one]) for one in sorted(graphs[name])]} for name in sorted(graphs)
    ]
    whole = {"@context": _context(), "@graph": told}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode() + b"\n"


def _subject(iri: str, told: dict[str, list[Any]]) -> dict[str, Any]:
    return {"@id": iri, **{key: values[0] if len(values) == 1 else values for key, values in sorted(told.items())}}


def _iri(term: object) -> str:
    return str(getattr(term, "value", term))


def _value(term: object) -> dict[str, str]:
    """Return a value that says its own type, whatever the context would make of a bare string."""
    if isinstance(term, NamedNode):
        return {"@id": term.value}
    if not isinstance(term, Literal):
        return {"@value": str(term)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    return {"@value": term.value} if term.datatype.value == _STRING else {"@value": term.value, "@type": term.datatype.value}


@cache
def _context() -> dict[str, Any]:
    """Return the context that ships."""
    told = json.loads((data_folder() / "ontology" / "context.jsonld").read_text(encoding="utf-8"))
    return dict(told["@context"])


@cache
def _keys() -> dict[str, str]:
    """Return the short name of each property of ours."""
    shorts = ((key, term.get("@id", "")) for key, term in _context().items() if isinstance(term, dict))
    return {SOD + iri.removeprefix("sod:"): key for key, iri in shorts if iri.startswith("sod:")}
