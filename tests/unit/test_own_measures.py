"""What we measure of ourselves: growth between two looks, and a quantile of a histogram."""

from __future__ import annotations

import math

import numpy as np
import pytest
from prometheus_client import CollectorRegistry, Histogram

from workers.own import LEVELS, Sample, cumulative, points, policy_of, quantile, unit_of


def requests(*rows: tuple[str, str, float, int]) -> list[Sample]:
    """(route, status, seconds, how many) as /metrics says them."""
    registry = CollectorRegistry()
    seen = Histogram(
        "tidewatch_request_seconds", "x", ["route", "method", "status"], buckets=(0.1, 1, 5), registry=registry
    )
    for route, status, seconds, n in rows:
        for _ in range(n):
            seen.labels(route, "GET", status).observe(seconds)
    return [Sample(s.name, s.labels, s.value) for family in registry.collect() for s in family.samples]


@pytest.mark.req("S3-80")
def test_what_grew_since_the_last_look_is_written() -> None:
    tasks = [
        Sample("tidewatch_task_runs_total", {"task": "x", "outcome": o}, n) for o, n in (("done", 7), ("failed", 2))
    ]
    cache = [Sample("tidewatch_cache_total", {"name": "x", "outcome": o}, n) for o, n in (("hit", 3), ("miss", 1))]
    first = cumulative([*tasks, *cache, *requests(("/a", "200", 0.05, 10))])
    later = [
        Sample("tidewatch_task_runs_total", {"task": "x", "outcome": "failed"}, 5),
        Sample("tidewatch_cache_total", {"name": "x", "outcome": "hit"}, 6),
        Sample("tidewatch_cache_total", {"name": "x", "outcome": "miss"}, 2),
        *requests(("/a", "200", 0.05, 10), ("/a", "200", 3.0, 10), ("/b", "500", 0.05, 1), ("/b", "503", 0.05, 2),
                  ("/metrics", "200", 4.0, 99)),
        Sample("tidewatch_process_bytes", {"process": "api", "pid": "1"}, 1e9),
        Sample("tidewatch_process_bytes", {"process": "worker", "pid": "2"}, 2e9),
    ]  # fmt: skip
    found = points(cumulative(later), first, later, 5e6, 0.5)
    assert found["tidewatch.tasks.failed"] == 3
    assert found["tidewatch.cache.hit_ratio"] == 0.75
    assert (found["tidewatch.api.errors"], found["tidewatch.api.unavailable"]) == (1, 2)
    assert found["tidewatch.api.requests"] == 13
    assert 1 < found["tidewatch.api.p95_seconds"] <= 5
    assert (found["tidewatch.process.bytes"], found["tidewatch.processes.bytes"]) == (2e9, 3e9)
    assert (found["tidewatch.database.bytes"], found["tidewatch.journal.lag_seconds"]) == (5e6, 0.5)


def test_a_process_that_began_anew_has_grown_by_what_it_has() -> None:
    now = cumulative([Sample("tidewatch_task_runs_total", {"task": "x", "outcome": "failed"}, 1)])
    assert points(now, {"failed": 9.0}, [], 0, 0)["tidewatch.tasks.failed"] == 1
    assert "tidewatch.tasks.failed" not in points(now, None, [], 0, 0)
    assert "tidewatch.api.p95_seconds" not in points(now, {}, [], 0, 0)


def test_a_quantile_lies_on_the_line_within_its_bucket() -> None:
    bounds = [(0.1, 50.0), (1.0, 90.0), (5.0, 100.0), (math.inf, 100.0)]
    assert quantile(bounds, 0.5) == pytest.approx(0.1)
    assert quantile(bounds, 0.9) == pytest.approx(1.0)
    assert quantile(bounds, 0.95) == pytest.approx(3.0)
    assert quantile([(0.1, 0.0), (math.inf, 4.0)], 0.95) == 0.1
    v = np.sort(np.random.default_rng(1).uniform(0, 4, 10_000))
    edges = [0.5, 1, 2, 4]
    counted = [(edge, float((v <= edge).sum())) for edge in edges] + [(math.inf, float(len(v)))]
    assert quantile(counted, 0.95) == pytest.approx(np.quantile(v, 0.95), abs=0.1)


def test_levels_are_policies_and_units_follow_from_names() -> None:
    for metric in LEVELS:
        policy = policy_of(metric)
        assert (policy["metric"], policy["warn_above"] <= policy["critical_above"]) == (metric, True)
    assert [unit_of(m) for m in ("tidewatch.process.bytes", "tidewatch.api.p95_seconds", "tidewatch.api.errors")] == [
        "B", "s", None,
    ]  # fmt: skip
