"""Which work an author named in a sentence is cited for, and whether the reference list agrees."""

from __future__ import annotations

from collections.abc import Sequence

from sodiokg.extract.authors import Author
from sodiokg.model import Document, Remark, RemarkKind
from sodiokg.text.author_year import Listing
from sodiokg.text.authors import author_key

__all__ = ["Naming", "Works"]

Works = tuple[int | str, ...]


class Naming:
    """The works that authors have been named for so far, and what is wrong with the names."""

    def __init__(self, document: Document, listing: Listing) -> None:
        self.remarks: list[Remark] = []
        self._listing = listing
        self._entries = {entry.number: entry for entry in document.references if entry.surname}

        self._before: dict[str, Works] = {}

    def works(self, author: Author, near: Sequence[Works], soon: Works) -> Works:
        """Return the work of an author: what is cited `near`, in the sentence, else `soon` after if it is by that name, else what the name alone tells.

        A name alone tells the work that it stood for before, else the only entry of that name; else it is its own key.
        """
        if near:
            found = next((works for works in near if self._fits(author, works)), near[0])
        elif soon and (self._fits(author, soon) or not self._entries):
            found = soon
        else:
            found = self._by_name(author) or (soon if len(soon) == 1 and not self._listing.by(author.name) else (author.told,))
        self.check(author, found)
        return found

    def meant(self, authors: Sequence[Author], works: Works) -> Author:
        """Return which of the authors beside one citation it is of: who is in its entry, else the first."""
        return next((author for author in authors if self._fits(author, works)), authors[0])

    def check(self, author: Author, works: Works) -> None:
        """Remember the work of an author and remark where name or year differ from the entry's, or the list lacks the name."""
        if len(works) == 1:
            self._before[author_key(author.name)] = works
        entries = [self._entries[work] for work in works if isinstance(work, int) and work in self._entries]
        if works == (author.told,) and self._listing:
            self._remark(author, "unlisted", f"“{author.told}” is cited by no number" + self._others(author))
        if not entries:
            return
        written = ", ".join(f"[{entry.number}] {entry.label}" for entry in entries)
        by_name = [entry for entry in entries if author.wrote(entry)]
        if not by_name:
            self._remark(author, "name_differs", f"“{author.told}” is no author of what is cited: {written}")
        elif author.year and all(entry.year not in (None, author.year) for entry in by_name):
            self._remark(author, "year_differs", f"“{author.told}” has another year than what is cited: {written}")

    def _fits(self, author: Author, works: Works) -> bool:
        return any(work in self._entries and author.wrote(self._entries[work]) for work in works if isinstance(work, int))

    def _by_name(self, author: Author) -> Works:
        before = self._before.get(author_key(author.name))
        named = self._listing.by(author.name)
        if before and (not author.year or len(named) < 2):
            return before
        fitting = [entry for entry in named if author.year in (None, entry.year)] or named
        return (fitting[0].number,) if len(fitting) == 1 else ()

    def _others(self, author: Author) -> str:
        """Say which entries of the list the name has."""
        named = self._listing.by(author.name)
        if not named:
            return " and is not in the reference list"
        return ", and may be any of " + ", ".join(f"[{entry.number}]" for entry in named)

    def _remark(self, author: Author, kind: RemarkKind, what: str) -> None:
        self.remarks.append(Remark(author.start, author.end, kind, what))
