r"""Write what LaTeX's siunitx and mhchem commands print: ``\qty{0.5}{\milli\ampere\per\square\centi\metre}``, ``\ce{Na15Sn4}``."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["chemical", "number", "quantity", "unit"]

# fmt: off
_PREFIXES: Final = {
    "femto": "f", "pico": "p", "nano": "n", "micro": "μ", "milli": "m", "centi": "c", "deci": "d", "deca": "da", "hecto": "h",
    "kilo": "k", "mega": "M", "giga": "G", "tera": "T",
}
_UNITS: Final = {
    "metre": "m", "meter": "m", "gram": "g", "kilogram": "kg", "second": "s", "minute": "min", "hour": "h", "day": "d", "ampere": "A",
    "volt": "V", "ohm": "Ω", "siemens": "S", "watt": "W", "joule": "J", "coulomb": "C", "farad": "F", "hertz": "Hz", "pascal": "Pa",
    "bar": "bar", "newton": "N", "kelvin": "K", "celsius": "°C", "degreeCelsius": "°C", "mole": "mol", "liter": "L", "litre": "L",
    "percent": "%", "degree": "°", "angstrom": "Å", "electronvolt": "eV", "molar": "M", "tonne": "t", "ppm": "ppm", "dalton": "Da",
    "mA": "mA", "uA": "μA", "mV": "mV", "kV": "kV", "cm": "cm", "mm": "mm", "um": "μm", "nm": "nm", "kJ": "kJ", "Ah": "Ah", "mAh": "mAh",
    "mS": "mS", "MPa": "MPa", "GPa": "GPa", "kPa": "kPa", "mg": "mg", "kg": "kg", "eV": "eV", "Hz": "Hz", "V": "V", "A": "A", "h": "h",
}
# fmt: on
_TOKEN: Final = re.compile(r"\\([A-Za-z]+)\s*(?:\{([^{}]*)\})?|(\^\{?[+-]?\d+\}?)|(/)|([^\s\\^/.~{}]+)|.", re.DOTALL)
_POWERS: Final = {"square": 2, "cubic": 3, "squared": 2, "cubed": 3}
_EXPONENT: Final = re.compile(r"(?<=\d)[eEdD]([+-]?\d+)|^[eE]([+-]?\d+)")
_INDEX: Final = re.compile(r"(?<=[A-Za-z)\]])(\d+(?:\.\d+)?)")
_OWN_INDEX: Final = re.compile(r"_(?:\{([^{}]*)\}|(\w))")
_CHARGE: Final = re.compile(r"\^\{?([\d]*[+-])\}?|(?<=[\w)\]}])([+-])(?=\s|$|\))")
_ARROW: Final = re.compile(r"<=>>?|<<?=>|<-+>|-+>|<-+")


def number(words: str) -> str:
    r"""Return a number as siunitx prints it.

    >>> number("1.2e-3"), number("10 +- 2"), number("1 x 5")
    ('1.2 × 10^{-3}', '10 ± 2', '1 × 5')
    """
    words = re.sub(r"\s*(?:\\pm|\+-)\s*", " ± ", words.strip())
    words = re.sub(r"\s+x\s+", " × ", words)
    return _EXPONENT.sub(lambda found: f" × 10^{{{found[1]}}}" if found[1] else f"10^{{{found[2]}}}", words)


def quantity(value: str, of: str) -> str:
    """Return a number with its unit."""
    symbol = unit(of)
    return f"{number(value)}{'' if symbol in ('°', '%') else ' '}{symbol}"


def unit(words: str) -> str:
    r"""Return a unit as siunitx prints it.

    >>> unit(r"\\milli\\ampere\\per\\square\\centi\\metre"), unit("mA.h.g^{-1}"), unit(r"\\ohm\\cm\\squared")
    ('mA cm^{-2}', 'mA h g^{-1}', 'Ω cm^{2}')
    """
    factors: list[tuple[str, int]] = []
    prefix, sign, power = "", 1, 1
    for found in _TOKEN.finditer(words):
        name, argument, raised, slash, literal = found.groups()
        if name == "per" or slash:
            sign = -1
        elif name in ("square", "cubic"):
            power = _POWERS[name]
        elif name in _PREFIXES:
            prefix = _PREFIXES[name]
        elif factors and (name in ("squared", "cubed", "tothe") or raised):
            exponent = _POWERS.get(name or "") or _whole(argument or raised)
            factors[-1] = (factors[-1][0], factors[-1][1] * exponent)
        elif name or literal:
            factors.append((prefix + (_UNITS.get(name, name) if name else literal), sign * power))
            prefix, sign, power = "", 1, 1
    return " ".join(symbol if exponent == 1 else f"{symbol}^{{{exponent}}}" for symbol, exponent in factors)


def _whole(words: str | None) -> int:
    digits = re.search(r"[+-]?\d{1,3}", words or "")
    return int(digits.group()) if digits else 1


def chemical(words: str) -> str:
    r"""Return a formula as mhchem prints it.

    >>> chemical("Na3Zr2Si2PO12"), chemical("Na+"), chemical("Na_xSn"), chemical("2Na + S -> Na2S"), chemical("SO4^2-")
    ('Na_{3}Zr_{2}Si_{2}PO_{12}', 'Na^{+}', 'Na_{x}Sn', '2Na + S → Na_{2}S', 'SO_{4}^{2-}')
    """
    words = _ARROW.sub("→", words.strip().replace("$", ""))
    words = _OWN_INDEX.sub(lambda found: f"_{{{found[1] or found[2]}}}", words)
    charged = _CHARGE.sub(lambda found: f"^{{{found[1] or found[2]}}}", words)
    return "".join(
        piece if piece[:1] in ("^", "_") else _INDEX.sub(r"_{\1}", piece) for piece in re.split(r"([_^]\{[^{}]*\})", charged)
    )
