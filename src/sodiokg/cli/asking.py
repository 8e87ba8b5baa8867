"""The command that asks: `sodiokg query`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sodiokg.cli.limits import within
from sodiokg.cli.output import emit, emit_rendered, emit_table, note, rendered
from sodiokg.errors import QueryError, UsageError

if TYPE_CHECKING:
    import argparse

    from sodiokg.tables import Table

__all__ = ["query"]


def query(args: argparse.Namespace) -> int:
    """List the questions, or ask one, or ask the SPARQL of a file."""
    settings = _settings([*args.settings, *args.param])
    if args.allow_service and args.file is None:
        raise UsageError("--allow-service goes with --file: the questions that ship call no service")
    if args.file is not None:
        if args.name is not None or settings:
            raise UsageError("--file asks the SPARQL in the file; it goes with no question and no parameter")
        _answer_file(args, _read_sparql(args.file))
    elif args.name is None:
        if args.endpoint is not None:
            raise UsageError("--endpoint needs a question or --file", mend="such as: sodiokg query 0 --endpoint URL")
        emit_table(_list_of_questions(names=args.format != "table"), args)
        note(args, "\nask one by number, name or part of its name: sodiokg query 0 substrate=nzsp")
    else:
        _answer_question(args, args.name, settings)
    return 0


def _answer_file(args: argparse.Namespace, sparql: str) -> None:
    from sodiokg.knowledge import KnowledgeGraph

    if args.sparql:
        emit(sparql, args.output)
        return
    with within(args.timeout):
        table = KnowledgeGraph(args.graph, args.endpoint, seconds=args.timeout, services=args.allow_service).run(sparql)
        text = rendered(table, args)
    emit_rendered(text, table, args)


def _answer_question(args: argparse.Namespace, name: str, settings: dict[str, str]) -> None:
    from sodiokg.knowledge import KnowledgeGraph
    from sodiokg.query import find

    if args.sparql:
        emit(find(name).bind(settings), args.output)
        return
    with within(args.timeout):
        table = KnowledgeGraph(args.graph, args.endpoint, seconds=args.timeout).query(name, **settings)
        text = rendered(table, args)
    emit_rendered(text, table, args)
    if not table.rows:
        note(args, "the graph that was asked holds no answer to this")


def _settings(pairs: list[str]) -> dict[str, str]:
    settings: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name.strip():
            raise UsageError(f"a parameter is written name=value, not {pair!r}")
        settings[name.strip()] = value
    return settings


def _read_sparql(path: Path) -> str:
    try:
        data = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise UsageError(f"the query file cannot be read: {error.strerror}", where=str(path)) from error
    except UnicodeDecodeError as error:
        raise QueryError(f"the query is not UTF-8 text: {error.reason} at byte {error.start}", where=str(path)) from error


def _list_of_questions(*, names: bool) -> Table:
    """Return the questions; their names, which say the same in fewer words, are for machines."""
    from sodiokg.query import questions
    from sodiokg.tables import Table

    rows = tuple(
        (
            question.number,
            question.title({}),
            tuple(f"{parameter.name}={parameter.default}" for parameter in question.parameters),
            question.name,
        )
        for question in questions()
    )
    table = Table(("number", "question", "parameters", "name"), rows)
    return table if names else Table(table.columns[:3], tuple(row[:3] for row in rows))
