"""Check a graph against the shapes, and its quotes against the sources.

Shapes see what is stated, with each type's superclasses added, and nothing that is inferred: domain and range inference would make a
wrong type look right.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store

from sodiokg.graph.places import document_iri
from sodiokg.graph.shapes import Row, Shapes, default_graph, read_shapes, rows, shape_files
from sodiokg.graph.terms import node
from sodiokg.model import Source
from sodiokg.names import GRAPH, ID

__all__ = ["Finding", "check_quotes", "shipped_shapes", "stated", "validate"]

_SUBCLASS, _TYPE = node("rdfs:subClassOf"), node("rdf:type")
_LEADING_TO_SPAN = ("sod:evidenceSpan", "sod:liftedFrom", "sod:partOfClaim", "sod:before", "sod:observedValue")
_IRI = re.compile(r"https?://[^\s,;:()“”]+(?<![.])")
_RANK = {"violation": 0, "warning": 1, "info": 2}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a shape objects to, with the words of the source concerned and the citation numbers of its studies."""

    rule: str
    severity: str
    focus: str
    message: str
    quote: str = ""
    document: str = ""
    refs: tuple[int, ...] = ()

    def __str__(self) -> str:
        cited = "".join(f"[{number}]" for number in self.refs)
        place = f"  {self.document} {cited}: “{self.quote}”" if self.quote else f"  {self.focus}"
        return f"{self.severity} {self.rule}: {self.message}\n{place}"


@cache
def shipped_shapes() -> Shapes:
    """Return the shapes that ship, read once; raises OntologyError with file and line for damaged ones."""
    return read_shapes(shape_files())


def validate(store: Store, shapes: Shapes | None = None, sources: Iterable[Source] = ()) -> list[Finding]:
    """Return what the shapes object to and what the sources do not say, violations first, then by rule and focus node.

    `sources` are the texts of documents of the graph, as far as they are at hand.

    Raises OntologyError for shapes that are damaged.
    """
    from sodiokg.graph.core_shapes import core_rows  # rdflib and pySHACL take half a second to import

    shapes = shapes or shipped_shapes()
    quads = stated(quad for quad in store if _is_stated(quad))
    flat = default_graph(quads)
    found = [*core_rows(quads, shapes), *(row for constraint in shapes.constraints for row in rows(constraint, flat))]
    findings = {_finding(row, flat) for row in found}.union(check_quotes(store, sources))
    return sorted(findings, key=lambda one: (_RANK.get(one.severity, 3), one.rule, one.focus, one.message))


def _is_stated(quad: Quad) -> bool:
    return getattr(quad.graph_name, "value", "") != f"{GRAPH}inferred"


def stated(quads: Iterable[Quad]) -> list[Quad]:
    """Return the statements in one graph, with the superclasses of every class and type added."""
    plain = {Quad(quad.subject, quad.predicate, quad.object, DefaultGraph()): None for quad in quads}
    above: dict[object, set[object]] = defaultdict(set)
    for quad in plain:
        if quad.predicate == _SUBCLASS and isinstance(quad.object, NamedNode):
            above[quad.subject].add(quad.object)
    closed = {kind: _ancestors(kind, above) for kind in above}
    more: dict[Quad, None] = {}
    for quad in plain:
        if quad.predicate in (_SUBCLASS, _TYPE):
            for kind in closed.get(quad.object, ()):
                more[Quad(quad.subject, quad.predicate, kind, DefaultGraph())] = None
    return list(plain | more)


def _ancestors(kind: object, above: Mapping[object, set[object]]) -> list[NamedNode]:
    found: dict[object, None] = {}
    ahead = [kind]
    while ahead:
        for parent in above.get(ahead.pop(), ()):
            if parent not in found:
                found[parent] = None
                ahead.append(parent)
    return [parent for parent in found if isinstance(parent, NamedNode)]


def _finding(row: Row, store: Store) -> Finding:
    rule, message = row.shape.rsplit("#", 1)[-1], _worded(row, store)
    for iri in (row.focus, row.value, *_naming(store, row.focus)):
        record, span = _evidence(store, iri)
        if span is not None:
            quote = _first(store, NamedNode(f"{span.value}/quote"), "oa:exact")
            document = _first(store, record, "sod:fromDocument") or _first(store, span, "oa:hasSource")
            told = message if iri in (row.focus, row.value) else f"“{_called(store, row.focus)}”: {message}"
            name = document.removeprefix(f"{ID}document/")
            return Finding(rule, row.severity, row.focus, told, quote, name, _refs(store, record, document))
    return Finding(rule, row.severity, row.focus, message)


