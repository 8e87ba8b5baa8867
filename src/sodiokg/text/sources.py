"""Read a source file: bytes, their SHA-256, and the text whose code points all offsets count.

Plain text and Markdown are decoded as they are; of other formats a reader makes the text, the same at every reading.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Final

from sodiokg.errors import SourceError
from sodiokg.model import Reference, Source
from sodiokg.text.bibtex import parse_bibtex
from sodiokg.text.readers import FORMATS, read_format

__all__ = ["ENDINGS", "LARGEST_TEXT", "read_bibtex", "read_source", "read_text"]

_PLAIN: Final = (".md", ".txt")
# Formats that are text with marks in it, and how those that may be UTF-16 begin then.
_MARKED_UP: Final = (".htm", ".html", ".tex", ".xhtml")
_WIDE: Final = dict.fromkeys((".htm", ".html", ".xhtml"), (b"\xff\xfe", b"\xfe\xff"))
ENDINGS: Final = (*_PLAIN, *FORMATS)
# What holds images beside its text may be larger (bytes). The longest review has half a megabyte of text.
_LARGEST: Final = {".pdf": 64_000_000, ".docx": 64_000_000}
LARGEST_TEXT: Final = 20_000_000
_SPLIT: Final = "split it: one file for each article"
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def read_source(path: str | Path) -> Source:
    """Return the source that a file of one of the ENDINGS holds; its SHA-256 is of the file's bytes.

    In .txt and .md line ends stay as they are, and a byte order mark is not part of the text. A BibTeX file of the same name beside
    the source ("paper.bib" beside "paper.md") is its bibliography, as far as the notes of its entries say "reference 9".

    Raises SourceError for a file that is missing, no file, empty, damaged (the BibTeX file too), too large, or of another format, and
    MissingExtraError where the packages that read its format are not installed.
    """
    path = Path(path)
    ending = path.suffix.lower()
    data = _bytes(path, _LARGEST.get(ending, LARGEST_TEXT))
    if ending not in ENDINGS:
        what = f"sodiokg reads {', '.join(sorted(ENDINGS))}, not {path.suffix or 'files without ending'}"
        raise SourceError(what, where=str(path), mend="turn it into one of these first")
    if ending in _MARKED_UP and not data.startswith(_WIDE.get(ending, ())):
        _refuse_binary(path, data)
    text = _decoded(path, data) if ending in _PLAIN or not data.strip() else read_format(ending, data, str(path))
    if not text.strip():
        raise SourceError("the file is empty", where=str(path), mend="give a file with text in it")
    if len(text) > LARGEST_TEXT:
        raise SourceError(f"the file holds {len(text):,} characters of text", where=str(path), mend=_SPLIT)
    digest, beside = hashlib.sha256(data).hexdigest(), path.with_suffix(".bib")
    listed = parse_bibtex(read_text(beside), str(beside), numbered_only=True) if beside.is_file() else ()
    return Source(name=path.stem, text=text, sha256=digest, path=str(path), bibliography=listed)


def read_bibtex(path: str | Path) -> tuple[Reference, ...]:
    """Return the references of a BibTeX file, sorted by number: "reference 9" in an entry's note, else its place in the file.

    Raises SourceError naming the entry and the line where the file is broken.
    """
    return parse_bibtex(read_text(path), str(path))


def read_text(path: str | Path) -> str:
    """Return the text of any UTF-8 file; raises SourceError for one that is missing, binary or not UTF-8."""
    return _decoded(Path(path), _bytes(Path(path), LARGEST_TEXT))


def _bytes(path: Path, most: int) -> bytes:
    """Return a file's bytes; never more than `most` of them are held."""
    try:
        if path.is_dir():
            raise SourceError("this is a folder, not a file", where=str(path), mend=f"name its files: {path}/*.txt")
        with path.open("rb") as file:
            data = file.read(most + 1)
    except FileNotFoundError:
        raise SourceError("no such file", where=str(path), mend="check the name and the folder it is in") from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SourceError(f"cannot be read: {reason}", where=str(path), mend="check the file's permissions") from error
    if len(data) > most:
        raise SourceError(f"the file is larger than {most // 10**6} MB", where=str(path), mend=_SPLIT)
    return data


def _refuse_binary(path: Path, data: bytes) -> None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        mend = f"convert it: iconv -f utf-16 -t utf-8 {path.name} > new{path.suffix}"
        raise SourceError("the text is UTF-16, not UTF-8", where=str(path), mend=mend)
    head = data[:65536]
    if b"\x00" in data or len(_CONTROL.findall(head)) * 100 > len(head):
        raise SourceError("this is binary data, not text", where=str(path), mend="give a file of text in UTF-8")


def _decoded(path: Path, data: bytes) -> str:
    _refuse_binary(path, data)
    mark = 3 if data.startswith(b"\xef\xbb\xbf") else 0
    try:
        return data[mark:].decode("utf-8")
    except UnicodeDecodeError as error:
        place = error.start + mark
        what = f"byte {place} (0x{data[place]:02x}) is not UTF-8"
        mend = f"convert it: iconv -f latin1 -t utf-8 {path.name} > new{path.suffix}"
        raise SourceError(what, where=str(path), mend=mend) from error
