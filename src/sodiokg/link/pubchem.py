"""Find substances in PubChem by PUG REST: by InChIKey, by CAS registry number, else by name where the composition agrees.

Address, paths, properties and the fault "PUGREST.NotFound" (status 404) are those of the PUG REST specification, which asks for at most
five requests a second: https://pubchem.ncbi.nlm.nih.gov/docs/pug-rest
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final
from urllib.parse import quote

from sodiokg.graph.links import table_prefix
from sodiokg.graph.stoichiometry import amounts, is_same
from sodiokg.link.client import Client
from sodiokg.link.outcomes import Database, Inquiry, Outcome, Record, guarded, is_identifier, unkept

__all__ = ["ADDRESS", "is_nothing", "is_property_table", "looked_up"]

ADDRESS: Final = "https://pubchem.ncbi.nlm.nih.gov/rest/pug"
_PROPERTIES: Final = "property/Title,MolecularFormula,InChIKey/JSON"
_NAME: Final = "name "
_MOST: Final = 20  # records of one question that are kept
_NAMELESS: Final = "there is no InChIKey, registry number, or name with a fixed composition to ask by"


def is_property_table(body: Mapping[str, Any]) -> bool:
    """Return whether an answer is a table of properties, each row with a record's number."""
    table = body.get("PropertyTable")
    rows = table.get("Properties") if isinstance(table, dict) else None
    return isinstance(rows, list) and all(isinstance(row, dict) and is_identifier(row.get("CID")) for row in rows)


def is_nothing(body: Mapping[str, Any]) -> bool:
    """Return whether an answer says that there is no such record."""
    fault = body.get("Fault")
    return isinstance(fault, dict) and fault.get("Code") == "PUGREST.NotFound"


def looked_up(inquiries: Iterable[Inquiry], client: Client) -> Iterator[Outcome]:
    """Yield what PubChem has of each substance, in order."""
    database = Database("pubchem", "PubChem", *table_prefix("pubchem"))
    for inquiry in inquiries:
        blank = Outcome(inquiry, "pubchem", database.title, "not asked")
        yield guarded(blank, lambda blank=blank: _found(blank, database, client))  # type: ignore[misc]


def _found(blank: Outcome, database: Database, client: Client) -> Outcome:
    """Return the records of the first question that finds any; offline, of those whose answers are kept."""
    told, unasked = replace(blank, remark=_NAMELESS), False
    for path, words in _questions(blank.inquiry):
        answer = client.get(f"compound/{path}/{_PROPERTIES}", {})
        asked = f"{told.asked}, {words}" if told.asked else words
        unasked |= answer is None
        told = replace(blank, status="none", asked=asked, date=answer.date if answer else told.date)
        if answer and (rows := answer.body.get("PropertyTable", {}).get("Properties")):
            return _judged(replace(told, asked=words), rows, database)
    return unkept(replace(blank, asked=told.asked)) if unasked else told


def _questions(inquiry: Inquiry) -> Iterator[tuple[str, str]]:
    for key in inquiry.inchikeys:
        yield f"inchikey/{quote(key, safe='')}", f"InChIKey {key}"
    for number in inquiry.registry_numbers:
        yield f"xref/RN/{quote(number, safe='')}", f"CAS {number}"
    # The path of a name cannot hold a slash, however it is written.
    if amounts(inquiry.formula) and "/" not in inquiry.label:
        yield f"name/{quote(inquiry.label, safe='')}", f"{_NAME}{inquiry.label}"


def _judged(told: Outcome, rows: list[dict[str, Any]], database: Database) -> Outcome:
    """Return the outcome with its records; one of another composition is told, and is related only where a number led to it."""
    records = [record for row in rows[:_MOST] for record in _records(told.inquiry, row, database)]
    close = any(record.match == "close" for record in records)
    wrong = sorted({record.formula for record in records if record.match == "related"})
    remarks = [f"other compositions: {', '.join(wrong)}"] if wrong else []
    remarks += [f"{len(rows) - _MOST} records more"] if len(rows) > _MOST else []
    status = "partial" if close and len(rows) > _MOST else "found" if close else "differs"
    named = told.asked.startswith(_NAME)
    kept = tuple(record for record in records if not named or record.match == "close")
    return replace(told, status=status, records=kept, remark="; ".join(remarks))


def _records(inquiry: Inquiry, row: Mapping[str, Any], database: Database) -> Iterator[Record]:
    label, formula, key = (str(row.get(name) or "") for name in ("Title", "MolecularFormula", "InChIKey"))
    match = "close" if not amounts(inquiry.formula) or is_same(inquiry.formula, formula) else "related"
    yield Record(str(row["CID"]), database, match, label, formula)
    if match == "close" and is_identifier(key):
        yield Record(key, Database("inchikey", "InChIKey", *table_prefix("inchikey")), match, label, formula)
