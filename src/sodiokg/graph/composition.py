"""What a formula says about a substance: its elements, its key and the kind of substance that its composition makes it.

The rules look at elements only: nothing here knows a structure, so a formula alone makes an oxide but never a NASICON.
"""

from __future__ import annotations

import re
from typing import Final

from sodiokg.extract.formulas import ELEMENTS, NONMETALS, find_systems

__all__ = ["METALS", "alloys", "elements", "kind_of"]

METALS: Final = frozenset(ELEMENTS) - NONMETALS
_SYMBOL: Final = re.compile("|".join(sorted(ELEMENTS, key=lambda symbol: (-len(symbol), symbol))))
_AMOUNT: Final = re.compile(r"[\d.]+|[xyz]|[-+±δ]|[()\[\]·.]")
_ALLOY: Final = re.compile(r"(?:liquid |molten )?(?P<system>\S+)(?: (?:liquid )?(?:alloys?|anodes?|alloy anodes?))?")
# Elements beside the metals, the group that the formula has to show, and the class.
_GROUPS: Final = (
    ({"O", "H"}, "OH", "Hydroxide"),
    ({"C", "O"}, "CO3", "Carbonate"),
    ({"P", "O"}, "PO4", "Phosphate"),
    ({"Cl", "O"}, "ClO4", "Perchlorate"),
)
_OF_ONE: Final = {"O": "Oxide", "S": "Sulfide", "F": "Fluoride", "Cl": "Chloride", "I": "Iodide", "Br": "Halide"}


def elements(formula: str) -> frozenset[str]:
    """Return the elements of a normalised formula, nothing where it holds anything but elements and amounts.

    >>> sorted(elements("Na15Sn4")), sorted(elements("Ca(OH)2")), elements("BASE")
    (['Na', 'Sn'], ['Ca', 'H', 'O'], frozenset())
    """
    rest = _AMOUNT.sub(" ", _SYMBOL.sub(" ", formula))
    found = frozenset(_SYMBOL.findall(formula))
    return found if not rest.strip() else frozenset()


def kind_of(formula: str) -> str:
    """Return the local name of the class that a composition belongs to, "Compound" where no narrower rule holds.

    >>> [kind_of(f) for f in ("Na15Sn4", "PbOx", "NaOH", "Na2CO3", "NaF", "Sn", "Na2S", "NaPF6")]
    ['AlloyPhase', 'Oxide', 'Hydroxide', 'Carbonate', 'Fluoride', 'Element', 'Sulfide', 'Compound']
    """
    found = elements(formula)
    metals, rest = found & METALS, found - METALS
    if len(found) == 1:
        return "Element"
    if metals and not rest:
        return "AlloyPhase"
    if not metals:
        return "Compound"
    for group, mark, kind in _GROUPS:
        if rest == group and mark in formula.replace("(", "").replace(")", ""):
            return kind
    return _OF_ONE.get(next(iter(rest)), "Compound") if len(rest) == 1 else "Compound"


def alloys(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the alloys that are named by their elements, each with its metals in the order of the name; a slash parts alloys.

    >>> alloys("Na-Cs alloy"), alloys("Li/Na-Sn alloys"), alloys("Na-ion"), alloys("Na-S")
    ((('Na', 'Cs'),), (('Li', 'Sn'), ('Na', 'Sn')), (), ())
    """
    match = _ALLOY.fullmatch(name.strip().replace("–", "-"))
    systems = find_systems(match["system"]) if match else []
    if not match or not systems or systems[0].text != match["system"]:
        return ()
    named = (tuple(dict.fromkeys(metals)) for metals in systems[0].alternatives)
    return tuple(metals for metals in named if len(metals) > 1)
