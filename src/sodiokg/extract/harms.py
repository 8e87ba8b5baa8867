"""What goes wrong, and what a thing is only held against: words of a mechanism or strategy there tell of none that was brought in."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["cannot", "is_compared", "tells_harm"]

_LOSS: Final = (
    r"(?:\w+ly |further |continu\w+ |severe |rapid |significant |significantly |endless |the |an? |of |formation of |in |to |and )*"
    r"(?:(?:capacity|efficiency|voltage|cell) (?:fad\w+|fail\w+|decay|loss)|(?:degrad|deteriorat|fail)\w*|short[ -]?circuit\w*|cracks?\b|cracking|voids?\b|void formation|contact loss|loss of (?:contact|sodium|lithium|Na|Li)|(?:Li|Na|lithium|sodium|lithium metal) (?:dendrite|filament)\w*|dendrites?\b|dendrite (?:formation|growth)|"
    r"(?:continual|continuous|endless|unlimited) (?:growth|formation|consumption)|(?:the )?(?:growth|formation) of (?:an? )?(?:high(?:ly)? |thick )?resist\w+|corrosion|explosion|fire|low (?:\w+ )?(?:efficienc|conductivit|compatib)\w*|poor \w+|high (?:\w+ )?(?:resistance|impedance)|instabilit\w+)"
)
# Harm as what comes of something: "leads to short circuits", "due to the chemical instability".
_HARM: Final = re.compile(
    rf"\b(?:leads?|leading|results?|resulting|resulted|gives? rise|contribut\w+) (?:to|in) {_LOSS}|\b(?:caus(?:es|ing|ed)|induc(?:es|ing)|trigger\w*|accelerat(?:es|ing)) {_LOSS}"
    rf"|\b(?:due to|because of|owing to) (?:[\w-]+ ){{0,3}}?{_LOSS}|\bexhibited {_LOSS}",
)
# Some of these stands in each of them, and is found faster.
_SIGNS: Final = (
    "lead", "result", "rise", "contribut", "caus", "induc", "trigger", "accelerat", "due to", "owing to", "exhibited",
)  # fmt: skip
_CANNOT: Final = re.compile(r"\b(?:can ?not|fails? to|(?:is|are) unable to)\b")
# What a thing is held against, up to the next comma: "thinner than the tin coating", "compared to artificial films".
_AGAINST: Final = re.compile(
    r"\b(?:than|[Cc]ompared (?:to|with)|[Ii]n contrast (?:to|with)|[Rr]elative to|as opposed to)\s[^,;.]{0,60}$"
)
_REACH: Final = 90


def tells_harm(words: str) -> bool:
    """Tell whether a stretch says that harm comes of something.

    >>> tells_harm("The film grows at each cycle, resulting in capacity fade."), tells_harm("The film prevents capacity fade.")
    (True, False)
    """
    return any(sign in words for sign in _SIGNS) and _HARM.search(words) is not None


def cannot(words: str) -> bool:
    """Tell whether a thing is said to be unable to do something: a trouble, where nobody has brought it in.

    >>> cannot("Their native film cannot stop dendrites.")
    True
    """
    return _CANNOT.search(words) is not None


def is_compared(text: str, start: int, place: int) -> bool:
    """Tell whether something is only held against what a sentence that begins at `start` is about.

    >>> text = "The gel is thinner than the tin coating."
    >>> is_compared(text, 0, text.index("coating")), is_compared(text, 0, text.index("gel"))
    (True, False)
    """
    return _AGAINST.search(text, max(start, place - _REACH), place) is not None
