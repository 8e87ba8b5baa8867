"""The extractor as one function: a source goes in, its records come out."""

from __future__ import annotations

from sodiokg.extract.claims import read_claims
from sodiokg.extract.findings import find
from sodiokg.extract.lexicon import Lexicon, load_lexicon
from sodiokg.extract.measurements import read_measurements
from sodiokg.extract.statements import read_statements
from sodiokg.extract.studies import read_frames
from sodiokg.model import Records, Source
from sodiokg.text import read_document

__all__ = ["extract"]


def extract(source: Source, lexicon: Lexicon | None = None) -> Records:
    """Read measurements, claims and statements from a source, by default with the lexicon that ships.

    Raises SourceError for a text that cannot be read and OntologyError for a damaged lexicon.
    """
    words = lexicon or load_lexicon()
    document = read_document(source)
    findings = find(document, words)
    frames = read_frames(document, findings)
    return Records(
        document,
        read_measurements(document, frames),
        read_claims(document, frames, findings),
        read_statements(document, frames, findings),
    )
