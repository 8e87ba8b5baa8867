"""What the grammar of every command is made of: its parser, the options that several share, and the values that options take."""

from __future__ import annotations

import argparse
import math
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sodiokg.cli.examples import EXAMPLES
from sodiokg.cli.output import FORMATS, emit

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

__all__ = [
    "Grammar",
    "add_engine",
    "command_of",
    "count",
    "curation_option",
    "global_options",
    "graph_option",
    "jobs_option",
    "output_options",
    "page_options",
    "seconds",
]

_MOST_JOBS: Final = 256


class Grammar(argparse.ArgumentParser):
    """A parser that says so where its help cannot be printed."""

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        if file is not None and file is sys.stdout:
            emit(message)
        else:
            super()._print_message(message, file)


def global_options(*, first: bool = False) -> Grammar:
    """Return --quiet and --debug, which may stand before the command and after it."""
    options = Grammar(add_help=False)
    default = False if first else argparse.SUPPRESS
    options.add_argument("--quiet", "-q", action="store_true", default=default, help="say nothing on stderr but errors")
    options.add_argument("--debug", action="store_true", default=default, help="show where an error comes from")
    return options


def output_options(usual: str, result: str, *more: str) -> Grammar:
    """Return --format and --output as every command has them, with `more` formats; `result` names what goes to FILE."""
    options = Grammar(add_help=False, parents=[global_options()])
    options.add_argument("--format", "-f", choices=(*FORMATS, *more), default=usual, help=f"how to print (usually {usual})")
    options.add_argument("--output", "-o", type=Path, metavar="FILE", help=f"write {result} to FILE")
    return options


def page_options(formats: tuple[str, ...], usual: str) -> Grammar:
    """Return --format and --output of a command that writes in formats of its own."""
    options = Grammar(add_help=False, parents=[global_options()])
    options.add_argument("--format", "-f", choices=formats, default=usual, help=f"how to write (usually {usual})")
    options.add_argument("--output", "-o", type=Path, metavar="FILE", help="write to FILE")
    return options


def jobs_option() -> Grammar:
    """Return --jobs."""
    options = Grammar(add_help=False)
    told = "read so many texts at a time; usually one for each core"
    options.add_argument("--jobs", "-j", type=_jobs, metavar="N", help=told)
    return options


def curation_option() -> Grammar:
    """Return --curated."""
    options = Grammar(add_help=False)
    options.add_argument("--curated", action="store_true", help="apply the curation file beside each text (paper.curation.toml)")
    return options


def graph_option(help_text: str) -> Grammar:
    """Return --graph."""
    options = Grammar(add_help=False)
    options.add_argument("--graph", "-g", type=Path, metavar="FILE", help=help_text)
    return options


def command_of(verbs: argparse._SubParsersAction[Grammar], name: str, help_text: str, *parents: Grammar) -> Grammar:
    """Return the grammar of a command, with its examples below its help."""
    return verbs.add_parser(
        name.rpartition(" ")[2],
        help=help_text,
        description=help_text[0].upper() + help_text[1:] + ".",
        epilog="\n".join(["examples:", *(f"  sodiokg {example}" for example in EXAMPLES[name])]),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=parents,
        allow_abbrev=False,
    )


def add_engine(command: Grammar) -> None:
    """Add what says which graph is asked, and for how long."""
    command.add_argument("--endpoint", metavar="URL", help="ask this SPARQL endpoint in place of the embedded graph")
    command.add_argument("--timeout", type=seconds, default=60.0, metavar="SECONDS", help="give up after so long (usually 60)")


def count(text: str) -> int:
    """Return a whole number from 0 on; argparse tells of any other value."""
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 0 on")
    return int(text)


def _jobs(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= _MOST_JOBS:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 to {_MOST_JOBS}")
    return int(text)


def seconds(text: str) -> float:
    """Return a number of seconds above 0, at most a day; argparse tells of any other value."""
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not 0 < number <= 86_400:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds between 0 and 86400")
    return number
