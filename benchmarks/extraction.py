"""Measure how fast text is read: each stage, growth with length, and quantulum3 on the same text, all in processor time.

Run ``.venv/bin/python benchmarks/extraction.py [TEXT]``; without TEXT the digest that ships is read, and what is found in it is counted too.
With ``GOLD.jsonl SOURCE ...`` instead, both readers are scored and timed on the sources; ``passages`` stands for passages 1-31 of the tests.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any
from unittest.mock import patch

from measuring import DIGEST, Stopwatch, kilobytes, machine, seconds, show
from peer import Read, count_found, from_peer, from_records, load_parser, wanted
from scoring import against, passages, show_scores
from sodiokg.errors import MissingExtraError, SodiokgError
from sodiokg.extract import records
from sodiokg.extract.records import extract
from sodiokg.model import Document, Source
from sodiokg.text import read_document, read_source

__all__ = ["main"]

REPEATS = 5
SIZES = (10, 50, 200, 1000, 2000, 5000)  # kB
WHOLE = "whole text"
PROSE = "without reference list"
# The functions that `extract` calls in turn.
STAGES = ("read_document", "find", "read_frames", "read_settings", "read_numbers", "read_claims", "read_statements")


def stage_times(source: Source) -> dict[str, float]:
    """Run `extract` with a clock on each of its stages and return their seconds, and what is left of the whole as "rest"."""
    watch = Stopwatch(clock=process_time)
    clocked: dict[str, Any] = {name: partial(watch.time, name, getattr(records, name)) for name in STAGES}
    with patch.multiple(records, **clocked):
        start = process_time()
        records.extract(source)
        whole = process_time() - start
    return {**watch.laps, "rest": whole - sum(watch.laps.values())}


def show_stages(source: Source) -> None:
    """Print the time of each stage, and of `extract` as a whole."""
    runs = [stage_times(source) for _ in range(REPEATS)]
    stages = {name: median(run[name] for run in runs) for name in runs[0]}
    tens = kilobytes(source.text) / 10
    total = sum(stages.values())
    rows = [(name, f"{1000 * lap / tens:.1f}", f"{lap / total:.0%}") for name, lap in stages.items()]
    rows.append(("all", f"{1000 * total / tens:.1f}", "100%"))
    show(f"Stages, {10 * tens:.0f} kB, median of {REPEATS}", ("stage", "ms per 10 kB", "share"), rows)


def show_growth(source: Source) -> None:
    """Print time and memory of growing lengths: the text's beginning, or the text over and over, each in a process of its own."""
    rows: list[tuple[float, float, float]] = []
    for size in SIZES:
        with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
            rows.append(pool.submit(taken, of_size(source, size)).result())
    first = rows[0][2]
    whole = next(time for size, time, _ in rows if size >= kilobytes(source.text))
    table = [
        (
            f"{size:,.0f}",
            f"{1000 * time:.1f}",
            f"{time / whole:.2f}",
            f"{peak:.0f}",
            f"{(peak - first) / size * 1000:.0f}" if peak > first else "",
        )
        for size, time, peak in rows
    ]
    header = ("kB", "ms per 10 kB", "to the whole text", "MB at most", "bytes more per byte of text")
    show("Growth with length, best of 3 up to 1 MB", header, table)


def of_size(source: Source, size: int) -> Source:
    """Return a source of about so many kB."""
    copies = size / kilobytes(source.text)
    text = source.text[: round(copies * len(source.text))] if copies < 1 else source.text * round(copies)
    return replace(source, text=text)


def taken(source: Source) -> tuple[float, float, float]:
    """Return kB, seconds per 10 kB and the most memory that this process held, in MB."""
    extract(replace(source, text=source.text[:5000]))  # start-up
    size = kilobytes(source.text)
    times = []
    for _ in range(3 if size < 1500 else 1):
        start = process_time()
        extract(source)
        times.append(process_time() - start)
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return size, min(times) / (size / 10), held / (1e6 if sys.platform == "darwin" else 1e3)


def without_list(document: Document) -> Source:
    """Return the source up to its reference list."""
    listed = next((section.start for section in document.sections if section.number == "references"), None)
    end = len(document.source.text) if listed is None else document.plain.to_source(listed, listed + 1)[0]
    return replace(document.source, text=document.source.text[:end])


def peer_texts(whole: Document, prose: Document) -> dict[str, list[str]]:
    """Return the forms in which the peer gets a text, from the one as it is to the one that is easiest on it."""
    return {
        f"quantulum3, as it is, {WHOLE}": [whole.source.text],
        f"quantulum3, plain, {WHOLE}": [whole.plain.text],
        f"quantulum3, plain, {PROSE}": [prose.plain.text],
        f"quantulum3, plain, {PROSE}, by paragraph": prose.plain.text.split("\n\n"),
    }


def show_peer(source: Source) -> None:
    """Print speed against quantulum3, each row on the same stretch of text as ours, and, for the digest, what either finds.

    Raises MissingExtraError where quantulum3 is not installed.
    """
    parser = load_parser()
    read = extract(source)
    prose = without_list(read.document)
    ours = {
        name: _per_ten(part, seconds(partial(extract, part), REPEATS, process_time))
        for name, part in ((WHOLE, source), (PROSE, prose))
    }
    rows = [(f"sodiokg, all stages, {name}", f"{each:.0f}", "1") for name, each in ours.items()]
    found = {"sodiokg": from_records(read.measurements)}
    for name, pieces in peer_texts(read.document, read_document(prose)).items():
        start = process_time()
        quantities = [quantity for piece in pieces for quantity in parser.parse(piece)]
        taken = process_time() - start
        stretch = prose if PROSE in name else source
        theirs = _per_ten(stretch, taken)
        rows.append((name, f"{theirs:.0f}", f"{theirs / ours[PROSE if stretch is prose else WHOLE]:.0f}"))
        found[name] = from_peer(quantities)
    header = ("reader", "ms per 10 kB", "times ours")
    show(f"Speed against quantulum3 (ours the median of {REPEATS}, its one run)", header, rows)
    if Path(source.path).resolve() == DIGEST:
        show_found(found)


def _per_ten(source: Source, taken: float) -> float:
    """Return milliseconds per 10 kB of the source."""
    return 10_000 * taken / kilobytes(source.text)


def show_found(found: Mapping[str, Sequence[Read]]) -> None:
    """Print recall and number of emitted quantities."""
    rows = wanted()
    header = ("reader", "value and unit", "value, any unit", "emitted", "of these with a unit")
    table = [
        (
            name,
            f"{count_found(rows, emitted)} of {len(rows)}",
            f"{count_found(rows, emitted, any_unit=True)} of {len(rows)}",
            len(emitted),
            sum(read.unit != "1" for read in emitted),
        )
        for name, emitted in found.items()
    ]
    show("Quantities of the digest", header, table)


def main(arguments: Sequence[str]) -> int:
    """Print all tables, or the scores alone, and return the exit code."""
    try:
        if arguments and (arguments[0] == "passages" or arguments[0].endswith(".jsonl")):
            print(machine())
            show_scores(*(passages() if arguments[0] == "passages" else against(arguments)))
            return 0
        source = read_source(arguments[0] if arguments else DIGEST)
        extract(source)  # start-up: lexicon and patterns are read once
        print(machine())
        show_stages(source)
        show_growth(source)
        show_peer(source)
        if not arguments:
            show_scores(*passages())
    except MissingExtraError as error:
        print(f"\nNo peer to compare with: {error}")
    except SodiokgError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
