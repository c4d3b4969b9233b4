"""Alerts become messages to those who want them: once, not in quiet hours, and to nobody who may not read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from psycopg.types.json import Jsonb

from db.pool import Connection, connect
from tests.neighbours import neighbour, ran, settle_on
from tests.packs.telemetry.fleet import T, client
from tests.receivers import hook
from tests.serving import user
from workers.channels.registry import channels
from workers.channels.settings import ChannelSettings
from workers.deliver import deliver
from workers.packs.telemetry.notify import NOTIFY, notify, tell_all

NOW = datetime.now(UTC)
PATH = f"{T}/preferences"
MAIL = {"channel": "email", "target": "ada@example.org"}


@pytest.fixture(scope="module")
def http(database: str) -> Iterator[httpx.Client]:
    with client(database) as one:
        yield one


@pytest.fixture
def conn(database: str) -> Iterator[Connection]:
    with connect(database) as one:
        for table in ("deliveries", "telemetry_documents", "telemetry_told", "alert_transitions", "alerts", "episodes"):
            one.execute(f"delete from {table}")
        yield one


def happens(conn: Connection, severity: str = "high", state: str = "opened", at: datetime | None = None, **more: Any):
    """A transition of an alert of the first tenant. `at`: when; now, if not said."""
    when = at or datetime.now(UTC)
    about = {"metric": "temp", "labels": {"device": "a"}, "reason": "It is hot.", "t": when.isoformat()} | more
    conn.execute(
        "with s as (insert into series (tenant_id, metric, fingerprint, shard)"
        "  values (1, 'x', decode(md5(random()::text), 'hex'), 0) returning id),"
        " e as (insert into episodes (tenant_id, series_id, state, severity, opened_at, last_at, score, peak_at,"
        "  detector, reason) select 1, id, 'open', %(severity)s, %(at)s, %(at)s, 1, %(at)s, 'x', 'x' from s"
        "  returning id),"
        " a as (insert into alerts (tenant_id, episode_id, state, severity, opened_at)"
        "  select 1, id, %(state)s, %(severity)s, %(at)s from e returning id),"
        " n as (update tenants set live_seq = live_seq + 1 where id = 1 returning live_seq)"
        " insert into alert_transitions (tenant_id, seq, alert_id, to_state, severity, who, why, at, alert)"
        " select 1, live_seq, a.id, %(state)s, %(severity)s, 'x', 'x', %(at)s,"
        "  %(about)s || jsonb_build_object('id', a.id) from a, n",
        {"severity": severity, "state": state, "at": when, "about": Jsonb(about)},
    )


def messages(conn: Connection) -> list[tuple[str, str]]:
    return conn.execute("select target, subject from deliveries order by id").fetchall()


def made(conn: Connection, now: datetime) -> int:
    return tell_all(conn, now)["messages"]


def prefer(http: httpx.Client, **more: Any) -> httpx.Response:
    return http.put(PATH, json={"targets": [MAIL]} | more)


@pytest.mark.req("S3-68")
def test_alerts_from_now_on_are_told_once(http: httpx.Client, conn: Connection) -> None:
    assert http.get(PATH).status_code == 404
    happens(conn)
    assert prefer(http).status_code == 200
    assert made(conn, NOW) == 0  # what was before is not told
    happens(conn)
    happens(conn, state="closed")
    happens(conn, severity="medium")
    assert made(conn, NOW) == 1
    assert made(conn, NOW) == 0
    assert messages(conn) == [("ada@example.org", "[high] temp on device=a opened")]


@pytest.mark.req("S3-68")
def test_a_task_that_dies_and_comes_again_tells_nobody_twice(http: httpx.Client, conn: Connection) -> None:
    prefer(http, targets=[MAIL, {"channel": "sms", "target": "+491511234567"}])
    tell_all(conn, NOW)
    happens(conn)
    assert made(conn, NOW) == 2
    found = conn.execute("select channel, target from deliveries order by channel").fetchall()
    assert found == [("email", MAIL["target"]), ("sms", "+491511234567")]
    conn.execute("update telemetry_told set seq = seq - 1")  # as if the transaction had been lost
    assert made(conn, NOW) == 0


@pytest.mark.req("S3-68")
@pytest.mark.parametrize(
    ("wish", "told"),
    [({"minimum_severity": "critical"}, 0), ({"metric": "te*"}, 1), ({"metric": "disk*"}, 0),
     ({"labels": {"device": "a"}}, 1), ({"labels": {"device": "b"}}, 0), ({"states": ["closed"]}, 0),
     ({"targets": []}, 0)],
)  # fmt: skip
def test_only_what_is_wanted_is_told(http: httpx.Client, conn: Connection, wish: dict[str, Any], told: int) -> None:
    assert prefer(http, **wish).status_code == 200
    tell_all(conn, NOW)
    happens(conn)
    assert made(conn, NOW) == told


@pytest.mark.req("S3-68")
def test_quiet_hours_hold_back_and_end_with_one_message(http: httpx.Client, conn: Connection) -> None:
    night = {"begin": "22:00", "end": "07:00", "timezone": "Europe/Berlin"}
    prefer(http, quiet_hours=night)
    conn.execute("update telemetry_documents set created_at = '2026-01-01'")
    evening, morning = datetime(2026, 3, 28, 22, 30, tzinfo=UTC), datetime(2026, 3, 29, 5, 1, tzinfo=UTC)
    assert made(conn, evening) == 0
    for minute in range(3):
        happens(conn, at=evening + timedelta(minutes=minute))
    happens(conn, severity="critical", at=evening)
    assert made(conn, evening + timedelta(minutes=5)) == 1
    assert made(conn, morning - timedelta(minutes=2)) == 0
    assert made(conn, morning) == 1
    assert made(conn, morning + timedelta(minutes=1)) == 0
    assert [subject for _, subject in messages(conn)] == [
        "[critical] temp on device=a opened", "[high] 3 alerts in quiet hours",
    ]  # fmt: skip
    (body,) = conn.execute("select body from deliveries order by id desc limit 1").fetchone()
    assert body.splitlines()[0] == "23:30 [high] temp on device=a opened"


def test_who_may_not_read_any_more_is_told_nothing(http: httpx.Client, conn: Connection, database: str) -> None:
    email, password = user(database, "viewer")
    token = http.post("/api/v1/auth/login", json={"email": email, "password": password}).json()["access_token"]
    mine = {"Authorization": f"Bearer {token}"}
    assert http.put(PATH, json={"targets": [MAIL]}, headers=mine).status_code == 200
    tell_all(conn, NOW)
    happens(conn)
    assert made(conn, NOW) == 1
    conn.execute("update users set disabled_at = now() where email = %s", (email,))
    happens(conn)
    assert made(conn, NOW) == 0


@pytest.mark.req("S3-68")
def test_a_message_arrives_with_the_alert(http: httpx.Client, conn: Connection, database: str) -> None:
    with hook() as there:
        assert "private network" in prefer(http, targets=[{"channel": "webhook", "target": there.url}]).text
        prefer(http)
        conn.execute(
            "update telemetry_documents set body = jsonb_set(body, '{targets}', %s)",
            (Jsonb([{"channel": "webhook", "target": there.url}]),),
        )
        tell_all(conn, NOW)
        happens(conn)
        tell_all(conn, NOW)
        config = ChannelSettings(allow_private_targets=True, channel_timeout=2)
        assert deliver(database, channels(config)) == {"sent": 1}
        assert b'"metric"' in there.got[0].body


@pytest.mark.req("S3-68")
@pytest.mark.parametrize(
    "wrong",
    [{"targets": [{"channel": "email", "target": "nobody"}]}, {"targets": [{"channel": "fax", "target": "1"}]},
     {"quiet_hours": {"begin": "25:00", "end": "07:00"}},
     {"quiet_hours": {"begin": "22:00", "end": "07:00", "timezone": "X"}},
     {"minimum_severity": "huge"}, {"targets": [MAIL] * 11}],
)  # fmt: skip
def test_preferences_that_cannot_be_meant_are_refused(http: httpx.Client, wrong: dict[str, Any]) -> None:
    assert prefer(http, **wrong).status_code == 422


def test_preferences_that_cannot_be_read_stop_no_other_tenant(
    http: httpx.Client, conn: Connection, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle_on(monkeypatch, database, "workers.packs.telemetry.notify.db_settings")
    assert prefer(http).status_code == 200
    other = neighbour(conn)
    tell_all(conn, NOW)
    happens(conn)
    conn.execute("insert into telemetry_documents (tenant_id, kind, owner, name, body, changed_by)"
                 " values (%s, 'preferences', 'user:1', 'alerts', '{}', 'x')", (other,))  # fmt: skip
    conn.execute("update telemetry_documents set body = body - 'targets' where tenant_id = 1")
    conn.execute("delete from task_runs")
    assert notify() == ran(conn, NOTIFY) == {
        "tenants": 2, "messages": 0, "failed": 1, "failures": {"1": "KeyError"}
    }  # fmt: skip
    assert conn.execute("select count(*) from telemetry_told where tenant_id = %s", (other,)).fetchone() == (1,)
