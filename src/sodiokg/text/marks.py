"""Find the marks that come in pairs: math, braces, links, emphasis. Each is paired in one pass, before any text is written."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

__all__ = ["Marks", "paired_marks"]

# Each choice begins with a character of its own, which lets the search skip all text between.
_BRACE: Final = re.compile(r"\\.|\{|\}|\n[^\S\n]*\n", re.DOTALL)
_BRACKET: Final = re.compile(r"\\.|\[|\]|\n[^\S\n]*\n", re.DOTALL)
_ADDRESS: Final = re.compile(r"\((#[^()\s]*|[^()\s]*[/.:][^()\s]*|)\)")
_DOLLAR: Final = re.compile(r"\\.|\$\$?|\n[^\S\n]*\n", re.DOTALL)
_ROUND_MATH: Final = re.compile(r"\\\(([^\n]{1,400}?)\\\)")
_EMPHASIS: Final = re.compile(r"\\.|_(?<![^\s(\[—*]_)(?=\w)|_(?<=[\w.,)]_)(?![*\w{\\])|\*\*?\*?|\n[^\S\n]*\n", re.DOTALL)
_NUMBERS: Final = re.compile(r"[\d\s,\u2013-]+")
# Math of signs alone is no money before a digit: "$-$0.7", "20$-$30", "$>$99 %".
_SIGNS: Final = re.compile(r"[-+<>=~±−≤≥]{1,2}")
# The longest span of math that is still taken for math, in characters: a lone dollar sign must not swallow a page.
_LONGEST: Final = 1500


@dataclass(slots=True)
class Marks:
    """Places of paired marks in a source text: where math runs, which brace closes which, and what is dropped."""

    math: dict[int, int] = field(default_factory=dict)
    braces: dict[int, int] = field(default_factory=dict)
    dropped: dict[int, int] = field(default_factory=dict)


def paired_marks(text: str) -> Marks:
    """Return the paired marks of a source text; a mark without partner is in none of them and stays text."""
    marks = Marks()
    if "$" in text or r"\(" in text:
        _pair_math(text, marks)
    if "{" in text:
        _pair_braces(text, marks)
    if "](" in text:
        _pair_links(text, marks)
    if "*" in text or "_" in text:
        _pair_emphasis(text, marks)
    return marks


def _pair_math(text: str, marks: Marks) -> None:
    opened: re.Match[str] | None = None
    for sign in _DOLLAR.finditer(text):
        if sign.group()[0] == "\n":
            opened = None
        elif sign.group()[0] == "$":
            if opened is not None and _closes(text, opened, sign):
                marks.math[opened.start()] = sign.end()
                marks.dropped[opened.start()] = opened.end()
                marks.dropped[sign.start()] = sign.end()
                opened = None
            elif text[sign.end() : sign.end() + 1].strip():
                opened = sign
    for span in _ROUND_MATH.finditer(text):
        if any(sign in span.group(1) for sign in "\\^_"):
            marks.math[span.start()] = span.end()
            marks.dropped[span.start()] = span.start(1)
            marks.dropped[span.end(1)] = span.end()


def _closes(text: str, opened: re.Match[str], sign: re.Match[str]) -> bool:
    if opened.group() != sign.group() or sign.start() - opened.end() > _LONGEST:
        return False
    if opened.group() == "$$":
        return True
    # "$5 and $6" is money: a closing sign has no blank before it, and no digit after it unless what it closes can only be math.
    if text[sign.start() - 1].isspace():
        return False
    commands = any(mark in text[opened.end() : sign.start()] for mark in "\\^_")
    alone = _SIGNS.fullmatch(text, opened.end(), sign.start()) is not None
    return commands or alone or not text[sign.end() : sign.end() + 1].isdigit()


def _pair_braces(text: str, marks: Marks) -> None:
    stack: list[int] = []
    for sign in _BRACE.finditer(text):
        match sign.group()[0]:
            case "{":
                stack.append(sign.start())
            case "}" if stack:
                marks.braces[stack.pop()] = sign.start()
            case "\n":
                stack.clear()


def _pair_links(text: str, marks: Marks) -> None:
    stack: list[int] = []
    for sign in _BRACKET.finditer(text):
        match sign.group()[0]:
            case "[":
                stack.append(sign.start())
            case "]" if stack:
                start = stack.pop()
                if address := _ADDRESS.match(text, sign.end()):
                    _drop_link(text, marks, start, sign.start(), address.end())
            case "\n":
                stack.clear()


def _drop_link(text: str, marks: Marks, start: int, close: int, end: int) -> None:
    """Drop the brackets and the address of a link; a bare number keeps its brackets, since they make it a citation."""
    if close > start + 1 and _NUMBERS.fullmatch(text, start + 1, close):
        marks.dropped[close + 1] = end
        return
    image = start > 0 and text[start - 1] == "!"
    marks.dropped[start - image] = start + 1
    marks.dropped[close] = end


def _pair_emphasis(text: str, marks: Marks) -> None:
    opened: dict[str, int] = {}
    formulas = iter(sorted(marks.math.items()))
    span = next(formulas, (len(text), len(text)))
    for sign in _EMPHASIS.finditer(text):
        mark, start, end = sign.group(), sign.start(), sign.end()
        while span[1] <= start:
            span = next(formulas, (len(text), len(text)))
        if mark[0] == "\n":
            opened.clear()
        elif mark[0] == "\\" or span[0] <= start < span[1]:
            continue
        elif mark in opened and not text[start - 1].isspace():
            begun = opened.pop(mark)
            marks.dropped[begun] = begun + len(mark)
            marks.dropped[start] = end
        elif text[end : end + 1].strip():
            opened[mark] = start
