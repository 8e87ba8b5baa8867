"""Nodes and literals that the graph is written in, and the triples that describe one subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Context, Decimal
from functools import lru_cache

from pyoxigraph import Literal, NamedNode, Quad

from sodiokg.names import PREFIXES

__all__ = ["Term", "Triple", "decimal", "describe", "flag", "in_graph", "integer", "node", "sod", "text"]

Term = NamedNode | Literal
Triple = tuple[NamedNode, NamedNode, Term]

_DIGITS = Context(prec=12)


def node(name: str) -> NamedNode:
    """Return the node of an IRI or of a name with a known prefix.

    >>> node("rdfs:label").value
    'http://www.w3.org/2000/01/rdf-schema#label'
    """
    prefix, _, local = name.partition(":")
    return _term(prefix, local) if prefix in PREFIXES else NamedNode(name)


def sod(local: str) -> NamedNode:
    """Return a term of the ontology by its local name."""
    return _term("sod", local)


@lru_cache(maxsize=2048)
def _term(prefix: str, local: str) -> NamedNode:
    """Return a term of a vocabulary; those are few, while the names of what is read are without end and not kept."""
    return NamedNode(PREFIXES[prefix] + local)


def text(value: str) -> Literal | None:
    """Return a plain string, None for an empty one."""
    return Literal(value) if value else None


def flag(value: bool) -> Literal:
    """Return an xsd:boolean."""
    return Literal("true" if value else "false", datatype=node("xsd:boolean"))


def integer(value: int) -> Literal:
    """Return an xsd:integer."""
    return Literal(str(value), datatype=node("xsd:integer"))


def decimal(value: float | Decimal) -> Literal:
    """Return an xsd:decimal of at most 12 significant digits, always with a point and never with an exponent.

    >>> decimal(0.1 + 0.2).value, decimal(250).value, decimal(1e-7).value
    ('0.3', '250.0', '0.0000001')
    """
    rounded = _DIGITS.create_decimal(value if isinstance(value, Decimal) else repr(value))
    digits = format(rounded, "f")
    whole, _, fraction = digits.partition(".")
    whole = "0" if whole in {"", "-0"} and not fraction.strip("0") else whole
    return Literal(f"{whole}.{fraction.rstrip('0') or '0'}", datatype=node("xsd:decimal"))


def describe(subject: NamedNode, *properties: tuple[str, Term | Iterable[Term | None] | None]) -> Iterator[Triple]:
    """Yield a triple for every value of the properties, which are named with a prefix; None and empty values are left out."""
    for name, values in properties:
        several = (values,) if isinstance(values, NamedNode | Literal) else values or ()
        for value in several:
            if value is not None:
                yield subject, node(name), value


def in_graph(graph: NamedNode, triples: Iterable[Triple]) -> Iterator[Quad]:
    """Yield the triples as quads of one named graph, each once."""
    for subject, predicate, value in dict.fromkeys(triples):
        yield Quad(subject, predicate, value, graph)
