"""What a number is said of, in the words of its sentence: a cell couple, a decorated material or a noun phrase."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from sodiokg.extract.couples import find_couples, find_decorated

__all__ = ["Subjects", "find_subjects", "name_subject"]

_HEAD: Final = (
    r"(?:cells?|batter(?:y|ies)|anodes?|cathodes?|electrodes?|electrolytes?|composites?|hosts?|interfaces?|alloys?|pellets?|foams?|films?|dis[ck]s?|tubes?"
    r"|membranes?|separators?|ceramics?|felts?|cloths?|papers?|scaffolds?|interlayers?|coatings?|collectors?|foils?|ones?|counterparts?)"
)
# What may stand before the head of such a phrase. A participle must be of a treatment: "coated cells", but not "enabled cells".
_MODIFIER: Final = re.compile(
    r"[A-Z][\w'+@-]*(?:\([\w-]+\)[\w-]*)*|[\w'+]+(?:-[\w'+]+)+|[a-z]+(?:ic|al|ous|less|ene|ide|ate|ium|yst)"
    r"|(?:un|non|pre|re|co)?(?:coat|treat|polish|anneal|sinter|dop|decorat|modif|protect|heat|clean|infus|carboni[sz]|oxidi[sz]|reduc|press|cast|grown?|activat|fluorinat"
    r"|impregnat|load|alloy|laminat|assembl|prepar|wash|etch|engineer|functionali[sz]|plat|melt|molten)(?:ed|ied|d|en)?"
    r"|bare|pure|plain|pristine|full|half|liquid|solid|metal|sodium|lithium|potassium|tin|carbon|copper|nickel|silver|gold|zinc|glass|garnet|polymer|sulfur|sulphur|graphite"
    r"|thin|thick|dense|porous|coin|pouch|hybrid|reference|control|conventional|host|composite|alumina|sponge|fib(?:er|re)|quasi|all|beta|state|ion|air|fresh|flexible|soft|hard"
)
_NO_MODIFIER: Final = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "their",
        "its",
        "our",
        "as",
        "at",
        "in",
        "on",
        "of",
        "for",
        "when",
        "where",
        "while",
        "whereas",
        "after",
        "before",
        "with",
        "without",
        "by",
        "from",
        "to",
        "here",
        "thus",
        "however",
        "both",
        "all",
        "each",
        "such",
        "we",
        "it",
        "they",
        "although",
        "because",
        "since",
        "if",
        "during",
        "upon",
        "under",
        "over",
        "using",
        "and",
        "or",
        "but",
        "is",
        "was",
        "are",
        "were",
        "several",
        "critical",
        "typical",
        "additional",
        "final",
        "total",
        "initial",
        "et",
        "al",
    ]
)
_WORD: Final = re.compile(r"[^\s,;:()\[\]]+(?:\([^\s()]{1,12}\)[^\s,;:()\[\]]*)?")
_HEAD_WORD: Final = re.compile(rf"{_HEAD}\b[.]?", re.IGNORECASE)
_COUNTED: Final = re.compile(r"\s(?:hundred|thousand)\b")  # "about one hundred" names nothing
_TRAILING: Final = re.compile(rf"(?:\s(?:full|half|symmetric(?:al)?|asymmetric(?:al)?|pouch|coin|{_HEAD}))+\b", re.IGNORECASE)
_REFERENCE: Final = re.compile(
    r"\b(?:bare|pristine|pure|plain|uncoated|untreated|unmodified|undoped|unprotected)\s(?!and\b|or\b|for\b|with\b|the\b|surface\b)"
    r"(?:[A-Z][\w'+-]*(?:\([\w-]+\))?|[a-z]{3,})(?![\w-])"
)
_TURNS: Final = re.compile(r"[;.]\s|\b(?:whereas|while|but|than|versus|vs|against|compared|times that|relative to)\b")
_OF_WHAT: Final = re.compile(r"\)?\s(?:for|with|on|in|of)\s(?:the\s|an?\s|its\s)?")
_MOST: Final = 4  # modifiers of one head


class _Named(NamedTuple):
    """A subject in the text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Subjects:
    """The possible subjects of a sentence by place; asking for the one of a number costs the same in any sentence."""

    text: str
    named: tuple[_Named, ...]
    starts: tuple[int, ...]

    def at(self, position: int, end: int | None = None) -> str:
        """Return the subject of the number at a place: the one right after it ("5 mV for the bare one"), the last before, the first after."""
        place = bisect_left(self.starts, position)
        if end is not None and place < len(self.named) and _OF_WHAT.fullmatch(self.text, end, self.starts[place]):
            return self.named[place].text
        if place:
            return self.named[place - 1].text
        first = self.named[0] if self.named else None
        return first.text if first and not _TURNS.search(self.text, position, first.start) else ""


def find_subjects(text: str) -> Subjects:
    """Return what numbers of a sentence can be said of; of two that overlap the longer one stands."""
    found = [*_materials(text), *_phrases(text), *(_Named(m.start(), m.end(), m[0]) for m in _REFERENCE.finditer(text))]
    kept: list[_Named] = []
    for named in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or named.start >= kept[-1].end:
            kept.append(named)
        elif named.end - named.start > kept[-1].end - kept[-1].start:
            kept[-1] = named
    return Subjects(text, tuple(kept), tuple(named.start for named in kept))


def name_subject(text: str, position: int) -> str:
    """Return the cell couple, electrode or material that a number at a place of a sentence is said of, "" where none is named.

    >>> name_subject("The Sn-coated cell ran for 300 h.", 25)
    'Sn-coated cell'
    """
    return find_subjects(text).at(position)


def _materials(text: str) -> list[_Named]:
    """Return couples and decorated materials with the nouns that follow them: "Na@CC||NVP full cell"."""
    places = [(couple.start, couple.end) for couple in find_couples(text)]
    places += [(decorated.start, decorated.end) for decorated in find_decorated(text)]
    named = []
    for start, stop in places:
        trailing = _TRAILING.match(text, stop)
        end = trailing.end() if trailing else stop
        named.append(_Named(start, end, text[start:end]))
    return named


def _phrases(text: str) -> list[_Named]:
    """Return noun phrases with a head that numbers are said of and one to four modifiers."""
    words = list(_WORD.finditer(text))
    named = []
    for place, word in enumerate(words):
        if not _is_head(word[0]) or _COUNTED.match(text, word.end()):
            continue
        first = place
        while first > max(0, place - _MOST) and _modifies(text, words[first - 1], words[first]):
            first -= 1
        if first < place:
            start, end = words[first].start(), word.start() + len(word[0].rstrip("."))
            named.append(_Named(start, end, text[start:end]))
    return named


def _modifies(text: str, word: re.Match[str], following: re.Match[str]) -> bool:
    if text[word.end() : following.start()] != " " or word[0].lower() in _NO_MODIFIER:
        return False
    return _MODIFIER.fullmatch(word[0]) is not None or _is_head(word[0])


@lru_cache(maxsize=4096)
def _is_head(word: str) -> bool:
    return _HEAD_WORD.fullmatch(word) is not None
