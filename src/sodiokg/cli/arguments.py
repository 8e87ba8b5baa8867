"""The command line's grammar: commands, options and their help; nothing heavy is imported to read it."""

from __future__ import annotations

import argparse
import math
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sodiokg import __version__
from sodiokg.cli import exporting, ontology
from sodiokg.cli.asking import query
from sodiokg.cli.auditing import FAIL_ON, KINDS, audit
from sodiokg.cli.auditing import FORMATS as AUDIT_FORMATS
from sodiokg.cli.comparing import compare
from sodiokg.cli.completing import SHELLS, completion
from sodiokg.cli.examples import EPILOG, EXAMPLES
from sodiokg.cli.judging import annotate, evaluate
from sodiokg.cli.linking import link
from sodiokg.cli.making import add, build, validate
from sodiokg.cli.output import FORMATS, emit
from sodiokg.cli.reading import extract
from sodiokg.cli.showing import search, show
from sodiokg.cli.transferring import transfer

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

__all__ = ["parser"]

_DESCRIPTION: Final = "Ask what the literature says about making sodium wet."
_TEXT: Final = "a text: .txt, .md, .pdf, .docx, .html, .xml (JATS) or .tex"
_MOST_JOBS: Final = 256


class _Grammar(argparse.ArgumentParser):
    """A parser that says so where its help cannot be printed."""

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        if file is not None and file is sys.stdout:
            emit(message)
        else:
            super()._print_message(message, file)


def parser() -> _Grammar:
    """Return the whole grammar; each command's namespace has `run`, the function that carries it out."""
    top = _Grammar(
        prog="sodiokg",
        description=_DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[_global_options(first=True)],
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"sodiokg {__version__}")
    verbs = top.add_subparsers(title="commands", metavar="COMMAND", dest="command")
    _add_extract(verbs)
    _add_annotate(verbs)
    _add_evaluate(verbs)
    _add_build(verbs)
    _add_add(verbs)
    _add_validate(verbs)
    _add_query(verbs)
    _add_compare(verbs)
    _add_transfer(verbs)
    _add_link(verbs)
    _add_audit(verbs)
    _add_export(verbs)
    _add_ontology(verbs)
    _add_show(verbs)
    _add_search(verbs)
    _add_completion(verbs)
    return top


def _global_options(*, first: bool = False) -> _Grammar:
    """Return --quiet and --debug, which may stand before the command and after it."""
    options = _Grammar(add_help=False)
    default = False if first else argparse.SUPPRESS
    options.add_argument("--quiet", "-q", action="store_true", default=default, help="say nothing on stderr but errors")
    options.add_argument("--debug", action="store_true", default=default, help="show where an error comes from")
    return options


def _output_options(usual: str, result: str, *more: str) -> _Grammar:
    """Return --format and --output as every command has them, with `more` formats; `result` names what goes to FILE."""
    options = _Grammar(add_help=False, parents=[_global_options()])
    options.add_argument("--format", "-f", choices=(*FORMATS, *more), default=usual, help=f"how to print (usually {usual})")
    options.add_argument("--output", "-o", type=Path, metavar="FILE", help=f"write {result} to FILE")
    return options


def _jobs_option() -> _Grammar:
    options = _Grammar(add_help=False)
    told = "read so many texts at a time; usually one for each core"
    options.add_argument("--jobs", "-j", type=_jobs, metavar="N", help=told)
    return options


def _curation_option() -> _Grammar:
    options = _Grammar(add_help=False)
    options.add_argument("--curated", action="store_true", help="apply the curation file beside each text (paper.curation.toml)")
    return options


def _graph_option(help_text: str) -> _Grammar:
    options = _Grammar(add_help=False)
    options.add_argument("--graph", "-g", type=Path, metavar="FILE", help=help_text)
    return options


def _command(verbs: argparse._SubParsersAction[_Grammar], name: str, help_text: str, *parents: _Grammar) -> _Grammar:
    return verbs.add_parser(
        name.rpartition(" ")[2],
        help=help_text,
        description=help_text[0].upper() + help_text[1:] + ".",
        epilog="\n".join(["examples:", *(f"  sodiokg {example}" for example in EXAMPLES[name])]),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=parents,
        allow_abbrev=False,
    )


