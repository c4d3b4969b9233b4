"""The small interface through which everything reaches data: four roles, about a dozen operations.

PostgreSQL is one implementation (`db.postgres`), memory another (`db.memory`). A role has one user: `Intake` the ingest
routes, `Archive` the reading routes, `ShardStore` the pipeline, `Upkeep` the scheduled tasks; findings, policies and
access are in `db.roles`. Every operation takes the tenant, or a shard or window of which the tenant is a column.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from db.catalog import MetricRow, SeriesGroup
from db.records import (
    Appended,
    Backlog,
    Bands,
    Batch,
    EpisodeRow,
    Folded,
    Ids,
    Kind,
    Points,
    SeriesRef,
    SeriesRow,
    SeriesSpec,
    Times,
    Transition,
)
from db.work import Committed, Held, JournalRow, RelearnAsk, Restored, ShardWork


class Intake(Protocol):
    """Where acknowledged batches go."""

    shards: int

    async def resolve(self, tenant: int, specs: Sequence[SeriesSpec]) -> list[SeriesRef]:
        """The series of each spec, made where it is new. At the tenant's limit: its overflow series."""

    async def append(self, batch: Batch) -> Appended:
        """Make a batch durable. Returns after the commit. The same key again changes nothing."""

    async def backlog(self) -> Backlog:
        """How far the pipeline is behind."""

    async def closed_ranges(self) -> list[tuple[int, int, str]]:
        """Raw ranges [from, to) in us that retention has dropped, with the reason; at most some seconds old."""


class Archive(Protocol):
    """What was stored, for readers."""

    async def find_series(
        self, tenant: int, metric: str | None, labels: dict[str, str], after: int, limit: int
    ) -> list[SeriesRow]:
        """Series by id after `after`; `metric` may hold `*`; `labels` must all match."""

    async def group_series(
        self, tenant: int, metric: str, labels: dict[str, str], by: tuple[str, ...], limit: int
    ) -> list[SeriesGroup]:
        """Series of exactly this metric, grouped by labels and sorted by them; a missing label is "". At most `limit`
        series in all."""

    async def find_metrics(self, tenant: int, metric: str | None, after: str, limit: int) -> list[MetricRow]:
        """Metrics by name after `after`; `metric` may hold `*`."""

    async def silent(self, tenant: int, ids: NDArray[np.int32]) -> set[int]:
        """Which of these series have stopped, as the staleness task found."""

    async def fold(
        self,
        tenant: int,
        ids: NDArray[np.int32],
        groups: NDArray[np.int32],
        edges: NDArray[np.int64],
        level: str,
        *,
        ends: bool = True,
    ) -> Folded:
        """Fold series `ids[i]` of group `groups[i]` over the buckets between ascending `edges` (us).

        `level`: samples_15m, samples_1h or samples_1d; every edge must lie on its grid, but for the first and the last.
        Exact at any moment: windows that wait for a refresh are folded from raw points. Without `ends`, first and last
        are nan, which is quicker. In a group of several series they are of the first (last) 15-minute window that has
        points, there the smallest first (largest last). Raises `RawGone` when retention dropped what this needs.
        """

    async def increase(
        self, tenant: int, ids: NDArray[np.int32], groups: NDArray[np.int32], edges: NDArray[np.int64]
    ) -> Folded:
        """The growth of counters in each (group, bucket), in the column `sum`; resets are healed.

        Growth is counted from the first point in the range, between points in the bucket of the later one. Inside a
        15-minute window a counter was reset if its last value is below its first or its highest: it grew to its highest
        and then from 0. Between windows, if the later begins below the end of the earlier: it grew from 0.
        """

    async def raw(self, tenant: int, ids: NDArray[np.int32], start: int, stop: int, limit: int) -> Points:
        """Raw points in [start, stop), sorted by (series, time), at most `limit`."""

    async def quantile(
        self,
        tenant: int,
        ids: NDArray[np.int32],
        groups: NDArray[np.int32],
        edges: NDArray[np.int64],
        q: float,
    ) -> Folded:
        """The exact quantile q of the raw points of each (group, bucket), in the column `last`; n counts them."""

    async def quantiles(
        self,
        tenant: int,
        ids: NDArray[np.int32],
        groups: NDArray[np.int32],
        edges: NDArray[np.int64],
        q: float,
    ) -> tuple[Folded, Folded]:
        """The same, and that of each group over the whole range, in bucket 0."""

    async def bands(self, tenant: int, ids: NDArray[np.int32], start: int, stop: int) -> Bands:
        """What the detectors expected, one row a (series, 15-minute window) in [start, stop)."""

    async def progress(self, tenant: int, ids: NDArray[np.int32]) -> tuple[datetime | None, datetime | None]:
        """(newest processed point of the series, arrival of the tenant's oldest batch that waits); None: nothing."""

    async def closed_before(self, start: datetime, stop: datetime) -> datetime | None:
        """The end of the last raw range that retention dropped and that meets [start, stop)."""

    async def caveats(self, tenant: int, start: int, stop: int) -> list[str]:
        """What a reader should know of answers over [start, stop) us, in words: mostly nothing."""

    async def horizon(self, tenant: int, ids: NDArray[np.int32]) -> tuple[datetime | None, datetime | None]:
        """(oldest stored, newest processed) time over the series; None where there is nothing."""

    async def episodes(
        self, tenant: int, *, ids: NDArray[np.int32] | None, state: str | None, severity: str | None,
        start: datetime | None, stop: datetime | None, before: int | None, limit: int,
    ) -> list[EpisodeRow]:  # fmt: skip
        """Episodes, newest id first, at or above `severity`."""

    async def alerts(
        self, tenant: int, *, state: str | None, severity: str | None, before: int | None, limit: int
    ) -> list[Transition]:
        """Alerts as their newest transition, newest alert first."""

    async def alert(self, tenant: int, alert: int) -> list[Transition]:
        """All that happened to an alert, in order. Raises `NotFound`."""

    async def transitions(self, tenant: int, after: int, limit: int) -> list[Transition]:
        """What happened to alerts after sequence number `after`, in order."""

    async def live_bounds(self, tenant: int) -> tuple[int, int]:
        """(oldest, newest) sequence number that is kept; (newest + 1, newest) when none is."""


