"""The tables of the plain normal form: what a character, LaTeX command or HTML entity is written as."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final

__all__ = ["COMMANDS", "SPACES", "STYLES", "folded"]

_FOLDS: Final = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212\ufe58\ufe63\uff0d\u207b\u208b\u02d7\u2043\u2500", "-"),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02b9\u02bc\u00b4\uff07", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02", '"'),
    **dict.fromkeys("\u2033\u02ba\u3003", "''"),
    **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f", ""),
    **dict.fromkeys("\u223c\u2248\u2243\u2245\uff5e\u02dc\u223f\u301c", "~"),
    **dict.fromkeys("\u2225\u2016\u01c1", "||"),
    **dict.fromkeys("\u2223\u01c0\uff5c", "|"),
    **dict.fromkeys("\u00ba\u02da\u2218\u1d52", "°"),
    **dict.fromkeys("\u2a7d\u2266\u2264", "≤"),
    **dict.fromkeys("\u2a7e\u2267\u2265", "≥"),
    **dict.fromkeys("\u00d7\u2715\u2a2f", "×"),
    **dict.fromkeys("\u00b7\u2219\u22c5\u2022\u2027\u30fb", "·"),
    "\u2070": "0",
    "\u2126": "Ω",
    "\u00b5": "μ",
    "\u2103": "°C",
    "\u2109": "°F",
    "\u212b": "Å",
    "\u2044": "/",
    "\u2215": "/",
    "\u2236": ":",
    "\u03d0": "β",
    "\u00df": "ß",
    "\u2014": "—",
    "\u2015": "—",
    "\u2026": "...",
}

# fmt: off
_GREEK: Final = {
    "alpha": "α",
    "beta": "β",
    "gamma": "γ",
    "delta": "δ",
    "epsilon": "ε",
    "zeta": "ζ",
    "eta": "η",
    "theta": "θ",
    "iota": "ι",
    "kappa": "κ",
    "mu": "μ",
    "nu": "ν",
    "xi": "ξ",
    "pi": "π",
    "rho": "ρ",
    "sigma": "σ",
    "tau": "τ",
    "upsilon": "υ",
    "phi": "φ",
    "chi": "χ",
    "psi": "ψ",
    "omega": "ω",
    "Gamma": "Γ",
    "Delta": "Δ",
    "Theta": "Θ",
    "Xi": "Ξ",
    "Pi": "Π",
    "Sigma": "Σ",
    "Phi": "Φ",
    "Psi": "Ψ",
    "Omega": "Ω",
}
# fmt: on
# LaTeX commands that stand for a character, and those that only set a style (dropped, their argument stays).
COMMANDS: Final = {
    **_GREEK,
    "lambda": "λ",
    "Lambda": "Λ",
    "varepsilon": "ε",
    "varphi": "φ",
    "upmu": "μ",
    "micro": "μ",
    "ohm": "Ω",
    **dict.fromkeys(("sim", "approx", "simeq", "cong", "textasciitilde"), "~"),
    **dict.fromkeys(("le", "leq", "leqslant", "leqq"), "≤"),
    **dict.fromkeys(("ge", "geq", "geqslant", "geqq"), "≥"),
    **dict.fromkeys(("circ", "degree", "textdegree", "deg"), "°"),
    **dict.fromkeys(("celsius", "textcelsius"), "°C"),
    **dict.fromkeys(("parallel", "Vert", "|"), "||"),
    **dict.fromkeys(("mid", "vert"), "|"),
    **dict.fromkeys(("cdot", "bullet"), "·"),
    **dict.fromkeys(("rightarrow", "to", "longrightarrow"), "→"),
    **dict.fromkeys(("leftrightarrow", "rightleftharpoons"), "↔"),
    **dict.fromkeys(("dots", "ldots", "cdots"), "..."),
    **dict.fromkeys(("quad", "qquad", "enspace", "thinspace", ",", ";", ":", " ", ">"), " "),
    **dict.fromkeys(("left", "right", "big", "Big", "bigl", "bigr", "!", "limits", "displaystyle"), ""),
    "lt": "<",
    "gt": ">",
    "ll": "<<",
    "gg": ">>",
    "neq": "≠",
    "ne": "≠",
    "times": "×",
    "pm": "±",
    "mp": "∓",
    "prime": "'",
    "propto": "∝",
    "infty": "∞",
    "partial": "∂",
    "square": "□",
    "angle": "∠",
    "textendash": "-",
    "textemdash": "—",
    "AA": "Å",
    "aa": "å",
    "o": "ø",
    "ss": "ß",
    "&": "&",
    "%": "%",
    "#": "#",
    "$": "$",
    "{": "{",
    "}": "}",
}
# Commands whose following blank only ends the command's name: the sign belongs to what comes next.
SPACES: Final = frozenset({"sim", "approx", "simeq", "cong", "circ", "degree", "mu", "upmu", "micro", "beta", "alpha", "prime"})
# fmt: off
STYLES: Final = frozenset({
    "text", "mathrm", "mathbf", "mathit", "mathsf", "mathcal", "mathbb", "textbf", "textit",
    "textrm", "textsf", "textsubscript", "textsuperscript", "emph", "rm", "bf", "it", "em", "sf", "sl", "tt", "ce",
    "mbox", "hbox", "operatorname", "boldsymbol", "bm", "mathnormal", "mathregular", "overline", "underline",
    "pmb", "textnormal", "ensuremath",
})
# fmt: on


@cache
def folded(character: str) -> str:
    """Return what the normal form writes for one character outside ASCII; most stay as they are.

    >>> folded("₄"), folded("⁻"), folded("µ"), folded("–"), folded("ﬁ"), folded("ü")
    ('4', '-', 'μ', '-', 'fi', 'ü')
    """
    if character in _FOLDS:
        return _FOLDS[character]
    if character.isspace():
        return " "
    kind = unicodedata.decomposition(character)
    # Scripts, ligatures, full-width and mathematical letters have a tagged decomposition; accented letters do not.
    if kind.startswith(("<sub>", "<super>", "<compat>", "<wide>", "<font>", "<narrow>", "<fraction>")):
        words = unicodedata.normalize("NFKC", character).replace("\u2044", "/").replace("\u2212", "-")
        # A spacing accent decomposes into a blank and a mark; that is no improvement.
        return character if " " in words else words
    return character
