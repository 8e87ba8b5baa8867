"""Claims: what each study, each member of a citation run, or the text itself says of one strategy.

A claim gathers the cues, materials and evidence of its frame. Every mechanism, effect and phase keeps its own polarity and place, for
one sentence often asserts the making and hedges the mechanism.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from sodiokg.extract.asides import compared_agents, denied_wetting, other_agent, other_polarity
from sodiokg.extract.context import Setting
from sodiokg.extract.findings import Findings
from sodiokg.extract.frames import Frame, Frames
from sodiokg.extract.harms import cannot
from sodiokg.extract.joining import go_on, join
from sodiokg.extract.lists import Topics
from sodiokg.extract.results import shown_items
from sodiokg.extract.stances import stance
from sodiokg.extract.stretches import Stretch, read_stretch
from sodiokg.extract.variants import as_control, is_control, listed_labels, parts
from sodiokg.extract.worth import claims_something, imagines, recommends, turns
from sodiokg.model import Claim, Document, Item, Measurement, Polarity
from sodiokg.text.language import ENGLISH

__all__ = ["read_claims"]

_ITEM_FIELDS: Final = {"Mechanism": "mechanisms", "Effect": "effects"}
_SPARE: Final = re.compile(r"\s*\[[\d,\s\-]+\]")
_LEAD: Final = re.compile(r"[\s,;:]*(?:(?:and|or)\s+)?(?=\w)")
_ELECTROLYTE: Final = re.compile(
    r"(?=[\decgo])(?:\d(?:\.\d+)? ?(?:M|mol L-1|mol/L) \w+ in (?:[\w,\d]+(?:[:/][\w,\d]+)*)|\b(?:ether|carbonate|ester|glyme|organic)(?:-based)? electrolytes?\b)"
)
# What is brought in is a means, whatever it is: "the addition of X improves ...".
_BRINGS: Final = re.compile(r"\b[Tt]he (?:introduction|addition|incorporation|insertion|application|employment|use) of\b")
_STRATEGY_WORDS: Final = 14
_SAID: Final = ("asserted", "negated", "hypothesised")


def read_claims(
    document: Document, frames: Frames, settings: Sequence[Setting], numbers: Sequence[Measurement], findings: Findings
) -> tuple[Claim, ...]:
    """Return the claims of what is English in a document by place; ids are "c001", "c002" ..."""
    drafts: list[Claim] = []
    ours: int | None = None
    for frame, variant, told in _told(document, frames, settings, numbers, findings):
        if frame.kind == "own" and not variant:
            joined = join(document, drafts[ours], told[0]) if ours is not None else None
            if ours is not None and joined:
                drafts[ours], told = joined, told[1:]
            else:
                ours = len(drafts)
        elif ours is not None and is_control(variant):
            told = [as_control(drafts[ours], claim) for claim in told]
        elif frame.kind == "general" and drafts and (joined := go_on(document, drafts[-1], told[0])):
            drafts[-1], told = joined, told[1:]
        drafts.extend(told)
    return tuple(_numbered(drafts))


def _told(
    document: Document, frames: Frames, settings: Sequence[Setting], numbers: Sequence[Measurement], findings: Findings
) -> Iterator[tuple[Frame, str, list[Claim]]]:
    """Yield what each stretch that claims something tells, its main claim first, with the stretch and the variant that it is about."""
    labels = listed_labels(document, findings.lexicon)
    sole = tuple(labels.values()) if len(labels) == 1 else ()
    topics = Topics(findings)
    claimed: list[str] = []  # the kinds of the frames that have claimed something
    for index, (frame, setting) in enumerate(zip(frames.all, settings, strict=True)):
        if document.language_at(frame.start) != ENGLISH:
            continue
        topic = topics.at(document, frame)
        following = takewhile(lambda later: later.kind == "general", frames.all[index + 1 : index + 3])
        conceded = any(turns(document.words(later.start, later.end)) for later in following)
        comes = not document.citations and frame.kind == "general" and _comes_to_work(document, frames.all[index + 1 : index + 3])
        leads = comes and not claimed
        # A summary below an abstract begins with the problem again.
        repeats = comes and claimed[:1] == ["general"] and "own" in claimed
        divided = parts(document, frame, findings, labels)
        for variant, part in divided:
            stretch = read_stretch(document, part, setting, findings)
            here = _within(document, part, numbers)
            results = len(divided) == 1 and any(number.role == "result" for number in here)
            if repeats and not stretch.strategies:
                continue
            if variant or claims_something(document, stretch, has_results=results, conceded=conceded, leads=leads):
                claimed.append(frame.kind)
                told = _claims(document, stretch, topic, () if is_control(variant) else here)
                label = (
                    (variant,)
                    if variant in labels.values()
                    else sole
                    if frame.kind == "own" and (stretch.strategies or stretch.keys("Effect", "asserted"))
                    else ()
                )
                if label:
                    told = (replace(claim, agents=label if variant else claim.agents or label) for claim in told)
                yield part, variant, list(told)


def _comes_to_work(document: Document, following: Sequence[Frame]) -> bool:
    """Tell whether the text's own work comes next, or after a sentence that only imagines it."""
    first, *rest = following or (None,)
    if first and first.kind == "general" and imagines(document.words(first.start, first.end)):
        first = next(iter(rest), None)
    return first is not None and first.kind == "own"


