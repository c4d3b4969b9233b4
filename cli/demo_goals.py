"""The demo's milestones: set over HTTP as a user would, who looks at what there is and at the usual pace, then decides.

A pack's factory says in `GOALS` what people want: the fields of `POST /api/v1/milestones` but for the target, and
`so_far`, `ahead`: the target is so much of what the window holds already, and so much of what the pace of the last
four weeks would add until its end, in round numbers (of `scale`). `for_days` is a challenge that begins now.
"""

from __future__ import annotations

import json
import math
import sys
import urllib.error
import urllib.request
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from db.packs.registry import packs

Goal = dict[str, Any]
PACE_DAYS = 28
EVERY = 3.0
"""Seconds between looks."""
ENOUGH = 0.99
"""Of the events that were sent: some may have been refused, or known."""
OURS = ("name", "pack", "so_far", "ahead", "scale", "for_days")


class Setter:
    """Sets goals on a running Tidewatch, each once.

    `known`: names of those that were set at earlier starts; `told`: how many events of each pack were sent, kept up to
    date by who sends them.
    """

    def __init__(self, url: str, key: str, goals: list[Goal], known: list[str], told: Mapping[str, int]) -> None:
        self._url, self._key, self._told = url.rstrip("/"), key, told
        self._left = [goal for goal in goals if goal["name"] not in known]
        self._again, self._said = 0.0, ""

    def look(self) -> list[str]:
        """Set what can be set: where all that was sent has been taken in. Returns names that need no other look."""
        if not self._left or monotonic() < self._again:
            return []
        self._again, done = monotonic() + EVERY, []
        try:
            ready = {pack: self._ready(pack) for pack in {goal["pack"] for goal in self._left}}
            for goal in [one for one in self._left if ready[one["pack"]]]:
                if self._there(goal) or self._set(goal):
                    self._left.remove(goal)
                    done.append(goal["name"])
        except (OSError, ValueError) as problem:  # it is tried again
            if (said := f"the demo's goals have to wait: {problem}") != self._said:
                print(said, file=sys.stderr, flush=True)
            self._said = said
        return done

    def _ready(self, pack: str) -> bool:
        start, told = datetime.now(UTC) - timedelta(days=400), self._told.get(pack, 0)
        types = sorted(packs()[pack].event_types)
        return sum(self._total("events", {"event_type": one}, start) for one in types) >= ENOUGH * told

    def _set(self, goal: Goal) -> bool:
        """False: it would be a goal of nothing."""
        body = {name: value for name, value in goal.items() if name not in OURS}
        now = datetime.now(UTC)
        start, end = bounds(goal, now)
        if "for_days" in goal:
            body |= {"starts_at": start.isoformat(), "ends_at": end.isoformat()}
        labels = goal.get("labels", {})
        held = self._total(goal["metric"], labels, start, agg=goal.get("agg"))
        pace = self._total(goal["metric"], labels, now - timedelta(days=PACE_DAYS)) / PACE_DAYS
        target = goal.get("so_far", 1) * held + goal.get("ahead", 0) * pace * ((end - now) / timedelta(days=1))
        scale = goal.get("scale", 1)
        shown = rounded(target / scale)
        if shown > 0:
            body |= {"target_value": shown * scale, "title": goal["title"].format(shown=f"{shown:,.6g}")}
            self._ask("/api/v1/milestones", body)
        return shown > 0

    def _there(self, goal: Goal) -> bool:
        """Whether such a goal is there, whatever its target: set before, or by somebody else."""
        kept = self._ask(f"/api/v1/milestones?{urlencode({'metric': goal['metric'], 'limit': 1000})}")["items"]
        wanted: Goal = {"labels": {}, "direction": "reach", "owner": None}
        wanted |= {name: value for name, value in goal.items() if name in (*wanted, "window")}
        return any(all(one[name] == value for name, value in wanted.items()) for one in kept)

    def _total(self, metric: str, labels: dict[str, str], start: datetime, agg: str | None = None) -> float:
        asked = {"metric": metric, "from": start.isoformat(), "bucket": "day", **({"agg": agg} if agg else {})}
        asked |= {f"label.{name}": value for name, value in labels.items()}
        try:
            series = self._ask(f"/api/v1/trends?{urlencode(asked)}")["series"]
        except urllib.error.HTTPError as refused:
            if refused.code == 404:  # no such metric yet
                return 0.0
            raise
        return float((series[0]["total"] if series else None) or 0)

    def _ask(self, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        data = None if body is None else json.dumps(body).encode()
        headers = {"Authorization": f"Bearer {self._key}", "Content-Type": "application/json"}
        ask = urllib.request.Request(self._url + path, data, headers)  # noqa: S310  the demo's own address
        with urllib.request.urlopen(ask, timeout=20) as answer:  # noqa: S310  the demo's own address
            found: dict[str, Any] = json.load(answer)
            return found


def bounds(goal: Goal, now: datetime) -> tuple[datetime, datetime]:
    """The window of a goal in which now lies."""
    if "for_days" in goal:
        return now, now + timedelta(days=goal["for_days"])
    if goal["window"] == "rolling":
        return now - timedelta(days=goal["days"]), now
    today = now.astimezone(ZoneInfo(goal.get("timezone", "UTC"))).replace(hour=0, minute=0, second=0, microsecond=0)
    if goal["window"] == "weekly":
        monday = today - timedelta(days=today.weekday())
        return monday, monday + timedelta(days=7)
    first = today.replace(day=1)
    if goal["window"] == "monthly":
        return first, (first + timedelta(days=32)).replace(day=1)
    return first.replace(month=1), first.replace(month=1, year=first.year + 1)


def rounded(value: float) -> float:
    """To two digits: 1,234 -> 1,200."""
    return round(value, 1 - math.floor(math.log10(value))) if value > 0 else 0.0
