"""The command line's grammar: commands, options and their help; nothing heavy is imported to read it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from sodiokg import __version__
from sodiokg.cli import exporting, ontology
from sodiokg.cli.asking import query
from sodiokg.cli.auditing import FAIL_ON, KINDS, audit
from sodiokg.cli.auditing import FORMATS as AUDIT_FORMATS
from sodiokg.cli.comparing import compare
from sodiokg.cli.completing import SHELLS, completion
from sodiokg.cli.examples import EPILOG
from sodiokg.cli.explaining import FORMS, reason, why, why_not
from sodiokg.cli.grammar import (
    Grammar,
    add_engine,
    command_of,
    count,
    curation_option,
    global_options,
    graph_option,
    jobs_option,
    output_options,
    page_options,
    seconds,
)
from sodiokg.cli.judging import annotate, evaluate
from sodiokg.cli.linking import link
from sodiokg.cli.lookups import SERVICES, parted, services
from sodiokg.cli.making import add, build, validate
from sodiokg.cli.reading import extract
from sodiokg.cli.showing import search, show
from sodiokg.cli.transferring import transfer

__all__ = ["parser"]

_DESCRIPTION: Final = "Ask what the literature says about making sodium wet."
_BESIDE: Final = "a graph of your own to ask beside what ships; usually the one in your data folder"
_TEXT: Final = "a text: .txt, .md, .pdf, .docx, .html, .xml (JATS) or .tex"


def parser() -> Grammar:
    """Return the whole grammar; each command's namespace has `run`, the function that carries it out."""
    top = Grammar(
        prog="sodiokg",
        description=_DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[global_options(first=True)],
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
    _add_why(verbs)
    _add_why_not(verbs)
    _add_reason(verbs)
    _add_ontology(verbs)
    _add_show(verbs)
    _add_search(verbs)
    _add_completion(verbs)
    return top


def _add_extract(verbs: argparse._SubParsersAction[Grammar]) -> None:
    command = command_of(
        verbs,
        "extract",
        "read the numbers, claims and statements of texts",
        output_options("jsonl", "the records"),
        curation_option(),
        jobs_option(),
    )
    command.add_argument("sources", nargs="+", type=Path, metavar="SOURCE", help=f"{_TEXT}; - for stdin")
    command.add_argument("--save-text", type=Path, metavar="FILE", help="write to FILE the text in which the offsets count")
    command.set_defaults(run=extract)


def _add_annotate(verbs: argparse._SubParsersAction[Grammar]) -> None:
    command = command_of(
        verbs,
        "annotate",
        "show a text with all that was read from it, as a page for a browser",
        global_options(),
        curation_option(),
    )
    command.add_argument("source", type=Path, metavar="SOURCE", help=f"{_TEXT}; - for stdin")
    command.add_argument("--format", "-f", choices=("html",), default="html", help="how to write (html)")
    command.add_argument("--output", "-o", type=Path, metavar="FILE", help="write the page to FILE")
    command.set_defaults(run=annotate)


def _add_evaluate(verbs: argparse._SubParsersAction[Grammar]) -> None:
    command = command_of(
        verbs, "evaluate", "score the reading of texts against gold", output_options("table", "the figures"), curation_option()
    )
    command.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="gold (.jsonl), and the texts or a folder of them")
    command.add_argument("--kind", choices=("measurement", "claim"), help="score only this kind; usually all that the gold has")
    command.add_argument(
        "--section", action="append", default=[], metavar="NAME", help="score only this section; may be repeated"
    )
    command.add_argument("--errors", type=count, metavar="N", help="show the first N disagreements (usually 20; all in json)")
    command.set_defaults(run=evaluate)


def _add_build(verbs: argparse._SubParsersAction[Grammar]) -> None:
    command = command_of(verbs, "build", "build the graph from its sources", output_options("table", "the graph"), jobs_option())
    command.add_argument("sources", nargs="*", type=Path, metavar="SOURCE", help="texts; usually those that ship")
    command.add_argument("--check", action="store_true", help="write nothing; say whether the graph is what the sources give")
    command.set_defaults(run=build)


