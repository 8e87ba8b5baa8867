"""Terms as small numbers, literals of one value as one number, and what a literal is worth."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Final

from pyoxigraph import Literal, NamedNode

from sodiokg.names import PREFIXES
from sodiokg.reason.expressions import DataRange, Value

__all__ = ["Codes", "is_damaged", "lies_within"]

_XSD: Final = PREFIXES["xsd"]
_DECIMAL: Final = _XSD + "decimal"
_INTEGERS: Final = {_XSD + "integer": None, _XSD + "nonNegativeInteger": 0, _XSD + "positiveInteger": 1}
_BOOLEAN: Final = {"true": True, "1": True, "false": False, "0": False}
_LIMITS: Final = {
    _XSD + "minExclusive": lambda value, limit: value > limit,
    _XSD + "minInclusive": lambda value, limit: value >= limit,
    _XSD + "maxExclusive": lambda value, limit: value < limit,
    _XSD + "maxInclusive": lambda value, limit: value <= limit,
}

_Key = str | tuple[object, ...]


class Codes:
    """A number for every term, in the order in which they turn up; 9, 9.0 and 9.00 are one value and have one number."""

    def __init__(self) -> None:
        self._numbers: dict[_Key, int] = {}
        self.terms: list[Value] = []

    def of(self, term: Value) -> int:
        """Return the number of a term, a new one where it has none yet."""
        key = term.value if isinstance(term, NamedNode) else _key(term)
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self.terms)
            self.terms.append(term if isinstance(term, NamedNode) else _plain(term))
        return number

    def of_iri(self, iri: str) -> int:
        """Return the number of a named term by its IRI."""
        return number if (number := self._numbers.get(iri)) is not None else self.of(NamedNode(iri))

    def known(self, term: Value) -> int | None:
        """Return the number of a term, None where it has none."""
        return self._numbers.get(term.value if isinstance(term, NamedNode) else _key(term))


def lies_within(term: Value, within: DataRange) -> bool:
    """Return whether a literal is a value of a data range; a damaged number is a value of none."""
    if not isinstance(term, Literal):
        return False
    kind = term.datatype.value
    if not within.base.startswith(_XSD):
        return within.base == kind or within.base == PREFIXES["rdfs"] + "Literal"
    value = _number(term)
    if within.base == _DECIMAL:
        return value is not None and all(_holds(facet, value, limit) for facet, limit in within.facets)
    if within.base in _INTEGERS:
        least = _INTEGERS[within.base]
        whole = value is not None and value == value.to_integral_value() and (least is None or value >= least)
        return whole and all(_holds(facet, value, limit) for facet, limit in within.facets)
    return kind == within.base and not is_damaged(term)


def is_damaged(term: Value) -> bool:
    """Return whether a literal's form is none of its datatype's, such as ``"12,5"^^xsd:decimal``."""
    if not isinstance(term, Literal):
        return False
    kind = term.datatype.value
    if kind == _XSD + "boolean":
        return term.value not in _BOOLEAN
    return (kind == _DECIMAL or kind in _INTEGERS) and _number(term) is None


def _holds(facet: str, value: Decimal | None, limit: Literal) -> bool:
    bound = _number(limit)
    return value is not None and bound is not None and facet in _LIMITS and bool(_LIMITS[facet](value, bound))


def _number(term: Literal) -> Decimal | None:
    """Return the value of a decimal or an integer, None for any other literal and a damaged one."""
    kind = term.datatype.value
    if kind != _DECIMAL and kind not in _INTEGERS:
        return None
    text = term.value.strip()
    if (kind != _DECIMAL and "." in text) or not text.isascii() or not set(text) <= set("+-.0123456789"):
        return None
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _key(term: Literal) -> _Key:
    kind = term.datatype.value
    if kind == _XSD + "string":
        return (term.value,)
    value = _number(term)
    if value is not None:
        return (value, _DECIMAL)  # equal decimals have equal hashes, whatever their digits
    if kind == _XSD + "boolean" and term.value in _BOOLEAN:
        return (_BOOLEAN[term.value], kind, "")
    return (term.value, kind, (term.language or "").lower())


def _plain(term: Literal) -> Literal:
    """Return the one form in which a number is written, whatever form turned up first."""
    value = _number(term)
    if value is None:
        known = _BOOLEAN.get(term.value) if term.datatype.value == _XSD + "boolean" else None
        return term if known is None else Literal(str(known).lower(), datatype=term.datatype)
    digits = format(value, "f")
    whole, _, fraction = digits.partition(".")
    return Literal(f"{whole}.{fraction.rstrip('0') or '0'}", datatype=NamedNode(_DECIMAL))
