"""A comparison as one self-contained page, in which every number opens to the words that it was read from."""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Final

from sodiokg.comparison.derived import CUMULATIVE
from sodiokg.comparison.grid import Comparison, Group, Test
from sodiokg.comparison.printing import closing, group_table, remarks
from sodiokg.comparison.results import Result
from sodiokg.tables import Cell, cell_text, heading

__all__ = ["page"]

_STYLE: Final = """
:root { color-scheme: light dark; }
body { font: 1rem/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 82rem; padding: 0 1rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; min-width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding: 1.6rem 0 .5rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .7rem; border-bottom: 1px solid #8886; }
thead th { border-bottom: 2px solid currentColor; }
td:nth-child(2) { white-space: nowrap; }
summary { cursor: pointer; }
details p { margin: .3rem 0; font-size: .875rem; max-width: 26rem; overflow-wrap: anywhere; }
.none { opacity: .65; font-style: italic; }
.remark { margin: .3rem 0; }
@media print { details p { display: none; } }
"""


def page(comparison: Comparison) -> str:
    """Return the page; it loads nothing and runs no script."""
    title = html.escape(comparison.title)
    return "\n".join(
        [
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>",
            *(f"<p>{html.escape(line[:1].upper() + line[1:])}.</p>" for line in closing(comparison)),
            "<p>Open a number to see the words that it was read from.</p>",
            *(line for group in comparison.groups for line in _group(comparison, group)),
            "</main>\n</body>\n</html>\n",
        ]
    )


def _group(comparison: Comparison, group: Group) -> Iterator[str]:
    table = group_table(comparison, group)
    keys = {name: key for key, name in comparison.quantities}
    yield f'<div class="wide"><table>\n<caption>{html.escape(group.label)}</caption>'
    heads = "".join(f'<th scope="col">{html.escape(heading(name, table.units))}</th>' for name in table.columns)
    yield f"<thead><tr>{heads}</tr></thead>\n<tbody>"
    for test, row in zip(group.tests, table, strict=True):
        cells = (_cell(test, keys.get(name, name), name, cell) for name, cell in row.items())
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody>\n</table></div>"
    yield from (f'<p class="remark">{html.escape(remark)}.</p>' for remark in remarks(comparison, group))


def _cell(test: Test, key: str, name: str, cell: Cell) -> str:
    """Return a cell; one with numbers opens to the trace of each."""
    text = html.escape(cell_text(cell, name))
    traces = [_trace(result) for result in test.of(key)]
    if key == CUMULATIVE:
        traces = [html.escape(f"Derived: {d.formula}: {d.inserted}") for d in test.derived]
    if traces:
        return f"<td><details><summary>{text}</summary>{''.join(f'<p>{trace}</p>' for trace in traces)}</details></td>"
    return f'<td class="none">{text}</td>' if cell == "not stated" else f"<td>{text}</td>"


def _trace(result: Result) -> str:
    told = zip(result.quotes, result.sources, result.records, strict=True)
    spoken = [
        f"{html.escape(quote)}<br>{html.escape(source)}<br><code>{html.escape(record)}</code>" for quote, source, record in told
    ]
    return f"{html.escape(', '.join(result.attributions))}: {'<br>'.join(spoken)}"
