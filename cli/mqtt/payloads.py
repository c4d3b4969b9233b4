"""Payloads: a number, or JSON with numbers in it, as points."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import orjson

from cli.mqtt.topics import Meaning

TIMES = ("timestamp", "time", "ts", "t", "datetime")
VALUES = ("value", "v", "val")
DEEPEST = 5
Point = dict[str, Any]
Path = tuple[str, ...]


class Unusable(ValueError):
    """Nothing in the payload can be used; says why."""


@dataclass(frozen=True)
class Reader:
    """How payloads are read. `metric`: the name where the topic says none, or what comes before it. `time`: the field
    of the time, if it has another name than usual."""

    metric: str | None = None
    time: str | None = None
    unit: str | None = None

    def points(self, meaning: Meaning, payload: bytes, now: str) -> list[Point]:
        """The points of a message, as `points` of POST /api/v1/ingest. Raises `Unusable`.

        A number, true or false is the metric itself. Of an object, `value` (or `v`) is the metric itself, every other
        number `<metric>.<its name>`, within objects too; its time is that of the payload, or `now`. A list: each of it.
        """
        name = ".".join(part for part in (self.metric, meaning.metric) if part)
        try:
            said = orjson.loads(payload)
        except orjson.JSONDecodeError as wrong:
            raise Unusable(f"{payload[:60]!r} is neither a number nor JSON") from wrong
        found = [point for one in (said if isinstance(said, list) else [said]) for point in self._read(name, one, now)]
        if not found:
            raise Unusable("there is no number in it" if name else "neither topic nor payload says which metric it is")
        return [point | {"labels": meaning.labels} | ({"unit": self.unit} if self.unit else {}) for point in found]

    def _read(self, name: str, said: Any, now: str) -> Iterator[Point]:
        if not isinstance(said, dict):
            if name and (number := _number(said)) is not None:
                yield {"metric": name, "t": now, "v": number}
            return
        times = (self.time,) if self.time else TIMES
        t = next((said[field] for field in times if _is_time(said.get(field))), now)
        for path, number in _numbers(said, (), frozenset(times)):
            metric = ".".join(part for part in (name, *path) if part)
            if metric:
                yield {"metric": metric, "t": t, "v": number}


def _number(said: Any) -> float | None:
    if isinstance(said, bool | int | float):
        value = float(said)
        return value if math.isfinite(value) else None
    return None


def _is_time(said: Any) -> bool:
    return isinstance(said, str) or (isinstance(said, int | float) and not isinstance(said, bool))


def _numbers(
    said: dict[str, Any], path: tuple[str, ...], leave: frozenset[str]
) -> Iterator[tuple[tuple[str, ...], float]]:
    """(path, number) of all numbers; that of `value` has the path of its object."""
    for field, inner in said.items():
        if field in leave:
            continue
        here = path if field in VALUES else (*path, field)
        if isinstance(inner, dict) and len(path) < DEEPEST:
            yield from _numbers(inner, here, frozenset())
        elif (number := _number(inner)) is not None:
            yield here, number
