"""Find the DOI of a reference at Crossref: a record is accepted only where journal, year, volume, first page and first author agree.

A notice on a work, such as a correction, may stand under the number of the work itself; its title gives it away, and it is not accepted.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Final

from sodiokg.errors import EndpointError
from sodiokg.link.client import Client
from sodiokg.model import Reference

__all__ = ["ADDRESS", "FIELDS", "Match", "agreement", "is_work_list", "judged", "looked_up"]

ADDRESS: Final = "https://api.crossref.org"
FIELDS: Final = ("journal", "year", "volume", "page", "author")
_ROWS: Final = 5
_SELECT: Final = (
    "DOI,title,author,container-title,short-container-title,volume,page,article-number,issued,published-print,published-online"
)
_SMALL: Final = frozenset({"of", "and", "in", "the", "for", "on", "de", "engl", "amp"})
_DOI: Final = re.compile(r"10\.\d{4,9}/[^\s<>\"{}|\\^`\x00-\x1f]{1,200}")
_NOTICE: Final = re.compile(
    r"\W*(?:(?:author|publisher)\W*s?\W+)?(?:errat|corrigend|addend|correction|retraction|expression of concern|comment|reply|response)"
)
_RETRACTED: Final = re.compile(r"\W*(?:retracted|withdrawn)\b")
_DATES: Final = ("issued", "published-print", "published-online")


@dataclass(frozen=True, slots=True)
class Match:
    """What was found for a reference.

    `status` is accepted, near (a field in `differs` is another, or the record is a notice on the work), ambiguous (several records agree in all), none (nothing alike), incomplete (the entry
    prints too little), not reached or not asked; `score` is the share of fields that agree, in 0..1, and `title` how alike the titles are.
    """

    number: int
    study: str
    status: str
    doi: str = ""
    score: float = 0.0
    title: float = 0.0
    differs: tuple[str, ...] = ()
    date: str = ""
    remark: str = ""


def looked_up(references: Iterable[Reference], client: Client) -> Iterator[Match]:
    """Yield what Crossref has for each reference, in order; a service that is not reached is told so, never as "none"."""
    for reference in references:
        lacking = _lacking(reference)
        if lacking:
            yield Match(reference.number, reference.label, "incomplete", differs=lacking, remark="the entry does not print these")
            continue
        try:
            answer = client.get("works", _question(reference))
        except EndpointError as error:
            yield Match(reference.number, reference.label, "not reached", remark=error.what)
            continue
        if answer is None:
            yield Match(reference.number, reference.label, "not asked", remark="offline, and no answer is kept")
        else:
            yield judged(reference, answer.body, answer.date)


def _lacking(reference: Reference) -> tuple[str, ...]:
    told = (reference.journal, reference.year, reference.volume, reference.pages, reference.surname)
    return tuple(name for name, value in zip(FIELDS, told, strict=True) if not value)


def _question(reference: Reference) -> dict[str, str]:
    words = f"{reference.surname} {reference.title} {reference.journal} {reference.year} {reference.volume} {reference.pages}"
    return {"query.bibliographic": words[:500], "rows": str(_ROWS), "select": _SELECT}


def is_work_list(body: Mapping[str, Any]) -> bool:
    """Return whether an answer has the form of Crossref's list of works, be it empty."""
    message = body.get("message")
    return body.get("status") == "ok" and isinstance(message, dict) and isinstance(message.get("items"), list)


def judged(reference: Reference, body: Mapping[str, Any], date: str = "") -> Match:
    """Return the match of a reference among the records of an answer in the form of Crossref's work list."""
    items = body["message"]["items"][:_ROWS]
    scored = [scored for item in items if isinstance(item, dict) and (scored := _scored(reference, item))]
    if not scored:
        return Match(reference.number, reference.label, "none", date=date)
    best = max(scored, key=lambda one: (not one.differs, one.score, one.title))
    whole = {one.doi for one in scored if not one.differs}
    status = "near" if not whole else "accepted" if len(whole) == 1 else "ambiguous"
    kept = best.doi if status == "accepted" else ""
    told = f"{'these' if len(whole) > 1 else 'best'}: {', '.join(sorted(whole) or [best.doi])}"
    remark = best.remark if status == "accepted" else told
    return Match(reference.number, reference.label, status, kept, best.score, best.title, best.differs, date, remark)


