"""The shapes that ship, and their SPARQL constraints run over all targets at once.

A shape with ``sh:sparql`` is standard SHACL-SPARQL. A validator runs its query once per focus node; here the query runs once, as a
subquery joined with the shape's targets, which gives the same findings as long as the query binds ``$this`` by its own patterns.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, QuerySolutions, Store

from sodiokg.errors import OntologyError
from sodiokg.graph.trig import read_turtle
from sodiokg.names import data_folder

__all__ = ["SH", "Constraint", "Row", "Shapes", "read_shapes", "rows", "shape_files"]

SH = "http://www.w3.org/ns/shacl#"
_SPARQL, _SELECT = NamedNode(SH + "sparql"), NamedNode(SH + "select")
# Without one of these a graph would pass unexamined.
_FILES = ("chemistry.ttl", "consistency.ttl", "facts.ttl", "links.ttl", "numbers.ttl", "records.ttl", "sources.ttl")
_TARGETS = {
    SH + "targetClass": "?this <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> {} .",
    SH + "targetSubjectsOf": "?this {} ?object_of_target .",
    SH + "targetObjectsOf": "?subject_of_target {} ?this .",
    SH + "targetNode": "VALUES ?this {{ {} }}",
}


@dataclass(frozen=True, slots=True)
class Constraint:
    """A SPARQL constraint of a shape: where it applies, what it selects, and how it words a finding."""

    shape: str
    targets: tuple[str, ...]
    select: str
    message: str
    severity: str
    where: str


@dataclass(frozen=True, slots=True)
class Row:
    """One solution of a constraint: the focus node, the value where the query names one, and the message filled in."""

    shape: str
    severity: str
    focus: str
    value: str
    message: str


@dataclass(frozen=True, slots=True)
class Shapes:
    """All shapes that ship: the core ones as statements, the SPARQL constraints apart, and the file of each shape."""

    core: tuple[Quad, ...]
    constraints: tuple[Constraint, ...]
    files: Mapping[str, Path]

    def place(self, shape: str) -> str:
        """Return file and line at which a shape is described, "" for one that no file describes."""
        return place_of(self.files[shape], shape) if shape in self.files else ""


def shape_files() -> list[Path]:
    """Return the files of the shapes that ship, and any beside them, sorted by name; reading one that is missing is an OntologyError."""
    folder = data_folder() / "ontology" / "shapes"
    return sorted({*folder.glob("*.ttl"), *(folder / name for name in _FILES)})


def read_shapes(files: Iterable[Path]) -> Shapes:
    """Read shapes from Turtle files.

    Raises OntologyError with file and line for malformed Turtle or a constraint that lacks its query, message or target.
    """
    core: list[Quad] = []
    constraints: list[Constraint] = []
    where: dict[str, Path] = {}
    for path in files:
        quads = read_turtle(path)
        where |= {quad.subject.value: path for quad in quads if isinstance(quad.subject, NamedNode)}
        constraints += _constraints(quads, path)
        of_sparql = {quad.object for quad in quads if quad.predicate == _SPARQL}
        core += [quad for quad in quads if quad.predicate != _SPARQL and quad.subject not in of_sparql]
    return Shapes(tuple(core), tuple(sorted(constraints, key=lambda one: one.shape)), where)


def _constraints(quads: list[Quad], path: Path) -> Iterator[Constraint]:
    told: dict[object, dict[str, list[object]]] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        told[quad.subject][quad.predicate.value].append(quad.object)
    for quad in quads:
        if quad.predicate == _SPARQL and isinstance(quad.subject, NamedNode):
            yield _constraint(quad.subject, quad.object, told, path)


def _constraint(shape: NamedNode, node: object, told: Mapping[object, Mapping[str, list[object]]], path: Path) -> Constraint:
    here, there = told[shape], told[node]
    where = place_of(path, shape.value)
    select, message = _text(there.get(SH + "select")), _text(there.get(SH + "message") or here.get(SH + "message"))
    targets = tuple(
        pattern.format(str(value)) for name, pattern in _TARGETS.items() for value in sorted(here.get(name, []), key=str)
    )
    for what, found in (("query (sh:select)", select), ("message (sh:message)", message), ("target (sh:targetClass)", targets)):
        if not found:
            raise OntologyError(f"a SPARQL constraint has no {what}", where=where, mend="add it to the shape")
    severity = here.get(SH + "severity") or there.get(SH + "severity") or [NamedNode(SH + "Violation")]
    kind = str(getattr(severity[0], "value", "")).removeprefix(SH).lower()
    return Constraint(shape.value, targets, _prefixes(there, told) + select, message, kind, where)


def _text(values: list[object] | None) -> str:
    return values[0].value if values and isinstance(values[0], Literal) else ""


def _prefixes(constraint: Mapping[str, list[object]], told: Mapping[object, Mapping[str, list[object]]]) -> str:
    """Return the PREFIX lines that sh:prefixes and sh:declare give a constraint."""
    lines = []
    for holder in constraint.get(SH + "prefixes", []):
        for declared in told[holder].get(SH + "declare", []):
            prefix, namespace = _text(told[declared].get(SH + "prefix")), _text(told[declared].get(SH + "namespace"))
            lines.append(f"PREFIX {prefix}: <{namespace}>")
    return "\n".join(sorted(lines)) + "\n"


def place_of(path: Path, iri: str) -> str:
    """Return file and line at which Turtle first begins a subject, the file alone where that cannot be told."""
    local = re.split(r"[#/]", iri)[-1]
    begins = re.compile(rf"^\S*[:#/]?{re.escape(local)}>?\s")
    for number, line in enumerate(path.read_text().splitlines(), start=1):
        if begins.match(line):
            return f"{path}:{number}"
    return str(path)


def rows(constraint: Constraint, store: Store) -> list[Row]:
    """Return what a constraint finds in the default graph of a store, sorted.

    Raises OntologyError where its query does not parse.
    """
    head, body = _split(constraint.select)
    targets = " UNION ".join(f"{{ {target} }}" for target in constraint.targets)
    query = f"{head}SELECT DISTINCT * WHERE {{ {{ SELECT DISTINCT ?this WHERE {{ {targets} }} }} {{ {body} }} }}"
    try:
        solutions = store.query(query)
    except SyntaxError as fault:
        mend = "mend the query of this shape"
        raise OntologyError(f"a constraint's SPARQL does not parse: {fault.msg}", where=constraint.where, mend=mend) from fault
    if not isinstance(solutions, QuerySolutions):
        raise OntologyError("a constraint's query is not a SELECT", where=constraint.where, mend="begin it with SELECT $this")
    names = [variable.value for variable in solutions.variables]
    found = {_row(constraint, dict(zip(names, solution, strict=True))) for solution in solutions}
    return sorted(found, key=lambda row: (row.focus, row.value, row.message))


def _split(select: str) -> tuple[str, str]:
    """Split a query into its PREFIX lines and its SELECT, with ``$this`` written as ``?this``."""
    start = re.search(r"^\s*SELECT\b", select, re.IGNORECASE | re.MULTILINE)
    position = start.start() if start else 0
    return select[:position], select[position:].replace("$this", "?this")


def _row(constraint: Constraint, solution: Mapping[str, NamedNode | BlankNode | Literal | object | None]) -> Row:
    told = {name: str(getattr(value, "value", value)) for name, value in solution.items() if value is not None}
    message = re.sub(r"\{[?$](\w+)\}", lambda found: told.get(found[1], found[0]), constraint.message)
    return Row(constraint.shape, constraint.severity, told.get("this", ""), told.get("value", ""), message)


def default_graph(quads: Iterable[Quad]) -> Store:
    """Return a store that holds the statements of all graphs in its default graph."""
    store = Store()
    store.bulk_extend(Quad(quad.subject, quad.predicate, quad.object, DefaultGraph()) for quad in quads)
    return store
