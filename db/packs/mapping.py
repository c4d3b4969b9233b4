"""Event -> points: rules say which series an event adds to, and how much."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from db.records import Event, Kind, SeriesSpec
from db.store import Intake


@dataclass(frozen=True)
class Rule:
    """One point an event of `event_type` (`*`: any).

    `value` is a path into the event such as `properties.revenue`, or None for 1. `labels` are (label, path) pairs.
    Where a path leads nowhere, the label is left out, and a point without a value is not made.
    """

    event_type: str
    metric: str
    labels: tuple[tuple[str, str], ...] = ()
    value: str | None = None
    unit: str | None = None


CORE = (Rule("*", "events", (("event_type", "event_type"),), unit="events"),)
"""What holds for every event, whatever its domain: how many there were."""


def points_of(event: Event, rules: tuple[Rule, ...] = CORE) -> list[tuple[SeriesSpec, float]]:
    """The points that an event causes, at its own time."""
    made = (_apply(rule, event) for rule in rules if rule.event_type in ("*", event.event_type))
    return [point for point in made if point is not None]


async def with_causes(intake: Intake, tenant: int, events: list[Event]) -> list[Event]:
    """The events with their points, the series of which are made where they are new."""
    points = [points_of(event) for event in events]
    specs = list({_key(spec): spec for made in points for spec, _ in made}.values())
    refs = dict(zip(map(_key, specs), await intake.resolve(tenant, specs), strict=True)) if specs else {}
    return [
        replace(event, causes=[(refs[_key(spec)].id, value) for spec, value in made])
        for event, made in zip(events, points, strict=True)
    ]


def _apply(rule: Rule, event: Event) -> tuple[SeriesSpec, float] | None:
    value = 1.0 if rule.value is None else _number(_at(event, rule.value))
    if value is None:
        return None
    labels = {label: str(found) for label, path in rule.labels if (found := _at(event, path)) is not None}
    return SeriesSpec(rule.metric, labels, rule.unit, Kind.event), value


def _at(event: Event, path: str) -> Any:
    first, *rest = path.split(".")
    found: Any = getattr(event, first, None)
    for key in rest:
        found = found.get(key) if isinstance(found, dict) else None
    return found


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def _key(spec: SeriesSpec) -> tuple[str, tuple[tuple[str, str], ...]]:
    return spec.metric, tuple(sorted(spec.labels.items()))
