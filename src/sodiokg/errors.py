"""What can go wrong, as one tree of exceptions with the exit code that the command line returns for each.

::

    SodiokgError                 1
    ├── UsageError               2   a name, option or argument that does not exist
    ├── SourceError              3   a source text that cannot be read
    ├── OntologyError            4   ontology, lexicon, shapes or a shipped query are damaged
    ├── QueryError               5   SPARQL that does not parse or does not run
    ├── EndpointError            6   a SPARQL endpoint or service that does not answer
    ├── GraphError               7   a built graph that is missing, damaged or not what the sources give
    ├── WriteError               8   a file that cannot be written
    ├── MissingExtraError        9   an optional package that is not installed
    └── BugError                70   what nobody expected; raised by nothing, it tells of another exception

Exit code 10 means that validation found violations, or an audit findings; it is a result, not an error.
"""

from __future__ import annotations

from functools import partial

__all__ = [
    "BugError",
    "EndpointError",
    "GraphError",
    "MissingExtraError",
    "OntologyError",
    "QueryError",
    "SodiokgError",
    "SourceError",
    "UsageError",
    "WriteError",
]


class SodiokgError(Exception):
    """An expected failure that says what happened, where, and how to mend it."""

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", mend: str = "") -> None:
        self.what = what
        self.where = where
        self.mend = mend
        super().__init__(what, where, mend)

    def __reduce__(self) -> tuple[partial[SodiokgError], tuple[()]]:
        """Carry the error whole from a worker process to its parent."""
        return partial(type(self), self.what, where=self.where, mend=self.mend), ()

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f"\n  {self.mend}" if self.mend else ""
        return f"{place}{self.what}{advice}"


class UsageError(SodiokgError):
    """A name, option or argument that does not exist."""

    exit_code = 2


class SourceError(SodiokgError):
    """A source text that cannot be read."""

    exit_code = 3


class OntologyError(SodiokgError):
    """An ontology, lexicon, shapes or shipped query file that is damaged."""

    exit_code = 4


class QueryError(SodiokgError):
    """SPARQL that does not parse or does not run."""

    exit_code = 5


class EndpointError(SodiokgError):
    """A SPARQL endpoint or another service that does not answer as its protocol says."""

    exit_code = 6


class GraphError(SodiokgError):
    """A built graph that is missing, damaged or not what the sources give."""

    exit_code = 7


class WriteError(SodiokgError):
    """A file that cannot be written; what stood there before is whole."""

    exit_code = 8


class MissingExtraError(SodiokgError):
    """An optional package that is not installed."""

    exit_code = 9


class BugError(SodiokgError):
    """An exception that is no SodiokgError, as a person is told of it."""

    exit_code = 70

    @classmethod
    def of(cls, fault: Exception, where: str = "") -> BugError:
        """Return what to say of an exception."""
        mend = "please report it with the command that you ran and what it prints with --debug"
        return cls(f"this is a bug in sodiokg: {type(fault).__name__}: {fault}", where=where, mend=mend)
