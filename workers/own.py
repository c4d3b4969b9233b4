"""What we measure of ourselves, as points of our own: `tidewatch.*`. Pure, from what Prometheus would be told.

Counters only grow until a process dies; what is written is their growth since the last time, never below 0.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Cumulative = dict[str, float]
"""Sums since the processes started, by a name of ours; `le:<bound>` are requests of at most so many seconds."""

UNWATCHED = ("/metrics", "/health", "/ready", "/api/v1/live")
LEVELS: dict[str, dict[str, float]] = {
    "tidewatch.tasks.failed": {"warn_above": 1, "critical_above": 10},
    "tidewatch.api.errors": {"warn_above": 1, "critical_above": 50},
    "tidewatch.api.unavailable": {"warn_above": 1, "critical_above": 20},
    "tidewatch.api.p95_seconds": {"warn_above": 1, "critical_above": 5, "hysteresis": 0.2},
    "tidewatch.journal.lag_seconds": {"warn_above": 30, "critical_above": 300, "hysteresis": 5},
    "tidewatch.process.bytes": {"warn_above": 2e9, "critical_above": 4e9, "hysteresis": 1e8},
}
"""Levels that are set once, for people to change: failing tasks, errors, a database that cannot be reached (503), slow
answers, a pipeline that is behind, a process that grows."""
UNITS = {"seconds": "s", "bytes": "B", "ratio": None}


@dataclass(frozen=True, slots=True)
class Sample:
    """One line of /metrics."""

    name: str
    labels: Mapping[str, str]
    value: float


def cumulative(samples: Iterable[Sample]) -> Cumulative:
    """What grows, summed over processes and labels."""
    out: Cumulative = {"failed": 0.0, "runs": 0.0, "errors": 0.0, "unavailable": 0.0, "hit": 0.0, "miss": 0.0}

    def add(name: str, value: float) -> None:
        out[name] = out.get(name, 0.0) + value

    for one in samples:
        match one.name:
            case "tidewatch_task_runs_total":
                add("runs", one.value)
                add("failed", one.value if one.labels["outcome"] == "failed" else 0.0)
            case "tidewatch_cache_total":
                add(one.labels["outcome"], one.value)
            case "tidewatch_request_seconds_bucket" if not one.labels["route"].startswith(UNWATCHED):
                add(f"le:{one.labels['le']}", one.value)
            case "tidewatch_request_seconds_count":
                status = one.labels["status"]
                add("unavailable", one.value if status == "503" else 0.0)
                add("errors", one.value if status.startswith("5") and status != "503" else 0.0)
    return out


def points(now: Cumulative, before: Cumulative | None, samples: Iterable[Sample], database_bytes: float,
           lag_seconds: float) -> dict[str, float]:  # fmt: skip
    """What is written: metric -> value. The first time, without `before`, nothing that grows."""
    out = {"tidewatch.database.bytes": database_bytes, "tidewatch.journal.lag_seconds": lag_seconds}
    held = [one.value for one in samples if one.name == "tidewatch_process_bytes"]
    if held:
        out["tidewatch.process.bytes"] = max(held)
        out["tidewatch.processes.bytes"] = sum(held)
    if before is None:
        return out
    grown = {name: _growth(value, before.get(name, 0.0)) for name, value in now.items()}
    out |= {
        "tidewatch.tasks.runs": grown["runs"],
        "tidewatch.tasks.failed": grown["failed"],
        "tidewatch.api.errors": grown["errors"],
        "tidewatch.api.unavailable": grown["unavailable"],
    }
    if (asked := grown["hit"] + grown["miss"]) > 0:
        out["tidewatch.cache.hit_ratio"] = grown["hit"] / asked
    bounds = sorted((_bound(name), count) for name, count in grown.items() if name.startswith("le:"))
    if bounds and bounds[-1][1] > 0:
        out["tidewatch.api.requests"] = bounds[-1][1]
        out["tidewatch.api.p95_seconds"] = quantile(bounds, 0.95)
    return out


def _growth(now: float, before: float) -> float:
    """Below what it was: it began anew."""
    return now - before if now >= before else now


def _bound(name: str) -> float:
    text = name.removeprefix("le:")
    return math.inf if text == "+Inf" else float(text)


def quantile(bounds: list[tuple[float, float]], q: float) -> float:
    """Of a histogram of (upper bound, count up to it), on a straight line within its bucket; the last finite bound
    where it lies beyond all."""
    wanted = q * bounds[-1][1]
    low, below = 0.0, 0.0
    for bound, count in bounds:
        if count >= wanted:
            if math.isinf(bound):
                return low
            return low + (bound - low) * ((wanted - below) / (count - below) if count > below else 1.0)
        low, below = bound, count
    return low


def unit_of(metric: str) -> str | None:
    """By the end of its name."""
    return UNITS.get(metric.rpartition(".")[2].rpartition("_")[2])


def policy_of(metric: str) -> dict[str, Any]:
    """The policy that is made for a metric of ours: its levels, and that news of the detectors are rare."""
    return {
        "metric": metric,
        "labels": {},
        "sensitivity": 0.01,
        "note": "Made at the first start; change it at will.",
    } | (LEVELS[metric])
