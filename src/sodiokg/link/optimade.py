"""Find compositions in every database that speaks OPTIMADE, with the client of optimade-python-tools over our own polite one.

That client writes the question, follows the pages and knows the providers: their list is the one that the package carries. It would ask
without end where a server says 429, follow a link to any host and read without limit, so its requests go through `Client`.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module, resources
from types import ModuleType
from typing import Any, Final
from urllib.parse import urlsplit

from sodiokg.errors import EndpointError, MissingExtraError, UsageError
from sodiokg.graph.stoichiometry import amounts, reduced_formula, system
from sodiokg.link.client import Client
from sodiokg.link.outcomes import Database, Inquiry, Outcome, Record, is_identifier
from sodiokg.link.structures import Reading, judged, unfit
from sodiokg.names import slug

__all__ = ["is_list", "looked_up", "providers"]

Connect = Callable[[str, str], Client]
_FIELDS: Final = ["chemical_formula_reduced", "elements", "nelements"]
_PAGES: Final = 40  # of one question; a server whose pages have no end is left
_MOST: Final = 1000  # records of one question
_EXAMPLE: Final = "exmpl"
_ADDRESS: Final = re.compile(r"https?://[A-Za-z0-9.:/_~%-]{1,200}")
_MISSING: Final = MissingExtraError("OPTIMADE needs an optional package", mend="pip install 'sodiokg[link]'")


@dataclass(slots=True)
class _Exchange:
    """One question's way through the pages: what was asked, what came, and why it ended early."""

    client: Client
    asked: set[str] = field(default_factory=set)
    pages: list[Mapping[str, Any]] = field(default_factory=list)
    date: str = ""
    failure: str = ""
    kept: bool = True

    def fetch(self, url: str) -> bytes:
        """Return the JSON of a page; raises EndpointError for one that is no answer, comes again, or is one too many."""
        try:
            if url in self.asked or len(self.asked) >= _PAGES:
                raise EndpointError(
                    "leads in a circle of pages" if url in self.asked else f"goes on for more than {_PAGES} pages"
                )
            self.asked.add(url)
            answer = self.client.ask(url)
        except EndpointError as error:
            self.failure = error.what
            raise
        if answer is None:
            self.kept, self.failure = False, "offline, and no answer is kept"
            raise EndpointError(self.failure)
        self.date = answer.date
        return json.dumps(answer.body).encode()


def is_list(body: Mapping[str, Any]) -> bool:
    """Return whether an answer is a list of entries as OPTIMADE gives one, without errors."""
    data, meta, links = body.get("data"), body.get("meta"), body.get("links", {})
    if not isinstance(data, list) or not isinstance(meta, dict) or not isinstance(links, dict) or body.get("errors"):
        return False
    return all(isinstance(one, dict) and is_identifier(one.get("id")) for one in data)


def providers() -> dict[str, str]:
    """Return the index address of every provider that has one, by its short name, as the package lists them.

    Raises MissingExtraError where the package is not installed.
    """
    try:
        listed = json.loads((resources.files("optimade") / "server" / "data" / "providers.json").read_bytes())["data"]
    except ModuleNotFoundError:
        raise _MISSING from None
    told = {str(one["id"]): one["attributes"].get("base_url") for one in listed}
    return {name: address for name, address in told.items() if isinstance(address, str) and name != _EXAMPLE}


def looked_up(
    inquiries: Iterable[Inquiry], connect: Connect, addresses: Sequence[str] = (), only: Collection[str] = ()
) -> Iterator[Outcome]:
    """Return what each database has of each composition: of those at the `addresses`, of the providers in `only`, of all without either.

    Raises MissingExtraError without the package, UsageError for a provider that is not listed; nothing is asked before the first outcome.
    """
    _library()
    listed = providers() if only or not addresses else {}
    if unknown := sorted(set(only) - set(listed)):
        raise UsageError(f"no OPTIMADE provider is called {unknown[0]!r}", mend=f"they are: {', '.join(sorted(listed))}")
    chosen = {name: address for name, address in listed.items() if not only or name in only}
    return _outcomes(inquiries, connect, _named(addresses), chosen)


def _outcomes(
    inquiries: Iterable[Inquiry], connect: Connect, named: Sequence[Database], chosen: Mapping[str, str]
) -> Iterator[Outcome]:
    found, silent = _discovered(connect, chosen)
    databases = [*named, *found]
    clients = {database.key: connect(database.title, database.namespace) for database in databases}
    for inquiry in inquiries:
        if not amounts(inquiry.formula):
            yield unfit(Outcome(inquiry, "optimade", "", "not asked"))
            continue
        for name, why in silent.items():
            yield Outcome(inquiry, "optimade", name, why.status, remark=why.remark)
        for database in databases:
            yield _looked_up(inquiry, database, clients[database.key])


def _library() -> ModuleType:
    try:
        return import_module("optimade.client")
    except ImportError:
        raise _MISSING from None


