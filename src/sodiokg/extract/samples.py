"""Samples that a text compares by codes of its own, "ABC1 and 3D-FABC15": letters that are no formula, with a number."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from sodiokg.extract.formulas import ELEMENTS

__all__ = ["codes_in", "core", "is_formula", "sample_codes"]

# A code has two capitals or more and a number; "3D" may stand before it.
_CODE: Final = re.compile(r"(?=[A-Z]{2}|\dD)(?<![\w@/.-])(?:\dD-?)?([A-Z]{2,6})-?(\d{1,3})(?![\w@./]|-\d|\s?(?:mAh?|mV\b))")
_CODED: Final = re.compile(r"[A-Z]-?\d")
_DIMENSION: Final = re.compile(r"^\dD-?|-")
# Codes that everybody has: cathodes, frameworks, steels, cells, electrolytes, files of structures.
_KNOWN: Final = re.compile(
    r"(?:NC[MA]|NMC|NFM|NVP|LFP|LCO|LNMO|LP|CR|ZIF|MIL|UIO|MOF|COF|HKUST|PCN|SS|SUS|AISI|PYR|PP|EC|PC|DMC|DEC|TEG|PEG|PVDF|PEO|PTFE|ICSD|JCPDS|PDF|COD|DFT|GGA|PBE|SCAN|HSE|FY|TRL|AB|SP|II?I?|IV|VI?|EQ|FIG|REF|NO|SI|CNT|XRD|XPS|AM|SM|ISO|IEC|UN)$"
)
_SYMBOLS: Final = re.compile("(?:" + "|".join(sorted(ELEMENTS, key=len, reverse=True)) + ")+")
_FEWEST: Final = 2


def core(code: str) -> str:
    """Return what the spellings of a code share.

    >>> core("3D-FABC15") == core("3DFABC15") == core("FABC-15")
    True
    """
    return _DIMENSION.sub("", _DIMENSION.sub("", code))


def sample_codes(text: str) -> dict[str, str]:
    """Return the codes by which a text calls its samples, by what their spellings share; each is told more than once, or has a sister.

    >>> sample_codes("QLM1 wets. Unlike QLM1, 3D-FQLM15 spreads; 3DFQLM15 and FQLM15 last. C60, NCM811 and NCM811.")
    {'QLM1': 'QLM1', 'FQLM15': '3D-FQLM15'}
    """
    found = [match.group() for match in _CODE.finditer(text) if not _is_known(match)]
    times = Counter(map(core, found))
    codes: dict[str, str] = {}
    for name in found:
        sister = any(other != core(name) and _stem(other) in core(name) for other in times)
        if (times[core(name)] >= _FEWEST or sister) and len(name) > len(codes.get(core(name), "")):
            codes[core(name)] = name
    return codes


def codes_in(words: str) -> set[str]:
    """Return what the spellings of the codes in some words share.

    >>> codes_in("the 3D-FQLM15|LLZO cell") == {"FQLM15"}
    True
    """
    return {core(match.group()) for match in _CODE.finditer(words)} if _CODED.search(words) else set()


def _stem(code: str) -> str:
    return code.rstrip("0123456789")


def _is_known(match: re.Match[str]) -> bool:
    return bool(_KNOWN.match(match[1])) or is_formula(match[1])


def is_formula(letters: str) -> bool:
    """Tell whether letters are symbols of elements alone.

    >>> is_formula("NaF"), is_formula("QLM")
    (True, False)
    """
    return _SYMBOLS.fullmatch(letters) is not None
