"""Say in a line what gold and reading disagree about."""

from __future__ import annotations

from sodiokg.evaluation.claims import normal_name
from sodiokg.evaluation.gold import Entry
from sodiokg.evaluation.scores import Disagreement

__all__ = ["difference", "quoted", "summary"]

_LONGEST = 70
_LEVEL_FIELDS = {
    "quantity": ("value", "value_max", "unit"),
    "typed": ("property",),
    "attributed": ("ref",),
    "compared": ("comparator", "phase"),
}


def quoted(entry: Entry) -> str:
    """Return the words of a record on one line, long ones cut in the middle."""
    words = " ".join(entry.words.split())
    half = _LONGEST // 2
    return f"“{words if len(words) <= _LONGEST else f'{words[:half].rstrip()} ... {words[-half:].lstrip()}'}”"


def summary(entry: Entry) -> str:
    """Return what a record says: quantity, property and references, or the strategy with its references."""
    if entry.kind == "measurement":
        said = f"{entry.fields.get('property')} {_shown(entry, ('value', 'value_max', 'unit'))}"
    else:
        classes = entry.several("strategy_class")
        said = f"{', '.join(map(str, classes)) or 'no strategy'}, {entry.fields.get('polarity')}"
    return f"{said} {''.join(f'[{ref}]' for ref in entry.several('ref'))}".strip()


def difference(one: Disagreement) -> str:
    """Return what differs, in words."""
    if one.what in ("link missed", "link read"):
        condition = quoted(one.read) if one.read else "without a number"
        return f"condition {condition} {'is not linked' if one.what == 'link missed' else 'is linked, not in the gold'}"
    if one.gold is None or one.read is None:
        return summary(one.entry)
    if one.what in _LEVEL_FIELDS:
        fields = _LEVEL_FIELDS[one.what]
        return f"gold {_shown(one.gold, fields)}, read {_shown(one.read, fields)}"
    if isinstance(one.gold.fields.get(one.what), list):
        return _sets(one.gold.several(one.what), one.read.several(one.what))
    return f"gold {_shown(one.gold, (one.what,))}, read {_shown(one.read, (one.what,))}"


def _sets(gold: list[object], read: list[object]) -> str:
    in_gold, in_read = {normal_name(value) for value in gold}, {normal_name(value) for value in read}
    missing = [str(value) for value in gold if normal_name(value) not in in_read]
    surplus = [str(value) for value in read if normal_name(value) not in in_gold]
    parts = [f"missing {', '.join(missing)}" if missing else "", f"not in the gold {', '.join(surplus)}" if surplus else ""]
    return "; ".join(filter(None, parts))


def _shown(entry: Entry, fields: tuple[str, ...]) -> str:
    values = [entry.fields.get(field) for field in fields]
    shown = [
        f"to {value}" if field == "value_max" else value
        for field, value in zip(fields, values, strict=True)
        if value not in (None, "", [], ())
    ]
    return " ".join(_plain(value) for value in shown) or "nothing"


def _plain(value: object) -> str:
    if isinstance(value, list | tuple):
        return "".join(f"[{one}]" for one in value)
    return f"{value:g}" if isinstance(value, float) else str(value)
