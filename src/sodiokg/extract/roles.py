"""What a material does where it is named: substrate, agent brought in, phase formed, cathode, contaminant taken away."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from sodiokg.extract.bystanders import is_bystander
from sodiokg.extract.composites import Group, groups_of
from sodiokg.extract.cues import Hit
from sodiokg.extract.dopants import find_dopants
from sodiokg.extract.forms import is_layer, strategies_of
from sodiokg.extract.formulas import ELEMENTS
from sodiokg.extract.lexicon import Lexicon
from sodiokg.extract.materials import Mention
from sodiokg.extract.means import find_means
from sodiokg.extract.products import is_formed, is_left, unnamed_phases
from sodiokg.extract.role_words import (
    ALKALI,
    GASES,
    in_couple,
    is_additive,
    is_alkali,
    is_alloy_of,
    is_brought_in,
    is_cathode,
    is_label,
    is_medium,
    is_solid_electrolyte,
    is_standard,
    names_a_sample,
)
from sodiokg.extract.substrates import carries, holds, is_host_class, substrate_class
from sodiokg.extract.wording import LONG, as_written, host_as_written
from sodiokg.names import substance_iri

__all__ = ["Roles", "Scene", "assign_roles"]

# Carbonates and hydroxides of the alkali metals lie on an electrolyte that was stored: nobody brings them in.
_CONTAMINANTS: Final = ({"Li", "C", "O"}, {"Na", "C", "O"}, {"Li", "O", "H"}, {"Na", "O", "H"})
# Alloys that a bracket tells one by one are brought in: "sodium alloys (Na-Zn, Na-Ca)".
_EXAMPLE_ALLOYS: Final = re.compile(r"\balloys\s\((?:[A-Z][\w-]*(?:, and |, | and | or ))*$")
_APPOSED: Final = re.compile(r"\d ?[CN]\d?\w* $")  # "Ti3C2 MXene" is one
# What stands between the members of a composite: "microspheres, ", "/", " nanosheets and ".
_JOINED: Final = re.compile(r"(?:\s[a-z-]+){0,2}(?:\s?\([^()]{1,12}\))?(?:,? and |, |/)(?:[a-z-]+ ){0,2}")
_COATED_WITH: Final = re.compile(r"\bcoat(?:ed|ing) (?:with|of|by) (?:an? )?(?:\w+ ){0,2}$")
_ELECTRODE: Final = re.compile(r"(?: alloys?)?[\s-](?:anode|electrode|foil)s?\b")
# By what something is taken away: "removed with phosphoric acid".
_REMOVES: Final = re.compile(
    r"\b(?:with|by|using|in|via) (?:an? |the )?(?:(?:dilute[d]?|concentrated|molten|liquid|aqueous|weak|strong|hot) ){0,2}$"
)
_FILLER: Final = re.compile(
    r"[\s-](?:nano\w+ |ceramic |active )?(?:fillers?|particles|nanoparticles|nanofib\w+|nanowires|powders?)\b"
)
_IN_POLYMER: Final = re.compile(r"\b(?:[Pp]oly\w*|PEO|PVDF|PAN|gel|membranes?)\b")


@dataclass(frozen=True, slots=True)
class Roles:
    """The materials of a stretch of text by what they do there, in order of first mention and without repeats.

    `strategies` are those that the form of an agent tells: a layer of it coats, particles of a metal or an oxide decorate.
    """

    agents: tuple[str, ...]
    phases: tuple[Mention, ...]
    cathodes: tuple[str, ...]
    strategies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """A frame as the setting of its materials.

    `removal` are the places where something is said to be taken away; `substrate` is the class that the frame is about: on a `solid`
    electrolyte a carbon is an agent, in a carbon host it is the host. In a `listed` frame what is named is brought in, hosts too where
    `hosts` are what is listed; so is the host of a study in which the sodium is `carried` and nothing else is brought in. What is brought in is told
    up to `told`: what comes later is only looked at where nothing is named before.
    """

    text: str
    bounds: tuple[int, int]
    removal: Sequence[Hit]
    substrate: str
    solid: bool
    listed: bool
    hosts: bool
    carried: bool
    told: int


@dataclass(slots=True)
class _Cast:
    """Roles while they are given out; agents and carriers by IRI, in the words of the text; `late` are agents wherever they stand.

    `groups` are the materials that are written as one, by where each starts.
    """

    groups: Mapping[int, Group]
    agents: dict[str, str] = field(default_factory=dict)
    late: dict[str, str] = field(default_factory=dict)
    carriers: dict[str, str] = field(default_factory=dict)
    phases: list[Mention] = field(default_factory=list)
    made: list[Mention] = field(default_factory=list)
    cathodes: list[str] = field(default_factory=list)
    strategies: list[str] = field(default_factory=list)
    media: dict[str, str] = field(default_factory=dict)

    def around(self, mention: Mention) -> Mention:
        """Return a material as wide as what it is written as one with, for the words before and after it."""
        group = self.groups.get(mention.start)
        return group.around(mention) if group else mention


def assign_roles(scene: Scene, mentions: Sequence[Mention], lexicon: Lexicon) -> Roles:
    """Divide the mentions of a frame by role."""
    cast = _Cast(groups_of(scene.text, mentions))
    early = bisect_left(mentions, scene.told, key=lambda mention: mention.start)
    _cast_all(cast, scene, mentions[:early], lexicon, (scene.bounds[0], scene.told))
    first, strategies, media = dict(cast.agents), list(cast.strategies), dict(cast.media)
    _cast_all(cast, scene, mentions[early:], lexicon, (scene.told, scene.bounds[1]))
    cast.late = cast.agents
    if first:
        cast.agents, cast.strategies = first, strategies
    on_electrolyte = not (cast.agents or cast.carriers or scene.listed or scene.solid)
    _drop_alloys(cast, mentions)
    _turn_products(cast, scene.text, mentions)
    if scene.hosts:
        _drop_hosts(cast, mentions, lexicon)
    made = _alloys_made(cast, mentions)
    if not cast.agents and not cast.phases:
        cast.agents.update({alloy.iri: as_written(scene.text, alloy) for alloy in cast.made})
    carriers = _carriers(cast, scene, mentions[:early], lexicon)
    if scene.carried and carriers:
        cast.agents.update(carriers)
        cast.strategies.append("structural_host")
    for means in find_means(scene.text, scene.bounds[0], scene.told, enumerated=bool(cast.agents), made=bool(cast.phases)):
        cast.agents.setdefault(means.text, means.text)
    if on_electrolyte and not cast.agents:
        cast.agents.update(media)  # a work that brings in nothing else is one on its electrolyte
    named = [_worded(scene.text, phase) for phase in (*cast.phases, *made)]
    unnamed = unnamed_phases(scene.text, scene.bounds)
    phases = _unique([*named, *(one for one in unnamed if not named or one.title.endswith("alloys"))])
    formed = {phase.iri for phase in phases}
    kept = dict.fromkeys(name for iri, name in cast.agents.items() if iri not in formed)
    # "Graphene is a carbon-based material": the kind is no second agent.
    kept = {name: None for name in kept if not name.endswith(("material", "materials"))} or kept
    return Roles(tuple(kept), phases, tuple(dict.fromkeys(cast.cathodes)), tuple(dict.fromkeys(cast.strategies)))


def _cast_all(cast: _Cast, scene: Scene, mentions: Sequence[Mention], lexicon: Lexicon, part: tuple[int, int]) -> None:
    """Give the materials of one part of a frame their roles, and the dopants that its words tell."""
    for mention in mentions:
        if is_medium(scene.text, mention, cast.around(mention)):
            if mention.title not in GASES and not is_standard(scene.text, cast.around(mention), scene.bounds):
                cast.media.setdefault(mention.iri, as_written(scene.text, mention))
        elif not _plays_no_part(scene, mention):
            _give_role(cast, scene, mention, lexicon)
    for dopant in find_dopants(scene.text[slice(*part)]):
        cast.agents.setdefault(substance_iri(dopant), dopant)


def _turn_products(cast: _Cast, text: str, mentions: Sequence[Mention]) -> None:
    """Make phases of agents that others leave behind, and no phase of what was brought in as it is."""
    first = {mention.iri: mention for mention in reversed(mentions) if mention.iri in cast.agents}
    for mention in mentions:
        others = [one for one in first.values() if one.iri != mention.iri and one.start < mention.start]
        if mention.iri in cast.late and is_left(text, mention, others):
            cast.agents.pop(mention.iri, None)
            first.pop(mention.iri, None)
            cast.phases.append(mention)
    brought = {iri for iri, one in first.items() if len(one.elements) == 1}
    cast.phases = [phase for phase in cast.phases if phase.iri not in brought]


def _carriers(cast: _Cast, scene: Scene, mentions: Sequence[Mention], lexicon: Lexicon) -> dict[str, str]:
    """Return the hosts that are brought in: all where nothing else is, those that are named in one breath with an agent where one is."""
    if all(holds(iri, lexicon) for iri in cast.agents):
        return cast.carriers
    groups = [[mention.iri for mention in mentions[:1]]]
    for left, right in pairwise(mentions):
        if _JOINED.fullmatch(scene.text, left.end, right.start):
            groups[-1].append(right.iri)
        else:
            groups.append([right.iri])
    joined = {iri for group in groups if {*group} & {*cast.agents} for iri in group}
    return {iri: name for iri, name in cast.carriers.items() if iri in joined}


def _drop_alloys(cast: _Cast, mentions: Sequence[Mention]) -> None:
    """Take the solid alloys of sodium or lithium from the agents where the metal that makes them is one: "a Na-Sn alloy with 2 at% Sn"."""
    agents = {mention.iri: mention.elements for mention in mentions if mention.iri in cast.agents}
    metals = {elements for elements in agents.values() if len(elements) == 1}
    for iri, elements in agents.items():
        others = {*elements} - ALKALI
        if is_alloy_of({*elements}) and others and all((other,) in metals for other in others):
            del cast.agents[iri]


def _drop_hosts(cast: _Cast, mentions: Sequence[Mention], lexicon: Lexicon) -> None:
    """Take the hosts from the agents of a member of a list that brings something else into them: "carbon cloth decorated with Co3O4"."""
    kinds = {m.iri: is_host_class(m, lexicon) for m in mentions if m.iri in cast.agents}
    if not all(kinds.get(iri, False) for iri in cast.agents):
        cast.agents = {iri: name for iri, name in cast.agents.items() if not kinds.get(iri, False)}


def _is_apposed(text: str, mention: Mention) -> bool:
    """Tell whether a name only says of what kind the formula before it is, "Ti3C2 MXene"."""
    apposed = text.startswith("MXene", mention.start) and _APPOSED.search(text, max(0, mention.start - 12), mention.start)
    return bool(apposed)


def _plays_no_part(scene: Scene, mention: Mention) -> bool:
    return (
        is_alkali(mention)
        or (set(mention.elements) in _CONTAMINANTS and "C2" not in mention.title)
        or is_label(scene.text, mention)
        or is_bystander(scene.text, mention)
        or _is_apposed(scene.text, mention)
        or (
            any(hit.start <= mention.start < hit.end for hit in scene.removal)
            and not _REMOVES.search(scene.text, max(scene.bounds[0], mention.start - 40), mention.start)
        )
    )


def _give_role(cast: _Cast, scene: Scene, mention: Mention, lexicon: Lexicon) -> None:
    text, start, wide = scene.text, scene.bounds[0], cast.around(mention)
    if _FILLER.match(text, mention.end) and _IN_POLYMER.search(text, max(start, mention.start - 80), mention.end + 80):
        cast.agents.setdefault(mention.iri, as_written(text, mention))
    elif is_additive(text, mention) or is_additive(text, wide):
        cast.agents.setdefault(mention.iri, as_written(text, mention))
        cast.strategies.append("electrolyte_additive")
    elif is_cathode(text, mention) or is_cathode(text, wide):
        cast.cathodes.append(mention.title)
    elif in_couple(text, mention) or _is_host(scene, mention, lexicon):
        if carries(mention, lexicon) and not is_standard(text, wide, scene.bounds):
            cast.carriers.setdefault(mention.iri, host_as_written(text, mention))
    elif is_formed(text, mention, start, lexicon):
        cast.phases.append(mention)
    elif is_alloy_of(set(mention.elements)):
        examples = _EXAMPLE_ALLOYS.search(text, max(start, mention.start - 40), mention.start)
        cast.made += [] if names_a_sample(text, mention) or examples else [mention]
        if examples or _ELECTRODE.match(text, mention.end):
            cast.strategies.append("alloy_anode")
            cast.agents.setdefault(mention.iri, as_written(text, mention))
    elif not is_standard(text, wide, scene.bounds) and any(
        is_brought_in(text, one, scene.bounds, listed=scene.listed) for one in (mention, wide)
    ):
        _bring_in(cast, scene, mention, lexicon)


def _bring_in(cast: _Cast, scene: Scene, mention: Mention, lexicon: Lexicon) -> None:
    """Add an agent; the short form in brackets is the one that the text goes on with: "gold (Au)" is written Au."""
    words = host_as_written if scene.hosts and carries(mention, lexicon) else as_written
    if composite := _composite(cast, scene, mention, lexicon):
        cast.agents.setdefault(substance_iri(composite), composite)
        cast.strategies += strategies_of(scene.text, cast.around(mention), lexicon, solid=scene.solid)
        return
    written, known = words(scene.text, mention), cast.agents.get(mention.iri)
    short = written in ELEMENTS or not mention.elements or len(known or "") >= LONG
    if known is None or "@" in written or (short and scene.text[mention.start - 1] == "("):
        cast.agents[mention.iri] = written
    cast.strategies += strategies_of(scene.text, cast.around(mention), lexicon, solid=scene.solid)


def _composite(cast: _Cast, scene: Scene, mention: Mention, lexicon: Lexicon) -> str:
    """Return the name of the composite that hyphens make a material part of, "Zn-C"; "" where one part is what the rest is put on or in."""
    group = cast.groups.get(mention.start)
    parts = group.hyphenated if group else ()
    if len(parts) < 2 or any(is_alkali(part) or is_solid_electrolyte(part, lexicon) for part in parts):
        return ""
    whole = replace(parts[0], end=parts[-1].end)
    host = any(carries(part, lexicon) and not holds(part.iri, lexicon) for part in parts)
    return "" if host and not is_layer(scene.text, whole) else scene.text[whole.start : whole.end]


def _alloys_made(cast: _Cast, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the alloys of sodium or lithium with a metal that an agent brings in, which form though no word says so."""
    brought = {element for mention in mentions if mention.iri in cast.agents for element in mention.elements}
    return [alloy for alloy in cast.made if brought & (set(alloy.elements) - ALKALI)]


