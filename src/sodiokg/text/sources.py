"""Read a source file: bytes, their SHA-256, and the decoded text whose code points all offsets count."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Final

from sodiokg.errors import SourceError
from sodiokg.model import Source

__all__ = ["ENDINGS", "read_source", "read_text"]

ENDINGS: Final = (".md", ".txt")
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def read_source(path: str | Path) -> Source:
    """Return the source that a .txt or .md file holds; line ends stay as they are, a byte order mark is not part of the text.

    Raises SourceError for a file that is missing, no file, empty, binary, not UTF-8, or of another format.
    """
    path = Path(path)
    data = _bytes(path)
    if path.suffix.lower() not in ENDINGS:
        ending = path.suffix or "files without ending"
        mend = "turn it into plain text or Markdown first"
        raise SourceError(f"sodiokg reads .txt and .md, not {ending}", where=str(path), mend=mend)
    text = _decoded(path, data)
    if not text.strip():
        raise SourceError("the file is empty", where=str(path), mend="give a file with text in it")
    return Source(name=path.stem, text=text, sha256=hashlib.sha256(data).hexdigest(), path=str(path))


def read_text(path: str | Path) -> str:
    """Return the text of any UTF-8 file; raises SourceError for one that is missing, binary or not UTF-8."""
    return _decoded(Path(path), _bytes(Path(path)))


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise SourceError("this is a folder, not a file", where=str(path), mend=f"name its files: {path}/*.txt")
        return path.read_bytes()
    except FileNotFoundError:
        raise SourceError("no such file", where=str(path), mend="check the name and the folder it is in") from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SourceError(f"cannot be read: {reason}", where=str(path), mend="check the file's permissions") from error


def _refuse_binary(path: Path, data: bytes) -> None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        mend = f"convert it: iconv -f utf-16 -t utf-8 {path.name} > new{path.suffix}"
        raise SourceError("the text is UTF-16, not UTF-8", where=str(path), mend=mend)
    head = data[:65536]
    if b"\x00" in head or len(_CONTROL.findall(head)) * 100 > len(head):
        raise SourceError("this is binary data, not text", where=str(path), mend="give a .txt or .md file in UTF-8")


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
