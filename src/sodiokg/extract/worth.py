"""Whether a stretch of text claims something, or only sets the scene: praises, wishes, classes, or says that a thing was tried."""

from __future__ import annotations

import re
from typing import Final

from sodiokg.extract.asides import supposes
from sodiokg.extract.frames import Frame
from sodiokg.extract.own_work import infers
from sodiokg.extract.stretches import Stretch
from sodiokg.model import Document

__all__ = ["claims_something", "imagines", "recommends", "turns"]

_COMPARES: Final = re.compile(
    r"\b(?:higher|lower|better|greater|larger|smaller|more|less)\b[^.;]{0,60}\b(?:than|compared (?:to|with))\b", re.IGNORECASE
)
# However the text has begun, it now comes to what is wrong.
_CONTRAST: Final = re.compile(r"\s*(?:However|Nevertheless|Nonetheless|Unfortunately|Yet|But|Still|Even so|Although|Though)\b")
# ... or in its course, before a semicolon.
_TURN: Final = re.compile(r"\s(?:however|nevertheless|nonetheless)\b|[,;] (?:but|yet) (?!also|rather|instead)|\bnot for\b")
# One gain against one loss, "hosts keep the contact but dilute the charge", and what nobody can weigh.
_WEIGHED: Final = re.compile(
    r"\b(?:keep|give|save|offer|lower|raise|reduce|improve|solve|provide|allow|work|cost|ease|protect|conduct|wet|hold|help|last|remove|prevent|suppress|store|carry|carries|stop|guide|accept)s?\b[^;,.]{0,60} (?:but|yet) (?!also\b|rather\b|instead\b|not\b)"
)
_NO_SCALE: Final = re.compile(r"\bcomparisons? (?:\w+ ){0,6}?(?:is|are|remains?) (?:\w+ )?(?:impossible|difficult|hard)\b")
# What a text holds to be so: what counts most, what says little, what holds only on a condition.
_VERDICT: Final = re.compile(
    r"\b(?:commonly|generally|widely|usually|often|long|traditionally) (?:been )?(?:believed|thought|accepted|assumed|held|considered|attributed|ascribed) (?:to|that)\b|\b(?:says?|tells?) (?:very )?(?:little|nothing) (?:about|of)\b|\b(?:can|could) (?:hardly|not|barely|scarcely) be (?:compared|transferred|generali[sz]ed)\b|\boutweighs?\b"
    r"|\bonly (?:\w+ ){1,3}if\b|^\W*What (?:counts|matters|decides)\b|\b(?:counts|matters) (?:more|most|less|little)\b"
)
# What is only asked, or would be if something else were, is not said.
_SUPPOSED: Final = re.compile(r"\bwould\b|\?\s*$")
# What a thing depends on, offers, or is studied or used for, is no problem yet.
_SCENE: Final = re.compile(
    r"\b(?:decides?|depends?|dependent|contingent|rel(?:y|ies)|dictates?|matters?|governs?|determines?|topic|subject|research|known|could|serves?|offers?|provides?"
    r"|enables?|overcomes?|circumvents?|replaces?|mitigates?|used|key|essential|important|growing|demands?|advantages?|energy density|conductivity)\b"
)
# "To overcome these, several methods are used": what follows is there for an end.
_FOR_AN_END: Final = re.compile(r"\s*(?:In order )?[Tt]o [a-z]+ ")
_RECIPE: Final = re.compile(r"\b(?:way|strategy|approach|method|route|remedy|solution)\b[^.;]{0,60}?\bis to\b")
_ON_SODIUM: Final = re.compile(
    r"wett|phili|phob|dendrit|\b(?:Na|Li|K|SEI)\b|sodium|lithium|alkali|interfac|interphas|electrode|anode|deposit|plating|stripping|electrolyte|batter|\bhosts?\b|interlayer",
    re.IGNORECASE,
)
_ON_PARTS: Final = re.compile(
    r"\b(?:coats?|coatings?|films?|layers?|alloys?|ceramics?|conductors?|cells?|pressures?|surface tension)\b"
)
# A line that ends without a stop, or a few words without a verb, is a title.
_TITLE: Final = re.compile(r"[\w)]\s*$(?<!\d)|^\W*(?:(?!\w+(?:s|ed)\b)[\w-]+\s){0,4}[\w-]+\.\s*$")
# What only says how good a field is, "among the most promising technologies for their long life".
_ESTEEMED: Final = re.compile(r"\b(?:among|one of) the most (?:promising|attractive|popular|mature|important)\b")
# What follows what, "with increasing pressure, fewer voids are seen".
_TREND: Final = re.compile(
    r"\b(?:With|Upon|On|At) (?:an? )?(?:increasing|decreasing|rising|falling|higher|lower|growing)\b[^.;]{0,120}\b(?:more|less|fewer|higher|lower|larger|smaller|longer|shorter|stronger|weaker|increase\w*|decrease\w*|rise\w*|fall\w*|grow\w*|drop\w*)\b"
    r"|\b[Tt]he (?:higher|lower|larger|smaller|longer|thicker|thinner)\b[^.;]{3,80}, the \w+er\b"
)
_ANAPHOR: Final = re.compile(r"\b(?:they|their|it|its|these|this|them|such)\b")
_TAKEN_UP: Final = 200  # characters before a sentence that "their" may point to
# What is held to be a way out, whatever is wrong with it: "alloys are considered an effective strategy".
_A_WAY: Final = re.compile(
    r"\b(?:is|are|been|was|were|as|represents?|provides?|offers?|considered|regarded|recogni[sz]ed|emerged)\s(?:\w+\s){0,3}?(?:effective|promising|efficient|attractive|viable|feasible|common|popular|critical|key|important|facile|simple|practical|powerful|useful|potential)\s(?:\w+\s){0,3}?(?:strateg\w+|approach\w*|ways?|methods?|solutions?|routes?|means|avenues?|hosts?|candidates?)\b"
)
# A problem that is taken away: "to solve these challenges".
_SOLVES: Final = re.compile(
    r"\b(?:re)?solv|address|overcom|tackl|alleviat|mitigat|circumvent|eliminat|remed|against|avoid|prevent|suppress"
)
_SOLVED: Final = 40  # characters before a problem in which that is said
# Some good that has no name of its own.
_GOOD: Final = re.compile(
    r"\b(?:improv|enhanc|promis|boost|stabili[sz]|benefi|facilitat|prolong)\w*|\b(?:better|superior|great(?:er)? potential|efficient)\b"
)
_SAID: Final = ("asserted", "negated", "hypothesised")
# A review that says what it is about.
_SURVEYS: Final = re.compile(
    r"\W*(?:Here(?:in)?, |In )?[Tt]his (?:[\w-]+ ){0,2}?(?:review|perspective|survey|mini-?review|roadmap)\b"
)
_FINDS: Final = ("open_question", "problem", "causes", "causedBy", "compares_higher_than", "compares_lower_than")
_TOPICS: Final = ("problem", "importance", "purpose", "infinitive", "hypothesised", "transfer")


