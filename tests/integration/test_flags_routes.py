"""Feature flags over HTTP: listed, changed at run time, and a route that is there only while its flag is on."""

from __future__ import annotations

import time
from collections.abc import Iterator

import httpx
import pytest
from fastapi import FastAPI

from api import errors
from api.auth import Authenticator
from api.deps import CanRead
from api.flags import BELIEVED_SECONDS, Flags, flag
from api.tokens import Signer
from db import access
from db.flags import PostgresFlags
from db.pool import open_pool
from db.postgres import PostgresAccess
from tests.integration.alert_rows import new_tenant
from tests.integration.reading import reader
from tests.serving import user

pytestmark = pytest.mark.one_engine("flags stand in tables that are the same on every engine")

FLAGS = "/api/v1/flags"


@pytest.fixture(scope="module")
def http(database: str) -> Iterator[httpx.Client]:
    with reader(database) as client:
        yield client


@pytest.mark.req("S3-32")
def test_flags_are_listed_and_changed_at_run_time(http: httpx.Client) -> None:
    names = [item["name"] for item in http.get(FLAGS).json()["items"]]
    assert names == sorted(names)
    assert {"persistence", "analytics_dashboard"} <= set(names)
    put = http.put(f"{FLAGS}/persistence", json={"enabled": False, "settings": {"note": "maintenance"}}).json()
    assert (put["enabled"], put["on"], put["source"], put["changed_by"]) == (False, False, "runtime", "bootstrap")
    assert http.get(f"{FLAGS}/persistence").json() == put
    assert http.delete(f"{FLAGS}/persistence").status_code == 204
    again = http.get(f"{FLAGS}/persistence").json()
    assert (again["enabled"], again["source"], again["settings"]) == (True, "declared", {})


@pytest.mark.req("S3-32")
def test_a_flag_is_off_while_what_it_depends_on_is_off(http: httpx.Client) -> None:
    http.put(f"{FLAGS}/entity_manager", json={"enabled": False})
    try:
        for name in ("analytics_dashboard", "analytics_dashboard_enhanced"):
            one = http.get(f"{FLAGS}/{name}").json()
            assert (one["enabled"], one["on"]) == (True, False)
    finally:
        http.delete(f"{FLAGS}/entity_manager")
    assert http.get(f"{FLAGS}/analytics_dashboard_enhanced").json()["on"] is True


def test_strange_flags_are_refused(http: httpx.Client) -> None:
    for method in ("get", "delete"):
        assert getattr(http, method)(f"{FLAGS}/nothing").status_code == 404
    assert http.put(f"{FLAGS}/nothing", json={}).status_code == 404
    assert http.put(f"{FLAGS}/persistence", json={"percent": 101}).status_code == 422
    assert http.put(f"{FLAGS}/persistence", json={"enable": True}).status_code == 422
    assert http.put(f"{FLAGS}/persistence", json={"settings": {"a": "\0"}}).status_code == 422
    assert http.get(f"{FLAGS}/PERSISTENCE").status_code == 422


def test_viewers_read_flags_and_admins_change_them(http: httpx.Client, database: str) -> None:
    email, password = user(database, "viewer")
    token = http.post("/api/v1/auth/login", json={"email": email, "password": password}).json()["access_token"]
    mine = {"Authorization": f"Bearer {token}"}
    assert http.get(FLAGS, headers=mine).status_code == 200
    assert http.put(f"{FLAGS}/persistence", json={}, headers=mine).status_code == 403
    assert http.delete(f"{FLAGS}/persistence", headers=mine).status_code == 403


async def test_a_tenant_changes_its_own_flags_alone(database: str) -> None:
    other = new_tenant(database, "flags")
    pool = await open_pool(database, 1)
    try:
        flags = Flags(PostgresFlags(pool))
        await flags.store.put(other, "persistence", None, 0, {}, "they")
        assert (await flags.of(other))["persistence"].percent == 0
        assert (await flags.of(1))["persistence"].percent == 100
    finally:
        await pool.close()


@pytest.mark.req("S3-33")
async def test_a_route_is_not_there_while_its_flag_is_off(database: str) -> None:
    pool = await open_pool(database, 2)
    app = FastAPI()
    errors.install(app)

    @app.get("/dashboard", dependencies=[flag("analytics_dashboard", "Analytics dashboard disabled")])
    async def dashboard(who: CanRead) -> str:
        return who.name

    try:
        app.state.auth, app.state.flags = (
            Authenticator(PostgresAccess(pool), Signer(b"x" * 32, 5)),
            Flags(PostgresFlags(pool)),
        )
        key = (await access.create_key(pool, 1, "reader", ["read"]))[1]
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://x") as client:
            assert (await client.get("/dashboard")).status_code == 401
            mine = {"Authorization": f"Bearer {key}"}
            assert (await client.get("/dashboard", headers=mine)).json() == "reader"
            await app.state.flags.store.put(1, "persistence", False, None, {}, "ada")
            app.state.flags.forget(1)
            assert (await client.get("/dashboard", headers=mine)).status_code == 200  # persistence is apart from it
            await app.state.flags.store.put(1, "analytics_dashboard", False, None, {}, "ada")
            app.state.flags.forget(1)
            gone = await client.get("/dashboard", headers=mine)
            assert (gone.status_code, gone.json()["detail"]) == (404, "Analytics dashboard disabled")
    finally:
        for name in ("persistence", "analytics_dashboard"):
            await PostgresFlags(pool).remove(1, name)
        await pool.close()


async def test_a_change_elsewhere_acts_once_what_was_believed_is_old(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pool = await open_pool(database, 1)
    try:
        mine, theirs = Flags(PostgresFlags(pool)), Flags(PostgresFlags(pool))
        assert (await mine.of(1))["persistence"].enabled
        await theirs.store.put(1, "persistence", False, None, {}, "ada")
        now = time.monotonic()
        monkeypatch.setattr("api.flags.time.monotonic", lambda: now + BELIEVED_SECONDS + 0.001)
        assert not (await mine.of(1))["persistence"].enabled
    finally:
        await PostgresFlags(pool).remove(1, "persistence")
        await pool.close()
