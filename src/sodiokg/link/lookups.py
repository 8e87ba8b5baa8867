"""Keep what services answered: SSSOM tables of the mappings, a table of all lookups, and a graph of both, in the user's data folder.

An answer takes the place of an older one, a failure never does.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from sodiokg import __version__
from sodiokg.errors import SourceError
from sodiokg.graph.catalogue import CATALOGUE
from sodiokg.graph.links import COLUMNS, LOOKUPS, Link, link_triples, read_links
from sodiokg.graph.lock import locked
from sodiokg.graph.store import lookups_graph
from sodiokg.graph.terms import Triple, describe, in_graph, node, sod, text
from sodiokg.graph.trig import to_trig, write_file
from sodiokg.link.outcomes import ANSWERED, STATUSES, Database, Outcome, Record
from sodiokg.names import ID, content_hash, substance_iri, user_folder

__all__ = ["Lookup", "keep", "lookups_folder", "read_lookups"]

_TABLE: Final = "lookups.tsv"
_MEND: Final = "mend that line, or remove the folder and look things up again with: sodiokg link"
_SUBSTANCE: Final = substance_iri("")
_LONGEST: Final = 300  # characters of a word that a service sent
_JUSTIFIED: Final = "semapv:BackgroundKnowledgeBasedMatching"
_HEAD: Final = """#curie_map:
#  {prefix}: "{namespace}"
#  semapv: "https://w3id.org/semapv/vocab/"
#  skos: "http://www.w3.org/2004/02/skos/core#"
#  sod: "https://w3id.org/sodiokg/ontology#"
#  sub: "https://w3id.org/sodiokg/id/substance/"
#mapping_set_id: "{set_id}"
#mapping_set_title: "{title}"
#mapping_set_description: "Substances of sodiokg and records of {title}, as the service answered on the day of each row."
#mapping_tool: "sodiokg"
#mapping_tool_version: "{version}"
#license: "https://w3id.org/sssom/license/unspecified"
#extension_definitions:
#- slot_name: seen_in
#  property: "http://purl.org/dc/terms/source"
#- slot_name: polymorph
#  property: "https://w3id.org/sodiokg/ontology#recordPolymorph"
#- slot_name: space_group
#  property: "https://w3id.org/sodiokg/ontology#spaceGroup"
"""


@dataclass(frozen=True, slots=True)
class Lookup:
    """A row of the table of lookups: what was asked of whom about what, what came of it and when.

    `records` are the IRIs of the records, parted by spaces.
    """

    about: str
    label: str
    service: str
    database: str
    status: str
    records: str
    asked: str
    date: str
    remark: str

    @property
    def place(self) -> tuple[str, str, str]:
        """Return what a later answer takes the place of."""
        return self.about, self.service, self.database

    @property
    def worth(self) -> int:
        """Return 2 for an answer, 1 for a part of one, 0 for none."""
        return 2 if self.status in ANSWERED else int(self.status == "partial")


def lookups_folder() -> Path:
    """Return where the tables lie."""
    return user_folder() / "links"


def read_lookups(folder: Path | None = None) -> list[Lookup]:
    """Return the kept lookups, none where there are no yet; raises SourceError with the line for a damaged row."""
    path = (folder or lookups_folder()) / _TABLE
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"cannot be read: {error}", where=str(path), mend=_MEND) from error
    rows = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    columns = [field.name for field in fields(Lookup)]
    for number, row in enumerate(rows, 1):
        if len(row) != len(columns) or (row != columns if number == 1 else row[4] not in STATUSES):
            raise SourceError("is no row of lookups", where=f"{path}:{number}", mend=_MEND)
    return [Lookup(*row) for row in rows[1:]]


def keep(outcomes: Iterable[Outcome], folder: Path | None = None) -> None:
    """Put outcomes among those that are kept, and write the tables and the graph anew.

    Raises SourceError for a kept table that is damaged, WriteError where the folder cannot be written.
    """
    folder = folder or lookups_folder()
    with locked(lookups_graph()):
        lookups = {lookup.place: lookup for lookup in read_lookups(folder)}
        tables = {path.name: (path.read_text(encoding="utf-8"), read_links(path, _MEND)) for path in folder.glob("*.sssom.tsv")}
        heads = {
            name: "".join(line for line in told.splitlines(True) if line.startswith("#")) for name, (told, _) in tables.items()
        }
        links = {name: {(link.subject_id, link.record): link for link in rows} for name, (_, rows) in tables.items()}
        for outcome in outcomes:
            _merge(outcome, lookups, links, heads)
        _write(folder, sorted(lookups.values(), key=astuple), links, heads)


def _merge(
    outcome: Outcome,
    lookups: dict[tuple[str, str, str], Lookup],
    links: dict[str, dict[tuple[str, str], Link]],
    heads: dict[str, str],
) -> None:
    """Put one outcome in the place of an older one that is worth no more, with its links."""
    new = _lookup(outcome)
    old = lookups.get(new.place)
    if old is not None and old.worth > new.worth:
        return
    lookups[new.place] = new
    subject = f"sub:{outcome.inquiry.key}"
    for record in old.records.split() if old else ():
        for rows in links.values():
            rows.pop((subject, record), None)
    if outcome.inquiry.about.startswith(_SUBSTANCE):
        for found in outcome.records:
            name = f"{found.database.key}.sssom.tsv"
            heads.setdefault(name, _head(found.database))
            links.setdefault(name, {})[subject, found.iri] = _link(outcome, found)


def _lookup(outcome: Outcome) -> Lookup:
    inquiry, records = outcome.inquiry, " ".join(record.iri for record in outcome.records)
    told = (inquiry.about, inquiry.label, outcome.service, outcome.database, outcome.status)
    return Lookup(*told, records, _plain(outcome.asked), outcome.date, _plain(outcome.remark))


def _link(outcome: Outcome, record: Record) -> Link:
    seen = f"{outcome.database}, asked for {outcome.asked}" if outcome.asked else outcome.database
    return Link(
        subject_id=f"sub:{outcome.inquiry.key}",
        subject_label=outcome.inquiry.label,
        predicate_id=f"skos:{record.match}Match",
        object_id=record.curie,
        object_label=_plain(record.label),
        mapping_justification=_JUSTIFIED,
        comment=_plain(record.remark),
        seen_in=_plain(seen),
        polymorph="",
        space_group=_plain(record.space_group),
        database=record.database.title,
        record=record.iri,
        mapping_date=outcome.date,
    )


def _plain(words: str) -> str:
    """Return words that fit into one cell, whoever sent them."""
    return "".join(sign if sign.isprintable() else " " for sign in words)[:_LONGEST].strip()


def _head(database: Database) -> str:
    return _HEAD.format(
        prefix=database.prefix,
        namespace=database.namespace,
        set_id=f"{ID}lookups/{database.key}",
        title=_plain(database.title),
        version=__version__,
    )


def _write(
    folder: Path, lookups: list[Lookup], links: Mapping[str, Mapping[tuple[str, str], Link]], heads: Mapping[str, str]
) -> None:
    told = [link for rows in links.values() for link in rows.values()]
    for name, rows in sorted(links.items()):
        cells = [[*(getattr(link, column) for column in COLUMNS), link.mapping_date] for link in rows.values()]
        write_file(folder / name, heads[name] + _tsv((*COLUMNS, "mapping_date"), sorted(cells)))
    write_file(folder / _TABLE, _tsv([field.name for field in fields(Lookup)], map(astuple, lookups)))
    write_file(lookups_graph(), to_trig(_quads(lookups, told)))


def _tsv(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    return "".join("\t".join(row) + "\n" for row in (columns, *rows))


def _quads(lookups: Iterable[Lookup], links: Iterable[Link]) -> Iterator[Quad]:
    yield Quad(LOOKUPS, node("rdf:type"), sod("ReferenceGraph"), CATALOGUE)
    for link in links:
        yield from in_graph(LOOKUPS, link_triples(link))
    for lookup in lookups:
        yield from in_graph(LOOKUPS, _described(lookup))


def _described(lookup: Lookup) -> Iterator[Triple]:
    about = NamedNode(lookup.about)
    if lookup.about.startswith(_SUBSTANCE):
        yield from describe(about, ("rdf:type", sod("Substance")), ("rdfs:label", Literal(lookup.label)))
    yield from describe(
        node(f"{ID}lookup/{content_hash(*lookup.place)}"),
        ("rdf:type", sod("DatabaseLookup")),
        ("rdfs:label", text(f"{lookup.label} in {lookup.database}: {lookup.status}")),
        ("rdfs:comment", text(lookup.remark)),
        ("rdfs:seeAlso", map(NamedNode, lookup.records.split())),
        ("dcterms:date", text(lookup.date)),
        ("sod:lookupDatabase", text(lookup.database)),
        ("sod:lookupOf", about),
        ("sod:lookupQuestion", text(lookup.asked)),
        ("sod:lookupService", text(lookup.service)),
        ("sod:lookupStatus", text(lookup.status)),
    )
