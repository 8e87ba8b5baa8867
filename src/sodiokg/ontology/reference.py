"""The reference of the ontology: every term on one page for a browser, without script or network.

Terms stand in chapters by what they are; each has its words, its axioms, what is above and below it, and how often the graph that ships
uses it. The same ontology and graph give the same page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import partial
from html import escape
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode

from sodiokg.names import ID, PREFIXES, SOD
from sodiokg.ontology.files import merged, ontology_files
from sodiokg.ontology.parts import evidence_picture, matter_picture, mechanism_picture
from sodiokg.ontology.terms import Term, children, short, terms

__all__ = ["anchor", "chapters", "reference_page", "uses"]

_STYLE: Final = Path(__file__).with_name("reference.css")
# Chapters of classes by the uppermost class of each, the first that fits; what is left stands in the last.
_CHAPTERS: Final = {
    "Mechanisms": "Mechanism",
    "Strategies": "Strategy",
    "Other activities": "Activity",
    "Matter": "Matter",
    "Quantities": "Measurement",
    "Records, documents and data": "InformationEntity",
    "Outcomes and observations": "Outcome",
    "Observations": "Observation",
    "Surfaces and interfaces": "Boundary",
    "Devices": "Device",
    "Roles": "Role",
}
_REST: Final = "Other classes"
_KEYWORDS: Final = {
    "SubClassOf": "every member is",
    "EquivalentTo": "is the same as",
    "SuperClassOf": "it is enough to be",
    "SubPropertyOf": "is a case of",
    "SubPropertyChain": "follows from",
    "InverseOf": "is the inverse of",
    "Domain": "leads from",
    "Range": "leads to",
    "Characteristic": "is",
    "Type": "is a",
    "Fact": "has",
    "DisjointWith": "is disjoint with",
}
_NOTES: Final = {"skos:scopeNote": "Note", "skos:example": "Example", "dcterms:source": "Source", "skos:notation": "Key"}
_NEEDS: Final = {
    "sod:requires": "requires",
    "sod:presupposes": "presupposes",
    "sod:aspect": "speaks of",
    "sod:conditionProperty": "by the property",
    "sod:conditionClass": "leads to",
    "sod:alternativePrecondition": "or",
    "sod:minimumCelsius": "above (°C)",
    "sod:maximumCelsius": "below (°C)",
    "sod:canonicalUnit": "unit",
    "sod:betterDirection": "better is",
    "sod:comparableUnder": "comparable under",
    "sod:entailedByDL": "entailed by the DL module",
}


def reference_page() -> str:
    """Return the reference of the ontology that ships, as HTML."""
    triples = merged(ontology_files())
    plain = {iri: term for iri, term in terms(triples).items() if _ours(iri)}
    held = {iri: term for iri, term in terms(triples, partial(_linked, plain)).items() if _ours(iri)}
    version = min(str(getattr(t.object, "value", "")) for t in triples if t.predicate.value.endswith("#versionInfo"))
    used = uses(held)
    parts = chapters(plain)
    below = children(plain)
    body = "".join(
        f'<section id="{_slug(title)}"><h2>{title}</h2>{"".join(_entry(held[term.iri], held, below, used) for term in some)}</section>'
        for title, some in parts.items()
    )
    pictures = "".join((mechanism_picture(plain), matter_picture(plain), evidence_picture(plain)))
    head = f"<h1>The sodiokg ontology, version {escape(version)}</h1>{_introduction(held, used)}"
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>sodiokg ontology {escape(version)}</title><style>{_STYLE.read_text(encoding='utf-8')}</style></head>"
        f"<body>{_contents(parts)}<main>{head}{pictures}{body}</main></body></html>\n"
    )


def _introduction(held: Mapping[str, Term], used: Mapping[str, int]) -> str:
    kinds = Counter(term.kind for term in held.values())
    names = {"class": "classes", "individual": "individuals"}
    counts = ", ".join(
        f"{number} {names.get(kind) or kind.replace('property', 'properties')}" for kind, number in kinds.most_common()
    )
    return (
        f"<p>{counts}. Core and DL module together; IRIs begin with <code>{SOD}</code> (here <code>sod:</code>). "
        f"The counts say how often the graph that ships uses a term; {sum(1 for iri in held if used[iri])} terms are used. "
        'Licence: <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>.</p>'
    )


def _contents(parts: Mapping[str, list[Term]]) -> str:
    pictures = "".join(
        f'<li><a href="#picture-{name}">{name.capitalize()}, a picture</a></li>' for name in ("mechanisms", "matter", "evidence")
    )
    items = "".join(
        f'<li><details><summary><a href="#{_slug(title)}">{title}</a> <small>{len(some)}</small></summary><ul>'
        + "".join(f'<li><a href="#{anchor(term.iri)}">{escape(term.label)}</a></li>' for term in some)
        + "</ul></details></li>"
        for title, some in parts.items()
    )
    return f"<nav><h2>Contents</h2><ul>{pictures}{items}</ul></nav>"


def chapters(held: Mapping[str, Term]) -> dict[str, list[Term]]:
    """Return the terms by chapter, each chapter in the order of labels."""
    above = _ancestors(held)
    found: dict[str, list[Term]] = {title: [] for title in [*_CHAPTERS, _REST]}
    for term in sorted(held.values(), key=lambda one: (one.label.lower(), one.iri)):
        if term.kind == "class":
            title = next((title for title, top in _CHAPTERS.items() if SOD + top in above[term.iri] | {term.iri}), _REST)
        elif term.kind == "individual":
            title = "Substances" if term.iri.startswith(f"{ID}substance/") else _kind_of_individual(term)
        else:
            title = f"{term.kind.capitalize().removesuffix('y')}ies"
        found.setdefault(title, []).append(term)
    return {title: some for title, some in found.items() if some}


def _kind_of_individual(term: Term) -> str:
    return (
        "Preconditions"
        if any("#Precondition" in text for keyword, text in term.axioms if keyword == "Type")
        else "Coded values and units"
    )


def _ancestors(held: Mapping[str, Term]) -> dict[str, set[str]]:
    """Return the IRIs of what is above each term, over any number of steps."""
    found: dict[str, set[str]] = {iri: set() for iri in held}

    def mark(iri: str, above: frozenset[str]) -> None:
        for child in below.get(iri, []):
            if not above <= found[child.iri]:
                found[child.iri] |= above
                mark(child.iri, above | {child.iri})

    below = children(held)
    for iri in held:
        mark(iri, frozenset({iri}))
    return found


def uses(held: Iterable[str]) -> Counter[str]:
    """Return how many statements of the graph that ships have each term as class, property or value."""
    from sodiokg.graph.store import shipped_graph
    from sodiokg.graph.trig import read_trig

    known = set(held)
    counts: Counter[str] = Counter()
    for quad in read_trig(shipped_graph()):
        for node in (quad.predicate, quad.object):
            if isinstance(node, NamedNode) and node.value in known:
                counts[node.value] += 1
    return counts


def _ours(iri: str) -> bool:
    return iri.startswith((SOD, f"{ID}substance/"))


def anchor(iri: str) -> str:
    """Return the name of a term's place on the page.

    >>> anchor("https://w3id.org/sodiokg/ontology#Alloying"), anchor("https://w3id.org/sodiokg/id/substance/Na")
    ('Alloying', 'substance-Na')
    """
    return iri.removeprefix(SOD) if iri.startswith(SOD) else f"substance-{iri.removeprefix(f'{ID}substance/')}"


def _linked(plain: Mapping[str, Term], node: NamedNode | Literal) -> str:
    """Return a node of an axiom as HTML: our terms as links under their labels."""
    if isinstance(node, Literal):
        return f"<b>{escape(short(node))}</b>"
    iri = node.value
    if not _ours(iri) or iri not in plain:
        return f"<code>{escape(short(node))}</code>"
    return f'<a href="#{anchor(iri)}" title="{escape(iri)}">{escape(plain[iri].label)}</a>'


def _entry(term: Term, held: Mapping[str, Term], below: Mapping[str, list[Term]], used: Mapping[str, int]) -> str:
    told = "".join(
        f"<p class='note'><b>{word}</b> {escape(text)}</p>" for name, word in _NOTES.items() if (text := term.annotation(name))
    )
    lists = "".join(_items(term, held, below.get(term.iri, [])))
    number = used[term.iri]
    count = f"<p class='note'><b>In the graph</b> {number:,} statement{'s' * (number != 1)}</p>" if number else ""
    dead = "<p class='note'><b>Deprecated</b></p>" if term.deprecated else ""
    name = escape(short(NamedNode(term.iri)))
    return (
        f'<article id="{escape(anchor(term.iri))}"><h3>{escape(term.label)} <code>{name}</code> <small>{term.kind}</small></h3>'
        f"<p>{escape(term.annotation('skos:definition'))}</p>{dead}{told}{count}<dl>{lists}</dl></article>"
    )


def _items(term: Term, held: Mapping[str, Term], below: list[Term]) -> Iterable[str]:
    """Yield the axioms of a term, what it needs and what is below it, as entries of a definition list."""
    for keyword, words in _KEYWORDS.items():
        some = sorted(text for told, text in term.axioms if told == keyword)
        if some:
            yield _item(words, some, folded=keyword == "DisjointWith" and len(some) > 3)
    for name, words in _NEEDS.items():
        values = sorted(value for told, value in term.annotations if told == name)
        if values:
            yield _item(words, [_value(value, held) for value in values])
    if below:
        links = [f'<a href="#{anchor(one.iri)}" title="{escape(one.iri)}">{escape(one.label)}</a>' for one in below]
        yield _item("below it", links, folded=len(links) > 12)


def _value(value: str, held: Mapping[str, Term]) -> str:
    """Return an annotation's value, as a link where it is a term."""
    prefix, _, local = value.partition(":")
    iri = PREFIXES.get(prefix, "") + local
    return f'<a href="#{anchor(iri)}" title="{escape(iri)}">{escape(held[iri].label)}</a>' if iri in held else escape(value)


def _item(words: str, values: list[str], *, folded: bool = False) -> str:
    joined = "".join(f"<li>{value}</li>" for value in values)
    listed = f"<ul>{joined}</ul>"
    shown = f"<details><summary>{len(values)}</summary>{listed}</details>" if folded else listed
    return f"<dt>{words}</dt><dd>{shown}</dd>"


def _slug(title: str) -> str:
    return "chapter-" + title.lower().replace(" ", "-").replace(",", "")
