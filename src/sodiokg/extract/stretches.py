"""A frame with everything that was found in it: cues with their mode, materials with their role, the setting."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from sodiokg.extract.compatibility import upheld
from sodiokg.extract.context import Setting
from sodiokg.extract.cues import Hit
from sodiokg.extract.dopants import houses, of_what_is_doped
from sodiokg.extract.electrolytes import OF_AN_ELECTROLYTE, presents_electrolyte, strategy_of_electrolyte
from sodiokg.extract.findings import Findings
from sodiokg.extract.frames import Frame
from sodiokg.extract.harms import is_compared, tells_harm
from sodiokg.extract.layers import LAYERS, Layer, is_made_in_place, read_layer
from sodiokg.extract.lists import common_lead, shared_gains
from sodiokg.extract.namesakes import names_something_else
from sodiokg.extract.polarity import Judged, judge_all
from sodiokg.extract.role_words import is_alloy_of
from sodiokg.extract.roles import Roles, Scene, assign_roles
from sodiokg.extract.strategies import DECORATION, MIXED, compatible, on_a_ceramic
from sodiokg.model import Document
from sodiokg.names import substance_iri

__all__ = ["Stretch", "read_stretch"]

_NAMED: Final = ("asserted", "hypothesised", "open_question", "purpose")
# What words for parts of a cell say too, where nobody brings anything in: a surface layer, an interlayer that grows, a framework.
_LOOSE: Final = frozenset({"surface_coating", "in_situ_interlayer", "structural_host"})
_PRESENTS: Final = 2  # sentences in which a work presents itself
# A conversion is told where a treatment is: what it leaves is no strategy of its own.
_BUILT: Final = re.compile(r"in[ -]situ|inter(?:layer|phase)|SEI|\bfilm", re.IGNORECASE)
# What a second sentence may say more of what the first has named: of a layer, that it is made in place.
_REFINES: Final = {"surface_coating": ("in_situ_interlayer",)}
# What the filler of an electrolyte may be or have, and no strategy beside it.
_OF_FILLERS: Final = frozenset({"surface_treatment", "metal_decoration", "heteroatom_doping", "structural_host"})
# Where a statement begins to say something of its subject.
_SAYS: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|can|could|may|might|will|must|should|shows?|leads?|gives?|helps?|improves?|suppress(?:es)?|reduces?|remains?)\b"
)
_BARE: Final = 60  # characters of a member that only names what was used


@dataclass(frozen=True)
class Stretch:
    """A frame with everything that was found in it; `alloyed` says that an alloy of sodium is named where the work presents itself."""

    text: str
    frame: Frame
    judged: tuple[Judged, ...]
    roles: Roles
    setting: Setting
    findings: Findings
    lead: tuple[str, ...]
    layer: Layer
    alloyed: bool

    @cached_property
    def is_part(self) -> bool:
        """Tell whether the frame is one of several in its sentence, "coatings such as A [1] and B [2]"."""
        number, start, end = next(self.findings.pieces(self.frame.start, self.frame.end))
        return self.frame.kind == "listed" and (start, end) != (self.findings.starts[number], self.findings.ends[number])

    @cached_property
    def strategies(self) -> tuple[str, ...]:
        """Return the strategies named in the frame unless they are denied, and those that its materials tell.

        A reducible oxide brought into a host decorates it; what is brought onto a solid electrolyte and not named otherwise coats it.
        """
        first = self._told_first() if self._is_own else ()
        if (
            first
            and {*first} <= LAYERS
            and not self.layer.brought
            and "electrolyte_additive" in self.keys("Strategy", "asserted")
        ):
            first = ("electrolyte_additive",)  # the layer is what the additive leaves
        named = first or (() if self._is_own and self.roles.strategies else self._told_late())
        if self.setting.solid:
            named = on_a_ceramic(named)
        if self.is_part and not named and not self.lead:
            return self._of_a_member()
        if not self.frame.is_study:
            return named
        if "composite_anode" in named and self.alloyed:
            named = (*named, "alloy_anode")
        if self.frame.works and not self._gains() and (not self.roles.agents or self.harms):
            named = tuple(key for key in named if key not in _LOOSE)
        cleans = "passivation_removal" in self.keys("Mechanism", "asserted")
        told = self.roles.strategies
        kept = compatible(named, told, self.layer, solid=self.setting.solid, cleans=cleans)
        if self._is_own and self._presents_electrolyte():
            return tuple(key for key in kept if key in OF_AN_ELECTROLYTE)
        return self._with_agents(kept) if self.roles.agents else kept

    @property
    def _is_own(self) -> bool:
        return self.frame.kind == "own"

    def _gains(self) -> bool:
        """Tell whether some good is said, and nothing bad before it."""
        good = self.keys("Effect", "asserted", "purpose") or self.keys("Mechanism", "asserted")
        return bool(good) and not self.says("problem") and not self.harms

    def _with_agents(self, named: tuple[str, ...]) -> tuple[str, ...]:
        """Return the strategies with what the kind of the agents tells: what is brought onto a ceramic coats it, an oxide decorates a host."""
        if self.setting.substrate_class in {"BASE", "NASICON"}:
            return self._of_a_ceramic(named)
        lexicon = self.findings.lexicon
        oxide = any(
            lexicon.is_a(substance_iri(agent), "SodiumReducible") and lexicon.is_a(substance_iri(agent), "Oxide")
            for agent in self.roles.agents
        )
        return (*named, "oxide_decoration") if oxide and not {"oxide_decoration", *LAYERS, *MIXED} & {*named} else named

    def _of_a_ceramic(self, named: tuple[str, ...]) -> tuple[str, ...]:
        """Return the strategies on a solid electrolyte: what decorates it coats it, and what fills its grain boundaries is part of it."""
        if not named:
            inside = self.keys("Mechanism", "asserted"), self.keys("Effect", "asserted")
            return (
                ("composite_electrolyte",)
                if "grain_boundary_filling" in inside[0] or "densification_improved" in inside[1]
                else ("surface_coating",)
            )
        coats = DECORATION & {*named} and not {"surface_treatment", "surface_coating"} & {*named}
        return (*named, "surface_coating") if coats else named

    def _strategy_hits(self) -> list[Hit]:
        return [j.hit for j in self._by_field.get("Strategy", ()) if j.mode in _NAMED]

    def _told_first(self) -> tuple[str, ...]:
        """Return the strategies that a study names where it presents itself, in its first two sentences: later ones name what came of it.

        Its first sentence with one says what was brought in; the second adds only what was done to that.
        """
        told = self._strategy_hits()
        found: dict[str, None] = {}
        wide = ""
        for _, start, end in list(self.findings.pieces(self.frame.start, self.frame.end))[:_PRESENTS]:
            here = dict.fromkeys(hit.key for hit in told if start <= hit.start < end)
            found.update(here if not found else {key: None for key in here if key in _REFINES.get(next(iter(found)), ())})
            wide = wide or strategy_of_electrolyte(self.text[start:end])
        return (wide,) if wide and {*found} <= _OF_FILLERS else tuple(found)

    def _presents_electrolyte(self) -> bool:
        pieces = list(self.findings.pieces(self.frame.start, self.frame.end))[:_PRESENTS]
        return any(presents_electrolyte(self.text[start:end]) for _, start, end in pieces)

    def _told_late(self) -> tuple[str, ...]:
        """Return all strategies that are named; a layer that only later sentences of a work speak of has mostly grown by itself."""
        named = self.keys("Strategy", *_NAMED)
        if self.frame.kind == "general" and not self.frame.works:
            return self._told_of()
        return named if self.layer.brought or not self._is_own else tuple(key for key in named if key not in LAYERS)

    def _told_of(self) -> tuple[str, ...]:
        """Return the strategies that a general statement is about: what its first clause names before it says something of them."""
        hits = self._strategy_hits()
        said = _SAYS.search(self.text, hits[0].end, self.frame.end) if hits else None
        return tuple(dict.fromkeys(hit.key for hit in hits if said is None or hit.start < said.start()))

    def _of_a_member(self) -> tuple[str, ...]:
        """Return the strategy of a member of a list that no word names: a host in a liquid, a coat on a ceramic."""
        if self.setting.solid:
            bare = self.frame.end - self.frame.start < _BARE
            return ("surface_coating",) if bare and self.roles.agents and not self.judges else ()
        return ("structural_host",) if self.setting.substrate_class in {"carbon", "metal", "MXene"} else ()

    def keys(self, field: str, *modes: str) -> tuple[str, ...]:
        """Return the keys of one field in order of appearance, without repeats; `modes` restricts how they are said."""
        wanted = modes or ("asserted", "hypothesised")
        return tuple(dict.fromkeys([j.hit.key for j in self._by_field.get(field, ()) if j.mode in wanted]))

    @cached_property
    def _by_field(self) -> Mapping[str | None, Sequence[Judged]]:
        """Return the cues by the field of a record that they fill, None for those that fill none."""
        divided: dict[str | None, list[Judged]] = {}
        for one in self.judged:
            divided.setdefault(self.findings.lexicon.fields.get(one.hit.key), []).append(one)
        return divided

    @cached_property
    def judges(self) -> bool:
        """Tell whether the text names a problem or what matters, before it comes to what should be done."""
        keys = [j.hit.key for j in self.judged if j.hit.key in {"problem", "importance", "purpose", "infinitive"}]
        return bool(keys) and keys[0] not in {"purpose", "infinitive"}

    @cached_property
    def harms(self) -> bool:
        """Tell whether harm comes of what nobody has brought in, and no good."""
        return self.frame.kind != "own" and tells_harm(self.text[self.frame.start : self.frame.end])

    def says(self, key: str) -> bool:
        """Tell whether a cue of this key stands in the frame."""
        return key in self._said

    @cached_property
    def _said(self) -> frozenset[str]:
        return frozenset([j.hit.key for j in self.judged])


def _presented(frame: Frame, findings: Findings) -> int:
    """Return where the sentences end in which the text's own work presents itself, the end of the frame of any other."""
    if frame.kind != "own":
        return frame.end
    return list(findings.pieces(frame.start, frame.end))[:_PRESENTS][-1][2]


