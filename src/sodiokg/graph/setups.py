"""The set-up that a number was measured in: the kind of cell and the family of its electrolyte, as far as the text tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pyoxigraph import NamedNode

from sodiokg.graph.substances import Resolver
from sodiokg.graph.terms import Term, node, sod
from sodiokg.model import Claim, Measurement
from sodiokg.names import concept

__all__ = ["CELLS", "setup_triples"]

CELLS: Final = {"symmetric": "SymmetricCell", "half": "HalfCell", "full": "FullCell"}
_KIND: Final = re.compile(r"\b(symmetric|half|full)(?:al)?[- ](?:\w+[- ])?(?:cells?|batter)", re.IGNORECASE)
_DEVICE: Final = re.compile(r"\b(?:cells?|batter(?:y|ies))\b|\|\|", re.IGNORECASE)
# Quantities of a cell as a whole; a contact angle in a claim that goes on to cells is none of theirs.
_OF_CELLS: Final = frozenset(
    {
        *("cycling_time", "cycle_count", "coulombic_efficiency", "capacity_retention", "capacity_fade", "specific_capacity"),
        *("areal_capacity", "energy_density", "cell_voltage", "np_ratio"),
        *("overpotential", "nucleation_overpotential", "voltage_hysteresis"),
    }
)
# What is measured on a cell, but seldom on the one whose cycling the claim tells of.
_OF_CONTACTS: Final = frozenset({"area_specific_resistance", "critical_current_density"})
_SOLIDS: Final = frozenset({sod("BASE"), sod("NASICON")})
_LIQUIDS: Final = {sod("EtherCompound"): sod("EtherElectrolyte"), sod("OrganicCarbonate"): sod("CarbonateElectrolyte")}


def setup_triples(m: Measurement, claim: Claim | None, materials: Resolver) -> Iterator[tuple[str, Term]]:
    """Yield the cell that a measurement uses and the family of its electrolyte; what the text leaves open is not guessed."""
    if cell := _cell(m, claim):
        yield "sod:usesCell", sod(CELLS[cell])
    if family := _family(m, claim, materials):
        yield "sod:electrolyteFamily", family


def _cell(m: Measurement, claim: Claim | None) -> str:
    """Return the key of the kind of cell that a number is of, "" where it is not told.

    The number's own subject goes before its claim, whose cell a named couple of other electrodes cannot be.
    """
    if m.property not in _OF_CELLS | _OF_CONTACTS:
        return ""
    if named := _KIND.search(m.subject):
        return named[1].lower()
    told = claim.cell if claim and claim.cell in CELLS else ""
    if _DEVICE.search(m.subject):
        one, _, other = m.subject.partition("||")
        if other and one.split()[-1:] == other.rpartition("||")[2].split()[:1]:
            return "symmetric"
        return told if told != "symmetric" else ""
    return told if m.property in _OF_CELLS or told == "symmetric" else ""


def _family(m: Measurement, claim: Claim | None, materials: Resolver) -> NamedNode | None:
    """Return the class of the liquid that a claim names, else of its solid electrolyte or of the one the number itself is of."""
    if claim and claim.electrolyte:
        return _liquid(claim.electrolyte, materials)
    if claim and claim.battery_type == "conventional-liquid":
        return None
    solid = node(concept(claim.substrate_class)) if claim else materials.class_called(m.substrate)
    return solid if solid in _SOLIDS else None


def _liquid(words: str, materials: Resolver) -> NamedNode | None:
    """Return the family that the words name, or that all solvents in them belong to."""
    name = re.sub(r"(?:-based)? electrolytes?$", "-based electrolyte", words.lower())
    if known := materials.class_called(name):
        return known
    parts = re.split(r"[:/\s]+", words.partition(" in ")[2])
    families = {_LIQUIDS.get(kind) if (kind := materials.class_called(part)) else None for part in parts}
    return families.pop() if len(families) == 1 else None
