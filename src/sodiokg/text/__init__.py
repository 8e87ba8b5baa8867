"""Read a source into a document: plain text with exact offsets, sections, sentences, citations, references."""

from __future__ import annotations

from sodiokg.text.bibliography import read_references, study_key
from sodiokg.text.document import read_document
from sodiokg.text.normal import normalise
from sodiokg.text.sources import read_bibtex, read_source

__all__ = ["normalise", "read_bibtex", "read_document", "read_references", "read_source", "study_key"]
