"""Find chemical formulas and alloy systems in plain text.

A string is a formula only if all of it parses as element symbols with amounts; what also reads as a word, an abbreviation, a unit or a
surname needs support from its neighbours. Every pattern is possessive, so that no text takes more than linear time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final

from sodiokg.text.normal import normalise

__all__ = [
    "ELEMENTS",
    "NONMETALS",
    "Formula",
    "System",
    "find_formulas",
    "find_systems",
    "normal_formula",
]

# fmt: off
# The 118 symbols in the order of their atomic numbers.
ELEMENTS: Final = (
    "H", "He", "Li", "Be", "B", "C", "N", "O", "F", "Ne", "Na", "Mg", "Al", "Si", "P", "S", "Cl", "Ar", "K", "Ca",
    "Sc", "Ti", "V", "Cr", "Mn", "Fe", "Co", "Ni", "Cu", "Zn", "Ga", "Ge", "As", "Se", "Br", "Kr", "Rb", "Sr", "Y", "Zr",
    "Nb", "Mo", "Tc", "Ru", "Rh", "Pd", "Ag", "Cd", "In", "Sn", "Sb", "Te", "I", "Xe", "Cs", "Ba", "La", "Ce", "Pr", "Nd",
    "Pm", "Sm", "Eu", "Gd", "Tb", "Dy", "Ho", "Er", "Tm", "Yb", "Lu", "Hf", "Ta", "W", "Re", "Os", "Ir", "Pt", "Au", "Hg",
    "Tl", "Pb", "Bi", "Po", "At", "Rn", "Fr", "Ra", "Ac", "Th", "Pa", "U", "Np", "Pu", "Am", "Cm", "Bk", "Cf", "Es", "Fm",
    "Md", "No", "Lr", "Rf", "Db", "Sg", "Bh", "Hs", "Mt", "Ds", "Rg", "Cn", "Nh", "Fl", "Mc", "Lv", "Ts", "Og",
)
# What makes no alloy; silicon, germanium, arsenic and antimony do. Boron and tellurium make borides and tellurides.
NONMETALS: Final = frozenset({
    "H", "He", "B", "C", "N", "O", "F", "Ne", "P", "S", "Cl", "Ar", "Se", "Br", "Kr", "Te", "I", "Xe", "At", "Rn", "Ts", "Og",
})
# fmt: on


def _symbols() -> str:
    """Return the pattern of an element's symbol, the longest that fits, as one choice for each first letter."""
    seconds = {
        first: "".join(sorted(symbol[1:] for symbol in ELEMENTS if symbol[0] == first))
        for first in sorted({symbol[0] for symbol in ELEMENTS})
    }
    alone = {first: "?" if first in ELEMENTS else "" for first in seconds}
    return "|".join(f"{first}[{letters}]{alone[first]}" if letters else first for first, letters in seconds.items())


_SYMBOL: Final = f"(?:{_symbols()})"
_VARIABLE: Final = r"[xyzδn](?![a-wyz])"
_AMOUNT: Final = rf"(?:\d++/\d++(?:[+-]\d*{_VARIABLE})?(?![.\d])|\d{_VARIABLE}|\d++(?:\.\d++)?(?:[+-]\d*{_VARIABLE}){{0,2}}+|{_VARIABLE}(?:[+-](?:\d++(?:\.\d++)?|[yzδ]))?(?![a-z]))"
_ATOM: Final = rf"(?:{_SYMBOL}{_AMOUNT}?+|T[xz](?![a-z]))"
_GROUP: Final = rf"(?:\((?:{_ATOM}){{1,8}}+ ?\){_AMOUNT}?+)"
# Where raised and lowered digits were lost to spaces, "Li2 CO3" is one formula; an element with an amount alone is none.
_GOES_ON: Final = rf" (?!(?:In|As|No|Be|At|He|I|La|A|On|We)(?![A-Za-z0-9]))(?=\(?(?:{_SYMBOL}|T[xz])(?![b-df-hj-km-qs-tv-z]))"
_SPACED: Final = rf"(?:(?:(?:(?:[A-Z][a-z]){{1,2}}+|[KVWY])\d++(?:\.\d++)?+|(?:{_ATOM}){{2,6}}(?<=\.\d)){_GOES_ON}(?:(?:{_ATOM})++(?<=\d){_GOES_ON})*+)?+"
_BODY: Final = rf"{_SPACED}(?:{_ATOM}|{_GROUP})++(?:[·*]\d*+(?:{_ATOM})++)?+"
_PREFIX: Final = r"(?:(?:α|γ|δ|λ|alpha|gamma|(?:β|[Bb]eta)(?:''|'|\")?)\s?-\s?)"
# With these letters a formula begins, which rules most places of a text out at once.
_BEGINS: Final = r"(?=[A-Z(αγδλβ]|alpha|beta|gamma)"
_FORMULA: Final = re.compile(
    rf"(?<![A-Za-z0-9]){_BEGINS}(?P<prefix>{_PREFIX})?+(?P<body>{_BODY})(?P<charge>\+(?![\w+]))?+(?![A-Za-z0-9])"
)
_PIECE: Final = re.compile(
    rf"(?P<symbol>{_SYMBOL}|T(?=[xz]))(?P<amount>{_AMOUNT})?|(?P<open>\()|\)(?P<times>{_AMOUNT})?|[·*](?P<water>\d*)"
)

