"""A proof as a picture: the conclusion on the left, what it rests on to the right of it, quotes and axioms at the ends.

The same proof gives the same bytes. Every step is a box as high as its words; the boxes of what a step rests on stand under each other and
the step in their middle. Words that several steps of one column were read from stand there once.
"""

from __future__ import annotations

import html
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sodiokg.explanation.answers import Explanation, Reasons
from sodiokg.reason.evidence import Ground

__all__ = ["drawn"]

_BOX, _GAP, _SPACE, _MARGIN = 320, 46, 12, 20
_LINE, _PAD, _LETTERS = 16, 9, 44
_TITLE: Final = 34
_WIDTH: Final = 700  # at least
# Fill and stroke by kind; a legend names them, so that colour says nothing alone.
_COLOURS: Final = {
    "inferred": ("#e6f0fa", "#0072b2"),
    "lifted": ("#e7f5ef", "#009e73"),
    "computed": ("#fbeee2", "#d55e00"),
    "stated": ("#f3f3f3", "#555555"),
    "quoted": ("#fffbe6", "#8a6d00"),
    "axiom": ("#f8ecf3", "#a8507f"),
    "missing": ("#ffffff", "#b00020"),
}
_HOW: Final = {"inferred": "follows", "quoted": "quote"}
_MOST: Final = 12  # lines of one box


@dataclass(frozen=True, slots=True)
class _Box:
    """A step with its lines, its place, the boxes to its right, and boxes there that stand for other steps already."""

    ground: Ground
    lines: tuple[str, ...]
    x: int
    y: int
    height: int
    parts: tuple[_Box, ...] = ()
    shared: tuple[_Box, ...] = ()

    @property
    def middle(self) -> int:
        """Where lines meet the box."""
        return self.y + self.height // 2


def drawn(reasons: Reasons, standing: Mapping[str, str]) -> str:
    """Return the first proof of the first statement as SVG, with title and description for those who do not see it.

    `standing` says in words what each status means; below the title stands that of the statement, and how it may be wrong.
    """
    proofs = [(one, proof) for one in reasons.found for proof in one.proofs]
    title = proofs[0][0].statement if proofs else f"{reasons.question} Nothing is known that gives an answer."
    below = _below(proofs[0][0], standing) if proofs else ()
    top = _MARGIN + _TITLE + _LINE * len(below)
    box, bottom = _placed(proofs[0][1], _MARGIN, top, {}) if proofs else (None, top)
    boxes = list(_all(box)) if box else []
    width = max((one.x + _BOX for one in boxes), default=8 * len(title) + _MARGIN) + _MARGIN
    width, height = max(width, _WIDTH), bottom + 2 * _MARGIN
    return "".join(_svg(title, below, boxes, width, height))


def _below(one: Explanation, standing: Mapping[str, str]) -> tuple[str, ...]:
    """Return what stands below the title."""
    return standing[one.status], *textwrap.wrap(f"May be wrong: {one.caveat}" if one.caveat else "", _WIDTH // 7)


def _svg(title: str, below: tuple[str, ...], boxes: list[_Box], width: int, height: int) -> Iterator[str]:
    yield f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img"'
    yield ' font-family="DejaVu Sans, Helvetica, Arial, sans-serif" font-size="12">\n'
    yield f"<title>{html.escape(title)}</title>\n"
    yield f"<desc>{html.escape('; '.join(one.ground.words for one in boxes))}</desc>\n"
    yield f'<rect width="{width}" height="{height}" fill="#ffffff"/>\n'
    shown = textwrap.shorten(title, (width - 2 * _MARGIN) // 8, placeholder=" …")
    yield f'<text x="{_MARGIN}" y="{_MARGIN + 12}" font-size="14" font-weight="bold" fill="#222222">{html.escape(shown)}</text>\n'
    for place, line in enumerate(below):
        y = _MARGIN + 32 + _LINE * place
        yield f'<text x="{_MARGIN}" y="{y}" font-style="italic" fill="#555555">{html.escape(line)}</text>\n'
    for box in boxes:
        yield from (_edge(box, part) for part in (*box.parts, *box.shared))
    for box in boxes:
        yield from _drawn(box)
    yield from _legend({box.ground.kind for box in boxes}, height)
    yield "</svg>\n"


def _placed(ground: Ground, x: int, y: int, quotes: dict[tuple[int, Ground], _Box]) -> tuple[_Box, int]:
    """Return a step's box and where the next may begin below it; a quote that stands in its column already is not placed again."""
    lines = _lines(ground)
    height = len(lines) * _LINE + 2 * _PAD
    parts, shared, below = list[_Box](), list[_Box](), y
    for part in ground.grounds:
        if (known := quotes.get((x, part))) is not None:
            shared.append(known)
            continue
        box, below = _placed(part, x + _BOX + _GAP, below, quotes)
        parts.append(box)
        if part.kind == "quoted":
            quotes[x, part] = box
    top = y
    if parts:
        middle = (parts[0].y + parts[-1].y + parts[-1].height) // 2
        top = max(y, middle - height // 2)
    return _Box(ground, lines, x, top, height, tuple(parts), tuple(shared)), max(below, top + height + _SPACE)


def _lines(ground: Ground) -> tuple[str, ...]:
    """Return what a box says: how, the words, and whose they are."""
    words = f"“{ground.words}”" if ground.kind == "quoted" else ground.words
    told = textwrap.wrap(words, _LETTERS, break_on_hyphens=False)
    told = [*told[: _MOST - 1], "…”" if ground.kind == "quoted" else "…"] if len(told) > _MOST else told
    return (_HOW.get(ground.kind, ground.kind), *told, *textwrap.wrap(ground.source, _LETTERS))


def _all(box: _Box) -> Iterator[_Box]:
    yield box
    for part in box.parts:
        yield from _all(part)


def _edge(box: _Box, part: _Box) -> str:
    start, end = box.x + _BOX, part.x
    half = (start + end) // 2
    path = f"M{start},{box.middle}C{half},{box.middle} {half},{part.middle} {end},{part.middle}"
    return f'<path d="{path}" fill="none" stroke="#999999"/>\n'


def _drawn(box: _Box) -> Iterator[str]:
    fill, stroke = _COLOURS[box.ground.kind]
    dashes = ' stroke-dasharray="5 3"' if box.ground.kind == "missing" else ""
    yield f'<rect x="{box.x}" y="{box.y}" width="{_BOX}" height="{box.height}" rx="5" fill="{fill}" stroke="{stroke}"{dashes}/>\n'
    told = len(textwrap.wrap(box.ground.source, _LETTERS))
    for place, line in enumerate(box.lines):
        style = f'fill="{stroke}" font-weight="bold"' if place == 0 else 'fill="#222222"'
        style = 'fill="#555555" font-style="italic"' if place >= len(box.lines) - told else style
        yield f'<text x="{box.x + _PAD}" y="{box.y + _PAD + _LINE * place + 11}" {style}>{html.escape(line)}</text>\n'


def _legend(kinds: set[str], height: int) -> Iterator[str]:
    x = _MARGIN
    for kind, (fill, stroke) in _COLOURS.items():
        if kind in kinds:
            y = height - _MARGIN - 2
            yield f'<rect x="{x}" y="{y - 10}" width="12" height="12" fill="{fill}" stroke="{stroke}"/>\n'
            yield f'<text x="{x + 17}" y="{y}" fill="#222222">{_HOW.get(kind, kind)}</text>\n'
            x += 100
