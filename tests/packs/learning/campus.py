"""What tests of learning share: schools in three zones with half a year of events, a server, logins of each role."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pandas as pd

from db.packs.learning.factory import events, roster
from db.packs.learning.school import ident
from db.pool import connect
from tests.pipelines import drain
from tests.serving import KEY, serving
from tests.worlds import answered, logged_in

ZONES = {11: "Europe/Berlin", 12: "America/New_York", 13: "Australia/Lord_Howe"}
"""Seed of a school -> its zone. Half a year holds a change of clocks in each."""
DAYS, STUDENTS = 200, 28
KINDS = ("learning.activity", "learning.progress", "learning.quiz_attempt")


@dataclass
class Campus:
    """A server with schools. `admin` may do everything; `raw` are all events that were sent."""

    url: str
    http: str
    admin: httpx.Client
    raw: pd.DataFrame = field(default_factory=pd.DataFrame)
    rosters: dict[int, dict[str, Any]] = field(default_factory=dict)
    clients: dict[tuple[Any, ...], httpx.Client] = field(default_factory=dict)

    def person(self, seed: int, role: str, number: int = 0) -> str:
        """The id of a person of a school."""
        return ident(seed, {"STUDENT": 1, "ADMIN": 2, "TEACHER": 3}[role], number)

    def school(self, seed: int) -> str:
        """The id of a school."""
        return ident(seed, 0, 0)

    def group(self, seed: int, number: int) -> str:
        """The id of a class."""
        return ident(seed, 7, number)

    def members(self, class_: str) -> list[str]:
        """The students of a class."""
        return [row["person_id"] for row in self.enrolled() if row["class_id"] == class_ and row["role"] == "STUDENT"]

    def enrolled(self) -> list[dict[str, Any]]:
        """All enrolments."""
        return [row for one in self.rosters.values() for row in one["enrolments"]]

    def students(self, *seeds: int) -> list[str]:
        """Ids of the students of some schools."""
        people = [row for seed in seeds for row in self.rosters[seed]["people"]]
        return [row["id"] for row in people if row["role"] == "STUDENT"]

    def as_(self, seed: int, role: str, number: int = 0) -> httpx.Client:
        """A client that is logged in as a person of a school, with the core role `member`."""
        return self.login("member", self.person(seed, role, number))

    def login(self, role: str, person: str | None = None, tenant: int = 1) -> httpx.Client:
        """A client that is logged in with a core role; the same one, when asked again."""
        key = (role, person, tenant)
        if key not in self.clients:
            self.clients[key] = logged_in(self.url, self.http, *key)
        return self.clients[key]

    def send(self, sent: list[dict[str, Any]]) -> None:
        """Events through HTTP and the pipeline."""
        for at in range(0, len(sent), 20_000):
            answer = self.admin.post("/api/v1/events", json={"events": sent[at : at + 20_000]})
            assert answer.status_code == 202 and not answer.json()["rejected"], answer.text
        drain(self.url)

    def database(self) -> Any:
        """A connection, for what no route does."""
        return connect(self.url)

    def put(self, **rows: Any) -> None:
        """Rows of the roster."""
        answer = self.admin.post("/api/v1/learning/roster", json=rows)
        assert answer.status_code == 200, answer.text


@contextmanager
def serving_campus(url: str, redis: str = "") -> Iterator[Campus]:
    """A server on an empty database."""
    head = {"Authorization": f"Bearer {KEY}"}
    with serving(url, redis) as api, httpx.Client(base_url=api.http, headers=head, timeout=60) as admin:
        campus = Campus(url, api.http, admin)
        try:
            yield campus
        finally:
            for client in campus.clients.values():
                client.close()


def fill(campus: Campus) -> None:
    """Three schools, and half a year of events up to now."""
    now = datetime.now(UTC)
    sent: list[dict[str, Any]] = []
    for seed, zone in ZONES.items():
        campus.rosters[seed] = roster(seed, STUDENTS, zone)
        campus.put(**campus.rosters[seed])
        found = events(seed, now - timedelta(days=DAYS - 1), DAYS, STUDENTS, zone)
        sent += [e for e in found if e["timestamp"] < now.isoformat()]
    sent += [_recent(n, now) for n in range(12)]
    sent.sort(key=lambda event: event["timestamp"])
    campus.send(sent)
    campus.raw = frame(sent)


def _recent(number: int, now: datetime) -> dict[str, Any]:
    """Activities of the last 30 minutes, of three students of the first school."""
    return {
        "event_id": f"recent-{number}",
        "event_type": "learning.activity",
        "timestamp": (now - timedelta(seconds=150 * number + 1)).isoformat(),
        "user_id": ident(11, 1, number % 3),
        "properties": {"kind": "exercise", "xp": number},
    }


def frame(sent: list[dict[str, Any]]) -> pd.DataFrame:
    """Events as columns: id, t, type, person, content, xp, percent, score, kind, purpose, given."""
    rows = [
        {
            "id": e["event_id"],
            "t": e["timestamp"],
            "type": e["event_type"],
            "person": e["user_id"],
            "content": e.get("content_id"),
            "xp": e["properties"].get("xp", 0),
            "percent": e["properties"].get("percent"),
            "score": e["properties"].get("score"),
            "kind": e["properties"].get("kind"),
            "purpose": e["properties"].get("purpose"),
            "given": e["properties"].get("given"),
        }
        for e in sent
    ]
    found = pd.DataFrame(rows)
    found["t"] = pd.to_datetime(found["t"], utc=True, format="ISO8601")
    return found


def get(client: httpx.Client, path: str, **params: Any) -> dict[str, Any]:
    """The JSON of a good answer."""
    return answered(client, "/api/v1/learning" + path, **params)


def status(client: httpx.Client, path: str, **params: Any) -> int:
    """The status of an answer; a problem says what to do."""
    answer = client.get("/api/v1/learning" + path, params=params)
    if answer.status_code >= 400:
        assert answer.headers["content-type"] == "application/problem+json" and answer.json()["detail"]
    return answer.status_code


def within(
    raw: pd.DataFrame, answer: dict[str, Any], people: list[str], kinds: tuple[str, ...] = KINDS
) -> pd.DataFrame:
    """Activities of some people in the range that an answer says."""
    t = pd.Timestamp(answer["from"]), pd.Timestamp(answer["to"])
    return raw[(raw.t >= t[0]) & (raw.t < t[1]) & raw.person.isin(people) & raw.type.isin(KINDS)]


def midnight(zone: str, days: int = 1) -> pd.Timestamp:
    """Where the first of so many local days up to today began."""
    return pd.Timestamp.now(tz=zone).normalize() - pd.DateOffset(days=days - 1)


def newest(raw: pd.DataFrame, people: list[str]) -> pd.DataFrame:
    """Progress as it stands: the newest report of each (student, lesson)."""
    of = raw[(raw.type == "learning.progress") & raw.person.isin(people)]
    return of.sort_values(["t", "id"]).groupby(["person", "content"], as_index=False).last()