# Symbols that are English words or units; they are elements only among elements or before a word of materials.
_WORDS: Final = frozenset({"In", "As", "No", "Be", "At", "He", "I", "Am", "Pa", "Ho", "Es", "La", "Re", "Og", "Ts", "Ac", "Md"})
_ELEMENT_BEFORE: Final = re.compile(
    rf"(?<![A-Za-z]){_SYMBOL}(?:,\s|\s)(?:and\s|or\s)?$|(?<![A-Za-z]){_SYMBOL}[/-]$|\d\s?(?:at|wt|mol)\.?\s?%\s$"
)
_ELEMENT_AFTER: Final = re.compile(rf"(?:,\s(?:and\s|or\s)?|\s(?:and|or)\s|[/-]){_SYMBOL}(?![A-Za-z])")
_MATERIAL_AFTER: Final = re.compile(
    r"[\s-](?:metal|layer|coating|foil|film|alloy|nano|particle|interlayer|powder|anode|electrode|mesh|foam|ion|doped|based|rich|decorat|coated)"
)
_DOPANT_AFTER: Final = re.compile(
    rf"(?:(?:,|\sand|,\sand|/)\s?{_SYMBOL}(?![A-Za-z])){{0,6}}+[\s-](?:(?:single|dual|co|self)-?\s?)?(?:dop|function|contain|vacanc|rich\b|terminat|precursor|atom)"
)
_DOPANT_BEFORE: Final = re.compile(
    rf"(?:dop(?:ed|ing)|treated|terminated)\s(?:with|by)\s(?:{_SYMBOL}(?:,\s|/|\s(?:and|or)\s)){{0,4}}$"
)
# Carbon in a composite, "Sb/C" or "Zn-C layer".
_WITH_CARBON: Final = re.compile(rf"(?<![A-Za-z])(?:{_SYMBOL}{_AMOUNT}?+){{1,4}}+(?<=[a-z\d])(?P<hyphen>-)?/?$")
_CARBON_LAYER: Final = re.compile(
    r"\s(?:(?:composite|hybrid|nano\w+)\s)?(?:(?:inter)?layer|composite|coating|film|hybrid|interphase|anode|host)"
)
_CARBON_FIRST: Final = re.compile(rf"/(?!Li|Na){_SYMBOL}(?<=[a-z])(?![A-Za-z])")
_SURNAME_AFTER: Final = re.compile(r"\s(?:et\sal|and\s(?:co-?workers|colleagues))|,\s[A-Z]\.|'s\s(?:group|team)")
# A metal with its valence, "Mg(II)": no iodide.
_VALENCE: Final = re.compile(rf"({_SYMBOL})\((?:I{{1,3}}|I?V|VI)\)")
# Anions alone are no material: where one is read, the rest of its salt is lost, "…(SO4)3powder".
_ANIONS: Final = frozenset(
    {"PO4", "SO4", "NO3", "CO3", "ClO4", "PF6", "BF4", "NO2", "SO3", "SiO3", "SiO4", "OH", "BH4", "NH2", "NH4", "CN"}
)
# The numbers of a supplement: "Figure S8".
_NUMBERED: Final = re.compile(
    r"\b(?:[Ff]igs?\.?|[Ff]igures?|[Tt]ables?|[Ss]chemes?|[Nn]otes?|[Ee]qs?\.?|[Mm]ovies?|[Vv]ideos?)\s(?:S\d{1,2}[a-z]?(?:,| and|-)\s?)*$"
)
_LABEL: Final = re.compile(r"(?<=[\da-z])\((?!OH|CN|CO|SCN)[A-Z]{2,5}\)$")
_MOLECULES: Final = frozenset({"H2", "N2", "O2", "F2", "Cl2", "Br2", "I2", "P4", "S8", "C60", "C70"})
# Capital letters without digits are abbreviations (CC, CF, CP, NVP), with these exceptions.
_CAPITAL_COMPOUNDS: Final = frozenset({"KOH", "HF", "CO", "NO", "BN", "KF", "KI", "KH", "KCN", "VN", "WC", "WS"})
_ABBREVIATION: Final = re.compile(r".*(?:FSI|BOB|PON|VPOF|OTF|DFOB|PSS)$|(?:Ph|Me|Et)[A-Z]|[A-Z]{2,}s$")


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula in the offsets of the text that was searched; `text` is its normal form, amounts are numbers or expressions as strings."""

    start: int
    end: int
    text: str
    composition: tuple[tuple[str, str], ...]
    prefix: str = ""
    charge: str = ""


@dataclass(frozen=True, slots=True)
class System:
    """An alloy system such as Na-K/Rb/Cs: its elements, and the alloys that the slashes stand for."""

    start: int
    end: int
    text: str
    elements: tuple[str, ...]
    alternatives: tuple[tuple[str, ...], ...]


def find_formulas(text: str) -> list[Formula]:
    """Return the formulas and element symbols of a plain text in order.

    >>> [(formula.text, formula.composition) for formula in find_formulas("In a CC host, Na15Sn4 forms")]
    [('Na15Sn4', (('Na', '15'), ('Sn', '4')))]
    """
    return [formula for found in _FORMULA.finditer(text) if (formula := _accepted(text, _unwrapped(text, found))) is not None]


def normal_formula(text: str) -> str | None:
    r"""Return the normal form of a string that is a formula in any notation, None for one that is not.

    >>> normal_formula("Na₁₅Sn₄"), normal_formula(r"$\beta''$ -Al$_2$O$_3$"), normal_formula("BASE")
    ('Na15Sn4', "β''-Al2O3", None)
    """
    plain = normalise(text).text
    found = _FORMULA.fullmatch(plain)
    if not found or (found["body"] in ELEMENTS and not found["prefix"]):
        return found["body"] + (found["charge"] or "") if found else None
    return _normal_text(found) if _is_formula(found) else None


def _unwrapped(text: str, found: re.Match[str]) -> re.Match[str]:
    """Return the match without the brackets around all of it, "(TiO2)", and without a short form in brackets after it, "KNbO3(KN)"."""
    body = found["body"]
    if body[-1] == ")" and (label := _LABEL.search(body)):
        return _FORMULA.match(text, found.start(), found.start("body") + label.start()) or found
    if body[0] == "(" and body.find(")") == len(body) - 1:
        return _FORMULA.match(text, found.start("body") + 1, found.end("body") - 1) or found
    return found


def _accepted(text: str, found: re.Match[str]) -> Formula | None:
    body = found["body"]
    if valence := _VALENCE.fullmatch(body):
        symbol = valence[1]
        return Formula(found.start("body"), found.start("body") + len(symbol), symbol, ((symbol, "1"),))
    if _SURNAME_AFTER.match(text, found.end()) or not (_is_formula(found) or _is_element(text, found)):
        return None
    labelled = text[found.start() - 1 : found.start()] == "(" and body.isalpha() and len(_PIECE.findall(body)) > 2
    if (
        body in _ANIONS
        or labelled
        or (body[0] in "PS" and body[1:].isdigit() and _NUMBERED.search(text, max(0, found.start() - 24), found.start()))
    ):
        return None
    composition = _composition(body)
    charge = found["charge"] or ""
    if charge and len(composition) == 1:
        charge = f"{composition[0][1]}+" if body not in ELEMENTS else "+"
        composition = ((composition[0][0], "1"),)
    prefix = (found["prefix"] or "").strip(" -")
    return Formula(found.start(), found.end(), _normal_text(found), composition, prefix, charge)


def _normal_text(found: re.Match[str]) -> str:
    prefix = re.sub(r"\s", "", found["prefix"] or "").replace("beta", "β").replace("Beta", "β").replace('"', "''")
    body = found["body"].replace(" ", "")
    return prefix.replace("alpha", "α").replace("gamma", "γ") + body + (found["charge"] or "")


def _is_formula(found: re.Match[str]) -> bool:
    """Return whether a match with more than one symbol is a formula by its own form."""
    body = found["body"]
    symbols = [piece["symbol"] for piece in _PIECE.finditer(body) if piece["symbol"]]
    if len(set(symbols)) == 1:
        return bool(found["charge"]) or body in _MOLECULES
    if any(sign.isdigit() for sign in body):
        return True
    if _ABBREVIATION.match(body) or len(symbols) > 4:
        return False
    if all(len(symbol) == 1 for symbol in symbols) and not body.endswith("x"):
        return body in _CAPITAL_COMPOUNDS
    return len(set(symbols)) == len(symbols) or body.endswith("OOH")


def _is_element(text: str, found: re.Match[str]) -> bool:
    body = found["body"]
    if body not in ELEMENTS:
        return False
    if len(body) == 1:
        before = text[max(0, found.start() - 40) : found.start()]
        if body == "C" and _is_carbon(text, found, before):
            return True
        return bool(_DOPANT_AFTER.match(text, found.end()) or _DOPANT_BEFORE.search(before))
    if body == "Co" and text.startswith("-dop", found.end()):
        return False
    if body not in _WORDS:
        return True
    before = text[max(0, found.start() - 12) : found.start()]
    if body == "Pa" and before.rstrip()[-1:].isdigit():
        return False
    neighbours = (
        _ELEMENT_BEFORE.search(before),
        _ELEMENT_AFTER.match(text, found.end()),
        _MATERIAL_AFTER.match(text, found.end()),
    )
    return any(neighbours)


def _is_carbon(text: str, found: re.Match[str], before: str) -> bool:
    """Tell whether a lone C is the carbon of a composite, and neither a rate nor a bond."""
    if before[-1:] not in {"/", "-"}:
        return before[-1:] != "/" and _CARBON_FIRST.match(text, found.end()) is not None
    joined = _WITH_CARBON.search(before)
    return bool(joined and (not joined["hyphen"] or _CARBON_LAYER.match(text, found.end())))


@lru_cache(maxsize=4096)
def _composition(body: str) -> tuple[tuple[str, str], ...]:
    """Return the elements in order of first mention with their amounts, groups multiplied out; termination is "T"."""
    stack: list[dict[str, str]] = [{}]
    factor = ""
    for piece in _PIECE.finditer(body):
        if piece["symbol"]:
            _add(stack[-1], piece["symbol"], _times(piece["amount"] or "1", factor))
        elif piece["open"]:
            stack.append({})
        elif piece["water"] is not None:
            factor = piece["water"]
        elif len(stack) > 1:
            for symbol, amount in stack.pop().items():
                _add(stack[-1], symbol, _times(amount, piece["times"] or ""))
    return tuple(stack[0].items())


def _add(amounts: dict[str, str], symbol: str, amount: str) -> None:
    if symbol not in amounts:
        amounts[symbol] = _number_text(amount)
    elif _is_number(amount) and _is_number(amounts[symbol]):
        amounts[symbol] = _number_text(str(Fraction(amount) + Fraction(amounts[symbol])))
    else:
        amounts[symbol] = f"{amounts[symbol]}+{amount}"


def _times(amount: str, factor: str) -> str:
    if factor in ("", "1"):
        return amount
    if _is_number(amount) and _is_number(factor):
        return str(Fraction(amount) * Fraction(factor))
    return factor if amount == "1" else f"({factor})*({amount})"


def _is_number(amount: str) -> bool:
    return re.fullmatch(r"\d+(?:/[1-9]\d*|\.\d+)?", amount) is not None


def _number_text(amount: str) -> str:
    """Return a number as a decimal where it is one with up to three places, as a fraction otherwise; expressions unchanged."""
    if not _is_number(amount):
        return amount
    value = Fraction(amount)
    thousandths = value * 1000
    return f"{float(value):.3f}".rstrip("0").rstrip(".") if thousandths.denominator == 1 else str(value)


_SYSTEM: Final = re.compile(
    rf"(?<![A-Za-z0-9@/-])(?=[A-Z][a-z]?[-/]){_SYMBOL}(?:/{_SYMBOL}(?![a-z0-9]))*+(?:-{_SYMBOL}(?:/{_SYMBOL}(?![a-z0-9]))*+)++(?![A-Za-z0-9@(]|-[A-Z0-9]|\s[Bb]atter)"
)


def find_systems(text: str) -> list[System]:
    """Return the alloy systems of a plain text: metals joined by hyphens, with slashes between alternatives.

    >>> find_systems("Na-K/Rb/Cs alloys in a Na-S cell")[0].alternatives
    (('Na', 'K'), ('Na', 'Rb'), ('Na', 'Cs'))
    """
    systems = []
    for found in _SYSTEM.finditer(text):
        places = [part.split("/") for part in found.group().split("-")]
        elements = tuple(dict.fromkeys(symbol for place in places for symbol in place))
        if len(elements) < 2 or not NONMETALS.isdisjoint(elements):
            continue
        alternatives: list[tuple[str, ...]] = [()]
        for place in places:
            alternatives = [(*before, symbol) for before in alternatives for symbol in place][:24]
        systems.append(System(found.start(), found.end(), found.group(), elements, tuple(alternatives)))
    return systems
