"""What a material does where it is named: substrate, agent brought in, phase formed, cathode, contaminant taken away."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sodiokg.extract.cues import Hit
from sodiokg.extract.formulas import NONMETALS
from sodiokg.extract.lexicon import Lexicon
from sodiokg.extract.materials import Mention
from sodiokg.names import SOD, substance_iri

__all__ = ["SUBSTRATES", "Roles", "assign_roles"]

SUBSTRATES: Final = ("BASE", "NASICON", "MXene", "MetalHost", "CarbonMaterial", "AlloyFramework")
_ALKALI: Final = frozenset({"Na", "Li", "K", "Rb", "Cs"})
_FORMED: Final = re.compile(
    r"(?:\bform(?:s|ed|ing|ation)?\b|\bobtain\w*|\bleft\b|\bleav\w+|\breact\w* with \w+ to\b|\bbilayer\b|\breduc\w+ .*\bto\b|→|\bexistence\b|\bpresence\b|\bgenerat\w+|\bcreat\w+|\bconver\w+|\bturn\w*|\bgrow\w*|\bresulting\b"
    r"|\bconsist\w* of\b|\bcontain\w*|\byield\w*|\bproduc\w*|\bgiv(?:es|ing)\b|\binto\b|\bas-formed\b|\brich\b|\balloying\b|\bevolv\w+|\bdevelop(?:s|ing)\b)",
    re.IGNORECASE,
)
_FORMS_AFTER: Final = re.compile(
    r"(?:[\s,-]*\b(?:and \w+(?: \w+)?|alloys?|phases?|layers?|that|which|is|was|are|were|has|have|also|then|in situ)\b)*[\s,-]*\b(?:(?:form|aris|appear|develop|grow|evolv|result)(?!ing)|rich)\w*"
)
_METALS: Final = frozenset({("Na",), ("Li",), ("K",)})
_METAL_IRIS: Final = frozenset(substance_iri(symbol) for (symbol,) in _METALS)
_HOST_CLASSES: Final = frozenset({"carbon", "MXene", "metal"})
# Carbonates and hydroxides of the alkali metals lie on an electrolyte that was stored: nobody brings them in.
_CONTAMINANTS: Final = ({"Li", "C", "O"}, {"Na", "C", "O"}, {"Li", "O", "H"}, {"Na", "O", "H"})
_COLLECTORS: Final = frozenset({("Cu",), ("Al",)})
_GASES: Final = frozenset({"Ar", "He", "N2", "O2", "H2", "CO2", "H2O"})
_IN_MEDIUM: Final = re.compile(r"\d\s?(?:M|mol L-1|mol/L)\s+(?:\w+\s+in\s+)?$|\bM \w+ in (?:\w+[ /])*$")
_OPPOSITE: Final = re.compile(
    r"(?:[Pp]aired with|coupled (?:with|to)|against|[Ff]ull[- ]cells? with|opposite|cells? based on)\s+(?:an?\s+)?$"
)
# A substance of any kind that the words right before it make a product: "turns into Cu", "reduced to metallic Pb".
_PRODUCT: Final = re.compile(
    r"\b(?:into|reduced to|convert\w*(?: \w+){0,2} to|react\w* with \w+ to|decompos\w+ to|leav\w+(?: behind)?|left(?: behind)?|yield\w*|generat(?:es|ing|ed)|produc(?:es|ing))\s+"
    r"(?:(?:an?|the|some|fine|metallic|conformal|thin|dense|compact|uniform|new|mainly|\w+ and|\w+,)\s+){0,3}$",
    re.IGNORECASE,
)
# Powders that an electrolyte is made of, and what a slurry holds beside the active material.
_INGREDIENT: Final = re.compile(
    r"stoichiometric|starting materials?|raw materials?|calcin|slurry|binder|conductive (?:agent|additive)", re.IGNORECASE
)
_ADDITIVE: Final = re.compile(
    r"(?:\s*\([^)]*\))?(?:\s+(?:as|is|was|an?|the|novel|new|electrolyte|functional|common|used|film-forming|most|widely|popular|,))*\s+additives?\b"
)
_ADDITIVE_BEFORE: Final = re.compile(
    r"(?<!conductive )(?<!sintering )\badditives?(?:,| such as| like|, such as| \(e\.g\.,?)?\s+(?:of\s+)?$", re.IGNORECASE
)
_BRACKETED: Final = r"[\s-]*+(?:\([^)]{1,20}\)\s*+)?"
_LAYER: Final = re.compile(
    _BRACKETED
    + r"(?:(?:thin|protective|nano|buffer|surface|wetting|seed|sub|ultrathin|conformal)[\s-]?)*(?:inter)?(?:layer|film|coating|skin)s?\b"
)
_PARTICLES: Final = re.compile(
    _BRACKETED
    + r"(?:nano(?:particle|dot|cluster|crystal|seed|sphere|rod|wire|sheet|needle|flake|array)|quantum dot|cluster|island|seed|(?:single )?atom|microparticle)s?\b"
)
_COVERS: Final = re.compile(r"-(?:covered|coated|modified|decorated|protected|doped)")
_NOT_FORMED: Final = re.compile(
    r"\b(?:lack of|absence of|no|without|free of|instead of|rather than|(?:avoid|prevent|suppress)\w*)\s+[\w\s(]{0,30}$"
)
_RICH: Final = re.compile(
    r"[\s-](?:rich|dominated|enriched|containing)\b[\s-](?:\w+ ){0,2}(?:SEI|interphase|interface|layer|film|solid)"
)
_RICH_IN: Final = re.compile(r"\b(?:interphases?|SEI|interface|layer|film)\b[^.;]{0,20}\brich in (?:\w+ and |\w+, |\w+ or ){0,2}$")
_SWAPS: Final = re.compile(r"\b(?:replac|substitut|dop|exchang)\w*[^.;]*$")
_LONG: Final = 15  # of a formula that nobody repeats once a short form is given
_SHARE: Final = re.compile(r"\d\s?(?:wt|at|mol|vol)\.?\s?%\s(?:of\s)?$")
# A bath that treats a surface is brought in, though it is a solution.
_BATH: Final = re.compile(r"\b(?:dipp\w+|immers\w+|treat\w*|etch\w*|soak\w*|pickl\w+)\b[^.;]{0,40}$", re.IGNORECASE)
# A sample or an electrode that is called by a composition is not yet a phase that forms.
_NAMED_AFTER: Final = re.compile(r"[\s-](?:composite|anode|electrode|cell|host|framework|foil|sample|matrix)")
# What a thing is compared with, or what it is put on, is not brought in.
_BASELINE: Final = re.compile(
    r"\b(?:alloys with|than|compared (?:with|to)|unlike|instead of|rather than|in contrast to|versus|vs\.?|outperform\w*|superior to|replac(?:e|es|ed|ing)|substitut(?:e|es|ed|ing))\s+(?:[\w\-/']+[\s,]+){0,4}$",
    re.IGNORECASE,
)
_ONTO: Final = re.compile(
    r"(?<!based )(?<!relied )(?<!relies )(?<!focused )(?<!relying )\b(?:on|onto|over|atop|bare|pristine|untreated|unmodified|uncoated|commercial)\s+(?:(?:an?|the|its|their|bare|pure|commercial|planar|flat)\s+){0,2}$",
    re.IGNORECASE,
)
_AROUND: Final = 70
_ADDS: Final = re.compile(
    r"\b(?:coat\w*|introduc\w*|introduction|add(?:s|ed|ing|ition)?|deposit\w*|sputter\w*|evaporat\w*|electroplat\w*|decorat\w*|load\w*|anchor\w*"
    r"|dop(?:ed|ing)|mix\w*|incorporat\w*|insert\w*|embed\w*|immers\w*|dipp\w*|infus\w*|treat\w*|rubb\w*|cast|grew|grow\w*|apply\w*|applied|appl(?:y|ied)"
    r"|layers?|films?|interlayers?|powders?|particles|nanoparticles|clusters|seeds|solutions?|mesh(?:es)?|agents?|additives?|using|use of|via|by means of|through"
    r"|alloys?|reinforc\w*|enhanc\w*|protect\w*|replac\w*|exchang\w*|fill\w*|carr(?:y|ies|ied)|carrying|contain\w*|rich in|based on|such as|like|include\w*|including|brought|bring\w*"
    r"|admix\w*|spray\w*|spread|brush\w*|paint\w*|print\w*|grind\w*|ground|cover\w*|soak\w*|wash\w*|rins\w*|dipp\w*|fir(?:ed|ing)|stir\w*|blend\w*|dispers\w*|dissolv\w*|dilut\w*|press\w*|roll\w*|combin\w*|compos\w*|compris\w*|consist\w* of|made of|built from|assembl\w*|modif\w+|functionali\w+|put\w*|place[ds]?|convert\w*|relie[ds]|employ\w*|devised|obtained from|realized by|permit\w*)\b[^.;]*$|\((?:e\.g\., |i\.e\., )?(?:[A-Z]\w*(?:, | and | or ))*$",
    re.IGNORECASE,
)
_ADDED: Final = re.compile(
    r"[\s-]*(?:\([^)]*\)\s*)?(?:\w+[\s-]+){0,2}?(?:coat\w*|modif\w+|protect\w+|layers?|films?|interlayers?|decorat\w*|nano\w*|particles?|powders?|dop\w+|seeds?|clusters?|mesh\w*|networks?"
    r"|additives?|alloys?|foils?|sites?|based|sputter\w*|deposit\w*|filled|precursors?|nanowires?|gauzes?|nets?|mixed|was|were|is|are|[,;]|and|or)\b",
    re.IGNORECASE,
)
_UNNAMED: Final = re.compile(
    r"\b(?:form(?:s|ed|ing|ation of)?|generat\w+|creat\w+|construct\w*)(?: in situ)? (?:an? |the |some )?"
    r"((?:[\w-]+ ){0,2}(?:interlayers?|interphases?|phases|components))\b"
)
_CATHODE: Final = re.compile(
    r"^[\s\w()'-]{0,25}?\b(?:cathode|catholyte|positive electrode)|^-based (?:full|half)[ -]cell|^ batter(?:y|ies)\b",
    re.IGNORECASE,
)
_SLASH_CELL: Final = re.compile(r"^/[\w/-]+ (?:full |half )?cell")
_IN_SAMPLE_NAME: Final = re.compile(r"^-\d")
_DOPED: Final = re.compile(r"\b(?!Co-dop)([A-Z][a-z]?)(?:[23]?\+)?(?:,? and ([A-Z][a-z]?))?[\s-](?:co-?)?dop(?:ed|ing)")
# What the sodium is alloyed with, named after it: single letters count here, "alloys of Na with K, Rb or Cs".
_ALLOYED_WITH: Final = re.compile(r"alloys? (?:of (?:Na|Li|sodium|lithium) )?with ((?:[A-Z][a-z]?\b(?:, | and | or )?)+)")
_DOPED_WITH: Final = re.compile(
    r"(?:dop(?:ed|ing)(?: of \w+)? with|carrying|bearing) ((?:[A-Z][a-z]?\b(?:, and |, or |, | and | or )?)+)"
)
_DOPANT_WORD: Final = re.compile(
    r"\b(nitrogen|sulfur|sulphur|oxygen|boron|phosphorus|fluorine|calcium|selenium)(?=(?: (?:and|or) \w+|/\w+)?[\s-]+(?:(?:dual|co)-?)?dop\w+|-containing|-functional| functional|-rich)"
    r"|(?<=at% of )(nitrogen|sulfur|sulphur|oxygen|boron|phosphorus|fluorine)|(?<=\bwith )(nitrogen|sulfur|sulphur|oxygen|boron|phosphorus|fluorine)",
    re.IGNORECASE,
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


def assign_roles(
    text: str,
    mentions: Sequence[Mention],
    removal: Sequence[Hit],
    lexicon: Lexicon,
    bounds: tuple[int, int],
    substrate: str,
    *,
    solid: bool,
    listed: bool,
    hosts: bool,
    carried: bool,
) -> Roles:
    """Divide the mentions of a frame by role.

    `removal` are the places where something is said to be taken away; `substrate` is the class that the frame is about: on a `solid`
    electrolyte a carbon is an agent, in a carbon host it is the host. Where `hosts` are what a text lists, they are brought in, and so is
    the host of a study in which the sodium is `carried` and nothing else is brought in.
    """
    agents: dict[str, str] = {}
    carriers: dict[str, str] = {}
    phases: list[Mention] = []
    cathodes: list[str] = []
    strategies: list[str] = []
    for mention in mentions:
        if (
            _is_alkali(mention)
            or set(mention.elements) in _CONTAMINANTS
            or _is_medium(text, mention)
            or _is_label(text, mention)
            or any(hit.start <= mention.start < hit.end for hit in removal)
        ):
            continue
        if _is_additive(text, mention):
            agents.setdefault(mention.iri, _as_written(text, mention))
        elif _is_cathode(text, mention):
            cathodes.append(mention.title)
        elif _in_couple(text, mention) or _is_host(mention, substrate, lexicon, solid=solid, hosts=hosts):
            if substrate_class(mention, lexicon) in _HOST_CLASSES and not lexicon.is_a(mention.iri, "MetalFoil") and not _is_standard(text, mention, bounds):
                carriers.setdefault(mention.iri, _as_written(text, mention))
        elif _is_formed(text, mention, bounds[0], lexicon):
            phases.append(mention)
        elif not _is_sodium_alloy(mention) and _is_brought_in(text, mention, bounds, listed=listed):
            written = _as_written(text, mention)
            # The short form in brackets is the one that the text goes on with: "gold (Au)" is written Au.
            short = text[mention.start - 1] == "(" and not (mention.elements and len(agents.get(mention.iri, "")) < _LONG)
            named_before = mention.iri in agents and not (short or len(written) < 3)
            agents[mention.iri] = agents[mention.iri] if named_before else written
            strategies += _strategies_of(text, mention, lexicon, solid=solid)
    formed = {phase.iri for phase in phases}
    for dopant in _dopants(text[bounds[0] : bounds[1]]):
        agents.setdefault(substance_iri(dopant), dopant)
    if carried and not agents:
        agents.update(carriers)
    kept = dict.fromkeys(name for iri, name in agents.items() if iri not in formed)
    return Roles(
        tuple(kept),
        _unique([*phases, *_unnamed_phases(text, bounds)]),
        tuple(dict.fromkeys(cathodes)),
        tuple(dict.fromkeys(strategies)),
    )


def _strategies_of(text: str, mention: Mention, lexicon: Lexicon, *, solid: bool) -> list[str]:
    """Return what the form in which a material comes tells of the strategy: layers on anything, particles in a host."""
    if _LAYER.match(text, mention.end):
        return ["surface_coating"]
    if solid or not _PARTICLES.match(text, mention.end):
        return []
    if len(mention.elements) == 1 and not set(mention.elements) & NONMETALS:
        return ["metal_decoration"]
    return ["oxide_decoration"] if "O" in mention.elements and not lexicon.is_a(mention.iri, "CarbonMaterial") else []


def substrate_class(mention: Mention, lexicon: Lexicon) -> str | None:
    """Return the exchange-format key of the substrate class that a material belongs to."""
    for kind in SUBSTRATES:
        if lexicon.is_a(mention.iri, kind):
            return lexicon.key(SOD + kind)
    elements = set(mention.elements)
    return next(
        (
            lexicon.key(iri)
            for iri, needed in lexicon.families.items()
            if needed <= elements and lexicon.is_a(iri, "SubstrateKind")
        ),
        None,
    )


def is_solid_electrolyte(mention: Mention, lexicon: Lexicon) -> bool:
    """Tell whether a material is a solid electrolyte, by what the ontology knows of it or by a family of compositions it belongs to."""
    elements = set(mention.elements)
    return lexicon.is_a(mention.iri, "SolidElectrolyteMaterial") or any(
        needed <= elements for needed in lexicon.families.values()
    )


def _as_written(text: str, mention: Mention) -> str:
    """Return a material in the words of the text, a name at the head of a sentence without its capital."""
    words = " ".join(text[mention.start : mention.end].split())
    return words[0].lower() + words[1:] if words[1:].islower() and len(words) > 3 else words


def _unique(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    by_title = {mention.title.removesuffix("s"): mention for mention in reversed(mentions)}
    return tuple(by_title.values())[::-1]


def _is_alkali(mention: Mention) -> bool:
    """Tell whether this is plain sodium, lithium or potassium, the thing that wets, atom, ion or metal."""
    return mention.elements in _METALS or mention.iri in _METAL_IRIS


def _is_medium(text: str, mention: Mention) -> bool:
    """Tell whether this is the electrolyte's salt or solvent ("1 M X in Y") or the gas that one works in."""
    before = text[max(0, mention.start - 60) : mention.start]
    return mention.title in _GASES or bool(_IN_MEDIUM.search(before) and not _BATH.search(before))


