"""A comparison as a LaTeX table with booktabs, every word of a text escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sodiokg.comparison.grid import Comparison, Group
from sodiokg.comparison.printing import FORMULAS, group_table, remarks
from sodiokg.tables import cell_text, heading

__all__ = ["escaped", "latex"]

_SIGNS: Final = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": "$<$",
    ">": "$>$",
    "|": "$|$",
    "≤": r"$\leq$",
    "≥": r"$\geq$",
    "×": r"$\times$",
    "·": r"$\cdot$",
    "°": r"$^\circ$",
    "−": "$-$",
    "Ω": r"$\Omega$",
    "μ": r"$\mu$",
    "µ": r"$\mu$",
    "…": r"\ldots{}",
    "[": "{[}",
    "]": "{]}",
    **{sign: rf"$\{name}$" for sign, name in zip("αβγδ", ("alpha", "beta", "gamma", "delta"), strict=True)},
}
_SPECIAL: Final = re.compile("[" + re.escape("".join(_SIGNS)) + "]")
_RAISED: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
_LOWERED: Final = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_UNSEEN: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")


def escaped(text: str) -> str:
    r"""Return text that LaTeX prints and never runs.

    >>> escaped(r"50 % of \input{a}"), escaped("0.5 mA cm⁻²")
    ('50 \\% of \\textbackslash{}input\\{a\\}', '0.5 mA cm$^{-2}$')
    """
    plain = _SPECIAL.sub(lambda match: _SIGNS[match[0]], " ".join(_UNSEEN.sub(" ", text).split()))
    raised = re.sub("[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+", lambda match: f"$^{{{match[0].translate(_RAISED)}}}$", plain)
    return re.sub("[₀-₉]+", lambda match: f"$_{{{match[0].translate(_LOWERED)}}}$", raised)


def latex(comparison: Comparison) -> str:
    """Return one table for each group, with the packages that it needs in a comment, ending in a newline."""
    head = f"% \\usepackage{{booktabs,tabularx}}\n% {escaped(comparison.title)}\n"
    return head + "\n".join(line for group in comparison.groups for line in _table(comparison, group)) + "\n"


def _table(comparison: Comparison, group: Group) -> Iterator[str]:
    table = group_table(comparison, group)
    formulas = [FORMULAS] if any(test.derived for test in group.tests) else []
    notes = " ".join(f"{part[:1].upper()}{part[1:]}." for part in (*remarks(comparison, group), *formulas))
    yield r"\begin{table}"
    yield rf"\caption{{{escaped(f'{comparison.title}: {group.label}. {notes}'.strip())}}}"
    yield rf"\begin{{tabularx}}{{\linewidth}}{{l*{{{len(table.columns) - 1}}}{{>{{\raggedright\arraybackslash}}X}}}}"
    yield r"\toprule"
    yield " & ".join(escaped(heading(name, table.units)) for name in table.columns) + r" \\"
    yield r"\midrule"
    for row in table:
        yield " & ".join(escaped(cell_text(cell, name)) for name, cell in row.items()) + r" \\"
    yield r"\bottomrule"
    yield r"\end{tabularx}"
    yield r"\end{table}"
