"""The graph of a long text takes time in proportion to its length, and nothing of it stays in memory."""

from __future__ import annotations

import pkgutil
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from inspect import signature

import graph_by_hand as hand
import pytest

import sodiokg.graph
from sodiokg.graph.assertions import assertions, document_graphs
from sodiokg.graph.build import substance_index
from sodiokg.model import Claim, Document, Measurement, Records

LINE = "Poe saw {} ° before and {} ° after. "


def long_records(count: int) -> Records:
    """Return records with `count` pairs of angles in one sentence of one study, and as many claims."""
    text = LINE.replace(".", ",").format(100, 50) * count
    doc = hand.document(text, "long")
    return Records(doc, tuple(_numbers(doc, count)), tuple(_claims(doc, count)))


def _numbers(doc: Document, count: int) -> Iterator[Measurement]:
    size = len(doc.source.text) // count
    for line in range(count):
        for words, phase in (("100 °", "before"), ("50 °", "after")):
            at = line * size + doc.source.text.index(words)
            kind = ("1", "contact_angle", float(words.split()[0]), "deg")
            key = f"m{line}{phase}"
            yield Measurement(key, "long", at, at + len(words), words, *kind, phase=phase, between="treatment", ref=(1,))


def _claims(doc: Document, count: int) -> Iterator[Claim]:
    size = len(doc.source.text) // count
    for line in range(count):
        start, end = line * size, (line + 1) * size
        words = doc.source.text[start:end]
        yield Claim(f"c{line}", "long", start, end, words, "1", "asserted", "reported", (1,), agents=(f"paste {line}",))


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def test_eight_times_the_text_takes_about_eight_times_as_long():
    index = substance_index()
    few, many = long_records(100), long_records(800)
    document_graphs(few, index)
    short = min(_seconds(lambda: document_graphs(few, index)) for _ in range(3))
    assert _seconds(lambda: document_graphs(many, index)) < 24 * short


def test_each_number_before_goes_with_the_nearest_after():
    graphs = document_graphs(long_records(30), substance_index())
    changes = {}
    for subject, predicate, value in graphs.lifted:
        if str(predicate.value).endswith(("#before", "#after")):
            changes.setdefault(subject, []).append(value)
    assert len(changes) == 30


def _caches() -> Iterator[tuple[str, Callable[..., object]]]:
    for module in pkgutil.iter_modules(sodiokg.graph.__path__, "sodiokg.graph."):
        for name, member in vars(import_module(module.name)).items():
            if callable(member) and hasattr(member, "cache_info"):
                yield f"{module.name}.{name}", member


@pytest.mark.parametrize(("name", "cached"), sorted(_caches()))
def test_a_cache_over_what_texts_say_has_an_end(name, cached):
    assert cached.cache_info().maxsize is not None or not signature(cached).parameters


def test_the_names_of_records_are_not_kept():
    from sodiokg.graph.terms import _term

    list(assertions(long_records(3), substance_index()))
    before = _term.cache_info().currsize
    list(assertions(long_records(40), substance_index()))
    assert _term.cache_info().currsize == before
