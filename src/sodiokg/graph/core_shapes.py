"""Core shapes, run by pySHACL on an rdflib graph; this is the one module of the package that needs either."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from typing import cast

import pyshacl
import rdflib
from pyoxigraph import Literal, NamedNode, Quad

from sodiokg.errors import OntologyError
from sodiokg.graph.shapes import SH, Row, Shapes

__all__ = ["core_rows", "rdflib_graph"]

_SHACL = rdflib.Namespace(SH)
_DAMAGED = (
    pyshacl.errors.ConstraintLoadError,
    pyshacl.errors.ReportableRuntimeError,
    pyshacl.errors.RuleLoadError,
    pyshacl.errors.ShapeLoadError,
)


def rdflib_graph(quads: Iterable[Quad]) -> rdflib.Graph:
    """Return the statements of all graphs as one rdflib graph, literals in the form they were given."""
    graph = rdflib.Graph()
    for quad in quads:
        graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return graph


def _term(term: object) -> rdflib.term.Node:
    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, Literal):
        if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        plain = term.datatype.value == str(rdflib.XSD.string)
        return rdflib.Literal(term.value, datatype=None if plain else rdflib.URIRef(term.datatype.value), normalize=False)
    return rdflib.BNode(getattr(term, "value", None))


def core_rows(quads: Iterable[Quad], shapes: Shapes) -> list[Row]:
    """Return what the core shapes find in the statements, sorted by shape, focus node and value.

    Raises OntologyError for a shape that is not SHACL.
    """
    return sorted(report_rows(rdflib_graph(quads), rdflib_graph(shapes.core), shapes), key=_order)


def report_rows(data: rdflib.Graph, shapes_graph: rdflib.Graph, shapes: Shapes) -> set[Row]:
    """Return the results of pySHACL's report."""
    try:
        report = _report(data, shapes_graph)
    except _DAMAGED as fault:
        text = str(getattr(fault, "message", "") or fault)
        raise OntologyError(f"a shape that is not SHACL: {text}", where=_culprit(data, shapes), mend="mend that shape") from fault
    return {_row(report, result) for result in report.objects(None, _SHACL.result)}


def _report(data: rdflib.Graph, shapes_graph: rdflib.Graph) -> rdflib.Graph:
    with warnings.catch_warnings():
        # rdflib deprecates calls that pySHACL makes; neither concerns the shapes or the data.
        warnings.simplefilter("ignore")
        _, report, _ = pyshacl.validate(data, shacl_graph=shapes_graph, inference="none", inplace=True, do_owl_imports=False)
    return cast("rdflib.Graph", report)


def _culprit(data: rdflib.Graph, shapes: Shapes) -> str:
    """Return file and line of the first shape that cannot be run by itself."""
    graph = rdflib_graph(shapes.core)
    for shape in sorted(set(graph.subjects(rdflib.RDF.type, _SHACL.NodeShape)), key=str):
        alone = rdflib.Graph()
        ahead = [shape]
        while ahead:
            below = [triple for triple in graph.triples((ahead.pop(), None, None)) if triple not in alone]
            for triple in below:
                alone.add(triple)
                ahead.append(triple[2])
        try:
            _report(data, alone)
        except _DAMAGED:
            return shapes.place(str(shape))
    return ", ".join(sorted({str(path) for path in shapes.files.values()}))


def _row(report: rdflib.Graph, result: rdflib.term.Node) -> Row:
    told = {name: report.value(result, _SHACL[name]) for name in ("sourceShape", "resultSeverity", "focusNode", "value")}
    messages = sorted(str(message) for message in report.objects(result, _SHACL.resultMessage))
    severity = str(told["resultSeverity"] or "").removeprefix(SH).lower()
    shape, focus, value = (str(told[name] or "") for name in ("sourceShape", "focusNode", "value"))
    return Row(shape, severity, focus, value, "; ".join(messages))


def _order(row: Row) -> tuple[str, str, str]:
    return row.shape, row.focus, row.value
