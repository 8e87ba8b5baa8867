"""Write MathML in a line: scripts as `_{}` and `^{}`, fractions with a slash."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sodiokg.text.readers.manuscript import lowered, raised
from sodiokg.text.readers.trees import local

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["formula"]

_SKIPPED: Final = frozenset({"annotation", "annotation-xml", "mphantom"})
_INVISIBLE: Final = dict.fromkeys(map(ord, "\u2061\u2062\u2063\u2064"))
_SPACED: Final = frozenset({"=", "<", ">", "≤", "≥", "≈", "±", "→"})


def formula(element: Element) -> str:
    """Return a formula as text."""
    name = local(element)
    if name in _SKIPPED:
        return ""
    if name in ("mi", "mn", "mo", "mtext", "ms"):
        words = " ".join((element.text or "").translate(_INVISIBLE).split())
        if name == "mtext":
            return _edge(element.text, 0) + words + _edge(element.text, -1)
        return f" {words} " if words in _SPACED else words
    if name == "mspace":
        return " "
    parts = [formula(inner) for inner in element if local(inner) not in _SKIPPED]
    if name == "mfrac" and len(parts) == 2:
        return f"{parts[0]}/{parts[1]}"
    return _scripts(name, parts)


def _scripts(name: str, parts: list[str]) -> str:
    base = parts[0] if parts else ""
    match name, parts:
        case "msub", [_, below]:
            return base + lowered(below)
        case "msup", [_, above]:
            return base + raised(above)
        case "msubsup", [_, below, above]:
            return base + lowered(below) + raised(above)
        case (("mover" | "munder" | "munderover"), _):
            return base
    return "".join(parts)


def _edge(text: str | None, at: int) -> str:
    return " " if text and text[at].isspace() else ""