def _is_label(text: str, mention: Mention) -> bool:
    """Tell whether the symbol is an ion, or a piece of a sample's name such as "SF-Cu-3.6"."""
    ion = text[mention.start : mention.end].endswith("+") or text.startswith("+", mention.end)
    swapped = ion and _SWAPS.search(text[max(0, mention.start - _AROUND) : mention.start])
    return (ion and not swapped) or bool(_IN_SAMPLE_NAME.match(text[mention.end : mention.end + 3]))


def _is_host(mention: Mention, substrate: str, lexicon: Lexicon, *, solid: bool, hosts: bool) -> bool:
    if lexicon.is_a(mention.iri, "ElectrolyteMaterial") or is_solid_electrolyte(mention, lexicon):
        return True
    kind = substrate_class(mention, lexicon)
    return kind is not None and (kind == substrate or not solid) and not (hosts and not solid)


def _is_sodium_alloy(mention: Mention) -> bool:
    """Tell whether this is an alloy of sodium with something but another alkali metal, which is never brought in but made."""
    metals = set(mention.elements)
    return "Na" in metals and not metals <= _ALKALI and not metals & {*NONMETALS, "T"}


def _is_brought_in(text: str, mention: Mention, bounds: tuple[int, int], *, listed: bool) -> bool:
    """Tell whether the words around a material say that it is brought in: a verb or noun of adding before it, or of form after it.

    What a text lists is brought in as it stands.
    """
    alkali_alloy = len(mention.elements) > 1 and set(mention.elements) <= _ALKALI
    if alkali_alloy or "@" in (text[mention.end : mention.end + 1], text[mention.start - 1 : mention.start]):
        return mention.elements not in _COLLECTORS
    before = text[max(bounds[0], mention.start - _AROUND) : mention.start].rpartition(". ")[2]
    after = text[mention.end : min(bounds[1], mention.end + _AROUND)].split(". ")[0]
    near = text[max(bounds[0], mention.start - 2 * _AROUND) : min(bounds[1], mention.end + 2 * _AROUND)]
    if _BASELINE.search(before) or _ONTO.search(before) or _INGREDIENT.search(near):
        return False
    return bool(listed or _SHARE.search(before) or _ADDS.search(before) or _ADDED.match(after))


