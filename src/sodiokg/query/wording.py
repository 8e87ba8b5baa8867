"""What a person may have meant by a name that does not exist."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

__all__ = ["did_you_mean"]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return "did you mean ...?" with up to three near names, "" where none is near.

    >>> did_you_mean("nzps", ["nzsp", "base", "Na15Sn4"])
    'did you mean nzsp?'
    """
    originals = {name.casefold(): name for name in sorted(known)}
    scores = {name: _likeness(word.casefold(), name) for name in originals}
    near = sorted((name for name, score in scores.items() if score >= 0.6), key=lambda name: (-scores[name], name))[:3]
    return f"did you mean {' or '.join(originals[name] for name in near)}?" if near else ""


def _likeness(word: str, name: str) -> float:
    """Return the likeness of the whole names, or the mean likeness of each wanted word to the name's nearest word."""
    whole = difflib.SequenceMatcher(None, word, name).ratio()
    parts = [part for part in word.split("-") if part]
    words = [part for part in name.split("-") if part]
    if not parts or not words:
        return whole
    best = [max(difflib.SequenceMatcher(None, part, other).ratio() for other in words) for part in parts]
    return max(whole, 0.95 * sum(best) / len(best))
