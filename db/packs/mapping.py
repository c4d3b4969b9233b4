"""Event -> points: rules say which series an event adds to, and how much."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import Any

from db.records import LARGEST, SMALLEST, Event, Kind, SeriesRef, SeriesSpec
from db.store import Intake

INLINE = 1_000
"""More events than these are worked through in a thread, so that the event loop serves others."""

_Key = tuple[str, tuple[tuple[str, str], ...]]


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
    if len(events) <= INLINE:
        points, specs = _points_of_all(events)
    else:
        points, specs = await asyncio.to_thread(_points_of_all, events)
    keys = list(specs)
    refs = dict(zip(keys, await intake.resolve(tenant, list(specs.values())), strict=True)) if specs else {}
    if len(events) <= INLINE:
        return _caused(events, points, refs)
    return await asyncio.to_thread(_caused, events, points, refs)


def _points_of_all(events: list[Event]) -> tuple[list[list[tuple[_Key, float]]], dict[_Key, SeriesSpec]]:
    specs: dict[_Key, SeriesSpec] = {}
    points = []
    for event in events:
        made = [(_key(spec), spec, value) for spec, value in points_of(event)]
        specs |= {key: spec for key, spec, _ in made}
        points.append([(key, value) for key, _, value in made])
    return points, specs


def _caused(events: list[Event], points: list[list[tuple[_Key, float]]], refs: dict[_Key, SeriesRef]) -> list[Event]:
    return [
        replace(event, causes=[(refs[key].id, value) for key, value in made])
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
    """None for what is no number, or none that can be summed; 0 for what is too near to it."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not abs(value) <= LARGEST:
        return None
    return float(value) if abs(value) >= SMALLEST else 0.0


def _key(spec: SeriesSpec) -> _Key:
    return spec.metric, tuple(sorted(spec.labels.items()))
