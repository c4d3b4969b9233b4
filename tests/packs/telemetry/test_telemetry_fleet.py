"""Correlations, cycles, a device against its fleet, and readings, each against the raw readings."""

from __future__ import annotations

from datetime import UTC, datetime

import httpx
import numpy as np
import pandas as pd
import pytest

from api.packs.telemetry.schemas_more import (
    CorrelationsResponse,
    CyclesResponse,
    FleetComparison,
    FleetOverview,
    ReadingsPage,
)
from tests.packs.telemetry.fleet import ZONES, get

LO, HI = "2026-03-26T00:00:00Z", "2026-03-31T00:00:00Z"


def hours(frame: pd.DataFrame, metric: str, device: str | None = None) -> pd.Series:
    """Means of the hours in [LO, HI), by UTC hour."""
    of = frame[(frame.metric == metric) & (frame.t >= LO) & (frame.t < HI)]
    of = of if device is None else of[of.device == device]
    return of.groupby(of.t.dt.floor("h")).v.mean()


@pytest.mark.req("S3-61")
@pytest.mark.parametrize("method", ["pearson", "spearman"])
def test_correlations_are_those_of_hourly_means(fleet: httpx.Client, frame: pd.DataFrame, method: str) -> None:
    names = ["battery.voltage", "network.latency", "solar.power"]
    said = get(fleet, "correlations", metrics=names, from_=LO, to=HI, resolution="1h", method=method)
    CorrelationsResponse.model_validate(said)
    want = pd.DataFrame({name: hours(frame, name) for name in names}).corr(method=method)
    assert np.allclose(np.array(said["matrix"], float), want.to_numpy(), rtol=1e-9)
    assert [one["n"] for one in said["pairs"]] == [120, 120, 120]
    sizes = [abs(one["r"]) for one in said["pairs"]]
    assert sizes == sorted(sizes, reverse=True)
    assert all(one["q"] >= one["p"] for one in said["pairs"])


@pytest.mark.req("S3-61")
def test_devices_can_be_correlated_with_each_other(fleet: httpx.Client, frame: pd.DataFrame) -> None:
    said = get(fleet, "correlations", metrics="solar.power", group_by="device", from_=LO, to=HI, resolution="1h")
    assert [one["labels"]["device"] for one in said["variables"]] == ["coach-1", "coach-2", "coach-3"]
    first, second = (hours(frame, "solar.power", f"coach-{n}") for n in (1, 2))
    assert said["matrix"][0][1] == pytest.approx(first.corr(second), rel=1e-9)


@pytest.mark.req("S3-61")
@pytest.mark.parametrize("zone", ZONES)
def test_the_usual_day_is_that_of_the_local_hours(fleet: httpx.Client, frame: pd.DataFrame, zone: str) -> None:
    lo, hi = (pd.Timestamp(day, tz=zone) for day in ("2026-03-26", "2026-03-31"))
    said = get(fleet, "cycles", metric="solar.power", from_=lo.isoformat(), to=hi.isoformat(), timezone=zone)
    CyclesResponse.model_validate(said)
    of = frame[(frame.metric == "solar.power") & (frame.t >= lo) & (frame.t < hi)]
    quarter = of.t.dt.floor("15min")
    local = quarter.dt.tz_convert(zone)
    # An hour of the zone begins on its full hour, of which there are two when clocks go back.
    begins = quarter - pd.to_timedelta(local.dt.minute, unit="min")
    each = of.groupby(begins).v.mean()
    slot = each.index.tz_convert(zone).hour
    want = each.groupby(slot).agg(["count", "mean"])
    assert [one["n"] for one in said["profile"]] == want["count"].reindex(range(24), fill_value=0).tolist()
    means = [one["mean"] for one in said["profile"] if one["n"]]
    assert np.allclose(means, want["mean"], rtol=1e-9)
    assert len(said["overlays"]) == 5
    assert not any(line["partial"] for line in said["overlays"])
    explained = (each.groupby(slot).transform("mean") - each.mean()).pow(2).sum() / (each - each.mean()).pow(2).sum()
    assert said["strength"] == pytest.approx(explained, rel=1e-9)


@pytest.mark.req("S3-61")
def test_the_usual_week_begins_on_the_day_that_is_asked_for(fleet: httpx.Client) -> None:
    said = get(fleet, "cycles", metric="tank.fresh", from_=LO, to=HI, period="week", week_start="thursday")
    assert len(said["profile"]) == 168
    assert [one["slot"] for one in said["profile"] if one["n"]] == list(range(5 * 24))  # 26 March is a Thursday


