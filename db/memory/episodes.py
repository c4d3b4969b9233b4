"""The named queries of `episodes_write.sql` and `relearn.sql` on memory: what `db.episode_writer` and `db.relearning`
ask for. Their arguments and rows are those of the queries. The caller holds the lock."""

from __future__ import annotations

from collections import deque
from datetime import datetime, timedelta
from typing import Any

import numpy as np

from db.memory.core import Memory, Row
from db.packed import POINT, SINCE_2000_US
from db.pool import Connection
from db.records import Bands, Kind, to_us

OF_EPISODE = ("id", "open", "told", "opened_at", "last_at", "points", "score", "severity", "peak_at", "value",
              "expected", "lo", "hi", "detector", "reason")  # fmt: skip


class EpisodeQueries:
    """`episodes_write.sql`. Closed episodes beyond the bound go with their alerts, the oldest first."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._tables = memory.tables

    def open_episode(self, _: object, **columns: Any) -> tuple[int] | None:
        """A new episode, unless the series has an open one of this kind already."""
        held = self.open_of(columns["series_id"], columns["kind"])
        return None if held is not None else (self.add(columns | {"state": "open", "closed_at": None}),)

    def add(self, columns: Row) -> int:
        """An episode, whatever there is."""
        id_ = self._memory.number("episodes")
        tenant = columns.pop("tenant")
        self._tables.episodes[id_] = columns | {"id": id_, "tenant_id": tenant, "alert": None}
        self._bound()
        return id_

    def open_of(self, series: int, kind: str) -> Row | None:
        """The open episode of a series."""
        rows = self._tables.episodes.values()
        return next(
            (r for r in reversed(rows) if r["series_id"] == series and r["kind"] == kind and r["state"] == "open"), None
        )

    def update_episode(self, _: object, **columns: Any) -> tuple[int] | None:
        """The open episode of a series, as the detectors see it now."""
        row = self.open_of(columns["series_id"], columns["kind"])
        if row is None:
            return None
        row |= columns
        return (row["id"],)

    def open_alert(self, _: object, *, tenant: int, episode: int, severity: str, opened_at: datetime) -> int | None:
        """The first alert of an episode."""
        row = self._tables.episodes[episode]
        if row["alert"] is not None:
            return None
        id_ = row["alert"] = self._memory.number("alerts")
        about = {"id": id_, "tenant_id": tenant, "episode_id": episode, "opened_at": opened_at}
        self._tables.alerts[id_] = about | {"state": "opened", "severity": severity, "transitions": []}
        return id_

    def change_alert(self, _: object, *, episode: int, state: str, severity: str) -> tuple[int, str] | None:
        """The alert of an episode in its new state; the state before."""
        alert = self._tables.episodes[episode]["alert"] if episode in self._tables.episodes else None
        if alert is None:
            return None
        row = self._tables.alerts[alert]
        before, row["state"], row["severity"] = row["state"], state, severity
        return alert, before

    def next_seq(self, _: object, *, tenant: int, n: int) -> int:
        """The numbers of the next transitions of a tenant."""
        of = self._memory.catalog.tenant(tenant)
        of.live_seq += n
        return of.live_seq - n + 1

    def add_transition(self, _: object, *, tenant: int, seq: int, alert_id: int, state: str, severity: str, alert: Any,
                       **more: Any) -> None:  # fmt: skip
        """What happened to an alert."""
        row = {"seq": seq, "alert_id": alert_id, "to_state": state, "severity": severity, "at": self._memory.now(),
               "alert": alert.obj, **more}  # fmt: skip
        self._tables.transitions.setdefault(tenant, deque()).append(row)
        if alert_id in self._tables.alerts:
            self._tables.alerts[alert_id]["transitions"].append(row)

    def series_names(self, _: object, *, ids: list[int]) -> list[tuple[int, str, dict[str, str], str | None]]:
        """Metric, labels, unit."""
        return [(s.id, s.spec.metric, s.spec.labels, s.spec.unit) for s in self._memory.catalog.some(ids)]

    def _bound(self) -> None:
        episodes, over = self._tables.episodes, len(self._tables.episodes) - self._memory.config.memory_alerts
        if over <= 0:
            return
        for id_ in [id_ for id_, row in episodes.items() if row["state"] != "open"][:over]:
            self.forget(id_)

    def forget(self, id_: int) -> None:
        """Remove an episode with its alert and transitions."""
        alert = self._tables.episodes.pop(id_)["alert"]
        row = self._tables.alerts.pop(alert, None)
        if row is not None:
            held = self._tables.transitions.get(row["tenant_id"], deque())
            gone = {one["seq"] for one in row["transitions"]}
            self._tables.transitions[row["tenant_id"]] = deque(one for one in held if one["seq"] not in gone)


class RelearnQueries:
    """`relearn.sql`, and what it needs of points and bands."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._tables = memory.tables
        self._episodes = EpisodeQueries(memory)

    def ask(self, _: object, *, shard: int, delay: timedelta, ids: list[int], since: list[datetime],
            until: list[datetime], live: list[bool]) -> None:  # fmt: skip
        """Note series whose past changed."""
        ready = self._memory.now() + delay
        for id_, first, last, is_live in zip(ids, since, until, live, strict=True):
            row = self._tables.relearn.setdefault(
                id_, {"shard": shard, "since": first, "until": last, "live": is_live, "ready": ready}
            )
            row["since"], row["until"] = min(row["since"] or first, first), max(row["until"] or last, last)
            row["live"] = row["live"] or is_live

    def ask_all(self, _: object, *, shard: int) -> None:
        """All series of a shard are to be learned anew."""
        for one in self._memory.catalog.series.values():
            if one.shard == shard and one.newest is not None and one.spec.kind is not Kind.event:
                about = {"shard": shard, "since": None, "until": None, "live": False, "ready": self._memory.now()}
                self._tables.relearn.setdefault(one.id, about)

    def ready(
        self, _: object, *, shard: int, limit: int
    ) -> list[tuple[int, int, datetime | None, datetime | None, bool]]:
        """Series whose turn has come."""
        now, series = self._memory.now(), self._memory.catalog.series
        with self._memory.lock:
            due = [
                (row["ready"], id_)
                for id_, row in self._tables.relearn.items()
                if row["shard"] == shard and row["ready"] <= now
            ]
            rows = [(id_, self._tables.relearn[id_]) for _, id_ in sorted(due)[:limit]]
        return [(id_, series[id_].tenant, row["since"], row["until"], row["live"]) for id_, row in rows]

    def done(self, _: object, *, ids: list[int]) -> None:
        """They were."""
        for id_ in ids:
            self._tables.relearn.pop(id_, None)

    def stored(self, _: object, *, series: int, limit: int) -> bytes:
        """The newest points of a series, packed."""
        with self._memory.lock:
            t, v = self._memory.rings.columns(series)
        rows = np.zeros(min(len(t), limit), POINT)
        if len(rows):
            rows["id"], rows["t"], rows["v"] = series, t[-limit:] - SINCE_2000_US, v[-limit:]
        return rows.tobytes()

    def untold(self, _: object, *, shard: int) -> list[tuple[int]]:
        """Series with an open episode that nobody was told of."""
        with self._memory.lock:
            return [
                (row["series_id"],)
                for row in self._tables.episodes.values()
                if row["kind"] == "anomaly" and row["state"] == "open" and row["alert"] is None
                and self._memory.catalog.series[row["series_id"]].shard == shard
            ]  # fmt: skip

    def episodes_since(self, _: object, *, series: int, since: datetime | None) -> list[tuple[Any, ...]]:
        """What stands of a series' episodes that were not over before `since`, and of the open one."""
        found = [
            row | {"open": row["state"] == "open", "told": row["alert"] is not None}
            for row in self._tables.episodes.values()
            if row["series_id"] == series and row["kind"] == "anomaly" and row["state"] != "retracted"
            and (row["state"] == "open" or (since is not None and (row["closed_at"] or row["last_at"]) >= since))
        ]  # fmt: skip
        found.sort(key=lambda row: (row["opened_at"], row["id"]))
        return [tuple(row[name] for name in OF_EPISODE) for row in found]

    def revise_episode(self, _: object, *, id: int, **columns: Any) -> None:
        """Another look at an episode."""
        self._tables.episodes[id] |= columns

    def retract_episode(self, _: object, *, id: int) -> None:
        """It was none."""
        row = self._tables.episodes[id]
        row["state"], row["closed_at"] = "retracted", row["closed_at"] or row["last_at"]

    def forget_episode(self, _: object, *, id: int) -> None:
        """It was none, and nobody heard of it."""
        self._episodes.forget(id)

    def add_past_episode(self, _: object, **columns: Any) -> tuple[int]:
        """One that was not known."""
        return (self._episodes.add(columns),)

    def drop_bands(self, _: object, *, series: int, since: datetime) -> None:
        """What was expected of a series from a window on."""
        self._memory.windows.unexpect(series, to_us(since))

    def put_bands(self, _: Connection, bands: Bands) -> None:
        """What is expected, as `db.samples.copy_bands`."""
        held = bands.t >= self._memory.since() // 900_000_000 * 900_000_000
        if held.any():
            kept = (getattr(bands, name)[held] for name in ("ids", "t", "expected", "lo", "hi"))
            self._memory.windows.expect(Bands(*kept))
