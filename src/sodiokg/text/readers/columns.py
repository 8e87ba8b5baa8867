"""Put the words of a page into lines, and the lines into reading order: bands from top to bottom, columns from left to right."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import median
from typing import Final

from sodiokg.text.readers.glyphs import Word
from sodiokg.text.readers.manuscript import lowered, raised

__all__ = ["Line", "find_gutter", "lines_in_order"]

# All in parts of the type size.
_ON_LINE: Final = 0.12
_RAISED: Final = 0.75
_LOWERED: Final = 0.45
_SMALL: Final = 0.88
_NUMBER_CELL: Final = re.compile(r"^(\W?\d[\d.]{0,8}\W?)\t")
_TOUCHING: Final = 0.35
_CELL: Final = 2.5
_GUTTER: Final = 3.0  # half the width of the strip between columns that must be free (points)
_FEWEST_ROWS: Final = 6
_FILLED: Final = 0.6
# Prose has so many words in a line of a column.
_PROSE: Final = 4
_MOST_CROSSING: Final = 0.3
_STEP: Final = 2.0  # points
_CANDIDATES: Final = 12


@dataclass(slots=True)
class Line:
    """A line of a column; `band` counts the columns of the document in reading order."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool
    column: tuple[float, float] = (0.0, 0.0)
    band: int = 0


@dataclass(slots=True)
class _Row:
    baseline: float
    size: float
    words: list[tuple[float, str, Word]] = field(default_factory=list)


def lines_in_order(words: list[Word], gutter: float | None) -> list[Line]:
    """Return the lines of one page in reading order; its columns stand on both sides of the gutter."""
    lines: list[Line] = []
    for band, column in enumerate(_columns(words, gutter)):
        found = [_line(row) for row in _rows(column)]
        edges = (min(line.left for line in found), max(line.right for line in found)) if found else (0.0, 0.0)
        for line in found:
            line.column, line.band = edges, band
        lines += found
    return lines


def _rows(words: list[Word]) -> list[_Row]:
    """Gather words on one baseline; small ones above or below it that touch a word of it are its scripts."""
    rows: list[_Row] = []
    for word in sorted(words, key=lambda word: (-round(word.size, 1), word.left)):
        home = _home(rows, word)
        if home is None:
            row = _Row(word.baseline, word.size, [(word.left, "", word)])
            insort(rows, row, key=lambda row: row.baseline)
        else:
            row, script = home
            row.words.append((word.left, script, word))
    return rows[::-1]


def _home(rows: list[_Row], word: Word) -> tuple[_Row, str] | None:
    reach = 3 * word.size
    first = bisect_left(rows, word.baseline - reach, key=lambda row: row.baseline)
    best: tuple[float, _Row, str] | None = None
    for row in rows[first:]:
        shift = (word.baseline - row.baseline) / row.size
        if word.baseline + reach < row.baseline:
            break
        if abs(shift) <= _ON_LINE and word.size > 0.5 * row.size:
            return row, ""
        near = -_LOWERED <= shift <= _RAISED and (word.size <= _SMALL * row.size or abs(shift) < 0.4)
        if near and _touches(row, word) and (best is None or abs(shift) < best[0]):
            best = abs(shift), row, "^" if shift > 0 else "_"
    return best[1:] if best else None


def _touches(row: _Row, word: Word) -> bool:
    reach = _TOUCHING * row.size
    return any(-reach < word.left - other.right < reach for _, _, other in row.words)


def _line(row: _Row) -> Line:
    words = sorted(row.words, key=lambda placed: placed[0])
    # Longest word first decides: bold only where nearly all of it is.
    bold = sum(len(word.text) for _, _, word in words if word.bold)
    # The number of a heading or an entry is no cell.
    text = _NUMBER_CELL.sub(r"\1 ", "".join(_pieces(words, row.size)))
    left, right = words[0][2].left, max(word.right for _, _, word in words)
    return Line(text, left, right, row.baseline, row.size, bold * 10 > 8 * sum(len(word.text) for _, _, word in words))


def _pieces(words: list[tuple[float, str, Word]], size: float) -> Iterator[str]:
    """Yield the words of a line with blanks where the gaps are, a tab between cells of a table, runs of scripts marked."""
    gathered, mark, right = "", "", words[0][2].left
    for left, script, word in words:
        scripted = bool(script or mark)
        # A slanted letter reaches over the blank behind it.
        printed = word.printed_blank or (word.seen_blank and not scripted)
        gap = left - right
        blank = "\t" if gap > _CELL * size else " " if gap > (-0.1 if printed else 0.12 if scripted else 0.16) * size else ""
        if script != mark:
            yield _marked(mark, gathered)
            yield "" if script else blank
            gathered = word.text
        else:
            gathered += blank + word.text
        mark, right = script, max(right, word.right)
    yield _marked(mark, gathered)


