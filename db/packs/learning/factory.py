"""A year of a made-up school: events as POST /api/v1/events takes them. For tests, the demo and benches.

Causes worth finding: weekends and holidays; exam weeks; one student in ten fades away from the middle on; quizzes of
the first course get harder in the last third; a few students work shortly before and after midnight.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np

from db.packs.learning import school
from db.packs.learning.school import roster

__all__ = ["events", "roster"]

KINDS = ("view", "video", "reading", "exercise", "discussion", "game")
WEEK = (1.1, 1.2, 1.1, 1.0, 0.8, 0.25, 0.4)
PURPOSES = ("learning_analytics", "leaderboard")
MINUTE_US = 60_000_000
DEMO = {"size": 50}
GOALS = (
    {"name": "xp", "title": "{shown} XP a month, all classes together", "metric": "learning.xp", "window": "monthly",
     "timezone": "Europe/Berlin", "ahead": 0.6},
    {"name": "quizzes", "title": "{shown} % in quizzes, over four weeks", "metric": "learning.quiz_score", "agg": "avg",
     "window": "rolling", "days": 28, "timezone": "Europe/Berlin", "so_far": 0.95},
)  # fmt: skip
"""What the demo's people want (`cli.demo_goals`)."""

Rows = list[tuple[int, str, int, str | None, dict[str, Any]]]
"""(us after midnight, event type, number of the student, content, properties)."""


class _State:
    """How far each student is, and what they are like."""

    def __init__(self, seed: int, students: int, rng: np.random.Generator) -> None:
        self.seed, self.rng, self.students = seed, rng, students
        self.ids = [school.student(seed, i) for i in range(students)]
        self.keen = rng.gamma(6, 1 / 6, students)
        self.able = rng.normal(72, 10, students)
        self.fades = np.arange(students) % 10 == 7
        self.night = np.arange(students) % 50 == 3
        self.lesson = np.zeros((students, 2), int)
        self.percent = np.zeros((students, 2))
        group = np.arange(students) // school.CLASS_SIZE
        self.courses = np.stack([group % 4, (group + 1 + group % 3) % 4], 1)
        self.number = 0


def events(
    seed: int, start: datetime, days: int, size: float | int = 100, zone: str = "UTC"
) -> Iterator[dict[str, Any]]:
    """Events of `size` students over so many local days from the one that holds `start` on, by time.

    About 0.9 activities a student and day, and a login for every sitting. `roster(seed, size, zone)` is their school.
    """
    where, students = ZoneInfo(zone), int(size)
    state = _State(seed, students, np.random.default_rng(seed))
    first = start.astimezone(where).date()
    for day in range(days):
        midnight = datetime(*(first + timedelta(days=day)).timetuple()[:3], tzinfo=where).astimezone(UTC)
        rows = _consents(state, day, days) + _sittings(state, day, days, (first + timedelta(days=day)).weekday())
        rows.sort(key=lambda row: row[0])
        yield from _told(state, rows, midnight)


def setup(seed: int, size: float, zone: str) -> Iterator[tuple[str, Any]]:
    """(address, body) of what must be there before the events: the school."""
    yield "/api/v1/learning/roster", roster(seed, size, zone)


def _told(state: _State, rows: Rows, midnight: datetime) -> Any:
    base = np.datetime64(midnight.replace(tzinfo=None), "us")
    stamps = np.datetime_as_string(base + np.array([row[0] for row in rows], "timedelta64[us]"), unit="us").tolist()
    for stamp, (_, kind, who, content, properties) in zip(stamps, rows, strict=True):
        state.number += 1
        event: dict[str, Any] = {
            "event_id": f"learning-{state.seed}-{state.number}",
            "event_type": kind,
            "timestamp": stamp + "Z",
            "user_id": state.ids[who],
            "properties": properties,
        }
        if content is not None:
            event["content_id"] = content
        yield event


def _consents(state: _State, day: int, days: int) -> Rows:
    """On the first day most give it; later a few take it back."""
    if day == 0:
        asked = [(i, p) for i in range(state.students) for p in PURPOSES]
        given = state.rng.random(len(asked)) < 0.9
    elif day == days // 2:
        asked = [(i, PURPOSES[1]) for i in range(0, state.students, 20)]
        given = np.zeros(len(asked), bool)
    else:
        return []
    return [
        (7 * 60 * MINUTE_US + n, "learning.consent", i, None, {"purpose": p, "given": bool(given[n])})
        for n, (i, p) in enumerate(asked)
    ]


def _sittings(state: _State, day: int, days: int, weekday: int) -> Rows:
    rng, n = state.rng, state.students
    calendar = WEEK[weekday] * (0.15 if day % 91 >= 80 else 1.0) * (1.6 if 70 <= day % 91 < 77 else 1.0)
    fading = np.where(state.fades & (day > days // 2), 0.15, 1.0)
    sits = rng.random(n) < np.minimum(0.9, 0.28 * calendar * fading * state.keen)
    begins = np.where(rng.random(n) < 0.6, rng.normal(10.2, 1.3, n), rng.normal(17.5, 1.6, n)).clip(6, 21.5)
    begins = np.where(state.night, rng.choice([0.1, 22.0], n), begins)
    rows: Rows = []
    for who in np.flatnonzero(sits).tolist():
        at = int(begins[who] * 60 * MINUTE_US) + int(rng.integers(0, MINUTE_US))
        rows.append((at, "learning.login", who, None, {}))
        draws = rng.random((1 + rng.poisson(3.0), 4))
        for draw in draws.tolist():
            at += int((30 + 240 * draw[0]) * 1e6)
            rows.append((at, *_done(state, who, draw, day / days)))
    return rows


def _done(state: _State, who: int, draw: list[float], passed: float) -> tuple[str, int, str | None, dict[str, Any]]:
    """One activity: a lesson goes on, a quiz, or something else. `draw`: four numbers in [0, 1)."""
    _, what, how, which = draw
    second = int(which * 2)
    course, at = int(state.courses[who, second]), int(state.lesson[who, second])
    if what < 0.35:
        percent = round(min(100.0, float(state.percent[who, second]) + 15 + 50 * how), 2)
        state.percent[who, second] = 0 if percent >= 100 else percent
        state.lesson[who, second] = min(at + (percent >= 100), school.LESSONS - 1)
        earned = 20 if percent >= 100 else 5
        return "learning.progress", who, school.lesson(state.seed, course, at), {"percent": percent, "xp": earned}
    if what < 0.5:
        harder = 15 if course == 0 and passed > 2 / 3 else 0
        score = round(min(100.0, max(0.0, float(state.able[who]) - harder + 40 * (how - 0.5))), 1)
        quiz = school.quiz(state.seed, course, min(at // 3, school.QUIZZES - 1))
        return "learning.quiz_attempt", who, quiz, {"score": score, "xp": int(score) // 10 * 3}
    kind = KINDS[int(how * len(KINDS))]
    content = None if kind == "game" else school.page(state.seed, course, at)
    return "learning.activity", who, content, {"kind": kind, "xp": 2 + int(which * 8)}