@pytest.mark.req("S3-93")
def test_a_device_is_compared_with_all_others_bucket_by_bucket(fleet: httpx.Client, frame: pd.DataFrame) -> None:
    said = get(
        fleet, "fleet/compare", metric="battery.voltage", device="coach-3", from_=LO, to=HI, resolution="1h"
    )  # fmt: skip
    FleetComparison.model_validate(said)
    mine = hours(frame, "battery.voltage", "coach-3")
    peers = pd.DataFrame({n: hours(frame, "battery.voltage", f"coach-{n}") for n in (1, 2)})
    assert np.allclose([one["v"] for one in said["points"]], mine, rtol=1e-12)
    assert np.allclose([one["median"] for one in said["points"]], peers.median(axis=1), rtol=1e-12)
    spread = 1.4826 * peers.sub(peers.median(axis=1), axis=0).abs().median(axis=1)
    assert np.allclose([one["robust_z"] for one in said["points"]], (mine - peers.median(axis=1)) / spread, rtol=1e-6)
    below = 100 * peers.lt(mine, axis=0).mean(axis=1)
    assert np.allclose([one["percentile_rank"] for one in said["points"]], below)
    assert (said["cohort"]["devices"], said["overall"]["peers"]) == (3, 2)


@pytest.mark.req("S3-93")
def test_the_fleet_is_listed_those_farthest_from_their_peers_first(fleet: httpx.Client, frame: pd.DataFrame) -> None:
    said = get(fleet, "fleet/overview", metric="tank.fresh", from_=LO, to=HI)
    FleetOverview.model_validate(said)
    of = frame[(frame.metric == "tank.fresh") & (frame.t >= LO) & (frame.t < HI)].groupby("device").v.mean()
    assert {one["device"]: pytest.approx(one["v"], rel=1e-12) for one in said["items"]} == of.to_dict()
    sizes = [abs(one["robust_z"]) for one in said["items"]]
    assert sizes == sorted(sizes, reverse=True)
    first = get(fleet, "fleet/overview", metric="tank.fresh", from_=LO, to=HI, limit=2)
    rest = get(fleet, "fleet/overview", metric="tank.fresh", from_=LO, to=HI, limit=2, cursor=first["next"])
    assert first["items"] + rest["items"] == said["items"]


@pytest.mark.req("S3-93")
def test_unknown_devices_and_wrong_questions_are_refused(fleet: httpx.Client) -> None:
    def status(path: str, **params: str) -> int:
        return fleet.get(f"/api/v1/telemetry/{path}", params=params).status_code

    assert status("fleet/compare", metric="tank.fresh", device="coach-9") == 404
    assert status("fleet/compare", metric="nothing", device="coach-1") == 404
    assert status("fleet/overview", metric="tank.fresh", group_by="device") == 422
    assert status("cycles", metric="tank.fresh", hours="9000") == 422
    assert status("cycles", metric="tank.fresh", period="year") == 422
    assert status("fleet/overview", metric="tank.fresh", cursor="x") == 400


@pytest.mark.req("S3-20", "S3-52")
def test_a_metric_is_recorded_and_its_readings_come_newest_first(fleet: httpx.Client, frame: pd.DataFrame) -> None:
    whole = get(
        fleet, "metrics/tank.fresh", label_device="coach-1", from_=LO, to="2026-03-26T03:00:00Z", limit=1000
    )  # fmt: skip
    ReadingsPage.model_validate(whole)
    of = frame[(frame.metric == "tank.fresh") & (frame.device == "coach-1") & (frame.t >= LO)]
    of = of[of.t < "2026-03-26T03:00:00Z"].sort_values("t", ascending=False)
    assert [one["value"] for one in whole["items"]] == of.v.tolist()
    assert whole["items"][0]["metadata"] == {"device": "coach-1"}
    assert whole["items"][0].keys() >= {"id", "value", "metadata", "timestamp"} and whole["metric_name"] == "tank.fresh"
    seen, cursor = [], None
    while cursor is not None or not seen:
        more = {"cursor": cursor} if cursor else {}
        page = get(fleet, "metrics/tank.fresh", from_=LO, to="2026-03-26T01:00:00Z", limit=50, **more)
        seen, cursor = seen + page["items"], page["next"]
    assert len({one["id"] for one in seen}) == len(seen) == 180


@pytest.mark.req("S3-52", "S3-53")
def test_recording_says_what_became_of_a_reading(fleet: httpx.Client) -> None:
    path = "/api/v1/telemetry/metrics/cpu.load"
    one = {"value": 0.5, "metadata": {"device": "a"}, "timestamp": datetime.now(UTC).isoformat()}
    assert fleet.post(path, json=one).json()["accepted"] == 1
    again = fleet.post(path, json=one).json()
    assert (again["accepted"], again["duplicate"]) == (0, 1)
    assert fleet.post(path, json={"value": "NaN"}).status_code == 422
    assert fleet.post(path, json={"value": 1, "timestamp": "yesterday"}).status_code == 400
    assert fleet.post(path, json={"value": 1, "metadata": {"__x": "y"}}).status_code == 400
    assert fleet.get("/api/v1/telemetry/metrics/nothing").status_code == 404
