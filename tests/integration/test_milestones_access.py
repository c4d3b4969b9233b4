"""Whose milestones somebody sees and changes, how they are listed, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import psycopg
import pytest

from api.limits import Limits
from db.pool import connect
from db.records import to_us
from tests.integration.goaling import MILESTONES, compute, days, one, pulse, series, set_
from tests.integration.reading import reader, refused, store
from tests.neighbours import spoiled, twin
from tests.serving import user

pytestmark = pytest.mark.one_engine("who somebody is stands in tables that are the same on every engine")


@pytest.fixture(scope="module")
def http(database: str) -> Iterator[httpx.Client]:
    with reader(database) as client:
        yield client


def member(database: str, person: str) -> tuple[str, str]:
    email, password = user(database, "member")
    with psycopg.connect(database) as conn:
        conn.execute("update users set person = %s where email = %s", (person, email))
    return email, password


def signed_in(http: httpx.Client, email: str, password: str) -> dict[str, str]:
    login = http.post("/api/v1/auth/login", json={"email": email, "password": password}).json()
    return {"Authorization": f"Bearer {login['access_token']}"}


def test_a_member_has_milestones_of_its_own_and_sees_no_others(http: httpx.Client, database: str) -> None:
    for person in ("ann", "bob"):
        made = series(database, "walked", user_id=person)
        store(database, made, [to_us(datetime(2026, 1, 1, tzinfo=UTC))], [7.0])
    others = set_(http, metric="walked", target_value=20, owner="bob")
    assert others["current_value"] == 14
    ann = signed_in(http, *member(database, "ann"))
    mine = http.post(MILESTONES, json={"title": "t", "metric": "walked", "target_value": 20}, headers=ann).json()
    assert (mine["owner"], mine["labels"], mine["current_value"]) == ("ann", {"user_id": "ann"}, 7)
    assert [item["id"] for item in http.get(MILESTONES, headers=ann).json()["items"]] == [mine["id"]]
    assert http.get(MILESTONES, params={"owner": "bob"}, headers=ann).json()["items"] == []
    for method in ("get", "delete"):
        assert getattr(http, method)(f"{MILESTONES}/{others['id']}", headers=ann).status_code == 404
    assert http.patch(f"{MILESTONES}/{others['id']}", json={"title": "x"}, headers=ann).status_code == 404
    for change in ({"owner": "bob"}, {"labels": {"user_id": "bob"}}):
        assert http.patch(f"{MILESTONES}/{mine['id']}", json=change, headers=ann).status_code == 403
    wider = http.patch(f"{MILESTONES}/{mine['id']}", json={"labels": {}}, headers=ann).json()
    assert wider["labels"] == {"user_id": "ann"}
    assert http.delete(f"{MILESTONES}/{mine['id']}", headers=ann).status_code == 204


def test_viewers_see_all_and_change_nothing(http: httpx.Client, database: str) -> None:
    made = set_(http, metric="seen", target_value=1)
    viewer = signed_in(http, *user(database, "viewer"))
    assert http.get(f"{MILESTONES}/{made['id']}", headers=viewer).status_code == 200
    assert http.patch(f"{MILESTONES}/{made['id']}", json={"title": "x"}, headers=viewer).status_code == 403
    assert http.delete(f"{MILESTONES}/{made['id']}", headers=viewer).status_code == 403
    body = {"title": "t", "metric": "m", "target_value": 1}
    assert http.post(MILESTONES, json=body, headers=viewer).status_code == 403
    nobody = signed_in(http, *user(database, "member"))
    assert http.get(MILESTONES, headers=nobody).status_code == 403


def test_milestones_are_paged_and_filtered(http: httpx.Client) -> None:
    made = [set_(http, metric=f"paged.{n % 2}", target_value=n + 1, labels={"n": str(n)})["id"] for n in range(5)]
    first = http.get(MILESTONES, params={"metric": "paged.*", "limit": 3}).json()
    second = http.get(MILESTONES, params={"metric": "paged.*", "limit": 3, "cursor": first["next"]}).json()
    assert [item["id"] for item in first["items"] + second["items"]] == made
    assert second["next"] is None
    found = http.get(MILESTONES, params={"metric": "paged.0", "label.n": "2", "window": "once"}).json()
    assert [item["id"] for item in found["items"]] == [made[2]]
    assert http.get(MILESTONES, params={"metric": "paged.*", "status": "missed"}).json()["items"] == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"window": "rolling"}, {"days": 3}, {"timezone": "Mars/Olympus"}, {"target_value": "many"}, {"title": ""},
        {"starts_at": "2026-01-02T00:00:00Z", "ends_at": "2026-01-01T00:00:00Z"}, {"ends_at": "2026-01-01T00:00:00"},
        {"agg": "p95"}, {"target": 3}, {"metric": "a\0b"}, {"ends_at": "9999-12-31T23:59:59Z"},
    ],
)  # fmt: skip
def test_a_strange_milestone_is_refused(http: httpx.Client, wrong: dict[str, Any]) -> None:
    answer = http.post(MILESTONES, json={"title": "t", "metric": "m", "target_value": 1} | wrong)
    assert answer.status_code in (400, 422)
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_strange_change_is_refused(http: httpx.Client) -> None:
    made = set_(http, metric="kept", target_value=1)
    for wrong in ({"title": None}, {"window": "rolling"}, {"days": 3}, {"timezone": "Nowhere"}):
        assert http.patch(f"{MILESTONES}/{made['id']}", json=wrong).status_code in (400, 422)
    assert http.patch(f"{MILESTONES}/{made['id']}", json={"window": "rolling", "days": 3}).json()["days"] == 3
    assert http.patch(f"{MILESTONES}/{made['id']}", json={"window": "weekly"}).json()["days"] is None
    assert refused(http, f"{MILESTONES}/999999", 404)
    assert http.get(f"{MILESTONES}/{10**17}").status_code == 422


def test_changes_of_one_milestone_at_the_same_time_are_all_kept(http: httpx.Client) -> None:
    made = set_(http, metric="shared", target_value=1)
    changes: list[dict[str, Any]] = [
        {"title": "new"}, {"target_value": 7}, {"unit": "km"}, {"timezone": "Europe/Berlin"}, {"week_start": "sunday"},
        {"owner": "ann"}, {"labels": {"a": "b"}}, {"direction": "stay_below"},
    ]  # fmt: skip
    with ThreadPoolExecutor(len(changes)) as pool:
        answers = list(pool.map(lambda change: http.patch(f"{MILESTONES}/{made['id']}", json=change), changes))
    assert [answer.status_code for answer in answers] == [200] * len(changes)
    stands = http.get(f"{MILESTONES}/{made['id']}").json()
    assert [{name: stands[name] for name in change} for change in changes] == changes


def test_a_member_and_a_tenant_have_only_so_many(
    http: httpx.Client, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    carl, body = signed_in(http, *member(database, "carl")), {"title": "t", "metric": "m", "target_value": 1}
    monkeypatch.setattr("api.goals.limits", lambda: Limits(milestones_each=2))
    with ThreadPoolExecutor(5) as pool:
        answers = list(pool.map(lambda _: http.post(MILESTONES, json=body, headers=carl), range(5)))
    assert sorted(answer.status_code for answer in answers) == [201, 201, 409, 409, 409]
    full = next(answer for answer in answers if answer.status_code == 409)
    assert full.headers["content-type"] == "application/problem+json" and "You have 2" in full.json()["detail"]
    set_(http, metric="m", target_value=1, owner="carl")
    monkeypatch.setattr("api.goals.limits", lambda: Limits(milestones=1))
    assert "There are 1" in http.post(MILESTONES, json=body).json()["detail"]


def test_keys_are_only_so_many(http: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.routes.keys.limits", lambda: Limits(keys=2))
    made = http.post("/api/v1/keys", json={"name": "a", "scopes": ["read"]}).json()
    assert http.post("/api/v1/keys", json={"name": "b", "scopes": ["read"]}).status_code == 409
    http.delete(f"/api/v1/keys/{made['id']}")
    assert http.post("/api/v1/keys", json={"name": "b", "scopes": ["read"]}).status_code == 201


def test_milestones_of_a_tenant_that_cannot_be_kept_stop_no_other(http: httpx.Client, database: str) -> None:
    set_(http, metric="m", target_value=1)
    with connect(database) as conn:
        other = twin(conn, "goals")
        with spoiled(conn, "goals"):
            done = compute(database)
        (n,) = conn.execute("select count(*) from goals where tenant_id = %s", (other,)).fetchone() or (0,)
        assert done == {"computed": n, "not_kept": 1, "failures": {"1": "RaiseException"}}
        whose = conn.execute("select distinct tenant_id from goals where computed_at > now() - interval '1 minute'"
                             " and not progress = '{}' and seen is not null").fetchall()  # fmt: skip
        assert whose == [(other,)]
        conn.execute("delete from goals where tenant_id = %s", (other,))


@pytest.mark.req("S0-12")
def test_new_points_of_any_metric_that_its_pattern_fits_make_a_milestone_stale(
    http: httpx.Client, database: str
) -> None:
    newest = datetime.now(UTC) - timedelta(hours=1)
    fits, other = (days(database, metric, [1.0] * 3, newest) for metric in ("a_b.%.one", "axb.%.two"))
    goal = set_(http, metric="a_b.%*", target_value=100)
    compute(database)
    for made, stale in ((other, False), (fits, True)):
        store(database, made, [to_us(newest) + 1], [3.0])
        pulse(database, made, 4, newest + timedelta(microseconds=1))
        assert one(http, goal["id"])["stale"] is stale
    compute(database)
    assert (one(http, goal["id"])["stale"], one(http, goal["id"])["current_value"]) == (False, 6)
