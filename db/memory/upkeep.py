"""What scheduled tasks do to memory: `db.store.Upkeep`, and the queries below staleness and groups.

The named queries of `arrivals.sql` and `groups.sql` on memory; their arguments and rows are those of the queries.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from statistics import median_low
from typing import Any

from db.arrivals import Arrivals
from db.groups import METRIC, Groups
from db.memory.catalog import Series
from db.memory.core import Memory, Row
from db.memory.episodes import EpisodeQueries
from db.records import Kind, SeriesSpec, from_us, to_us

LISTED = timedelta(days=60)
GROUP = ("tenant_id", "id", "label", "value", "series_id", "members", "step_us", "until", "opened_at", "last_at",
         "peak_at", "peak", "carriers", "state", "score")  # fmt: skip


class MemoryUpkeep:
    """`db.store.Upkeep` on memory. Rollups are always complete, and what has expired goes with every write."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        episodes = EpisodeQueries(memory)
        self.arrivals = Arrivals(memory, ArrivalQueries(memory), episodes)
        self.groups = Groups(memory, GroupQueries(memory), episodes)

    def refresh_rollups(self, now: datetime, limit: int = 0) -> int:  # noqa: ARG002  of the protocol
        """See `Upkeep.refresh_rollups`."""
        return 0

    def drop_expired(self, now: datetime) -> dict[str, int]:
        """See `Upkeep.drop_expired`."""
        memory = self._memory
        with memory.lock:
            memory.expire()
            tables: dict[str, dict[Any, Row]] = {
                name: getattr(memory.tables, name) for name in ("insights", "patterns", "forecasts")
            }
            gone = {name: [key for key, row in of.items() if row["expires_at"] < now] for name, of in tables.items()}
            for name, keys in gone.items():
                for key in keys:
                    del tables[name][key]
        return {name: len(keys) for name, keys in gone.items() if keys}

    def clean_journal(self, now: datetime) -> int:  # noqa: ARG002  of the protocol
        """See `Upkeep.clean_journal`."""
        with self._memory.lock:
            self._memory.bound()
        return 0


