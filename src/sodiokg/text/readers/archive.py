"""Open the ZIP archive that a .docx is, within limits: a bomb is refused before anything is unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Final

from sodiokg.errors import SourceError

__all__ = ["Archive"]

# What zipfile raises for archives that are cut off, changed or encrypted.
_DAMAGED: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)
_MEND: Final = "open it in Word, copy its text into a new document and save that"
_MOST_PARTS: Final = 10_000
# The XML of a thesis has some 10 MB and shrinks to a twentieth of it.
_LARGEST_PART: Final = 64 * 2**20
_LARGEST_RATIO: Final = 200
# Below this size a large ratio does no harm (bytes).
_HARMLESS: Final = 2**20


class Archive:
    """The parts of a .docx; raises SourceError for what is no archive, is damaged, encrypted or a bomb."""

    def __init__(self, data: bytes, where: str) -> None:
        self.where = where
        if data.startswith(b"\xd0\xcf\x11\xe0"):
            mend = "remove the password in Word, or save the old .doc as .docx"
            raise SourceError("this is an encrypted or an old Word file", where=where, mend=mend)
        try:
            self.parts = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGED as error:
            mend = "get the file again, or open it in Word and save it as .docx"
            raise SourceError("this is no .docx, or one that is cut off", where=where, mend=mend) from error
        if len(self.parts.infolist()) > _MOST_PARTS:
            raise SourceError(f"the archive has more than {_MOST_PARTS:,} parts", where=where, mend=_MEND)

    def part(self, name: str) -> bytes | None:
        """Return the bytes of a part, None where there is none."""
        try:
            entry = self.parts.getinfo(name)
        except KeyError:
            return None
        if entry.file_size > _LARGEST_PART or entry.file_size > max(_HARMLESS, _LARGEST_RATIO * entry.compress_size):
            what = f"{name} unpacks to {entry.file_size:,} bytes from {entry.compress_size:,}, as a ZIP bomb does"
            raise SourceError(what, where=self.where, mend=_MEND)
        try:
            with self.parts.open(entry) as stream:
                # What the archive says of its size may be a lie.
                data = stream.read(entry.file_size + 1)
        except _DAMAGED as error:
            mend = "get the file again, or open it in Word and save it anew"
            raise SourceError(f"{name} in the archive is damaged", where=self.where, mend=mend) from error
        return data
