"""Split paragraphs of scientific English into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

__all__ = ["split_sentences"]

# A possible end: the stop, closing quotes and brackets, the citation markers that follow it, and white space or the end.
_END: Final = re.compile(r"""(?<=\S)\s?([.!?]+)["')\]]*((?:\s?\[\s?\d[\da-h,;\s—-]{0,80}\],?)*)(?=\s|$)""")
_START: Final = re.compile(r"""[("'\[]{0,3}(?:[^\W\d_a-z]|\d|[a-z]{1,2}[A-Z]|[a-z]-[A-Z])""")
_WORD_BEFORE: Final = re.compile(r"[^\s(\[\"]+$")
_NEVER: Final = re.compile(
    r"e\.g|i\.e|ca|vs|cf|viz|approx|resp|Dr|Prof|Mr|Mrs|St|[Ff]igs?|[Ee]qs?|[Rr]efs?|Tab|Secs?|Suppl|Chem|Mater|Lett|Phys|Sci|Rev|Soc|Int|Ed"
)
_SELDOM: Final = re.compile(r"al|wt|vol|at|mol|Nos?|Vol|etc|Inc|Ltd|Co|(?:[^\W\d_a-z]\.)+[^\W\d_a-z]")
_BEFORE_NUMBER: Final = re.compile(r"[Nn]os?|[Vv]ol|pp?|[Cc]h|Chap")
# Words that begin a sentence and no name.
_STARTER: Final = re.compile(
    r"[\"'(]*(?:A|After(?:wards)?|Again|All|Also|Although|An|And|Another|As|At|Because|Besides|Both|But|By|Clearly|Compared|Consequently|"
    r"Despite|Due|During|Each|Even|Finally|First|For|From|Further|Furthermore|Hence|Here|However|If|In|Indeed|Instead|Its?|Later|"
    r"Likewise|Many|Meanwhile|More|Moreover|Most|Nevertheless|No|Notably|Of|On|Once|One|Only|Other|Our|Over|Overall|Owing|Recently|"
    r"Second|Several|Similarly|Since|So|Some|Still|Such|Thanks|That|The|Their|Then|There|Therefore|These|They|This|Those|Though|"
    r"Through|Thus|To|Two|Under|Unfortunately|Unlike|Until|Upon|Using|We|What|When|Where|Whereas|Whether|Which|While|With|Within|"
    r"Without|Yet)\b"
)
# Brackets longer than this do not hold a sentence together (characters).
_LONGEST_BRACKET: Final = 300


def split_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence of one paragraph.

    >>> words = "Lu et al. coated BASE (cf. Fig. 2) at 0.5 mA. [9] Then it wet."
    >>> [words[start:end] for start, end in split_sentences(words)]
    ['Lu et al. coated BASE (cf. Fig. 2) at 0.5 mA. [9]', 'Then it wet.']
    """
    brackets = _bracketed(text)
    start = 0
    for found in _END.finditer(text):
        end = found.end()
        if any(opened < found.start(1) < closed for opened, closed in _around(brackets, found.start(1)) if opened != start):
            continue
        if _ends(text, start, found):
            yield start, end
            start = end + len(text[end : end + 2]) - len(text[end : end + 2].lstrip())
    if text[start:].strip():
        yield start, len(text.rstrip())


def _bracketed(text: str) -> list[tuple[int, int]]:
    """Return the outermost pairs of brackets that are short enough to hold a sentence together."""
    pairs: list[tuple[int, int]] = []
    stack: list[int] = []
    for sign in re.finditer(r"[()]", text):
        if sign.group() == "(":
            stack.append(sign.start())
        elif stack:
            opened = stack.pop()
            if sign.start() - opened <= _LONGEST_BRACKET:
                while pairs and pairs[-1][0] > opened:
                    pairs.pop()
                pairs.append((opened, sign.start()))
    return pairs


def _around(pairs: list[tuple[int, int]], at: int) -> list[tuple[int, int]]:
    """Drop the pairs that close before a place (places only grow) and return the first that is left."""
    while pairs and pairs[0][1] < at:
        pairs.pop(0)
    return pairs[:1]


def _ends(text: str, start: int, found: re.Match[str]) -> bool:
    after = text[found.end() :].lstrip()[:40] if found.end() + 60 > len(text) else text[found.end() : found.end() + 60].lstrip()
    if not after:
        return True
    if not _START.match(after):
        return False
    if found.group(1) != ".":
        return True
    before = _WORD_BEFORE.search(text, max(start, found.start() - 40), found.start())
    word = before.group() if before else ""
    starter = bool(_STARTER.match(after))
    if _NEVER.fullmatch(word):
        return False
    if _BEFORE_NUMBER.fullmatch(word) and after[0].isdigit():
        return False
    if _SELDOM.fullmatch(word):
        return starter
    if len(word) == 1 and word.isupper() and before is not None:
        unit = text[max(start, before.start() - 2) : before.start()].strip()[-1:].isdigit()
        return starter or unit
    return not (word.isdigit() and before is not None and before.start() == start)
