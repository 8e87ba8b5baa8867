"""Which formats there are, and the bytes of a graph in each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from pyoxigraph import Quad

from sodiokg.errors import UsageError
from sodiokg.export.archive import crate, datapackage
from sodiokg.export.description import void
from sodiokg.export.nanopub import nanopubs
from sodiokg.export.rdf import jsonld, nquads
from sodiokg.export.references import bibtex, csl_json

__all__ = ["FORMATS", "exported"]

FORMATS: Final[dict[str, Callable[[list[Quad]], bytes]]] = {
    "bibtex": bibtex,
    "csl-json": csl_json,
    "csv": datapackage,
    "jsonld": jsonld,
    "nanopub": nanopubs,
    "nquads": nquads,
    "ro-crate": crate,
    "void": void,
}


def exported(quads: Iterable[Quad], form: str) -> bytes:
    """Return a graph in a format of `FORMATS`; csv and ro-crate are ZIP archives. Raises UsageError for another one."""
    if form not in FORMATS:
        raise UsageError(f"there is no export {form!r}", mend=f"there are {', '.join(sorted(FORMATS))}")
    return FORMATS[form](list(quads))
