"""Compounds written in words: "tin fluoride", "lithium nitrate", "phosphoric acid", "poly(ethylene oxide)".

Names follow the nomenclature of binary compounds, of oxoanions and of polymers, so that a compound nobody listed is still read as one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from sodiokg.extract.codes import find_codes
from sodiokg.extract.organic import ends_organic, organic_start
from sodiokg.extract.short_forms import find_short_forms

__all__ = ["NO_MATERIAL", "Compound", "find_compounds"]

# fmt: off
# Names of elements that form salts, oxides and alloys, with their symbols (IUPAC names and the common other spellings).
_CATIONS: Final = {
    "hydrogen": "H", "lithium": "Li", "beryllium": "Be", "boron": "B", "carbon": "C", "sodium": "Na", "magnesium": "Mg",
    "aluminium": "Al", "aluminum": "Al", "silicon": "Si", "phosphorus": "P", "potassium": "K", "calcium": "Ca",
    "scandium": "Sc", "titanium": "Ti", "vanadium": "V", "chromium": "Cr", "manganese": "Mn", "iron": "Fe", "cobalt": "Co",
    "nickel": "Ni", "copper": "Cu", "zinc": "Zn", "gallium": "Ga", "germanium": "Ge", "arsenic": "As", "rubidium": "Rb",
    "strontium": "Sr", "yttrium": "Y", "zirconium": "Zr", "niobium": "Nb", "molybdenum": "Mo", "ruthenium": "Ru",
    "rhodium": "Rh", "palladium": "Pd", "silver": "Ag", "cadmium": "Cd", "indium": "In", "tin": "Sn", "antimony": "Sb",
    "tellurium": "Te", "caesium": "Cs", "cesium": "Cs", "barium": "Ba", "lanthanum": "La", "cerium": "Ce", "hafnium": "Hf",
    "tantalum": "Ta", "tungsten": "W", "selenium": "Se", "wolfram": "W", "platinum": "Pt", "gold": "Au", "mercury": "Hg", "thallium": "Tl", "lead": "Pb",
    "bismuth": "Bi", "stannous": "Sn", "stannic": "Sn", "cuprous": "Cu", "cupric": "Cu", "ferrous": "Fe", "ferric": "Fe",
}
# Names of anions with the elements that they bring (IUPAC Red Book, common names of the oxoanions).
_ANIONS: Final = {
    "oxide": "O", "dioxide": "O", "trioxide": "O", "pentoxide": "O", "peroxide": "O", "monoxide": "O", "hydroxide": "OH",
    "fluoride": "F", "chloride": "Cl", "bromide": "Br", "iodide": "I", "sulfide": "S", "sulphide": "S", "disulfide": "S",
    "disulphide": "S", "selenide": "Se", "diselenide": "Se", "telluride": "Te", "nitride": "N", "phosphide": "P",
    "arsenide": "As", "antimonide": "Sb", "carbide": "C", "boride": "B", "silicide": "Si", "hydride": "H", "azide": "N",
    "nitrate": "NO", "nitrite": "NO", "sulfate": "SO", "sulphate": "SO", "phosphate": "PO", "hexafluorophosphate": "PF",
    "perchlorate": "ClO", "carbonate": "CO", "borate": "BO", "tetrafluoroborate": "BF", "silicate": "SiO", "titanate": "TiO",
    "aluminate": "AlO", "acetate": "CHO", "oxalate": "CO", "formate": "CHO", "citrate": "CHO", "polysulfide": "S",
    "trifluoride": "F", "tetrafluoride": "F", "difluoride": "F", "pentafluoride": "F", "trichloride": "Cl",
    "triflate": "CFSO", "trifluoromethanesulfonate": "CFSO", "thiocyanate": "SCN", "difluorophosphate": "PF", "hexafluoroantimonate": "SbF",
    "dichloride": "Cl", "tetrachloride": "Cl", "pentachloride": "Cl", "triiodide": "I", "tribromide": "Br",
    "phthalocyanine": "CHN",
}
# fmt: on
_WORD: Final = re.compile(r"[A-Za-z]++")
# Metals and half-metals by name alone; "lead" and "iron out" are verbs more often, hydrogen is a gas, and carbon comes in forms of its own.
_ELEMENT_NAMES: Final = frozenset(_CATIONS) - {
    "hydrogen", "lead", "carbon", "boron", "phosphorus", "lithium", "sodium", "potassium",
    "stannous", "stannic", "cuprous", "cupric", "ferrous", "ferric",
}  # fmt: skip
# Salts with an organic or a complex anion: "zinc naphtholate", "potassium hexacyanoferrate".
_COMPLEX_ANION: Final = re.compile(
    r"[a-z]{3,}(?:olate|onate|oate|borate|phosphate|(?<!poly)sulfate|sulfonate|sulfinate|stearate|gluconate|tartrate|malonate|succinate"
    r"|ferrate|manganate|stannate|zincate|antimonate|tungstate|molybdate|vanadate|niobate|tantalate|zirconate|cobaltate)s?"
)
# A salt whose anion names its ligands: "lithium difluoro(oxalato)borate".
_LIGANDS: Final = re.compile(r"[A-Za-z]{4,9} [a-z]{2,12} ?\([a-z]{3,30}\) ?(?:borate|phosphate|imide|amide)s?\b")
# An alloy by the names of its two metals: "a zinc-lithium alloy".
_WORDED_ALLOY: Final = re.compile(r"(?P<first>[A-Za-z]{3,12})-(?P<second>[a-z]{3,12}) alloy")
_CATION: Final = re.compile(
    r"(?:\b(?:"
    + "|".join(_CATIONS)
    + r") ){0,3}\b(?:(?P<cation>"
    + "|".join(_CATIONS)
    + r")(?: ?\([IVX]{1,4}\))?|(?:[a-z]{4,30}(?:ane|ene|ine|oxy|yl) )?[a-z]{2,30}yl|[a-z]{0,30}(?:onium|olium|inium|idium|anium|phosphine|amine|borane|silane)) $",
    re.IGNORECASE,
)
# A name that a text coined for a material of its own: capitals before a word that says in which form it comes.
_COINED: Final = re.compile(
    r"(?=[A-Z])(?<![\w-])(?:[A-Z][a-z]?-)?[A-Z][A-Za-z0-9]{1,7}(?=(?:-(?:coated|modified|protected|decorated|derived)| (?:inter)?layer| film| coating| additive| (?:is|was) (?:used|employed|introduced|chosen|adopted|applied|selected) as (?:an? |the )?(?:[\w-]+ ){0,2}(?:additive|co-?solvent|salt|diluent|coating|interlayer|filler))\b)"
)
# A kind of matter, and what it is made of or does to ions: "a fluorinated polymer", "weakly solvating solvents"; its parts are none.
_KIND: Final = re.compile(
    r"(?:co)?polymers?|ionogels?|(?:co)?solvents?|diluents?|salts|binders?|ligands?|fluorides|nitrides|ethers?|esters?|elastomers?|oligomers?|plasticizers?|anions?|crystals?"
)
_MAKE: Final = re.compile(
    r"(?<![\w-])(?:(?:weakly|strongly|moderately|highly) )?(?:(?:per|poly|non-?)?fluorinated|sulfonated|zwitterionic|polymeric|concentrated|high-concentration|solvating|coordinating|polar|hyperbranched|(?<!alkali )(?<!lithium )(?<!sodium )(?<!potassium )(?<!Li )(?<!Na )metal|transition-metal|(?P<plastic>plastic)) (?:co-)?$"
)
_OF_KIND: Final = re.compile(r" (?:electrolyte|molecule|chain|matri|backbone|segment|separat|content)")
# The short form of a name that ends as names of compounds do: "... propane sulfonate (MPS)".
_SHORT_FORM: Final = re.compile(
    r"(?<=[a-z -])(?:(?<=[a-z])(?:ate|ide|ine|ane|ene|one|ite|imine|ium|ol)|ether|acid|ester)s? \((?P<short>[A-Z][A-Za-z0-9]{1,6}[A-Z0-9][A-Za-z0-9]{0,3})\)"
)
_NO_NAME: Final = re.compile(
    r"\b(?:substrate|state|rate|membrane|plane|line|machine|side|medium|done|control|lithium|sodium|potassium|outside|inside|sulfone)s?$"
)
# Methods and things that capitals name, which are no materials.
NO_MATERIAL: Final = frozenset(
    ("SEI", "CEI", "ALD", "MLD", "PVD", "CVD", "SE", "SSE", "SPE", "GPE", "CPE", "ISE", "SMB", "LMB", "ASSB", "SEM", "TEM", "XPS", "XRD", "AFM", "DFT", "CE", "UV")
)  # fmt: skip
_ACID: Final = re.compile(r"\b[a-z]{3,40}(?:ic|ous) $", re.IGNORECASE)
_NO_ACID: Final = frozenset({"organic", "inorganic", "acidic", "aqueous", "strong", "specific"})
_POLYMER: Final = re.compile(
    r"\bpoly ?\([^()\n]{3,60}+\)|\bpoly[a-z]{4,24}(?: (?:oxide|fluoride|carbonate|acrylate|alcohol|chloride|glycol|acid|butyral|formal|acetal|acetate|pyrrolidone|imide)|(?<=amide)[ -]\d{1,2}(?:,\d)?(?! ?[%.\d]))?\b",
    re.IGNORECASE,
)
_NO_POLYMER: Final = re.compile(
    r"poly(?:mer|sul|crystal|hedr|morph|anion|iodid|atomic|disper|valent|cyclic|functional|gon|phenol|ol\b|type|selenid|olefin separ)",
    re.IGNORECASE,
)
# What trivial names of two words end with, and begin with.
_SECOND_WORDS: Final = {"blue": "prussian ", "fibroin": "silk ", "alginate": "sodium ", "diamonds": "nano-"}
# Common substances by their trivial names.
_TRIVIAL: Final = re.compile(
    r"ammonia|ethanol|hydrazine|thiourea|dopamine|lignin|chitosan|chitin|gelatin|collagen|pectin|agarose|starch|dextran|ionomer|(?:sucr|gluc|fruct|malt|lact|trehal)ose|(?:sorb|xyl|mann|inos|erythr)itol"
    r"|glycine|alanine|cysteine|arginine|lysine|histidine|taurine|betaine|carnitine|choline|lecithin|vanillin|curcumin|e?galinstan|egain(?:sn)?|zeolites?|alginate|fullerenes?|hydroxyapatite|montmorillonite|halloysite|laponite|diatomite|bentonite|attapulgite|palygorskite|vermiculite|sepiolite|kaolin(?:ite)?|mica|biochar|alucone|zincone|parylene|nanodiamonds?|kevlar|nylon|pedot|iodine|bromine|(?:silic|antimon|phosphor|boroph|german|stan|bismuth|arsen)ene|(?:bi|ter)phenyl|anthracene|naphthalene|pyrene|toluene|coumarin|caffeine|catechol|melamine|saccharin|ferrocene|porphyrins?|cyclodextrins?|calixarenes?|carrageenan|tannin|glycerol"
)
_CROWN: Final = re.compile(r"crown-\d")
_HYDRATE: Final = re.compile(r" (?:mono|di|tri|tetra|penta|hexa|hepta|octa|nona|deca)?hydrate\b")
_REACH: Final = 45  # characters in which the first word of a name lies
_BIS: Final = re.compile(r"bis ?\([^()]{3,60}+\) ?(?:amide|imide)\b", re.IGNORECASE)
_ELEMENT: Final = re.compile(r"[A-Z][a-z]?")


@dataclass(frozen=True, slots=True)
class Compound:
    """A compound named in words: its place, its name in lower case, and the elements that the name tells, cation first."""

    start: int
    end: int
    text: str
    elements: tuple[str, ...]


def find_compounds(text: str, start: int, end: int) -> list[Compound]:
    """Return the compounds that ``text[start:end]`` names in words, by place.

    >>> [(c.text, c.elements) for c in find_compounds("Tin(II) fluoride and phosphoric acid on zinc", 0, 44)]
    [('tin(ii) fluoride', ('Sn', 'F')), ('phosphoric acid', ()), ('zinc', ('Zn',))]
    """
    found = [
        compound
        for match in _WORD.finditer(text, start, end)
        if _may_name(match.group()) and (compound := _at(text, match, start))
    ]
    found += [
        Compound(m.start(), m.end(), m.group(), ())
        for m in _COINED.finditer(text, start, end)
        if m.group() not in NO_MATERIAL and sum(map(str.isupper, m.group())) > 1
    ]
    found += [Compound(first, last, text[first:last], ()) for first, last in find_codes(text, start, end)]
    found += [
        Compound(m.start("short"), m.end("short"), m["short"], ())
        for m in (_SHORT_FORM.finditer(text, start, end) if text.find(" (", start, end) > 0 else ())
        if m["short"] not in NO_MATERIAL and not _NO_NAME.search(text, max(start, m.start() - 12), m.start("short") - 2)
    ]
    found += [
        Compound(one.start, one.end, one.short, ()) for one in find_short_forms(text, start, end) if one.short not in NO_MATERIAL
    ]
    found.sort(key=lambda compound: (compound.start, -compound.end))
    return [one for before, one in zip((None, *found), found, strict=False) if before is None or one.end > before.end]


@lru_cache(maxsize=16384)
def _may_name(word: str) -> bool:
    """Say quickly whether a word can end the name of a compound, or begin one."""
    lower = word.lower()
    named = lower.removesuffix("s") in _ANIONS or lower in {"bis", "acid"} or lower.startswith("poly")
    named = named or lower in _SECOND_WORDS or lower in _CATIONS
    return named or ends_organic(lower) or any(kind.fullmatch(lower) for kind in (_TRIVIAL, _COMPLEX_ANION, _KIND))


def _at(text: str, word: re.Match[str], start: int) -> Compound | None:
    """Return the compound whose name ends with a word, or begins with one of a polymer."""
    lower = word.group().lower()
    if lower in _CATIONS:
        return _metal(text, word, lower)
    if salt := _salt(text, word, start, lower):
        return salt
    if lower == "acid":
        acid = _ending(text, word, start, _ACID, lower)
        return acid if acid and acid.text.split()[0] not in _NO_ACID else None
    if ends_organic(lower) and (begin := organic_start(text, word, start)) >= 0:
        number = _CROWN.match(text, word.start())
        end = number.end() if number else word.end()
        return Compound(begin, end, text[begin:end].lower(), ())
    if (first := _SECOND_WORDS.get(lower)) and text[max(start, word.start() - len(first)) : word.start()].lower() == first:
        return Compound(word.start() - len(first), word.end(), text[word.start() - len(first) : word.end()], ())
    if _TRIVIAL.fullmatch(lower):
        return Compound(word.start(), word.end(), lower, ())
    if _KIND.fullmatch(lower) and (kind := _kind(text, word, start)):
        return kind
    if lower.startswith("poly") and (match := _POLYMER.match(text, word.start())) and not _NO_POLYMER.match(match.group()):
        return Compound(match.start(), match.end(), match.group().lower(), ())
    return None


def _salt(text: str, word: re.Match[str], start: int, lower: str) -> Compound | None:
    """Return the salt whose name ends with the word of an anion, or with what "bis" begins."""
    singular = lower.removesuffix("s")
    if singular in _ANIONS and (binary := _ending(text, word, start, _CATION, singular)):
        return binary
    if _COMPLEX_ANION.fullmatch(lower):
        return _ending(text, word, start, _CATION, lower)
    anion = _BIS.match(text, word.start()) if lower == "bis" else None
    cation = _CATION.search(text[max(start, word.start() - _REACH) : word.start()]) if anion else None
    if anion is None or cation is None:
        return None
    first = word.start() - len(cation.group())
    return Compound(first, anion.end(), text[first : anion.end()].lower(), ())


def _kind(text: str, word: re.Match[str], start: int) -> Compound | None:
    """Return the kind of matter that ends with a word, where the words before tell which."""
    made = _MAKE.search(text[max(start, word.start() - _REACH) : word.start()])
    if made is None or _OF_KIND.match(text, word.end()):
        return None
    if bool(made["plastic"]) != word.group().lower().startswith("crystal"):
        return None
    first = word.start() - len(made.group())
    return Compound(first, word.end(), text[first : word.end()].lower(), ())


def _metal(text: str, word: re.Match[str], name: str) -> Compound | None:
    """Return the alloy that begins with the name of a metal, else the metal itself."""
    if (alloy := _WORDED_ALLOY.match(text, word.start())) and alloy["second"] in _CATIONS:
        return Compound(word.start(), alloy.end(), alloy.group().lower(), (_CATIONS[name], _CATIONS[alloy["second"]]))
    if salt := _LIGANDS.match(text, word.start()):
        return Compound(word.start(), salt.end(), salt.group().lower(), ())
    return Compound(word.start(), word.end(), name, (_CATIONS[name],)) if name in _ELEMENT_NAMES else None


def _ending(text: str, word: re.Match[str], start: int, before: re.Pattern[str], last: str) -> Compound | None:
    found = before.search(text[max(start, word.start() - _REACH) : word.start()])
    if found is None:
        return None
    cation = found.groupdict().get("cation")
    elements = (_CATIONS[cation.lower()], *_ELEMENT.findall(_ANIONS[last])) if cation and last in _ANIONS else ()
    water = _HYDRATE.match(text, word.end())
    end = water.end() if water else word.end()
    return Compound(word.start() - len(found.group()), end, found.group().lower() + last + text[word.end() : end], elements)
