"""The works that one sentence cites: which stretch each of them owns, and where several bear out one and the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sodiokg.extract.attributing import Works
from sodiokg.extract.frames import Frame
from sodiokg.extract.own_work import MEASURED, Seen
from sodiokg.model import Citation, Document

__all__ = ["listed_members"]

# What goes on after a citation up to a turn is said of the work cited: no comma and no further member stand next to it.
_GOES_ON: Final = re.compile(
    r"\)?\s(?!and\b|or\b|to\b|as well\b|by\b|in\b|for\b|with\b|\w+ing\b)[a-z]+\s[^;]*?(?=;\s|,\s(?:whereas|while|whilst|but|although|though|yet)\s)"
)
# What an aside in brackets holds before its citation, a value or an example, and no list.
_ASIDE: Final = re.compile(
    r"\((?:(?:for example|e\.g\.|i\.e\.|the|that is)\b|[^()\[\]]*[=≈~<>]\s?\d)[^()\[\];]*\(?\[?$", re.IGNORECASE
)
# What comes of the thing before, told by a participle, and where a sentence turns to something else.
_OUTCOME: Final = re.compile(
    r"\W*(?:(?:and )?(?:thereby|thus|hence|therefore) \w+ing|leading|resulting|reducing|causing|featuring|exhibiting|giving|yielding|preventing|lowering|enabling|accelerating|limiting|hindering|making|which (?:leads?|results?|causes?|is|are))\b"
)
_TURNS: Final = re.compile(
    r"\W*(?:most|probably|likely|presumably|because|due|since|while|whereas|whilst|but|yet|although|though|however)\b"
)


def listed_members(document: Document, one: Seen, current: Frame | None) -> Iterator[Frame]:
    """Yield the stretch of each citation of a sentence; a last clause with numbers that cites one work after a run describes it."""
    start = one.sentence.start
    last = one.citations[-1]
    works: Works = ()
    for citation, following in zip(one.citations, (*one.citations[1:], None), strict=True):
        works = _united(works, citation.works)
        if following and not _parts(document, one, start, citation, following):
            continue
        end = _clause_end(document, citation.end, following.start) if following else one.sentence.end
        ours = current is not None and works == current.works
        words = document.words(start, citation.start)
        alone = citation is last and len(works) == 1 and len(one.citations[0].works) > 1 and words.startswith(";")
        told = alone and bool(MEASURED.search(words))
        yield Frame(start, end, works, "described" if ours or told else "listed")
        start, works = end, ()


def _parts(document: Document, one: Seen, start: int, citation: Citation, following: Citation) -> bool:
    """Tell whether what two citations of a sentence stand by are two things that it lists, not one that both bear out.

    An aside in brackets is part of what it stands in, an outcome part of what it comes of, and of several factors none is a work's own.
    """
    text = document.plain.text
    between = text[citation.end : following.start]
    if _is_aside(text, start, citation) or (
        _is_aside(text, citation.end, following) and not text[following.end : one.sentence.end].strip(" .)")
    ):
        return False
    if _OUTCOME.match(between):
        return False
    return one.brings or _TURNS.match(between) is not None or ";" in between


def _is_aside(text: str, start: int, citation: Citation) -> bool:
    """Tell whether a citation stands alone among other words in a bracket that opens after `start`, "(for example, 20 GPa [3])"."""
    opens, shuts = text.rfind("(", start, citation.start), text.find(")", citation.end)
    if opens == citation.start - 1:
        opens = text.rfind("(", start, opens)  # "(ref. 3)" has a bracket of its own
    return (
        opens >= 0
        and shuts >= 0
        and _ASIDE.match(text, opens, citation.start) is not None
        and not text[citation.end : shuts].strip(" )")
    )


def _united(first: Works, second: Works) -> Works:
    return tuple(dict.fromkeys((*first, *second)))


def _clause_end(document: Document, cited: int, following: int) -> int:
    """Return where the clause of a work ends that is cited within it, "hosts [1] store sodium, whereas coats [2] ...", else where it is cited."""
    clause = _GOES_ON.match(document.plain.text, cited, following)
    return clause.end() if clause else cited
