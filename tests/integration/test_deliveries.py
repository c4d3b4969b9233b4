"""Messages as rows: each claimed by one worker, tried again with growing pauses, given up, listed and tried anew."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from db import deliveries
from db.deliveries import Draft
from db.pool import Connection, connect
from tests.integration.alert_rows import new_tenant
from tests.integration.reading import reader, refused
from tests.receivers import Hook, hook
from workers.channels.registry import channels
from workers.channels.settings import ChannelSettings
from workers.deliver import PAUSES, deliver
from workers.tasks.deliveries import deliver_messages, drop_deliveries

pytestmark = pytest.mark.one_engine("messages go out of tables that are the same on every engine")

URL = "/api/v1/deliveries"
CHANNELS = channels(ChannelSettings(allow_private_targets=True, channel_timeout=2))


@pytest.fixture
def there() -> Iterator[Hook]:
    with hook() as one:
        yield one


@pytest.fixture
def conn(database: str) -> Iterator[Connection]:
    with connect(database) as one:
        one.execute("delete from deliveries")
        yield one


@pytest.fixture(scope="module")
def http(database: str) -> Iterator[httpx.Client]:
    with reader(database) as client:
        yield client


def put(conn: Connection, target: str, key: str = "k", tenant: int = 1) -> int | None:
    return deliveries.enqueue(conn, tenant, Draft(key, "webhook", target, "Subject", "Body", {"n": 1}))


def row(conn: Connection, id_: int | None) -> tuple[Any, ...]:
    found = conn.execute("select state, attempts, answer from deliveries where id = %s", (id_,)).fetchone()
    assert found is not None
    return found


def due(conn: Connection) -> float:
    """Makes what waits due now. Returns the longest pause that was left, in seconds."""
    (left,) = conn.execute("select coalesce(extract(epoch from max(next_at) - now()), 0) from deliveries").fetchone()
    conn.execute("update deliveries set next_at = now() - interval '1 s'")
    return float(left)


def test_a_message_goes_out_and_is_sent(database: str, conn: Connection, there: Hook) -> None:
    one = put(conn, there.url)
    assert deliver(database, CHANNELS) == {"sent": 1}
    assert row(conn, one) == ("sent", 1, "200 ok")
    assert deliver(database, CHANNELS) == {}
    assert there.got[0].headers["webhook-id"] == f"msg-1-{one}"


def test_the_same_key_is_one_message(conn: Connection, there: Hook) -> None:
    assert put(conn, there.url) is not None
    assert put(conn, there.url) is None


def test_pauses_grow_until_it_is_given_up(database: str, conn: Connection, there: Hook) -> None:
    there.status = 500
    one = put(conn, there.url)
    for number, pause in enumerate(PAUSES, 1):
        assert deliver(database, CHANNELS) == {"failed": 1}
        assert row(conn, one) == ("failed", number, "500 ok")
        assert 0.79 * pause < due(conn) < 1.21 * pause
    assert deliver(database, CHANNELS) == {"dead": 1}
    assert row(conn, one) == ("dead", len(PAUSES) + 1, "500 ok")
    assert len(there.got) == len(PAUSES) + 1


def test_a_message_is_claimed_by_one_worker(database: str, conn: Connection, there: Hook) -> None:
    for number in range(40):
        put(conn, there.url, f"k{number}")
    with ThreadPoolExecutor(4) as pool:
        counts = list(pool.map(lambda _: deliver(database, CHANNELS), range(4)))
    assert [sum(count.get(state, 0) for count in counts) for state in ("sent", "failed", "dead")] == [40, 0, 0]
    assert len({got.headers["webhook-id"] for got in there.got}) == len(there.got) == 40


def test_a_worker_that_died_loses_nothing_and_settles_nothing_afterwards(
    database: str, conn: Connection, there: Hook
) -> None:
    one = put(conn, there.url)
    (lost,) = deliveries.claim(conn, 10, 60)
    assert deliver(database, CHANNELS) == {}
    due(conn)
    assert deliver(database, CHANNELS) == {"sent": 1}
    deliveries.settle(conn, lost, "failed", "late words", 5)
    assert row(conn, one) == ("sent", 2, "200 ok")


def test_one_tenant_does_not_stand_before_the_others(database: str, conn: Connection, there: Hook) -> None:
    for number in range(30):
        put(conn, there.url, f"k{number}")
    other = new_tenant(database, "deliveries")
    put(conn, there.url, "theirs", other)
    assert other in {one.tenant for one in deliveries.claim(conn, 4, 60)}


def test_what_is_private_is_dead_at_once_unless_it_is_allowed(database: str, conn: Connection, there: Hook) -> None:
    one = put(conn, there.url)
    assert deliver(database, channels(ChannelSettings(allow_private_targets=False))) == {"dead": 1}
    assert "TIDEWATCH_ALLOW_PRIVATE_TARGETS" in row(conn, one)[2]
    assert there.got == []


def test_the_tasks_do_both(database: str, conn: Connection, there: Hook, monkeypatch: pytest.MonkeyPatch) -> None:
    from db.settings import DatabaseSettings

    config = DatabaseSettings(database_url=database)
    for module in ("workers.tasks.deliveries.db_settings", "workers.job.settings"):
        monkeypatch.setattr(module, lambda: config)
    monkeypatch.setattr("workers.tasks.deliveries.channels", lambda: CHANNELS)
    put(conn, there.url)
    assert deliver_messages() == {"sent": 1}
    conn.execute("update deliveries set changed_at = %s", (datetime.now(UTC) - timedelta(days=31),))
    assert drop_deliveries() == {"deliveries": 1}
    assert drop_deliveries() is None


def test_messages_are_listed_by_pages_and_states(http: httpx.Client, conn: Connection, there: Hook) -> None:
    ids = [put(conn, there.url, f"k{number}") for number in range(5)]
    first = http.get(URL, params={"limit": 3}).json()
    rest = http.get(URL, params={"limit": 3, "cursor": first["next"]}).json()
    assert [item["id"] for item in first["items"] + rest["items"]] == ids[::-1]
    assert rest["next"] is None
    assert http.get(URL, params={"state": "sent"}).json()["items"] == []
    assert len(http.get(URL, params={"state": "waiting", "channel": "webhook"}).json()["items"]) == 5
    one = http.get(f"{URL}/{ids[0]}").json()
    assert (one["state"], one["body"], one["payload"]) == ("waiting", "Body", {"n": 1})


def test_what_was_given_up_is_tried_again(http: httpx.Client, database: str, conn: Connection, there: Hook) -> None:
    there.script = [410]
    one = put(conn, there.url)
    deliver(database, CHANNELS)
    dead = http.get(f"{URL}/{one}").json()
    assert (dead["state"], dead["next_at"], dead["answer"]) == ("dead", None, "410 ok")
    assert http.post(f"{URL}/{one}/retry").json()["state"] == "waiting"
    assert deliver(database, CHANNELS) == {"sent": 1}
    assert http.post(f"{URL}/{one}/retry").status_code == 409


def test_another_tenants_messages_are_not_there(http: httpx.Client, database: str, conn: Connection) -> None:
    theirs = put(conn, "https://example.org/", tenant=new_tenant(database, "others"))
    assert http.get(f"{URL}/{theirs}").status_code == 404
    assert http.post(f"{URL}/{theirs}/retry").status_code == 404
    assert http.get(URL).json()["items"] == []


def test_a_test_message_says_at_once_what_is_wrong_with_its_target(http: httpx.Client, conn: Connection) -> None:
    made = http.post(f"{URL}/test", json={"channel": "email", "target": "ada@example.org"})
    assert (made.status_code, made.json()["state"]) == (202, "waiting")
    for target in ("http://127.0.0.1/", "https://u:p@example.org/", "http://localhost/", "http://[::1]/", "http://[/"):
        answer = http.post(f"{URL}/test", json={"channel": "webhook", "target": target})
        assert answer.status_code == 422, target
    refused(http, URL, 400, cursor="nonsense")


def test_the_secret_stays_until_a_new_one_is_asked_for(http: httpx.Client, database: str) -> None:
    secret = http.get(f"{URL}/webhook-secret").json()["secret"]
    assert secret.startswith("whsec_")
    assert http.get(f"{URL}/webhook-secret").json()["secret"] == secret
    assert http.post(f"{URL}/webhook-secret").json()["secret"] != secret
