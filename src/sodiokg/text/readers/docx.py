"""Read .docx, what authors write in: document, styles, automatic numbers, notes and formulas of Word's XML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sodiokg.errors import SourceError
from sodiokg.text.readers.archive import Archive
from sodiokg.text.readers.manuscript import Manuscript, is_list_heading, lowered, raised, squeezed
from sodiokg.text.readers.numbering import Counters, value
from sodiokg.text.readers.officemath import office_formula
from sodiokg.text.readers.trees import child, local, parse_xml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

__all__ = ["read"]

_HEADING: Final = re.compile(r"heading\s?([1-6])", re.IGNORECASE)
# What a tracked change took away, what field codes compute, and the second copy of a text box.
_DROPPED: Final = frozenset(
    {"del", "moveFrom", "instrText", "delText", "Fallback", "pPr", "rPr", "sdtPr", "fldData", "annotationRef", "txbxContent"}
)
_SIGNS: Final = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-", "softHyphen": "", "ptab": " "}
# Word's symbol font writes Greek letters at these places.
_SYMBOLS: Final = dict(zip("abcdefghijklmnopqrstuvwxyzDGLOPQSW°±´", "αβχδεφγηιϕκλμνοπθρστυϖωξψζΔΓΛΟΠΘΣΩ°±×", strict=True))
_OTHER_SYMBOLS: Final = {
    "\xb0": "°",
    "\xb1": "±",
    "\xb4": "×",
    "\xa3": "≤",
    "\xb3": "≥",
    "\xbb": "≈",
    "\xae": "→",
    "\xa2": "′",
    "\xb2": "″",
}


def read(data: bytes, where: str) -> str:
    """Return the text of a document; raises SourceError for one that is damaged, encrypted, a bomb or no Word document."""
    archive = Archive(data, where)
    return _Document(archive).written()


class _Document:
    """One document in the making."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.manuscript = Manuscript()
        self.counters = Counters(self._part("numbering"))
        self.levels: dict[str, int] = {}  # paragraph style -> heading level
        self.scripts: dict[str, str] = {}  # character style -> superscript or subscript
        self.lists: dict[str, tuple[str, int]] = {}  # paragraph style -> list and depth
        self.notes: dict[str, dict[str, list[str]]] = {}  # kind of notes -> id -> paragraphs
        self.endnotes: dict[str, int] = {}  # text of a note -> its number
        self.footnotes: list[str] = []
        styles = self._part("styles")
        for style in styles if styles is not None else ():
            self._note_style(style)

    def _part(self, name: str) -> Element | None:
        data = self.archive.part(f"word/{name}.xml")
        return None if data is None else parse_xml(data, f"{self.archive.where}, {name}.xml")

    def _note_style(self, style: Element) -> None:
        key, name = value(style, "styleId"), child(style, "name")
        words = value(name) if name is not None else ""
        if found := _HEADING.fullmatch(words):
            self.levels[key] = int(found[1]) + 1
        elif words.lower() == "title":
            self.levels[key] = 1
        for settings in style:
            if local(settings) == "rPr" and (script := _script(settings)):
                self.scripts[key] = script
            if local(settings) == "pPr" and (listed := _list(settings)):
                self.lists[key] = listed

    def written(self) -> str:
        """Write the body and the notes and return the text."""
        document = self._part("document")
        body = child(document, "body") if document is not None else None
        if body is None:
            mend = "open it in Word and save it as .docx"
            raise SourceError("the archive holds no Word document", where=self.archive.where, mend=mend)
        for block in _unwrapped(body):
            self._block(block)
        self._write_notes()
        return self.manuscript.text()

    def _block(self, block: Element) -> None:
        if local(block) == "tbl":
            for row in (part for part in block if local(part) == "tr"):
                cells = (part for part in _unwrapped(row) if local(part) == "tc")
                self.manuscript.row(
                    " ".join(self._words(inner) for inner in cell.iter() if local(inner) == "p") for cell in cells
                )
        elif local(block) == "p":
            self._paragraph(block)

    def _paragraph(self, block: Element) -> None:
        settings = child(block, "pPr")
        style = child(settings, "pStyle") if settings is not None else None
        key = value(style) if style is not None else ""
        words = squeezed(self._words(block))
        number = self._number(settings, key) if words else ""
        level = self.levels.get(key, 0) or _outline(settings)
        if not level and is_list_heading(words):
            level = 2
        if level:
            self.manuscript.heading(level, f"{number} {words}" if number else words)
        elif self.manuscript.listing and re.fullmatch(r"\W*\d{1,4}\W*", number):
            self.manuscript.entry(int(re.sub(r"\D", "", number)), words)
        else:
            self.manuscript.paragraph(f"{number} {words}" if number else words)
        for box in (part for part in block.iter() if local(part) == "txbxContent" and not _is_fallback(part)):
            for inner in _unwrapped(box):
                self._block(inner)
        notes, self.footnotes = self.footnotes, []
        for note in notes:
            self.manuscript.paragraph(note)

    def _number(self, settings: Element | None, style: str) -> str:
        listed = (_list(settings) if settings is not None else None) or self.lists.get(style)
        return self.counters.next(*listed) if listed else ""

    def _words(self, element: Element) -> str:
        return "".join(map(self._piece, element))

    def _piece(self, part: Element) -> str:
        """Return the words of a run or of a part of one."""
        name = local(part)
        if name in _DROPPED:
            return ""
        match name:
            case "r":
                return self._run(part)
            case "oMath" | "oMathPara":
                return office_formula(part)
            case "footnoteReference":
                self.footnotes.extend(self._note("footnotes", value(part, "id")))
                return ""
            case "endnoteReference":
                return self._endnote(value(part, "id"))
            case "t":
                return part.text or ""
            case "sym":
                return _symbol(part)
        return _SIGNS[name] if name in _SIGNS else self._words(part)

    def _run(self, run: Element) -> str:
        settings = child(run, "rPr")
        words = self._words(run)
        if settings is None or not words:
            return words
        if _is_on(settings, "vanish"):
            return ""
        style = child(settings, "rStyle")
        script = _script(settings) or (self.scripts.get(value(style), "") if style is not None else "")
        if script == "superscript":
            return raised(words)
        return lowered(words) if script == "subscript" else words

    def _endnote(self, key: str) -> str:
        """Return the marker of an endnote: Word's way to number references."""
        note = " ".join(self._note("endnotes", key))
        return f"[{self.endnotes.setdefault(note, len(self.endnotes) + 1)}]"

    def _note(self, kind: str, key: str) -> list[str]:
        if kind not in self.notes:
            part = self._part(kind)
            self.notes[kind] = {} if part is None else {value(note, "id"): self._paragraphs(note) for note in part}
        return self.notes[kind].get(key, [])

    def _paragraphs(self, note: Element) -> list[str]:
        return [squeezed(self._words(part)) for part in note if local(part) == "p"]

    def _write_notes(self) -> None:
        if not self.endnotes:
            return
        if not any(is_list_heading(block.lstrip("# ")) for block in self.manuscript.blocks):
            self.manuscript.heading(2, "References")
        for note, number in self.endnotes.items():
            self.manuscript.entry(number, note)


