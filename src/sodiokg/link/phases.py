"""Phases that texts say form, beside the phases that are known: by the table of chemistry, structures in databases, and live lookups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Store

from sodiokg.extract.formulas import ELEMENTS, NONMETALS
from sodiokg.graph.composition import alloys
from sodiokg.graph.phases import Known, Phases, Verdict, phases_of
from sodiokg.graph.stoichiometry import reduced_formula, system
from sodiokg.query.engine import run_here
from sodiokg.tables import table_from_results

__all__ = ["Claimed", "Row", "claimed_phases", "phase_rows"]

_SODIUM = "Na"
_CLAIMED = """SELECT DISTINCT ?phase ?formula ?ref ?document ?status {
  GRAPH graph:catalogue { ?g a sod:AssertionGraph ; sod:ofDocument ?text . OPTIONAL { ?text rdfs:label ?document } }
  GRAPH ?g {
    ?formed sod:statesPhase ?matter ; sod:partOfClaim ?claim ; sod:polarity ?polarity .
    OPTIONAL { ?claim sod:reportsStudy ?study . ?reference sod:refersTo ?study ; sod:referenceNumber ?ref }
    OPTIONAL { ?matter rdfs:label ?unresolved }
  }
  OPTIONAL { GRAPH graph:shared { ?matter rdfs:label ?resolved } }
  OPTIONAL { GRAPH graph:ontology { ?matter rdfs:label ?known } }
  OPTIONAL { GRAPH graph:shared { ?matter sod:formula ?minted } }
  OPTIONAL { GRAPH graph:ontology { ?matter sod:formula ?told } }
  OPTIONAL { GRAPH graph:ontology { ?polarity skos:notation ?status } }
  BIND (STR(COALESCE(?known, ?resolved, ?unresolved)) AS ?phase)
  BIND (COALESCE(?told, ?minted, "") AS ?formula)
} ORDER BY ?phase ?document ?ref"""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A phase that one text says one study formed; `formula` is "" where its name tells none."""

    phase: str
    formula: str
    ref: str
    document: str
    status: str

    def said(self, *, several: bool) -> str:
        """Return who says it, such as "[23]", with its text where there are several, and the polarity where it is not asserted."""
        number = f"[{self.ref}]" if self.ref else ""
        who = f"{self.document} {number}".strip() if several or not number else number
        return who if self.status == "asserted" else f"{who} ({self.status.replace('_', ' ')})"


@dataclass(frozen=True, slots=True)
class Row:
    """A phase of a system: what is known of it, and who claims it."""

    system: str
    phase: str
    verdict: Verdict
    claimed_by: tuple[str, ...] = ()


def claimed_phases(store: Store) -> list[Claimed]:
    """Return the phases that the texts of a graph say form, each with the study it is reported of."""
    rows = table_from_results(run_here(store, _CLAIMED))
    names = ("phase", "formula", "ref", "document", "status")
    return [Claimed(*("" if row[name] is None else str(row[name]) for name in names)) for row in rows]


def phase_rows(store: Store) -> list[Row]:
    """Return every phase that a text claims and, beside it, every known phase of sodium with one metal, by system."""
    phases = phases_of(store)
    by_phase: dict[tuple[str, str, str], list[str]] = {}
    claimed = claimed_phases(store)
    several = len({one.document for one in claimed}) > 1
    for one in claimed:
        said = by_phase.setdefault((_system(one), one.phase, one.formula), [])
        said += {one.said(several=several)} - set(said)
    rows = [Row(name, phase, phases.verdict(formula), tuple(said)) for (name, phase, formula), said in by_phase.items()]
    told = {reduced_formula(formula) for _, _, formula in by_phase}
    rows += [
        Row(_joined(elements), one.name, phases.verdict(one.name))
        for elements, one in _known(phases)
        if reduced_formula(one.name) not in told
    ]
    return sorted(rows, key=lambda row: (not row.system, row.system, row.phase))


def _known(phases: Phases) -> Iterator[tuple[tuple[str, ...], Known]]:
    metals = frozenset(ELEMENTS) - NONMETALS
    for elements in phases.systems():
        if len(elements) == 2 and _SODIUM in elements and metals.issuperset(elements):
            yield from ((elements, one) for one in phases.among(elements))


def _system(one: Claimed) -> str:
    """Return the system of a claimed phase, such as Na-Sn; of an alloy by its name, of what has no elements ""."""
    found = system(one.formula) or next(iter(alloys(one.phase)), ())
    return _joined(found) if len(found) > 1 else ""


def _joined(elements: Iterable[str]) -> str:
    """Return the name of a system, sodium first."""
    return "-".join(sorted(elements, key=lambda name: (name != _SODIUM, name)))
