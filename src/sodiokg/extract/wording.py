"""How records write a material: in the words of the text, by its short form where the text gives one."""

from __future__ import annotations

import re
from typing import Final

from sodiokg.extract.formulas import ELEMENTS
from sodiokg.extract.materials import Mention
from sodiokg.extract.nomenclature import NO_MATERIAL

__all__ = ["LONG", "as_written", "host_as_written", "is_mxene", "is_shell"]

# Carbides and nitrides of early transition metals in sheets: V2C, Ti3C2Tx, Ti3CN.
_MXENE: Final = re.compile(r"(?:Ti|V|Nb|Mo|Ta|Cr|Zr|Hf|W|Sc)(?:2[CN]|3C2|3CN|3N2|4C3|4N3)(?:T[xz]?)?(?![\w.])")
# In which form a host comes, "carbon skeleton".
_FORM: Final = re.compile(
    r" (?:foam|net|gauze|cloth|felt|paper|membrane|sponge|aerogel|sphere|skeleton|scaffold|framework|network|derivative|fib(?:er|re)(?: cloth)?)s?\b"
)
# A thin shell of carbon is part of the particle, "Sn@C"; so is the carbon of a mixture of two, "Ag/C".
# The abbreviation by which a polymer, a salt or a solvent is known, and names that are spelt out.
_ABBREVIATION: Final = re.compile(r"[A-Z][A-Za-z]?[A-Z]{1,4}(?:-[A-Z]{2,4})?")
# Two materials with the short forms of both: "carbon nanotube/carbon cloth (CNT/CC)".
_PAIR: Final = re.compile(r"(?:/(?P<other>[^/]{2,60}?))? \((?P<first>[A-Za-z][\w-]{1,9})/(?P<second>[A-Za-z][\w-]{0,9})\)")
_FORMULA: Final = re.compile(r"(?:[A-Z][a-z]?[\d.]*|[()\d.+x-])+")
_SPELT: Final = 8
_SPELT_OUT: Final = re.compile(r"\dH-[a-z]{4}|^,N-[a-z]{4}")
_NEAR: Final = 1200  # characters in which a text that knows an abbreviation uses it
# Of what texture it is, "mesoporous carbon".
_PORES: Final = re.compile(
    r"\b(?:(?:3D|three-dimensional|(?:meso|micro|macro|nano)?porous|hollow|amorphous|aligned|fluorinated|graphitic|activated|soft|expanded) )+$"
)
_SHELL: Final = re.compile(r"(?:@(?:N-?)?|(?<!/[A-Z][a-z])(?<!/[A-Z]) ?/)C(?![\w@/])")
# A formula with spaces for its lowered digits, "Li2 CO3".
_LOWERED: Final = re.compile(r"[A-Z][a-z]?\d+ [A-Z(][\w() ]*")
# Particles of a metal are the metal, wires of it are not: "gold nanoparticles (AuNPs)", "gold nanowires (AuNWs)".
_NANO: Final = re.compile(
    r" nanoparticles \((?:([A-Z][a-z]?) ?NPs?)\)| nano(?:wires|fibers|rods|tubes|sheets) \(([A-Z][A-Za-z]{1,5}s?)\)"
)
# A metal by name whose ions are brought in, and carbon in a form that has a name of its own: "copper ions", "carbon black".
_IONS: Final = re.compile(r" ions?\b(?! (?:flux|transport|batter|conduct|storage))")
_CARBON_FORM: Final = re.compile(r" (?:nano(?!tube|fib)[a-z]+|black|dots?|quantum dots|micro[a-z]+|onions?)\b")
# Spheres of an oxide that are known by their own form, "silica aerogel".
_SILICA_FORM: Final = re.compile(r" (?:(?:meso|micro|nano)?(?:balls?|spheres?)|aerogels?|gels?|fume)\b")
# Of what make a class of materials is, "glassy MOFs", "a sulfonated polymer".
_CLASS: Final = re.compile(
    r"(?:MOF|COF|ZIF|zeolite|polymer|copolymer|ionomer|clay|ionogel|fluoride|oxide|cellulose|lignin|carbon(?: hosts?| black)?)s?"
)
_MAKE: Final = re.compile(
    r"(?<![\w-])(?:(?:glassy|amorphous|fluorinated|sulfonated|lithiated|sodiated|carboxylated|aminated|functionalized|zwitterionic|cationic|anionic|ionic|mesoporous|microporous|hollow|activated|graphitic|expanded|bacterial|hyperbranched|cross-?linked|metal|transition-metal) )+$"
)
_CHARGE: Final = re.compile(r"\d*\+$")
# Of an alloy of alkali metals alone, which is liquid, the text speaks as of an alloy wherever it leaves the word away.
_LIQUID: Final = re.compile(r"(?:Na|K|Li|Rb|Cs)-?(?:Na|K|Li|Rb|Cs)")
# The face of a crystal, "Cu(111)".
_FACE: Final = re.compile(r"\(\d{3}\)")
_FOIL: Final = re.compile(r"(?<=[a-z]) foils?$")
LONG: Final = 15  # of a formula that nobody repeats once a short form is given
# The short form that a text gives right after a name, "carbon nanotubes (CNTs)", "silicon tetrachloride, SiCl4,".
_SHORT_FORM: Final = re.compile(
    r"\s?\(\s*((?:[\d,'Na-z]{1,6}-)?[A-Za-z]{0,2}[A-Z](?:[\w'\-]{1,9}|[a-z]?\(\w{2,6}\)\d?))\s*\)|,\s([A-Z][A-Za-z]*[(\d][\w()·]*),(?! (?:and|or|etc|as well|[A-Z]))|,\s([A-Z]{2,6})\)"
)