def _add_add(verbs: argparse._SubParsersAction[Grammar]) -> None:
    graph = graph_option("the graph to add to; usually the one in your data folder")
    summary = output_options("table", "the summary")
    command = command_of(verbs, "add", "put texts of your own into your own graph", summary, graph, jobs_option())
    command.add_argument("sources", nargs="+", type=Path, metavar="SOURCE", help=_TEXT)
    command.add_argument("--replace", action="store_true", help="put a text in place of another one of its name")
    command.set_defaults(run=add)


def _add_validate(verbs: argparse._SubParsersAction[Grammar]) -> None:
    graph = graph_option("a graph of your own to validate beside what ships; usually the one in your data folder")
    command = command_of(verbs, "validate", "hold the graph to its shapes", output_options("table", "the findings"), graph)
    command.set_defaults(run=validate)


def _add_query(verbs: argparse._SubParsersAction[Grammar]) -> None:
    graph = graph_option(_BESIDE)
    command = command_of(verbs, "query", "list the questions, or ask one", output_options("table", "the answer"), graph)
    command.add_argument("name", nargs="?", metavar="NAME", help="a question's number, name or part of its name; none lists them")
    command.add_argument("settings", nargs="*", metavar="PARAMETER=VALUE", help="parameters of the question")
    command.add_argument("--param", "-p", action="append", default=[], metavar="PARAMETER=VALUE", help="the same as an option")
    command.add_argument("--file", type=Path, metavar="FILE", help="ask the SPARQL in FILE, - for stdin")
    allowed = "let SPARQL of --file call SERVICE <URL>, this one and no other; may be repeated"
    command.add_argument("--allow-service", action="append", default=[], metavar="URL", help=allowed)
    add_engine(command)
    command.add_argument("--sparql", action="store_true", help="print the question's SPARQL instead of asking it")
    command.set_defaults(run=query)


def _add_compare(verbs: argparse._SubParsersAction[Grammar]) -> None:
    graph = graph_option(_BESIDE)
    output = output_options("table", "the table", "latex", "html")
    command = command_of(verbs, "compare", "compare studies by quantities, group by group", output, graph)
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
    add_engine(command)
    command.set_defaults(run=compare)


def _add_transfer(verbs: argparse._SubParsersAction[Grammar]) -> None:
    graph = graph_option(_BESIDE)
    output = output_options("table", "the answer")
    command = command_of(verbs, "transfer", "ask which strategies may carry over from one substrate to another", output, graph)
    command.add_argument(
        "--from", dest="shown", default="", metavar="SUBSTRATE", help="where they were shown: base, nzsp, carbon ..."
    )
    command.add_argument("--to", dest="target", default="", metavar="SUBSTRATE", help="where they were not found")
    command.add_argument("--matrix", action="store_true", help="print the strategies of all substrates, or of these two, instead")
    command.add_argument("--plot", type=Path, metavar="FILE", help="draw the matrix into FILE, .svg or .png")
    add_engine(command)
    command.set_defaults(run=transfer)


def _add_link(verbs: argparse._SubParsersAction[Grammar]) -> None:
    graph = graph_option("a graph of your own beside what ships; usually the one in your data folder")
    command = command_of(
        verbs,
        "link",
        "tell what is linked with databases, or look things up in them",
        output_options("table", "the table"),
        graph,
    )
    command.add_argument("--report", action="store_true", help="which share of each kind is linked with which database (usual)")
    command.add_argument("--unlinked", action="store_true", help="which substances are linked with none, and why")
    known = "which phases are known of each system of sodium with a metal, and whether those that texts claim exist"
    command.add_argument("--phases", action="store_true", help=known)
    command.add_argument("sources", nargs="*", type=Path, metavar="SOURCE", help="texts whose references --to looks up")
    known = f"look up in these services, parted by commas: {', '.join(SERVICES)}; needs the network"
    command.add_argument("--to", type=services, default=[], metavar="SERVICE,...", help=known)
    named = "only this substance, by key, label or formula; all for every one; usually those that texts name"
    command.add_argument("--substance", action="append", default=[], metavar="SUBSTANCE", help=named)
    told = "only the databases of these OPTIMADE providers, such as mp,cod; usually of all"
    command.add_argument("--provider", type=parted, default=[], metavar="PROVIDER,...", help=told)
    command.add_argument("--summary", action="store_true", help="count what came of it, service by service")
    proposed = "print the DOIs that were accepted as rows of aliases.tsv, to be reviewed"
    command.add_argument("--propose", action="store_true", help=proposed)
    command.add_argument("--offline", action="store_true", help="ask nothing; use the answers kept of earlier runs")
    command.add_argument("--refresh", action="store_true", help="ask again for what is kept")
    where = "ask a service there, for a copy of it; also $SODIOKG_PUBCHEM_URL and its like; of optimade, several"
    command.add_argument("--endpoint", action="append", default=[], metavar="SERVICE=URL", help=where)
    command.add_argument("--timeout", type=seconds, default=20.0, metavar="SECONDS", help="for each request (usually 20)")
    command.add_argument("--pause", type=seconds, metavar="SECONDS", help="between two requests (usually 0.25 to 1, by service)")
    command.set_defaults(run=link)


