"""A long random history over HTTP, with kills and refreshes in between: every answer equals that of a plain model."""

from __future__ import annotations

import itertools
import os
import random
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest

from db.engine import recorded
from db.pool import connect
from db.settings import DatabaseSettings
from db.upkeep import PostgresUpkeep
from tests.acceptance.history import History, stretch
from tests.acceptance.plain_model import QUARTER, Series, filled, key, keys, us
from tests.running import Service, serving

SEED = int(os.environ.get("TIDEWATCH_MODEL_SEED", "20260405"))
ZONES = ("Europe/Berlin", "Australia/Lord_Howe", "America/Havana")
"""Clocks change within the stretches: by an hour, by half an hour, and at midnight, which that day does not have."""
NOW = datetime.now(UTC)
STRETCHES = [
    stretch(datetime(2026, 3, 6, 20, tzinfo=UTC), datetime(2026, 3, 9, 3, tzinfo=UTC)),
    stretch(datetime(2026, 3, 27, 13, tzinfo=UTC), datetime(2026, 3, 30, tzinfo=UTC)),
    stretch(datetime(2026, 4, 3, 7, 7, tzinfo=UTC), datetime(2026, 4, 6, 9, tzinfo=UTC)),
    stretch(NOW - timedelta(hours=1), NOW - timedelta(seconds=5)),
]
AGGS = ("sum", "avg", "min", "max", "count", "first", "last", "rate", "p95")
BUCKETS = ("15m", "1h", "day", "week", "month")
BY = {"events": ["event_type"]}
FILLS = ("none", "zero", "null", "locf", "linear")
FILTERS: tuple[tuple[dict[str, str], list[str]], ...] = (
    ({}, []),
    ({}, ["host"]),
    ({"dc": "y"}, ["host"]),
    ({}, ["dc"]),
)


