"""How the service says that it is well, or not."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest

from api import documented
from api.app import create_app
from api.settings import ApiSettings
from db.settings import DatabaseSettings
from tests.engines import Server, fresh_database
from tests.redis_process import RedisProcess
from tests.serving import KEY, Api, free_port, serving

AUTH = {"Authorization": f"Bearer {KEY}"}


@pytest.fixture(scope="module")
def api(database: str) -> Iterator[Api]:
    redis = RedisProcess()
    redis.start()
    with serving(database, redis.url) as running:
        yield running
    redis.kill()


def get(api: Api, path: str, **headers: str) -> httpx.Response:
    return httpx.get(api.http + path, headers=headers, timeout=60)  # a description of everything takes a while


def test_health_names_the_engine(api: Api, server: Server) -> None:
    health = get(api, "/health").json()
    assert (health["status"], health["engine"]) == ("ok", server.engine)
    assert health["version"]


def test_without_redis_it_is_degraded_but_ready(database: str) -> None:
    with serving(database, f"redis://127.0.0.1:{free_port()}/0") as api:
        assert get(api, "/health").json()["status"] == "degraded"
        assert get(api, "/ready").json() == {"ready": True}


def test_no_redis_by_choice_is_well(database: str) -> None:
    with serving(database) as api:
        health = get(api, "/health").json()
        assert (health["status"], health["redis"]) == ("ok", "none")


def test_without_its_database_it_is_degraded_and_not_ready(server: Server) -> None:
    with fresh_database(server) as url, serving(url) as api, psycopg.connect(server.dsn, autocommit=True) as conn:
        conn.execute(f"drop database {url.rsplit('/', 1)[1]} with (force)")
        assert get(api, "/health").json()["status"] == "degraded"
        ready = get(api, "/ready")
        assert (ready.status_code, ready.json()) == (503, {"ready": False})
        refused = get(api, "/api/v1/auth/me", **AUTH)
        assert refused.status_code == 503
        assert refused.headers["Retry-After"]
        conn.execute(f"create database {url.rsplit('/', 1)[1]}")


async def test_a_start_without_a_database_ends_with_the_reason() -> None:
    config = ApiSettings(database_wait=0, page=Path("no page"))
    app = create_app(config, DatabaseSettings(database_url=f"postgresql://postgres@127.0.0.1:{free_port()}/x"))
    with pytest.raises(SystemExit, match="did not answer"):
        async with app.router.lifespan_context(app):
            pass


def test_metrics_need_a_key_and_count_requests_by_route(api: Api) -> None:
    get(api, "/api/v1/keys/nothing", **AUTH)
    assert get(api, "/metrics").status_code == 401
    text = get(api, "/metrics", **AUTH).text
    assert 'route="/api/v1/keys/{key_id}",status="404"' in text


def test_metrics_may_be_open(database: str) -> None:
    with serving(database, metrics_open=True) as api:
        assert get(api, "/metrics").status_code == 200


def test_a_sane_request_id_comes_back_and_a_strange_one_does_not(api: Api) -> None:
    sane = get(api, "/health", **{"X-Request-ID": "abc-1.2_3"})
    strange = get(api, "/health", **{"X-Request-ID": 'x" onload="'})
    assert sane.headers["X-Request-ID"] == "abc-1.2_3"
    assert len(strange.headers["X-Request-ID"]) == 16


def test_errors_are_problems_that_name_the_request(api: Api) -> None:
    missing = get(api, "/api/v1/keys/nothing", **AUTH)
    problem = missing.json()
    assert missing.headers["Content-Type"] == "application/problem+json"
    assert (problem["status"], problem["title"]) == (404, "Not found")
    assert problem["instance"] == missing.headers["X-Request-ID"]


def test_while_the_description_is_made_for_some_others_are_served(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    began, goes_on, real, made = threading.Event(), threading.Event(), documented.told, []

    def slowly(document: dict[str, Any]) -> dict[str, Any]:
        began.set()
        assert goes_on.wait(30)
        made.append(document)
        return real(document)

    monkeypatch.setattr(documented, "told", slowly)
    with ThreadPoolExecutor(3) as aside:
        asked = [aside.submit(get, api, path) for path in ("/openapi.json", "/openapi.json", "/docs")]
        assert began.wait(60)
        assert get(api, "/health").status_code == 200
        assert not any(one.done() for one in asked)
        goes_on.set()
        assert [one.result().status_code for one in asked] == [200] * 3
    assert len(made) == 1


def test_the_api_describes_itself(api: Api) -> None:
    document = get(api, "/openapi.json").json()
    assert document["paths"]["/api/v1/auth/login"]["post"]["tags"] == ["access"]
    assert "bearer" in document["components"]["securitySchemes"]
    refused = document["paths"]["/api/v1/auth/login"]["post"]["responses"]["401"]
    assert "application/problem+json" in refused["content"]
    assert get(api, "/docs").status_code == 200
