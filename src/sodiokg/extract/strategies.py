"""Which classes of strategy go together: what was done rules out what its words might say besides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sodiokg.extract.layers import LAYERS, Layer

__all__ = ["DECORATION", "MIXED", "compatible", "on_a_ceramic"]

DECORATION: Final = frozenset({"metal_decoration", "oxide_decoration"})
# What is mixed into the metal or the electrolyte decorates nothing.
MIXED: Final = frozenset({"composite_anode", "composite_electrolyte", "electrolyte_additive"})
# What a layer with a name of its own may be made of, or carry.
_PARTS: Final = frozenset({"structural_host", "composite_anode", "alloy_anode", *DECORATION})


def compatible(named: tuple[str, ...], told: tuple[str, ...], layer: Layer, *, solid: bool, cleans: bool) -> tuple[str, ...]:
    """Return the strategies that cues have `named` and the form of materials has `told`, less those that others rule out.

    `named` is in order of mention: what is named first is the thing, what follows may be a part of it. `solid` says that the sodium lies on
    a solid electrolyte, `cleans` that something is said to be taken away.

    >>> compatible(("in_situ_interlayer", "surface_coating"), (), Layer(), solid=True, cleans=False)
    ('in_situ_interlayer',)
    >>> compatible(("surface_coating", "structural_host"), (), Layer(called=True), solid=False, cleans=False)
    ('surface_coating',)
    """
    sets = {*named}, {*told}
    ruled_out = {*_by_order(named, {*told}, layer, solid=solid), *_by_mixing(sets[0]), *_by_layers(*sets, layer, solid=solid)}
    if "structural_host" in named and not solid:
        ruled_out.add("mesh_or_network")
    if "in_situ_interlayer" in named or ("surface_cleaning" in named and cleans):
        ruled_out.add("surface_treatment")
    kept = tuple(key for key in dict.fromkeys([*named, *told]) if key not in ruled_out)
    return on_a_ceramic(kept) if solid else kept


def _by_order(named: tuple[str, ...], told: set[str], layer: Layer, *, solid: bool) -> Iterator[str]:
    """Yield what is but a part of the thing that is named first, or lies on it."""
    first = named[0] if named else ""
    serves = layer.serves and LAYERS & {*named}
    if serves:
        yield "composite_electrolyte"
    if serves or (first in LAYERS and layer.called):
        yield from {"structural_host"} if solid else _PARTS
    if first not in {"", "bulk_doping", "structural_host"}:
        yield "bulk_doping"  # the doped ceramic is what something is done to
    if first == "mesh_or_network":
        yield "surface_coating"  # it is put on a ceramic as it is
    if first == "composite_electrolyte" and not (layer.laid or layer.serves):
        yield from LAYERS - told


def _by_mixing(named: set[str]) -> Iterator[str]:
    """Yield what mixtures rule out."""
    if "electrolyte_additive" in named:
        yield "in_situ_interlayer"  # an additive builds its layer from the electrolyte
    if "composite_anode" in named and "structural_host" not in named:
        yield "structural_host"
    if "composite_electrolyte" in named:
        yield from ("composite_anode", "structural_host")
    if named & MIXED:
        yield from DECORATION


def _by_layers(named: set[str], told: set[str], layer: Layer, *, solid: bool) -> Iterator[str]:
    """Yield what layers rule out, and where the words for one are no more than that."""
    both = named | told
    coats = "surface_coating" in told
    if "surface_coating" in named and not solid and "structural_host" not in both:
        yield "oxide_decoration"
    laid = layer.laid or layer.called
    if "surface_coating" in named and (laid or coats) and "structural_host" not in named:
        yield "structural_host"
    if ("electrolyte_additive" in named and not coats) or ("in_situ_interlayer" in named and not layer.laid):
        yield "surface_coating"
    # What lies on something in a liquid lies on a host: it decorates that, or the words for a layer are no more than that.
    carried = not solid and not coats and "structural_host" in (named if laid else both)
    if carried and not layer.called and (both & DECORATION or not layer.laid):
        yield "surface_coating"


def on_a_ceramic(strategies: tuple[str, ...]) -> tuple[str, ...]:
    """Return the strategies that make sense on a solid electrolyte: beside others no additive of a liquid, and an oxide that coats does not decorate.

    On a mesh or network it does both, and that is no host.
    """
    net = "mesh_or_network" in strategies
    coats = "surface_coating" in strategies and not net
    ruled_out = {"electrolyte_additive", *(("oxide_decoration",) if coats else ()), *(("structural_host",) if net else ())}
    return tuple(key for key in strategies if key not in ruled_out) or strategies
