"""What scheduled tasks do to data, on PostgreSQL. Each step may be cut off anywhere and run again."""

from __future__ import annotations

from datetime import datetime, timedelta

from db.aggregates import refresh_aggregates
from db.arrivals import Arrivals
from db.engine import Engine
from db.groups import Groups
from db.pool import Connection
from db.queries import for_psycopg
from db.raw_hours import drop_hours
from db.retention import drop_facts, drop_raw, drop_rollups
from db.settings import DatabaseSettings

JOURNAL_CHUNK = 5_000


class PostgresUpkeep:
    """`db.store.Upkeep` on one autocommit connection."""

    def __init__(self, conn: Connection, engine: Engine, config: DatabaseSettings) -> None:
        self._conn = conn
        self._engine = engine
        self._config = config
        self._sql = for_psycopg("upkeep")

    def refresh_rollups(self, now: datetime, limit: int = 50_000) -> int:
        """See `Upkeep.refresh_rollups`."""
        if not self._sql.begin_refresh(self._conn):
            return 0  # another is at it, and would lose its windows to us
        try:
            return self._refresh_rollups(now, limit)
        finally:
            if not self._conn.broken:
                self._sql.end_refresh(self._conn)

    def _refresh_rollups(self, now: datetime, limit: int) -> int:
        conn, sql = self._conn, self._sql
        claim = sql.next_claim(conn)
        with conn.transaction():
            claimed = [row[1] for row in sql.claim(conn, now=now, claim=claim, limit=limit)]
        if not claimed:
            return 0
        if self._engine is Engine.community:
            refresh_aggregates(conn, claimed)
            sql.settle(conn, claim=claim)
            return len(claimed)
        with conn.transaction():
            for fold in (sql.fold_15m, sql.empty_15m, sql.fold_1h, sql.empty_1h, sql.fold_1d, sql.empty_1d):
                fold(conn, claim=claim)
            sql.settle(conn, claim=claim)
        return len(claimed)

    def drop_expired(self, now: datetime) -> dict[str, int]:
        """See `Upkeep.drop_expired`."""
        conn, sql, keep = self._conn, self._sql, self._config
        dropped = drop_raw(conn, sql, self._engine, "samples", keep.keep_raw_days, keep.spare_written_days, now)
        dropped |= drop_raw(conn, sql, self._engine, "events", keep.keep_events_days, keep.spare_written_days, now)
        dropped |= drop_hours(conn, self._engine, keep.keep_raw_hours, now)
        ages = (
            ("samples_15m", keep.keep_15m_days),
            ("samples_1h", keep.keep_1h_days),
            ("samples_1d", keep.keep_1d_days),
        )
        for relation, days in ages:
            dropped |= drop_rollups(conn, self._engine, relation, days, now)
        if keep.keep_15m_days is not None:
            dropped["bands"] = sql.drop_bands(conn, before=now - timedelta(days=keep.keep_15m_days))
        if keep.keep_events_days is not None:
            dropped |= drop_facts(conn, now - timedelta(days=keep.keep_events_days))
        if keep.keep_alerts_days is not None:
            dropped["episodes"] = sql.drop_episodes(conn, before=now - timedelta(days=keep.keep_alerts_days))
        return {name: count for name, count in dropped.items() if count}

    def clean_journal(self, now: datetime) -> int:
        """See `Upkeep.clean_journal`."""
        gone = 0
        while (chunk := self._sql.clean_journal(self._conn, limit=JOURNAL_CHUNK)) > 0:
            gone += chunk
        return gone + int(self._sql.clean_keys(self._conn, now=now))

    @property
    def arrivals(self) -> Arrivals:
        """What the staleness task reads and writes."""
        return Arrivals(self._conn)

    @property
    def groups(self) -> Groups:
        """What the groups task reads and writes."""
        return Groups(self._conn)
