"""Read the BibTeX files that ship: entries with braced or quoted fields, no macros and no string joining."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from sodiokg.errors import SourceError
from sodiokg.model import Reference
from sodiokg.text.normal import normalise

__all__ = ["parse_bibtex"]

_ENTRY: Final = re.compile(r"@(\w+)\s*([{(])")
_KEY: Final = re.compile(r"\s*([^\s,{}()=\"#%]+)\s*,")
_FIELD: Final = re.compile(r"\s*([A-Za-z][\w-]*)\s*=\s*")
# What a value holds only where its own end is missing: the next field, or the next entry.
_NEXT_FIELD: Final = re.compile(r",\s*\n\s*[A-Za-z][\w-]*\s*=\s*[{\"\d]|\n@\w+\s*\{")
_BARE: Final = re.compile(r"[\w.+-]+")
_AFTER: Final = re.compile(r"\s*(,?)\s*")
_SIGN: Final = re.compile(r"\\.|[{}\"]", re.DOTALL)
_ACCENT: Final = re.compile(r"\{?\\(?:([\"'`^~=.])\s?|([cuv])(?:\s|(?=\{)))\{?(\\?[A-Za-z])\}?\}?")
_MARKS: Final = {
    '"': "\u0308",
    "'": "\u0301",
    "`": "\u0300",
    "^": "\u0302",
    "~": "\u0303",
    "c": "\u0327",
    "=": "\u0304",
    ".": "\u0307",
    "u": "\u0306",
    "v": "\u030c",
}
_NUMBER: Final = re.compile(r"\breference (\d+)\b", re.IGNORECASE)
_SKIPPED: Final = frozenset({"comment", "preamble", "string"})


def parse_bibtex(text: str, path: str, *, numbered_only: bool = False) -> tuple[Reference, ...]:
    """Return the references of BibTeX, sorted by number: "reference 9" in an entry's note, else its place in the file.

    `numbered_only` leaves out the entries whose note names no number. Raises SourceError naming file, line and entry where it is broken.
    """
    return _Reader(path, text).references(numbered_only)


class _Reader:
    """One pass over a BibTeX file; a broken place raises SourceError."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.key = ""

    def references(self, numbered_only: bool) -> tuple[Reference, ...]:
        found: dict[str, Reference] = {}
        unnumbered: set[str] = set()
        at = 0
        while entry := _ENTRY.search(self.text, at):
            at = entry.end()
            if entry[1].lower() in _SKIPPED:
                continue
            self.key = ""
            key, at = self._entry_key(entry)
            if key in found:
                raise self._broken(f"the key {key!r} is used twice", entry.start())
            fields, at = self._fields(at, entry.start())
            found[key] = self._reference(fields, len(found) + 1, entry.start())
            if not _NUMBER.search(fields.get("note", "")):
                unnumbered.add(key)
        if not found:
            raise SourceError(
                "no BibTeX entry in this file", where=self.path, mend="entries look like @article{key, title = {...}}"
            )
        chosen = (reference for key, reference in found.items() if not (numbered_only and key in unnumbered))
        return tuple(sorted(chosen, key=lambda reference: reference.number))

    def _entry_key(self, entry: re.Match[str]) -> tuple[str, int]:
        key = _KEY.match(self.text, entry.end())
        if not key:
            raise self._broken("the entry has no key", entry.start())
        self.key = key[1]
        return key[1], key.end()

    def _fields(self, at: int, start: int) -> tuple[dict[str, str], int]:
        fields: dict[str, str] = {}
        while True:
            while at < len(self.text) and self.text[at].isspace():
                at += 1
            if self.text[at : at + 1] in ("}", ")"):
                return fields, at + 1
            field = _FIELD.match(self.text, at)
            if not field:
                what = "the entry is not closed" if at >= len(self.text) else "here should stand a field, like  year = {2020}"
                raise self._broken(what, start if at >= len(self.text) else at)
            value, at = self._value(field.end(), field[1])
            fields[field[1].lower()] = value
            after = _AFTER.match(self.text, at)
            closing = self.text[after.end() : after.end() + 1] if after else ""
            if after and not after[1] and closing not in ("}", ")"):
                raise self._broken(f"a comma is missing after the field {field[1]!r}", at - 1)
            at = after.end() if after else at

    def _value(self, at: int, name: str) -> tuple[str, int]:
        opening = self.text[at : at + 1]
        if opening not in ("{", '"'):
            bare = _BARE.match(self.text, at)
            if not bare:
                raise self._broken(f"the field {name!r} has no value", at - 1)
            return bare.group(), bare.end()
        depth = 0
        for sign in _SIGN.finditer(self.text, at + 1):
            if sign.group() == "{":
                depth += 1
            elif sign.group() == ("}" if opening == "{" else '"') and depth == 0:
                value = self.text[at + 1 : sign.start()]
                if _NEXT_FIELD.search(value):
                    break
                return value, sign.end()
            elif sign.group() == "}":
                depth -= 1
        raise self._broken(f"the value of the field {name!r} is not closed", at)

    def _reference(self, fields: dict[str, str], place: int, start: int) -> Reference:
        plain = {name: _plain(value) for name, value in fields.items()}
        for name in ("author", "title", "year"):
            if not plain.get(name):
                raise self._broken(f"the field {name!r} is missing", start)
        if not re.fullmatch(r"\d{4}", plain["year"]):
            raise self._broken(f"the year {plain['year']!r} is not four digits", start)
        noted = _NUMBER.search(plain.get("note", ""))
        authors = tuple(name for name in re.split(r"\s+and\s+", plain["author"]) if name != "others")
        journal, volume, pages = plain.get("journal", ""), plain.get("volume", ""), plain.get("pages", "")
        printed = f"{'; '.join(authors)} {plain['title']}. {journal} {plain['year']}, {volume}, {pages}."
        number = int(noted[1]) if noted else place
        return Reference(
            number, printed, authors, plain["title"], journal, int(plain["year"]), volume, pages, plain.get("doi", "")
        )

    def _broken(self, what: str, at: int) -> SourceError:
        line = self.text.count("\n", 0, at) + 1
        entry = f"entry {self.key!r}: " if self.key else ""
        return SourceError(f"{entry}{what}", where=f"{self.path}:{line}", mend="mend this BibTeX entry and try again")


def _plain(value: str) -> str:
    """Return a field's value in the plain normal form, without the braces that protect capitals."""
    value = _ACCENT.sub(_accented, value)
    words = normalise(value.replace("--", "-").replace("{", "\ue000").replace("}", "\ue001") if "\\" not in value else value).text
    return re.sub(r"[{}\ue000\ue001]", "", words).replace("\n\n", " ").strip()


def _accented(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", found[3].lstrip("\\") + _MARKS[found[1] or found[2]])
