"""Which substance a name means: one of the ontology, one of a composition, or a node of its document to be reviewed.

A name is looked up among labels, abbreviations, notations and formulas first, then read as a formula, then as an alloy of named
elements. What none of these resolves stays with its document and is never merged by its string.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from pyoxigraph import NamedNode, Quad

from sodiokg.extract.formulas import normal_formula
from sodiokg.graph.composition import alloys, elements, kind_of
from sodiokg.graph.places import key_of
from sodiokg.graph.terms import Term, Triple, describe, flag, node, sod, text
from sodiokg.names import LEX, SOD, slug, substance_iri
from sodiokg.text.normal import normalise

__all__ = ["Index", "Resolver", "index_of"]

_LABELS = {
    node(name)
    for name in (
        "rdfs:label",
        "skos:prefLabel",
        "skos:altLabel",
        "skos:notation",
        "sod:formula",
        "sod:abbreviation",
        LEX + "label",
        LEX + "abbreviation",
        LEX + "title",
    )
}
_SUBCLASS, _TYPE = node("rdfs:subClassOf"), node("rdf:type")
# Words after a name that say in which form the material comes, not which material it is.
_FORMS = re.compile(
    r" (?:alloys?|coatings?|layers?|interlayers?|nanoparticles?|particles?|metals?|powders?|phases?|decoration|film"
    r"|additives?|electrolytes?|ceramics?|membranes?|substrate|substrates|dopant|doping)$"
)
_GREEK = {"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta"}
_POLYMORPH = re.compile(rf"({'|'.join([*_GREEK, *_GREEK.values()])})-(\S+)")
_LEADING = re.compile(r"^(?:metallic|liquid|molten|pure|pristine|bare|micron-sized|the|a|an) ")


@dataclass(frozen=True, slots=True)
class Index:
    """The substances that the ontology and its lexicon name: nodes by label, classes and members apart, with each member's classes."""

    names: Mapping[str, frozenset[NamedNode]]
    classes: frozenset[NamedNode]
    members: frozenset[NamedNode]
    kinds: Mapping[NamedNode, frozenset[NamedNode]]


def index_of(quads: Iterable[Quad]) -> Index:
    """Return the index of every substance class and individual that the quads of ontology and lexicon label."""
    labels: dict[str, set[NamedNode]] = defaultdict(set)
    above: dict[NamedNode, set[NamedNode]] = defaultdict(set)
    types: dict[NamedNode, set[NamedNode]] = defaultdict(set)
    named: list[tuple[NamedNode, str]] = []
    for quad in quads:
        subject, value = quad.subject, quad.object
        if not isinstance(subject, NamedNode):
            continue
        if isinstance(value, NamedNode):
            kinds = {_SUBCLASS: above, _TYPE: types}.get(quad.predicate)
            if kinds is not None:
                kinds[subject].add(value)
        elif quad.predicate in _LABELS and hasattr(value, "value"):
            named.append((subject, value.value))
    materials = _below(above, sod("Matter"))
    members = {subject for subject, kinds in types.items() if kinds & materials}
    for subject, label in named:
        if subject in materials or subject in members:
            for key in _keys(label):
                labels[key].add(subject)
    direct = {subject: frozenset(types[subject] & materials) for subject in members}
    return Index({label: frozenset(nodes) for label, nodes in labels.items()}, frozenset(materials), frozenset(members), direct)


def _below(above: Mapping[NamedNode, set[NamedNode]], top: NamedNode) -> set[NamedNode]:
    """Return a class with all its subclasses."""
    found, grown = {top}, True
    while grown:
        more = {child for child, parents in above.items() if parents & found} - found
        found |= more
        grown = bool(more)
    return found


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    """Return a name as it would stand in plain text."""
    return " ".join(normalise(name).text.split()) if name.strip() else ""


def _keys(label: str) -> tuple[str, ...]:
    """Return the forms under which a label is looked up: as it is written, then in lower case from three letters on."""
    plain = _plain(label)
    return (plain,) if len(plain) < 3 or plain == plain.lower() else (plain, plain.lower())


