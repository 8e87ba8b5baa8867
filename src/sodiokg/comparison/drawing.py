"""Plots as SVG, drawn from nothing but their points: the same points give the same bytes."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sodiokg.comparison.scales import Scale, scale_for

__all__ = ["Axis", "Picture", "Point", "Series", "drawn"]

_WIDTH: Final = 760
_LEFT, _RIGHT, _TOP, _HEIGHT = 84, 724, 56, 360
_BOTTOM: Final = _TOP + _HEIGHT
_MARGIN: Final = 22
_LINE: Final = 18
# Okabe and Ito's colours, which people who see colours differently can tell apart; shapes change with them.
_COLOURS: Final = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#8a6d00", "#56b4e9", "#444444")
_SHAPES: Final = (
    "M-5,0a5,5 0 1,0 10,0a5,5 0 1,0 -10,0z",
    "M-4.6,-4.6h9.2v9.2h-9.2z",
    "M0,-6l5.6,10h-11.2z",
    "M0,-6.4l5,6.4l-5,6.4l-5,-6.4z",
    "M0,6l5.6,-10h-11.2z",
    "M-2,-6h4v4h4v4h-4v4h-4v-4h-4v-4h4z",
)


@dataclass(frozen=True, slots=True)
class Point:
    """A test: the ends of both numbers, whether the upright one is a bound ("<", ">"), its label and what it is in words."""

    x: tuple[float, float]
    y: tuple[float, float]
    bound: str
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Series:
    """The points of one group."""

    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """What an axis shows, and in which unit."""

    name: str
    unit: str

    def __str__(self) -> str:
        return f"{self.name} ({self.unit})" if self.unit else self.name


@dataclass(frozen=True, slots=True)
class Picture:
    """All that a plot shows."""

    title: str
    caption: str
    x: Axis
    y: Axis
    series: tuple[Series, ...]


def drawn(picture: Picture) -> str:
    """Return the SVG, with title and description for those who do not see it."""
    points = [point for one in picture.series for point in one.points]
    across = scale_for([end for point in points for end in point.x])
    up = scale_for([end for point in points for end in point.y])
    legend = [textwrap.wrap(one.name, 96) for one in picture.series]
    caption = textwrap.wrap(picture.caption, 104)
    below = _BOTTOM + 66
    height = below + _LINE * (sum(map(len, legend)) + len(caption)) + 24
    words = ". ".join([picture.caption.rstrip("."), *(point.words for point in points)])
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}"'
            ' role="img" aria-labelledby="title desc" font-family="Helvetica, Arial, \'Liberation Sans\', \'DejaVu Sans\', sans-serif" font-size="13">',
            f'<title id="title">{_safe(picture.title)}</title>\n<desc id="desc">{_safe(words)}.</desc>',
            f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>',
            _text(_LEFT, 32, picture.title, ' font-size="16" font-weight="600"'),
            *_axes(picture, across, up),
            *_marks(picture, across, up),
            *_labels(picture, across, up),
            *_legend(legend, below),
            *(
                _text(_LEFT, below + _LINE * (sum(map(len, legend)) + place) + 12, line, ' fill="#444"')
                for place, line in enumerate(caption)
            ),
            "</svg>\n",
        ]
    )


def _safe(text: str) -> str:
    r"""Return text for SVG without what XML cannot hold.

    >>> _safe("a<b\x07")
    'a&lt;b'
    """
    return html.escape("".join(sign for sign in text if sign.isprintable() or sign == " "))


def _text(x: float, y: float, text: str, more: str = "") -> str:
    return f'<text x="{_round(x)}" y="{_round(y)}"{more}>{_safe(text)}</text>'


def _round(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _x(scale: Scale, value: float) -> float:
    return _LEFT + _MARGIN + scale.share(value) * (_RIGHT - _LEFT - 2 * _MARGIN)


def _y(scale: Scale, value: float) -> float:
    return _BOTTOM - _MARGIN - scale.share(value) * (_HEIGHT - 2 * _MARGIN)


def _axes(picture: Picture, across: Scale, up: Scale) -> Iterator[str]:
    yield f'<path d="M{_LEFT},{_TOP}V{_BOTTOM}H{_RIGHT}" fill="none" stroke="#333"/>'
    for tick in across.ticks:
        x = _round(_x(across, tick))
        yield f'<path d="M{x},{_TOP}V{_BOTTOM}" stroke="#e4e4e4"/><path d="M{x},{_BOTTOM}v5" stroke="#333"/>'
        yield _text(_x(across, tick), _BOTTOM + 20, f"{tick:g}", ' text-anchor="middle"')
    for tick in up.ticks:
        y = _round(_y(up, tick))
        yield f'<path d="M{_LEFT},{y}H{_RIGHT}" stroke="#e4e4e4"/><path d="M{_LEFT},{y}h-5" stroke="#333"/>'
        yield _text(_LEFT - 9, _y(up, tick) + 4, f"{tick:g}", ' text-anchor="end"')
    middle = _TOP + _HEIGHT / 2
    yield _text((_LEFT + _RIGHT) / 2, _BOTTOM + 42, f"{picture.x}{_kind(across)}", ' text-anchor="middle"')
    yield _text(24, middle, f"{picture.y}{_kind(up)}", f' text-anchor="middle" transform="rotate(-90 24 {_round(middle)})"')


def _kind(scale: Scale) -> str:
    return ", logarithmic" if scale.logarithmic else ""


def _places(series: tuple[Series, ...], across: Scale, up: Scale) -> list[list[tuple[float, float]]]:
    """Return where the points of each series stand: in the middle of their ranges, beside what would be covered."""
    taken: list[tuple[float, float]] = []
    return [[_beside(_middle(point, across, up), taken) for point in one.points] for one in series]


def _beside(place: tuple[float, float], taken: list[tuple[float, float]]) -> tuple[float, float]:
    x, y = place
    while any(abs(x - other) < 9 and abs(y - at) < 9 for other, at in taken):
        x += 11
    taken.append((x, y))
    return x, y


def _middle(point: Point, across: Scale, up: Scale) -> tuple[float, float]:
    return sum(_x(across, end) for end in point.x) / 2, sum(_y(up, end) for end in point.y) / 2


def _marks(picture: Picture, across: Scale, up: Scale) -> Iterator[str]:
    for place, (one, stands) in enumerate(zip(picture.series, _places(picture.series, across, up), strict=True)):
        for point, (x, y) in zip(one.points, stands, strict=True):
            yield f'<g fill="{_colour(place)}" stroke="{_colour(place)}"><title>{_safe(point.words)}</title>'
            yield from _spans(point, x, y, across, up)
            yield f'<path d="{_shape(place)}" transform="translate({_round(x)} {_round(y)})" stroke="#fff" stroke-width=".8"/></g>'


def _spans(point: Point, x: float, y: float, across: Scale, up: Scale) -> Iterator[str]:
    """Yield the bars of ranges and the arrow of a bound."""
    if point.x[0] != point.x[1]:
        yield f'<path d="M{_round(_x(across, point.x[0]))},{_round(y)}H{_round(_x(across, point.x[1]))}" stroke-width="1.6"/>'
    if point.y[0] != point.y[1]:
        yield f'<path d="M{_round(x)},{_round(_y(up, point.y[0]))}V{_round(_y(up, point.y[1]))}" stroke-width="1.6"/>'
    if point.bound:
        way = -1 if point.bound == ">" else 1
        yield f'<path d="M{_round(x)},{_round(y)}v{14 * way}m-3.5,{-4 * way}l3.5,{4 * way}l3.5,{-4 * way}" fill="none" stroke-width="1.4"/>'


def _labels(picture: Picture, across: Scale, up: Scale) -> Iterator[str]:
    """Yield the labels beside their points and bars: to the right, else to the left, else further down."""
    stands = [place for places in _places(picture.series, across, up) for place in places]
    points = [point for one in picture.series for point in one.points]
    taken = [(x - 6, x + 6, y + 4) for x, y in stands]
    for (x, y), point in sorted(zip(stands, points, strict=True), key=lambda told: (told[0][1], told[0][0], told[1].label)):
        wide = 7.5 * len(point.label)
        right, left = max(x, _x(across, point.x[1])) + 9, min(x, _x(across, point.x[0])) - 9 - wide
        sides = [(right, y + 4), (left, y + 4), *((right, y + 4 + 4 * step) for step in range(1, 60))]
        free = (at for at in sides if at[0] + wide < _RIGHT + 24 and at[0] > _LEFT and not _covers(at, wide, taken))
        start, low = next(free, sides[0])
        taken.append((start, start + wide, low))
        yield _text(start, low, point.label, ' font-size="12"')


def _covers(place: tuple[float, float], wide: float, taken: list[tuple[float, float, float]]) -> bool:
    return any(abs(place[1] - low) < 13 and place[0] < end and place[0] + wide > start for start, end, low in taken)


def _legend(legend: list[list[str]], top: float) -> Iterator[str]:
    y = top
    for place, lines in enumerate(legend):
        yield f'<path d="{_shape(place)}" transform="translate({_LEFT + 6} {_round(y - 4)})" fill="{_colour(place)}"/>'
        for line in lines:
            yield _text(_LEFT + 20, y, line)
            y += _LINE


def _colour(place: int) -> str:
    return _COLOURS[place % len(_COLOURS)]


def _shape(place: int) -> str:
    return _SHAPES[place % len(_SHAPES)]
