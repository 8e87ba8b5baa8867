"""The cast of a frame: its materials while roles are given to them, and what the roles of some mean for others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from sodiokg.extract.codes import is_code, is_framework
from sodiokg.extract.composites import Group
from sodiokg.extract.formulas import NONMETALS
from sodiokg.extract.lexicon import Lexicon
from sodiokg.extract.materials import Mention
from sodiokg.extract.products import is_laid, is_left
from sodiokg.extract.role_words import ALKALI, is_alloy_of
from sodiokg.extract.substrates import is_host_class
from sodiokg.extract.wording import as_written

__all__ = [
    "Cast",
    "alloys_made",
    "call_by_formula",
    "drop_alloys",
    "drop_bases",
    "drop_hosts",
    "drop_parts",
    "lay_on",
    "own_names",
    "turn_products",
    "unique_phases",
]

_OFTEN: Final = 2  # a text that writes a symbol so often goes on with it
_TELLS: Final = ("-rich", "-based", "-containing", "-derived")
# What electrolytes of polymers are made of, whatever is added to them.
_BASES: Final = frozenset({"PEO", "PVDF", "PVDF-HFP", "LiTFSI", "NaTFSI", "LiClO4", "NaClO4"})
# A carbon of some kind, beside which "carbon" says no more.
_CARBON: Final = re.compile(r"carbon|graph|CNT|[@/]C$")
# A kind of framework, beside the very one.
_KIND_OF_FRAMEWORK: Final = re.compile(
    r"(?:metal|covalent|zeolitic)[ -](?:organic|imidazolate)[ -]frameworks?$|(?:MOF|COF|ZIF)s?$"
)


@dataclass(slots=True)
class Cast:
    """Roles while they are given out; agents and carriers by IRI, in the words of the text; `late` are agents wherever they stand.

    `groups` are the materials that are written as one, by where each starts; `alone` are those that stand by themselves too; `idle` are those of which no word tells what they do, `labels` what
    a work calls its layer, `bases` what all electrolytes of polymers are made of, `anodes` are alloys that make up the electrode,
    `elements` the idle that are metals.
    """

    groups: Mapping[int, Group]
    alone: frozenset[str]
    agents: dict[str, str] = field(default_factory=dict)
    late: dict[str, str] = field(default_factory=dict)
    carriers: dict[str, str] = field(default_factory=dict)
    phases: list[Mention] = field(default_factory=list)
    made: list[Mention] = field(default_factory=list)
    cathodes: list[str] = field(default_factory=list)
    strategies: list[str] = field(default_factory=list)
    media: dict[str, str] = field(default_factory=dict)
    idle: dict[str, str] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    bases: dict[str, str] = field(default_factory=dict)
    anodes: set[str] = field(default_factory=set)
    elements: set[str] = field(default_factory=set)

    def idle_together(self) -> dict[str, str]:
        """Return what is idle, metals only where several are: "zinc, cadmium, and silver" are brought in together, a lone one may stand by."""
        metals = [iri for iri in self.idle if iri in self.elements]
        return {iri: name for iri, name in self.idle.items() if iri not in self.elements or len(metals) > 1}

    def around(self, mention: Mention) -> Mention:
        """Return a material as wide as what it is written as one with, for the words before and after it."""
        group = self.groups.get(mention.start)
        return group.around(mention) if group else mention


def drop_alloys(cast: Cast, mentions: Sequence[Mention]) -> None:
    """Take the solid alloys of sodium or lithium from the agents where the metal that makes them is one: "a Na-Sn alloy with 2 at% Sn"."""
    agents = {mention.iri: mention.elements for mention in mentions if mention.iri in cast.agents}
    metals = {elements for elements in agents.values() if len(elements) == 1}
    for iri, elements in agents.items():
        others = {*elements} - ALKALI
        if is_alloy_of({*elements}) and others and all((other,) in metals for other in others):
            del cast.agents[iri]


def call_by_formula(cast: Cast, mentions: Sequence[Mention]) -> None:
    """Call a compound that is named in words by its formula where the text gives just one of these elements: vanadium nitride is VN there."""
    _call_by_symbol(cast, mentions)
    worded = {m.iri: frozenset(m.elements) for m in mentions if len(m.elements) > 1 and cast.agents.get(m.iri, "").islower()}
    if not worded:
        return
    formulas = {elements: {m.title: m.iri for m in mentions if _is_formula(m, elements)} for elements in worded.values()}
    called = {iri: next(iter(formulas[elements].items())) for iri, elements in worded.items() if len(formulas[elements]) == 1}
    named = ((iri, name, *called.get(iri, (name, iri))) for iri, name in cast.agents.items())
    cast.agents = {by: title if by != iri else name for iri, name, title, by in named}


def _call_by_symbol(cast: Cast, mentions: Sequence[Mention]) -> None:
    """Call a metal that is named in words by the symbol that the text goes on with: antimony is Sb there."""
    times = Counter((m.iri, m.title) for m in mentions if m.elements == (m.title,))
    for (iri, symbol), often in times.items():
        if often >= _OFTEN and cast.agents.get(iri, "").islower():
            cast.agents[iri] = symbol


def _is_formula(mention: Mention, elements: frozenset[str]) -> bool:
    """Tell whether a material is written as a formula of just these elements."""
    return elements.issuperset(mention.elements) and len({*mention.elements}) == len(elements) and not mention.title.islower()


def drop_parts(cast: Cast, text: str, mentions: Sequence[Mention]) -> None:
    """Take the metals from the agents that an alloy among them is made of: "a Ga-In alloy of Ga and In".

    A metal named in two ways is one, and one that only tells what its salt makes is none: "a tin-rich skin of SnF2".
    """
    agents = {mention.iri: {*mention.elements} for mention in mentions if mention.iri in cast.agents}
    alloys = [elements for elements in agents.values() if len(elements) > 1 and not elements & {*NONMETALS, *ALKALI}]
    told_by = {one.iri for one in mentions if len(one.elements) == 1 and text.startswith(_TELLS, one.end)}
    named: set[frozenset[str]] = set()
    for iri, elements in agents.items():
        twice = len(elements) == 1 and frozenset(elements) in named
        named.add(frozenset(elements))
        part = iri in told_by and any(elements < whole for whole in agents.values())
        if twice or part or (elements and any(elements < alloy for alloy in alloys)):
            del cast.agents[iri]


def drop_hosts(cast: Cast, mentions: Sequence[Mention], lexicon: Lexicon) -> None:
    """Take the hosts from the agents of a member of a list that brings something else into them: "carbon cloth decorated with Co3O4"."""
    kinds = {m.iri: is_host_class(m, lexicon) for m in mentions if m.iri in cast.agents}
    if not all(kinds.get(iri, False) for iri in cast.agents):
        cast.agents = {iri: name for iri, name in cast.agents.items() if not kinds.get(iri, False)}


def drop_bases(cast: Cast, *, listed: bool) -> None:
    """Take the polymer and the salt that all electrolytes of polymers are made of from the agents, but where they are `listed` as such."""
    others = {iri: name for iri, name in cast.agents.items() if name not in _BASES}
    cast.bases = {iri: name for iri, name in cast.agents.items() if name in _BASES}
    cast.agents = cast.agents if listed else others
    if any(name != "carbon" and _CARBON.search(name) for name in cast.agents.values()):
        cast.agents = {iri: name for iri, name in cast.agents.items() if name != "carbon"}


def own_names(names: Iterable[str]) -> tuple[str, ...]:
    """Return names without repeats, and without what only says of what kind another is or is a part of its code.

    >>> own_names(["MOF", "ZIF-9", "IL@ZIF-9", "Ni", "Ni-N4-C", "graphene", "carbon material"])
    ('IL@ZIF-9', 'Ni-N4-C', 'graphene')
    """
    all_names = dict.fromkeys(names)
    codes = [name for name in all_names if is_code(name)]
    kept = [name for name in all_names if not any(_is_told_by(name, code) for code in codes)]
    if any(map(is_framework, codes)):
        kept = [name for name in kept if not _KIND_OF_FRAMEWORK.match(name)]
    # "Graphene is a carbon-based material": the kind is no second agent.
    return tuple([name for name in kept if not name.endswith(("material", "materials"))] or kept)


def _is_told_by(name: str, code: str) -> bool:
    """Tell whether a name is a part of a code, "ZIF-9" of "IL@ZIF-9"; the nitrogen of a carbon is none of the atoms that it holds."""
    return name not in {code, "N"} and re.search(rf"(?<![A-Za-z0-9]){re.escape(name)}(?![A-Za-z])", code) is not None


def turn_products(cast: Cast, text: str, mentions: Sequence[Mention]) -> None:
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


def alloys_made(cast: Cast, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the alloys of sodium or lithium with a metal that an agent brings in, which form though no word says so."""
    brought = {element for mention in mentions if mention.iri in cast.agents for element in mention.elements}
    return [alloy for alloy in cast.made if brought & (set(alloy.elements) - ALKALI)]


