"""The extractor as one function: a source goes in, its records come out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from sodiokg.extract.claims import read_claims
from sodiokg.extract.context import Setting, read_settings
from sodiokg.extract.findings import find
from sodiokg.extract.frames import Frames
from sodiokg.extract.lexicon import Lexicon, load_lexicon
from sodiokg.extract.measurements import read_numbers
from sodiokg.extract.statements import read_statements
from sodiokg.extract.studies import read_frames
from sodiokg.model import Document, Measurement, Records, Remark, Source
from sodiokg.text import read_document
from sodiokg.text.language import ENGLISH

__all__ = ["extract"]

# Units of several properties, which only English words would tell apart.
_UNTOLD: Final = frozenset({"Cel", "h", "mo"})


def extract(source: Source, lexicon: Lexicon | None = None) -> Records:
    """Read measurements, claims and statements from a source, by default with the lexicon that ships.

    Of what is not English only the numbers are read, and nobody's words or result they are told to be.
    Raises SourceError for a text that cannot be read and OntologyError for a damaged lexicon.
    """
    words = lexicon or load_lexicon()
    document = read_document(source)
    findings = find(document, words)
    frames = read_frames(document, findings)
    settings = read_settings(document, frames, findings)
    numbers, abstained = read_numbers(document, frames)
    return Records(
        document,
        tuple(_in_frame(number, document, frames, settings) for number in numbers),
        read_claims(document, frames, settings, numbers, findings),
        read_statements(document, frames, findings),
        tuple(abstained),
        remarks=tuple(_remarks(document, frames)),
    )


def _remarks(document: Document, frames: Frames) -> Iterator[Remark]:
    """Yield what is wrong with citations by place in the source; what a citation says is not said again of the name before it."""
    told = {remark.what.split("”")[0] for remark in document.remarks}
    new = [remark for remark in frames.remarks if remark.what.split("”")[0] not in told]
    for remark in sorted([*document.remarks, *new], key=lambda one: one.start):
        start, end = document.plain.to_source(remark.start, remark.end)
        yield replace(remark, start=start, end=end)


def _in_frame(number: Measurement, document: Document, frames: Frames, settings: Sequence[Setting]) -> Measurement:
    """Give a number what its frame tells where it is English: the substrate, where it has none of its own, and whose number it is."""
    place = bisect_left(document.plain.starts, number.start)
    index = frames.index(place)
    if document.language_at(place) != ENGLISH:
        return replace(number, property="other") if number.unit in _UNTOLD else number
    if index is None:
        return number
    frame = frames.all[index]
    attribution = frame.attribution if number.ref == frame.refs else None
    substrate = number.substrate or settings[index].substrate
    return replace(number, substrate=substrate, attribution=attribution, study=frame.unlisted)
