"""What a graph holds, described by VoID and DCAT: how many statements of which classes and properties each named graph has."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from pyoxigraph import DefaultGraph, NamedNode, Quad

from sodiokg import __version__
from sodiokg.graph.terms import Triple, describe, integer, node, text
from sodiokg.graph.trig import to_trig
from sodiokg.names import GRAPH, content_hash

__all__ = ["void"]

_VOID: Final = "http://rdfs.org/ns/void#"
_DATASET: Final = "https://w3id.org/sodiokg/dataset"
_LICENCE: Final = NamedNode("https://creativecommons.org/licenses/by/4.0/")
_TYPE: Final = node("rdf:type")


def void(quads: list[Quad]) -> bytes:
    """Return the description of a graph as Turtle."""
    graphs: dict[str, list[Quad]] = defaultdict(list)
    for quad in set(quads):
        graphs[str(getattr(quad.graph_name, "value", ""))].append(quad)
    triples = [triple for name in sorted(graphs) for triple in _subset(name, graphs[name])]
    triples += describe(
        NamedNode(_DATASET),
        ("rdf:type", [NamedNode(_VOID + "Dataset"), NamedNode("http://www.w3.org/ns/dcat#Dataset")]),
        ("dcterms:title", text("sodiokg: what the literature says about making sodium wet")),
        (
            "dcterms:description",
            text("Studies, claims, numbers, statements and links with databases, each with the place it was read at."),
        ),
        ("dcterms:license", _LICENCE),
        ("owl:versionInfo", text(__version__)),
        (_VOID + "triples", integer(len(set(quads)))),
        (_VOID + "uriSpace", text("https://w3id.org/sodiokg/id/")),
        (_VOID + "subset", [_part(name) for name in sorted(graphs)]),
    )
    body = to_trig(Quad(*triple, DefaultGraph()) for triple in triples)
    return body.replace("\n{\n", "", 1).removesuffix("}\n").encode()  # the default graph's statements alone are Turtle


def _part(name: str, *more: str) -> NamedNode:
    kept = name.removeprefix(GRAPH).replace("/", "-") or "default"
    return NamedNode("/".join([_DATASET, kept, *more]))


def _subset(name: str, quads: list[Quad]) -> Iterator[Triple]:
    kinds = Counter(quad.object.value for quad in quads if quad.predicate == _TYPE and isinstance(quad.object, NamedNode))
    properties = Counter(quad.predicate.value for quad in quads)
    yield from describe(
        _part(name),
        ("rdf:type", NamedNode(_VOID + "Dataset")),
        ("dcterms:identifier", text(name)),
        (_VOID + "triples", integer(len(quads))),
        (_VOID + "distinctSubjects", integer(len({quad.subject for quad in quads}))),
        (_VOID + "distinctObjects", integer(len({quad.object for quad in quads}))),
        (_VOID + "classPartition", [_part(name, content_hash(kind)) for kind in sorted(kinds)]),
        (_VOID + "propertyPartition", [_part(name, content_hash("p", one)) for one in sorted(properties)]),
    )
    for kind, number in sorted(kinds.items()):
        told = ((_VOID + "class", NamedNode(kind)), (_VOID + "entities", integer(number)))
        yield from describe(_part(name, content_hash(kind)), *told)
    for one, number in sorted(properties.items()):
        told = ((_VOID + "property", NamedNode(one)), (_VOID + "triples", integer(number)))
        yield from describe(_part(name, content_hash("p", one)), *told)
