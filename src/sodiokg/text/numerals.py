"""Write the numbers of other languages as English does, character for character, so that every offset stays.

"0,5" becomes "0.5", "1.000" becomes "1,000"; digits that touch letters of a script without word spaces are set apart.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["in_english"]

# These write numbers as English does.
_POINT: Final = frozenset({"ar", "he", "hi", "ja", "ko", "th", "zh"})
# A number of several parts; what stands in brackets is a citation, what a hyphen ties to a word its locants ("1,2-dimethoxy").
_PARTS: Final = re.compile(r"\[[\d\s,;-]*\]|(?<![\w.,])(\d+(?:[.,]\d+)+)(?![.,]?\d|-[^\W\d])")
# What cannot be groups of three digits, and groups after which a comma can only begin the decimals.
_COMMA_DECIMAL: Final = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+|0,\d+|\d+,(?:\d{1,2}|\d{4,})|\d{1,3}(?:\.\d{3}){2,}")
_POINT_DECIMAL: Final = re.compile(r"\d{1,3}(?:,\d{3})+\.\d+|0\.\d+|\d+\.(?:\d{1,2}|\d{4,})|\d{1,3}(?:,\d{3}){2,}")
_EXCHANGED: Final = str.maketrans(",.", ".,")
# Chinese, Japanese, Korean and Thai letters, and their full stops.
_UNSPACED: Final = r"\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
_TOUCHING: Final = re.compile(rf"[{_UNSPACED}](?=[\d~<>≤≥±])|(?<=[\w°%])(?<![{_UNSPACED}])[{_UNSPACED}]")
_FULL_STOP: Final = re.compile("[\u3002\uff0e\uff61].", re.DOTALL)
_CYRILLIC_CELSIUS: Final = re.compile(r"(?<=°)С|(?<=° )С")


def in_english(text: str, language: str) -> str:
    """Return a text of the same length whose numbers are written as in English.

    "1.000" alone could be either; it is a thousand unless the text writes decimals with a point.

    >>> in_english("bei 0,5 mA für 1.000 h [3,5]", "de")
    'bei 0.5 mA für 1,000 h [3,5]'
    """
    if language in _POINT:
        return _TOUCHING.sub(" ", _FULL_STOP.sub(". ", text))
    pointed = any(match[1] and _POINT_DECIMAL.fullmatch(match[1]) for match in _PARTS.finditer(text))

    def exchanged(match: re.Match[str]) -> str:
        number = match[1] or ""
        sure = _COMMA_DECIMAL.fullmatch(number) is not None
        unsure = not pointed and _POINT_DECIMAL.fullmatch(number) is None
        return match[0].translate(_EXCHANGED) if number and (sure or unsure) else match[0]

    return _CYRILLIC_CELSIUS.sub("C", _PARTS.sub(exchanged, text))
