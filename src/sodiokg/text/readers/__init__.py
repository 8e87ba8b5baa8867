"""Read formats that are no plain text: each module has `read(data, where)`, which gives the text that offsets count in.

The text is written in the Markdown that `sodiokg.text.normalise` understands: ``## 2. Results``, ``Na_{15}Sn_{4}``,
``cm^{-2}``, ``[3,5]``, and a reference list of numbered entries. The same bytes always give the same text.
"""

from __future__ import annotations

from importlib import import_module
from typing import Final

from sodiokg.errors import MissingExtraError

__all__ = ["FORMATS", "read_format"]

# Ending -> module of this package.
FORMATS: Final = {
    ".docx": "docx",
    ".htm": "html",
    ".html": "html",
    ".nxml": "jats",
    ".pdf": "pdf",
    ".tex": "tex",
    ".xhtml": "html",
    ".xml": "jats",
}


def read_format(ending: str, data: bytes, where: str) -> str:
    """Return the text of a file of one of the FORMATS.

    Raises SourceError for data that cannot be read and MissingExtraError where the packages that read it are not installed.
    """
    try:
        reader = import_module(f"{__name__}.{FORMATS[ending]}")
    except ModuleNotFoundError as error:
        what = f"reading {ending} needs {error.name}, which is not installed"
        raise MissingExtraError(what, where=where, mend="run: pip install 'sodiokg[readers]'") from error
    text: str = reader.read(data, where)
    return text
