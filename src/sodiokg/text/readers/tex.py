"""Read LaTeX: sections with their numbers, citations by the printed list, siunitx and mhchem; math stays as it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain
from typing import Final

from sodiokg.errors import SourceError
from sodiokg.text.readers.latex import (
    ACCENTS,
    CITES,
    DROPPED,
    FLOATS,
    IN_MATH,
    LETTER_ACCENTS,
    LETTERS,
    MATH,
    NAMING,
    SECTIONS,
    SIUNITX,
    TABULAR,
    UNPRINTED,
)
from sodiokg.text.readers.macros import argument, expanded
from sodiokg.text.readers.manuscript import Manuscript, lowered, raised
from sodiokg.text.readers.parts import decoded, joined
from sodiokg.text.symbols import COMMANDS

__all__ = ["read"]

_TOKEN: Final = re.compile(r"\\([A-Za-z@]+)(\*?)|\\(.)|(\$\$?)|([{}])|(~)|(``|'')|(\n[ \t]*\n\s*)", re.DOTALL)
_OPTIONS: Final = re.compile(r"(?:\s?\[[^\[\]]{0,500}\]){1,2}")
_DEEPEST: Final = 60
# A formula is shorter than this (characters).
_LONGEST_MATH: Final = 5000


def read(data: bytes, where: str) -> str:
    """Return the text of a LaTeX article with its parts; raises SourceError where commands explode, groups nest without end, or a part lacks."""
    return _Article(expanded(joined(decoded(data), where), where), where).written()


def _body(text: str) -> str:
    inner = text.partition("\\begin{document}")[2] or text
    return inner.partition("\\end{document}")[0]


class _Article:
    """One article in the making: words gather until a paragraph ends."""

    def __init__(self, text: str, where: str) -> None:
        self.text = text
        self.where = where
        self.manuscript = Manuscript()
        self.words: list[str] = []
        self.notes: list[str] = []
        self.counts = [0, 0, 0, 0]
        self.entry = 0
        self.unended: set[str] = set()  # environments whose end does not come any more
        keys = list(dict.fromkeys(re.findall(r"\\bibitem\s*(?:\[[^\]]{0,300}\])?\s*\{([^{}]{1,200})\}", text))) or list(
            _cited_keys(text)
        )
        # What natbib prints of an entry: \bibitem[Cook et al.(2019)]{key}.
        labels = re.findall(r"\\bibitem\s*\[\{?([^\[\]]{1,200}?)\(\d{4}[^\[\]]{0,300}\]\s*\{([^{}]{1,200})\}", text)
        self.labels = {key.strip(): label for label, key in labels}
        self.numbers = {key.strip(): order for order, key in enumerate(keys, 1)}

    def written(self) -> str:
        """Write title and body and return the text."""
        if title := re.search(r"\\title\s*(?:\[[^\[\]]{0,300}\])?\s*(?=\{)", self.text):
            self.manuscript.heading(1, self._inline(argument(self.text, title.end())[0]))
        self._run(_body(self.text), 0)
        self._flush()
        return self.manuscript.text()

    def _inline(self, text: str, depth: int = 0) -> str:
        """Return the words of an argument, which stay out of the paragraph that gathers."""
        kept, self.words = self.words, []
        self._run(text, depth)
        words = "".join(self.words)
        self.words = kept
        return words

    def _flush(self) -> None:
        words = "".join(self.words)
        self.words.clear()
        if self.entry and words.strip():
            self.manuscript.entry(self.entry, words)
        else:
            self.manuscript.paragraph(words)
        notes, self.notes = self.notes, []
        for note in notes:
            self.manuscript.paragraph(note)

    def _run(self, text: str, depth: int) -> None:
        if depth > _DEEPEST:
            raise SourceError("its LaTeX groups nest without end", where=self.where, mend="give the article as PDF")
        at = 0
        while found := _TOKEN.search(text, at):
            self.words.append(text[at : found.start()].replace("---", "—"))
            at = self._token(text, found, depth)
        self.words.append(text[at:].replace("---", "—"))

    def _token(self, text: str, found: re.Match[str], depth: int) -> int:
        name, _, sign, dollar, brace, tie, _quote, _end = found.groups()
        if name:
            return self._command(name, bool(found[2]), text, found.end(), depth)
        if sign:
            return self._escape(sign, text, found.end())
        if dollar:
            return self._math(text, found.end(), dollar)
        if found[8]:
            if depth == 0:
                self._flush()
            else:
                self.words.append(" ")
        elif not brace:
            self.words.append(" " if tie else '"')
        return found.end()

    def _escape(self, sign: str, text: str, at: int) -> int:
        if sign in "([":
            return self._math(text, at, "\\)" if sign == "(" else "\\]")
        if sign in ACCENTS:
            letter, at = argument(text, at)
            letter = letter.strip().lstrip("\\")
            self.words.append(unicodedata.normalize("NFC", letter[:1] + ACCENTS[sign] + letter[1:]))
        elif sign in "%&#_{}":
            self.words.append(sign)
        elif sign == "$":
            self.words.append("\\$")
        elif sign not in "/-!@":
            self.words.append(" ")
            options = re.compile(r"\[[\d.]+(?:pt|em|ex|mm|cm)\]").match(text, at) if sign == "\\" else None
            at = options.end() if options else at
        return at

    def _math(self, text: str, at: int, closing: str) -> int:
        end = text.find(closing, at, at + _LONGEST_MATH)
        if end < 0 or "\n\n" in text[at:end]:
            return at
        self._put_math(text[at:end])
        return end + len(closing)

    def _put_math(self, formula: str) -> None:
        formula = re.sub(r"\\label\{[^{}]*\}|\\nonumber\b|&", "", formula)
        pieces: list[str] = []
        at = 0
        while found := IN_MATH.search(formula, at):
            pieces.append(_dollars(formula[at : found.start()]))
            words, at = self._siunitx(found[1], formula, found.end())
            pieces.append(words)
        pieces.append(_dollars(formula[at:]))
        self.words.append("".join(pieces))

    def _siunitx(self, name: str, text: str, at: int) -> tuple[str, int]:
        count, printed = SIUNITX[name]
        at = _past_options(text, at)
        values = []
        for _ in range(count):
            value, at = argument(text, at)
            at = _past_options(text, at)
            values.append(value)
        return printed(*values), at

    def _command(self, name: str, star: bool, text: str, at: int, depth: int) -> int:
        if name in SECTIONS and depth == 0:
            return self._section(name, star, text, at)
        if name in CITES or (name.endswith("cite") and name not in DROPPED):
            keys, at = argument(text, _past_options(text, at))
            self._cite(keys, named=name in NAMING)
            return at
        if name in SIUNITX:
            words, at = self._siunitx(name, text, at)
            self.words.append(words)
            return at
        if name in ("begin", "end"):
            return self._environment(name, text, at, depth)
        if name in DROPPED or name in UNPRINTED:
            at = _past_options(text, at)
            for _ in range(DROPPED.get(name, 1)):
                at = argument(text, at)[1]
            return at
        return self._printed(name, text, at, depth)

    def _printed(self, name: str, text: str, at: int, depth: int) -> int:
        """Write what a command prints; an unknown one prints its arguments."""
        if name in ("textsubscript", "textsuperscript", "footnote", "bibitem", "item", "par", "href", "url"):
            return self._special(name, text, at, depth)
        if name in LETTER_ACCENTS:
            letter, at = argument(text, at)
            self.words.append(unicodedata.normalize("NFC", letter[:1] + LETTER_ACCENTS[name] + letter[1:]))
            return at
        words = LETTERS.get(name) or COMMANDS.get(name, "")
        self.words.append(words)
        after = re.compile(r"\{\}|[ \t]*\n?(?=[^\s{])" if words else r"\{\}|(?:\[[^\[\]]{0,200}\])?").match(text, at)
        return after.end() if after else at

    def _special(self, name: str, text: str, at: int, depth: int) -> int:
        if name in ("par", "item"):
            self._flush() if depth == 0 else self.words.append(" ")
            return _past_options(text, at) if name == "item" else at
        words, at = argument(text, _past_options(text, at))
        match name:
            case "bibitem":
                self._flush()
                self.entry = self.numbers.get(words.strip(), self.entry + 1)
            case "textsubscript":
                self.words.append(lowered(self._inline(words, depth + 1)))
            case "textsuperscript":
                self.words.append(raised(self._inline(words, depth + 1)))
            case "footnote":
                self.notes.append(self._inline(words, depth + 1))
            case "url":
                self.words.append(words)
        return at

    def _cite(self, keys: str, *, named: bool) -> None:
        if named and keys.strip() in self.labels:
            self.words.append(f"{self._inline(self.labels[keys.strip()], 1)} ")
        numbers = sorted(self.numbers[key.strip()] for key in keys.split(",") if key.strip() in self.numbers)
        if numbers:
            self.words.append(f"[{','.join(map(str, numbers))}]")

    def _section(self, name: str, star: bool, text: str, at: int) -> int:
        title, at = argument(text, _past_options(text, at))
        self._flush()
        depth = SECTIONS[name]
        printed = ""
        if not star and depth < 3:
            self.counts[depth] += 1
            self.counts[depth + 1 :] = [0] * (3 - depth)
            printed = ".".join(map(str, self.counts[: depth + 1])) + ". "
        self.manuscript.heading(depth + 2, printed + self._inline(title, 1))
        return at

    def _environment(self, side: str, text: str, at: int, depth: int) -> int:
        name, at = argument(text, at)
        name = name.strip().rstrip("*")
        if depth == 0 or name in ("abstract", "thebibliography"):
            self._flush()
        if side == "end":
            self.entry = 0 if name == "thebibliography" else self.entry
            return at
        end = text.find(f"\\end{{{name}", at) if name in MATH | FLOATS and name not in self.unended else -1
        if end < 0:
            self.unended.add(name)
        inner = text[at : end if end >= 0 else at]
        if name in MATH and end >= 0:
            self._put_math(inner)
            return argument(text, end + 4)[1]
        if name in FLOATS and end >= 0:
            self._float(inner, depth)
            return argument(text, end + 4)[1]
        if name == "abstract":
            self.manuscript.heading(2, "Abstract")
        elif name in ("acknowledgement", "acknowledgments", "acknowledgements"):
            self.manuscript.heading(2, "Acknowledgments")
        elif name == "thebibliography":
            self.manuscript.heading(2, "References")
            at = argument(text, at)[1]
        return _past_options(text, at)

    def _float(self, inner: str, depth: int) -> None:
        for caption in re.finditer(r"\\caption\*?\s*(?:\[[^\[\]]{0,500}\])?(?=\{)", inner):
            self.manuscript.paragraph(self._inline(argument(inner, caption.end())[0], depth + 1))
        for table in re.finditer(rf"\\begin\{{({'|'.join(TABULAR)})\*?\}}", inner):
            end = inner.find(f"\\end{{{table[1]}", table.end())
            at = argument(inner, _past_options(inner, table.end()))[1]
            rows = re.sub(
                r"\\(?:hline|toprule|midrule|bottomrule|cline\{[^{}]*\}|cmidrule(?:\([^()]*\))?\{[^{}]*\})", "", inner[at:end]
            )
            for row in re.split(r"\\\\(?:\[[^\[\]]*\])?|\\tabularnewline\b", rows):
                self.manuscript.row(self._inline(cell, depth + 1) for cell in re.split(r"(?<!\\)&", row))


def _cited_keys(text: str) -> Iterator[str]:
    """Yield the keys in order of citation, by which a list that BibTeX makes is mostly numbered."""
    cites = re.finditer(
        rf"\\(?:{'|'.join(sorted(CITES))})\*?(?:\s?\[[^\[\]]{{0,500}}\]){{0,2}}\s*\{{([^{{}}]{{1,2000}})\}}", text
    )
    return chain.from_iterable((key.strip() for key in found[1].split(",")) for found in cites)


def _dollars(formula: str) -> str:
    words = formula.strip()
    if not words:
        return " " if formula else ""
    blank = " " if formula[0].isspace() else ""
    return f"{blank}${' '.join(words.split())}${' ' if formula[-1].isspace() else ''}"


def _past_options(text: str, at: int) -> int:
    options = _OPTIONS.match(text, at)
    return options.end() if options else at