def _add_extract(verbs: argparse._SubParsersAction[_Grammar]) -> None:
    command = _command(
        verbs,
        "extract",
        "read the numbers, claims and statements of texts",
        _output_options("jsonl", "the records"),
        _curation_option(),
        _jobs_option(),
    )
    command.add_argument("sources", nargs="+", type=Path, metavar="SOURCE", help=f"{_TEXT}; - for stdin")
    command.add_argument("--save-text", type=Path, metavar="FILE", help="write to FILE the text in which the offsets count")
    command.set_defaults(run=extract)


def _add_annotate(verbs: argparse._SubParsersAction[_Grammar]) -> None:
    command = _command(
        verbs,
        "annotate",
        "show a text with all that was read from it, as a page for a browser",
        _global_options(),
        _curation_option(),
    )
    command.add_argument("source", type=Path, metavar="SOURCE", help=f"{_TEXT}; - for stdin")
    command.add_argument("--format", "-f", choices=("html",), default="html", help="how to write (html)")
    command.add_argument("--output", "-o", type=Path, metavar="FILE", help="write the page to FILE")
    command.set_defaults(run=annotate)


def _add_evaluate(verbs: argparse._SubParsersAction[_Grammar]) -> None:
    command = _command(
        verbs, "evaluate", "score the reading of texts against gold", _output_options("table", "the figures"), _curation_option()
    )
    command.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="gold (.jsonl), and the texts or a folder of them")
    command.add_argument("--kind", choices=("measurement", "claim"), help="score only this kind; usually all that the gold has")
    command.add_argument(
        "--section", action="append", default=[], metavar="NAME", help="score only this section; may be repeated"
    )
    command.add_argument("--errors", type=_count, metavar="N", help="show the first N disagreements (usually 20; all in json)")
    command.set_defaults(run=evaluate)


def _add_build(verbs: argparse._SubParsersAction[_Grammar]) -> None:
    command = _command(verbs, "build", "build the graph from its sources", _output_options("table", "the graph"), _jobs_option())
    command.add_argument("sources", nargs="*", type=Path, metavar="SOURCE", help="texts; usually those that ship")
    command.add_argument("--check", action="store_true", help="write nothing; say whether the graph is what the sources give")
    command.set_defaults(run=build)


def _add_add(verbs: argparse._SubParsersAction[_Grammar]) -> None:
    graph = _graph_option("the graph to add to; usually the one in your data folder")
    summary = _output_options("table", "the summary")
    command = _command(verbs, "add", "put texts of your own into your own graph", summary, graph, _jobs_option())
    command.add_argument("sources", nargs="+", type=Path, metavar="SOURCE", help=_TEXT)
    command.add_argument("--replace", action="store_true", help="put a text in place of another one of its name")
    command.set_defaults(run=add)


def _add_validate(verbs: argparse._SubParsersAction[_Grammar]) -> None:
    graph = _graph_option("a graph of your own to validate beside what ships; usually the one in your data folder")
    command = _command(verbs, "validate", "hold the graph to its shapes", _output_options("table", "the findings"), graph)
    command.set_defaults(run=validate)


def _add_query(verbs: argparse._SubParsersAction[_Grammar]) -> None:
    graph = _graph_option("a graph of your own to ask beside what ships; usually the one in your data folder")
    command = _command(verbs, "query", "list the questions, or ask one", _output_options("table", "the answer"), graph)
    command.add_argument("name", nargs="?", metavar="NAME", help="a question's number, name or part of its name; none lists them")
    command.add_argument("settings", nargs="*", metavar="PARAMETER=VALUE", help="parameters of the question")
    command.add_argument("--param", "-p", action="append", default=[], metavar="PARAMETER=VALUE", help="the same as an option")
    command.add_argument("--file", type=Path, metavar="FILE", help="ask the SPARQL in FILE, - for stdin")
    _add_engine(command)
    command.add_argument("--sparql", action="store_true", help="print the question's SPARQL instead of asking it")
    command.set_defaults(run=query)


def _add_engine(command: _Grammar) -> None:
    """Add what says which graph is asked, and for how long."""
    command.add_argument("--endpoint", metavar="URL", help="ask this SPARQL endpoint in place of the embedded graph")
    command.add_argument("--timeout", type=_seconds, default=60.0, metavar="SECONDS", help="give up after so long (usually 60)")


