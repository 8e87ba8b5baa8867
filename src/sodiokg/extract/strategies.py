"""Which classes of strategy go together: what was done rules out what its words might say besides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

__all__ = ["DECORATION", "MIXED", "compatible", "on_a_ceramic"]

DECORATION: Final = frozenset({"metal_decoration", "oxide_decoration"})
# What is mixed into the metal or the electrolyte decorates nothing.
MIXED: Final = frozenset({"composite_anode", "composite_electrolyte", "electrolyte_additive"})


def compatible(named: tuple[str, ...], told: tuple[str, ...], *, solid: bool, laid: bool, cleans: bool) -> tuple[str, ...]:
    """Return the strategies that cues have `named` and the form of materials has `told`, less those that others rule out.

    `solid` says that the sodium lies on a solid electrolyte, `laid` that a layer is laid on as such and not only left by a reaction, `cleans`
    that something is said to be taken away.

    >>> compatible(("in_situ_interlayer", "surface_coating"), (), solid=True, laid=False, cleans=False)
    ('in_situ_interlayer',)
    """
    ruled_out = set(_ruled_out({*named}, {*told}, solid=solid, laid=laid, cleans=cleans))
    kept = tuple(key for key in dict.fromkeys([*named, *told]) if key not in ruled_out)
    return on_a_ceramic(kept) if solid else kept


def _ruled_out(named: set[str], told: set[str], *, solid: bool, laid: bool, cleans: bool) -> Iterator[str]:
    both = named | told
    if "electrolyte_additive" in named and "surface_coating" not in told:
        yield "surface_coating"  # an additive builds its layer from the electrolyte
    if "composite_anode" in named and "structural_host" not in named:
        yield "structural_host"
    if "surface_coating" in named and (laid or "surface_coating" in told) and "structural_host" not in named:
        yield "structural_host"
    if "composite_electrolyte" in named:
        yield "composite_anode"
    if named & MIXED:
        yield from DECORATION
    if "in_situ_interlayer" in named or ("surface_cleaning" in named and cleans):
        yield "surface_treatment"
    if "in_situ_interlayer" in named and not laid:
        yield "surface_coating"
    # What lies on something in a liquid lies on a host: it decorates that, or the words for a layer are no more than that.
    carried = not solid and "structural_host" in (named if laid else both) and "surface_coating" not in told
    if carried and (both & DECORATION or not laid):
        yield "surface_coating"


def on_a_ceramic(strategies: tuple[str, ...]) -> tuple[str, ...]:
    """Return the strategies that make sense on a solid electrolyte: no additive of a liquid, and an oxide that coats does not decorate.

    On a mesh or network it does both.
    """
    coats = "surface_coating" in strategies and "mesh_or_network" not in strategies
    ruled_out = {"electrolyte_additive", *(("oxide_decoration",) if coats else ())}
    return tuple(key for key in strategies if key not in ruled_out)
