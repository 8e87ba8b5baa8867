"""The command that reads texts: `sodiokg extract`."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sodiokg.cli.curating import as_asked
from sodiokg.cli.inputs import poor_yield, read_input
from sodiokg.cli.output import bar, emit, note, progress, tell
from sodiokg.errors import BugError, SodiokgError, UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["extract"]


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a text gave: its records as they are printed, and what to say of it, or why it could not be read."""

    printed: str = ""
    remarks: tuple[str, ...] = ()
    error: SodiokgError | None = None


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one text as the options ask, in whichever process; where there are `several` a text that cannot be read is no end."""

    form: str
    several: bool
    curate: bool
    debug: bool
    to_file: bool
    save_text: Path | None = None

    def __call__(self, path: Path) -> _Reading:
        if not self.several or self.debug:
            return self._read(path)
        try:
            return self._read(path)
        except SodiokgError as error:
            return _Reading(error=error)
        except Exception as fault:  # outermost frame of the process: a bug that one text shows is not to cost the others
            return _Reading(error=BugError.of(fault, str(path)))

    def _read(self, path: Path) -> _Reading:
        from sodiokg.cli.records import printed
        from sodiokg.extract.records import extract as records_of

        source = read_input(path)
        if self.save_text is not None:
            emit(source.text, self.save_text)
        records, warnings = as_asked(records_of(source), curate=self.curate)
        title = source.name if self.several else ""
        return _Reading(printed(records, self.form, title, to_file=self.to_file), (*warnings, *poor_yield(records)))


def extract(args: argparse.Namespace) -> int:
    """Print the records of texts in their order, each as soon as it is read; one that cannot be read is told and costs no other.

    Returns the exit code of the first that could not be read; raises an error where none could.
    """
    if args.save_text is not None and len(args.sources) > 1:
        raise UsageError("--save-text takes the text of one source", mend="run extract once for each source")
    for name, number in Counter(path.stem for path in args.sources).items():
        if number > 1:
            note(args, f"{number} texts are called {name}; their records bear one name")
    failures: list[SodiokgError] = []
    emit(_printed(args, failures), args.output)
    if failures:
        note(args, f"{len(failures)} of {len(args.sources)} texts could not be read")
    return failures[0].exit_code if failures else 0


def _printed(args: argparse.Namespace, failures: list[SodiokgError]) -> Iterator[str]:
    """Yield what is printed of all texts, piece by piece, and gather the failures."""
    from sodiokg.cli.records import surrounding

    between, joint, end = surrounding(args.format)
    opened = False
    for reading in _readings(args):
        for remark in reading.remarks:
            note(args, remark)
        if reading.error is not None:
            failures.append(reading.error)
            tell(f"sodiokg: error: {reading.error}", args)
        elif reading.printed:
            yield between + reading.printed
            between, opened = joint, True
    if failures and len(failures) == len(args.sources):
        raise type(failures[0])(f"none of the {len(failures)} texts could be read")
    yield end if opened else between + end


def _readings(args: argparse.Namespace) -> Iterator[_Reading]:
    """Yield the reading of each text in order, and show how far the work is."""
    from sodiokg.extract.lexicon import load_lexicon
    from sodiokg.pool import cores, in_order

    number = len(args.sources)
    # A pipe can be read in this process alone.
    jobs = 1 if any(str(path) == "-" for path in args.sources) else min(args.jobs or cores(), number)
    load_lexicon()  # once for all processes; a damaged one is told before any text
    reader = _Reader(args.format, number > 1, args.curated, args.debug, args.output is not None, args.save_text)
    begun = time.monotonic()
    progress(args, bar(0, number, 0) if number > 1 else f"reading {args.sources[0].name}")
    for done, reading in enumerate(in_order(reader, args.sources, jobs), 1):
        progress(args, "")
        yield reading
        if done < number:
            progress(args, bar(done, number, time.monotonic() - begun))
