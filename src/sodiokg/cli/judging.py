"""The commands that judge a reading: `sodiokg evaluate` against gold, `sodiokg annotate` by eye."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from sodiokg.cli.curating import as_asked
from sodiokg.cli.inputs import poor_yield, read_input
from sodiokg.cli.output import emit, emit_table, note, progress
from sodiokg.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

__all__ = ["annotate", "evaluate"]

_FILE_WIDTH: Final = 100


def annotate(args: argparse.Namespace) -> int:
    """Write the page on which a person judges the reading of a text."""
    from sodiokg.annotation import annotated
    from sodiokg.extract.records import extract

    progress(args, f"reading {args.source.name}")
    records, warnings = as_asked(extract(read_input(args.source)), curate=args.curated)
    page = annotated(records)
    progress(args, "")
    for remark in (*warnings, *poor_yield(records)):
        note(args, remark)
    emit(page, args.output)
    if args.output is not None:
        note(args, f"written to {args.output}; open it in a browser")
    return 0


def evaluate(args: argparse.Namespace) -> int:
    """Print how well the reading of texts agrees with gold, and where it does not."""
    from sodiokg.evaluation import as_object, as_table, as_text
    from sodiokg.evaluation import evaluate as evaluation_of

    gold, sources = _gold_and_sources(args.paths)
    progress(args, "reading the sources")
    result = evaluation_of(gold, sources, args.kind, sections=args.section, curated=args.curated)
    progress(args, "")
    if not result.scores:
        raise UsageError(f"the gold holds no {args.kind or 'record'}", where=", ".join(map(str, gold)))
    for remark in result.remarks:
        note(args, remark)
    if args.format == "table":
        emit(as_text(result, args.errors, _FILE_WIDTH if args.output else None), args.output)
    elif args.format == "json":
        emit(json.dumps(as_object(result, args.errors), ensure_ascii=False, indent=2) + "\n", args.output)
    else:
        emit_table(as_table(result), args)
    return 0


def _gold_and_sources(paths: list[Path]) -> tuple[list[Path], list[Path]]:
    gold = [path for path in paths if path.suffix.lower() == ".jsonl"]
    sources = [path for path in paths if path not in gold]
    if not gold or not sources:
        missing = "no source was given" if gold else "no gold was given; its files end in .jsonl"
        raise UsageError(missing, mend="such as: sodiokg evaluate gold.jsonl paper.md")
    return gold, sources