def as_written(text: str, mention: Mention) -> str:
    """Return a material in the words of the text, a name at the head of a sentence without its capital."""
    if text.endswith(f"({mention.title})", mention.start, mention.end):
        return mention.title
    words = (
        _CHARGE.sub("", " ".join(text[mention.start : mention.end].split())).replace(" liquid alloy", " alloy").replace(" -", "-")
    )
    words = words.replace(" ", "") if _LOWERED.fullmatch(words) or words.replace(" ", "") == mention.title else words
    if tail := _SHELL.match(text, mention.end) or _FACE.match(text, mention.end):
        return words + tail.group().replace(" ", "")
    if text.startswith(" MXene", mention.end) and is_mxene(mention.title):
        return f"{words} MXene"
    short = _short_form(text, mention) if len(words) > 2 else ""
    if (
        not short
        and len(words) > _SPELT
        and not (mention.elements or _FORMULA.fullmatch(words))
        and _ABBREVIATION.fullmatch(mention.title)
        and _goes_on(text, mention)
    ):
        short = mention.title
    if _LIQUID.fullmatch(short or words):
        return f"{short or words} alloy"
    words = short or _formed(text, mention, _FOIL.sub("", words))
    named = words[1:].islower() and len(words.split()[0]) > 2 and len(words) > 3
    return words[0].lower() + words[1:] if named else words


def _formed(text: str, mention: Mention, words: str) -> str:
    """Return the words for a material with what tells a metal's ions, a form of carbon and the make of a class from the rest."""
    metal = len(mention.elements) == 1 and words.islower() and len(words) > 2
    form = (
        _IONS
        if metal and words != "carbon"
        else _CARBON_FORM
        if words == "carbon"
        else _SILICA_FORM
        if words == "silica"
        else None
    )
    if form and (found := form.match(text, mention.end)):
        words += found.group()
    made = _MAKE.search(text, max(0, mention.start - 40), mention.start) if _CLASS.fullmatch(words) else None
    words = words.removesuffix(" hosts").removesuffix(" host") if words.startswith("carbon host") and made else words
    return (made.group() if made else "") + words


def _goes_on(text: str, mention: Mention) -> bool:
    """Tell whether a text goes on with the abbreviation by which a material is known."""
    return re.search(rf"(?<![\w]){re.escape(mention.title)}(?![a-z])", text[mention.end : mention.end + _NEAR]) is not None


def host_as_written(text: str, mention: Mention) -> str:
    """Return a host in the words of the text, its form included: "carbon felt", "carbon skeleton"."""
    form = _FORM.match(text, mention.end)
    kind = _PORES.search(text, max(0, mention.start - 40), mention.start)
    written = as_written(text, mention)
    before = kind.group() if kind and not written.startswith(kind.group().split()[-1]) else ""
    spelt = text[mention.start : mention.end].lower() in written.lower()
    return before + written + (form.group() if form and spelt else "")


def _short_form(text: str, mention: Mention) -> str:
    """Return the short form that a text gives a material right after its name and goes on with, "" where it gives none."""
    found = _SHORT_FORM.match(text, mention.end)
    form = _NANO.match(text, mention.end)
    short = (form[1] or form[2]) if form else (found[1] or found[2] or found[3]) if found else ""
    if not short and (pair := _PAIR.match(text, mention.end)):
        short = pair["first"] if pair["other"] else pair["second"] if text[mention.start - 1] == "/" else ""
    if found and found[3] and found[3][0].lower() != text[mention.start].lower():
        short = ""
    spelt = text[mention.start + 1 : mention.end]
    named = (
        spelt.islower()
        or (not mention.elements and _SPELT_OUT.search(spelt))
        or (len(mention.title) >= LONG and not mention.elements)
    )
    short = short[1:] if short[:1] in {"n", "µ", "μ"} and short[1:] in ELEMENTS else short
    coined = sum(map(str.isupper, short)) > 1 or short in ELEMENTS
    return short if named and coined and short.rstrip("s") not in NO_MATERIAL else ""


def is_shell(text: str, mention: Mention) -> bool:
    """Tell whether a carbon is part of the material before it, "Ag/C"."""
    return mention.title == "C" and _SHELL.match(text, mention.start - 1) is not None


def is_mxene(title: str) -> bool:
    """Tell whether a formula is that of a carbide or nitride in sheets, Ti3C2Tx."""
    return _MXENE.match(title) is not None
