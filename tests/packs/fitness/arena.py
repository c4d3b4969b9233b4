"""What tests of fitness share: athletes in four zones with nine months of activities, a server, and logins."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pandas as pd
import psycopg

from db.packs.fitness.factory import events
from db.pool import connect
from db.settings import DatabaseSettings
from tests.pipelines import Pipeline, consuming
from tests.serving import KEY, serving
from tests.worlds import answered, logged_in
from workers.goals import run_goals

F = "/api/v1/fitness"
DAYS = 290


@dataclass
class Arena:
    """A server with its pipeline. `admin` may do everything; `raw` has a row an activity that was sent."""

    url: str
    http: str
    admin: httpx.Client
    pipeline: Pipeline
    raw: pd.DataFrame = field(default_factory=pd.DataFrame)

    def send(self, sent: list[dict[str, Any]]) -> dict[str, Any]:
        """Events through HTTP and the pipeline."""
        answer = self.admin.post("/api/v1/events", json={"events": sent})
        assert answer.status_code == 202, answer.text
        self.pipeline.drain()
        return answer.json()

    def get(self, path: str, **asked: Any) -> dict[str, Any]:
        """An answer; `from_` stands for `from`."""
        return answered(self.admin, path, **asked)

    def login(self, role: str, person: str | None = None) -> httpx.Client:
        """A client that is logged in."""
        with psycopg.connect(self.url) as conn:
            conn.execute("update users set person = null where person = %s", (person,))
        return logged_in(self.url, self.http, role, person)

    def compute(self) -> dict[str, int]:
        """What the goals' task does."""
        with connect(self.url) as conn:
            config = DatabaseSettings(database_url=self.url)
            return run_goals(conn, config, datetime.now(UTC), timedelta(days=1))


@contextmanager
def opened(url: str) -> Iterator[Arena]:
    """An empty arena on a database."""
    with (
        serving(url) as api,
        consuming(url) as pipeline,
        httpx.Client(base_url=api.http, headers={"Authorization": f"Bearer {KEY}"}, timeout=30) as admin,
    ):
        yield Arena(url, api.http, admin, pipeline)


def fill(arena: Arena, days: int = DAYS, size: float = 0.6) -> None:
    """Activities up to today, over two changes of clocks."""
    start = datetime.now(UTC) - timedelta(days=days)
    sent = list(events(5, start, days, size, "Europe/Berlin"))
    answer = arena.send(sent)
    assert answer["rejected"] == []
    arena.raw = frame(sent)


def frame(sent: list[dict[str, Any]]) -> pd.DataFrame:
    """Raw events as a table, computed with by pandas alone."""
    rows = [{"t": e["timestamp"], "user": e["user_id"], **e["properties"]} for e in sent]
    found = pd.DataFrame(rows)
    found["t"] = pd.to_datetime(found["t"], utc=True, format="ISO8601")
    return found


def measure(rows: pd.DataFrame, metric: str) -> float | None:
    """A measure of some rows, by its definition in words."""
    if metric == "activities":
        return float(len(rows))
    if metric in ("distance", "elevation"):
        return float(rows[f"{metric}_m"].sum())
    if metric in ("duration", "calories"):
        return float(rows["duration_s" if metric == "duration" else "calories"].sum())
    if metric == "pace":
        paced = rows[rows["distance_m"] > 0]
        return float(1000 * paced["duration_s"].sum() / paced["distance_m"].sum()) if len(paced) else None
    heart = rows[rows["avg_hr"].notna()]
    return float((heart["avg_hr"] * heart["duration_s"]).sum() / heart["duration_s"].sum()) if len(heart) else None
