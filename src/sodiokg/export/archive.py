"""The graph as tables with Frictionless metadata, and as an RO-Crate; both are ZIP archives without a clock in them."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from typing import Any, Final

from pyoxigraph import Quad, Store

from sodiokg import __version__
from sodiokg.export.description import void
from sodiokg.export.nanopub import nanopubs
from sodiokg.export.rdf import jsonld, nquads, rdfxml
from sodiokg.export.references import bibtex, csl_json
from sodiokg.graph.store import ontology_quads
from sodiokg.query.engine import run_here
from sodiokg.render import render
from sodiokg.tables import table_from_results

__all__ = ["crate", "datapackage"]

_LICENCE: Final = "https://creativecommons.org/licenses/by/4.0/"
_AUTHORS: Final = "#authors"
_HOME: Final = "https://w3id.org/sodiokg"
# It has no term for a checksum; the one of version 1.2 is put beside it.
_CONTEXT: Final = "https://w3id.org/ro/crate/1.1/context"
_TITLE: Final = "sodiokg: what the literature says about making sodium wet"
_WORDS: Final = "Studies, claims, measurements, statements and links with databases, each read from a text with its place."
# Each table: the query, and the type of every column that is no text; the first column is the key.
_TABLES: Final[dict[str, tuple[str, dict[str, str]]]] = {
    "studies": (
        """SELECT ?study ?label ?title ?journal ?year ?volume ?pages ?doi { GRAPH graph:shared { ?study a sod:Study ; rdfs:label ?label
        OPTIONAL { ?study dcterms:title ?title } OPTIONAL { ?study sod:journal ?journal } OPTIONAL { ?study sod:year ?year }
        OPTIONAL { ?study sod:volume ?volume } OPTIONAL { ?study sod:pages ?pages } OPTIONAL { ?study sod:doi ?doi } } } ORDER BY ?study""",
        {"year": "integer"},
    ),
    "claims": (
        """SELECT ?claim ?label ?attribution ?polarity (GROUP_CONCAT(DISTINCT STR(?study); SEPARATOR = " ") AS ?studies) ?quote ?document {
        GRAPH ?g { ?claim a sod:Claim ; rdfs:label ?label ; sod:attribution ?attribution ; sod:polarity ?polarity ;
          sod:fromDocument ?document ; sod:evidenceSpan/oa:hasSelector/oa:exact ?quote OPTIONAL { ?claim sod:reportsStudy ?study } }
        } GROUP BY ?claim ?label ?attribution ?polarity ?quote ?document ORDER BY ?claim""",
        {},
    ),
    "measurements": (
        """SELECT ?measurement ?label ?property ?printed ?comparator ?value ?maximum ?unit ?substrate ?role ?quote ?document {
        GRAPH ?g { ?measurement a sod:Measurement, ?property ; rdfs:label ?label ; sod:printed ?printed ; sod:fromDocument ?document ;
          sod:evidenceSpan/oa:hasSelector/oa:exact ?quote . FILTER (?property != sod:Measurement)
          OPTIONAL { ?measurement sod:comparator ?comparator } OPTIONAL { ?measurement sod:value ?value }
          OPTIONAL { ?measurement sod:valueMax ?maximum } OPTIONAL { ?measurement sod:unit ?unit }
          OPTIONAL { ?measurement sod:aboutSubstrate ?substrate } OPTIONAL { ?measurement sod:role ?role } } } ORDER BY ?measurement ?property ?substrate""",
        {"value": "number", "maximum": "number"},
    ),
    "statements": (
        """SELECT ?statement ?label ?subject ?relation ?object ?polarity ?quote ?document {
        GRAPH ?g { ?statement a sod:Statement ; rdfs:label ?label ; sod:fromDocument ?document ; sod:evidenceSpan/oa:hasSelector/oa:exact ?quote
          OPTIONAL { ?statement sod:subjectText ?subject } OPTIONAL { ?statement sod:relation ?relation }
          OPTIONAL { ?statement sod:objectText ?object } OPTIONAL { ?statement sod:polarity ?polarity } } } ORDER BY ?statement ?subject ?object""",
        {},
    ),
    "links": (
        """SELECT ?link ?substance ?database ?identifier ?match ?record ?seen_in ?date { VALUES ?held { graph:links graph:lookups }
        GRAPH ?held { ?link sod:linkOf ?substance ; sod:database ?database ; sod:databaseIdentifier ?identifier ;
          sod:matchKind ?match ; rdfs:seeAlso ?record ; dcterms:source ?seen_in }
        OPTIONAL { GRAPH ?held { ?link dcterms:date ?date } } } ORDER BY ?link ?seen_in""",
        {},
    ),
}


def datapackage(quads: list[Quad]) -> bytes:
    """Return five tables as CSV with a Frictionless `datapackage.json`, in a ZIP archive; no cell runs as a formula."""
    return _zipped(_tabular(quads))


def _tabular(quads: list[Quad]) -> dict[str, bytes]:
    store = Store()
    store.bulk_extend([*quads, *ontology_quads()])
    files: dict[str, bytes] = {}
    resources = []
    for name, (sparql, types) in _TABLES.items():
        table = table_from_results(run_here(store, sparql))
        files[f"{name}.csv"] = render(table, "csv").encode()
        fields = [{"name": column, "type": types.get(column, "string")} for column in table.columns]
        resources.append(_resource(name, files[f"{name}.csv"], fields))
    package = {
        "name": "sodiokg",
        "title": _TITLE,
        "version": __version__,
        "profile": "tabular-data-package",
        "licenses": [{"name": "CC-BY-4.0", "path": _LICENCE}],
        "resources": resources,
    }
    return {"datapackage.json": _json(package), **files}


def _resource(name: str, data: bytes, fields: list[dict[str, str]]) -> dict[str, Any]:
    return {
        "name": name,
        "path": f"{name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "schema": {"fields": fields, "missingValues": [""]},
    }


def crate(quads: list[Quad], date: str) -> bytes:
    """Return the graph in every other format with an RO-Crate 1.1 metadata file, in a ZIP archive published on a day (ISO 8601)."""
    files = {
        "graph.nq": (nquads(quads), "application/n-quads", "the graph as N-Quads"),
        "graph.jsonld": (jsonld(quads), "application/ld+json", "the graph as JSON-LD"),
        "nanopubs.trig": (nanopubs(quads), "application/trig", "one nanopublication for each claim"),
        "ontology.rdf": (rdfxml(quads), "application/rdf+xml", "the ontology, core and DL module, as RDF/XML"),
        "references.bib": (bibtex(quads), "application/x-bibtex", "the studies as BibTeX"),
        "references.json": (csl_json(quads), "application/vnd.citationstyles.csl+json", "the studies as CSL-JSON"),
        "void.ttl": (void(quads), "text/turtle", "what the graph holds"),
        **{f"tables/{name}": (data, _kind(name), "a table of the graph") for name, data in _tabular(quads).items()},
    }
    entities = [_file(name, *told) for name, told in sorted(files.items())]
    root = {
        "@id": "./",
        "@type": "Dataset",
        "name": _TITLE,
        "description": _WORDS,
        "author": {"@id": _AUTHORS},
        "publisher": {"@id": _AUTHORS},
        "datePublished": date,
        "license": {"@id": _LICENCE},
        "version": __version__,
        "hasPart": [{"@id": entity["@id"]} for entity in entities],
    }
    known = (
        {"@id": _LICENCE, "@type": "CreativeWork", "name": "CC BY 4.0"},
        {"@id": _AUTHORS, "@type": "Organization", "name": "The sodiokg authors", "url": _HOME},
    )
    metadata = {
        "@id": "ro-crate-metadata.json",
        "@type": "CreativeWork",
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
        "about": {"@id": "./"},
    }
    whole = {"@context": [_CONTEXT, {"sha256": "http://schema.org/sha256"}], "@graph": [metadata, root, *known, *entities]}
    return _zipped({"ro-crate-metadata.json": _json(whole), **{name: told[0] for name, told in files.items()}})


def _kind(name: str) -> str:
    return "text/csv" if name.endswith(".csv") else "application/json"


def _file(name: str, data: bytes, kind: str, words: str) -> dict[str, Any]:
    return {
        "@id": name,
        "@type": "File",
        "name": words,
        "encodingFormat": kind,
        "contentSize": str(len(data)),
        "sha256": hashlib.sha256(data).hexdigest(),
    }


def _json(told: object) -> bytes:
    return json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n"


def _zipped(files: Mapping[str, bytes]) -> bytes:
    """Return an archive whose bytes depend on the files alone."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(files.items()):
            entry = zipfile.ZipInfo(name)  # of 1980-01-01, the first date that the format knows
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(entry, data)
    return held.getvalue()
