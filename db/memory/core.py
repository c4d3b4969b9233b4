"""What one process holds instead of a database. All of `db.memory` works on one `Memory`, under its lock."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import numpy as np

from db.memory.catalog import Catalog
from db.memory.rings import Rings
from db.memory.settings import MemorySettings
from db.memory.windows import Windows
from db.records import Event, Ids, Kind, Points, from_us
from db.work import JournalRow

Row = dict[str, Any]
EXPIRE_EVERY_US = 5_000_000


@dataclass
class Waiting:
    """A journal row that waits. `points`: how many rows it holds."""

    row: JournalRow
    shard: int
    points: int


@dataclass
class Tables:
    """What findings, policies and the like hold: rows by their keys, as the tables of the same names."""

    episodes: OrderedDict[int, Row] = field(default_factory=OrderedDict)
    alerts: dict[int, Row] = field(default_factory=dict)
    transitions: dict[int, deque[Row]] = field(default_factory=dict)
    relearn: dict[int, Row] = field(default_factory=dict)
    insights: dict[str, Row] = field(default_factory=dict)
    patterns: dict[str, Row] = field(default_factory=dict)
    forecasts: dict[int, Row] = field(default_factory=dict)
    groups: dict[int, Row] = field(default_factory=dict)
    lateness: dict[int, bytes] = field(default_factory=dict)
    model_runs: dict[tuple[str, int], Row] = field(default_factory=dict)
    model_items: dict[tuple[str, int, str], Row] = field(default_factory=dict)
    policies: dict[tuple[int, str], list[Row]] = field(default_factory=dict)
    flags: dict[tuple[int, str], Any] = field(default_factory=dict)
    keys: dict[str, Row] = field(default_factory=dict)
    users: dict[int, Row] = field(default_factory=dict)
    refresh: dict[bytes, Row] = field(default_factory=dict)
    secrets: dict[str, bytes] = field(default_factory=dict)


class Memory:
    """`clock`: epoch seconds; the time of all that expires. One shard: one consumer, one set of detectors. `filled`:
    whether what a database held has come in; `fresh`: whether nothing else had before; None: it has not begun."""

    SHARDS = 1

    def __init__(self, config: MemorySettings, clock: Callable[[], float] = time.time) -> None:
        self.config = config
        self.lock = threading.RLock()
        self.catalog = Catalog(self.SHARDS, config.memory_series)
        self.rings = Rings(round(config.memory_mb * 1e6))
        self.windows = Windows()
        self.journal: OrderedDict[int, Waiting] = OrderedDict()
        self.keys: OrderedDict[tuple[int, str], tuple[float, bytes, Row]] = OrderedDict()
        self.event_ids: OrderedDict[tuple[int, str], int] = OrderedDict()
        self.events: deque[tuple[int, int, bytes]] = deque()
        self.events_size = 0
        self.tables = Tables()
        self.numbers: dict[str, int] = {}
        self.policy_version = 0
        self.listening: tuple[datetime, datetime] | None = None
        self.waiting_points = 0
        self._clock = clock
        self.began = self.now_us()
        self.filled = False
        self.fresh: bool | None = None
        self._gone = 0
        self._expired_at = 0

    def now_us(self) -> int:
        """The time, us."""
        return round(self._clock() * 1e6)

    def now(self) -> datetime:
        """The time."""
        return from_us(self.now_us())

    def number(self, of: str) -> int:
        """The next number of a table."""
        self.numbers[of] = self.numbers.get(of, 0) + 1
        return self.numbers[of]

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Alone. What is written stays written, also when the caller fails: there is nothing to go back to."""
        with self.lock:
            yield

    def since(self) -> int:
        """From when on memory holds all points that came, us: by retention, and by the budget."""
        hours = self.config.memory_retention_hours
        return max(self.rings.since, self._gone, self.now_us() - round(hours * 3.6e9))

    def complete(self) -> int:
        """From when on memory holds all that ever came, us: not before this process began, or was filled."""
        return max(self.since(), self.began)

    def expire(self) -> None:
        """Let go what is past its time or over its bound. Cheap to call with every write (S3-05)."""
        now = self.now_us()
        if self.rings.size <= self.rings.budget and now - self._expired_at < EXPIRE_EVERY_US:
            return
        self._expired_at = now
        before = now - round(self.config.memory_retention_hours * 3.6e9)
        self._gone = max(self._gone, before)  # a clock that goes back brings nothing back
        self.rings.expire(before)
        self.windows.expire(before)
        while self.events and (self.events[0][1] < before or self.events_size > self.config.memory_events_mb * 1e6):
            self.events_size -= len(self.events.popleft()[2])
        self.bound()

    def bound(self) -> None:
        """Keep what is counted within its bounds."""
        _shorten(self.keys, self.config.memory_keys)
        _shorten(self.event_ids, self.config.memory_event_ids)

    def remember(self, tenant: int, events: list[Event], packed: bytes) -> None:
        """Keep events for when persistence is switched on."""
        newest = max(event.t for event in events)
        self.events.append((tenant, newest, packed))
        self.events_size += len(packed)

    def alive(self, ids: Ids) -> np.ndarray[Any, np.dtype[np.bool_]]:
        """Which of these are series that there are."""
        return np.array([id_ in self.catalog.series for id_ in ids.tolist()], np.bool_)

    def store(self, new: Points) -> int:
        """Keep points that are new, sorted by (series, time), but for those before `since`. Returns how many stay."""
        kept = new[new.t >= self.since()]
        kept = kept[~self._there(kept)] if self.filled else kept
        if len(kept):
            starts = np.flatnonzero(np.r_[True, np.diff(kept.ids) != 0])
            for a, b in zip(starts.tolist(), [*starts[1:].tolist(), len(kept)], strict=True):
                self.rings.append(int(kept.ids[a]), kept.t[a:b], kept.v[a:b])
            self.windows.add(kept)
        return len(kept)

    def _there(self, points: Points) -> np.ndarray[Any, np.dtype[np.bool_]]:
        """Which of these are there already. A detector takes for new what came in from a database behind its back."""
        there = np.zeros(len(points), np.bool_)
        for series in np.unique(points.ids).tolist():
            newest, mine = self.rings.newest(series), points.ids == series
            if newest is not None and points.t[mine].min() <= newest and not self._several(series):
                there[mine] = np.isin(points.t[mine], self.rings.columns(series)[0])
        return there

    def _several(self, series: int) -> bool:
        return self.catalog.series[series].spec.kind is Kind.event


def _shorten(held: OrderedDict[Any, Any], most: int) -> None:
    while len(held) > most:
        held.popitem(last=False)
