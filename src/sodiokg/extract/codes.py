"""Materials by the codes that chemists give them: frameworks "UiO-67-NH2", ionic liquids "[EMIM][BF4]", atoms in a carbon "Co-N4-C"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

__all__ = ["find_codes", "is_code", "is_framework"]

# Frameworks by their family and number, with the linker or metal before, and what they hold or are on: "NH2-MIL-53(Al)", "IL@ZIF-8".
_FAMILY: Final = r"(?:U[iI][oO]|MIL|CAU|HKUST|PCN|NU|BUT|DUT|MAF|JUC|IRMOF|LZU|Tp(?:Pa|BD|Bpy|TG))"
_FRAMEWORK: Final = re.compile(
    r"(?<![\w@-])(?:[A-Za-z]{2,4}@)?(?:(?:[A-Za-z0-9]{1,8}-){0,3}[A-Za-z0-9]{0,3}(?:MOF|COF|ZIF|HOF|CTF)s?(?::(?:Br|Cl|I)(?!\w))?(?:-(?![a-z]{2})[A-Za-z0-9]{1,8}){0,2}"
    rf"|(?:[A-Z][A-Za-z0-9]{{0,6}}-){{0,2}}{_FAMILY}-?\d+(?:\([A-Z][a-z]?\))?(?:-(?![a-z]{{4}})[A-Za-z0-9()]{{1,8}}){{0,2}})"
    r"(?:@CF?(?!\w))?(?!\w)"
)
_FRAMEWORK_SIGNS: Final = r"[MCH]OF|ZIF|CTF|U[iI][oO]|MIL|CAU|HKUST|PCN|NU-|BUT|DUT|MAF|JUC|LZU|Tp[PBT]"
# Sieves, layered hydroxides and nitrides in sheets: "ZSM-5", "MgAl-LDH", "h-BN".
_SHEET: Final = re.compile(
    r"(?<![\w@-])(?:(?:ZSM|SBA|MCM|SAPO|KIT|FDU)-\d{1,3}|(?:[A-Z][a-z]?){1,3}-LDHs?|[hcw]-BN(?:NSs?)?)(?!\w)"
)
_SHEET_SIGNS: Final = "ZSM|SBA|MCM|SAPO|KIT|FDU|LDH|-BN"
# Ionic liquids by the letters of cation and anion, in brackets or not.
_ANION: Final = r"(?:TFSI|FSI|TFSA|FSA|NTf2|Tf2N|BF4|PF6|DCA|OTf|SCN|Cl|Br|I)"
_IONIC_LIQUID: Final = re.compile(
    rf"\[(?=[^\]]*[A-Za-z]{{2}}|[NP]\d)[A-Z][A-Za-z0-9,]{{1,10}}\](?:\[[A-Z][A-Za-z0-9]{{0,8}}\]|{_ANION}(?!\w))"
    rf"|(?<![\w-])(?:[EBHPADM]MI[Mm]?|P[Yy]?[Rr]?1\d|PP1\d|C\d[Mm][Ii][Mm]|DEME|N\d{{4}}|EMPYR|BMP(?:yrr?)?)[- ]?{_ANION}(?!\w)"
)
_IONIC_SIGNS: Final = r"\]\[?[A-Z]|MI|C\d[Mm][Ii]|P[YyRr1P]|DEME|N\d{4}|BMP"
# Single atoms and their neighbours in a carbon; a bond is none.
_ATOMS: Final = re.compile(
    r"(?<![\w-])(?:Fe|Co|Ni|Mn|Cu|Zn|Sn|Zr|Mo|Cr|Bi|Sb|Ag|Ru|Pt|Mg|Ti|In|V|W)-N[\dx]?(?:-?C(?![a-z])| ?-[A-Z][A-Za-z]{1,3})?(?![\w-]|[ -](?:bond|coordinat|moiet|interact|batter|alloy|dop|co-?dop|dual))"
)

# Salts of a metal whose anion has letters of its own: "Bi(OTf)3", "Mg(TFSI)2", "NaB(hfip)4", "AgTFSI".
_SALT: Final = re.compile(
    r"(?<![\w@-])(?!TFSI|TFSA)(?:(?:Na|Li|K)?[A-Z][a-z]?|NH4)(?:\((?:OTf|TFSI|FSI|NTf2|TFSA|FSA|OAc|acac|OEt|OMe|OiPr|Ot?Bu|EtO|MeO|BOB|DFOB|hfip|HFIP|pin)\)[1-5]?|(?:TFSI|OTf|FSI|DFOB|NTf2))(?!\w)"
)
_SALT_SIGNS: Final = "TFS|OTf|FSI|NTf|OAc|OEt|OMe|Pr\\)|Bu\\)|O\\)|BOB|DFOB|HFIP|\\((?:acac|hfip|pin)"
# What each kind of code holds, looked for first.
_CODES: Final = tuple(
    (re.compile(signs), pattern)
    for signs, pattern in (
        (_FRAMEWORK_SIGNS, _FRAMEWORK),
        (_SHEET_SIGNS, _SHEET),
        ("-N", _ATOMS),
        (_IONIC_SIGNS, _IONIC_LIQUID),
        (_SALT_SIGNS, _SALT),
    )
)
# Any of these begins with a capital, a hyphen or a bracket, which rules out most places at once.
_ANY: Final = re.compile(rf"(?=[A-Z\]()-])(?:{_FRAMEWORK_SIGNS}|{_SHEET_SIGNS}|-N|{_IONIC_SIGNS}|{_SALT_SIGNS})")


def is_framework(name: str) -> bool:
    """Tell whether a name is that of one framework, "UiO-67" or "Zn-MOF", and not of a kind of them."""
    return "-" in name and _FRAMEWORK.fullmatch(name) is not None


def is_code(name: str) -> bool:
    """Tell whether a name is a code as a whole, "UiO-67" or "Co-N4-C"."""
    return any(pattern.fullmatch(name) for _, pattern in _CODES)


def find_codes(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where ``text[start:end]`` calls materials by a code.

    >>> text = "fillers of NH2-MIL-53(Al), Co-N4-C and [EMIM][BF4]"
    >>> [text[first:last] for first, last in find_codes(text, 0, len(text))]
    ['NH2-MIL-53(Al)', 'Co-N4-C', '[EMIM][BF4]']
    """
    if _ANY.search(text, start, end):
        for signs, pattern in _CODES:
            if signs.search(text, start, end):
                yield from (match.span() for match in pattern.finditer(text, start, end))