def is_alloy(mention: Mention, lexicon: Lexicon) -> bool:
    """Tell whether a phase is an alloy of sodium, by its elements or by what the ontology knows of it."""
    return _is_sodium_alloy(mention) or (lexicon.is_a(mention.iri, "AlloyPhase") and not lexicon.is_a(mention.iri, "LiquidAlloy"))


def _is_standard(text: str, mention: Mention, bounds: tuple[int, int]) -> bool:
    """Tell whether a material is what others are compared with or put on."""
    before = text[max(bounds[0], mention.start - _AROUND) : mention.start].rpartition(". ")[2]
    return bool(_BASELINE.search(before) or _ONTO.search(before))


def _is_additive(text: str, mention: Mention) -> bool:
    """Tell whether a material is called an additive of the electrolyte, "FEC as additive" or "the additive X"."""
    after = text[mention.end : mention.end + 40].partition(".")[0]
    return bool(_ADDITIVE.match(after) or _ADDITIVE_BEFORE.search(text[max(0, mention.start - 30) : mention.start]))


def _is_cathode(text: str, mention: Mention) -> bool:
    """Tell whether a material is a positive electrode, by the words and bars around it or by its elements, as LiFePO4."""
    elements = set(mention.elements)
    if elements & _ALKALI and elements & {"Fe", "Mn", "Co", "Ni", "V"} and elements & {"O", "N"}:
        return True
    after = text[mention.end : mention.end + 40].split(".")[0].split(",")[0]
    last_in_couple = text[max(0, mention.start - 4) : mention.start].rstrip().endswith("||") and not after.startswith("|")
    opposite = _OPPOSITE.search(text[max(0, mention.start - 30) : mention.start])
    return last_in_couple or bool(opposite) or bool(_CATHODE.match(after) or _SLASH_CELL.match(after))