def _worded(text: str, phase: Mention) -> Mention:
    """Return a phase by the name in words that a text gives it, "sodium fluoride", else as it is."""
    return replace(phase, title=as_written(text, phase)) if text[phase.start + 1 : phase.end].islower() else phase


def _unique(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return phases without repeats; the alloys Na-Sn and Sn-Na are one."""
    by_name = {_name(mention): mention for mention in reversed(mentions)}
    return tuple(by_name.values())[::-1]


def _name(phase: Mention) -> str:
    """Return what a phase is known by: the metals of an alloy that has no amounts, else its title."""
    alloy = is_alloy_of({*phase.elements}) and not any(map(str.isdigit, phase.title))
    return "-".join(sorted({*phase.elements})) if alloy else phase.title.removesuffix("s")


def _is_host(scene: Scene, mention: Mention, lexicon: Lexicon) -> bool:
    if _COATED_WITH.search(scene.text, max(scene.bounds[0], mention.start - 40), mention.start):
        return False
    if lexicon.is_a(mention.iri, "ElectrolyteMaterial") or is_solid_electrolyte(mention, lexicon):
        return True
    kind = substrate_class(mention, lexicon)
    if kind in {"carbon", "MXene"} and is_layer(scene.text, mention):
        return False
    return kind is not None and (kind == scene.substrate or not scene.solid) and not (scene.hosts and not scene.solid)