def lay_on(cast: Cast, text: str, mentions: Sequence[Mention]) -> None:
    """Make agents of the phases that a layer is made of which a work lays on, where nothing is brought in but parts of such layers."""
    if not all(is_laid(text, one) for one in mentions if one.iri in cast.agents):
        return
    laid = [phase for phase in cast.phases if is_laid(text, phase)]
    cast.agents.update({phase.iri: as_written(text, phase) for phase in laid})
    cast.phases = [phase for phase in cast.phases if phase.iri not in cast.agents]


def unique_phases(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return phases without repeats, in the words of the text; the alloys Na-Sn and Sn-Na are one."""
    by_name = {_name(phase): phase for phase in (_worded(text, mention) for mention in reversed(mentions))}
    return tuple(by_name.values())[::-1]


def _name(phase: Mention) -> str:
    """Return what a phase is known by: the metals of an alloy that has no amounts, else its title."""
    alloy = is_alloy_of({*phase.elements}) and not any(sign.isdigit() or sign == "x" for sign in phase.title)
    return "-".join(sorted({*phase.elements})) if alloy else phase.title.removesuffix("s")


def _worded(text: str, phase: Mention) -> Mention:
    """Return a phase by the name in words that a text gives it, "sodium fluoride", else as it is."""
    return replace(phase, title=as_written(text, phase)) if text[phase.start + 1 : phase.end].islower() else phase
