"""One nanopublication for each claim: what is asserted, where it was read, and who published it.

The assertion of a claim that was lifted is what was lifted from it; of any other it is the claim's own content with its polarity, so
that nothing hypothesised or denied is published as a fact.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from sodiokg.graph.terms import node, sod
from sodiokg.graph.trig import to_trig
from sodiokg.names import ID, content_hash

__all__ = ["nanopubs"]

_NP: Final = "http://www.nanopub.org/nschema#"
_LICENCE: Final = NamedNode("https://creativecommons.org/licenses/by/4.0/")
_TYPE, _LABEL = node("rdf:type"), node("rdfs:label")
# What tells of the reading and not of the content.
_READING: Final = frozenset(
    {node("rdfs:label"), *(sod(name) for name in ("evidenceSpan", "fromDocument", "reportsStudy", "section"))}
)
_Told = Mapping[object, list[Quad]]


def nanopubs(quads: list[Quad]) -> bytes:
    """Return the nanopublications of all claims as TriG, by the order of their IRIs."""
    about: dict[object, list[Quad]] = defaultdict(list)
    lifted: dict[object, set[object]] = defaultdict(set)
    parts: dict[object, set[object]] = defaultdict(set)
    activities: dict[object, object] = {
        quad.subject: quad.object for quad in quads if quad.predicate == node("prov:wasGeneratedBy")
    }
    for quad in quads:
        about[quad.subject].append(quad)
        if quad.predicate == sod("liftedFrom"):
            lifted[quad.object].add(quad.subject)
        elif quad.predicate == sod("partOfClaim"):
            parts[quad.object].add(quad.subject)
    claims = sorted({quad.subject for quad in quads if quad.predicate == _TYPE and quad.object == sod("Claim")}, key=str)
    published = (_nanopub(claim, parts[claim], lifted, about, activities) for claim in claims if isinstance(claim, NamedNode))
    return to_trig(quad for one in published for quad in one).encode()


def _nanopub(
    claim: NamedNode,
    parts: Iterable[object],
    lifted: Mapping[object, set[object]],
    about: _Told,
    activities: Mapping[object, object],
) -> Iterator[Quad]:
    stated = [claim, *sorted(parts, key=str)]
    facts = sorted({fact for one in stated for fact in lifted.get(one, ())}, key=str)
    content = [quad for one in facts or stated for quad in about[one] if facts or quad.predicate not in _READING]
    told = [quad for one in stated for quad in about[one]]
    name = f"{ID}nanopub/{content_hash(*sorted(map(str, [*content, *told])))}"
    head, assertion, provenance, info = (NamedNode(f"{name}#{part}") for part in ("Head", "assertion", "provenance", "pubinfo"))
    publication = NamedNode(name)
    links = {"hasAssertion": assertion, "hasProvenance": provenance, "hasPublicationInfo": info}
    yield Quad(publication, _TYPE, NamedNode(_NP + "Nanopublication"), head)
    yield from (Quad(publication, NamedNode(_NP + link), part, head) for link, part in links.items())
    yield from (Quad(quad.subject, quad.predicate, quad.object, assertion) for quad in content)
    yield from _provenance(assertion, provenance, claim, told, about, activities)
    yield Quad(publication, node("dcterms:license"), _LICENCE, info)
    yield Quad(publication, node("dcterms:creator"), Literal("The sodiokg authors"), info)
    yield from (Quad(publication, _LABEL, quad.object, info) for quad in about[claim] if quad.predicate == _LABEL)


def _provenance(
    assertion: NamedNode, graph: NamedNode, claim: NamedNode, told: list[Quad], about: _Told, activities: Mapping[object, object]
) -> Iterator[Quad]:
    """Yield where the assertion was read: claim, studies, document, the quoted words with their place, and the run that read them."""
    yield Quad(assertion, node("prov:wasDerivedFrom"), claim, graph)
    for quad in told:
        if quad.predicate in _READING - {_LABEL} or quad.predicate in {sod("attribution"), sod("polarity")}:
            yield Quad(quad.subject, quad.predicate, quad.object, graph)
        if quad.predicate == sod("evidenceSpan"):
            yield from (Quad(one.subject, one.predicate, one.object, graph) for one in _span(quad.object, about))
        activity = activities.get(quad.graph_name)
        if isinstance(activity, NamedNode):
            yield Quad(assertion, node("prov:wasGeneratedBy"), activity, graph)


def _span(span: object, about: _Told) -> Iterator[Quad]:
    for quad in about[span]:
        yield quad
        if quad.predicate == node("oa:hasSelector"):
            yield from about[quad.object]
