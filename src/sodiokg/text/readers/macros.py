r"""Expand the commands that an author of LaTeX defines (`\newcommand`, `\def`), within a limit."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from sodiokg.errors import SourceError

__all__ = ["argument", "expanded", "uncommented"]

_COMMENT: Final = re.compile(r"(?<!\\)((?:\\\\)*)%[^\n]*(?:\n[ \t]*)?")
_HIDDEN: Final = re.compile(r"\\begin\{(comment|verbatim\*?|lstlisting|tikzpicture|tocentry)\}|\\iffalse(?![A-Za-z])")
_DEFINED: Final = re.compile(
    r"\\(?:(?:re|provide)?newcommand|providecommand|DeclareRobustCommand|DeclareMathOperator)\*?\s*\{?\s*\\([A-Za-z]+)\s*\}?"
    r"\s*(?:\[(\d)\])?(?:\[([^\[\]]*)\])?\s*(?=\{)|\\def\s*\\([A-Za-z]+)\s*((?:#\d)*)\s*(?=\{)"
)
_BLANKS: Final = re.compile(r"[ \t]*\n?[ \t]*")
_BRACES: Final = re.compile(r"\\.|[{}]", re.DOTALL)
# A paper's own commands make its text a little longer, not many times.
_MOST_GROWTH: Final = 4
_SMALL: Final = 1_000_000
_DEEPEST: Final = 12
_LONGEST: Final = 20_000


def uncommented(text: str) -> str:
    """Return LaTeX without comments and without what is set aside; a comment takes its line end with it."""
    text = _COMMENT.sub(_kept, text)
    pieces: list[str] = []
    never: set[str] = set()  # ends that do not come any more
    at = 0
    while found := _HIDDEN.search(text, at):
        closing = f"\\end{{{found[1]}}}" if found[1] else "\\fi"
        end = -1 if closing in never else text.find(closing, found.end())
        pieces.append(text[at : found.start()])
        at = found.end() if end < 0 else end + len(closing)
        if end < 0:
            never.add(closing)
    return " ".join([*pieces, text[at:]])


def _kept(found: re.Match[str]) -> str:
    # An empty line after a comment still ends the paragraph.
    after = found.string[found.end() : found.end() + 1]
    return found[1] + ("\n" if after == "\n" else "")


def argument(text: str, at: int) -> tuple[str, int]:
    """Return the argument that begins at a place (a group in braces, a command or one character) and where it ends."""
    at = _skipped(text, at)
    if text[at : at + 1] != "{":
        command = re.compile(r"\\(?:[A-Za-z]+|.)|[^\\]|$", re.DOTALL).match(text, at)
        return (command.group(), command.end()) if command else ("", at)
    end = _pairs(text).get(at)
    if end is not None:
        return text[at + 1 : end], end + 1
    # A brace that never closes holds its line alone.
    end = text.find("\n", at)
    return text[at + 1 : end if end >= 0 else len(text)], end if end >= 0 else len(text)


@lru_cache(maxsize=1024)
def _pairs(text: str) -> dict[int, int]:
    """Return where each brace closes."""
    pairs: dict[int, int] = {}
    stack: list[int] = []
    for sign in _BRACES.finditer(text):
        if sign.group() == "{":
            stack.append(sign.start())
        elif sign.group() == "}" and stack:
            pairs[stack.pop()] = sign.start()
    return pairs


def _skipped(text: str, at: int) -> int:
    blanks = _BLANKS.match(text, at)
    return blanks.end() if blanks else at


def expanded(text: str, where: str) -> str:
    """Return LaTeX with the author's commands replaced by what they stand for, and without their definitions.

    Raises SourceError where they make the text many times longer.
    """
    text, commands = _without_definitions(text)
    if not commands:
        return text
    used = re.compile(rf"\\({'|'.join(sorted(commands, key=len, reverse=True))})(?![A-Za-z])")
    limit = max(_SMALL, _MOST_GROWTH * len(text))
    for _ in range(_DEEPEST):
        text, changed = _once(text, used, commands, limit, where)
        if not changed:
            break
    return text


def _without_definitions(text: str) -> tuple[str, dict[str, tuple[int, str | None, str]]]:
    commands: dict[str, tuple[int, str | None, str]] = {}
    pieces: list[str] = []
    at = 0
    while found := _DEFINED.search(text, at):
        pieces.append(text[at : found.start()])
        body, at = argument(text, found.end())
        count = int(found[2] or 0) if found[1] else (found[5] or "").count("#")
        if len(body) < _LONGEST:
            commands[found[1] or found[4]] = (count, found[3], body)
    return "".join([*pieces, text[at:]]), commands


def _once(
    text: str, used: re.Pattern[str], commands: dict[str, tuple[int, str | None, str]], limit: int, where: str
) -> tuple[str, bool]:
    pieces: list[str] = []
    at = size = 0
    while found := used.search(text, at):
        count, otherwise, body = commands[found[1]]
        values, end = _values(text, found.end(), count, otherwise)
        words = _filled(body, values)
        pieces += (text[at : found.start()], words)
        size += found.start() - at + len(words)
        if size > limit:
            mend = "give the article as PDF, or remove the commands that call one another"
            raise SourceError("the LaTeX commands it defines make it many times longer", where=where, mend=mend)
        at = end
    pieces.append(text[at:])
    return "".join(pieces), at > 0


def _filled(body: str, values: list[str]) -> str:
    def value(sign: re.Match[str]) -> str:
        at = int(sign[1]) - 1
        return values[at] if at < len(values) else ""

    return re.sub(r"#([1-9])", value, body)


def _values(text: str, at: int, count: int, otherwise: str | None) -> tuple[list[str], int]:
    values: list[str] = []
    if count and otherwise is not None:
        option = re.compile(r"\s?\[([^\[\]]{0,500})\]").match(text, at)
        values.append(option[1] if option else otherwise)
        at = option.end() if option else at
    while len(values) < count:
        value, at = argument(text, at)
        values.append(value)
    if not count and text[at : at + 2] == "{}":
        at += 2
    return values, at
