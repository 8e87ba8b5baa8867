"""How well references find their DOIs: every shipped reference, asked of a replayed service among records that are nearly it.

`python tests/link/matching.py [SEED]` prints, for each way in which a service writes the right record and for each kind of near miss, how many
were accepted. The references are those that ship; every DOI, and every record that is not theirs, is invented.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sodiokg.graph.catalogue import shipped_sources
from sodiokg.link.crossref import judged
from sodiokg.model import Reference
from sodiokg.text import read_document, read_source

__all__ = ["MISSES", "WRITTEN", "Case", "cases", "record", "works"]

Record = dict[str, Any]
# What Crossref calls the journals that the reference list abbreviates.
JOURNALS = {
    "ACS Appl. Mater. Interfaces": "ACS Applied Materials &amp; Interfaces",
    "ACS Cent. Sci.": "ACS Central Science",
    "ACS Mater. Lett.": "ACS Materials Letters",
    "ACS Nano": "ACS Nano",
    "Adv. Energy Mater.": "Advanced Energy Materials",
    "Adv. Energy Sustain. Res.": "Advanced Energy and Sustainability Research",
    "Adv. Funct. Mater.": "Advanced Functional Materials",
    "Angew. Chem. Int. Ed. Engl.": "Angewandte Chemie International Edition",
    "Carbon": "Carbon",
    "Cell Rep. Phys. Sci.": "Cell Reports Physical Science",
    "Chem. Commun.": "Chemical Communications",
    "Chem. Eng. J.": "Chemical Engineering Journal",
    "Chem. Mater.": "Chemistry of Materials",
    "Energy Environ. Sci.": "Energy &amp; Environmental Science",
    "Energy Fuels": "Energy &amp; Fuels",
    "Energy Mater. Adv.": "Energy Material Advances",
    "Energy Storage Mater.": "Energy Storage Materials",
    "Ionics": "Ionics",
    "J. Alloy Compd.": "Journal of Alloys and Compounds",
    "J. Am. Chem. Soc.": "Journal of the American Chemical Society",
    "J. Electroanal. Chem.": "Journal of Electroanalytical Chemistry",
    "J. Energy Chem.": "Journal of Energy Chemistry",
    "J. Mater. Chem. A": "Journal of Materials Chemistry A",
    "J. Mater. Sci.": "Journal of Materials Science",
    "J. Phys. Chem. Lett.": "The Journal of Physical Chemistry Letters",
    "J. Power Sources": "Journal of Power Sources",
    "Mat. Res. Bull.": "Materials Research Bulletin",
    "Mater. Today Energy": "Materials Today Energy",
    "Materials": "Materials",
    "Nano Energy": "Nano Energy",
    "Nano Lett.": "Nano Letters",
    "Nanomaterials": "Nanomaterials",
    "Nanomicro Lett.": "Nano-Micro Letters",
    "Nat. Commun.": "Nature Communications",
    "Nat. Nanotechnol.": "Nature Nanotechnology",
    "Sci. Adv.": "Science Advances",
    "Sci. Bull.": "Science Bulletin",
    "Small": "Small",
    "Small Methods": "Small Methods",
    "Solid State Ionics": "Solid State Ionics",
    "eScience": "eScience",
}
# Journals of the same house or of nearly the same name.
SISTERS = {
    "Adv. Energy Mater.": "Advanced Materials",
    "Adv. Funct. Mater.": "Advanced Materials",
    "ACS Nano": "ACS Applied Nano Materials",
    "Angew. Chem. Int. Ed. Engl.": "Angewandte Chemie",
    "Chem. Commun.": "Communications Chemistry",
    "J. Mater. Chem. A": "Journal of Materials Chemistry C",
    "J. Power Sources": "Journal of Power Sources Advances",
    "Nat. Commun.": "Nature Materials",
    "Small": "Small Methods",
    "Small Methods": "Small Structures",
}


def record(one: Reference, **other: object) -> Record:
    """Return what Crossref would have of a reference, with some fields another way and those of None left out."""
    people = [
        {"family": name.split(",")[0].strip(), "given": name.partition(",")[2].strip(), "sequence": "additional"}
        for name in one.authors
    ]
    people[0]["sequence"] = "first"
    told = {
        "DOI": f"10.9999/right.{one.number}",
        "title": [one.title],
        "author": people,
        "container-title": [JOURNALS[one.journal]],
        "volume": one.volume,
        "page": one.pages,
        "issued": {"date-parts": [[one.year, 4]]},
    }
    return {name: value for name, value in {**told, **other}.items() if value is not None}


def works(*records: Record) -> dict[str, Any]:
    """Return an answer in the documented form of a list of works."""
    return {"status": "ok", "message-type": "work-list", "message": {"total-results": len(records), "items": list(records)}}


def _day(year: int, month: int = 4) -> dict[str, Any]:
    return {"date-parts": [[year, month]]}


def _first(one: Reference) -> str:
    return one.pages.split("-")[0]


def _accents_lost(one: Reference) -> Record:
    people = record(one)["author"]
    return record(one, author=[{**people[0], "family": people[0]["family"].upper()}, *people[1:]])


# How services write the right record. Those of "lacking" have not all that is to agree, so they are not accepted by rule.
WRITTEN = {
    "as printed": record,
    "article number in place of pages": lambda one: record(one, page=None, **{"article-number": _first(one)}),
    "first page alone": lambda one: record(one, page=_first(one)),
    "last page shortened": lambda one: record(one, page=f"{_first(one)}-{one.pages[-2:]}"),
    "short title of the journal": lambda one: record(
        one, **{"container-title": [], "short-container-title": [one.journal.replace(".", "")]}
    ),
    "online in the year before": lambda one: record(
        one, issued=_day(one.year - 1, 12), **{"published-print": _day(one.year, 1), "published-online": _day(one.year - 1, 12)}
    ),
    "DOI in capitals": lambda one: record(one, DOI=f"10.9999/RIGHT.{one.number}"),
    "title in capitals": lambda one: record(one, title=[one.title.upper()]),
    "title with marks": lambda one: record(one, title=[f"<i>{one.title}</i>\n   <sub>2</sub>"]),
    "name in capitals": _accents_lost,
    "title and subtitle": lambda one: record(one, title=[one.title.split(":")[0][:60]]),
    "retracted, and retitled so": lambda one: record(one, title=[f"RETRACTED ARTICLE: {one.title}"]),
    "lacking: no volume yet": lambda one: record(one, volume=None),
    "lacking: the online year alone": lambda one: record(one, issued=_day(one.year - 1)),
    "lacking: no author": lambda one: record(one, author=None),
}


def _near(one: Reference, mark: str, **other: object) -> Record:
    return record(one, DOI=f"10.9999/near.{one.number}.{mark}", **other)


def _moved(one: Reference, by: int) -> str:
    """Return a first page so far away."""
    return "".join(sign for sign in _first(one) if not sign.isdigit()) + str(int("".join(filter(str.isdigit, _first(one)))) + by)


# Records that are nearly a reference: what a search among titles and names brings up beside the right one.
MISSES = {
    "same authors, next year": lambda one: _near(
        one, "y", issued=_day(one.year + 1), volume=str(int(one.volume) + 1), page=_moved(one, 311)
    ),
    "same authors, same page, next year": lambda one: _near(one, "p", issued=_day(one.year + 1)),
    "same volume, next paper": lambda one: _near(
        one, "v", page=_moved(one, 9), author=[{"family": "Novak", "sequence": "first"}], title=["Another paper"]
    ),
    "same authors and volume, another page": lambda one: _near(one, "o", page=_moved(one, 1)),
    "erratum on a page of its own": lambda one: _near(one, "e", title=[f"Erratum: {one.title}"], page=_moved(one, 4000)),
    "correction under the same number": lambda one: _near(one, "c", title=[f"Correction to: {one.title}"]),
    "retraction note under the same number": lambda one: _near(one, "r", title=[f"Retraction Note to: {one.title}"]),
    "publisher's correction, under the same number": lambda one: _near(one, "u", title=[f"Publisher’s Correction: {one.title}"]),
    "preprint": lambda one: _near(
        one,
        "a",
        issued=_day(one.year - 1),
        volume=None,
        page=None,
        **{"container-title": [], "institution": [{"name": "a server"}]},
    ),
    "preprint of the same year": lambda one: _near(one, "b", volume=None, page=None, **{"container-title": []}),
    "part II in the same volume": lambda one: _near(one, "2", title=[f"{one.title}. Part II"], page=_moved(one, 12)),
    "sister journal, same volume and page": lambda one: _near(
        one, "s", **{"container-title": [SISTERS.get(one.journal, "Journal of Something Else")]}
    ),
    "another first author, same place": lambda one: _near(
        one, "f", author=[{"family": "Smith", "sequence": "first"}, *record(one)["author"]]
    ),
    "supporting information": lambda one: _near(one, "s001", author=None, volume=None, page=None, **{"container-title": None}),
    "a comment on it": lambda one: _near(
        one, "m", title=[f"Comment on “{one.title}”"], author=[{"family": "Poe", "sequence": "first"}], page=_moved(one, 77)
    ),
    "a reply, same volume": lambda one: _near(one, "l", title=[f"Reply to Comment on “{one.title}”"], page=_moved(one, 80)),
}


@dataclass(frozen=True, slots=True)
class Case:
    """One reference and the records that the service answers; `right` is the DOI to be found, "" where none of the records is it."""

    reference: Reference
    kind: str
    right: str
    records: tuple[Record, ...]


def cases(seed: int = 7) -> Iterator[Case]:
    """Yield for each shipped reference each way of writing its record among four near misses, and each near miss without it."""
    chance = random.Random(seed)
    references = [one for path in shipped_sources() for one in read_document(read_source(path)).references]
    for one in references:
        for kind, write in WRITTEN.items():
            right = write(one)
            records = [right, *(miss(one) for miss in chance.sample(list(MISSES.values()), 4))]
            chance.shuffle(records)
            yield Case(one, kind, right["DOI"].lower(), tuple(records))
        for kind, miss in MISSES.items():
            yield Case(one, f"near miss: {kind}", "", (miss(one),))


def outcomes(seed: int = 7) -> Mapping[str, Counter[str]]:
    """Return for each kind how often the right record, a wrong one or none was accepted, by which status."""
    told: dict[str, Counter[str]] = {}
    for case in cases(seed):
        match = judged(case.reference, works(*case.records))
        outcome = match.status if match.status != "accepted" else "right" if match.doi == case.right else "wrong"
        told.setdefault(case.kind, Counter())[outcome] += 1
    return told


def figures(told: Mapping[str, Counter[str]]) -> tuple[float, float, float]:
    """Return precision, recall over all, and recall over records that lack nothing."""
    right, wrong = (sum(count[name] for count in told.values()) for name in ("right", "wrong"))
    there = {kind: count.total() for kind, count in told.items() if kind in WRITTEN}
    whole = [kind for kind in there if not kind.startswith("lacking")]
    return (
        right / (right + wrong),
        right / sum(there.values()),
        sum(told[kind]["right"] for kind in whole) / sum(there[kind] for kind in whole),
    )


def main() -> None:
    """Print the figures by kind."""
    told = outcomes(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
    for kind, count in told.items():
        sys.stdout.write(f"{kind:50} {', '.join(f'{number} {name}' for name, number in count.most_common())}\n")
    precision, recall, whole = figures(told)
    sys.stdout.write(f"precision {precision:.4f}; recall {recall:.4f}, of records that lack nothing {whole:.4f}\n")


if __name__ == "__main__":
    main()
