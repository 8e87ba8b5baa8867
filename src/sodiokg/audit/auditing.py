"""Audit one text, or a graph that is built already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import Quad, Store

from sodiokg.audit.abbreviations import abbreviation_facts
from sodiokg.audit.chemistry import chemistry_facts
from sodiokg.audit.citing import citing_facts
from sodiokg.audit.compositions import composition_facts
from sodiokg.audit.coverage import Coverage, coverage_facts, coverage_of
from sodiokg.audit.evidence import evidence_facts
from sodiokg.audit.facts import Fact, quads_of_facts
from sodiokg.audit.findings import SECONDS, Finding, Text, run
from sodiokg.audit.fitting import fitting_facts
from sodiokg.audit.gains import gain_facts
from sodiokg.audit.numbers import number_facts
from sodiokg.audit.pointers import pointer_facts
from sodiokg.audit.reporting import reporting_facts
from sodiokg.audit.rules import Rule, rules
from sodiokg.audit.wording import wording_facts
from sodiokg.extract.records import extract
from sodiokg.graph.assertions import document_graphs
from sodiokg.graph.build import substance_index
from sodiokg.graph.store import ontology_quads, store_of
from sodiokg.graph.trig import read_trig
from sodiokg.model import Records, Source

__all__ = ["Audit", "audited", "audited_graph"]


@dataclass(frozen=True, slots=True)
class Audit:
    """What the audit of one text found, and which rules could not be run.

    `suppressed` are findings that a person has answered, `quads` the graph of a text.
    """

    source: Source
    kind: str
    findings: tuple[Finding, ...]
    failures: tuple[str, ...] = ()
    suppressed: tuple[Finding, ...] = ()
    coverage: Coverage = field(default_factory=Coverage)
    quads: tuple[Quad, ...] = field(default=(), repr=False, compare=False)


def audited(source: Source, these: Sequence[Rule] | None = None, *, kind: str = "", seconds: float = SECONDS) -> Audit:
    """Return what rules (default: all that ship) object to in a text, which is research or a review by `kind`, or by what it tells.

    Raises SourceError for a text that cannot be read, OntologyError for a damaged rule.
    """
    records = extract(source)
    kind = kind or kind_of(records)
    quads = tuple(document_graphs(records, substance_index()).quads())
    store = store_of([*quads, *ontology_quads()])
    coverage = coverage_of(records)
    store.bulk_extend(quads_of_facts(source.name, [*_facts(records, kind), *coverage_facts(coverage)]))
    asked = [rule for rule in (rules() if these is None else these) if kind in rule.applies]
    found, failures = run(store, asked, Text(source.name, source.path, source.text), seconds=seconds)
    return Audit(source, kind, tuple(found), tuple(failures), coverage=coverage, quads=quads)


def audited_graph(path: Path, these: Sequence[Rule] | None = None, *, seconds: float = SECONDS) -> Audit:
    """Return what rules object to in a built graph, as far as they ask for no more than its records; raises GraphError."""
    store: Store = store_of([*read_trig(path), *ontology_quads()])
    found, failures = run(store, rules() if these is None else these, Text(path.stem, str(path), ""), seconds=seconds)
    return Audit(Source(path.stem, "", "", str(path)), "graph", tuple(found), tuple(failures))


def kind_of(records: Records) -> str:
    """Return "research" for a text that tells results of its own, and more of them than of others, else "review"."""
    told = Counter([*(claim.attribution for claim in records.claims), *(number.attribution for number in records.measurements)])
    results = [bool(number.ref) for number in records.measurements if number.role == "result"]
    others = told["reported"] + told["listed"]
    more = results.count(False) > results.count(True) if results else told["own_result"] > others
    return "research" if told["own_result"] and more else "review"


def _facts(records: Records, kind: str) -> Iterator[Fact]:
    yield from citing_facts(records)
    yield from fitting_facts(records)
    yield from pointer_facts(records.document)
    yield from wording_facts(records.document)
    yield from number_facts(records, kind)
    yield from abbreviation_facts(records.document)
    yield from chemistry_facts(records.document)
    yield from composition_facts(records.document)
    yield from reporting_facts(records, kind)
    yield from gain_facts(records, kind)
    yield from evidence_facts(records, kind)
