"""Compare every row of the link tables that ship with the very package or file that the row says it was seen in.

Run ``pip install chemicals==1.5.2 mendeleev==1.3.0 ncrystal==4.4.6``, then ``python benchmarks/links.py [FOLDER]``. FOLDER holds
checkouts at the commits that rows name, as OWNER/REPOSITORY; rows on a repository that is not there, and rows that name no file, are
counted as not compared. A row that differs is printed.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Final

from measuring import show
from sodiokg.graph.links import Link, link_files, read_links

__all__ = ["main"]

_CHEMICALS: Final = re.compile(r"PyPI chemicals==\S+ chemicals\.identifiers\.search_chemical\('(.+)'\)")
_MENDELEEV: Final = re.compile(r"PyPI mendeleev==\S+ element\('(\w+)'\)\.cas")
_NCRYSTAL: Final = re.compile(r"PyPI ncrystal==\S+ (stdlib::\S+)")
_FILE: Final = re.compile(r"(?:github:)?([\w-]+/[\w.-]+)@\w+ (\S+)")
# Fields of a compound in `chemicals`, by the prefix of the identifier.
_FIELDS: Final = {"CAS": "CASs", "PUBCHEM": "pubchemid", "INCHIKEY": "InChI_key"}
_NEAR: Final = 3000  # characters between an identifier and the label of its entry


def outcome(link: Link, folder: Path | None) -> tuple[str, str]:
    """Return the source of a row in short, and "same", "differs" or "not compared"."""
    prefix, identifier = link.object_id.split(":", 1)
    if found := _CHEMICALS.fullmatch(link.seen_in):
        told = str(getattr(_compound(found[1]), _FIELDS[prefix]))
        return "chemicals", _same(told == identifier)
    if found := _MENDELEEV.fullmatch(link.seen_in):
        return "mendeleev", _same(str(import_module("mendeleev").element(found[1]).cas) == identifier)
    if found := _NCRYSTAL.fullmatch(link.seen_in):
        text = str(import_module("NCrystal").createTextData(found[1]).rawData)
        return "ncrystal", _same(re.search(rf"{re.escape(identifier)}(?!\d)", text) is not None)
    found = _FILE.fullmatch(link.seen_in)
    path = folder / found[1] / found[2] if folder and found else None
    if found is None or path is None or not path.is_file():
        return found[1] if found else "a file that is not named", "not compared"
    return found[1], _same(any(link.object_label in entry for entry in _entries(path, identifier)))


def _same(held: bool) -> str:
    return "same" if held else "differs"


@cache
def _compound(name: str) -> object:
    """Return what `chemicals` finds, which publishes no types."""
    found: object = import_module("chemicals.identifiers").search_chemical(name)
    return found


def _entries(path: Path, identifier: str) -> Iterator[str]:
    """Yield the paragraph around each place where a file has an identifier as a word; of an endless one, what is near."""
    text = _text(path)
    for place in re.finditer(rf"(?<![A-Za-z0-9]){re.escape(identifier)}(?![A-Za-z0-9])", text):
        start, end = text.rfind("\n\n", 0, place.start()), text.find("\n\n", place.end())
        yield text[max(start, place.start() - _NEAR, 0) : min(end if end > 0 else len(text), place.end() + _NEAR)]


@cache
def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def main() -> None:
    """Print how many rows of each source are as it has them."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    counts: dict[str, Counter[str]] = {}
    for link in (link for path in link_files() for link in read_links(path)):
        source, found = outcome(link, folder)
        counts.setdefault(source, Counter())[found] += 1
        if found == "differs":
            sys.stdout.write(f"differs: {link.subject_id} {link.object_id} {link.object_label}, {link.seen_in}\n")
    names = ("same", "differs", "not compared")
    rows = [[source, *(str(found[name]) for name in names)] for source, found in sorted(counts.items())]
    total = sum(counts.values(), Counter[str]())
    show(
        "Rows of the link tables against their sources",
        ("source", *names),
        [*rows, ["all", *(str(total[name]) for name in names)]],
    )


if __name__ == "__main__":
    main()
