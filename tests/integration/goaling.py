"""What tests of milestones share: series with a past, and the task that computes progress."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import httpx

from db.pool import connect
from db.records import to_us
from db.settings import DatabaseSettings
from tests.integration.reading import store
from tests.integration.writing import add_series
from workers.goals import run_goals

MILESTONES = "/api/v1/milestones"
BERLIN = ZoneInfo("Europe/Berlin")
DAY = timedelta(days=1)


def compute(database: str, now: datetime | None = None, refresh_after: timedelta = DAY) -> dict[str, int]:
    with connect(database) as conn:
        return run_goals(conn, DatabaseSettings(database_url=database), now or datetime.now(UTC), refresh_after)


def set_(http: httpx.Client, **body: Any) -> dict[str, Any]:
    answer = http.post(MILESTONES, json={"title": body["metric"], **body})
    assert answer.status_code == 201, answer.text
    return answer.json()


def one(http: httpx.Client, number: int) -> dict[str, Any]:
    return http.get(f"{MILESTONES}/{number}").json()


def series(database: str, metric: str, kind: str = "money", **labels: str) -> int:
    with connect(database) as conn:
        return add_series(conn, metric, kind, **labels)


def days(database: str, metric: str, values: list[float], newest: datetime, kind: str = "money") -> int:
    """A point a day, the last one at `newest`."""
    made = series(database, metric, kind)
    t = [to_us(newest - timedelta(days=back)) for back in range(len(values) - 1, -1, -1)]
    store(database, made, t, values)
    pulse(database, made, len(values), newest)
    return made


def pulse(database: str, made: int, points: int, newest: datetime) -> None:
    """What the pipeline notes of a series with its snapshot."""
    with connect(database) as conn:
        conn.execute(
            "insert into series_state (series_id, newest, points) values (%s, %s, %s)"
            " on conflict (series_id) do update set newest = excluded.newest, points = excluded.points",
            (made, newest, points),
        )


def noon(now: datetime, zone: ZoneInfo) -> datetime:
    """The last local noon that is over."""
    local = now.astimezone(zone)
    day = local if local.hour >= 12 else local - timedelta(days=1)
    return day.replace(hour=12, minute=0, second=0, microsecond=0)


def insights(http: httpx.Client, metric: str) -> list[dict[str, Any]]:
    return http.get("/api/v1/insights", params={"metric": metric, "active": True}).json()["items"]
