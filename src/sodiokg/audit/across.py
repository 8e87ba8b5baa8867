"""What several texts say of the same: contradictions and gaps among them, and how a new one stands to what a graph holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from pyoxigraph import Quad, Store

from sodiokg.audit.auditing import Audit
from sodiokg.audit.facts import Fact, quads_of_facts
from sodiokg.audit.findings import SECONDS, Finding, Text, run
from sodiokg.audit.rules import SEVERITIES, Rule, rules
from sodiokg.audit.standing import standing_facts
from sodiokg.graph.catalogue import quads_of
from sodiokg.graph.places import document_iri
from sodiokg.graph.store import ontology_quads, store_of
from sodiokg.graph.trig import read_trig

__all__ = ["AGAINST", "SEVERAL", "across"]

SEVERAL: Final = "several"
AGAINST: Final = "against"


def across(
    audits: Sequence[Audit], these: Sequence[Rule] | None = None, *, against: Sequence[Path] = (), seconds: float = SECONDS
) -> list[Audit]:
    """Return audits with what shows only when their texts are read together, or beside the graphs `against`.

    Raises GraphError for a graph that cannot be read.
    """
    texts = [audit for audit in audits if audit.quads]
    wanted = {AGAINST} if against and len(texts) < 2 else {SEVERAL, AGAINST} if against else {SEVERAL}
    asked = [rule for rule in (rules() if these is None else these) if wanted & set(rule.applies)]
    if not asked or not texts:
        return list(audits)
    store = _store(texts, against)
    documents = [document_iri(audit.source.name) for audit in texts]
    facts: dict[str, list[Fact]] = defaultdict(list)
    for document, fact in standing_facts(store, documents, against=bool(against)):
        facts[document].append(fact)
    return [_with(audit, store, facts[document_iri(audit.source.name)], asked, seconds) for audit in audits]


def _store(texts: Iterable[Audit], against: Iterable[Path]) -> Store:
    quads: list[Quad] = [*ontology_quads(), *(quad for path in against for quad in read_trig(path))]
    for audit in texts:
        quads += [*audit.quads, *quads_of(audit.source)]
    return store_of(quads)


def _with(audit: Audit, store: Store, facts: Sequence[Fact], asked: Sequence[Rule], seconds: float) -> Audit:
    """Return an audit with the findings of its text; the rules see only its own facts, and the claims of all."""
    if not audit.quads:
        return audit
    mine = [*quads_of_facts(audit.source.name, [Fact("Audited", 0, 0, (("kind", audit.kind),)), *facts])]
    store.bulk_extend(mine)
    found, failures = run(store, asked, Text(audit.source.name, audit.source.path, audit.source.text), seconds=seconds)
    for quad in mine:
        store.remove(quad)
    both = sorted((*audit.findings, *found), key=_rank)
    return replace(audit, findings=tuple(both), failures=(*audit.failures, *failures))


def _rank(one: Finding) -> tuple[int, str, int]:
    return SEVERITIES.index(one.severity), one.code, one.start
