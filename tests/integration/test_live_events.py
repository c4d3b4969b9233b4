"""Live push as server-sent events."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import httpx
import pytest

from tests.integration.alert_rows import raise_alert, raise_alerts
from tests.integration.live_client import known
from tests.serving import KEY, Api, free_port, serving

pytestmark = pytest.mark.one_engine("pushing reads tables that are the same on every engine")

AUTH = {"Authorization": f"Bearer {KEY}"}


@pytest.fixture(scope="module")
def api(database: str) -> Iterator[Api]:
    with serving(database, live_poll=0.05, live_heartbeat=0.2) as running:
        yield running


@asynccontextmanager
async def listening(api: Api, headers: dict[str, str] | None = None, **params: object) -> AsyncIterator[AsyncIterator]:
    """(event, id, data) of each event."""
    async with (
        httpx.AsyncClient(headers=AUTH | (headers or {}), timeout=60) as client,
        client.stream("GET", f"{api.http}/api/v1/live/events", params=params) as response,
    ):
        assert response.status_code == 200, await response.aread()
        assert response.headers["content-type"].startswith("text/event-stream")
        yield events(response)


async def events(response: httpx.Response) -> AsyncIterator[tuple[str, int | None, dict]]:
    fields: dict[str, str] = {}
    async for line in response.aiter_lines():
        if line:
            name, _, value = line.partition(": ")
            fields[name] = value
        else:
            number = int(fields["id"]) if "id" in fields else None
            yield fields["event"], number, json.loads(fields["data"])
            fields = {}


async def alerts(stream: AsyncIterator, count: int) -> list[int]:
    heard: list[int] = []
    while len(heard) < count:
        event, number, data = await anext(stream)
        if event == "alert":
            assert number == data["seq"]
            heard.append(number)
    return heard


async def test_alerts_come_as_events_after_a_number(api: Api, database: str) -> None:
    first, *rest = raise_alerts(database, 4)
    async with listening(api, after=first) as stream:
        assert (await anext(stream))[0] == "ready"
        assert await alerts(stream, 3) == rest
        coming = raise_alert(database)
        assert await alerts(stream, 1) == [coming]


async def test_it_resumes_after_the_last_event_id(api: Api, database: str) -> None:
    _, last, *rest = raise_alerts(database, 4)
    async with listening(api, {"Last-Event-ID": str(last)}, after=1) as stream:
        assert await alerts(stream, 2) == rest


async def test_filters_stand_in_the_address(api: Api, database: str) -> None:
    first = raise_alert(database)
    raise_alert(database, "cpu.load", "low")
    raise_alert(database, "cpu.load", "high", labels={"host": "z"})
    wanted = raise_alert(database, "cpu.load", "high")
    wish = {"severity": "medium", "metric": "cpu.*", "label.host": "a"}
    async with listening(api, after=first, **wish) as stream:
        assert await alerts(stream, 1) == [wanted]


async def test_heartbeats_carry_the_number_to_resume_after(api: Api, database: str) -> None:
    newest = raise_alert(database)
    async with listening(api) as stream:
        while (await anext(stream))[:2] != ("heartbeat", newest):
            pass


@pytest.mark.parametrize("last", ["x", "-1", "9" * 30])
async def test_a_strange_last_event_id_is_refused(api: Api, last: str) -> None:
    async with httpx.AsyncClient(headers=AUTH | {"Last-Event-ID": last}, timeout=60) as client:
        assert (await client.get(f"{api.http}/api/v1/live/events")).status_code == 422


async def test_a_stranger_hears_nothing(api: Api) -> None:
    async with httpx.AsyncClient(timeout=60) as client:
        assert (await client.get(f"{api.http}/api/v1/live/events")).status_code == 401


async def test_a_term_signal_ends_streams_with_the_number_to_come_back_with(database: str) -> None:
    port = free_port()
    environment = {"TIDEWATCH_PORT": str(port), "TIDEWATCH_DATABASE_URL": database, "TIDEWATCH_BOOTSTRAP_KEY": KEY}
    code = "from api.server import serve; from api.settings import settings; serve(settings())"
    seq = raise_alert(database)
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, env=os.environ | environment) as process:  # noqa: ASYNC220  # once, and quick
        try:
            api = await answering(Api(port))
            async with listening(api) as stream, known(api) as client:
                assert (await anext(stream))[:2] == ("ready", seq)
                process.send_signal(signal.SIGTERM)
                goodbye = [event async for event in stream][-1]
                assert goodbye[2]["reason"] == f"server restarts: reconnect with after={seq}"
                assert await client.closed() == (1012, f"server restarts: reconnect with after={seq}")
            assert process.wait(60) in (0, -signal.SIGTERM)
        finally:
            process.kill()


async def answering(api: Api) -> Api:
    """Wait for a server that starts."""
    async with httpx.AsyncClient(timeout=60) as client:
        while True:
            try:
                await client.get(f"{api.http}/health")
            except httpx.ConnectError:
                continue
            return api
