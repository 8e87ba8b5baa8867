"""Which terms the reference draws: mechanisms with what they need, the kinds of matter, and the way from a text to a fact."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sodiokg.names import SOD
from sodiokg.ontology.pictures import Box, Edge, columns, grid, svg, tree
from sodiokg.ontology.terms import Term, children

__all__ = ["EVIDENCE", "LINKS", "evidence_picture", "matter_picture", "mechanism_picture"]

_DEPTH: Final = 3
# The evidence picture, row by row, and the properties that it shows between its classes.
EVIDENCE: Final = (
    ("Reference", "SourceDocument", "TextSpan", None),
    (None, "Claim", "Assertion", "MechanismKind"),
    ("Study", "Intervention", "Effect", "Substance"),
    ("SurfaceState", "WettingObservation", "Measurement", "Change"),
)
LINKS: Final = (
    ("Reference", "SourceDocument", "inDocument"),
    ("Reference", "Study", "refersTo"),
    ("Claim", "SourceDocument", "fromDocument"),
    ("Claim", "TextSpan", "evidenceSpan"),
    ("Claim", "Study", "reportsStudy"),
    ("Assertion", "Claim", "partOfClaim"),
    ("Assertion", "MechanismKind", "statesMechanism"),
    ("Intervention", "Claim", "liftedFrom"),
    ("Intervention", "Study", "ofStudy"),
    ("Intervention", "Effect", "hasEffect"),
    ("WettingObservation", "SurfaceState", "observedState"),
    ("WettingObservation", "Measurement", "observedValue"),
    ("WettingObservation", "Substance", "hasLiquid"),
    ("Change", "Measurement", "before"),
)


def _box(term: Term, kind: str) -> Box:
    return Box(term.iri.removeprefix(SOD), term.label, kind)


def _below(held: Mapping[str, Term]) -> dict[str, list[Term]]:
    """Return the classes directly below each class, by local name."""
    return {iri.removeprefix(SOD): [one for one in some if one.kind == "class"] for iri, some in children(held).items()}


def _framed(name: str, title: str, words: str, picture: str) -> str:
    return f'<section id="picture-{name}"><h2>{title}</h2><p>{words}</p><div class="frame">{picture}</div></section>'


def mechanism_picture(held: Mapping[str, Term]) -> str:
    """Return the picture of groups of mechanisms, the mechanisms, and the preconditions that each requires or presupposes."""
    below = _below(held)
    groups = below["Mechanism"]
    edges: list[Edge] = []
    rows: list[Box] = []
    for group in groups:
        for term in _under(group, below):
            name, case = term.iri.removeprefix(SOD), term not in below[group.iri.removeprefix(SOD)]
            rows.append(Box(name, f"› {term.label}" if case else term.label, "mechanism"))
            edges.append(Edge(group.iri.removeprefix(SOD), rows[-1].name))
    needed: dict[str, Box] = {}
    for row in rows:
        for told, value in sorted(held[SOD + row.name].annotations):
            if told in ("sod:requires", "sod:presupposes"):
                term = held[SOD + value.partition(":")[2]]
                needed[term.iri] = _box(term, f"need {term.annotation('sod:aspect')}")
                edges.append(Edge(row.name, needed[term.iri].name, "", "line" if told == "sod:requires" else "line dashed"))
    placed = columns([[_box(group, "group") for group in groups], rows, list(needed.values())], edges)
    words = (
        "Six groups, the mechanisms of each, and what they need: a full line where the definition requires it, a dashed one where the \
mechanism presupposes it to serve. Colours tell agent, substrate, surface, temperature and electrolyte."
    )
    return _framed("mechanisms", "Mechanisms and what they need", words, svg("Mechanisms and their preconditions", placed, edges))


def _under(group: Term, below: Mapping[str, list[Term]]) -> list[Term]:
    """Return the mechanisms of a group over any number of steps, each after the one that it is a case of."""
    return [one for term in below.get(group.iri.removeprefix(SOD), []) for one in (term, *_under(term, below))]


def matter_picture(held: Mapping[str, Term]) -> str:
    """Return two trees side by side: the substances, and other kinds of matter with what matter does."""
    below = _once({name: [_box(term, "class") for term in some] for name, some in _below(held).items()})
    substances, lines = tree(_box(held[SOD + "Substance"], "group"), below, _DEPTH)
    others = {**below, "Matter": [box for box in below["Matter"] if box.name != "Substance"]}
    beside, more = tree(_box(held[SOD + "Matter"], "group"), others, _DEPTH, max(box.x + box.width for box in substances) + 80)
    words = (
        "The substances on the left; samples, layers and what matter does with sodium, electrons and ions on the right. A class with several \
classes above it stands below one of them; a number says how many further classes lie below."
    )
    return _framed("matter", "Matter", words, svg("Kinds of matter", [*substances, *beside], [*lines, *more]))


def _once(below: Mapping[str, list[Box]]) -> dict[str, list[Box]]:
    """Return the tree in which every box stands once, below the first that claims it; substances claim first."""
    found: dict[str, list[Box]] = {}
    seen = {"Matter", "Substance"}

    def claim(name: str) -> None:
        found[name] = [box for box in below.get(name, []) if box.name not in seen]
        seen.update(box.name for box in found[name])
        for box in found[name]:
            claim(box.name)

    claim("Substance")
    claim("Matter")
    return found


def evidence_picture(held: Mapping[str, Term]) -> str:
    """Return the picture of how a fact leads back to the words it was read from."""
    rows = [[_box(held[SOD + name], "class") if name else None for name in row] for row in EVIDENCE]
    edges = [Edge(start, end, held[SOD + name].label, "arrow") for start, end, name in LINKS]
    words = "A fact is lifted from a claim, the claim has its span in a document and the study that it reports; arrows are properties."
    return _framed("evidence", "Evidence", words, svg("From a text to a fact", list(grid(rows, 250, 110)), edges))