def _named(addresses: Iterable[str]) -> list[Database]:
    bare = [address.rstrip("/").removesuffix("/v1") for address in addresses]
    return [_database(slug(urlsplit(one).netloc + urlsplit(one).path), one) for one in bare]


def _database(name: str, address: str) -> Database:
    """Return a database below an address; its identifiers get a prefix of their own, as they need not be those of its website."""
    prefix = "OPTIMADE_" + "".join(sign if sign.isascii() and sign.isalnum() else "_" for sign in name.upper())
    return Database(f"optimade-{slug(name).lower()}", name, prefix, f"{address.rstrip('/')}/v1/structures/")


@dataclass(frozen=True, slots=True)
class _Silence:
    status: str
    remark: str


def _discovered(connect: Connect, listed: Mapping[str, str]) -> tuple[list[Database], dict[str, _Silence]]:
    """Return the databases that the providers' indices list, and why that of a provider told nothing."""
    found: list[Database] = []
    silent: dict[str, _Silence] = {}
    clients: dict[str, Client] = {}
    for name, address in listed.items():
        host = urlsplit(address).netloc
        client = clients.setdefault(host, connect(f"the index at {host}", address))
        try:
            found += _children(name, address, client)
        except _NotKeptError:
            silent[name] = _Silence("not asked", "offline, and its list of databases is not kept")
        except EndpointError as error:
            silent[name] = _Silence("not reached", f"its list of databases: {error.what}")
    return found, silent


class _NotKeptError(EndpointError):
    """An answer that is not kept, while nothing may be asked."""


def _children(name: str, address: str, client: Client) -> list[Database]:
    """Return the databases of a provider that may be asked together with others.

    Raises EndpointError for an index that does not answer as documented.
    """
    from optimade.utils import get_child_database_links

    exchange = _Exchange(client)
    provider = {"id": name, "base_url": address.rstrip("/")}
    try:
        links = get_child_database_links(provider, session=_session(exchange)())
    except RuntimeError:
        raise EndpointError("is of another form than documented") from None
    except EndpointError:
        if not exchange.kept:
            raise _NotKeptError(exchange.failure) from None
        raise
    several = len(links) > 1
    addresses = {link.id: str(getattr(link.attributes.base_url, "href", link.attributes.base_url)) for link in links}
    if not all(_ADDRESS.fullmatch(one) for one in addresses.values()):
        raise EndpointError("is of another form than documented")
    return [_database(f"{name}/{child}" if several else name, one) for child, one in addresses.items()]


def _session(exchange: _Exchange) -> type:
    """Return a class of sessions whose requests are those of our client: both ways of the library make their own from it."""
    import requests

    def get(_: object, url: str, **__: object) -> object:
        ready = requests.Request("GET", url).prepare()
        response = requests.Response()
        response.raw = io.BytesIO(exchange.fetch(str(ready.url)))
        response.status_code, response.encoding = 200, "utf-8"
        response.url, response.request = str(ready.url), ready
        return response

    return type("PoliteSession", (requests.Session,), {"get": get})


def _looked_up(inquiry: Inquiry, database: Database, client: Client) -> Outcome:
    exact = f'chemical_formula_reduced="{reduced_formula(inquiry.formula)}"'
    elements = system(inquiry.formula)
    named = ",".join(f'"{one}"' for one in elements)
    others = partial(_reading, f"elements HAS ALL {named} AND nelements={len(elements)}", database, client)
    blank = Outcome(inquiry, "optimade", database.title, "not asked", asked=exact)
    return judged(blank, _reading(exact, database, client), others)


def _reading(question: str, database: Database, client: Client) -> Reading:
    """Return the records of all pages that answer a filter."""
    exchange = _Exchange(client)
    base = database.namespace.removesuffix("/v1/structures/")
    library = _library().OptimadeClient(
        base_urls=[base],
        http_client=_session(exchange),
        callbacks=[lambda _, page: exchange.pages.append(page)],
        max_results_per_provider=_MOST,
        silent=True,
    )
    (told,) = library.get_one("structures", question, base, response_fields=_FIELDS).values()
    records = tuple(_record(entry, database) for page in exchange.pages for entry in page["data"])
    broken = exchange.failure or "; ".join(map(str, told.errors))
    if not broken and exchange.pages and exchange.pages[-1]["links"].get("next"):
        broken = f"only the first {len(records)} records were read"
    reached = bool(exchange.pages)
    return Reading(records, exchange.date, broken, reached=reached, kept=exchange.kept or reached)


def _record(entry: Mapping[str, Any], database: Database) -> Record:
    told = entry.get("attributes")
    formula = told.get("chemical_formula_reduced") if isinstance(told, dict) else None
    formula = formula if isinstance(formula, str) else ""
    return Record(str(entry["id"]), database, "narrow", formula, formula)
