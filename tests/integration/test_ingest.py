"""Points and events through HTTP into the journal, on a real server."""

import asyncio
import gzip
import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import orjson
import pytest
import zstandard
from fastapi import FastAPI

from api.app import create_app
from api.ingest.accept import now_us
from api.ingest.gate import Gate
from db import access
from db.journal_codec import unpack_events, unpack_points
from db.settings import DatabaseSettings

NOW_MS = now_us() // 1000
PROBLEM = "application/problem+json"


@pytest.fixture(scope="module")
async def app(database: str) -> AsyncIterator[FastAPI]:
    app = create_app(database=DatabaseSettings(database_url=database, redis_url=""))
    async with app.router.lifespan_context(app):
        yield app


@pytest.fixture(scope="module")
async def client(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    _, key = await access.create_key(app.state.stores.pool, 1, "test", ["ingest"])
    transport = httpx.ASGITransport(app)
    headers = {"Authorization": f"Bearer {key}"}
    async with httpx.AsyncClient(transport=transport, base_url="http://tidewatch", headers=headers) as client:
        yield client


async def journal(app: FastAPI, metric: str) -> list[tuple[int, float]]:
    """(t in ms, v) of a metric's points in the journal, in order."""
    ids = [row["id"] for row in await app.state.stores.pool.fetch("select id from series where metric = $1", metric)]
    rows = await app.state.stores.pool.fetch("select payload from journal where kind = 1 order by id")
    parts = [unpack_points(row["payload"]) for row in rows]
    return [(int(t) // 1000, float(v)) for p in parts for i, t, v in zip(p.ids, p.t, p.v, strict=True) if i in ids]


async def journal_events(app: FastAPI, event_type: str) -> list[Any]:
    rows = await app.state.stores.pool.fetch("select payload from journal where kind = 2 order by id")
    return [e for row in rows for e in unpack_events(row["payload"]) if e.event_type == event_type]


def columns(metric: str, v: list[Any], t: list[Any] | None = None, **more: Any) -> dict[str, Any]:
    t = [NOW_MS + i for i in range(len(v))] if t is None else t
    return {"series": [{"metric": metric, "t": t, "v": v, **more}]}


async def test_points_are_in_the_journal_when_they_are_acknowledged(app: FastAPI, client: httpx.AsyncClient) -> None:
    answer = await client.post("/api/v1/ingest", json=columns("plain", [1, 2.5], labels={"host": "a"}))
    assert answer.status_code == 202
    assert answer.json() == {"accepted": 2, "duplicate": 0, "late": 0, "rejected": []}
    assert await journal(app, "plain") == [(NOW_MS, 1.0), (NOW_MS + 1, 2.5)]


async def test_the_good_rows_of_a_partly_bad_batch_are_kept(app: FastAPI, client: httpx.AsyncClient) -> None:
    body = json.dumps(columns("partly", [1, float("nan"), "x", 4], [NOW_MS, NOW_MS, NOW_MS, 5]))
    answer = await client.post("/api/v1/ingest", content=body)
    assert answer.status_code == 202 and answer.json()["accepted"] == 1
    assert [row["index"] for row in answer.json()["rejected"]] == [1, 2, 3]
    assert await journal(app, "partly") == [(NOW_MS, 1.0)]


async def test_of_two_points_at_one_time_the_later_wins(app: FastAPI, client: httpx.AsyncClient) -> None:
    answer = await client.post("/api/v1/ingest", json=columns("twice", [1, 2, 3], [NOW_MS, NOW_MS + 5, NOW_MS]))
    assert (answer.json()["accepted"], answer.json()["duplicate"]) == (2, 1)
    assert sorted(await journal(app, "twice")) == [(NOW_MS, 3.0), (NOW_MS + 5, 2.0)]


async def test_old_points_are_taken_and_called_late(client: httpx.AsyncClient) -> None:
    answer = await client.post("/api/v1/ingest", json=columns("old", [1, 2], [NOW_MS, NOW_MS - 3_600_000]))
    assert (answer.json()["accepted"], answer.json()["late"]) == (2, 1)


@pytest.mark.parametrize("key", ["mine", None])
async def test_the_same_batch_twice_adds_nothing(app: FastAPI, client: httpx.AsyncClient, key: str | None) -> None:
    headers = {"Idempotency-Key": key} if key else {}
    body = columns(f"again.{key}", [1, 2, None])
    first = await client.post("/api/v1/ingest", json=body, headers=headers)
    second = await client.post("/api/v1/ingest", json=body, headers=headers)
    assert first.json()["accepted"] == 2
    assert second.status_code == 202
    assert second.json() == first.json() | {"accepted": 0, "duplicate": 2}
    assert len(await journal(app, f"again.{key}")) == 2


async def test_one_batch_sent_many_times_at_once_is_one_batch(app: FastAPI, client: httpx.AsyncClient) -> None:
    body = columns("storm", [1, 2])
    answers = await asyncio.gather(*(client.post("/api/v1/ingest", json=body) for _ in range(8)))
    assert sorted(a.json()["accepted"] for a in answers) == [0] * 7 + [2]
    assert len(await journal(app, "storm")) == 2


async def test_a_key_with_another_body_is_refused(app: FastAPI, client: httpx.AsyncClient) -> None:
    headers = {"Idempotency-Key": "reused"}
    await client.post("/api/v1/ingest", json=columns("reused", [1]), headers=headers)
    answer = await client.post("/api/v1/ingest", json=columns("reused", [2]), headers=headers)
    assert answer.status_code == 422
    assert len(await journal(app, "reused")) == 1


@pytest.mark.parametrize(("encoding", "pack"), [("gzip", gzip.compress), ("zstd", zstandard.compress)])
async def test_packed_bodies_are_taken(client: httpx.AsyncClient, encoding: str, pack: Any) -> None:
    body = pack(orjson.dumps(columns(f"packed.{encoding}", [1])))
    answer = await client.post("/api/v1/ingest", content=body, headers={"Content-Encoding": encoding})
    assert answer.json()["accepted"] == 1


@pytest.mark.req("S3-94")
async def test_line_protocol_is_taken(app: FastAPI, client: httpx.AsyncClient) -> None:
    lines = f'disk,host=a used=5i,free=7.5 {NOW_MS}\ndisk,host=a used=x {NOW_MS}\ndisk,host=b used="5" {NOW_MS}\n'
    answer = await client.post("/api/v1/write?precision=ms", content=lines, headers={"Content-Type": "text/plain"})
    assert answer.status_code == 202 and answer.json()["accepted"] == 2
    assert [row["index"] for row in answer.json()["rejected"]] == [1, 2]
    assert await journal(app, "disk.used") == [(NOW_MS, 5.0)]


async def test_lines_without_times_are_not_mistaken_for_repeats(app: FastAPI, client: httpx.AsyncClient) -> None:
    for _ in range(2):
        assert (await client.post("/api/v1/write", content="tick v=1")).json()["accepted"] == 1
    assert len(await journal(app, "tick.v")) == 2


async def test_events_are_in_the_journal_when_they_are_acknowledged(app: FastAPI, client: httpx.AsyncClient) -> None:
    event = {"event_type": "paid", "event_id": "e1", "user_id": "u", "properties": {"revenue": 99.99}}
    answer = await client.post("/api/v1/events", json={"events": [event, event, {"event_type": 5}]})
    assert answer.status_code == 202
    assert (answer.json()["accepted"], answer.json()["duplicate"]) == (1, 1)
    assert answer.json()["rejected"] == [{"index": 2, "reason": "event_type must be text"}]
    assert [e.properties for e in await journal_events(app, "paid")] == [{"revenue": 99.99}]


@pytest.mark.req("S4-03", "S4-20")
async def test_events_are_tracked_alone_and_in_lists(app: FastAPI, client: httpx.AsyncClient) -> None:
    one = {"event_type": "seen", "content_id": "123456"}
    assert (await client.post("/track", json=one)).json()["accepted"] == 1
    assert (await client.post("/track", json=[one, one])).json()["accepted"] == 2
    assert len(await journal_events(app, "seen")) == 3


@pytest.mark.parametrize(
    ("path", "body", "headers", "status"),
    [
        ("/api/v1/ingest", b"{", {}, 400),
        ("/api/v1/ingest", b"[" * 99_999, {}, 400),
        ("/api/v1/ingest", b'{"series": [{"metric": "\xff"}]}', {}, 400),
        ("/api/v1/ingest", b'{"series": []}', {}, 400),
        ("/api/v1/ingest", b'{"points": [{"metric": "m", "t": 5, "v": 1}]}', {}, 400),
        ("/api/v1/ingest", b"{}", {"Content-Type": "text/csv"}, 415),
        ("/api/v1/ingest", b"{}", {"Content-Encoding": "br"}, 415),
        ("/api/v1/ingest", b" " * (17 << 20), {}, 413),
        ("/api/v1/ingest", gzip.compress(b" " * (65 << 20), 1), {"Content-Encoding": "gzip"}, 413),
        ("/api/v1/ingest", b"{}", {"Idempotency-Key": "k" * 201}, 400),
        ("/api/v1/ingest", b"{}", {"Authorization": "Bearer wrong"}, 401),
        ("/api/v1/write", b"", {}, 400),
        ("/api/v1/write?precision=h", b"m v=1", {}, 400),
        ("/api/v1/events", b'{"events": [{}]}', {}, 400),
        ("/track", b"5", {}, 400),
    ],
)
async def test_what_cannot_be_used_is_a_clear_problem(
    client: httpx.AsyncClient, path: str, body: bytes, headers: dict[str, str], status: int
) -> None:
    answer = await client.post(path, content=body, headers=headers)
    assert answer.status_code == status
    assert answer.headers["content-type"] == PROBLEM and answer.json()["detail"]


async def test_when_nothing_is_usable_each_reason_is_told(client: httpx.AsyncClient) -> None:
    answer = await client.post("/api/v1/ingest", json=columns("unusable", [None, "x"]))
    assert answer.status_code == 400
    assert [row["index"] for row in answer.json()["rejected"]] == [0, 1]


async def test_over_the_limit_of_series_points_overflow_and_it_is_told(app: FastAPI, client: httpx.AsyncClient) -> None:
    count = await app.state.stores.pool.fetchval("select series_count from tenants where id = 1")
    await app.state.stores.pool.execute("update tenants set series_limit = $1 where id = 1", count + 1)
    try:
        series = [columns("bomb", [i], [NOW_MS], labels={"i": str(i)})["series"][0] for i in range(4)]
        answer = (await client.post("/api/v1/ingest", json={"series": series})).json()
    finally:
        await app.state.stores.pool.execute("update tenants set series_limit = 100000 where id = 1")
    assert (answer["accepted"], answer["overflow"]) == (4, 3)
    assert "__overflow__" in answer["warnings"][0]
    assert len(await journal(app, "bomb")) + len(await journal(app, "__overflow__")) == 4


async def test_a_journal_too_far_behind_says_when_to_come_again(app: FastAPI, client: httpx.AsyncClient) -> None:
    await client.post("/api/v1/ingest", json=columns("before", [1]))
    gate, app.state.desk.gate = app.state.desk.gate, Gate(app.state.intake, 1)
    try:
        answer = await client.post("/api/v1/ingest", json=columns("behind", [1]))
    finally:
        app.state.desk.gate = gate
    assert answer.status_code == 429
    assert 1 <= int(answer.headers["Retry-After"]) <= 60
    assert await journal(app, "behind") == []


async def test_points_of_a_dropped_time_are_refused(app: FastAPI, client: httpx.AsyncClient) -> None:
    await app.state.stores.pool.execute("insert into dropped_ranges values ('2001-01-01', '2001-01-08')")
    app.state.intake._closed = (-1e9, [])
    times = ["2000-12-31T23:59:59Z", "2001-01-01T00:00:00Z", "2001-01-08T00:00:00Z"]
    answer = (await client.post("/api/v1/ingest", json=columns("dropped", [1, 2, 3], times))).json()
    assert answer["accepted"] == 2
    assert answer["rejected"][0]["index"] == 1 and "dropped by retention" in answer["rejected"][0]["reason"]


async def test_the_openapi_document_describes_the_bodies(client: httpx.AsyncClient) -> None:
    paths = (await client.get("/openapi.json")).json()["paths"]
    for path in ("/api/v1/ingest", "/api/v1/write", "/api/v1/events", "/track"):
        post = paths[path]["post"]
        assert post["requestBody"]["content"] and "202" in post["responses"]
        assert "$defs" not in json.dumps(post)