def _add_audit(verbs: argparse._SubParsersAction[Grammar]) -> None:
    output = output_options("text", "the findings", *AUDIT_FORMATS)
    command = command_of(verbs, "audit", "find what a meticulous reader would object to in a manuscript", output)
    command.add_argument(
        "sources", nargs="*", type=Path, metavar="SOURCE", help=f"{_TEXT}; - for stdin; or a built graph (.trig)"
    )
    command.add_argument(
        "--select", action="append", default=[], metavar="RULE,...", help="only these: codes, their beginnings, families"
    )
    command.add_argument("--ignore", action="append", default=[], metavar="RULE,...", help="not these")
    command.add_argument("--fail-on", choices=FAIL_ON, default="error", help="exit with 10 from this severity on (usually error)")
    command.add_argument("--kind", choices=KINDS, help="what the text is; usually told from whose results it reports")
    command.add_argument(
        "--against", metavar="GRAPH", help="tell how it stands to other studies: a .trig file, or known (what ships and your own)"
    )
    command.add_argument("--baseline", type=Path, metavar="FILE", help="leave out what an earlier run found")
    command.add_argument("--write-baseline", type=Path, metavar="FILE", help="write what this run found, for --baseline")
    command.add_argument(
        "--rule", action="append", default=[], type=Path, metavar="FILE", help="a rule of your own besides, or a folder of them"
    )
    command.add_argument("--explain", metavar="RULE", help="say why a rule is, and show its query")
    command.add_argument("--rules", action="store_true", help="print the page of all rules")
    command.set_defaults(run=audit)


def _add_export(verbs: argparse._SubParsersAction[Grammar]) -> None:
    graph = graph_option("a graph of your own beside what ships; usually the one in your data folder")
    command = command_of(verbs, "export", "write the graph in another format", global_options(), graph)
    command.add_argument(
        "--to",
        "--format",
        "-f",
        dest="to",
        choices=exporting.FORMATS,
        required=True,
        help="the format; csv and ro-crate are ZIP archives, rdfxml is of the ontology alone",
    )
    command.add_argument("--output", "-o", type=Path, metavar="FILE", help="write to FILE")
    command.add_argument("--date", default="", metavar="DATE", help="the day on which an RO-Crate is published (usually today)")
    command.set_defaults(run=exporting.export)


def _add_why(verbs: argparse._SubParsersAction[Grammar]) -> None:
    graph = graph_option(_BESIDE)
    command = command_of(
        verbs, "why", "prove a statement down to axioms and quoted sentences", page_options(FORMS, "text"), graph
    )
    _add_subject(command)
    command.add_argument("--mechanism", default="", metavar="MECHANISM", help="only this mechanism or class, such as alloying")
    command.add_argument(
        "--property", default="", metavar="NAME", help="why this property leads to what it does: hasParticipant ..."
    )
    command.add_argument("--most", type=count, default=10, metavar="N", help="show so many proofs of one statement (usually 10)")
    command.set_defaults(run=why)


def _add_why_not(verbs: argparse._SubParsersAction[Grammar]) -> None:
    graph = graph_option(_BESIDE)
    command = command_of(
        verbs, "why-not", "name what is missing before a mechanism would follow", page_options(FORMS, "text"), graph
    )
    _add_subject(command)
    command.add_argument("--mechanism", required=True, metavar="MECHANISM", help="the mechanism or class, such as alloying")
    command.add_argument("--most", type=count, default=3, metavar="N", help="show so many ways to get there (usually 3)")
    command.set_defaults(run=why_not)


