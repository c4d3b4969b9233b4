"""Real machine data end to end: every file goes in over HTTP, and comes out as rows, trends and verdicts.

The files are those of the Numenta Anomaly Benchmark, read from the data folder beside the checkout.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pandas as pd
import psycopg
import pytest

from db.engine import recorded
from db.pool import connect
from db.settings import DatabaseSettings
from db.upkeep import PostgresUpkeep
from ml.offline import score_series
from tests.engines import Server, available
from tests.running import Service, serving

FOLDER = Path(__file__).parents[2].parent / "shared" / "data" / "nab" / "data"
FILES = sorted(FOLDER.glob("*/*.csv"))
SOME = {path.parent: path for path in FILES}.values()
"""A file of each folder. Scores are the same on every engine, so the others read just these."""
ZONES = ("UTC", "America/St_Johns", "Asia/Kathmandu")
FOLDS = {"sum": "sum", "min": "min", "max": "max", "count": "count", "avg": "mean"}


def files() -> list[object]:
    """All for the first engine, some for the others."""
    why = pytest.mark.one_engine("a file of each folder is enough to see what an engine makes of them")
    return [pytest.param(path, id=path.stem, marks=() if path in SOME else why) for path in FILES]


if not FILES:
    pytest.skip(f"NO REAL DATA: {FOLDER} is absent, so nothing here is shown", allow_module_level=True)


@pytest.fixture(scope="module")
def service(database: str, server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """Every file of the engine ingested, as its producer would send it."""
    with serving(database, tmp_path_factory.mktemp("logs")) as service:
        for path in FILES if server.engine == next(iter(available())) else SOME:
            rows = pd.read_csv(path)
            t = [f"{when.replace(' ', 'T')}Z" for when in rows["timestamp"]]
            series = {"metric": "nab", "labels": {"file": path.stem}, "t": t, "v": rows["value"].tolist()}
            answer = service.post("/api/v1/ingest", {"series": [series]})
            assert answer["accepted"] + answer["duplicate"] == len(rows)
            assert answer["rejected"] == []
        service.drain()
        _refresh_half(service)
        yield service


def _refresh_half(service: Service) -> None:
    """Roll up the older half of the windows: answers are the same from rollups and from what waits for a refresh."""
    with connect(service.database) as conn:
        engine = recorded(conn)
        assert engine is not None
        row = conn.execute("select count(*) from dirty_windows").fetchone()
        assert row is not None
        done = PostgresUpkeep(conn, engine, DatabaseSettings()).refresh_rollups(datetime.now(UTC), row[0] // 2)
        assert done == row[0] // 2


def _file(path: Path) -> pd.Series:
    """A file as it should be stored: one value an instant, the later one."""
    rows = pd.read_csv(path, parse_dates=["timestamp"]).set_index("timestamp")["value"]
    rows.index = rows.index.tz_localize("UTC")
    return rows[~rows.index.duplicated(keep="last")].sort_index()


def _micros(rows: pd.Series) -> np.ndarray:
    return rows.index.as_unit("us").asi8.astype(np.int64)


@pytest.mark.parametrize("path", files())
def test_rows_in_are_rows_stored(service: Service, path: Path) -> None:
    rows = _file(path)
    with psycopg.connect(service.database) as conn:
        stored = conn.execute(
            "select (extract(epoch from t) * 1e6)::bigint, v from samples join series on id = series_id"
            " where labels->>'file' = %s order by t",
            (path.stem,),
        ).fetchall()
    assert [row[0] for row in stored] == _micros(rows).tolist()
    assert [row[1] for row in stored] == rows.tolist()


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("path", files())
def test_trends_equal_a_direct_computation(service: Service, path: Path, zone: str) -> None:
    rows = _file(path)
    days = rows.tz_convert(zone).groupby(lambda when: when.date())
    for agg, fold in FOLDS.items():
        answer = service.get(
            "/api/v1/trends", metric="nab", agg=agg, bucket="day", timezone=zone, time_range="all",
            **{"label.file": path.stem},
        )  # fmt: skip
        got = {pd.Timestamp(point["t"]).date(): point["v"] for point in answer["series"][0]["points"]}
        expected = days.agg(fold).to_dict()
        assert got.keys() == expected.keys()
        assert np.allclose([got[day] for day in expected], list(expected.values()), rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("path", files())
def test_verdicts_equal_an_offline_run(service: Service, path: Path) -> None:
    rows = _file(path)
    _, changes = score_series(_micros(rows), rows.to_numpy(float))
    opened = changes.opened_at[changes.verb == 0].tolist()
    closed = changes.verb == 2
    with psycopg.connect(service.database) as conn:
        stored = conn.execute(
            "select (extract(epoch from opened_at) * 1e6)::bigint, state, score, points from episodes e"
            " join series s on s.id = e.series_id where s.labels->>'file' = %s order by opened_at, e.id",
            (path.stem,),
        ).fetchall()
    assert [row[0] for row in stored] == opened
    done = [row for row in stored if row[1] == "closed"]
    assert [row[2] for row in done] == changes.score[closed].tolist()
    assert [row[3] for row in done] == changes.points[closed].tolist()