class ArrivalQueries:
    """`arrivals.sql`."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def listened(self, _: object, *, now: datetime, pause: timedelta) -> tuple[datetime, datetime] | None:
        """(since when silence has been listened to without such a pause, when it last was)."""
        held = self._memory.listening
        if held is None:
            return None
        since, passed = held
        return (since if passed >= now - pause else now), passed

    def listen(self, _: object, *, since: datetime, now: datetime) -> None:
        """It was, just now."""
        self._memory.listening = (since, now)

    def behind(self, _: object) -> list[tuple[int, datetime]]:
        """Shards whose series are not yet known as of now."""
        first = next(iter(self._memory.journal.values()), None)
        return [] if first is None else [(first.shard, first.row.received_at)]

    def pulses(self, _: object, *, now: datetime) -> Iterator[tuple[Any, ...]]:
        """How every series is doing that sent lately or is said to be silent."""
        rows = self._memory.tables.episodes.values()
        silent = {row["series_id"]: row for row in rows if row["kind"] == "stale" and row["state"] == "open"}
        now_us, oldest = to_us(now), to_us(now - LISTED)
        for one in self._memory.catalog.some(self._memory.catalog.series):
            said = silent.get(one.id)
            if one.newest is None or one.spec.kind is Kind.event or (one.newest <= oldest and said is None):
                continue
            due = one.step > 0 and one.newest < now_us - one.step
            opened = (0, 0) if said is None else (to_us(said["opened_at"]), to_us(said["last_at"]))
            late = said is not None and said["detector"] == "lateness"
            arrival = one.arrival if due and one.arrival else None
            yield (one.id, one.tenant, one.shard, one.newest, one.seen, one.step, one.points, arrival, *opened, late)

    def blocks(self, _: object, *, blocks: list[int]) -> list[tuple[int, bytes]]:
        """What was learned of lateness."""
        held = self._memory.tables.lateness
        return [(block, held[block]) for block in blocks if block in held]

    def put_blocks(self, _: object, *, blocks: list[int], states: list[bytes]) -> None:
        """The same, to be kept."""
        self._memory.tables.lateness.update(zip(blocks, states, strict=True))

    def together(
        self, _: object, *, tenants: list[int], silent: list[int], now: datetime
    ) -> list[tuple[int, str, str, list[int]]]:
        """Labels all of whose series that sent within a week are silent, at least two."""
        oldest, found = to_us(now - timedelta(days=7)), dict[tuple[int, str, str], list[int]]()
        for one in self._memory.catalog.series.values():
            if one.tenant in tenants and one.spec.kind is not Kind.event and (one.newest or 0) > oldest:
                for label, value in one.spec.labels.items():
                    found.setdefault((one.tenant, label, value), []).append(one.id)
        quiet = set(silent)
        return [(*key, ids) for key, ids in found.items() if len(ids) > 1 and quiet.issuperset(ids)]


class GroupQueries:
    """`groups.sql`."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def memberships(self, _: object, *, now: datetime) -> list[tuple[int, str, str, list[int], int]]:
        """Groups as the labels of live series make them now."""
        made = dict[tuple[int, str, str], list[Series]]()
        for one in self._memory.catalog.some(self._memory.catalog.series):
            alive = one.step > 0 and (one.newest or 0) > to_us(now - timedelta(days=1))
            if not alive or one.spec.kind is Kind.event or one.spec.metric == METRIC:
                continue
            labels = self._memory.catalog.tenant(one.tenant).group_labels
            label = next((name for name in labels if name in one.spec.labels), None)
            if label is not None:
                made.setdefault((one.tenant, label, one.spec.labels[label]), []).append(one)
        return [
            (*key, [one.id for one in of], median_low([one.step for one in of]))
            for key, of in made.items()
            if len(of) > 1
        ]

    def known(self, _: object) -> list[tuple[Any, ...]]:
        """Every group."""
        rows = self._memory.tables.groups.values()
        return [
            (row["tenant_id"], row["id"], row["label"], row["value"], row["members"], row["step_us"]) for row in rows
        ]

    def add_series(self, _: object, *, tenant: int, labels: Any, print: bytes) -> int:
        """The series under which a group's episodes are written."""
        catalog = self._memory.catalog
        known = catalog.tenant(tenant).by_print.get(print)
        return known or catalog.add(tenant, SeriesSpec(METRIC, labels.obj), print).id

    def add_group(self, _: object, *, tenant: int, label: str, value: str, series: int, members: list[int], step: int,
                  until: datetime) -> None:  # fmt: skip
        """A new group. It begins where memory does."""
        id_ = self._memory.number("groups")
        begins = max(until, from_us(self._memory.since() // step * step))
        about: Row = {"tenant_id": tenant, "id": id_, "label": label, "value": value, "series_id": series}
        empty = dict.fromkeys(("opened_at", "last_at", "peak_at", "state", "score"))
        numbers = {"members": members, "step_us": step, "until": begins, "peak": 0.0, "carriers": []}
        self._memory.tables.groups[id_] = about | numbers | empty

    def load(self, _: object, *, ids: list[int]) -> list[tuple[Any, ...]]:
        """Groups to be judged."""
        held = self._memory.tables.groups
        return [tuple(held[id_][name] for name in GROUP) for id_ in sorted(ids) if id_ in held]

    def points(self, _: object, *, ids: list[int], after: list[datetime], until: datetime, **_bound: Any) -> list[Any]:
        """Points of series, each after its own time, up to a common one."""
        stop, rows = to_us(until) + 1, list[Any]()
        for at, (id_, begin) in enumerate(zip(ids, after, strict=True), start=1):
            t, v = self._memory.rings.columns(id_, to_us(begin) + 1, stop)
            rows += zip([at] * len(t), t.tolist(), v.tolist(), strict=True)
        return rows

    def names(self, _: object, *, ids: list[int]) -> list[tuple[int, str]]:
        """Their metrics."""
        return [(one.id, one.spec.metric) for one in self._memory.catalog.some(ids)]

    def save(self, _: object, *, tenant: int, id: int, step: int, carriers: Any, **columns: Any) -> None:  # noqa: ARG002  the query's own
        """How a group stands now."""
        self._memory.tables.groups[id] |= columns | {"step_us": step, "carriers": carriers.obj}