def _unwrapped(parent: Element) -> Iterator[Element]:
    """Yield the blocks of a body, those in content controls and accepted insertions too."""
    for part in parent:
        if local(part) in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"):
            yield from _unwrapped(part)
        else:
            yield part


def _script(settings: Element) -> str:
    aligned, position = child(settings, "vertAlign"), child(settings, "position")
    if aligned is not None:
        return value(aligned)
    raised_by = value(position) if position is not None else ""
    if raised_by.lstrip("-").isdecimal() and int(raised_by):
        return "subscript" if raised_by.startswith("-") else "superscript"
    return ""


def _list(settings: Element) -> tuple[str, int] | None:
    numbers = child(settings, "numPr")
    if numbers is None:
        return None
    parts = {local(part): value(part) for part in numbers}
    depth = parts.get("ilvl", "0")
    return (parts.get("numId", "0"), int(depth) if depth.isdecimal() else 0)


def _outline(settings: Element | None) -> int:
    level = child(settings, "outlineLvl") if settings is not None else None
    words = value(level) if level is not None else ""
    return int(words) + 2 if words.isdecimal() and int(words) < 9 else 0


def _is_on(settings: Element, name: str) -> bool:
    found = child(settings, name)
    return found is not None and value(found) not in ("0", "false", "off")


def _symbol(element: Element) -> str:
    code = value(element, "char")
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    sign = chr(number - 0xF000 if 0xF000 <= number < 0xF100 else number if number < 0x110000 else 0xFFFD)
    if value(element, "font").lower() == "symbol":
        return _SYMBOLS.get(sign, _OTHER_SYMBOLS.get(sign, sign))
    return sign


def _is_fallback(part: Element) -> bool:
    above = part.getparent()  # type: ignore[attr-defined]  # of lxml only
    while above is not None:
        if local(above) in ("Fallback", "txbxContent"):
            return True
        above = above.getparent()
    return False
