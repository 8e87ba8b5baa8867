"""What `sodiokg link --to` does: look substances and studies up in services, and keep what they answered."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Final

from sodiokg.cli.output import emit_table, note, progress

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pyoxigraph import Quad

    from sodiokg.link.crossref import Match
    from sodiokg.link.outcomes import Inquiry, Outcome
    from sodiokg.model import Reference
    from sodiokg.tables import Cell

__all__ = ["SERVICES", "look_up", "parted", "services"]

# Said here again so that the grammar needs no client; a test holds the two together.
SERVICES: Final = ("crossref", "optimade", "wikidata", "pubchem", "materials-project")
_NOT_REACHED: Final = 6
_OF_MATCH: Final = {"accepted": "found", "near": "differs", "ambiguous": "differs", "incomplete": "not asked"}
_COLUMNS: Final = ("about", "service", "database", "status", "records", "asked", "date", "remark")
_COUNTS: Final = ("service", "found", "differs", "none", "partial", "unreached", "unasked")


def parted(text: str) -> list[str]:
    """Return the names that commas part, each once."""
    return list(dict.fromkeys(filter(None, map(str.strip, text.split(",")))))


def services(text: str) -> list[str]:
    """Return the services that are named with commas; argparse tells of one that is none."""
    names = parted(text)
    if unknown := [name for name in names if name not in SERVICES]:
        raise argparse.ArgumentTypeError(f"no service is called {unknown[0]!r}; services are {', '.join(SERVICES)}")
    return names


def look_up(args: argparse.Namespace, references: Sequence[Reference], matches: Sequence[Match]) -> int:
    """Print what came of each lookup and keep it; exit code 6 where a service was not reached, or broke off, for one of them."""
    from sodiokg.graph.store import open_graph
    from sodiokg.link.inquiries import substances
    from sodiokg.link.lookups import keep, lookups_folder
    from sodiokg.tables import Table

    quads = list(open_graph(args.graph))
    things = substances(quads, args.substance)
    found = list(map(_of_match, matches))
    asked = _outcomes(args, things, _studies(quads, references, matches))
    try:
        # One by one, so that what came before an interruption is kept.
        while (outcome := next(asked, None)) is not None:
            found.append(outcome)
    finally:
        if kept := [outcome for outcome in found if outcome.inquiry.about]:
            keep(kept)
    table = Table(_COUNTS, _counted(found)) if args.summary else Table(_COLUMNS, tuple(map(_row, found)))
    emit_table(table, args)
    note(args, f"kept in {lookups_folder()}")
    silent = sum(outcome.status in {"not reached", "partial"} for outcome in found)
    if silent:
        note(
            args, f"{silent} not reached or broken off: look at the network, then run the same again; it goes on where this ended"
        )
    return _NOT_REACHED if silent else 0


def _row(outcome: Outcome) -> tuple[Cell, ...]:
    records = tuple(record.curie for record in outcome.records)
    told = (outcome.inquiry.label, outcome.service, outcome.database, outcome.status)
    return *told, records, outcome.asked, outcome.date, outcome.remark


def _counted(found: Iterable[Outcome]) -> tuple[tuple[Cell, ...], ...]:
    """Return how often what came of asking each service, one with many databases by each of them."""
    from collections import Counter, defaultdict

    from sodiokg.link.outcomes import STATUSES

    told: dict[str, Counter[str]] = defaultdict(Counter)
    for outcome in found:
        several = outcome.service == "optimade" and outcome.database
        name = f"{outcome.service}/{outcome.database}" if several else outcome.service
        told[name][outcome.status] += 1
    return tuple((name, *(counts[status] for status in STATUSES)) for name, counts in told.items())


def _outcomes(args: argparse.Namespace, things: Sequence[Inquiry], cited: Sequence[Inquiry]) -> Iterator[Outcome]:
    """Yield what the services have, telling a person who watches how far they are and how each was."""
    from collections import Counter

    from sodiokg.link.client import Manners
    from sodiokg.link.services import Task, addresses

    manners = Manners(seconds=args.timeout)
    names = [name for name in args.to if name != "crossref"]
    tasks = {
        name: Task(things, cited, addresses(name, args.endpoint), args.provider, manners, args.pause, args.offline, args.refresh)
        for name in names
    }
    # Begun before any is asked, so that a lacking key or package is told at once.
    runs = {name: task.run(name) for name, task in tasks.items()}
    for name, task in tasks.items():
        told: Counter[str] = Counter()
        for outcome in runs[name]:
            told[outcome.status] += 1
            progress(args, f"{name} {outcome.database}: {outcome.inquiry.label}; {told.total()} told, {task.requests} requests")
            yield outcome
        counts = ", ".join(f"{number} {status}" for status, number in told.most_common()) or "nothing to ask about"
        note(args, f"{name}: {task.requests} requests; {counts}")


def _of_match(match: Match) -> Outcome:
    """Return a match as an outcome; its study is not looked up by its IRI, so it is printed and not kept."""
    from sodiokg.link.outcomes import Database, Inquiry, Outcome, Record

    inquiry = Inquiry("", str(match.number), f"[{match.number}] {match.study}")
    records = (Record(match.doi, Database("crossref", "Crossref", "doi", "https://doi.org/"), "exact"),) if match.doi else ()
    status = _OF_MATCH.get(match.status, match.status)
    return Outcome(inquiry, "crossref", "Crossref", status, records, "its entry", match.date, match.remark)


def _studies(quads: Iterable[Quad], references: Iterable[Reference], matches: Iterable[Match]) -> list[Inquiry]:
    """Return the studies whose DOI is known: from the graph, from the entries of texts, or as Crossref accepted it in this run."""
    from sodiokg.link.inquiries import cited_studies, studies

    accepted = {match.number: match.doi for match in matches if match.doi}
    known = {study.about: study for study in (*studies(quads), *cited_studies(references, accepted))}
    return [known[about] for about in sorted(known)]
