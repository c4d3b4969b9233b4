"""What jobs over series share: which of a batch have news, what a model says of one, and what became of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, TypeVar

import numpy as np

from db.findings import Looked
from db.history import Grid, Subject
from db.insights import Insight
from db.model_runs import Item, Outcome
from db.patterns import Found
from db.records import Severity, Times, Values, from_us
from ml.batch.findings import Failed, Pattern, TooLittle
from ml.batch.guard import guarded
from ml.words_models import InsightText, of_pattern
from workers.models import Desk
from workers.models_grids import due_after, reached

T = TypeVar("T")


@dataclass
class Book:
    """Notes on a batch of items while models run: what was looked at, what failed, what was found."""

    looked: list[Looked] = field(default_factory=list)
    errors: dict[str, str] = field(default_factory=dict)
    found: dict[str, int] = field(default_factory=dict)
    dues: dict[str, datetime] = field(default_factory=dict)

    def ask(
        self, item: str, model: str, function: Callable[..., T | TooLittle], t: Times, *args: Any, **options: Any
    ) -> T | None:
        """What a model says of an item's history; None: it broke, which is noted, or had too little to go by."""
        if len(t) < 2:
            return None
        said = guarded(function, t, *args, **options)
        if isinstance(said, Failed):
            self.errors[item] = f"{model}: {said.why}"[:300]
            return None
        if isinstance(said, TooLittle):
            return None
        self.looked.append(Looked(item, model))
        return said

    def count(self, item: str, found: int) -> None:
        """So many findings more."""
        self.found[item] = self.found.get(item, 0) + found

    def seen(self, item: str, grid: Grid) -> None:
        """Up to where the item's data were looked at."""
        self.dues[item] = max(due_after(grid), self.dues.get(item, due_after(grid)))

    def outcomes(self, items: Sequence[Item]) -> list[Outcome]:
        """What became of each. Those that nothing was noted of had no news."""
        return [
            Outcome(one, self.dues[one.name], self.errors.get(one.name), False, self.found.get(one.name, 0))
            if one.name in self.dues
            else Outcome(one, None, one.error, unchanged=True)
            for one in items
        ]


def with_news(desk: Desk, tenant: int, items: Sequence[Item]) -> list[Subject]:
    """The series of items whose data went on since they were looked at."""
    known = {one.id: one for one in desk.runs.subjects(tenant, desk.alive, ids=[int(item.name) for item in items])}
    return [one for item in items if (one := known.get(int(item.name))) and has_news(item, [one], desk.now)]


def has_news(item: Item, subjects: Sequence[Subject], now: datetime) -> bool:
    """Whether one of an item's series has come to where it is worth another look."""
    return item.due is None or any(reached(one, now) >= item.due for one in subjects)


def trimmed(grid: Grid, v: Values) -> tuple[Times, Values]:
    """(t, v) from the first value of a series to its last; empty where there is none."""
    known = np.flatnonzero(~np.isnan(v))
    if not len(known):
        return grid.t[:0], v[:0]
    kept = slice(int(known[0]), int(known[-1]) + 1)
    return grid.t[kept], np.ascontiguousarray(v[kept])


def insight(
    desk: Desk, item: str, model: str, text: InsightText, metric: str, since: int, until: int, of: Subject | None
) -> Insight:
    """What a model says in words, as a row. [since, until) us: the data it speaks of. `of`: the series, if one."""
    return Insight(
        item=item,
        model=model,
        key=text.key,
        category=text.category,
        title=text.title,
        description=text.description,
        severity=Severity(text.severity),
        confidence=min(max(text.confidence, 0.0), 1.0),
        impact_score=min(max(text.impact_score, 0.0), 1.0),
        metric=metric,
        since=from_us(since),
        until=from_us(until),
        expires_at=min(desk.expires_at, desk.now + timedelta(microseconds=text.expires_after_us)),
        series_id=of.id if of else None,
        labels=of.labels if of else {},
        recommendations=list(text.recommendations),
        metadata=dict(text.metadata),
    )


def pattern(desk: Desk, item: str, model: str, said: Pattern, of: Sequence[Subject], since: int, until: int) -> Found:
    """A pattern of these series (the leader first) as a row. [since, until) us: the data it was found in."""
    units = {one.unit or "" for one in of}
    text = of_pattern([one.name for one in of], said, units.pop() if len(units) == 1 else "")
    return Found(
        item=item,
        model=model,
        key=text.key,
        pattern_type=text.pattern_type,
        description=text.description,
        confidence=min(max(text.confidence, 0.0), 1.0),
        frequency=text.frequency,
        series_ids=[one.id for one in of],
        metrics=[one.metric for one in of],
        since=from_us(since),
        until=from_us(until),
        expires_at=desk.expires_at,
        correlation_factors=dict(text.correlation_factors),
        metadata=dict(text.metadata),
    )
