"""The same points from a file, over HTTP and in batches of any cut: the same scores, the same alerts."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise

import numpy as np
import psycopg
import pytest
from typer.testing import CliRunner

from cli.main import app
from cli.score_judge import ALERT
from ml.watch import Watch
from tests.running import Service, serving

pytestmark = pytest.mark.one_engine("scores do not depend on where points are stored")

N, STEP_S = 2400, 60
BATCHES = {"one": [N], "some": [700, 1, 0, 1299, 400], "many": [100] * 24}
"""Name of a series -> how its points are cut into requests."""
Scored = tuple[list[dict[str, str]], int]
"""The rows of the result of `tidewatch score`, and how many alerts it tells of."""


@pytest.fixture(scope="module")
def points() -> tuple[np.ndarray, np.ndarray]:
    """A daily season with spikes and a shift, ending now: t int64[N] us, v."""
    end = int(datetime.now(UTC).timestamp()) // STEP_S * STEP_S
    t = (end - STEP_S * np.arange(N, dtype=np.int64)[::-1]) * 1_000_000
    v = 50 + 3 * np.sin(2 * np.pi * np.arange(N) / 1440) + np.random.default_rng(3).normal(0, 1, N)
    v[[1500, 1501, 1900]] += [40, 60, -50]
    v[2200:] += 25
    return t, v


@pytest.fixture(scope="module")
def scored(points: tuple[np.ndarray, np.ndarray], tmp_path_factory: pytest.TempPathFactory) -> Scored:
    """Of a file with a double instant and a row that holds no point."""
    folder = tmp_path_factory.mktemp("score")
    rows = [(int(us), repr(float(x))) for us, x in zip(*points, strict=True)]
    lines = [f"{us},{x}" for us, x in [*rows[:900], (rows[900][0], "1e9"), (rows[900][0] + 1, ""), *rows[900:]]]
    (folder / "a.csv").write_text("timestamp,value\n" + "\n".join(lines) + "\n")
    done = CliRunner().invoke(app, ["score", str(folder / "a.csv"), "--out", str(folder / "out"), "--json"])
    assert done.exit_code == 0, done.output
    with (folder / "out" / "a.csv").open(newline="") as file:
        found = list(csv.DictReader(file))
    told = json.loads(done.stdout)["files"][0]
    assert told["rows"] == len(found) == N + 2
    assert (found[900]["anomaly_score"], found[901]["label"]) == (found[902]["anomaly_score"], "0")
    return found[:900] + found[902:], told["alerts"]


@pytest.fixture(scope="module")
def service(
    database: str, points: tuple[np.ndarray, np.ndarray], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Service]:
    """The same points ingested three times, in other cuts, the double instant with them."""
    t, v = points
    with serving(database, tmp_path_factory.mktemp("logs")) as service:
        for name, sizes in BATCHES.items():
            edges = np.cumsum([0, *sizes]).tolist()
            for a, b in pairwise(edges):
                times, values = t[a:b].tolist(), v[a:b].tolist()
                if a <= 900 < b:
                    times, values = [*times[: 900 - a], times[900 - a], *times[900 - a :]], values.copy()
                    values.insert(900 - a, 1e9)
                series = {"metric": "same", "labels": {"cut": name}, "t": times, "v": values}
                answer = service.post("/api/v1/ingest", {"series": [series]}) if times else {"rejected": []}
                assert answer["rejected"] == []
            service.drain()
        yield service


def episodes(service: Service, cut: str) -> list[tuple]:
    with psycopg.connect(service.database) as conn:
        return conn.execute(
            "select (extract(epoch from opened_at) * 1e6)::bigint, (extract(epoch from last_at) * 1e6)::bigint,"
            " (extract(epoch from peak_at) * 1e6)::bigint, score, points, state from episodes e"
            " join series s on s.id = e.series_id where s.labels->>'cut' = %s order by opened_at, e.id",
            (cut,),
        ).fetchall()


@pytest.mark.parametrize("cut", BATCHES)
def test_a_file_says_what_the_pipeline_says(service: Service, scored: Scored, cut: str) -> None:
    found, (rows, alerts) = episodes(service, cut), scored
    score = {int(row["timestamp"]): float(row["anomaly_score"]) for row in rows}
    alarms = [int(row["timestamp"]) for row in rows if row["label"] == "1"]
    assert len(found) == alerts >= 2
    assert [score[peak] for _, _, peak, *_ in found] == [one[3] for one in found]
    assert all(score[opened] >= ALERT for opened, *_ in found)
    assert all(any(opened <= t <= last for opened, last, *_ in found) for t in alarms)


def test_how_requests_were_cut_changes_no_episode(service: Service) -> None:
    one, some, many = (episodes(service, cut) for cut in BATCHES)
    assert one == some == many


@pytest.mark.parametrize("cut", BATCHES)
def test_a_replay_in_other_batches_scores_as_the_file(
    points: tuple[np.ndarray, np.ndarray], scored: Scored, cut: str
) -> None:
    t, v = points
    watch, edges = Watch(), np.cumsum([0, *BATCHES[cut]]).tolist()
    parts = []
    for a, b in pairwise(edges):
        verdicts, _ = watch.run(np.zeros(b - a, np.int32), t[a:b], v[a:b])
        parts.append(np.nan_to_num(verdicts.score))
        saved, watch = watch.dump(0), Watch()
        watch.load(0, saved)
    assert np.concatenate(parts).tolist() == [float(row["anomaly_score"]) for row in scored[0]]
