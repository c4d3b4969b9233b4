"""Policies through HTTP, and what the pipeline makes of them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import httpx
import numpy as np
import pytest

from db.pool import connect
from tests.integration.alert_rows import new_tenant
from tests.integration.consuming import SPIKE, Bench, now, wave, working
from tests.integration.reading import reader
from tests.integration.writing import add_series

PATH = "/api/v1/policies"


@pytest.fixture(scope="module")
def http(database: str) -> Iterator[httpx.Client]:
    with reader(database) as client:
        yield client


@pytest.fixture
def bench(database: str, http: httpx.Client) -> Iterator[Bench]:
    for item in http.get(PATH).json()["items"]:
        http.delete(f"{PATH}/{item['name']}")
    with working(database) as one:
        yield one


def put(http: httpx.Client, name: str, **fields: Any) -> dict[str, Any]:
    answer = http.put(f"{PATH}/{name}", json=fields)
    assert answer.status_code == 200, answer.text
    return answer.json()


def adopt(bench: Bench) -> None:
    """What the pipeline does about once a second."""
    if (version := bench.store.policy_version()) != bench.consumer.policy_version:
        bench.consumer.adopt(version)


def spiky(bench: Bench, series: int) -> list[str]:
    """Send a spike up, then one down; say which of them became episodes."""
    t, v = wave(now())
    v[SPIKE], v[SPIKE + 400] = 90, -30
    bench.send(series, t, v)
    sides = {t[SPIKE]: "up", t[SPIKE + 400]: "down"}
    return [sides[row[0]] for row in bench.episodes(series)]


def test_a_policy_is_made_read_replaced_and_removed(http: httpx.Client) -> None:
    made = put(http, "percentages", metric="cpu.*", data_range=[0, 100], labels={"host": "a"})
    assert (made["data_range"], made["direction"], made["changed_by"]) == ([0, 100], None, "bootstrap")
    assert http.get(f"{PATH}/percentages").json() == made
    assert put(http, "percentages", metric="cpu.*", direction="above")["data_range"] is None
    assert [item["name"] for item in http.get(PATH).json()["items"]] == ["percentages"]
    assert http.delete(f"{PATH}/percentages").status_code == 204
    assert http.get(f"{PATH}/percentages").status_code == 404
    assert http.delete(f"{PATH}/percentages").status_code == 404


@pytest.mark.parametrize(
    "body",
    [
        {"direction": "up"}, {"min_dev": -1}, {"data_range": [5, 1]}, {"sensitivity": 0}, {"unknown": 1},
        {"metric": ""}, {"data_range": [1]}, {"labels": {"a": 1}}, {"note": "\0"},
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused(http: httpx.Client, body: dict[str, Any]) -> None:
    answer = http.put(f"{PATH}/wrong", json=body)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert http.put(f"{PATH}/no%20name", json={}).status_code == 422


def test_the_same_again_is_no_new_version(http: httpx.Client, bench: Bench) -> None:
    put(http, "same", metric="m", muted=True)
    version = bench.store.policy_version()
    put(http, "same", metric="m", muted=True)
    assert bench.store.policy_version() == version
    put(http, "same", metric="m", muted=False)
    assert bench.store.policy_version() > version


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        ({}, ["up", "down"]), ({"direction": "above"}, ["up"]), ({"direction": "below"}, ["down"]),
        ({"min_dev": 100}, []), ({"muted": True}, []),
        ({"direction": "above", "data_range": [0, None]}, ["up", "down"]),
    ],
)  # fmt: skip
def test_it_decides_what_is_told(http: httpx.Client, bench: Bench, rules: dict[str, Any], told: list[str]) -> None:
    series = add_series(bench.conn, "decided", rules=str(rules))
    put(http, "rules", metric="deci*", labels={"rules": str(rules)}, **rules)
    adopt(bench)
    assert spiky(bench, series) == told


def test_the_closest_says_each_rule(http: httpx.Client, bench: Bench) -> None:
    put(http, "a-wide", direction="below", muted=True)
    put(http, "b-metric", metric="clos*", muted=False, data_range=[-50, None])
    put(http, "c-label", metric="*", labels={"host": "a"}, direction="above")
    adopt(bench)
    near, far = add_series(bench.conn, "closest", host="a"), add_series(bench.conn, "closest", host="b")
    assert spiky(bench, near) == ["up"]
    assert spiky(bench, far) == ["down"]
    rules = bench.store.policies(np.array([near, far], np.int32), bench.store.policy_version())
    assert rules[near] == {"direction": "above", "muted": False, "low": -50.0}


def test_policies_of_others_do_not_matter(http: httpx.Client, bench: Bench, database: str) -> None:
    other = new_tenant(database, "others")
    series = add_series(bench.conn, "mine")
    bench.conn.execute("update policy_clock set version = version + 1")
    bench.conn.execute(
        "insert into policies (tenant_id, name, since, metric, pattern, muted, changed_by)"
        " select %s, 'x', version, '*', '%%', true, 'x' from policy_clock",
        (other,),
    )
    adopt(bench)
    assert spiky(bench, series) == ["up", "down"]
    assert [item for item in http.get(PATH).json()["items"] if item["name"] == "x"] == []


def test_a_change_acts_on_what_comes_next_and_learning_went_on(http: httpx.Client, bench: Bench) -> None:
    series = add_series(bench.conn, "muted first")
    put(http, "hush", metric="muted first", muted=True)
    adopt(bench)
    t, v = wave(now())
    v[SPIKE], v[-1] = 90, 500
    bench.send(series, t[:-1], v[:-1])
    assert bench.episodes(series) == []
    http.delete(f"{PATH}/hush")
    adopt(bench)
    bench.send(series, t[-1:], v[-1:])
    assert bench.episodes(series) == [(t[-1], "open", ["opened"])]


def test_a_successor_judges_by_what_was_in_force(http: httpx.Client, bench: Bench) -> None:
    """Taken under one policy, not yet saved; the policy changes; the consumer dies: its replay must not know."""
    series = add_series(bench.conn, "replayed")
    put(http, "then", metric="replayed", muted=True)
    adopt(bench)
    t, v = wave(now())
    v[-2:] += 40
    bench.send(series, t, v)
    alive = bench.state(series)
    put(http, "then", metric="replayed", muted=False)
    bench.restart()
    assert bench.state(series) == alive
    assert bench.episodes(series) == []
    adopt(bench)
    bench.restart()
    assert bench.consumer.policy_version == bench.store.policy_version()
    assert bench.state(series) == alive


def test_a_running_pipeline_takes_a_change_up(
    http: httpx.Client, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from db import settings as db_settings
    from workers.pipeline import run_lane

    monkeypatch.setenv("TIDEWATCH_DATABASE_URL", database)
    db_settings.settings.cache_clear()
    stop = threading.Event()
    thread = threading.Thread(target=run_lane, args=(stop, 0))
    thread.start()
    try:
        put(http, "running", metric="nothing", muted=True)
        with connect(database) as conn:
            behind = "select count(*) from shards, policy_clock where policy_version < version and id = 0"
            for _ in range(600):
                if conn.execute(behind).fetchone() == (0,):
                    break
                threading.Event().wait(0.05)
            assert conn.execute(behind).fetchone() == (0,)
    finally:
        stop.set()
        thread.join(20)
        db_settings.settings.cache_clear()
