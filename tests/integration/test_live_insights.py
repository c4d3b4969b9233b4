"""Pressing insights are pushed when they are new, and move no number of the alerts."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import httpx
import pytest
import redis

from db.insights import save_insights
from db.pool import connect
from db.records import Severity
from tests.integration.alert_rows import new_tenant, raise_alert
from tests.integration.live_client import subscribed
from tests.integration.modelling import alive
from tests.integration.test_models_findings import insight
from tests.serving import KEY, Api, serving
from workers.wake import Waker

pytestmark = [
    pytest.mark.req("S3-65"),
    pytest.mark.one_engine("pushing reads tables that are the same on every engine"),
]
NOW = datetime.now(UTC)


@pytest.fixture(scope="module")
def api(database: str, redis_url: str) -> Iterator[Api]:
    with serving(database, redis_url, live_poll=0.05, live_heartbeat=0.2, live_insights=0.1) as running:
        yield running


def found(database: str, key: str, severity: str, tenant: int = 1, **more: object) -> str:
    """A new insight. Returns its id."""
    with connect(database) as conn:
        row = conn.execute("select id from series where metric = 'load' and tenant_id = %s", (tenant,)).fetchone()
        series = row[0] if row else alive(conn, "load", tenant=tenant, shard=1, host="a")
        one = insight(series, key, severity=Severity(severity), expires_at=NOW + timedelta(days=7), **more)
        save_insights(conn, tenant, "insights", [one], [], NOW)
        return one.id(tenant)


async def test_a_pressing_insight_reaches_subscribers_once(api: Api, database: str) -> None:
    found(database, "before", "critical")
    async with subscribed(api) as client:
        await client.hear_kind("heartbeat")
        await asyncio.sleep(0.3)  # a look at what was there before: it is not told
        found(database, "calm", "medium")
        new = found(database, "new", "critical", labels={"host": "a"})
        message = await client.hear_kind("insight")
        assert (message["insight"]["insight_id"], message["insight"]["severity"]) == (new, "critical")
        assert "seq" not in message
        found(database, "new", "critical", title="Said again")
        seq = raise_alert(database)
        assert (await client.hear_kind("alert"))["seq"] == seq
        next_one = found(database, "next", "high")
        assert (await client.hear_kind("insight"))["insight"]["insight_id"] == next_one


async def test_filters_hold_for_insights_and_tenants_hear_their_own(api: Api, database: str) -> None:
    other = new_tenant(database, "insights")
    async with subscribed(api, metric="disk*", severity="critical") as client:
        await client.hear_kind("heartbeat")
        await asyncio.sleep(0.3)
        found(database, "theirs", "critical", tenant=other, metric="disk.used")
        found(database, "cpu", "critical")
        found(database, "disk high", "high", metric="disk.used")
        mine = found(database, "disk", "critical", metric="disk.used")
        assert (await client.hear_kind("insight"))["insight"]["insight_id"] == mine


async def test_server_sent_events_carry_them_too(api: Api, database: str) -> None:
    headers = {"Authorization": f"Bearer {KEY}"}
    async with (
        httpx.AsyncClient(base_url=api.http, headers=headers, timeout=60) as http,
        http.stream("GET", "/api/v1/live/events", params={"severity": "high"}) as stream,
    ):
        lines = stream.aiter_lines()
        async for line in lines:
            if line == "event: heartbeat":
                break
        await asyncio.sleep(0.3)
        new = found(database, "sse", "high")
        async for line in lines:
            if line == "event: insight":
                break
        assert new in await anext(lines)


def test_models_wake_the_hub(redis_url: str) -> None:
    with redis.Redis.from_url(redis_url, decode_responses=True) as client, client.pubsub() as heard:
        heard.subscribe("tidewatch:live")
        heard.get_message(timeout=5)
        waker = Waker(redis_url)
        waker.found()
        waker.close()
        message = heard.get_message(timeout=5)
        assert message is not None
        assert message["data"] == ""
