"""Formulas whose subscripts a converter set apart: "Li 3 N", "CeO 2", "Na 3 Zr 2 Si 2 PO 12"."""

from __future__ import annotations

import re
from typing import Final

from sodiokg.extract.formulas import ELEMENTS, Formula, find_formulas

__all__ = ["find_spaced_formulas"]

_SYMBOL: Final = "(?:" + "|".join(sorted(ELEMENTS, key=lambda symbol: (-len(symbol), symbol))) + ")"
_NUMBER: Final = r"(?:\d{1,2}(?:\.\d{1,3})?|x)"
_ATOM: Final = rf"(?:{_SYMBOL}{_NUMBER}?)"
_SPACED: Final = re.compile(rf"(?<![\w@.-])(?:{_ATOM}){{1,6}}+(?: {_NUMBER}(?: {_ATOM}|{_ATOM}){{0,6}}+){{1,8}}+(?![\w@])")
# Behind the last number stands a word or a stop; a unit makes it an amount: "NaF 2 wt%", "ZnO 5 nm".
_UNIT: Final = re.compile(
    r"\s?(?:[%°′Ω]|(?:wt|vol|mol|at|nm|mm|cm|μm|um|mM|M|h|hours?|min|minutes?|s|d|days?|mA|A|mV|V|g|mg|kg|K|C|S|MPa|Pa|cycles?|times|layers?|and \d)\b)"
)
_ANION: Final = re.compile(r"(?:O|F|S|N|P|C|Cl|Br|I|Se|Sb|Sn|Bi) (?:\d{1,2}|x)$")
_INSIDE: Final = re.compile(rf" {_NUMBER} {_SYMBOL}")


def find_spaced_formulas(text: str) -> list[Formula]:
    """Return the formulas that are whole once the spaces before and behind their subscripts are gone, in the text's offsets.

    >>> [formula.text for formula in find_spaced_formulas("a Li 3 N film on CeO 2 sheets, 5 nm of ZnO 2 h later")]
    ['Li3N', 'CeO2']
    """
    return [formula for found in _SPACED.finditer(text) if (formula := _joined(text, found)) is not None]


def _joined(text: str, found: re.Match[str]) -> Formula | None:
    body = found.group()
    if _UNIT.match(text, found.end()) or not (_INSIDE.search(body) or _ANION.search(body)):
        return None
    whole = body.replace(" ", "")
    formulas = find_formulas(whole)
    if len(formulas) != 1 or formulas[0].end != len(whole) or len(formulas[0].composition) < 2:
        return None
    return Formula(found.start(), found.end(), formulas[0].text, formulas[0].composition)
