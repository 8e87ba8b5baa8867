"""The commands that reason: `sodiokg why`, `why-not` and `reason`."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Final

from sodiokg.cli.output import emit, emit_table, note, tell

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from sodiokg.explanation import Explainer, Reasons
    from sodiokg.reason.axioms import Ontology
    from sodiokg.reason.profile import Breach

__all__ = ["FORMS", "reason", "why", "why_not"]

# Said here again so that the grammar needs no renderer; a test holds the two together.
FORMS: Final = ("text", "markdown", "json", "svg")
_SHOWN: Final = 20
_VIOLATED: Final = 10


def why(args: argparse.Namespace) -> int:
    """Print the proofs of what is so."""
    from sodiokg.knowledge import KnowledgeGraph

    graph = KnowledgeGraph(args.graph)
    reasons = graph.why(args.subject, mechanism=args.mechanism, relation=args.property, on=args.on, most=max(args.most, 1))
    _print(args, reasons)
    if not reasons.found:
        note(
            args,
            "the graph neither states nor implies this; what is missing tells: sodiokg why-not SUBJECT --mechanism MECHANISM",
        )
    return 0


def why_not(args: argparse.Namespace) -> int:
    """Print what is missing."""
    from sodiokg.knowledge import KnowledgeGraph

    reasons = KnowledgeGraph(args.graph).why_not(args.subject, args.mechanism, on=args.on, most=max(args.most, 1))
    _print(args, reasons)
    if not reasons.found:
        note(args, "the graph knows nothing that this could be said of")
    return 0


def _print(args: argparse.Namespace, reasons: Reasons) -> None:
    from sodiokg.explanation.printing import printed

    width = 100 if args.output else shutil.get_terminal_size((100, 24)).columns
    emit(printed(reasons, args.format, width), args.output)
    if args.format == "svg" and (proofs := sum(len(one.proofs) for one in reasons.found)) > 1:
        note(args, f"the picture shows one of {proofs} trees; --format text shows them all")


def reason(args: argparse.Namespace) -> int:
    """Print how much follows; tell what no rule covers and what cannot be true, with proofs; return 10 for the latter."""
    from sodiokg.explanation.answers import Explainer
    from sodiokg.graph.store import open_graph
    from sodiokg.graph.trig import to_trig
    from sodiokg.tables import Table

    explainer = Explainer(open_graph(args.graph), _ontology(args), **({} if args.most is None else {"most": args.most}))
    inferred = explainer.inferred()
    if args.save is not None:
        emit(to_trig(inferred), args.save)
    breaches, impossible = explainer.reasoner.breaches, explainer.reasoner.violations()
    rows = (
        ("axioms", len(explainer.reasoner.ontology.axioms)),
        ("rules", len(explainer.reasoner.engine.rules)),
        ("axioms that no rule covers", len(breaches)),
        ("statements that follow", len(inferred)),
        ("mechanisms that are implied", implied := len(list(explainer.reasoner.implied()))),
        ("damaged values, which no limit classifies", len(explainer.reasoner.damaged)),
        ("contradictions", len(impossible)),
    )
    emit_table(Table(("what", "count"), rows), args)
    if implied:
        note(args, "each implied mechanism, with the axioms and sentences it rests on: sodiokg query 32")
    _tell_uncovered(args, breaches)
    for words in explainer.damaged():
        tell(f"damaged: {words}", args)
    _tell_impossible(args, explainer)
    if args.hermit:
        _ask_hermit(args)
    return _VIOLATED if impossible else 0


def _ontology(args: argparse.Namespace) -> Ontology | None:
    from sodiokg.reason.reasoner import axioms_of

    return axioms_of(args.ontology) if args.ontology else None


def _tell_uncovered(args: argparse.Namespace, breaches: Iterable[Breach]) -> None:
    for breach in breaches:
        tell(f"no rule covers {breach}", args)


def _tell_impossible(args: argparse.Namespace, explainer: Explainer) -> None:
    from sodiokg.explanation.answers import Reasons
    from sodiokg.explanation.printing import printed

    found = explainer.contradictions(_SHOWN)
    if found:
        tell(printed(Reasons("What cannot all be true?", found), "text"), args)
    if (more := len(explainer.reasoner.violations()) - len(found)) > 0:
        tell(f"{more} contradictions more are not shown", args)
    documents = sorted(explainer.documents_at_fault())
    if documents:
        tell(f"statements of these documents are part of it; all others stay usable: {', '.join(documents)}", args)


def _ask_hermit(args: argparse.Namespace) -> None:
    from sodiokg.names import data_folder
    from sodiokg.reason.dl import check

    verdict = check(args.ontology or [data_folder() / "ontology" / "sodiokg-dl.ttl"])
    tell(f"HermiT says of the ontology: {verdict.explanation}", args)
