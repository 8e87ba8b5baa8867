"""Write plain text piece by piece while keeping the source slice of every character."""

from __future__ import annotations

from array import array

from sodiokg.model import Plain

__all__ = ["Writer"]


class Writer:
    """The plain text in the making: pieces of text, and for every character the source slice that it stands for.

    A blank is not written at the start of a paragraph or after another blank.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.pieces: list[str] = []
        self.offsets = array("l", range(len(source) + 1))  # of which runs are copied whole
        self.starts = array("l")
        self.ends = array("l")
        self.last = "\n"
        self.pending = -1  # an opening mark that belongs to the next character

    def plain(self) -> Plain:
        """Return what was written, without white space at its end."""
        while self.last in " \n" and self.starts:
            self.take_back()
        return Plain("".join(self.pieces), self.starts, self.ends)

    def await_first(self, mark: int) -> None:
        """Give an opening mark to the next character, unless an earlier one waits already."""
        if self.pending < 0:
            self.pending = mark

    def copy(self, start: int, end: int) -> None:
        """Write a run of source that stands for itself."""
        if self.source[start] == " " and self.last in " \n":
            start += 1
            if start == end:
                return
        self.pieces.append(self.source[start:end])
        self.starts += self.offsets[start:end]
        self.ends += self.offsets[start + 1 : end + 1]
        self._attach(end - start)

    def put(self, words: str, start: int, end: int) -> int:
        """Write characters that all stand for the same source slice, and return the slice's end."""
        if words and not (words == " " and self.last in " \n"):
            self.pieces.append(words)
            self.starts.extend([start] * len(words))
            self.ends.extend([end] * len(words))
            self._attach(len(words))
        return end

    def _attach(self, count: int) -> None:
        """Give the opening mark before it to the first of the characters just written."""
        self.last = self.pieces[-1][-1]
        if self.pending >= 0:
            self.starts[-count] = self.pending
            self.pending = -1

    def tail(self, length: int) -> str:
        """Return up to `length` of the characters written last."""
        tail = ""
        for piece in reversed(self.pieces):
            tail = piece[-length:] + tail
            if len(tail) >= length:
                break
        return tail[-length:]

    def take_back(self) -> None:
        """Remove the last character written."""
        piece = self.pieces.pop()
        if len(piece) > 1:
            self.pieces.append(piece[:-1])
        self.starts.pop()
        self.ends.pop()
        self.last = self.pieces[-1][-1] if self.pieces else "\n"

    def shut(self, length: int, mark: int, end: int) -> int:
        """Shut a group: its closing mark belongs to the last character that it holds."""
        if len(self.starts) > length:
            self.ends[-1] = end
        elif self.pending == mark:
            self.pending = -1
        return end