def _within(document: Document, frame: Frame, numbers: Sequence[Measurement]) -> Sequence[Measurement]:
    start, end = document.plain.to_source(frame.start, frame.end)
    first = bisect_left(numbers, start, key=lambda number: number.start)
    return numbers[first : bisect_left(numbers, end, key=lambda number: number.start)]


def _numbered(drafts: Sequence[Claim]) -> Iterator[Claim]:
    for number, draft in enumerate(sorted(drafts, key=lambda claim: claim.start), 1):
        yield replace(draft, id=f"c{number:03d}")


def _claims(document: Document, stretch: Stretch, topic: tuple[str, ...], numbers: Sequence[Measurement]) -> Iterator[Claim]:
    main = _claim(document, stretch, topic)
    if not stretch.frame.is_study:
        yield main
        return
    main = _with_results(main, shown_items(numbers, stretch.findings.lexicon))
    apart = tuple(other_polarity(document, stretch, main)) if stretch.frame.kind == "own" else ()
    if any(claim.end >= main.end and claim.start <= main.start for claim in apart):
        yield replace(main, polarity=apart[0].polarity)
        return
    if apart and _covered(document, stretch, apart):
        yield from apart
        return
    main = _without_guesses(document, stretch, main, apart)
    second = (*other_agent(document, stretch, main), *compared_agents(document, stretch, main))
    newcomers = {agent for claim in second for agent in claim.agents}
    agents = tuple(agent for agent in main.agents if agent not in newcomers)
    for claim in denied_wetting(replace(main, agents=agents)):
        if claim.start == main.start or not any(other.start <= claim.start < other.end for other in apart):
            yield claim
    yield from second
    yield from (claim for claim in apart if not any(claim.start < other.end and other.start < claim.end for other in second))


def _without_guesses(document: Document, stretch: Stretch, main: Claim, apart: Sequence[Claim]) -> Claim:
    """Take from a claim the strategies and effects that only its guesses name: "polishing will possibly help further"."""
    guesses = [claim for claim in apart if claim.polarity == "hypothesised" and (claim.strategy_class or claim.effects)]
    if not guesses:
        return main
    places: dict[str, list[int]] = {}
    for one in stretch.judged:
        places.setdefault(one.hit.key, []).append(document.plain.to_source(one.hit.start, one.hit.end)[0])

    def told(key: str) -> bool:
        here = places.get(key, [])
        return not here or any(not any(guess.start <= place < guess.end for guess in guesses) for place in here)

    strategies, effects = tuple(filter(told, main.strategy_class)), tuple(filter(told, main.effects))
    items = tuple(item for item in main.items if item.field != "effects" or item.value in effects)
    return replace(main, strategy_class=strategies, effects=effects, items=items)


def _covered(document: Document, stretch: Stretch, apart: Sequence[Claim]) -> bool:
    """Tell whether every sentence of a stretch has a claim of its own, so that nothing is left for the main one."""
    pieces = (
        document.plain.to_source(start, end) for _, start, end in stretch.findings.pieces(stretch.frame.start, stretch.frame.end)
    )
    return all(any(claim.start < end and start < claim.end for claim in apart) for start, end in pieces)


def _with_results(claim: Claim, shown: Sequence[Item]) -> Claim:
    """Add what the numbers of a study show and its words may leave out."""
    new = [item for item in shown if item.value not in {*claim.effects, *claim.mechanisms}]
    effects = (item.value for item in new if item.field == "effects")
    mechanisms = (item.value for item in new if item.field == "mechanisms")
    return replace(
        claim, effects=(*claim.effects, *effects), mechanisms=(*claim.mechanisms, *mechanisms), items=(*claim.items, *new)
    )


