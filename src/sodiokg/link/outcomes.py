"""What a service is asked about a thing of the graph, and what came of it.

A status says no more than happened: "none" only where the service answered that it has nothing, "not reached" where it did not answer,
"not asked" where nothing was sent, and "partial" where it broke off before all was read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import quote

from sodiokg.errors import EndpointError

__all__ = ["ANSWERED", "STATUSES", "Database", "Inquiry", "Outcome", "Record", "guarded", "is_identifier", "unkept"]

STATUSES: Final = ("found", "differs", "none", "partial", "not reached", "not asked")
# An answer; what is less never takes the place of one that is kept.
ANSWERED: Final = frozenset({"found", "differs", "none"})
_LONGEST: Final = 200


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A substance or study of the graph, by its IRI, and what it can be asked for by; empty where the graph tells nothing."""

    about: str
    key: str
    label: str
    formula: str = ""
    registry_numbers: tuple[str, ...] = ()
    inchikeys: tuple[str, ...] = ()
    doi: str = ""


@dataclass(frozen=True, slots=True)
class Database:
    """A set of records: the key of its table, its name, the prefix of its identifiers and the namespace that this stands for."""

    key: str
    title: str
    prefix: str
    namespace: str


@dataclass(frozen=True, slots=True)
class Record:
    """A record of a database. Its identifier is opaque text; `match` says how close it is to the thing, in the words of SKOS."""

    identifier: str
    database: Database
    match: str
    label: str = ""
    formula: str = ""
    space_group: str = ""
    remark: str = ""

    @property
    def curie(self) -> str:
        """Return the identifier behind its prefix, whatever no compact IRI holds written with %."""
        return f"{self.database.prefix}:{quote(self.identifier, safe='')}"

    @property
    def iri(self) -> str:
        """Return the IRI of the record."""
        return self.database.namespace + quote(self.identifier, safe="")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one inquiry at one database; `asked` are the words of the question, `date` is the day of the answer."""

    inquiry: Inquiry
    service: str
    database: str
    status: str
    records: tuple[Record, ...] = ()
    asked: str = ""
    date: str = ""
    remark: str = ""


def guarded(blank: Outcome, ask: Callable[[], Outcome]) -> Outcome:
    """Return what `ask` finds, or `blank` as not reached where the service fails."""
    try:
        return ask()
    except EndpointError as error:
        return replace(blank, status="not reached", remark=error.what)


def unkept(blank: Outcome) -> Outcome:
    """Return `blank` as not asked, because of --offline."""
    return replace(blank, status="not asked", remark="offline, and no answer is kept")


def is_identifier(value: object) -> bool:
    """Return whether a value can be the identifier of a record: a number or one word, of whatever form.

    >>> is_identifier("mp-27838"), is_identifier(5360545), is_identifier("mp 1"), is_identifier(None), is_identifier(True)
    (True, True, False, False, False)
    """
    if isinstance(value, int):
        return not isinstance(value, bool)
    return isinstance(value, str) and 0 < len(value) <= _LONGEST and value.isprintable() and " " not in value
