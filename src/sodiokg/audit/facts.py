"""What a text shows and no record holds, as plain facts that become a graph, so that rules over them stay queries.

The vocabulary is closed: `VOCABULARY` names every class with the properties that its facts have beside ``start`` and ``end``, and a rule
that asks for anything else is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from sodiokg.graph.places import document_iri
from sodiokg.graph.terms import Term, decimal, flag, integer, node, text
from sodiokg.model import Document
from sodiokg.names import graph_iri, slug

__all__ = ["AUDIT", "VOCABULARY", "Fact", "Value", "at", "quads_of_facts"]

AUDIT: Final = "https://w3id.org/sodiokg/audit#"
VOCABULARY: Final = {
    "Text": ("listed", "cited"),
    "Reference": ("number", "label", "author", "year", "titleKey", "studyKey", "problem"),
    "CitedNumber": ("number", "run", "isListed", "last"),
    "CitationRemark": ("remarkKind", "what", "isSure"),
    "UncitedNaming": ("name",),
    "Appeal": ("words",),
    "CitedFor": ("number", "group", "topic", "label"),
    "TitleTopic": ("number", "group", "topic"),
    "OddMember": ("number", "said", "described"),
    "BetterFit": ("number", "other", "words"),
    "Pointer": ("target", "label", "times", "isLone"),
    "Caption": ("target", "label"),
    "Damage": ("what", "likely", "isSure", "more"),
    "Misspelling": ("word", "meant"),
    "DoubledWord": ("word",),
    "Abbreviation": ("short", "long", "longKey"),
    "OtherName": ("name", "usual"),
    "UndefinedAbbreviation": ("short",),
    "AskedPhase": ("formula", "deniedBy", "instead"),
    "Phase": ("formula", "elements", "known", "isNominal"),
    "GarbledFormula": ("printed", "meant"),
    "ChargedFormula": ("formula", "excess"),
    "NamedQuantity": ("quantity", "words", "unit", "value", "printed", "numberStart"),
    "Number": ("quantity", "unit", "value", "printed"),
    "Unbacked": ("quantity", "printed", "others"),
    "Reading": ("quantity", "settingKey", "subject", "substrate", "value", "printed", "study", "paragraph"),
    "Result": ("study", "quantity", "printed", "cell", "battery", "tells"),
    "Gain": ("study", "quantity", "words"),
    "Told": ("study", "detail", "cell"),
    "Spoken": ("study", "detail"),
    "CoverageRow": ("strategy", "there", "missing"),
    "Carried": ("works", "both", "number", "mechanism", "neither"),
    "DescribedStudy": ("number", "label", "hasNumber", "hasMechanism"),
    "Reaction": ("problem",),
    "EvidenceTold": ("study", "evidence"),
    "Audited": ("kind",),
    "Standing": ("relation", "effect", "means", "place", "studies", "names"),
    "Disagreement": ("quantity", "study", "printed", "there", "other"),
    "NumberStanding": ("relation", "quantity", "printed", "studies", "names", "others"),
}
Value = str | int | float | bool | NamedNode


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a text shows, of a class of the vocabulary, at a place in source offsets; (0, 0) stands for the whole text."""

    kind: str
    start: int
    end: int
    values: tuple[tuple[str, Value], ...]


def at(document: Document, kind: str, start: int, end: int, /, **values: Value) -> Fact:
    """Return a fact at a place in plain offsets."""
    return Fact(kind, *document.plain.to_source(start, end), tuple(values.items()))


def quads_of_facts(name: str, facts: Iterable[Fact]) -> Iterator[Quad]:
    """Yield facts on the document `name` in the named graph of its audit."""
    graph, document = node(graph_iri(f"document/{slug(name)}/audit")), node(document_iri(name))
    for number, fact in enumerate(facts):
        subject = NamedNode(f"{document.value}/audit/{number}")
        told: list[tuple[str, Term]] = [("start", integer(fact.start)), ("end", integer(fact.end))]
        told += [(key, _literal(value)) for key, value in fact.values]
        yield Quad(subject, node("rdf:type"), NamedNode(AUDIT + fact.kind), graph)
        yield Quad(subject, node("sod:fromDocument"), document, graph)
        yield from (Quad(subject, NamedNode(AUDIT + key), value, graph) for key, value in told)


def _literal(value: Value) -> Term:
    if isinstance(value, NamedNode):
        return value
    if isinstance(value, bool):
        return flag(value)
    if isinstance(value, int):
        return integer(value)
    return decimal(value) if isinstance(value, float) else text(value) or Literal("")