@dataclass(slots=True)
class Resolver:
    """Resolves the names of one document; remembers what it had to mint.

    `spell` gives the title of a material that the document names in another spelling or by an abbreviation of its own.
    """

    index: Index
    document: str
    spell: Callable[[str], str] = str
    shared: dict[NamedNode, tuple[Triple, ...]] = field(default_factory=dict)
    local: dict[NamedNode, tuple[Triple, ...]] = field(default_factory=dict)

    def nodes(self, name: str) -> list[NamedNode]:
        """Return the nodes of what a name means: one, several for a name such as "Na-K/Rb alloys", none for an empty one."""
        return self.concepts(name) or self.concepts(self.spell(name)) or ([self._unresolved(name)] if name.strip() else [])

    def concepts(self, name: str) -> list[NamedNode]:
        """Return the nodes of a name that is a known label or a formula; none, and nothing minted for review, otherwise."""
        for candidate in _candidates(name):
            if known := self._known(candidate):
                return [known]
            if composed := self._composed(candidate):
                return composed
        return []

    def class_called(self, name: str) -> NamedNode | None:
        """Return the one class of substances that goes by a name, or that the one member of that name belongs to."""
        found = self._called(name)
        if len(found) != 1:
            return None
        (known,) = found
        return known if known in self.index.classes else next(iter(sorted(self.index.kinds[known], key=str)), None)

    def triples(self) -> Iterator[Triple]:
        """Yield the description of the document's own unresolved materials."""
        for described in self.local.values():
            yield from described

    def _known(self, name: str) -> NamedNode | None:
        """Return the one substance with this label; a member goes before its class, and a class stands for a member."""
        found = self._called(name)
        if len(found) != 1:
            return None
        (known,) = found
        return self._generic(known) if known in self.index.classes else known

    def _called(self, name: str) -> frozenset[NamedNode]:
        """Return what goes by a name; members go before classes."""
        found = next((self.index.names[key] for key in _keys(name) if key in self.index.names), frozenset())
        return found - self.index.classes or found

    def _generic(self, kind: NamedNode) -> NamedNode:
        """Return the substance that is meant where a text names only the class."""
        local = kind.value.removeprefix(SOD)
        return self._mint(local, kind, local)

    def _composed(self, name: str) -> list[NamedNode]:
        """Return the substance with this composition, or the alloys of these elements."""
        polymorph, bare = _polymorph(name)
        formula = normal_formula(bare)
        if formula and elements(formula):
            key = f"{polymorph}-{formula}" if polymorph else formula
            told = [("sod:formula", text(formula)), ("sod:polymorph", text(polymorph)), self._elements(elements(formula))]
            return [self._mint(key, sod(kind_of(formula)), key, *told)]
        return [self._alloy(metals) for metals in alloys(name)]

    def _alloy(self, metals: tuple[str, ...]) -> NamedNode:
        label = f"{'-'.join(metals)} alloy"
        return self._mint(label, sod("AlloyPhase"), label, self._elements(frozenset(metals)))

    def _elements(self, symbols: frozenset[str]) -> tuple[str, list[NamedNode]]:
        """Return the elements of a composition; one that is the whole composition has none."""
        several = sorted(symbols) if len(symbols) > 1 else []
        return "sod:hasElement", [self._known(symbol) or self._mint(symbol, sod("Element"), symbol) for symbol in several]

    def _mint(self, key: str, kind: NamedNode, label: str, *told: tuple[str, Term | Sequence[Term] | None]) -> NamedNode:
        """Return the substance of a key; one that the ontology lacks is described in the shared graph."""
        substance = node(substance_iri(key))
        if substance in self.index.members:
            return substance
        names = (("rdfs:label", text(label)), ("skos:notation", text(slug(key))))
        self.shared[substance] = tuple(describe(substance, ("rdf:type", kind), *names, *told))
        return substance

    def _unresolved(self, name: str) -> NamedNode:
        """Return the document's own node of a name that nothing resolves."""
        plain = _plain(name)
        local = node(f"{self.document}/material/{key_of(plain)}")
        self.local[local] = tuple(
            describe(
                local,
                ("rdf:type", sod("UnresolvedMaterial")),
                ("rdfs:label", text(plain)),
                ("sod:needsReview", flag(True)),
                ("sod:fromDocument", node(self.document)),
                ("sod:candidate", sorted(self._called(name), key=str)),
            )
        )
        return local


def _polymorph(name: str) -> tuple[str, str]:
    """Return the polymorph that a name tells before its formula, as a word, and the formula.

    >>> _polymorph("\u03b2-NaAlO2"), _polymorph("PbO")
    (('beta', 'NaAlO2'), ('', 'PbO'))
    """
    match = _POLYMORPH.fullmatch(name)
    return (_GREEK.get(match[1], match[1]), match[2]) if match else ("", name)


def _candidates(name: str) -> Iterator[str]:
    """Yield a name, then the name without the words that only tell the form of the material."""
    plain = _plain(name)
    yield plain
    bare = _LEADING.sub("", plain)
    if bare != plain:
        yield bare
    short = _FORMS.sub("", bare)
    if short != bare:
        yield short
