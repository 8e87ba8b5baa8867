"""What the words around a material say that it does: brought in, formed, compared with, part of a cell or of a slurry."""

from __future__ import annotations

import re
from typing import Final

from sodiokg.extract.formulas import NONMETALS
from sodiokg.extract.lexicon import Lexicon
from sodiokg.extract.materials import Mention
from sodiokg.names import substance_iri

__all__ = [
    "ALKALI",
    "GASES",
    "in_couple",
    "is_additive",
    "is_alkali",
    "is_alloy",
    "is_alloy_of",
    "is_brought_in",
    "is_cathode",
    "is_medium",
    "is_presented",
    "is_solid_electrolyte",
    "is_standard",
    "put_on",
]

# Thiophosphates, thioantimonates, phosphates and titanates of lithium and sodium that conduct their ions: LPSCl, LATP, LAGP, LLTO.
_CONDUCTORS: Final = tuple(
    frozenset(kind.split()) for kind in ("Li P S", "Na P S", "Na Sb S", "Li Ti P O", "Li Ge P O", "Li La Ti O")
)
ALKALI: Final = frozenset({"Na", "Li", "K", "Rb", "Cs"})
_METALS: Final = frozenset({("Na",), ("Li",), ("K",)})
_METAL_IRIS: Final = frozenset(substance_iri(symbol) for (symbol,) in _METALS)
_COLLECTORS: Final = frozenset({("Cu",), ("Al",)})
GASES: Final = frozenset({"Ar", "He", "N2", "O2", "H2", "CO2", "H2O"})
_IN_MEDIUM: Final = re.compile(r"\d\s?(?:M|mol L-1|mol/L)\s+(?:\w+\s+in\s+)?$|\bM \w+ in (?:\w+[ /])*$")
_DISSOLVED_IN: Final = re.compile(
    r"\b(?:dissolv\w+|solutions?(?: of [\w()-]+(?: (?:and|or) [\w()-]+)?)?|salts?|electrolytes?|\d+\s?m?M [\w()-]+) in (?:an? )?$"
)
# "In an X/Y electrolyte", "with the salt X"; but "an X-containing electrolyte" has X brought in.
_ELECTROLYTE_OF: Final = re.compile(
    r"(?:[/:]\w+)*(?:\s\([\w-]+\))?(?:-based)?\s(?:liquid |based |organic )?(?:electrolytes?|salts?|solvents?|electrolyte solutions?)\b(?! additive)"
)
# "An electrolyte consisting of X in Y": its parts are what is brought in.
_MADE_UP: Final = re.compile(
    r"\b(?:electrolytes?|[LH]+CE|solution)\b(?: \([\w-]+\))? (?:consisting of|composed of|comprising|made of|formulated (?:with|from))[^.;]{0,80}$"
)
# Salts that liquids of every battery hold; a dose of one beside another salt is an additive.
_SALTS: Final = frozenset({"LiPF6", "NaPF6", "KPF6", "LiClO4", "NaClO4", "LiTFSI", "NaTFSI", "NaFSI", "KFSI"})
# What salts are dissolved in, by the names that the ontology gives them.
_SOLVENTS: Final = frozenset(
    {
        "dimethoxyethane",
        "tetraglyme",
        "DOL",
        "DEC",
        "EC",
        "DMC",
        "EMC",
        "PC",
        "C6H14O3",
        "acetonitrile",
        "ethanol",
        "NMP",
        "DMF",
        "THF",
    }
)
# What these two need to be worth looking for.
_INSIDE: Final = (" in ", " in a ", " in an ")
_MOLAR: Final = ("M ", "mol L-1", "mol/L")
_OPPOSITE: Final = re.compile(
    r"(?:[Pp]aired with|coupled (?:with|to)|against|[Ff]ull[- ]cells? with|opposite|cells? based on)\s+(?:an?\s+)?$"
)
# Powders that an electrolyte is made of, and what a slurry holds beside the active material.
_INGREDIENT: Final = re.compile(
    r"stoichiometric|starting materials?|raw materials?|calcin|(?:cathode|electrode|NMP)[^.]*slurry|slurry[^.]*(?:cathode|NMP|Al foil|aluminum foil)|binder|conductive (?:agent|additive)",
    re.IGNORECASE,
)
_RAW: Final = ("stoichiom", "starting mat", "raw mat", "calcin", "slurry", "binder", "conductive")
_ADDITIVE: Final = re.compile(
    r"(?:\s*\([^)]*\))?(?: and [\w-]+(?: [a-z]+)?(?: \([^)]*\))?)?(?:\s+(?:are|were|as|is|was|an?|the|novel|new|electrolyte|functional|common|used|film-forming|most|widely|popular|,))*\s+(?:co-?)?additives?\b|(?:\s*\([^)]*\))?-(?:contain(?:ing|ed)|added|modified) (?:[\w-]+ )?electrolytes?\b"
)
_ADDITIVE_BEFORE: Final = re.compile(
    r"(?<!conductive )(?<!sintering )(?<!-)\b(?:additives?|surfactants?|co-?solvents?|diluents?)(?:(?:,| such as| like|, such as| \(e\.g\.,?)?\s+(?:of\s+)?|, [^,;.]{3,60} \()$",
    re.IGNORECASE,
)
_MEANS: Final = ("dditive", "urfactant", "solvent", "iluent")
# "Adding 2 wt% of X to the electrolyte", "X dissolved in the electrolyte".
_ADDING: Final = re.compile(
    r"\b(?:add(?:s|ed|ing|ition of)?|dissolv\w+|introduc\w+|dop\w+|spik\w+|incorporat\w+)\b[^.;,]{0,50}$", re.IGNORECASE
)
_TO_ELECTROLYTE: Final = re.compile(
    r"(?:\s*\([^)]*\))?(?: (?:plus|and|with|\+) [\d.]+ ?(?:mM|M|wt ?%|vol ?%|ppm)(?: of)? [\w-]+)?(?: (?:salt|additive|was|were|is|are|dissolved|added|further|then)){0,3} (?:to|into|in) (?:(?:an? |the )?(?:[\w/-]+ ){0,3}?electrolytes?\b|\d(?:\.\d)?\s?(?:M|mol)\b)"
)
_SHARE: Final = re.compile(
    r"(?:\d\s?(?:wt|at|mol|vol)\.?\s?%\s(?:of\s)?|\d\s?(?:mM|mmol L-1|ppm)\s(?:of\s)?|\b(?:traces?|amounts?|quantity|quantities|dash|percent) of |\ba little )$"
)
# A bath that treats a surface is brought in, though it is a solution.
_BATH: Final = re.compile(r"\b(?:dipp\w+|immers\w+|treat\w*|etch\w*|soak\w*|pickl\w+)\b[^.;]{0,40}$", re.IGNORECASE)
# What a thing is compared with, or what it is put on, is not brought in.
_BASELINE: Final = re.compile(
    r"\balloys with (?:the )?$|\b(?:than|compared (?:with|to)|unlike|instead of|rather than|in contrast to|versus|vs\.?|outperform\w*|superior to)\s+(?:[\w\-/']+[\s,]+){0,4}$|(?<!-)\b(?:replac|substitut)(?:e|es|ed|ing)\s+(?:(?!(?:with|by)\b)[\w\-/']+[\s,]+){0,4}$",
    re.IGNORECASE,
)
# Some of these stands in each of them, and is found faster.
_BASELINE_SIGNS: Final = (
    "than", "compare", "unlike", "instead", "contrast", "vs", "versus", "outperform", "superior", "replac", "substitut", "alloys with",
)  # fmt: skip
_ONTO: Final = re.compile(
    r"\b(?=[abcdopu])(?<!based )(?<!relied )(?<!relies )(?<!focused )(?<!relying )(?<!report )(?<!reports )(?<!reported )(?:dispersed in|blended into|on|onto|over|atop|bare|pristine|untreated|unmodified|uncoated|commercial)\s+(?:(?:an?|the|its|their|bare|pure|commercial|planar|flat)\s+){0,2}$",
    re.IGNORECASE,
)
# "On silver-coated carbon": the carbon is what it stands on, the silver is brought in.
_ON_ANOTHER: Final = re.compile(
    r"[\s-](?:nano\w+-)?(?:coated|decorated|modified|loaded|seeded|anchored|plated|functionali[sz]ed)\b"
)
_SET_IN: Final = re.compile(r"\b(?:on|onto|over|of|in|against|between)\s+(?:(?:an?|the)\s+)?$", re.IGNORECASE)
_AT: Final = re.compile(r"(?:\d?\+|\([IV]+\))?@")
# "MXene as the protective layer".
_SERVES: Final = re.compile(
    r"(?:[\s-]\w+){0,2}? as (?:an? |the )?(?:[\w-]+ ){0,3}?(?:(?:inter)?layer|coating|film|additive|seed|dopant|filler|interphase|SEI)s?\b"
)
# What holds the rest, "a polypropylene scaffold", "a polymer matrix".
_MATRIX: Final = re.compile(r"(?:[\s-]based)?\s(?:matrix|scaffold|separator|skeleton|backbone|template)s?\b")
_VALUE_OF: Final = re.compile(r":\s?[~<>]?\s?\d")  # "(gold: 1 mV)" labels a number of another sample
_AROUND: Final = 70
_FEWEST: Final = 3  # elements of a solid electrolyte
_BESIDE: Final = 25
_ADDS: Final = re.compile(
    r"\b(?:coat\w*|introduc\w*|introduction|add(?:s|ed|ing|ition)?|deposit\w*|sputter\w*|evaporat\w*|electroplat\w*|decorat\w*|load\w*|anchor\w*"
    r"|dop(?:ed|ing)|mix\w*|incorporat\w*|insert\w*|embed\w*|immers\w*|dipp\w*|infus\w*|treat\w*|rubb\w*|cast|grew|grow\w*|apply\w*|applied|appl(?:y|ied)"
    r"|layers?|films?|interlayers?|powders?|particles|nanoparticles|clusters|seeds|solutions?|mesh(?:es)?|grids?|gauzes?|nets?|agents?|additives?|using|use of|via|by means of|through"
    r"|alloys?|reinforc\w*|enhanc\w*|protect\w*|replac\w*|exchang\w*|fill\w*|carr(?:y|ies|ied)|carrying|contain\w*|rich in|based on|such as|like|include\w*|including|brought|bring\w*"
    r"|admix\w*|impregnat\w*|seed(?:ed|ing)|spray\w*|spread|brush\w*|paint\w*|print\w*|grind\w*|ground|cover\w*|soak\w*|wash\w*|rins\w*|fir(?:ed|ing)|stir\w*|blend\w*|dispers\w*|dissolv\w*|dilut\w*|press\w*|roll\w*|combin\w*|compos\w*|compris\w*|consist\w* of|made of|built from|assembl\w*|modif\w+|functionali\w+|put\w*|place[ds]?|convert\w*|relie[ds]|employ\w*|devised|obtained from|in the presence of|plastici[sz]\w*|wrapp\w*|swollen|ring-opening of|realized by|permit\w*)\b[^.;]*$|\((?:e\.g\., |i\.e\., )?(?:[A-Z]\w*(?:, | and | or ))*$",
    re.IGNORECASE,
)
# By what something is taken away: "removed with phosphoric acid", "cleaned by hydrogen".
_TAKES_AWAY: Final = re.compile(
    r"\b(?:[Rr]emov|[Cc]lean|[Ee]tch|[Ss]trip|[Pp]olish|[Ww]ash|[Rr]ins|dissolv)\w*\b[^.;]{0,50}\b(?:with|by|in|using)\s(?:\w+\s){0,2}$"
)
# "By reacting X with lithium", "the reaction of X with it".
_REACTING: Final = re.compile(r"\breact(?:s|ed|ing|ion|ions)?(?: (?:of|between))?(?: (?:the|an?))?(?: \w+)? $")
# With what a thing is made to react: "fluorinating the foam with NH4F", "exposed to iodine".
_REACTS: Final = re.compile(
    r"\b(?:fluorinat|sul(?:f|ph)uri[sz]|nitrid|phosph(?:id|ori[sz])|oxidi[sz]|passivat|functionali[sz]|expos)\w*\b[^.;]{0,50}\b(?:with|by|in|to|using)\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
# What a work presents as its own, with what may stand before the noun: "we design a porous X host".
_PRESENTED: Final = re.compile(
    r"\b(?:design|develop|report|construct|fabricat|synthesi[sz]|prepar|propos|buil|engineer|demonstrat|integrat|creat|utili[sz]|exploit|leverag|adopt|select|formulat|present|harness)(?:e[ds]?|ing|s|t|ed)?\s"
    r"(?:(?!(?:on|of|in|for|to|with|by|from|at|between|against|via|as|that|which|and|or|is|are|was|were|how|electrolytes?|cells?|batter\w+)\b)[\w-]+,?\s){0,6}$"
)
_ADDED: Final = re.compile(
    r"[\s-]*(?:\([^)]*\)\s*)?(?:\w+[\s-]+){0,2}?(?:coat\w*|modif\w+|protect\w+|layers?|films?|interlayers?|decorat\w*|nano\w*|particles?|powders?|dop\w+|seeds?|clusters?|mesh\w*|networks?"
    r"|additives?|alloys?|foils?|sites?|based|sputter\w*|deposit\w*|filled|(?:pre)?treat\w+|vapou?rs?|solutions?|precursors?|nanowires?|gauzes?|nets?|islands?|atoms?|composites?|mixed|react\w*|convert\w*|as (?:an? )?(?:co-?)?(?:solvents?|salts?|diluents?|interlayers?|layers?)|on|onto|was|were|is|are|[,;]|and|or)\b",
    re.IGNORECASE,
)
# What is explained before it is said what was done with it: "X, a liquid that ..., was dropped on the foil".
_EXPLAINED: Final = re.compile(
    r", [^.;]{3,70}, (?:was|were|is|are) (?:\w+ly )?\w+(?:ed|un|wn|st) (?:on|onto|into|in|to|over|between)\b"
)
_CATHODE: Final = re.compile(
    r"^[\s\w()'-]{0,25}?\b(?:cathode|catholyte|positive electrode)|^-based (?:full|half)[ -]cell|^ batter(?:y|ies)\b",
    re.IGNORECASE,
)
_SLASH_CELL: Final = re.compile(r"^/[\w/-]+ (?:full |half )?cell")


def is_alkali(mention: Mention) -> bool:
    """Tell whether this is plain sodium, lithium or potassium, the thing that wets, atom, ion or metal."""
    return mention.elements in _METALS or mention.iri in _METAL_IRIS


def is_medium(text: str, mention: Mention, group: Mention) -> bool:
    """Tell whether this is the electrolyte's salt or solvent ("1 M X in Y", "an X/Y electrolyte") or the gas that one works in.

    `group` is the mention as wide as what it is written as one with.
    """
    if _ELECTROLYTE_OF.match(text, group.end) or (mention.title in _SALTS and not _is_dosed(text, group)):
        return True
    before = text[max(0, group.start - 2 * _AROUND) : group.start]
    if ("lectrolyte" in before or "CE" in before or "solution" in before) and _MADE_UP.search(before):
        return False
    before = before[-60:]
    if mention.title in _SOLVENTS and before.endswith(" in "):
        return True
    dissolved = before.endswith(_INSIDE) and _DISSOLVED_IN.search(before)
    molar = any(unit in before for unit in _MOLAR) and _IN_MEDIUM.search(before) and not _BATH.search(before)
    return (mention.title in GASES and not is_additive(text, group)) or bool(dissolved or molar)


def _is_dosed(text: str, group: Mention) -> bool:
    """Tell whether so much of a salt is added, "0.05 M X" or "a trace of X", or is what an electrolyte is said to be made of."""
    before = text[max(0, group.start - 2 * _AROUND) : group.start]
    return bool(is_additive(text, group) or _SHARE.search(before) or _MADE_UP.search(before) or _ADDING.search(before))


def is_brought_in(text: str, mention: Mention, bounds: tuple[int, int], *, listed: bool) -> bool:
    """Tell whether the words around a material say that it is brought in: a verb or noun of adding before it, or of form after it.

    What a text lists is brought in as it stands. What others are compared with, `is_standard`, is asked for before.
    """
    alkali_alloy = len(mention.elements) > 1 and set(mention.elements) <= ALKALI
    if alkali_alloy or text[mention.start - 1 : mention.start] == "@" or _AT.match(text, mention.end):
        return mention.elements not in _COLLECTORS
    before = text[max(bounds[0], mention.start - _AROUND) : mention.start].rpartition(". ")[2]
    after = text[mention.end : min(bounds[1], mention.end + _AROUND)].split(". ")[0]
    if after.startswith(", ") and _EXPLAINED.match(text, mention.end, bounds[1]):
        return True
    near = text[max(bounds[0], mention.start - 2 * _AROUND) : min(bounds[1], mention.end + 2 * _AROUND)]
    raw = any(word in near.lower() for word in _RAW) and _INGREDIENT.search(near)
    if raw or _VALUE_OF.match(after) or (_MATRIX.match(after) and not listed):
        return False
    if listed or _ADDED.match(after) or _SERVES.match(after) or _ADDS.search(before) or _PRESENTED.search(before):
        return True
    deed = _TAKES_AWAY.search(before) or _REACTS.search(before) or _REACTING.search(before)
    return bool(deed or _SHARE.search(text, max(bounds[0], mention.start - _BESIDE), mention.start))


def is_presented(text: str, mention: Mention, start: int) -> bool:
    """Tell whether a material is what a work presents as its own, the object of "design", "construct" and their like."""
    return _PRESENTED.search(text, max(start, mention.start - _AROUND), mention.start) is not None


def is_standard(text: str, mention: Mention, bounds: tuple[int, int]) -> bool:
    """Tell whether a material is what others are compared with or put on."""
    before = text[max(bounds[0], mention.start - _AROUND) : mention.start].rpartition(". ")[2]
    folded = before.lower()
    held = any(sign in folded for sign in _BASELINE_SIGNS) and _BASELINE.search(before)
    return bool(held or (_ONTO.search(before) and not _ON_ANOTHER.match(text, mention.end)))


def is_additive(text: str, mention: Mention) -> bool:
    """Tell whether a material is called an additive of the electrolyte, "FEC as additive" or "the additive X"."""
    after, before = text[mention.end : mention.end + 60].partition(". ")[0], text[max(0, mention.start - _AROUND) : mention.start]
    added = _TO_ELECTROLYTE.match(after) and (_ADDING.search(before) or _SHARE.search(before))
    called = any(word in before for word in _MEANS) and _ADDITIVE_BEFORE.search(before)
    return bool(called or added or ("additive" in after and _ADDITIVE.match(after)))


def is_cathode(text: str, mention: Mention) -> bool:
    """Tell whether a material is a positive electrode, by the words and bars around it or by its elements, as LiFePO4."""
    elements = set(mention.elements)
    if mention.elements == ("Ni",) and text.startswith("-rich", mention.end):
        return True
    metals = elements & {"Fe", "Mn", "Co", "Ni", "V"}
    if elements & ALKALI and metals and (elements & {"O", "N"} or len(metals) > 1):
        return True
    after = text[mention.end : mention.end + 40].split(".")[0].split(",")[0]
    last_in_couple = text[max(0, mention.start - 4) : mention.start].rstrip().endswith("||") and not after.startswith("|")
    opposite = _OPPOSITE.search(text[max(0, mention.start - 30) : mention.start])
    return last_in_couple or bool(opposite) or bool(_CATHODE.match(after) or _SLASH_CELL.match(after))


def in_couple(text: str, mention: Mention) -> bool:
    """Tell whether a material stands at the bar of a cell or of a contact, "Na|X"."""
    return "|" in text[max(0, mention.start - 2) : mention.start] or "|" in text[mention.end : mention.end + 2]


def is_alloy_of(elements: set[str]) -> bool:
    """Tell whether the elements are sodium or lithium with metals that are not all alkali."""
    return bool(elements & {"Na", "Li"}) and not elements <= ALKALI and not elements & {*NONMETALS, "T"}


def is_alloy(mention: Mention, lexicon: Lexicon) -> bool:
    """Tell whether a phase is an alloy of sodium, by its elements or by what the ontology knows of it."""
    return is_alloy_of(set(mention.elements)) or (
        lexicon.is_a(mention.iri, "AlloyPhase") and not lexicon.is_a(mention.iri, "LiquidAlloy")
    )


def is_solid_electrolyte(mention: Mention, lexicon: Lexicon) -> bool:
    """Tell whether a material is a solid electrolyte, by what the ontology knows of it or by a family of compositions it belongs to."""
    elements = set(mention.elements)
    return lexicon.is_a(mention.iri, "SolidElectrolyteMaterial") or (
        len(elements) >= _FEWEST and any(needed <= elements for needed in (*lexicon.families.values(), *_CONDUCTORS))
    )


def put_on(text: str, start: int) -> bool:
    """Tell whether what begins at `start` is where something else is done, "on X", "the surface of X"."""
    return bool(_SET_IN.search(text[max(0, start - _AROUND) : start]))
