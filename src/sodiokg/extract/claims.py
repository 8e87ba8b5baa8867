"""Claims: what each study, each member of a citation run, or the text itself says of one strategy.

A claim gathers the cues, materials and evidence of its frame. Every mechanism, effect and phase keeps its own polarity and place, for
one sentence often asserts the making and hedges the mechanism.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sodiokg.extract.context import Setting
from sodiokg.extract.cues import Hit
from sodiokg.extract.findings import Findings
from sodiokg.extract.lexicon import Lexicon
from sodiokg.extract.materials import Mention
from sodiokg.extract.polarity import Judged, judge_all
from sodiokg.extract.roles import Roles, assign_roles, is_alloy, substrate_class
from sodiokg.extract.studies import Frame, Frames
from sodiokg.model import Attribution, Claim, Document, Item, Polarity

__all__ = ["read_claims"]

_ITEM_FIELDS: Final = {"Mechanism": "mechanisms", "Effect": "effects"}
_REPLACED: Final = re.compile(
    r"\b(?:replac|substitut|exchang|swap)\w*\b.{0,60}?\b(?:with|by|for)\b|\bin place of\b|\btakes? the place\b", re.IGNORECASE
)
_IN_ITS_PLACE: Final = re.compile(
    r"\b(?:putting|using|with|by|taking)\b[^.;,]{0,50}\bin (?:its|their) (?:place|stead)\b", re.IGNORECASE
)
_COMPARES: Final = re.compile(
    r"\b(?:higher|lower|better|greater|larger|smaller|more|less)\b[^.;]{0,60}\b(?:than|compared (?:to|with))\b", re.IGNORECASE
)
_SPARE: Final = re.compile(r"\s*\[[\d,\s\-]+\]")
_LEAD: Final = re.compile(r"[\s,;:]*(?:(?:and|or)\s+)?(?=\w)")
_STRATEGY_WORDS: Final = 14
# For so many frames after its last mention, wetting is still what listed works are listed for.
_TOPIC_LASTS: Final = 4
_TOPICS: Final = ("problem", "importance", "purpose", "infinitive", "hypothesised", "transfer")


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A frame with everything that was found in it."""

    frame: Frame
    judged: tuple[Judged, ...]
    roles: Roles
    setting: Setting
    findings: Findings
    lead: tuple[str, ...] = ()

    @property
    def strategies(self) -> tuple[str, ...]:
        """Return the strategies named in the frame, whatever is said of them."""
        return self.keys("Strategy", "asserted", "negated", "hypothesised", "open_question", "purpose")

    def keys(self, field: str, *modes: str) -> tuple[str, ...]:
        """Return the keys of one field in order of appearance, without repeats; `modes` restricts how they are said."""
        wanted = modes or ("asserted", "negated", "hypothesised", "open_question")
        fields = self.findings.lexicon.fields
        return tuple(dict.fromkeys(j.hit.key for j in self.judged if fields.get(j.hit.key) == field and j.mode in wanted))

    @property
    def judges(self) -> bool:
        """Tell whether the text names a problem or what matters, before it comes to what should be done."""
        keys = [j.hit.key for j in self.judged if j.hit.key in {"problem", "importance", "purpose", "infinitive"}]
        return bool(keys) and keys[0] not in {"purpose", "infinitive"}

    def says(self, key: str) -> bool:
        """Tell whether a cue of this key stands in the frame."""
        return any(j.hit.key == key for j in self.judged)


def read_claims(document: Document, frames: Frames, settings: Sequence[Setting], findings: Findings) -> tuple[Claim, ...]:
    """Return the claims of a document by place; ids are "c001", "c002" ..."""
    stretches = [_read(document, frame, setting, findings) for frame, setting in zip(frames.all, settings, strict=True)]
    drafts: list[Claim] = []
    wetting_since = _TOPIC_LASTS + 1
    for stretch in stretches:
        wetting_since = 0 if "wett" in document.words(stretch.frame.start, stretch.frame.end).lower() else wetting_since + 1
        drafts.extend(_claims(document, stretch, ("wettability_improved",) if wetting_since <= _TOPIC_LASTS else ()))
    return tuple(_numbered(drafts))


def _numbered(drafts: Sequence[Claim]) -> Iterator[Claim]:
    for number, draft in enumerate(sorted(drafts, key=lambda claim: claim.start), 1):
        yield replace(draft, id=f"c{number:03d}")


def _read(document: Document, frame: Frame, setting: Setting, findings: Findings) -> _Stretch:
    text, lexicon = document.plain.text, findings.lexicon
    judged: list[Judged] = []
    for number, start, end in findings.pieces(frame.start, frame.end):
        hits = findings.hits(number, start, end)
        judged.extend(judge_all(text, [hit for hit in hits if hit.key != "infinitive"] if frame.is_study else hits))
    mentions = findings.mentions(frame.start, frame.end)
    removal = [j.hit for j in judged if j.hit.key in {"passivation_removal", "side_reaction_prevention"}]
    roles = assign_roles(text, mentions, removal, lexicon, (frame.start, frame.end), setting.substrate_class)
    return _Stretch(frame, tuple(_compatible(judged, mentions, roles, lexicon)), roles, setting, findings, _lead(frame, findings))