@pytest.fixture(scope="module")
def service(database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with serving(database, tmp_path_factory.mktemp("logs"), parts=("api",)) as service:
        yield service


class Consumers:
    """Pipeline processes that come and go."""

    def __init__(self, database: str, logs: Path) -> None:
        self._env = os.environ | {"TIDEWATCH_DATABASE_URL": database, "TIDEWATCH_REDIS_URL": ""}
        self._env |= {"TIDEWATCH_SNAPSHOT_SECONDS": "2", "TIDEWATCH_TAKE_POINTS": "30000"}
        self._log = logs / "pipeline.log"
        self._running: list[subprocess.Popen[bytes]] = []

    def start(self, count: int) -> None:
        for _ in range(count):
            with self._log.open("ab") as out:
                argv = [sys.executable, "-m", "cli.main", "pipeline"]
                self._running.append(subprocess.Popen(argv, env=self._env, stdout=out, stderr=out))

    def kill(self) -> None:
        """Without a chance to save anything."""
        for process in self._running:
            process.kill()
            process.wait()
        self._running.clear()


def refresh(database: str, limit: int) -> int:
    """Roll up some of what waits."""
    with connect(database) as conn:
        engine = recorded(conn)
        assert engine is not None
        return PostgresUpkeep(conn, engine, DatabaseSettings()).refresh_rollups(datetime.now(UTC), limit)


@contextmanager
def refreshing(database: str, seed: int) -> Iterator[None]:
    """Somebody rolls up all the time, while points come."""
    stop, dice = threading.Event(), random.Random(seed)

    def go_on() -> None:
        while not stop.wait(0.01):
            refresh(database, dice.randint(1, 400))

    with ThreadPoolExecutor(1) as aside:
        done = aside.submit(go_on)
        try:
            yield
        finally:
            stop.set()
    done.result()


def test_every_answer_equals_the_plain_models(service: Service, tmp_path: Path) -> None:
    history = History(service, SEED, STRETCHES)
    consumers = Consumers(service.database, tmp_path)
    try:
        for phase in range(3):
            consumers.start(1 + phase % 2)
            with refreshing(service.database, SEED + phase):
                for step in range(50):
                    history.step()
                    if step == 12 and phase % 2 == 0:
                        history.columns(size=24_000, step=7_000_011)  # on Community compressed at once
                    if step == 25:
                        service.drain()
                        consumers.kill()  # before it has saved what it knows
                        consumers.start(1)
                service.drain()
            check(service, history, random.Random(SEED + phase))
            consumers.kill()
    finally:
        consumers.kill()
    stored_once(service, history)


def check(service: Service, history: History, dice: random.Random) -> None:
    """All aggregates in all zones, with ranges, fills, groups and refreshes as they fall."""
    metrics = [metric for metric in ("gauge", "count", "line.two", "events") if history.model.series(metric)]
    for agg, zone in itertools.product(AGGS, ZONES):
        metric = "count" if agg == "rate" and "count" in metrics else dice.choice(metrics)
        labels, by = (
            dice.choice(FILTERS) if metric in ("gauge", "count") else ({}, ["event_type"][: metric == "events"])
        )
        start, stop = _range(dice, zone)
        ask = {"metric": metric, "agg": agg, "timezone": zone, "from": start, "to": stop, "compare": "previous"}
        ask |= {"bucket": dice.choice(BUCKETS), "fill": dice.choice(FILLS)}
        ask |= {f"label.{name}": value for name, value in labels.items()}
        compare(service.get("/api/v1/trends", group_by=by, **ask), history, ask, labels, by)
        if dice.random() < 0.2:
            refresh(service.database, dice.randint(1, 300))
    raw(service, history, dice)


def _range(dice: random.Random, zone: str) -> tuple[int, int]:
    """From a microsecond, or from a local midnight, up to some days."""
    lo, hi = dice.choice(STRETCHES)
    start = dice.randrange(lo - 40_000_000_000, hi)
    stop = dice.randrange(start + 1, hi + 90_000_000_000) if hi > us(NOW) - QUARTER else hi + dice.randrange(1 << 36)
    if dice.random() < 0.4:
        start = next(iter(keys(start, start + 1, "day", zone).values()))[0]
        while key((start - 1) // QUARTER * QUARTER, "day", zone) == key(start // QUARTER * QUARTER, "day", zone):
            start = (start - 1) // QUARTER * QUARTER
    return start, min(stop, us(NOW) - 1_000_000)


def _us(text: str) -> int:
    return us(datetime.fromisoformat(text))


def near(value: float | None) -> Any:
    """Values are eighths, so sums are exact; divisions and interpolations may be rounded differently."""
    return None if value is None else pytest.approx(value, 1e-12, 1e-12)


def compare(answer: Any, history: History, ask: dict[str, Any], labels: dict[str, str], by: list[str]) -> None:
    """One answer, point by point, with its totals and the window before."""
    model, zone, bucket = history.model, ask["timezone"], ask["bucket"]
    start, stop, agg = ask["from"], ask["to"], ask["agg"]
    groups = model.groups(ask["metric"], labels, by)
    every = [series for group in groups.values() for series in group]
    through = min(stop, model.newest(every))
    names = list(keys(start, stop, bucket, zone))
    assert len(answer["series"]) == len(groups)
    for told in answer["series"]:
        series = groups[tuple(told["labels"][label] for label in by)]
        have = model.trend(series, agg, bucket, zone, start, stop, through)
        want = filled(have, names, ask["fill"])
        got = {key(_us(p["t"]) // QUARTER * QUARTER, bucket, zone): (p["v"], p["n"]) for p in told["points"]}
        assert len(got) == len(told["points"])
        assert got == {name: (near(v), n) for name, (v, n) in want.items()}, ask
        assert told["total"] == near(model.total(series, agg, start, stop, through)), ask
        _first_moments(told["points"], bucket, zone)
    _before(answer["comparison"], history, ask, groups, by)


def _first_moments(points: list[Any], bucket: str, zone: str) -> None:
    """Where a bucket says it begins, another one ends."""
    for at in (_us(point["t"]) for point in points):
        assert at % QUARTER == 0
        assert key(at, bucket, zone) != key(at - QUARTER, bucket, zone)


def _before(
    told: Any, history: History, ask: dict[str, Any], groups: dict[tuple[str, ...], list[Series]], by: list[str]
) -> None:
    lo, hi = _us(told["from"]), _us(told["to"])
    for one in told["series"]:
        series = groups[tuple(one["labels"][label] for label in by)]
        before = history.model.total(series, ask["agg"], lo, hi, hi)
        assert one["total"] == near(before), (told, ask)
        if one["change_pct"] is not None:
            assert before
            assert one["change_pct"] == pytest.approx(100 * one["change"] / abs(before), 1e-9)


def raw(service: Service, history: History, dice: random.Random) -> None:
    """Points as they are."""
    lo, hi = dice.choice(STRETCHES)
    start = dice.randrange(lo, hi)
    stop = min(start + 4 * 4 * QUARTER, hi)
    answer = service.get("/api/v1/trends", metric="gauge", bucket="raw", **{"from": start, "to": stop})
    got = sorted((_us(point["t"]), point["v"]) for point in answer["series"][0]["points"])
    series = history.model.series("gauge")
    assert got == sorted(point for one in series for point in history.model.points(one, start, stop))


def stored_once(service: Service, history: History) -> None:
    """Row by row, the tables hold what the model holds."""
    with psycopg.connect(service.database) as conn:
        rows = conn.execute(
            "select metric, labels, (extract(epoch from t) * 1000000)::bigint, v from samples"
            " join series on id = series_id where kind <> 'event'"
        ).fetchall()
    got = sorted((metric, sorted(labels.items()), t, v) for metric, labels, t, v in rows)
    values = history.model.values.items()
    assert got == sorted((metric, sorted(labels), t, v) for (metric, labels), one in values for t, v in one.items())
