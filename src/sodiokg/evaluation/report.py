"""An evaluation as text for a person, as rows, and as an object for a program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from sodiokg.evaluation.reading import Evaluation
from sodiokg.evaluation.scores import Accuracy, Disagreement, Ratio, Scores
from sodiokg.evaluation.wording import difference, quoted
from sodiokg.render import render
from sodiokg.tables import Cell, Table

__all__ = ["as_object", "as_table", "as_text"]

_RATIO: Final = ("precision", "recall", "f1", "tp", "predicted", "gold")
_SHOWN: Final = 20


def as_text(result: Evaluation, most: int | None = None, width: int | None = None) -> str:
    """Return the figures as tables, then the first `most` disagreements (usually 20) of each kind with words and place."""
    return "\n".join(line for scores in result.scores for line in _lines(result, scores, _SHOWN if most is None else most, width))


def _lines(result: Evaluation, scores: Scores, most: int, width: int | None) -> Iterator[str]:
    title = f"{scores.kind}s in {scores.documents} document{'' if scores.documents == 1 else 's'}"
    yield render(Table(("level", *_RATIO), _ratios(scores.levels), title), "table", width)
    if scores.properties:
        yield render(Table(("property", *_RATIO), _ratios(scores.properties)), "table", width)
    if scores.accuracies:
        rows = tuple((name, _digits(one.share), one.right, one.of) for name, one in scores.accuracies.items())
        yield render(Table(("field", "accuracy", "right", "of"), rows), "table", width)
    ordered = result.ordered(scores)
    yield _heading(ordered, most)
    for one in ordered[:most]:
        yield f"  {result.place(one.entry)}  {one.what}  {quoted(one.entry)}\n      {difference(one)}"
    yield ""


def _heading(ordered: list[Disagreement], most: int) -> str:
    if not ordered:
        return "no disagreement"
    counts = ", ".join(f"{number} {what}" for what, number in Counter(one.what for one in ordered).most_common())
    shown = f"; the first {most}:" if 0 < most < len(ordered) else ":" if most else ""
    return f"{len(ordered)} disagreement{'' if len(ordered) == 1 else 's'} ({counts}){shown}"


def _ratios(ratios: dict[str, Ratio]) -> tuple[tuple[Cell, ...], ...]:
    return tuple((name, *_cells(one)) for name, one in ratios.items())


def _cells(one: Ratio) -> tuple[Cell, ...]:
    return (_digits(one.precision), _digits(one.recall), _digits(one.f1), one.right, one.read, one.gold)


def _digits(share: float) -> Decimal:
    """Return a share with the four digits that all figures have."""
    return Decimal(repr(share)).quantize(Decimal("0.0001"))


def as_table(result: Evaluation) -> Table:
    """Return all figures as rows: `measure` is a level, a field, "property ..." or "accuracy of ..."."""
    rows: list[tuple[Cell, ...]] = []
    for scores in result.scores:
        named = {**scores.levels, **{f"property {name}": one for name, one in scores.properties.items()}}
        rows += [(scores.kind, name, *_cells(one), None) for name, one in named.items()]
        rows += [_accuracy(scores.kind, name, one) for name, one in scores.accuracies.items()]
    return Table(("kind", "measure", *_RATIO, "accuracy"), tuple(rows))


def _accuracy(kind: str, name: str, one: Accuracy) -> tuple[Cell, ...]:
    return (kind, f"accuracy of {name}", None, None, None, one.right, one.of, one.of, _digits(one.share))


def as_object(result: Evaluation, most: int | None = None) -> dict[str, Any]:
    """Return figures and disagreements (all of them unless `most` is given) by kind of record."""
    return {scores.kind: _object(result, scores, most) for scores in result.scores}


def _object(result: Evaluation, scores: Scores, most: int | None) -> dict[str, Any]:
    return {
        "documents": scores.documents,
        **{name: _ratio(one) for name, one in scores.levels.items()},
        **{name: {"accuracy": one.share, "of": one.of} for name, one in scores.accuracies.items()},
        "properties": {name: _ratio(one) for name, one in scores.properties.items()},
        "disagreements": [_disagreement(result, one) for one in result.ordered(scores)[:most]],
    }


def _ratio(one: Ratio) -> dict[str, Any]:
    return dict(zip(_RATIO, (one.precision, one.recall, one.f1, one.right, one.read, one.gold), strict=True))


def _disagreement(result: Evaluation, one: Disagreement) -> dict[str, Any]:
    sides = {"gold": one.gold, "read": one.read}
    return {
        "what": one.what,
        "place": result.place(one.entry),
        "words": one.entry.words,
        "difference": difference(one),
        **{name: dict(side.fields) if side else None for name, side in sides.items()},
    }
