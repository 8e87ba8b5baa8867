"""Pictures of parts of the ontology as SVG, laid out by rule: the same terms give the same picture.

Boxes link to the terms of the page that they stand on; colours come from the page's style sheet by class.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

__all__ = ["Box", "Edge", "columns", "grid", "svg", "tree"]

_CHARACTER: Final = 7.0  # pixels of one character of 12-pixel sans-serif, on the wide side
_HEIGHT: Final = 20
_ROW: Final = 26
_GAP: Final = 90
_INDENT: Final = 22


@dataclass(frozen=True, slots=True)
class Box:
    """A term in a picture, at its upper left corner."""

    name: str
    label: str
    kind: str
    x: float = 0
    y: float = 0

    @property
    def width(self) -> float:
        """Return the width that the label needs."""
        return len(self.label) * _CHARACTER + 16

    @property
    def middle(self) -> float:
        """Return the height of the middle line."""
        return self.y + _HEIGHT / 2


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from one box to another, by their names, with the words on it."""

    start: str
    end: str
    label: str = ""
    kind: str = "line"


def svg(title: str, boxes: Sequence[Box], edges: Iterable[Edge]) -> str:
    """Return a picture of boxes and edges that a reader of the screen is told the title of."""
    placed = {box.name: box for box in boxes}
    width = max((box.x + box.width for box in boxes), default=0) + 10
    height = max((box.y for box in boxes), default=0) + _HEIGHT + 10
    lines = "".join(_line(placed[edge.start], placed[edge.end], edge) for edge in edges)
    drawn = "".join(map(_drawn, boxes))
    tip = '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>'
    return (
        f'<svg class="picture" role="img" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}">'
        f"<title>{escape(title)}</title>{tip}{lines}{drawn}</svg>"
    )


def _drawn(box: Box) -> str:
    return (
        f'<a href="#{escape(box.name)}"><g class="box {escape(box.kind)}"><rect x="{box.x:.0f}" y="{box.y:.0f}" width="{box.width:.0f}" '
        f'height="{_HEIGHT}" rx="4"/><text x="{box.x + 8:.0f}" y="{box.y + 14:.0f}">{escape(box.label)}</text></g></a>'
    )


def _line(start: Box, end: Box, edge: Edge) -> str:
    """Return a curve from the right side of one box to the left side of the other, or between their nearest edges in one column."""
    if edge.kind == "elbow":
        return f'<path class="line" d="M{start.x + 8:.0f} {start.y + _HEIGHT:.0f}V{end.middle:.0f}H{end.x:.0f}"/>'
    if end.x >= start.x + start.width:
        from_, to = (start.x + start.width, start.middle), (end.x, end.middle)
    elif start.x >= end.x + end.width:
        from_, to = (start.x, start.middle), (end.x + end.width, end.middle)
    else:
        below = end.y > start.y
        middle = (max(start.x, end.x) + min(start.x + start.width, end.x + end.width)) / 2
        from_, to = (middle, start.y + _HEIGHT * below), (middle, end.y + _HEIGHT * (not below))
    bend = (from_[0] + to[0]) / 2 if from_[0] != to[0] else from_[0]
    ends = f"M{from_[0]:.0f} {from_[1]:.0f}", f"{to[0]:.0f} {to[1]:.0f}"
    if edge.kind == "arrow":
        line = f'<path class="line" marker-end="url(#tip)" d="{ends[0]}L{ends[1]}"/>'
    else:
        line = f'<path class="{escape(edge.kind)}" d="{ends[0]}C{bend:.0f} {from_[1]:.0f} {bend:.0f} {to[1]:.0f} {ends[1]}"/>'
    if not edge.label:
        return line
    x, y = (from_[0] + to[0]) / 2, (from_[1] + to[1]) / 2
    return f'{line}<text class="word" x="{x:.0f}" y="{y - 3:.0f}">{escape(edge.label)}</text>'


def tree(root: Box, below: Mapping[str, Sequence[Box]], depth: int, left: float = 0) -> tuple[list[Box], list[Edge]]:
    """Return an indented tree from a left side on, one row for each box, down to a depth; what lies deeper is counted in the label."""
    boxes: list[Box] = []
    edges: list[Edge] = []

    def walk(box: Box, level: int) -> None:
        under = below.get(box.name, ())
        hidden = _count(box, below) if level == depth else 0
        label = f"{box.label} (+{hidden})" if hidden else box.label
        boxes.append(Box(box.name, label, box.kind, left + level * _INDENT, len(boxes) * _ROW))
        for child in under if level < depth else ():
            edges.append(Edge(box.name, child.name, "", "elbow"))
            walk(child, level + 1)

    walk(root, 0)
    return boxes, edges


def _count(box: Box, below: Mapping[str, Sequence[Box]]) -> int:
    return sum(1 + _count(child, below) for child in below.get(box.name, ()))


def columns(sides: Sequence[Sequence[Box]], edges: Sequence[Edge]) -> list[Box]:
    """Return boxes in columns around the second, which keeps its order; the others stand as near as they can to what they are joined to."""
    middle = {box.name: row * _ROW for row, box in enumerate(sides[1])}
    placed: list[Box] = []
    x = 0.0
    for number, side in enumerate(sides):
        heights = {box.name: middle[box.name] if number == 1 else _mean(box, edges, middle) for box in side}
        free = 0.0
        for place, box in enumerate(sorted(side, key=lambda box: (heights[box.name], box.label))):
            # Leave room for those that follow, so that no column grows longer than the middle one.
            last = (len(sides[1]) - len(side) + place) * _ROW
            y = max(free, min(heights[box.name], last))
            placed.append(Box(box.name, box.label, box.kind, x, y))
            free = y + _ROW
        x += max((box.width for box in side), default=0) + _GAP
    return placed


def _mean(box: Box, edges: Sequence[Edge], heights: Mapping[str, float]) -> float:
    joined = [
        heights[name]
        for edge in edges
        if box.name in (edge.start, edge.end)
        for name in (edge.start, edge.end)
        if name in heights
    ]
    return sum(joined) / len(joined) if joined else 0.0


def grid(rows: Sequence[Sequence[Box | None]], width: float, height: float) -> Iterator[Box]:
    """Yield boxes in the cells of a grid, each centred in its column."""
    for number, row in enumerate(rows):
        for column, box in enumerate(row):
            if box is not None:
                yield Box(box.name, box.label, box.kind, column * width + (width - box.width) / 2, number * height)
