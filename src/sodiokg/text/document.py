"""Read a source into a document: the one entry to everything below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sodiokg.model import Citation, Document, Reference, Remark, Section, Sentence, Source
from sodiokg.text.author_year import find_author_years
from sodiokg.text.bibliography import completed, read_references
from sodiokg.text.citations import find_citations
from sodiokg.text.language import ENGLISH, languages_of
from sodiokg.text.lowered import with_brackets
from sodiokg.text.normal import normalise
from sodiokg.text.numerals import in_english
from sodiokg.text.raised import listed_numbers
from sodiokg.text.sections import Paragraph, find_sections, prose
from sodiokg.text.sentences import split_sentences

__all__ = ["read_document"]


def read_document(source: Source) -> Document:
    """Return the source's plain text with its sections, sentences, citations and references, each sorted by place.

    Of several reference lists (a supplement has its own) the one with most entries counts, the first where they are even; one whose numbers go
    on where it ends is read with it.
    """
    plain = normalise(source.text)
    sections = find_sections(source, plain)
    lists = [section for section in sections if section.number == "references"]
    end = lists[0].start if lists else len(plain.text)
    bracketed = with_brackets(plain, listed_numbers(source.text) if lists else 0, end)
    if bracketed is not plain:
        plain, sections = bracketed, find_sections(source, bracketed)
        lists = [section for section in sections if section.number == "references"]
    references = completed(_printed([plain.text[one.start : one.end] for one in lists]), source.bibliography)
    paragraphs = list(prose(source, plain, sections))
    languages = languages_of([paragraph.text for _, paragraph in paragraphs])
    plain = replace(plain, text=_numbers_in_english(plain.text, [paragraph for _, paragraph in paragraphs], languages))
    citations, remarks = _citations(plain.text, sections, references)
    sentences = tuple(
        Sentence(paragraph.start + start, paragraph.start + end, section.number, index, language)
        for index, ((section, paragraph), language) in enumerate(zip(paragraphs, languages, strict=True))
        for start, end in split_sentences(plain.text[paragraph.start : paragraph.end])
    )
    return Document(source, plain, sections, sentences, citations, references, remarks)


def _printed(lists: Sequence[str]) -> tuple[Reference, ...]:
    """Return the entries of the longest list, with those of the lists that continue its numbers."""
    read = [read_references(words) for words in lists]
    entries = max(read, key=len, default=())
    for other in read:
        if entries and other and other[0].number == entries[-1].number + 1:
            entries += other
    return entries


def _citations(
    text: str, sections: Sequence[Section], references: tuple[Reference, ...]
) -> tuple[tuple[Citation, ...], tuple[Remark, ...]]:
    """Return the citations outside of lists and front matter, in the style that there are more of: numbered, or by author and year."""
    skipped = [section for section in sections if section.number in ("front", "references")]

    def is_read(found: Citation | Remark) -> bool:
        return not any(section.start <= found.start < section.end for section in skipped)

    numbered = tuple(filter(is_read, find_citations(text, max((reference.number for reference in references), default=0))))
    found, remarks = find_author_years(text, references)
    named = tuple(filter(is_read, found))
    return (named, tuple(filter(is_read, remarks))) if len(named) > len(numbered) else (numbered, ())


def _numbers_in_english(text: str, paragraphs: Sequence[Paragraph], languages: Sequence[str]) -> str:
    """Return the text with the numbers of its paragraphs in other languages written as English does, every one in its place."""
    pieces, at = [], 0
    for paragraph, language in zip(paragraphs, languages, strict=True):
        if language != ENGLISH:
            pieces += [text[at : paragraph.start], in_english(paragraph.text, language)]
            at = paragraph.end
    return "".join([*pieces, text[at:]])
