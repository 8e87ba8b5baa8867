"""The page itself: text and claims side by side, self-contained and inert whatever the text holds.

Everything that stems from the text is escaped; the page's own style and script are named in its content security policy by their
hashes, so that a browser runs nothing else and asks no network for anything.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from sodiokg import __version__
from sodiokg.annotation.marks import Mark, Piece, nested, write
from sodiokg.annotation.told import Told, tell, words_of
from sodiokg.model import Claim, Records, Source
from sodiokg.text.language import unread

__all__ = ["annotated"]

_BLANK_LINES: Final = re.compile(r"(?:[ \t]*(?:\r\n|\r|\n)){2,}")
_HEADING: Final = re.compile(r"\s{0,3}#{1,6}\s")
_LINES: Final = re.compile(r"\s*(?:[-*+|>]|\d{1,3}[.)]\s|\[\d{1,3}\])")
_KINDS: Final = {
    "result": "results",
    "condition": "conditions",
    "claim": "claims",
    "mechanism": "mechanisms",
    "effect": "effects",
    "phase": "phases",
    "statement": "statements",
    "citation": "citations",
    "unread": "unread numbers",
    "abstained": "abstentions",
    "remark": "remarks on citations",
}


def annotated(records: Records) -> str:
    """Return the HTML page of a reading."""
    told = tell(records)
    source = records.document.source
    style, script = _part("page.css"), _part("page.js")
    return _part("page.html").format(
        title=_escape(source.name),
        policy=f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'",
        style=style,
        script=script,
        summary=_escape(_summary(records, told)),
        kinds="".join(_switches(told)),
        properties="".join(_properties(told)),
        text="".join(_rows(records, told)),
        data=_data(told),
        version=_escape(__version__),
    )


@cache
def _part(name: str) -> str:
    return (files("sodiokg.annotation") / name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}"


def _escape(text: str) -> str:
    """Return text for HTML, with line ends as a browser would read them anyway."""
    return html.escape(text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\ufffd"))


def _summary(records: Records, told: Sequence[Told]) -> str:
    counts = Counter(one.mark.kind for one in told)
    studies = {number for claim in records.claims for number in claim.ref}
    words = len(records.document.source.text.split())
    numbers = {
        "word": words,
        "measurement": len(records.measurements),
        "claim": len(records.claims),
        "statement": len(records.statements),
        "cited work": len(studies),
        "unread number": counts["unread"],
        "abstention": counts["abstained"],
    }
    counted = [f"{number:,} {name}{'' if number == 1 else 's'}" for name, number in numbers.items()]
    return " · ".join(filter(None, [*counted, unread(records.document.languages)]))


def _switches(told: Sequence[Told]) -> Iterator[str]:
    """Yield for each kind its swatch, which is the legend, with a box that hides it and a button that goes to the next."""
    counts = Counter(one.mark.kind for one in told)
    for kind, name in _KINDS.items():
        none = "" if counts[kind] else " disabled"
        yield (
            f'<span class="switch"><label><input type="checkbox" data-kind="{kind}" checked{none}>'
            f'<mark class="{kind}">{name}</mark> <b>{counts[kind]}</b></label>'
            f'<button type="button" data-next="{kind}" title="next of the {name}" aria-label="next of the {name}"{none}>›</button></span>'
        )


def _properties(told: Sequence[Told]) -> Iterator[str]:
    counts = Counter(one.property for one in told if one.property)
    for name, number in sorted(counts.items()):
        yield f'<option value="{_escape(name)}">{_escape(words_of(name))} ({number})</option>'


def _rows(records: Records, told: Sequence[Told]) -> Iterator[str]:
    """Yield one row a paragraph: its marked text, and beside it the claims that begin there."""
    source = records.document.source
    marks = sorted((one.mark for one in told), key=lambda mark: mark.start)
    titles = {one.mark.key: one.title for one in told}
    listed = _references_start(records)
    headings = _headings(records)
    claims = {claim.id: claim for claim in records.claims}
    waiting, going_on = 0, list[Mark]()
    for start, end in _blocks(source):
        going_on = [mark for mark in going_on if mark.end > start]
        while waiting < len(marks) and marks[waiting].start < end:
            going_on.append(marks[waiting])
            waiting += 1
        text = "".join(write(source.text, start, end, nested(going_on, start, end), _open, "</mark>", _escape))
        beginning = [claims[mark.key] for mark in going_on if mark.kind == "claim" and mark.start >= start]
        cards = "".join(_card(claim, titles[claim.id]) for claim in beginning)
        look = "heading" if start in headings else _look(source.text[start:end], start >= listed)
        yield f'<section class="row"><div class="text {look}">{text}</div><div class="margin">{cards}</div></section>\n'


def _blocks(source: Source) -> Iterator[tuple[int, int]]:
    """Yield the stretches between blank lines."""
    at = 0
    for gap in _BLANK_LINES.finditer(source.text):
        if gap.start() > at:
            yield at, gap.start()
        at = gap.end()
    if source.text[at:].strip():
        yield at, len(source.text)


def _references_start(records: Records) -> int:
    document = records.document
    starts = [section.start for section in document.sections if section.number == "references"]
    return document.plain.starts[starts[0]] if starts else len(document.source.text) + 1


def _headings(records: Records) -> frozenset[int]:
    """Return where sections with a title begin in the source, which is where their heading stands."""
    document = records.document
    return frozenset(document.plain.starts[section.start] for section in document.sections if section.title)


def _look(text: str, listed: bool) -> str:
    """Return how a paragraph is set; lists and tables keep their lines, other line ends are only wrapping."""
    if _HEADING.match(text):
        return "heading"
    lines = text.splitlines()
    kept = len(lines) > 1 and sum(bool(_LINES.match(line)) for line in lines) * 2 > len(lines)
    return " ".join(filter(None, ["listed" if listed else "", "lines" if kept else ""]))


def _open(piece: Piece) -> str:
    mark = piece.mark
    if not piece.first:
        return f'<mark class="{mark.kind}" data-of="{mark.key}">'
    tip = f' title="{_escape(mark.label)}"' if mark.kind in ("citation", "unread", "abstained", "remark") else ""
    return f'<mark class="{mark.kind} first" id="{mark.key}" data-of="{mark.key}" tabindex="0" aria-label="{_escape(mark.label)}"{tip}>'


def _card(claim: Claim, title: str) -> str:
    """Return a claim for the margin: whose it is, what was done to what, what it says follows and how firmly."""
    what = " · ".join(filter(None, [", ".join(map(words_of, claim.strategy_class)), claim.substrate, ", ".join(claim.agents)]))
    unsure = f'<i class="polarity {claim.polarity}">{words_of(claim.polarity)}</i>' if claim.polarity != "asserted" else ""
    refs = _cited(claim.ref)
    whose = claim.study or ("several studies" if len(claim.ref) > 1 else "cited work" if claim.ref else "the text itself")
    said = (f"<span>{_escape(what)}</span> " if what else "") + "".join(_items(claim))
    return (
        f'<article class="card {claim.attribution} {claim.polarity}" data-card="{claim.id}" tabindex="0" aria-label="{_escape(title)}">'
        f"<header><b>{_escape(whose)}</b> {refs} {unsure}<small>{words_of(claim.attribution)}</small></header>"
        f"<p>{said}</p></article>"
    )


def _cited(numbers: Sequence[int]) -> str:
    """Return citation numbers in brackets, three or more in a row as a range.

    >>> _cited((3, 8, 9, 10)), _cited((4, 5))
    ('[3,8-10]', '[4,5]')
    """
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = [f"{run[0]}-{run[-1]}" if len(run) > 2 else ",".join(map(str, run)) for run in runs]
    return f"[{','.join(parts)}]" if parts else ""


def _items(claim: Claim) -> Iterator[str]:
    polarity = {(item.field, item.value): item.polarity for item in claim.items}
    for field, kind in (("mechanisms", "mechanism"), ("effects", "effect"), ("phases_formed", "phase")):
        for value in getattr(claim, field):
            how = polarity.get((field, value), claim.polarity)
            doubt = f" ({words_of(how)})" if how != "asserted" and how != claim.polarity else ""
            yield f'<span class="{kind}">{_escape(words_of(value) + doubt)}</span> '


def _data(told: Sequence[Told]) -> str:
    """Return what the script shows and draws, as JSON in which nothing can end the element that holds it."""
    data: Mapping[str, object] = {
        one.mark.key: {
            "kind": one.mark.kind,
            "title": one.title,
            "fields": one.fields,
            "links": one.links,
            **({"property": one.property} if one.property else {}),
        }
        for one in told
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text