def _naming(store: Store, iri: str) -> list[str]:
    """Return the nodes that point at a node, which for a material are the records that name it."""
    if not iri.startswith(ID):
        return []
    return sorted(
        quad.subject.value
        for quad in store.quads_for_pattern(None, None, NamedNode(iri), None)
        if isinstance(quad.subject, NamedNode)
    )


def _worded(row: Row, store: Store) -> str:
    """Return the message with the value it concerns, where it does not name it already, and labels in place of IRIs."""
    unsaid = row.value and row.value not in row.message and row.value != row.focus
    message = f"{row.message} (found: {row.value})" if unsaid else row.message
    return _IRI.sub(lambda found: _called(store, found[0]), message)


def _called(store: Store, iri: str) -> str:
    """Return the label of a node, the end of its IRI where it has none."""
    return _first(store, NamedNode(iri), "rdfs:label") or iri.removeprefix(ID).rsplit("#", 1)[-1]


def _evidence(store: Store, iri: str) -> tuple[NamedNode, NamedNode | None]:
    """Return the record that a node is or stems from, and the span of it that lies nearest."""
    record = NamedNode(iri) if iri.startswith("http") else NamedNode(ID)
    span: NamedNode | None = None
    for _ in range(4):
        led = next(((name, found) for name in _LEADING_TO_SPAN if (found := _node(store, record, name))), None)
        if led is None:
            break
        if led[0] != "sod:evidenceSpan":
            record = led[1]
            continue
        span = span or led[1]
        claim = _node(store, record, "sod:partOfClaim")
        if claim is None:
            break
        record = claim
    return record, span


def _values(store: Store, subject: NamedNode, name: str) -> Iterator[NamedNode | BlankNode | Literal]:
    for quad in store.quads_for_pattern(subject, node(name), None, None):
        if isinstance(quad.object, NamedNode | BlankNode | Literal):
            yield quad.object


def _node(store: Store, subject: NamedNode, name: str) -> NamedNode | None:
    found = sorted((value for value in _values(store, subject, name) if isinstance(value, NamedNode)), key=str)
    return found[0] if found else None


def _first(store: Store, subject: NamedNode, name: str) -> str:
    return min((value.value for value in _values(store, subject, name)), default="")


def _refs(store: Store, record: NamedNode, document: str) -> tuple[int, ...]:
    """Return the numbers under which the document cites the studies of a record."""
    numbers = []
    for study in _values(store, record, "sod:reportsStudy"):
        for quad in store.quads_for_pattern(None, node("sod:refersTo"), study, None):
            reference = quad.subject
            if isinstance(reference, NamedNode) and reference.value.startswith(f"{document}/"):
                numbers.append(int(_first(store, reference, "sod:referenceNumber")))
    return tuple(sorted(numbers))


def check_quotes(store: Store, sources: Iterable[Source]) -> list[Finding]:
    """Return every span whose quote is not what stands at its place in its source, and every source that has changed."""
    findings: list[Finding] = []
    for source in sources:
        document = node(document_iri(source.name))
        known = {value.value for value in _anywhere(store, document, "sod:sha256")}
        if known and source.sha256 not in known:
            message = "the source is not the one that the graph was built from; build it again"
            findings.append(Finding("source-is-unchanged", "violation", document.value, message, document=source.name))
        for quad in store.quads_for_pattern(None, node("oa:hasSource"), document, None):
            if isinstance(quad.subject, NamedNode):
                findings.extend(_misquoted(store, quad.subject, source))
    return sorted(findings, key=lambda one: (one.rule, one.focus))


def _anywhere(store: Store, subject: NamedNode, name: str) -> Iterator[Literal]:
    for quad in store.quads_for_pattern(subject, node(name), None, None):
        if isinstance(quad.object, Literal):
            yield quad.object


def _misquoted(store: Store, span: NamedNode, source: Source) -> Iterator[Finding]:
    position, quote = NamedNode(f"{span.value}/position"), NamedNode(f"{span.value}/quote")
    start, end = (next(_anywhere(store, position, name), None) for name in ("oa:start", "oa:end"))
    exact = next(_anywhere(store, quote, "oa:exact"), None)
    if start is None or end is None or exact is None:
        return
    there = source.text[int(start.value) : int(end.value)]
    if there != exact.value:
        message = f"the quote is not what stands at {start.value}-{end.value} of the source: “{there}”"
        yield Finding("quote-is-exact", "violation", span.value, message, exact.value, source.name)
