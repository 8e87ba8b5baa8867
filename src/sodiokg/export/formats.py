"""Which formats there are, and the bytes of a graph in each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date as calendar_date
from typing import Final

from pyoxigraph import Quad

from sodiokg.errors import UsageError
from sodiokg.export.archive import crate, datapackage
from sodiokg.export.description import void
from sodiokg.export.nanopub import nanopubs
from sodiokg.export.rdf import jsonld, nquads, rdfxml
from sodiokg.export.references import bibtex, csl_json

__all__ = ["FORMATS", "exported"]

_FORMATS: Final[dict[str, Callable[[list[Quad]], bytes]]] = {
    "bibtex": bibtex,
    "csl-json": csl_json,
    "csv": datapackage,
    "jsonld": jsonld,
    "nanopub": nanopubs,
    "nquads": nquads,
    "rdfxml": rdfxml,
    "void": void,
}
_CRATE: Final = "ro-crate"
FORMATS: Final = tuple(sorted((*_FORMATS, _CRATE)))


def exported(quads: Iterable[Quad], form: str, date: str = "") -> bytes:
    """Return a graph in a format of `FORMATS`; csv and ro-crate are ZIP archives, and an RO-Crate is published on a day (ISO 8601).

    Raises UsageError for another format, for an RO-Crate without a day, and for a day that is none.
    """
    if form not in FORMATS:
        raise UsageError(f"there is no export {form!r}", mend=f"there are {', '.join(FORMATS)}")
    if form == _CRATE:
        return crate(list(quads), _day(date))
    return _FORMATS[form](list(quads))


def _day(date: str) -> str:
    try:
        return calendar_date.fromisoformat(date).isoformat()
    except ValueError:
        raise UsageError(f"an RO-Crate is published on a day, and {date!r} is none", mend="write it as 2026-05-31") from None
