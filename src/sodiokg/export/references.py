"""The studies of the graph as BibTeX and as CSL-JSON."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Any, Final

from pyoxigraph import Literal, NamedNode, Quad

from sodiokg.graph.terms import node, sod
from sodiokg.names import ID

__all__ = ["bibtex", "csl_json"]

_STUDY: Final = f"{ID}study/"
_SPECIAL: Final = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "{}%$&#_"},
}
_NAMES: Final = {node("dcterms:title"): "title", **{sod(name): name for name in ("journal", "year", "volume", "pages", "doi")}}
_Study = Mapping[str, Any]


def bibtex(quads: list[Quad]) -> bytes:
    """Return every study that has a key of its own as an entry of BibTeX; what has a meaning in LaTeX is escaped."""
    return "\n".join(_entry(study) for study in _studies(quads)).encode()


def _entry(study: _Study) -> str:
    fields = {"author": " and ".join(map(_plain, study["authors"]))}
    fields |= {name: _plain(study[name]) for name in ("title", "journal", "year", "volume", "pages", "doi") if study.get(name)}
    told = "".join(f",\n  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@article{{{study['key']}{told}\n}}\n"


def _plain(words: str) -> str:
    """Return words on one line in which no sign is a command."""
    return re.sub(r"[\\~^{}%$&#_]", lambda found: _SPECIAL[found[0]], " ".join(words.split()))


def csl_json(quads: list[Quad]) -> bytes:
    """Return every study that has a key of its own as an item of CSL-JSON."""
    items = [_item(study) for study in _studies(quads)]
    return json.dumps(items, ensure_ascii=False, indent=1).encode() + b"\n"


def _item(study: _Study) -> dict[str, Any]:
    names = {"title": "title", "container-title": "journal", "volume": "volume", "page": "pages", "DOI": "doi"}
    told = {name: study[field] for name, field in names.items() if study.get(field)}
    issued = {"issued": {"date-parts": [[int(study["year"])]]}} if study.get("year") else {}
    authors = {"author": [_author(name) for name in study["authors"]]} if study["authors"] else {}
    return {"id": study["key"], "type": "article-journal", **authors, **told, **issued}


def _author(name: str) -> dict[str, str]:
    family, _, given = (part.strip() for part in name.partition(","))
    return {"family": family, "given": given} if given else {"literal": name}


def _studies(quads: list[Quad]) -> list[_Study]:
    """Return the studies by key; authors stand in the order in which a reference list prints them, as far as one does."""
    studies: dict[str, dict[str, Any]] = defaultdict(dict)
    authors: dict[str, list[str]] = defaultdict(list)
    first, printed = {}, _printed(quads)
    for quad in sorted(set(quads), key=str):
        subject, value = str(getattr(quad.subject, "value", "")), str(getattr(quad.object, "value", ""))
        if not subject.startswith(_STUDY):
            continue
        if quad.predicate in _NAMES:
            studies[subject].setdefault(_NAMES[quad.predicate], value)
        elif quad.predicate == sod("author"):
            authors[subject].append(value)
        elif quad.predicate == sod("firstAuthor"):
            first[subject] = value
    for subject, told in studies.items():
        text, head = printed.get(subject, ""), first.get(subject, "")
        told["authors"] = sorted(authors[subject], key=lambda one: (not one.startswith(head), text.find(one), one))
        told["key"] = re.sub(r"[^A-Za-z0-9._:-]", "-", subject.removeprefix(_STUDY))
    return [studies[subject] for subject in sorted(studies)]


def _printed(quads: list[Quad]) -> dict[str, str]:
    """Return what a reference list prints of each study."""
    texts = {
        quad.subject: quad.object.value
        for quad in quads
        if quad.predicate == sod("referenceText") and isinstance(quad.object, Literal)
    }
    led = [(quad.subject, quad.object) for quad in quads if quad.predicate == sod("refersTo")]
    return {study.value: texts[entry] for entry, study in sorted(led, key=str) if entry in texts and isinstance(study, NamedNode)}
