"""Measure what a large lexicon costs: the digest read with the one that ships and with 20,000 made-up entries more.

Run ``.venv/bin/python benchmarks/lexicon.py``. Three ways to grow: labels of made-up words, labels whose first word is that of a shipped label
("sodium melorane", the hard case for an index by first word), and cue phrases of made-up words.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from time import process_time
from typing import Final

from measuring import DIGEST, kilobytes, machine, seconds, show
from sodiokg.extract.lexicon import Lexicon, load_lexicon
from sodiokg.extract.naming import Name
from sodiokg.extract.records import extract
from sodiokg.model import Records, Source
from sodiokg.names import SOD
from sodiokg.text import read_source

__all__ = ["main"]

MORE: Final = 20_000
_SYLLABLES: Final = ("ba", "cel", "do", "fir", "gan", "ho", "lim", "mor", "nu", "pel", "quo", "ran", "sil", "tur", "vex", "zol")


def made_up_words(number: int) -> Iterator[str]:
    """Yield words that no text holds, the same in every run."""
    chance = random.Random(number)
    for _ in range(number):
        yield "".join(chance.choices(_SYLLABLES, k=4)) + "ane"


def with_labels(lexicon: Lexicon, labels: Sequence[str]) -> Lexicon:
    """Return the lexicon with a material more for each label."""
    names = [Name(label, exact=False, iri=f"{SOD}madeUp{number}") for number, label in enumerate(labels)]
    kinds = {name.iri: frozenset({name.iri, f"{SOD}Substance"}) for name in names}
    titles = {name.iri: name.text for name in names}
    return replace(lexicon, names=(*lexicon.names, *names), kinds={**lexicon.kinds, **kinds}, titles={**lexicon.titles, **titles})


def with_cues(lexicon: Lexicon, phrases: Sequence[str]) -> Lexicon:
    """Return the lexicon with a cue phrase more for each phrase, shared out among the concepts that have cues."""
    concepts = sorted(lexicon.cues)
    shares = {iri: tuple(phrases[place :: len(concepts)]) for place, iri in enumerate(concepts)}
    return replace(lexicon, cues={iri: (*lexicon.cues[iri], *shares[iri]) for iri in concepts})


def grown(lexicon: Lexicon) -> Iterator[tuple[str, Lexicon]]:
    """Yield the lexicons to compare, the one that ships first."""
    words = list(made_up_words(MORE))
    pairs = [f"{word} {other}" for word, other in zip(words, reversed(words), strict=True)]
    firsts = sorted({name.text.split()[0].lower() for name in lexicon.names if not name.exact})
    yield "as it ships", replace(lexicon)
    yield f"{MORE:,} labels more, made-up words", with_labels(lexicon, pairs)
    yield (
        f"{MORE:,} labels more, known first words",
        with_labels(lexicon, [f"{firsts[number % len(firsts)]} {word}" for number, word in enumerate(words)]),
    )
    yield f"{MORE:,} cues more, made-up words", with_cues(lexicon, pairs)


def same_records(left: Records, right: Records) -> bool:
    """Tell whether two readings gave the same records."""
    return (left.measurements, left.claims, left.statements) == (right.measurements, right.claims, right.statements)


def indexed(lexicon: Lexicon) -> tuple[object, object]:
    """Build both indexes of a lexicon, which are kept with it."""
    return lexicon.index, lexicon.matcher


def measured(source: Source) -> Iterator[tuple[object, ...]]:
    """Yield a row for each lexicon: time to index it, time per 10 kB, ratio to the first, and whether the records are the same."""
    shipped: Records | None = None
    first = 0.0
    for name, lexicon in grown(load_lexicon()):
        start = process_time()
        indexed(lexicon)
        opening = process_time() - start
        records = extract(source, lexicon)
        each = seconds(partial(extract, source, lexicon), clock=process_time)
        shipped, first = shipped or records, first or each
        same = "yes" if same_records(records, shipped) else "no"
        per_ten = f"{10_000 * each / kilobytes(source.text):.1f}"
        yield name, f"{1000 * opening:.0f}", per_ten, f"{each / first:.2f}", same


def main() -> None:
    """Print the table."""
    source = read_source(DIGEST)
    extract(source)
    print(machine())
    shipped = load_lexicon()
    title = f"Shipped lexicon: {len(shipped.names)} labels, {sum(map(len, shipped.cues.values()))} cues"
    show(title, ("lexicon", "ms to index", "ms per 10 kB", "to shipped", "same records"), measured(source))


if __name__ == "__main__":
    main()
