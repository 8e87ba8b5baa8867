"""Read a source into a document: the one entry to everything below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sodiokg.model import Document, Sentence, Source
from sodiokg.text.bibliography import completed, read_references
from sodiokg.text.citations import find_citations
from sodiokg.text.language import ENGLISH, languages_of
from sodiokg.text.normal import normalise
from sodiokg.text.numerals import in_english
from sodiokg.text.sections import Paragraph, find_sections, prose
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
    paragraphs = list(prose(source, plain, sections))
    languages = languages_of([paragraph.text for _, paragraph in paragraphs])
    plain = replace(plain, text=_numbers_in_english(plain.text, [paragraph for _, paragraph in paragraphs], languages))
    citations = find_citations(plain.text, known)
    if listed:
        citations = tuple(citation for citation in citations if not listed.start <= citation.start < listed.end)
    sentences = tuple(
        Sentence(paragraph.start + start, paragraph.start + end, section.number, index, language)
        for index, ((section, paragraph), language) in enumerate(zip(paragraphs, languages, strict=True))
        for start, end in split_sentences(plain.text[paragraph.start : paragraph.end])
    )
    return Document(source, plain, sections, sentences, citations, references)


def _numbers_in_english(text: str, paragraphs: Sequence[Paragraph], languages: Sequence[str]) -> str:
    """Return the text with the numbers of its paragraphs in other languages written as English does, every one in its place."""
    pieces, at = [], 0
    for paragraph, language in zip(paragraphs, languages, strict=True):
        if language != ENGLISH:
            pieces += [text[at : paragraph.start], in_english(paragraph.text, language)]
            at = paragraph.end
    return "".join([*pieces, text[at:]])
