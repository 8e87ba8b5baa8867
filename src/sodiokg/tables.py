"""Answers as tables: rows of typed cells, and the ways to hand them on to pandas and notebooks."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Final

from sodiokg.errors import MissingExtraError
from sodiokg.names import PREFIXES, UNITS

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["Cell", "Iri", "Table", "cell_text", "field_name", "heading", "table_from_results"]

_XSD: Final = PREFIXES["xsd"]
_INTEGERS: Final = frozenset(_XSD + name for name in ("integer", "int", "long", "nonNegativeInteger", "positiveInteger"))
_FLOATS: Final = frozenset({_XSD + "double", _XSD + "float"})
_DIGITS: Final = re.compile(r"(\d+(?:\.\d+)?)")
SEPARATOR: Final = "; "
# How a person writes a unit whose key in the exchange format is not that already.
_SYMBOLS: Final = {
    "1": "",
    "Cel": "°C",
    "Ohm.cm2": "Ω cm²",
    "W.h/kg": "Wh/kg",
    "deg": "°",
    "m2/g": "m²/g",
    "mA/cm2": "mA/cm²",
    "mAh/cm2": "mAh/cm²",
    "mg/cm2": "mg/cm²",
    "mo": "months",
    "um": "μm",
    "{cycles}": "cycles",
}
_SPELLED: Final = {"°": "deg", "%": "percent", "/": "_per_", "²": "2", "μ": "u", "Ω": "ohm"}
_UNIT_WORDS: Final = {iri: _SYMBOLS.get(key, key) for key, iri in UNITS.items()}


class Iri(str):
    """An IRI; it prints in its short form where one of the project's prefixes fits."""

    __slots__ = ()

    @property
    def short(self) -> str:
        """Return the short form.

        >>> Iri("https://w3id.org/sodiokg/ontology#Alloying").short
        'sod:Alloying'
        """
        for prefix, namespace in PREFIXES.items():
            rest = self.removeprefix(namespace)
            if rest != self and re.fullmatch(r"[\w.\-/]*", rest):
                return f"{prefix}:{rest}"
        return str(self)


