"""An implied mechanism as statements: the claim, the mechanism, and what its proof rests on, in the graph of what follows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad

from sodiokg.graph.terms import describe, node, sod, text
from sodiokg.names import ID
from sodiokg.reason.evidence import Ground
from sodiokg.reason.reasoner import INFERRED

__all__ = ["inference_quads"]


def inference_quads(claim: NamedNode, mechanism: NamedNode, proofs: Iterable[Ground]) -> Iterator[Quad]:
    """Yield the inference of a mechanism for a claim, with the axioms, reference statements and records of its smallest proof.

    Of several proofs that are as small the first by its words is taken, so that the same graph gives the same bytes.
    """
    steps = list(min(proofs, key=_order).all())
    key = hashlib.sha256(f"{claim.value} {mechanism.value}".encode()).hexdigest()[:12]
    for subject, predicate, value in describe(
        node(f"{ID}inference/{key}"),
        ("rdf:type", sod("Inference")),
        ("sod:inferredOf", claim),
        ("sod:infersMechanism", mechanism),
        ("sod:restsOnAxiom", [text(words) for words in _told(steps, "axiom")]),
        ("sod:restsOnReference", [text(words) for words in _references(steps)]),
        ("sod:restsOnRecord", [node(record) for record in sorted({step.record for step in steps if step.record})]),
    ):
        yield Quad(subject, predicate, value, INFERRED)


def _order(proof: Ground) -> tuple[int, list[str]]:
    words = [step.words for step in proof.all()]
    return len(words), words


def _told(steps: Iterable[Ground], kind: str) -> list[str]:
    return sorted({step.words for step in steps if step.kind == kind})


def _references(steps: Iterable[Ground]) -> list[str]:
    """Return what no document was read for: the ends of a proof that are stated and go back to no quote."""
    return sorted({f"{step.words} ({step.source})" for step in steps if step.kind == "stated" and not step.grounds})