def read_stretch(document: Document, frame: Frame, setting: Setting, findings: Findings) -> Stretch:
    """Return what was found in a frame, with what other cues rule out left away."""
    text, lexicon = document.plain.text, findings.lexicon
    judged: list[Judged] = []
    for number, start, end in findings.pieces(frame.start, frame.end):
        hits = [
            hit
            for hit in findings.hits(number, start, end)
            if lexicon.fields.get(hit.key) != "Strategy" or not is_compared(text, start, hit.end)
        ]
        judged.extend(judge_all(text, [hit for hit in hits if hit.key != "infinitive"] if frame.kind != "general" else hits))
    judged = shared_gains(document, frame, findings, judged)
    mentions = findings.mentions(frame.start, frame.end)
    removal = [j.hit for j in judged if j.hit.key in {"passivation_removal", "side_reaction_prevention"}]
    scene = Scene(
        text,
        (frame.start, frame.end),
        removal,
        setting.substrate_class,
        solid=setting.solid,
        listed=not frame.is_study,
        hosts=not frame.is_study,
        carried=frame.is_study and not setting.solid,
        told=_presented(frame, findings),
    )
    roles = assign_roles(scene, mentions, lexicon)
    fields = lexicon.fields
    judged = [j for j in judged if not (_is_strategy(j, fields) and names_something_else(j.hit, text, mentions, lexicon))]
    ways = [j.hit for j in judged if j.hit.key == "byReaction"]
    judged = [_told_apart(text, one, ways, solid=setting.solid) for one in judged]
    if any(j.hit.key == "surface_treatment" for j in judged):
        judged = [j for j in judged if j.hit.key != "in_situ_interlayer" or _BUILT.search(text, j.hit.start, j.hit.end)]
    told = bisect_left(mentions, scene.told, key=lambda mention: mention.start)
    formed = {phase.iri for phase in roles.phases}
    alloyed = any(
        is_alloy_of({*mention.elements}) and not (roles.agents and mention.iri in formed) for mention in mentions[:told]
    )
    lead = common_lead(document, frame, findings)
    if setting.solid and "surface_coating" in lead:
        lead = on_a_ceramic(lead)
    kept = tuple(upheld(text, judged, mentions, roles, lexicon, solid=setting.solid, is_study=frame.is_study))
    return Stretch(text, frame, kept, roles, setting, findings, lead, read_layer(text, judged), alloyed)


def _is_strategy(one: Judged, fields: Mapping[str, str]) -> bool:
    return fields.get(one.hit.key) == "Strategy" or one.hit.key == "byReaction"


def _told_apart(text: str, one: Judged, ways: Sequence[Hit], *, solid: bool) -> Judged:
    """Return a cue as one of the strategy that what stands beside it tells: a layer made in place, the doping of a ceramic."""
    key = one.hit.key
    if key == "heteroatom_doping":
        key = "structural_host" if not solid and houses(text, one.hit) else of_what_is_doped(text, one.hit, solid=solid)
    elif key == "surface_coating" and ways and is_made_in_place(text, one.hit, ways):
        key = "in_situ_interlayer"
    return one if key == one.hit.key else replace(one, hit=one.hit._replace(key=key))