Cell = str | int | float | Decimal | bool | None | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """An answer: named columns, rows of cells, the question it answers and, where the query tells them, column units."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""
    units: Mapping[str, str] = field(default_factory=dict)
    complete: bool = True

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, Cell]]:
        """Yield each row as a dictionary."""
        for row in self.rows:
            yield dict(zip(self.columns, row, strict=True))

    def column(self, name: str) -> list[Cell]:
        """Return the cells of one column; KeyError where there is no such column."""
        if name not in self.columns:
            raise KeyError(f"no column {name!r}; there are {', '.join(self.columns)}")
        place = self.columns.index(name)
        return [row[place] for row in self.rows]

    def to_pandas(self) -> DataFrame:
        """Return the table as a pandas DataFrame, numbers as numbers and several values in one cell joined by "; ".

        Raises MissingExtraError where pandas is not installed.
        """
        try:
            import pandas as pd
        except ImportError as error:
            raise MissingExtraError("pandas is not installed", mend="run: pip install 'sodiokg[pandas]'") from error
        rows = [[_plain(cell) for cell in row] for row in self.rows]
        frame = pd.DataFrame(rows, columns=list(self.columns))
        frame.attrs["question"] = self.title
        frame.attrs["units"] = dict(self.units)
        return frame

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{html.escape(heading(name, self.units))}</th>" for name in self.columns)
        body = "".join(
            "<tr>" + "".join(f"<td>{html.escape(cell_text(cell, name))}</td>" for name, cell in row.items()) + "</tr>"
            for row in self
        )
        caption = f"<caption>{html.escape(self.title)}</caption>" if self.title else ""
        return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _plain(cell: Cell) -> str | int | float | None:
    if isinstance(cell, tuple):
        return SEPARATOR.join(cell)
    return float(cell) if isinstance(cell, Decimal) else cell


def heading(name: str, units: Mapping[str, str]) -> str:
    """Return a column's name as a person reads it, with its unit.

    >>> heading("contactAngle", {"contactAngle": "°"}), heading("whose_words", {})
    ('contact angle (°)', 'whose words')
    """
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name).replace("_", " ").lower()
    return f"{words} ({units[name]})" if units.get(name) else words


def field_name(name: str, units: Mapping[str, str]) -> str:
    """Return a column's name as a program reads it, with its unit in ASCII.

    >>> field_name("before", {"before": "°"}), field_name("limit", {"limit": "mA/cm²"}), field_name("study", {})
    ('before_deg', 'limit_mA_per_cm2', 'study')
    """
    if not units.get(name):
        return name
    unit = "".join(_SPELLED.get(sign, sign) for sign in units[name].replace("°C", "degC"))
    return f"{name}_{re.sub(r'[^A-Za-z0-9]+', '_', unit).strip('_')}"


def cell_text(cell: Cell, column: str = "") -> str:
    """Return a cell as a person reads it: references in brackets, IRIs short, decimals without exponent.

    >>> cell_text(("9", "29"), "refs"), cell_text(Decimal("-5E+1")), cell_text(None)
    ('[9][29]', '-50', '')
    """
    if cell is None:
        return ""
    if column in {"ref", "refs"}:
        numbers = cell if isinstance(cell, tuple) else (str(cell),)
        return "".join(f"[{number}]" if number.isdigit() else number for number in numbers)
    if isinstance(cell, tuple):
        return SEPARATOR.join(cell)
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, Decimal):
        return format(cell, "f")
    return cell.short if isinstance(cell, Iri) else str(cell)


def table_from_results(
    results: Mapping[str, Any],
    *,
    lists: Iterable[str] = (),
    title: str = "",
    units: Mapping[str, str] | None = None,
    symbols: bool = False,
) -> Table:
    """Return the table of a SPARQL 1.1 JSON result.

    Columns named in `lists` are split at "; ", sorted, each value once; with `symbols`, units come as °C in place of their IRIs.

    Raises KeyError, TypeError, AttributeError or ValueError where `results` is not of that form.
    """
    complete = not results.get("cut", False)
    if "boolean" in results:
        return Table(("answer",), ((bool(results["boolean"]),),), title)
    columns = tuple(results["head"]["vars"])
    listed = frozenset(lists)
    rows = tuple(
        tuple(_cell(binding.get(name), name in listed, symbols) for name in columns) for binding in results["results"]["bindings"]
    )
    return Table(columns, rows, title, dict(units or {}), complete)


def _cell(binding: Mapping[str, Any] | None, several: bool, symbols: bool) -> Cell:
    if binding is None:
        return () if several else None
    value = binding["value"]
    if binding["type"] == "uri":
        return _UNIT_WORDS[value] if symbols and value in _UNIT_WORDS else Iri(value)
    if several:
        return tuple(sorted({_ordered(part) for part in value.split(SEPARATOR) if part}, key=_natural))
    return _literal(value, binding.get("datatype", ""))


def _ordered(part: str) -> str:
    """Return a phrase with the conditions in its closing brackets sorted, since engines join them in any order.

    >>> _ordered("cycle count 300 cycles (current 7 mA, angle 5°)")
    'cycle count 300 cycles (angle 5°, current 7 mA)'
    """
    match = re.fullmatch(r"(.+ )\(([^()]+, [^()]+)\)", part)
    return f"{match[1]}({', '.join(sorted(match[2].split(', '), key=_natural))})" if match else part


def _literal(text: str, datatype: str) -> Cell:
    try:
        if datatype in _INTEGERS:
            return int(text)
        if datatype == _XSD + "decimal":
            return Decimal(text)
        if datatype in _FLOATS:
            return float(text)
    except (ValueError, InvalidOperation):
        return str(text)
    if datatype == _XSD + "boolean":
        return text in {"true", "1"}
    return str(text)


def _natural(text: str) -> tuple[tuple[int, float, str], ...]:
    """Return a sort key under which "9" comes before "29" and case matters last."""
    parts = _DIGITS.split(text)
    key = [(0, float(part), "") if place % 2 else (1, 0.0, part.casefold()) for place, part in enumerate(parts) if part]
    return (*key, (2, 0.0, text))
