"""Write Word's formulas in a line: scripts as `_{}` and `^{}`, fractions with a slash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sodiokg.text.readers.manuscript import lowered, raised
from sodiokg.text.readers.trees import child, local

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["office_formula"]


def office_formula(element: Element) -> str:
    """Return a formula as text."""
    name = local(element)
    if name == "t":
        return element.text or ""
    if name.endswith("Pr"):
        return ""
    match name:
        case "sSub":
            return _part(element, "e") + lowered(_part(element, "sub"))
        case "sSup":
            return _part(element, "e") + raised(_part(element, "sup"))
        case "sSubSup":
            return _part(element, "e") + lowered(_part(element, "sub")) + raised(_part(element, "sup"))
        case "f":
            return f"{_part(element, 'num')}/{_part(element, 'den')}"
        case "d":
            return f"({''.join(map(office_formula, element))})"
    return "".join(map(office_formula, element))


def _part(element: Element, name: str) -> str:
    part = child(element, name)
    return office_formula(part) if part is not None else ""
