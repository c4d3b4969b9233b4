"""The disk of persistent memory mode: 30 days of 50 metrics every 10 s (13 M points), hour by hour through the real
rollups and the real retention of the edge profile. `python -m bench.memory_edge [--days 30] [--dsn …]`

Prints the size of the database after each five days; it must stay under 100 MB (S3-74).
"""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime, timedelta

import numpy as np

from bench.table import show
from cli.memory_profile import database_settings
from db.engine import recorded
from db.migrate import migrate
from db.partitions import Weeks
from db.pool import Connection, connect
from db.queries import for_psycopg
from db.records import QUARTER_US, Bands, Points, to_us
from db.samples import Marks, copy_bands, copy_samples
from db.upkeep import PostgresUpkeep
from tests.engines import Server, fresh_database

METRICS, STEP_US, HOUR_US, DAY_US = 50, 10_000_000, 4 * QUARTER_US, 96 * QUARTER_US
LIMIT = 100e6


def main() -> int:
    """0 when it stays under the limit."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--days", type=int, default=30)
    ask.add_argument("--dsn", required=True, help="a PostgreSQL server that may make databases")
    given = ask.parse_args()
    with fresh_database(Server("plain", given.dsn)) as url:
        largest = run(url, given.days)
    print(f"largest: {largest / 1e6:.1f} MB of {LIMIT / 1e6:.0f} MB")
    return 0 if largest < LIMIT else 1


def run(url: str, days: int, metrics: int = METRICS) -> int:
    """Load so many days, up to now. Returns the largest size of the database, bytes."""
    config = database_settings()
    migrate(url, config)
    sizes, rows = list[int](), list[list[str]]()
    with connect(url) as conn:
        engine = recorded(conn)
        assert engine is not None
        ids = _series(conn, metrics)
        upkeep, weeks = PostgresUpkeep(conn, engine, config), Weeks(engine)
        end = to_us(datetime.now(UTC)) // DAY_US * DAY_US
        for day in range(days):
            begin = end - (days - day) * DAY_US
            for hour in range(24):
                _hour(conn, weeks, ids, begin + hour * HOUR_US)
                now = datetime.fromtimestamp((begin + (hour + 1) * HOUR_US) / 1e6, UTC) + timedelta(minutes=2)
                while upkeep.refresh_rollups(now, 50_000):
                    pass
                upkeep.drop_expired(now)
                sizes.append(_size(conn))
            if day % 5 == 4 or day == days - 1:
                rows.append([str(day + 1), f"{(day + 1) * metrics * 8640:,}", f"{sizes[-1] / 1e6:.1f}", _parts(conn)])
    show("Database of the edge profile", ("days", "points sent", "MB", "largest relations, MB"), rows)
    return max(sizes)


def _series(conn: Connection, metrics: int) -> list[int]:
    rows = conn.execute(
        "insert into series (tenant_id, metric, labels, fingerprint, kind, shard)"
        " select 1, 'edge.' || i, '{\"host\": \"a\"}', decode(md5(i::text), 'hex'), 'gauge', 0"
        " from generate_series(1, %s) i returning id",
        (metrics,),
    )
    return [row[0] for row in rows]


def _hour(conn: Connection, weeks: Weeks, ids: list[int], begin: int) -> None:
    """An hour of points, with what the detectors expected, as the pipeline writes them."""
    marks, rng = Marks(), np.random.default_rng(begin % 2**32)
    t = begin + STEP_US * np.arange(360, dtype=np.int64)
    every, v = np.repeat(np.array(ids, np.int32), len(t)), rng.normal(50, 2, len(ids) * len(t)).round(2)
    points = Points(every, np.tile(t, len(ids)), v)
    weeks.ensure(conn, "samples", t)
    with conn.transaction():
        copy_samples(conn, points, compress=False)
        marks.keep(marks.write(conn, for_psycopg("shard"), points, datetime.now(UTC)))
        quarters = np.tile(t[::90] // QUARTER_US * QUARTER_US, len(ids))
        what = np.full(len(quarters), 50.0)
        copy_bands(conn, Bands(np.repeat(np.array(ids, np.int32), 4), quarters, what, what - 6, what + 6))


def _size(conn: Connection) -> int:
    row = conn.execute("select pg_database_size(current_database())").fetchone()
    assert row is not None
    return int(row[0])


def _parts(conn: Connection) -> str:
    rows = conn.execute(
        "select relname, pg_total_relation_size(oid) from pg_class where relkind in ('r', 'p', 'm')"
        " order by 2 desc limit 4"
    )
    return ", ".join(f"{name} {size / 1e6:.0f}" for name, size in rows)


if __name__ == "__main__":
    sys.exit(main())
