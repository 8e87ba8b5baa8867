"""The command that finds what is wrong with a manuscript: `sodiokg audit`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from sodiokg.cli.inputs import read_input
from sodiokg.cli.output import emit, emit_table, note, progress, tell
from sodiokg.errors import OntologyError, UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from sodiokg.audit import Audit, Rule

__all__ = ["FAIL_ON", "FORMATS", "KINDS", "KNOWN", "audit"]

# Said here again so that the grammar needs no rule; a test holds both together.
FAIL_ON: Final = ("error", "warning", "note", "never")
FORMATS: Final = ("text", "sarif", "html")
KINDS: Final = ("research", "review")
KNOWN: Final = "known"
_FOUND: Final = 10


def audit(args: argparse.Namespace) -> int:
    """Print what the rules object to in texts or built graphs; exit code 10 where one weighs as much as --fail-on."""
    from sodiokg.audit.handbook import explained, rules_page
    from sodiokg.audit.rules import chosen, with_own

    known = with_own(args.rule)
    if args.rules:
        emit(rules_page(known), args.output)
        return 0
    if args.explain:
        emit("\n".join(explained(rule) for rule in chosen(known, (args.explain,), ())), args.output)
        return 0
    if not args.sources:
        raise UsageError("no text to audit was named", mend="such as: sodiokg audit paper.md")
    these = chosen(known, _words(args.select), _words(args.ignore))
    audits = [_audited(path, these, args) for path in args.sources]
    if len(args.sources) > 1 or args.against is not None:
        from sodiokg.audit.across import across

        progress(args, "reading them together")
        audits = across(audits, these, against=_graphs(args))
    audits = [_answered(audit, path, args) for audit, path in zip(audits, args.sources, strict=True)]
    progress(args, "")
    if args.write_baseline is not None:
        from sodiokg.audit.answers import baseline_text

        emit(baseline_text(audits), args.write_baseline)
        note(args, f"baseline written to {args.write_baseline}")
    _print(audits, these, args)
    return _code(audits, args.fail_on)


def _words(options: Sequence[str]) -> tuple[str, ...]:
    return tuple(word.strip() for option in options for word in option.split(",") if word.strip())


def _graphs(args: argparse.Namespace) -> list[Path]:
    """Return the graph files that --against names: one, or with "known" what ships and the user's own."""
    from sodiokg.graph.store import graph_files

    if args.against is None:
        return []
    return graph_files() if args.against == KNOWN else [Path(args.against)]


def _audited(path: Path, these: Sequence[Rule], args: argparse.Namespace) -> Audit:
    from sodiokg.audit.auditing import audited, audited_graph

    progress(args, f"auditing {path.name}")
    is_graph = path.suffix == ".trig"
    return audited_graph(path, these) if is_graph else audited(read_input(path), these, kind=args.kind or "")


def _answered(found: Audit, path: Path, args: argparse.Namespace) -> Audit:
    """Return an audit without what a person has answered and what a baseline has, and tell of rules that failed."""
    from sodiokg.audit.answers import answered, answers_file, known_before, read_answers

    answers = answers_file(path)
    if answers.is_file():
        found, unused = answered(found, read_answers(answers))
        for remark in unused:
            note(args, f"warning: {remark}")
    if args.baseline is not None:
        found = known_before(found, args.baseline)
    for failure in found.failures:
        tell(f"sodiokg: rule {failure}", args)
    return found


def _print(audits: Sequence[Audit], these: Sequence[Rule], args: argparse.Namespace) -> None:
    from sodiokg.audit.printing import as_json, as_sarif, as_table, as_text

    if args.format == "text":
        emit(as_text(audits), args.output)
    elif args.format == "json":
        emit(as_json(audits), args.output)
    elif args.format == "sarif":
        emit(as_sarif(audits, these), args.output)
    elif args.format == "html":
        from sodiokg.audit.page import as_page

        emit(as_page(audits), args.output)
    else:
        emit_table(as_table(audits), args)


def _code(audits: Sequence[Audit], fail_on: str) -> int:
    heavy = FAIL_ON[: FAIL_ON.index(fail_on) + 1] if fail_on != "never" else ()
    if any(one.severity in heavy for audit in audits for one in audit.findings):
        return _FOUND
    return OntologyError.exit_code if any(audit.failures for audit in audits) else 0
