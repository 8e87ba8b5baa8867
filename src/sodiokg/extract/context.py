"""Where a frame stands: the battery type under discussion and the substrate that is wetted or hosts the sodium."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sodiokg.extract.lexicon import Lexicon
from sodiokg.extract.materials import find_mentions
from sodiokg.extract.naming import NameIndex
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


def read_settings(document: Document, frames: Frames, lexicon: Lexicon, local: NameIndex) -> tuple[Setting, ...]:
    """Return the setting of every frame: its own words first, then those before it in the section, then the section's heading."""
    battery = {section.number: _battery(section.title, lexicon) for section in document.sections}
    settings: list[Setting] = []
    carried: tuple[str, str] = ("other", "")
    section = ""
    for frame in frames.all:
        here = next((s.number for s in reversed(document.sections) if s.start <= frame.start), "")
        if here != section:
            section, carried = here, ("other", "")
        own = _substrate(document, frame, lexicon, local)
        carried = own or carried
        parent = here.split(".")[0]
        kind = battery.get(here) or battery.get(parent) or _battery(document.words(frame.start, frame.end), lexicon)
        settings.append(Setting(kind, *carried))
    return tuple(settings)


def _battery(text: str, lexicon: Lexicon) -> str | None:
    keys = [hit.key for hit in lexicon.hits(text, 0, len(text)) if lexicon.fields.get(hit.key) == "BatteryType"]
    return keys[0] if keys else None


def _substrate(document: Document, frame: Frame, lexicon: Lexicon, local: NameIndex) -> tuple[str, str] | None:
    """Return class and name of the substrate named most often in the frame, the first named where two are even."""
    mentions = find_mentions(document.plain.text, frame.start, frame.end, lexicon, local)
    named: Sequence[tuple[str, str]] = [(kind, m.title) for m in mentions if (kind := substrate_class(m, lexicon))]
    if not named:
        return None
    kind = Counter(kind for kind, _ in named).most_common(1)[0][0]
    return kind, Counter(title for other, title in named if other == kind).most_common(1)[0][0]
