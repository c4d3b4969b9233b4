"""Trends over HTTP are what pandas says, in any zone, whether rollups hold the points or not."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import numpy as np
import pandas as pd
import pytest

from db.pool import connect
from tests.integration.reading import reader, refresh, refused, store, trend
from tests.integration.writing import MINUTE, T0, add_series

DAYS = 9
HOUR = 60 * MINUTE
DAY = 24 * HOUR
ZONES = ["Europe/Berlin", "Asia/Kathmandu", "America/New_York"]
START, STOP = T0 // 1_000_000, (T0 + DAYS * DAY) // 1_000_000
PANDAS = {"avg": "mean", "sum": "sum", "min": "min", "max": "max", "count": "count", "first": "first", "last": "last"}


def points(seed: int) -> pd.Series:
    """Nine days of irregular points."""
    rng = np.random.default_rng(seed)
    t = T0 + np.sort(rng.choice(DAYS * 24 * 60 * 2, 3000, replace=False)) * MINUTE // 2
    return pd.Series(rng.normal(50, 9, len(t)), pd.to_datetime(t, unit="us", utc=True))


def us(frame: pd.Series) -> np.ndarray:
    return frame.index.as_unit("us").asi8


@pytest.fixture(scope="module")
def http(database: str) -> Iterator[httpx.Client]:
    with connect(database) as conn:
        a, b = (add_series(conn, "heat", host=host, room="x") for host in "ab")
        counter, money = add_series(conn, "hits", "counter"), add_series(conn, "sales", "money")
    whole = points(1)
    store(database, a, us(whole), whole)
    store(database, b, us(points(2)), points(2))
    store(database, counter, T0 + np.arange(6) * 10 * MINUTE, [0, 600, 1200, 30, 630, 1230])
    store(database, money, T0 + np.arange(4) * HOUR, [1.5, 2.5, 3.0, 4.0])
    refresh(database)
    add(database, "waits", points(3))
    with reader(database) as client:
        yield client


def add(database: str, metric: str, frame: pd.Series, **labels: str) -> int:
    with connect(database) as conn:
        series = add_series(conn, metric, **labels)
    store(database, series, us(frame), frame)
    return series


def by_day(frame: pd.Series, zone: str, how: str) -> pd.Series:
    local = frame.tz_convert(zone)
    return local.groupby(local.index.normalize()).agg(how)


def values(answer: dict, series: int = 0) -> dict[str, float]:
    return {p["t"]: p["v"] for p in answer["series"][series]["points"]}


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("agg", PANDAS)
@pytest.mark.parametrize(("metric", "seed"), [("heat", 1), ("waits", 3)])
def test_days_are_those_of_pandas(http: httpx.Client, metric: str, seed: int, agg: str, zone: str) -> None:
    only = {"label_host": "a"} if metric == "heat" else {}
    answer = trend(http, metric, agg=agg, from_=START, to=STOP, bucket="day", timezone=zone, **only)
    expected = by_day(points(seed), zone, PANDAS[agg])
    assert values(answer) == {day.isoformat(): pytest.approx(v, rel=1e-12) for day, v in expected.items()}
    assert answer["series"][0]["total"] == pytest.approx(
        points(seed).agg(PANDAS[agg])
        if agg not in ("first", "last")
        else points(seed).iloc[0 if agg == "first" else -1],
        rel=1e-12,
    )


@pytest.mark.parametrize(("agg", "q"), [("p50", 0.5), ("p95", 0.95), ("p99", 0.99)])
def test_percentiles_are_exact(http: httpx.Client, agg: str, q: float) -> None:
    answer = trend(http, "waits", agg=agg, from_=START, to=STOP, bucket="day", timezone="Asia/Kathmandu")
    local = points(3).tz_convert("Asia/Kathmandu")
    expected = local.groupby(local.index.normalize()).quantile(q)
    assert values(answer) == {day.isoformat(): pytest.approx(v, rel=1e-12) for day, v in expected.items()}
    assert answer["series"][0]["total"] == pytest.approx(points(3).quantile(q), rel=1e-12)
    assert answer["source"] == "samples"


@pytest.mark.parametrize(("metric", "frames"), [("heat", [points(1), points(2)]), ("waits", [points(3)])])
def test_an_off_grid_range_is_cut_to_the_microsecond(http: httpx.Client, metric: str, frames: list[pd.Series]) -> None:
    lo, hi = pd.Timestamp("2026-01-02T10:07:11.000001Z"), pd.Timestamp("2026-01-06T03:59:30.5Z")
    answer = trend(http, metric, agg="sum", from_=lo.isoformat(), to=hi.isoformat(), bucket="1h")
    inside = pd.concat([f[(f.index >= lo) & (f.index < hi)] for f in frames])
    assert answer["series"][0]["total"] == pytest.approx(inside.sum(), rel=1e-12)
    assert sum(values(answer).values()) == pytest.approx(inside.sum(), rel=1e-12)
    assert [p.get("partial", False) for p in answer["series"][0]["points"]][:2] == [True, False]


def test_group_by_splits_and_the_rest_is_folded_together(http: httpx.Client) -> None:
    answer = trend(http, "heat", agg="max", from_=START, to=STOP, bucket="week", group_by="host,nothing")
    assert [s["labels"] for s in answer["series"]] == [{"host": h, "nothing": ""} for h in "ab"]
    assert [s["total"] for s in answer["series"]] == [points(1).max(), points(2).max()]
    together = trend(http, "heat", agg="count", from_=START, to=STOP, bucket="week", week_start="sunday")
    assert together["series"][0]["total"] == 6000
    assert [p["t"][:10] for p in together["series"][0]["points"]] == ["2025-12-28", "2026-01-04"]


def test_first_and_last_of_several_series_go_by_their_windows(http: httpx.Client) -> None:
    answer = trend(http, "heat", agg="last", from_=START, to=STOP, bucket="month")
    lasts = [(frame.index[-1].floor("15min"), frame.iloc[-1]) for frame in (points(1), points(2))]
    assert answer["series"][0]["total"] == max(lasts)[1]


def test_a_kind_has_its_own_aggregate(http: httpx.Client) -> None:
    assert [trend(http, m, from_=START, to=STOP)["agg"] for m in ("heat", "hits", "sales")] == ["avg", "rate", "sum"]
    assert trend(http, "sales", from_=START, to=STOP)["series"][0]["total"] == 11.0


def test_the_rate_of_a_counter_heals_resets(http: httpx.Client) -> None:
    answer = trend(http, "hits", from_=START, to=START + 3600, bucket="15m")
    grown = [600, 600, 30 + 600, 600]  # 0 600 | 1200 | 30 (after a reset) 630 | 1230
    lasted = [900, 900, 900, 300]  # the newest point is at 50 minutes
    assert list(values(answer).values()) == [pytest.approx(g / s) for g, s in zip(grown, lasted, strict=True)]
    assert answer["series"][0]["total"] == pytest.approx(sum(grown) / 3000)


@pytest.mark.parametrize(
    ("fill", "expected"),
    [("none", [1.5, 2.5]), ("zero", [1.5, 0, 0, 0, 2.5]), ("locf", [1.5] * 4 + [2.5]),
     ("null", [1.5, None, None, None, 2.5]), ("linear", [1.5, 1.75, 2.0, 2.25, 2.5])],
)  # fmt: skip
def test_gaps_are_filled_and_say_so(http: httpx.Client, fill: str, expected: list[float | None]) -> None:
    answer = trend(http, "sales", from_=START, to=START + 4500, bucket="15m", fill=fill)
    assert [p["v"] for p in answer["series"][0]["points"]] == expected
    assert [p.get("filled", False) for p in answer["series"][0]["points"]] == [False] + [True] * (len(expected) - 2) + [
        False
    ]
    assert answer["series"][0]["total"] == 4.0


def test_raw_points_come_as_they_are(http: httpx.Client) -> None:
    answer = trend(http, "sales", from_=START, to=START + 3 * 3600, timezone="Asia/Kathmandu")
    assert (answer["bucket"], answer["source"], answer["series"][0]["total"]) == ("raw", "samples", 7.0)
    assert answer["series"][0]["points"][1] == {"t": "2026-01-01T06:45:00+05:45", "v": 2.5, "n": 1}


@pytest.mark.parametrize(
    ("days", "bucket"), [(0.25, "raw"), (2, "15m"), (14, "1h"), (200, "day"), (1000, "week"), (1200, "month")]
)
def test_auto_takes_a_bucket_that_suits_the_range(http: httpx.Client, days: float, bucket: str) -> None:
    assert trend(http, "sales", agg="sum", from_=START, to=START + days * 86400)["bucket"] == bucket


def test_it_says_how_final_it_is(http: httpx.Client) -> None:
    answer = trend(http, "sales", from_="2026-01-01T00:00:00Z", to="2026-01-03T00:00:00+01:00", bucket="day")
    assert answer["complete_through"] == "2026-01-01T03:00:00+00:00"
    assert (answer["from"], answer["to"]) == ("2026-01-01T00:00:00+00:00", "2026-01-02T23:00:00+00:00")
    assert answer["series"][0]["points"][0]["partial"] is True
    assert (answer["source"], answer["kind"], answer["unit"]) == ("samples_1d", "money", None)


def test_all_begins_at_the_oldest_point(http: httpx.Client) -> None:
    answer = trend(http, "waits", time_range="all", bucket="month", agg="count")
    assert (answer["from"], answer["series"][0]["total"]) == ("2026-01-01T00:00:00+00:00", 3000)


def test_a_period_is_compared_with_the_one_before(http: httpx.Client) -> None:
    asked = {"from_": START + 4 * 86400, "to": START + 6 * 86400, "bucket": "day", "agg": "sum", "compare": "previous"}
    answer = trend(http, "heat", group_by="host", **asked)
    days = by_day(points(1), "UTC", "sum")
    then, now = days.iloc[2:4].sum(), days.iloc[4:6].sum()
    told = answer["comparison"]
    assert (told["from"], told["to"]) == ("2026-01-03T00:00:00+00:00", "2026-01-05T00:00:00+00:00")
    assert told["series"][0] == {
        "labels": {"host": "a"}, "total": pytest.approx(then), "change": pytest.approx(now - then),
        "change_pct": pytest.approx(100 * (now - then) / then), "trend_basis": "ok",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "basis"),
    [({"from_": START, "to": START + 86400}, "no_baseline"),
     ({"from_": START + 86400 * 8, "to": START + 86400 * 10}, "partial"),
     ({"from_": START + 86400 * 3, "to": START + 86400 * 8}, "no_baseline")],
)  # fmt: skip
def test_no_percentage_is_invented(http: httpx.Client, asked: dict, basis: str) -> None:
    told = trend(http, "heat", bucket="day", agg="sum", label_host="a", compare="previous", **asked)["comparison"]
    assert (told["trend_basis"], told["change_pct"]) == (basis, None)


@pytest.mark.parametrize(
    ("asked", "status", "says"),
    [({"metric": "nothing"}, 404, "no metric"), ({"timezone": "Mars"}, 400, "IANA"),
     ({"from_": STOP, "to": START}, 422, "before"), ({"from_": "yesterday"}, 422, "RFC 3339"),
     ({"time_range": "7d", "to": STOP}, 422, "either"), ({"to": "2026-01-01T00:00:00"}, 422, "zone"),
     ({"from_": START, "to": START + 86400 * 300, "bucket": "15m"}, 422, "bucket=1h"),
     ({"from_": START, "to": STOP, "bucket": "raw", "agg": "rate"}, 422, "bucket=15m"),
     ({"agg": "mode"}, 422, "agg"), ({"label.host": ["a", "b"]}, 422, "twice")],
)  # fmt: skip
def test_a_question_that_cannot_be_answered_says_why(http: httpx.Client, asked: dict, status: int, says: str) -> None:
    assert says in refused(http, "/api/v1/trends", status, **{"metric": "heat", **asked})


def test_labels_that_nothing_has_give_an_empty_answer(http: httpx.Client) -> None:
    assert trend(http, "heat", label_host="z", from_=START, to=STOP)["series"] == []


def test_every_aggregate_of_nothing_is_nothing(http: httpx.Client) -> None:
    for agg in (*PANDAS, "p95", "rate"):
        answer = trend(http, "heat", agg=agg, from_=START - 86400, to=START, label_host="a", bucket="1h")
        assert [(s["points"], s["total"]) for s in answer["series"]] == [([], None)]
