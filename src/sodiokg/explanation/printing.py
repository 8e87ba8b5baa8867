"""Reasons as text, Markdown, JSON and SVG."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from typing import Any, Final

from sodiokg.explanation.answers import Explanation, Reasons
from sodiokg.explanation.drawing import drawn
from sodiokg.reason.evidence import Ground

__all__ = ["FORMATS", "printed"]

FORMATS: Final = ("text", "markdown", "json", "svg")
_HOW: Final = {
    "axiom": "axiom",
    "computed": "computed",
    "inferred": "follows",
    "lifted": "lifted",
    "missing": "missing",
    "quoted": "quote",
    "stated": "stated",
}
_BEGINNING: Final = 120  # characters
_STATUS: Final = {
    "implied": "implied by reasoning, not stated by the authors",
    "impossible": "cannot all be true",
    "known": "known after all",
    "missing": "not known; what would give it lacks",
    "stated": "stated",
}


def printed(reasons: Reasons, form: str, width: int = 100) -> str:
    """Return reasons in one of `FORMATS`; text is at most `width` characters wide.

    A picture shows the first proof of the first statement.
    """
    if form == "json":
        return json.dumps(_plain(reasons), ensure_ascii=False, indent=2) + "\n"
    if form == "svg":
        return drawn(reasons, _STATUS)
    lines = _markdown(reasons) if form == "markdown" else _text(reasons, width)
    return "\n".join(lines) + "\n"


def _text(reasons: Reasons, width: int) -> Iterator[str]:
    yield reasons.question
    for one in reasons.found:
        yield ""
        yield from textwrap.wrap(f"{one.statement}: {_STATUS[one.status]}", width)
        quoted: set[str] = set()
        for number, proof in enumerate(one.proofs, 1):
            yield from _headed(one, number)
            yield from _branch(proof, "", "", width, quoted)
        if one.more:
            yield "  more exist (--most shows more)"
        if one.caveat:
            yield from textwrap.wrap(f"may be wrong: {one.caveat}", width, initial_indent="  ", subsequent_indent="    ")


def _headed(one: Explanation, number: int) -> Iterator[str]:
    if one.status in {"stated", "implied"} and (len(one.proofs) > 1 or one.more):
        yield f"  proof {number} of {len(one.proofs)}"


def _branch(ground: Ground, first: str, rest: str, width: int, quoted: set[str]) -> Iterator[str]:
    """Yield the lines of a step and of all below it; a long quote that was given above is given by its beginning."""
    words = f"“{_again(ground, quoted)}”" if ground.kind == "quoted" else ground.words
    source = f" ({ground.source})" if ground.source else ""
    head = f"{_HOW[ground.kind]}: {words}{source}"
    yield from textwrap.wrap(
        head,
        max(width, len(rest) + 40),
        initial_indent=f"  {first}",
        subsequent_indent=f"  {rest}" + ("│ " if ground.grounds else "  "),
        break_on_hyphens=False,
    )
    for place, part in enumerate(ground.grounds):
        last = place == len(ground.grounds) - 1
        yield from _branch(part, rest + ("└─ " if last else "├─ "), rest + ("   " if last else "│  "), width, quoted)


def _again(ground: Ground, quoted: set[str]) -> str:
    """Return the words of a quote, of a long one that is among `quoted` the beginning; what is not becomes so."""
    if ground.words not in quoted:
        quoted.add(ground.words)
        return ground.words
    return textwrap.shorten(ground.words, _BEGINNING, placeholder=" … [as above]")


def _markdown(reasons: Reasons) -> Iterator[str]:
    yield f"# {_escaped(reasons.question)}"
    for one in reasons.found:
        yield ""
        yield f"## {_escaped(one.statement)}"
        yield ""
        yield f"*{_STATUS[one.status]}*"
        for number, proof in enumerate(one.proofs, 1):
            yield ""
            yield from (f"{line.strip().capitalize()}:\n" for line in _headed(one, number))
            yield from _items(proof, 0)
        if one.more:
            yield "\nMore exist."
        if one.caveat:
            yield f"\n**May be wrong:** {_escaped(one.caveat)}"


def _items(ground: Ground, depth: int) -> Iterator[str]:
    words = f"“{_escaped(ground.words)}”" if ground.kind == "quoted" else _escaped(ground.words)
    words = f"`{ground.words}`" if ground.kind == "axiom" else words
    source = f" ({_escaped(ground.source)})" if ground.source else ""
    yield f"{'  ' * depth}- **{_HOW[ground.kind]}** {words}{source}"
    for part in ground.grounds:
        yield from _items(part, depth + 1)


def _escaped(words: str) -> str:
    return "".join("\\" + one if one in "\\`*_[]<>#|" else one for one in words)


def _plain(reasons: Reasons) -> dict[str, Any]:
    return {
        "question": reasons.question,
        "answers": [
            {"statement": one.statement, "status": one.status, "proofs": list(map(_tree, one.proofs)), "more": one.more}
            | ({"caveat": one.caveat} if one.caveat else {})
            for one in reasons.found
        ],
    }


def _tree(ground: Ground) -> dict[str, Any]:
    told = {"kind": ground.kind, "words": ground.words, "source": ground.source, "exact": ground.exact, "record": ground.record}
    kept: dict[str, Any] = {name: value for name, value in told.items() if value}
    return kept | ({"grounds": list(map(_tree, ground.grounds))} if ground.grounds else {})
