"""Event -> points: rules say which series an event adds to, and how much."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Any

from db.packs.checks import decimal_of, found_in
from db.packs.model import Label, Metric
from db.packs.registry import FORGETTERS, packs
from db.records import LARGEST, SMALLEST, Event, Kind, SeriesRef, SeriesSpec
from db.store import Intake

INLINE = 1_000
"""More events than these are worked through in a thread, so that the event loop serves others."""

_Key = tuple[str, tuple[tuple[str, str], ...]]
_Place = tuple[_Key, float | None]
"""Where a point goes, and its value; None: its pack will say."""
NOTHING: Mapping[str, float | None] = {}


@dataclass(frozen=True)
class Rule:
    """One point an event of `event_type` (`*`: any).

    `value` is a path into the event such as `properties.revenue`, or None for 1. `labels` are (label, path, default).
    Where a path leads nowhere the default stands, or the label is left out; a point without a value is not made, unless
    it is `settled` later.
    """

    event_type: str
    metric: str
    labels: tuple[tuple[str, str, str | None], ...] = ()
    value: str | None = None
    unit: str | None = None
    settled: bool = False


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
    return Rule(event_type, metric.name, labels, metric.value, metric.unit, metric.settled is not None)


def points_of(event: Event, settled: Mapping[str, float | None] = NOTHING) -> list[tuple[SeriesSpec, float]]:
    """The points that an event causes, at its own time. `settled`: what is known of metrics by now; None: no point."""
    points = []
    for rule in rules_of(event.event_type):
        value = settled[rule.metric] if rule.metric in settled else _value(rule, event)
        if value is not None:
            points.append((_spec(rule, event), value))
    return points


def unsettled_of(event: Event) -> list[SeriesSpec]:
    """Where an event may have more points, once its pack took it in."""
    rules = (rule for rule in rules_of(event.event_type) if rule.settled)
    return [_spec(rule, event) for rule in rules if _value(rule, event) is None]


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


def _points_of_all(events: list[Event]) -> tuple[list[list[_Place]], dict[_Key, SeriesSpec]]:
    specs: dict[_Key, SeriesSpec] = {}
    points = []
    for event in events:
        made: list[tuple[SeriesSpec, float | None]] = [*points_of(event), *((one, None) for one in unsettled_of(event))]
        places = [(_key(spec), value) for spec, value in made]
        specs |= {key: spec for (key, _), (spec, _) in zip(places, made, strict=True)}
        points.append(places)
    return points, specs


def _caused(events: list[Event], points: list[list[_Place]], refs: dict[_Key, SeriesRef]) -> list[Event]:
    return [
        replace(
            event,
            causes=[(refs[key].id, value) for key, value in made if value is not None],
            unsettled=[(refs[key].id, key[0]) for key, value in made if value is None],
        )
        for event, made in zip(events, points, strict=True)
    ]


def _value(rule: Rule, event: Event) -> float | None:
    return 1.0 if rule.value is None else number_of(found_in(event, rule.value))


def _spec(rule: Rule, event: Event) -> SeriesSpec:
    labels = {}
    for label, path, default in rule.labels:
        found = found_in(event, path)
        text = default if found is None else _text(found)
        if text is not None:
            labels[label] = text
    return SeriesSpec(rule.metric, labels, rule.unit, Kind.event)


def _text(value: Any) -> str:
    """A label's value: `true` for True, as JSON has it, and not too long."""
    return (str(value).lower() if isinstance(value, bool) else str(value))[:LONGEST_LABEL]


def number_of(value: Any) -> float | None:
    """None for what is no number, or none that can be summed; 0 for what is too near to it."""
    if isinstance(value, Decimal):
        value = float(value)
    if isinstance(value, str):
        value = None if (exact := decimal_of(value)) is None else float(exact)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not abs(value) <= LARGEST:
        return None
    return float(value) if abs(value) >= SMALLEST else 0.0


def _key(spec: SeriesSpec) -> _Key:
    return spec.metric, tuple(sorted(spec.labels.items()))
