"""What a person means by a name: a study, a substance, a record, or a term by its IRI."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from pyoxigraph import Literal, NamedNode, Store

from sodiokg.errors import UsageError
from sodiokg.graph.store import ONTOLOGY
from sodiokg.graph.terms import node, sod
from sodiokg.names import PREFIXES, SOD
from sodiokg.query.wording import did_you_mean
from sodiokg.reason.plans import TYPE
from sodiokg.reason.reasoner import Reasoner

__all__ = ["Subjects"]

_REFERENCE: Final = re.compile(r"(?:ref:)?\[?(\d{1,5})\]?")
_SEPARATORS: Final = re.compile(r"[\s_-]+")
_LINKS: Final = ("hasAgent", "formsPhase", "onSubstrate", "ofSubstance")


class Subjects:
    """The names that a graph knows."""

    def __init__(self, store: Store, reasoner: Reasoner) -> None:
        self._store = store
        self._reasoner = reasoner

    def named(self, name: str) -> list[NamedNode]:
        """Return the particulars that a name stands for: those of a study, those that a substance takes part in, or one by its IRI.

        Raises UsageError with near names where there is none.
        """
        found = self._by_iri(name) or self._of_studies(self._by_reference(name)) or self._of_substance(name)
        found = found or self._of_studies(self._by_words(name))
        if not found:
            raise self._unknown(name, "study, substance or record", [*self._studies(), *self._keys(("substance",))])
        return found

    def class_of(self, name: str) -> NamedNode:
        """Return the class of a key, name or label, such as ``alloying``; raises UsageError with near ones where there is none."""
        return self._term(name, "mechanism or class", ("owl:Class",))

    def property_of(self, name: str) -> NamedNode:
        """Return the property of a name or label, such as ``hasParticipant``; raises UsageError with near ones where there is none."""
        return self._term(name, "property", ("owl:ObjectProperty", "owl:DatatypeProperty"))

    def _term(self, name: str, what: str, kinds: tuple[str, ...]) -> NamedNode:
        wanted = _folded(name)
        terms = {told: term for kind in kinds for told, term in self._terms(kind).items()}
        for told in sorted(terms):
            if _folded(told) == wanted:
                return terms[told]
        raise self._unknown(name, what, list(terms))

    def _terms(self, kind: str) -> dict[str, NamedNode]:
        """Return the terms of a kind that the ontology has by their keys, labels and names."""
        store, found = self._store, dict[str, NamedNode]()
        for quad in store.quads_for_pattern(None, node("rdf:type"), node(kind), ONTOLOGY):
            if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(SOD):
                found[quad.subject.value.removeprefix(SOD)] = quad.subject
                for name in ("rdfs:label", "skos:notation"):
                    told = store.quads_for_pattern(quad.subject, node(name), None, ONTOLOGY)
                    found |= {one.object.value: quad.subject for one in told if isinstance(one.object, Literal)}
        return found

    def on(self, found: Iterable[NamedNode], substrate: str) -> list[NamedNode]:
        """Return those that are on a substrate or a class of them; raises UsageError where the graph knows no such substrate."""
        materials = self._substances(substrate)
        try:
            kind = self._reasoner.codes.known(self.class_of(substrate))
        except UsageError:
            kind = None
        if not materials and kind is None:
            raise self._unknown(substrate, "substrate", self._keys(("substance", "ontology")))
        facts, codes = self._reasoner.engine.facts, self._reasoner.codes
        wanted = {codes.of(one) for one in materials} | (facts.members.get(kind, set()) if kind is not None else set())
        links = [facts.links.get(codes.of_iri(SOD + name)) for name in ("onSubstrate", "ofSubstance")]
        return [one for one in found if any(link and wanted.intersection(link.after(codes.of(one))) for link in links)]

    def particulars(self, name: str) -> list[NamedNode]:
        """Return the named ones that a mechanism can be said of, the interventions; all where there are none."""
        found = self.named(name)
        code = self._reasoner.codes.of_iri(SOD + "Intervention")
        deeds = [one for one in found if self._reasoner.engine.knows((code, self._reasoner.codes.of(one), TYPE))]
        return deeds or found

    # ------------------------------------------------------------------------------------------------

    def _by_iri(self, name: str) -> list[NamedNode]:
        prefix, colon, local = name.partition(":")
        if colon and prefix in PREFIXES:
            name = PREFIXES[prefix] + local
        if "://" not in name:
            return self._by_key(name)
        found = re.fullmatch(r"<?([^\s<>\"{}|\\^`]+)>?", name)
        term = NamedNode(found[1]) if found else None
        return [term] if term is not None and next(self._store.quads_for_pattern(term, None, None, None), None) else []

    def _by_key(self, name: str) -> list[NamedNode]:
        """Return what a record of this key was lifted to; the key is the end of its IRI, as answers print it."""
        if not re.fullmatch(r"[0-9a-f]{6,12}", name):
            return []
        lifted = self._store.quads_for_pattern(None, sod("liftedFrom"), None, None)
        return sorted({q.subject for q in lifted if q.subject.value.rsplit("/", 1)[-1].startswith(name)}, key=str)  # type: ignore[union-attr,misc]

    def _by_reference(self, name: str) -> list[NamedNode]:
        found = _REFERENCE.fullmatch(name.strip())
        if not found:
            return []
        number = int(found[1])
        quads = self._store.quads_for_pattern(None, sod("referenceNumber"), None, None)
        references = [q.subject for q in quads if q.object.value.isdecimal() and int(q.object.value) == number]  # type: ignore[union-attr]
        return [q.object for one in references for q in self._store.quads_for_pattern(one, sod("refersTo"), None, None)]  # type: ignore[misc]

    def _by_words(self, name: str) -> list[NamedNode]:
        words = re.findall(r"\w+", name.casefold())
        told = self._studies()
        return [
            study
            for label, study in told.items()
            if words and all(word in re.findall(r"\w+", label.casefold()) for word in words)
        ]

    def _studies(self) -> dict[str, NamedNode]:
        labels = self._store.quads_for_pattern(None, node("rdfs:label"), None, node("graph:shared"))
        found = {q.object.value: q.subject for q in labels if "/study/" in str(q.subject)}  # type: ignore[union-attr]
        return {label: study for label, study in sorted(found.items()) if isinstance(study, NamedNode)}

    def _of_studies(self, studies: Iterable[NamedNode]) -> list[NamedNode]:
        of = sod("ofStudy")
        quads = (quad for study in studies for quad in self._store.quads_for_pattern(None, of, study, None))
        return sorted({quad.subject for quad in quads if isinstance(quad.subject, NamedNode)}, key=str)

    def _substances(self, name: str) -> list[NamedNode]:
        quads = self._store.quads_for_pattern(None, node("skos:notation"), None, None)
        wanted = name.strip().casefold()
        same = {q.subject for q in quads if "/substance/" in str(q.subject) and q.object.value.casefold() == wanted}  # type: ignore[union-attr]
        return sorted((one for one in same if isinstance(one, NamedNode)), key=str)

    def _of_substance(self, name: str) -> list[NamedNode]:
        found = self._substances(name)
        links = (q for one in found for p in _LINKS for q in self._store.quads_for_pattern(None, sod(p), one, None))
        deeds = {quad.subject for quad in links if isinstance(quad.subject, NamedNode) and "/document/" in quad.subject.value}
        lifted = {deed for deed in deeds if any(self._store.quads_for_pattern(deed, sod("ofStudy"), None, None))}
        return sorted(lifted, key=str) or found

    def _keys(self, kinds: tuple[str, ...]) -> list[str]:
        quads = self._store.quads_for_pattern(None, node("skos:notation"), None, None)
        return sorted({q.object.value for q in quads if any(f"/{kind}" in str(q.subject) for kind in kinds)})  # type: ignore[union-attr]

    def _unknown(self, name: str, what: str, known: list[str]) -> UsageError:
        return UsageError(
            f"the graph knows no {what} {name!r}", mend=did_you_mean(name, known) or "sodiokg query lists what is read"
        )


def _folded(name: str) -> str:
    return _SEPARATORS.sub("", name).casefold()
