"""Ontology files: read in any RDF format, joined with what they import, written in another format.

Nothing is fetched: an ``owl:imports`` has to be among the files, in the catalogue beside the file that imports, or be the ontology that
ships.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree

from pyoxigraph import BlankNode, NamedNode, RdfFormat, Triple, parse, serialize

from sodiokg.errors import OntologyError, UsageError
from sodiokg.names import PREFIXES, data_folder

__all__ = ["FORMATS", "MODULES", "imported", "merged", "ontology_files", "ontology_iris", "read_ontology", "versions", "written"]

# The modules in the order in which they are read, and the names of the formats that can be written.
MODULES: Final = ("sodiokg.ttl", "sodiokg-dl.ttl")
FORMATS: Final = ("ttl", "rdfxml", "nt", "jsonld")

_Node = Any  # subject or object of a triple: pyoxigraph gives the two different unions
_OWL: Final = PREFIXES["owl"]
_IMPORTS: Final = NamedNode(_OWL + "imports")
_VERSION: Final = NamedNode(_OWL + "versionIRI")
_TYPE: Final = NamedNode(PREFIXES["rdf"] + "type")
_ONTOLOGY: Final = NamedNode(_OWL + "Ontology")
_CATALOGUE: Final = "catalog-v001.xml"
_WRITTEN: Final = dict(zip(FORMATS, (RdfFormat.TURTLE, RdfFormat.RDF_XML, RdfFormat.N_TRIPLES, RdfFormat.JSON_LD), strict=True))
# The formats of endings that an RDF library does not know or that several formats share.
_ENDINGS: Final = {"owl": RdfFormat.RDF_XML, "rdf": RdfFormat.RDF_XML, "json": RdfFormat.JSON_LD}
_MEND: Final = "mend the line and try again"


def read_ontology(path: Path) -> list[Triple]:
    """Return the triples of a file, its format told by its ending, else Turtle.

    Raises OntologyError with file and line where it does not parse.
    """
    ending = path.suffix.lower().removeprefix(".")
    form = _ENDINGS.get(ending) or RdfFormat.from_extension(ending) or RdfFormat.TURTLE
    try:
        return [quad.triple for quad in parse(path.read_bytes(), format=form)]
    except SyntaxError as error:
        line = error.lineno or _broken_xml(path)
        raise OntologyError(f"not {form.name}: {error.msg}", where=f"{path}:{line}" if line else str(path), mend=_MEND) from error
    except OSError as error:
        raise OntologyError(f"cannot read: {error.strerror}", where=str(path)) from error


def _broken_xml(path: Path) -> int:
    """Return the line at which a file stops being XML, 0 where it does not, because the parser of RDF/XML tells no line."""
    try:
        ElementTree.parse(path)
    except ElementTree.ParseError as error:
        return error.position[0]
    return 0


def ontology_files(version: str = "") -> list[Path]:
    """Return the files of the ontology that ships, or of an older version of it.

    Raises UsageError for a version that does not ship.
    """
    folder = data_folder() / "ontology"
    if not version:
        return [folder / name for name in MODULES]
    if version not in versions():
        raise UsageError(f"no version {version} of the ontology ships", mend=f"there are: {', '.join(versions())}")
    return [folder / "versions" / version / name for name in MODULES]


def versions() -> list[str]:
    """Return the older versions that ship, oldest first."""
    names = [path.name for path in (data_folder() / "ontology" / "versions").iterdir() if path.is_dir()]
    return sorted(names, key=lambda name: [int(part) for part in name.split(".")])


def merged(files: Sequence[Path]) -> list[Triple]:
    """Return the triples of the files and of what they import, each file once, without the imports themselves.

    Raises OntologyError for an import that no file at hand gives.
    """
    read = _with_imports(files)
    return [triple for triples in read.values() for triple in triples if triple.predicate != _IMPORTS]


def imported(path: Path) -> list[Triple]:
    """Return the triples of what a file imports, over any number of steps, without its own; raises OntologyError as `merged` does."""
    read = _with_imports([path])
    return [triple for file, triples in read.items() if file != path.resolve() for triple in triples]


def _with_imports(files: Sequence[Path]) -> dict[Path, list[Triple]]:
    read = {path: read_ontology(path) for path in dict.fromkeys(file.resolve() for file in files)}
    todo = [(path, iri) for path, triples in read.items() for iri in _imports(triples)]
    while todo:
        path, iri = todo.pop(0)
        if any(iri in ontology_iris(triples) for triples in read.values()):
            continue
        found = _catalogue(path.parent).get(iri) or _catalogue(data_folder() / "ontology").get(iri)
        if found is None or found in read:
            raise OntologyError(f"imports {iri}, which no {_CATALOGUE} beside it gives a file for", where=str(path))
        read[found] = read_ontology(found)
        todo += [(found, further) for further in _imports(read[found])]
    return read


def ontology_iris(triples: Iterable[Triple]) -> set[str]:
    """Return the IRIs and version IRIs of the ontologies that triples declare."""
    told = list(triples)
    declared = (t.subject for t in told if t.predicate == _TYPE and t.object == _ONTOLOGY)
    named = (t.object for t in told if t.predicate == _VERSION)
    return {node.value for node in (*declared, *named) if isinstance(node, NamedNode)}


def _imports(triples: Iterable[Triple]) -> list[str]:
    return [t.object.value for t in triples if t.predicate == _IMPORTS and isinstance(t.object, NamedNode)]


def _catalogue(folder: Path) -> dict[str, Path]:
    """Return the local files of ontologies, by IRI, as Protégé's catalogue in the folder gives them."""
    path = folder / _CATALOGUE
    if not path.is_file():
        return {}
    try:
        root = ElementTree.parse(path).getroot()
    except ElementTree.ParseError as error:
        raise OntologyError(f"not well-formed XML: {error}", where=str(path)) from error
    entries = (element.attrib for element in root.iter() if element.tag.endswith("}uri"))
    return {entry["name"]: (folder / entry["uri"]).resolve() for entry in entries if "name" in entry and "uri" in entry}


def written(triples: Iterable[Triple], form: str) -> bytes:
    """Return triples in one of FORMATS, the same bytes for the same files."""
    prefixes = {prefix: iri for prefix, iri in PREFIXES.items() if prefix not in {"graph", "id", "rdf"}}
    numbered = _numbered(triples)
    target = _WRITTEN[form]
    if target in (RdfFormat.TURTLE, RdfFormat.RDF_XML):
        return serialize(numbered, format=target, prefixes=prefixes) or b""
    return serialize(numbered, format=target) or b""


def _numbered(triples: Iterable[Triple]) -> Iterator[Triple]:
    """Yield the triples with blank nodes named by the order they turn up in, because a parser names them at random."""
    names: dict[BlankNode, BlankNode] = {}

    def fixed(node: _Node) -> _Node:
        return names.setdefault(node, BlankNode(f"b{len(names)}")) if isinstance(node, BlankNode) else node

    for triple in triples:
        yield Triple(fixed(triple.subject), triple.predicate, fixed(triple.object))
