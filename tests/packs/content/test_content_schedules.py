"""Reports that are due are made once a due time, over the period that is over, and sent through the channels."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.packs.content.due import Rhythm
from db.pool import Connection, connect
from tests.neighbours import ran, settle_on, twin
from tests.packs.content.newsroom import ROOT, Newsroom
from tests.receivers import hook, mailbox
from workers.channels.registry import channels
from workers.channels.settings import ChannelSettings
from workers.deliver import deliver
from workers.each_tenant import EachTenant
from workers.packs.content import MAKE_REPORTS, make_next, make_reports

PATH = f"{ROOT}/reports/schedules"
NOW = datetime(2026, 3, 11, 8, 0, tzinfo=UTC)
DUE = NOW - timedelta(minutes=90)
BODY = {
    "name": "Yesterday",
    "period": "daily",
    "at": "07:30",
    "timezone": "Europe/Berlin",
    "channel": "email",
    "target": "ada@example.org",
    "metrics": ["views", "revenue"],
    "group_by": "content",
}


@pytest.fixture
def conn(empty: Newsroom) -> Iterator[Connection]:
    with connect(empty.url) as one:
        one.execute("truncate content_schedules, content_reports, deliveries")
        yield one


def put(room: Newsroom, **more: Any) -> dict[str, Any]:
    answer = room.http.post(PATH, json={**BODY, **more})
    assert answer.status_code == 201, answer.text
    return answer.json()


def due(conn: Connection, when: datetime) -> None:
    conn.execute("update content_schedules set due_at = %s", (when,))


def step(conn: Connection, now: datetime = NOW) -> int | None:
    return make_next(conn, 1, now, EachTenant(MAKE_REPORTS, conn))


def one(room: Newsroom) -> dict[str, Any]:
    """The only report."""
    (listed,) = room.get("/reports")["items"]
    return room.get(f"/reports/{listed['id']}")


@pytest.fixture(scope="module", autouse=True)
def _sold(empty: Newsroom) -> None:
    """A sale in the first hour of 10 March in Berlin, and one in the last hour before."""
    for n, at in enumerate(("2026-03-09T22:30:00Z", "2026-03-09T23:30:00Z")):
        properties = {"revenue": f"{n + 1}.01", "currency": "EUR"}
        sale = {"event_type": "conversion", "content_id": "a", "event_id": f"{n}"}
        empty.send([sale | {"timestamp": at, "properties": properties}])


@pytest.mark.req("S4-08")
def test_a_daily_report_goes_out_by_mail_once(empty: Newsroom, conn: Connection) -> None:
    made = put(empty)
    due(conn, DUE)
    assert [step(conn), step(conn)] == [1, None]
    report = one(empty)
    assert report["query"]["from"] == "2026-03-10T00:00:00+01:00"
    assert report["query"]["to"] == "2026-03-11T00:00:00+01:00"
    assert (report["totals"]["revenue"], report["schedule"]) == ("2.01", made["id"])
    with mailbox() as box:
        config = ChannelSettings(smtp_host="127.0.0.1", smtp_port=box.port, smtp_security="none")
        assert deliver(empty.url, channels(config)) == {"sent": 1}
        (mail,) = box.mails
    assert (mail["To"], mail["Subject"]) == ("ada@example.org", "Yesterday")
    text, table = [part.get_content() for part in mail.walk() if not part.is_multipart()]
    assert "revenue: 2.01" in text
    assert table.splitlines() == ["content_id,title,views,revenue", "a,,0,2.01"]
    assert empty.get(f"/reports/schedules/{made['id']}")["due_at"] > "2026-03-12"


@pytest.mark.req("S4-08")
def test_a_weekly_report_goes_out_by_webhook(empty: Newsroom, conn: Connection) -> None:
    with hook() as there:
        put(empty, period="weekly", weekday=2, channel="webhook", target="https://example.org/", group_by="day")
        conn.execute("update content_schedules set target = %s", (there.url,))
        due(conn, DUE)
        assert step(conn) == 1
        config = ChannelSettings(allow_private_targets=True)
        assert deliver(empty.url, channels(config)) == {"sent": 1}
        said = orjson.loads(there.got[0].body)["data"]
    assert (said["type"], len(said["result"]["rows"])) == ("content.report", 7)
    assert said["result"]["totals"]["revenue"] == "3.02"


def test_many_workers_make_one_report(empty: Newsroom, conn: Connection) -> None:
    put(empty)
    due(conn, DUE)

    def work(_: int) -> int | None:
        with connect(empty.url) as own:
            return step(own)

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(work, range(4)), key=str) == [1, None, None, None]
    assert len(empty.get("/reports")["items"]) == 1


def test_a_crash_before_commit_makes_it_again_and_nothing_twice(empty: Newsroom, conn: Connection) -> None:
    put(empty)
    due(conn, DUE)
    with pytest.raises(RuntimeError), conn.transaction():
        assert step(conn) == 1
        raise RuntimeError
    assert empty.get("/reports")["items"] == []
    assert step(conn) == 1
    due(conn, DUE)  # as if it had not been moved on
    step(conn)
    assert len(empty.get("/reports")["items"]) == 1
    assert conn.execute("select count(*) from deliveries").fetchone() == (1,)


def test_of_missed_times_the_last_one_counts(empty: Newsroom, conn: Connection) -> None:
    put(empty)
    due(conn, DUE - timedelta(days=9))
    assert [step(conn), step(conn)] == [1, None]
    assert one(empty)["query"]["from"] == "2026-03-10T00:00:00+01:00"


def test_a_report_waits_for_events_that_are_not_taken_in_yet(empty: Newsroom, conn: Connection) -> None:
    put(empty)
    now = datetime.now(UTC)
    due(conn, now)
    with conn.transaction(force_rollback=True):
        conn.execute(
            "insert into journal (tenant_id, shard, kind, points, received_at, payload) values (1, 0, 2, 1, %s, '')",
            (now - timedelta(seconds=5),),
        )
        assert step(conn, now + timedelta(minutes=30)) is None
        assert step(conn, now + timedelta(minutes=61)) == 1


def test_a_schedule_that_cannot_be_made_stops_no_other(empty: Newsroom, conn: Connection) -> None:
    put(empty)
    conn.execute("update content_schedules set report = report - 'metrics'")
    put(empty)
    due(conn, DUE)
    assert sorted([step(conn) or 0, step(conn) or 0]) == [0, 1]
    assert step(conn) is None


def test_the_task_makes_all_that_are_due(empty: Newsroom, conn: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    settle_on(monkeypatch, empty.url, "workers.packs.content.db_settings")
    put(empty)
    put(empty, enabled=False)
    due(conn, datetime.now(UTC) - timedelta(hours=2))
    assert make_reports() == {"tenants": 1, "reports": 1}


def test_a_schedule_without_a_sane_rhythm_stops_no_other_tenant(
    empty: Newsroom, conn: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle_on(monkeypatch, empty.url, "workers.packs.content.db_settings")
    bad = put(empty)["id"]
    conn.execute("update content_schedules set timezone = 'Nowhere/Land'")
    twin(conn, "content_schedules", timezone="UTC")
    due(conn, datetime.now(UTC) - timedelta(hours=2))
    conn.execute("delete from task_runs")
    assert make_reports() == ran(conn, MAKE_REPORTS) == {
        "tenants": 2, "reports": 1, "failed": 1, "failures": {"1": "Invalid"}
    }  # fmt: skip
    assert conn.execute("select due_at > now() from content_schedules where id = %s", (bad,)).fetchone() == (True,)


def test_schedules_are_listed_changed_and_removed(empty: Newsroom, conn: Connection) -> None:
    made = [put(empty, name=f"n{n}") for n in range(3)]
    first = empty.get("/reports/schedules", limit=2)
    rest = empty.get("/reports/schedules", limit=2, cursor=first["next"])
    assert [row["id"] for row in first["items"] + rest["items"]] == [one["id"] for one in made]
    path = f"{PATH}/{made[0]['id']}"
    changed = empty.http.put(path, json={**BODY, "period": "monthly", "monthday": 5, "enabled": False}).json()
    assert (changed["period"], changed["due_at"], changed["created_at"]) == ("monthly", None, made[0]["created_at"])
    assert empty.http.delete(path).status_code == 204
    for method in ("get", "delete"):
        assert getattr(empty.http, method)(path).status_code == 404
    assert empty.http.put(path, json=BODY).status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [{"at": "24:00"}, {"monthday": 31}, {"channel": "sms"}, {"target": "nobody"}, {"weekday": 7}, {"period": "hourly"},
     {"channel": "webhook", "target": "http://10.0.0.1/"}],
)  # fmt: skip
def test_a_schedule_that_cannot_be_is_refused(empty: Newsroom, wrong: dict[str, Any]) -> None:
    assert empty.http.post(PATH, json={**BODY, **wrong}).status_code == 422


def test_what_is_due_when_clocks_change() -> None:
    berlin = Rhythm("daily", "02:30", "Europe/Berlin")
    spring, autumn = datetime(2026, 3, 28, 12, tzinfo=UTC), datetime(2026, 10, 24, 12, tzinfo=UTC)
    assert berlin.after(spring) == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)  # 02:30 is skipped: 03:00, when it has been
    assert berlin.after(autumn) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # the first of two
    assert berlin.after(datetime(2026, 10, 25, 1, 0, tzinfo=UTC)) == datetime(2026, 10, 26, 1, 30, tzinfo=UTC)


moments = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))
rhythms = st.builds(
    Rhythm,
    st.sampled_from(["daily", "weekly", "monthly"]),
    st.builds("{:02d}:{:02d}".format, st.integers(0, 23), st.integers(0, 59)),
    st.sampled_from(["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo"]),
    st.integers(0, 6),
    st.integers(1, 28),
)


@given(rhythms, moments)
def test_it_is_due_once_a_period_and_covers_what_is_over(rhythm: Rhythm, moment: datetime) -> None:
    due = rhythm.after(moment)
    zone = ZoneInfo(rhythm.timezone)
    start, stop = (datetime.fromtimestamp(us / 1e6, UTC) for us in rhythm.covers(due))
    assert moment < due <= moment + timedelta(days={"daily": 2, "weekly": 8, "monthly": 32}[rhythm.period])
    assert start < stop <= due
    following = rhythm.after(due)
    again = datetime.fromtimestamp(rhythm.covers(following)[0] / 1e6, UTC)
    assert again == stop or rhythm.period == "weekly"
    if rhythm.period == "weekly":
        assert due.astimezone(zone).weekday() == rhythm.weekday and again == stop
