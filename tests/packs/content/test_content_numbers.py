"""Every number of content analytics equals an independent computation over the raw events, in zones with DST."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd
import pytest

from api.packs.content.shapes import Series
from tests.packs.content.newsroom import ZONES, Newsroom, measured, plain, share, summed, within

in_zones = pytest.mark.parametrize("zone", ZONES)


def midnight(zone: str, days: int) -> pd.Timestamp:
    """Where the first of so many local days up to today began."""
    return (pd.Timestamp.now(tz=zone).normalize() - pd.DateOffset(days=days - 1)).tz_convert("UTC")


def picked(found: dict[str, Any]) -> dict[str, Any]:
    """The measures of an object of an answer."""
    return {name: found[name] for name in measured(pd.DataFrame(columns=COLUMNS), "EUR")}


COLUMNS = ["t", "type", "content", "revenue", "currency", "score", "engaged"]


@in_zones
@pytest.mark.parametrize("days", [1, 7, 150])
@pytest.mark.req("S4-05", "S4-06", "S4-13")
def test_the_dashboard_counts_what_happened(newsroom: Newsroom, zone: str, days: int) -> None:
    found = newsroom.get("/dashboard", days=days, timezone=zone)
    assert pd.Timestamp(found["from"]) == midnight(zone, days)
    mine = within(newsroom.raw, found)
    expected = measured(mine, found["currency"])
    for name in ("views", "clicks", "conversions", "engagements", "optimizations", "page_views", "content_views"):
        assert found[f"total_{name}"] == expected[name]
    assert found["avg_engagement_rate"] == expected["engagement_rate"]
    assert found["avg_optimization_score"] == expected["optimization_score"]
    assert (found["total_revenue"], found["total_revenue_exact"]) == (expected["revenue"], expected["revenue_exact"])
    money = {c: plain(summed(of.revenue)) for c, of in mine[mine.revenue.notna()].groupby("currency")}
    assert found["revenue_by_currency"] == money


@in_zones
@pytest.mark.req("S4-05")
def test_every_local_day_is_there_with_its_own_events(newsroom: Newsroom, zone: str) -> None:
    found = newsroom.get("/dashboard", days=190, timezone=zone)
    local = newsroom.raw.assign(day=newsroom.raw.t.dt.tz_convert(zone).dt.strftime("%Y-%m-%d"))
    by_day = dict(list(local.groupby("day")))
    first = pd.Timestamp.now(tz=zone).normalize() - pd.DateOffset(days=189)
    days = pd.date_range(first.tz_localize(None), periods=190).strftime("%Y-%m-%d").tolist()
    assert [day["date"] for day in found["metrics_by_day"]] == days
    nothing = local.iloc[:0]
    for day in found["metrics_by_day"]:
        assert picked(day) == measured(by_day.get(day["date"], nothing), found["currency"]), day["date"]
    assert [day["partial"] for day in found["metrics_by_day"]] == [False] * 189 + [True]


@in_zones
@pytest.mark.req("S4-05", "S4-06")
def test_the_content_seen_most_comes_first(newsroom: Newsroom, zone: str) -> None:
    found = newsroom.get("/dashboard", days=60, timezone=zone, top=15, currency="USD")
    mine = within(newsroom.raw, found)
    each = {c: measured(of, "USD") for c, of in mine.groupby("content")}
    order = sorted(each, key=lambda c: (-each[c]["views"], -each[c]["conversions"], c))[:15]
    assert [top["content_id"] for top in found["top_content"]] == order
    for top in found["top_content"]:
        expected = each[top["content_id"]]
        assert {name: top[name] for name in expected if name in top} == {n: v for n, v in expected.items() if n in top}


@in_zones
@pytest.mark.req("S4-05")
def test_the_period_before_is_as_long_and_ends_at_the_same_time_of_day(newsroom: Newsroom, zone: str) -> None:
    found = newsroom.get("/dashboard", days=30, timezone=zone)
    past, now = found["comparison"], pd.Timestamp(found["to"]).tz_convert(zone)
    assert pd.Timestamp(past["from"]) == midnight(zone, 60)
    assert pd.Timestamp(past["to"]).tz_convert(zone).tz_localize(None) == now.tz_localize(None) - pd.Timedelta(days=30)
    then = measured(within(newsroom.raw, past), found["currency"])
    for name in ("views", "clicks", "conversions", "engagement_rate", "optimization_score"):
        one = past[name]
        assert one["before"] == then[name]
        mine = found.get(f"total_{name}", found.get(f"avg_{name}"))
        assert one["change_percent"] == pytest.approx(100 * (mine - then[name]) / then[name], abs=0.006)
        assert one["trend_basis"] == "ok"
    assert past["revenue"]["before_exact"] == then["revenue_exact"]


@in_zones
@pytest.mark.req("S4-13")
def test_items_rank_by_what_is_asked_and_page_without_gaps(newsroom: Newsroom, zone: str) -> None:
    asked = {"from_": "2026-06-11T10:07:13Z", "timezone": zone, "currency": "EUR"}
    pages = [newsroom.get("/items", sort="revenue", limit=25, **asked)]
    asked["to"] = pages[0]["to"]
    pages = [newsroom.get("/items", sort="revenue", limit=25, **asked)]
    pages.append(newsroom.get("/items", sort="revenue", limit=25, cursor=pages[0]["next"], **asked))
    assert pages[1]["next"] is None
    rows = pages[0]["items"] + pages[1]["items"]
    each = {c: measured(of, "EUR") for c, of in within(newsroom.raw, pages[0]).groupby("content")}
    assert {row["content_id"]: picked(row) for row in rows} == each
    assert [row["revenue"] for row in rows] == sorted((m["revenue"] for m in each.values()), reverse=True)


@pytest.mark.req("S4-13")
def test_one_item_has_its_totals_and_its_funnel(newsroom: Newsroom) -> None:
    found = newsroom.get("/items/item-3", days=45, timezone="Australia/Lord_Howe")
    mine = within(newsroom.raw, found)
    mine = mine[mine.content == "item-3"]
    assert picked(found["totals"]) == measured(mine, found["currency"])
    kinds = mine[mine.visitor.notna()].groupby("visitor").type.agg(set)
    viewers = kinds[[bool(k & {"page_view", "content_view"}) for k in kinds]]
    steps = {step["step"]: (step["visitors"], step["percent"]) for step in found["funnel"]}
    for step, kind in (("engaged", "engagement"), ("clicked", "click"), ("converted", "conversion")):
        n = sum(kind in k for k in viewers)
        assert steps[step] == (n, share(n, len(viewers)))
    assert steps["viewed"] == (len(viewers), 100.0)


FREQUENCY = {"week": "W", "month": "M"}


@in_zones
@pytest.mark.parametrize(("bucket", "days"), [("hour", 10), ("day", 100), ("week", 190), ("month", 190)])
@pytest.mark.req("S4-13")
def test_series_fold_every_bucket(newsroom: Newsroom, zone: str, bucket: str, days: int) -> None:
    found = newsroom.get("/series", bucket=bucket, days=days, timezone=zone, content_id="item-0")
    mine = within(newsroom.raw, found)
    mine = mine[mine.content == "item-0"]
    begins = pd.to_datetime([point["t"] for point in found["points"]], utc=True)
    at = begins.searchsorted(mine.t, side="right") - 1
    by_bucket = dict(list(mine.groupby(at)))
    for n, point in enumerate(found["points"]):
        assert picked(point) == measured(by_bucket.get(n, mine.iloc[:0]), found["currency"]), point["t"]
    local = begins.tz_convert(zone)
    assert bucket == "hour" or set(local.hour) == {0}
    assert bucket != "week" or set(local.day_of_week) == {0}
    assert picked(found["totals"]) == measured(mine, found["currency"])


def test_a_series_is_written_as_its_model_would_write_it(newsroom: Newsroom) -> None:
    for bucket in ("hour", "day"):
        body = newsroom.http.get("/api/v1/content/series", params={"bucket": bucket, "days": 10}).content
        assert Series.model_validate_json(body, strict=True).model_dump(mode="json", by_alias=True) == json.loads(body)
