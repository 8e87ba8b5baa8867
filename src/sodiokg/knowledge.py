"""The graph as an object to ask: what `sodiokg.open()` returns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sodiokg.comparison import QUESTION, Comparison, compared, read_results
from sodiokg.errors import EndpointError, QueryError, UsageError
from sodiokg.query.dossier import dossier
from sodiokg.query.engine import SECONDS, run_apart, run_here
from sodiokg.query.restatements import joined
from sodiokg.query.search import hits
from sodiokg.query.shipped import Question, find, questions
from sodiokg.query.things import Thing, meant, things
from sodiokg.query.vocabulary import as_known, known_keys, spelled, substrate_key, unknown_value
from sodiokg.query.wording import did_you_mean
from sodiokg.tables import Table, table_from_results
from sodiokg.transfer import CONTAMINANTS, MATRIX, TRANSFER, Matrix, Transfer, matrix_of, transfer_of

if TYPE_CHECKING:
    import pyoxigraph as ox

    from sodiokg.explanation import Explainer, Reasons
    from sodiokg.query.endpoint import Endpoint

__all__ = ["KnowledgeGraph"]

# What begins like this, after comments, is meant as SPARQL, well formed or not; no question's name does.
_SPARQL: Final = re.compile(
    r"\s*(?:#[^\n]*\n\s*)*(?:(?:PREFIX|BASE)\s[^<\n]*<|(?:SELECT|ASK|CONSTRUCT|DESCRIBE|INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|COPY|MOVE|ADD)\b)",
    re.IGNORECASE,
)


class KnowledgeGraph:
    """A sodiokg graph, embedded or behind a SPARQL endpoint, that answers questions with tables.

    SPARQL of one's own may call the `services` that are named here, by their whole addresses, and no other.
    """

    def __init__(
        self,
        graph: Path | str | None = None,
        endpoint: str | None = None,
        *,
        seconds: float = SECONDS,
        services: Sequence[str] = (),
    ) -> None:
        if graph is not None and endpoint is not None:
            raise UsageError("ask a graph file or an endpoint, not both")
        self._graph = Path(graph) if graph is not None else None
        self._seconds = seconds
        self._services = frozenset(services)
        self._endpoint = _endpoint(endpoint, seconds, self._services) if endpoint is not None else None

    def query(self, question: str | int, /, **parameters: object) -> Table:
        """Return the answer to a shipped question (number, name, part of its name) or to SPARQL text.

        Raises UsageError for an unknown question, parameter or value, QueryError for SPARQL that cannot run, EndpointError for an
        endpoint that does not answer.
        """
        if isinstance(question, str) and _SPARQL.match(question):
            if parameters:
                raise UsageError("parameters belong to shipped questions; write the values into the SPARQL")
            return self.run(question)
        found = find(question)
        kinds = {parameter.name: parameter for parameter in found.parameters}
        known = {
            name: as_known(kinds[name], value, self._results) if name in kinds else value for name, value in parameters.items()
        }
        return self._ask(found, known)

    def run(self, sparql: str) -> Table:
        """Return the answer to SPARQL of anybody's, in a process of its own with limits where the graph is embedded."""
        if self._endpoint is not None:
            return table_from_results(self._endpoint.run(sparql))
        return table_from_results(run_apart(self._graph, sparql, seconds=self._seconds, services=self._services))

    def compare(self, *quantities: str, by: Sequence[str] = (), on: str = "any") -> Table:
        """Return studies by quantities, grouped by what makes their numbers comparable; see `comparison`."""
        return self.comparison(*quantities, by=by, on=on).table()

    def comparison(self, *quantities: str, by: Sequence[str] = (), on: str = "any") -> Comparison:
        """Return the comparison of these quantities, or of all that are measured in cells, on one substrate or class of them.

        Groups go by the facets in `by`; no number is ranked, and none is compared across groups. Raises UsageError for an unknown
        quantity, facet or substrate.
        """
        question = find(QUESTION)
        answer = self._ask(question, {} if on == "any" else {"substrate": on})
        if not answer.complete:
            raise QueryError(
                f"the graph holds more than {len(answer):,} numbers for this", mend="compare on one substrate at a time"
            )
        where = "" if on == "any" else f" on {spelled(question.parameters[0], on, self._results)}"
        known = known_keys("quantity key", self._results)
        return compared(read_results(answer), quantities, by, f"Studies compared{where}", known)

    def transfer(self, shown: str, target: str) -> Table:
        """Return the strategies shown on one substrate and not found on another, one row for each precondition; see `transferred`."""
        if shown.strip().casefold() == target.strip().casefold():
            raise UsageError(f"a strategy carries over from one substrate to another, not from {shown!r} to itself")
        ends = {name: substrate_key(key, self._results) for name, key in (("shown", shown), ("target", target))}
        return self._ask(find(TRANSFER), dict(ends))

    def transferred(self, shown: str, target: str) -> Transfer:
        """Return what may carry over from one substrate or class of them to another: strategies, mechanisms and what these need.

        Each precondition holds, fails or is unknown, with its evidence. Raises UsageError where no study read is on such a substrate.
        """
        parameter = find(TRANSFER).parameters[0]
        ends = (spelled(parameter, key, self._results) for key in (shown, target))
        return transfer_of(self.transfer(shown, target), self._ask(find(CONTAMINANTS), {}), *ends)

    def matrix(self, *substrates: str) -> Table:
        """Return strategies by classes of substrate, all or some, with the number of studies and their references."""
        return self.strategies(*substrates).table()

    def strategies(self, *substrates: str) -> Matrix:
        """Return the matrix of strategies by classes of substrate, which draws itself too; UsageError for an unknown class."""
        table = self._ask(find(MATRIX), {})
        known = {str(name).casefold(): str(name) for name in table.column("substrate")}
        for name in substrates:
            if name.strip().casefold() not in known:
                near = did_you_mean(name, known.values()) or f"there are {', '.join(sorted(known.values()))}"
                raise UsageError(f"no study read is on a class of substrates {name!r}", mend=near)
        return matrix_of(table, tuple(dict.fromkeys(known[name.strip().casefold()] for name in substrates)))

    def show(self, thing: str | int, /) -> Table:
        """Return all that is known of a material, phase, mechanism, effect, strategy, quantity, study or reference number.

        It goes by key, label, formula in any typography, abbreviation, title or DOI; of a name with several meanings all are shown.
        Raises UsageError, with near names, for what the graph does not know.
        """
        meanings = meant(str(thing), self.things(), self._results)
        known = find("what-is-known-of")
        answers = {key: self._ask(known, {"thing": key}) for key in meanings}
        return dossier(meanings, answers, self._ask(find("which-documents-disagree"), {}))

    def search(self, words: str, /, kind: str = "") -> Table:
        """Return what has all the `words` in its names, its definition or a quote, the best first, each with the key to show it by.

        Raises UsageError for a kind that there is not.
        """
        return hits(words, self.things(), kind, self._results)

    def things(self) -> tuple[Thing, ...]:
        """Return all that the graph knows by a name, sorted by key."""
        return things(self._results)

    def why(self, subject: str | int, *, mechanism: str = "", relation: str = "", on: str = "", most: int = 10) -> Reasons:
        """Return why something is so of a study, substance or record: up to `most` proofs of each statement, smallest first.

        It is told of every mechanism and class, of the `mechanism` that is named, or of the property that is (`relation`).

        Raises UsageError for a name that the graph does not know, and for an endpoint, which cannot be reasoned over from here.
        """
        return self.explainer.why(str(subject), mechanism=mechanism, relation=relation, on=on, most=most)

    def why_not(self, subject: str | int, mechanism: str, *, on: str = "", most: int = 3) -> Reasons:
        """Return what is missing before a mechanism would follow for a study, substance or record: up to `most` ways, nearest first."""
        return self.explainer.why_not(str(subject), mechanism, on=on, most=most)

    @cached_property
    def explainer(self) -> Explainer:
        """The embedded graph with all that follows from it, to be asked why."""
        from sodiokg.explanation import Explainer

        if self._endpoint is not None:
            raise UsageError("proofs need the graph itself, not an endpoint", mend="download it and name the file with --graph")
        return Explainer(self._store)

    def queries(self) -> tuple[Question, ...]:
        """Return the questions that ship, by number."""
        return questions()

    def _ask(self, question: Question, parameters: dict[str, object]) -> Table:
        results = (
            self._inferred(question.bind(parameters))
            if question.reads == "inferred"
            else self._results(question.bind(parameters))
        )
        values = {parameter.name: parameters.get(parameter.name, parameter.default) for parameter in question.parameters}
        named = {p.name: spelled(p, values[p.name], self._results) for p in question.parameters}
        title, units = question.title(named), dict(question.units)
        table = table_from_results(results, lists=question.lists, title=title, units=units, symbols=True)
        table = joined(table)
        if not table.rows:
            for parameter in question.parameters:
                if parameter.name in parameters and (
                    error := unknown_value(parameter, parameters[parameter.name], self._results)
                ):
                    raise error
        return table

    def _results(self, sparql: str) -> dict[str, Any]:
        return self._endpoint.run(sparql) if self._endpoint is not None else run_here(self._store, sparql)

    def _inferred(self, sparql: str) -> dict[str, Any]:
        """Return the results of what reads what follows too; raises EndpointError for an endpoint that holds no inferred graph."""
        if self._endpoint is None:
            return run_here(self._reasoned, sparql)
        if not self._endpoint.run("ASK { GRAPH graph:inferred { ?any ?told ?thing } }").get("boolean"):
            raise EndpointError(
                "the endpoint holds no inferred graph, which this question reads",
                mend="load what this writes into it: sodiokg reason --save inferred.trig",
            )
        return self._endpoint.run(sparql)

    @cached_property
    def _reasoned(self) -> ox.Store:
        """The embedded graph with what follows from it in a graph of its own."""
        from sodiokg.graph.store import store_of

        return store_of([*self._store, *self.explainer.inferred()])

    @cached_property
    def _store(self) -> ox.Store:
        from sodiokg.graph.store import open_graph

        return open_graph(self._graph)


def _endpoint(url: str, seconds: float, services: frozenset[str]) -> Endpoint:
    from sodiokg.query.endpoint import Endpoint

    return Endpoint(url, seconds=seconds, services=services)
