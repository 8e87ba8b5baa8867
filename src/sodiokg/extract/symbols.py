"""Abbreviations and symbols that a document gives to quantities: "contact angle (CA)", "critical current on stripping (CCS)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import inf
from typing import Final

from sodiokg.extract.cues import Cue, Hit, Matcher, Words, words_of

__all__ = ["read_symbols"]

_SYMBOL: Final = re.compile(r"\s\(\s?(?:i\.e\.,\s)?(?P<symbol>[A-Za-zα-ωΔ]{1,8}?)(?P<plural>s?)\s?(?=[),;=])")
_TAIL: Final = re.compile(r"(?:,?(?:\s(?:one|that|those))?\s(?:on|of|for|in|upon|during|to)(?:\s[\w/-]+){1,3})?")
_REACH: Final = 80  # characters in which the words that a symbol stands for begin
# Small words that lend no letter to an abbreviation.
_SILENT: Final = frozenset({"one", "that", "those", "of", "on", "for", "in", "the", "and", "to", "upon", "during", "a"})


def read_symbols(text: str, cues: Matcher) -> Matcher | None:
    """Return a matcher of the symbols that a text defines for the entries that its cues name, None where it defines none.

    >>> cues = Matcher([Cue.parse("contact_angle", "contact angle*")])
    >>> [hit.key for hit in read_symbols("The contact angle (CA) is low.", cues).find(words_of("a CA of"))]
    ['contact_angle']
    """
    found = {cue.key + symbol: cue for symbol, cue in _defined(text, cues)}
    return Matcher(found.values()) if found else None


def _defined(text: str, cues: Matcher) -> Iterator[tuple[str, Cue]]:
    for match in _SYMBOL.finditer(text):
        symbol = match["symbol"].lower()
        words = words_of(text, max(0, match.start() - _REACH), match.start())
        hits = [hit for hit in cues.find(words) if _TAIL.fullmatch(text, hit.end, match.start())]
        meant = _meant(match["symbol"], words)
        told = [hit for hit in hits if hit.start >= meant or _is_kind(match["symbol"], text, hit, match.start())]
        named = min(told, key=lambda hit: (hit.start, -hit.end), default=None)
        if named and symbol != text[named.start : named.end].lower():
            yield symbol, Cue.parse(named.key, f"{symbol}|{symbol}s")


def _meant(symbol: str, words: Words) -> float:
    """Return where the words begin whose initials a symbol is; a lone small letter, as in "(θ)", is a sign for any last word."""
    if len(symbol) == 1:
        return words.places[0].start() if words.places and not symbol.isupper() else inf
    voiced = [(word[0], place.start()) for word, place in zip(*words, strict=True) if word not in _SILENT][-len(symbol) :]
    return voiced[0][1] if "".join(letter for letter, _ in voiced) == symbol.lower() else inf


def _is_kind(symbol: str, text: str, hit: Hit, end: int) -> bool:
    """Say whether a symbol is that of a kind of the quantity: "critical current densities, one on stripping (CCS)"."""
    head = "".join(word[0] for word in words_of(text, hit.start, hit.end).texts)
    tail = "".join(word[0] for word in words_of(text, hit.end, end).texts if word not in _SILENT)
    return bool(tail) and symbol.lower() in {head[:length] + tail for length in range(2, len(head) + 1)}
