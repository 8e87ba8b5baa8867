"""What a carbon, a ceramic or an alloy is doped with."""

from __future__ import annotations

import re
from typing import Final

from sodiokg.extract.bystanders import is_patient
from sodiokg.extract.cues import Hit
from sodiokg.extract.formulas import ELEMENTS, NONMETALS
from sodiokg.extract.role_words import put_on

__all__ = ["dopes_a_carbon", "dopes_a_ceramic", "find_dopants", "houses", "of_what_is_doped"]

# What is doped: a carbon, or a solid electrolyte by its kind or formula.
_CARBON: Final = re.compile(r"carbon|graph|nanotube|CNT|MXene|cloth|felt|hetero", re.IGNORECASE)
_CONDUCTOR: Final = re.compile(
    r"electrolyte|argyrodite|garnet|ceramic|LLZT?O|NZSP|NASICON|LATP|LAGP|[Ll]anthanum|alumina|conductor|sulfide|halide|\b(?:Li|Na)[\d.x+-]*[A-Z][\w.+-]*[A-Z]"
)
_BESIDE: Final = 30  # characters after a word of doping in which that stands

_INSIDE: Final = re.compile(
    r"\b(?:inside|within|into|in|inner|interior|walls?|face|cavit\w+|pores?|channels)(?: (?:face|side|walls?|surface)s?)?(?: of)?(?: the| an?)?(?: hollow| porous)? (?:[a-z]+[-‐])?$"
)

_DOPED: Final = re.compile(
    r"\b(?!Co-dop)([A-Z][a-z]?)(?:[23]?\+)?(?:(?:,? and |[-/,] ?)([A-Z][a-z]?))?[\s-](?:(?:(?:co|dual|double)-?\s?)?dop(?:ed|ing)|substituted)\b"
)
# What the sodium is alloyed with, named after it: single letters count here, "alloys of Na with K, Rb or Cs".
_ALLOYED_WITH: Final = re.compile(r"alloys? (?:of (?:Na|Li|sodium|lithium) )?with ((?:[A-Z][a-z]?\b(?:, | and | or )?)+)")
_DOPED_WITH: Final = re.compile(
    r"(?:dop(?:ed|ing)(?: of \w+)? with|carrying|bearing) ((?:[A-Z][a-z]?\b(?:, and |, or |, | and | or )?)+)"
)
# Not "phosphorus tribromide", which is a compound.
_NONMETAL: Final = re.compile(
    r"(?i:nitrogen|sul(?:f|ph)ur|oxygen|boron|phosphorus|fluorine|calcium|selenium)(?![a-z])(?! \w*(?:ide|ate|ite|ates|ides|vacanc\w+)\b)"
)
_DOPES_AFTER: Final = re.compile(
    r"(?: (?:and|or) \w+|/\w+)?[\s-]+(?:(?:dual|co)-?)?dop\w+|-containing(?! (?:\w+ )?(?:ionic|electrolyte|solvent|salt|additive|polymer|anion|species|compound|SEI|interphase|layer))|-functional| functional|-rich(?= (?:[\w-]+ ){0,2}(?:carbon|graph|cloth|felt|fib|MXene|host|surface))",
    re.IGNORECASE,
)
_DOPES_BEFORE: Final = re.compile(r"(?:at% of |\b(?:with|by) (?:\w+(?:, and |, or |, | and | or ))*)$")
_NEEDED: Final = (("dop", _DOPED_WITH), ("carrying", _DOPED_WITH), ("bearing", _DOPED_WITH), ("lloy", _ALLOYED_WITH))
_SYMBOLS: Final = {
    "nitrogen": "N", "sulfur": "S", "sulphur": "S", "oxygen": "O", "boron": "B", "phosphorus": "P",
}  # fmt: skip
_NONMETAL_NAMES: Final = ("nitrogen", "sulfur", "sulphur", "oxygen", "boron", "phosphorus", "fluorine", "calcium", "selenium")


def find_dopants(text: str) -> list[str]:
    """Return by symbol what something is doped or alloyed with: "N-doped", "nitrogen-containing", "doping with N and O", "alloys with K"."""
    doped = (
        match for match in (_DOPED.finditer(text) if "dop" in text or "-subst" in text else ()) if not _put_on_doped(text, match)
    )
    symbols = [symbol for match in doped for symbol in match.groups() if symbol in ELEMENTS]
    # Each pattern is looked for only where a word that it needs stands: most stretches have none.
    patterns = [pattern for word, pattern in _NEEDED if word in text]
    found = (match for pattern in dict.fromkeys(patterns) for match in pattern.finditer(text))
    symbols += [symbol for match in found for symbol in re.findall(r"[A-Z][a-z]?", match.group(1))]
    lower = text.lower()
    named = any(name in lower for name in _NONMETAL_NAMES)
    words = (match for match in _NONMETAL.finditer(text) if _dopes(text, match)) if named else ()
    return [*symbols, *(_SYMBOLS.get(name := match.group().lower(), name) for match in words)]


def _put_on_doped(text: str, match: re.Match[str]) -> bool:
    """Tell whether what a metal dopes is only where something else is done: "a film on Ta-doped garnet"."""
    dopes = match[1] in ELEMENTS and is_patient(text, match.start(), match.end(1), match[1])
    return dopes or (match[1] not in NONMETALS and put_on(text, match.start()))


def _dopes(text: str, word: re.Match[str]) -> bool:
    """Tell whether the words around a nonmetal say that something is doped with it, and not only what something is put into."""
    if _INSIDE.search(text, max(0, word.start() - _BESIDE), word.start()):
        return False
    return bool(_DOPES_AFTER.match(text, word.end())) or bool(
        _DOPES_BEFORE.search(text[max(0, word.start() - 40) : word.start()])
    )


def dopes_a_carbon(text: str, hit: Hit) -> bool:
    """Tell whether a word of doping is said of a carbon, of a host of it, or of heteroatoms."""
    return _CARBON.search(text, hit.start, hit.end + _BESIDE) is not None


def dopes_a_ceramic(text: str, hit: Hit) -> bool:
    """Tell whether a word of doping is said of a solid electrolyte."""
    return _CONDUCTOR.search(text, max(0, hit.start - _BESIDE), hit.end + _BESIDE) is not None


def houses(text: str, hit: Hit) -> bool:
    """Tell whether a doped carbon is but where something else is put: "MoP dots inside N-doped carbon spheres".

    >>> houses("MoP inside N-doped carbon spheres", Hit("heteroatom_doping", 11, 18))
    True
    """
    return _INSIDE.search(text, max(0, hit.start - _BESIDE), hit.start) is not None and dopes_a_carbon(text, hit)


def of_what_is_doped(text: str, hit: Hit, *, solid: bool) -> str:
    """Return the key of a hit on heteroatoms: that of the bulk where a solid electrolyte is doped and no carbon.

    >>> of_what_is_doped("Al co-doped Li6PS5Cl", Hit("heteroatom_doping", 3, 11), solid=False)
    'bulk_doping'
    """
    if dopes_a_carbon(text, hit):
        return hit.key
    ceramic = solid or _CONDUCTOR.search(text, hit.start, hit.end + _BESIDE)
    return "bulk_doping" if ceramic else hit.key
