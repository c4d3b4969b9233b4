"""What tests of the reading side share: points in the tables, some of them in rollups, and a client."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import numpy as np

from db.engine import recorded
from db.pool import Connection, connect
from db.records import Points
from db.settings import DatabaseSettings
from db.upkeep import PostgresUpkeep
from tests.integration.writing import leased, work
from tests.serving import KEY, serving

LATER = datetime.now(UTC) + timedelta(hours=1)


def store(database: str, series: int, t: Any, v: Any) -> None:
    """Points that the pipeline took: in `samples`, their windows dirty."""
    order = np.argsort(np.asarray(t), kind="stable")
    t, v = np.asarray(t, np.int64)[order], np.asarray(v, np.float64)[order]
    with leased(database) as (shard, _, batch):
        shard.commit(work(batch + 1, Points(np.full(len(t), series, np.int32), t, v)))


def refresh(database: str) -> int:
    """Bring the rollups up to date. Returns how many windows were dirty."""
    done = 0
    with connect(database) as conn:
        while refreshed := upkeep(conn).refresh_rollups(LATER, 100_000):
            done += refreshed
    return done


def upkeep(conn: Connection, **config: object) -> PostgresUpkeep:
    """The scheduled tasks, with settings of the test's own."""
    engine = recorded(conn)
    assert engine is not None
    return PostgresUpkeep(conn, engine, DatabaseSettings(**config))


@contextmanager
def reader(database: str, key: str = KEY) -> Iterator[httpx.Client]:
    """A client of a server on the database, in the first tenant."""
    with (
        serving(database) as api,
        httpx.Client(base_url=api.http, headers={"Authorization": f"Bearer {key}"}, timeout=60) as http,
    ):
        yield http


def trend(http: httpx.Client, metric: str, **asked: Any) -> dict[str, Any]:
    """A trend. `from_` stands for `from`, `label_host` for `label.host`."""
    params = {name.rstrip("_").replace("label_", "label."): value for name, value in asked.items()}
    answer = http.get("/api/v1/trends", params={"metric": metric, **params})
    assert answer.status_code == 200, answer.text
    return answer.json()


def refused(http: httpx.Client, path: str, status: int, **params: Any) -> str:
    """What the answer to a bad question says."""
    answer = http.get(path, params={name.rstrip("_"): value for name, value in params.items()})
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    return answer.json()["detail"]