def _add_subject(command: Grammar) -> None:
    command.add_argument("subject", metavar="SUBJECT", help="a reference (29), a study, a substance, a record's key or an IRI")
    command.add_argument("--on", default="", metavar="SUBSTRATE", help="only on this material or class: nzsp, base, carbon ...")


def _add_reason(verbs: argparse._SubParsersAction[Grammar]) -> None:
    summary = output_options("table", "the summary")
    command = command_of(verbs, "reason", "find what follows, and what cannot be true", summary, graph_option(_BESIDE))
    command.add_argument("--save", type=Path, metavar="FILE", help="write what follows to FILE, as TriG")
    command.add_argument("--ontology", type=Path, action="append", metavar="FILE", help="reason with this Turtle file instead")
    command.add_argument("--most", type=count, metavar="N", help="stop where more statements follow (usually 30,000,000)")
    command.add_argument("--hermit", action="store_true", help="ask HermiT whether the ontology is consistent too")
    command.set_defaults(run=reason)


def _add_ontology(verbs: argparse._SubParsersAction[Grammar]) -> None:
    summary = output_options("table", "the summary")
    command = command_of(verbs, "ontology", "say what the ontology holds, or check, compare, export and show it", summary)
    command.set_defaults(run=ontology.overview)
    actions = command.add_subparsers(title="actions", metavar="ACTION", dest="action")
    one = command_of(actions, "ontology check", "find what is wrong with an ontology", output_options("table", "the findings"))
    one.add_argument("file", nargs="?", type=Path, metavar="FILE", help="any OWL file; usually the ontology that ships")
    one.add_argument("--without-reasoner", action="store_true", help="do not ask whether it is consistent")
    one.set_defaults(run=ontology.check)
    one = command_of(actions, "ontology diff", "tell what changed between two versions", output_options("table", "the changes"))
    one.add_argument("old", nargs="?", default="", metavar="OLD", help="a version, file or folder; usually the last version")
    one.add_argument("new", nargs="?", default="", metavar="NEW", help="the same; usually the ontology that ships")
    one.set_defaults(run=ontology.diff)
    one = command_of(actions, "ontology export", "write the ontology in another format", page_options(ontology.FORMATS, "ttl"))
    one.add_argument("--module", choices=("all", "core", "dl"), default="all", help="which part (usually all)")
    one.set_defaults(run=ontology.export)
    one = command_of(actions, "ontology reference", "show every term on one page for a browser", page_options(("html",), "html"))
    one.set_defaults(run=ontology.reference)


def _add_show(verbs: argparse._SubParsersAction[Grammar]) -> None:
    graph = graph_option(_BESIDE)
    command = command_of(verbs, "show", "show all that is known of a thing", output_options("table", "the answer"), graph)
    names = "a key, label, formula, abbreviation or DOI of a material, mechanism, effect, strategy, quantity or study, or a reference number"
    command.add_argument("thing", nargs="+", metavar="THING", help=names)
    command.add_argument("--all", action="store_true", help="cut neither lists nor quotes (other formats than table never do)")
    add_engine(command)
    command.set_defaults(run=show)


def _add_completion(verbs: argparse._SubParsersAction[Grammar]) -> None:
    command = command_of(verbs, "completion", "print a script that completes commands, options and keys", global_options())
    command.add_argument("shell", choices=SHELLS, metavar="SHELL", help=" or ".join(SHELLS))
    command.add_argument("--format", "-f", choices=("script",), default="script", help="how to write (script)")
    command.add_argument("--output", "-o", type=Path, metavar="FILE", help="write the script to FILE")
    command.set_defaults(run=completion)


def _add_search(verbs: argparse._SubParsersAction[Grammar]) -> None:
    graph = graph_option(_BESIDE)
    command = command_of(verbs, "search", "find things by words", output_options("table", "what was found"), graph)
    command.add_argument("words", nargs="+", metavar="WORD", help="all of them have to be found, as beginnings of words")
    command.add_argument(
        "--kind", default="", metavar="KIND", help="only what is a material, mechanism, study, claim, number ..."
    )
    add_engine(command)
    command.set_defaults(run=search)