def _scored(reference: Reference, item: Mapping[str, Any]) -> Match | None:
    """Return how well a record agrees, None for one that has no DOI or agrees in nothing."""
    doi = item.get("DOI")
    if not isinstance(doi, str) or not _DOI.fullmatch(doi):
        return None
    agreed = agreement(reference, item)
    differs = tuple(name for name in FIELDS if not agreed[name])
    titles = _texts(item.get("title"))
    alike = max((_alike(reference.title, title) for title in titles), default=0.0)
    if len(differs) == len(FIELDS) and alike < 0.5:
        return None
    score = 1 - len(differs) / len(FIELDS)
    told, remark = _standing(reference, titles)
    return Match(reference.number, reference.label, "", doi.lower(), score, round(alike, 2), differs + told, remark=remark)


def _standing(reference: Reference, titles: Iterable[str]) -> tuple[tuple[str, ...], str]:
    """Return that a record is a notice on a work, where the reference is none, and a remark on one that was retracted."""
    begun = [title.casefold() for title in titles]
    notice = any(map(_NOTICE.match, begun)) and not _NOTICE.match(reference.title.casefold())
    return ("notice",) if notice else (), "retracted" if any(map(_RETRACTED.match, begun)) else ""


def agreement(reference: Reference, item: Mapping[str, Any]) -> dict[str, bool]:
    """Return which fields of a record are those of a reference; a field that the record lacks is not."""
    journals = [*_texts(item.get("container-title")), *_texts(item.get("short-container-title"))]
    pages = {_first(str(item[name])) for name in ("page", "article-number") if isinstance(item.get(name), str)}
    return {
        "journal": any(_is_journal(reference.journal, name) for name in journals),
        "year": reference.year in {_year(item.get(name)) for name in _DATES},
        "volume": str(item.get("volume", "")).strip().lower() == reference.volume.strip().lower(),
        "page": _first(reference.pages) in pages - {""},
        "author": _plain(reference.surname) == _plain(_first_author(item.get("author"))) != "",
    }


def _texts(value: object) -> list[str]:
    return [html.unescape(text) for text in value if isinstance(text, str)] if isinstance(value, list) else []


def _year(value: object) -> int | None:
    """Return the year of a date as Crossref writes one: {"date-parts": [[2020, 4]]}."""
    try:
        year = value["date-parts"][0][0]  # type: ignore[index]
    except (TypeError, KeyError, IndexError):
        return None
    return year if isinstance(year, int) else None


def _first(pages: str) -> str:
    """Return the first page of a range, without leading zeros."""
    return re.split(r"[-–\s,]", pages.strip())[0].lower().lstrip("0")


def _first_author(value: object) -> str:
    people = [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
    leading = [one for one in people if one.get("sequence") == "first"] or people
    name = leading[0].get("family") or leading[0].get("name") if leading else ""
    return name if isinstance(name, str) else ""


def _plain(words: str) -> str:
    """Return letters alone, in lower case and without accents."""
    bare = unicodedata.normalize("NFKD", words.casefold())
    return "".join(sign for sign in bare if sign.isalpha())


def _is_journal(ours: str, theirs: str) -> bool:
    """Return whether two names are of one journal: as many words, and each the beginning of the other's.

    >>> _is_journal("Adv. Energy Mater.", "Advanced Energy Materials"), _is_journal("Adv. Energy Mater.", "Advanced Materials")
    (True, False)
    """
    return any(_begin_alike(_words(ours), _words(name)) for name in (theirs, theirs.replace("-", "")))


def _begin_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    return len(one) == len(other) > 0 and all(map(_abbreviates, one, other))


def _abbreviates(one: str, other: str) -> bool:
    """Return whether the shorter of two words is short for the longer: its beginning, but for a last letter from further on.

    >>> _abbreviates("mater", "materials"), _abbreviates("compounds", "compd"), _abbreviates("mater", "matter")
    (True, True, False)
    """
    short, whole = sorted((one, other), key=len)
    stem = short[:-1]
    return whole.startswith(short) or (len(stem) > 2 and whole.startswith(stem) and short[-1] in whole[len(stem) :])


def _words(name: str) -> list[str]:
    words = (_plain(word) for word in re.findall(r"[^\W\d_]+", html.unescape(name)))
    return [word for word in words if word and word not in _SMALL]


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, _plain(one)[:300], _plain(other)[:300]).ratio() if one and other else 0.0
