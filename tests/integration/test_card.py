"""The design card: what it is built of, where points land, what runs by itself, and whom it serves."""

from __future__ import annotations

import time
import tomllib
from collections.abc import Iterator

import httpx
import pytest

from db.pool import connect
from tests.architecture.source import ROOT, imports, python_files
from tests.engines import Server
from tests.integration.alert_rows import raise_alert
from tests.integration.live_client import subscribed
from tests.pipelines import drain
from tests.serving import KEY, Api, serving, user
from workers import contract
from workers.schedule import BEAT

ROOM_OF = {
    "fastapi": "api", "asyncpg": "api", "psycopg": "db", "celery": "workers", "redis": "api", "sklearn": "ml",
    "statsmodels": "ml", "pydantic": "api", "pytest": "tests",
}  # fmt: skip


@pytest.fixture(scope="module")
def api(database: str) -> Iterator[Api]:
    with serving(database, live_poll=0.05) as running:
        yield running


@pytest.mark.req("C-01")
@pytest.mark.parametrize(("package", "room"), ROOM_OF.items())
def test_it_is_built_of_the_packages_of_the_card(package: str, room: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    asked = " ".join(project["dependencies"] + project["optional-dependencies"]["dev"])
    assert package.replace("sklearn", "scikit-learn") in asked
    used = {name.split(".")[0] for path in python_files(room) for name in imports(path)}
    assert package in used, f"{room} does not use {package}"


@pytest.mark.req("C-02")
@pytest.mark.parametrize("room", ["api", "workers", "ml", "db", "tests"])
def test_the_rooms_of_the_card_are_there(room: str) -> None:
    assert len(list(python_files(room))) > 20


@pytest.mark.req("C-03", "S3-90")
def test_points_land_in_hypertables_and_trends_come_from_aggregates(database: str, server: Server) -> None:
    with connect(database) as conn:
        kind = dict(conn.execute("select relname, relkind from pg_class where relnamespace = 'public'::regnamespace"))
        if server.engine == "plain":
            assert kind["samples"] == "p" and kind["samples_15m"] == "r"
            return
        hyper = conn.execute("select hypertable_name from timescaledb_information.hypertables").fetchall()
        assert {("samples",), ("events",)} <= set(hyper)
        views = conn.execute("select view_name from timescaledb_information.continuous_aggregates").fetchall()
        wanted = {("samples_15m",), ("samples_1h",), ("samples_1d",)} if server.engine == "community" else set()
        assert wanted <= set(views)


@pytest.mark.req("C-04")
def test_beat_runs_the_models_whose_findings_say_what_to_do() -> None:
    tasks = {entry["task"] for entry in BEAT.values()}
    assert {contract.FIND_INSIGHTS, contract.FIND_PATTERNS, contract.COMPARE_COHORTS, contract.MAKE_FORECASTS} <= tasks


@pytest.mark.req("C-05", "C-06")
async def test_viewers_operators_and_subscribers_are_served(api: Api, database: str) -> None:
    points = [{"metric": "card.load", "t": time.time() - 86_400 * day, "v": day} for day in range(300, -1, -30)]
    async with httpx.AsyncClient(base_url=api.http, timeout=30) as http:
        await http.post("/api/v1/ingest", json={"points": points}, headers={"Authorization": f"Bearer {KEY}"})
        drain(database)
        viewer, operator = await token(http, database, "viewer"), await token(http, database, "operator")
        trend = await http.get("/api/v1/trends?metric=card.load&time_range=1y&bucket=month&agg=count", headers=viewer)
        assert trend.json()["series"][0]["total"] == len(points)
        assert trend.json()["source"].startswith("samples_1")
        for path in ("insights", "telemetry/recommendations", "milestones"):
            assert (await http.get(f"/api/v1/{path}", headers=viewer)).status_code == 200, path
        rule = {"metric": "card.*", "direction": "above"}
        put = [await http.put("/api/v1/policies/card", json=rule, headers=who) for who in (viewer, operator)]
        assert [answer.status_code for answer in put] == [403, 200], put[-1].text
    async with subscribed(api, viewer["Authorization"].removeprefix("Bearer ")) as client:
        seq = raise_alert(database, "card.load", "critical")
        assert (await client.hear_kind("alert"))["seq"] == seq


async def token(http: httpx.AsyncClient, database: str, role: str) -> dict[str, str]:
    email, password = user(database, role)
    answer = await http.post("/api/v1/auth/login", json={"email": email, "password": password})
    return {"Authorization": f"Bearer {answer.json()['access_token']}"}
