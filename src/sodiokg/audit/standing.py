"""How what one text claims stands to what other studies found: comparable claims and numbers only, counted over studies.

Two claims are compared where the same was brought in (or, where neither names an agent, the same strategy was used) on the same substrate, in
batteries that are not told to differ; two numbers where everything that their quantity is comparable under is stated for both and agrees.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Final

from pyoxigraph import QuerySolutions, Store

from sodiokg.audit.facts import Fact, Value
from sodiokg.audit.rules import RULE_PREFIXES
from sodiokg.comparison.results import QUESTION, Result, obstacles, read_results
from sodiokg.graph.terms import node
from sodiokg.query.engine import run_here
from sodiokg.query.restatements import joined
from sodiokg.query.shipped import find
from sodiokg.tables import table_from_results

__all__ = ["Found", "standing_facts", "standing_of"]

_ASKED: Final = """
SELECT ?part ?document ?study ?name ?effect ?polarity ?start ?end ?agent ?strategy ?substrate ?family ?battery ?attribution WHERE {
  ?part sod:statesEffect ?effect ; sod:polarity ?polarity ; sod:partOfClaim ?claim ; sod:evidenceSpan/oa:hasSelector ?selector .
  ?selector oa:start ?start ; oa:end ?end .
  ?claim sod:fromDocument ?document ; sod:reportsStudy ?study ; sod:attribution ?attribution .
  FILTER(?attribution IN (sod:ownResult, sod:reported))
  OPTIONAL { ?study rdfs:label ?name }
  OPTIONAL { ?claim sod:hasAgent ?agent }
  OPTIONAL { ?claim sod:usesStrategy ?strategy }
  OPTIONAL { ?claim sod:aboutSubstrate ?substrate }
  OPTIONAL { ?claim sod:substrateClass ?family FILTER(?family != sod:OtherSubstrate) }
  OPTIONAL { ?claim sod:batteryType ?battery }
} ORDER BY ?part
"""
_PLACES: Final = """
SELECT ?record ?document ?start ?end WHERE {
  ?record a sod:Measurement ; sod:fromDocument ?document ; sod:evidenceSpan/oa:hasSelector ?selector .
  ?selector oa:start ?start ; oa:end ?end .
}
"""
_DENIES: Final = {("WettabilityImproved", "asserted"): ("NoWettingImprovement", "asserted")}
_NAMED: Final = 3
_OF_TEXT: Final = re.compile(r"this study \((.+)\)")
# Numbers that differ by less are alike: samples of one study scatter as much.
_SCATTER: Final = Decimal("0.1")


_ROUNDED: Final = Decimal("0.01")
_EXACT: Final = frozenset({"=", "~"})
Places = Mapping[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Found:
    """One effect that a document tells of a study: what was done on what, and how it came out."""

    document: str
    study: str
    name: str
    effect: str
    polarity: str
    start: int
    end: int
    is_own: bool
    agents: frozenset[str]
    strategies: frozenset[str]
    substrates: frozenset[str]
    battery: str

    def same_way(self, other: Found) -> bool:
        """Tell whether the same was brought in, or the same done where neither names an agent."""
        if self.agents or other.agents:
            return bool(self.agents & other.agents)
        return bool(self.strategies & other.strategies)

    def same_place(self, other: Found) -> bool:
        """Tell whether both are on one substrate, in batteries that are not told to differ."""
        return bool(self.substrates & other.substrates) and (
            not self.battery or not other.battery or self.battery == other.battery
        )

    def opposes(self, other: Found) -> bool:
        """Tell whether one says of an effect what the other denies."""
        one, two = (self.effect, self.polarity), (other.effect, other.polarity)
        if _DENIES.get(one) == two or _DENIES.get(two) == one:
            return True
        return self.effect == other.effect and {self.polarity, other.polarity} == {"asserted", "negated"}


def standing_facts(store: Store, documents: Sequence[str], *, against: bool) -> Iterator[tuple[str, Fact]]:
    """Yield, with its document, how each effect and each number of the documents stands to other studies in the store.

    Without `against` only contradictions and disagreements on one study are told.
    """
    found = list(_found(store))
    for one in found:
        told = one.document in documents and bool(one.agents or one.strategies)
        if told and (one.is_own or not against):
            relation, others = standing_of(one, found)
            if relation == "contradicts" or (relation and against):
                yield one.document, _fact(one, relation, others)
    yield from _numbers(store, documents, {one.document for one in found if one.is_own and against})


def standing_of(one: Found, known: Iterable[Found]) -> tuple[str, list[Found]]:
    """Return how a finding stands to those of other studies, and to which; "" for one that neither asserts nor denies."""
    if one.polarity not in ("asserted", "negated"):
        return "", []
    others = [other for other in known if other.study != one.study]
    alike = [other for other in others if one.same_way(other) and one.same_place(other)]
    if opposed := [other for other in alike if one.opposes(other)]:
        return "contradicts", opposed
    same = [other for other in others if (other.effect, other.polarity) == (one.effect, one.polarity)]
    if borne := [other for other in same if one.same_way(other) and one.same_place(other)]:
        return "confirms", borne
    near = [other for other in same if one.same_way(other) or (one.same_place(other) and bool(one.strategies & other.strategies))]
    return ("extends", near) if near else ("new", [])


def _fact(one: Found, relation: str, others: Sequence[Found]) -> Fact:
    studies = sorted({_called(other.name) or other.study.rpartition("/")[2] for other in others})
    shown = "; ".join(studies[:_NAMED]) + ("; …" if len(studies) > _NAMED else "")
    means = ", ".join(sorted(_spelled(iri) for iri in one.agents or one.strategies))
    told: tuple[tuple[str, Value], ...] = (
        ("relation", relation),
        ("effect", node(f"sod:{one.effect}")),
        ("means", means),
        ("place", _on(one.substrates)),
        ("studies", len(studies)),
        ("names", shown),
    )
    return Fact("Standing", one.start, one.end, told)


def _on(substrates: frozenset[str]) -> str:
    """Return the substances among the substrates, the class of them where none is named."""
    named = {iri for iri in substrates if "#" not in iri} or substrates
    return ", ".join(sorted(map(_spelled, named))) or "an unnamed substrate"


def _called(name: str) -> str:
    """Return what a study is called; the study that a text is itself goes by the text's name."""
    return found[1] if (found := _OF_TEXT.fullmatch(name)) else name


