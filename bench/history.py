"""A past for the trend bench: raw points made by SQL, and rollups of them by their definition."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np
from psycopg.types.json import Jsonb

from db.aggregates import LEVELS
from db.engine import Engine
from db.names import fingerprint
from db.partitions import Weeks
from db.pool import Connection

SERIES = "insert into series (tenant_id, metric, labels, fingerprint, shard) values (1, %s, %s, %s, 0) returning id"
POINTS = """
insert into samples (t, v, series_id)
select g.t, round((50 + 30 * sin(extract(epoch from g.t) / 86400 * 2 * pi() + i.id) + random() * 5)::numeric, 3), i.id
from generate_series(%(start)s::timestamptz, %(stop)s::timestamptz - %(step)s, %(step)s) as g (t),
     unnest(%(ids)s::int[]) as i (id)
"""
FOLD = """
insert into {into} (series_id, t, n, sum, min, max, first, last, ssq)
select series_id, date_bin({width}, t, 'epoch') as w, {n}, sum({sum}), min({min}), max({max}),
       (min(array[extract(epoch from t)::float8, {first}]))[2], (max(array[extract(epoch from t)::float8, {last}]))[2],
       sum({ssq})
from {source} where series_id = any(%(ids)s) group by series_id, w
"""
RAW = {"n": "count(*)", "sum": "v", "min": "v", "max": "v", "first": "v", "last": "v", "ssq": "v * v"}
ROLLED = {"n": "sum(n)"} | {name: name for name in ("sum", "min", "max", "first", "last", "ssq")}


@dataclass(frozen=True)
class Past:
    """Series of one metric, each with a label `host`; points every `step` in [start, stop)."""

    metric: str
    ids: list[int]
    start: datetime
    stop: datetime
    step: timedelta

    @property
    def points(self) -> int:
        """How many in all."""
        return len(self.ids) * ((self.stop - self.start) // self.step)


def make(
    conn: Connection, engine: Engine, metric: str, series: int, stop: datetime, days: int, step: timedelta
) -> Past:
    """Write series and raw points, time by time as they would have come."""
    ids = []
    with conn.transaction():
        for number in range(series):
            labels = {"host": f"h{number}", "region": "eu"}
            row = conn.execute(SERIES, (metric, Jsonb(labels), fingerprint(metric, labels))).fetchone()
            ids.append(int(row[0]) if row else 0)
    past = Past(metric, ids, stop - timedelta(days=days), stop, step)
    us = [int(when.timestamp() * 1e6) for when in (past.start, stop)]
    Weeks(engine).ensure(conn, "samples", np.arange(us[0], us[1], 86_400_000_000))
    for day in range(0, days, 7):
        start = past.start + timedelta(days=day)
        until = min(stop, start + timedelta(days=7))
        conn.execute(POINTS, {"start": start, "stop": until, "step": step, "ids": ids})
    return past


def roll_up(conn: Connection, engine: Engine, pasts: list[Past]) -> None:
    """Rollups of all points: the aggregates' own refresh, or the tables' definition at once."""
    if engine is Engine.community:
        for view, _ in LEVELS:
            conn.execute("call refresh_continuous_aggregate(%s::regclass, null, null)", (view,))
    else:
        for ids in (past.ids for past in pasts):
            for source, (into, width) in zip(("samples", "samples_15m", "samples_1h"), LEVELS, strict=True):
                columns = RAW if source == "samples" else ROLLED
                made = FOLD.format(into=into, source=source, width=f"interval '{width}'", **columns)
                conn.execute(made.encode(), {"ids": ids})
    for relation in ("samples", *(view for view, _ in LEVELS)):
        conn.execute(f"analyze {relation}".encode())
