"""Who may listen, and for how long."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from api.live import socket
from tests.integration.alert_rows import raise_alert
from tests.integration.live_client import connected, known, subscribed
from tests.serving import KEY, Api, serving, user

pytestmark = pytest.mark.one_engine("pushing reads tables that are the same on every engine")

SHORT_LIVED = {"live_poll": 0.05, "live_heartbeat": 0.2, "token_minutes": 4 / 60}


@pytest.fixture(scope="module")
def api(database: str) -> Iterator[Api]:
    with serving(database, **SHORT_LIVED) as running:
        yield running


async def make_key(api: Api, *scopes: str) -> tuple[str, str]:
    """Id and text of a new key."""
    async with httpx.AsyncClient(base_url=api.http, headers={"Authorization": f"Bearer {KEY}"}, timeout=60) as client:
        made = (await client.post("/api/v1/keys", json={"name": "k", "scopes": list(scopes)})).json()
    return made["id"], made["key"]


async def token(api: Api, database: str) -> str:
    """An access token that lives for four seconds: long enough to come in on a busy machine."""
    email, password = user(database)
    async with httpx.AsyncClient(base_url=api.http, timeout=60) as client:
        login = await client.post("/api/v1/auth/login", json={"email": email, "password": password})
    return login.json()["access_token"]


async def test_a_user_may_listen_until_the_token_expires(api: Api, database: str) -> None:
    async with known(api, await token(api, database)) as client:
        code, reason = await client.closed()
    assert code == 4401
    assert "expired" in reason


async def test_a_fresh_token_goes_in_place_of_the_old(api: Api, database: str) -> None:
    async with subscribed(api, token=await token(api, database)) as client:
        await client.say(type="auth", token=KEY)
        for _ in range(24):  # more than four seconds
            await client.hear_kind("heartbeat")
        seq = raise_alert(database)
        assert await client.alerts(1) == [seq]


async def test_a_bad_fresh_token_leaves_the_old_in_force(api: Api, database: str) -> None:
    async with subscribed(api) as client:
        await client.say(type="auth", token="nobody")
        assert "not known" in (await client.hear_kind("error"))["reason"]
        seq = raise_alert(database)
        assert await client.alerts(1) == [seq]


async def test_a_key_that_may_not_read_may_not_listen(api: Api) -> None:
    _, key = await make_key(api, "ingest")
    async with connected(api) as client:
        await client.say(type="auth", token=key)
        assert (await client.closed())[0] == 4403


async def test_a_revoked_key_stops_hearing(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "RECHECK_SECONDS", 0.1)
    number, key = await make_key(api, "read")
    async with (
        known(api, key) as client,
        httpx.AsyncClient(headers={"Authorization": f"Bearer {KEY}"}, timeout=60) as http,
    ):
        await http.delete(f"{api.http}/api/v1/keys/{number}")
        assert (await client.closed())[0] == 4401
