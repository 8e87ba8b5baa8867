"""Decide what a line end of a source is: a blank, nothing, or the end of a paragraph."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["UNDERLINE", "after_furniture", "keeps_hyphen", "line_break"]

# A numbered heading on a line of its own: "3.1. Carbon Hosts"; it has no full stop at its end, and "0.2 M solution" is none.
_HEADING: Final = re.compile(
    r"(?:#{1,6}[ \t]+[^\r\n]*|\*{0,2}[1-9]\d?(?:\.\d{1,2})*\.?[ \t]+(?!(?:[A-Z]|Ah|Wh|[MG]?Pa|[MG]?Hz)\s)[A-Z][^\r\n]{1,100}?[^\s.,;:]\*{0,2})"
    r"[ \t]*(?:[\r\n]|$)"
)
# The line under a heading of Markdown's other style, or a rule across the page.
UNDERLINE: Final = re.compile(r"(?:={3,}|-{3,}|\*{3,}|_{3,})[ \t]*(?=[\r\n]|$)")
_LINE_END: Final = re.compile(r"\r\n?|[\n\f]")
_NAMED: Final = re.compile(
    r"\W{0,4}(?:abstract|references|bibliography|acknowledge?ments?|conclusions?|introduction|keywords)\W{0,4}(?:[\r\n]|$)",
    re.IGNORECASE,
)
# The end of a paragraph that is whole: a full stop, perhaps with closing quotes and citation markers after it.
_ENDED: Final = re.compile(
    r"""[.!?:;]["'”’)\]*_]{0,4}(?:\s?(?:\[[\d\s,;\\\[\]–-]{1,80}\](?:\(#?\))?|\^\{[^{}]{1,80}\}|<sup>[^<>]{1,80}</sup>)){0,12}$"""
)
_OPEN_ABBREVIATION: Final = re.compile(r"(?:\bet al|\be\.g|\bi\.e|\bca|\bvs|\bcf|\bFigs?|\bRefs?|\bEqs?|\bNo)\.$")
_BLOCK: Final = re.compile(
    r"#{1,6}[ \t]|[-*+•][ \t]+(?=\D)|\d{1,3}[.)][ \t]+(?=[A-Z*])|\||<(?:p|li|h\d|div|table|tr)\b|[ \t]*```"
)
# A lone exponent at the start of a line, and the unit that it belongs to at the end of the one before: "3 Ω cm" / "2. It".
_LOST_POWER: Final = re.compile(r"[-−–]?[1-3](?![.\d]\d)\b")
_LENGTH: Final = re.compile(r"[\s/·μmk](?:c?m|k?g|L)$")
_CAPTION: Final = re.compile(r"\W{0,3}(?:Figure|Fig\.|Table|Scheme|Subjects|Contributor|Keywords|Copyright|Retrieved)\b")
_SMALL: Final = re.compile(r"(?:\$|\*{1,2}|_|\\text\{)*[^\W\dA-Z_]")
_LAST_WORD: Final = re.compile(r"[^\W\d_]{1,40}$")
_FIRST_WORD: Final = re.compile(r"[^\W\d_]+")
_PREFIX: Final = re.compile(
    "all|alloy|carbon|dendrite|double|dual|free|full|half|high|in|long|low|metal|mixed|multi|non|open|post|quasi|room|self|semi|single|"
    "sodium|solid|state|stress|three|time|two|ultra|well|wetting"
)
# What stands at the head or foot of a page: its number, the journal with year and volume, an address, the kind of paper.
_PAGE: Final = re.compile(
    r"[ \t]*(?:\(?(?:[Pp]age\s)?\d{1,5}(?:\s?(?:of|/)\s?\d{1,5})?\)?|\S{0,40}(?:www\.|https?://|doi\.org|DOI:)\S{1,80}"
    r"|(?:\S{1,30}\s{1,80}){0,3}(?:(?:Original |Full )?(?:Article|Paper|Review|Letter)|Communication|Supporting Information|Author Manuscript)"
    r"|(?:(?:[A-Z][\w.&-]{0,20}|and|of|for|in|the|&|et al\.?)[ ,:]{1,4}){0,9}(?:19|20)\d\d(?:[ ,;:|]{1,5}(?:[A-Za-z]{0,2}\d[\d–-]{0,14}|\(?\d+ of \d+\)?)){1,4})"
    r"[ \t]*(?=[\r\n])",
    re.IGNORECASE,
)
# Between blank lines inside a sentence, any short line is no part of it, save an equation.
_ASIDE: Final = re.compile(r"[ \t]*[A-Z\d][^\r\n=→$\\|]{0,78}[^\s.:;,=→$\\|][ \t]*(?=[\r\n])")
_NEXT_LINE: Final = re.compile(r"\s{1,20}")
# Shorter than this, a paragraph without a full stop is a title, keyword or line of names, not a broken one (characters).
_BROKEN: Final = 60
_SURELY_BROKEN: Final = 150
_HEAD: Final = 200


