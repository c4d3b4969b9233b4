"""A counter from HTTP to its verdict: stored as it came, judged by its rate."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import numpy as np
import pytest

from ml.offline import score_series
from tests.integration.consuming import Bench, N, now, wave, working
from tests.integration.reading import reader
from tests.integration.writing import add_series


@pytest.fixture
def bench(database: str) -> Iterator[Bench]:
    with working(database) as one:
        yield one


def grown() -> tuple[np.ndarray, np.ndarray]:
    """A point a minute of a counter that grows by about 50 a minute, with resets and one burst, ending now."""
    t, growth = wave(now())
    growth[1100] = 4000
    v = np.cumsum(growth)
    for at in (300, 700, 1000):
        v[at:] -= v[at] - 20
    return t, v


@pytest.mark.parametrize("cut", [1, 301, 650, 1101])
def test_a_counter_is_judged_by_its_rate_wherever_it_is_cut(bench: Bench, cut: int) -> None:
    series = add_series(bench.conn, "served", "counter", cut=str(cut))
    t, v = grown()
    bench.send(series, t[:cut], v[:cut])
    bench.consumer.take([], snapshot=cut == 650)
    bench.restart()
    bench.send(series, t[cut:], v[cut:])
    opened = score_series(t, v, counter=True)[1]
    assert [row[0] for row in bench.episodes(series)] == opened.opened_at[opened.verb == 0].tolist() == [t[1100]]
    row = bench.conn.execute("select value, expected, reason from episodes where series_id = %s", (series,)).fetchone()
    assert row is not None
    assert row[0] == pytest.approx(4000 / 60) and row[1] == pytest.approx(50 / 60, rel=0.1)
    assert row[2].startswith("By its rate a second: ")


def test_what_is_stored_is_what_came(bench: Bench) -> None:
    series = add_series(bench.conn, "raw", "counter")
    t, v = grown()
    bench.send(series, t, v)
    rows = bench.conn.execute("select v from samples where series_id = %s order by t", (series,)).fetchall()
    assert [row[0] for row in rows] == v.tolist()


def test_late_points_of_a_counter_are_learned_as_rates(bench: Bench) -> None:
    series = add_series(bench.conn, "late", "counter")
    t, v = grown()
    late = np.arange(N) % 7 == 3
    bench.send(series, t[~late], v[~late])
    bench.send(series, t[late], v[late])
    assert bench.relearn() == 1
    other = add_series(bench.conn, "in order", "counter")
    bench.send(other, t, v)
    assert bench.state(series) == bench.state(other)


def test_a_kind_is_said_at_ingest(database: str) -> None:
    t = [now() // 1000 + i for i in range(3)]
    with reader(database) as http:
        body = {"series": [{"metric": "said", "kind": "counter", "t": t, "v": [1, 2, 3]}]}
        assert http.post("/api/v1/ingest", json=body).status_code == 202
        for measurement, params in (("told", {"counter": ["*_total"]}), ("untold", {})):
            asked = httpx.QueryParams({"precision": "ms", **params})
            line = f"{measurement} hits_total=1,load=2 {t[0]}"
            assert http.post(f"/api/v1/write?{asked}", content=line).status_code == 202
        found = http.get("/api/v1/series", params={"metric": "*"}).json()["items"]
    kinds = {s["metric"]: s["kind"] for s in found}
    assert (kinds["said"], kinds["told.hits_total"], kinds["told.load"]) == ("counter", "counter", "gauge")
    assert kinds["untold.hits_total"] == "gauge"  # a guess by name could not be taken back
