"""The command line: ``sodiokg COMMAND``, one of the two outermost frames."""

from __future__ import annotations

import io
import sys
import traceback
from collections.abc import Sequence

from sodiokg.cli.output import discard_output
from sodiokg.errors import BugError, SodiokgError

__all__ = ["main"]

_INTERRUPTED = 130
_NO_READER = 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code, as `sodiokg --help` lists them."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        return _run(arguments)
    except SodiokgError as error:
        return _fail(f"sodiokg: error: {error}", error.exit_code, arguments)
    except KeyboardInterrupt:
        return _fail("sodiokg: interrupted", _INTERRUPTED, arguments)
    except BrokenPipeError:
        discard_output()
        return _NO_READER
    except Exception as error:
        return _fail(f"sodiokg: {BugError.of(error)}", BugError.exit_code, arguments)


def _run(arguments: list[str]) -> int:
    from sodiokg.cli.arguments import parser
    from sodiokg.cli.inputs import refuse_overwriting

    grammar = parser()
    args, rest = grammar.parse_known_args(arguments)
    # argparse takes no further NAME=VALUE once an option stood between them.
    if getattr(args, "settings", None) is not None and all("=" in word and not word.startswith("-") for word in rest):
        args.settings += rest
    elif rest:
        grammar.error(f"unrecognized arguments: {' '.join(rest)}")
    if args.command is None:
        grammar.print_help()
        return 0
    refuse_overwriting(args)
    code: int = args.run(args)
    return code


def _fail(message: str, code: int, arguments: Sequence[str]) -> int:
    if sys.stderr is None:
        return code
    if "--debug" in arguments:
        traceback.print_exc()
    print(message, file=sys.stderr)  # noqa: T201  # errors are talk
    return code