def line_break(text: str, start: int, end: int, paragraph: int) -> str:
    """Return what white space with a line end in it becomes: " ", "" or a paragraph break.

    The white space is ``text[start:end]``, `paragraph` is where the paragraph before it begins. A paragraph that a page
    breaks (no full stop before, a continuation after) goes on.
    """
    after = text[end : end + _HEAD]
    lines = len(_LINE_END.findall(text, start, end))
    if lines == 1 and not _splits_blocks(text, start, paragraph, after):
        return _joint(text, start, end)
    if lines > 1 and _goes_on(text, start, paragraph, after):
        return _joint(text, start, end)
    return "\n\n"


def after_furniture(text: str, start: int, end: int, paragraph: int) -> int:
    """Return where a sentence goes on that the foot and head of a page interrupt, `end` where nothing interrupts it.

    The white space before the interruption is ``text[start:end]``, `paragraph` is where the paragraph before it begins.
    """
    apart, at = len(_LINE_END.findall(text, start, end)) > 1, end
    for _ in range(4):
        line = _PAGE.match(text, at) or (_ASIDE.match(text, at) if apart else None)
        after = _NEXT_LINE.match(text, line.end()) if line else None
        if not line or not after:
            break
        if line.re is _ASIDE and len(_LINE_END.findall(after.group())) < 2:
            break
        at = after.end()
    return at if at > end and _goes_on(text, start, paragraph, text[at : at + _HEAD]) else end


def _splits_blocks(text: str, start: int, paragraph: int, after: str) -> bool:
    """Return whether a single line end stands between two blocks: around a heading, before a list item or a table row."""
    if _LOST_POWER.match(after) and _LENGTH.search(text, max(0, start - 4), start):
        return False
    if _BLOCK.match(after):
        return True
    # A heading opens its paragraph; a later line that looks like one ("2. It", whose exponent broke away) has gone on already.
    line = text[paragraph:start] if start - paragraph < _HEAD else ""
    return _is_heading(line) or _is_heading(after)


def _is_heading(line: str) -> bool:
    found = _HEADING.match(line)
    return bool(_NAMED.match(line) or (found and (found.group()[0] == "#" or re.match(r"\*{0,2}\d+\.", line))))


def _goes_on(text: str, start: int, paragraph: int, after: str) -> bool:
    length = start - paragraph
    head = text[paragraph : paragraph + _HEAD]
    if length < _BROKEN or head.lstrip().startswith("#") or _HEADING.match(after) or _NAMED.match(after):
        return False
    if _BLOCK.match(after) or _CAPTION.match(after) or head[0] == "|":
        return False
    tail = text[max(paragraph, start - _HEAD) : start]
    small = _SMALL.match(after) is not None
    if _ENDED.search(tail):
        return small and (bool(_OPEN_ABBREVIATION.search(tail)) or tail.rfind("(") > tail.rfind(")"))
    return small or length >= _SURELY_BROKEN


def _joint(text: str, start: int, end: int) -> str:
    """Return what joins two lines: nothing after a hyphen, a blank otherwise."""
    hyphen = start > 1 and text[start - 1] in "-\u2010\u00ad" and text[start - 2].isalnum()
    return "" if hyphen and text[end : end + 1].isalnum() else " "


def keeps_hyphen(words: frozenset[str], text: str, start: int, end: int) -> bool:
    """Return whether the hyphen at a line end belongs to the word, judged by the `words` that the document writes elsewhere.

    Unknown words lose it when both halves are lower case: "improve-/ment"; "Na-/ion" keeps it.
    """
    left, right = _LAST_WORD.search(text, max(0, start - 41), start - 1), _FIRST_WORD.match(text, end)
    if not left or not right:
        return True
    whole, hyphened = left.group() + right.group(), f"{left.group()}-{right.group()}"
    if hyphened.lower() in words or not (left.group().islower() and right.group().islower()):
        return whole.lower() not in words
    return whole.lower() not in words and _PREFIX.fullmatch(left.group()) is not None
