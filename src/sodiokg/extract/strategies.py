"""Which classes of strategy go together: what was done rules out what its words might say besides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

__all__ = ["DECORATION", "MIXED", "compatible", "on_a_ceramic"]

DECORATION: Final = frozenset({"metal_decoration", "oxide_decoration"})
# What is mixed into the metal or the electrolyte decorates nothing.
MIXED: Final = frozenset({"composite_anode", "composite_electrolyte", "electrolyte_additive"})
LAYERS: Final = frozenset({"surface_coating", "in_situ_interlayer"})
# What a layer with a name of its own may be made of, or carry.
_PARTS: Final = frozenset({"structural_host", "composite_anode", *DECORATION})


def compatible(
    named: tuple[str, ...], told: tuple[str, ...], *, solid: bool, laid: bool, layer: bool, cleans: bool
) -> tuple[str, ...]:
    """Return the strategies that cues have `named` and the form of materials has `told`, less those that others rule out.

    `named` is in order of mention: what is named first is the thing, what follows is a part of it. `solid` says that the sodium lies on a
    solid electrolyte, `laid` that a layer is laid on as such and not only left by a reaction, `layer` that one is called by a name of its
    own, interlayer or artificial SEI, and `cleans` that something is said to be taken away.

    >>> compatible(("in_situ_interlayer", "surface_coating"), (), solid=True, laid=False, layer=True, cleans=False)
    ('in_situ_interlayer',)
    >>> compatible(("surface_coating", "structural_host"), (), solid=False, laid=False, layer=True, cleans=False)
    ('surface_coating',)
    """
    ruled_out = {*_ruled_out({*named}, {*told}, solid=solid, laid=laid, layer=layer, cleans=cleans)}
    if layer and named[:1] and named[0] in LAYERS:
        ruled_out |= _PARTS if not solid else {"structural_host"}
    kept = tuple(key for key in dict.fromkeys([*named, *told]) if key not in ruled_out)
    return on_a_ceramic(kept) if solid else kept


def _ruled_out(named: set[str], told: set[str], *, solid: bool, laid: bool, layer: bool, cleans: bool) -> Iterator[str]:
    both = named | told
    if "electrolyte_additive" in named:
        yield "in_situ_interlayer"  # an additive builds its layer from the electrolyte
        if "surface_coating" not in told:
            yield "surface_coating"
    if "composite_anode" in named and "structural_host" not in named:
        yield "structural_host"
    if "surface_coating" in named and (laid or layer or "surface_coating" in told) and "structural_host" not in named:
        yield "structural_host"
    if "composite_electrolyte" in named:
        yield from ("composite_anode", "structural_host")
    if named & MIXED:
        yield from DECORATION
    if "in_situ_interlayer" in named or ("surface_cleaning" in named and cleans):
        yield "surface_treatment"
    if "in_situ_interlayer" in named and not laid:
        yield "surface_coating"
    # What lies on something in a liquid lies on a host: it decorates that, or the words for a layer are no more than that.
    carried = not solid and "structural_host" in (named if laid or layer else both) and "surface_coating" not in told
    if carried and not layer and (both & DECORATION or not laid):
        yield "surface_coating"


def on_a_ceramic(strategies: tuple[str, ...]) -> tuple[str, ...]:
    """Return the strategies that make sense on a solid electrolyte: beside others no additive of a liquid, and an oxide that coats does not decorate.

    On a mesh or network it does both, and that is no host.
    """
    net = "mesh_or_network" in strategies
    coats = "surface_coating" in strategies and not net
    ruled_out = {"electrolyte_additive", *(("oxide_decoration",) if coats else ()), *(("structural_host",) if net else ())}
    return tuple(key for key in strategies if key not in ruled_out) or strategies
