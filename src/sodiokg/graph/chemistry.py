"""What tables and handbooks say of sodium's chemistry, each row of the shipped table as one node with its source.

Rows are never merged: two that disagree stand side by side, and one that its source or our reading gives little weight is marked weak.
A sodium phase of a sound row is described as a substance, as a text that names it would have it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode, Quad

from sodiokg.errors import SourceError
from sodiokg.graph.catalogue import CATALOGUE
from sodiokg.graph.composition import elements
from sodiokg.graph.substances import Index, Resolver
from sodiokg.graph.terms import Triple, decimal, describe, flag, in_graph, node, sod, text
from sodiokg.names import ID, content_hash, data_folder, graph_iri

__all__ = ["CHEMISTRY", "Datum", "chemistry_file", "chemistry_quads", "read_rows"]

CHEMISTRY: Final = node(graph_iri("chemistry"))
_STANDINGS: Final = ("sound", "weak")
_WORD: Final = re.compile(r"[A-Z][A-Za-z0-9]*")
_NUMBER: Final = re.compile(r"(?<![\d.])-?\d+(?:\.\d+)?")
_MEND: Final = "mend that line, or install sodiokg again"
# A calculated energy of reaction is made of these; the letter after d, H or G, has to be the same.
_INPUTS: Final = {"dH": "FormationEnthalpyDatum", "dG": "FormationGibbsEnergyDatum"}

_Rows = Mapping[tuple[str, str, str, str], "Datum"]


@dataclass(frozen=True, slots=True)
class Datum:
    """One row of the table; `subject` is a formula, or a binary system such as Na-Sn."""

    kind: str
    subject: str
    quantity: str
    value: str
    unit: str
    basis: str
    standing: str
    source: str
    note: str

    @property
    def iri(self) -> NamedNode:
        """Return the name of the row's node, which does not depend on other rows."""
        return node(f"{ID}chemistry/{content_hash(self.kind, self.subject, self.quantity, self.value, self.unit, self.source)}")

    @property
    def number(self) -> Decimal | None:
        """Return the value as a number, None where it is words."""
        try:
            return Decimal(self.value)
        except InvalidOperation:
            return None

    @property
    def named(self) -> list[str]:
        """Return the formulas and names that the row is about; a sound contaminant row is about both that meet."""
        meeting = self.kind == "ContaminantDatum" and self.standing == "sound"
        return _WORD.findall(f"{self.subject} {self.quantity}" if meeting else self.subject)

    @property
    def phase(self) -> str:
        """Return the formula of the sodium phase that a sound row tells of, "" for any other row."""
        sound = self.standing == "sound" and self.unit.endswith("(from formula)")
        return self.quantity if sound and elements(self.quantity) else ""


def chemistry_file() -> Path:
    """Return where the table that ships lies."""
    return data_folder() / "graph" / "sources" / "chemistry.tsv"


def read_rows(path: Path) -> list[Datum]:
    """Return the rows of a table; raises SourceError with the line for one that is damaged."""
    names = [field.name for field in fields(Datum)]
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"cannot be read: {error}", where=str(path), mend="install sodiokg again") from error
    table = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    if not table or table[0] != names:
        raise SourceError(f"the columns are not {', '.join(names)}", where=f"{path}:1", mend=_MEND)
    for number, cells in enumerate(table[1:], start=2):
        if len(cells) != len(names) or not all(cells[:-1]) or cells[6] not in _STANDINGS:
            raise SourceError("a row lacks a cell, or is neither sound nor weak", where=f"{path}:{number}", mend=_MEND)
    return [Datum(*cells) for cells in table[1:]]


def chemistry_quads(rows: Iterable[Datum], index: Index) -> Iterator[Quad]:
    """Yield the graph of the table: a node for each row, and the phases that the ontology does not know."""
    told = list(rows)
    resolver = Resolver(index, CHEMISTRY.value)
    yield Quad(CHEMISTRY, node("rdf:type"), sod("ReferenceGraph"), CATALOGUE)
    by_place = {(row.kind, row.source, row.subject, row.value): row for row in told}
    for row in told:
        yield from in_graph(CHEMISTRY, _described(row, resolver, by_place))
    for triples in resolver.shared.values():
        yield from in_graph(CHEMISTRY, triples)


def _described(row: Datum, resolver: Resolver, by_place: _Rows) -> Iterator[Triple]:
    number = row.number
    yield from describe(
        row.iri,
        ("rdf:type", sod(row.kind)),
        ("rdfs:label", text(f"{row.subject}: {row.quantity}, {row.value} {row.unit}")),
        ("rdfs:comment", text(row.note)),
        ("dcterms:source", text(row.source)),
        ("sod:basis", text(row.basis)),
        ("sod:concerns", [one for word in row.named for one in resolver.concepts(word)]),
        ("sod:datumProperty", text(row.quantity)),
        ("sod:datumSubject", text(row.subject)),
        ("sod:datumUnit", text(row.unit)),
        ("sod:datumValue", None if number is None else decimal(number)),
        ("sod:datumWords", text(row.value)),
        ("sod:givesPhase", resolver.concepts(row.phase)),
        ("sod:weak", flag(row.standing == "weak")),
        ("prov:wasDerivedFrom", sorted(_inputs(row, by_place), key=str)),
    )


def _inputs(row: Datum, by_place: _Rows) -> set[NamedNode]:
    """Return the tabulated rows of the same source whose numbers stand in the arithmetic of a calculated energy of reaction."""
    kind = _INPUTS.get(row.quantity[:2]) if row.kind == "ReactionEnergyDatum" else None
    numbers = set(_NUMBER.findall(row.note)) if kind else set()
    named = set(_WORD.findall(f"{row.subject} {row.unit} {row.note}"))
    return {
        other.iri
        for (place, source, subject, value), other in by_place.items()
        if place == kind and source == row.source and value in numbers and subject in named
    }
