"""What a formula says about a substance: its elements, its key and the kind of substance that its composition makes it.

The rules look at elements only: nothing here knows a structure, so a formula alone makes an oxide but never a NASICON.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

__all__ = ["METALS", "alloy_elements", "elements", "kind_of"]

_METALS: Final = """
Li Na K Rb Cs Be Mg Ca Sr Ba Al Ga In Tl Ge Sn Pb Sb Bi Sc Ti V Cr Mn Fe Co Ni Cu Zn Y Zr Nb Mo Ru Rh Pd Ag Cd Hf Ta W
Re Os Ir Pt Au Hg La Ce Pr Nd Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Si As
"""
METALS: Final = frozenset(_METALS.split())
_KNOWN: Final = METALS | {"H", "B", "C", "N", "O", "F", "P", "S", "Cl", "Se", "Br", "Te", "I"}
_SYMBOL: Final = re.compile(r"[A-Z][a-z]?")
_AMOUNT: Final = re.compile(r"[\d.]+|[xyz]|[-+±δ]|[()\[\]·.]")
_ALLOY: Final = re.compile(
    r"(?:liquid |molten )?([A-Z][a-z]?(?:[-–/][A-Z][a-z]?)+)(?: (?:liquid )?(?:alloy|alloys|anode|alloy anode))?"
)
_HALOGENS: Final = frozenset({"F", "Cl", "Br", "I"})


def elements(formula: str) -> frozenset[str]:
    """Return the elements of a normalised formula, nothing where it holds anything but elements and amounts.

    >>> sorted(elements("Na15Sn4")), sorted(elements("Ca(OH)2")), elements("BASE")
    (['Na', 'Sn'], ['Ca', 'H', 'O'], frozenset())
    """
    rest = _AMOUNT.sub(" ", _SYMBOL.sub(" ", formula))
    found = frozenset(_SYMBOL.findall(formula))
    known = found <= _KNOWN
    return found if known and not rest.strip() else frozenset()


def kind_of(formula: str) -> str:
    """Return the local name of the class that a composition belongs to, "Compound" where no narrower rule holds.

    >>> [kind_of(f) for f in ("Na15Sn4", "PbOx", "NaOH", "Na2CO3", "NaF", "Sn", "Na2S", "NaPF6")]
    ['AlloyPhase', 'Oxide', 'Hydroxide', 'Carbonate', 'Halide', 'Element', 'Sulfide', 'Compound']
    """
    found = elements(formula)
    metals, rest = found & METALS, found - METALS
    if len(found) == 1:
        return "Element"
    if not rest:
        return "AlloyPhase"
    if rest == {"O", "H"} and "OH" in formula.replace(")", ""):
        return "Hydroxide"
    if rest == {"C", "O"} and "CO3" in formula:
        return "Carbonate"
    if rest == {"O"} and metals:
        return "Oxide"
    if rest == {"S"} and metals:
        return "Sulfide"
    if len(rest) == 1 and rest <= _HALOGENS and metals:
        return "Halide"
    return "Compound"


def alloy_elements(name: str) -> tuple[str, ...]:
    """Return the metals of an alloy that is named by its elements, in the order of the name.

    >>> alloy_elements("Na-Cs alloy"), alloy_elements("Na-ion"), alloy_elements("Na-S")
    (('Na', 'Cs'), (), ())
    """
    match = _ALLOY.fullmatch(name.strip())
    parts = tuple(re.split(r"[-–/]", match[1])) if match else ()
    return parts if set(parts) <= METALS else ()


def normal_label(label: str) -> str:
    """Return a label with scripts and spaces as in plain text."""
    return unicodedata.normalize("NFKC", label)


def normal_formula(name: str) -> str:
    """Return a formula, "" for what is none."""
    return name if elements(name) else ""
