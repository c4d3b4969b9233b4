"""Clients that are hostile or clumsy get a problem that says what is wrong, and never one of ours."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator

import httpx
import pytest

from tests.serving import KEY, Api, bootstrapped, serving, user

AUTH = {"Authorization": f"Bearer {KEY}"}
JSON = {"Content-Type": "application/json"}


@pytest.fixture(scope="module")
def api(database: str) -> Iterator[Api]:
    with serving(database) as running:
        yield running


@pytest.fixture(scope="module")
def http(api: Api) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=api.http, headers=AUTH, timeout=30) as client:
        yield client


def refused(answer: httpx.Response, *statuses: int) -> str:
    assert answer.status_code in statuses, answer.text
    assert answer.headers["Content-Type"] == "application/problem+json"
    detail: str = answer.json()["detail"]
    return detail


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("auth/login", r'{"email": "a\u0000@b", "password": "x"}'),
        ("auth/login", r'{"email": "\ud800", "password": "\udfff"}'),
        ("auth/login", r'{"\ud800": 1}'),
        ("auth/login", "[" * 30_000),
        ("auth/login", "1" * 30_000),
        ("keys", r'{"name": "\u0000", "scopes": ["read"]}'),
        ("keys", '{"name": "k", "scopes": ["read"], "expires_at": "9999-12-31T23:59:59-23:59"}'),
        ("keys", '{"name": "k", "scopes": ["read"], "expires_at": "0001-01-01T00:00:00+23:59"}'),
        ("users", r'{"email": "a\u0000@b", "password": "a good password", "role": "viewer"}'),
    ],
)
def test_what_cannot_be_stored_is_refused(http: httpx.Client, path: str, body: str) -> None:
    refused(http.post(f"/api/v1/{path}", content=body, headers=JSON), 400, 422)


@pytest.mark.parametrize("method", ["GET", "PATCH", "DELETE"])
def test_a_key_whose_id_holds_nul_is_none(http: httpx.Client, method: str) -> None:
    refused(http.request(method, "/api/v1/keys/%00", json={"name": "x"}), 422)


def test_an_event_with_half_a_character_beside_nan_is_refused(http: httpx.Client) -> None:
    refused(http.post("/track", content=rb'{"event_type": "\ud800", "x": NaN}', headers=JSON), 400)
    taken = http.post("/track", content=rb'{"event_type": "a", "\ud800": 1, "x": NaN}', headers=JSON)
    assert taken.status_code == 202 and "\\ud800" in taken.json()["warnings"][0]


@pytest.mark.parametrize("v", [1.7e308, 5e-324, 1e-200])
def test_no_value_makes_a_trend_fail(http: httpx.Client, v: float) -> None:
    now = int(time.time())
    points = [{"metric": f"v{v}", "t": now - 60 + i, "v": sign * v} for i, sign in enumerate((1, 1, -1))]
    answer = http.post("/api/v1/ingest", json={"points": [*points, {"metric": f"v{v}", "t": now, "v": 1}]})
    assert answer.status_code == 202
    for agg in ("avg", "sum", "max", "p95", "rate"):
        query = {"metric": f"v{v}", "agg": agg, "bucket": "15m", "compare": "previous"}
        assert http.get("/api/v1/trends", params=query).status_code == 200


def test_a_key_of_200_characters_may_be_of_any_script(http: httpx.Client) -> None:
    point = {"points": [{"metric": "m", "t": int(time.time()), "v": 1}]}
    for key, status in (("é" * 200, 202), ("鍵" * 200, 202), ("鍵" * 201, 400)):
        answer = http.post("/api/v1/ingest", json=point, headers={"Idempotency-Key": key.encode()})
        assert answer.status_code == status, answer.text


@pytest.mark.parametrize("zone", ["localtime", "../../etc/passwd", "Europe", "", "posix/../UTC"])
def test_a_zone_is_an_iana_name(http: httpx.Client, zone: str) -> None:
    http.post("/api/v1/ingest", json={"points": [{"metric": "zoned", "t": int(time.time()), "v": 1}]})
    refused(http.get("/api/v1/trends", params={"metric": "zoned", "timezone": zone}), 400)


def test_an_address_that_is_none_says_where_to_look(http: httpx.Client) -> None:
    assert "/openapi.json" in refused(http.get("/api/v1/nothing"), 404)
    assert "/openapi.json" in refused(http.put("/api/v1/series"), 405)


def test_a_second_tenant_cannot_be_guessed_by_login(http: httpx.Client, database: str) -> None:
    email, _ = user(database)
    wrong = http.post("/api/v1/auth/login", json={"email": email, "password": "wrong"})
    nobody = http.post("/api/v1/auth/login", json={"email": "nobody@example.org", "password": "wrong"})
    assert refused(wrong, 401) == refused(nobody, 401)


def test_a_made_up_address_is_no_way_around_the_brake(http: httpx.Client, database: str) -> None:
    email, _ = user(database)
    said = [
        http.post(
            "/api/v1/auth/login", json={"email": email, "password": "no"}, headers={"X-Forwarded-For": f"10.0.0.{i}"}
        )
        for i in range(6)
    ]
    assert [answer.status_code for answer in said] == [401] * 5 + [429]


def test_a_bootstrap_key_may_hold_dots(http: httpx.Client, database: str) -> None:
    key = "my.own.key-0123456789"
    asyncio.run(bootstrapped(database, key))
    answer = http.get("/api/v1/auth/me", headers={"Authorization": f"Bearer {key}"})
    assert answer.status_code == 200 and answer.json()["name"] == "bootstrap"
