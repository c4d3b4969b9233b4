"""The demo's made-up people: every event once, whenever it is stopped, and none that the door refuses."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from cli import demo_domains
from cli.demo_domains import Event, Feed, factories, feed, goals, load
from cli.demo_goals import Setter, bounds, rounded
from db.packs.registry import packs
from tests.pipelines import drain
from tests.serving import KEY, Api, serving

T0 = datetime(2026, 1, 1, tzinfo=UTC)


def events(n: int) -> Iterator[Event]:
    for i in range(n):
        yield {"event_id": str(i), "timestamp": (T0 + timedelta(minutes=i)).isoformat()}


def ids(told: list[Event]) -> list[str]:
    return [event["event_id"] for event in told]


def test_each_event_is_due_once_when_its_time_has_come() -> None:
    one = Feed("x", events(10))
    assert ids(one.due(T0 - timedelta(seconds=1))) == []
    assert ids(one.due(T0 + timedelta(minutes=2))) == ["0", "1", "2"]
    assert ids(one.due(T0 + timedelta(days=1), most=3)) == ["3", "4", "5"]
    assert ids(one.due(T0 + timedelta(days=1))) == ["6", "7", "8", "9"]
    assert one.due(T0 + timedelta(days=2)) == []


def test_the_next_start_goes_on_where_the_last_ended() -> None:
    one = Feed("x", events(10), (T0 + timedelta(minutes=6)).isoformat())
    assert ids(one.due(T0 + timedelta(days=1))) == ["7", "8", "9"]


def test_every_pack_with_events_takes_part() -> None:
    assert set(factories()) == {pack.name for pack in packs().values() if pack.event_types}


@pytest.fixture(scope="module")
def api(database: str) -> Iterator[Api]:
    with serving(database) as running:
        yield running


@pytest.mark.req("S2-98")
def test_all_domains_have_something_to_show(
    api: Api, database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    stop, memory = threading.Event(), tmp_path / "memory.json"
    monkeypatch.setattr(demo_domains, "REST", 0.0)
    real = stop.wait
    monkeypatch.setattr(stop, "wait", lambda s: stop.set() if s == demo_domains.TICK else real(s))  # caught up
    feed(api.http, KEY, stop, memory, days=8)
    drain(database)
    assert capfd.readouterr().err == ""
    assert set(load(memory)["sent"]) == set(factories())
    with httpx.Client(base_url=api.http, headers={"Authorization": f"Bearer {KEY}"}, timeout=60) as http:
        for pack in factories():
            metric = packs()[pack].model.metrics[0].name
            trend = http.get("/api/v1/trends", params={"metric": metric, "time_range": "7d", "agg": "count"})
            assert trend.json()["series"][0]["total"] > 5, pack


def test_people_want_something_once_the_history_is_there(
    api: Api, database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo_domains, "REST", 0.0)
    drain(database)
    asked = [dict(goal) for goal in goals()]
    assert Setter(api.http, KEY, asked, [], dict.fromkeys(packs(), 10**6)).look() == []  # not all has been taken in
    done = Setter(api.http, KEY, asked, [], {}).look()
    assert sorted(done) == sorted(goal["name"] for goal in asked)
    with httpx.Client(base_url=api.http, headers={"Authorization": f"Bearer {KEY}"}, timeout=60) as http:
        kept = http.get("/api/v1/milestones").json()["items"]
        assert 5 < len(kept) <= len(asked)
        assert {"achieved", "active"} <= {one["status"] for one in kept}
        assert len(Setter(api.http, KEY, asked, [], {}).look()) == len(asked)  # a start that knows nothing of the first
        assert http.get("/api/v1/milestones").json()["items"] == kept
    assert Setter(api.http, KEY, asked, done, {}).look() == []


@pytest.mark.parametrize(("window", "days"), [("weekly", 7), ("monthly", 31), ("yearly", 365)])
def test_a_goal_is_for_the_window_that_goes_on(window: str, days: int) -> None:
    start, end = bounds({"window": window, "timezone": "Europe/Berlin"}, datetime(2026, 3, 30, 22, 30, tzinfo=UTC))
    assert start <= datetime(2026, 3, 30, 22, 30, tzinfo=UTC) < end
    assert (end - start).days == days  # on the wall clock
    assert rounded(1234.5) == 1200
