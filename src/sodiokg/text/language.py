"""Tell the language of prose by the letters it is written in and by its function words.

English is what the extractor reads, so a paragraph counts as English unless its own words say otherwise; formulas, tables and a few words never do.
Function words are the share of a language that no topic changes. Only those in small letters count, which leaves out names, symbols
and most headings, and none that English has too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

__all__ = ["ENGLISH", "NAMES", "UNKNOWN", "language_of", "languages_of", "unread"]

ENGLISH: Final = "en"
UNKNOWN: Final = "und"
# Tag (BCP 47) -> name.
NAMES: Final[Mapping[str, str]] = {
    "ar": "Arabic", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "fi": "Finnish",
    "fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean",
    "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sv": "Swedish", "th": "Thai", "tr": "Turkish",
    "uk": "Ukrainian", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
_FUNCTION_WORDS: Final[Mapping[str, str]] = {
    "en": "a about after all also among an and are as at be because been before below between both but by can could did do does during each few"
    " for from had has have here how however if in into is it its may me might more most no not of on only or other our over per plus same"
    " should since so some still such than that the their them then there these they this those through thus to under until upon via was"
    " we were what when where whereas whether which while who will with within without would",
    "cs": "ale byl byla bylo byly jako jejich jeho jsou která které který nebo pro při se tak také této tím z ze že však",
    "da": "af blev den der det efter eller en er et fra har ikke kan med mellem og på som til ved viser",
    "de": "als auch auf aus bei bis das dass dem den der des die diese dieser durch ein eine einem einen einer eines für hat ist mit nach"
    " nicht nur oder sich sie sind sowie um und unter vom von vor war waren werden wie wird wurde wurden zu zum zur zwischen über",
    "es": "como con cuando de del desde donde el ella en entre es esta este estos fue fueron hasta la las lo los muy más para pero por que"
    " se ser sin sobre su sus también un una unos y",
    "fi": "ei että ja joka jossa jotka kanssa kuin kun mukaan myös ne niiden oli olivat ovat sekä sen tai tämä tässä vain välillä",
    "fr": "au aux avec ces cette comme dans de des deux du elle en entre est et fut il ils la le les leur lors mais nous ou où par pas"
    " pendant pour qui que sans ses sont sous sur un une à été être",
    "hu": "az azonban csak egy ez hogy között lehet mint nem pedig során valamint vagy volt voltak után által és",
    "id": "adalah antara bahwa dalam dan dapat dari dengan karena lebih oleh pada sebagai secara tidak untuk yang",
    "it": "al alla anche che come con da dai dal dalla degli dei del della delle di e gli il la le lo nel nella non più quando questa questo"
    " si sono stata stato sulla tra un una è",
    "nl": "aan bij dan dat de deze die dit door een en geen het is meer met naar niet ook op te tot tussen uit van voor waren wordt werd worden zijn",
    "pl": "ale aby był była było były dla jak jednak jest które który lub na nie od oraz po przez przy się są tego tej tym także w z że",
    "pt": "ao aos com como da das de dos e em entre foi foram mais mas na nas não nos o os ou para pela pelo por que se sem seu sua são"
    " também um uma à é",
    "ro": "al ale au care ce cu de din este fi fost la mai nu pe pentru prin sau se sunt un în între și",
    "sv": "att av den det efter eller en ett för från har inte kan med mellan mot och om på samt som till var vid är",
    "tr": "bir bu da daha de gibi göre için ile olan olarak sonra ve veya çok üzerinde",
    "vi": "bị cho các có của khi không là một những này trong và với về được",
}  # fmt: skip
# Symbols and names have capitals; what a full stop or a hyphen ties to something is part of an abbreviation or a compound.
_WORD: Final = re.compile(r"(?<![\w.-])[^\W\d_A-Z]+(?![\w-])")
_LETTER: Final = re.compile(r"[^\W\d_]")
# A script of one language or, where more have it, of the first of these whose own letters a text holds; a lone Greek letter is a symbol.
_SCRIPTS: Final[Mapping[str, re.Pattern[str]]] = {
    "ja": re.compile(r"[\u3040-\u30ff]"),
    "ko": re.compile(r"[\uac00-\ud7af]"),
    "zh": re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"),
    "uk": re.compile(r"[іїєґІЇЄҐ]"),
    "ru": re.compile(r"[\u0400-\u04ff]"),
    "el": re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]{3}"),
    "he": re.compile(r"[\u0590-\u05ff]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
    "hi": re.compile(r"[\u0900-\u097f]"),
    "th": re.compile(r"[\u0e00-\u0e7f]"),
}
_NOT_LATIN: Final = re.compile(
    r"[\u0400-\u1cff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]|[\u0370-\u03ff\u1f00-\u1fff]{3}"
)
_SENTENCE_END: Final = re.compile(r"[^\W\d_]{3}[.!?] [^\W\d_]")
# What it takes to decide: letters of another script; function words and different ones among them; words that none of the lists has.
_LETTERS: Final = 12
_HITS, _KINDS = 4, 3
_RUNNING_WORDS, _SENTENCES = 60, 3


def languages_of(paragraphs: Sequence[str]) -> list[str]:
    """Return the language of each paragraph; one that is too short to tell has that of most of the text, English where nothing tells."""
    told = [language_of(paragraph) for paragraph in paragraphs]
    sizes: Counter[str] = Counter()
    for paragraph, language in zip(paragraphs, told, strict=True):
        if language:
            sizes[language] += len(paragraph)
    usual = max(sizes, key=lambda tag: sizes[tag]) if sizes else language_of("\n".join(paragraphs)) or ENGLISH
    return [language or usual for language in told]


def unread(languages: Sequence[str]) -> str:
    """Return what a person should know of a text in these languages, "" where it is all English.

    >>> unread(["de", "en"])
    'in part in German, not in English: of that part only the numbers were read, no claims and no statements'
    """
    foreign = [language for language in languages if language != ENGLISH]
    if not foreign:
        return ""
    known = " and ".join(NAMES[language] for language in foreign if language in NAMES)
    told = f"in {known}, not in English" if known else "not in English"
    whole = len(foreign) == len(languages)
    return f"{'' if whole else 'in part '}{told}: of {'it' if whole else 'that part'} only the numbers were read, no claims and no statements"


def language_of(text: str) -> str:
    """Return the tag of the language of a text, UNKNOWN where it is surely not English and no more is sure, "" where nothing is.

    >>> language_of("Der Winkel sank nach dem Tempern auf der Oberfläche von 122,5° auf 72,5°, wie es auch für NZSP gilt.")
    'de'
    >>> language_of("Na3Zr2Si2PO12 | 0.5 mA cm-2 | 1.2 mS cm-1"), language_of("After the anneal, the contact angle on the ceramic fell to 72.5°.")
    ('', 'en')
    """
    if not text.isascii() and (script := _script_of(text)):
        return script
    known, words = _languages_by_word(), _WORD.findall(text)
    hits = Counter(tag for word in words for tag in known.get(word, ()))
    english = hits.pop(ENGLISH, 0)
    best, second = (*hits.most_common(2), ("", 0), ("", 0))[:2]
    if english >= 2 and english >= best[1]:
        return ENGLISH
    kinds = {word for word in words if best[0] in known.get(word, ())}
    if best[1] >= max(_HITS, 2 * english + 1, len(words) // 12) and len(kinds) >= _KINDS:
        return best[0] if best[1] * 3 > second[1] * 4 else UNKNOWN
    strange = len(words) >= _RUNNING_WORDS and english * 50 <= len(words)
    return UNKNOWN if strange and len(_SENTENCE_END.findall(text)) >= _SENTENCES else ""


def _script_of(text: str) -> str:
    """Return the language that another script than the Latin one tells, "" where less than a quarter of the letters are of one."""
    others = sum(map(len, _NOT_LATIN.findall(text)))
    if others < _LETTERS or others * 4 < len(_LETTER.findall(text)):
        return ""
    return next((tag for tag, letters in _SCRIPTS.items() if letters.search(text)), UNKNOWN)


@cache
def _languages_by_word() -> dict[str, tuple[str, ...]]:
    english = frozenset(_FUNCTION_WORDS[ENGLISH].split())
    found: dict[str, tuple[str, ...]] = dict.fromkeys(english, (ENGLISH,))
    for tag, words in _FUNCTION_WORDS.items():
        for word in words.split():
            if word not in english:
                found[word] = (*found.get(word, ()), tag)
    return found
