"""What changed between two versions of an ontology, and which changes break what was built on the older one.

Breaking is: a term that is gone, or is another kind of thing; an axiom that no longer holds, so that what followed from it does not
follow any more; a new restriction among old terms (domain, range, disjointness, a functional property), which can make old data wrong;
another key. Other new axioms and new terms are compatible; another definition is told as a change of meaning, the rest as wording.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from sodiokg.ontology.terms import Axiom, Term, short

__all__ = ["Change", "differences"]

_RESTRICTING: Final = frozenset({"Domain", "Range", "DisjointWith", "Characteristic"})
_KEY, _DEFINITION, _REPLACED = "skos:notation", "skos:definition", "dcterms:isReplacedBy"


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one term; `effect` is breaking, compatible, meaning or wording."""

    term: str
    kind: str
    change: str
    detail: str
    effect: str


def differences(old: dict[str, Term], new: dict[str, Term]) -> list[Change]:
    """Return what changed, breaking changes first, then by term."""
    found = [*_gone(old, new), *_added(old, new)]
    names = {short_name(iri) for iri in old}
    for iri in old.keys() & new.keys():
        found += _changed(old[iri], new[iri], names)
    order = ("breaking", "meaning", "compatible", "wording")
    return sorted(found, key=lambda one: (order.index(one.effect), one.term, one.change, one.detail))


def short_name(iri: str) -> str:
    """Return the short name of a term by its IRI."""
    from pyoxigraph import NamedNode

    return short(NamedNode(iri))


def _gone(old: dict[str, Term], new: dict[str, Term]) -> Iterator[Change]:
    for iri in old.keys() - new.keys():
        yield Change(short_name(iri), old[iri].kind, "term removed", old[iri].label, "breaking")


def _added(old: dict[str, Term], new: dict[str, Term]) -> Iterator[Change]:
    for iri in new.keys() - old.keys():
        yield Change(short_name(iri), new[iri].kind, "term added", new[iri].label, "compatible")


def _changed(old: Term, new: Term, names: set[str]) -> Iterator[Change]:
    name = short_name(old.iri)
    if old.kind != new.kind:
        yield Change(name, new.kind, "kind changed", f"{old.kind} to {new.kind}", "breaking")
    if new.deprecated and not old.deprecated:
        replacement = new.annotation(_REPLACED)
        effect = "compatible" if replacement else "breaking"
        yield Change(name, new.kind, "deprecated", f"use {replacement}" if replacement else "no replacement", effect)
    for axiom in old.axioms - new.axioms:
        yield Change(name, new.kind, "axiom removed", ": ".join(axiom), "breaking")
    for axiom in new.axioms - old.axioms:
        yield Change(name, new.kind, "axiom added", ": ".join(axiom), "breaking" if _restricts(axiom, names) else "compatible")
    yield from _annotations(name, old, new)


def _restricts(axiom: Axiom, names: Iterable[str]) -> bool:
    """Tell whether a new axiom can make old data wrong; disjointness from a new term cannot."""
    keyword, expression = axiom
    return keyword in _RESTRICTING and (keyword != "DisjointWith" or expression in names)


def _annotations(name: str, old: Term, new: Term) -> Iterator[Change]:
    effects = {_KEY: "breaking", _DEFINITION: "meaning"}
    for told in sorted({one for one, _ in old.annotations ^ new.annotations} - {"owl:deprecated", _REPLACED}):
        before, after = (sorted(v for n, v in term.annotations if n == told) for term in (old, new))
        words = f"{'; '.join(before) or 'none'} -> {'; '.join(after) or 'none'}"
        yield Change(name, new.kind, f"{told} changed", words, effects.get(told, "wording") if before else "wording")
