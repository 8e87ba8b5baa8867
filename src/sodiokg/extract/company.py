"""What is brought in together with an agent: the host that holds it, what is written as one with it, what a work adds later."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from sodiokg.extract.cast import Cast
from sodiokg.extract.forms import is_layer
from sodiokg.extract.lexicon import Lexicon
from sodiokg.extract.materials import Mention
from sodiokg.extract.role_words import ALKALI, is_alkali, is_presented, is_solid_electrolyte
from sodiokg.extract.substrates import carries, holds

__all__ = ["composite_of", "coordinated", "hosts_brought_in", "joined_later"]

# What stands between the members of a composite: "microspheres, ", "/", " nanosheets and ".
_JOINED: Final = re.compile(r"(?:\s[a-z-]+){0,2}(?:\s?\([^()]{1,12}\))?(?:,? and |, |/)(?:[a-z-]+ ){0,2}")
# By what deed something more is brought in, "the incorporation of X".
_DEED: Final = re.compile(
    r"\b(?:incorporat|introduc|add(?:ing|ition)|decorat|embed|implant)\w*(?: of)?(?: (?:an?|the|liquid|metallic|trace|some|excess))* $"
)
# "Into a porous X framework": the host is made with what it holds.
_INTO: Final = re.compile(r"\b(?:into|within|inside) an? (?:[\w-]+ ){0,3}$")
_AND: Final = re.compile(r"(?: \([^()]{1,20}\))?,? and (?:the )?")
_JOINTS: Final = frozenset("/@-")
_DOPES: Final = re.compile(r"[\s-](?:dual|co|double)?[\s-]?(?:dop|substitut)")


def hosts_brought_in(cast: Cast, text: str, start: int, mentions: Sequence[Mention], lexicon: Lexicon) -> dict[str, str]:
    """Return the hosts that are brought in: all where nothing else is, those that are named in one breath with an agent where one is."""
    if all(holds(iri, lexicon) for iri in cast.agents):
        return cast.carriers
    groups = [[mention.iri for mention in mentions[:1]]]
    for left, right in pairwise(mentions):
        if _JOINED.fullmatch(text, left.end, right.start):
            groups[-1].append(right.iri)
        else:
            groups.append([right.iri])
    joined = {iri for group in groups if {*group} & {*cast.agents} for iri in group}
    joined |= {
        m.iri
        for m in mentions
        if holds(m.iri, lexicon) and (is_presented(text, m, start) or _INTO.search(text, max(start, m.start - 40), m.start))
    }
    return {iri: name for iri, name in cast.carriers.items() if iri in joined}


def coordinated(text: str, mentions: Sequence[Mention], agents: Mapping[str, str], idle: Mapping[str, str]) -> dict[str, str]:
    """Return the idle materials that "and" joins to an agent, for what is said of one is said of both."""
    pairs = pairwise(mentions)
    return {
        right.iri: idle[right.iri]
        for left, right in pairs
        if left.iri in agents and right.iri in idle and _AND.fullmatch(text, left.end, right.start)
    }


def joined_later(
    text: str, start: int, mentions: Sequence[Mention], late: Mapping[str, str], first: Mapping[str, str]
) -> dict[str, str]:
    """Return the agents that a work names after it has presented itself, and says to bring in or writes as one with those named first."""
    names = tuple(first.values())
    return {
        one.iri: late[one.iri]
        for one in mentions
        if one.iri in late
        and (
            _DEED.search(text, max(start, one.start - 50), one.start)
            or (text[one.end : one.end + 1] in _JOINTS and text.startswith(names, one.end + 1))
        )
    }


def composite_of(cast: Cast, text: str, mention: Mention, lexicon: Lexicon) -> str:
    """Return the name of the composite that hyphens make a material part of, "Zn-C".

    None is one whose parts the text speaks of one by one, nor one part of which is what the rest is put on or in.
    """
    group = cast.groups.get(mention.start)
    parts = group.hyphenated if group else ()
    if len(parts) < 2 or _DOPES.match(text, parts[-1].end) or all(part.iri in cast.alone for part in parts):
        return ""
    if any(_stands_apart(part, lexicon) for part in parts) or all({*part.elements} & ALKALI for part in parts):
        return ""
    whole = replace(parts[0], end=parts[-1].end)
    host = any(carries(part, lexicon) and not holds(part.iri, lexicon) for part in parts)
    return "" if host and not is_layer(text, whole) else text[whole.start : whole.end]


def _stands_apart(part: Mention, lexicon: Lexicon) -> bool:
    """Tell whether what a hyphen joins is no part of a composite but what wets, conducts or holds it."""
    return is_alkali(part) or is_solid_electrolyte(part, lexicon) or lexicon.is_a(part.iri, "Polymer")
