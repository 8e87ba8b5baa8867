"""Parse XML from strangers: nothing is fetched, no entity is expanded, no tree is deeper than the parser's limit."""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from lxml import etree

from sodiokg.errors import SourceError

if TYPE_CHECKING:
    # lxml publishes no types; its elements have the interface of these.
    from xml.etree.ElementTree import Element

__all__ = ["child", "local", "parse_xml", "words_of"]


_NO_ENTITIES: Final = "remove the <!ENTITY ...> lines; a publisher's file has none"


def parse_xml(data: bytes, where: str) -> Element:
    """Return the root of an XML document; raises SourceError where it is malformed or declares entities."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root: Element = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _refusal(error, where) from error
    declared = root.getroottree().docinfo.internalDTD  # type: ignore[attr-defined]  # of lxml only
    if declared is not None and any(True for _ in declared.iterentities()):
        raise SourceError("the XML declares entities, which are not expanded", where=where, mend=_NO_ENTITIES)
    return root


def _refusal(error: SyntaxError, where: str) -> SourceError:
    reason = str(error.msg).partition(", line")[0]
    if "Excessive depth" in reason:
        return SourceError("the XML nests too deep", where=where, mend="give the article in another format")
    if "mplification" in reason or "Entity" in reason.partition("'")[0]:
        return SourceError(f"the XML's entities cannot be expanded: {reason}", where=where, mend=_NO_ENTITIES)
    return SourceError(
        f"malformed XML: {reason}", where=f"{where}:{error.lineno or 1}", mend="mend that line, or download it again"
    )


def local(element: Element) -> str:
    """Return an element's name without its namespace, "" for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def child(element: Element, name: str) -> Element | None:
    """Return the first child of that local name."""
    return next((inner for inner in element if local(inner) == name), None)


def words_of(element: Element, written: Callable[[Element, str], str]) -> str:
    """Return an element's text with every child as `written(child, text before it)` gives it."""
    words = element.text or ""
    for inner in element:
        # A reference to an entity that only the DTD defines, such as &alpha;.
        words += written(inner, words) if isinstance(inner.tag, str) else html.unescape(inner.text or "")
        words += inner.tail or ""
    return words
