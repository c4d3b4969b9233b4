"""Layouts, thresholds and figures over HTTP: kept with versions, refused where they cannot be meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import numpy as np
import pandas as pd
import pytest

from api.packs.telemetry.schemas_own import KpiOut, KpiValues, LayoutOut, ThresholdOut
from tests.integration.consuming import Bench, now, working
from tests.integration.writing import add_series
from tests.packs.telemetry.fleet import ZONES, T, get
from tests.serving import user


@pytest.fixture
def bench(database: str) -> Iterator[Bench]:
    with working(database) as one:
        yield one


@pytest.mark.req("S3-69")
def test_a_layout_is_kept_and_two_windows_do_not_overwrite_each_other(fleet: httpx.Client) -> None:
    path, one = f"{T}/layouts/home", {"columns": 2, "panels": [{"metric": "cpu.load", "hours": 24}]}
    made = fleet.put(path, json=one, headers={"If-None-Match": "*"})
    assert (made.status_code, made.headers["ETag"]) == (200, '"1"')
    LayoutOut.model_validate(made.json())
    assert fleet.put(path, json={}, headers={"If-None-Match": "*"}).status_code == 412
    assert fleet.put(path, json={"columns": 3}, headers={"If-Match": '"1"'}).headers["ETag"] == '"2"'
    late = fleet.put(path, json={"columns": 4}, headers={"If-Match": '"1"'})
    assert (late.status_code, "version 2" in late.json()["detail"]) == (412, True)
    assert get(fleet, "layouts/home")["layout"] == {"columns": 3}
    assert [item["name"] for item in get(fleet, "layouts")["items"]] == ["home"]
    assert fleet.delete(path, headers={"If-Match": '"1"'}).status_code == 412
    assert (fleet.delete(path).status_code, fleet.get(path).status_code) == (204, 404)


@pytest.mark.req("S3-69")
def test_a_layout_is_its_users_own(fleet: httpx.Client, database: str) -> None:
    email, password = user(database, "viewer")
    token = fleet.post("/api/v1/auth/login", json={"email": email, "password": password}).json()["access_token"]
    theirs = {"Authorization": f"Bearer {token}"}
    assert fleet.put(f"{T}/layouts/mine", json={"a": 1}, headers=theirs).status_code == 200
    assert fleet.get(f"{T}/layouts/mine").status_code == 404
    assert get(fleet, "layouts")["items"] == []


@pytest.mark.req("S3-69")
@pytest.mark.parametrize(
    "body",
    ["[]", "{\"a\": NaN}", "{\"a\": 1e999}", "{\"a\": \"\\u0000\"}", "{\"\\u0000\": 1}", "{\"a\": \"\\ud800\"}",
     "{\"a\": 99999999999999999999}", "{\"a\":" * 20 + "1" + "}" * 20],
)  # fmt: skip
def test_a_layout_that_cannot_be_kept_is_refused(fleet: httpx.Client, body: str) -> None:
    answer = fleet.put(f"{T}/layouts/odd", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 422, answer.text
    assert fleet.put(f"{T}/layouts/big", json={"a": "x" * 70_000}).status_code == 413
    assert fleet.put(f"{T}/layouts/odd", json={}, headers={"If-Match": "three"}).status_code == 422


@pytest.mark.req("S3-66")
def test_a_threshold_is_set_tells_and_is_over(fleet: httpx.Client, bench: Bench) -> None:
    series = add_series(bench.conn, "cpu.heat", device="a")
    body = {"metric": "cpu.heat", "warn_above": 80, "critical_above": 95, "hysteresis": 2}
    put = fleet.put(f"{T}/thresholds/hot", json=body)
    ThresholdOut.model_validate(put.json())
    assert (put.status_code, put.json()["warn_above"]) == (200, 80)
    assert fleet.get("/api/v1/policies/threshold.hot").json()["levels"]["critical_above"] == 95
    assert [item["name"] for item in get(fleet, "thresholds")["items"]] == ["hot"]
    bench.consumer.adopt(bench.store.policy_version())
    t = now() - 60_000_000 * np.arange(3, -1, -1, dtype=np.int64)
    bench.send(series, t, [50, 85, 96, 97])
    said = get(fleet, "trends", metrics="cpu.heat", hours=1, resolution="raw")
    (alert,) = said["alerts"]
    assert (alert["kind"], alert["severity"], alert["state"], alert["value"]) == (
        "threshold", "critical", "raised", 96.0,
    )  # fmt: skip
    assert said["summary"]["alerts_open"]["critical"] == 1
    assert "cpu.heat on device=a" in said["summary"]["headline"]
    assert [bool(p.get("anomaly")) for p in said["metrics"]["cpu.heat"]["points"]] == [False, True, True, True]
    assert fleet.delete(f"{T}/thresholds/hot").status_code == 204
    bench.consumer.adopt(bench.store.policy_version())
    (alert,) = get(fleet, "trends", metrics="cpu.heat", hours=1)["alerts"]
    assert (alert["state"], alert["reason"]) == ("closed", "Its level was removed.")


@pytest.mark.req("S3-66")
@pytest.mark.parametrize(
    "levels",
    [{}, {"hysteresis": 1}, {"warn_above": 5, "critical_above": 4}, {"warn_below": 5, "critical_below": 6},
     {"warn_above": 5, "warn_below": 5}, {"warn_above": 5, "hysteresis": -1}],
)  # fmt: skip
def test_levels_that_cannot_be_meant_are_refused(fleet: httpx.Client, levels: dict[str, Any]) -> None:
    assert fleet.put(f"{T}/thresholds/odd", json={"metric": "a", **levels}).status_code == 422
    assert fleet.put("/api/v1/policies/odd", json={"metric": "a", "levels": levels}).status_code == 422


FROM, TO = "2026-03-26", "2026-03-31"
RATIO = {"title": "Sun a volt", "expression": 'avg(solar.power) / avg(battery.voltage{device="coach-1"})', "unit": "W"}


@pytest.mark.req("S3-67")
@pytest.mark.parametrize("zone", ZONES)
def test_a_figure_is_worked_out_in_each_local_day(fleet: httpx.Client, frame: pd.DataFrame, zone: str) -> None:
    assert fleet.put(f"{T}/kpis/sun", json=RATIO).status_code == 200
    lo, hi = (pd.Timestamp(at, tz=zone) for at in (FROM, TO))
    said = get(fleet, "kpis/sun/values", from_=lo.isoformat(), to=hi.isoformat(), timezone=zone, resolution="day")
    KpiValues.model_validate(said)
    inside = frame[(frame.t >= lo) & (frame.t < hi)]
    sun = inside[inside.metric == "solar.power"]
    volt = inside[(inside.metric == "battery.voltage") & (inside.device == "coach-1")]
    days = [part.groupby(part.t.dt.tz_convert(zone).dt.date).v.mean() for part in (sun, volt)]
    assert np.allclose([point["v"] for point in said["points"]], days[0] / days[1], rtol=1e-12)
    assert said["total"] == pytest.approx(sun.v.mean() / volt.v.mean(), rel=1e-12)
    assert said["complete_through"] == said["to"]


@pytest.mark.req("S3-67")
def test_a_figure_divided_by_nothing_is_null_and_an_unknown_metric_is_said(fleet: httpx.Client) -> None:
    def preview(expression: str) -> httpx.Response:
        span = {"from": FROM + "T00:00:00Z", "to": "2026-03-26T06:00:00Z", "resolution": "1h"}
        return fleet.get(f"{T}/kpi-preview", params={"expression": expression, **span})

    zero = preview("avg(tank.fresh) / (avg(tank.fresh) - avg(tank.fresh))").json()
    assert ([point["v"] for point in zero["points"]], zero["total"]) == ([None] * 6, None)
    assert preview("avg(nothing.there)").status_code == 404
    assert preview("avg(").status_code == 422
    none = preview('avg(tank.fresh{device="coach-9"})').json()
    assert none["warnings"] == ["tank.fresh has no points with these labels."]


@pytest.mark.req("S3-67")
def test_a_figure_is_written_as_a_metric_once(fleet: httpx.Client, bench: Bench, database: str) -> None:
    assert fleet.post(f"{T}/kpis/sun/backfill", json={"days": 1}).status_code == 409
    made = fleet.put(f"{T}/kpis/heat", json={"title": "Heat", "expression": "max(cpu.warm)", "record": "15m"})
    KpiOut.model_validate(made.json())
    series = add_series(bench.conn, "cpu.warm", device="b")
    t = now() // 900_000_000 * 900_000_000 - 900_000_000 * np.arange(8, 0, -1, dtype=np.int64)
    bench.send(series, np.append(t, now()), np.append(np.arange(8.0), 8.0), history=True)
    done = fleet.post(f"{T}/kpis/heat/backfill", json={"days": 1}).json()
    assert done == {"metric": "kpi.heat", "written": 8}
    bench.conn.execute("update journal set shard = 0 where batch is null")
    bench.consumer.take(bench.store.waiting(0, 10**6), snapshot=False)
    assert fleet.post(f"{T}/kpis/heat/backfill", json={"days": 1}).json()["written"] == 0
    written = get(fleet, "metrics/kpi.heat", hours=3, limit=1000)["items"]
    assert [item["value"] for item in reversed(written)] == [float(n) for n in range(8)]
    starts = [pd.Timestamp(item["timestamp"]).value // 1000 for item in reversed(written)]
    assert starts == t.tolist()


@pytest.mark.req("S3-67")
@pytest.mark.parametrize(
    "change",
    [{"expression": "1 + 1"}, {"expression": "avg(x"}, {"expression": "avg(kpi.own)"}, {"record": "day"}, {"title": ""},
     {"more": 1}],
)  # fmt: skip
def test_figures_that_cannot_be_meant_are_refused(fleet: httpx.Client, change: dict[str, Any]) -> None:
    answer = fleet.put(f"{T}/kpis/own", json={"title": "x", "expression": "avg(a)"} | change)
    assert answer.status_code == 422
    assert fleet.put(f"{T}/kpis/Not%20One", json=RATIO).status_code == 422
