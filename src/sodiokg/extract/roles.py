"""What a material does where it is named: substrate, agent brought in, phase formed, cathode, contaminant taken away."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sodiokg.extract.bystanders import is_bystander
from sodiokg.extract.cast import (
    Cast,
    alloys_made,
    call_by_formula,
    drop_alloys,
    drop_bases,
    drop_hosts,
    drop_parts,
    lay_on,
    own_names,
    turn_products,
    unique_phases,
)
from sodiokg.extract.coined import find_coined, listed_kind
from sodiokg.extract.company import composite_of, coordinated, hosts_brought_in, joined_later
from sodiokg.extract.composites import groups_of
from sodiokg.extract.cues import Hit
from sodiokg.extract.dopants import find_dopants
from sodiokg.extract.fillers import is_filler, joins_a_ceramic
from sodiokg.extract.forms import is_layer, strategies_of
from sodiokg.extract.formulas import ELEMENTS, NONMETALS
from sodiokg.extract.labels import is_label, is_label_of_layer, names_a_sample
from sodiokg.extract.lexicon import Lexicon
from sodiokg.extract.materials import Mention
from sodiokg.extract.means import find_means
from sodiokg.extract.products import in_interphase, is_formed, unnamed_phases
from sodiokg.extract.role_words import (
    GASES,
    in_couple,
    is_additive,
    is_alkali,
    is_alloy_of,
    is_brought_in,
    is_cathode,
    is_medium,
    is_solid_electrolyte,
    is_standard,
)
from sodiokg.extract.substrates import carries, substrate_class
from sodiokg.extract.wording import LONG, as_written, host_as_written, is_shell
from sodiokg.names import substance_iri

__all__ = ["Roles", "Scene", "assign_roles"]

# Carbonates and hydroxides of the alkali metals lie on an electrolyte that was stored: nobody brings them in.
_CONTAMINANTS: Final = ({"Li", "C", "O"}, {"Na", "C", "O"}, {"Li", "O", "H"}, {"Na", "O", "H"})
# Alloys that a bracket tells one by one are brought in: "sodium alloys (Na-Zn, Na-Ca)".
_EXAMPLE_ALLOYS: Final = re.compile(r"\balloys\s\((?:[A-Z][\w-]*(?:, and |, | and | or ))*$")
_APPOSED: Final = re.compile(r"\d ?[CN]\d?\w* $")  # "Ti3C2 MXene" is one
_COATED_WITH: Final = re.compile(r"\bcoat(?:ed|ing) (?:with|of|by) (?:an? )?(?:\w+ ){0,2}$")
_ELECTRODE: Final = re.compile(r"(?: alloys?)?[\s-](?:composite |hybrid )?(?:anode|electrode|foil)s?\b")
# By what something is taken away: "removed with phosphoric acid".
_REMOVES: Final = re.compile(
    r"\b(?:with|by|using|in|via) (?:an? |the )?(?:(?:dilute[d]?|concentrated|molten|liquid|aqueous|weak|strong|hot) ){0,2}$"
)


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


def assign_roles(scene: Scene, mentions: Sequence[Mention], lexicon: Lexicon) -> Roles:
    """Divide the mentions of a frame by role."""
    groups = groups_of(scene.text, mentions)
    cast = Cast(groups, frozenset(m.iri for m in mentions if m.start not in groups or len(groups[m.start].hyphenated) == 1))
    early = bisect_left(mentions, scene.told, key=lambda mention: mention.start)
    _cast_all(cast, scene, mentions[:early], lexicon, (scene.bounds[0], scene.told))
    first, strategies = dict(cast.agents), list(cast.strategies)
    media, idle, labels = dict(cast.media), cast.idle_together(), dict(cast.labels)
    _cast_all(cast, scene, mentions[early:], lexicon, (scene.told, scene.bounds[1]))
    cast.late = cast.agents
    if first:
        cast.agents, cast.strategies = (
            first | joined_later(scene.text, scene.bounds[0], mentions[early:], cast.late, first),
            strategies,
        )
    on_electrolyte = not (cast.agents or cast.carriers or scene.listed or scene.solid)
    if not scene.listed:
        cast.agents |= coordinated(scene.text, mentions[:early], cast.agents, idle)
    drop_alloys(cast, mentions)
    call_by_formula(cast, mentions)
    drop_parts(cast, scene.text, mentions)
    turn_products(cast, scene.text, mentions)
    if scene.hosts:
        drop_hosts(cast, mentions, lexicon)
    made = alloys_made(cast, mentions)
    if not cast.agents and not cast.phases:
        cast.agents.update({alloy.iri: as_written(scene.text, alloy) for alloy in cast.made})
    carriers = hosts_brought_in(cast, scene.text, scene.bounds[0], mentions[:early], lexicon)
    if scene.carried and carriers:
        cast.agents.update(carriers)
        cast.strategies.append("structural_host")
    drop_bases(cast, listed=scene.listed)
    for means in find_means(scene.text, scene.bounds[0], scene.told, enumerated=bool(cast.agents), made=bool(cast.phases)):
        cast.agents.setdefault(means.text, means.text)
    cast.agents = cast.agents or labels
    if not scene.listed:
        lay_on(cast, scene.text, mentions)
    if not (cast.agents or scene.listed):
        # A work that brings in nothing else is one on what it presents, else on its electrolyte, else on what all use.
        cast.agents = cast.agents or idle or (media if on_electrolyte else {}) or _coined(cast, scene) or cast.bases
    if scene.listed and not cast.agents:
        cast.agents.update({kind: kind for kind in listed_kind(scene.text, *scene.bounds)})
    named = (*cast.phases, *made)
    unnamed = unnamed_phases(scene.text, scene.bounds)
    phases = unique_phases(scene.text, [*named, *(one for one in unnamed if not named or one.title.endswith("alloys"))])
    formed = {phase.iri for phase in phases}
    kept = own_names(name for iri, name in cast.agents.items() if iri not in formed or iri in cast.anodes)
    return Roles(kept, phases, tuple(dict.fromkeys(cast.cathodes)), tuple(dict.fromkeys(cast.strategies)))


def _coined(cast: Cast, scene: Scene) -> dict[str, str]:
    """Return the names of its own, or the plain words, by which a work calls what it brings in, where it has no host either."""
    return {} if cast.carriers else {name: name for name in find_coined(scene.text, scene.bounds[0], scene.told)}


def _cast_all(cast: Cast, scene: Scene, mentions: Sequence[Mention], lexicon: Lexicon, part: tuple[int, int]) -> None:
    """Give the materials of one part of a frame their roles, and the dopants that its words tell."""
    for mention in mentions:
        wide = cast.around(mention)
        medium = is_medium(scene.text, mention, wide) and not joins_a_ceramic(mention, cast.groups.get(mention.start), lexicon)
        if medium:
            if mention.title not in GASES and not is_alkali(mention) and not is_standard(scene.text, wide, scene.bounds):
                cast.media.setdefault(mention.iri, as_written(scene.text, mention))
        elif not _plays_no_part(scene, mention):
            _give_role(cast, scene, mention, wide, lexicon)
    for dopant in find_dopants(scene.text[slice(*part)]):
        cast.agents.setdefault(substance_iri(dopant), dopant)


def _is_apposed(text: str, mention: Mention) -> bool:
    """Tell whether a name only says of what kind the formula before it is, "Ti3C2 MXene"."""
    apposed = text.startswith("MXene", mention.start) and _APPOSED.search(text, max(0, mention.start - 12), mention.start)
    return bool(apposed)


def _plays_no_part(scene: Scene, mention: Mention) -> bool:
    return (
        is_alkali(mention)
        or (set(mention.elements) in _CONTAMINANTS and "C2" not in mention.title)
        or is_label(scene.text, mention)
        or scene.text[mention.start : mention.end] in NONMETALS - {"C"}
        or {*mention.elements} == {"N", "O"}
        or is_shell(scene.text, mention)
        or is_bystander(scene.text, mention)
        or _is_apposed(scene.text, mention)
        or (
            any(hit.start <= mention.start < hit.end for hit in scene.removal)
            and not is_additive(scene.text, mention)
            and not _REMOVES.search(scene.text, max(scene.bounds[0], mention.start - 40), mention.start)
        )
    )


def _give_role(cast: Cast, scene: Scene, mention: Mention, wide: Mention, lexicon: Lexicon) -> None:
    text, start = scene.text, scene.bounds[0]
    widths = (mention,) if wide is mention else (mention, wide)
    if is_filler(text, start, mention, wide, lexicon) or joins_a_ceramic(mention, cast.groups.get(mention.start), lexicon):
        cast.agents.setdefault(mention.iri, as_written(text, mention))
    elif any(is_additive(text, one) for one in widths):
        cast.agents.setdefault(mention.iri, as_written(text, mention))
        cast.strategies.append("electrolyte_additive")
    elif any(is_cathode(text, one) for one in widths):
        cast.cathodes.append(mention.title)
    elif in_couple(text, mention) or _is_host(scene, mention, lexicon):
        if carries(mention, lexicon) and not is_standard(text, wide, scene.bounds):
            cast.carriers.setdefault(mention.iri, host_as_written(text, mention))
    elif any(is_formed(text, one, start, lexicon) for one in widths):
        cast.phases.append(mention)
    elif is_alloy_of(set(mention.elements)):
        _cast_alloy(cast, scene, mention)
    else:
        _take_in(cast, scene, mention, widths, lexicon)


def _take_in(cast: Cast, scene: Scene, mention: Mention, widths: Sequence[Mention], lexicon: Lexicon) -> None:
    """Take a material for an agent where the words around it say so, for idle where they say nothing, for none where it is a standard."""
    if any(is_standard(scene.text, one, scene.bounds) for one in widths):
        return
    if any(is_brought_in(scene.text, one, scene.bounds, listed=scene.listed) for one in widths):
        _bring_in(cast, scene, mention, lexicon)
    elif len(mention.elements) != 1 or (mention.title.islower() and mention.title != "lead"):
        cast.idle.setdefault(mention.iri, as_written(scene.text, mention))
        if len(mention.elements) == 1:
            cast.elements.add(mention.iri)


def _cast_alloy(cast: Cast, scene: Scene, alloy: Mention) -> None:
    """Take an alloy of sodium or lithium for one that may form, and for an agent where it is an example or makes up the electrode."""
    examples = _EXAMPLE_ALLOYS.search(scene.text, max(scene.bounds[0], alloy.start - 40), alloy.start)
    cast.made += [] if names_a_sample(scene.text, alloy) or examples else [alloy]
    if examples or _ELECTRODE.match(scene.text, alloy.end):
        cast.strategies.append("alloy_anode")
        cast.anodes.add(alloy.iri)
        cast.agents.setdefault(alloy.iri, as_written(scene.text, alloy))


def _bring_in(cast: Cast, scene: Scene, mention: Mention, lexicon: Lexicon) -> None:
    """Add an agent; the short form in brackets is the one that the text goes on with: "gold (Au)" is written Au."""
    words = host_as_written if scene.hosts and carries(mention, lexicon) else as_written
    if is_label_of_layer(scene.text, mention):
        cast.labels.setdefault(mention.iri, mention.title)
        cast.strategies += strategies_of(scene.text, mention, lexicon, solid=scene.solid)
        return
    if composite := composite_of(cast, scene.text, mention, lexicon):
        cast.agents.setdefault(substance_iri(composite), composite)
        cast.strategies += strategies_of(scene.text, cast.around(mention), lexicon, solid=scene.solid)
        return
    written, known = words(scene.text, mention), cast.agents.get(mention.iri)
    short = written in ELEMENTS or not mention.elements or len(known or "") >= LONG
    if known is None or "@" in written or (short and scene.text[mention.start - 1] == "("):
        cast.agents[mention.iri] = written
    cast.strategies += strategies_of(scene.text, cast.around(mention), lexicon, solid=scene.solid)


def _is_host(scene: Scene, mention: Mention, lexicon: Lexicon) -> bool:
    if _COATED_WITH.search(scene.text, max(scene.bounds[0], mention.start - 40), mention.start):
        return False
    if lexicon.is_a(mention.iri, "ElectrolyteMaterial") or is_solid_electrolyte(mention, lexicon):
        return not in_interphase(scene.text, mention)
    kind = substrate_class(mention, lexicon)
    if kind in {"carbon", "MXene"} and is_layer(scene.text, mention):
        return False
    return kind is not None and (kind == scene.substrate or not scene.solid) and not (scene.hosts and not scene.solid)