def _spelled(iri: str) -> str:
    """Return the key of a substance, or the name of a class in words.

    >>> _spelled("https://w3id.org/sodiokg/id/substance/Na15Sn4"), _spelled("https://w3id.org/sodiokg/ontology#SurfaceCoating")
    ('Na15Sn4', 'surface coating')
    """
    name = re.split(r"[#/]", iri)[-1]
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower() if "#" in iri and not name.isupper() else name


def _found(store: Store) -> Iterator[Found]:
    for _, group in groupby(_rows(store, _ASKED), key=lambda row: row["part"]):
        rows = list(group)
        first = rows[0]
        for study in sorted({row["study"] for row in rows}):
            yield Found(
                document=first["document"],
                study=study,
                name=next((row["name"] for row in rows if row["study"] == study and "name" in row), ""),
                effect=_local(first["effect"]),
                polarity=_local(first["polarity"]),
                start=int(first["start"]),
                end=int(first["end"]),
                is_own=_local(first["attribution"]) == "ownResult",
                agents=_all(rows, "agent"),
                strategies=_all(rows, "strategy"),
                substrates=_all(rows, "substrate") | _all(rows, "family"),
                battery=first.get("battery", ""),
            )


def _rows(store: Store, query: str) -> list[dict[str, str]]:
    answer = store.query(query, prefixes=RULE_PREFIXES, use_default_graph_as_union=True)
    if not isinstance(answer, QuerySolutions):
        return []
    names = [variable.value for variable in answer.variables]
    return [
        {name: str(getattr(value, "value", value)) for name, value in zip(names, row, strict=True) if value is not None}
        for row in answer
    ]


def _all(rows: Iterable[dict[str, str]], name: str) -> frozenset[str]:
    return frozenset(row[name] for row in rows if name in row)


def _local(iri: str) -> str:
    return iri.rpartition("#")[2]


