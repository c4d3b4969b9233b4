"""What a subscriber wants to hear of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from db.records import Severity
from db.rows import glob


@dataclass(frozen=True, slots=True)
class Filter:
    """A severity floor, a metric (with `*`), and labels that must all be there. None and () let everything pass."""

    severity: Severity | None = None
    metric: str | None = None
    labels: tuple[tuple[str, str], ...] = ()

    @staticmethod
    def of(severity: Severity | None, metric: str | None, labels: dict[str, str]) -> Filter:
        """Equal wishes make equal filters, whatever the order of the labels."""
        return Filter(severity, metric, tuple(sorted(labels.items())))

    def passes(self, severity: Severity, alert: dict[str, Any]) -> bool:
        """`alert` is the object of the contract, of which `metric` and `labels` are looked at."""
        if self.severity is not None and severity.rank < self.severity.rank:
            return False
        if self.metric is not None and not glob(self.metric, alert.get("metric") or ""):
            return False
        labels = alert.get("labels") or {}
        return all(labels.get(name) == value for name, value in self.labels)
