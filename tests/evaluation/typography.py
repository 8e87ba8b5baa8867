r"""Passages in many typographies: a plain text is cut into the things that print differently, and each is written anew.

A typography writes every kind of thing (a quantity, a formula, a citation, a temperature ...) in its own way and may then treat the
whole text (line ends, blanks, ligatures). `canonical` gives the plain text to begin with: "5 mA cm-2", "Na15Sn4", "[9]".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Final

from sodiokg.text import normalise

__all__ = ["TYPOGRAPHIES", "UNICODE", "Typography", "canonical", "combined"]

Written = Callable[[re.Match[str]], str]
Whole = Callable[[str, Random], str]

_ELEMENT: Final = r"(?:A[glsu]|B[aei]?|C[aeloru]?|Fe?|G[ae]|H|In?|K|L[ai]|M[gno]|N[abi]?|O|P[bt]?|R[bu]|S[binr]?|T[ai]|V|Y|Z[nr])"
_SYMBOL: Final = r"(?:[mμk]?Ah?|[mk]?Wh?|mS|S|k?Ω|mN|m?J|kJ|mg|m(?=2))"
_NUMBER: Final = r"(?<![\w.])-?\d[\d.,]*(?<![,.])"
_THING: Final = re.compile(
    rf"(?P<quantity>(?:(?P<number>{_NUMBER}) )?(?P<unit>(?<![\w-]){_SYMBOL}\d? (?:cm|kg|g|mol|m|L)(?:-?[1-4])?)(?![\w-]))"
    rf"|(?P<temperature>(?P<degrees>{_NUMBER}) ?°C)"
    rf"|(?P<amount>(?P<value>{_NUMBER})(?P<gap> ?)(?P<sign>°|%|nm|μm|mm|MPa|mV|eV|wt%|h|V|min|s)(?![\w°%/]))"
    rf"|(?P<formula>(?<![A-Za-z\d-])(?=[A-Za-z.()]{{0,8}}\d)(?:\((?:{_ELEMENT}\d*)+\)\d+|{_ELEMENT}(?:\d+(?:\.\d+)?)?|Tx)+(?![A-Za-z\d]))"
    r"|(?P<ion>(?<![A-Za-z\d])(?P<metal>Na|Li|K|Ca)(?P<charge>2?\+)(?![\w+]))"
    r"|(?P<power>(?<=× 10)-?\d{1,2}(?!\d))"
    r"|(?P<citation> ?\[(?P<numbers>\d[\d,-]*)\])"
    r"|(?P<primes>β'')|(?P<minus>(?<=[ (])-(?=\d))|(?P<range>(?<=\d)-(?=\d))|(?P<about>~)"
    r"|(?P<quote>\"(?P<words>[^\"\n]{1,60})\")|(?P<apostrophe>(?<=[a-z])'(?=s\b|\s))"
)
_FACTOR: Final = re.compile(r"([A-Za-zΩμ]+)(-?\d?)")
_LOST: Final = (
    (re.compile(r"(Ω cm) 2\b"), r"\g<1>2"),
    (re.compile(r"((?:mAh?|mg) cm) 2\b"), r"\1-2"),
    (re.compile(r"(mAh g|mN m) 1\b"), r"\1-1"),
)


def canonical(text: str) -> str:
    """Return the plain text of a source, with superscripts that it has lost put back."""
    plain = normalise(text).text
    for pattern, restored in _LOST:
        plain = pattern.sub(restored, plain)
    return plain


@dataclass(frozen=True, slots=True)
class Typography:
    """How each kind of thing is written, and what is then done to the whole text; what is not told is written in Unicode."""

    name: str
    things: dict[str, Written] = field(default_factory=dict)
    whole: tuple[Whole, ...] = ()

    def write(self, plain: str, seed: int = 0) -> str:
        """Return a plain text in this typography."""
        writers = UNICODE | self.things
        text = _THING.sub(lambda thing: writers[thing.lastgroup or ""](thing) if thing.lastgroup in writers else thing[0], plain)
        random = Random(f"{self.name} {seed} {plain}")
        for change in self.whole:
            text = change(text, random)
        return text


def combined(name: str, *parts: Typography) -> Typography:
    """Return the typography that has all of several, the later one first where they disagree."""
    things = {kind: writer for part in parts for kind, writer in part.things.items()}
    return Typography(name, things, tuple(change for part in parts for change in part.whole))


_RAISED: Final = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_LOWERED: Final = str.maketrans("0123456789x", "₀₁₂₃₄₅₆₇₈₉ₓ")
_LATEX: Final = {"Ω": r"\Omega ", "μ": r"\mu "}


def _superscript(power: str) -> str:
    return power.translate(_RAISED)


def _minus(number: str) -> str:
    return number.replace("-", "−")


def _quantity(script: Written | Callable[[str], str], joint: str = " ", blank: str = " ") -> Written:
    """Return a writer of products of powers: ``5 mA cm⁻²``."""

    def write(thing: re.Match[str]) -> str:
        factors = [symbol + (script(power) if power else "") for symbol, power in _FACTOR.findall(thing["unit"])]
        return (_minus(thing["number"]) + blank if thing["number"] else "") + joint.join(factors)

    return write


def _solidus(script: Callable[[str], str], joint: str = "/") -> Written:
    """Return a writer of quotients: ``5 mA/cm²``."""

    def write(thing: re.Match[str]) -> str:
        words = ""
        for symbol, power in _FACTOR.findall(thing["unit"]):
            words += (joint if power.startswith("-") else " " if words else "") + symbol
            words += script(power.lstrip("-")) if power not in {"", "-1"} else ""
        return (_minus(thing["number"]) + " " if thing["number"] else "") + words

    return write


def _amount(form: str) -> Written:
    return lambda thing: form.format(_minus(thing["value"]), thing["sign"], gap=thing["gap"])


def _temperature(form: str) -> Written:
    return lambda thing: form.format(_minus(thing["degrees"]))


def _formula(script: Callable[[str], str], around: str = "{}") -> Written:
    return lambda thing: around.format(re.sub(r"\d+(?:\.\d+)?|x$", lambda index: script(index[0]), thing["formula"]))


def _ion(form: str) -> Written:
    return lambda thing: form.format(thing["metal"], thing["charge"])


def _cited(form: str, blank: str = "") -> Written:
    return lambda thing: (blank or thing[0][: thing[0].index("[")]) + form.format(thing["numbers"].replace("-", "–"))


def _latex_unit(unit: str, style: str, space: str) -> str:
    words = ""
    for symbol, power in _FACTOR.findall(unit):
        greek = _LATEX.get(symbol[0], "")
        letters = symbol[1:] if greek else symbol
        words += space + greek + (f"\\{style}{{{letters}}}" if letters else "") + (f"^{{{power}}}" if power else "")
    return words


def _latex(style: str, space: str) -> dict[str, Written]:
    """Return the writers of LaTeX math with letters in the style command and a space command between symbols."""

    def number(digits: str) -> str:
        return digits.replace(",", "{,}")

    def amount(thing: re.Match[str]) -> str:
        sign = thing["sign"]
        if sign in "°%":
            return f"${number(thing['value'])}" + (r"^\circ$" if sign == "°" else r"\%$")
        unit = r"\%".join([rf"\{style}{{wt}}", ""]) if sign == "wt%" else _latex_unit(sign, style, "")
        return f"${number(thing['value'])}{space}{unit}$"

    return {
        "quantity": lambda thing: f"${number(thing['number'] or '')}{_latex_unit(thing['unit'], style, space)}$",
        "amount": amount,
        "temperature": _temperature(f"${{}}{space}^{{{{\\circ}}}}\\{style}{{{{C}}}}$"),
        "formula": lambda thing: "$" + re.sub(r"[A-Z][A-Za-z]*", rf"\\{style}{{\g<0>}}", _formula("_{{{}}}".format)(thing)) + "$",
        "ion": _ion(f"$\\{style}{{{{{{}}}}}}^{{{{{{}}}}}}$"),
        "power": lambda thing: f"$^{{{thing[0]}}}$",
        "primes": lambda _: r"$\beta''$",
        "about": lambda _: r"$\sim$",
        "range": lambda _: "--",
        "minus": lambda _: "$-$",
    }


def _markup(minus: str, names: dict[str, str]) -> dict[str, Written]:
    """Return the writers of HTML with a character for the minus sign, and `names` for the other characters."""

    def named(words: str) -> str:
        return "".join(names.get(sign, sign) for sign in words)

    def raised(power: str) -> str:
        return f"<sup>{power.replace('-', minus)}</sup>"

    return {
        "quantity": lambda thing: named(_quantity(raised)(thing)),
        "amount": lambda thing: named(_amount("{0}{gap}{1}")(thing)),
        "temperature": _temperature("{} " + names.get("°", "°") + "C"),
        "formula": _formula("<sub>{}</sub>".format),
        "ion": _ion("{}<sup>{}</sup>"),
        "power": lambda thing: raised(thing[0]),
        "primes": lambda _: named("β″"),
        "range": lambda _: named("–"),
        "minus": lambda _: named("−"),
    }


def _identity(words: str) -> str:
    return words


UNICODE: Final[dict[str, Written]] = {
    "quantity": _quantity(_superscript),
    "temperature": _temperature("{} °C"),
    "amount": _amount("{0}{gap}{1}"),
    "formula": _formula(lambda index: index.translate(_LOWERED)),
    "ion": lambda thing: thing["metal"] + thing["charge"].translate(_RAISED),
    "power": lambda thing: _superscript(thing[0]),
    "citation": _cited("[{}]"),
    "primes": lambda _: "β″",
    "range": lambda _: "–",
    "minus": lambda _: "−",
    "about": lambda _: "∼",
    "quote": lambda thing: f"“{thing['words']}”",
    "apostrophe": lambda _: "’",
}
_FLAT: Final = {
    "quantity": _quantity(_identity),
    "formula": _formula(_identity),
    "ion": _ion("{}{}"),
    "power": lambda thing: thing[0],
}


def _replaced(before: str, *after: str) -> Whole:
    """Return a change of every occurrence of some words, to one of several at random."""
    return lambda text, random: re.sub(re.escape(before), lambda _: random.choice(after), text)


_LIGATURES: Final = (("ffi", "ﬃ"), ("ffl", "ﬄ"), ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ"))
_BREAKABLE: Final = re.compile(r"(?<![^\s(])[a-z]{7,}(?![^\s,.;:)])")


def _wrapped(newline: str, hyphen: str = "-") -> Whole:
    """Return the breaking of every paragraph into lines of one width, one word in three hyphenated where it crosses the margin."""

    def change(text: str, random: Random) -> str:
        return "\n\n".join(newline.join(_lines(paragraph, random, hyphen)) for paragraph in text.split("\n\n"))

    return change


def _lines(paragraph: str, random: Random, hyphen: str) -> list[str]:
    width, lines, line = random.randint(60, 105), [], ""
    for word in paragraph.split(" "):
        if len(line) + len(word) < width:
            line = f"{line} {word}" if line else word
        elif _BREAKABLE.fullmatch(word.rstrip(",.;:")) and random.random() < 1 / 3:
            cut = random.randint(3, len(word.rstrip(",.;:")) - 3)
            lines.append(f"{line} {word[:cut]}{hyphen}")
            line = word[cut:]
        else:
            lines.append(line)
            line = word
    return [*lines, line]


def _page_break(before: str) -> Whole:
    """Return the break of every longer paragraph, in the middle of a sentence, by what stands between two pages."""

    def change(text: str, random: Random) -> str:
        return "\n\n".join(_broken(paragraph, before, random) for paragraph in text.split("\n\n"))

    return change


def _broken(paragraph: str, between: str, random: Random) -> str:
    places = [
        gap.start() for gap in re.finditer(r"(?<=[a-z]) (?=[a-z]{2,} )", paragraph) if 160 < gap.start() < len(paragraph) - 80
    ]
    if not places:
        return paragraph
    place = random.choice(places)
    return paragraph[:place] + between + paragraph[place + 1 :]


def _spaced_formulas(thing: re.Match[str]) -> str:
    return re.sub(
        r"(?<=[A-Za-z)])(\d+(?:\.\d+)?)(?=([A-Z(])?)", lambda index: f" {index[1]}" + (" " if index[2] else ""), thing[0]
    )


def _signs(name: str, before: str, *after: str) -> Typography:
    return Typography(name, whole=(_replaced(before, *after),))


# Two formulas without a blank between them are one: "$\sim$$5$".
_ONE_FORMULA: Final = _replaced("$$", "")
_LATEX_TEXT: Final = Typography(r"LaTeX \text", _latex("text", r"\ "), (_ONE_FORMULA,))
_HTML: Final = Typography("HTML tags", _markup("−", {}))
_LOST_GAPS: Final = Typography("lost: mA cm 2", {"quantity": _quantity(lambda power: " " + power.lstrip("-"))})
_LIGATED: Final = Typography("ligatures", whole=tuple(_replaced(*pair) for pair in _LIGATURES))
_LINES: Final = Typography("broken lines", whole=(_wrapped("\n"),))
_HEADED: Final = Typography("running head", whole=(_page_break("\n\n12\n\nJ. Sodium Res. 2021, 14, 221\n\n"),))
_BLANKS: Final = Typography("kinds of blanks", whole=(_replaced(" ", " ", " ", " ", "\u00a0", "\u2009", "\u202f"),))
_LINKED: Final = Typography("Markdown citations", {"citation": _cited(r"[\[{}\]](#)")})

TYPOGRAPHIES: Final[tuple[Typography, ...]] = (
    Typography("flat: mA cm-2", _FLAT),
    Typography("flat: mA cm−2", _FLAT | {"quantity": _quantity(_minus), "power": lambda thing: _minus(thing[0])}),
    Typography("caret: mA cm^-2", _FLAT | {"quantity": _quantity("^{}".format), "power": lambda thing: f"^{thing[0]}"}),
    Typography(
        "braces: mA cm^{-2}",
        {
            "quantity": _quantity("^{{{}}}".format),
            "formula": _formula("_{{{}}}".format),
            "ion": _ion("{}^{{{}}}"),
            "power": lambda thing: f"^{{{thing[0]}}}",
        },
    ),
    _LATEX_TEXT,
    Typography(r"LaTeX \mathrm", _latex("mathrm", r"\,"), (_ONE_FORMULA,)),
    Typography(
        r"LaTeX \rm, ties",
        {
            "quantity": lambda thing: (
                (thing["number"] + "~" if thing["number"] else "")
                + "$"
                + _latex_unit(thing["unit"], "rm", r"\;").removeprefix(r"\;")
                + "$"
            ),
            "temperature": _temperature(r"{}~$^\circ$C"),
            "formula": lambda thing: r"{\rm " + _formula("$_{{{}}}$".format)(thing) + "}",
            "primes": lambda _: r"$\beta^{\prime\prime}$",
        },
    ),
    Typography(r"LaTeX \ce", {"formula": lambda thing: rf"\ce{{{thing[0]}}}", "ion": lambda thing: rf"\ce{{{thing[0]}}}"}),
    _HTML,
    Typography(
        "HTML entities",
        _markup(
            "&minus;",
            {
                "°": "&deg;",
                "Ω": "&Omega;",
                "μ": "&micro;",
                "β": "&beta;",
                "″": "&Prime;",
                "–": "&ndash;",
                "−": "&minus;",
                " ": "&nbsp;",
            },
        ),
    ),
    Typography(
        "HTML numeric entities",
        _markup(
            "&#8722;",
            {
                "°": "&#176;",
                "Ω": "&#x2126;",
                "μ": "&#956;",
                "β": "&#946;",
                "″": "&#8243;",
                "–": "&#x2013;",
                "−": "&#8722;",
                " ": "&#8201;",
            },
        ),
    ),
    Typography("middle dot: mA·cm⁻²", {"quantity": _quantity(_superscript, "·")}),
    Typography("dot operator: mA⋅cm−2", {"quantity": _quantity(_minus, "⋅")}),
    Typography("bullet: mA•cm-2", {"quantity": _quantity(_identity, "•")}),
    Typography("solidus: mA/cm²", {"quantity": _solidus(_superscript)}),
    Typography("solidus: mA/cm2", _FLAT | {"quantity": _solidus(_identity)}),
    Typography("solidus: mA/cm^2", _FLAT | {"quantity": _solidus("^{}".format)}),
    Typography("solidus: mA / cm2", _FLAT | {"quantity": _solidus(_identity, " / ")}),
    Typography("words: mA per cm2", _FLAT | {"quantity": _solidus(_identity, " per ")}),
    Typography("glued: mAcm⁻²", {"quantity": _quantity(_superscript, "")}),
    Typography("glued: mAcm-2", _FLAT | {"quantity": _quantity(_identity, "")}),
    Typography(
        "no blank: 5mA cm⁻²",
        {
            "quantity": _quantity(_superscript, blank=""),
            "amount": _amount("{0}{1}"),
            "temperature": _temperature("{}°C"),
        },
    ),
    Typography("blank: 5 °, 5 %", {"amount": _amount("{0} {1}")}),
    _LOST_GAPS,
    Typography("lost: mAcm 2", {"quantity": _quantity(lambda power: " " + power.lstrip("-"), "")}),
    Typography("lost: mA cm2", {"quantity": _quantity(lambda power: power.lstrip("-"))}),
    Typography("lost: mA·cm2", {"quantity": _quantity(lambda power: power.lstrip("-"), "·")}),
    Typography("blank: mA cm -2", {"quantity": _quantity(" {}".format)}),
    Typography("blank: mA cm - 2", {"quantity": _quantity(lambda power: " " + power.replace("-", "- "))}),
    Typography("broken minus: mA cmÀ2", {"quantity": _quantity(lambda power: power.replace("-", "À"))}),
    Typography("spaced formulas: Na 3 Bi", {"formula": _spaced_formulas}),
    _signs("ohm sign", "Ω", "\u2126"),
    _signs("micro sign", "μ", "\u00b5"),
    *(
        Typography(f"degrees: {form}", {"temperature": _temperature("{} " + form)})
        for form in ("℃", "° C", "ºC", "˚C", "o C", "oC", "<sup>o</sup>C", "°\u00a0C")
    ),
    _signs("no blank: 25°C", " °C", "°C", "℃"),
    *(
        Typography(f"primes: {form}", {"primes": lambda _, form=form: form})
        for form in ("β''", 'β"', "β′′", "β”", "β’’", "&beta;''", "β''".replace("β", "ϐ"))
    ),
    _BLANKS,
    _signs("narrow blanks", " ", "\u202f"),
    _LIGATED,
    _LINES,
    Typography("broken lines, CRLF", whole=(_wrapped("\r\n"),)),
    Typography("broken lines, U+2010", whole=(_wrapped("\n", "\u2010"),)),
    Typography(
        "soft hyphens", whole=(lambda text, random: _BREAKABLE.sub(lambda word: word[0][:4] + "\u00ad" + word[0][4:], text),)
    ),
    Typography("page break", whole=(_page_break("\n\n"),)),
    Typography("form feed", whole=(_page_break("\n\f"),)),
    Typography("page number", whole=(_page_break("\n\n7\n\n"),)),
    _HEADED,
    Typography("running head, one block", whole=(_page_break("\n\n12 of 21\nSodium Letters 2020, 3, 1144\n\n"),)),
    Typography("running head, no blank line", whole=(_page_break("\nBatteries 2022, 8, 157\n5 of 19\n"),)),
    Typography(
        "straight quotes, hyphens",
        {
            "quote": lambda thing: thing[0],
            "apostrophe": lambda _: "'",
            "range": lambda _: "-",
            "minus": lambda _: "-",
            "about": lambda _: "~",
            "amount": lambda thing: thing[0],
        },
    ),
    Typography(
        "other quotes and dashes",
        {
            "quote": lambda thing: f"„{thing['words']}“",
            "range": lambda _: "−",
            "minus": lambda _: "–",
            "about": lambda _: "≈",
            "amount": lambda thing: thing["value"].replace("-", "–") + thing["gap"] + thing["sign"],
        },
    ),
    Typography("doubled and figure dashes", {"range": lambda _: "--", "minus": lambda _: "\u2010"}),
    _LINKED,
    Typography("Markdown links", {"citation": _cited("[[{}]](#ref)")}),
    Typography("raised brackets", {"citation": _cited("<sup>[{}]</sup>")}),
    combined("LaTeX, links, blanks", _LATEX_TEXT, _LINKED),
    combined("HTML, links, lines", _HTML, _LINKED, _LINES),
    combined("PDF: lost, ligatures, lines", _LOST_GAPS, _LIGATED, _LINES),
    combined("PDF: all, running head", _LOST_GAPS, _LIGATED, _LINES, _HEADED),
    combined("glued, blanks, running head", Typography("", {"quantity": _quantity(_superscript, "")}), _BLANKS, _HEADED),
)
