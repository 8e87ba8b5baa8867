"""Classes, properties and axioms of OWL 2 as values, each with its words in Manchester syntax."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from pyoxigraph import Literal, NamedNode

from sodiokg.names import PREFIXES

__all__ = [
    "Axiom",
    "Both",
    "Complement",
    "Counted",
    "DataRange",
    "Either",
    "Expression",
    "Has",
    "Members",
    "Named",
    "Only",
    "Role",
    "Some",
    "Unknown",
    "Value",
    "short",
    "told",
]

Value = NamedNode | Literal

_FACETS = {"minExclusive": ">", "minInclusive": ">=", "maxExclusive": "<", "maxInclusive": "<="}
_XSD = PREFIXES["xsd"]
_LONGEST = sorted(PREFIXES.items(), key=lambda item: -len(item[1]))


@dataclass(frozen=True, slots=True)
class Role:
    """A property, or the inverse of one."""

    iri: str
    inverse: bool = False

    def __str__(self) -> str:
        return f"inverse {short(self.iri)}" if self.inverse else short(self.iri)


@dataclass(frozen=True, slots=True)
class Named:
    """A named class."""

    iri: str

    def __str__(self) -> str:
        return short(self.iri)


@dataclass(frozen=True, slots=True)
class DataRange:
    """A named datatype, narrowed by facets: pairs of a facet's IRI and its limit."""

    base: str
    facets: tuple[tuple[str, Literal], ...] = ()

    def __str__(self) -> str:
        limits = ", ".join(f"{_FACETS.get(facet.removeprefix(_XSD), short(facet))} {limit.value}" for facet, limit in self.facets)
        return f"{short(self.base)}[{limits}]" if limits else short(self.base)


@dataclass(frozen=True, slots=True)
class Both:
    """What is a member of all of these."""

    parts: tuple[Expression, ...]

    def __str__(self) -> str:
        return " and ".join(map(_enclosed, self.parts))


@dataclass(frozen=True, slots=True)
class Either:
    """What is a member of one of these."""

    parts: tuple[Expression, ...]

    def __str__(self) -> str:
        return " or ".join(map(_enclosed, self.parts))


@dataclass(frozen=True, slots=True)
class Complement:
    """What is no member of a class."""

    of: Expression

    def __str__(self) -> str:
        return f"not {_enclosed(self.of)}"


@dataclass(frozen=True, slots=True)
class Some:
    """What a property leads from to some member."""

    role: Role
    of: Expression

    def __str__(self) -> str:
        return f"{self.role} some {_enclosed(self.of)}"


@dataclass(frozen=True, slots=True)
class Only:
    """What a property leads from to members only."""

    role: Role
    of: Expression

    def __str__(self) -> str:
        return f"{self.role} only {_enclosed(self.of)}"


@dataclass(frozen=True, slots=True)
class Has:
    """What a property leads from to one value."""

    role: Role
    value: Value

    def __str__(self) -> str:
        return f"{self.role} value {told(self.value)}"


@dataclass(frozen=True, slots=True)
class Members:
    """The class of these individuals, or the range of these literals."""

    values: tuple[Value, ...]

    def __str__(self) -> str:
        return "{" + ", ".join(map(told, self.values)) + "}"


@dataclass(frozen=True, slots=True)
class Counted:
    """What a property leads from to so many: `word` is min, max or exactly."""

    role: Role
    word: str
    number: str
    of: Expression | None = None

    def __str__(self) -> str:
        return f"{self.role} {self.word} {self.number}" + (f" {_enclosed(self.of)}" if self.of else "")


@dataclass(frozen=True, slots=True)
class Unknown:
    """What no construct of OWL 2 was recognised in."""

    words: str

    def __str__(self) -> str:
        return self.words


Expression = Named | DataRange | Both | Either | Complement | Some | Only | Has | Members | Counted | Unknown


@dataclass(frozen=True, slots=True)
class Axiom:
    """An axiom by the name that OWL 2's functional syntax gives it; roles in the first place are what a chain runs along."""

    kind: str
    parts: tuple[Expression | Role | tuple[Role, ...], ...]

    def __str__(self) -> str:
        words = [" o ".join(map(str, part)) if isinstance(part, tuple) else str(part) for part in self.parts]
        if self.kind in _BETWEEN:
            return f" {_BETWEEN[self.kind]} ".join(words)
        return f"{self.kind}: {', '.join(words)}"


_BETWEEN = {
    "EquivalentClasses": "EquivalentTo",
    "EquivalentProperties": "EquivalentTo",
    "InverseProperties": "InverseOf",
    "PropertyDomain": "Domain",
    "PropertyRange": "Range",
    "SubClassOf": "SubClassOf",
    "SubPropertyOf": "SubPropertyOf",
}


@lru_cache(maxsize=65536)
def short(iri: str) -> str:
    """Return an IRI as a person reads it: terms of the ontology bare, others with a known prefix, any other whole.

    >>> short("https://w3id.org/sodiokg/ontology#Alloying"), short("http://www.w3.org/2002/07/owl#Thing")
    ('Alloying', 'owl:Thing')
    """
    for prefix, namespace in _LONGEST:
        if iri.startswith(namespace):
            local = iri.removeprefix(namespace)
            return local if prefix == "sod" else local.removeprefix("substance/") if prefix == "id" else f"{prefix}:{local}"
    return f"<{iri}>"


def told(value: Value) -> str:
    """Return a value as a person reads it."""
    return short(value.value) if isinstance(value, NamedNode) else value.value


def _enclosed(expression: Expression | None) -> str:
    words = str(expression)
    return words if isinstance(expression, Named | DataRange | Members | Unknown) else f"({words})"