def _add_compare(verbs: argparse._SubParsersAction[_Grammar]) -> None:
    graph = _graph_option("a graph of your own to ask beside what ships; usually the one in your data folder")
    output = _output_options("table", "the table", "latex", "html")
    command = _command(verbs, "compare", "compare studies by quantities, group by group", output, graph)
    command.add_argument("quantities", nargs="*", metavar="QUANTITY", help="such as cycling_time; usually all measured in cells")
    command.add_argument(
        "--by",
        action="append",
        default=[],
        metavar="FACET,...",
        help="what tests of a group agree in (usually battery,cell,electrolyte,temperature)",
    )
    command.add_argument(
        "--on", default="any", metavar="SUBSTRATE", help="only on this material or class: nzsp, base, carbon ..."
    )
    command.add_argument("--plot", type=Path, metavar="FILE", help="draw the tests into FILE, .svg or .png")
    command.add_argument("--x", default="", metavar="QUANTITY", help="what goes across (usually current_density)")
    command.add_argument("--y", default="", metavar="QUANTITY", help="what goes up (usually the first quantity)")
    _add_engine(command)
    command.set_defaults(run=compare)


def _add_transfer(verbs: argparse._SubParsersAction[_Grammar]) -> None:
    graph = _graph_option("a graph of your own to ask beside what ships; usually the one in your data folder")
    output = _output_options("table", "the answer")
    command = _command(verbs, "transfer", "ask which strategies may carry over from one substrate to another", output, graph)
    command.add_argument(
        "--from", dest="shown", default="", metavar="SUBSTRATE", help="where they were shown: base, nzsp, carbon ..."
    )
    command.add_argument("--to", dest="target", default="", metavar="SUBSTRATE", help="where they were not found")
    command.add_argument("--matrix", action="store_true", help="print the strategies of all substrates, or of these two, instead")
    command.add_argument("--plot", type=Path, metavar="FILE", help="draw the matrix into FILE, .svg or .png")
    _add_engine(command)
    command.set_defaults(run=transfer)


def _add_link(verbs: argparse._SubParsersAction[_Grammar]) -> None:
    graph = _graph_option("a graph of your own beside what ships; usually the one in your data folder")
    command = _command(
        verbs, "link", "tell what is linked with databases, or look up references", _output_options("table", "the table"), graph
    )
    command.add_argument("--report", action="store_true", help="which share of each kind is linked with which database (usual)")
    command.add_argument("--unlinked", action="store_true", help="which substances are linked with none, and why")
    command.add_argument("sources", nargs="*", type=Path, metavar="SOURCE", help="texts whose references --to looks up")
    command.add_argument("--to", choices=("crossref",), help="look up in this service; the one that needs the network")
    command.add_argument("--offline", action="store_true", help="ask nothing; use the answers kept of earlier runs")
    command.add_argument("--refresh", action="store_true", help="ask again for what is kept")
    command.add_argument("--service", default="", metavar="URL", help="where the service is, for a copy of it")
    command.add_argument("--timeout", type=_seconds, default=20.0, metavar="SECONDS", help="for each request (usually 20)")
    command.add_argument("--pause", type=_seconds, default=1.0, metavar="SECONDS", help="between two requests (usually 1)")
    command.set_defaults(run=link)


def _add_audit(verbs: argparse._SubParsersAction[_Grammar]) -> None:
    output = _output_options("text", "the findings", *AUDIT_FORMATS)
    command = _command(verbs, "audit", "find what a meticulous reader would object to in a manuscript", output)
    command.add_argument(
        "sources", nargs="*", type=Path, metavar="SOURCE", help=f"{_TEXT}; - for stdin; or a built graph (.trig)"
    )
    command.add_argument(
        "--select", action="append", default=[], metavar="RULE,...", help="only these: codes, their beginnings, families"
    )
    command.add_argument("--ignore", action="append", default=[], metavar="RULE,...", help="not these")
    command.add_argument("--fail-on", choices=FAIL_ON, default="error", help="exit with 10 from this severity on (usually error)")
    command.add_argument("--kind", choices=KINDS, help="what the text is; usually told from whose results it reports")
    command.add_argument("--baseline", type=Path, metavar="FILE", help="leave out what an earlier run found")
    command.add_argument("--write-baseline", type=Path, metavar="FILE", help="write what this run found, for --baseline")
    command.add_argument("--explain", metavar="RULE", help="say why a rule is, and show its query")
    command.add_argument("--rules", action="store_true", help="print the page of all rules")
    command.set_defaults(run=audit)


