"""Reports: asked as the document shows, equal to an independent computation, kept, loaded down, removed."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime, timedelta
from typing import Any

import pandas as pd
import pytest

from api.packs.content.limits import ContentLimits
from db.packs.registry import packs
from db.pool import connect
from tests.integration.alert_rows import new_tenant
from tests.neighbours import settle_on
from tests.packs.content.newsroom import ROOT, ZONES, Newsroom, measured, within
from workers.packs.content import make_reports

PATH = f"{ROOT}/reports"
ALL = [
    "views", "page_views", "content_views", "engaged_views", "clicks", "conversions", "engagements", "optimizations",
    "revenue", "engagement_rate", "click_through_rate", "conversion_rate", "optimization_score",
]  # fmt: skip


def make(room: Newsroom, path: str = PATH, **body: Any) -> dict[str, Any]:
    answer = room.http.post(path, json=body)
    assert answer.status_code == 201, answer.text
    return answer.json()


def picked(of: pd.DataFrame, currency: str, names: list[str] = ALL) -> dict[str, Any]:
    found = measured(of, currency)
    return {name: found["revenue_exact"] if name == "revenue" else found[name] for name in names}


def span(raw: pd.DataFrame, zone: str) -> tuple[str, str]:
    """Local dates, a hundred days apart, across a change of clocks."""
    last = raw.t.max().tz_convert(zone).normalize() - pd.Timedelta(days=3)
    return (last - pd.DateOffset(days=100)).strftime("%Y-%m-%d"), last.strftime("%Y-%m-%d")


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("group_by", ["day", "week", "month"])
@pytest.mark.req("S4-07", "S4-09")
def test_a_report_by_time_equals_the_events(newsroom: Newsroom, zone: str, group_by: str) -> None:
    first, last = span(newsroom.raw, zone)
    ids = ["item-1", "item-2", "item-30"]
    asked = {"start_date": first, "end_date": last, "metrics": ALL, "group_by": group_by, "content_ids": ids}
    report = make(newsroom, timezone=zone, **asked)
    mine = within(newsroom.raw, report["query"])
    mine = mine[mine.content.isin(ids)]
    begins = pd.to_datetime([row["t"] for row in report["rows"]], utc=True)
    by_bucket = dict(list(mine.groupby(begins.searchsorted(mine.t, side="right") - 1)))
    for n, row in enumerate(report["rows"]):
        expected = picked(by_bucket.get(n, mine.iloc[:0]), report["currency"])
        assert {name: row[name] for name in ALL} == expected, row["t"]
    assert report["totals"] == picked(mine, report["currency"])
    assert report["columns"] == ["t", "partial", *ALL]


@pytest.mark.req("S4-07")
def test_a_report_by_content_equals_the_events(newsroom: Newsroom) -> None:
    first, last = span(newsroom.raw, "UTC")
    report = make(newsroom, start_date=first, end_date=last, metrics=ALL, group_by="content", currency="EUR")
    mine = within(newsroom.raw, report["query"])
    rows = {row.pop("content_id"): row for row in report["rows"]}
    assert {c: {n: row[n] for n in ALL} for c, row in rows.items()} == {
        c: picked(of, "EUR") for c, of in mine.groupby("content")
    }


@pytest.mark.req("S4-09")
def test_the_documents_inclusive_end_means_the_whole_day_in_the_zone(newsroom: Newsroom) -> None:
    body = {"start_date": "2026-09-01T00:00:00", "timezone": "Europe/Berlin", "group_by": "none"}
    ends = {
        "2026-09-30T23:59:59": "2026-10-01T00:00:00+02:00",
        "2026-09-30": "2026-10-01T00:00:00+02:00",
        "2026-10-25T23:59:59.999": "2026-10-26T00:00:00+01:00",
        "2026-09-30T12:00:00": "2026-09-30T12:00:00+02:00",
        "2026-09-30T23:59:59Z": "2026-10-01T02:00:00+02:00",
    }
    for end, expected in ends.items():
        assert make(newsroom, end_date=end, **body)["query"]["to"] == expected, end
    assert make(newsroom, end_date="2026-09-30", **body)["query"]["from"] == "2026-09-01T00:00:00+02:00"


@pytest.mark.req("S4-07", "S4-08", "S4-16")
def test_a_report_is_kept_listed_loaded_down_and_removed(newsroom: Newsroom) -> None:
    asked = {
        "start_date": "2026-09-01T00:00:00",
        "end_date": "2026-09-30T23:59:59",
        "metrics": ["views", "conversions", "revenue"],
        "group_by": "day",
        "content_ids": ["item-1", "nothing"],
    }
    made = make(newsroom, path="/reports", **asked)
    assert (len(made["rows"]), made["current"], made["data_version"] > 0) == (30, True, True)
    again = newsroom.http.get(f"/reports/{made['id']}").json()
    assert again == made
    listed = newsroom.get("/reports", limit=1)
    assert listed["items"][0]["id"] == made["id"]
    assert newsroom.get("/reports", cursor=listed["next"])["items"][0]["id"] < made["id"]
    table = newsroom.http.get(f"{PATH}/{made['id']}/download", params={"format": "csv"})
    assert table.headers["content-disposition"] == f'attachment; filename="report-{made["id"]}.csv"'
    rows = list(csv.DictReader(io.StringIO(table.text)))
    assert [row["revenue"] for row in rows] == [row["revenue"] for row in made["rows"]]
    assert newsroom.http.get(f"{PATH}/{made['id']}/download", params={"format": "json"}).json()["rows"] == made["rows"]
    assert newsroom.http.delete(f"/reports/{made['id']}").status_code == 204
    for path in (f"{PATH}/{made['id']}", f"{PATH}/{made['id']}/download"):
        assert newsroom.http.get(path).status_code == 404
    assert newsroom.http.delete(f"{PATH}/{made['id']}").status_code == 404


@pytest.mark.req("S4-08")
def test_a_report_says_when_the_data_has_moved_on(empty: Newsroom) -> None:
    event = {"event_type": "content_view", "content_id": "1", "event_id": "a", "timestamp": "2026-01-05T10:00:00Z"}
    empty.send([event])
    asked = {"start_date": "2026-01-05", "end_date": "2026-01-05", "group_by": "none"}
    made = make(empty, **asked)
    assert made["totals"]["views"] == 1
    empty.send([event | {"event_id": "b"}])
    old = empty.get(f"/reports/{made['id']}")
    assert (old["current"], old["totals"]["views"]) == (False, 1)
    new = make(empty, **asked)
    assert (new["current"], new["totals"]["views"]) == (True, 2)
    assert new["data_version"] == made["data_version"] + 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"start_date": "2026-02-30"},
        {"start_date": "2026-02-01", "end_date": "2026-01-01"},
        {"start_date": "0001-01-01"},
        {"end_date": "9999-12-31T23:59:59"},
        {"metrics": []},
        {"metrics": ["likes"]},
        {"group_by": "planet"},
        {"group_by": "hour", "start_date": "2020-01-01"},
        {"currency": "euro"},
        {"content_ids": ["\0"]},
        {"name": ""},
        {"colour": "red"},
    ],
)
def test_what_cannot_be_reported_is_refused(newsroom: Newsroom, wrong: dict[str, Any]) -> None:
    answer = newsroom.http.post(PATH, json={"start_date": "2026-01-01", "end_date": "2026-01-31"} | wrong)
    assert answer.status_code == 422, answer.text
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_zone_that_is_none_is_refused(newsroom: Newsroom) -> None:
    asked = {"start_date": "2026-01-01", "end_date": "2026-01-31", "timezone": "Mars/Olympus"}
    assert newsroom.http.post(PATH, json=asked).status_code == 400


def test_another_tenants_report_is_not_there(empty: Newsroom) -> None:
    from db.pool import connect

    made = make(empty, start_date="2026-01-01", end_date="2026-01-31")
    with connect(empty.url) as conn:
        conn.execute(
            "update content_reports set tenant_id = %s where id = %s", (new_tenant(empty.url, "readers"), made["id"])
        )
    assert empty.http.get(f"{PATH}/{made['id']}").status_code == 404
    assert empty.http.delete(f"{PATH}/{made['id']}").status_code == 404


def test_a_spreadsheet_takes_no_cell_for_a_formula(empty: Newsroom) -> None:
    empty.send([{"event_type": "content_view", "content_id": "=1+1", "timestamp": "2026-01-05T10:00:00Z"}])
    made = make(empty, start_date="2026-01-05", end_date="2026-01-05", group_by="content")
    table = empty.http.get(f"{PATH}/{made['id']}/download").text
    assert "'=1+1" in table and "\n=1+1" not in table


@pytest.mark.parametrize(
    ("what", "body"),
    [("reports", {"group_by": "day"}),
     ("schedules", {"period": "daily", "at": "07:30", "channel": "email", "target": "a@example.org"})],
)  # fmt: skip
def test_reports_and_schedules_are_only_so_many(
    empty: Newsroom, monkeypatch: pytest.MonkeyPatch, what: str, body: dict[str, Any]
) -> None:
    path = PATH + "/schedules" * (what == "schedules")
    body = {"name": "n", "metrics": ["views"], "timezone": "UTC"} | body
    if what == "reports":
        body |= {"start_date": "2026-03-01", "end_date": "2026-03-02"}
    with connect(empty.url) as conn:  # other tests have made some
        there = conn.execute(f"select count(*) from content_{what} where tenant_id = 1").fetchone()[0]
    limits = ContentLimits(most_schedules=there + 1, most_reports=there + 1)
    monkeypatch.setattr(f"api.packs.content.{what}.limits", lambda: limits)
    make(empty, path, **body)
    full = empty.http.post(path, json=body)
    assert (full.status_code, full.headers["content-type"]) == (409, "application/problem+json")
    assert f"There are {there + 1} {what}" in full.json()["detail"]


def test_reports_that_are_too_old_go_without_all_being_read(empty: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    settle_on(monkeypatch, empty.url, "workers.packs.content.db_settings")
    asked = {"start_date": "2026-01-05", "end_date": "2026-01-05", "group_by": "day"}
    old, young = (make(empty, **asked)["id"] for _ in range(2))
    with connect(empty.url) as conn:
        aged = "update content_reports set created_at = %s where id = %s"
        for report, age in ((old, 401), (young, 399)):
            conn.execute(aged, (datetime.now(UTC) - timedelta(days=age), report))
        conn.execute("delete from task_runs")
        make_reports()
        assert [empty.http.get(f"{PATH}/{report}").status_code for report in (old, young)] == [404, 200]
        conn.execute("set enable_seqscan = off")
        plan = conn.execute("explain " + packs()["content"].psycopg.drop_old_reports.sql, {"before": datetime.now(UTC)})
        assert "content_reports_by_age" in str(plan.fetchall())