def _lead(frame: Frame, findings: Findings) -> tuple[str, ...]:
    """Return the strategies of a sentence that lists several works, "coatings such as A [1] and B [2]", for each of them."""
    if frame.kind != "listed":
        return ()
    number, start, end = next(findings.pieces(frame.start, frame.end))
    if (start, end) == (findings.starts[number], findings.ends[number]):
        return ()
    fields = findings.lexicon.fields
    return tuple(dict.fromkeys(hit.key for hit in findings.cues[number] if fields.get(hit.key) == "Strategy"))


def _compatible(judged: Sequence[Judged], mentions: Sequence[Mention], roles: Roles, lexicon: Lexicon) -> Iterator[Judged]:
    """Drop what another cue of the frame rules out.

    A denied gain in wetting is not a gain; to use a liquid alkali alloy as anode is not yet to alloy with sodium; conversion is
    of what sodium reduces; where an alloy phase of sodium forms, alloying is stated.
    """
    denied = [j.hit for j in judged if j.hit.key == "no_wetting_improvement"]
    alloys = [phase for phase in roles.phases if is_alloy(phase, lexicon)]
    ruled_out = set()
    if not alloys and any(j.hit.key == "alloy_anode" for j in judged):
        ruled_out.add("alloying")
    if not any(lexicon.is_a(mention.iri, "SodiumReducible") for mention in mentions):
        ruled_out.add("conversion_reaction")
    for one in judged:
        overlaps = any(one.hit.start < hit.end and hit.start < one.hit.end for hit in denied)
        if one.hit.key not in ruled_out and not (one.hit.key == "wettability_improved" and overlaps):
            yield one
    if alloys and not any(j.hit.key == "alloying" and j.mode == "asserted" for j in judged):
        yield Judged(Hit("alloying", alloys[0].start, alloys[0].end), "asserted")


def _claims(document: Document, stretch: _Stretch, topic: tuple[str, ...]) -> Iterator[Claim]:
    if not _worth(document, stretch):
        return
    main = _claim(document, stretch, topic)
    if not stretch.frame.is_study:
        yield main
        return
    second = tuple(_replacement(document, stretch, main))
    newcomers = {agent for claim in second for agent in claim.agents}
    yield replace(main, agents=tuple(agent for agent in main.agents if agent not in newcomers))
    yield from second
    if stretch.says("no_wetting_improvement"):
        yield from _aside(main)


def _worth(document: Document, stretch: _Stretch) -> bool:
    """Tell whether a frame claims something: a study always does, other text only when it says more than that works exist."""
    if stretch.frame.kind == "own":
        return bool(stretch.strategies or stretch.keys("Mechanism") or stretch.keys("Effect"))
    if stretch.frame.is_study:
        return bool(stretch.frame.refs)
    if stretch.says("open_question"):
        return True
    said = stretch.keys("Mechanism") or stretch.keys("Effect")
    if not stretch.frame.refs:
        return (bool(said) or stretch.judges) and _on_sodium(document, stretch) and not stretch.says("classification")
    words = document.words(stretch.frame.start, stretch.frame.end)
    listed = bool(stretch.strategies or (stretch.lead and stretch.roles.agents))
    return bool(said) or listed or any(map(stretch.says, _TOPICS)) or bool(_COMPARES.search(words))


_ON_SODIUM: Final = re.compile(r"wett|phili|phob|dendrit|\b(?:Na|Li)\b|sodium|lithium|alkali|interfac", re.IGNORECASE)


def _on_sodium(document: Document, stretch: _Stretch) -> bool:
    return bool(_ON_SODIUM.search(document.words(stretch.frame.start, stretch.frame.end)))


def _claim(document: Document, stretch: _Stretch, topic: tuple[str, ...]) -> Claim:
    frame, roles = stretch.frame, stretch.roles
    lead = _LEAD.match(document.plain.text, frame.start, frame.end)
    start, end = document.plain.to_source(lead.end() if lead else frame.start, frame.end)
    effects = tuple(
        key for key in stretch.keys("Effect", "asserted", "negated", "hypothesised") if key != "no_wetting_improvement"
    )
    strategies = stretch.strategies or stretch.lead
    if strategies and not effects and (stretch.lead or stretch.says("importance")) and frame.kind == "listed":
        effects = topic
    return Claim(
        id="",
        doc=document.source.name,
        start=start,
        end=end,
        quote=document.source.text[start:end],
        section=_section(document, frame.start),
        polarity=_polarity(stretch),
        attribution=_attribution(frame),
        ref=frame.refs,
        study=_study(document, frame),
        battery_type=stretch.setting.battery_type,
        substrate=stretch.setting.substrate,
        substrate_class=stretch.setting.substrate_class,
        strategy=_strategy(document, stretch),
        strategy_class=strategies,
        agents=roles.agents if frame.is_study or strategies else (),
        phases_formed=tuple(phase.title for phase in roles.phases),
        mechanisms=stretch.keys("Mechanism"),
        effects=effects,
        evidence=tuple(dict.fromkeys(j.hit.key for j in stretch.judged if j.hit.key in _EVIDENCE)),
        cell=next(iter(stretch.keys("Cell")), "").removesuffix("_cell"),
        cathode=next(iter(roles.cathodes), ""),
        items=tuple(_items(document, stretch)),
    )


