"""Organic compounds in words: "5-ethyl-1H-tetrazole", "ethylene glycol dibutyl ether", "pentaerythritol tetraacrylate", "15-crown-5".

A name is read backwards from its last word, which tells the class (IUPAC Blue Book), over the groups, polyols and locants before it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

__all__ = ["ends_organic", "organic_start"]

# Classes that a last word tells by itself: rings, functional groups, halides of hydrocarbons.
_CLASS: Final = re.compile(
    r"(?!poly(?![a-z]*ates?$)|(?:re-?)?examine|famine|determine|undermine)[a-z]*(?:pyridine|furan|oxolane|oxane|oxetane|oxirane|thiolane|nitrile|sulfone|sulfoxide|amide|imide|amine|silane|silazane|siloxane|thiol|zole|zoline|benzene|quinone"
    r"|lactone|lactam|dioate|noate|phosphine|phosphite|phosphazene|borane|urea|glyme|cyanate|sultone|sultam|pyrimidine|pyrazine|triazine|melamine|quinoline|quinoxaline|morpholine|piperidine|piperazine|pyrrolidine|thiophene"
    r"|thiadiazine|pyrrole|pyrrolidone|aniline|indole|guanidine|carbamate|sulfonate|sulfonyl fluoride|phosphonate|acrylate|anthracene|naphthalene|phenanthrene|thiophenol|naphthol|pyrene|fluorenone|coumarin|porphyrin|cyclodextrin"
    r"|calix(?:\[\d\])?arene|crown|xanthate|sulfolane|hydantoin|anisole|styrene|orthoformate|orthosilicate|dicarbonate|maleimide|catechol|glycerol|aldehyde|boroxine|phenone|mercaptan|cellulose"
    r"|oxy(?:meth|eth|prop|but)ane|(?:iodo|bromo|chloro|fluoro|nitro|cyano)[a-z]*(?:ane|ene|ine|ol|al))s?"
)
# Esters and ethers are what a group or a polyol before them makes them.
_ESTER: Final = re.compile(
    r"[a-z]*(?:acetate|formate|propionate|butyrate|valerate|benzoate|salicylate|oxalate|malonate|sulfate|sulfite|phosphate|borate|carbonate|silicate|laurate|lactate|citrate|ether|glycol|anhydride|peroxide|(?:di)?(?:sulfide|selenide|sulphide)|chloride|bromide|iodide|fluoride|borate)s?"
)
_LOCANT: Final = r"(?:(?:\d+H?|[NOS]|[αβγδεω])(?:,(?:\d+H?|[NOS]))*|tert|sec|iso|trans|cis|ortho|meta|para|[nompl])-"
_MANY: Final = r"(?:poly|mono|di|tri|tetra|penta|hexa|per)*"
_GROUP: Final = (
    r"[a-z]*(?:(?:meth|eth|prop|but|pent|hex|hept|oct|dec|phen|vin|all|benz|acet|sil|carbon|sulfon|sulfin|phosphor|glycid|acr|naphth|pyrid|furfur|tol|sulfam)o?yl(?:ene|idene)?"
    r"|fluoro|chloro|bromo|iodo|nitro|amino|cyano|mercapto|hydroxy|thio|oxo|carbamoyl|thiuram|thiocarbonate|methoxy|ethoxy|propoxy|butoxy|ethoxylated|propoxylated)"
)
_POLYOL: Final = (
    rf"(?:{_MANY}(?:ethylene|propylene|butylene) glycol|[a-z]*(?:erythritol|sorbitol|glycerol|propane|ethane|bisphenol A))"
)
_BRACKET: Final = r"(?:poly|tetrakis|tris|bis) ?\([^()]{3,40}\) ?"
_BEFORE: Final = re.compile(
    rf"(?<![A-Za-z0-9])(?:{_LOCANT}|{_GROUP}[ -]|{_POLYOL} |{_BRACKET}|(?<=yl )ether |(?:sodium|lithium|potassium|vinylene|ethylene|propylene|butylene|methylene) )*$",
    re.IGNORECASE,
)
_CROWN: Final = re.compile(r"\b\d{2}-$")
REACH: Final = 70  # characters in which the first group of a name lies


@lru_cache(maxsize=16384)
def ends_organic(word: str) -> bool:
    """Tell whether a word in lower case can end the name of an organic compound.

    >>> ends_organic("dimethylpyridine"), ends_organic("examine"), ends_organic("ether")
    (True, False, True)
    """
    return bool(_CLASS.fullmatch(word) or _ESTER.fullmatch(word))


def organic_start(text: str, word: re.Match[str], start: int) -> int:
    """Return where the name that ends with a word starts, -1 where the word alone is none: "ether", "carbonate", "acetate".

    >>> text = "with 5-ethyl-1H-tetrazole and an ether"
    >>> [organic_start(text, one, 0) for one in re.finditer(r"[A-Za-z]+", text) if one.group() in {"tetrazole", "ether"}]
    [5, -1]
    """
    before = text[max(start, word.start() - REACH) : word.start()]
    found = _BEFORE.search(before)
    groups = found.group() if found else ""
    lower = word.group().lower()
    if lower.startswith("crown"):
        crown = _CROWN.search(before)
        return word.start() - len(crown.group()) if crown else -1
    if _CLASS.fullmatch(lower) is None and not re.search(r"[a-z]{3}|\)", groups):
        return -1
    return word.start() - len(groups)
