"""Event -> points: rules say which series an event adds to, and how much."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from db.packs.checks import decimal_of
from db.packs.model import Label, Metric
from db.packs.registry import FORGETTERS, packs
from db.records import LARGEST, SMALLEST, Event, Kind, SeriesRef, SeriesSpec
from db.store import Intake

INLINE = 1_000
"""More events than these are worked through in a thread, so that the event loop serves others."""

_Key = tuple[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True)
class Rule:
    """One point an event of `event_type` (`*`: any).

    `value` is a path into the event such as `properties.revenue`, or None for 1. `labels` are (label, path, default).
    Where a path leads nowhere the default stands, or the label is left out; a point without a value is not made.
    """

    event_type: str
    metric: str
    labels: tuple[tuple[str, str, str | None], ...] = ()
    value: str | None = None
    unit: str | None = None


CORE = (Rule("*", "events", (("event_type", "event_type", None),), unit="events"),)
"""What holds for every event, whatever its domain: how many there were."""


LONGEST_LABEL = 300
"""Characters. What is longer is cut."""


@lru_cache(maxsize=1024)  # types that no pack knows are made up by producers
def rules_of(event_type: str) -> tuple[Rule, ...]:
    """What holds for events of a type: the core's rules, then those of the pack that understands it."""
    metrics = (metric for pack in packs().values() for metric in pack.model.metrics)
    return CORE + tuple(_rule(event_type, metric) for metric in metrics if event_type in metric.events)


FORGETTERS.append(rules_of.cache_clear)


def _rule(event_type: str, metric: Metric) -> Rule:
    found = {name: at if isinstance(at, Label) else Label(path=at) for name, at in metric.labels.items()}
    labels = tuple((name, at.path, at.default) for name, at in found.items())
    return Rule(event_type, metric.name, labels, metric.value, metric.unit)


def points_of(event: Event) -> list[tuple[SeriesSpec, float]]:
    """The points that an event causes, at its own time."""
    made = (_apply(rule, event) for rule in rules_of(event.event_type))
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
    labels = {}
    for label, path, default in rule.labels:
        found = _at(event, path)
        text = default if found is None else _text(found)
        if text is not None:
            labels[label] = text
    return SeriesSpec(rule.metric, labels, rule.unit, Kind.event), value


def _at(event: Event, path: str) -> Any:
    first, *rest = path.split(".")
    found: Any = getattr(event, first, None)
    for key in rest:
        found = found.get(key) if isinstance(found, dict) else None
    return found


def _text(value: Any) -> str:
    """A label's value: `true` for True, as JSON has it, and not too long."""
    return (str(value).lower() if isinstance(value, bool) else str(value))[:LONGEST_LABEL]


def _number(value: Any) -> float | None:
    """None for what is no number, or none that can be summed; 0 for what is too near to it."""
    if isinstance(value, str):
        value = None if (exact := decimal_of(value)) is None else float(exact)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not abs(value) <= LARGEST:
        return None
    return float(value) if abs(value) >= SMALLEST else 0.0


def _key(spec: SeriesSpec) -> _Key:
    return spec.metric, tuple(sorted(spec.labels.items()))
