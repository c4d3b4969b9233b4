"""Points through HTTP, acknowledged and drained, beside a bare COPY on the same server and beside other stores.

python -m bench.ingest [--dsn postgresql://…] [--points 5000000] [--series 100,1000] [--short]

`acknowledged`: points a second from the first byte sent to the last 202; each 202 is durable. `drained`: until the
pipeline has committed all that they cause (rows, detector state, episodes). Rollups are refreshed by a scheduled task
every few seconds; here afterwards, so that it does not fall into one measurement and miss the next (`rolled up`).
`intake alone`: the same with the pipeline halted, which shows what the API and the journal can do by themselves.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import psycopg

from bench import bodies, copying, cpu, peers
from bench.place import Place, arguments, place
from bench.shoot import Gun, loaded
from bench.stack import Stack, stack
from bench.table import mega, milli, quantile, ratio, show
from db.engine import recorded
from db.pool import connect
from db.settings import settings
from db.upkeep import PostgresUpkeep

ROADS: dict[str, tuple[str, Callable[[bodies.Load], list[list[bytes]]]]] = {
    "columns": ("/api/v1/ingest", bodies.columns),
    "lines": ("/api/v1/write", bodies.lines),
}
WAYS = ("unsorted", "sorted", "compressed")
PATIENCE = 300
ENV = {"TIDEWATCH_DEMO": "0", "TIDEWATCH_REFRESH_SECONDS": "3600", "TIDEWATCH_MAX_BACKLOG_POINTS": "100000000"}


@dataclass
class Run:
    """Rates in points a second."""

    name: str
    points: int
    acknowledged: float
    alone: float
    drained: float
    rolled_up: float
    latencies: list[float]
    usage: cpu.Usage


def run(where: Place, road: str, load: bodies.Load) -> Run:
    """A fresh database, a whole Tidewatch on it; first with the pipeline halted and a third of the load, then all."""
    path, make = ROADS[road]
    third = bodies.make(load.points // 3, len(load.values), agents=load.agents, name="apart")
    with where.database() as database, stack({**ENV, "TIDEWATCH_DATABASE_URL": database}) as running:
        _warm(running, path, make(bodies.make(load.agents * 1000, load.agents, agents=load.agents, name="warm")))
        with loaded(running.port, path, make(third), running.headers) as gun:
            alone = _alone(running, gun)
        with loaded(running.port, path, make(load), running.headers) as gun:
            before = cpu.of_stack(running)
            gun.fire()
            shot = gun.wait()
            done = drain(database)
            usage = cpu.since(before, cpu.of_stack(running))
        began = time.monotonic()
        _roll_up(database)
        rolled_up = time.monotonic() - began
        _check(database, load.points + third.points + load.agents * 1000)
    usage["generator"] = shot.cpu
    name = f"{road}, {len(load.values)} series"
    acknowledged, drained = load.points / shot.seconds, load.points / (done - shot.began)
    return Run(name, load.points, acknowledged, third.points / alone, drained, rolled_up, shot.latencies, usage)


def _warm(running: Stack, path: str, made: list[list[bytes]]) -> None:
    """Compiled code is loaded, connections are open, statements are prepared."""
    with loaded(running.port, path, made, running.headers) as gun:
        gun.fire()
        gun.wait()
    drain(running.database)


def _alone(running: Stack, gun: Gun) -> float:
    """Seconds until all is acknowledged while the pipeline stands still."""
    pipeline = running.pid("pipeline")
    assert pipeline is not None
    os.kill(pipeline, signal.SIGSTOP)
    try:
        gun.fire()
        seconds = gun.wait().seconds
    finally:
        os.kill(pipeline, signal.SIGCONT)
    drain(running.database)
    return seconds


def drain(database: str) -> float:
    """Wait until nothing waits in the journal; the moment, by the monotonic clock."""
    deadline = time.monotonic() + PATIENCE
    with psycopg.connect(database, autocommit=True) as conn:
        while conn.execute("select exists (select from journal where batch is null)").fetchone() == (True,):
            if time.monotonic() > deadline:
                raise RuntimeError(f"the journal did not drain within {PATIENCE} s")
            time.sleep(0.02)
    return time.monotonic()


def _roll_up(database: str) -> None:
    with connect(database, "tidewatch bench") as conn:
        engine = recorded(conn)
        assert engine is not None
        upkeep = PostgresUpkeep(conn, engine, settings())
        while upkeep.refresh_rollups(datetime.now(UTC)):
            pass


def _check(database: str, points: int) -> None:
    with psycopg.connect(database) as conn:
        row = conn.execute("select count(*) from samples").fetchone()
    if row != (points,):
        raise RuntimeError(f"{points} points were acknowledged, and {row} are stored")


def copies(where: Place, load: bodies.Load, batch: int) -> dict[str, float]:
    """Way of COPY -> points a second, each into a fresh database."""
    rates = {}
    for way in WAYS:
        with where.database() as database:
            seconds = copying.seconds(database, bodies.arrival(load), batch, way)
        if seconds is not None:
            rates[way] = load.points / seconds
    return rates


def report_runs(where: Place, runs: list[Run], bare: dict[str, float], load: bodies.Load, batch: int) -> None:
    """Ours, beside COPY."""
    head = ["Tidewatch", "acknowledged M/s", "intake alone M/s", "drained M/s", "rolled up s", "request p50 / p99 ms"]
    rows: list[tuple[str, ...]] = [
        (r.name, mega(r.acknowledged), mega(r.alone), mega(r.drained), f"{r.rolled_up:.1f}",
         f"{milli(quantile(r.latencies, 0.5))} / {milli(quantile(r.latencies, 0.99))}")
        for r in runs
    ]  # fmt: skip
    show(
        f"Ingest on {where.name}: {load.points:,} points, bodies of {bodies.BODY:,}, {load.agents} senders", head, rows
    )
    for r in runs:
        print(f"  CPU µs a point, {r.name}: {cpu.a_point(r.usage, r.points)}")
    head = ["bare COPY", "M/s", *(f"drained {r.name}" for r in runs)]
    rows = [(way, mega(rate), *(ratio(r.drained, rate) for r in runs)) for way, rate in bare.items()]
    show(
        f"Drained against a bare binary COPY of {len(load.values)} series, {batch:,} rows each, same table and index",
        head,
        rows,
    )


def report_peers(runs: list[Run], load: bodies.Load) -> None:
    """Each peer that is installed, beside our acknowledged rates."""
    rows = []
    for peer in peers.PEERS:
        if peer.installed() is None:
            rows.append((peer.name, "not installed", *[""] * (len(runs) + 2)))
            continue
        shot, spent, held = peers.measure(peer, load)
        rate = load.points / shot.seconds
        stored = "all" if held == load.points else f"{held:,}"
        cost = f"{1e6 * spent / load.points:.2f}"
        rows.append((peer.name, mega(rate), cost, stored, *(ratio(r.acknowledged, rate) for r in runs)))
    head = ["peer", "acknowledged M/s", "CPU µs", "stored", *(f"our {r.name}" for r in runs)]
    show(
        f"Others on the same data, {len(load.values)} series, not all of them durable when they acknowledge", head, rows
    )


def main() -> int:
    """Measure and print."""
    parser = arguments(__doc__)
    parser.add_argument("--points", type=int, default=None, help="default 5,000,000; with --short 1,000,000")
    parser.add_argument("--series", default="100,1000", help="numbers of series, with commas")
    parser.add_argument("--agents", type=int, default=4, help="senders, each with series of its own")
    parser.add_argument("--copy-rows", type=int, default=200_000, help="rows of one bare COPY")
    parser.add_argument("--only", default="columns,lines,copy,peers", help="what to run, with commas")
    options = parser.parse_args()
    points = options.points or (1_000_000 if options.short else 5_000_000)
    only = options.only.split(",")
    loads = [bodies.make(points, int(series), agents=options.agents) for series in options.series.split(",")]
    with place(options.dsn) as where:
        runs = [run(where, road, load) for road in ROADS if road in only for load in loads]
        bare = copies(where, loads[-1], options.copy_rows) if "copy" in only else {}
        report_runs(where, runs, bare, loads[-1], options.copy_rows)
    if "peers" in only:
        report_peers(runs, loads[-1])
    return 0


if __name__ == "__main__":
    sys.exit(main())
