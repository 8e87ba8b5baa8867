"""Score sodiokg and quantulum3 on gold by the rule of `sodiokg evaluate`: value, end of a range and unit at an overlapping place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from time import process_time
from typing import Any, Final

from measuring import ROOT, kilobytes, show
from peer import KEYS, load_parser
from sodiokg.evaluation import Entry, Ratio, entry_of, find_sources, read_gold, score_measurements
from sodiokg.extract.records import extract
from sodiokg.model import Source
from sodiokg.text import read_document, read_source

__all__ = ["against", "passages", "show_scores"]

_TESTS: Final = ROOT / "tests" / "evaluation"
_LAST: Final = "p32"  # from here on passages are kept unseen


def passages() -> tuple[list[Entry], list[Source]]:
    """Return gold and texts of the tests' passages that rules were made with."""
    texts = find_sources([_TESTS / "passages"])
    gold = [entry for entry in read_gold([_TESTS / "passages.measurements.jsonl"], sorted(texts)) if entry.doc < _LAST]
    return gold, [read_source(texts[name]) for name in sorted({entry.doc for entry in gold})]


def against(arguments: Sequence[str]) -> tuple[list[Entry], list[Source]]:
    """Return gold and texts of ``GOLD.jsonl SOURCE ...``; raises SourceError for gold that is wrong."""
    found = find_sources([Path(name) for name in arguments if not name.endswith(".jsonl")])
    gold = read_gold([Path(name) for name in arguments if name.endswith(".jsonl")], sorted(found))
    named = {entry.doc for entry in gold}
    return [entry for entry in gold if entry.kind == "measurement"], [read_source(found[name]) for name in sorted(named)]


def show_scores(gold: Sequence[Entry], sources: Sequence[Source]) -> None:
    """Print agreement with the gold and time of both readers, in one run; raises MissingExtraError where quantulum3 is not installed."""
    parser = load_parser()
    extract(sources[0])  # start-up
    start = process_time()
    ours = [entry_of(row) for source in sources for row in extract(source).rows() if row["kind"] == "measurement"]
    between = process_time()
    theirs = [entry for source in sources for entry in _peer_entries(parser, source)]
    end = process_time()
    size = sum(kilobytes(source.text) for source in sources) / 10
    named = [entry for entry in theirs if entry.fields["unit"] not in {"?", "1"}]
    rows = [
        _row("sodiokg, the whole chain", gold, ours, (between - start) / size),
        _row("quantulum3, plain, by paragraph", gold, theirs, (end - between) / size),
        _row("the same, without bare numbers and other units", gold, named, (end - between) / size),
    ]
    header = ("reader", "precision", "recall", "F1", "emitted", "ms per 10 kB")
    show(f"Quantities (value, range, unit) against gold: {len(gold)} in {len(sources)} texts", header, rows)


def _row(name: str, gold: Sequence[Entry], read: Sequence[Entry], seconds: float) -> tuple[str, ...]:
    ratio: Ratio = score_measurements(gold, [entry for entry in read if _is_covered(entry, gold)]).levels["quantity"]
    return name, f"{ratio.precision:.2f}", f"{ratio.recall:.2f}", f"{ratio.f1:.2f}", str(ratio.read), f"{1000 * seconds:.0f}"


def _peer_entries(parser: Any, source: Source) -> Iterator[Entry]:  # noqa: ANN401  # the package publishes no types
    """Yield what quantulum3 reads as records; its "a to b" is a middle and an uncertainty."""
    document = read_document(source)
    plain, at = document.plain, 0
    for words in plain.text.split("\n\n"):
        for number, quantity in enumerate(parser.parse(words) if words.strip() else ()):
            first, last = quantity.span
            start, end = plain.to_source(at + first, max(at + last, at + first + 1))
            spread = quantity.uncertainty or 0
            bounds = (round(quantity.value - spread, 9), round(quantity.value + spread, 9)) if spread else (quantity.value, None)
            fields = {
                "value": bounds[0],
                "value_max": bounds[1],
                "unit": KEYS.get(quantity.unit.name, "?"),
                "property": "",
                "section": document.section_at(at + first),
            }
            yield Entry("measurement", source.name, f"{at}.{number}", start, end, fields)
        at += len(words) + 2


def _is_covered(entry: Entry, gold: Sequence[Entry]) -> bool:
    """Tell whether the gold covers the section of a record: gold that names sections was made of these alone."""
    sections = {one.fields.get("section") or "" for one in gold if one.doc == entry.doc}
    return "" in sections or entry.fields["section"] in sections
