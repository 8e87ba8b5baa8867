"""Where a frame stands: the battery type under discussion and the substrate that is wetted or hosts the sodium."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sodiokg.extract.cues import Hit
from sodiokg.extract.findings import Findings
from sodiokg.extract.frames import Frame, Frames
from sodiokg.extract.lexicon import Lexicon
from sodiokg.extract.role_words import is_solid_electrolyte
from sodiokg.extract.substrates import substrate_class
from sodiokg.model import Document

__all__ = ["Setting", "read_settings"]


@dataclass(frozen=True, slots=True)
class Setting:
    """Battery type, substrate class and the substrate's name as records write them."""

    battery_type: str | None
    substrate_class: str
    substrate: str

    @property
    def solid(self) -> bool:
        """Tell whether the sodium lies on a solid electrolyte here."""
        return self.substrate_class in _ELECTROLYTES or self.battery_type in _SOLID


def read_settings(document: Document, frames: Frames, findings: Findings) -> tuple[Setting, ...]:
    """Return the setting of every frame: its own words first, then what the section has spoken of, then its heading.

    A solid electrolyte stays the subject until another is named; a host belongs to the study that names it and is not carried on. Where
    neither heading nor words name the battery type, the electrolytes and hosts of the frame, then of the document, tell it.
    """
    headings = {section.number: _heading(section.title, findings.lexicon) for section in document.sections}
    whole = _guess(findings, 0, len(document.plain.text)) or _by_signs(findings)
    settings: list[Setting] = []
    carried = _NOWHERE
    section = ""
    for frame in frames.all:
        here = document.section_at(frame.start)
        if here != section:
            section, carried = here, headings.get(here, (None, _NOWHERE))[1]
        told = headings.get(here, (None, _NOWHERE))[0] or headings.get(here.split(".")[0], (None, _NOWHERE))[0]
        kind = (
            told
            or _battery_of(frame, findings)
            or (whole if whole in _SOLID else _guess(findings, frame.start, frame.end) or whole)
        )
        own = _substrate(frame, findings, kind)
        if own and own[0] in _ELECTROLYTES:
            carried = own
        settings.append(Setting(kind, *(own or carried)))
    return tuple(settings)


def _heading(title: str, lexicon: Lexicon) -> tuple[str | None, tuple[str, str]]:
    """Return what a heading announces: a battery type, and a class of substrate ("Alloy-based frameworks")."""
    hits = lexicon.hits(title, 0, len(title))
    battery = next((hit.key for hit in hits if lexicon.fields.get(hit.key) == "BatteryType"), None)
    host = next(((hit.key, "") for hit in hits if hit.key in {"carbon", "metal", "alloy", "MXene"}), _NOWHERE)
    return battery, host


def _guess(findings: Findings, start: int, end: int) -> str | None:
    """Tell the battery type from what is named: a solid electrolyte (beta''-alumina with liquid sodium is a molten battery), or a host."""
    lexicon = findings.lexicon
    mentions = findings.mentions(start, end)
    kinds = Counter(kind for m in mentions if (kind := substrate_class(m, lexicon)))
    solid = Counter(substrate_class(m, lexicon) for m in mentions if is_solid_electrolyte(m, lexicon))
    if solid:
        return "molten" if solid.most_common(1)[0][0] == "BASE" else "all-solid-state"
    liquid = any(lexicon.is_a(m.iri, "LiquidElectrolyte") for m in mentions)
    return "conventional-liquid" if liquid or kinds else None


def _by_signs(findings: Findings) -> str | None:
    """Tell the battery type by what is more often spoken of in the whole document: matters of liquid or of solid electrolytes."""
    keys = Counter(sign for hits in findings.cues for sign in _signs(hits))
    kind = max(_SIGNS, key=lambda sign: keys[sign])
    return _SIGNS[kind] if keys[kind] else None


def _signs(hits: Sequence[Hit]) -> Iterator[str]:
    """Yield the signs of one sentence; the interphase that is called after a solid electrolyte is no sign of one."""
    liquid = [hit for hit in hits if hit.key == "liquidSign"]
    for hit in hits:
        if hit.key in _SIGNS and (hit.key == "liquidSign" or not any(o.start <= hit.start and hit.end <= o.end for o in liquid)):
            yield hit.key


# Even signs speak for a solid electrolyte: an interphase and a separator are spoken of there too.
_SIGNS = {"solidSign": "all-solid-state", "liquidSign": "conventional-liquid"}
_NOWHERE = ("other", "")
_SOLID = frozenset({"molten", "all-solid-state"})
_ELECTROLYTES = frozenset({"BASE", "NASICON"})


def _battery_of(frame: Frame, findings: Findings) -> str | None:
    fields = findings.lexicon.fields
    hits = (hit for number, left, right in findings.pieces(frame.start, frame.end) for hit in findings.hits(number, left, right))
    return next((hit.key for hit in hits if fields.get(hit.key) == "BatteryType"), None)


def _substrate(frame: Frame, findings: Findings, battery: str | None) -> tuple[str, str] | None:
    """Return class and name of the substrate named most often, the first named where two are even.

    Where the battery has a solid electrolyte that is the substrate, and carbon or metal on it are not; elsewhere a host is.
    """
    named = [(kind, m.title) for m in findings.mentions(frame.start, frame.end) if (kind := substrate_class(m, findings.lexicon))]
    if battery is not None:
        named = [pair for pair in named if (pair[0] in _ELECTROLYTES) == (battery in _SOLID)]
    if not named:
        return None
    kind = Counter(kind for kind, _ in named).most_common(1)[0][0]
    titles = [title for other, title in named if other == kind]
    members = [title for title in titles if title != kind]  # "NZSP" says more than "NASICON"
    return kind, Counter(members or titles).most_common(1)[0][0]
