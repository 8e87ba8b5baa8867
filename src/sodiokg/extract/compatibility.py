"""What the cues of a stretch rule out among each other: a gain that is bad or missing, a mechanism without its matter."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from sodiokg.extract.cues import Hit
from sodiokg.extract.lexicon import Lexicon
from sodiokg.extract.materials import Mention
from sodiokg.extract.polarity import Judged
from sodiokg.extract.role_words import is_alloy, is_alloy_of
from sodiokg.extract.roles import Roles

__all__ = ["upheld"]

_GAINS: Final = frozenset({"Mechanism", "Effect"})
_REDUCED: Final = ("SodiumReducible", "SodiumConversionProduct")
_SEI: Final = r"\bSEI|electrolyte[\s-]inter(?:phase|face)"
_NAMES_SEI: Final = re.compile(_SEI, re.IGNORECASE)
# An alloy that lies as a layer: what is told is the alloying.
_LAYER: Final = re.compile(r"[\s-](?:layer|film|coating|skin)")
_ALLOY_LAYER: Final = re.compile(rf"alloy(?:ed)?{_LAYER.pattern}")
_FIRM: Final = re.compile(r"stable|robust", re.IGNORECASE)
_LAID: Final = re.compile(r"in[ -]situ|artificial|alloy", re.IGNORECASE)
_CHANGES: Final = re.compile(r"\s(?:thinner|thicker|smoother|denser)\b")
# What makes an SEI before the cell runs.
_BEFOREHAND: Final = re.compile(r"artificial|spontaneous|soak|immers|\bdip|\bpre\W|pre-?treat", re.IGNORECASE)
_REACTION: Final = re.compile(r"\breact(?!iv)")
_KEPT_FROM: Final = re.compile(
    r"(?<![-‐])\b(?:prevent|avoid|suppress|inhibit|hinder|imped|block|eliminat|reduc|without|no|instead of|rather than)(?:e[ds]?|s|ing|ed)?\s(?:the\s|any\s|further\s)?(?:\w+\s)?$"
)
_NAMED: Final = {
    "conversion_reaction": re.compile(
        r"oxid|sulfid|sulphid|fluorid|chlorid|bromid|iodid|nitrid|phosphid|selenid|nitrate|carbonate|conversion reaction|co3|\b(?-i:[A-Z][a-z]?\d?(?:O|S|F|Cl|Br|I|N|P|Se)[\dx]{1,2}\b|(?:Na|Li|K)3[NP]\b)",
        re.IGNORECASE,
    ),
    "alloying": re.compile(
        r"generat|yield|react|turn|convert|transform|dissol|deriv|reduc|form(?:s|ed|ing)? an? (?:[\w–-]+ )?alloy|alloy(?:ed|ing) with|(?:is|are|was|were) formed"
    ),
    "sei_stabilization": re.compile(rf"{_SEI}|passivat", re.IGNORECASE),
}
_NO_WETTING: Final = "no_wetting_improvement"
# "Not only improves the wetting, but ...": nothing is denied.
_NOT_ONLY: Final = re.compile(r"\bnot (?:only|just|merely|solely|simply)\b", re.IGNORECASE)
_GOES_ON: Final = 25  # characters around a cue in which its matter may be named
_ASKED: Final = re.compile(r"[^.?!;]*\?")
# What is smooth may be the metal that was plated, not what it is plated on; defects are sites where they take up or hold the metal.
_TAKES_UP: Final = re.compile(
    r"creat|generat|phili|anchor|nucleat|adsor|bind|attract|seed|guid|captur|trap|hold|interact|active|\bsites?\b|carbon|graph|host|skeleton"
)
_ANION: Final = re.compile(r"\banchor\w* anions?\b")  # held anions even the flux out, and bind no metal
_METAL: Final = re.compile(r"\b(?:Na|Li|K)\b|odium|ithium|otassium|alkali|\b[Ii]ons?\b|[Aa]tom|deposit|energ")
_DEPOSITS: Final = re.compile(r"deposit|plating|plated|morpholog|(?:lithium|sodium|Li|Na)(?: metal)? surface")
_BESIDE: Final = 60  # characters before a phase in which its making is told
_MAKES: Final = re.compile(
    r"\b(?:form(?:s|ed|ing|ation)?|react\w*|leav\w+|left|turn\w*|convert\w*|transform\w*|becom\w+|yield\w*|giv(?:es|ing)|alloy(?:s|ed|ing)|solidif\w+|precipitat\w+|(?:existence|presence|evidence) of)\b|→"
)
_ARISES: Final = re.compile(
    r"\W{0,3}(?:(?:alloys?|phases?|layers?|that|which|is|are|was|were|in situ)\W{1,3}){0,4}form(?:s|ed|ing)?\b(?! an? | the )"
)


def upheld(
    text: str,
    judged: Sequence[Judged],
    mentions: Sequence[Mention],
    roles: Roles,
    lexicon: Lexicon,
    *,
    solid: bool,
    is_study: bool,
) -> Iterator[Judged]:
    """Yield the cues of a stretch that no other cue of it rules out.

    What is bad, missing, asked or only measured is no gain, and a denial holds for the shorter cue inside it; a denied gain in wetting, or poor
    wetting, is not a gain; what a work may lead to, or does to every sample, is no mechanism of it. Where a study makes an alloy phase
    of sodium to no harm, alloying is stated. An SEI of a liquid electrolyte that is told by what it is good for is no interlayer besides. `solid` says that the sodium lies on a solid electrolyte.
    """
    alloys = [phase for phase in roles.phases if is_alloy(phase, lexicon)]
    missing = _without_matter(judged, mentions, alloys, lexicon, solid=solid)
    ruled_out = _rules(text, judged)
    sei = [hit for hit in _of(judged, "sei_stabilization") if not solid or _is_firm(text, hit)]
    for one in judged:
        gain = lexicon.fields.get(one.hit.key)
        if (
            not (gain in _GAINS and ruled_out(one, gain))
            and not (one.hit.key in missing and one.mode != "negated" and _lacks(text, one.hit))
            and not (one.hit.key == "interlayer_formation" and _is_no_interlayer(text, one.hit, sei, alloys))
        ):
            yield one
    doubts = _of(judged, "problem", "unclaimed")
    made = next((phase for phase in alloys if _is_made(text, phase) and not _is_doubted(text, phase, doubts)), None)
    if made and is_study and not any(j.hit.key == "alloying" and j.mode == "asserted" for j in judged):
        yield Judged(Hit("alloying", made.start, made.end), "asserted")


def _of(judged: Sequence[Judged], *keys: str) -> list[Hit]:
    return [one.hit for one in judged if one.hit.key in keys]


def _rules(text: str, judged: Sequence[Judged]) -> Callable[[Judged, str], bool]:
    """Return the test of whether other cues say that a gain is none."""
    void, outlooks = _of(judged, "unclaimed"), _of(judged, "outlook")
    denied = [hit for hit in _of(judged, _NO_WETTING, "poorWetting") if not _NOT_ONLY.search(text, hit.start, hit.end)]
    negated = [one.hit for one in judged if one.mode == "negated"]
    solvation, routine = _of(judged, "solvation"), _of(judged, "routine")

    def ruled_out(one: Judged, gain: str) -> bool:
        return (
            _overlaps(one.hit, void)
            or _ASKED.match(text, one.hit.end) is not None
            or (one.hit.key == _NO_WETTING and one.hit not in denied)
            or _follows(text, one.hit, outlooks)
            or (gain == "Mechanism" and _is_beside(text, one.hit, routine))
            or (one.mode == "asserted" and any(_within(one.hit, hit) for hit in negated))
            or (one.hit.key == "wettability_improved" and _overlaps(one.hit, denied))
            or (one.hit.key == "roughness_reduction" and _stands_near(text, one.hit, _DEPOSITS, _GOES_ON))
            or (one.hit.key == "defect_sites" and not _stands_near(text, one.hit, _TAKES_UP, _BESIDE))
            or (one.hit.key == "adsorption_enhancement" and not _stands_near(text, one.hit, _METAL, _GOES_ON))
            or (one.hit.key == "adsorption_enhancement" and _ANION.search(text, one.hit.start, one.hit.end) is not None)
            or (one.hit.key == "adsorption_enhancement" and _is_beside(text, one.hit, solvation))
        )

    return ruled_out


def _without_matter(
    judged: Sequence[Judged], mentions: Sequence[Mention], alloys: Sequence[Mention], lexicon: Lexicon, *, solid: bool
) -> frozenset[str]:
    """Return the mechanisms whose matter a stretch does not name.

    To use a liquid alkali alloy as anode is not yet to alloy with sodium; conversion is of what sodium reduces or leaves behind it; the
    interlayer that forms on a solid electrolyte is not an SEI besides.
    """
    lacking = {
        "alloying": not alloys and bool(_of(judged, "alloy_anode")),
        "conversion_reaction": not any(lexicon.is_a(mention.iri, kind) for mention in mentions for kind in _REDUCED),
        "sei_stabilization": solid and bool(_of(judged, "interlayer_formation")),
    }
    return frozenset(key for key, lacks in lacking.items() if lacks)


def _lacks(text: str, hit: Hit) -> bool:
    """Tell whether the words of a cue do not name the matter themselves: the salt that is converted, the making of an alloy, the SEI."""
    named = _NAMED.get(hit.key)
    told = named is not None and named.search(text, hit.start, hit.end + _GOES_ON)
    return not told and not (hit.key == "sei_stabilization" and _is_firm(text, hit))


def _stands_near(text: str, hit: Hit, words: re.Pattern[str], reach: int) -> bool:
    return words.search(text, max(0, hit.start - reach), hit.end + reach) is not None


def _is_firm(text: str, hit: Hit) -> bool:
    """Tell whether an interphase is called stable that no reaction of what was laid there has left."""
    return bool(_FIRM.search(text, hit.start, hit.end)) and not _stands_near(text, hit, _LAID, _GOES_ON)


def _is_no_interlayer(text: str, hit: Hit, sei: Sequence[Hit], alloys: Sequence[Mention]) -> bool:
    """Tell whether the layer that forms is an alloy, is kept from forming, only changes, or is the SEI, by name or as `sei` tells."""
    start, end = max(0, hit.start - _GOES_ON), hit.end + _GOES_ON
    if any(start <= alloy.start and alloy.end <= end and _LAYER.match(text, alloy.end) for alloy in alloys):
        return True
    if _ALLOY_LAYER.search(text, start, end) or _CHANGES.match(text, hit.end):
        return True
    if _KEPT_FROM.search(text, max(0, hit.start - _BESIDE), hit.start):
        return True
    if _NAMES_SEI.search(text, start, end):
        return not _BEFOREHAND.search(text, start, end)
    return _overlaps(hit, sei) and not _REACTION.search(text, hit.start, hit.end)


def _is_made(text: str, phase: Mention) -> bool:
    """Tell whether an alloy of sodium is said to come of a reaction, not only to be there."""
    before = text[max(0, phase.start - _BESIDE) : phase.start].rpartition(". ")[2]
    return is_alloy_of(set(phase.elements)) and bool(_MAKES.search(before) or _ARISES.match(text, phase.end))


def _is_doubted(text: str, phase: Mention, doubts: Sequence[Hit]) -> bool:
    """Tell whether the sentence of a phase speaks of a problem."""
    return _is_beside(text, Hit("", phase.start, phase.end), doubts)


def _follows(text: str, hit: Hit, others: Sequence[Hit]) -> bool:
    """Tell whether one of the others stands before a cue in its sentence."""
    return any(other.end <= hit.start and _in_one_sentence(text, hit, other) for other in others)


def _is_beside(text: str, hit: Hit, others: Sequence[Hit]) -> bool:
    return any(_in_one_sentence(text, hit, other) for other in others)


def _in_one_sentence(text: str, hit: Hit, other: Hit) -> bool:
    return ". " not in text[min(hit.start, other.start) : max(hit.start, other.start)]


def _overlaps(hit: Hit, others: Sequence[Hit]) -> bool:
    return any(hit.start < other.end and other.start < hit.end for other in others)


def _within(hit: Hit, other: Hit) -> bool:
    return hit.key == other.key and other.start <= hit.start and hit.end <= other.end
