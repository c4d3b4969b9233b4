"""Runs of scheduled models over many series: how long each job takes, with two workers on the shards.

python -m bench.model_runs [--dsn postgresql://…] [--series 1000] [--short]

The past lies in rollups, eight weeks of it: days, weeks and noise; one series in twenty has a new level since
yesterday. Loading, models and saving are measured; libraries are loaded before. A second run shows what
it costs that there is nothing new. `for 10,000` scales the first run.
"""

from __future__ import annotations

import multiprocessing
import sys
import time
from datetime import UTC, datetime, timedelta
from importlib import import_module
from typing import Any

from bench.place import arguments, place
from bench.table import show
from db.engine import Engine, recorded
from db.migrate import migrate
from db.pool import Connection, connect
from db.settings import DatabaseSettings
from workers.models import run_part
from workers.settings import WorkerSettings
from workers.tasks.models import JOBS

WORKERS = 2
PATIENCE = 600.0
"""Seconds for which a worker is waited for."""
HOUR = timedelta(hours=1)
SERIES = """
insert into series (tenant_id, metric, labels, fingerprint, shard)
select 1, 'metric.' || g %% 20, jsonb_build_object('host', 'h' || g / 20),
       decode(lpad(to_hex(g), 32, '0'), 'hex'), g %% 4
from generate_series(0, %(series)s - 1) as g
"""
STATES = "insert into series_state (series_id, newest, step_us, points) select id, %(now)s, 60000000, 80640 from series"
VALUES = """
select s.id as series_id, t, n, v * n as sum, v as min, v as max, v as first, v as last, v * v * n as ssq
from series s
cross join generate_series(%(now)s::timestamptz - interval '56 days', %(now)s::timestamptz - %(step)s, %(step)s) as t
cross join lateral (
    select 50 + 10 * sin(extract(epoch from t)::float8 / 86400 * 2 * pi()) + 3 * (extract(isodow from t) >= 6)::int
           + 2 * (random() + random() + random() - 1.5)
           + 12 * (s.id %% 20 = 0 and t >= %(now)s::timestamptz - interval '1 day')::int as v,
           %(n)s as n
) as made
"""
COLUMNS = "series_id, t, n, sum, min, max, first, last, ssq"
COUNTED = """
select sum(r.total), sum(r.failed), (select count(*) from insights where job = %(job)s)
    + (select count(*) from patterns where job = %(job)s)
    + (select count(*) from forecasts where %(job)s = 'forecasts')
from model_runs r where r.job = %(job)s
"""


def fill(conn: Connection, engine: Engine, series: int, now: datetime) -> None:
    """Series and their past, by the quarter of an hour and by the hour."""
    conn.execute("insert into tenants (name) values ('bench')")
    conn.execute(SERIES, {"series": series})
    conn.execute(STATES, {"now": now})
    if engine is Engine.community:
        raw = f"insert into samples (series_id, t, v) select series_id, t, first from ({VALUES}) as r"
        conn.execute(raw, {"now": now, "step": HOUR / 4, "n": 1})
        for view in ("samples_15m", "samples_1h", "samples_1d"):
            conn.execute(f"call refresh_continuous_aggregate('{view}', null, null)")
    else:
        for table, step, n in (("samples_15m", HOUR / 4, 15), ("samples_1h", HOUR, 60)):
            sql = f"insert into {table} ({COLUMNS}) select {COLUMNS} from ({VALUES}) as r"
            conn.execute(sql, {"now": now, "step": step, "n": n})
    conn.execute("analyze")


def worker(url: str, job: str, window: datetime, now: datetime, ready: Any, took: Any) -> None:
    """Take parts of any shard until all are done, as a Celery worker does that has its libraries loaded."""
    import_module(f"workers.models_{job}")
    ready.wait(PATIENCE)
    cpu = time.process_time()
    database, config = DatabaseSettings(database_url=url), WorkerSettings()
    todo = [0, 1, 2, 3]
    while todo:
        shard = todo.pop(0)
        if run_part(JOBS[job], window, shard, now=now, database=database, config=config):
            todo.append(shard)
    took.put(time.process_time() - cpu)


def run(url: str, job: str, window: datetime, now: datetime) -> tuple[float, float]:
    """A whole run by all workers: seconds, and CPU seconds of the workers."""
    ready, took = multiprocessing.Barrier(WORKERS + 1), multiprocessing.Queue()
    crew = [
        multiprocessing.Process(target=worker, args=(url, job, window, now, ready, took), daemon=True)
        for _ in range(WORKERS)
    ]
    for one in crew:
        one.start()
    try:
        ready.wait(PATIENCE / 10)
        began = time.monotonic()
        cpu = sum(took.get(timeout=PATIENCE) for _ in crew)
        seconds = time.monotonic() - began
    finally:
        for one in crew:
            one.join(5)
            one.terminate()
    return seconds, cpu


def main() -> int:
    """Fill, run each job twice, print."""
    parser = arguments(__doc__)
    parser.add_argument("--series", type=int, default=1000)
    options = parser.parse_args()
    series = min(options.series, 200) if options.short else options.series
    now = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
    rows = []
    with place(options.dsn) as where, where.database() as url:
        migrate(url)
        with connect(url) as conn:
            engine = recorded(conn)
            assert engine is not None
            fill(conn, engine, series, now)
            for name, job in JOBS.items():
                (first, cpu), (second, _) = (run(url, name, now + job.interval * i, now) for i in range(2))
                counted = conn.execute(COUNTED, {"job": name}).fetchone() or ()
                scaled = first / series * 10_000
                share = f"{100 * scaled / job.interval.total_seconds():.0f} %"
                rows.append((name, *counted, f"{first:.1f}", f"{cpu:.1f}", f"{second:.1f}", f"{scaled:.0f}", share))
    head = ("job", "items", "failed", "found", "s", "CPU s", "nothing new, s", "for 10,000, s", "of its interval")
    show(f"{series} series, {WORKERS} workers, {where.name}", head, rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
