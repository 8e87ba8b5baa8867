"""Find substances in Wikidata by CAS registry number and InChIKey, and studies by DOI, with SPARQL.

The address, and the properties P231 (CAS registry number), P235 (InChIKey) and P356 (DOI, whose values are in capitals), are those that
public queries of the service use, such as Scholia's and the Bioclipse scripts of Wikidata's chemistry project. The service asks clients
to name themselves, to send one query at a time and to heed Retry-After:
https://www.mediawiki.org/wiki/Wikidata_Query_Service/User_Manual
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from SPARQLWrapper import JSON, SPARQLWrapper

from sodiokg.graph.links import table_prefix
from sodiokg.link.client import Client
from sodiokg.link.outcomes import Database, Inquiry, Outcome, Record, guarded, is_identifier, unkept

__all__ = ["ADDRESS", "HEADERS", "is_result", "looked_up"]

ADDRESS: Final = "https://query.wikidata.org/sparql"
HEADERS: Final = {"Accept": "application/sparql-results+json"}
_SAFE: Final = re.compile(r"[!-~]{1,200}")
_UNSAFE: Final = frozenset('"\\<>{}|^`')
_MOST: Final = 50
_NAMELESS: Final = "there is no registry number, InChIKey or DOI to ask by"
_QUERY: Final = """PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX wdt: <http://www.wikidata.org/prop/direct/>
SELECT DISTINCT ?item ?label ?cas ?inchikey WHERE {{
  {pattern}
  OPTIONAL {{ ?item wdt:P231 ?cas }}
  OPTIONAL {{ ?item wdt:P235 ?inchikey }}
  OPTIONAL {{ ?item rdfs:label ?label FILTER (LANG(?label) = "en") }}
}} ORDER BY ?item ?cas ?inchikey LIMIT {limit}"""


@dataclass(slots=True)
class _Item:
    label: str = ""
    cas: set[str] = field(default_factory=set)
    inchikey: set[str] = field(default_factory=set)


def is_result(body: Mapping[str, Any]) -> bool:
    """Return whether an answer is a SPARQL result whose items are named as Wikidata names them."""
    _, namespace = table_prefix("wikidata")
    results = body.get("results")
    rows = results.get("bindings") if isinstance(results, dict) else None
    return isinstance(rows, list) and all(isinstance(row, dict) and _item(row, namespace) for row in rows)


def looked_up(inquiries: Iterable[Inquiry], client: Client, address: str) -> Iterator[Outcome]:
    """Yield what Wikidata has of each substance or study, in order."""
    database = Database("wikidata", "Wikidata", *table_prefix("wikidata"))
    for inquiry in inquiries:
        blank = Outcome(inquiry, "wikidata", database.title, "not asked", remark=_NAMELESS)
        yield guarded(blank, lambda blank=blank: _found(blank, database, client, address))  # type: ignore[misc]


def _found(blank: Outcome, database: Database, client: Client, address: str) -> Outcome:
    """Return the items that any of the questions finds; offline, of those whose answers are kept."""
    told, unasked = blank, False
    rows: list[Mapping[str, Any]] = []
    for pattern, words in _questions(blank.inquiry):
        answer = client.ask(_url(address, pattern))
        asked = f"{told.asked}, {words}" if told.asked else words
        unasked |= answer is None
        told = replace(blank, asked=asked, date=answer.date if answer else told.date, remark="")
        found = answer.body["results"]["bindings"] if answer else []
        if len(found) >= _MOST:
            return replace(told, status="partial", remark=f"{words} has more than {_MOST} rows; nothing is taken of them")
        rows += found
    if told is blank or (unasked and not rows):
        return unkept(told) if unasked else blank
    return _judged(told, _items(rows, database.namespace), database)


def _questions(inquiry: Inquiry) -> list[tuple[str, str]]:
    """Return the patterns that find an item, each with its words; values that SPARQL could misread are left out."""
    told = [
        *(("P231", "CAS", number) for number in inquiry.registry_numbers),
        *(("P235", "InChIKey", key) for key in inquiry.inchikeys),
        *(("P356", "DOI", inquiry.doi.upper()) for _ in [0] if inquiry.doi),
    ]
    return [
        (f'?item wdt:{name} "{value}" .', f"{words} {value}")
        for name, words, value in told
        if _SAFE.fullmatch(value) and not _UNSAFE & set(value)
    ]


def _url(address: str, pattern: str) -> str:
    """Return the address that SPARQLWrapper asks by GET."""
    wrapper = SPARQLWrapper(address, returnFormat=JSON)
    wrapper.setQuery(_QUERY.format(pattern=pattern, limit=_MOST))
    return str(wrapper._createRequest().full_url)


def _item(row: Mapping[str, Any], namespace: str) -> str:
    """Return the identifier of the item of a row, "" where it is of another form."""
    told = _value(row, "item")
    local = told.removeprefix(namespace)
    return local if local != told and is_identifier(local) and "/" not in local else ""


def _value(row: Mapping[str, Any], name: str) -> str:
    cell = row.get(name)
    value = cell.get("value") if isinstance(cell, dict) else None
    return value if isinstance(value, str) else ""


def _items(rows: Iterable[Mapping[str, Any]], namespace: str) -> dict[str, _Item]:
    found: dict[str, _Item] = defaultdict(_Item)
    for row in rows:
        item = found[_item(row, namespace)]
        item.label = item.label or _value(row, "label")
        item.cas |= {_value(row, "cas")} - {""}
        item.inchikey |= {_value(row, "inchikey")} - {""}
    return found


def _judged(told: Outcome, items: Mapping[str, _Item], database: Database) -> Outcome:
    """Return the outcome; an item that has another InChIKey or registry number than ours is related, and says so."""
    records = []
    for identifier, item in sorted(items.items()):
        wrong = _contradictions(told.inquiry, item)
        match = "related" if wrong else "exact" if told.inquiry.doi else "close"
        remark = f"its {' and '.join(wrong)} differs" if wrong else ""
        records.append(Record(identifier, database, match, item.label, remark=remark))
    status = "none" if not records else "found" if any(one.match != "related" for one in records) else "differs"
    remarks = "; ".join(f"{one.identifier}: {one.remark}" for one in records if one.remark)
    return replace(told, status=status, records=tuple(records), remark=remarks)


def _contradictions(inquiry: Inquiry, item: _Item) -> list[str]:
    pairs = (("CAS number", set(inquiry.registry_numbers), item.cas), ("InChIKey", set(inquiry.inchikeys), item.inchikey))
    return [name for name, ours, theirs in pairs if ours and theirs and not ours & theirs]