def _claim(document: Document, stretch: Stretch, topic: tuple[str, ...]) -> Claim:
    frame, roles = stretch.frame, stretch.roles
    lead = _LEAD.match(document.plain.text, frame.start, frame.end)
    start, end = document.plain.to_source(lead.end() if lead else frame.start, frame.end)
    polarity = stance(document, stretch)
    # A claim that denies lists what it denies.
    denied = _SAID if polarity == "negated" else ()
    strategies = (stretch.strategies or stretch.lead) if frame.works or frame.is_study or recommends(document, stretch) else ()
    # A gain is one of a work or of something brought in: what nobody did has none, only troubles and wishes, and what it is supposed to help.
    brought = (_BRINGS.search(document.plain.text, frame.start, frame.end) or _is_means(stretch)) and not stretch.says("problem")
    gains = bool(frame.works or frame.is_study or strategies or brought)
    supposed = polarity == "hypothesised" and not gains
    effects = stretch.keys("Effect", *denied) if gains or supposed else ()
    # What only happens, to no end and by nobody's means, is no mechanism of a work.
    troubles = frame.kind != "own" and (stretch.harms or stretch.says("problem"))
    happens = not (strategies or effects) and troubles
    # What a thing that nobody has brought in cannot do is a trouble, and denied of nobody.
    if polarity == "negated" and not strategies and frame.kind != "own" and cannot(stretch.text[frame.start : frame.end]):
        polarity, effects, happens = "asserted", (), True
    if strategies and not effects and (stretch.is_part or stretch.says("importance")) and frame.kind == "listed":
        effects = topic
    return Claim(
        id="",
        doc=document.source.name,
        start=start,
        end=end,
        quote=document.source.text[start:end],
        section=document.section_at(frame.start),
        polarity=polarity,
        attribution=frame.attribution,
        ref=frame.refs,
        study=frame.study(document),
        battery_type=stretch.setting.battery_type,
        substrate=stretch.setting.substrate,
        substrate_class=_substrate_class(stretch, strategies),
        strategy=_strategy(document, stretch),
        strategy_class=strategies,
        agents=roles.agents if strategies or effects or frame.works else (),
        phases_formed=() if _troubles(stretch) else tuple(phase.title for phase in roles.phases),
        mechanisms=stretch.keys("Mechanism", *denied) if gains and not happens else (),
        effects=effects,
        evidence=stretch.keys("EvidenceKind", *_SAID, "open_question", "purpose"),
        electrolyte=_electrolyte(document, frame),
        cell=next(iter(stretch.keys("Cell")), "").removesuffix("_cell"),
        cathode=next(iter(roles.cathodes), ""),
        items=tuple(
            item
            for item in _items(document, stretch)
            if item.polarity == "negated" or (not happens and (gains or (supposed and item.field == "effects")))
        ),
    )


def _is_means(stretch: Stretch) -> bool:
    """Tell whether a sentence begins with a mechanism and says what good it does: "Alloying can improve the wetting"."""
    fields = stretch.findings.lexicon.fields
    told = [(fields.get(one.hit.key), one.hit.start) for one in stretch.judged if one.mode == "asserted"]
    first = next((start for field, start in told if field == "Mechanism"), -1)
    return first == stretch.frame.start and any(field == "Effect" and start > first for field, start in told)


def _troubles(stretch: Stretch) -> bool:
    """Tell whether nobody's work is told but a problem or a question: what is wished for there has not formed."""
    return stretch.frame.kind == "general" and (stretch.says("problem") or stretch.says("open_question"))


def _substrate_class(stretch: Stretch, strategies: tuple[str, ...]) -> str:
    """Return the class of the substrate; an alloy anode that stands on nothing else is what carries the metal itself."""
    kind = stretch.setting.substrate_class
    return "alloy" if kind == "other" and "alloy_anode" in strategies else kind


def _items(document: Document, stretch: Stretch) -> Iterator[Item]:
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


def _electrolyte(document: Document, frame: Frame) -> str:
    """Return the liquid electrolyte that a frame names first, "1 M NaPF6 in diglyme" or "ether electrolytes"."""
    found = _ELECTROLYTE.search(document.plain.text, frame.start, frame.end)
    return found.group() if found else ""


def _strategy(document: Document, stretch: Stretch) -> str:
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
