"""The series that producers name, remembered, so that the database is asked once for each."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from api.ingest.names import wrong_meaning, wrong_series
from db.records import Kind, SeriesRef, SeriesSpec

OVERFLOW_FOR = 30.0
"""Seconds for which a series that went to overflow is not asked for again. The tenant's limit may have been raised."""


@dataclass(slots=True, eq=False)
class Named:
    """A series as a producer spells it, and where its points go, if that is known."""

    spec: SeriesSpec
    ref: SeriesRef | None = None
    until: float = float("inf")

    def known(self, clock: float) -> bool:
        """Whether `ref` may be used at `clock` (monotonic seconds)."""
        return self.ref is not None and clock < self.until

    def learn(self, ref: SeriesRef, clock: float) -> None:
        """Remember where the points go."""
        self.ref = ref
        self.until = clock + OVERFLOW_FOR if ref.overflow else float("inf")


class Book:
    """Spellings -> series. A spelling is any hashable that begins with the tenant. When it is full it starts anew."""

    def __init__(self, max_bytes: int = 64 << 20) -> None:
        self._max = max_bytes
        self._size = 0
        self._entries: dict[Hashable, Named] = {}
        self.get = self._entries.get

    def __len__(self) -> int:
        return len(self._entries)

    def enter(self, key: Hashable, spec: SeriesSpec) -> Named:
        """Remember a new spelling."""
        named = Named(spec)
        self._size += 600 + 4 * len(spec.metric) + sum(4 * (len(k) + len(v)) for k, v in spec.labels.items())
        if self._size > self._max:
            self.clear()
        self._entries[key] = named
        return named

    def clear(self) -> None:
        """Start anew."""
        self._entries.clear()
        self._size = 0

    def find(self, tenant: int, metric: Any, labels: Any, unit: Any = None, kind: Any = None) -> Named | str:
        """The series of checked or unchecked parts; the reason, if they cannot name one."""
        if (unit is not None or kind is not None) and (wrong := wrong_meaning(unit, kind)):
            return wrong
        try:
            key = (tenant, metric) if labels is None else (tenant, metric, *labels.items())
            if (named := self.get(key)) is not None:
                return named
        except (TypeError, AttributeError):
            key = ()  # something in it is no text: the check below says what
        if wrong := wrong_series(metric, labels):
            return wrong
        return self.enter(key, spec_of(metric, labels, unit, kind))


def spec_of(
    metric: str, labels: Mapping[str, str] | None, unit: str | None = None, kind: str | None = None
) -> SeriesSpec:
    """A spec from checked parts."""
    return SeriesSpec(metric, dict(labels or {}), unit, Kind(kind or "gauge"))
