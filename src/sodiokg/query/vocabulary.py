"""The keys that a graph knows, to tell an empty answer from a misspelt parameter."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from sodiokg.errors import UsageError
from sodiokg.names import PREFIXES
from sodiokg.query.guard import add_prefixes
from sodiokg.query.shipped import Parameter
from sodiokg.query.things import folded, things
from sodiokg.query.wording import did_you_mean

__all__ = ["as_known", "known_keys", "spelled", "substrate_key", "unknown_value"]

_BELOW: Final = {
    "battery type key": "sod:BatteryType",
    "effect key": "sod:Effect",
    "mechanism key": "sod:Mechanism",
    "quantity key": "sod:Measurement",
    "strategy key": "sod:Strategy",
}
_CLASS_KEYS: Final = "SELECT DISTINCT ?key {{ GRAPH graph:ontology {{ ?term rdfs:subClassOf+ {top} ; skos:notation ?key }} }}"
_SUBSTANCE_KEYS: Final = """SELECT DISTINCT ?key {
  GRAPH graph:catalogue { ?g a sod:AssertionGraph }
  GRAPH ?g { ?record sod:aboutSubstrate|sod:substrateClass|sod:hasAgent|sod:statesPhase ?material }
  VALUES ?names { graph:ontology graph:shared }
  GRAPH ?names { ?material skos:notation ?key }
}"""
_SUBSTRATE_KEYS: Final = """SELECT DISTINCT ?key {
  GRAPH graph:catalogue { ?g a sod:AssertionGraph }
  GRAPH ?g { ?claim sod:aboutSubstrate|sod:substrateClass ?material ; sod:reportsStudy ?study }
  VALUES ?names { graph:ontology graph:shared }
  GRAPH ?names { ?material skos:notation ?key }
}"""
_LABELS: Final = """SELECT DISTINCT ?label {
  VALUES ?wanted { %s }
  VALUES ?names { graph:ontology graph:shared }
  GRAPH ?names { ?material skos:notation ?key ; rdfs:label|skos:prefLabel|skos:altLabel|skos:notation ?label }
  FILTER (LCASE(STR(?key)) = LCASE(?wanted))
}"""
Ask = Callable[[str], dict[str, Any]]


def known_keys(kind: str, ask: Ask) -> frozenset[str]:
    """Return the keys that a parameter of this kind can take on the graph behind `ask`, none where the kind has no keys."""
    if kind == "thing key":
        return frozenset(thing.key for thing in things(ask))
    if kind == "substance key":
        sparql = _SUBSTANCE_KEYS
    elif kind in _BELOW:
        sparql = _CLASS_KEYS.format(top=_BELOW[kind])
    else:
        return frozenset()
    rows = ask(add_prefixes(sparql, PREFIXES))["results"]["bindings"]
    return frozenset(row["key"]["value"] for row in rows)


def as_known(parameter: Parameter, value: object, ask: Ask) -> object:
    """Return a key as the graph has it where the value is that key in another spelling; any other value as it is."""
    text = str(value).strip()
    if text.isalnum():
        return value
    same = {key for key in known_keys(parameter.kind, ask) if folded(key) == folded(text)}
    return value if text in same else min(same, default=value)


def spelled(parameter: Parameter, value: object, ask: Ask) -> str:
    """Return a value as a person writes it: NZSP for the substance key nzsp; any other as it is."""
    text = str(value).strip()
    if parameter.kind != "substance key":
        return text
    rows = ask(add_prefixes(_LABELS % parameter.term(value), PREFIXES))["results"]["bindings"]
    words = {word for row in rows for word in re.findall(r"[^\s(),;]+", row["label"]["value"])}
    same = {word for word in words if word.casefold() == text.casefold()}
    # Capitals sort before small letters.
    return min(same, default=text)


def unknown_value(parameter: Parameter, value: object, ask: Ask) -> UsageError | None:
    """Return the error for a key that the graph does not know, None where it does or the kind has no keys."""
    known = known_keys(parameter.kind, ask)
    if not known or str(value).strip().casefold() in {key.casefold() for key in known}:
        return None
    what = parameter.kind.removesuffix(" key")
    few = ", ".join(sorted(known, key=str.casefold)[:40])
    return UsageError(f"the graph knows no {what} {str(value)!r}", mend=did_you_mean(str(value), known) or f"it knows {few}")


def substrate_key(value: object, ask: Ask) -> str:
    """Return the key of a substrate, or of a class of them, as the graph writes it.

    Raises UsageError that names the near keys where no study read is on such a substrate: nothing is found where nothing was looked at.
    """
    rows = ask(add_prefixes(_SUBSTRATE_KEYS, PREFIXES))["results"]["bindings"]
    known = {str(key).casefold(): str(key) for key in sorted(row["key"]["value"] for row in rows)}
    wanted = str(value).strip().casefold()
    if wanted not in known:
        few = ", ".join(sorted(known.values(), key=str.casefold)[:40])
        raise UsageError(
            f"no study read is on a substrate {str(value)!r}", mend=did_you_mean(wanted, known.values()) or f"there are {few}"
        )
    return known[wanted]
