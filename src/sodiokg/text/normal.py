r"""Write a source text in the plain normal form, with a map from every character back to the source.

Every notation of the same thing gives the same plain text: ``$\text{Na}_{15}\text{Sn}_4$``, ``Na₁₅Sn₄`` and
``Na<sub>15</sub>Sn<sub>4</sub>`` become ``Na15Sn4``. Text without marks is copied in runs; only marks are looked at one by one.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable
from typing import Final

from sodiokg.model import Plain
from sodiokg.text.blocks import UNDERLINE, after_furniture, keeps_hyphen, line_break
from sodiokg.text.indices import formula_gaps, index_brackets
from sodiokg.text.ligatures import ends_before, ends_word, is_bar, letters_of
from sodiokg.text.marks import Marks, paired_marks
from sodiokg.text.notices import find_notices
from sodiokg.text.raised import RAISED, is_citation, listed_numbers
from sodiokg.text.symbols import COMMANDS, SPACES, STYLES, folded
from sodiokg.text.writer import Writer

__all__ = ["normalise"]

# Everything that is not copied as it is. White space: a single blank inside a line is copied.
_STYLED: Final = re.compile(r"\{\\(?:rm|bf|it|em|sf|sl|tt)\b")
_NUMBER: Final = re.compile(r"\$?\d")
# No mark begins with the letters, digits and stops of the first set, most of a text.
_SPECIAL: Final = re.compile(
    r"(?=[^A-Za-np-z0-9.,;:()])(?:[^\S ]\s*| \s+| (?:j (?=\d?D?-?[A-Z])|GLYPH(?:&lt;|<)0(?:&gt;|>) (?=\d))| (?=[Cm]\b|\\|\^|_|/uniFB0)|/uniFB0[0-6]|o ?C\b|[\\$^_{}<&*`\[\]~]|!(?=\[)|--|[\u0300-\u036f]+|[^\x00-\x7f])"
)
_COMMAND: Final = re.compile(r"\\([A-Za-z]+|.)", re.DOTALL)
_FRACTION: Final = re.compile(r"\\[dt]?frac\s?\{([\w.+-]{1,12})\}\s?\{([\w.+-]{1,12})\}")
_TAG: Final = re.compile(r"<(/?)(sub|sup|i|b|em|strong|span|p|br|u|a|div|li|ul|ol)(?:\s[^<>]{0,200})?\s?/?>", re.IGNORECASE)
_COMMENT: Final = re.compile(r"<!--.{0,2000}?-->", re.DOTALL)
_ENTITY: Final = re.compile(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[A-Za-z]\w{1,20});")
_SCRIPT: Final = re.compile(r"\^(?:\\(?:circ|degree|prime)\b|[+\-−]?\d|[+\-−*]|\[\d)|_(?:\d|[a-zA-Z](?![a-z0-9_]))")
# A single letter is an index only after a symbol ("Na_x"), so that "snake_case" and "a_b" stay.
_INDEXED: Final = re.compile(r"[A-Z][a-z]?$|[\d)}\]]$")
# What a PDF shows for a minus sign whose font it has lost: "cm À2", "10À3".
_LOST_MINUS: Final = frozenset("À¡Ϫ\ufffd")
_POWER: Final = re.compile(r"[1-9](?!\d|[.,]\d)")
_BEFORE_INDEX: Final = frozenset(")]}$*")
_DEGREE_LETTER: Final = re.compile(
    r"(?:\^\s?\{?\s?(?:\\(?:text|mathrm|rm)\s?\{?)?\s?[oO]\s?\}{0,2}|<sup>[oO0]</sup>)\s?(?=(?:\\(?:text|mathrm|rm)\s?\{?\s?)?C\b)"
)
_CELSIUS: Final = re.compile(r"(?:\\(?:text|mathrm|rm)\s?\{?\s?)?C\b")
_METRE: Final = re.compile(r"m\b")
_PRIMES: Final = re.compile(
    r"[ \u00a0]?(?:″|''|′′|’’|\^\{\\prime\s?\\prime\}|\^\{''\})|[ \u00a0]?[\"”](?=\s?-?\s?(?:[Aa]l|NaAl))"
)
# Metadata between rules at the start of a Markdown file.
_PREAMBLE: Final = re.compile(r"---[ \t]*\r?\n(?:[\w-]+:[^\n]{0,500}\n|[ \t-]{1,8}[^\n]{0,500}\n){1,60}?---[ \t]*(?=[\r\n])")
_LIST_MARK: Final = re.compile(r"(?:[-*+•]|#{1,6})[ \t]+")
_TAIL: Final = 24  # characters before a raised number that tell what it is
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
    return _Normaliser(text, paired_marks(text)).written()


class _Normaliser(Writer):
    """One pass over a source text; every handler takes a mark's start and end and returns where to go on."""

    def __init__(self, source: str, marks: Marks) -> None:
        super().__init__(source)
        self.marks = marks
        self.groups: dict[int, tuple[int, int]] = {}  # closing brace -> characters written at its opening, opening mark
        self.tags: list[tuple[str, int, int]] = []
        # Blanks and brackets inside formulas, the next one last.
        self.gaps = sorted([*formula_gaps(source), *index_brackets(source)], reverse=True)
        self.math_end = 0
        self.paragraph = 0
        self.vocabulary: frozenset[str] | None = None
        self.listed: int | None = None  # how many entries the reference list has, once it is asked for

    def written(self) -> Plain:
        """Write the whole source and return it."""
        preamble = _PREAMBLE.match(self.source)
        at = self._skip_list_mark(preamble.end() if preamble else 0)
        for start, end in find_notices(self.source):
            at = max(self._until(at, start), end)
        self._until(at, len(self.source))
        return self.plain()

    def _until(self, at: int, end: int) -> int:
        """Write a stretch up to `end` and return where to go on."""
        while found := _SPECIAL.search(self.source, at, end):
            start = found.start()
            self._run(at, start)
            at = _HANDLERS.get(self.source[start], _Normaliser._character)(self, start, found.end())
        self._run(at, end)
        return max(at, end)

    def _run(self, at: int, end: int) -> None:
        """Copy a run without marks, save for the blanks and brackets inside its formulas."""
        while self.gaps and self.gaps[-1] < end:
            gap = self.gaps.pop()
            if at < gap:
                self.copy(at, gap)
            at = max(at, gap + 1)
        if at < end:
            self.copy(at, end)

    def _open(self, mark: int, brace: int) -> int:
        """Open a group: `mark` is where its command or script sign begins."""
        self.groups[self.marks.braces[brace]] = (len(self.starts), mark)
        self.await_first(mark)
        return brace + 1

    def _blank(self, start: int, end: int) -> int:
        source = self.source
        if source.startswith("GLYPH", start + 1):
            return self.put("-", start, end)
        if source[start:end] == " j ":
            return self.put("|" if is_bar(source, start) else " j ", start, end)
        if any(sign in source[start:end] for sign in "\n\r\f"):
            return self._line_end(start, end)
        if source.startswith("/uniFB0", end) and not ends_word(source, start, end):
            return end
        if (self.last == "°" and _CELSIUS.match(source, end)) or (self.last == "μ" and _METRE.match(source, end)):
            return end
        if start < self.math_end and source[end : end + 1] in ("^", "_"):
            return end
        return self.put(" ", start, end)

    def _line_end(self, start: int, end: int) -> int:
        end = after_furniture(self.source, start, end, self.paragraph)
        underline = UNDERLINE.match(self.source, end)
        whole = underline or end == len(self.source)
        joint = "\n\n" if whole else line_break(self.source, start, end, self.paragraph)
        end = underline.end() if underline else end
        if joint == "\n\n":
            if self.last == " ":
                self.take_back()
            self.paragraph = end
            if self.last != "\n":
                self.put(joint, start, end)
            return self._skip_list_mark(end)
        if joint == "" and self.last == "-" and not keeps_hyphen(self._words(), self.source, start, end):
            self.take_back()
        return self.put(joint, start, end)

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
            return self.put("\\", start, end)
        name, end = found.group(1), found.end()
        if name in STYLES:
            return self._style(start, end)
        if not name.isalpha():
            return self._escape(name, start, end)
        if name in COMMANDS:
            if name in SPACES or (self.last == "^"):
                end = self._blanks(end)
            self.put(COMMANDS[name], start, found.end())
            return self._primes(end) if name == "beta" else end
        if fraction := _FRACTION.match(source, start):
            self.copy(*fraction.span(1))
            self.put("/", fraction.end(1), fraction.start(2))
            self.copy(*fraction.span(2))
            return fraction.end()
        return self.put("\\", start, start + 1)

    def _style(self, start: int, end: int) -> int:
        brace = self._blanks(end)
        if brace in self.marks.braces:
            return self._open(start, brace)
        if start < self.math_end or _STYLED.match(self.source, start - 1):
            return brace
        return self.put("\\", start, start + 1)

    def _escape(self, sign: str, start: int, end: int) -> int:
        if sign.isspace() and sign != " ":
            return start + 1
        if start < self.math_end:
            return self.put(COMMANDS.get(sign, " " if sign == "\\" else sign), start, end)
        if ord(sign) > 127 or sign.isalnum():
            return self.put("\\", start, start + 1)
        return self.put(" " if sign in " ," else sign, start, end)

    def _blanks(self, at: int) -> int:
        found = _BLANKS.match(self.source, at)
        return found.end() if found else at

    def _script(self, start: int, end: int) -> int:
        source = self.source
        if start in self.marks.dropped:
            return self._mark(start, end)
        if degree := _DEGREE_LETTER.match(source, start):
            return self.put("°", start, degree.end())
        if raised := self._raised(start):
            return raised
        brace = self._blanks(end)
        if brace in self.marks.braces and (start < self.math_end or brace == end):
            return self._open(start, brace)
        index = self.last.isalnum() or source[start - 1 : start] in _BEFORE_INDEX or source[start] == "^"
        if source[start] == "_" and not source[end : end + 1].isdigit():
            index = _INDEXED.search(source, max(0, start - 2), start) is not None
        if start < self.math_end or (index and _SCRIPT.match(source, start)):
            self.await_first(start)
            return end
        return self.put(source[start], start, end)

    def _raised(self, start: int) -> int:
        """Write raised citation numbers in brackets and return where they end, 0 where there are none."""
        source = self.source
        raised = RAISED.match(source, start)
        if not raised:
            return 0
        if self.listed is None:
            self.listed = listed_numbers(source)
        if not is_citation(self.tail(_TAIL), source, raised, self.listed):
            return 0
        self.put("[", start, max(start + 1, raised.start("numbers")))
        for at in range(*raised.span("numbers")):
            self.put("," if source[at] == "˒" else folded(source[at]), at, at + 1)
        return self.put("]", min(raised.start("shut"), raised.end() - 1), raised.end())

    def _brace(self, start: int, end: int) -> int:
        if start in self.groups:
            return self.shut(*self.groups.pop(start), end)
        if start in self.marks.braces and (start < self.math_end or _STYLED.match(self.source, start)):
            return self._open(start, start)
        return self.put(self.source[start], start, end)

    def _angle(self, start: int, end: int) -> int:
        if degree := _DEGREE_LETTER.match(self.source, start):
            return self.put("°", start, degree.end())
        if raised := self._raised(start):
            return raised
        if comment := _COMMENT.match(self.source, start):
            return comment.end()
        tag = _TAG.match(self.source, start)
        if not tag:
            return self.put("<", start, end)
        closing, name = tag.group(1), tag.group(2).lower()
        if name in ("br", "p", "div", "li"):
            return self.put(" ", start, tag.end())
        if name in ("sub", "sup"):
            self._span(name, bool(closing), start, tag.end())
        return tag.end()

    def _span(self, name: str, closing: bool, start: int, end: int) -> None:
        if not closing:
            self.tags.append((name, len(self.starts), start))
            self.await_first(start)
        elif self.tags and self.tags[-1][0] == name:
            self.shut(*self.tags.pop()[1:], end)

    def _entity(self, start: int, end: int) -> int:
        entity = _ENTITY.match(self.source, start)
        words = html.unescape(entity.group()) if entity else "&"
        if not entity or words == entity.group():
            return self.put("&", start, end)
        return self.put("".join(folded(sign) for sign in words), start, entity.end())

    def _mark(self, start: int, end: int) -> int:
        """Drop a mark of a pair; keep one without partner, backticks excepted."""
        sign = self.source[start]
        if (dropped := self.marks.dropped.get(start)) is not None:
            self.math_end = self.marks.math.get(start, self.math_end)
            if sign in "[!]":
                self._span("a", sign == "]", start, dropped)
            return dropped
        if sign != "`":
            self.put(sign, start, end)
        return self.marks.dropped.get(end, end) if sign == "]" else end

    def _tilde(self, start: int, end: int) -> int:
        tie = start < self.math_end or not (self.last in " \n([" or self.source[end : end + 1].isdigit())
        return self.put(" " if tie else "~", start, end)

    def _hyphens(self, start: int, end: int) -> int:
        range_sign = self.last.isdigit() and _NUMBER.match(self.source, end)
        return self.put("-" if range_sign else "--", start, end)

    def _lowered_degree(self, start: int, end: int) -> int:
        """Write the degree sign of "300 oC", whose superscript is lost."""
        degree = self.source[max(0, start - 2) : start].rstrip(" ")[-1:].isdigit()
        return self.put("°C" if degree else self.source[start:end], start, end)

    def _character(self, start: int, end: int) -> int:
        if unicodedata.combining(self.source[start]):
            return self._accent(start, end)
        if raised := self._raised(start):
            return raised
        damaged = self.source[start] in _LOST_MINUS and _POWER.match(self.source, end)
        words = "-" if damaged else folded(self.source[start])
        self.put(words, start, end)
        return self._primes(end) if words == "β" else end

    def _ligature(self, start: int, end: int) -> int:
        self.put(letters_of(self.source, start), start, end)
        return ends_before(self.source, end)

    def _accent(self, start: int, end: int) -> int:
        whole = unicodedata.normalize("NFC", self.last + self.source[start:end])
        if len(whole) != 1 or not self.starts:
            return self.put(self.source[start:end], start, end)
        origin = self.starts[-1]
        self.take_back()
        return self.put(whole, origin, end)

    def _primes(self, at: int) -> int:
        primes = _PRIMES.match(self.source, at)
        return self.put("''", at, primes.end()) if primes else at


_HANDLERS: Final[dict[str, Callable[[_Normaliser, int, int], int]]] = {
    **dict.fromkeys(" \t\n\r\f\v\u00a0\u2028\u2029\u0085\u2009\u202f\u2002\u2003\u3000\x1c\x1d\x1e\x1f", _Normaliser._blank),
    **dict.fromkeys("$*`[]!", _Normaliser._mark),
    **dict.fromkeys("^_", _Normaliser._script),
    **dict.fromkeys("{}", _Normaliser._brace),
    "\\": _Normaliser._command,
    "<": _Normaliser._angle,
    "&": _Normaliser._entity,
    "~": _Normaliser._tilde,
    "-": _Normaliser._hyphens,
    "o": _Normaliser._lowered_degree,
    "/": _Normaliser._ligature,
}
