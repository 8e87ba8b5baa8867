"""The commands that make and check graphs: `sodiokg build`, `add`, `validate`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sodiokg.cli.output import emit_table, note, progress
from sodiokg.errors import GraphError, UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

    from pyoxigraph import Quad

    from sodiokg.graph.build import Report
    from sodiokg.graph.validation import Finding
    from sodiokg.tables import Table

__all__ = ["add", "build", "validate"]

_VIOLATED: Final = 10


def build(args: argparse.Namespace) -> int:
    """Build the graph of what ships or of the sources given, or check the one that is there."""
    from sodiokg.graph import build as builder

    sources = args.sources or None
    if sources and args.output is None:
        raise UsageError(
            "sources of your own need a place for their graph", mend="name it with --output FILE, or use: sodiokg add"
        )
    progress(args, "reading the sources")
    if args.check:
        difference = builder.check(args.output, sources, jobs=args.jobs)
        progress(args, "")
        if difference is not None:
            raise GraphError(str(difference), mend="build it anew with: sodiokg build")
        note(args, "the graph is what its sources give")
        return 0
    report = builder.build(sources, args.output, jobs=args.jobs)
    progress(args, "")
    _tell(args, report, sources or [])
    return 0


def add(args: argparse.Namespace) -> int:
    """Put texts into the user's own graph."""
    from sodiokg.graph import build as builder

    progress(args, "reading the sources")
    report = builder.add(args.sources, args.graph, replace=args.replace, jobs=args.jobs)
    progress(args, "")
    _tell(args, report, args.sources, args.output)
    return 0


def _tell(args: argparse.Namespace, report: Report, sources: list[Path], summary: Path | None = None) -> None:
    """Print what a graph holds, to stdout or the file `summary`; the graph itself is in its own file."""
    from sodiokg.cli.output import emit
    from sodiokg.graph.trig import read_trig
    from sodiokg.render import render
    from sodiokg.tables import Table

    quads = read_trig(report.target)
    rows = (*report.counts.items(), *_assertions_by_polarity(quads))
    emit(render(Table(("holds", "number"), rows), args.format), summary)
    for remark in _poor_yields(quads, sources):
        note(args, remark)
    note(args, f"written to {report.target}, from {', '.join(report.documents)}")
    for remark in report.remarks:
        note(args, f"warning: {remark}")
    if report.known:
        note(args, f"{report.known} of the studies were known already and are not counted twice")


def _poor_yields(quads: list[Quad], sources: list[Path]) -> Iterator[str]:
    """Yield what a person should know of texts that are not in English, gave no record, cite nothing or have no reference list."""
    from sodiokg.cli.inputs import NO_CITATION, NO_LIST
    from sodiokg.graph.places import document_iri
    from sodiokg.graph.terms import node, sod
    from sodiokg.names import member
    from sodiokg.text.language import unread

    spoken = [(quad.subject, quad.object) for quad in quads if quad.predicate == node("dcterms:language")]
    yielding = {quad.object for quad in quads if quad.predicate == sod("fromDocument")}
    printed = {quad.subject for quad in quads if quad.predicate == sod("referenceText")}
    listing = {quad.object for quad in quads if quad.predicate == sod("inDocument") and quad.subject in printed}
    others = {node(member("reported")), node(member("listed"))}
    reporting = {quad.subject for quad in quads if quad.predicate == sod("attribution") and quad.object in others}
    citing = {quad.object for quad in quads if quad.predicate == sod("fromDocument") and quad.subject in reporting}
    for path in sources:
        document = node(document_iri(path.stem))
        if remark := unread([getattr(tag, "value", "") for subject, tag in spoken if subject == document]):
            yield f"{path} is {remark}"
        if document not in yielding:
            yield f"nothing was read from {path}: no number, claim or statement that sodiokg knows"
        if document not in listing:
            yield f"{path} {NO_LIST if document in citing else NO_CITATION}"


def _assertions_by_polarity(quads: list[Quad]) -> list[tuple[str, int]]:
    """Return how many mechanism, effect and phase assertions of each polarity a graph holds."""
    from collections import Counter

    from sodiokg.graph.terms import node, sod
    from sodiokg.names import member

    kinds = {sod(f"{kind}Assertion") for kind in ("Mechanism", "Effect", "Phase")}
    assertions = {quad.subject for quad in quads if quad.predicate == node("rdf:type") and quad.object in kinds}
    found = Counter(quad.object for quad in quads if quad.predicate == sod("polarity") and quad.subject in assertions)
    polarities = ("asserted", "hypothesised", "negated", "open_question")
    return [(f"{key.replace('_', ' ')} assertions", found[node(member(key))]) for key in polarities]


def validate(args: argparse.Namespace) -> int:
    """Hold a graph to its shapes, and its quotes to the texts that ship; exit code 10 where one is violated."""
    from sodiokg.graph.catalogue import shipped_sources
    from sodiokg.graph.store import open_graph
    from sodiokg.graph.validation import validate as findings_of
    from sodiokg.text import read_source

    progress(args, "validating")
    findings = findings_of(open_graph(args.graph), sources=map(read_source, shipped_sources()))
    progress(args, "")
    violations = sum(finding.severity == "violation" for finding in findings)
    if args.format == "table":
        _print_by_rule(args, findings)
    else:
        emit_table(_table(findings), args)
    note(args, f"{violations} violations, {len(findings) - violations} other findings")
    return _VIOLATED if violations else 0


def _print_by_rule(args: argparse.Namespace, findings: list[Finding]) -> None:
    from sodiokg.cli.output import emit

    lines: list[str] = []
    rule = ""
    for finding in findings:
        if finding.rule != rule:
            rule = finding.rule
            number = sum(other.rule == rule for other in findings)
            lines.append(f"\n{rule} ({finding.severity}, {number})")
        refs = "".join(f"[{ref}]" for ref in finding.refs)
        lines += [f"  {finding.message}", f"    {finding.focus} {refs}".rstrip()]
        if finding.quote:
            lines.append(f"    “{' '.join(finding.quote.split())}”, {finding.document}")
    emit("\n".join(lines).lstrip("\n") + "\n" if lines else "", args.output)


def _table(findings: list[Finding]) -> Table:
    from sodiokg.tables import Table

    rows = tuple(
        (f.rule, f.severity, f.focus, f.message, f.quote, f.document, tuple(str(ref) for ref in f.refs)) for f in findings
    )
    return Table(("rule", "severity", "focus", "message", "quote", "document", "refs"), rows)
