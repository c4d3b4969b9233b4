"""What a series may be called. Each function returns the reason why not, or None."""

from __future__ import annotations

import re
from collections.abc import Mapping

METRIC, LABELS, KEY, VALUE, UNIT = 200, 32, 100, 300, 50
RESERVED = "__"
KINDS = ("gauge", "counter", "money")
"""Kinds that producers may choose. `event` is for series that come from events, whose points may share an instant."""

_FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def wrong_text(what: str, text: object, limit: int, least: int = 1) -> str | None:
    """Text of `least` to `limit` characters, none of which is a control character or half a surrogate pair."""
    if not isinstance(text, str):
        return f"{what} must be text"
    if not least <= len(text) <= limit:
        return f"{what} must have {least} to {limit} characters, not {len(text)}"
    if _FORBIDDEN.search(text):
        return f"{what} holds control characters"
    return None


def wrong_series(metric: object, labels: object) -> str | None:
    """A metric with its labels."""
    return wrong_text("metric", metric, METRIC) or _reserved("metric", str(metric)) or wrong_labels(labels)


def wrong_meaning(unit: object, kind: object) -> str | None:
    """What the numbers of a series mean; None where that is not said."""
    if unit is not None and (wrong := wrong_text("unit", unit, UNIT)):
        return wrong
    return None if kind is None or kind in KINDS else f"kind must be one of {', '.join(KINDS)}"


def wrong_labels(labels: object) -> str | None:
    """A mapping of text to text."""
    if labels is None:
        return None
    if not isinstance(labels, Mapping):
        return "labels must be an object"
    if len(labels) > LABELS:
        return f"a series may have {LABELS} labels, not {len(labels)}"
    for key, value in labels.items():
        wrong = wrong_text("a label's name", key, KEY) or _reserved("a label's name", key)
        wrong = wrong or wrong_text(f"label {key}", value, VALUE, least=0)
        if wrong:
            return wrong
    return None


def _reserved(what: str, name: str) -> str | None:
    return f"{what} must not start with {RESERVED}: such names are reserved" if name.startswith(RESERVED) else None
