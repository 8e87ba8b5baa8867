"""Where things live: namespaces, IRIs, units and the files that ship.

The IRIs follow two rules. A concept of the ontology is called by its exchange-format key in PascalCase (`concept`), a polarity,
attribution, evidence kind or relation in camelCase (`member`). What is read from a document hangs below the IRI of that document and
ends in a hash of its content, never of its place.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
from functools import cache
from pathlib import Path
from typing import Final

from sodiokg.errors import OntologyError

__all__ = [
    "GRAPH",
    "ID",
    "LEX",
    "PREFIXES",
    "SOD",
    "UNITS",
    "concept",
    "content_hash",
    "data_folder",
    "graph_iri",
    "member",
    "slug",
    "substance_iri",
    "user_folder",
]

SOD: Final = "https://w3id.org/sodiokg/ontology#"
LEX: Final = "https://w3id.org/sodiokg/lexicon#"
ID: Final = "https://w3id.org/sodiokg/id/"
GRAPH: Final = "https://w3id.org/sodiokg/graph/"

PREFIXES: Final = {
    "dcterms": "http://purl.org/dc/terms/",
    "graph": GRAPH,
    "id": ID,
    "lex": LEX,
    "oa": "http://www.w3.org/ns/oa#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "sod": SOD,
    "unit": "http://qudt.org/vocab/unit/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

_QUDT: Final = PREFIXES["unit"]
# Unit keys of the exchange format. Where no QUDT term was checked the unit is ours, defined in the ontology.
UNITS: Final = {
    "deg": _QUDT + "DEG",
    "Cel": _QUDT + "DEG_C",
    "mS/cm": _QUDT + "MilliS-PER-CentiM",
    "Ohm.cm2": SOD + "ohmSquareCentimetre",
    "mA/cm2": SOD + "milliamperePerSquareCentimetre",
    "mA": _QUDT + "MilliA",
    "C": SOD + "cRateUnit",
    "mAh/cm2": SOD + "milliampereHourPerSquareCentimetre",
    "mAh/g": _QUDT + "MilliA-HR-PER-GM",
    "%": _QUDT + "PERCENT",
    "{cycles}": _QUDT + "CYC",
    "h": _QUDT + "HR",
    "mo": SOD + "month",
    "mV": _QUDT + "MilliV",
    "V": _QUDT + "V",
    "wt%": _QUDT + "GM-PER-HectoGM",
    "eV": _QUDT + "EV",
    "m2/g": _QUDT + "M2-PER-GM",
    "1": _QUDT + "UNITLESS",
    "MPa": _QUDT + "MegaPA",
    "mN/m": _QUDT + "MilliN-PER-M",
    "um": _QUDT + "MicroM",
    "nm": _QUDT + "NanoM",
    "mg/cm2": SOD + "milligramPerSquareCentimetre",
    "mol/L": SOD + "molePerLitre",
    "W.h/kg": SOD + "wattHourPerKilogram",
}


def concept(key: str) -> str:
    """Return the IRI of the class whose notation is `key`.

    >>> concept("surface_tension_reduction").rsplit("#")[1], concept("all-solid-state").rsplit("#")[1]
    ('SurfaceTensionReduction', 'AllSolidState')
    >>> concept("BASE").rsplit("#")[1], concept("MXene").rsplit("#")[1], concept("carbon").rsplit("#")[1]
    ('BASE', 'MXene', 'CarbonMaterial')
    """
    local = _SUBSTRATES.get(key) or "".join(part[:1].upper() + part[1:] for part in re.split(r"[_\-]", key))
    return SOD + local


# Substrate classes whose one-word key would be a poor class name.
_SUBSTRATES: Final = {
    "carbon": "CarbonMaterial",
    "metal": "MetalHost",
    "alloy": "AlloyFramework",
    "other": "OtherSubstrate",
}


def member(key: str) -> str:
    """Return the IRI of the individual (polarity, attribution, evidence kind, relation) whose notation is `key`.

    >>> member("open_question").rsplit("#")[1]
    'openQuestion'
    """
    first, *rest = key.split("_")
    return SOD + first + "".join(part.capitalize() for part in rest)


def graph_iri(name: str) -> str:
    """Return the IRI of a named graph, such as ``document/review/facts``."""
    return GRAPH + name


def slug(text: str) -> str:
    """Return a key that needs no quoting at a prompt and no escaping in an IRI.

    >>> slug("lead acetate trihydrate"), slug("Na3Zr2Si2PO12"), slug("beta''-Al2O3")
    ('lead-acetate-trihydrate', 'Na3Zr2Si2PO12', 'beta-Al2O3')
    """
    return re.sub(r"[^A-Za-z0-9._]+", "-", text).strip("-")


def substance_iri(key: str) -> str:
    """Return the IRI of a substance by its key, the normalised formula or the name."""
    return f"{ID}substance/{slug(key)}"


def content_hash(*parts: object) -> str:
    """Return 12 hexadecimal digits that depend on the parts alone, on every machine and in every process."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:12]


@cache
def data_folder() -> Path:
    """Return the folder that holds ``ontology/``, ``queries/`` and ``graph/``: inside an installed package, or the checkout.

    Raises OntologyError where neither is complete.
    """
    here = Path(__file__).resolve().parent
    for folder in (here / "_data", here.parent.parent):
        if (folder / "ontology").is_dir() and (folder / "queries").is_dir():
            return folder
    raise OntologyError("the ontology that ships with sodiokg is missing", where=str(here), mend="install sodiokg again")


def user_folder() -> Path:
    """Return the folder of the user's own graph: $SODIOKG_HOME, else the platform's place for application data."""
    if home := os.environ.get("SODIOKG_HOME"):
        return Path(home)
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "sodiokg"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "sodiokg"