def claims_something(document: Document, stretch: Stretch, *, has_results: bool, conceded: bool, leads: bool) -> bool:
    """Tell whether a frame claims something: a study does, other text only when it says more than that works exist.

    `has_results` says that numbers of the frame are results, `conceded` that the next sentence turns against it,
    `leads` that the work of a text which has claimed nothing yet comes next: the problem that it solves stands here.
    """
    frame = stretch.frame
    said = bool(stretch.keys("Mechanism", *_SAID) or stretch.keys("Effect", *_SAID))
    if not (stretch.strategies or said) and _SURVEYS.match(document.words(frame.start, frame.end)):
        return False
    if frame.kind == "own":
        found = bool(stretch.strategies) or said or has_results or any(map(stretch.says, _FINDS))
        return found or _TREND.search(document.words(frame.start, frame.end)) is not None
    if frame.is_study:
        return bool(frame.works)
    words = document.words(frame.start, frame.end)
    if stretch.says("open_question"):
        return True
    if not frame.works and _TITLE.search(words):
        return False
    turned = stretch.judges or turns(words)
    if not frame.works:
        troubled = stretch.says("problem")
        turned = (stretch.judges and troubled) or turns(words)
        grounds = said or stretch.says("causes") or stretch.says("causedBy")
        states = not imagines(words) and not _is_background(stretch, grounds)
        scene = _SCENE.search(words) or stretch.says("purpose") or (stretch.says("importance") and not troubled)
        problem = leads and states and not scene
        judged = bool(_VERDICT.search(words)) or (
            stretch.says("hypothesised") and states and supposes(words) and (infers(words) or not conceded)
        )
        told = (
            turned
            or judged
            or _RECIPE.search(words)
            or (bool(stretch.strategies) and stretch.says("importance") and states)
            or (grounds and states and (not conceded or (said and bool(stretch.strategies))))
            or problem
        )
        return (
            bool(told)
            and bool(
                _ON_SODIUM.search(_with_what_it_takes_up(document, stretch.frame, words)) or (judged and _ON_PARTS.search(words))
            )
            and not _only_wishes(stretch, words)
        )
    told = (
        bool(stretch.strategies)
        or (said and not _ESTEEMED.search(words))
        or (stretch.is_part and not stretch.says("praise"))
        or bool(_COMPARES.search(words))
    )
    return (
        told
        or turned
        or any(map(stretch.says, _TOPICS))
        or not _is_background(stretch, stretch.says("causes") or stretch.says("causedBy"))
    )


