"""Levels that people set, through the pipeline: what is told, once, whatever dies in between."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from db import policies
from db.pool import connect, open_pool
from tests.integration.consuming import MINUTE, Bench, now, working
from tests.integration.writing import add_series

pytestmark = pytest.mark.req("S3-66")
LEVELS = {"warn_above": 80.0, "critical_above": 95.0, "hysteresis": 2.0}
CALM = [50.0] * 5


@pytest.fixture
def bench(database: str) -> Iterator[Bench]:
    with working(database) as one:
        yield one


async def put(database: str, name: str, metric: str, **levels: Any) -> None:
    pool = await open_pool(database, 1)
    try:
        await policies.put(pool, 1, name, {"metric": metric, "labels": {}, **levels}, "ada")
    finally:
        await pool.close()


async def remove(database: str, name: str) -> None:
    pool = await open_pool(database, 1)
    try:
        await policies.remove(pool, 1, name)
    finally:
        await pool.close()


def adopt(bench: Bench) -> None:
    bench.consumer.adopt(bench.store.policy_version())


def times(n: int, until: int = 0) -> np.ndarray:
    return now() - MINUTE * np.arange(n - 1 + until, until - 1, -1, dtype=np.int64)


def stood(bench: Bench, series: int) -> list[tuple[Any, ...]]:
    """(state, severity, points, value, transitions) of each episode of levels."""
    return bench.conn.execute(
        "select e.state, e.severity, e.points, e.value, (select array_agg(x.to_state order by x.seq)"
        " from alert_transitions x join alerts a on a.id = x.alert_id where a.episode_id = e.id)"
        " from episodes e where e.series_id = %s and e.kind = 'threshold' order by e.id",
        (series,),
    ).fetchall()


async def test_a_level_is_told_of_at_once_gets_worse_and_is_over(bench: Bench, database: str) -> None:
    series = add_series(bench.conn, "levels.one", "gauge", device="a")
    await put(database, "one", "levels.one", **LEVELS)
    adopt(bench)
    bench.send(series, times(8), [50, 80, 79, 96, 97, 85, 78.5, 77])
    assert stood(bench, series) == [("closed", "critical", 4, 97.0, ["opened", "raised", "closed"])]
    (reasons,) = bench.conn.execute(
        "select array_agg(why order by seq) from alert_transitions where (alert->>'series_id')::int = %s", (series,)
    ).fetchone()
    assert reasons == [
        "80 is at or above the warning level of 80.",
        "96 is at or above the critical level of 95.",
        "77 is back below 78.",
    ]


async def test_batches_and_a_successor_give_the_same_as_one_batch(bench: Bench, database: str) -> None:
    whole, cut = (add_series(bench.conn, "levels.two", "gauge", device=name) for name in "ab")
    await put(database, "two", "levels.two", **LEVELS, warn_below=10.0)
    adopt(bench)
    rng = np.random.default_rng(3)
    t, v = times(400), np.clip(rng.normal(70, 15, 400), 0, 100)
    bench.send(whole, t, v)
    for part in np.array_split(np.arange(400), 23):
        bench.send(cut, t[part], v[part])
        if part[0] % 3 == 0:
            bench.restart()
    assert len(stood(bench, whole)) > 5
    assert stood(bench, cut) == stood(bench, whole)


async def test_late_points_alert_nobody(bench: Bench, database: str) -> None:
    series = add_series(bench.conn, "levels.late", "gauge")
    await put(database, "late", "levels.late", **LEVELS)
    adopt(bench)
    bench.send(series, times(5), CALM)
    bench.send(series, times(1, 2), [99.0])
    assert stood(bench, series) == []


async def test_history_is_remembered_and_told_of_when_it_goes_on(bench: Bench, database: str) -> None:
    series = add_series(bench.conn, "levels.history", "gauge")
    await put(database, "history", "levels.history", **LEVELS)
    adopt(bench)
    bench.send(series, times(5, 10), [50, 50, 90, 91, 90], history=True)
    assert stood(bench, series) == [("open", "medium", 3, 91.0, None)]
    bench.restart()
    bench.send(series, times(2), [88, 50])
    assert stood(bench, series) == [("closed", "medium", 4, 91.0, ["opened", "closed"])]


async def test_a_level_that_is_removed_ends_what_it_opened(bench: Bench, database: str) -> None:
    series = add_series(bench.conn, "levels.gone", "gauge")
    await put(database, "gone", "levels.gone", **LEVELS)
    adopt(bench)
    bench.send(series, times(5, 5), [50, 50, 90, 91, 90])
    await remove(database, "gone")
    adopt(bench)
    assert stood(bench, series) == [("closed", "medium", 3, 91.0, ["opened", "closed"])]
    bench.send(series, times(2), [99, 99])
    assert len(stood(bench, series)) == 1


async def test_the_closest_policy_says_the_levels_and_a_muted_one_none(bench: Bench, database: str) -> None:
    close, muted = (add_series(bench.conn, f"levels.few.{name}", "gauge") for name in ("close", "muted"))
    await put(database, "few", "levels.few.*", **LEVELS)
    await put(database, "few-close", "levels.few.close", warn_above=200.0)
    await put(database, "few-muted", "levels.few.muted", muted=True)
    adopt(bench)
    for series in (close, muted):
        bench.send(series, times(2), [150, 250])
    assert [row[:2] for row in stood(bench, close)] == [("open", "medium")]
    assert stood(bench, muted) == []


def test_the_database_holds_no_levels_that_cannot_be_meant(database: str) -> None:
    with connect(database) as conn, pytest.raises(Exception, match="violates check"):
        conn.execute(
            "insert into policies (tenant_id, name, since, metric, pattern, warn_above, critical_above, changed_by)"
            " values (1, 'x', 0, 'a', 'a', 2, 1, 'me')"
        )
