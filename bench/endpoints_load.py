"""A year of every domain, sent as producers send it: over HTTP into the journal, taken in by the real pipeline."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import orjson

from bench.stack import Stack
from db.engine import recorded
from db.packs.content import factory as content
from db.packs.fitness import factory as fitness
from db.packs.learning import factory as learning
from db.packs.llm import factory as llm
from db.packs.telemetry import factory as telemetry
from db.pool import connect
from db.settings import DatabaseSettings
from db.upkeep import PostgresUpkeep

ZONE = "Europe/Berlin"
DAYS = 365
BATCH = 5_000
SENDERS = 3
SEED = 7


@dataclass(frozen=True)
class Size:
    """How much of each domain: factors of the factories, students, and days of telemetry."""

    llm: float = 6.8
    content: float = 0.95
    students: int = 620
    athletes: float = 1.0
    telemetry_days: int = 365

    @classmethod
    def short(cls) -> Size:
        """A tenth."""
        return cls(0.68, 0.095, 62, 0.5, 37)


@dataclass(frozen=True)
class Loaded:
    """What came of one domain: rows, seconds to send them, seconds until all were taken in."""

    name: str
    rows: int
    sent: float
    drained: float


def load(running: Stack, size: Size) -> list[Loaded]:
    """Send all domains, one after another."""
    start = datetime.now(UTC) - timedelta(days=DAYS - 1)
    with httpx.Client(base_url=running.url, headers=running.headers, timeout=120) as http:
        school = learning.roster(SEED, size.students, ZONE)
        _ok(http.post("/api/v1/learning/roster", json=school))
        sources = {
            "llm": llm.events(SEED, start, DAYS, size.llm, ZONE),
            "content": content.events(SEED, start, DAYS, size.content, ZONE),
            "learning": learning.events(SEED, start, DAYS, size.students, ZONE),
            "fitness": fitness.events(SEED, start, DAYS, size.athletes, ZONE),
        }
        done = [_send(running, http, name, _events(source)) for name, source in sources.items()]
        since = datetime.now(UTC) - timedelta(days=size.telemetry_days - 1)
        bodies = telemetry.bodies(SEED, since, size.telemetry_days, 2, ZONE)
        points = (("/api/v1/ingest", body, sum(len(one["t"]) for one in body["series"])) for body in bodies)
        done.append(_send(running, http, "telemetry", points))
    return done


def _events(source: Iterable[dict[str, Any]]) -> Iterator[tuple[str, Any, int]]:
    """Bodies of events that have happened by now."""
    now = datetime.now(UTC).isoformat()
    past = (event for event in source if event["timestamp"] < now)
    while batch := list(itertools.islice(past, BATCH)):
        yield "/api/v1/events", {"events": batch}, len(batch)


def _send(running: Stack, http: httpx.Client, name: str, bodies: Iterator[tuple[str, Any, int]]) -> Loaded:
    began, rows = time.monotonic(), 0
    with ThreadPoolExecutor(SENDERS) as pool:
        for part in iter(lambda: list(itertools.islice(bodies, SENDERS)), []):
            list(pool.map(lambda one: _post(http, one[0], one[1]), part))
            rows += sum(n for _, _, n in part)
    sent = time.monotonic()
    drain(running.database)
    done = Loaded(name, rows, sent - began, time.monotonic() - began)
    print(f"{name}: {rows:,} rows taken in after {done.drained:.1f} s", flush=True)
    return done


def _post(http: httpx.Client, path: str, body: Any) -> None:
    content_ = orjson.dumps(body, option=orjson.OPT_SERIALIZE_NUMPY)
    while True:
        answer = http.post(
            path, content=content_, params={"history": "true"}, headers={"Content-Type": "application/json"}
        )
        if answer.status_code != 429:
            break
        time.sleep(float(answer.headers["Retry-After"]))
    said = _ok(answer)
    if said["rejected"]:
        raise RuntimeError(f"{path}: {said['rejected'][:3]}")


def _ok(answer: httpx.Response) -> Any:
    if not answer.is_success:
        raise RuntimeError(f"{answer.request.url}: {answer.status_code} {answer.text[:500]}")
    return answer.json()


def drain(database: str) -> None:
    """Wait until the pipeline has taken all that was acknowledged."""
    with connect(database, "tidewatch bench") as conn:
        while conn.execute("select exists (select from journal where batch is null)").fetchone() == (True,):
            time.sleep(0.1)


def roll_up(database: str) -> float:
    """Bring the rollups up to date, beside the workers that do it too. Returns seconds."""
    began, later = time.monotonic(), datetime.now(UTC) + timedelta(hours=1)
    with connect(database, "tidewatch bench") as conn:
        engine = recorded(conn)
        assert engine is not None
        upkeep = PostgresUpkeep(conn, engine, DatabaseSettings(keep_raw_days=3650))
        while upkeep.refresh_rollups(later, 100_000):
            pass
        conn.execute("vacuum analyze")
    return time.monotonic() - began
