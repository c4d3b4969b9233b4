"""Database rows -> records, and arguments of readers -> arguments of queries."""

from __future__ import annotations

from typing import Any

import numpy as np

from db.catalog import MetricRow, SeriesGroup
from db.records import EpisodeRow, Kind, SeriesRow, Severity, Transition


def match(metric: str | None) -> tuple[str | None, str | None]:
    """A metric that may hold `*` -> (exact name, LIKE pattern), one of them at most."""
    if metric is None:
        return None, None
    return (None, like(metric)) if "*" in metric else (metric, None)


def like(glob: str) -> str:
    """A metric in which `*` stands for anything -> LIKE pattern."""
    for special in "\\%_":
        glob = glob.replace(special, "\\" + special)
    return glob.replace("*", "%")


def glob(pattern: str, text: str) -> bool:
    """Whether text fits the pattern, in which `*` stands for any characters. Linear in the length of text."""
    first, *rest = pattern.split("*")
    if not rest:
        return pattern == text
    *middle, last = rest
    if not text.startswith(first) or not text.endswith(last):
        return False
    at, end = len(first), len(text) - len(last)
    for piece in middle:
        found = text.find(piece, at, end)
        if found < 0:
            return False
        at = found + len(piece)
    return at <= end


def _one(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else None


def at_least(severity: str | None) -> list[str]:
    """The severities at or above one; None: all."""
    floor = Severity(severity).rank if severity else 0
    return [s.value for s in Severity if s.rank >= floor]


def metric(row: Any) -> MetricRow:
    """A row of `find_metrics`. Kind and unit are None where its series disagree."""
    kind = _one(row["kinds"])
    return MetricRow(row["metric"], Kind(kind) if kind else None, _one(row["units"]), row["series"], row["newest"])


def group(row: Any) -> SeriesGroup:
    """A row of `group_series`."""
    ids = np.frombuffer(row["ids"], ">i4").astype(np.int32)
    kinds = frozenset(Kind(kind) for kind in row["kinds"])
    return SeriesGroup(tuple(row["keys"]), ids, kinds, frozenset(row["units"]), row["step_us"])


def series(row: Any) -> SeriesRow:
    """A row of `find_series`."""
    return SeriesRow(
        row["id"], row["metric"], row["labels"], row["unit"], Kind(row["kind"]),
        row["created_at"], row["newest"], row["step_us"],
    )  # fmt: skip


def episode(row: Any) -> EpisodeRow:
    """A row of `episodes`."""
    of = SeriesRow(
        row["series_id"], row["metric"], row["labels"], row["unit"], Kind(row["series_kind"]),
        row["created_at"], row["newest"], row["step_us"],
    )  # fmt: skip
    same = ("id", "kind", "state", "opened_at", "last_at", "closed_at", "points", "score", "peak_at",
            "value", "expected", "lo", "hi", "detector", "reason")  # fmt: skip
    return EpisodeRow(series=of, severity=Severity(row["severity"]), **{name: row[name] for name in same})


def transition(row: Any) -> Transition:
    """A row of `alert_transitions`."""
    return Transition(row["seq"], row["to_state"], Severity(row["severity"]), row["at"], row["alert"])
