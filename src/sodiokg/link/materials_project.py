"""Find compositions in the Materials Project by its summary documents; the key comes from the environment and is never kept.

Address, path, fields, paging (`_limit`, `_skip`, `meta.total_doc`) and the names MP_API_KEY and X-API-KEY are those of the project's own
client, mp-api (materialsproject/api, mp_api/client/core/client.py). Its identifiers changed their form once: they are opaque text.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Final

from sodiokg.errors import EndpointError, UsageError
from sodiokg.graph.links import table_prefix
from sodiokg.graph.stoichiometry import amounts, reduced_formula, system
from sodiokg.link.client import Client
from sodiokg.link.outcomes import Database, Inquiry, Outcome, Record, is_identifier
from sodiokg.link.structures import Reading, judged, unfit

__all__ = ["ADDRESS", "is_summary", "key_headers", "looked_up"]

ADDRESS: Final = "https://api.materialsproject.org"
_VARIABLE: Final = "MP_API_KEY"
_FIELDS: Final = "material_id,formula_pretty,symmetry,deprecated"
_PAGE: Final = 100
_PAGES: Final = 10


def key_headers() -> dict[str, str]:
    """Return the header that carries the key; raises UsageError where the environment has none."""
    key = os.environ.get(_VARIABLE, "").strip()
    if not key or not key.isascii() or not key.isprintable():
        told = "is not set" if not key else "is not a key: it has characters that no key has"
        mend = f"set {_VARIABLE} to the key of your account at materialsproject.org, use --offline, or leave this service out"
        raise UsageError(f"the Materials Project wants a key, and {_VARIABLE} {told}", mend=mend)
    return {"X-API-KEY": key}


def is_summary(body: Mapping[str, Any]) -> bool:
    """Return whether an answer is a page of summary documents; one without any, where some are announced, is none."""
    data, meta = body.get("data"), body.get("meta")
    if not isinstance(data, list) or not isinstance(meta, dict) or not isinstance(meta.get("total_doc"), int):
        return False
    return bool(data or not meta["total_doc"]) and all(
        isinstance(one, dict) and is_identifier(one.get("material_id")) for one in data
    )


def looked_up(inquiries: Iterable[Inquiry], client: Client) -> Iterator[Outcome]:
    """Yield what the Materials Project has of each composition, in order."""
    database = Database("materials-project", "the Materials Project", *table_prefix("materials-project"))
    for inquiry in inquiries:
        blank = Outcome(inquiry, "materials-project", database.title, "not asked")
        if not amounts(inquiry.formula):
            yield unfit(blank)
            continue
        formula, chemsys = reduced_formula(inquiry.formula), "-".join(system(inquiry.formula))
        exact = _reading(client, database, {"formula": formula})
        others = partial(_reading, client, database, {"chemsys": chemsys})
        yield judged(replace(blank, asked=f"formula {formula}"), exact, others)


def _reading(client: Client, database: Database, question: Mapping[str, str]) -> Reading:
    """Return the records of all pages; what was read before a failure stays, labelled as broken off."""
    records: list[Record] = []
    date, total = "", 1
    for page in range(_PAGES):
        if page * _PAGE >= total:
            return Reading(tuple(records), date)
        paging = {"_fields": _FIELDS, "_limit": str(_PAGE), "_skip": str(page * _PAGE)}
        try:
            answer = client.get("materials/summary/", {**question, **paging})
        except EndpointError as error:
            return Reading(tuple(records), date, error.what, reached=page > 0)
        if answer is None:
            return Reading(tuple(records), date, "offline, and no answer is kept", kept=page > 0)
        date, total = answer.date, answer.body["meta"]["total_doc"]
        records += [_record(document, database) for document in answer.body["data"]]
    return Reading(tuple(records), date, f"there are more than {_PAGES * _PAGE} records")


def _record(document: Mapping[str, Any], database: Database) -> Record:
    symmetry = document.get("symmetry")
    symbol = symmetry.get("symbol") if isinstance(symmetry, dict) else None
    formula = document.get("formula_pretty")
    told = formula if isinstance(formula, str) else ""
    remark = "deprecated by the database" if document.get("deprecated") is True else ""
    space_group = symbol if isinstance(symbol, str) else ""
    return Record(str(document["material_id"]), database, "narrow", told, told, space_group, remark)