class ShardStore(Protocol):
    """A shard's single writer. One object belongs to one thread."""

    def lease(self, shard: int, owner: str) -> bool:
        """Become the shard's only consumer, until this object is closed or its process dies. False: another is."""

    def release(self, shard: int) -> None:
        """Let another take the shard."""

    def restore(self, shard: int) -> Restored:
        """What the last owner knew: its state and the batches to replay in silence."""

    def newest(self, shard: int) -> tuple[Ids, Times]:
        """(series ids, us of their newest points) as of the snapshot: for an owner that cannot read its state."""

    def waiting(self, shard: int, max_points: int) -> list[JournalRow]:
        """The oldest rows of the journal that no batch has taken, whole rows, up to about max_points."""

    def describe(self, ids: Ids) -> dict[int, tuple[int, Kind]]:
        """Series id -> (its tenant, what its numbers mean)."""

    def policy_version(self) -> int:
        """The version of all policies now. It grows with every change of one."""

    def policies(self, ids: Ids, version: int) -> dict[int, dict[str, Any]]:
        """Series id -> the rules that were in force for it at a version, as keywords of `ml.policy.Policy`."""

    def held(self, shard: int) -> list[Held]:
        """Open episodes of levels of the shard's series."""

    def untold(self, shard: int) -> Ids:
        """Series with an open episode that nobody was told of."""

    def relearn(self, shard: int, limit: int) -> list[RelearnAsk]:
        """Series whose past changed and whose turn has come, the oldest first."""

    def relearn_all(self, shard: int) -> None:
        """Have every series of the shard learned anew: its state was lost."""

    def stored(self, series: int, limit: int) -> Points:
        """The newest `limit` raw points of a series, sorted by time."""

    def commit(self, work: ShardWork) -> Committed:
        """Write everything a batch causes, in one transaction. Raises `LostShard` when another owns it now."""


class Upkeep(Protocol):
    """What scheduled tasks do to data. Each may run twice, or die in the middle, and be run again."""

    def refresh_rollups(self, now: datetime, limit: int) -> int:
        """Refresh up to `limit` finished dirty windows. Returns how many were refreshed."""

    def drop_expired(self, now: datetime) -> dict[str, int]:
        """Apply retention. Returns what was dropped: partitions and rows by table."""

    def clean_journal(self, now: datetime) -> int:
        """Remove journal rows that are in a snapshot, and old idempotency keys. Returns how many rows went."""
