"""The services that `sodiokg link --to` knows: where each is, how it is asked, and what runs its client."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from sodiokg.errors import UsageError
from sodiokg.link import materials_project, optimade, pubchem, wikidata
from sodiokg.link.cache import Cache
from sodiokg.link.client import Client, Manners
from sodiokg.link.outcomes import Inquiry, Outcome

__all__ = ["SERVICES", "Service", "Task", "addresses"]

Form = Callable[[Mapping[str, Any]], bool]


@dataclass(slots=True)
class Task:
    """What one run asks one service: about what, at which addresses (those that are known where there is none), and how.

    `pause` is the service's own unless given; `clients` are those that the run made, `paces` when each host was asked last.
    """

    substances: Sequence[Inquiry]
    studies: Sequence[Inquiry] = ()
    addresses: Sequence[str] = ()
    providers: Sequence[str] = ()
    manners: Manners = field(default_factory=Manners)
    pause: float | None = None
    offline: bool = False
    refresh: bool = False
    clients: list[Client] = field(default_factory=list)
    paces: dict[str, float] = field(default_factory=dict)

    @property
    def requests(self) -> int:
        """Return how many requests were sent."""
        return sum(client.asked for client in self.clients)

    def run(self, service: str) -> Iterator[Outcome]:
        """Yield what the service has of each thing; raises UsageError or MissingExtraError where it cannot be asked at all."""
        return SERVICES[service].run(self)

    def client(
        self,
        service: str,
        is_answer: Form,
        is_none: Form = lambda _: False,
        *,
        name: str = "",
        address: str = "",
        headers: Mapping[str, str] | None = None,
    ) -> Client:
        """Return a client whose requests count; it is called as the service, and is where the task or the service says, unless told."""
        usual = SERVICES[service]
        made = Client(
            name or service,
            address or self.address_of(service),
            Cache(service),
            replace(self.manners, pause=usual.pause if self.pause is None else self.pause),
            is_answer=is_answer,
            is_none=is_none,
            headers=headers,
            paces=self.paces,
            offline=self.offline,
            refresh=self.refresh,
        )
        self.clients.append(made)
        return made

    def address_of(self, service: str) -> str:
        """Return where the service is asked."""
        return self.addresses[0] if self.addresses else SERVICES[service].address


@dataclass(frozen=True, slots=True)
class Service:
    """A service: its usual address, "" where a list of providers tells it, seconds between two requests, and its client."""

    address: str
    pause: float
    run: Callable[[Task], Iterator[Outcome]]


def addresses(service: str, given: Iterable[str]) -> list[str]:
    """Return where a service was said to be: by SERVICE=URL among those given, else by the environment, as in SODIOKG_PUBCHEM_URL.

    Raises UsageError for what is not so written, and for more than one address of a service that is one.
    """
    told = []
    for one in given:
        name, _, address = one.partition("=")
        if name not in {*SERVICES, "crossref"} or not address:
            known = ", ".join(("crossref", *SERVICES))
            raise UsageError(f"where a service is, is told as SERVICE=URL, not {one!r}", mend=f"services are: {known}")
        told += [address] if name == service else []
    told = told or os.environ.get(f"SODIOKG_{service.replace('-', '_').upper()}_URL", "").split()
    if len(told) > 1 and service != "optimade":
        raise UsageError(f"{service} has one address, not {len(told)}", mend="name one; only optimade takes several")
    return told


def _optimade(task: Task) -> Iterator[Outcome]:
    def connect(name: str, address: str) -> Client:
        return task.client("optimade", optimade.is_list, name=name, address=address)

    return optimade.looked_up(task.substances, connect, task.addresses, task.providers)


def _wikidata(task: Task) -> Iterator[Outcome]:
    client = task.client("wikidata", wikidata.is_result, headers=wikidata.HEADERS)
    return wikidata.looked_up([*task.substances, *task.studies], client, task.address_of("wikidata"))


def _pubchem(task: Task) -> Iterator[Outcome]:
    return pubchem.looked_up(task.substances, task.client("pubchem", pubchem.is_property_table, pubchem.is_nothing))


def _materials_project(task: Task) -> Iterator[Outcome]:
    headers = {} if task.offline else materials_project.key_headers()
    return materials_project.looked_up(
        task.substances, task.client("materials-project", materials_project.is_summary, headers=headers)
    )


SERVICES: Final[Mapping[str, Service]] = {
    "optimade": Service("", 0.5, _optimade),
    "wikidata": Service(wikidata.ADDRESS, 1.0, _wikidata),
    "pubchem": Service(pubchem.ADDRESS, 0.25, _pubchem),
    "materials-project": Service(materials_project.ADDRESS, 0.5, _materials_project),
}
