"""The one rule that turns assertions into facts.

What a claim asserts, or a number says, of exactly one study, reported of it or its own result, is copied to the particulars of that study: this
intervention, this surface state, this change. Negated, hypothesised and open assertions are not lifted, nor is what a run of
citations only lists, and nothing is said of a substance in general. Every fact says what it was lifted from.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from pyoxigraph import NamedNode

from sodiokg.graph.terms import Term, Triple, decimal, describe, node, sod, text
from sodiokg.names import ID

__all__ = ["lifted"]

_Index = Mapping[NamedNode, Mapping[NamedNode, list[Term]]]

_TYPE, _VALUE = node("rdf:type"), sod("value")
_ASSERTED = sod("asserted")
_LIFTED: frozenset[Term] = frozenset({sod("reported"), sod("ownResult")})
# Properties of a claim that hold of the intervention that it describes.
_COPIED = {
    "sod:usesStrategy": "rdf:type",
    "sod:hasAgent": "sod:hasAgent",
    "sod:aboutSubstrate": "sod:onSubstrate",
    "sod:batteryType": "sod:batteryType",
}
# Properties of an assertion, and what its value is to the intervention.
_STATED = {"sod:statesMechanism": "rdf:type", "sod:statesPhase": "sod:formsPhase"}
_WETTING: frozenset[Term] = frozenset({sod("ContactAngle"), sod("SpreadingTemperature")})
_TREATMENT: frozenset[Term] = frozenset({sod("TreatmentTemperature"), sod("TreatmentTime")})
_TEMPERATURE: frozenset[Term] = frozenset({sod("MeasurementTemperature"), sod("OperatingTemperature")})


def lifted(asserted: Iterable[Triple], document: str, liquids: Mapping[NamedNode, NamedNode]) -> Iterator[Triple]:
    """Yield the facts that follow from the assertions of one document, whose IRI the new particulars hang below.

    `liquids` tells the liquid of a wetting number where the text does.
    """
    index = _index(asserted)
    claims = _of_type(index, sod("Claim"))
    parts: dict[NamedNode, list[NamedNode]] = defaultdict(list)
    for kind in ("MechanismAssertion", "EffectAssertion", "PhaseAssertion"):
        for part in _of_type(index, sod(kind)):
            for claim in _nodes(index, part, "sod:partOfClaim"):
                parts[claim].append(part)
    for claim in claims:
        if (study := _study(index, claim)) and _one(index, claim, "sod:polarity") == _ASSERTED:
            yield from _intervention(index, claim, study, parts[claim], document)
    measurements = [m for m in _of_type(index, sod("Measurement")) if _study(index, m)]
    pairs = list(_pairs(index, measurements))
    yield from _observations(index, measurements, document, liquids)
    yield from _treatments(index, pairs, document)
    for before, after in pairs:
        yield from _change(index, before, after, document)


def _index(triples: Iterable[Triple]) -> _Index:
    index: dict[NamedNode, dict[NamedNode, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in triples:
        index[subject][predicate].append(value)
    return index


def _of_type(index: _Index, kind: NamedNode) -> list[NamedNode]:
    return [subject for subject, told in index.items() if kind in told.get(_TYPE, ())]


def _nodes(index: _Index, subject: NamedNode, name: str) -> list[NamedNode]:
    return [value for value in index[subject].get(node(name), ()) if isinstance(value, NamedNode)]


def _one(index: _Index, subject: NamedNode, name: str) -> Term | None:
    values = index[subject].get(node(name), [])
    return values[0] if values else None


def _study(index: _Index, record: NamedNode) -> NamedNode | None:
    """Return the one study that a record reports, None where it reports none or several, or is only listed."""
    told = _one(index, record, "sod:attribution") in _LIFTED
    studies = _nodes(index, record, "sod:reportsStudy")
    return studies[0] if told and len(studies) == 1 else None


def _key(record: NamedNode) -> str:
    return record.value.rsplit("/", 1)[-1]


def _intervention(
    index: _Index,
    claim: NamedNode,
    study: NamedNode,
    parts: list[NamedNode],
    document: str,
) -> Iterator[Triple]:
    """Yield the intervention that an asserted claim describes, with the asserted ones of its parts."""
    holding = [part for part in parts if _one(index, part, "sod:polarity") == _ASSERTED]
    if not holding and not _nodes(index, claim, "sod:usesStrategy"):
        return
    name = node(f"{document}/intervention/{_key(claim)}")
    yield from describe(
        name,
        ("rdf:type", sod("Intervention")),
        ("rdfs:label", _one(index, claim, "rdfs:label")),
        ("sod:ofStudy", study),
        ("sod:liftedFrom", claim),
        *((fact, _nodes(index, claim, told)) for told, fact in _COPIED.items()),
        *((fact, _nodes(index, part, told)) for part in holding for told, fact in _STATED.items()),
    )
    for kind in _nodes(index, claim, "sod:usesCell"):
        cell = node(f"{document}/cell/{_key(claim)}")
        yield from describe(cell, ("rdf:type", kind), ("sod:ofStudy", study), ("sod:liftedFrom", claim))
        yield from describe(name, ("sod:testedIn", cell))
    for part in holding:
        for effect in _nodes(index, part, "sod:statesEffect"):
            shown = node(f"{name.value}/effect/{_key(part)}")
            yield from describe(shown, ("rdf:type", effect), ("sod:ofStudy", study), ("sod:liftedFrom", part))
            yield from describe(name, ("sod:hasEffect", shown))


def _pairs(index: _Index, measurements: list[NamedNode]) -> Iterator[tuple[NamedNode, NamedNode]]:
    """Yield each value "before" with the nearest value "after" of the same study, property and unit; each is used once."""
    afters: dict[tuple[object, ...], list[tuple[int, NamedNode]]] = defaultdict(list)
    for after in measurements:
        if _phase(index, after) == "after":
            afters[_frame(index, after)].append((_place(index, after), after))
    for fitting in afters.values():
        fitting.sort(key=_by_place)
    for before in measurements:
        if _phase(index, before) == "before" and (fitting := afters.get(_frame(index, before), [])):
            yield before, fitting.pop(_nearest(fitting, _place(index, before)))[1]


def _by_place(one: tuple[int, NamedNode]) -> tuple[int, str]:
    return one[0], one[1].value


def _nearest(placed: list[tuple[int, NamedNode]], place: int) -> int:
    """Return the index of what stands nearest to a place, of two that are equally near the one before it."""
    later = bisect_left(placed, place, key=lambda one: one[0])
    candidates = [index for index in (later - 1, later) if 0 <= index < len(placed)]
    return min(candidates, key=lambda index: abs(placed[index][0] - place))


def _phase(index: _Index, measurement: NamedNode) -> str:
    phase = _one(index, measurement, "sod:phase")
    return phase.value if phase else ""


def _frame(index: _Index, measurement: NamedNode) -> tuple[object, ...]:
    """Return what the two ends of a change have in common."""
    names = ("sod:unit", "sod:between", "sod:aboutSubstrate")
    kinds = frozenset(index[measurement][_TYPE])
    return (kinds, _study(index, measurement), *(str(_one(index, measurement, name)) for name in names))


def _place(index: _Index, record: NamedNode) -> int:
    """Return the offset at which a record stands in its source."""
    for span in _nodes(index, record, "sod:evidenceSpan"):
        start = _one(index, node(f"{span.value}/position"), "oa:start")
        if start is not None:
            return int(start.value)
    return 0


def _observations(
    index: _Index,
    measurements: list[NamedNode],
    document: str,
    liquids: Mapping[NamedNode, NamedNode],
) -> Iterator[Triple]:
    """Yield a wetting observation on a surface state for every wetting number."""
    for measurement in measurements:
        if not _WETTING & set(index[measurement][_TYPE]):
            continue
        state = node(f"{document}/surface-state/{_key(measurement)}")
        common = (("sod:ofStudy", _study(index, measurement)), ("sod:liftedFrom", measurement))
        yield from describe(
            node(f"{document}/wetting-observation/{_key(measurement)}"),
            ("rdf:type", sod("WettingObservation")),
            ("rdfs:label", _one(index, measurement, "rdfs:label")),
            ("sod:observedState", state),
            ("sod:observedValue", measurement),
            ("sod:hasLiquid", liquids.get(measurement)),
            ("sod:atTemperature", _conditions(index, measurement, _TEMPERATURE)),
            *common,
        )
        claims = _nodes(index, measurement, "sod:ofClaim")
        about = [one for record in (measurement, *claims) for one in _nodes(index, record, "sod:aboutSubstrate")]
        substances = [one for one in about if one.value.startswith(f"{ID}substance/")][:1]
        yield from describe(state, ("rdf:type", sod("SurfaceState")), ("sod:ofSubstance", substances), *common)


def _treatments(index: _Index, pairs: list[tuple[NamedNode, NamedNode]], document: str) -> Iterator[Triple]:
    """Yield the treatment between two surface states whose wetting was measured."""
    for before, after in pairs:
        if _WETTING & set(index[before][_TYPE]) and _one(index, after, "sod:between") == text("treatment"):
            yield from _treatment(index, before, after, document)


def _treatment(index: _Index, before: NamedNode, after: NamedNode, document: str) -> Iterator[Triple]:
    """Yield the treatment that leads from one surface state to the other."""
    treatment = node(f"{document}/treatment/{_key(after)}")
    yield from describe(
        treatment,
        ("rdf:type", sod("Treatment")),
        ("sod:ofStudy", _study(index, after)),
        ("sod:hasParameter", _conditions(index, after, _TREATMENT)),
        ("sod:liftedFrom", after),
    )
    earlier, later = (node(f"{document}/surface-state/{_key(one)}") for one in (before, after))
    yield from describe(later, ("sod:resultsFrom", treatment), ("sod:precededBy", earlier))


def _conditions(index: _Index, measurement: NamedNode, kinds: frozenset[Term]) -> list[NamedNode]:
    """Return the conditions of a measurement that are of certain kinds."""
    return [m for m in _nodes(index, measurement, "sod:underCondition") if kinds & set(index[m][_TYPE])]


def _change(index: _Index, before: NamedNode, after: NamedNode, document: str) -> Iterator[Triple]:
    """Yield the change from one number to the other, after minus before, where both are numbers and not mere bounds."""
    ends = [_one(index, m, "sod:value") for m in (before, after)]
    exact = all(_one(index, m, "sod:comparator") in (text("="), text("~")) for m in (before, after))
    single = not any(_one(index, m, "sod:valueMax") for m in (before, after))
    if ends[0] is None or ends[1] is None or not exact or not single:
        return
    kinds = [kind for kind in _nodes(index, after, "rdf:type") if kind != sod("Measurement")]
    yield from describe(
        node(f"{document}/change/{_key(after)}"),
        ("rdf:type", sod("Change")),
        ("sod:ofStudy", _study(index, after)),
        ("sod:ofQuantity", kinds),
        ("sod:before", before),
        ("sod:after", after),
        ("sod:change", decimal(Decimal(ends[1].value) - Decimal(ends[0].value))),
    )
