"""Performance trends against the same numbers worked out from the raw readings, in zones where clocks change."""

from __future__ import annotations

from typing import Any

import httpx
import numpy as np
import pandas as pd
import pytest

from api.packs.telemetry.schemas import PerformanceTrendsResponse
from tests.packs.telemetry.fleet import HOT, ZONES, get

FROM, TO = "2026-03-26T00:00:00", "2026-03-31T00:00:00"


def between(frame: pd.DataFrame, zone: str, metric: str, start: str = FROM, stop: str = TO) -> pd.DataFrame:
    lo, hi = (pd.Timestamp(at, tz=zone) for at in (start, stop))
    return frame[(frame.metric == metric) & (frame.t >= lo) & (frame.t < hi)]


def asked(http: httpx.Client, zone: str, **params: Any) -> dict[str, Any]:
    lo, hi = (pd.Timestamp(at, tz=zone).isoformat() for at in (FROM, TO))
    return get(http, "trends", from_=lo, to=hi, timezone=zone, **params)


@pytest.mark.req("S3-50", "S3-53", "S3-54")
@pytest.mark.parametrize("zone", ZONES)
def test_every_number_is_that_of_the_raw_readings(fleet: httpx.Client, frame: pd.DataFrame, zone: str) -> None:
    said = asked(fleet, zone, metrics=["battery.voltage", "solar.*"], resolution="day")
    PerformanceTrendsResponse.model_validate(said)
    assert set(said["metrics"]) == {"battery.voltage", "solar.power"}
    for metric, data in said["metrics"].items():
        raw = between(frame, zone, metric)
        days = raw.groupby(raw.t.dt.tz_convert(zone).dt.date).v.agg(["mean", "count"])
        assert [point["n"] for point in data["points"]] == days["count"].tolist()
        assert np.allclose([point["v"] for point in data["points"]], days["mean"], rtol=1e-12)
        stats = data["stats"]
        assert stats["n"] == len(raw)
        assert (stats["min"], stats["max"]) == (raw.v.min(), raw.v.max())
        assert stats["mean"] == pytest.approx(raw.v.mean(), rel=1e-12)
        assert stats["total"] == pytest.approx(stats["mean"], rel=1e-12)
    assert said["summary"]["points"] == sum(data["stats"]["n"] for data in said["metrics"].values())


@pytest.mark.req("S3-50")
def test_the_direction_compares_with_the_window_before_and_says_when_it_cannot(
    fleet: httpx.Client, frame: pd.DataFrame
) -> None:
    lo, mid, hi = "2026-03-26T00:00:00", "2026-03-28T00:00:00", "2026-03-30T00:00:00"
    zone = "UTC"
    said = get(fleet, "trends", from_=mid + "Z", to=hi + "Z", metrics="temperature.interior", resolution="1h")
    trend = said["metrics"]["temperature.interior"]["trend"]
    now = between(frame, zone, "temperature.interior", mid, hi)
    before = between(frame, zone, "temperature.interior", lo, mid)
    assert trend["trend_basis"] == "ok"
    assert trend["before"] == pytest.approx(before.v.mean(), rel=1e-12)
    assert trend["change_pct"] == pytest.approx(100 * (now.v.mean() / before.v.mean() - 1), rel=1e-9)
    assert trend["direction"] == ("up" if now.v.mean() > before.v.mean() else "down")
    hours = now.groupby(now.t.dt.floor("h")).v.mean()
    x = np.arange(len(hours))
    assert trend["slope_per_hour"] == pytest.approx(np.polyfit(x, hours.to_numpy(), 1)[0], rel=1e-6)
    first = get(fleet, "trends", from_="2026-03-24T23:00:00Z", to="2026-03-27T00:00:00Z", metrics="tank.fresh")
    assert first["metrics"]["tank.fresh"]["trend"] | {"slope_per_hour": 0, "slope_points": 0} == {
        "direction": None, "trend_basis": "no_baseline", "change": None, "change_pct": None, "before": None,
        "slope_per_hour": 0, "slope_points": 0,
    }  # fmt: skip


@pytest.mark.req("S3-50", "S3-61")
def test_a_split_metric_has_a_part_a_device_with_its_band_and_anomalies(fleet: httpx.Client) -> None:
    said = asked(fleet, "Europe/Berlin", metrics="temperature.interior", group_by="device", resolution="15m")
    assert list(said["metrics"]) == [f"temperature.interior{{device=coach-{n}}}" for n in (1, 2, 3)]
    for data in said["metrics"].values():
        assert len(data["band"]) > 300
        flagged = {point["t"] for point in data["points"] if point.get("anomaly")}
        for one in data["anomalies"]:
            start, stop = pd.Timestamp(one["opened_at"]).floor("15min"), pd.Timestamp(one["last_at"])
            met = {p["t"] for p in data["points"] if start <= pd.Timestamp(p["t"]) <= stop}
            assert met <= flagged
        assert bool(flagged) == bool(data["anomalies"])
    assert sum(len(data["anomalies"]) for data in said["metrics"].values()) == said["summary"]["anomalies"]
    hot = said["metrics"]["temperature.interior{device=coach-3}"]["anomalies"]
    assert any(pd.Timestamp(one["opened_at"]) == HOT for one in hot)


@pytest.mark.req("S3-53")
def test_what_makes_no_sense_is_refused(fleet: httpx.Client) -> None:
    def status(**params: Any) -> int:
        return fleet.get("/api/v1/telemetry/trends", params=params).status_code

    assert status(metrics="nothing.here") == 404
    assert status(hours=2, **{"from": "2026-03-26T00:00:00Z"}) == 422
    assert status(hours=-1) == 422
    assert status(resolution="year") == 422
    assert status(timezone="Mars/Olympus") == 400
    assert status(metrics=["a"] * 51) == 422
    assert status(**{"from": "2026-03-27T00:00:00Z", "to": "2026-03-26T00:00:00Z"}) == 422


@pytest.mark.req("S3-33", "S3-50")
def test_the_literal_path_works_and_is_gone_while_the_dashboard_is_off(fleet: httpx.Client) -> None:
    own = fleet.get("/api/v1/telemetry/trends", params={"metrics": "tank.fresh", "hours": 24})
    literal = fleet.get("/analytics/trends", params={"metrics": "tank.fresh", "hours": 24})
    assert (own.status_code, literal.status_code) == (200, 200)
    assert literal.json()["metrics"]["tank.fresh"]["stats"]["n"] == 0
    for name in ("insights", "patterns", "recommendations", "metrics/tank.fresh", "correlations"):
        assert fleet.get(f"/analytics/{name}").status_code == 200, name
    fleet.put("/api/v1/flags/persistence", json={"enabled": False})
    assert fleet.get("/analytics/trends", params={"metrics": "tank.fresh"}).status_code == 200
    fleet.put("/api/v1/flags/analytics_dashboard", json={"enabled": False})
    try:
        gone = fleet.get("/analytics/trends", params={"metrics": "tank.fresh"})
        assert (gone.status_code, gone.json()["detail"]) == (404, "Analytics dashboard disabled")
        assert httpx.get(f"{fleet.base_url}/analytics/trends", timeout=60).status_code == 401
    finally:
        for name in ("analytics_dashboard", "persistence"):
            fleet.delete(f"/api/v1/flags/{name}")