_EVIDENCE: Final = frozenset(
    [
        "contact_angle",
        "spreading_image",
        "microscopy",
        "diffraction",
        "spectroscopy",
        "impedance",
        "voltage_curve",
        "dft",
        "molecular_dynamics",
        "in_situ_imaging",
    ]
)


def _items(document: Document, stretch: _Stretch) -> Iterator[Item]:
    seen: set[tuple[str, str]] = set()
    for judged in stretch.judged:
        field = _ITEM_FIELDS.get(stretch.findings.lexicon.fields.get(judged.hit.key, ""))
        if field and judged.mode != "purpose" and (field, judged.hit.key) not in seen:
            seen.add((field, judged.hit.key))
            yield _item(document, field, judged.hit.key, judged.mode, judged.hit.start, judged.hit.end)
    for phase in stretch.roles.phases:
        yield _item(document, "phases_formed", phase.title, "asserted", phase.start, phase.end)


def _item(document: Document, field: str, value: str, polarity: Polarity, start: int, end: int) -> Item:
    first, last = document.plain.to_source(start, end)
    return Item(field, value, polarity, first, last, document.source.text[first:last])


def _polarity(stretch: _Stretch) -> Polarity:
    """Judge the frame as a whole: a study's claim is asserted unless all of it is hedged, other text is what its words say."""
    modes = {j.mode for j in stretch.judged if stretch.findings.lexicon.fields.get(j.hit.key) in {"Mechanism", "Effect"}}
    if stretch.frame.is_study:
        return "hypothesised" if "hypothesised" in modes and modes <= {"hypothesised", "purpose"} else "asserted"
    if stretch.says("open_question"):
        return "open_question"
    return "hypothesised" if stretch.says("hypothesised") else "asserted"


def _attribution(frame: Frame) -> Attribution:
    if not frame.refs:
        return "own_result" if frame.kind == "own" else "own_statement"
    return "listed" if len(frame.refs) > 1 or frame.kind == "listed" else "reported"


def _study(document: Document, frame: Frame) -> str | None:
    if len(frame.refs) != 1:
        return None
    return next((r.label for r in document.references if r.number == frame.refs[0]), None)


def _section(document: Document, position: int) -> str:
    index = bisect_right(document.sections, position, key=lambda section: section.start) - 1
    return document.sections[index].number if index >= 0 else ""


def _strategy(document: Document, stretch: _Stretch) -> str:
    """Quote the words around the first strategy cue, at most `_STRATEGY_WORDS` of them."""
    fields = stretch.findings.lexicon.fields
    first = next((j.hit for j in stretch.judged if fields.get(j.hit.key) == "Strategy"), None)
    if first is None:
        return ""
    text = document.plain.text
    _, opens, closes = next(
        piece for piece in stretch.findings.pieces(stretch.frame.start, stretch.frame.end) if piece[2] > first.start
    )
    left = max(opens, *(text.rfind(mark, opens, first.start) + 1 for mark in (",", ";", ":")))
    right = min((p for mark in (",", ";", ":") if (p := text.find(mark, first.end, closes)) > 0), default=closes)
    words = _SPARE.sub("", text[left:right]).split()
    ahead = len(text[left : first.start].split())
    skipped = max(0, min(ahead - _STRATEGY_WORDS // 2, len(words) - _STRATEGY_WORDS))
    return " ".join(words[skipped : skipped + _STRATEGY_WORDS]).strip(" .,")


def _aside(main: Claim) -> Iterator[Claim]:
    """Set apart what the study is said not to do for wetting: an effect of its own beside what it achieves."""
    item = next(item for item in main.items if item.value == "no_wetting_improvement")
    yield replace(
        main,
        start=item.start,
        end=item.end,
        quote=item.span,
        mechanisms=(),
        phases_formed=(),
        effects=("no_wetting_improvement",),
        items=(item,),
    )


def _replacement(document: Document, stretch: _Stretch, main: Claim) -> Iterator[Claim]:
    """Set apart a second version of the strategy in which one agent takes another's place."""
    text = document.plain.text
    frame = stretch.frame
    if match := _REPLACED.search(text, frame.start, frame.end):
        start, stop = match.end(), min(match.end() + 40, frame.end)
    elif match := _IN_ITS_PLACE.search(text, frame.start, frame.end):
        start, stop = match.span()
    else:
        return
    new = [m for m in stretch.findings.mentions(start, stop) if not substrate_class(m, stretch.findings.lexicon)]
    if new:
        first, last = document.plain.to_source(match.start(), max(match.end(), new[0].end))
        quote = document.source.text[first:last]
        yield replace(
            main,
            start=first,
            end=last,
            quote=quote,
            agents=(new[0].title,),
            mechanisms=(),
            phases_formed=(),
            effects=(),
            items=(),
        )
