"""What is brought in and has no formula and no name of its own: a salt, an ether-based electrolyte, an artificial SEI film, a liquid metal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

__all__ = ["Means", "find_means"]

_KIND: Final = r"(?:ether|carbonate|ester|glyme|sulfone|phosphate|ionic[ -]liquid)"
_MEANS: Final = re.compile(
    rf"\b(?:(?P<first>{_KIND}) and )?(?P<liquid>{_KIND}-based (?P<rest>(?:liquid )?electrolytes?))"
    r"|\b(?P<layer>(?:artificial|physical isolating|isolating) (?:(?:SEI|CEI|solid[ -]electrolyte interphases?|protective|protection|interfacial) )?(?:layers?|films?|interphases?))"
    r"|\b(?:sodium|lithium|potassium|Na|Li|K) salts?(?! (?:bridge|flat|lake|in\b|of\b))"
    r"|\b(?:[a-z]{2,12}-based )?(?<!molten )liquid metals?(?= (?:is|are|was|were|layer|film|coating|interlayer|on|as|to)\b)"
    r"|\b(?:locali[sz]ed )?high(?:ly)?[- ]concentrat(?:ed|ion) electrolytes?"
    r"|\b(?:oxygen|nitrogen|sulfur|fluorine)(?:-containing|-rich)? functional groups?"
)
# Some of these stands in each of them, and is found faster.
_SIGNS: Final = ("-based ", "isolating", "artificial", " salt", "liquid metal", "oncentrat", "functional group")
# How a work takes them up; an enumeration goes on with what it began with.
_TAKEN: Final = re.compile(
    r"\b(?:us(?:e|es|ed|ing)|appl\w+|employ\w*|introduc\w*|add(?:s|ed|ing|ition)|small amounts?|covering|coat\w*|build\w*|construct\w*|form|forms|fabricat\w*|develop\w*|design\w*|contain\w*|brush\w*|incorporat\w*)\b[^.;:]{0,60}$"
)


_SHORT_FORM: Final = re.compile(r" \(([A-Z]{2,6})s?\)")
# One of several things that are taken up together, "A, concentrated sodium salt, and B".
_BETWEEN: Final = re.compile(r", (?:[\w-]+ ){0,2}$")
_AND_MORE: Final = re.compile(r",? and |, ")


class Means(NamedTuple):
    """A means in the words of the text, by place."""

    start: int
    end: int
    text: str


def find_means(text: str, start: int, end: int, *, enumerated: bool = False, made: bool = False) -> Iterator[Means]:
    """Yield the means that ``text[start:end]`` says are taken up; where only those `enumerated`, those that stand between others.

    A layer of which the text tells what it is `made` of is none.

    >>> [means.text for means in find_means("We used carbonate and ether-based electrolytes.", 0, 47)]
    ['carbonate-based electrolytes', 'ether-based electrolytes']
    """
    words = text[start:end]
    if not any(sign in words for sign in _SIGNS):
        return
    for match in _MEANS.finditer(text, start, end):
        before = text[max(start, match.start() - 90) : match.start()]
        among = _BETWEEN.search(before) and _AND_MORE.match(text, match.end())
        if made and match["layer"]:
            continue
        if among or (_TAKEN.search(before) and not enumerated):
            if match["first"]:
                yield Means(match.start(), match.end("first"), f"{match['first']}-based {match['rest']}")
            short = _SHORT_FORM.match(text, match.end())
            if short:
                yield Means(match.start(), match.end(), short[1])
                continue
            yield Means(
                match.start("liquid") if match["liquid"] else match.start(), match.end(), match["liquid"] or match.group()
            )