def _add_export(verbs: argparse._SubParsersAction[_Grammar]) -> None:
    graph = _graph_option("a graph of your own beside what ships; usually the one in your data folder")
    command = _command(verbs, "export", "write the graph in another format", _global_options(), graph)
    command.add_argument(
        "--to",
        "--format",
        "-f",
        dest="to",
        choices=exporting.FORMATS,
        required=True,
        help="the format; csv and ro-crate are ZIP archives",
    )
    command.add_argument("--output", "-o", type=Path, metavar="FILE", help="write to FILE")
    command.set_defaults(run=exporting.export)


def _add_ontology(verbs: argparse._SubParsersAction[_Grammar]) -> None:
    summary = _output_options("table", "the summary")
    command = _command(verbs, "ontology", "say what the ontology holds, or check, compare, export and show it", summary)
    command.set_defaults(run=ontology.overview)
    actions = command.add_subparsers(title="actions", metavar="ACTION", dest="action")
    one = _command(actions, "ontology check", "find what is wrong with an ontology", _output_options("table", "the findings"))
    one.add_argument("file", nargs="?", type=Path, metavar="FILE", help="any OWL file; usually the ontology that ships")
    one.add_argument("--without-reasoner", action="store_true", help="do not ask whether it is consistent")
    one.set_defaults(run=ontology.check)
    one = _command(actions, "ontology diff", "tell what changed between two versions", _output_options("table", "the changes"))
    one.add_argument("old", nargs="?", default="", metavar="OLD", help="a version, file or folder; usually the last version")
    one.add_argument("new", nargs="?", default="", metavar="NEW", help="the same; usually the ontology that ships")
    one.set_defaults(run=ontology.diff)
    one = _command(actions, "ontology export", "write the ontology in another format", _page_options(ontology.FORMATS, "ttl"))
    one.add_argument("--module", choices=("all", "core", "dl"), default="all", help="which part (usually all)")
    one.set_defaults(run=ontology.export)
    one = _command(actions, "ontology reference", "show every term on one page for a browser", _page_options(("html",), "html"))
    one.set_defaults(run=ontology.reference)


def _page_options(formats: tuple[str, ...], usual: str) -> _Grammar:
    options = _Grammar(add_help=False, parents=[_global_options()])
    options.add_argument("--format", "-f", choices=formats, default=usual, help=f"how to write (usually {usual})")
    options.add_argument("--output", "-o", type=Path, metavar="FILE", help="write to FILE")
    return options


def _add_show(verbs: argparse._SubParsersAction[_Grammar]) -> None:
    graph = _graph_option("a graph of your own to ask beside what ships; usually the one in your data folder")
    command = _command(verbs, "show", "show all that is known of a thing", _output_options("table", "the answer"), graph)
    names = "a key, label, formula, abbreviation or DOI of a material, mechanism, effect, strategy, quantity or study, or a reference number"
    command.add_argument("thing", nargs="+", metavar="THING", help=names)
    command.add_argument("--all", action="store_true", help="cut neither lists nor quotes (other formats than table never do)")
    _add_engine(command)
    command.set_defaults(run=show)


def _add_completion(verbs: argparse._SubParsersAction[_Grammar]) -> None:
    command = _command(verbs, "completion", "print a script that completes commands, options and keys", _global_options())
    command.add_argument("shell", choices=SHELLS, metavar="SHELL", help=" or ".join(SHELLS))
    command.add_argument("--format", "-f", choices=("script",), default="script", help="how to write (script)")
    command.add_argument("--output", "-o", type=Path, metavar="FILE", help="write the script to FILE")
    command.set_defaults(run=completion)


def _add_search(verbs: argparse._SubParsersAction[_Grammar]) -> None:
    graph = _graph_option("a graph of your own to ask beside what ships; usually the one in your data folder")
    command = _command(verbs, "search", "find things by words", _output_options("table", "what was found"), graph)
    command.add_argument("words", nargs="+", metavar="WORD", help="all of them have to be found, as beginnings of words")
    command.add_argument(
        "--kind", default="", metavar="KIND", help="only what is a material, mechanism, study, claim, number ..."
    )
    _add_engine(command)
    command.set_defaults(run=search)


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 0 on")
    return int(text)


def _jobs(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= _MOST_JOBS:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 to {_MOST_JOBS}")
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not 0 < seconds <= 86_400:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds between 0 and 86400")
    return seconds