def _marked(mark: str, words: str) -> str:
    if not mark:
        return words
    return raised(words) if mark == "^" else lowered(words)


def _columns(words: list[Word], gutter: float | None) -> Iterator[list[Word]]:
    """Yield the words of each column of each band, in reading order."""
    if gutter is None:
        if words:
            yield words
        return
    rows = _word_rows(words)
    wide: list[Word] = []
    sides: tuple[list[Word], list[Word]] = ([], [])
    for row, below in zip(rows, [*rows[1:], []], strict=True):
        if _crosses(row, gutter) or (wide and not any(sides) and _ends_wide(wide, row, below, gutter)):
            yield from filter(None, sides)
            sides = ([], [])
            wide += row
        else:
            if wide:
                yield wide
            wide = []
            for word in row:
                sides[word.left > gutter].append(word)
    yield from filter(None, (*sides, wide))


def _ends_wide(wide: list[Word], row: list[Word], below: list[Word], gutter: float) -> bool:
    """Return whether a short row is the last line of the paragraph across both columns above it."""
    size = row[0].size
    close = wide[-1].baseline - row[0].baseline < 1.5 * size and all(word.right < gutter for word in row)
    return close and (not below or row[0].baseline - below[0].baseline > 1.5 * size)


def _word_rows(words: list[Word]) -> list[list[Word]]:
    """Return words in rows across the page, from top to bottom."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (-word.baseline, word.left)):
        if rows and rows[-1][0].baseline - word.baseline < 0.3 * word.size:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda word: word.left) for row in rows]


def _crosses(row: list[Word], gutter: float) -> bool:
    if any(word.left < gutter < word.right for word in row):
        return True
    before = [word.right for word in row if word.right <= gutter]
    after = [word.left for word in row if word.left >= gutter]
    return bool(before and after) and min(after) - max(before) < 0.6 * row[0].size


def find_gutter(words: list[Word], usual: float | None = None) -> float | None:
    """Return where the strip between two columns of dense text runs, None for a page of one column.

    `usual` is the gutter of the page before: a page that shows too little of its own may have the same.
    """
    if len(words) < 2 * _FEWEST_ROWS:
        return None
    low, high = min(word.left for word in words), max(word.right for word in words)
    width = high - low
    rows = _word_rows(words)
    best: tuple[int, float] | None = None
    for at in _clearest(words, low, width):
        beside = _beside(rows, at)
        if beside is not None and (best is None or beside > best[0]):
            best = beside, at
    if best is None and usual is not None:
        crossing = sum(_crosses(row, usual) for row in rows)
        return usual if crossing < _MOST_CROSSING * len(rows) else None
    return None if best is None else _middle(rows, best[1])


def _clearest(words: list[Word], low: float, width: float) -> list[float]:
    """Return the few places in the middle of a page that the fewest words cover."""
    covered = [0] * (int(width / _STEP) + 2)
    for word in words:
        for place in range(int((word.left - low) / _STEP), int((word.right - low) / _STEP) + 1):
            covered[place] += 1
    middle = range(int(0.3 * width / _STEP), int(0.7 * width / _STEP))
    return [low + (place + 0.5) * _STEP for place in sorted(middle, key=lambda place: covered[place])[:_CANDIDATES]]


def _beside(rows: list[list[Word]], at: float) -> int | None:
    """Return how many rows stand on both sides of a free strip, None where it is no gutter."""
    blocked = words_beside = 0
    left: list[float] = []
    right: list[float] = []
    for row in rows:
        if any(word.left < at + _GUTTER and word.right > at - _GUTTER for word in row):
            blocked += 1
            continue
        for side, inner in ((left, [w for w in row if w.right < at]), (right, [w for w in row if w.left > at])):
            if inner:
                span = max(w.right for w in inner) - min(w.left for w in inner)
                edge = at - inner[-1].right if side is left else inner[0].left - at
                words_beside += len(inner) if side is right else 0
                side.append(sum(w.right - w.left for w in inner) / max(span, 1.0) if edge < 60 else 0.0)
    fewest, most = sorted((len(left), len(right)))
    # The last page of an article may have few lines in its right column.
    enough = fewest >= _FEWEST_ROWS or (
        fewest > 1 and most >= _FEWEST_ROWS and blocked < fewest and words_beside >= _PROSE * fewest
    )
    if not enough or fewest < 0.35 * blocked or median(left) < _FILLED or median(right) < _FILLED:
        return None
    return most + fewest - blocked


def _middle(rows: list[list[Word]], at: float) -> float:
    """Return the middle of the gutter that a place lies in."""
    free = [row for row in rows if not any(word.left < at + _GUTTER and word.right > at - _GUTTER for word in row)]
    left = max((word.right for row in free for word in row if word.right < at), default=at)
    right = min((word.left for row in free for word in row if word.left > at), default=at)
    return (left + right) / 2
