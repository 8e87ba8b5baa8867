"""Where a frame stands: the battery type under discussion and the substrate that is wetted or hosts the sodium."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sodiokg.extract.findings import Findings
from sodiokg.extract.lexicon import Lexicon
from sodiokg.extract.roles import substrate_class
from sodiokg.extract.studies import Frame, Frames
from sodiokg.model import Document

__all__ = ["Setting", "read_settings"]


@dataclass(frozen=True, slots=True)
class Setting:
    """Battery type, substrate class and the substrate's name as records write them."""

    battery_type: str | None
    substrate_class: str
    substrate: str


def read_settings(document: Document, frames: Frames, findings: Findings) -> tuple[Setting, ...]:
    """Return the setting of every frame: its own words first, then what the section has spoken of, then its heading.

    A solid electrolyte stays the subject until another is named; a host belongs to the study that names it and is not carried on.
    """
    lexicon = findings.lexicon
    battery = {section.number: _battery(section.title, lexicon) for section in document.sections}
    hosts = {section.number: _host_of_heading(section.title, lexicon) for section in document.sections}
    settings: list[Setting] = []
    carried = _NOWHERE
    section = ""
    for frame in frames.all:
        here = next((s.number for s in reversed(document.sections) if s.start <= frame.start), "")
        if here != section:
            section, carried = here, hosts.get(here, _NOWHERE)
        kind = battery.get(here) or battery.get(here.split(".")[0]) or _battery_of(frame, findings)
        own = _substrate(frame, findings, solid=kind in _SOLID)
        if own and kind in _SOLID:
            carried = own
        settings.append(Setting(kind, *(own or carried)))
    return tuple(settings)


_NOWHERE = ("other", "")
_SOLID = frozenset({"molten", "all-solid-state"})
_ELECTROLYTES = frozenset({"BASE", "NASICON"})


def _host_of_heading(title: str, lexicon: Lexicon) -> tuple[str, str]:
    """Return the substrate class that a heading announces, "Alloy-based frameworks"."""
    keys = [hit.key for hit in lexicon.hits(title, 0, len(title)) if hit.key in {"carbon", "metal", "alloy", "MXene"}]
    return (keys[0], "") if keys else _NOWHERE


def _battery(text: str, lexicon: Lexicon) -> str | None:
    keys = [hit.key for hit in lexicon.hits(text, 0, len(text)) if lexicon.fields.get(hit.key) == "BatteryType"]
    return keys[0] if keys else None


def _battery_of(frame: Frame, findings: Findings) -> str | None:
    fields = findings.lexicon.fields
    hits = (hit for number, left, right in findings.pieces(frame.start, frame.end) for hit in findings.hits(number, left, right))
    return next((hit.key for hit in hits if fields.get(hit.key) == "BatteryType"), None)


def _substrate(frame: Frame, findings: Findings, *, solid: bool) -> tuple[str, str] | None:
    """Return class and name of the substrate named most often, the first named where two are even.

    Where the battery has a solid electrolyte that is the substrate, and carbon or metal on it are not; elsewhere a host is, if there is one.
    """
    mentions = findings.mentions(frame.start, frame.end)
    named = [(kind, m.title) for m in mentions if (kind := substrate_class(m, findings.lexicon))]
    preferred = [pair for pair in named if (pair[0] in _ELECTROLYTES) == solid]
    if not preferred:
        return None
    kind = Counter(kind for kind, _ in preferred).most_common(1)[0][0]
    titles = [title for other, title in preferred if other == kind]
    members = [title for title in titles if title != kind]  # "NZSP" says more than "NASICON"
    return kind, Counter(members or titles).most_common(1)[0][0]
