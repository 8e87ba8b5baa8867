"""The report as one page: the text with the findings in the margin, filters, and a picture of the coverage.

It needs no network and runs nothing but its own script, which its content security policy names by hash; all that stems from the text
is escaped.
"""

from __future__ import annotations

import base64
import hashlib
import html
import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from sodiokg import __version__
from sodiokg.audit.auditing import Audit
from sodiokg.audit.coverage import Coverage
from sodiokg.audit.findings import Finding
from sodiokg.audit.printing import counted
from sodiokg.audit.rules import FAMILIES, SEVERITIES

__all__ = ["as_page"]

_BLANK_LINES: Final = re.compile(r"(?:[ \t]*(?:\r\n|\r|\n)){2,}")
_STEERING: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_DARKEST: Final = 4
_CARRIED: Final = {
    "both": "told with a number and a mechanism",
    "number": "with a number only",
    "mechanism": "with a mechanism only",
    "neither": "with neither",
}
_Keyed = tuple[str, Finding]


def as_page(audits: Sequence[Audit]) -> str:
    """Return the HTML page of the audit of one or more texts."""
    style, script = _part("page.css"), _part("page.js")
    found = [one for audit in audits for one in audit.findings]
    return _part("page.html").format(
        title=_escape(", ".join(audit.source.name for audit in audits)),
        policy=f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'",
        style=style,
        script=script,
        summary=_escape(counted(found)),
        filters="".join(_filters(found)),
        texts="".join(piece for number, audit in enumerate(audits) for piece in _text(audit, number)),
        version=_escape(__version__),
    )


@cache
def _part(name: str) -> str:
    return (files("sodiokg.audit") / name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}"


def _escape(text: str) -> str:
    return html.escape(_STEERING.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n")))


def _filters(found: Sequence[Finding]) -> Iterator[str]:
    """Yield a box for each severity and family that has findings."""
    for value in (*SEVERITIES, *FAMILIES):
        number = sum(value in (one.severity, one.family) for one in found)
        if number:
            yield f'<label class="{value}"><input type="checkbox" value="{value}" checked> {value} {number}</label>'


def _text(audit: Audit, number: int) -> Iterator[str]:
    """Yield what weighs most, what a review covers, what concerns the whole text, and the paragraphs with what begins in them."""
    keyed = [(f"f{number}-{place}", one) for place, one in enumerate(audit.findings)]
    yield f"<h2>{_escape(audit.source.name)} ({_escape(audit.kind)})</h2>\n"
    yield from (f'<p class="error">rule {_escape(failure)}</p>\n' for failure in audit.failures)
    yield _index(keyed)
    if audit.kind == "review" and (told := "".join(_coverage(audit.coverage))):
        yield f'<details class="whole" open><summary>what it covers</summary>{told}</details>\n'
    whole = "".join(_card(key, one) for key, one in keyed if not one.line)
    if whole:
        yield f'<details class="whole"><summary>of the whole text</summary>{whole}</details>\n'
    placed = sorted((pair for pair in keyed if pair[1].line), key=lambda pair: pair[1].start)
    for start, end in _paragraphs(audit.source.text):
        inside = [pair for pair in placed if pair[1].start < end and pair[1].end > start]
        cards = "".join(_card(key, one) for key, one in inside if one.start >= start)
        marked = "".join(_marked(audit.source.text, start, end, inside))
        yield f'<section class="row"><p>{marked}</p><aside>{cards}</aside></section>\n'
    if not audit.source.text:
        yield "".join(_card(key, one) for key, one in placed)


def _index(keyed: Sequence[_Keyed]) -> str:
    """Return the errors and warnings as a list that leads to each of them."""
    lines = "".join(
        f'<li class="{one.severity}"><a href="#{key}">{one.code}</a> {_escape(one.message)}</li>'
        for key, one in keyed
        if one.severity != "note"
    )
    return f'<details class="whole" open><summary>errors and warnings</summary><ol>{lines}</ol></details>\n' if lines else ""


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for gap in _BLANK_LINES.finditer(text):
        if gap.start() > at:
            yield at, gap.start()
        at = gap.end()
    if text[at:].strip():
        yield at, len(text)


def _marked(text: str, start: int, end: int, inside: Sequence[_Keyed]) -> Iterator[str]:
    """Yield a paragraph, cut wherever a finding begins or ends, each cut marked with all findings on it, heaviest first."""
    cuts = sorted({start, end, *(min(max(place, start), end) for _, one in inside for place in (one.start, one.end))})
    for left, right in itertools.pairwise(cuts):
        on = sorted(
            (pair for pair in inside if pair[1].start <= left and right <= pair[1].end),
            key=lambda pair: SEVERITIES.index(pair[1].severity),
        )
        words = _escape(text[left:right])
        keys = " ".join(key for key, _ in on)
        yield f'<mark class="{on[0][1].severity}" data-of="{keys}">{words}</mark>' if on else words


def _card(key: str, one: Finding) -> str:
    place = f"{one.line}:{one.column} " if one.line else ""
    return (
        f'<article id="{key}" class="{one.severity}" data-severity="{one.severity}" data-family="{one.family}"><b>{one.code} {_escape(one.rule)}</b> {place}'
        f"<p>{_escape(one.message)}</p><small>{_escape(one.mend)}</small></article>"
    )


def _coverage(coverage: Coverage) -> Iterator[str]:
    """Yield what a review covers: strategies by substrates, what is told of which work, and the open questions."""
    if coverage.cells:
        yield _picture(coverage)
    for name, words in _CARRIED.items():
        works = [work for work in coverage.works if work.carries == name]
        if works:
            listed = "; ".join(f"[{work.number}] {_escape(work.label)}" for work in works)
            yield f"<p><b>{words} ({len(works)}):</b> {listed}</p>\n"
    if coverage.questions:
        asked = "".join(f"<li>{_escape(one)}</li>" for one in coverage.questions)
        yield f"<p><b>open questions stated ({len(coverage.questions)}):</b></p><ul>{asked}</ul>\n"


def _picture(coverage: Coverage) -> str:
    """Return strategies by substrates, each cell darker the more works are reported in it; the works show when pointed at."""
    strategies, substrates = (sorted({key[place] for key in coverage.cells}) for place in (0, 1))
    head = "".join(f'<th scope="col">{_escape(name)}</th>' for name in substrates)
    rows = "".join(
        f'<tr><th scope="row">{_escape(strategy.replace("_", " "))}</th>'
        + "".join(_cell(coverage.cells[strategy, name]) for name in substrates)
        + "</tr>"
        for strategy in strategies
    )
    return f"<table><caption>works reported, strategy by substrate</caption><tr><td></td>{head}</tr>{rows}</table>\n"


def _cell(works: Sequence[str]) -> str:
    return f'<td class="c{min(len(works), _DARKEST)}" title="{_escape(", ".join(works) or "none read")}">{len(works) or "–"}</td>'
