r"""Write a source text in the plain normal form, with a map from every character back to the source.

Every notation of the same thing gives the same plain text: ``$\text{Na}_{15}\text{Sn}_4$``, ``Na₁₅Sn₄`` and
``Na<sub>15</sub>Sn<sub>4</sub>`` become ``Na15Sn4``. Text without marks is copied in runs; only marks are looked at one by one.
"""

from __future__ import annotations

import html
import re
import unicodedata
from array import array
from collections.abc import Callable
from typing import Final

from sodiokg.model import Plain
from sodiokg.text.blocks import keeps_hyphen, line_break
from sodiokg.text.marks import Marks, paired_marks
from sodiokg.text.symbols import COMMANDS, SPACES, STYLES, folded

__all__ = ["normalise"]

# Everything that is not copied as it is. White space: a single blank inside a line is copied.
_SPECIAL: Final = re.compile(r"[^\S ]\s*| \s+| (?=C\b|\\|\^|_)|[\\$^_{}<&*`\[\]~]|!(?=\[)|--|[\u0300-\u036f]+|[^\x00-\x7f]")
_COMMAND: Final = re.compile(r"\\([A-Za-z]+|.)", re.DOTALL)
_FRACTION: Final = re.compile(r"\\[dt]?frac\s?\{([\w.+-]{1,12})\}\s?\{([\w.+-]{1,12})\}")
_TAG: Final = re.compile(r"<(/?)(sub|sup|i|b|em|strong|span|p|br|u|a|div|li|ul|ol)(?:\s[^<>]{0,200})?\s?/?>", re.IGNORECASE)
_COMMENT: Final = re.compile(r"<!--.{0,2000}?-->", re.DOTALL)
_ENTITY: Final = re.compile(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[A-Za-z]\w{1,20});")
_SCRIPT: Final = re.compile(r"\^(?:\\(?:circ|degree|prime)\b|[+\-−]?\d|[+\-−*]|\[\d)|_(?:\d|[a-zA-Z](?![a-z0-9_]))")
# A single letter is an index only after a symbol ("Na_x"), so that "snake_case" and "a_b" stay.
_INDEXED: Final = re.compile(r"[A-Z][a-z]?$|[\d)}\]]$")
_RAISED: Final = re.compile(
    r"(?P<open>\^\{|<sup>|(?=[⁰¹²³⁴-⁹]))(?P<numbers>[\d⁰¹²³⁴-⁹]{1,3}(?:\s?[,–⁻˒‐-]\s?[\d⁰¹²³⁴-⁹]{1,3}){0,20})(?P<shut>\}|</sup>|(?<=[⁰¹²³⁴-⁹]))"
)
# Numbers raised after a word or a full stop are citations, those after a unit exponents.
_RAISED_AFTER: Final = re.compile(r"(?:[a-z]{3}[a-z)\]][.,;:]?|[a-z]{2}[.,;:])$")
_UNIT_BEFORE: Final = re.compile(r"(?:met(?:er|re)s?|atoms?|ohms?|inch|cm|mm|nm|km)$")
_BEFORE_INDEX: Final = frozenset(")]}$*")
_DEGREE_LETTER: Final = re.compile(
    r"(?:\^\s?\{?\s?(?:\\(?:text|mathrm|rm)\s?\{?)?\s?[oO]\s?\}{0,2}|<sup>[oO0]</sup>)\s?(?=(?:\\(?:text|mathrm|rm)\s?\{?\s?)?C\b)"
)
_CELSIUS: Final = re.compile(r"(?:\\(?:text|mathrm|rm)\s?\{?\s?)?C\b")
_PRIMES: Final = re.compile(
    r"[ \u00a0]?(?:″|''|′′|’’|\^\{\\prime\s?\\prime\}|\^\{''\})|[ \u00a0]?[\"”](?=\s?-?\s?(?:[Aa]l|NaAl))"
)
_LIST_MARK: Final = re.compile(r"(?:[-*+•]|#{1,6})[ \t]+")
_BLANKS: Final = re.compile(r"[ \t\u00a0\u2009\u202f]*")
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def normalise(text: str) -> Plain:
    r"""Return the plain normal form of a source text; every slice of it leads back to the source slice that it stands for.

    >>> plain = normalise(r"a conductivity of $250 \text{ mS cm}^{-1}$")
    >>> plain.text
    'a conductivity of 250 mS cm-1'
    >>> plain.to_source(18, 29)
    (19, 41)
    """
    return _Writer(text, paired_marks(text)).written()


