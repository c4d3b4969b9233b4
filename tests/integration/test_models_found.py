"""The models as they run, over real rows: what is there is found, said in words, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from psycopg.rows import dict_row

from db.pool import Connection, connect
from tests.integration.modelling import EVERY, HOUR, MINUTE, NOW, SHARDS, WINDOW, alive, part, past
from tests.integration.reading import refresh
from workers.models import Job
from workers.tasks.models import JOBS

WEEKS = 8
N = WEEKS * 7 * 24
HOSTS = "abcdefgh"


def daily(seed: int, noise: float = 1.0) -> np.ndarray:
    """Eight weeks by the hour around 50: a day of 10 up and down, and noise that remembers nothing."""
    rng = np.random.default_rng(seed)
    return 50 + 10 * np.sin(np.arange(N) * 2 * np.pi / 24) + noise * rng.standard_normal(N)


@pytest.fixture(scope="module")
def series(database: str) -> dict[str, int]:
    """Eight hosts alike, but that `c` is on another level since four days and `h` always was; a leader and its echo;
    one that is a day old and sends by the minute; one that sends by the day."""
    with connect(database) as conn:
        known = {host: alive(conn, "latency", host=host, shard=i % 4, step=HOUR) for i, host in enumerate(HOSTS)}
        known |= {name: alive(conn, name, newest=WINDOW, step=HOUR) for name in ("leader", "echo")}
        known |= {"young": alive(conn, "young"), "daily": alive(conn, "daily", step=24 * HOUR, shard=3)}
    for i, host in enumerate(HOSTS):
        v = daily(i)
        v[-96:] += 15 * (host == "c")
        past(database, known[host], v + 40 * (host == "h"))
    leading = np.random.default_rng(99).standard_normal(N + 3)
    past(database, known["leader"], leading[3:])
    past(database, known["young"], np.random.default_rng(97).standard_normal(1440), every=MINUTE)
    past(database, known["daily"], np.random.default_rng(96).standard_normal(200) + 7, every=24 * HOUR)
    past(database, known["echo"], 5 * leading[:-3] + np.random.default_rng(98).standard_normal(N))
    refresh(database)
    return known


@pytest.fixture
def conn(database: str, series: dict[str, int]) -> Iterator[Connection]:
    with connect(database) as one:
        yield one


def everywhere(database: str, job: Job, window: Any = WINDOW, now: Any = NOW) -> None:
    for shard in SHARDS:
        assert part(database, job, shard, window=window, now=now) in (0, None)


def rows(conn: Connection, sql: str, *args: object) -> list[dict[str, Any]]:
    with conn.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(sql, args).fetchall()


def nothing_failed(conn: Connection) -> bool:
    return rows(conn, "select * from model_items where error is not null") == []


def test_a_new_level_is_an_insight_that_says_since_when(
    database: str, series: dict[str, int], conn: Connection
) -> None:
    everywhere(database, JOBS["insights"])
    assert nothing_failed(conn)
    found = rows(conn, "select * from insights where model = 'change_points'")
    assert [row["series_id"] for row in found] == [series["c"]]
    (one,) = found
    assert abs(one["since"] - (WINDOW - 96 * HOUR)) <= 2 * HOUR
    assert "latency" in one["title"] + one["description"]
    assert one["confidence"] > 0.9
    assert one["metadata"]["decomposition"]["seasons_hours"] == [24.0]
    assert one["labels"] == {"host": "c"}


def test_what_is_young_is_seen_by_the_minute_and_what_is_slow_by_the_day(
    database: str, series: dict[str, int], conn: Connection
) -> None:
    everywhere(database, JOBS["insights"])
    dues = rows(conn, "select item::int as id, due from model_items where job = 'insights'")
    due = {row["id"]: row["due"] for row in dues}
    assert (due[series["young"]], due[series["a"]]) == (NOW + MINUTE, WINDOW + HOUR)
    assert due[series["daily"]] == WINDOW + 24 * HOUR


def test_the_next_run_says_the_same_of_the_same(database: str, series: dict[str, int], conn: Connection) -> None:
    everywhere(database, JOBS["insights"])
    before = rows(conn, "select insight_id, created_at, title from insights order by insight_id")
    everywhere(database, JOBS["insights"], WINDOW + EVERY)
    assert rows(conn, "select sum(unchanged) as n from model_runs where job = 'insights'") == [{"n": 12}]
    conn.execute("update model_items set due = null where job = 'insights'")
    everywhere(database, JOBS["insights"], WINDOW + 2 * EVERY)
    assert before == rows(conn, "select insight_id, created_at, title from insights order by insight_id")
    done = rows(conn, "select sum(unchanged) as unchanged, sum(done) as done from model_runs where job = 'insights'")
    assert done == [{"unchanged": 0, "done": 12}]


def test_who_is_unlike_its_peers_is_named(database: str, series: dict[str, int], conn: Connection) -> None:
    everywhere(database, JOBS["cohorts"])
    assert nothing_failed(conn)
    found = rows(conn, "select * from insights where job = 'cohorts'")
    assert series["h"] in {row["series_id"] for row in found}
    assert {row["series_id"] for row in found} <= {series["h"], series["c"]}
    assert {row["item"] for row in found} == {"latency"}


def test_a_daily_cycle_is_a_pattern(database: str, series: dict[str, int], conn: Connection) -> None:
    everywhere(database, JOBS["patterns"])
    assert nothing_failed(conn)
    found = rows(conn, "select * from patterns where pattern_type = 'cycle'")
    assert {row["series_ids"][0] for row in found} >= {series[host] for host in "abdefg"}
    assert {row["frequency"] for row in found if row["series_ids"] == [series["a"]]} == {"every 24 hours"}
    assert all(row["metrics"] == ["latency"] for row in found)


def test_an_echo_is_found_with_its_lag(database: str, series: dict[str, int], conn: Connection) -> None:
    everywhere(database, JOBS["correlations"])
    assert nothing_failed(conn)
    found = rows(conn, "select * from patterns where pattern_type = 'correlation'")
    assert [row["series_ids"] for row in found] == [[series["leader"], series["echo"]]]
    assert found[0]["correlation_factors"]["lag_us"] == 3 * HOUR.total_seconds() * 1e6


@pytest.mark.req("S3-91")
def test_every_series_is_forecast_with_its_intervals(database: str, series: dict[str, int], conn: Connection) -> None:
    everywhere(database, JOBS["forecasts"])
    assert nothing_failed(conn)
    found = rows(conn, "select * from forecasts")
    assert {row["series_id"] for row in found} == set(series.values())
    one = next(row for row in found if row["series_id"] == series["a"])
    steps = {row["series_id"]: row["step"] for row in found}
    assert (steps[series["young"]], steps[series["daily"]]) == (MINUTE, 24 * HOUR)
    assert (one["starts"], one["step"], len(one["mean"])) == (WINDOW, HOUR, 48)
    truth = 50 + 10 * np.sin(np.arange(N, N + 48) * 2 * np.pi / 24)
    assert np.abs(np.array(one["mean"]) - truth).mean() < 1.0
    assert np.all((np.array(one["lo95"]) <= one["lo80"]) & (np.array(one["hi80"]) <= one["hi95"]))
    assert one["mase"] < 1
    assert 0.6 < one["coverage80"] < one["coverage95"] <= 1
