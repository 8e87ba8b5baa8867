"""Manuscripts with slots: ``[[detail: words]]`` marks words that tell a detail; a clean text has them, a seeded one lacks those of one detail."""

import re
from pathlib import Path

__all__ = ["clean", "drafts", "without"]

_SLOT = re.compile(r"\[\[(?P<detail>[^:\[\]]+): (?P<words>[^\[\]]+)\]\]")
_FOLDER = Path(__file__).parent / "texts"


def drafts():
    """Return the manuscripts with their slots, by name."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(_FOLDER.glob("*.md"))}


def clean(draft):
    """Return a manuscript with all that its slots hold."""
    return _SLOT.sub(lambda slot: slot["words"], draft)


def without(draft, detail):
    """Return a manuscript that does not tell a detail, None where it has no slot for it."""
    if not any(slot["detail"] == detail for slot in _SLOT.finditer(draft)):
        return None
    return _SLOT.sub(lambda slot: "" if slot["detail"] == detail else slot["words"], draft)
