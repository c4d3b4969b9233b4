"""A report: a question that can be asked again, the queries that answer it, and the answer as rows.

Whoever has a connection, of either kind, runs the `Step`s and gives their rows to `Plan.answer`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

import numpy as np

from db.calendar import HOUR_US, edges, rfc3339, zone_of
from db.packs.content.counts import Counts, counted, total
from db.packs.decimals import exact
from db.packs.window import LEVELS, Pieces, moments, pieces_of, whole
from db.records import Times

Row = Mapping[str, Any]
GroupBy = Literal["hour", "day", "week", "month", "content", "none"]
METRICS = (
    "views", "page_views", "content_views", "engaged_views", "clicks", "conversions", "engagements", "optimizations",
    "revenue", "engagement_rate", "click_through_rate", "conversion_rate", "optimization_score",
)  # fmt: skip
BUCKETS = {"hour": "1h", "day": "day", "week": "week", "month": "month"}
ALL = [-1]
"""In place of items: all events."""
LONG = (40_320, 10_080, *LEVELS)
"""Minutes of the windows that the pack keeps."""
SHORT = 25 * HOUR_US
"""Buckets up to this long are read together where they begin with an hour: few windows longer than that would fit."""


def pieces(at: Times) -> Pieces:
    """Pieces for buckets: long ones each from the longest windows that fit into it, wherever its edges lie."""
    if len(at) > 2 and np.diff(at).max() <= SHORT and not (at[1:-1] % HOUR_US).any():
        return pieces_of(at)
    found = [pieces_of(whole(lo, hi), LONG) for lo, hi in pairwise(at.tolist())]
    return Pieces(
        [x for one in found for x in one.levels],
        [x for one in found for x in one.los],
        [x for one in found for x in one.his],
    )


def fold_of(contents: Sequence[int]) -> str:
    """The query that adds up what happened with these items."""
    return "fold" if len(contents) == 1 else "fold_many"


@dataclass(frozen=True)
class Step:
    """A query of the pack and its arguments, but for the tenant."""

    query: str
    arguments: dict[str, Any]


@dataclass(frozen=True)
class Plan:
    """[start, stop) us, in a zone. `content_ids` empty: everything, events without content too."""

    start: int
    stop: int
    timezone: str
    metrics: tuple[str, ...]
    group_by: GroupBy
    content_ids: tuple[str, ...] = ()
    currency: str | None = None
    week_start: str = "monday"

    def buckets(self) -> tuple[Times, Times]:
        """(edges to fold by, where buckets begin), us."""
        if self.group_by in BUCKETS:
            zone = zone_of(self.timezone)
            return edges(self.start, self.stop, BUCKETS[self.group_by], zone, self.week_start)
        both = whole(self.start, self.stop)
        return both, both

    def steps(self, numbers: Sequence[int]) -> tuple[Step, Step]:
        """What to ask for; `numbers`: of the items of `content_ids`, as far as they are known."""
        at, _ = self.buckets()
        asked: dict[str, Any] = pieces(at).arguments()
        if self.group_by == "content":
            asked["contents"] = list(numbers) if self.content_ids else None
            return Step("fold_items", asked), Step("fold_items_money", asked)
        contents = list(numbers) if self.content_ids else ALL
        asked |= {"contents": contents, "edges": moments(at)}
        return Step(fold_of(contents), asked), Step("fold_money", asked)

    def answer(self, rows: Sequence[Row], money: Sequence[Row], through: int) -> dict[str, Any]:
        """The report. `through`: us, up to when everything received is in."""
        by_content = self.group_by == "content"
        found = counted(rows, money, "content" if by_content else "bucket")
        in_all = total(found.values())
        currency = in_all.currency(self.currency)
        if by_content:
            keys = ["content_id", "title"]
            lines = self._items(rows, found, currency)
        else:
            keys = ["t", "partial"] if self.group_by in BUCKETS else []
            lines = self._times(found, currency, min(through, self.stop))
        return {
            "columns": [*keys, *self.metrics],
            "rows": lines,
            "totals": self._line(in_all, currency),
            "currency": currency,
            "revenue_by_currency": {name: exact(amount) for name, amount in sorted(in_all.money.items())},
        }

    def _items(self, rows: Sequence[Row], found: dict[int, Counts], currency: str) -> list[dict[str, Any]]:
        named = {row["content"]: (row["content_id"], row["title"]) for row in rows}
        lines = [
            {"content_id": named[number][0], "title": named[number][1], **self._line(found[number], currency)}
            for number in sorted(named, key=lambda n: (-found[n].views, named[n][0]))
        ]
        seen = {line["content_id"] for line in lines}
        empty = self._line(Counts(), currency)
        return lines + [{"content_id": c, "title": None, **empty} for c in self.content_ids if c not in seen]

    def _times(self, found: dict[int, Counts], currency: str, through: int) -> list[dict[str, Any]]:
        lines = [self._line(found.get(n, Counts()), currency) for n in range(len(self.buckets()[0]) - 1)]
        if self.group_by not in BUCKETS:
            return lines
        _, begins = self.buckets()
        times = rfc3339(begins[:-1], zone_of(self.timezone))
        partial = (np.less(begins[:-1], self.start) | np.greater(begins[1:], through)).tolist()
        return [{"t": t, "partial": p, **line} for t, p, line in zip(times, partial, lines, strict=True)]

    def _line(self, counts: Counts, currency: str) -> dict[str, Any]:
        return {
            name: exact(counts.revenue(currency)) if name == "revenue" else getattr(counts, name)
            for name in self.metrics
        }

    def said(self) -> dict[str, Any]:
        """The question as JSON: what is stored, and shown."""
        at = rfc3339(np.array([self.start, self.stop], np.int64), zone_of(self.timezone))
        return {
            "from": at[0],
            "to": at[1],
            "timezone": self.timezone,
            "metrics": list(self.metrics),
            "group_by": self.group_by,
            "content_ids": list(self.content_ids),
            "currency": self.currency,
            "week_start": self.week_start,
        }


def as_csv(result: Mapping[str, Any]) -> str:
    """The rows of a report as CSV (RFC 4180). Text that a spreadsheet would take for a formula gets a quote before."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(result["columns"])
    for row in result["rows"]:
        writer.writerow([_cell(row[name]) for name in result["columns"]])
    return out.getvalue()


def _cell(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return "'" + value if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value
