"""Persistence of memory mode: on, off and failing; switched and cut in the middle of a load; what was taken is there
once."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import psycopg
import pytest

from cli.memory_tasks import ELSEWHERE, tasks
from db.settings import DatabaseSettings
from tests.engines import Server, fresh_database
from tests.memory_mode import Running, cuttable, serving_memory, wait
from workers.schedule import BEAT

NOW = time.time_ns() // 1_000_000_000
DAY = 86_400


@pytest.fixture
def url(server: Server) -> Iterator[str]:
    """A migrated database for one test."""
    with fresh_database(server) as url:
        yield url


def stored(url: str, metric: str) -> list[tuple[int, float]]:
    """(ms, value) of every row in the database, doubles too; when all that waits is processed."""
    with psycopg.connect(url, autocommit=True) as conn:
        wait(lambda: conn.execute("select count(*) from journal where batch is null").fetchone() == (0,))
        rows = conn.execute(
            "select (extract(epoch from t) * 1000)::bigint, v from samples join series s on s.id = series_id"
            " where s.metric = %s order by 1",
            (metric,),
        )
        return [(int(t), float(v)) for t, v in rows]


class Load:
    """Sends ten points every few milliseconds until it is told to stop, each acknowledged."""

    def __init__(self, tide: Running, metric: str) -> None:
        self.sent: dict[int, float] = {}
        self._tide, self._metric = tide, metric
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run)

    def _run(self) -> None:
        at, rng = (NOW - 3600) * 1000, np.random.default_rng(1)
        while not self._stop.is_set():
            t, v = [at + i * 100 for i in range(10)], rng.normal(50, 1, 10).round(3).tolist()
            self._tide.send(self._metric, t, v, key=f"{self._metric}-{at}")
            self.sent |= dict(zip(t, v, strict=True))
            at += 1000
            time.sleep(0.002)

    def more(self, points: int = 200) -> None:
        """Let so many points more be sent."""
        goal = len(self.sent) + points
        wait(lambda: len(self.sent) >= goal or not self._thread.is_alive())
        assert self._thread.is_alive()

    @contextmanager
    def running(self) -> Iterator[Load]:
        self._thread.start()
        try:
            yield self
        finally:
            self._stop.set()
            self._thread.join()


@pytest.mark.req("S3-06", "S3-76")
def test_switching_in_the_middle_of_a_load_loses_and_doubles_nothing(url: str, tmp_path: Path) -> None:
    with serving_memory(tmp_path, url) as tide:
        with Load(tide, "toggled").running() as load:
            load.more()
            for _ in range(2):
                tide.switch(True)
                load.more()
                tide.switch(False)
                load.more()
            tide.switch(True)
            load.more()
        tide.state("on")
        assert stored(url, "toggled") == sorted(load.sent.items())
        answer = tide.get("/api/v1/trends", metric="toggled", agg="count", bucket="1h", from_=str(NOW - 7000))
        assert answer["series"][0]["total"] == len(load.sent)


@pytest.mark.req("S3-02", "S3-03", "S3-76")
def test_an_outage_in_the_middle_of_a_load_loses_and_doubles_nothing(
    url: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with cuttable(url) as (line, over), serving_memory(tmp_path, over) as tide:
        tide.switch(True)
        with Load(tide, "cut").running() as load:
            load.more()
            for _ in range(2):
                line.cut()
                load.more(600)
                health = tide.get("/health")
                assert (health["status"], health["persistence"]) == ("degraded", "failing")
                assert tide.get("/ready")["ready"]
                assert tide.get("/api/v1/persistence")["waiting"] > 0
                line.mend()
                tide.state("on")
                load.more()
        tide.state("on")
        assert tide.get("/health")["status"] == "ok"
        assert tide.get("/api/v1/persistence")["lost"] == 0
        assert stored(url, "cut") == sorted(load.sent.items())
    assert sum("persistence fails, going on from memory" in said for said in caplog.messages) == 2


@pytest.mark.req("S3-03", "S3-76")
def test_what_waits_survives_the_process(url: str, tmp_path: Path) -> None:
    t, v = [(NOW - 600 + i) * 1000 for i in range(300)], np.arange(300.0).tolist()
    with cuttable(url) as (line, over), serving_memory(tmp_path, over) as tide:
        tide.switch(True)
        tide.send("spooled", t[:100], v[:100])
        line.cut()
        tide.send("spooled", t[100:200], v[100:200])
        event = {"event_id": "once", "event_type": "press", "timestamp": NOW - 60}
        assert tide.http.post("/track", json=event).status_code == 202
        assert list((tmp_path / "spool").glob("*.spool"))
    with serving_memory(tmp_path, url, persistence=True) as tide:
        tide.state("on")
        tide.send("spooled", t[200:], v[200:])
        assert stored(url, "spooled") == list(zip(t, v, strict=True))
        tide.processed()
        answer = tide.get("/api/v1/trends", metric="spooled", agg="count", bucket="1h", from_=str(NOW - 7000))
        assert answer["series"][0]["total"] == 300  # memory has what the process before it left in the spool
        with psycopg.connect(url) as conn:
            assert conn.execute("select event_id from events").fetchall() == [("once",)]
        wait(lambda: tide.get("/api/v1/persistence")["waiting"] == 0)


def unusual(tide: Running) -> list[dict[str, Any]]:
    """Alerts of values. On a slow machine there may be one more, which says that the points come late: they do."""
    return [one for one in tide.get("/api/v1/alerts")["items"] if "come" not in one["reason"].split(";")[0]]


@pytest.mark.req("S3-04", "S3-13", "S3-76")
def test_a_restart_goes_on_where_it_was(url: str, tmp_path: Path) -> None:
    t = [(NOW - 3000 + 10 * i) * 1000 for i in range(300)]
    v = np.random.default_rng(3).normal(50, 1, 300).round(3).tolist()
    with serving_memory(tmp_path, url, persistence=True) as tide:
        key = tide.http.post("/api/v1/keys", json={"name": "kept", "scopes": ["read"]}).json()["key"]
        tide.send("kept", t[:296], v[:296])
        tide.processed()
        tide.send("kept", t[296:], [99.0] * 4)
        tide.processed()
        assert tide.http.put("/api/v1/policies/quiet", json={"metric": "x", "muted": True}).status_code == 200
        stored(url, "kept")
        (alert,) = unusual(tide)
    with serving_memory(tmp_path, url, persistence=True) as tide:
        answer = tide.get("/api/v1/trends", metric="kept", agg="count", bucket="1h", from_=str(NOW - 7000))
        assert (answer["series"][0]["total"], answer["warnings"]) == (300, [])
        assert tide.get("/api/v1/policies")["items"][0]["name"] == "quiet"
        assert tide.http.get("/api/v1/series", headers={"Authorization": f"Bearer {key}"}).status_code == 200
        assert [one["id"] for one in unusual(tide)] == [alert["id"]]
        series = next(one for one in tide.app.memory.catalog.series.values() if one.spec.metric == "kept")
        wait(lambda: series.points == 300)  # the detectors have learned what the database holds
        assert unusual(tide)[0]["state"] == "opened"
        tide.send("kept", [t[-1] + 10_000 * (i + 1) for i in range(20)], v[:20])
        wait(lambda: unusual(tide)[0]["state"] == "closed")


def history(url: str, metric: str) -> tuple[np.ndarray, np.ndarray]:
    """Five hours of points, of which memory will hold the last two; all in the database. Returns (s, value)."""
    t = NOW - 5 * 3600 + 20 * np.arange(900)
    v = np.cumsum(np.random.default_rng(4).integers(0, 5, 900)).astype(float)
    with serving_memory(None, url, persistence=True) as tide:
        tide.state("on")
        body = {"series": [{"metric": metric, "kind": "counter", "t": (t * 1000).tolist(), "v": v.tolist()}]}
        assert tide.http.post("/api/v1/ingest", json=body).status_code == 202
        stored(url, metric)
    return t, v


@pytest.mark.req("S3-04")
@pytest.mark.parametrize("together", [True, False])
def test_trends_beyond_memory_are_merged_each_point_once(server: Server, tmp_path: Path, together: bool) -> None:
    with fresh_database(server) as url, cuttable(url) as (line, over):
        _, v = history(url, "long")
        with serving_memory(tmp_path, over, persistence=True) as tide:
            asked = {"metric": "long", "from_": str(NOW - 6 * 3600)}
            for agg, expected in (("count", 900), ("max", v.max()), ("first", v[0]), ("last", v[-1]), ("sum", v.sum())):
                bucket = "day" if together else "15m"
                answer = tide.get("/api/v1/trends", agg=agg, bucket=bucket, **asked)
                assert answer["series"][0]["total"] == pytest.approx(expected)
                assert answer["warnings"] == []
            rate = tide.get("/api/v1/trends", agg="rate", bucket="15m", **asked)
            grown = sum(point["v"] * 900 for point in rate["series"][0]["points"][:-1])
            assert grown == pytest.approx(v[-1] - v[0], rel=0.1)
            p50 = tide.get("/api/v1/trends", agg="p50", bucket="day" if together else "1h", **asked)
            assert p50["series"][0]["total"] == pytest.approx(np.quantile(v, 0.5))
            raw = tide.get("/api/v1/trends", agg="last", bucket="raw", **asked)["series"][0]["points"]
            assert [point["v"] for point in raw] == v.tolist()
            line.cut()
            alone = tide.get("/api/v1/trends", agg="count", bucket="1h", **asked)
            assert 300 <= alone["series"][0]["total"] < 900
            assert any("left out" in said for said in alone["warnings"])


@pytest.mark.req("S3-02", "S3-07", "S3-76")
def test_a_database_that_cannot_be_had_costs_nothing_but_persistence(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    away = "postgresql://nobody:x@127.0.0.1:1/none"
    with serving_memory(tmp_path, away, persistence=True) as tide:
        assert tide.get("/health")["status"] == "degraded"
        assert any("going on in memory" in said.message and said.levelname == "WARNING" for said in caplog.records)
        assert "cannot be had" in tide.get("/api/v1/persistence")["reason"]
        tide.send("alone", [(NOW - 60) * 1000, (NOW - 30) * 1000], [1.0, 2.0])
        tide.processed()
        answer = tide.get("/api/v1/trends", metric="alone", agg="sum", bucket="1h", from_=str(NOW - 3000))
        assert answer["series"][0]["total"] == 3.0
        assert tide.http.post("/api/v1/keys", json={"name": "k", "scopes": ["read"]}).status_code == 503
        tide.switch(False)
        assert tide.http.post("/api/v1/keys", json={"name": "k", "scopes": ["read"]}).status_code == 201
        assert tide.get("/health")["status"] == "ok"


@pytest.mark.req("S3-44")
def test_what_domains_want_done_is_done_while_there_is_a_database(url: str, tmp_path: Path) -> None:
    with serving_memory(tmp_path, url, persistence=True) as tide:
        tide.state("on")
        tide.send("distance", [NOW * 1000 - 1000 * n for n in range(20)], [5.0] * 20)
        body = {"title": "Far", "metric": "distance", "agg": "sum", "target_value": 500}
        wait(lambda: tide.http.get("/api/v1/series", params={"metric": "distance"}).json()["items"])
        made = tide.http.post("/api/v1/milestones", json=body)
        assert made.status_code == 201, made.text
        one = f"/api/v1/milestones/{made.json()['id']}"
        tide.send("distance", [NOW * 1000 - 60_000 - 1000 * n for n in range(20)], [5.0] * 20)
        wait(lambda: tide.get(one)["current_value"] == 200)
    quick, slow = tasks(DatabaseSettings(database_url=url))
    ours = {duty.name.removeprefix("database ") for duty in (*quick, *slow)}
    assert ours | ELSEWHERE == {line["task"] for line in BEAT.values()}
