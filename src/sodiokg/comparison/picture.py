"""A plot as PNG, drawn from its SVG by resvg."""

from __future__ import annotations

from typing import Final

from sodiokg.errors import MissingExtraError

__all__ = ["png"]

# Twice the SVG's pixels: sharp on a dense screen and 200 dots an inch at 7.6 inches of width.
_ZOOM: Final = 2.0


def png(svg: str) -> bytes:
    """Return the picture of an SVG; raises MissingExtraError where resvg is not installed."""
    try:
        import resvg_py
    except ImportError as error:
        mend = "run: pip install 'sodiokg[plots]', or name a file that ends in .svg, which needs nothing"
        raise MissingExtraError("a plot as PNG needs resvg, which is not installed", mend=mend) from error
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=_ZOOM))
