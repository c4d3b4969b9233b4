"""Live push when things are slow, away or restarted. Nobody loses anything, and nobody harms others."""

from __future__ import annotations

import asyncio
import re
import socket
from collections.abc import Callable

import httpx
import psycopg
import pytest

from api.live import wire
from tests.integration.alert_rows import raise_alert, raise_alerts
from tests.integration.live_client import known, subscribed
from tests.redis_process import RedisProcess
from tests.serving import KEY, Api, serving

pytestmark = pytest.mark.one_engine("pushing reads tables that are the same on every engine")

QUICK = {"live_poll": 0.05, "live_heartbeat": 0.2}
NEVER_POLLS = {"live_poll": 3600, "live_heartbeat": 3600}
LONG = "because " * 12_500  # 100 kB


def publish(redis: RedisProcess) -> None:
    """As the pipeline does after a commit of the first tenant."""
    words = [b"PUBLISH", b"tidewatch:live", b"1"]
    with socket.create_connection(("127.0.0.1", redis.port), 5) as line:
        line.sendall(b"*3\r\n" + b"".join(b"$%d\r\n%s\r\n" % (len(word), word) for word in words))
        line.recv(100)


async def measured(api: Api, line: str) -> float:
    """A value on /metrics; 0 when it is not there."""
    async with httpx.AsyncClient(headers={"Authorization": f"Bearer {KEY}"}, timeout=60) as client:
        text = (await client.get(f"{api.http}/metrics")).text
    found = re.search(rf"^{re.escape(line)} (\S+)$", text, re.MULTILINE)
    return float(found[1]) if found else 0.0


async def until(api: Api, line: str, right: Callable[[float], bool]) -> None:
    """Wait for a value on /metrics."""
    while not right(await measured(api, line)):  # noqa: ASYNC110  # its other end sets no events
        await asyncio.sleep(0.05)


CUT = 'tidewatch_live_cut_total{reason="4408"}'
HERE = 'tidewatch_live_subscribers{transport="websocket"}'


def lazy_socket(api: Api) -> socket.socket:
    """A connection whose client end holds next to nothing."""
    line = socket.socket()
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    line.connect(("127.0.0.1", api.port))
    return line


async def test_redis_wakes_two_servers_on_one_database(database: str) -> None:
    redis = RedisProcess()
    redis.start()
    with serving(database, redis.url, **NEVER_POLLS) as one, serving(database, redis.url, **NEVER_POLLS) as two:
        async with subscribed(one) as first, subscribed(two) as second:
            seq = raise_alert(database)
            publish(redis)
            assert await first.alerts(1) == [seq]
            assert await second.alerts(1) == [seq]
    redis.kill()


async def test_redis_may_go_and_come_back(database: str) -> None:
    redis = RedisProcess()
    with serving(database, redis.url, **NEVER_POLLS) as api, pytest.MonkeyPatch.context() as patch:
        patch.setattr("db.wake.PAUSE_SECONDS", 0.1)
        async with subscribed(api) as client:
            for _ in range(2):
                seq = raise_alert(database)
                redis.start()  # its coming back is a wake-up
                assert await client.alerts(1) == [seq]
                redis.kill()


async def test_a_subscriber_resumes_at_a_restarted_server(database: str) -> None:
    with serving(database, **QUICK) as api:
        async with subscribed(api) as client:
            before = raise_alerts(database, 3)
            assert await client.alerts(3) == before
    missed = raise_alerts(database, 3)
    with serving(database, **QUICK) as api:
        async with subscribed(api, after=before[-1]) as client:
            assert await client.alerts(3) == missed


async def test_lost_database_connections_cost_nothing(database: str) -> None:
    with serving(database, **QUICK) as api:
        async with subscribed(api) as client:
            raise_alert(database)
            await client.alerts(1)
            with psycopg.connect(database, autocommit=True) as conn:
                conn.execute("""select pg_terminate_backend(pid) from pg_stat_activity
                                where datname = current_database() and pid <> pg_backend_pid()""")
            seq = raise_alert(database)
            assert await client.alerts(1) == [seq]


async def test_who_never_reads_is_cut_and_loses_nothing_and_others_notice_nothing(database: str) -> None:
    with serving(database, **QUICK, live_outbox=5) as api:
        cut = await measured(api, CUT)
        async with subscribed(api) as healthy, known(api, sock=lazy_socket(api), max_queue=1) as lazy:
            await lazy.say(type="subscribe", after=lazy.seq)
            await lazy.hear_kind("heartbeat")
            sent = []
            while await measured(api, CUT) == cut:
                sent += raise_alerts(database, 10, reason=LONG)
                assert await healthy.alerts(10) == sent[-10:]
            heard = [message["seq"] for message in await lazy.rest() if message["type"] == "alert"]
            assert lazy.socket.close_code == 4408
            assert lazy.socket.close_reason == f"too slow: reconnect with after={heard[-1]}"
        async with subscribed(api, after=heard[-1]) as again:
            assert heard + await again.alerts(len(sent) - len(heard)) == sent


@pytest.mark.parametrize("past", [True, False], ids=["while it catches up", "while alerts come"])
async def test_a_stalled_send_ends_in_a_hang_up(database: str, past: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "GRACE_SECONDS", 0.2)
    with serving(database, **QUICK, live_stall=0.3, live_outbox=10_000) as api:
        cut = await measured(api, CUT)
        async with known(api, sock=lazy_socket(api), max_queue=1, ping_interval=None, close_timeout=1) as lazy:
            if past:
                raise_alerts(database, 150, reason=LONG)
            await lazy.say(type="subscribe", after=lazy.seq)
            if not past:
                raise_alerts(database, 150, reason=LONG)
            await until(api, CUT, lambda value: value > cut)
            await until(api, HERE, lambda value: value == 0)
