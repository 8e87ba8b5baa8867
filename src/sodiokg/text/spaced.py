"""Find citation numbers that stand on the line with blanks, "solvents, 21,22 salts 23,24 , additives. 25 They", or in round brackets, "(1, 2)".

They are taken for citations only in an excerpt without reference list, and only where they count up one by one, together with the markers in
square brackets that stand between them; or where one of several numbers stands with a blank before the mark that follows, "felts 4,7-9 ,",
as only what was raised does: then others that do so, and those between two sentences, cite too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from sodiokg.text.citations import numbers_of

__all__ = ["spaced_markers"]

_NUMBERS: Final = r"\d{1,3}(?:\s?[,-]\s?\d{1,3}(?!\d)){0,12}"
# A word that is no unit may follow a number at once.
_GOES_ON: Final = (
    r"\s(?:and|or|as|to|by|with|which|that|have|has|is|are|was|were|in|for|on|can|could|may|but|while|whereas|where)\b"
)
_SPACED: Final = re.compile(
    rf"(?:(?<=[\w)][,.;:]\s)|(?<=[A-Za-z)\"]\s)(?=[\d,\s-]{{1,40}}(?:[.,;]|{_GOES_ON}))|^)(?P<bare>{_NUMBERS})(?![.,]\d)(?=\s|[.,;]|$)"
    rf"|(?<=[a-z)])\s?\((?P<round>{_NUMBERS})\)(?=[.,;:\s]|$)"
)
# What a blank sets off from the mark after it, what stands between two sentences, and what is a citation beside those: several numbers after a
# comma, and one before a word that is no unit.
_APART: Final = re.compile(
    rf"(?<=[A-Za-z)\"]\s)(?P<mark>{_NUMBERS})(?=\s[.,;](?!\d))|(?<=[\w)\s]\.\s)(?P<between>{_NUMBERS})(?=\s(?:[A-Z][a-z]{{2}}|(?:In|As|It|We|To|By|On|At|If|An)\s))"
    rf"|(?<=[a-z)],\s)(?P<listed>\d{{1,3}}(?:[,-]\d{{1,3}})+)(?=\s[a-z]{{2}})|(?<=[a-z)\s],\s)(?P<turned>\d{{1,3}})(?=\s(?:while|whereas|whilst|although|but|which)\s)"
    rf"|(?<=[a-z]{{3}}\s)(?P<inside>{_NUMBERS})(?={_GOES_ON})"
)
_FEWEST_APART: Final = 2
# A sentence that begins so does not begin with the number before it: "8 Clearly", but "3 Cells were left".
_OPENS: Final = re.compile(
    r"\s(?:The|This|These|That|In|It|We|However|Moreover|Furthermore|Therefore|Thus|Hence|Also|Although|Though|While|Whereas|Such|For|Here|As|To|By|An?|And|But|Recent|Nevertheless"
    r"|Besides|Despite|Since|Because|When|If|On|At|From|With|Among|Both|After|Other|Another|Instead|Within|Without|Upon|Using|During|Under|According|Several|Various|Many|Most|Some|Unlike|Similar|\w{2,}ly)\b"
)
_SQUARE: Final = re.compile(r"\[\s?(?P<square>\d{1,3}(?:\s?[,;-]\s?\d{1,3})*)\s?\]")
# What has a number of its own: "Fig. 1", "sample 2".
_LABEL: Final = re.compile(
    r"\b(?:figs?|figures?|tables?|schemes?|sections?|equations?|eqs?|steps?|samples?|cells?|types?|phases?|groups?|layers?|notes?|cycles?|batch|series|version|lines?|pages?|parts?"
    r"|class|methods?|routes?|stages?|states?|nos?|ratio|than|to|of|by|about|only|from|least|most)\.?\s$",
    re.IGNORECASE,
)
# What an amount follows: "for 20-30 , then".
_AMOUNT_OF: Final = re.compile(
    _LABEL.pattern
    + r"|\b(?:for|an?|the|in|at|with|over|under|after|before|between|and|or|is|was|are|were|be|ran|lasted|gave|ratios?|into|its|as)\s$"
    + r"|(?<![a-z])[cmnkdµμ]?m\s$",
    re.IGNORECASE,
)
_SEVERAL: Final = re.compile(r"\b(?:layers|samples|cells|phases|groups|methods|routes|stages|states|types)\s$")
_LABEL_DIGITS: Final = 2
# Every mark that a blank stands before; where it is only one, after a word and its number, the text has no blanks before its marks.
_BLANK: Final = re.compile(r"\s[.,;](?!\d)")
_AFTER_WORD: Final = re.compile(r"(?:[a-z]{3}|\w\))\s$")
_BEFORE: Final = 14
_LONGEST: Final = 20_000  # characters; a longer text has its list
_FEWEST: Final = 3


class _Marker(NamedTuple):
    start: int
    end: int
    numbers: tuple[int, ...]
    square: bool


def spaced_markers(text: str, end: int) -> list[tuple[int, int]]:
    """Return where the numbers of an excerpt stand that cite, by place; none unless three of them count up.

    >>> text = "It wets, 1,2 it flows 3 , and it creeps. 4 It stays."
    >>> [text[start:stop] for start, stop in spaced_markers(text, len(text))]
    ['1,2', '3', '4']
    """
    if end > _LONGEST:
        return []
    apart = [one for one in _SPACED.finditer(text, 0, end) if not _LABEL.search(text, max(0, one.start() - _BEFORE), one.start())]
    bare = [_marker(found, "bare") for found in apart if found["bare"]]
    bracketed = [_marker(found, "round") for found in apart if found["round"]]
    square = [_marker(found, "square") for found in _SQUARE.finditer(text, 0, end)]
    # "(1) ..., (2) ..." may number the members of a list; several numbers in one bracket never do.
    cites = sum(len(marker.numbers) > 1 for marker in bracketed) > 1
    counted = max((_counted(sorted([*some, *square])) for some in (bare, bracketed if cites else [])), key=len)
    return sorted({*counted, *(() if square else _set_off(text, end, sure=bool(counted)))})


def _set_off(text: str, end: int, *, sure: bool) -> list[tuple[int, int]]:
    """Return the numbers that blanks set off, where one stands between two sentences, one of several before a mark, or two before marks."""
    apart = [one for one in _APART.finditer(text, 0, end) if not _is_amount(text, one)]
    marked = [one for one in apart if one["mark"]]
    between = [one for one in apart if one["between"]]
    sure = sure or max(len(marked), len(between)) >= _FEWEST_APART or any(_OPENS.match(text, one.end()) for one in between)
    sure = sure or any(len(numbers_of(one[0])) > 1 for one in (*marked, *between)) or _is_alone(text, end, marked)
    return [one.span() for one in apart] if sure else []


def _is_amount(text: str, found: re.Match[str]) -> bool:
    """Tell whether a number counts or labels something; so many things as "films of several layers 106 can" would need are never labelled."""
    before = max(0, found.start() - _BEFORE)
    if found["inside"] and len(found["inside"]) > _LABEL_DIGITS and _SEVERAL.search(text, before, found.start()):
        return False
    return _AMOUNT_OF.search(text, before, found.start()) is not None


def _is_alone(text: str, end: int, marked: Sequence[re.Match[str]]) -> bool:
    """Tell whether one number after a word is all that stands with a blank before a mark."""
    if len(marked) != 1 or not _AFTER_WORD.search(text, max(0, marked[0].start() - _BEFORE), marked[0].start()):
        return False
    return all(blank.start() == marked[0].end() for blank in _BLANK.finditer(text, 0, end))


def _marker(found: re.Match[str], group: str) -> _Marker:
    return _Marker(*found.span(group), numbers_of(found[group]), group == "square")


def _counted(markers: Sequence[_Marker]) -> list[tuple[int, int]]:
    """Return the longest run of markers each of which is due: its numbers follow the highest before it at once."""
    best: list[tuple[int, int]] = []
    for first in range(min(len(markers), _FEWEST)):
        taken: list[tuple[int, int]] = []
        highest = 0
        for marker in markers[first:]:
            new = [number for number in marker.numbers if number > highest]
            due = not highest or new == [*range(highest + 1, highest + 1 + len(new))]
            if marker.numbers and ((due and new) or marker.square):
                highest = max(highest, *marker.numbers)
                taken += [] if marker.square else [(marker.start, marker.end)]
        best = max(best, taken, key=len)
    return best if len(best) >= _FEWEST else []
