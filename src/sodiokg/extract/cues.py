"""Cue phrases: the small pattern language of the lexicon and a matcher that is linear in the text.

A part is a run of words. A word ending in ``*`` matches every word that begins so; ``a|b*`` matches either. Parts joined by ``..`` form a
chain: they follow one another within `REACH` words; joined by ``~`` they do so in one noun phrase, without a preposition, pronoun or
auxiliary between. Chains joined by ``&`` stand within `REACH` words of each other in any order.
Case, hyphens and slashes do not count: "grain-boundary" is two words.

>>> matcher = Matcher([Cue.parse("roughness_reduction", "decreas*|reduc* & rough*")])
>>> [hit.key for hit in matcher.find(words_of("The roughness of the surface was greatly reduced."))]
['roughness_reduction']
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, dropwhile, pairwise, product
from operator import itemgetter
from typing import Final, NamedTuple

__all__ = ["REACH", "Cue", "Hit", "Matcher", "Words", "words_of"]

REACH: Final = 7
# A plus sign stays with its ion: "Na+" is another word than "Na".
_WORD: Final = re.compile(r"[^\W_]+(?:\+(?![\w+]))?|[;:—]")
_ARTICLES: Final = frozenset({"a", "an", "the"})
# What may stand before the phrase: "evens out the flux", "forms in situ a film".
_OPENERS: Final = _ARTICLES | {"out", "up", "off", "in", "situ"}
_JOINT: Final = re.compile(r"(\.\.|~)")
# Nothing is joined across these: a clause ends, or the text turns to its opposite.
_BREAKS: Final = frozenset({";", ":", "—", "but", "whereas", "while", "although", "though", "yet", "despite", "unlike"})
# Words that no noun phrase holds between its first word and its head; an article opens the next phrase, such a verb the next clause.
_LINKS: Final = (
    "on onto at by from with within without under over through via for to into of as than upon after before during between "
    "when where which that who is are was were be been being has have had can could may will would not no it they we this these "
    "its their them"
)
_VERBS: Final = "achieve enable enhance ensure exhibit facilitate improve increase lower prevent promote provide reduce regulate show stabilize suppress"
_PHRASE_ENDS: Final = _BREAKS | _ARTICLES | {*_LINKS.split(), *(form for verb in _VERBS.split() for form in (verb, verb + "s"))}
# A part that stands more often than this in one sentence is looked at only so often, which keeps the matcher linear.
_MOST: Final = 8
_PLACE: Final = itemgetter(1, 2, 0)  # of a hit: start, end, key
_MOST_WORDS: Final = 50_000  # remembered at once, so that a corpus does not fill the memory


class Words(NamedTuple):
    """The words of a stretch in lower case, with their places in the text, which are read for the few that are cues."""

    texts: Sequence[str]
    places: Sequence[re.Match[str]]


class Hit(NamedTuple):
    """A cue found in the text: the key of its concept and the stretch from its first to its last word."""

    key: str
    start: int
    end: int


def words_of(text: str, start: int = 0, end: int | None = None) -> Words:
    """Return the words of ``text[start:end]``; a clause break (``;``, ``:``, ``—``) counts as a word that no cue matches."""
    stop = len(text) if end is None else end
    places = list(_WORD.finditer(text, start, stop))
    return Words([place.group().lower() for place in places], places)


Part = tuple[tuple[str, ...], ...]
Span = tuple[int, int]
_Longer = dict[int, list[tuple[int, tuple[int, ...]]]]


class _Known(NamedTuple):
    """What a word can be: its places in parts, the parts that it makes alone, and the places of the next word with the parts that go on there."""

    fits: frozenset[int]
    alone: frozenset[int]
    next: frozenset[int]
    longer: _Longer


_UNKNOWN: Final = _Known(frozenset(), frozenset(), frozenset(), {})


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue phrase of a concept: chains of parts, a part with the alternatives for each of its words, and the words that part each joint."""

    key: str
    chains: tuple[tuple[Part, ...], ...]
    joints: tuple[tuple[frozenset[str], ...], ...]

    @classmethod
    def parse(cls, key: str, pattern: str) -> Cue:
        """Read the pattern language; raises ValueError for an empty part."""
        pieces = [_JOINT.split(chain) for chain in pattern.lower().split("&")]
        chains = tuple(tuple(_part(piece, pattern) for piece in chain[::2]) for chain in pieces)
        joints = tuple(tuple(_PHRASE_ENDS if mark == "~" else _BREAKS for mark in chain[1::2]) for chain in pieces)
        return cls(key, chains, joints)

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return the parts of all chains in reading order."""
        return tuple(part for chain in self.chains for part in chain)


def _part(piece: str, pattern: str) -> Part:
    part = tuple(tuple(word.split("|")) for word in re.split(r"[\s\-/]+", piece.strip()))
    if not all(word and all(alternative.strip("*") for alternative in word) for word in part):
        raise ValueError(f"an empty part in the cue {pattern!r}")
    return part


class Matcher:
    """All cues of a lexicon: their distinct parts indexed by first word, each cue by the part that it shares with the fewest others."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        self._cues = tuple(cues)
        numbers: dict[Part, int] = {}
        self._needed = tuple(tuple(numbers.setdefault(part, len(numbers)) for part in cue.parts) for cue in self._cues)
        self._parts = tuple(map(frozenset, self._needed))
        shared = Counter(chain.from_iterable(self._needed))
        self._anchored: dict[int, list[int]] = defaultdict(list)
        self._single: dict[int, list[str]] = defaultdict(list)
        for cue, needed in enumerate(self._needed):
            if len(needed) == 1:
                self._single[needed[0]].append(self._cues[cue].key)
                continue
            self._anchored[min(needed, key=lambda number: shared[number])].append(cue)
        # Sets, so that the few parts of a sentence that decide are found at once among the many that do not.
        self._singles, self._anchors = frozenset(self._single), frozenset(self._anchored)
        slots: dict[tuple[str, ...], int] = {}
        self._opens: dict[int, list[tuple[int, tuple[int, ...]]]] = defaultdict(list)
        for part, number in numbers.items():
            first, *rest = (slots.setdefault(alternatives, len(slots)) for alternatives in part)
            self._opens[first].append((number, tuple(rest)))
        self._exact: dict[str, list[int]] = defaultdict(list)
        self._stems: dict[str, list[int]] = defaultdict(list)
        for alternatives, slot in slots.items():
            for word in alternatives:
                index, key = (self._stems, word[:-1]) if word.endswith("*") else (self._exact, word)
                index[key].append(slot)
        self._lengths = sorted({len(stem) for stem in self._stems})
        self._known: dict[str, _Known] = {}

    def find(self, words: Words) -> list[Hit]:
        """Return every cue found in the words of one sentence, by place."""
        seen = self._known.get
        known = [seen(word) or self._look_up(word) for word in words.texts]
        known.append(_UNKNOWN)
        places = _places(known)
        marks = words.places
        present = frozenset(places)
        hits = {
            Hit(key, marks[start].start(), marks[end - 1].end())
            for number in self._singles & present
            for key in self._single[number]
            for start, end in places[number][:_MOST]
        }
        hits |= {
            Hit(self._cues[cue].key, marks[start].start(), marks[end - 1].end())
            for number in self._anchors & present
            for cue in self._anchored[number]
            if present >= self._parts[cue]
            for start, end in _spans(self._cues[cue], [places[part] for part in self._needed[cue]], words.texts)
        }
        return sorted(hits, key=_PLACE)

    def _look_up(self, word: str) -> _Known:
        """Work out what a word can be and remember it: a text says few different words."""
        if len(self._known) > _MOST_WORDS:
            self._known.clear()
        stems = (self._stems.get(word[:length], ()) for length in self._lengths if length <= len(word))
        fits = frozenset(chain(self._exact.get(word, ()), *stems))
        openings = [opening for slot in fits for opening in self._opens.get(slot, ())]
        longer: _Longer = defaultdict(list)
        for number, rest in openings:
            if rest:
                longer[rest[0]].append((number, rest[1:]))
        known = self._known[word] = _Known(
            fits, frozenset(number for number, rest in openings if not rest), frozenset(longer), longer
        )
        return known


