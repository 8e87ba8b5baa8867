"""Join the files of a LaTeX article: what it inputs, and the reference list that BibTeX made beside it."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Final

from sodiokg.errors import SourceError
from sodiokg.text.readers.macros import uncommented

__all__ = ["decoded", "joined"]

_PART: Final = re.compile(r"\\(?:input|include|subfile)\s*\{\s*([^{}\n]{1,300}?)\s*\}")
_LIST: Final = re.compile(r"\\bibliography\s*\{[^{}]{0,500}\}|\\printbibliography\b(?:\[[^\[\]]{0,500}\])?")
# How many parts an article may have, and how much text each may come to (characters).
_MOST: Final = 200
_LARGEST: Final = 20_000_000


def decoded(data: bytes) -> str:
    """Return LaTeX as text without comments, its line ends as newlines."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    return uncommented(text.replace("\r\n", "\n").replace("\r", "\n"))


def joined(text: str, where: str) -> str:
    """Return an article with its parts in their places; only files in the article's folder and below are read.

    Raises SourceError where a part of the body is missing, stands outside of the folder, or holds itself. The preamble may lack some.
    """
    text = _with_parts(text, where, count(), inside=False)
    made = Path(where).with_suffix(".bbl")
    if _LIST.search(text) and "\\bibitem" not in text and made.is_file():
        listed = decoded(_bytes(made, where))
        return _LIST.sub(lambda _: listed, text, count=1)
    return text


def _with_parts(text: str, where: str, parts: Iterator[int], *, inside: bool) -> str:
    body = text.find("\\begin{document}")
    pieces: list[str] = []
    at = size = 0
    for found in _PART.finditer(text):
        part = _part(Path(where).parent, found[1], where, needed=inside or found.start() > body)
        if part is None:
            continue
        if next(parts) == _MOST:
            raise SourceError(f"the article has more than {_MOST} parts", where=where, mend="a part must not hold itself")
        inner = decoded(_bytes(part, where)).partition("\\begin{document}")
        words = _with_parts((inner[2] or inner[0]).partition("\\end{document}")[0], where, parts, inside=True)
        size += len(words)
        if size > _LARGEST:
            raise SourceError("its parts come to too much text", where=where, mend="give the article as PDF")
        pieces += [text[at : found.start()], words]
        at = found.end()
    return "".join([*pieces, text[at:]])


def _part(folder: Path, name: str, where: str, *, needed: bool) -> Path | None:
    """Return the file of a part, None for one that the article does without."""
    inside = folder.resolve()
    with contextlib.suppress(OSError):  # a name that no file can have
        named = (inside / name).resolve()
        for path in (named, named.with_name(f"{named.name}.tex")):
            if path.is_relative_to(inside) and path.is_file():
                return path
    if needed:
        raise SourceError(f"the article inputs “{name}”, which is not beside it", where=where, mend=f"put {name} into its folder")
    return None


def _bytes(path: Path, where: str) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        raise SourceError(f"its part {path.name} cannot be read", where=where, mend="check its permissions") from error
    if len(data) > _LARGEST:
        raise SourceError(f"its part {path.name} is too large", where=where, mend="give the article as PDF")
    return data
