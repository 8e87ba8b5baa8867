"""Which share of the graph's substances is linked with a record of a database, and why each of the others is not."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from sodiokg.graph.links import LINKS, LOOKUPS
from sodiokg.graph.terms import node, sod
from sodiokg.names import GRAPH, data_folder, substance_iri

__all__ = ["Entry", "entries", "shares"]

# A substance counts once, as the first of these that it is.
KINDS: Final = {
    "element": ("Element",),
    "phase": ("AlloyPhase",),
    "electrolyte": ("ElectrolyteMaterial",),
    "host": ("CarbonMaterial", "MetalHost", "MXene", "OtherSubstrate", "AlloyFramework", "PorousMatter"),
    "compound": ("Compound",),
    "other": ("Substance",),
}
_TYPE, _SUBCLASS, _LABEL, _FORMULA = (node(name) for name in ("rdf:type", "rdfs:subClassOf", "rdfs:label", "sod:formula"))
_OF, _DATABASE, _SEEN = sod("linkOf"), sod("database"), sod("matchKind")
_VARIES: Final = re.compile(r"x|\d\.\d|\d/\d")
_NOT_ONE: Final = "databases of compounds hold no record of what has no composition of its own"
_VARIABLE: Final = "its composition varies, and each record of a database has one"
_UNASKED: Final = "no source that was collected names it; a live lookup may"


@dataclass(frozen=True, slots=True)
class Entry:
    """A substance with its kind and the databases it is linked with; `reason` says why there is none, "" where there is one."""

    key: str
    label: str
    kind: str
    in_texts: bool
    databases: frozenset[str]
    reason: str


def entries(quads: Iterable[Quad]) -> list[Entry]:
    """Return every substance that a graph and its ontology describe, sorted by kind and key."""
    told = list(quads)
    above, types = _pairs(told, _SUBCLASS), _pairs(told, _TYPE)
    texts = {quad.object for quad in told if str(getattr(quad.graph_name, "value", "")).startswith(f"{GRAPH}document/")}
    names, formulas = _words(told, _LABEL), _words(told, _FORMULA)
    linked, reasons = _databases(told), _none_seen()
    found = []
    for subject, kinds in types.items():
        if isinstance(subject, NamedNode) and subject.value.startswith(substance_iri("")):
            key = subject.value.removeprefix(substance_iri(""))
            kind = _kind(kinds, above)
            databases = frozenset(linked.get(subject, ()))
            reason = "" if databases else reasons.get(key) or _reason(kind, formulas.get(subject, ""))
            found.append(Entry(key, names.get(subject, key), kind, subject in texts, databases, reason))
    return sorted(found, key=lambda one: (tuple(KINDS).index(one.kind), one.key))


def shares(found: Iterable[Entry]) -> Iterator[tuple[str, str, int, int, int, int]]:
    """Yield kind, database, and how many substances that texts name, and that there are at all, are linked of how many."""
    told = list(found)
    databases = sorted({name for one in told for name in one.databases})
    for kind in KINDS:
        here = [one for one in told if one.kind == kind]
        for database in ("any", *databases):
            linked = [one for one in here if (one.databases if database == "any" else database in one.databases)]
            if linked or database == "any":
                texts = sum(one.in_texts for one in linked), sum(one.in_texts for one in here)
                yield kind, database, *texts, len(linked), len(here)


def _pairs(quads: Iterable[Quad], predicate: NamedNode) -> dict[object, set[object]]:
    found: dict[object, set[object]] = defaultdict(set)
    for quad in quads:
        if quad.predicate == predicate:
            found[quad.subject].add(quad.object)
    return found


def _words(quads: Iterable[Quad], predicate: NamedNode) -> dict[object, str]:
    found: dict[object, str] = {}
    for quad in quads:
        if quad.predicate == predicate and isinstance(quad.object, Literal):
            found[quad.subject] = min(quad.object.value, found.get(quad.subject, quad.object.value))
    return found


def _databases(quads: Iterable[Quad]) -> dict[object, set[str]]:
    """Return the databases that each substance is linked with; a record that is only related, such as an atom, is no link."""
    told: dict[object, dict[NamedNode, object]] = defaultdict(dict)
    for quad in quads:
        if quad.graph_name in (LINKS, LOOKUPS):
            told[quad.subject][quad.predicate] = quad.object
    found: dict[object, set[str]] = defaultdict(set)
    for link in told.values():
        database, kind = link.get(_DATABASE), link.get(_SEEN)
        if isinstance(database, Literal) and isinstance(kind, Literal) and kind.value != "related":
            found[link[_OF]].add(database.value)
    return found


def _kind(kinds: Iterable[object], above: Mapping[object, set[object]]) -> str:
    ancestors, ahead = set(kinds), list(kinds)
    while ahead:
        more = above.get(ahead.pop(), set()) - ancestors
        ancestors |= more
        ahead += more
    return next((kind for kind, tops in KINDS.items() if any(sod(top) in ancestors for top in tops)), "other")


def _reason(kind: str, formula: str) -> str:
    if not formula and kind in {"phase", "electrolyte", "host"}:
        return _NOT_ONE
    return _VARIABLE if _VARIES.search(formula) else _UNASKED


def _none_seen() -> dict[str, str]:
    """Return the substances that were looked for in vain, each with what to say of it."""
    path = data_folder() / "graph" / "links" / "none-seen.tsv"
    rows = list(csv.reader(path.read_text(encoding="utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    return {row[0]: row[1] for row in rows[1:]}
