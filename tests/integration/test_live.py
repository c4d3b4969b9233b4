"""Live push over WebSocket, with real servers and a client that is not ours."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from tests.integration.alert_rows import forget_alerts, new_tenant, raise_alert, raise_alerts
from tests.integration.live_client import connected, known, subscribed
from tests.serving import Api, serving

pytestmark = pytest.mark.one_engine("pushing reads tables that are the same on every engine")

QUICK = {"live_poll": 0.05, "live_heartbeat": 0.2}


@pytest.fixture(scope="module")
def api(database: str) -> Iterator[Api]:
    with serving(database, **QUICK) as running:
        yield running


async def test_an_alert_reaches_a_subscriber(api: Api, database: str) -> None:
    async with subscribed(api) as client:
        seq = raise_alert(database, "cpu.load", "critical", labels={"host": "b"})
        message = await client.hear_kind("alert")
    assert message["seq"] == seq
    assert message["alert"]["metric"] == "cpu.load"
    assert message["alert"]["labels"] == {"host": "b"}


async def test_ready_says_the_newest_number(api: Api, database: str) -> None:
    seq = raise_alert(database)
    async with known(api) as client:
        assert client.seq == seq


async def test_without_after_it_begins_at_now(api: Api, database: str) -> None:
    async with known(api) as client:
        past = raise_alert(database)
        await client.say(type="subscribe")
        heard = asyncio.create_task(client.alerts(1))
        while not heard.done():
            raise_alert(database)
            await asyncio.sleep(0.05)
        assert heard.result()[0] > past


async def test_it_resumes_after_a_number_without_gap_or_double(api: Api, database: str) -> None:
    first = raise_alert(database)
    past = raise_alerts(database, 1200)
    async with subscribed(api, after=first) as client:
        heard = await client.alerts(1000)
        coming = raise_alerts(database, 50)
        heard += await client.alerts(250)
    assert heard == past + coming


async def test_filters_hold_for_the_past_and_for_what_comes(api: Api, database: str) -> None:
    async with known(api) as client:
        raise_alert(database, "mem.free", "critical")
        raise_alert(database, "cpu.load", "medium")
        past = raise_alert(database, "cpu.load", "critical", labels={"host": "a", "zone": "x"})
        wish = {"severity": "high", "metric": "cpu.*", "labels": {"host": "a"}}
        await client.say(type="subscribe", after=client.seq, **wish)
        assert await client.alerts(1) == [past]
        raise_alert(database, "cpu.load", "critical", labels={"host": "b"})
        coming = raise_alert(database, "cpu.idle", "high")
        assert await client.alerts(1) == [coming]


async def test_a_new_filter_changes_what_comes_and_repeats_nothing(api: Api, database: str) -> None:
    async with subscribed(api, metric="a.*") as client:
        first = raise_alert(database, "a.x")
        assert await client.alerts(1) == [first]
        await client.say(type="subscribe", metric="b.*", after=0)
        await client.hear_kind("heartbeat")
        raise_alert(database, "a.x")
        second = raise_alert(database, "b.x")
        assert await client.alerts(1) == [second]


async def test_heartbeats_say_how_far_one_was_told(api: Api, database: str) -> None:
    async with subscribed(api, metric="nothing") as client:
        seq = raise_alert(database)
        while (await client.hear_kind("heartbeat"))["seq"] != seq:
            pass


async def test_what_is_not_kept_asks_for_a_resync_and_goes_on_from_now(api: Api, database: str) -> None:
    old, kept = raise_alert(database), raise_alert(database)
    forget_alerts(database, old)
    async with subscribed(api, after=1) as client:
        assert await client.hear_kind("resync_required") == {"type": "resync_required", "oldest": kept}
        await client.hear_kind("heartbeat")
        coming = raise_alert(database)
        assert await client.alerts(1) == [coming]


async def test_a_number_from_the_future_asks_for_a_resync(api: Api) -> None:
    async with subscribed(api, after=10**12) as client:
        await client.hear_kind("resync_required")


async def test_tenants_do_not_hear_of_each_other(api: Api, database: str) -> None:
    other = new_tenant(database, "other")
    async with subscribed(api) as client:
        raise_alert(database, "secret", tenant=other)
        own = raise_alert(database, "own")
        message = await client.hear_kind("alert")
        assert (message["seq"], message["alert"]["metric"]) == (own, "own")


async def test_who_does_not_say_who_it_is_is_closed(database: str) -> None:
    with serving(database, live_auth=0.1) as api:
        async with connected(api) as client:
            assert await client.closed() == (4401, "say who you are within 0.1 s")


@pytest.mark.parametrize("first", [{"type": "subscribe"}, {"type": "auth", "token": "nobody"}, {"type": "auth"}, {}])
async def test_a_wrong_first_message_is_closed(api: Api, first: dict[str, str]) -> None:
    async with connected(api) as client:
        await client.say(**first)
        code, reason = await client.closed()
    assert code == 4401
    assert reason


async def test_messages_that_are_not_understood_are_answered_and_counted(api: Api) -> None:
    async with known(api) as client:
        await client.say(type="subscribe", severity="awful")
        assert "severity" in (await client.hear_kind("error"))["reason"]
        await client.say(type="dance")
        await client.hear_kind("error")
        await client.socket.send("{")
        assert (await client.closed())[0] == 4400


async def test_a_binary_message_is_not_understood(api: Api) -> None:
    async with known(api) as client:
        await client.socket.send(b"\x00\x01")
        assert (await client.hear_kind("error"))["reason"]
