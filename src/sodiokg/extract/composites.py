"""Materials that a text writes as one: "Sb/C", "Zn-C", "carbon nanotubes (CNTs)".

What the words around such a group say holds for each of its members.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from sodiokg.extract.materials import Mention

__all__ = ["Group", "groups_of"]

_SLASH: Final = re.compile(r"\s?/\s?")
_HYPHEN: Final = re.compile(r"-")
# The short form of the name before it, alone in its brackets.
_OPENS: Final = re.compile(r"\s?[(,]\s?")
_CLOSES: Final = re.compile(r"s?\s?\)")


@dataclass(frozen=True, slots=True)
class Group:
    """Materials written as one by place; `hyphenated` are the members that a hyphen joins to the one asked for, itself included."""

    start: int
    end: int
    hyphenated: tuple[Mention, ...]

    def around(self, member: Mention) -> Mention:
        """Return a member as wide as its group, for what stands before and after it."""
        return Mention(self.start, self.end, member.title, member.iri, member.known, member.elements)


def groups_of(text: str, mentions: Sequence[Mention]) -> Mapping[int, Group]:
    """Return the groups of the materials that are written as one with others, by where each material starts."""
    groups: dict[int, Group] = {}
    run: list[Mention] = []
    links: list[str] = []
    for left, right in pairwise((*mentions, None)):
        if left is None:
            break
        run.append(left)
        link = _link(text, left, right)
        if link:
            links.append(link)
            continue
        if links:
            groups.update(_group(text, run, links))
        run, links = [], []
    return groups


def _link(text: str, left: Mention, right: Mention | None) -> str:
    """Return how two materials are written as one, "" where they are not."""
    if right is None:
        return ""
    if _HYPHEN.fullmatch(text, left.end, right.start):
        return "-"
    if _SLASH.fullmatch(text, left.end, right.start):
        return "/"
    return "(" if _OPENS.fullmatch(text, left.end, right.start) and _CLOSES.match(text, right.end) else ""


def _group(text: str, run: Sequence[Mention], links: Sequence[str]) -> dict[int, Group]:
    last = _CLOSES.match(text, run[-1].end) if links[-1] == "(" else None
    end = last.end() if last else run[-1].end
    hyphenated: dict[int, tuple[Mention, ...]] = {}
    chain = [run[0]]
    for link, mention in zip((*links, ""), (*run[1:], None), strict=True):
        if link == "-" and mention:
            chain.append(mention)
            continue
        hyphenated.update(dict.fromkeys((one.start for one in chain), tuple(chain)))
        chain = [mention] if mention else []
    return {one.start: Group(run[0].start, end, hyphenated[one.start]) for one in run}
