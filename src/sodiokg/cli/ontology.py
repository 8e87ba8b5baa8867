"""The commands on the ontology itself: `sodiokg ontology check`, `diff`, `export`, `reference`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from sodiokg.cli.output import emit, emit_table, note, progress
from sodiokg.errors import MissingExtraError, OntologyError

if TYPE_CHECKING:
    import argparse

    from sodiokg.ontology.checks import Finding

__all__ = ["FORMATS", "check", "diff", "export", "overview", "reference"]

# Said here again so that the grammar reads no ontology; a test holds the two together.
FORMATS: Final = ("ttl", "rdfxml", "nt", "jsonld")
_VIOLATED: Final = 10


def overview(args: argparse.Namespace) -> int:
    """Print which version of the ontology ships and how many terms of which kind it has."""
    from collections import Counter

    from sodiokg.ontology.files import merged, ontology_files
    from sodiokg.ontology.terms import terms
    from sodiokg.tables import Table

    triples = merged(ontology_files())
    held = terms(triples)
    kinds = Counter(term.kind for term in held.values())
    told = Counter(keyword for term in held.values() for keyword, _ in term.axioms)
    version = min(str(getattr(t.object, "value", "")) for t in triples if t.predicate.value.endswith("#versionInfo"))
    counted = [*kinds.most_common(), *((f"{keyword} axioms", number) for keyword, number in told.most_common())]
    emit_table(Table(("holds", "number"), (("version", version), *counted)), args)
    return 0


def check(args: argparse.Namespace) -> int:
    """Print what is wrong with an ontology file; exit code 10 where something is a violation."""
    from sodiokg.ontology.checks import check_ontology
    from sodiokg.ontology.files import ontology_files
    from sodiokg.tables import Table

    files = [args.file] if args.file else ontology_files()
    progress(args, "checking")
    found = [finding for file in files for finding in check_ontology(file)]
    if not args.without_reasoner:
        progress(args, "asking the reasoner")
        found += _reasoned(args, files[-1])
    progress(args, "")
    names = ("severity", "check", "term", "finding", "place")
    rows = tuple((one.severity, one.check, one.term, one.message, one.place) for one in found)
    emit_table(Table(names, rows), args)
    wrong = sum(one.severity == "violation" for one in found)
    note(args, f"{wrong} violations, {len(found) - wrong} warnings in {', '.join(file.name for file in files)}")
    return _VIOLATED if wrong else 0


def _reasoned(args: argparse.Namespace, file: Path) -> list[Finding]:
    """Return what the reasoner finds in a file with all that it builds on; nothing, and a remark, where it is not installed."""
    from sodiokg.ontology.checks import Finding
    from sodiokg.reason.dl import check as judged

    try:
        verdict = judged([file])
    except MissingExtraError as error:
        note(args, f"consistency was not judged: {error}")
        return []
    except OntologyError as error:
        return [Finding("consistent", "warning", file.name, f"not judged: {error.what}", str(file))]
    if not verdict.consistent:
        return [Finding("consistent", "violation", file.name, verdict.explanation, str(file))]
    return [Finding("satisfiable", "violation", iri, "this class can have no member", str(file)) for iri in verdict.unsatisfiable]


def diff(args: argparse.Namespace) -> int:
    """Print what changed between two versions of the ontology, breaking changes first."""
    from sodiokg.ontology.difference import differences
    from sodiokg.ontology.files import merged, versions
    from sodiokg.ontology.terms import terms
    from sodiokg.tables import Table

    old = args.old or versions()[-1]
    before, after = (terms(merged(_files(name))) for name in (old, args.new))
    found = differences(before, after)
    rows = tuple((one.effect, one.term, one.kind, one.change, one.detail) for one in found)
    emit_table(Table(("effect", "term", "kind", "change", "detail"), rows), args)
    breaking = sum(one.effect == "breaking" for one in found)
    note(args, f"{len(found)} changes from {old} to {args.new or 'what ships'}, {breaking} of them breaking")
    return 0


def _files(name: str) -> list[Path]:
    """Return the files that a name means: a file, a folder of Turtle, a version that ships, or what ships."""
    from sodiokg.ontology.files import ontology_files

    path = Path(name)
    if name and path.is_dir():
        return sorted(path.glob("*.ttl"))
    return [path] if name and path.is_file() else ontology_files(name)


def export(args: argparse.Namespace) -> int:
    """Write the ontology, or one module of it, in another format."""
    from sodiokg.ontology.files import merged, ontology_files, read_ontology, written

    files = ontology_files()
    one = {"core": files[:1], "dl": files[1:]}.get(args.module)
    triples = [triple for file in one for triple in read_ontology(file)] if one else merged(files)
    emit(written(triples, args.format).decode(), args.output)
    return 0


def reference(args: argparse.Namespace) -> int:
    """Write the reference of the ontology as one page for a browser."""
    from sodiokg.ontology.reference import reference_page

    emit(reference_page(), args.output)
    if args.output is not None:
        note(args, f"written to {args.output}; open it in a browser")
    return 0
