"""Sums of messages, as rows of `fold` queries hold them, and how they are added up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any

import numpy as np
from numpy.typing import NDArray

from api.packs.llm.money import ZERO, added, plus

UNKNOWN = "unknown"
"""What messages without a model, or without a project, are counted under."""
PERCENTS = (50, 95, 99)


@dataclass(slots=True)
class Totals:
    """Sums over some messages. Costs in USD, durations in ms. `priced`: those with a cost, `computed` of them by the
    price book; `timed`: those with a duration; `tokened`: those that state tokens."""

    messages: int = 0
    priced: int = 0
    computed: int = 0
    cost: Decimal = ZERO
    cost_squares: float = 0.0
    timed: int = 0
    duration_sum: int = 0
    tokened: int = 0
    input: int = 0
    output: int = 0
    cache_read: int = 0
    cache_5m: int = 0
    cache_1h: int = 0
    failed: int = 0
    failed_cost: Decimal = ZERO
    retried: int = 0
    retried_cost: Decimal = ZERO

    def add(self, row: Mapping[str, Any]) -> None:
        """Add what a row says; columns that it lacks add nothing."""
        for name in row.keys():  # noqa: SIM118  a database record is no dict: iterating it gives values
            if name in MONEY:
                setattr(self, name, plus(getattr(self, name), row[name]))
            elif name in NAMES:
                setattr(self, name, getattr(self, name) + row[name])

    @property
    def average_ms(self) -> float | None:
        """Mean response time."""
        return self.duration_sum / self.timed if self.timed else None

    def mean_tokens(self, kind: str) -> float | None:
        """Mean tokens (`input` or `output`) of messages that state tokens."""
        return getattr(self, kind) / self.tokened if self.tokened else None


NAMES = frozenset(field.name for field in fields(Totals))
MONEY = frozenset({"cost", "failed_cost", "retried_cost"})


def total(rows: Iterable[Mapping[str, Any]]) -> Totals:
    """The sum of rows, all with the same columns."""
    every, found = list(rows), Totals()
    for name in NAMES.intersection(every[0].keys()) if every else ():
        column = (row[name] for row in every)
        setattr(found, name, added(column) if name in MONEY else sum(column))
    return found


def grouped(rows: Iterable[Mapping[str, Any]], by: str) -> dict[Any, Totals]:
    """Sums by a column."""
    found: dict[Any, Totals] = {}
    for row in rows:
        found.setdefault(row[by], Totals()).add(row)
    return found


def unpacked(values: Iterable[bytes]) -> NDArray[np.int32]:
    """Packed durations -> ms."""
    return np.frombuffer(b"".join(values), ">i4").astype(np.int32)


def percentiles(ms: NDArray[np.int32]) -> dict[str, float | None]:
    """p50, p95 and p99, exact: linear between the two nearest, as PostgreSQL's percentile_cont; None of nothing."""
    ordered = np.sort(ms)  # of whole numbers quicker than looking for three places
    return {f"p{q}_response_time_ms": _at(ordered, q / 100) if len(ms) else None for q in PERCENTS}


def _at(ordered: NDArray[np.int32], share: float) -> float:
    place = share * (len(ordered) - 1)
    low = int(place)
    below, above = int(ordered[low]), int(ordered[min(low + 1, len(ordered) - 1)])
    return below + (above - below) * (place - low)
