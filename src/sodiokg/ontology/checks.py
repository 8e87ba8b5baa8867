"""Pitfalls of ontologies, each a query in ``ontology/checks/`` that names the terms it finds.

A check sees what the file states together with what it imports; only the terms that the file itself declares are judged. It finds them in
the graph ``own:terms``, as members of owl:Class and so on, of own:Property and of own:Term.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store, Triple

from sodiokg.errors import OntologyError
from sodiokg.names import PREFIXES, data_folder
from sodiokg.ontology.files import imported, merged, ontology_files, ontology_iris, read_ontology
from sodiokg.ontology.terms import short

__all__ = ["Check", "Finding", "check_ontology", "checks", "read_check"]

_OWN: Final = "https://w3id.org/sodiokg/checked#"
_FILE, _TERMS, _BESIDE = (NamedNode(_OWN + name) for name in ("file", "terms", "beside"))
_TYPE: Final = NamedNode(PREFIXES["rdf"] + "type")
_ELSEWHERE: Final = NamedNode(PREFIXES["rdfs"] + "isDefinedBy")
_OWL: Final = PREFIXES["owl"]
_KINDS: Final = ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty", "NamedIndividual")
# Vocabularies that ontologies borrow annotation properties from without a word.
_BORROWED: Final = (*(PREFIXES[name] for name in ("dcterms", "owl", "rdf", "rdfs", "skos", "xsd")), "http://purl.org/")
_FIELD: Final = re.compile(r"^# (Check|Severity): (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Check:
    """One query, the sentence in which its findings are told, and whether they are violations or warnings."""

    name: str
    message: str
    severity: str
    query: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A term that a check objects to, and the place where the file declares it."""

    check: str
    severity: str
    term: str
    message: str
    place: str


def checks() -> list[Check]:
    """Return the checks that ship, by name; raises OntologyError for a damaged one."""
    return [read_check(path) for path in sorted((data_folder() / "ontology" / "checks").glob("*.rq"))]


def read_check(path: Path) -> Check:
    """Return the check in a file; raises OntologyError where its header lacks a line or its query does not parse."""
    query = path.read_text(encoding="utf-8")
    told = dict(_FIELD.findall(query))
    if set(told) != {"Check", "Severity"} or told["Severity"] not in ("violation", "warning"):
        raise OntologyError("a check begins with `# Check:` and `# Severity: violation` or `warning`", where=str(path))
    try:
        Store().query(query)
    except SyntaxError as error:
        raise OntologyError(f"SPARQL that does not parse: {error.msg}", where=f"{path}:{error.lineno}") from error
    return Check(path.stem, told["Check"], told["Severity"], query)


def check_ontology(path: Path, these: Iterable[Check] | None = None) -> list[Finding]:
    """Return what the checks object to in a file, violations first.

    Raises OntologyError where the file or an import of it cannot be read.
    """
    triples = read_ontology(path)
    store = _store(triples, beside(path, triples))
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    found = [_finding(check, row, lines, path) for check in (checks() if these is None else these) for row in _rows(store, check)]
    return sorted(set(found), key=lambda one: (one.severity, one.check, one.term, one.message))


def beside(path: Path, triples: list[Triple]) -> list[Triple]:
    """Return what a file is read together with: its imports, and the core that ships unless the file is a version of it."""
    told = imported(path)
    core = merged(ontology_files()[:1])
    bases = {iri.rsplit("/", 1)[0] if re.search(r"/\d[\d.]*$", iri) else iri for iri in ontology_iris([*triples, *told])}
    return told if ontology_iris(core) & bases else [*told, *core]


def _store(triples: list[Triple], others: list[Triple]) -> Store:
    store = Store()
    store.bulk_extend(Quad(t.subject, t.predicate, t.object, _FILE) for t in triples)
    store.bulk_extend(Quad(t.subject, t.predicate, t.object, _BESIDE) for t in others)
    store.bulk_extend(_own(triples, others))
    return store


def _own(triples: list[Triple], others: list[Triple]) -> Iterator[Quad]:
    """Yield the file's own terms, and the namespaces in which every term has to be declared."""
    ours, theirs = _declared(triples), _declared(others)
    for term, _ in [*ours, *theirs]:
        yield Quad(NamedNode(re.sub(r"[^#/]*$", "", term.value)), _TYPE, NamedNode(_OWN + "Namespace"), _TERMS)
        yield Quad(term, _TYPE, NamedNode(_OWN + "Known"), _TERMS)
    for term, kind in ours:
        kinds = [_OWL + kind, _OWN + "Term", *([_OWN + "Property"] if kind.endswith("Property") else [])]
        yield from (Quad(term, _TYPE, NamedNode(one), _TERMS) for one in kinds)


def _declared(triples: list[Triple]) -> list[tuple[NamedNode, str]]:
    """Return the terms that are declared, those of other vocabularies aside, with the local name of what they are."""
    here = ontology_iris(triples)
    stubs = {t.subject for t in triples if t.predicate == _ELSEWHERE and getattr(t.object, "value", "") not in here}
    names = {NamedNode(_OWL + kind): kind for kind in _KINDS}
    return [
        (t.subject, names[t.object])
        for t in triples
        if t.predicate == _TYPE and isinstance(t.object, NamedNode) and t.object in names and isinstance(t.subject, NamedNode)
        if t.subject not in stubs and not t.subject.value.startswith(_BORROWED)
    ]


def _rows(store: Store, check: Check) -> Iterator[dict[str, Any]]:
    found = store.query(check.query, use_default_graph_as_union=True)
    if isinstance(found, QuerySolutions):
        names = [variable.value for variable in found.variables]
        for solution in found:
            yield {name: value for name, value in zip(names, solution, strict=True) if value is not None}


def _finding(check: Check, row: dict[str, Any], lines: list[str], path: Path) -> Finding:
    words = {name: value.value if isinstance(value, Literal) else short(value) for name, value in row.items()}
    message = re.sub(r"\{(\w+)\}", lambda found: words.get(found[1], ""), check.message)
    local = re.split(r"[#/]", row["term"].value)[-1]
    begins = re.compile(rf"^\S*[:#/]{re.escape(local)}>?(?=\s)")
    used = re.compile(rf"[:#/\"]{re.escape(local)}\b")
    places = [number for rule in (begins, used) for number, line in enumerate(lines, start=1) if rule.search(line)]
    place = f"{path}:{places[0]}" if places and row["term"] != _FILE else str(path)
    return Finding(check.name, check.severity, words["term"], message, place)