def _places(known: Sequence[_Known]) -> dict[int, list[Span]]:
    """Return where parts stand among the words of a sentence, in order; the last word is none, so that no part runs over the end."""
    places: dict[int, list[Span]] = defaultdict(list)
    for position, (word, follower) in enumerate(pairwise(known)):
        here = (position, position + 1)
        for number in word.alone:
            places[number].append(here)
        for slot in word.next & follower.fits if word.next else ():
            for number, rest in word.longer[slot]:
                end = position + 2 + len(rest)
                if all(other in one.fits for other, one in zip(rest, known[position + 2 : end], strict=False)):
                    places[number].append((position, end))
    return places


def _spans(cue: Cue, places: Sequence[Sequence[Span]], words: Sequence[str]) -> Iterator[Span]:
    """Yield the stretches (in words) in which all chains of a cue stand near each other."""
    chained: list[list[Span]] = []
    place = 0
    for parts, joints in zip(cue.chains, cue.joints, strict=True):
        chained.append(_chain(places[place : place + len(parts)], joints, words))
        place += len(parts)
    for combination in product(*(spans[:_MOST] for spans in chained)):
        ordered = sorted(combination)
        if all(_near(left, right, words) for left, right in pairwise(ordered)):
            yield ordered[0][0], ordered[-1][1]


def _chain(spans: Sequence[Sequence[Span]], joints: Sequence[frozenset[str]], words: Sequence[str]) -> list[Span]:
    """Return the stretches in which parts follow one another, each part by its nearest follower."""
    chains = list(spans[0])
    for followers, breaks in zip(spans[1:], joints, strict=True):
        chains = [
            (left[0], right[1])
            for left in chains
            if (right := next((r for r in _within_reach(left, followers) if _near(left, r, words, breaks)), None))
        ]
    return chains


def _within_reach(left: Span, followers: Sequence[Span]) -> Sequence[Span]:
    """Return which of the places of a part, which are in order, begin so soon after another part that the two may be joined."""
    return followers[bisect_left(followers, (left[1], 0)) : bisect_left(followers, (left[1] + REACH + 1, 0))]


def _near(left: Span, right: Span, words: Sequence[str], breaks: frozenset[str] = _BREAKS) -> bool:
    gap = right[0] - left[1]
    if not 0 <= gap <= REACH:
        return False
    between = dropwhile(_OPENERS.__contains__, words[left[1] : right[0]])
    return breaks.isdisjoint(between)
