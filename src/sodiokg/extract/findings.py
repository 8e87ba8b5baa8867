"""What the lexicon finds in a document, looked up once: cues and materials of every sentence, by place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sodiokg.extract.cues import Hit
from sodiokg.extract.lexicon import Lexicon
from sodiokg.extract.materials import Mention, find_mentions, local_names
from sodiokg.extract.naming import index_names
from sodiokg.model import Document
from sodiokg.text.language import ENGLISH

__all__ = ["Findings", "find"]


@dataclass(frozen=True, slots=True)
class Findings:
    """Cues and material mentions of a document, one sorted tuple for each of its sentences."""

    lexicon: Lexicon
    starts: Sequence[int]
    ends: Sequence[int]
    cues: Sequence[tuple[Hit, ...]]
    materials: Sequence[tuple[Mention, ...]]

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Yield (sentence number, start, end) of the parts of sentences that lie in a stretch of plain text."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        for number in range(first, bisect_left(self.starts, end)):
            left, right = max(self.starts[number], start), min(self.ends[number], end)
            if left < right:
                yield number, left, right

    def hits(self, number: int, start: int, end: int) -> list[Hit]:
        """Return the cues of one sentence that lie in ``[start:end]``."""
        return [hit for hit in self.cues[number] if start <= hit.start and hit.end <= end]

    def mentions(self, start: int, end: int) -> list[Mention]:
        """Return the materials named in a stretch of plain text."""
        return [
            m
            for number, left, right in self.pieces(start, end)
            for m in self.materials[number]
            if left <= m.start and m.end <= right
        ]


def find(document: Document, lexicon: Lexicon) -> Findings:
    """Look every English sentence of a document up in the lexicon, abbreviations that the document defines included."""
    text = document.plain.text
    places, names = zip(*local_names(document, lexicon), strict=True)
    local = [index_names(those) for those in names]
    bounds = [(sentence.start, sentence.end) for sentence in document.sentences]
    read = [(start, end if s.language == ENGLISH else start) for s, (start, end) in zip(document.sentences, bounds, strict=True)]
    return Findings(
        lexicon,
        [start for start, _ in bounds],
        [end for _, end in bounds],
        [tuple(lexicon.hits(text, start, end)) for start, end in read],
        [tuple(find_mentions(text, start, end, lexicon, local[bisect_left(places, end) - 1])) for start, end in read],
    )
