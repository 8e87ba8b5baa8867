"""The commands of LaTeX that the reader knows, and what they print."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from sodiokg.text.readers.siunitx import chemical, number, quantity, unit

__all__ = [
    "ACCENTS",
    "CITES",
    "DROPPED",
    "FLOATS",
    "IN_MATH",
    "LETTERS",
    "LETTER_ACCENTS",
    "MATH",
    "NAMING",
    "SECTIONS",
    "SIUNITX",
    "TABULAR",
    "UNPRINTED",
]

SECTIONS: Final = {"section": 0, "subsection": 1, "subsubsection": 2, "paragraph": 3}
# fmt: off
CITES: Final = frozenset({
    "cite", "citep", "citet", "citealp", "citealt", "parencite", "textcite", "autocite", "supercite", "citenum",
    "onlinecite", "footcite", "cites", "upcite", "Cite",
})
# fmt: on
NAMING: Final = frozenset({"citet", "Citet", "textcite", "citealt"})
SIUNITX: Final[dict[str, tuple[int, Callable[..., str]]]] = {
    "SI": (2, quantity),
    "qty": (2, quantity),
    "num": (1, number),
    "si": (1, unit),
    "unit": (1, unit),
    "ce": (1, chemical),
    "cf": (1, chemical),
    "ang": (1, lambda words: f"{number(words)}°"),
    "SIrange": (3, lambda low, high, of: f"{number(low)}–{quantity(high, of)}"),
    "qtyrange": (3, lambda low, high, of: f"{number(low)}–{quantity(high, of)}"),
    "numrange": (2, lambda low, high: f"{number(low)}–{number(high)}"),
    "SIlist": (2, lambda words, of: _listed(words, f" {unit(of)}")),
    "qtylist": (2, lambda words, of: _listed(words, f" {unit(of)}")),
    "numlist": (1, lambda words: _listed(words, "")),
}
IN_MATH: Final = re.compile(rf"\\({'|'.join(SIUNITX)})(?![A-Za-z])")
# Commands whose argument is not printed, and how many arguments they have.
_SILENT: Final = {
    "addbibresource affiliation author bibliography bibliographystyle date email hypersetup include includegraphics input keywords label "
    "pagestyle thanks thispagestyle title usepackage vspace hspace address orcid nocite documentclass newpage sisetup "
    "geometry graphicspath bibitemdeclare captionsetup": 1,
    "setcounter setlength addtolength fontsize": 2,
}
DROPPED: Final = {name: count for names, count in _SILENT.items() for name in names.split()}
UNPRINTED: Final = frozenset({"ref", "eqref", "cref", "Cref", "autoref", "pageref"})
ACCENTS: Final = {"'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307"}
LETTER_ACCENTS: Final = {"c": "\u0327", "v": "\u030c", "u": "\u0306", "H": "\u030b", "r": "\u030a", "k": "\u0328", "d": "\u0323"}
LETTERS: Final = {
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "i": "i",
    "j": "j",
    "S": "§",
    "textmu": "μ",
}
MATH: Final = frozenset({"equation", "align", "gather", "multline", "eqnarray", "displaymath", "math", "alignat"})
FLOATS: Final = frozenset({"figure", "table", "wrapfigure", "SCfigure", "scheme"})
TABULAR: Final = frozenset({"tabular", "tabularx", "tabulary", "longtable", "array", "tblr"})


def _listed(words: str, of: str) -> str:
    parts = [number(part) for part in words.split(";")]
    return (f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else parts[0]) + of
