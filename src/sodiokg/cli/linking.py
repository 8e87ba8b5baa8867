"""The command `sodiokg link`: what is linked with databases, and lookups in services."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sodiokg.cli.output import emit_table, note, progress
from sodiokg.errors import UsageError

if TYPE_CHECKING:
    import argparse

    from sodiokg.link.crossref import Match
    from sodiokg.model import Reference

__all__ = ["link", "matches", "references_of"]

_NOT_REACHED: Final = 6
# Columns may be as narrow as this (characters), so that the tables keep their form on a terminal of 80.
_NARROWEST: Final = 15


def link(args: argparse.Namespace) -> int:
    """Print what is linked with databases and what is not, or look things up in services."""
    if args.propose and args.to != ["crossref"]:
        raise UsageError("--propose goes with the service whose DOIs it prints", mend="give --to crossref alone")
    if args.sources and not {"crossref", "wikidata"} & set(args.to or ()):
        raise UsageError("texts are read for their references", mend="look these up with --to crossref or --to wikidata")
    if not args.to:
        return _phases(args) if args.phases else _coverage(args)
    if args.offline and args.refresh:
        raise UsageError("--offline asks nothing, --refresh asks everything again", mend="leave one of them out")
    if args.to == ["crossref"]:
        return _crossref(args)
    from sodiokg.cli.lookups import look_up

    references = references_of(args) if {"crossref", "wikidata"} & set(args.to) else []
    return look_up(args, references, matches(args, references) if "crossref" in args.to else [])


def _crossref(args: argparse.Namespace) -> int:
    """Print what Crossref has for each reference; exit code 6 where it was not reached for one of them."""
    from sodiokg.tables import Table

    references = references_of(args)
    found = matches(args, references)
    if args.propose:
        _propose(args, references, found)
    else:
        rows = tuple((m.number, m.study, m.status, m.doi, m.score, m.title, m.differs, m.date, m.remark) for m in found)
        emit_table(Table(("ref", "study", "status", "doi", "score", "title_score", "differs", "date", "remark"), rows), args)
    return _NOT_REACHED if any(match.status == "not reached" for match in found) else 0


def matches(args: argparse.Namespace, references: list[Reference]) -> list[Match]:
    """Return what Crossref has for each reference, and tell how it was."""
    from collections import Counter

    from sodiokg.link.cache import Cache
    from sodiokg.link.client import Client, Manners
    from sodiokg.link.crossref import ADDRESS, is_work_list, looked_up
    from sodiokg.link.services import addresses

    manners = Manners(seconds=args.timeout, pause=Manners().pause if args.pause is None else args.pause)
    cache, address = Cache("crossref"), next(iter(addresses("crossref", args.endpoint)), ADDRESS)
    client = Client("crossref", address, cache, manners, is_answer=is_work_list, offline=args.offline, refresh=args.refresh)
    found = []
    for match in looked_up(references, client):
        found.append(match)
        progress(args, f"{len(found)} of {len(references)} references, {client.asked} requests")
    progress(args, "")
    told = Counter(match.status for match in found)
    note(args, f"crossref: {client.asked} requests; " + ", ".join(f"{number} {status}" for status, number in told.most_common()))
    return found


def _propose(args: argparse.Namespace, references: list[Reference], found: list[Match]) -> None:
    """Print the DOIs that were accepted as rows of an alias table; nobody has reviewed them yet, and until then they are refused."""
    from sodiokg.graph.aliases import ALIAS_COLUMNS, ALIAS_FILE
    from sodiokg.tables import Table
    from sodiokg.text import study_key

    reason = "Crossref, {}: journal, year, volume, page and first author agree; titles alike {:.2f}"
    pairs = {study_key(reference): match for reference, match in zip(references, found, strict=True) if match.doi}
    rows = tuple((key, match.doi, "", reason.format(match.date, match.title)) for key, match in sorted(pairs.items()))
    emit_table(Table(ALIAS_COLUMNS, rows), args)
    note(args, f"{len(rows)} rows for {ALIAS_FILE} beside the text (-f tsv); look at each and put in who reviewed it")


def references_of(args: argparse.Namespace) -> list[Reference]:
    """Return the references of the texts named, or of those that ship."""
    from sodiokg.cli.inputs import read_input
    from sodiokg.graph.catalogue import shipped_sources
    from sodiokg.text import read_document

    return [one for path in args.sources or shipped_sources() for one in read_document(read_input(path)).references]


def _phases(args: argparse.Namespace) -> int:
    """Print the phases that texts claim beside those that are known, with what is known of each."""
    from collections import Counter

    from sodiokg.graph.store import open_graph
    from sodiokg.link.phases import phase_rows
    from sodiokg.tables import Table

    found = phase_rows(open_graph(args.graph))
    rows = tuple((row.system, row.phase, row.claimed_by, row.verdict.status, row.verdict.reason) for row in found)
    emit_table(Table(("system", "phase", "claimed_by", "verdict", "reason"), rows), args, narrowest=_NARROWEST)
    told = Counter(row.verdict.status for row in found if row.claimed_by)
    note(args, "claimed phases: " + (", ".join(f"{number} {status}" for status, number in told.most_common()) or "none"))
    return 0


def _coverage(args: argparse.Namespace) -> int:
    from sodiokg.graph.store import open_graph
    from sodiokg.link.coverage import entries, shares
    from sodiokg.tables import Table

    found = entries(open_graph(args.graph))
    if args.unlinked:
        rows = tuple((one.kind, one.label, one.key, one.in_texts, one.reason) for one in found if not one.databases)
        table = Table(("kind", "substance", "key", "in_texts", "reason"), rows)
    else:
        columns = ("kind", "database", "linked_in_texts", "of_in_texts", "linked", "of")
        table = Table(columns, tuple(shares(found)))
    emit_table(table, args, narrowest=_NARROWEST)
    named = [one for one in found if one.in_texts]
    why = "" if args.unlinked else "; --unlinked says why the others are not"
    note(args, f"{sum(bool(one.databases) for one in named)} of {len(named)} substances that texts name are linked{why}")
    return 0
