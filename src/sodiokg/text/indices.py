"""Find what print puts around the indices of a formula: blanks, "Na 3 Zr 2 Si 2 PO 12", or the brackets of old databases, "Co(3)O(4)"."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["formula_gaps", "index_brackets", "is_symbols"]

_ELEMENT: Final = (
    r"(?:A[glsu]|B[aeir]?|C[adelorsu]?|D[y]|E[ru]|Fe?|G[ade]|H[fg]?|I[nr]?|K|L[aiu]|M[gno]|N[abdi]?|O|P[bdrt]?|R[behu]|S[bceimnr]?"
    r"|T[abeil]|V|W|Yb?|Z[nr]|T(?= ?x\b))"
)
_RUN: Final = rf"(?:{_ELEMENT}(?:\d+(?:\.\d+)?)?|(?<=[a-z\d])\({_ELEMENT}\)){{1,8}}"
# A share that is left open, "1- x", "5-3 x", "x".
_SHARE: Final = r"(?:(?:[1-9]/[2-9]|\d{1,2}(?:\.\d+)?)?[+–−-] ?)?(?:\d(?:\.\d+)? ?)?[xyzδ](?![a-z])(?: ?[–−-] ?[xyzδ](?![a-z]))?"
_INDEX: Final = r"(?:[1-9]/[2-9]|\d{1,2}(?:\.\d{1,3})?(?:[+–−-][xyz])?|[xyzδ])(?![\w.]*\w)"
_CANDIDATE: Final = re.compile(r"[(A-Z][A-Za-z\d.()/+–−-]{0,40} [\dxyzδ]")
_CHAIN: Final = re.compile(
    rf"(?:(?<![A-Za-z\d.\\$_^{{-])|(?<=[a-zA-Z]{{2}}[-–‐])|(?<=[\s(]-))(?<!\d )\(?{_RUN}(?P<rest>(?:(?: {_INDEX}| ?{_SHARE})(?: ?\)(?: ?{_INDEX})?)?(?: ?\(?(?P<next>{_RUN})(?![a-wyz]))?){{1,12}})"
)
# A word that is also an element's sign, and a unit that is one: "In 3 Na cells", "to Na 2 V".
_WORD: Final = re.compile(r"(?:As|In|I|Be) ")
_UNIT: Final = re.compile(r" [VKCW]$")
# One index at the end of a compound, and nothing after it that makes it an amount: "with NaF 5 nm thick".
_COMPOUND: Final = re.compile(
    rf"(?:\(?(?=[A-Za-z\d.]*[a-z])(?:{_ELEMENT}[\d.]*|\({_ELEMENT}\)){{2,8}}|[A-Za-z\d]{{0,12}}(?:CO|NO|PO|SO|BF|PF|NH|BH|YF|VO|KF|(?<![A-Za-z])CF(?= [3x]))) (?:[2-9]|1\d|x) ?\)?$"
)
# The charge of an ion after its index, "SO 4 2−".
_CHARGE: Final = re.compile(r"(?<=[A-Z] \d) [1-4][-–−+]$")
# What a formula is written together with, but for its index: "SnO 2 @C", "TiO 2 -coated".
_JOINED: Final = re.compile(r" (?:[@/|][A-Za-z]|[-–‐][a-z]{3})")
_AMOUNT: Final = re.compile(
    r"\s?(?:%|°|[nμmckd]?m|[mkμ]?Ah?|[mk]?V|[mk]?g|h|s|min|K|C|M|wt|vol|[mMGk]?Pa|eV|Ω|cycles|times|samples|cells|days|hours"
    r"|minutes|=|≤|<|>|(?:and|or|to|[-–,])\s?\d)(?![a-z])"
)

# Indices in brackets are a manner of the whole text: one stands inside a formula, or an exponent is printed so.
_BRACKETED: Final = r"\(\d{1,2}(?:\.\d{1,3})?\)"
_BRACKETS_INDICES: Final = re.compile(rf"{_ELEMENT}{_BRACKETED}[A-Z]|[a-z]\([-–−]\d\)")
# What both have, found faster than a symbol.
_BRACKETED_SIGN: Final = re.compile(rf"{_BRACKETED}[A-Z]|\([-–−]\d\)")
_BRACKETED_RUN: Final = re.compile(rf"(?<![A-Za-z\d(])(?:{_ELEMENT}(?:{_BRACKETED}|\d{{1,2}})?){{2,10}}(?![a-z])")


def is_symbols(word: str) -> bool:
    """Tell whether a word can be read as symbols of elements alone.

    >>> is_symbols("PO"), is_symbols("NBBs")
    (True, False)
    """
    return re.fullmatch(_RUN, word) is not None


def formula_gaps(source: str) -> list[int]:
    """Return the places of the blanks inside the formulas of a source text.

    >>> formula_gaps("a Na 3 Bi layer on SnO 2 nanorods, 2 V vs Na 3 V")
    [4, 6, 22]
    """
    gaps: list[int] = []
    at = 0
    while found := _CANDIDATE.search(source, at):
        chain = _CHAIN.match(source, found.start())
        at = chain.end() if chain else found.start() + 1
        if chain and _is_formula(chain, source):
            charged = _CHARGE.search(source, chain.start(), chain.end() + 1)
            words = source[chain.start() : charged.start() if charged else chain.end()]
            gaps.extend(chain.start() + place for place, sign in enumerate(words) if sign == " ")
            if words[-2] == " " and _JOINED.match(source, chain.end()):
                gaps.append(chain.end())
    return gaps


def _is_formula(chain: re.Match[str], source: str) -> bool:
    words = _CHARGE.sub("", source[chain.start() : chain.end() + 1])[: len(chain.group())]
    if chain["next"] is None and words.startswith("N "):  # atoms in a carbon, "Co-N 4"
        return source[chain.start() - 1] in "-‐–" and _AMOUNT.match(source, chain.end()) is None
    if chain["next"] is None:
        return _COMPOUND.match(words) is not None and _AMOUNT.match(source, chain.end()) is None
    one = len(re.findall(r" (?=[\dxyzδ])", words)) == 1
    return not (one and (_WORD.match(words) or _UNIT.search(words) or source.startswith(" cm", chain.end())))


def index_brackets(source: str) -> list[int]:
    """Return the places of the brackets around indices, as abstract databases printed them; citations in brackets are none.

    >>> index_brackets("Co(3)O(4) on SnO(2)"), index_brackets("a layer of NaF(12)")
    ([2, 4, 6, 8, 16, 18], [])
    """
    if not (_BRACKETED_SIGN.search(source) and _BRACKETS_INDICES.search(source)):
        return []
    runs = (found for found in _BRACKETED_RUN.finditer(source) if "(" in found.group())
    return [place for found in runs for place in range(*found.span()) if source[place] in "()"]
