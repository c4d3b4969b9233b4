"""Where scheduled models keep what they found. A model writes to a `Keeper`; PostgreSQL is one, memory another."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from db.findings import Looked
from db.forecasts import ForecastRow, save_forecasts, withdraw_forecasts
from db.history import Grid, Subject
from db.insights import Insight, save_insights
from db.patterns import Found, save_patterns
from db.pool import Connection


class Past(Protocol):
    """What models read: see `db.history.History`."""

    def load(self, tenant: int, subjects: Sequence[Subject], start: int, stop: int, step: int) -> Grid:
        """The grid over [start, stop) us. Raises `NotFound`, `RawGone`."""


class Keeper(Protocol):
    """What models write, inside the caller's transaction."""

    def insights(
        self, tenant: int, job: str, found: Sequence[Insight], looked: Sequence[Looked], now: datetime
    ) -> None:
        """Write what a job found in a tenant's items, and close what it no longer finds in those it `looked` at."""

    def patterns(self, tenant: int, job: str, found: Sequence[Found], looked: Sequence[Looked], now: datetime) -> None:
        """The same for patterns."""

    def forecasts(self, made: Sequence[ForecastRow], seen: Grid | None) -> None:
        """Replace the forecasts of series. `seen`: their history, by which those that are replaced are judged first."""

    def withdraw_forecasts(self, ids: Sequence[int]) -> None:
        """Of these series nothing is expected any more."""


class PostgresKeeper:
    """`Keeper` on the connection of a transaction."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def insights(
        self, tenant: int, job: str, found: Sequence[Insight], looked: Sequence[Looked], now: datetime
    ) -> None:
        """See `Keeper.insights`."""
        save_insights(self._conn, tenant, job, found, looked, now)

    def patterns(self, tenant: int, job: str, found: Sequence[Found], looked: Sequence[Looked], now: datetime) -> None:
        """See `Keeper.patterns`."""
        save_patterns(self._conn, tenant, job, found, looked, now)

    def forecasts(self, made: Sequence[ForecastRow], seen: Grid | None) -> None:
        """See `Keeper.forecasts`."""
        save_forecasts(self._conn, made, seen)

    def withdraw_forecasts(self, ids: Sequence[int]) -> None:
        """See `Keeper.withdraw_forecasts`."""
        withdraw_forecasts(self._conn, ids)
