"""Join studies that are one by a table that a person has reviewed, so that answers count the study once.

The table, ``aliases.tsv`` beside the texts, has a row for each: a study, what it is the same as (another study, or a DOI), who reviewed
it and why. A study is its key, such as nc-2014-5-4578, or ``document:NAME`` for the one that the text of that name reports itself. Studies
that rows give one DOI, or that print a DOI of a row, are one as well. What the joined studies are called apart is kept as aliases.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from sodiokg.errors import SourceError
from sodiokg.graph.places import document_iri
from sodiokg.graph.terms import describe, in_graph, node, sod, text
from sodiokg.names import ID, content_hash, graph_iri
from sodiokg.text.sources import read_text

__all__ = ["ALIAS_COLUMNS", "ALIAS_FILE", "Alias", "Joins", "alias_files", "joins_of", "read_aliases"]

ALIAS_FILE: Final = "aliases.tsv"
_SHARED: Final = node(graph_iri("shared"))
_TYPE, _DOI = node("rdf:type"), sod("doi")
_KEY: Final = re.compile(r"[a-z0-9][a-z0-9._-]{2,200}")
_OWN_STUDY: Final = "document:"
_OWN: Final = re.compile(rf"{_OWN_STUDY}[\w.-]{{1,200}}")
_DIGITAL: Final = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:)?(10\.\d{4,9}/[^\s<>\"{}|\\^`]{1,200})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Alias:
    """One row: `study` is the same as `same_as`, a study too or a DOI in lower case; `where` is its file and line."""

    study: str
    same_as: str
    reviewed_by: str
    why: str
    where: str = ""

    @property
    def doi(self) -> str:
        """Return the DOI that the row gives its study, "" where it names another study."""
        return self.same_as if self.same_as.startswith("10.") else ""


ALIAS_COLUMNS: Final = tuple(field.name for field in fields(Alias))[:-1]


@dataclass(frozen=True, slots=True)
class Joins:
    """Which study stands for which others, what the graph says of that, and what is to be told of rows that join nothing."""

    stands_for: Mapping[NamedNode, NamedNode]
    quads: tuple[Quad, ...] = ()
    remarks: tuple[str, ...] = ()

    def applied(self, quads: Iterable[Quad]) -> Iterator[Quad]:
        """Yield quads in which a joined study goes by the name of the one that stands for it; its own description is left out."""
        for quad in quads:
            if quad.subject not in self.stands_for:
                known = self.stands_for.get(quad.object) if isinstance(quad.object, NamedNode) else None
                yield Quad(quad.subject, quad.predicate, known, quad.graph_name) if known else quad


def alias_files(folders: Iterable[Path]) -> list[Path]:
    """Return the tables in some folders, each once, sorted."""
    return sorted({path.resolve() for folder in folders if (path := folder / ALIAS_FILE).is_file()})


def read_aliases(path: Path) -> list[Alias]:
    """Return the rows of a table; raises SourceError with file and line for one that is not as it should be."""
    table = list(csv.reader(read_text(path).splitlines(), delimiter="\t"))
    if not table or tuple(table[0]) != ALIAS_COLUMNS:
        raise SourceError(
            f"the columns are not {', '.join(ALIAS_COLUMNS)}", where=f"{path}:1", mend="write these into its first line"
        )
    rows: dict[frozenset[str], Alias] = {}
    for line, cells in enumerate(table[1:], start=2):
        if not cells:  # an empty line
            continue
        row = _row(cells, f"{path}:{line}")
        pair = frozenset((row.study, row.same_as))
        if pair in rows:
            raise SourceError(f"the row says what {rows[pair].where} says", where=row.where, mend="leave one out")
        rows[pair] = row
    return list(rows.values())


def _row(cells: Sequence[str], where: str) -> Alias:
    """Return a row in its normal form."""
    if len(cells) != len(ALIAS_COLUMNS):
        raise SourceError(
            f"a row has {len(cells)} cells in place of {len(ALIAS_COLUMNS)}", where=where, mend="divide cells by one tab each"
        )
    study, same_as, reviewer, why = (cell.strip() for cell in cells)
    if not reviewer or not why:
        what = "nobody has reviewed the row" if not reviewer else "the row gives no reason"
        raise SourceError(what, where=where, mend="write who looked at both, and why they are one")
    digital = _DIGITAL.fullmatch(same_as)
    if not _is_study(study) or not (digital or _is_study(same_as)):
        wrong = same_as if _is_study(study) else study
        mend = "give a study's key (sodiokg show), document:NAME, or in the second column a DOI"
        raise SourceError(f"{wrong!r} is no key of a study", where=where, mend=mend)
    if study == same_as:
        raise SourceError("the row joins a study with itself", where=where, mend="leave it out")
    return Alias(study, digital[1].lower() if digital else same_as, reviewer, why, where)


def _is_study(words: str) -> bool:
    return bool(_KEY.fullmatch(words) and not _DIGITAL.fullmatch(words)) or bool(_OWN.fullmatch(words))


def joins_of(quads: Iterable[Quad], aliases: Sequence[Alias], shipped: Iterable[Quad] = ()) -> Joins:
    """Return how rows join the studies of a graph; a study of the `shipped` graph, which is not changed, stands for others.

    Rows that join nothing are told: a study that is not there (any more), two that both are in the shipped graph.
    """
    if not aliases:
        return Joins({})
    ours, fixed = list(quads), _studies(shipped)
    there = {**_studies(ours), **fixed}
    used = [row for row in aliases if all(_node(key) in there for key in _keys(row))]
    remarks = [f"{row.where}: not used: there is no study {_absent(row, there)}" for row in aliases if row not in used]
    stands_for: dict[NamedNode, NamedNode] = {}
    for group in _grouped(used, there):
        firm = [study for study in group if study in fixed]
        if len(firm) > 1:
            told = " and ".join(_key(study) for study in firm)
            lines = [row.where for row in used if _node(row.study) in group]
            remarks.append(f"{', '.join(lines)}: not used: {told} both are in the graph that ships")
            used = [row for row in used if row.where not in lines]
        else:
            first = min(group, key=lambda one: (one not in fixed, _key(one).startswith(_OWN_STUDY), group.index(one)))
            stands_for |= {study: first for study in group if study != first}
    named = {stands_for.get(quad.object, quad.object) for quad in ours if isinstance(quad.object, NamedNode)}
    return Joins(stands_for, tuple(_told(used, stands_for, there, named)), tuple(remarks))


def _grouped(rows: Iterable[Alias], there: Mapping[NamedNode, str]) -> Iterator[list[NamedNode]]:
    """Yield the studies that are one, in the order in which rows name them."""
    groups = _Groups()
    for row in rows:
        groups.join(_node(row.study).value, row.doi or _node(row.same_as).value)
    for study, doi in there.items():
        if doi in groups:
            groups.join(doi, study.value)
    for group in groups:
        yield [study for name in group if "://" in name and (study := NamedNode(name)) in there]


class _Groups:
    """What belongs together, in the order in which it was named."""

    def __init__(self) -> None:
        self._of: dict[str, list[str]] = {}

    def join(self, one: str, other: str) -> None:
        """Put two names, with all that belongs to either, into one group."""
        first, second = (self._of.setdefault(name, [name]) for name in (one, other))
        if first is not second:
            first += second
            self._of |= dict.fromkeys(second, first)

    def __contains__(self, name: str) -> bool:
        return name in self._of

    def __iter__(self) -> Iterator[list[str]]:
        order = {name: place for place, name in enumerate(self._of)}
        for group in {id(group): group for group in self._of.values()}.values():
            yield sorted(group, key=order.__getitem__)


def _studies(quads: Iterable[Quad]) -> dict[NamedNode, str]:
    """Return the studies that a graph describes, each with the DOI that it prints in lower case, "" for none."""
    kinds, dois = [], {}
    for quad in quads:
        if quad.predicate == _TYPE and quad.object == sod("Study"):
            kinds.append(quad.subject)
        elif quad.predicate == _DOI and isinstance(quad.object, Literal):
            dois[quad.subject] = quad.object.value.lower()
    return {one: dois.get(one, "") for one in kinds if isinstance(one, NamedNode)}


def _keys(row: Alias) -> tuple[str, ...]:
    return (row.study,) if row.doi else (row.study, row.same_as)


def _node(key: str) -> NamedNode:
    name = key.removeprefix(_OWN_STUDY)
    return node(f"{ID}study/{key}" if name == key else f"{document_iri(name)}/study")


def _key(study: NamedNode) -> str:
    path = study.value.removeprefix(ID)
    return path.removeprefix("study/") if path.startswith("study/") else f"{_OWN_STUDY}{path.split('/')[1]}"


def _absent(row: Alias, there: Mapping[NamedNode, str]) -> str:
    return " and no ".join(key for key in _keys(row) if _node(key) not in there)


def _told(
    rows: Iterable[Alias], stands_for: Mapping[NamedNode, NamedNode], there: Mapping[NamedNode, str], named: Container[object]
) -> Iterator[Quad]:
    """Yield each row on a study that the graph names as a node of its own, and the DOI of a study that prints none."""
    printed = {study for study, doi in there.items() if doi}
    for row in rows:
        study = stands_for.get(_node(row.study), _node(row.study))
        if study not in named:
            continue
        alias = node(f"{ID}alias/{content_hash(row.study, row.same_as, row.reviewed_by, row.why)}")
        yield Quad(study, sod("hasAlias"), alias, _SHARED)
        if row.doi and study not in printed:
            printed.add(study)
            yield Quad(study, _DOI, Literal(row.doi), _SHARED)
        described = describe(
            alias,
            ("rdf:type", sod("StudyAlias")),
            ("rdfs:label", text(f"{row.study} is {row.same_as}")),
            ("sod:aliasKey", [text(key) for key in (row.study, row.same_as) if _is_other(key, study)]),
            ("sod:curatedBy", text(row.reviewed_by)),
            ("sod:curationReason", text(row.why)),
        )
        yield from in_graph(_SHARED, described)


def _is_other(key: str, study: NamedNode) -> bool:
    return key.startswith("10.") or _node(key) != study
