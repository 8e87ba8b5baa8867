"""Which phases are known of a composition or a system: by the table of chemistry, by structures in databases, by what services answered.

A verdict says no more than is known. "exists": a sound row of the table or a structure has the composition. "composition differs": its
elements have other phases, not this one. "nothing found": services that answered have nothing of its elements. "not asked": there is no
fixed composition to ask by, nothing was asked, or no service answered in full.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from sodiokg.graph.stoichiometry import amounts, reduced_formula, system
from sodiokg.graph.store import is_there, lookups_graph, read_own, shipped_graph
from sodiokg.graph.terms import node, sod
from sodiokg.graph.trig import read_trig
from sodiokg.names import substance_iri

__all__ = ["VERDICTS", "Known", "Phases", "Verdict", "asked_phases", "phases_of"]

VERDICTS: Final = ("exists", "composition differs", "nothing found", "not asked")
_SUBSTANCE: Final = substance_iri("")
# Databases whose records are structures, by the prefix of their identifiers; so are all that speak OPTIMADE.
_STRUCTURES: Final = ("COD:", "ICSD:", "MP:", "OQMD:", "OPTIMADE_")
_SERVICES: Final = frozenset({"optimade", "materials-project"})
_DENIED: Final = frozenset({"differs", "none"})


@dataclass(slots=True)
class Known:
    """What is known of one composition: its name, the databases that hold structures of it, how many rows list it, and the lookups.

    `lookups` has the status of each database that was asked for it, `remarks` what it told beside.
    """

    name: str
    databases: set[str] = field(default_factory=set)
    sound: int = 0
    weak: int = 0
    lookups: dict[str, str] = field(default_factory=dict)
    remarks: set[str] = field(default_factory=set)

    @property
    def denied_by(self) -> tuple[str, ...]:
        """Return the databases that answered in full and do not have the composition."""
        return tuple(sorted(database for database, status in self.lookups.items() if status in _DENIED))

    @property
    def exists(self) -> bool:
        """Return whether a structure or a sound row has the composition."""
        return bool(self.sound or self.databases or "found" in self.lookups.values())


@dataclass(frozen=True, slots=True)
class Verdict:
    """One of VERDICTS, with the databases that hold the phase, the other phases of its elements, and the reason in words."""

    status: str
    databases: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    reason: str = ""


class Phases:
    """What is known of every composition, by its reduced formula."""

    def __init__(self, known: Mapping[str, Known]) -> None:
        self._known = known
        self._systems: dict[tuple[str, ...], list[Known]] = defaultdict(list)
        for formula in sorted(known):
            self._systems[system(formula)].append(known[formula])

    def of(self, formula: str) -> Known | None:
        """Return what is known of a composition, None where nothing is."""
        return self._known.get(reduced_formula(formula))

    def systems(self) -> list[tuple[str, ...]]:
        """Return the systems of which a phase is known, by their elements."""
        return sorted(self._systems)

    def among(self, elements: Iterable[str]) -> list[Known]:
        """Return what is known of the compositions of these elements and no others."""
        return self._systems.get(tuple(sorted(elements)), [])

    def verdict(self, formula: str) -> Verdict:
        """Return what is known of the phase that a formula names."""
        if not amounts(formula):
            return Verdict("not asked", reason="no fixed composition to ask by")
        here = self.of(formula)
        if here is not None and here.exists:
            return Verdict("exists", tuple(sorted(here.databases)), reason=_grounds(here))
        others = tuple(one.name for one in self.among(system(formula)) if one.exists and one is not here)
        asked = here.lookups if here else {}
        weak = f"; {here.weak} weak row" if here and here.weak else ""
        if others or "differs" in asked.values():
            seen = "; ".join(sorted(here.remarks)) if here else ""
            told = [f"there are {', '.join(others)}"] if others else []
            return Verdict("composition differs", others=others, reason="; ".join([*told, *filter(None, [seen])]) + weak)
        if "none" in asked.values():
            return Verdict("nothing found", reason=_statuses(asked) + weak)
        return Verdict("not asked", reason=(_statuses(asked) or "in no table, and no service was asked") + weak)


def _grounds(known: Known) -> str:
    rows = f"{known.sound} row{'s' if known.sound > 1 else ''} of data" if known.sound else ""
    return ", ".join(filter(None, [rows, *sorted(known.databases)]))


def _statuses(lookups: Mapping[str, str]) -> str:
    return ", ".join(f"{database}: {status}" for database, status in sorted(lookups.items()))


def phases_of(quads: Iterable[Quad]) -> Phases:
    """Return what a graph knows of phases: its chemistry, its links and its lookups."""
    told: dict[object, dict[NamedNode, object]] = defaultdict(dict)
    for quad in quads:
        if quad.predicate in _READ:
            told[quad.subject][quad.predicate] = quad.object
    known: dict[str, Known] = {}
    for one in told.values():
        kind = one.get(_TYPE)
        if kind == sod("PhaseDatum") and _word(one, _UNIT).endswith("(from formula)"):
            _row(known, one)
        elif kind == sod("DatabaseLink"):
            _structure(known, one, told)
        elif kind == sod("DatabaseLookup") and _word(one, _SERVICE) in _SERVICES:
            _lookup(known, one, told)
    return Phases(known)


def asked_phases() -> Phases | None:
    """Return what ships and what services answered to the user tell of phases, None where nothing was looked up yet.

    Raises GraphError for a damaged graph of lookups.
    """
    path = lookups_graph()
    return _asked_phases(path, path.stat().st_mtime_ns) if is_there(path) else None


@lru_cache(maxsize=2)
def _asked_phases(path: Path, _changed: int) -> Phases:
    return phases_of([*read_trig(shipped_graph()), *read_own(path)])


_TYPE, _LABEL, _COMMENT = node("rdf:type"), node("rdfs:label"), node("rdfs:comment")
_FORMULA, _OF, _MATCH, _IDENTIFIER = (sod(name) for name in ("formula", "linkOf", "matchKind", "databaseIdentifier"))
_PHASE, _UNIT, _WEAK, _DATABASE = (sod(name) for name in ("datumProperty", "datumUnit", "weak", "database"))
_ABOUT, _SERVICE, _STATUS, _ASKED_OF = (sod(f"lookup{name}") for name in ("Of", "Service", "Status", "Database"))
_READ: Final = frozenset(
    {_TYPE, _LABEL, _COMMENT, _FORMULA, _OF, _MATCH, _IDENTIFIER, _PHASE, _UNIT, _WEAK, _DATABASE}
    | {_ABOUT, _SERVICE, _STATUS, _ASKED_OF}
)
_Node = Mapping[NamedNode, object]


def _word(one: _Node, predicate: NamedNode) -> str:
    value = one.get(predicate)
    return value.value if isinstance(value, Literal | NamedNode) else ""


def _at(known: dict[str, Known], formula: str) -> Known | None:
    """Return where to note what is known of a composition, under the name that came first; None for what has none."""
    reduced = reduced_formula(formula)
    return known.setdefault(reduced, Known(formula)) if reduced else None


def _formula_of(substance: str, told: Mapping[object, _Node]) -> str:
    """Return the formula of a substance, from its key where the graph has none."""
    return _word(told.get(NamedNode(substance), {}), _FORMULA) or substance.removeprefix(_SUBSTANCE)


def _row(known: dict[str, Known], one: _Node) -> None:
    if entry := _at(known, _word(one, _PHASE)):
        if _word(one, _WEAK) == "true":
            entry.weak += 1
        else:
            entry.sound += 1


def _structure(known: dict[str, Known], one: _Node, told: Mapping[object, _Node]) -> None:
    if _word(one, _IDENTIFIER).startswith(_STRUCTURES) and _word(one, _MATCH) != "related":
        entry = _at(known, _formula_of(_word(one, _OF), told))
        if entry:
            entry.databases.add(_word(one, _DATABASE))


def _lookup(known: dict[str, Known], one: _Node, told: Mapping[object, _Node]) -> None:
    entry = _at(known, _formula_of(_word(one, _ABOUT), told))
    if entry:
        database, status = _word(one, _ASKED_OF) or _word(one, _SERVICE), _word(one, _STATUS)
        entry.lookups[database] = status
        if status == "found":
            entry.databases.add(database)
        elif status == "differs":
            entry.remarks.add(f"{database}: {_word(one, _COMMENT)}")
