"""Read a source into a document: the one entry to everything below."""

from __future__ import annotations

from sodiokg.model import Document, Sentence, Source
from sodiokg.text.bibliography import completed, read_references
from sodiokg.text.citations import find_citations
from sodiokg.text.normal import normalise
from sodiokg.text.sections import find_sections, prose
from sodiokg.text.sentences import split_sentences

__all__ = ["read_document"]


def read_document(source: Source) -> Document:
    """Return the source's plain text with its sections, sentences, citations and references, each sorted by place."""
    plain = normalise(source.text)
    sections = find_sections(source, plain)
    listed = next((section for section in sections if section.number == "references"), None)
    printed = read_references(plain.text[listed.start : listed.end]) if listed else ()
    references = completed(printed, source.bibliography)
    known = max((reference.number for reference in references), default=0)
    citations = find_citations(plain.text, known)
    if listed:
        citations = tuple(citation for citation in citations if not listed.start <= citation.start < listed.end)
    sentences = tuple(
        Sentence(paragraph.start + start, paragraph.start + end, section.number, index)
        for index, (section, paragraph) in enumerate(prose(source, plain, sections))
        for start, end in split_sentences(paragraph.text)
    )
    return Document(source, plain, sections, sentences, citations, references)
