"""Events as the document sends them: each type, one or many, once by their id, late ones where they belong."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.packs.content.newsroom import Newsroom
from tests.pipelines import drain

VIEW = {
    "event_type": "content_view",
    "content_id": "123456",
    "user_id": "user123",
    "session_id": "session456",
    "properties": {"source": "homepage", "device": "mobile"},
}
SALE = VIEW | {"event_type": "conversion", "properties": {"revenue": 99.99, "product": "premium_plan"}}


@pytest.fixture
def room(empty: Newsroom) -> Newsroom:
    """Nothing was sent yet."""
    from db.pool import connect

    with connect(empty.url) as conn:
        conn.execute("truncate content_events, content_rollup, content_money, content_items")
        conn.execute("update pack_changes set version = version + 1")
    return empty


def row(room: Newsroom, **asked: Any) -> dict[str, Any]:
    return room.get("/items/123456", days=2, **asked)


@pytest.mark.req("S4-01", "S4-03", "S4-04")
def test_the_documents_events_are_tracked(room: Newsroom) -> None:
    for event in (VIEW, SALE):
        assert room.http.post("/track", json=event).json()["accepted"] == 1
    room.send([VIEW | {"event_type": "click"}])
    found = row(room)
    totals = found["totals"]
    assert (totals["views"], totals["clicks"], totals["conversions"]) == (1, 1, 1)
    assert (totals["revenue"], totals["revenue_exact"], totals["conversion_rate"]) == (99.99, "99.99", 100.0)
    assert found["revenue_by_currency"] == {"XXX": "99.99"}
    dashboard = room.http.get("/dashboard", params={"days": 7}).json()
    assert (dashboard["total_views"], dashboard["total_revenue"]) == (1, 99.99)
    assert len(dashboard["metrics_by_day"]) == len(room.get("/dashboard")["metrics_by_day"]) == 7


@pytest.mark.req("S4-02")
def test_every_type_is_counted_as_what_it_is(room: Newsroom) -> None:
    kinds = ["page_view", "content_view", "content_optimized", "conversion", "engagement", "click"]
    room.send([VIEW | {"event_type": kind, "properties": {}} for kind in kinds])
    totals = row(room)["totals"]
    names = ["page_views", "content_views", "optimizations", "conversions", "engagements", "clicks"]
    assert [totals[name] for name in names] == [1] * 6
    assert (totals["views"], totals["engaged_views"]) == (2, 2)


@pytest.mark.req("S4-20")
def test_an_event_counts_once_and_where_it_happened(room: Newsroom) -> None:
    then = (datetime.now(UTC) - timedelta(days=1)).isoformat()
    event = SALE | {"event_id": "once", "timestamp": then}
    room.send([event, VIEW])
    room.http.post("/track", json=event | {"properties": {"revenue": 1}})
    room.send([VIEW])
    totals = row(room)["totals"]
    assert (totals["conversions"], totals["revenue_exact"], totals["views"]) == (1, "99.99", 2)
    days = room.get("/series", days=2)["points"]
    assert [(day["conversions"], day["views"]) for day in days] == [(1, 0), (0, 2)]


@pytest.mark.req("S4-06")
def test_twelve_of_two_hundred_and_fifty_are_4_8_percent(room: Newsroom) -> None:
    room.send([VIEW | {"user_id": f"u{n}", "session_id": None} for n in range(250)] + [SALE] * 12)
    (top,) = room.get("/dashboard")["top_content"]
    assert (top["content_id"], top["views"], top["conversions"], top["conversion_rate"]) == ("123456", 250, 12, 4.8)


@pytest.mark.req("S4-04")
def test_money_of_two_currencies_is_never_added(room: Newsroom) -> None:
    for n, (amount, currency) in enumerate((("0.1", "EUR"), ("0.2", "EUR"), (1e-7, "eur"), ("5", "USD"))):
        room.send([SALE | {"event_id": f"m{n}", "properties": {"revenue": amount, "currency": currency}}])
    found = room.get("/dashboard")
    assert found["revenue_by_currency"] == {"EUR": "0.3000001", "USD": "5"}
    assert (found["currency"], found["total_revenue_exact"]) == ("EUR", "0.3000001")
    assert room.get("/dashboard", currency="USD")["total_revenue_exact"] == "5"


@pytest.mark.parametrize("late", ["view", "engagement"])
def test_a_view_is_engaged_whichever_came_first(room: Newsroom, late: str) -> None:
    engagement = VIEW | {"event_type": "engagement", "properties": {"duration": 12}}
    others = [VIEW | {"content_id": "other"}, VIEW | {"session_id": "another"}]
    first, second = (engagement, VIEW) if late == "view" else (VIEW, engagement)
    room.send([first, *others])
    room.send([second])
    totals = row(room)["totals"]
    assert (totals["views"], totals["engaged_views"], totals["engagement_rate"]) == (2, 1, 50.0)
    assert room.get("/dashboard")["avg_engagement_rate"] == 33.33


def test_nothing_is_no_rate(room: Newsroom) -> None:
    found = room.get("/dashboard")
    for name in ("avg_engagement_rate", "click_through_rate", "conversion_rate", "avg_optimization_score"):
        assert found[name] is None
    assert (found["total_revenue"], found["currency"], found["top_content"]) == (0.0, "XXX", [])
    assert found["comparison"]["views"]["trend_basis"] == "no_baseline"


@pytest.mark.parametrize(
    ("kind", "properties"),
    [("conversion", {"revenue": -1}), ("conversion", {"revenue": "a lot"}), ("conversion", {"currency": "EURO"}),
     ("content_optimized", {"score": 101}), ("engagement", {"duration": -1})],
)  # fmt: skip
def test_what_is_wrong_is_said_at_the_door(room: Newsroom, kind: str, properties: dict[str, Any]) -> None:
    answer = room.http.post("/track", json=[VIEW, VIEW | {"event_type": kind, "properties": properties}])
    assert answer.status_code == 202
    (wrong,) = answer.json()["rejected"]
    assert wrong["index"] == 1 and next(iter(properties)) in wrong["reason"]
    drain(room.url)
    assert row(room)["totals"]["views"] == 1


@pytest.mark.req("S4-18")
def test_the_content_service_links_its_items(room: Newsroom) -> None:
    path = "/api/v1/content/metadata/123456"
    assert room.http.get(path).status_code == 404
    said = {"title": "Five tides", "kind": "article", "author": "Ada", "tags": ["sea"], "url": None}
    said["published_at"] = "2026-01-01T00:00:00Z"
    put = room.http.put(path, json=said).json()
    assert said.items() <= put.items()
    room.send([VIEW, VIEW | {"content_id": "a/b c"}])
    assert (row(room)["title"], row(room)["author"]) == ("Five tides", "Ada")
    titles = {top["content_id"]: top["title"] for top in room.get("/dashboard")["top_content"]}
    assert titles == {"123456": "Five tides", "a/b c": None}
    assert room.get("/items/a/b c")["totals"]["views"] == 1
    listed = room.get("/metadata", limit=1)
    assert [i["content_id"] for i in listed["items"] + room.get("/metadata", cursor=listed["next"])["items"]] == [
        "123456",
        "a/b c",
    ]
    assert room.http.delete(path).status_code == 204
    assert (room.http.get(path).json()["title"], row(room)["totals"]["views"]) == (None, 1)


@pytest.mark.req("S4-18")
def test_scores_of_the_ml_service_are_a_metric_too(room: Newsroom) -> None:
    for score in (70, "86.4"):
        room.send([VIEW | {"event_type": "content_optimized", "properties": {"score": score}}])
    assert room.get("/dashboard")["avg_optimization_score"] == 78.2
    asked = {"metric": "content.optimization_score", "time_range": "24h", "bucket": "day", "agg": "avg"}
    (series,) = room.http.get("/api/v1/trends", params=asked).json()["series"]
    assert series["total"] == pytest.approx(78.2)


def test_what_cannot_be_asked_is_refused(room: Newsroom) -> None:
    for path, status in (
        ("/dashboard?days=0", 422), ("/dashboard?timezone=Mars", 400), ("/dashboard?currency=x", 422),
        ("/dashboard?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z", 422), ("/items/nothing", 404),
        ("/items?cursor=x", 400), ("/series?content_id=nothing", 404), ("/series?bucket=hour&days=3660", 422),
        ("/items/a%00b", 422), ("/metadata/a%00b", 422), ("/dashboard?to=0001-01-01T00:00:00Z", 422),
    ):  # fmt: skip
        answer = room.http.get(f"/api/v1/content{path}")
        assert (path, answer.status_code) == (path, status)
        assert answer.headers["content-type"] == "application/problem+json"
