"""Read PDF: text in reading order, without running heads and page numbers, with sub- and superscripts kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pypdfium2
import pypdfium2.raw as pdfium

from sodiokg.errors import SourceError
from sodiokg.text.readers.columns import find_gutter, lines_in_order
from sodiokg.text.readers.glyphs import words_of_page
from sodiokg.text.readers.pages import manuscript_of

if TYPE_CHECKING:
    from sodiokg.text.readers.columns import Line
    from sodiokg.text.readers.glyphs import Word

__all__ = ["read"]

# A page of text has more characters than this; a scanned one has a stamp at most.
_FEWEST: Final = 25
_MOST_PAGES: Final = 5_000
# A file ends with this mark; what some servers append after it is shorter than this (bytes).
_END: Final = b"%%EOF"
_APPENDIX: Final = 4096
# Above this part of characters without meaning, the text layer is of no use.
_MOST_UNREADABLE: Final = 0.2


def read(data: bytes, where: str) -> str:
    """Return the text of a PDF; raises SourceError for one that is encrypted, scanned, cut off or damaged."""
    if b"%PDF-" not in data[:1024]:
        raise SourceError("this is no PDF", where=where, mend="download it again: some sites send a web page under that name")
    if _END not in data.rstrip(b"\x00\r\n\t ")[-_APPENDIX:]:
        raise SourceError("the PDF is cut off: its end is missing", where=where, mend="download it again")
    document = _opened(data, where)
    try:
        if len(document) > _MOST_PAGES:
            raise SourceError(f"the PDF has {len(document):,} pages", where=where, mend="give the article alone")
        pages: list[list[Line]] = []
        gutter: float | None = None
        for number in range(len(document)):
            words = _words(document, number, where)
            gutter = find_gutter(words, gutter)
            pages.append(lines_in_order(words, gutter))
    finally:
        document.close()
    _refuse_unreadable(pages, where)
    return manuscript_of(pages).text()


def _opened(data: bytes, where: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            mend = f"remove the password first: qpdf --password=... --decrypt {where} open.pdf"
            raise SourceError("the PDF is encrypted and opens with a password only", where=where, mend=mend) from error
        mend = "download it again, or repair it: qpdf in.pdf out.pdf"
        raise SourceError("the PDF is damaged", where=where, mend=mend) from error


def _words(document: pypdfium2.PdfDocument, number: int, where: str) -> list[Word]:
    try:
        page = document[number]
        words = words_of_page(page)
        page.close()
    except pypdfium2.PdfiumError as error:
        mend = "download it again, or repair it: qpdf in.pdf out.pdf"
        raise SourceError(f"page {number + 1} of the PDF is damaged", where=where, mend=mend) from error
    return [word for word in words if word.size > 1]


def _refuse_unreadable(pages: list[list[Line]], where: str) -> None:
    text = "".join(line.text for lines in pages for line in lines)
    if len(text) < _FEWEST * max(1, len(pages)):
        mend = "make a text layer first: ocrmypdf in.pdf out.pdf"
        raise SourceError("the PDF has no text layer: its pages are images", where=where, mend=mend)
    unreadable = sum(sign == "\ufffd" or "\ue000" <= sign <= "\uf8ff" for sign in text)
    if unreadable > _MOST_UNREADABLE * len(text):
        mend = "make a new text layer: ocrmypdf --force-ocr in.pdf out.pdf"
        raise SourceError("the PDF's fonts do not say which characters they print", where=where, mend=mend)