class _Writer:
    """The plain text in the making: pieces of text, and for every character the source slice that it stands for."""

    def __init__(self, source: str, marks: Marks) -> None:
        self.source = source
        self.marks = marks
        self.pieces: list[str] = []
        self.starts = array("l")
        self.ends = array("l")
        self.last = "\n"
        self.pending = -1  # an opening mark that belongs to the next character
        self.groups: dict[int, tuple[int, int]] = {}  # closing brace -> characters written at its opening, opening mark
        self.tags: list[tuple[str, int, int]] = []
        self.math_end = 0
        self.paragraph = 0
        self.vocabulary: frozenset[str] | None = None

    def written(self) -> Plain:
        """Write the whole source and return it."""
        at = self._skip_list_mark(0)
        while found := _SPECIAL.search(self.source, at):
            start = found.start()
            if start > at:
                self._copy(at, start)
            at = _HANDLERS.get(self.source[start], _Writer._character)(self, start, found.end())
        if at < len(self.source):
            self._copy(at, len(self.source))
        while self.last in " \n" and self.starts:
            self._take_back()
        return Plain("".join(self.pieces), self.starts, self.ends)

    def _copy(self, start: int, end: int) -> None:
        """Write a run of source that stands for itself."""
        if self.source[start] == " " and self.last in " \n":
            start += 1
            if start == end:
                return
        self.pieces.append(self.source[start:end])
        self.starts.extend(range(start, end))
        self.ends.extend(range(start + 1, end + 1))
        self._attach(end - start)

    def _put(self, words: str, start: int, end: int) -> int:
        """Write characters that all stand for the same source slice, and return the slice's end."""
        if words and not (words == " " and self.last in " \n"):
            self.pieces.append(words)
            self.starts.extend([start] * len(words))
            self.ends.extend([end] * len(words))
            self._attach(len(words))
        return end

    def _attach(self, count: int) -> None:
        """Give the opening mark before it to the first of the characters just written."""
        self.last = self.pieces[-1][-1]
        if self.pending >= 0:
            self.starts[-count] = self.pending
            self.pending = -1

    def _take_back(self) -> None:
        """Remove the last character written."""
        piece = self.pieces.pop()
        if len(piece) > 1:
            self.pieces.append(piece[:-1])
        self.starts.pop()
        self.ends.pop()
        self.last = self.pieces[-1][-1] if self.pieces else "\n"

    def _open(self, mark: int, brace: int) -> int:
        """Open a group: `mark` is where its command or script sign begins."""
        self.groups[self.marks.braces[brace]] = (len(self.starts), mark)
        self.pending = mark if self.pending < 0 else self.pending
        return brace + 1

    def _shut(self, length: int, mark: int, end: int) -> int:
        """Shut a group: its closing mark belongs to the last character that it holds."""
        if len(self.starts) > length:
            self.ends[-1] = end
        elif self.pending == mark:
            self.pending = -1
        return end

    def _blank(self, start: int, end: int) -> int:
        source = self.source
        if "\n" in source[start:end] or "\f" in source[start:end]:
            return self._line_end(start, end)
        if self.last == "°" and _CELSIUS.match(source, end):
            return end
        if start < self.math_end and source[end : end + 1] in ("^", "_"):
            return end
        return self._put(" ", start, end)

    def _line_end(self, start: int, end: int) -> int:
        joint = line_break(self.source, start, end, self.paragraph) if end < len(self.source) else "\n\n"
        if joint == "\n\n":
            if self.last == " ":
                self._take_back()
            self.paragraph = end
            if self.last != "\n":
                self._put(joint, start, end)
            return self._skip_list_mark(end)
        if joint == "" and self.last == "-" and not keeps_hyphen(self._words(), self.source, start, end):
            self._take_back()
        return self._put(joint, start, end)

    def _words(self) -> frozenset[str]:
        if self.vocabulary is None:
            self.vocabulary = frozenset(word.lower() for word in _WORD.findall(self.source))
        return self.vocabulary

    def _skip_list_mark(self, at: int) -> int:
        mark = _LIST_MARK.match(self.source, at)
        return mark.end() if mark else at

    def _command(self, start: int, end: int) -> int:
        source = self.source
        if start in self.marks.dropped:
            return self._mark(start, end)
        found = _COMMAND.match(source, start)
        if not found:
            return self._put("\\", start, end)
        name, end = found.group(1), found.end()
        if name in STYLES:
            return self._style(start, end)
        if not name.isalpha():
            return self._escape(name, start, end)
        if name in COMMANDS:
            if name in SPACES or (self.last == "^"):
                end = self._blanks(end)
            self._put(COMMANDS[name], start, found.end())
            return self._primes(end) if name == "beta" else end
        if fraction := _FRACTION.match(source, start):
            self._copy(*fraction.span(1))
            self._put("/", fraction.end(1), fraction.start(2))
            self._copy(*fraction.span(2))
            return fraction.end()
        return self._put("\\", start, start + 1)

    def _style(self, start: int, end: int) -> int:
        brace = self._blanks(end)
        if brace in self.marks.braces:
            return self._open(start, brace)
        if start < self.math_end or self.source[start : start + 3] in ("\\rm", "\\bf", "\\it"):
            return brace
        return self._put("\\", start, start + 1)

    def _escape(self, sign: str, start: int, end: int) -> int:
        if sign.isspace() and sign != " ":
            return start + 1
        if start < self.math_end:
            return self._put(COMMANDS.get(sign, " " if sign == "\\" else sign), start, end)
        if ord(sign) > 127 or sign.isalnum():
            return self._put("\\", start, start + 1)
        return self._put(" " if sign in " ," else sign, start, end)

    def _blanks(self, at: int) -> int:
        found = _BLANKS.match(self.source, at)
        return found.end() if found else at

    def _script(self, start: int, end: int) -> int:
        source = self.source
        if start in self.marks.dropped:
            return self._mark(start, end)
        if degree := _DEGREE_LETTER.match(source, start):
            return self._put("°", start, degree.end())
        if raised := self._raised(start):
            return raised
        brace = self._blanks(end)
        if brace in self.marks.braces and (start < self.math_end or brace == end):
            return self._open(start, brace)
        index = self.last.isalnum() or source[start - 1 : start] in _BEFORE_INDEX or source[start] == "^"
        if source[start] == "_" and not source[end : end + 1].isdigit():
            index = _INDEXED.search(source, max(0, start - 2), start) is not None
        if start < self.math_end or (index and _SCRIPT.match(source, start)):
            self.pending = start if self.pending < 0 else self.pending
            return end
        return self._put(source[start], start, end)

    def _raised(self, start: int) -> int:
        """Write raised citation numbers in brackets and return where they end, 0 where there are none."""
        source = self.source
        raised = _RAISED.match(source, start)
        before = source[max(0, start - 8) : start]
        if not raised or not _RAISED_AFTER.search(before) or _UNIT_BEFORE.search(before):
            return 0
        self._put("[", start, max(start + 1, raised.start("numbers")))
        for at in range(*raised.span("numbers")):
            self._put("," if source[at] == "˒" else folded(source[at]), at, at + 1)
        return self._put("]", min(raised.start("shut"), raised.end() - 1), raised.end())

    def _brace(self, start: int, end: int) -> int:
        if start in self.groups:
            return self._shut(*self.groups.pop(start), end)
        if start < self.math_end and start in self.marks.braces:
            return self._open(start, start)
        return self._put(self.source[start], start, end)

    def _angle(self, start: int, end: int) -> int:
        if degree := _DEGREE_LETTER.match(self.source, start):
            return self._put("°", start, degree.end())
        if raised := self._raised(start):
            return raised
        if comment := _COMMENT.match(self.source, start):
            return comment.end()
        tag = _TAG.match(self.source, start)
        if not tag:
            return self._put("<", start, end)
        closing, name = tag.group(1), tag.group(2).lower()
        if name in ("br", "p", "div", "li"):
            return self._put(" ", start, tag.end())
        if name in ("sub", "sup"):
            self._span(name, bool(closing), start, tag.end())
        return tag.end()

    def _span(self, name: str, closing: bool, start: int, end: int) -> None:
        if not closing:
            self.tags.append((name, len(self.starts), start))
            self.pending = start if self.pending < 0 else self.pending
        elif self.tags and self.tags[-1][0] == name:
            self._shut(*self.tags.pop()[1:], end)

    def _entity(self, start: int, end: int) -> int:
        entity = _ENTITY.match(self.source, start)
        words = html.unescape(entity.group()) if entity else "&"
        if not entity or words == entity.group():
            return self._put("&", start, end)
        return self._put("".join(folded(sign) for sign in words), start, entity.end())

    def _mark(self, start: int, end: int) -> int:
        """Drop a mark of a pair; keep one without partner, backticks excepted."""
        sign = self.source[start]
        if (dropped := self.marks.dropped.get(start)) is not None:
            self.math_end = self.marks.math.get(start, self.math_end)
            if sign in "[!]":
                self._span("a", sign == "]", start, dropped)
            return dropped
        if sign != "`":
            self._put(sign, start, end)
        return self.marks.dropped.get(end, end) if sign == "]" else end

    def _tilde(self, start: int, end: int) -> int:
        tie = start < self.math_end or (self.last.isalpha() and self.source[end : end + 1].isalpha())
        return self._put(" " if tie else "~", start, end)

    def _hyphens(self, start: int, end: int) -> int:
        range_sign = self.last.isdigit() and self.source[end : end + 1].isdigit()
        return self._put("-" if range_sign else "--", start, end)

    def _character(self, start: int, end: int) -> int:
        if unicodedata.combining(self.source[start]):
            return self._accent(start, end)
        if raised := self._raised(start):
            return raised
        words = folded(self.source[start])
        self._put(words, start, end)
        return self._primes(end) if words == "β" else end

    def _accent(self, start: int, end: int) -> int:
        whole = unicodedata.normalize("NFC", self.last + self.source[start:end])
        if len(whole) != 1 or not self.starts:
            return self._put(self.source[start:end], start, end)
        origin = self.starts[-1]
        self._take_back()
        return self._put(whole, origin, end)

    def _primes(self, at: int) -> int:
        primes = _PRIMES.match(self.source, at)
        return self._put("''", at, primes.end()) if primes else at


_HANDLERS: Final[dict[str, Callable[[_Writer, int, int], int]]] = {
    **dict.fromkeys(" \t\n\r\f\v\u00a0\u2028\u2029\u0085\u2009\u202f\u2002\u2003\u3000\x1c\x1d\x1e\x1f", _Writer._blank),
    **dict.fromkeys("$*`[]!", _Writer._mark),
    **dict.fromkeys("^_", _Writer._script),
    **dict.fromkeys("{}", _Writer._brace),
    "\\": _Writer._command,
    "<": _Writer._angle,
    "&": _Writer._entity,
    "~": _Writer._tilde,
    "-": _Writer._hyphens,
}