def _in_couple(text: str, mention: Mention) -> bool:
    return "|" in text[max(0, mention.start - 2) : mention.start] or "|" in text[mention.end : mention.end + 2]


def _is_formed(text: str, mention: Mention, start: int, lexicon: Lexicon) -> bool:
    """Tell whether a sodium compound or alloy is said to come into being here."""
    elements = set(mention.elements)
    if elements and elements <= _ALKALI:
        return False
    before = text[max(start, mention.start - 90) : mention.start].rpartition(". ")[2]
    if _COVERS.match(text, mention.end) or _NOT_FORMED.search(before) or is_solid_electrolyte(mention, lexicon):
        return False
    if _PRODUCT.search(before) or _RICH.match(text, mention.end) or _RICH_IN.search(before):
        return True
    product = bool(elements & {"Na", "Li"}) and len(elements) > 1 and "T" not in elements
    if not product and not lexicon.is_a(mention.iri, "AlloyPhase"):
        return False
    compound = _is_alloy_of(elements) and any(map(str.isdigit, mention.title)) and not _NAMED_AFTER.match(text, mention.end)
    if lexicon.is_a(mention.iri, "Intermetallic") or compound:
        return True
    return bool(_FORMED.search(before) or _FORMS_AFTER.match(text, mention.end))


def _is_alloy_of(elements: set[str]) -> bool:
    """Tell whether the elements are sodium or lithium with metals that are not all alkali."""
    return bool(elements & {"Na", "Li"}) and not elements <= _ALKALI and not elements & {*NONMETALS, "T"}


def _unnamed_phases(text: str, bounds: tuple[int, int]) -> list[Mention]:
    """Return phases that are said to form without a formula, such as "a thin interlayer"."""
    return [
        Mention(m.start(1), m.end(1), m.group(1), f"{substance_iri(m.group(1))}", False) for m in _UNNAMED.finditer(text, *bounds)
    ]


def _dopants(text: str) -> list[str]:
    """Return what something is doped or alloyed with: "N-doped", "nitrogen-containing", "doping with N and O", "alloys with K"."""
    symbols = [symbol for match in _DOPED.finditer(text) for symbol in match.groups() if symbol]
    found = (match for pattern in (_DOPED_WITH, _ALLOYED_WITH) for match in pattern.finditer(text))
    symbols += [symbol for match in found for symbol in re.findall(r"[A-Z][a-z]?", match.group(1))]
    return [*symbols, *(match.group().lower() for match in _DOPANT_WORD.finditer(text))]