def _numbers(store: Store, documents: Sequence[str], own: set[str]) -> Iterator[tuple[str, Fact]]:
    """Yield what documents tell differently of one study, and how numbers of `own` results stand to comparable ones of other studies."""
    asked = find(QUESTION)
    results = read_results(joined(table_from_results(run_here(store, asked.bind({})), lists=asked.lists, symbols=True)))
    places = {row["record"]: row for row in _rows(store, _PLACES)}
    by_quantity: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        if result.amount.ends:
            by_quantity[result.quantity].append(result)
    for group in by_quantity.values():
        yield from _disagreements(group, documents, places)
        for result in group:
            place = places.get(result.records[0], {})
            peers = [other for other in group if _is_peer(result, other)]
            if place.get("document") in own.intersection(documents) and peers:
                yield place["document"], _of_number(result, peers, place)


def _is_peer(one: Result, other: Result) -> bool:
    """Tell whether a number is of another study and may be compared."""
    alike = other.works != one.works and other.phase == one.phase and other.amount.unit == one.amount.unit
    return alike and bool(one.under) and not obstacles(one, other)


def _disagreements(group: Sequence[Result], documents: Sequence[str], places: Places) -> Iterator[tuple[str, Fact]]:
    """Yield the numbers of one study that two documents tell differently, where each tells one, under nothing that is told to differ."""
    by_study: dict[tuple[object, ...], list[Result]] = defaultdict(list)
    for result in group:
        if len(result.works) == 1:
            by_study[result.works, result.phase, result.amount.unit].append(result)
    for told in by_study.values():
        tellers = [{places[record]["document"] for record in result.records if record in places} for result in told]
        for one, of_one in zip(told, tellers, strict=True):
            for other, of_other in zip(told, tellers, strict=True):
                alone = all(sum(document in some for some in tellers) == 1 for document in of_one | of_other)
                if alone and not of_one & of_other and _apart(one, other) and not _told_apart(one, other):
                    for document in sorted(of_one.intersection(documents)):
                        record = next(r for r in one.records if places.get(r, {}).get("document") == document)
                        yield document, _disagreement(one, other, places[record], sorted(of_other)[0])


def _apart(one: Result, other: Result) -> bool:
    """Tell whether no reading of two numbers allows both."""
    (low, high), (least, most) = one.amount.ends or (Decimal(0),) * 2, other.amount.ends or (Decimal(0),) * 2
    exact = one.amount.comparator in _EXACT and other.amount.comparator in _EXACT
    return exact and (low > most * (1 + _ROUNDED) or least > high * (1 + _ROUNDED))


def _told_apart(one: Result, other: Result) -> bool:
    """Tell whether a facet or condition is stated for both numbers and differs."""
    names = {*one.facets, *other.facets, *(told.kind for told in (*one.conditions, *other.conditions))}
    return any(one.facet(name) and other.facet(name) and one.facet(name) != other.facet(name) for name in names)


def _disagreement(one: Result, other: Result, place: dict[str, str], there: str) -> Fact:
    told: tuple[tuple[str, Value], ...] = (
        ("quantity", one.name),
        ("study", _called("; ".join(one.studies)) or "one study"),
        ("printed", str(one.amount)),
        ("there", there.rpartition("/")[2]),
        ("other", str(other.amount)),
    )
    return Fact("Disagreement", int(place["start"]), int(place["end"]), told)


def _of_number(result: Result, peers: Sequence[Result], place: dict[str, str]) -> Fact:
    low, high = result.amount.ends or (Decimal(0), Decimal(0))
    ends = [peer.amount.ends for peer in peers if peer.amount.ends]
    least, most = min(end[0] for end in ends), max(end[1] for end in ends)
    outside = "above" if low > most * (1 + _SCATTER) else "below" if high < least * (1 - _SCATTER) else "within"
    studies = sorted({"; ".join(map(_called, peer.studies)) or peer.sources[0] for peer in peers})
    told: tuple[tuple[str, Value], ...] = (
        ("relation", outside),
        ("quantity", result.name),
        ("printed", str(result.amount)),
        ("studies", len(studies)),
        ("names", "; ".join(studies[:_NAMED])),
        ("others", ", ".join(str(peer.amount) for peer in peers[:_NAMED])),
    )
    return Fact("NumberStanding", int(place["start"]), int(place["end"]), told)