def _with_what_it_takes_up(document: Document, frame: Frame, words: str) -> str:
    """Return the words of a sentence, with those right before it where it speaks of "their" troubles or turns against them."""
    takes_up = _ANAPHOR.search(words) or _CONTRAST.match(words)
    return document.plain.text[max(0, frame.start - _TAKEN_UP) : frame.end] if takes_up else words


def imagines(words: str) -> bool:
    """Tell whether a sentence only asks, or says what would be."""
    return bool(_SUPPOSED.search(words))


def turns(words: str) -> bool:
    """Tell whether a sentence turns against what was said before or in its own beginning."""
    weighed = (" but " in words or " yet " in words) and _WEIGHED.search(words)
    turn = _CONTRAST.match(words) or _TURN.search(words)
    return bool((turn and ";" not in words[: turn.start()]) or weighed or ("comparison" in words and _NO_SCALE.search(words)))


def _is_background(stretch: Stretch, grounds: bool) -> bool:
    return stretch.says("praise") or (stretch.says("existence") and not grounds)


def _only_wishes(stretch: Stretch, words: str) -> bool:
    longs = stretch.says("need") or (stretch.says("importance") and not stretch.strategies)
    return stretch.says("classification") or (longs and not stretch.says("problem")) or bool(_FOR_AN_END.match(words))


def recommends(document: Document, stretch: Stretch) -> bool:
    """Tell whether a general statement, of nobody's work, says that a strategy does some good or is a way out.

    Else it is a judgement alone. A problem that the strategy is there to solve is none of its own.
    """
    text, start, end = document.plain.text, stretch.frame.start, stretch.frame.end
    if stretch.says("open_question"):
        return False
    if _A_WAY.search(text, start, end):
        return True
    good = stretch.keys("Effect", "asserted") or stretch.keys("Mechanism", "asserted") or stretch.says("importance")
    problems = (one.hit.start for one in stretch.judged if one.hit.key == "problem")
    solved = all(_SOLVES.search(text, max(start, place - _SOLVED), place) for place in problems)
    return bool(good or _GOOD.search(text, start, end)) and solved
