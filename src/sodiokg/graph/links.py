"""Which records of public databases our substances are linked with, read from SSSOM tables: those that ship and those of the user.

A row is one identifier as one source gives it. Rows that disagree stand side by side, and no identifier is taken apart: it is opaque
text behind the prefix that its table declares. What a service answered has the day of the answer as well.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode, Quad

from sodiokg.errors import SourceError
from sodiokg.graph.catalogue import CATALOGUE
from sodiokg.graph.terms import Triple, describe, in_graph, node, sod, text
from sodiokg.names import ID, content_hash, data_folder, graph_iri, substance_iri

__all__ = ["COLUMNS", "LINKS", "LOOKUPS", "Link", "link_files", "link_quads", "link_triples", "read_links", "table_prefix"]

LINKS: Final = node(graph_iri("links"))
# What services answered to the user.
LOOKUPS: Final = node(graph_iri("lookups"))
MATCHES: Final = ("exact", "close", "broad", "narrow", "related")
_MEND: Final = "mend that line, or install sodiokg again"
_PREFIX: Final = re.compile(r'#  (\w+): "(\S+)"')
_TITLE: Final = re.compile(r'#mapping_set_title: "(.+)"')
_CURIE: Final = re.compile(r"(\w+):([\w.~%\-]+)")
_CAS: Final = re.compile(r"\d{2,7}-\d\d-\d")


@dataclass(frozen=True, slots=True)
class Link:
    """One row of a table, its fields called as SSSOM calls them; `record` is the IRI of the database's record.

    `mapping_date` is the day on which a service gave it, "" where none was asked.
    """

    subject_id: str
    subject_label: str
    predicate_id: str
    object_id: str
    object_label: str
    mapping_justification: str
    comment: str
    seen_in: str
    polymorph: str
    space_group: str
    database: str
    record: str
    mapping_date: str = ""

    @property
    def substance(self) -> NamedNode:
        """Return the node of our substance."""
        return node(substance_iri(self.subject_id.removeprefix("sub:")))

    @property
    def match(self) -> str:
        """Return how close the two are, such as "close"."""
        return self.predicate_id.removeprefix("skos:").removesuffix("Match")


COLUMNS: Final = tuple(field.name for field in fields(Link))[:-3]
_DATED: Final = (*COLUMNS, "mapping_date")


def link_files() -> list[Path]:
    """Return the tables of links that ship, one for each database, sorted by name."""
    return sorted((data_folder() / "graph" / "links").glob("*.sssom.tsv"))


@lru_cache(maxsize=64)
def table_prefix(name: str) -> tuple[str, str]:
    """Return the prefix of a database's identifiers, and the namespace that it stands for, as the table that ships declares them.

    >>> table_prefix("wikidata")
    ('WIKIDATA', 'http://www.wikidata.org/entity/')
    """
    head = (data_folder() / "graph" / "links" / f"{name}.sssom.tsv").read_text(encoding="utf-8")
    return next((found[1], found[2]) for found in _PREFIX.finditer(head) if found[1].isupper())


def read_links(path: Path, mend: str = _MEND) -> list[Link]:
    """Return the rows of a table; raises SourceError with the line for one that is damaged, and `mend` as the advice."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"cannot be read: {error}", where=str(path), mend=mend) from error
    head = [line for line in lines if line.startswith("#")]
    prefixes = {found[1]: found[2] for line in head if (found := _PREFIX.fullmatch(line))}
    title = next((found[1] for line in head if (found := _TITLE.fullmatch(line))), "")
    table = list(csv.reader(lines[len(head) :], delimiter="\t", quoting=csv.QUOTE_NONE))
    columns = tuple(table[0]) if table else ()
    if columns not in (COLUMNS, _DATED) or not title:
        raise SourceError(f"lacks its title or the columns {', '.join(COLUMNS)}", where=f"{path}:{len(head) + 1}", mend=mend)
    links = []
    for number, cells in enumerate(table[1:], start=len(head) + 2):
        try:
            links.append(_link(dict(zip(columns, cells, strict=True)), prefixes, title))
        except ValueError as error:
            what = str(error) if len(cells) == len(columns) else f"a row has {len(cells)} cells in place of {len(columns)}"
            raise SourceError(what, where=f"{path}:{number}", mend=mend) from None
    return links


def _link(told: dict[str, str], prefixes: dict[str, str], database: str) -> Link:
    """Return a row as a link; raises ValueError with what is wrong with it."""
    found = _CURIE.fullmatch(told["object_id"])
    if found is None or found[1] not in prefixes:
        raise ValueError(f"{told['object_id']!r} has no prefix that the table declares")
    link = Link(**told, database=database, record=prefixes[found[1]] + found[2])
    if not link.seen_in or link.predicate_id != f"skos:{link.match}Match" or link.match not in MATCHES:
        raise ValueError("a link lacks its source, or is none of the matches of SKOS")
    if found[1] == "CAS" and not _is_registry_number(found[2]):
        raise ValueError(f"the check digit of {found[2]} is wrong")
    return link


def _is_registry_number(number: str) -> bool:
    """Return whether the last digit is the sum of the others, each times its place from the right, modulo 10 (the rule of CAS).

    >>> _is_registry_number("7440-23-5"), _is_registry_number("7440-32-5")
    (True, False)
    """
    digits = [int(sign) for sign in reversed(number) if sign.isdigit()]
    return bool(_CAS.fullmatch(number)) and sum(place * digit for place, digit in enumerate(digits)) % 10 == digits[0]


def link_quads(links: Iterable[Link], known: Container[object]) -> Iterator[Quad]:
    """Yield the graph of the links: the match itself, and a node for each row that tells who saw it.

    Raises SourceError for a link of a substance that is not among the `known` nodes.
    """
    yield Quad(LINKS, node("rdf:type"), sod("ReferenceGraph"), CATALOGUE)
    for link in links:
        if link.substance not in known:
            raise SourceError(f"{link.subject_id} is no substance of ours", where=link.database, mend=_MEND)
        yield from in_graph(LINKS, link_triples(link))


def link_triples(link: Link) -> Iterator[Triple]:
    """Yield the match, and the node that tells of it."""
    record = NamedNode(link.record)
    yield link.substance, node(link.predicate_id), record
    yield from describe(
        node(f"{ID}link/{content_hash(link.subject_id, link.object_id, link.seen_in)}"),
        ("rdf:type", sod("DatabaseLink")),
        ("rdfs:label", text(f"{link.subject_label}: {link.object_id}")),
        ("rdfs:comment", text(link.comment)),
        ("rdfs:seeAlso", record),
        ("dcterms:date", text(link.mapping_date)),
        ("dcterms:source", text(link.seen_in)),
        ("sod:database", text(link.database)),
        ("sod:databaseIdentifier", text(link.object_id)),
        ("sod:linkOf", link.substance),
        ("sod:matchKind", text(link.match)),
        ("sod:recordLabel", text(link.object_label)),
        ("sod:recordPolymorph", text(link.polymorph)),
        ("sod:spaceGroup", text(link.space_group)),
    )
