"""Take the words of a PDF page from its glyphs: what stands together in one size on one baseline."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    import pypdfium2

__all__ = ["Word", "words_of_page"]

# A gap wider than this part of the type size ends a word; letters that stand closer together belong to one.
_GAP: Final = 0.16
_OVERLAP: Final = -0.4
_SAME_BASELINE: Final = 0.06
_SPELLED: Final = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "ft",
    "\ufb06": "st",
    "\u00a0": " ",
    "\u00ad": "-",
    "\u2002": " ",
    "\u2009": " ",
    "\u25e6": "°",
    "\u02da": "°",
    "\ufffe": "-",
    "\x02": "-",
}


@dataclass(slots=True)
class Word:
    """Glyphs that stand together: left and right edge, baseline and type size in points, from the page's lower left corner."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool
    printed_blank: bool  # whether the file prints a blank before it
    seen_blank: bool  # or pdfium sees one


def words_of_page(page: pypdfium2.PdfPage) -> list[Word]:
    """Return a page's upright words in the order in which the file draws them; raises PdfiumError for a damaged page."""
    textpage = page.get_textpage()
    reader = _Glyphs(textpage.raw)
    for index in range(textpage.count_chars()):
        reader.take(index)
    textpage.close()
    return reader.words


class _Glyphs:
    def __init__(self, textpage: object) -> None:
        self.textpage = textpage
        self.words: list[Word] = []
        self.open = False  # whether the next glyph may belong to the last word
        self.printed_blank = self.seen_blank = False
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.height = (0.0, 0.0)
        self.box, self.matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()

    def take(self, index: int) -> None:
        """Put one glyph into a word; white space, and what pdfium adds of its own, ends the word."""
        code = pdfium.FPDFText_GetUnicode(self.textpage, index)
        sign = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
        sign = _SPELLED.get(sign, sign)
        if sign.isspace():
            generated = pdfium.FPDFText_IsGenerated(self.textpage, index) == 1
            # A line end that pdfium sees before a script is none.
            self.open = self.open and generated and sign in "\r\n"
            self.printed_blank = self.printed_blank or not generated
            self.seen_blank = self.seen_blank or sign == " "
        elif sign >= " ":
            self._place(sign, index)

    def _place(self, sign: str, index: int) -> None:
        box = self.box
        pdfium.FPDFText_GetLooseCharBox(self.textpage, index, box)
        height = (box.bottom, box.top)
        # The box is as high as the font: the same height means the same size on the same baseline.
        if self.open and height == self.height and _follows(self.words[-1], box.left, self.words[-1].size):
            self._extend(sign, box.right)
            return
        self.height = height
        pdfium.FPDFText_GetMatrix(self.textpage, index, self.matrix)
        matrix = self.matrix
        if abs(matrix.b) > abs(matrix.a) * 0.05 or matrix.a <= 0:
            self.open = False  # turned text: a stamp in the margin, an axis label
            return
        size = pdfium.FPDFText_GetFontSize(self.textpage, index) * math.hypot(matrix.c, matrix.d)
        pdfium.FPDFText_GetCharOrigin(self.textpage, index, self.x, self.y)
        if self.open and _belongs(self.words[-1], box.left, self.y.value, size):
            self._extend(sign, box.right)
            return
        bold = pdfium.FPDFText_GetFontWeight(self.textpage, index) >= 600 or self._named_bold(index)
        self.words.append(Word(sign, box.left, box.right, self.y.value, size, bold, self.printed_blank, self.seen_blank))
        self.open, self.printed_blank, self.seen_blank = True, False, False

    def _extend(self, sign: str, right: float) -> None:
        word = self.words[-1]
        word.text += sign
        word.right = max(word.right, right)

    def _named_bold(self, index: int) -> bool:
        name = ctypes.create_string_buffer(128)
        pdfium.FPDFText_GetFontInfo(self.textpage, index, name, 128, ctypes.byref(ctypes.c_int()))
        return any(mark in name.value.lower() for mark in (b"bold", b"black", b"heavy", b"cmbx", b"-bd"))


def _belongs(word: Word, left: float, baseline: float, size: float) -> bool:
    if abs(baseline - word.baseline) > _SAME_BASELINE * size or abs(size - word.size) > 0.1 * size:
        return False
    return _follows(word, left, size)


def _follows(word: Word, left: float, size: float) -> bool:
    return _OVERLAP * size < left - word.right < _GAP * size
